/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-private.h"

#define DEFAULT_DRAWS 4000
#define DRAWS_BETWEEN_LOOKS 64

/* --- Collecting --- */

static void
collect_step (BfRiskDraws *all, const BfRiskDraw *draw, guint s, guint number)
{
  guint at = s * all->risk->n_draws + number;
  const double values[BF_N_DRAWN] = {
    [BF_DRAWN_CAPEX] = draw->capex[s],
    [BF_DRAWN_OPEX] = draw->opex[s],
    [BF_DRAWN_PROJECT] = draw->capex[s] + draw->opex[s],
    [BF_DRAWN_VALIDATION] = draw->validation[s],
    [BF_DRAWN_HOURS] = draw->hours[s],
    [BF_DRAWN_LOST] = draw->lost[s],
    [BF_DRAWN_DOWNTIME] = draw->downtime_cost[s],
  };

  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      all->values[of][at] = values[of];
      all->totals[of][number] += values[of];
    }
  all->release[at] = draw->release[s];
}

/* The steps along what the finish waited for. */
static void
collect_critical (BfRiskDraws *all, const BfRiskDraw *draw)
{
  for (guint s = 0; s < all->model->n_steps; s++)
    all->seen[s] = FALSE;
  for (int a = draw->last; a >= 0; a = draw->binding[a])
    {
      int s = all->model->activities[a].activity->step;

      all->critical[s] += !all->seen[s];
      all->seen[s] = TRUE;
    }
}

static void
collect (BfRiskDraws *all, const BfRiskDraw *draw, guint number)
{
  for (guint s = 0; s < all->model->n_steps; s++)
    collect_step (all, draw, s, number);
  for (guint a = 0; a < all->model->n_activities; a++)
    all->missed[a] += draw->missed[a];
  all->double_running[number] = draw->double_running;
  all->bridges[number] = draw->bridges;
  all->risk->finish_draws[number] = draw->finish;
  all->risk->hours_draws[number] = all->totals[BF_DRAWN_LOST][number];
  all->risk->cost_draws[number] =
      all->totals[BF_DRAWN_PROJECT][number] + all->totals[BF_DRAWN_VALIDATION][number] +
      all->totals[BF_DRAWN_DOWNTIME][number] + draw->double_running + draw->bridges;
  collect_critical (all, draw);
}

/* --- Percentiles --- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static guint
rank (double share, guint n)
{
  return MIN (n - 1, (guint) floor (share * n + 1e-9));
}

BfSpread
bf_risk_spread (const double *values, guint n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  qsort (sorted, n, sizeof (double), compare_doubles);
  return (BfSpread){ sum / n, sorted[rank (0.5, n)], sorted[rank (0.8, n)], sorted[rank (0.9, n)] };
}

/* @error (may be NULL): half the 95 % interval of the P80, between order statistics. */
BfDaySpread
bf_risk_day_spread (const gint64 *days, guint n, gint64 planned, int *error)
{
  g_autofree gint64 *sorted = g_memdup2 (days, n * sizeof (gint64));
  double reach = bf_risk_share_error (0.8, n);

  qsort (sorted, n, sizeof (gint64), compare_days);
  if (error)
    *error = (int) (sorted[rank (MIN (1, 0.8 + reach), n)] - sorted[rank (0.8 - reach, n)] + 1) / 2;
  return (
      BfDaySpread){ planned, sorted[rank (0.5, n)], sorted[rank (0.8, n)], sorted[rank (0.9, n)] };
}

double
bf_risk_share_error (double p, guint n)
{
  return 1.96 * sqrt (p * (1 - p) / MAX (1, n));
}

/* --- Results --- */

static void
finish_step (BfRiskDraws *all, guint s)
{
  guint n = all->risk->n_draws;
  BfStepRisk *step = &all->risk->steps[s];
  const struct
  {
    BfSpread *spread;
    BfDrawn of;
  } fields[] = {
    { &step->capex, BF_DRAWN_CAPEX },
    { &step->opex, BF_DRAWN_OPEX },
    { &step->project_cost, BF_DRAWN_PROJECT },
    { &step->validation, BF_DRAWN_VALIDATION },
    { &step->downtime_hours, BF_DRAWN_HOURS },
    { &step->lost_hours, BF_DRAWN_LOST },
    { &step->downtime_cost, BF_DRAWN_DOWNTIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i].spread = bf_risk_spread (all->values[fields[i].of] + s * n, n);
  step->release =
      bf_risk_day_spread (all->release + s * n, n, all->model->schedule->release[s], NULL);
  step->criticality = (double) all->critical[s] / n;
}

/* Working days from the day after the planned work has ended to the cutover, buffer included. */
static int
margin_of (const BfRiskModel *model, const BfModelActivity *cutover)
{
  int first = model->network->first[cutover->activity->step];
  int next = model->network->first[cutover->activity->step + 1];
  gint64 ready = bf_plan_start (model->set->plan) - 1;

  for (guint i = 0; i < cutover->before->len; i++)
    {
      int before = g_array_index (cutover->before, BfModelEdge, i).before;

      if (model->activities[before].activity->kind != BF_ACTIVITY_BUFFER)
        ready = MAX (ready, model->activities[before].placing->finish);
    }
  for (int a = first; a < next; a++)
    {
      BfActivityKind kind = model->activities[a].activity->kind;

      if (kind == BF_ACTIVITY_BUILD || kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_REVIEW)
        ready = MAX (ready, model->activities[a].placing->finish);
    }
  return bf_calendar_count (model->calendar, ready + 1, cutover->placing->start - 1);
}

static void
finish_cutover (BfRiskDraws *all, guint a)
{
  const BfModelActivity *activity = &all->model->activities[a];
  BfCutoverRisk *cutover = &all->risk->cutovers[a];
  const BfOpenings *openings = activity->openings;
  gint64 next;
  int opening;

  cutover->opening_start = cutover->opening_end = BF_BLANK;
  cutover->delay_days = -1;
  if (activity->activity->kind != BF_ACTIVITY_CUTOVER)
    return;
  cutover->miss_chance = (double) all->missed[a] / all->risk->n_draws;
  cutover->margin_days = margin_of (all->model, activity);
  if (!openings || activity->opening >= openings->n)
    return;
  cutover->opening_start = openings->start[activity->opening];
  cutover->opening_end = openings->end[activity->opening];
  next = bf_risk_model_fit (all->model, activity, cutover->opening_end, &opening);
  if (opening >= 0)
    cutover->delay_days =
        (int) (bf_minute_day (next) - bf_minute_day (activity->placing->start_minute));
}

static gint64
planned_finish (const BfRiskModel *model)
{
  gint64 finish = BF_BLANK;

  for (guint s = 0; s < model->n_steps; s++)
    finish = MAX (finish, model->schedule->release[s]);
  return finish;
}

static void
finish_totals (BfRiskDraws *all)
{
  BfRisk *risk = all->risk;
  guint n = risk->n_draws;
  guint late = 0;

  risk->capex = bf_risk_spread (all->totals[BF_DRAWN_CAPEX], n);
  risk->opex = bf_risk_spread (all->totals[BF_DRAWN_OPEX], n);
  risk->project_cost = bf_risk_spread (all->totals[BF_DRAWN_PROJECT], n);
  risk->validation = bf_risk_spread (all->totals[BF_DRAWN_VALIDATION], n);
  risk->downtime_hours = bf_risk_spread (all->totals[BF_DRAWN_HOURS], n);
  risk->lost_hours = bf_risk_spread (all->totals[BF_DRAWN_LOST], n);
  risk->downtime_cost = bf_risk_spread (all->totals[BF_DRAWN_DOWNTIME], n);
  risk->double_running = bf_risk_spread (all->double_running, n);
  risk->bridges = bf_risk_spread (all->bridges, n);
  risk->fully_loaded = bf_risk_spread (risk->cost_draws, n);
  risk->finish = bf_risk_day_spread (
      risk->finish_draws, n, planned_finish (all->model), &risk->finish_error_days);
  for (guint i = 0; i < n; i++)
    late += risk->finish_draws[i] > all->model->horizon_end;
  risk->beyond_horizon = (double) late / n;
}

/* --- Whole --- */

static BfRisk *
risk_new (const BfRiskModel *model, guint n_draws)
{
  BfRisk *risk = g_new0 (BfRisk, 1);

  risk->n_draws = n_draws;
  risk->n_steps = model->n_steps;
  risk->steps = g_new0 (BfStepRisk, model->n_steps + 1);
  risk->cutovers = g_new0 (BfCutoverRisk, model->n_activities + 1);
  risk->finish_draws = g_new0 (gint64, n_draws);
  risk->cost_draws = g_new0 (double, n_draws);
  risk->hours_draws = g_new0 (double, n_draws);
  return risk;
}

static void
collection_init (BfRiskDraws *all, const BfRiskModel *model, BfRisk *risk)
{
  *all = (BfRiskDraws){ .model = model, .risk = risk };
  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      all->values[of] = g_new0 (double, (gsize) risk->n_draws *(model->n_steps + 1));
      all->totals[of] = g_new0 (double, risk->n_draws);
    }
  all->double_running = g_new0 (double, risk->n_draws);
  all->bridges = g_new0 (double, risk->n_draws);
  all->release = g_new0 (gint64, (gsize) risk->n_draws * (model->n_steps + 1));
  all->missed = g_new0 (guint, model->n_activities + 1);
  all->critical = g_new0 (guint, model->n_steps + 1);
  all->seen = g_new0 (gboolean, model->n_steps + 1);
}

static void
collection_clear (BfRiskDraws *all)
{
  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      g_free (all->values[of]);
      g_free (all->totals[of]);
    }
  g_free (all->double_running);
  g_free (all->bridges);
  g_free (all->release);
  g_free (all->missed);
  g_free (all->critical);
  g_free (all->seen);
}

static gboolean
draw_all (BfRiskDraws *all, GCancellable *cancellable, GError **error)
{
  BfRiskDraw *draw = bf_risk_draw_new (all->model);
  gboolean going = TRUE;

  for (guint i = 0; going && i < all->risk->n_draws; i++)
    {
      bf_risk_draw_fill (draw, all->model, i);
      collect (all, draw, i);
      if (i % DRAWS_BETWEEN_LOOKS == 0)
        going = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  bf_risk_draw_free (draw, all->model);
  return going;
}

BfRisk *
bf_risk_simulate (const BfStepSet *set,
                  const BfNetwork *network,
                  const BfCalendar *calendar,
                  const BfSchedule *schedule,
                  const BfRiskOptions *options,
                  GError **error)
{
  g_autoptr (BfRiskModel) model = bf_risk_model_new (set, network, calendar, schedule, options);
  g_autoptr (BfRisk) risk = risk_new (model, options->draws ? options->draws : DEFAULT_DRAWS);
  BfRiskDraws all;
  gboolean done;

  collection_init (&all, model, risk);
  done = draw_all (&all, options->cancellable, error);
  if (done)
    {
      for (guint s = 0; s < model->n_steps; s++)
        finish_step (&all, s);
      for (guint a = 0; a < model->n_activities; a++)
        finish_cutover (&all, a);
      finish_totals (&all);
      bf_risk_group_phases (&all);
      bf_risk_find_swings (&all);
    }
  collection_clear (&all);
  return done ? g_steal_pointer (&risk) : NULL;
}

void
bf_risk_free (BfRisk *risk)
{
  g_free (risk->steps);
  g_free (risk->phases);
  g_free (risk->cutovers);
  g_free (risk->finish_draws);
  g_free (risk->cost_draws);
  g_free (risk->hours_draws);
  g_free (risk);
}
