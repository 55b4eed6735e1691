/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Serial generation for the search of the earliest finish, and the same for a list that differs
 * little from the one before it.
 *
 * An activity keeps its day without being asked when nothing that decided on it changed: the day
 * from which it was ready did not move past its start or forward, no day that kept it from an
 * earlier start gained what it takes, and no day of its own lost any. For that the difference of
 * the two profiles is carried along the list. The result is that of placing every activity. */

#include "bf-makespan-private.h"

#include <string.h>

/* --- One activity. --- */

/* The first day from @day on at which a window still holds @days; n_days: none. */
static int
fit_window (const BfMakespanSearch *self, int day, int days)
{
  const BfMakespanSide *side = self->side;

  for (int i = 0; i < self->core->n_windows; i++)
    if (side->window_to[i] - MAX (day, side->window_from[i]) >= days)
      return MAX (day, side->window_from[i]);
  return self->n_days;
}

/* The last of the days that has not enough; -1: all have. */
static inline int
find_short (const BfMakespanSearch *self, const guint64 *load, int from, int to)
{
  for (int word = 0; word < self->n_words; word++)
    {
      int day = load[word]
                    ? bf_profile_short (self->left + word * self->n_days, from, to, load[word])
                    : -1;

      if (day >= 0)
        return day;
    }
  return -1;
}

/* The first day that has room for the activity; -1: none. */
static inline int
find_room (BfMakespanSearch *self, int a, int day)
{
  BfMakespanSought *sought = &self->sought[a];
  const guint64 *load = self->mode_load + self->mode[a] * self->n_words;
  gboolean in_window = self->core->in_window && self->core->in_window[a];
  int days = self->days[a];

  sought->ready = day;
  sought->n_blockers = 0;
  for (;;)
    {
      int blocker;

      if (in_window)
        day = fit_window (self, day, days);
      if (day + days > self->n_days)
        return -1;
      blocker = find_short (self, load, day, day + days);
      if (blocker < 0)
        return day;
      if (sought->n_blockers < BF_MAKESPAN_BLOCKERS)
        sought->blockers[sought->n_blockers] = blocker;
      sought->n_blockers++;
      day = blocker + 1;
    }
}

int
bf_makespan_ready_day (const BfMakespanSearch *self, int a)
{
  const BfMakespanSide *side = self->side;
  int ready = self->from;

  for (int at = side->before_first[a]; at < side->before_first[a + 1]; at++)
    {
      int before = side->before[at];
      int day = self->start[before] + self->days[before] + side->before_lag[at];

      ready = MAX (ready, day);
    }
  return ready;
}

static inline void
book (BfMakespanSearch *self, int a, gboolean take)
{
  const guint64 *load = self->mode_load + self->mode[a] * self->n_words;
  int from = self->start[a], to = from + self->days[a];

  for (int word = 0; word < self->n_words; word++)
    if (take)
      bf_profile_book (self->left + word * self->n_days, from, to, load[word]);
    else
      bf_profile_free_up (self->left + word * self->n_days, from, to, load[word]);
}

gboolean
bf_makespan_place_all (BfMakespanSearch *self)
{
  memcpy (self->left,
          self->side->capacity,
          (gsize) self->n_words * (gsize) self->n_days * sizeof (guint64));
  self->end = self->from;
  for (int i = 0; i < self->n; i++)
    {
      int a = self->list[i];
      int day = find_room (self, a, bf_makespan_ready_day (self, a));

      self->place[a] = i;
      self->result->placed++;
      if (day < 0)
        return FALSE;
      self->start[a] = day;
      book (self, a, TRUE);
      self->end = MAX (self->end, day + self->days[a]);
    }
  return TRUE;
}

/* --- Differences. --- */

static void
add_delta (BfMakespanSearch *self, int mode, int from, gboolean gone)
{
  const guint64 *load = self->mode_load + mode * self->n_words;
  int to = from + self->mode_days[mode];

  for (int word = 0; word < self->n_words; word++)
    {
      guint64 *delta = self->delta + word * self->n_days;
      guint64 units = gone ? load[word] : bf_profile_negate (load[word]);

      for (int day = from; load[word] && day < to; day++)
        delta[day] = bf_profile_add_difference (delta[day], units);
    }
  self->delta_from = MIN (self->delta_from, from);
  self->delta_to = MAX (self->delta_to, to);
}

static gboolean
is_equal_on (const BfMakespanSearch *self, int day)
{
  for (int word = 0; word < self->n_words; word++)
    if (self->delta[word * self->n_days + day])
      return FALSE;
  return TRUE;
}

static void
narrow_delta (BfMakespanSearch *self)
{
  while (self->delta_from < self->delta_to && is_equal_on (self, self->delta_from))
    self->delta_from++;
  while (self->delta_from < self->delta_to && is_equal_on (self, self->delta_to - 1))
    self->delta_to--;
}

static void
clear_delta (BfMakespanSearch *self)
{
  for (int word = 0; word < self->n_words && self->delta_from < self->delta_to; word++)
    memset (self->delta + word * self->n_days + self->delta_from,
            0,
            (gsize) (self->delta_to - self->delta_from) * sizeof (guint64));
  self->delta_from = self->n_days;
  self->delta_to = 0;
}

static inline gboolean
may_start_earlier (const BfMakespanSought *sought, const guint64 *delta, guint64 lanes, int start)
{
  if (sought->n_blockers <= BF_MAKESPAN_BLOCKERS)
    {
      for (int i = 0; i < sought->n_blockers; i++)
        if (bf_profile_gained (delta[sought->blockers[i]]) & lanes)
          return TRUE;
      return FALSE;
    }
  for (int day = sought->ready; day < start; day++)
    if (bf_profile_gained (delta[day]) & lanes)
      return TRUE;
  return FALSE;
}

/* Whether the difference of the profiles can move the activity. */
static inline gboolean
is_touched (const BfMakespanSearch *self, int a)
{
  const BfMakespanSought *sought = &self->sought[a];
  const guint64 *lanes = self->mode_lanes + self->mode[a] * self->n_words;
  int start = self->start[a], end = start + self->days[a];
  int from = MAX (start, self->delta_from), to = MIN (end, self->delta_to);

  if (sought->ready >= self->delta_to || end <= self->delta_from)
    return FALSE;
  for (int word = 0; word < self->n_words; word++)
    {
      const guint64 *delta = self->delta + word * self->n_days;

      if (!lanes[word])
        continue;
      if (may_start_earlier (sought, delta, lanes[word], start))
        return TRUE;
      for (int day = from; day < to; day++)
        if (bf_profile_lost (delta[day]) & lanes[word])
          return TRUE;
    }
  return FALSE;
}

/* --- A list that differs. --- */

void
bf_makespan_take_out (BfMakespanSearch *self, const BfMakespanMove *move)
{
  for (int word = 0; word < self->n_words; word++)
    memcpy (self->old_left + word * self->n_days + self->from,
            self->left + word * self->n_days + self->from,
            (gsize) (self->end - self->from) * sizeof (guint64));
  for (int i = move->first; i < self->n; i++)
    book (self, self->list[i], FALSE);
}

static int
which_moved (const BfMakespanMove *move, int a)
{
  for (int i = 0; i < move->n_moved; i++)
    if (move->moved[i] == a)
      return i;
  return -1;
}

static gboolean
must_place (const BfMakespanSearch *self, int a)
{
  if (self->stamp[a] == self->round)
    {
      int ready = bf_makespan_ready_day (self, a);

      if (ready > self->start[a] || ready < self->sought[a].ready)
        return TRUE;
    }
  return is_touched (self, a);
}

static void
remember (BfMakespanSearch *self, int a)
{
  self->old_start[a] = self->start[a];
  self->old_sought[self->n_changed] = self->sought[a];
  self->changed[self->n_changed++] = a;
}

static void
stamp_after (BfMakespanSearch *self, int a)
{
  const BfMakespanSide *side = self->side;

  for (int at = side->after_first[a]; at < side->after_first[a + 1]; at++)
    self->stamp[side->after[at]] = self->round;
}

/* Places one activity; @moved is its number among those that moved, or -1. FALSE: no room. */
static gboolean
place_one (BfMakespanSearch *self, const BfMakespanMove *move, int a, int moved)
{
  int old_mode = moved >= 0 ? move->old_mode[moved] : self->mode[a];
  int old_start = self->start[a];
  int day;

  remember (self, a);
  self->result->placed++;
  day = find_room (self, a, bf_makespan_ready_day (self, a));
  if (day < 0)
    return FALSE;
  self->start[a] = day;
  if (moved >= 0 || day != old_start)
    {
      stamp_after (self, a);
      add_delta (self, self->mode[a], day, FALSE);
    }
  if (moved < 0 && day != old_start)
    add_delta (self, old_mode, old_start, TRUE);
  self->late +=
      self->blend * self->weight[a] * (day + self->days[a] - old_start - self->mode_days[old_mode]);
  return TRUE;
}

/* What the old list had placed up to this place, and the new one has elsewhere or not yet. */
static void
let_go_after (BfMakespanSearch *self, const BfMakespanMove *move, int place, const int *held)
{
  for (int i = 0; i < move->n_moved; i++)
    if (move->gone_after[i] == place)
      add_delta (self, move->old_mode[i], held[i], TRUE);
}

static gboolean
nothing_moved (const BfMakespanSearch *self, const BfMakespanMove *move)
{
  for (int i = 0; i < move->n_moved; i++)
    if (self->mode[move->moved[i]] != move->old_mode[i])
      return FALSE;
  for (int i = 0; i < self->n_changed; i++)
    if (self->start[self->changed[i]] != self->old_start[self->changed[i]])
      return FALSE;
  return TRUE;
}

static gboolean
is_hopeless (const BfMakespanSearch *self, const BfMakespanMove *move, int a)
{
  int last = self->start[a] + self->days[a] + self->side->tail[a];

  return last + self->late > move->limit || self->late > move->limit - self->end + self->slack;
}

/* @end gets the new end, @top the last day booked. */
static BfMakespanOutcome
follow_list (
    BfMakespanSearch *self, const BfMakespanMove *move, const int *held, int *end, int *top)
{
  for (int i = move->first; i < self->n; i++)
    {
      int a = self->list[i];
      int moved = which_moved (move, a);

      if (moved < 0 && !must_place (self, a))
        self->result->kept++;
      else if (!place_one (self, move, a, moved))
        return BF_MAKESPAN_REFUSED;
      else if (is_hopeless (self, move, a))
        return BF_MAKESPAN_REFUSED;
      book (self, a, TRUE);
      *top = *end = MAX (*end, self->start[a] + self->days[a]);
      let_go_after (self, move, i, held);
      if (i >= move->last)
        narrow_delta (self);
      if (i == move->last && self->delta_from >= self->delta_to && nothing_moved (self, move))
        return BF_MAKESPAN_SAME;
    }
  return *end + self->late > move->limit ? BF_MAKESPAN_REFUSED : BF_MAKESPAN_OTHER;
}

static int
end_before (const BfMakespanSearch *self, int first)
{
  int end = self->from;

  for (int i = 0; i < first; i++)
    end = MAX (end, self->start[self->list[i]] + self->days[self->list[i]]);
  return end;
}

/* @refused: the list itself goes back too, and with it what was sought. */
static void
restore (BfMakespanSearch *self, int top, gboolean refused)
{
  for (int i = self->n_changed - 1; i >= 0; i--)
    {
      self->start[self->changed[i]] = self->old_start[self->changed[i]];
      if (refused)
        self->sought[self->changed[i]] = self->old_sought[i];
    }
  for (int word = 0; word < self->n_words; word++)
    {
      gsize at = (gsize) word * (gsize) self->n_days;

      memcpy (self->left + at + self->from,
              self->old_left + at + self->from,
              (gsize) (self->end - self->from) * sizeof (guint64));
      if (top > self->end)
        memcpy (self->left + at + self->end,
                self->side->capacity + at + self->end,
                (gsize) (top - self->end) * sizeof (guint64));
    }
}

BfMakespanOutcome
bf_makespan_place_again (BfMakespanSearch *self, const BfMakespanMove *move)
{
  int held[BF_MAKESPAN_MOST_MOVED];
  int end = end_before (self, move->first), top = end;
  BfMakespanOutcome outcome;

  self->n_changed = 0;
  self->round++;
  self->late = 0;
  for (int i = 0; i < move->n_moved; i++)
    held[i] = self->start[move->moved[i]];
  let_go_after (self, move, move->first - 1, held);
  outcome = follow_list (self, move, held, &end, &top);
  clear_delta (self);
  self->result->lists++;
  if (outcome == BF_MAKESPAN_OTHER)
    self->end = end;
  else
    restore (self, top, outcome == BF_MAKESPAN_REFUSED);
  return outcome;
}
