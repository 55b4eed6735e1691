/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan's scheduling problem, and what its numbers stand for; private to planning. */

#pragma once

#include "bf-network.h"
#include "bf-schedule-core.h"

G_BEGIN_DECLS

/* What a counter of cutovers counts. */
typedef struct
{
  int window; /* of the plan; -1: assumed */
  gint64 occurrence;
  int who; /* area; -1: plant without areas; -2 - team */
} BfCounted;

typedef struct
{
  BfCore *core;
  const BfStepSet *set;
  const BfNetwork *network;
  const BfCalendar *calendar;
  const BfScheduleOptions *options;

  int *edge;                     /* an element of core->in: edge of the network */
  int *part;                     /* a cutover: its number in the step */
  const int **areas;             /* a cutover: of the step */
  guint *n_areas;                /* a cutover */
  BfOpenings **openings;         /* a cutover; NULL: no planned stop */
  BfCounted *counted;            /* a counter */
  int *budget_row[BF_N_BUDGETS]; /* a period of the kind: row of the plan */
  int *team_scale;               /* a team: units of its lane that are one person; 0: unbounded */
} BfCompiled;

BfCompiled *bf_compiled_new (const BfStepSet *set,
                             const BfNetwork *network,
                             const BfCalendar *calendar,
                             const BfScheduleOptions *options);
void bf_compiled_free (BfCompiled *compiled);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfCompiled, bf_compiled_free)

/* What the activity takes of the team each day, in units of its lane. */
int bf_compiled_load (const BfCompiled *compiled, int activity, int team);

/* Fills in hold, hold_other and held_by of every placing. */
void bf_pass_explain (BfPass *pass,
                      const BfCompiled *compiled,
                      BfPlacing *placings,
                      GStringChunk *strings);

G_END_DECLS
