/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The earliest finish of a plain problem; private to planning and the benchmarks.
 *
 * Plain: activities with working days of their own, in one or several modes, finish-start edges,
 * renewable resources, funds that do not renew, and activities that lie whole inside one window of
 * working days; no cutovers by the minute, no money. It is the fast half of the core: the arrays
 * are those of BfCore, the profile is the same.
 *
 * Method: simulated annealing over activity lists (Bouleimen and Lecocq 2003) that places again
 * only what can have changed, gives a list up as soon as its tail shows that it will be refused,
 * leaves out moves that cannot bring a delayed activity forward, and after every few moves turns
 * the time round, which is the double justification of Valls, Ballestin and Quintanilla (2005) and
 * so the forward-backward improvement of Tormos and Lova (2001), through windows too. Where teams
 * and not windows decide, what is annealed is the finish and the mean end of the work: most changes
 * leave the finish alone, and those that bring the work forward make room for a shorter one.
 *
 * One schedule is as many starts sought and assigned as there are activities, the unit of Kolisch
 * and Hartmann (2006: one start time assignment per activity); a turn is a whole one. What a list
 * passed over, since nothing that decides on it changed, is counted apart.
 */

#pragma once

#include "bf-schedule-core.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 seed;
  guint64 schedules; /* ends after so many */
  double seconds;    /* or after that time, when > 0; for benchmarks alone */
  int bound;         /* ends when it finishes that early: a lower bound */
  GCancellable *cancellable;
} BfMakespanOptions;

typedef struct
{
  gboolean found;
  int finish;     /* working days from the first day to the last end */
  int *start;     /* an activity: working day */
  int *mode;      /* an activity: which of its modes */
  guint64 placed; /* activities whose start was sought and assigned */
  guint64 kept; /* besides: that a list passed over, because nothing that decides on them changed */
  guint64 lists;                      /* lists tried */
  double first_seconds, best_seconds; /* until the first and the best was found */
} BfMakespan;

/* A lower bound of the finish: the critical path through the windows, and the work of each resource
 * between the heads and tails of what needs it. */
int bf_makespan_bound (const BfCore *core);

BfMakespan *bf_makespan_search (const BfCore *core, const BfMakespanOptions *options);
void bf_makespan_free (BfMakespan *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfMakespan, bf_makespan_free)

G_END_DECLS
