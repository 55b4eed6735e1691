/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of the search for the earliest finish; private to its files. */

#pragma once

#include "bf-makespan.h"

#include <math.h>

G_BEGIN_DECLS

/* One direction of time. Mirrored, a day d is day n_days - 1 - d. */
typedef struct
{
  int *before_first, *before, *before_lag;
  int *after_first, *after;
  int *tail; /* an activity: least days from its end to the finish */
  guint64 *capacity;
  int *window_from, *window_to;
} BfMakespanSide;

#define BF_MAKESPAN_BLOCKERS 8

/* Where an activity's start was sought. */
typedef struct
{
  int ready;      /* the day from which on */
  int n_blockers; /* days that had not enough; more than the array holds: any up to the start */
  int blockers[BF_MAKESPAN_BLOCKERS];
} BfMakespanSought;

typedef struct
{
  const BfCore *core;
  const BfMakespanOptions *options;
  BfMakespan *result;
  gint64 began;
  guint64 random;
  int n, n_days, n_words;

  int *mode_first, *mode_days;
  guint64 *mode_load;
  guint64 *mode_lanes; /* like mode_load: the guards of the lanes that it takes of */
  int *manifold;       /* activities with more than one mode */
  int n_manifold;
  int *fund_left; /* a fund */

  BfMakespanSide sides[2];
  const BfMakespanSide *side;
  gboolean mirrored;
  int from; /* the first day that may be used */

  int *list, *place; /* the order, and an activity's place in it */
  int *mode, *days;  /* an activity: its mode and that one's days */
  int *start;
  guint64 *left;
  int end; /* the day after the last end */

  BfMakespanSought *sought;

  /* What the list that is tried has changed so far. */
  int *old_start;
  guint64 *old_left;
  guint64 *delta; /* what is left at a place of the list, less what was left there */
  int delta_from, delta_to;
  int *changed; /* activities that were placed anew */
  int n_changed;
  BfMakespanSought *old_sought; /* theirs, in that order */
  guint *stamp;                 /* an activity: the list in which something before it moved */
  guint round;
  double late; /* by how much the mean end grew */

  gboolean blends; /* the mean end helps: not where windows decide, nor for few activities */
  double *weight;  /* an activity's part of the mean end; they sum to 1 */
  double blend;    /* days of the finish that a day of the mean end is worth */
  double slack;    /* of the same unit: by how much it may fall behind before a list is given up */
  int *keys;
  int moves, idle;
} BfMakespanSearch;

#define BF_MAKESPAN_MOST_MOVED 2

/* A list that is tried. What moved is placed anew in any case. */
typedef struct
{
  int from, to;    /* places in the list */
  int first, last; /* places whose activity changes */
  int n_moved;
  int moved[BF_MAKESPAN_MOST_MOVED];
  int old_mode[BF_MAKESPAN_MOST_MOVED];
  int gone_after[BF_MAKESPAN_MOST_MOVED]; /* the place after which the old list held it, and the
                                             new one does not yet or as well */
  double limit;                           /* what is accepted, as a finish */
} BfMakespanMove;

typedef enum
{
  BF_MAKESPAN_SAME,
  BF_MAKESPAN_OTHER,
  BF_MAKESPAN_REFUSED,
} BfMakespanOutcome;

static inline guint64
bf_makespan_random (BfMakespanSearch *self)
{
  guint64 x = self->random += 0x9e3779b97f4a7c15u;

  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return x ^ x >> 31;
}

static inline double
bf_makespan_chance (BfMakespanSearch *self)
{
  return (double) (bf_makespan_random (self) >> 11) / 9007199254740992.0;
}

static inline int
bf_makespan_pick (BfMakespanSearch *self, int n)
{
  return (int) ((bf_makespan_random (self) >> 32) * (guint64) n >> 32);
}

/* The finish up to which a change is accepted at that temperature. */
static inline double
bf_makespan_limit (BfMakespanSearch *self, double heat)
{
  return self->end - heat * log (bf_makespan_chance (self) + 1e-300);
}

/* The capacity, edges and windows of one direction. */
void bf_makespan_make_side (BfMakespanSearch *self, gboolean mirrored);
void bf_makespan_make_modes (BfMakespanSearch *self);

/* Modes that keep the funds: whatever lowers the overdraft, then, with one or two funds, those that
 * an exact table of what can be spent gives. FALSE: none were found. */
gboolean bf_makespan_find_modes (BfMakespanSearch *self);
/* Another mode for one activity, and for a second one where the funds need it. */
gboolean bf_makespan_try_mode (BfMakespanSearch *self, double heat);

void bf_makespan_note_best (BfMakespanSearch *self);

/* --- Placing, see bf-makespan-place.c. --- */

/* The earliest day that the edges allow. */
int bf_makespan_ready_day (const BfMakespanSearch *self, int a);
/* Places the whole list; FALSE: there is no room. */
gboolean bf_makespan_place_all (BfMakespanSearch *self);
/* Takes out what stands in the list from the move's first place on; the list and the modes are
 * still the old ones. */
void bf_makespan_take_out (BfMakespanSearch *self, const BfMakespanMove *move);
/* Places the new list. When it is refused, or nothing moves by it, the days are the old ones
 * afterwards. */
BfMakespanOutcome bf_makespan_place_again (BfMakespanSearch *self, const BfMakespanMove *move);

G_END_DECLS
