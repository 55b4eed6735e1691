/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-makespan.h"

#include <string.h>

/* Temperatures as shares of the bound. */
#define HOT 0.01
#define COLD 0.001
/* Moves between two turns of time. */
#define MOVES_A_TURN 20
/* How far an activity moves in the list at most, as a share of it. */
#define REACH 0.25
#define LEAST_REACH 10
/* Moves in a row that change nothing before the search looks at the clock all the same. */
#define IDLE_MOVES 1000
#define MODE_SHARE 0.3
#define REPAIRS 20

/* One direction of time. Mirrored, a day d is day n_days - 1 - d. */
typedef struct
{
  int *before_first, *before, *before_lag;
  int *after_first, *after;
  int *tail; /* an activity: least days from its end to the finish */
  guint64 *capacity;
  int *window_from, *window_to;
} Side;

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

  Side sides[2];
  const Side *side;
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
} Search;

/* --- Chance. --- */

static guint64
next_random (Search *self)
{
  guint64 x = self->random += 0x9e3779b97f4a7c15u;

  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return x ^ x >> 31;
}

static double
chance (Search *self)
{
  return (double) (next_random (self) >> 11) / 9007199254740992.0;
}

static int
pick (Search *self, int n)
{
  return (int) ((next_random (self) >> 32) * (guint64) n >> 32);
}

/* --- Both directions of time. --- */

static void
index_edges (const BfCore *core, gboolean mirrored, Side *side)
{
  int n = core->n, n_edges = core->in_first[n];
  int *in_at = g_new0 (int, n + 1), *out_at = g_new0 (int, n + 1);

  side->before_first = g_new0 (int, n + 1);
  side->after_first = g_new0 (int, n + 1);
  side->before = g_new (int, n_edges + 1);
  side->before_lag = g_new (int, n_edges + 1);
  side->after = g_new (int, n_edges + 1);
  for (int pass = 0; pass < 2; pass++)
    {
      for (int a = 0; a < n; a++)
        for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
          {
            int before = mirrored ? a : core->in.before[at];
            int after = mirrored ? core->in.before[at] : a;

            if (pass == 0)
              {
                side->before_first[after + 1]++;
                side->after_first[before + 1]++;
                continue;
              }
            side->before_lag[side->before_first[after] + in_at[after]] = core->in.lag[at];
            side->before[side->before_first[after] + in_at[after]++] = before;
            side->after[side->after_first[before] + out_at[before]++] = after;
          }
      for (int a = 0; a < n && pass == 0; a++)
        {
          side->before_first[a + 1] += side->before_first[a];
          side->after_first[a + 1] += side->after_first[a];
        }
    }
  g_free (in_at);
  g_free (out_at);
}

static int
least_days (const Search *self, int a)
{
  int least = G_MAXINT;

  for (int mode = self->mode_first[a]; mode < self->mode_first[a + 1]; mode++)
    least = MIN (least, self->mode_days[mode]);
  return least;
}

static void
find_tails (const Search *self, Side *side)
{
  g_autofree int *waits = g_new0 (int, self->n + 1);
  g_autofree int *order = g_new0 (int, self->n + 1);
  int n = 0;

  side->tail = g_new0 (int, self->n + 1);
  for (int a = 0; a < self->n; a++)
    {
      waits[a] = side->after_first[a + 1] - side->after_first[a];
      if (!waits[a])
        order[n++] = a;
    }
  for (int i = 0; i < n; i++)
    for (int at = side->before_first[order[i]]; at < side->before_first[order[i] + 1]; at++)
      {
        int before = side->before[at];
        int tail = side->tail[order[i]] + least_days (self, order[i]) + side->before_lag[at];

        side->tail[before] = MAX (side->tail[before], tail);
        if (--waits[before] == 0)
          order[n++] = before;
      }
}

static void
make_side (Search *self, gboolean mirrored)
{
  const BfCore *core = self->core;
  Side *side = &self->sides[mirrored];
  int last = self->n_days - 1;

  index_edges (core, mirrored, side);
  find_tails (self, side);
  side->capacity = g_new (guint64, (gsize) self->n_words * (gsize) self->n_days + 1);
  for (int word = 0; word < self->n_words; word++)
    for (int day = 0; day < self->n_days; day++)
      side->capacity[word * self->n_days + day] =
          core->capacity[word * self->n_days + (mirrored ? last - day : day)];
  side->window_from = g_new (int, core->n_windows + 1);
  side->window_to = g_new (int, core->n_windows + 1);
  for (int i = 0; i < core->n_windows; i++)
    {
      int at = mirrored ? core->n_windows - 1 - i : i;

      side->window_from[i] = mirrored ? last + 1 - core->window_to[at] : core->window_from[at];
      side->window_to[i] = mirrored ? last + 1 - core->window_from[at] : core->window_to[at];
    }
}

static void
make_modes (Search *self)
{
  const BfCore *core = self->core;
  int n_modes = core->mode_first ? core->mode_first[core->n] : core->n;

  self->mode_first = g_new (int, self->n + 1);
  self->mode_days = g_new (int, n_modes + 1);
  self->mode_load = g_new0 (guint64, n_modes * MAX (1, self->n_words) + 1);
  self->manifold = g_new (int, self->n + 1);
  for (int a = 0; a <= self->n; a++)
    self->mode_first[a] = core->mode_first ? core->mode_first[a] : a;
  for (int mode = 0; mode < n_modes; mode++)
    self->mode_days[mode] = core->mode_first ? core->mode_days[mode] : core->days[mode];
  for (int i = 0; core->mode_first && i < n_modes * self->n_words; i++)
    self->mode_load[i] = core->mode_load[i];
  for (int a = 0; !core->mode_first && a < self->n; a++)
    for (int i = core->load_first[a]; i < core->load_first[a + 1]; i++)
      self->mode_load[a * self->n_words + core->load_word[i]] = core->load[i];
  for (int a = 0; a < self->n; a++)
    if (self->mode_first[a + 1] - self->mode_first[a] > 1)
      self->manifold[self->n_manifold++] = a;
}

/* --- Placing. --- */

/* The first day from @day on at which a window still holds @days; n_days: none. */
static int
fit_window (const Search *self, int day, int days)
{
  const Side *side = self->side;

  for (int i = 0; i < self->core->n_windows; i++)
    if (side->window_to[i] - MAX (day, side->window_from[i]) >= days)
      return MAX (day, side->window_from[i]);
  return self->n_days;
}

/* The first day from @day on that has room for the activity; -1: none. */
static inline int
find_room (const Search *self, int a, int day)
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

static inline void
book (Search *self, int a, gboolean take)
{
  const guint64 *load = self->mode_load + self->mode[a] * self->n_words;
  int from = self->start[a], to = from + self->days[a];

  for (int word = 0; word < self->n_words; word++)
    if (take)
      bf_profile_book (self->left + word * self->n_days, from, to, load[word]);
    else
      bf_profile_free_up (self->left + word * self->n_days, from, to, load[word]);
}

static inline int
ready_day (const Search *self, int a)
{
  const Side *side = self->side;
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
place (Search *self, int a)
{
  int day = find_room (self, a, ready_day (self, a));

  self->result->placed++;
  if (day < 0)
    return FALSE;
  self->start[a] = day;
  book (self, a, TRUE);
  return TRUE;
}

static gboolean
place_all (Search *self)
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

static void
note_best (Search *self)
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
sort_list (Search *self)
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
turn (Search *self)
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
  note_best (self);
}

/* --- Moves. --- */

typedef struct
{
  int activity, from, to; /* places in the list */
  int first, last;        /* places whose activity changes */
  double limit;           /* the latest end that is accepted */
} Move;

static gboolean
is_delayed (const Search *self, int a)
{
  return self->start[a] > ready_day (self, a);
}

/* An activity and a new place for it between what it waits for and what waits for it. A move that
 * brings forward nothing but what is as early as it may be is left out. */
static gboolean
pick_shift (Search *self, Move *move)
{
  const Side *side = self->side;
  int reach = MAX (LEAST_REACH, (int) (self->n * REACH));
  int from = pick (self, self->n);
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
  move->to = low + pick (self, high - low);
  move->to += move->to >= from;
  move->first = MIN (from, move->to);
  move->last = MAX (from, move->to);
  return is_delayed (self, from < move->to ? self->list[move->to] : a);
}

static void
shift (Search *self, int from, int to)
{
  int a = self->list[from];

  for (; from < to; from++)
    self->list[from] = self->list[from + 1];
  for (; from > to; from--)
    self->list[from] = self->list[from - 1];
  self->list[to] = a;
}

static void
take_out_from (Search *self, int first)
{
  for (int i = first; i < self->n; i++)
    {
      int a = self->list[i];

      book (self, a, FALSE);
      self->old_start[a] = self->start[a];
    }
}

static int
end_before (const Search *self, int first)
{
  int end = self->from;

  for (int i = 0; i < first; i++)
    end = MAX (end, self->start[self->list[i]] + self->days[self->list[i]]);
  return end;
}

typedef enum
{
  SAME,
  OTHER,
  REFUSED,
} Outcome;

/* Places the list from the move's first change on. @end gets the new end, @top the last day
 * booked. */
static Outcome
place_from (Search *self, const Move *move, int *end, int *top)
{
  const Side *side = self->side;
  gboolean same = TRUE;

  *top = *end = end_before (self, move->first);
  for (int i = move->first; i < self->n; i++)
    {
      int a = self->list[i];
      int last;

      if (!place (self, a))
        return REFUSED;
      last = self->start[a] + self->days[a];
      *top = *end = MAX (*end, last);
      same = same && self->start[a] == self->old_start[a];
      if (last + side->tail[a] > move->limit)
        return REFUSED;
      if (same && i >= move->last)
        return SAME;
    }
  return OTHER;
}

static void
copy_days (const Search *self, guint64 *to, const guint64 *from, int first, int last)
{
  for (int word = 0; word < self->n_words; word++)
    memcpy (to + word * self->n_days + first,
            from + word * self->n_days + first,
            (gsize) MAX (0, last - first) * sizeof (guint64));
}

static void
restore (Search *self, const Move *move, int top)
{
  for (int i = move->first; i < self->n; i++)
    self->start[self->list[i]] = self->old_start[self->list[i]];
  copy_days (self, self->left, self->old_left, self->from, self->end);
  copy_days (self, self->left, self->side->capacity, self->end, top);
}

static gboolean
try_shift (Search *self, double heat)
{
  Move move;
  int end, top;
  Outcome outcome;

  if (!pick_shift (self, &move))
    return FALSE;
  move.limit = self->end - heat * log (chance (self) + 1e-300);
  copy_days (self, self->old_left, self->left, self->from, self->end);
  take_out_from (self, move.first);
  shift (self, move.from, move.to);
  outcome = place_from (self, &move, &end, &top);
  self->result->lists++;
  if (outcome != OTHER)
    restore (self, &move, top);
  if (outcome == REFUSED)
    {
      shift (self, move.to, move.from);
      return TRUE;
    }
  for (int i = move.first; i <= move.last; i++)
    self->place[self->list[i]] = i;
  if (outcome == OTHER)
    {
      self->end = end;
      note_best (self);
    }
  return TRUE;
}

/* --- Modes. --- */

static void
set_mode (Search *self, int a, int mode)
{
  const BfCore *core = self->core;

  for (int f = 0; f < core->n_funds; f++)
    self->fund_left[f] += core->mode_fund[self->mode[a] * core->n_funds + f] -
                          core->mode_fund[mode * core->n_funds + f];
  self->mode[a] = mode;
  self->days[a] = self->mode_days[mode];
}

static int
overdraft (const Search *self)
{
  int sum = 0;

  for (int f = 0; f < self->core->n_funds; f++)
    sum += MAX (0, -self->fund_left[f]);
  return sum;
}

static int
pick_mode (Search *self, int a)
{
  int mode = self->mode_first[a] + pick (self, self->mode_first[a + 1] - self->mode_first[a] - 1);

  return mode + (mode >= self->mode[a]);
}

/* Another mode for one activity, and for a second one where the funds need it. */
static gboolean
try_mode (Search *self, double heat)
{
  int one = self->manifold[pick (self, self->n_manifold)];
  int other = one;
  int old_one = self->mode[one], old_other = old_one;
  Move move = { .limit = self->end - heat * log (chance (self) + 1e-300) };
  int end, top;
  Outcome outcome;

  copy_days (self, self->old_left, self->left, self->from, self->end);
  set_mode (self, one, pick_mode (self, one));
  for (int i = 0; i < REPAIRS && overdraft (self) > 0; i++)
    {
      if (other != one)
        set_mode (self, other, old_other);
      do
        other = self->manifold[pick (self, self->n_manifold)];
      while (other == one && self->n_manifold > 1);
      if (other == one)
        break;
      old_other = self->mode[other];
      set_mode (self, other, pick_mode (self, other));
    }
  move.first = move.last = MIN (self->place[one], self->place[other]);
  move.last = self->n;
  outcome = REFUSED;
  top = self->end;
  if (overdraft (self) == 0)
    {
      int new_one = self->mode[one], new_other = self->mode[other];

      if (other != one)
        set_mode (self, other, old_other);
      set_mode (self, one, old_one);
      take_out_from (self, move.first);
      set_mode (self, one, new_one);
      if (other != one)
        set_mode (self, other, new_other);
      outcome = place_from (self, &move, &end, &top);
      self->result->lists++;
      if (outcome == REFUSED)
        restore (self, &move, top);
    }
  if (outcome == REFUSED)
    {
      if (other != one)
        set_mode (self, other, old_other);
      set_mode (self, one, old_one);
      return TRUE;
    }
  self->end = end;
  note_best (self);
  return TRUE;
}

/* Modes that keep the funds: those that take the least share of them, then whatever lowers the
 * overdraft. FALSE: none were found. */
static gboolean
find_modes (Search *self)
{
  const BfCore *core = self->core;

  for (int f = 0; f < core->n_funds; f++)
    self->fund_left[f] = core->fund[f];
  for (int a = 0; a < self->n; a++)
    {
      int mode = self->mode_first[a];

      for (int f = 0; f < core->n_funds; f++)
        self->fund_left[f] -= core->mode_fund[mode * core->n_funds + f];
      self->mode[a] = mode;
      self->days[a] = self->mode_days[mode];
    }
  for (int tries = 0; overdraft (self) > 0 && tries < 200 * self->n && self->n_manifold; tries++)
    {
      int a = self->manifold[pick (self, self->n_manifold)];
      int before = overdraft (self), old = self->mode[a];

      set_mode (self, a, pick_mode (self, a));
      if (overdraft (self) > before && pick (self, 20))
        set_mode (self, a, old);
    }
  return overdraft (self) == 0;
}

/* --- Search. --- */

static void
begin (Search *self)
{
  const BfCore *core = self->core;
  gsize n = (gsize) core->n + 1;
  gsize size = (gsize) core->n_words * (gsize) core->n_work + 1;

  self->n = core->n;
  self->n_days = core->n_work;
  self->n_words = core->n_words;
  self->random = self->options->seed * 0xda942042e4dd58b5u;
  self->began = g_get_monotonic_time ();
  make_modes (self);
  make_side (self, FALSE);
  make_side (self, TRUE);
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
end (Search *self)
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
      Side *side = &self->sides[i];
      gpointer of_side[] = { side->before_first, side->before,      side->before_lag,
                             side->after_first,  side->after,       side->tail,
                             side->capacity,     side->window_from, side->window_to };

      for (guint j = 0; j < G_N_ELEMENTS (of_side); j++)
        g_free (of_side[j]);
    }
}

/* What is ready with the longest tail first. */
static void
list_by_tails (Search *self)
{
  const Side *side = self->side;
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
make_first (Search *self)
{
  if (!find_modes (self))
    return FALSE;
  list_by_tails (self);
  return place_all (self);
}

/* How much of the search is over, 0 .. 1. */
static double
progress (const Search *self)
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
anneal (Search *self, int bound)
{
  const BfMakespanOptions *options = self->options;
  double hot = HOT * MAX (1, bound), cold = COLD * MAX (1, bound);

  while (self->result->finish > bound && !g_cancellable_is_cancelled (options->cancellable))
    {
      double done = progress (self);
      double heat;

      if (done >= 1)
        return;
      heat = hot * pow (cold / hot, done);
      self->idle = 0;
      while (self->moves < MOVES_A_TURN && self->idle < IDLE_MOVES &&
             self->end - self->from > bound)
        {
          gboolean moved = self->n_manifold && chance (self) < MODE_SHARE ? try_mode (self, heat)
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
  Search self = { .core = core, .options = options };

  self.result = g_new0 (BfMakespan, 1);
  begin (&self);
  if (make_first (&self))
    {
      note_best (&self);
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
