/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-private.h"

#include "bf-random.h"
#include "bf-step-private.h"

#define WEEK_MINUTES ((gint64) 7 * BF_MINUTES_PER_DAY)
#define SHUTDOWN_WEEKS 52

/* --- Days --- */

static void
fill_days (BfRiskModel *model)
{
  gint64 last = bf_calendar_last_day (model->calendar);

  model->first_day = bf_calendar_first_day (model->calendar);
  model->horizon_end = bf_plan_horizon_end (model->set->plan);
  model->n_days = last - model->first_day + 1;
  model->work = g_new (gint64, model->n_days + 1);
  model->count = g_new (gint64, model->n_days + 1);
  for (gint64 i = 0; i < model->n_days; i++)
    {
      model->count[i] = model->n_work;
      if (bf_calendar_is_working (model->calendar, model->first_day + i))
        model->work[model->n_work++] = model->first_day + i;
    }
}

gint64
bf_risk_model_day (const BfRiskModel *model, gint64 count)
{
  if (count < 0)
    return model->first_day + count;
  if (count < model->n_work)
    return model->work[count];
  return model->first_day + model->n_days + (count - model->n_work) * 7 / 5;
}

gint64
bf_risk_model_count (const BfRiskModel *model, gint64 day)
{
  gint64 since = day - model->first_day;

  if (since < 0)
    return since;
  if (since < model->n_days)
    return model->count[since];
  return model->n_work + (since - model->n_days) * 5 / 7;
}

/* --- Activities --- */

static int
main_team (const BfLoads *loads)
{
  int team = -1;
  double most = 0;

  for (guint i = 0; i < loads->n; i++)
    if (loads->of[i].team >= 0 && loads->of[i].person_days > most)
      {
        most = loads->of[i].person_days;
        team = loads->of[i].team;
      }
  return team;
}

static gboolean
is_booked (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_BUILD || kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_REVIEW ||
         kind == BF_ACTIVITY_CUTOVER;
}

/* A shutdown comes again each year, a weekend rule after its own number of weeks. */
static gint64
repeat_of (const BfRiskModel *model, const BfModelActivity *activity)
{
  const BfOpenings *all = activity->openings;
  gint64 weeks = 1;

  for (guint i = 0; activity->opening < all->n && i < all->n_areas; i++)
    {
      const BfStretch *stretch = all->stretch[activity->opening * all->n_areas + i];
      const BfWindow *window =
          stretch->window < 0
              ? NULL
              : BF_ROW (model->set->plan, WINDOW, BfWindow, (guint) stretch->window);

      if (stretch->shutdown)
        weeks = SHUTDOWN_WEEKS;
      else if (window && window->repeats != BF_BLANK)
        weeks = MAX (weeks, window->repeats);
    }
  return weeks * WEEK_MINUTES;
}

static void
fill_openings (BfRiskModel *model, BfModelActivity *activity)
{
  const BfStep *step = model->steps[activity->activity->step].step;
  const int *areas;
  guint n = bf_step_cutover_areas (step, (guint) activity->activity->part, &areas);
  const BfPlacing *placing = activity->placing;

  if (activity->activity->kind != BF_ACTIVITY_CUTOVER || placing->placement != BF_PLACEMENT_OPENING)
    return;
  activity->openings = bf_calendar_openings (model->calendar,
                                             areas,
                                             n,
                                             (const int *) (gconstpointer) step->systems->data,
                                             step->systems->len,
                                             activity->activity->minutes);
  while (activity->opening < activity->openings->n &&
         (placing->start_minute < activity->openings->start[activity->opening] ||
          placing->start_minute + activity->activity->minutes >
              activity->openings->end[activity->opening]))
    activity->opening++;
  activity->repeat = repeat_of (model, activity);
}

static void
fill_activity (BfRiskModel *model, guint i)
{
  BfModelActivity *activity = &model->activities[i];

  activity->activity = &g_array_index (model->network->activities, BfActivity, i);
  activity->placing = &model->schedule->placings[i];
  activity->earliest = is_booked (activity->activity->kind)
                           ? bf_risk_model_count (model, activity->placing->start)
                           : G_MININT64;
  activity->team = main_team (&activity->activity->loads);
  activity->before = g_array_new (FALSE, FALSE, sizeof (BfModelEdge));
  fill_openings (model, activity);
}

/* Soft orders that the plan does not keep hold nobody in a draw either. */
static gboolean
is_given_up (const BfRiskModel *model, const BfEdge *edge)
{
  return edge->soft && model->activities[edge->after].placing->start <=
                           model->activities[edge->before].placing->finish;
}

static void
fill_edges (BfRiskModel *model)
{
  for (guint i = 0; i < model->network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (model->network->edges, BfEdge, i);
      BfModelEdge own = { edge->before, edge->kind, edge->lag };

      if (!is_given_up (model, edge))
        g_array_append_val (model->activities[edge->after].before, own);
    }
}

/* Depth first; the network has no loops, and people flow forward in time only. */
static void
visit (BfRiskModel *model, int activity, gboolean *seen, guint *n)
{
  const GArray *before = model->activities[activity].before;

  if (seen[activity])
    return;
  seen[activity] = TRUE;
  for (guint i = 0; i < before->len; i++)
    visit (model, g_array_index (before, BfModelEdge, i).before, seen, n);
  model->order[(*n)++] = activity;
}

static void
sort_activities (BfRiskModel *model)
{
  g_autofree gboolean *seen = g_new0 (gboolean, model->n_activities + 1);
  guint n = 0;

  model->order = g_new (int, model->n_activities + 1);
  for (guint i = 0; i < model->n_activities; i++)
    visit (model, (int) i, seen, &n);
}

/* --- Steps --- */

static void
fill_lines (BfModelStep *step)
{
  double weeks[2] = { 0, 0 };

  for (guint i = 0; i < step->step->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (step->step->lines, BfQualificationLine, i);

      if (line->special || line->neighbour >= 0)
        continue;
      weeks[line->offline] += bf_estimate_mean (line->weeks);
      step->own_days += line->person_days;
    }
  step->offline_share = weeks[0] + weeks[1] > 0 ? weeks[1] / (weeks[0] + weeks[1]) : 0;
}

static void
fill_step (BfRiskModel *model, guint i)
{
  BfModelStep *step = &model->steps[i];

  step->step = g_ptr_array_index (model->set->steps, i);
  step->stream = bf_random_stream (model->options.seed, step->step->key);
  step->mean_rate = bf_step_mean_rate (model->set, step->step) * BF_MINOR_PER_UNIT;
  step->n_bridges = bf_step_n_bridges (model->set, step->step);
  step->interim = bf_cost_of_interim_day (model->set, step->step);
  step->double_runs = bf_cost_double_runs (model->set, (int) i);
  fill_lines (step);
}

/* Which cutovers cost planned hours, and which one a rollback repeats. */
static void
fill_cutovers (BfRiskModel *model, guint i)
{
  BfModelStep *step = &model->steps[i];
  double factor = bf_plan_planned_stop_factor (model->set->plan, model->set->catalogue);
  int last = -1;

  for (int a = model->network->first[i]; a < model->network->first[i + 1]; a++)
    {
      const BfModelActivity *activity = &model->activities[a];

      if (activity->activity->kind != BF_ACTIVITY_CUTOVER)
        continue;
      if (last < 0 || activity->placing->start >= model->activities[last].placing->start)
        last = a;
      if (activity->placing->placement != BF_PLACEMENT_BEARABLE)
        continue;
      step->outside_share += 1.0 / MAX (1, step->step->n_cutovers);
      step->planned_rate += factor *
                            (double) bf_step_cutover_rate_minor (
                                model->set, step->step, (guint) activity->activity->part) /
                            MAX (1, step->step->n_cutovers);
    }
  if (last >= 0)
    model->activities[last].last = TRUE;
}

static void
fill_teams (BfRiskModel *model)
{
  model->n_teams = bf_plan_count (model->set->plan, BF_TEAM);
  model->team_streams = g_new0 (guint64, model->n_teams + 1);
  for (guint i = 0; i < model->n_teams; i++)
    model->team_streams[i] =
        bf_random_stream (model->options.seed, BF_ROW (model->set->plan, TEAM, BfTeam, i)->row.key);
}

/* --- Whole --- */

BfRiskModel *
bf_risk_model_new (const BfStepSet *set,
                   const BfNetwork *network,
                   const BfCalendar *calendar,
                   const BfSchedule *schedule,
                   const BfRiskOptions *options)
{
  BfRiskModel *model = g_new0 (BfRiskModel, 1);

  model->set = set;
  model->network = network;
  model->calendar = calendar;
  model->schedule = schedule;
  model->options = *options;
  model->n_activities = network->activities->len;
  model->n_steps = set->steps->len;
  model->bridge = bf_step_bridge (set);
  model->activities = g_new0 (BfModelActivity, model->n_activities + 1);
  model->steps = g_new0 (BfModelStep, model->n_steps + 1);
  fill_days (model);
  fill_teams (model);
  for (guint i = 0; i < model->n_steps; i++)
    fill_step (model, i);
  for (guint i = 0; i < model->n_activities; i++)
    fill_activity (model, i);
  for (guint i = 0; i < model->n_steps; i++)
    fill_cutovers (model, i);
  fill_edges (model);
  bf_risk_model_add_teams (model);
  sort_activities (model);
  return model;
}

void
bf_risk_model_free (BfRiskModel *model)
{
  for (guint i = 0; i < model->n_activities; i++)
    {
      g_array_unref (model->activities[i].before);
      g_clear_pointer (&model->activities[i].openings, bf_openings_free);
    }
  for (guint i = 0; i < model->n_steps; i++)
    g_array_unref (model->steps[i].double_runs);
  g_free (model->activities);
  g_free (model->steps);
  g_free (model->order);
  g_free (model->team_streams);
  g_free (model->work);
  g_free (model->count);
  g_free (model);
}

gint64
bf_risk_model_fit (const BfRiskModel *model,
                   const BfModelActivity *activity,
                   gint64 from,
                   int *opening)
{
  const BfOpenings *all = activity->openings;
  gint64 need = activity->activity->minutes;
  gint64 start = activity->placing->start_minute;

  for (guint i = 0; i < all->n; i++)
    {
      gint64 at = MAX (from, all->start[i]);

      if (at + need <= all->end[i])
        {
          *opening = (int) i;
          return at;
        }
    }
  *opening = -1;
  while (start < from)
    start += activity->repeat;
  return start;
}
