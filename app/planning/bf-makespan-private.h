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
  int *manifold; /* activities with more than one mode */
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

  int *old_start;
  guint64 *old_left;
  int *keys;
  int moves, idle;
} BfMakespanSearch;

typedef struct
{
  int activity, from, to; /* places in the list */
  int first, last;        /* places whose activity changes */
  double limit;           /* the latest end that is accepted */
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

static inline void
bf_makespan_book (BfMakespanSearch *self, int a, gboolean take)
{
  const guint64 *load = self->mode_load + self->mode[a] * self->n_words;
  int from = self->start[a], to = from + self->days[a];

  for (int word = 0; word < self->n_words; word++)
    if (take)
      bf_profile_book (self->left + word * self->n_days, from, to, load[word]);
    else
      bf_profile_free_up (self->left + word * self->n_days, from, to, load[word]);
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
void bf_makespan_copy_days (
    const BfMakespanSearch *self, guint64 *to, const guint64 *from, int first, int last);
/* Takes out what stands in the list from @first on and remembers where it was. */
void bf_makespan_take_out (BfMakespanSearch *self, int first);
/* Places the list from the move's first change on. @end gets the new end, @top the last day
 * booked. */
BfMakespanOutcome
bf_makespan_place (BfMakespanSearch *self, const BfMakespanMove *move, int *end, int *top);
void bf_makespan_restore (BfMakespanSearch *self, const BfMakespanMove *move, int top);

G_END_DECLS
