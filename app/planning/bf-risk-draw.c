/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The times of a block of draws. */

#include "bf-risk-private.h"

#include <string.h>

#define DAYS_A_YEAR 365.25
/* After a rollback without an opening: a week to find out why. */
#define ROLLBACK_DAYS 7
#define LOOK_EVERY 64 /* activities, between looks for a cancellation */

#define ROW(block, array, i) ((block)->array + (gsize) (i) * (block)->model->block)

/* --- Memory --- */

BfRiskBlock *
bf_risk_block_new (const BfRiskModel *model)
{
  BfRiskBlock *block = g_new0 (BfRiskBlock, 1);
  gsize stride = model->block;

  block->model = model;
  block->start = g_new0 (int, stride *(model->n_activities + 1));
  block->end = g_new0 (int, stride *(model->n_activities + 1));
  block->day = g_new0 (int, stride *(model->n_activities + 1));
  block->factors = g_new0 (float, stride *(model->n_factors + 1));
  block->trouble = g_new0 (BfRiskTrouble, model->n_steps + 1);
  block->places = g_new0 (BfRiskPlace, stride * (model->n_cutovers + 1));
  block->again = g_new0 (BfRiskPlace, stride * (model->n_cutovers + 1));
  block->counters = g_new0 (guint8, stride * (model->n_counters + 1));
  block->crowds = g_new0 (BfRiskCrowd, stride * (bf_plan_count (model->set->plan, BF_TEAM) + 1));
  block->held_by = g_new0 (int, stride *(model->n_activities + 1));
  block->release = g_new0 (int, stride *(model->n_steps + 1));
  block->cutover_day = g_new0 (int, stride *(model->n_steps + 1));
  block->finish = g_new0 (int, stride);
  block->last = g_new0 (int, stride);
  block->lines.lines = g_new0 (float, (gsize) BF_RISK_BLOCK *(model->n_lines + 1));
  return block;
}

void
bf_risk_block_free (BfRiskBlock *block)
{
  gpointer owned[] = {
    block->start,       block->end,         block->day,     block->factors,
    block->trouble,     block->places,      block->again,   block->counters,
    block->release,     block->cutover_day, block->finish,  block->last,
    block->lines.lines, block->crowds,      block->held_by, block,
  };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
}

/* --- Lengths --- */

static void
multiply (float *values, const float *by, guint n)
{
  for (guint i = 0; i < n; i++)
    values[i] *= by[i];
}

/* The mean of its areas' factors, for work after the cutover. */
static void
area_factor (const BfRiskBlock *block, const BfRiskStep *step, float *values)
{
  for (guint i = 0; i < block->n; i++)
    values[i] = step->n_areas ? 0 : 1;
  for (guint j = 0; j < step->n_areas; j++)
    for (guint i = 0; i < block->n; i++)
      values[i] += ROW (block, factors, step->areas[j])[i] / (float) step->n_areas;
}

static void
fill_scale (BfRiskBlock *block,
            const BfRiskStep *step,
            const BfRiskActivity *activity,
            float *values)
{
  const float *drawn = NULL;

  switch (activity->kind)
    {
    case BF_ACTIVITY_OFFLINE:
      drawn = block->lines.offline;
      break;
    case BF_ACTIVITY_ONLINE:
      drawn = block->lines.online;
      break;
    case BF_ACTIVITY_REVIEW:
    case BF_ACTIVITY_CAMPAIGN:
      drawn = block->lines.lines + activity->line * BF_RISK_BLOCK;
      break;
    case BF_ACTIVITY_BUILD:
    case BF_ACTIVITY_PARALLEL:
    case BF_ACTIVITY_HYPERCARE:
    case BF_ACTIVITY_BUFFER:
    case BF_ACTIVITY_CUTOVER:
    case BF_N_ACTIVITIES:
    default:
      bf_risk_draw_scale (block->model, step, activity->kind, block->first, block->n, values);
      return;
    }
  for (guint i = 0; i < block->n; i++)
    values[i] = drawn[i];
}

static gboolean
is_after_cutover (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_ONLINE || kind == BF_ACTIVITY_PARALLEL ||
         kind == BF_ACTIVITY_CAMPAIGN || kind == BF_ACTIVITY_HYPERCARE;
}

/* Into `end`, where the times will find them. The buffer is what a draw may use up. */
static void
draw_length (
    BfRiskBlock *block, const BfRiskStep *step, int a, const float *after, gboolean has_areas)
{
  const BfRiskActivity *activity = &block->model->activities[a];
  float scale[BF_RISK_BLOCK];
  int *end = ROW (block, end, a);

  if (activity->days == 0 || activity->kind == BF_ACTIVITY_BUFFER)
    {
      for (guint i = 0; i < block->n; i++)
        end[i] = 0;
      return;
    }
  fill_scale (block, step, activity, scale);
  if (activity->team >= 0)
    multiply (scale, ROW (block, factors, activity->team), block->n);
  if (is_after_cutover (activity->kind) && has_areas)
    multiply (scale, after, block->n);
  else if (!is_after_cutover (activity->kind) && step->vendor >= 0)
    multiply (scale, ROW (block, factors, step->vendor), block->n);
  /* Up to whole days, where a thousandth is none. */
  for (guint i = 0; i < block->n; i++)
    end[i] = (int) ((float) activity->days * scale[i] + 0.999f);
}

static void
draw_lengths (BfRiskBlock *block, guint s)
{
  const BfRiskModel *model = block->model;
  const BfRiskStep *step = &model->steps[s];
  float after[BF_RISK_BLOCK];

  bf_risk_draw_lines (model, step, block->first, block->n, TRUE, &block->lines);
  area_factor (block, step, after);
  for (int a = step->first; a < step->first + step->n; a++)
    draw_length (block, step, a, after, step->n_areas > 0);
  if (step->n_cutovers)
    bf_risk_draw_trouble (model, step, block->first, block->n, &block->trouble[s]);
}

/* --- Times of what has a length --- */

static void
wait_for (BfRiskBlock *block, const BfRiskEdge *edge, int *start)
{
  const int *from = edge->kind == BF_RISK_EDGE_START ? ROW (block, start, edge->before)
                                                     : ROW (block, end, edge->before);
  int lag = edge->kind == BF_RISK_EDGE_OVERLAP ? -edge->lag : edge->lag;

  for (guint i = 0; i < block->n; i++)
    start[i] = MAX (start[i], from[i] + lag);
}

static const BfRiskEdge *
get_edge (const BfRiskModel *model, const BfRiskActivity *activity, int e)
{
  return &g_array_index (model->edges, BfRiskEdge, (guint) (activity->first_edge + e));
}

static void
time_work (BfRiskBlock *block, int a)
{
  const BfRiskModel *model = block->model;
  const BfRiskActivity *activity = &model->activities[a];
  int *start = ROW (block, start, a), *end = ROW (block, end, a), *day = ROW (block, day, a);

  for (guint i = 0; i < block->n; i++)
    start[i] = activity->earliest;
  for (int e = 0; e < activity->n_edges; e++)
    wait_for (block, get_edge (model, activity, e), start);
  bf_risk_await_people (block, a, start, ROW (block, held_by, a));
  for (guint i = 0; i < block->n; i++)
    end[i] += start[i];
  for (int e = 0; e < activity->n_edges; e++)
    {
      const BfRiskEdge *edge = get_edge (model, activity, e);
      const int *before = ROW (block, end, edge->before);

      for (guint i = 0; edge->kind == BF_RISK_EDGE_OVERLAP && i < block->n; i++)
        end[i] = MAX (end[i], before[i]);
    }
  bf_risk_keep_people (block, a, start, end);
  for (guint i = 0; activity->wants_day && i < block->n; i++)
    day[i] = bf_risk_day (model, end[i] - 1);
}

/* --- Times of what has none --- */

/* The first day that the edge leaves free. */
static int
day_after (const BfRiskBlock *block, const BfRiskEdge *edge, guint i)
{
  const BfRiskModel *model = block->model;

  switch (edge->kind)
    {
    case BF_RISK_EDGE_CORE:
      return ROW (block, day, edge->before)[i] + edge->lag;
    case BF_RISK_EDGE_START:
      return bf_risk_day (model, ROW (block, start, edge->before)[i] + edge->lag);
    case BF_RISK_EDGE_OVERLAP:
      return bf_risk_day (model, ROW (block, end, edge->before)[i] - edge->lag - 1) + 1;
    case BF_RISK_EDGE_FINISH:
    default:
      return edge->lag == 0
                 ? ROW (block, day, edge->before)[i] + 1
                 : bf_risk_day (model, ROW (block, end, edge->before)[i] + edge->lag - 1) + 1;
    }
}

/* An activity of no length has the day before what follows it. */
static void
time_event (BfRiskBlock *block, int a)
{
  const BfRiskModel *model = block->model;
  const BfRiskActivity *activity = &model->activities[a];
  gboolean planned = activity->earliest > 0 || activity->n_edges == 0;
  int *day = ROW (block, day, a), *start = ROW (block, start, a), *end = ROW (block, end, a);

  for (guint i = 0; i < block->n; i++)
    {
      day[i] = planned ? activity->planned_finish : 0;
      start[i] = activity->earliest;
    }
  for (int e = 0; e < activity->n_edges; e++)
    {
      const BfRiskEdge *edge = get_edge (model, activity, e);

      wait_for (block, edge, start);
      for (guint i = 0; i < block->n; i++)
        day[i] = MAX (day[i], day_after (block, edge, i) - 1);
    }
  for (guint i = 0; i < block->n; i++)
    end[i] = start[i];
}

/* --- Cutovers --- */

static gint64
minutes_of (float hours)
{
  return (gint64) ((double) hours * 60 + 0.5);
}

/* The opening that saw the failure is over; without one the cause takes a week to find. */
static gint64
retry_from (const BfRiskModel *model, const BfRiskCutover *cutover, BfRiskPlace place, gint64 end)
{
  if (place.opening >= 0)
    return MAX (end, cutover->openings->end[place.opening]);
  if (place.opening == BF_RISK_BEYOND)
    return place.minute + cutover->repeat;
  return end + (gint64) ROLLBACK_DAYS * BF_MINUTES_PER_DAY;
}

/* Minute at which the cutover has ended, trouble and repetition included. */
static gint64
cutover_end (BfRiskBlock *block, const BfRiskCutover *cutover, guint i)
{
  const BfRiskTrouble *trouble = &block->trouble[cutover->step];
  BfRiskPlace place = ROW (block, places, cutover - block->model->cutovers)[i];
  BfRiskPlace *again = &ROW (block, again, cutover - block->model->cutovers)[i];
  gint64 stop = MAX (1, minutes_of (trouble->stop[i]));
  gint64 end = place.minute + stop;

  again->opening = BF_RISK_NEVER;
  if (!cutover->last)
    return end;
  end += minutes_of (trouble->first[i]);
  if (!trouble->rolls_back[i])
    return end;
  *again =
      bf_risk_place_cutover (block, cutover, i, retry_from (block->model, cutover, place, end));
  return again->minute + stop + minutes_of (trouble->second[i]);
}

static void
time_cutover (BfRiskBlock *block, int a)
{
  const BfRiskModel *model = block->model;
  const BfRiskActivity *activity = &model->activities[a];
  const BfRiskCutover *cutover = &model->cutovers[activity->cutover];
  int *day = ROW (block, day, a), *cutover_day = ROW (block, cutover_day, activity->step);
  BfRiskPlace *places = ROW (block, places, activity->cutover);

  for (guint i = 0; i < block->n; i++)
    {
      int ready = activity->planned_start;

      for (int e = 0; e < activity->n_edges; e++)
        ready = MAX (ready, day_after (block, get_edge (model, activity, e), i));
      places[i] = (BfRiskPlace){ cutover->planned, cutover->opening };
      if (ready > activity->planned_start)
        {
          bf_risk_leave_opening (block, cutover, i);
          places[i] =
              bf_risk_place_cutover (block, cutover, i, bf_day_minute (model->origin + ready));
        }
      day[i] = (int) (bf_minute_day (cutover_end (block, cutover, i) - 1) - model->origin);
      cutover_day[i] = MAX (cutover_day[i], day[i]);
      ROW (block, start, a)
      [i] = bf_risk_count (model, (int) (bf_minute_day (places[i].minute) - model->origin));
      ROW (block, end, a)[i] = bf_risk_count (model, day[i] + 1);
    }
}

/* --- Whole --- */

static void
reset (BfRiskBlock *block)
{
  const BfRiskModel *model = block->model;

  for (guint c = 0; c < model->n_counters; c++)
    memset (ROW (block, counters, c), model->booked[c], block->n);
  for (guint t = 0; t < bf_plan_count (model->set->plan, BF_TEAM); t++)
    for (guint i = 0; i < block->n; i++)
      ROW (block, crowds, t)[i].n = 0;
  for (guint s = 0; s < model->n_steps; s++)
    for (guint i = 0; i < block->n; i++)
      {
        ROW (block, release, s)[i] = 0;
        ROW (block, cutover_day, s)[i] = -1;
      }
  for (guint i = 0; i < block->n; i++)
    block->finish[i] = -1;
}

static void
note_release (BfRiskBlock *block, int a)
{
  int *release = ROW (block, release, block->model->activities[a].step);
  const int *day = ROW (block, day, a);

  for (guint i = 0; i < block->n; i++)
    {
      release[i] = MAX (release[i], day[i]);
      block->last[i] = day[i] > block->finish[i] ? a : block->last[i];
      block->finish[i] = MAX (block->finish[i], day[i]);
    }
}

static void
time_activity (BfRiskBlock *block, int a)
{
  const BfRiskActivity *activity = &block->model->activities[a];

  if (activity->cutover >= 0)
    time_cutover (block, a);
  else if (activity->days > 0)
    time_work (block, a);
  else
    time_event (block, a);
  if (activity->wants_day || activity->days == 0)
    note_release (block, a);
}

static gboolean
is_cancelled (const BfRiskModel *model)
{
  return model->options.cancellable && g_cancellable_is_cancelled (model->options.cancellable);
}

gboolean
bf_risk_block_fill (BfRiskBlock *block, guint first, guint n)
{
  const BfRiskModel *model = block->model;

  block->first = first;
  block->n = n;
  reset (block);
  for (guint i = 0; i < model->n_factors; i++)
    bf_risk_draw_factor (model, i, first, n, ROW (block, factors, i));
  for (guint s = 0; s < model->n_steps; s++)
    {
      if (s % LOOK_EVERY == 0 && is_cancelled (model))
        return FALSE;
      draw_lengths (block, s);
    }
  for (guint i = 0; i < model->n_activities; i++)
    {
      if (i % LOOK_EVERY == 0 && is_cancelled (model))
        return FALSE;
      time_activity (block, model->order[i]);
    }
  return TRUE;
}

/* --- What a draw says --- */

int
bf_risk_block_binding (const BfRiskBlock *block, int a, guint draw)
{
  const BfRiskModel *model = block->model;
  const BfRiskActivity *activity = &model->activities[a];
  gboolean by_count = activity->days > 0;
  int binding = -1;
  int latest = by_count ? activity->earliest : activity->planned_start;

  if (!by_count && activity->cutover < 0 && activity->earliest == 0)
    latest = 0;
  for (int e = 0; e < activity->n_edges; e++)
    {
      const BfRiskEdge *edge = get_edge (model, activity, e);
      int lag = edge->kind == BF_RISK_EDGE_OVERLAP ? -edge->lag : edge->lag;
      int from = by_count
                     ? (edge->kind == BF_RISK_EDGE_START ? ROW (block, start, edge->before)
                                                         : ROW (block, end, edge->before))[draw] +
                           lag
                     : day_after (block, edge, draw);

      if (from <= latest)
        continue;
      latest = from;
      binding = edge->before;
    }
  if (by_count && ROW (block, start, a)[draw] > latest)
    return ROW (block, held_by, a)[draw];
  return binding;
}

double
bf_risk_block_double_running (const BfRiskBlock *block, guint draw)
{
  const BfRiskModel *model = block->model;
  double sum = 0;

  for (guint s = 0; s < model->n_steps; s++)
    {
      const GArray *runs = model->steps[s].double_runs;
      int from = ROW (block, cutover_day, s)[draw];

      for (guint i = 0; from >= 0 && i < runs->len; i++)
        {
          const BfDoubleRun *run = &g_array_index (runs, BfDoubleRun, i);
          int to = run->decommission >= 0 ? ROW (block, release, run->decommission)[draw]
                                          : model->horizon_end;

          sum += (double) run->minor_a_year * MAX (0, to - from) / DAYS_A_YEAR;
        }
    }
  return sum;
}
