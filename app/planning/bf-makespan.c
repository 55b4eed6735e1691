/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-makespan-private.h"

#include <string.h>

/* Temperatures of a search that looks at the finish alone, in days: few activities, whose search
 * ends long before its schedules, stay warmer. */
#define LONE_HOT 1.0
#define LONE_COLD 0.1
#define FEW_COLD 0.4
#define FEW_ACTIVITIES 30
/* What a day of the mean end is worth, in days of the finish: first for each activity, and last.
 * Temperatures are days of the mean end. */
#define BLEND_FIRST 0.33
#define BLEND_LAST 5.0
#define HOT 0.2
#define COLD_LEAST 0.02
#define COLD_MOST 0.08
/* How far the mean end may fall behind at most before a list is given up, in its days. */
#define SLACK_LEAST 0.05
#define SLACK_MOST 0.2
/* The coldest and the slack of so many activities are the largest; they shrink by the square. */
#define BLEND_ACTIVITIES 60
/* How much more a scarce resource counts in the weights. */
#define SCARCITY 2
/* Moves between two turns of time. */
#define MOVES_A_TURN 40
#define LONE_MOVES_A_TURN 20
/* How far an activity moves in the list at most, as a share of it. */
#define REACH 0.4
#define LONE_REACH 0.5
#define LEAST_REACH 10
/* Moves in a row that change nothing before the search looks at the clock all the same. */
#define IDLE_MOVES 1000
#define MODE_SHARE 0.4

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
  if (!bf_makespan_place_all (self))
    g_assert_not_reached ();
  self->moves = 0;
  bf_makespan_note_best (self);
}

/* --- Moves. --- */

static gboolean
is_delayed (const BfMakespanSearch *self, int a)
{
  return self->start[a] > bf_makespan_ready_day (self, a);
}

/* An activity and a new place for it between what it waits for and what waits for it. A move that
 * brings forward nothing but what is as early as it may be is left out. */
static gboolean
pick_shift (BfMakespanSearch *self, BfMakespanMove *move)
{
  const BfMakespanSide *side = self->side;
  int reach = MAX (LEAST_REACH, (int) (self->n * (self->blends ? REACH : LONE_REACH)));
  int from = bf_makespan_pick (self, self->n);
  int a = self->list[from];
  int low = MAX (0, from - reach), high = MIN (self->n - 1, from + reach);

  for (int at = side->before_first[a]; at < side->before_first[a + 1]; at++)
    low = MAX (low, self->place[side->before[at]] + 1);
  for (int at = side->after_first[a]; at < side->after_first[a + 1]; at++)
    high = MIN (high, self->place[side->after[at]] - 1);
  if (high <= low)
    return FALSE;
  move->from = from;
  move->to = low + bf_makespan_pick (self, high - low);
  move->to += move->to >= from;
  move->first = MIN (from, move->to);
  move->last = MAX (from, move->to);
  move->n_moved = 1;
  move->moved[0] = a;
  move->old_mode[0] = self->mode[a];
  move->gone_after[0] = from < move->to ? from - 1 : from;
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

static gboolean
try_shift (BfMakespanSearch *self, double heat)
{
  BfMakespanMove move;
  BfMakespanOutcome outcome;

  if (!pick_shift (self, &move))
    return FALSE;
  move.limit = bf_makespan_limit (self, heat);
  bf_makespan_take_out (self, &move);
  shift (self, move.from, move.to);
  outcome = bf_makespan_place_again (self, &move);
  if (outcome == BF_MAKESPAN_REFUSED)
    {
      shift (self, move.to, move.from);
      return TRUE;
    }
  for (int i = move.first; i <= move.last; i++)
    self->place[self->list[i]] = i;
  if (outcome == BF_MAKESPAN_OTHER)
    bf_makespan_note_best (self);
  return TRUE;
}

/* --- Search. --- */

/* The share of a resource, at its first day's capacity, that an activity takes for all its days. */
static double
share_of (const BfMakespanSearch *self, int a, guint resource)
{
  int mode = self->mode_first[a], word = (int) (resource / BF_PROFILE_LANES);
  int most = bf_profile_units (self->core->capacity[word * self->n_days], resource);
  int units = bf_profile_units (self->mode_load[mode * self->n_words + word], resource);

  return (double) units * self->mode_days[mode] / MAX (1, most);
}

/* An activity weighs as much as what it takes of the resources, the scarcest before the others. */
static void
weigh (BfMakespanSearch *self)
{
  guint n_resources = (guint) self->n_words * BF_PROFILE_LANES;
  g_autofree double *demand = g_new0 (double, n_resources + 1);
  double most = 0, sum = 0;

  self->weight = g_new0 (double, self->n + 1);
  for (guint resource = 0; resource < n_resources; resource++)
    {
      for (int a = 0; a < self->n; a++)
        demand[resource] += share_of (self, a, resource);
      most = MAX (most, demand[resource]);
    }
  for (int a = 0; a < self->n && most > 0; a++)
    {
      for (guint resource = 0; resource < n_resources; resource++)
        self->weight[a] += share_of (self, a, resource) * pow (demand[resource] / most, SCARCITY);
      sum += self->weight[a];
    }
  for (int a = 0; a < self->n && sum > 0; a++)
    self->weight[a] /= sum;
}

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
  self->delta = g_new0 (guint64, size);
  self->delta_from = self->n_days;
  self->sought = g_new0 (BfMakespanSought, n);
  self->old_sought = g_new (BfMakespanSought, n);
  self->changed = g_new (int, n);
  self->stamp = g_new0 (guint, n);
  self->blends = self->n > FEW_ACTIVITIES && !core->n_windows;
  weigh (self);
  self->result->start = g_new0 (int, n);
  self->result->mode = g_new0 (int, n);
}

static void
end (BfMakespanSearch *self)
{
  gpointer owned[] = {
    self->mode_first, self->mode_days,  self->mode_load, self->manifold, self->fund_left,
    self->list,       self->place,      self->mode,      self->days,     self->start,
    self->left,       self->old_start,  self->old_left,  self->keys,     self->delta,
    self->sought,     self->old_sought, self->changed,   self->stamp,    self->weight,
    self->mode_lanes,
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
  return bf_makespan_place_all (self);
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

/* The temperature when so much of the search is over; sets what the mean end is worth. */
static double
cool (BfMakespanSearch *self, double done)
{
  double size = (double) self->n / BLEND_ACTIVITIES;
  double first = BLEND_FIRST * self->n;
  double cold = CLAMP (COLD_MOST / (size * size), COLD_LEAST, COLD_MOST);

  if (!self->blends)
    {
      cold = CLAMP (FEW_COLD * FEW_ACTIVITIES / MAX (1, self->n), LONE_COLD, FEW_COLD);
      return LONE_HOT * pow (cold / LONE_HOT, done);
    }
  self->blend = first * pow (BLEND_LAST / first, done);
  self->slack = self->blend * CLAMP (SLACK_MOST / (size * size), SLACK_LEAST, SLACK_MOST);
  return self->blend * HOT * pow (cold / HOT, done);
}

static void
anneal (BfMakespanSearch *self, int bound)
{
  const BfMakespanOptions *options = self->options;

  while (self->result->finish > bound && !g_cancellable_is_cancelled (options->cancellable))
    {
      double done = progress (self);
      double heat = cool (self, done);
      int moves = self->blends ? MOVES_A_TURN : LONE_MOVES_A_TURN;

      if (done >= 1)
        return;
      self->idle = 0;
      while (self->moves < moves && self->idle < IDLE_MOVES && self->end - self->from > bound)
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
