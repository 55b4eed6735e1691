/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-private.h"

#include "bf-random.h"

#include <string.h>

/* What a step's numbers are drawn from; lines follow, a block each. */
enum
{
  VARIABLE_BUILD,
  VARIABLE_CAPEX,
  VARIABLE_STOP,
  VARIABLE_TROUBLE,
  VARIABLE_OVERRUN,
  VARIABLE_ROLLBACK,
  VARIABLE_SECOND_OVERRUN,
  VARIABLE_PARALLEL,
  VARIABLE_HYPERCARE,
  VARIABLE_TAIL,
  VARIABLE_BRIDGE,
  VARIABLE_LINES = 32,
};
enum
{
  LINE_WEEKS,
  LINE_EFFORT,
  LINE_CHANCE,
  LINE_REWORK,
  LINE_FRACTION,
  LINE_BLOCK = 8,
};

#define DAYS_A_YEAR 365.25
/* After a rollback without an opening: a week to find out why. */
#define ROLLBACK_DAYS 7

/* --- Memory --- */

BfRiskDraw *
bf_risk_draw_new (const BfRiskModel *model)
{
  BfRiskDraw *draw = g_new0 (BfRiskDraw, 1);
  double **numbers[] = {
    &draw->capex,         &draw->opex,          &draw->validation,    &draw->hours,
    &draw->lost,          &draw->downtime_cost, &draw->overrun_hours, &draw->stop_hours,
    &draw->offline_scale, &draw->online_scale,
  };

  draw->start = g_new0 (gint64, model->n_activities + 1);
  draw->end = g_new0 (gint64, model->n_activities + 1);
  draw->end_day = g_new0 (gint64, model->n_activities + 1);
  draw->binding = g_new0 (int, model->n_activities + 1);
  draw->missed = g_new0 (gboolean, model->n_activities + 1);
  draw->release = g_new0 (gint64, model->n_steps + 1);
  draw->cutover_day = g_new0 (gint64, model->n_steps + 1);
  draw->rolls_back = g_new0 (gboolean, model->n_steps + 1);
  draw->factor = g_new0 (double, model->n_teams + 1);
  draw->line_scale = g_new0 (double *, model->n_steps + 1);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    *numbers[i] = g_new0 (double, model->n_steps + 1);
  for (guint i = 0; i < model->n_steps; i++)
    draw->line_scale[i] = g_new0 (double, model->steps[i].step->lines->len + 1);
  return draw;
}

void
bf_risk_draw_free (BfRiskDraw *draw, const BfRiskModel *model)
{
  gpointer blocks[] = {
    draw->start,      draw->end,           draw->end_day,       draw->binding,
    draw->missed,     draw->release,       draw->cutover_day,   draw->rolls_back,
    draw->factor,     draw->capex,         draw->opex,          draw->validation,
    draw->hours,      draw->lost,          draw->downtime_cost, draw->overrun_hours,
    draw->stop_hours, draw->offline_scale, draw->online_scale,
  };

  for (guint i = 0; i < model->n_steps; i++)
    g_free (draw->line_scale[i]);
  g_free (draw->line_scale);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_free (blocks[i]);
  g_free (draw);
}

/* --- Numbers of a step --- */

static double
pert_of (const BfModelStep *step, guint number, guint variable, BfEstimate estimate)
{
  if (!(estimate.max > estimate.min))
    return estimate.likely;
  return bf_random_pert (estimate, bf_random_uniform (step->stream, number, variable));
}

static gboolean
happens (const BfModelStep *step, guint number, guint variable, double chance)
{
  return chance > 0 && bf_random_uniform (step->stream, number, variable) < chance;
}

/* 1 and what rework adds. One unit is reworked or not; of many a share is. */
static double
rework_of (const BfModelStep *step, guint number, guint first, const BfQualificationLine *line)
{
  double chance = pert_of (step, number, first + LINE_CHANCE, line->rework_chance);

  if (line->units > 1)
    return 1 + chance * pert_of (step, number, first + LINE_FRACTION, line->rework_fraction);
  if (!happens (step, number, first + LINE_REWORK, chance))
    return 1;
  return 1 + pert_of (step, number, first + LINE_FRACTION, line->rework_fraction);
}

/* Effort and weeks of the lines; what the package becomes. */
static void
draw_lines (BfRiskDraw *draw, const BfModelStep *step, guint s, guint number)
{
  double weeks[2] = { 0, 0 };
  double days = 0;
  double package, share;

  draw->validation[s] = 0;
  for (guint i = 0; i < step->step->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (step->step->lines, BfQualificationLine, i);
      guint first = VARIABLE_LINES + LINE_BLOCK * i;
      double rework = rework_of (step, number, first, line);
      double effort = line->units * pert_of (step, number, first + LINE_EFFORT, line->effort);
      double scale = line->person_days > 0 ? effort * rework / line->person_days : 1;

      draw->line_scale[s][i] = scale;
      draw->validation[s] += scale * (double) (line->cost_minor - line->saved_minor);
      if (line->special || line->neighbour >= 0)
        continue;
      weeks[line->offline] += rework * pert_of (step, number, first + LINE_WEEKS, line->weeks);
      days += scale * line->person_days;
    }
  package = MAX (weeks[0] + weeks[1], step->step->latency_weeks);
  if (step->own_days > 0)
    package = MAX (package, step->step->effort_weeks * days / step->own_days);
  share = weeks[0] + weeks[1] > 0 ? weeks[1] / (weeks[0] + weeks[1]) : 0;
  package /= MAX (step->step->package_weeks, 1e-9);
  draw->offline_scale[s] = step->offline_share > 0 ? package * share / step->offline_share : 1;
  draw->online_scale[s] =
      step->offline_share < 1 ? package * (1 - share) / (1 - step->offline_share) : 1;
}

static void
draw_downtime (BfRiskDraw *draw, const BfModelStep *step, guint s, guint number)
{
  const BfStep *row = step->step;
  gboolean trouble =
      row->has_cutover && happens (step, number, VARIABLE_TROUBLE, row->problem_chance);
  double first = trouble ? pert_of (step, number, VARIABLE_OVERRUN, row->overrun_hours) : 0;
  double second = 0, again = 0;
  double stop = row->plans_stop ? pert_of (step, number, VARIABLE_STOP, row->stop_hours) : 0;

  draw->rolls_back[s] = trouble && happens (step, number, VARIABLE_ROLLBACK, row->rollback_chance);
  if (draw->rolls_back[s])
    {
      second = pert_of (step, number, VARIABLE_SECOND_OVERRUN, row->overrun_hours);
      again = stop / MAX (1, row->n_cutovers);
    }
  draw->stop_hours[s] = stop / MAX (1, row->n_cutovers);
  draw->overrun_hours[s] = first;
  draw->hours[s] = stop + first + second + again;
  draw->lost[s] = (stop + again) * step->outside_share + first + second;
  draw->downtime_cost[s] = stop * step->planned_rate + (first + second) * step->mean_rate +
                           (draw->rolls_back[s] ? row->redo_cost * BF_MINOR_PER_UNIT : 0);
}

static void
draw_step (BfRiskDraw *draw, const BfRiskModel *model, guint s, guint number)
{
  const BfModelStep *step = &model->steps[s];
  const BfRules *rules = bf_catalogue_rules (model->set->catalogue);
  double tail = model->options.tail && happens (step, number, VARIABLE_TAIL, rules->tail_chance)
                    ? rules->tail_factor
                    : 1;

  draw->capex[s] =
      tail * pert_of (step, number, VARIABLE_CAPEX, step->step->capex) * BF_MINOR_PER_UNIT;
  draw_lines (draw, step, s, number);
  draw_downtime (draw, step, s, number);
}

static void
draw_factors (BfRiskDraw *draw, const BfRiskModel *model, guint number)
{
  double spread = model->options.team_spread == 0 ? 0.1 : MAX (0, model->options.team_spread);
  BfEstimate factor = { 1 - spread, 1, 1 + spread };

  for (guint i = 0; i < model->n_teams; i++)
    draw->factor[i] =
        spread > 0 ? bf_random_pert (factor, bf_random_uniform (model->team_streams[i], number, 0))
                   : 1;
}

/* --- Lengths --- */

/* A drawn value over the mean that the plan took; 1 where nothing is estimated. */
static double
relative (const BfModelStep *step, guint number, guint variable, BfEstimate estimate)
{
  double mean = bf_estimate_mean (estimate);

  return mean > 0 ? pert_of (step, number, variable, estimate) / mean : 1;
}

static double
scale_of (const BfRiskDraw *draw, const BfModelStep *step, const BfActivity *activity, guint number)
{
  const BfStep *row = step->step;

  switch (activity->kind)
    {
    case BF_ACTIVITY_BUILD:
      return relative (step, number, VARIABLE_BUILD, row->build_weeks);
    case BF_ACTIVITY_OFFLINE:
      return draw->offline_scale[activity->step];
    case BF_ACTIVITY_ONLINE:
      return draw->online_scale[activity->step];
    case BF_ACTIVITY_REVIEW:
    case BF_ACTIVITY_CAMPAIGN:
      return draw->line_scale[activity->step]
                             [g_array_index (row->campaigns, BfCampaign, activity->part).line];
    case BF_ACTIVITY_PARALLEL:
      return relative (step, number, VARIABLE_PARALLEL, row->parallel_weeks);
    case BF_ACTIVITY_HYPERCARE:
      return relative (step, number, VARIABLE_HYPERCARE, row->hypercare_weeks);
    case BF_ACTIVITY_BUFFER: /* what a draw may use up */
    case BF_ACTIVITY_CUTOVER:
    case BF_N_ACTIVITIES:
    default:
      return 0;
    }
}

static gint64
length_of (const BfRiskDraw *draw,
           const BfRiskModel *model,
           const BfModelActivity *activity,
           guint number)
{
  const BfModelStep *step = &model->steps[activity->activity->step];
  double factor = activity->team >= 0 ? draw->factor[activity->team] : 1;

  if (activity->activity->days == 0)
    return 0;
  return (gint64) ceil (
      activity->activity->days * factor * scale_of (draw, step, activity->activity, number) - 1e-6);
}

/* --- Times --- */

typedef struct
{
  gint64 start, end; /* counts from which it may begin, and end */
  gint64 day;        /* calendar day from which a cutover may begin */
  int binding;
} Ready;

static void
wait_for (Ready *ready, const BfRiskDraw *draw, const BfRiskModel *model, const BfModelEdge *edge)
{
  gint64 from = draw->end[edge->before] + edge->lag;
  gint64 day =
      edge->lag == 0 ? draw->end_day[edge->before] + 1 : bf_risk_model_day (model, from - 1) + 1;

  if (edge->kind == BF_EDGE_OVERLAP)
    {
      from = draw->end[edge->before] - edge->lag;
      ready->end = MAX (ready->end, draw->end[edge->before]);
    }
  else if (edge->kind == BF_EDGE_START_START)
    {
      from = draw->start[edge->before] + edge->lag;
      day = bf_risk_model_day (model, from);
    }
  if (from > ready->start)
    {
      ready->start = from;
      ready->binding = edge->before;
    }
  ready->day = MAX (ready->day, day);
}

static Ready
readiness (const BfRiskDraw *draw, const BfRiskModel *model, const BfModelActivity *activity)
{
  Ready ready = { activity->earliest, G_MININT64, activity->placing->start, -1 };

  if (activity->earliest == G_MININT64)
    ready.start = 0;
  for (guint i = 0; i < activity->before->len; i++)
    wait_for (&ready, draw, model, &g_array_index (activity->before, BfModelEdge, i));
  return ready;
}

/* The first minute of a cutover that may begin on @day, planned for or after it. */
static gint64
cutover_minute (BfRiskDraw *draw, const BfRiskModel *model, int a, gint64 day)
{
  const BfModelActivity *activity = &model->activities[a];
  gint64 planned = activity->placing->start_minute;
  int opening;
  gint64 minute;

  if (day <= activity->placing->start)
    return planned;
  if (!activity->openings)
    {
      gint64 working = bf_risk_model_day (model, bf_risk_model_count (model, day));

      draw->missed[a] = TRUE;
      return planned + (working - activity->placing->start) * BF_MINUTES_PER_DAY;
    }
  minute = bf_risk_model_fit (model, activity, bf_day_minute (day), &opening);
  draw->missed[a] = opening != (int) activity->opening;
  return minute;
}

/* Last minute of the cutover that begins at @minute, trouble and repetition included. */
static gint64
cutover_end (const BfRiskDraw *draw, const BfRiskModel *model, int a, gint64 minute)
{
  const BfModelActivity *activity = &model->activities[a];
  int s = activity->activity->step;
  gint64 stop = (gint64) (draw->stop_hours[s] * 60 + 0.5);
  gint64 end = minute + MAX (stop, 1);
  int opening;

  if (!activity->last)
    return end;
  end += (gint64) (draw->overrun_hours[s] * 60 + 0.5);
  if (!draw->rolls_back[s])
    return end;
  if (!activity->openings)
    return end + (gint64) ROLLBACK_DAYS * BF_MINUTES_PER_DAY;
  /* The opening that saw the failure is over. */
  minute = bf_risk_model_fit (model, activity, minute, &opening);
  minute = opening >= 0 ? activity->openings->end[opening] : end;
  return bf_risk_model_fit (model, activity, MAX (minute, end), &opening) + MAX (stop, 1);
}

static void
time_cutover (BfRiskDraw *draw, const BfRiskModel *model, int a)
{
  const BfModelActivity *activity = &model->activities[a];
  int s = activity->activity->step;
  Ready ready = readiness (draw, model, activity);
  gint64 minute = cutover_minute (draw, model, a, ready.day);
  gint64 last = bf_minute_day (cutover_end (draw, model, a, minute) - 1);

  draw->binding[a] = ready.day > activity->placing->start ? ready.binding : -1;
  draw->start[a] = bf_risk_model_count (model, bf_minute_day (minute));
  draw->end_day[a] = last;
  draw->end[a] = bf_risk_model_count (model, last + 1);
  draw->cutover_day[s] = MAX (draw->cutover_day[s], last);
}

static void
time_activity (BfRiskDraw *draw, const BfRiskModel *model, int a, guint number)
{
  const BfModelActivity *activity = &model->activities[a];
  Ready ready;

  draw->missed[a] = FALSE;
  if (activity->activity->kind == BF_ACTIVITY_CUTOVER)
    {
      time_cutover (draw, model, a);
      return;
    }
  ready = readiness (draw, model, activity);
  draw->binding[a] = ready.binding;
  draw->start[a] = ready.start;
  draw->end[a] = MAX (ready.end, ready.start + length_of (draw, model, activity, number));
  draw->end_day[a] =
      draw->end[a] > draw->start[a] ? bf_risk_model_day (model, draw->end[a] - 1) : ready.day - 1;
  if (draw->end[a] == draw->start[a] && ready.binding < 0)
    draw->end_day[a] = activity->placing->finish;
}

static void
time_all (BfRiskDraw *draw, const BfRiskModel *model, guint number)
{
  for (guint s = 0; s < model->n_steps; s++)
    draw->release[s] = draw->cutover_day[s] = G_MININT64;
  draw->finish = G_MININT64;
  for (guint i = 0; i < model->n_activities; i++)
    {
      int a = model->order[i];
      int s = model->activities[a].activity->step;

      time_activity (draw, model, a, number);
      draw->release[s] = MAX (draw->release[s], draw->end_day[a]);
      if (draw->end_day[a] > draw->finish)
        {
          draw->finish = draw->end_day[a];
          draw->last = a;
        }
    }
}

/* --- Money that follows from times --- */

static double
double_running_of (const BfRiskDraw *draw, const BfRiskModel *model, guint s)
{
  const GArray *runs = model->steps[s].double_runs;
  double sum = 0;

  if (draw->cutover_day[s] == G_MININT64)
    return 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const BfDoubleRun *run = &g_array_index (runs, BfDoubleRun, i);
      gint64 to = run->decommission >= 0 ? draw->release[run->decommission] : model->horizon_end;

      sum += (double) run->minor_a_year * (double) MAX (0, to - draw->cutover_day[s]) / DAYS_A_YEAR;
    }
  return sum;
}

/* The plant stands from the cutover to the release. */
static void
price_interim (BfRiskDraw *draw, const BfRiskModel *model, guint s)
{
  const BfInterimDay *day = &model->steps[s].interim;
  double days;

  if (day->hours <= 0 || draw->cutover_day[s] == G_MININT64)
    return;
  days = (double) MAX (0,
                       bf_risk_model_count (model, draw->release[s] + 1) -
                           bf_risk_model_count (model, draw->cutover_day[s] + 1));
  draw->hours[s] += days * day->hours;
  draw->lost[s] += days * day->hours;
  draw->downtime_cost[s] += days * day->minor;
}

static void
price_all (BfRiskDraw *draw, const BfRiskModel *model, guint number)
{
  draw->double_running = draw->bridges = 0;
  for (guint s = 0; s < model->n_steps; s++)
    {
      const BfModelStep *step = &model->steps[s];
      gint64 left = MAX (0, model->horizon_end - draw->release[s]);

      draw->opex[s] = step->step->opex_year * BF_MINOR_PER_UNIT * (double) left / DAYS_A_YEAR;
      draw->double_running += double_running_of (draw, model, s);
      price_interim (draw, model, s);
      if (step->n_bridges)
        draw->bridges += step->n_bridges * BF_MINOR_PER_UNIT *
                         pert_of (step, number, VARIABLE_BRIDGE, model->bridge);
    }
}

void
bf_risk_draw_fill (BfRiskDraw *draw, const BfRiskModel *model, guint number)
{
  draw_factors (draw, model, number);
  for (guint s = 0; s < model->n_steps; s++)
    draw_step (draw, model, s, number);
  time_all (draw, model, number);
  price_all (draw, model, number);
}
