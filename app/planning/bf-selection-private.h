/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What choosing and giving up share. */

#pragma once

#include "bf-selection.h"
#include "bf-step-private.h"

G_BEGIN_DECLS

/* Static money of one step or of a set, minor units. */
typedef struct
{
  gint64 kind[BF_N_BUDGETS];
  gint64 loaded;
} BfOutlay;

typedef struct
{
  const BfStepSet *set;
  BfSelection *selection;
  BfOutlay *outlay;           /* a candidate */
  double limit[BF_N_BUDGETS]; /* over the horizon; INFINITY without a budget of that kind */
} BfChooser;

BfChooser *bf_chooser_new (BfSelection *selection);
void bf_chooser_free (BfChooser *chooser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfChooser, bf_chooser_free)
BfOutlay bf_chooser_sum (const BfChooser *chooser, const gboolean *wanted);
gboolean bf_chooser_fits (const BfChooser *chooser, const BfOutlay *outlay);
/* Closes what is chosen, and fills points and cost of the selection. */
void bf_chooser_settle (BfChooser *chooser);
/* The optional step, or failing that the answer, of least value per money. */
gboolean bf_chooser_give_up_least (BfChooser *chooser, const char *reason);
/* Gives back what was given up, the last first, as far as the budgets reach after all: a large step
 * that went late may leave room for small ones that went before. */
void bf_chooser_take_back (BfChooser *chooser);
/* As bf_selection_points; @levels (one a level of the needs) gets what the set reaches. */
double bf_selection_points_at (const BfStepSet *candidates, const gboolean *wanted, double *levels);
/* Points of one need when it is met. */
double bf_selection_need_points (const BfStepSet *set, guint need);
/* Chooses the best set of optional steps beside the mandatory ones. */
void bf_chooser_search (BfChooser *chooser, guint node_limit);

G_END_DECLS
