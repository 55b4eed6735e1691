/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-core.h"

#include <string.h>

/* --- Life. --- */

static void
free_cutover (BfCoreCutover *cutover)
{
  g_free (cutover->next_days);
  g_free (cutover->use_first);
  g_free (cutover->uses);
  if (!cutover->shares_frozen)
    g_free (cutover->frozen);
  g_free (cutover->rivals);
}

static void
free_budget (BfCoreBudget *budget)
{
  g_free (budget->from_work);
  g_free (budget->to_work);
  g_free (budget->from_day);
  g_free (budget->to_day);
  g_free (budget->amount);
  g_free (budget->carry);
}

void
bf_core_free (BfCore *core)
{
  gpointer owned[] = {
    core->work_of_day,  core->day_of_work,    core->step_first,
    core->queue,        core->prepares,       core->name,
    core->kind,         core->step,           core->days,
    core->earliest,     core->in_first,       core->in.before,
    core->in.kind,      core->in.lag,         core->out_first,
    core->out,          core->load_first,     core->load_word,
    core->load,         core->cutover,        core->capacity,
    core->capex,        core->validation,     core->opex_day,
    core->due,          core->due_is_hard,    core->exposure_day,
    core->weight,       core->stake,          core->double_step,
    core->double_until, core->in_window,      core->window_from,
    core->window_to,    core->mode_first,     core->mode_days,
    core->mode_load,    core->fund,           core->mode_fund,
    core->double_day,   core->advised_before, core->advised_after,
    core->hold,
  };

  for (guint i = 0; i < core->n_cutovers; i++)
    free_cutover (&core->cutovers[i]);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    free_budget (&core->budgets[kind]);
  g_free (core->cutovers);
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_free (core);
}

static gsize
profile_size (const BfCore *core)
{
  return (gsize) core->n_words * (gsize) core->n_work;
}

BfPass *
bf_pass_new (const BfCore *core)
{
  BfPass *pass = g_new0 (BfPass, 1);
  gsize n = (gsize) core->n + 1;

  pass->core = core;
  pass->start_work = g_new0 (int, n);
  pass->end_work = g_new0 (int, n);
  pass->start_day = g_new0 (int, n);
  pass->end_day = g_new0 (int, n);
  pass->start_minute = g_new0 (gint64, n);
  pass->end_minute = g_new0 (gint64, n);
  pass->placement = g_new0 (guint8, n);
  pass->opening = g_new0 (int, n);
  pass->placed = g_new0 (gboolean, n);
  pass->left = g_new0 (guint64, profile_size (core) + 1);
  pass->counters = g_new0 (int, core->n_counters + 1);
  pass->planned = g_new0 (double, core->n_periods + 1);
  pass->delta = g_new0 (double, core->n_periods + 1);
  pass->ends_left = g_new0 (int, core->n_steps + 1);
  pass->release = g_new0 (int, core->n_steps + 1);
  pass->opex_from = g_new0 (int, core->n_steps + 1);
  pass->ahead_work = g_new0 (int, n);
  pass->ahead_day = g_new0 (int, n);
  pass->order = g_new0 (int, n);
  pass->heap = g_new0 (int, n);
  pass->waits = g_new0 (int, n);
  pass->patience = -1;
  bf_pass_reset (pass);
  return pass;
}

void
bf_pass_free (BfPass *pass)
{
  gpointer owned[] = {
    pass->start_work, pass->end_work,  pass->start_day, pass->end_day,   pass->start_minute,
    pass->end_minute, pass->placement, pass->opening,   pass->placed,    pass->left,
    pass->counters,   pass->planned,   pass->delta,     pass->ends_left, pass->release,
    pass->heap,       pass->waits,     pass->order,     pass->opex_from, pass->ahead_work,
    pass->ahead_day,
  };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_free (pass);
}

void
bf_pass_copy (BfPass *to, const BfPass *from)
{
  const BfCore *core = from->core;
  gsize n = (gsize) core->n;

  memcpy (to->start_work, from->start_work, n * sizeof (int));
  memcpy (to->end_work, from->end_work, n * sizeof (int));
  memcpy (to->start_day, from->start_day, n * sizeof (int));
  memcpy (to->end_day, from->end_day, n * sizeof (int));
  memcpy (to->start_minute, from->start_minute, n * sizeof (gint64));
  memcpy (to->end_minute, from->end_minute, n * sizeof (gint64));
  memcpy (to->placement, from->placement, n);
  memcpy (to->opening, from->opening, n * sizeof (int));
  memcpy (to->placed, from->placed, n * sizeof (gboolean));
  memcpy (to->left, from->left, profile_size (core) * sizeof (guint64));
  memcpy (to->counters, from->counters, core->n_counters * sizeof (int));
  memcpy (to->planned, from->planned, core->n_periods * sizeof (double));
  memcpy (to->ends_left, from->ends_left, (gsize) core->n_steps * sizeof (int));
  memcpy (to->release, from->release, (gsize) core->n_steps * sizeof (int));
  memcpy (to->opex_from, from->opex_from, (gsize) core->n_steps * sizeof (int));
  memcpy (to->order, from->order, n * sizeof (int));
  to->n_order = from->n_order;
  to->n_placed = from->n_placed;
  to->failed = from->failed;
  to->block = from->block;
  to->block_detail = from->block_detail;
}

void
bf_pass_reset (BfPass *pass)
{
  const BfCore *core = pass->core;

  memset (pass->placed, 0, (gsize) core->n * sizeof (gboolean));
  memcpy (pass->left, core->capacity, profile_size (core) * sizeof (guint64));
  memset (pass->counters, 0, core->n_counters * sizeof (int));
  memset (pass->planned, 0, core->n_periods * sizeof (double));
  memset (pass->ends_left, 0, (gsize) core->n_steps * sizeof (int));
  for (int a = 0; a < core->n; a++)
    pass->ends_left[core->step[a]]++;
  for (int s = 0; s < core->n_steps; s++)
    {
      pass->release[s] = -1;
      pass->opex_from[s] = BF_NOT_YET;
    }
  pass->n_placed = pass->n_order = 0;
  pass->failed = -1;
  pass->block = BF_BLOCK_NONE;
}

/* --- Edges. --- */

int
bf_core_day_of_work (const BfCore *core, int work)
{
  return work < 0 ? 0 : work < core->n_work ? core->day_of_work[work] : core->n_days;
}

int
bf_core_work_of_day (const BfCore *core, int day)
{
  return core->work_of_day[CLAMP (day, 0, core->n_days)];
}

/* The first working day that an edge allows. */
int
bf_pass_edge_work (const BfPass *pass, int at, int after)
{
  const BfCoreEdges *in = &pass->core->in;
  int before = in->before[at];
  int lag = in->lag[at];

  if (in->kind[at] == BF_EDGE_START_START)
    return pass->start_work[before] + lag;
  if (in->kind[at] == BF_EDGE_OVERLAP)
    return pass->end_work[before] - MIN (lag, pass->core->days[after]);
  if (in->kind[at] == BF_EDGE_LIVE && lag == 0)
    return bf_core_work_of_day (pass->core, pass->end_day[before]) + 1 - pass->core->days[after];
  if (in->kind[at] == BF_EDGE_LIVE)
    return pass->end_work[before] + lag - pass->core->days[after];
  return pass->end_work[before] + lag;
}

/* The first day that an edge allows for what takes place on any day: cutovers and events. */
int
bf_pass_edge_day (const BfPass *pass, int at)
{
  const BfCore *core = pass->core;
  int before = core->in.before[at];
  int lag = core->in.lag[at];

  if (core->in.kind[at] == BF_EDGE_START_START)
    return lag == 0 ? pass->start_day[before]
                    : bf_core_day_of_work (core, pass->start_work[before] + lag);
  if (core->in.kind[at] == BF_EDGE_OVERLAP)
    return bf_core_day_of_work (core, pass->end_work[before] - lag);
  if (lag == 0)
    return pass->end_day[before] + 1;
  return bf_core_day_of_work (core, pass->end_work[before] + lag - 1) + 1;
}

static gboolean
is_event (const BfCore *core, int activity)
{
  return core->days[activity] == 0 && core->cutover[activity] < 0;
}

int
bf_pass_ready (const BfPass *pass, int activity, int *binding)
{
  const BfCore *core = pass->core;
  gboolean by_day = core->days[activity] == 0;
  int ready =
      by_day ? core->earliest[activity] : bf_core_work_of_day (core, core->earliest[activity]);

  if (pass->wait && !by_day)
    ready = MAX (ready, pass->wait[activity]);
  if (binding)
    *binding = -1;
  for (int at = core->in_first[activity]; at < core->in_first[activity + 1]; at++)
    {
      int allowed = by_day ? bf_pass_edge_day (pass, at) : bf_pass_edge_work (pass, at, activity);

      if (allowed <= ready)
        continue;
      ready = allowed;
      if (binding)
        *binding = at;
    }
  return ready;
}

/* --- Placing and taking out. --- */

static void
book_loads (BfPass *pass, int a, gboolean take)
{
  const BfCore *core = pass->core;
  int from = pass->start_work[a];
  int to = MIN (pass->end_work[a], core->n_work);

  for (int i = core->load_first[a]; i < core->load_first[a + 1]; i++)
    {
      guint64 *left = pass->left + (gsize) core->load_word[i] * (gsize) core->n_work;

      if (!take)
        bf_profile_free_up (left, from, to, core->load[i]);
      else if (core->fixed && core->fixed[a] != BF_BLANK)
        bf_profile_book_what_is_there (left, from, to, core->load[i]);
      else
        bf_profile_book (left, from, to, core->load[i]);
    }
}

static void
book_counters (BfPass *pass, int a, int step)
{
  const BfCore *core = pass->core;
  const BfCoreCutover *cutover;

  if (core->cutover[a] < 0 || pass->opening[a] < 0)
    return;
  cutover = &core->cutovers[core->cutover[a]];
  for (int i = cutover->use_first[pass->opening[a]]; i < cutover->use_first[pass->opening[a] + 1];
       i++)
    pass->counters[cutover->uses[i]] += step;
}

static void
book_money (BfPass *pass, int a, double sign)
{
  const BfCore *core = pass->core;
  int from = pass->start_work[a];
  int kind;

  if (!core->n_periods)
    return;
  bf_pass_spread_money (
      pass, a, from, core->days[a] ? pass->end_work[a] : from, pass->end_day[a], &kind);
  for (guint i = 0; i < core->n_periods; i++)
    pass->planned[i] += sign * pass->delta[i];
}

/* Books an activity whose place is written already. */
static void
commit (BfPass *pass, int a)
{
  int step = pass->core->step[a];

  book_loads (pass, a, TRUE);
  book_counters (pass, a, 1);
  book_money (pass, a, 1);
  pass->release[step] = MAX (pass->release[step], pass->end_day[a]);
  pass->ends_left[step]--;
  pass->placed[a] = TRUE;
  pass->n_placed++;
  bf_pass_reserve_opex (pass, step);
}

void
bf_pass_take_out (BfPass *pass, int activity)
{
  const BfCore *core = pass->core;
  int step = core->step[activity];

  book_loads (pass, activity, FALSE);
  book_counters (pass, activity, -1);
  pass->ends_left[step]++;
  pass->placed[activity] = FALSE;
  book_money (pass, activity, -1);
  pass->release[step] = -1;
  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    if (pass->placed[a])
      pass->release[step] = MAX (pass->release[step], pass->end_day[a]);
  pass->n_placed--;
  bf_pass_reserve_opex (pass, step);
}

void
bf_pass_put_back (BfPass *pass, int activity)
{
  commit (pass, activity);
}

int
bf_pass_short_team (const BfPass *pass, int a, int work)
{
  const BfCore *core = pass->core;

  for (int i = core->load_first[a]; i < core->load_first[a + 1]; i++)
    {
      gsize at = (gsize) core->load_word[i] * (gsize) core->n_work + (gsize) work;

      if (!bf_profile_has (pass->left[at], core->load[i]))
        return core->load_word[i] * BF_PROFILE_LANES +
               bf_profile_short_lane (pass->left[at], core->load[i]);
    }
  return -1;
}

static void
write_work (BfPass *pass, int a, int start)
{
  const BfCore *core = pass->core;

  pass->start_work[a] = start;
  pass->end_work[a] = start + core->days[a];
  pass->start_day[a] = core->day_of_work[start];
  pass->end_day[a] = core->day_of_work[start + core->days[a] - 1];
  pass->opening[a] = -1;
}

/* The last working day from @start on that a team lacks capacity for the activity; -1: none. */
static int
last_short_day (const BfPass *pass, int a, int start)
{
  const BfCore *core = pass->core;
  int last = -1;

  for (int i = core->load_first[a]; i < core->load_first[a + 1]; i++)
    {
      const guint64 *left = pass->left + (gsize) core->load_word[i] * (gsize) core->n_work;
      int day =
          bf_profile_short (left, MAX (start, last + 1), start + core->days[a], core->load[i]);

      last = MAX (last, day);
    }
  return last;
}

/* The first start from @start on that the budgets may allow; the activity may have to wait for its
 * teams besides. */
static int
skip_poor_days (BfPass *pass, int a, int start)
{
  const BfCore *core = pass->core;
  int days = core->days[a];

  while (start + days <= core->horizon_work)
    {
      BfBlock block = bf_pass_block_by_money (
          pass, a, start, start + days, core->day_of_work[start + days - 1], &pass->block_detail);

      if (block == BF_BLOCK_NONE)
        break;
      pass->block = block;
      start += block == BF_BLOCK_BUDGET ? bf_pass_days_too_early (pass, a, pass->block_detail) : 1;
    }
  return start;
}

static gboolean
place_work (BfPass *pass, int a, int from_day)
{
  const BfCore *core = pass->core;
  int days = core->days[a];
  int start = MAX (bf_pass_ready (pass, a, NULL), bf_core_work_of_day (core, from_day));
  int last = -1;

  for (;;)
    {
      if (core->n_periods)
        start = skip_poor_days (pass, a, start);
      if (start + days > core->horizon_work)
        break;
      last = last_short_day (pass, a, start);
      if (last < 0)
        {
          write_work (pass, a, start);
          return TRUE;
        }
      pass->block = BF_BLOCK_TEAM;
      start = last + 1;
    }
  /* Asked for a day behind the last possible one, no team was ever looked at. */
  if (pass->block == BF_BLOCK_TEAM && last >= 0)
    pass->block_detail = bf_pass_short_team (pass, a, last);
  return FALSE;
}

BfBlock
bf_pass_block_at (BfPass *pass, int activity, int work, int *detail)
{
  const BfCore *core = pass->core;

  for (int day = work; day < work + core->days[activity]; day++)
    {
      int team = bf_pass_short_team (pass, activity, day);

      if (team >= 0)
        {
          *detail = team;
          return BF_BLOCK_TEAM;
        }
    }
  return bf_pass_block_by_money (pass,
                                 activity,
                                 work,
                                 work + core->days[activity],
                                 core->day_of_work[work + core->days[activity] - 1],
                                 detail);
}

/* An activity without days of its own: it is when what it waits for has ended, or later when money
 * says so. */
static gboolean
place_event (BfPass *pass, int a, int from_day)
{
  const BfCore *core = pass->core;
  int day = bf_pass_ready (pass, a, NULL) - 1;

  if (from_day > day)
    day = bf_core_day_of_work (core, bf_core_work_of_day (core, from_day));

  while (day < core->horizon_day)
    {
      int work = bf_core_work_of_day (core, day + 1);
      BfBlock block = bf_pass_block_by_money (pass, a, work, work, day, &pass->block_detail);

      if (block == BF_BLOCK_NONE)
        {
          pass->start_work[a] = pass->end_work[a] = work;
          pass->start_day[a] = pass->end_day[a] = day;
          pass->opening[a] = -1;
          return TRUE;
        }
      pass->block = block;
      day = work < core->n_work ? core->day_of_work[work] : core->n_days;
    }
  return FALSE;
}

BfBlock
bf_pass_block_event (BfPass *pass, int activity, int work, int *detail)
{
  int day =
      MAX (bf_core_day_of_work (pass->core, work) - 1, bf_pass_ready (pass, activity, NULL) - 1);
  int from = bf_core_work_of_day (pass->core, day + 1);

  return bf_pass_block_by_money (pass, activity, from, from, day, detail);
}

/* --- Fixed places. --- */

static void
fix (BfPass *pass, int a, gint64 at)
{
  const BfCore *core = pass->core;
  int day;

  if (core->cutover[a] >= 0)
    {
      const BfCoreCutover *cutover = &core->cutovers[core->cutover[a]];

      bf_pass_fix_cutover (pass, cutover, at);
      return;
    }
  day = (int) CLAMP (at - core->origin, -1, core->n_days - 1);
  if (core->days[a])
    {
      write_work (pass, a, MIN (bf_core_work_of_day (core, day), core->n_work - core->days[a]));
      return;
    }
  pass->start_day[a] = pass->end_day[a] = day;
  pass->start_work[a] = pass->end_work[a] = bf_core_work_of_day (core, day + 1);
  pass->opening[a] = -1;
}

static void
place_fixed (BfPass *pass)
{
  const gint64 *fixed = pass->core->fixed;

  for (int a = 0; fixed && a < pass->core->n; a++)
    if (fixed[a] != BF_BLANK)
      {
        fix (pass, a, fixed[a]);
        commit (pass, a);
      }
}

/* --- Generation. --- */

static gboolean
comes_first (const double *keys, int a, int b)
{
  return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
}

static void
heap_push (int *heap, int *n, const double *keys, int a)
{
  int at = (*n)++;

  while (at > 0 && comes_first (keys, a, heap[(at - 1) / 2]))
    {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  heap[at] = a;
}

static int
heap_pop (int *heap, int *n, const double *keys)
{
  int top = heap[0];
  int last = heap[--*n];
  int at = 0;

  for (int child = 1; child < *n; child = 2 * at + 1)
    {
      if (child + 1 < *n && comes_first (keys, heap[child + 1], heap[child]))
        child++;
      if (!comes_first (keys, heap[child], last))
        break;
      heap[at] = heap[child];
      at = child;
    }
  heap[at] = last;
  return top;
}

gboolean
bf_pass_find_place (BfPass *pass, int a, int day)
{
  const BfCore *core = pass->core;

  if (core->cutover[a] >= 0)
    return bf_pass_place_cutover (pass, &core->cutovers[core->cutover[a]], day);
  return is_event (core, a) ? place_event (pass, a, day) : place_work (pass, a, day);
}

static gboolean
place (BfPass *pass, int a)
{
  gboolean found;

  if (pass->placed[a])
    return TRUE;
  pass->block = BF_BLOCK_NONE;
  found = bf_pass_find_place (pass, a, -1) && bf_pass_move_for_opex (pass, a);
  if (found)
    commit (pass, a);
  else
    pass->failed = a;
  return found;
}

void
bf_pass_order (BfPass *pass, const double *keys, int *order)
{
  const BfCore *core = pass->core;
  int n_heap = 0, n = 0;

  for (int a = 0; a < core->n; a++)
    {
      pass->waits[a] = core->in_first[a + 1] - core->in_first[a];
      if (pass->waits[a] == 0)
        heap_push (pass->heap, &n_heap, keys, a);
    }
  while (n_heap)
    {
      int a = order[n++] = heap_pop (pass->heap, &n_heap, keys);

      for (int i = core->out_first[a]; i < core->out_first[a + 1]; i++)
        if (--pass->waits[core->out[i]] == 0)
          heap_push (pass->heap, &n_heap, keys, core->out[i]);
    }
}

/* Places what follows the first n_order activities of pass->order. */
static gboolean
place_rest (BfPass *pass)
{
  while (pass->n_order < pass->core->n)
    {
      if (!place (pass, pass->order[pass->n_order]))
        return FALSE;
      pass->n_order++;
      pass->n_work++;
    }
  return TRUE;
}

gboolean
bf_pass_generate (BfPass *pass, const double *keys)
{
  bf_pass_reset (pass);
  place_fixed (pass);
  bf_pass_order (pass, keys, pass->order);
  return place_rest (pass);
}

gboolean
bf_pass_follow (BfPass *pass, const int *order, int same)
{
  while (pass->n_order > same)
    bf_pass_take_out (pass, pass->order[--pass->n_order]);
  memcpy (pass->order + same, order + same, (gsize) (pass->core->n - same) * sizeof (int));
  return place_rest (pass);
}
