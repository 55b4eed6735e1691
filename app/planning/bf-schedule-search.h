/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many passes, the best kept; private to planning.
 *
 * Priority rules: latest start through windows with and without due dates, step by step by latest
 * start, by exposure a day of work, by phase and order; then random samples of these and of the
 * best schedule found. A step that found no place or came late moves forward, with all that it
 * waits for, in the passes after (squeaky wheel: Joslin and Clements 1999). Random numbers are
 * indexed by seed, step key and pass. */

#pragma once

#include "bf-schedule-core.h"

G_BEGIN_DECLS

/* A schedule that was met on the way. */
typedef struct
{
  BfPass *pass;
  BfScore score;
} BfSnapshot;

typedef struct
{
  gboolean found;
  BfPass *best;  /* when found */
  BfScore score; /* of best */
  guint tried;
  int failed;    /* else: the activity without a place in the pass that came furthest */
  BfBlock block; /* what kept it */
  int block_detail;
  int ready_day; /* from which it was sought */
  GArray *pool;  /* BfSnapshot, about as good as the best; NULL: none asked for */
} BfSearchResult;

GArray *bf_search_pool_new (void);
void bf_search_result_clear (BfSearchResult *result);

/* FALSE when cancelled. The caller clears the result. */
gboolean bf_core_search (const BfCore *core,
                         guint schedules,
                         GCancellable *cancellable,
                         BfSearchResult *result);

G_END_DECLS
