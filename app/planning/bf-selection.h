/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which candidates make the plan.
 *
 * (a) Answers to decided systems, governance, what the user accepted or asked for; (b) then the
 * set of other steps with the most points = sum of weight x bands closed (at most to the target)
 * + sum of criticality x score / 100 (score at least 25) of treated systems + 1/2 per debt need
 * met; (c) then the least fully loaded cost; every tie by key. Budgets enter here as sums over the
 * horizon per kind, with static costs; whether the set can be *placed* says the scheduler, and
 * bf_selection_give_up takes something out until it can. Branch and bound over the optional steps
 * with a Lagrangian bound (bf-selection-bound.h); exact unless the node limit is hit, then with
 * the gap that is left. */

#pragma once

#include "bf-step.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;    /* of the step */
  const char *reason; /* the sentence of what did not place it; NULL: budgets as sums */
  double points;      /* that went with it */
  gint64 cost_minor;
  gboolean answer; /* a mandatory step, else an optional one */
} BfGivenUp;

typedef struct
{
  const BfStepSet *candidates; /* borrowed */
  gboolean *chosen;            /* one a candidate: wanted for itself */
  gboolean *banned;            /* given up */
  gboolean *wanted;            /* chosen, closed over prerequisites */
  GPtrArray *given_up;         /* of BfGivenUp, in order */
  double points;
  gint64 cost_minor; /* fully loaded, static */
  gboolean optimal;
  double gap; /* points that a better set could have at most, 0 when optimal */
  guint nodes;
  GStringChunk *strings;
} BfSelection;

/* @node_limit 0: the default, less with many candidates. */
BfSelection *bf_selection_propose (const BfStepSet *candidates, guint node_limit);
void bf_selection_free (BfSelection *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfSelection, bf_selection_free)

/* The chosen steps as a set of their own; the caller frees it before the candidates. */
BfStepSet *bf_selection_steps (const BfSelection *selection);

/* Takes one step (with what cannot live without it) out: with @only_culprit the step with key
 * @culprit, else the optional step, or failing that the answer, of least value per money. Restore,
 * governance and requests stay. FALSE when nothing is left to give up. @reason is a sentence, or
 * NULL. */
gboolean bf_selection_give_up (BfSelection *selection,
                               const char *culprit,
                               gboolean only_culprit,
                               const char *reason);

/* Points of a closed set of candidates. */
double bf_selection_points (const BfStepSet *candidates, const gboolean *wanted);

G_END_DECLS
