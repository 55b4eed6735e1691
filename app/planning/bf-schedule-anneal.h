/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Improves a schedule that was found; private to planning.
 *
 * Simulated annealing over the order in which serial generation places activities (Bouleimen and
 * Lecocq 2003), with moves of whole steps, of steps with all that they wait for, of single
 * activities, of how long a cutover waits for an opening before it takes a stop that can be borne,
 * and of how long a build waits for a period of its budget: serial generation starts everything as
 * early as the money allows, which is not the best where several builds share a period's money. At
 * the end, what waits is brought forward as far as the others leave it money, so that each day
 * before it has a reason. Only what follows the first change of the order is placed again. Late
 * days come first, then the objective in days of what a day costs, then the weighted releases. */

#pragma once

#include "bf-schedule-search.h"

G_BEGIN_DECLS

typedef struct
{
  guint schedules; /* makes about so many passes: as much work as it is to place every activity that
                    * often */
  double haste;    /* see BfScheduleOptions */
  guint pool;      /* snapshots wanted; 0: result->pool stays NULL */
  GCancellable *cancellable;
} BfAnnealOptions;

/* result->best and result->score hold what is to be improved, and the best that was found. */
void bf_core_anneal (const BfCore *core, const BfAnnealOptions *options, BfSearchResult *result);

G_END_DECLS
