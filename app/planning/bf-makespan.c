/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-makespan-private.h"

#include <string.h>

/* Temperatures in days: small problems, whose search ends long before its schedules, stay warmer.
 */
#define HOT 1.0
#define COLD 0.1
#define WARM 0.4
#define WARM_ACTIVITIES 30
/* Moves between two turns of time. */
#define MOVES_A_TURN 20
/* How far an activity moves in the list at most, as a share of it. */
#define REACH 0.5
#define LEAST_REACH 10
/* Moves in a row that change nothing before the search looks at the clock all the same. */
#define IDLE_MOVES 1000
#define MODE_SHARE 0.4

/* --- Placing. --- */

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

/* The first day from @day on that has room for the activity; -1: none. */
static inline int
find_room (const BfMakespanSearch *self, int a, int day)
{
  int days = self->days[a];
  const guint64 *load = self->mode_load + self->mode[a] * self->n_words;
  gboolean in_window = self->core->in_window && self->core->in_window[a];

  for (;;)
    {
      int word, taken = -1;

      if (in_window)
        day = fit_window (self, day, days);
      if (day + days > self->n_days)
        return -1;
      for (word = 0; word < self->n_words && taken < 0; word++)
        if (load[word])
          taken = bf_profile_short (self->left + word * self->n_days, day, day + days, load[word]);
      if (taken < 0)
        return day;
      day = taken + 1;
    }
}

static inline int
ready_day (const BfMakespanSearch *self, int a)
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

/* FALSE: there is no room. */
static inline gboolean
place (BfMakespanSearch *self, int a)
{
  int day = find_room (self, a, ready_day (self, a));

  self->result->placed++;
  if (day < 0)
    return FALSE;
  self->start[a] = day;
  bf_makespan_book (self, a, TRUE);
  return TRUE;
}

static gboolean
place_all (BfMakespanSearch *self)
{
  memcpy (self->left,
          self->side->capacity,
          (gsize) self->n_words * (gsize) self->n_days * sizeof (guint64));
  self->end = self->from;
  for (int i = 0; i < self->n; i++)
    {
      int a = self->list[i];

      self->place[a] = i;
      if (!place (self, a))
        return FALSE;
      self->end = MAX (self->end, self->start[a] + self->days[a]);
    }
  return TRUE;
}

/* --- The best. --- */

static double
seconds_since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
}

void
bf_makespan_note_best (BfMakespanSearch *self)
{
  BfMakespan *result = self->result;
  int finish = self->end - self->from;

  /* A mirrored schedule that became shorter begins late; it finishes earlier only when it is turned
   * round. */
  if (self->mirrored || (result->found && finish >= result->finish))
    return;
  result->best_seconds = seconds_since (self->began);
  if (!result->found)
    result->first_seconds = result->best_seconds;
  result->found = TRUE;
  result->finish = finish;
  for (int a = 0; a < self->n; a++)
    {
      result->start[a] = self->start[a];
      result->mode[a] = self->mode[a] - self->mode_first[a];
    }
}

/* --- Turning time round. --- */

static void
sort_list (BfMakespanSearch *self)
{
  const int *keys = self->keys;

  for (int i = 1; i < self->n; i++)
    {
      int a = self->list[i];
      int at = i;

      for (; at > 0 && keys[self->list[at - 1]] > keys[a]; at--)
        self->list[at] = self->list[at - 1];
      self->list[at] = a;
    }
}

/* The list by ends, the last first, placed from the finish back. Nothing finishes later by it. */
static void
turn (BfMakespanSearch *self)
{
  for (int a = 0; a < self->n; a++)
    self->keys[a] = -(self->start[a] + self->days[a]);
  for (int i = 0; i < self->n / 2; i++)
    {
      int a = self->list[i];

      self->list[i] = self->list[self->n - 1 - i];
      self->list[self->n - 1 - i] = a;
    }
  sort_list (self);
  self->from = self->mirrored ? 0 : self->n_days - self->end;
  self->mirrored = !self->mirrored;
  self->side = &self->sides[self->mirrored];
  if (!place_all (self))
    g_assert_not_reached ();
  self->moves = 0;
  bf_makespan_note_best (self);
}

/* --- Moves. --- */

static gboolean
is_delayed (const BfMakespanSearch *self, int a)
{
  return self->start[a] > ready_day (self, a);
}

/* An activity and a new place for it between what it waits for and what waits for it. A move that
 * brings forward nothing but what is as early as it may be is left out. */
static gboolean
pick_shift (BfMakespanSearch *self, BfMakespanMove *move)
{
  const BfMakespanSide *side = self->side;
  int reach = MAX (LEAST_REACH, (int) (self->n * REACH));
  int from = bf_makespan_pick (self, self->n);
  int a = self->list[from];
  int low = MAX (0, from - reach), high = MIN (self->n - 1, from + reach);

  for (int at = side->before_first[a]; at < side->before_first[a + 1]; at++)
    low = MAX (low, self->place[side->before[at]] + 1);
  for (int at = side->after_first[a]; at < side->after_first[a + 1]; at++)
    high = MIN (high, self->place[side->after[at]] - 1);
  if (high <= low)
    return FALSE;
  move->activity = a;
  move->from = from;
  move->to = low + bf_makespan_pick (self, high - low);
  move->to += move->to >= from;
  move->first = MIN (from, move->to);
  move->last = MAX (from, move->to);
  return is_delayed (self, from < move->to ? self->list[move->to] : a);
}

static void
shift (BfMakespanSearch *self, int from, int to)
{
  int a = self->list[from];

  for (; from < to; from++)
    self->list[from] = self->list[from + 1];
  for (; from > to; from--)
    self->list[from] = self->list[from - 1];
  self->list[to] = a;
}

void
bf_makespan_take_out (BfMakespanSearch *self, int first)
{
  for (int i = first; i < self->n; i++)
    {
      int a = self->list[i];

      bf_makespan_book (self, a, FALSE);
      self->old_start[a] = self->start[a];
    }
}

static int
end_before (const BfMakespanSearch *self, int first)
{
  int end = self->from;

  for (int i = 0; i < first; i++)
    end = MAX (end, self->start[self->list[i]] + self->days[self->list[i]]);
  return end;
}

/* Places the list from the move's first change on. @end gets the new end, @top the last day
 * booked. */
BfMakespanOutcome
bf_makespan_place (BfMakespanSearch *self, const BfMakespanMove *move, int *end, int *top)
{
  const BfMakespanSide *side = self->side;
  gboolean same = TRUE;

  *top = *end = end_before (self, move->first);
  for (int i = move->first; i < self->n; i++)
    {
      int a = self->list[i];
      int last;

      if (!place (self, a))
        return BF_MAKESPAN_REFUSED;
      last = self->start[a] + self->days[a];
      *top = *end = MAX (*end, last);
      same = same && self->start[a] == self->old_start[a];
      if (last + side->tail[a] > move->limit)
        return BF_MAKESPAN_REFUSED;
      if (same && i >= move->last)
        return BF_MAKESPAN_SAME;
    }
  return BF_MAKESPAN_OTHER;
}

void
bf_makespan_copy_days (
    const BfMakespanSearch *self, guint64 *to, const guint64 *from, int first, int last)
{
  for (int word = 0; word < self->n_words; word++)
    memcpy (to + word * self->n_days + first,
            from + word * self->n_days + first,
            (gsize) MAX (0, last - first) * sizeof (guint64));
}

void
bf_makespan_restore (BfMakespanSearch *self, const BfMakespanMove *move, int top)
{
  for (int i = move->first; i < self->n; i++)
    self->start[self->list[i]] = self->old_start[self->list[i]];
  bf_makespan_copy_days (self, self->left, self->old_left, self->from, self->end);
  bf_makespan_copy_days (self, self->left, self->side->capacity, self->end, top);
}

static gboolean
try_shift (BfMakespanSearch *self, double heat)
{
  BfMakespanMove move;
  int end, top;
  BfMakespanOutcome outcome;

  if (!pick_shift (self, &move))
    return FALSE;
  move.limit = self->end - heat * log (bf_makespan_chance (self) + 1e-300);
  bf_makespan_copy_days (self, self->old_left, self->left, self->from, self->end);
  bf_makespan_take_out (self, move.first);
  shift (self, move.from, move.to);
  outcome = bf_makespan_place (self, &move, &end, &top);
  self->result->lists++;
  if (outcome != BF_MAKESPAN_OTHER)
    bf_makespan_restore (self, &move, top);
  if (outcome == BF_MAKESPAN_REFUSED)
    {
      shift (self, move.to, move.from);
      return TRUE;
    }
  for (int i = move.first; i <= move.last; i++)
    self->place[self->list[i]] = i;
  if (outcome == BF_MAKESPAN_OTHER)
    {
      self->end = end;
      bf_makespan_note_best (self);
    }
  return TRUE;
}

/* --- Search. --- */

static void
begin (BfMakespanSearch *self)
{
  const BfCore *core = self->core;
  gsize n = (gsize) core->n + 1;
  gsize size = (gsize) core->n_words * (gsize) core->n_work + 1;

  self->n = core->n;
  self->n_days = core->n_work;
  self->n_words = core->n_words;
  self->random = self->options->seed * 0xda942042e4dd58b5u;
  self->began = g_get_monotonic_time ();
  bf_makespan_make_modes (self);
  bf_makespan_make_side (self, FALSE);
  bf_makespan_make_side (self, TRUE);
  self->side = &self->sides[0];
  self->fund_left = g_new0 (int, core->n_funds + 1);
  self->list = g_new (int, n);
  self->place = g_new (int, n);
  self->mode = g_new0 (int, n);
  self->days = g_new0 (int, n);
  self->start = g_new0 (int, n);
  self->old_start = g_new0 (int, n);
  self->keys = g_new (int, n);
  self->left = g_new (guint64, size);
  self->old_left = g_new (guint64, size);
  self->result->start = g_new0 (int, n);
  self->result->mode = g_new0 (int, n);
}

static void
end (BfMakespanSearch *self)
{
  gpointer owned[] = {
    self->mode_first, self->mode_days, self->mode_load, self->manifold, self->fund_left,
    self->list,       self->place,     self->mode,      self->days,     self->start,
    self->left,       self->old_start, self->old_left,  self->keys,
  };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      BfMakespanSide *side = &self->sides[i];
      gpointer of_side[] = { side->before_first, side->before,      side->before_lag,
                             side->after_first,  side->after,       side->tail,
                             side->capacity,     side->window_from, side->window_to };

      for (guint j = 0; j < G_N_ELEMENTS (of_side); j++)
        g_free (of_side[j]);
    }
}

/* What is ready with the longest tail first. */
static void
list_by_tails (BfMakespanSearch *self)
{
  const BfMakespanSide *side = self->side;
  int *waits = self->keys;
  int n = 0;

  for (int a = 0; a < self->n; a++)
    {
      waits[a] = side->before_first[a + 1] - side->before_first[a];
      self->place[a] = waits[a] ? -1 : n;
      if (!waits[a])
        self->list[n++] = a;
    }
  for (int i = 0; i < n; i++)
    {
      int best = i;

      for (int j = i + 1; j < n; j++)
        if (side->tail[self->list[j]] + self->days[self->list[j]] >
            side->tail[self->list[best]] + self->days[self->list[best]])
          best = j;
      shift (self, best, i);
      for (int at = side->after_first[self->list[i]]; at < side->after_first[self->list[i] + 1];
           at++)
        if (--waits[side->after[at]] == 0)
          self->list[n++] = side->after[at];
    }
}

static gboolean
make_first (BfMakespanSearch *self)
{
  if (!bf_makespan_find_modes (self))
    return FALSE;
  list_by_tails (self);
  return place_all (self);
}

/* How much of the search is over, 0 .. 1. */
static double
progress (const BfMakespanSearch *self)
{
  const BfMakespanOptions *options = self->options;
  double done = 0;

  if (options->schedules)
    done = (double) self->result->placed / ((double) options->schedules * MAX (1, self->n));
  if (options->seconds > 0)
    done = MAX (done, seconds_since (self->began) / options->seconds);
  return done;
}

static void
anneal (BfMakespanSearch *self, int bound)
{
  const BfMakespanOptions *options = self->options;
  double cold = CLAMP (WARM * WARM_ACTIVITIES / MAX (1, self->n), COLD, WARM);

  while (self->result->finish > bound && !g_cancellable_is_cancelled (options->cancellable))
    {
      double done = progress (self);
      double heat;

      if (done >= 1)
        return;
      heat = HOT * pow (cold / HOT, done);
      self->idle = 0;
      while (self->moves < MOVES_A_TURN && self->idle < IDLE_MOVES &&
             self->end - self->from > bound)
        {
          gboolean moved = self->n_manifold && bf_makespan_chance (self) < MODE_SHARE
                               ? bf_makespan_try_mode (self, heat)
                               : try_shift (self, heat);

          self->moves += moved;
          self->idle += !moved;
        }
      turn (self);
    }
}

BfMakespan *
bf_makespan_search (const BfCore *core, const BfMakespanOptions *options)
{
  BfMakespanSearch self = { .core = core, .options = options };

  self.result = g_new0 (BfMakespan, 1);
  begin (&self);
  if (make_first (&self))
    {
      bf_makespan_note_best (&self);
      turn (&self);
      turn (&self);
      anneal (&self, options->bound);
    }
  end (&self);
  return self.result;
}

void
bf_makespan_free (BfMakespan *result)
{
  g_free (result->start);
  g_free (result->mode);
  g_free (result);
}
