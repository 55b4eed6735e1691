/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The simulation as a whole: blocks of draws, then steps, shared out among threads. */

#include "bf-risk-private.h"

#define MOST_THREADS 16

/* --- Sharing out --- */

typedef struct
{
  BfRiskDraws *all;
  gint *next; /* block, then step; shared */
  gint *cancelled;
  BfRiskBlock *block;
  BfRiskSums sums;
  guint *missed, *critical, *stamp;
  gint64 *delay;
} Worker;

static void
run_workers (Worker *workers, guint n, GThreadFunc work)
{
  GThread *threads[MOST_THREADS];
  gint next = 0;

  for (guint i = 0; i < n; i++)
    workers[i].next = &next;
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("draws", work, &workers[i]);
  work (&workers[0]);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
}

static gboolean
is_by_phase (int of)
{
  return of != BF_DRAWN_CAPEX && of != BF_DRAWN_OPEX;
}

static void
worker_init (Worker *worker, BfRiskDraws *all, gint *cancelled)
{
  const BfRiskModel *model = all->model;
  guint n = all->risk->n_draws;

  *worker = (Worker){ .all = all, .cancelled = cancelled };
  worker->missed = g_new0 (guint, model->n_activities + 1);
  worker->delay = g_new0 (gint64, model->n_activities + 1);
  worker->critical = g_new0 (guint, model->n_steps + 1);
  worker->stamp = g_new0 (guint, model->n_steps + 1);
  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      worker->sums.values[of] = g_new0 (double, n);
      worker->sums.totals[of] = g_new0 (double, n);
      if (is_by_phase (of))
        worker->sums.phases[of] = g_new0 (double, (gsize) n *(all->risk->n_phases + 1));
    }
  worker->sums.bridges = g_new0 (double, n);
  worker->sums.scratch = g_new0 (double, 2 * (gsize) n);
}

static void
worker_clear (Worker *worker)
{
  g_free (worker->missed);
  g_free (worker->delay);
  g_free (worker->critical);
  g_free (worker->stamp);
  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      g_free (worker->sums.values[of]);
      g_free (worker->sums.totals[of]);
      g_free (worker->sums.phases[of]);
    }
  g_free (worker->sums.bridges);
  g_free (worker->sums.scratch);
}

/* --- What is kept of a block --- */

static void
mark (BfRiskDraws *all, BfMark of, guint s, guint draw)
{
  all->marks[of][(gsize) s * all->n_words + draw / 64] |= G_GUINT64_CONSTANT (1) << (draw % 64);
}

/* How far a cutover moved: missed is the planned opening, and a planned day where there is none. */
static void
note_cutover (Worker *worker, guint c, guint i)
{
  const BfRiskBlock *block = worker->block;
  const BfRiskCutover *cutover = &block->model->cutovers[c];
  BfRiskPlace place = block->places[c * block->model->block + i];

  if (place.opening == cutover->opening && (place.opening >= 0 || place.minute == cutover->planned))
    return;
  worker->missed[cutover->activity]++;
  worker->delay[cutover->activity] +=
      bf_minute_day (place.minute) - bf_minute_day (cutover->planned);
  if (cutover->opening >= 0)
    mark (worker->all, BF_MARK_MISSED, (guint) cutover->step, block->first + i);
}

/* How many cutovers of the step's stand outside openings, at which rate together. */
static void
note_outside (Worker *worker, guint c, guint i)
{
  const BfRiskBlock *block = worker->block;
  const BfRiskCutover *cutover = &block->model->cutovers[c];
  gsize at = (gsize) c * block->model->block + i;
  float *outside = worker->all->outside[cutover->step];
  float *rate = worker->all->outside_rate[cutover->step];
  int n = (block->places[at].opening == BF_RISK_OUTSIDE) +
          (block->again[at].opening == BF_RISK_OUTSIDE);

  if (!outside || cutover->need == 0)
    return;
  outside[block->first + i] += (float) n;
  rate[block->first + i] += (float) (n * cutover->planned_rate);
}

/* The steps along what the finish waited for. */
static void
note_critical (Worker *worker, guint i)
{
  const BfRiskBlock *block = worker->block;
  guint stamp = block->first + i + 1;

  for (int a = block->last[i]; a >= 0; a = bf_risk_block_binding (block, a, i))
    {
      int s = block->model->activities[a].step;

      worker->critical[s] += worker->stamp[s] != stamp;
      worker->stamp[s] = stamp;
    }
}

/* Working days on which the plant stands between cutover and release. */
static float
interim_days (const BfRiskBlock *block, guint s, guint i)
{
  const BfRiskModel *model = block->model;
  int from = block->cutover_day[s * model->block + i];
  int to = block->release[s * model->block + i];

  return from < 0
             ? 0
             : (float) MAX (0, bf_risk_count (model, to + 1) - bf_risk_count (model, from + 1));
}

static void
note_steps (Worker *worker, guint i)
{
  const BfRiskBlock *block = worker->block;
  BfRiskDraws *all = worker->all;
  guint draw = block->first + i;

  for (guint s = 0; s < block->model->n_steps; s++)
    {
      int release = block->release[s * block->model->block + i];

      all->release[(gsize) s * all->risk->n_draws + draw] =
          (guint16) CLAMP (release, 0, G_MAXUINT16);
      if (all->interim[s])
        all->interim[s][draw] = interim_days (block, s, i);
    }
}

static void
note_block (Worker *worker)
{
  const BfRiskBlock *block = worker->block;
  BfRiskDraws *all = worker->all;

  for (guint i = 0; i < block->n; i++)
    {
      guint draw = block->first + i;

      note_steps (worker, i);
      note_critical (worker, i);
      all->risk->finish_draws[draw] = block->model->origin + block->finish[i];
      all->double_running[draw] = rint (bf_risk_block_double_running (block, i));
    }
  for (guint c = 0; c < block->model->n_cutovers; c++)
    for (guint i = 0; i < block->n; i++)
      {
        note_cutover (worker, c, i);
        note_outside (worker, c, i);
      }
}

/* --- The two passes --- */

static gpointer
draw_blocks (gpointer data)
{
  Worker *worker = data;
  const BfRiskModel *model = worker->all->model;
  guint n = worker->all->risk->n_draws;

  worker->block = bf_risk_block_new (model);
  while (!g_atomic_int_get (worker->cancelled))
    {
      guint first = (guint) g_atomic_int_add (worker->next, 1) * model->block;

      if (first >= n)
        break;
      if (bf_risk_block_fill (worker->block, first, MIN (model->block, n - first)))
        note_block (worker);
      else
        g_atomic_int_set (worker->cancelled, TRUE);
    }
  g_clear_pointer (&worker->block, bf_risk_block_free);
  return NULL;
}

static gpointer
price_steps (gpointer data)
{
  Worker *worker = data;
  GCancellable *cancellable = worker->all->model->options.cancellable;

  while (!g_atomic_int_get (worker->cancelled))
    {
      guint s = (guint) g_atomic_int_add (worker->next, 1);

      if (s >= worker->all->model->n_steps)
        break;
      bf_risk_price_step (worker->all, s, &worker->sums);
      if (cancellable && g_cancellable_is_cancelled (cancellable))
        g_atomic_int_set (worker->cancelled, TRUE);
    }
  return NULL;
}

static void
add_values (double *into, const double *values, gsize n)
{
  for (gsize i = 0; values && i < n; i++)
    into[i] += values[i];
}

static void
add_worker (BfRiskDraws *all, const Worker *worker)
{
  gsize n = all->risk->n_draws;

  for (guint a = 0; a < all->model->n_activities; a++)
    {
      all->missed[a] += worker->missed[a];
      all->delay[a] += worker->delay[a];
    }
  for (guint s = 0; s < all->model->n_steps; s++)
    all->critical[s] += worker->critical[s];
  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      add_values (all->totals[of], worker->sums.totals[of], n);
      add_values (all->phases[of], worker->sums.phases[of], n * all->risk->n_phases);
    }
  add_values (all->bridges, worker->sums.bridges, n);
}

/* --- Results --- */

static int
last_placed (const BfRiskModel *model, int a)
{
  return model->activities[a].planned_finish;
}

/* Working days from the day after the planned work has ended to the cutover, buffer included. */
static int
margin_of (const BfRiskModel *model, const BfRiskActivity *activity)
{
  const BfRiskStep *step = &model->steps[activity->step];
  int ready = -1;

  for (int e = 0; e < activity->n_edges; e++)
    {
      const BfRiskEdge *edge =
          &g_array_index (model->edges, BfRiskEdge, (guint) (activity->first_edge + e));

      if (edge->kind != BF_RISK_EDGE_CORE &&
          model->activities[edge->before].kind != BF_ACTIVITY_BUFFER)
        ready = MAX (ready, last_placed (model, edge->before));
    }
  for (int a = step->first; a < step->first + step->n; a++)
    {
      BfActivityKind kind = model->activities[a].kind;

      if (kind == BF_ACTIVITY_BUILD || kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_REVIEW)
        ready = MAX (ready, last_placed (model, a));
    }
  return bf_calendar_count (
      model->calendar, model->origin + ready + 1, model->origin + activity->planned_start - 1);
}

/* Days to the next opening, whoever has booked it; -1: the plan names none. */
static int
delay_of (const BfRiskCutover *cutover)
{
  gint64 from = cutover->openings->end[cutover->opening];

  for (guint i = 0; i < cutover->openings->n; i++)
    {
      gint64 at = MAX (from, cutover->openings->start[i]);

      if (at + cutover->need <= cutover->openings->end[i])
        return (int) (bf_minute_day (at) - bf_minute_day (cutover->planned));
    }
  return -1;
}

static void
finish_cutover (BfRiskDraws *all, const BfRiskCutover *cutover)
{
  int a = cutover->activity;
  BfCutoverRisk *risk = &all->risk->cutovers[a];

  risk->miss_chance = (double) all->missed[a] / all->risk->n_draws;
  risk->mean_delay_days = all->missed[a] ? (double) all->delay[a] / all->missed[a] : 0;
  risk->margin_days = margin_of (all->model, &all->model->activities[a]);
  if (cutover->opening < 0)
    return;
  risk->opening_start = cutover->openings->start[cutover->opening];
  risk->opening_end = cutover->openings->end[cutover->opening];
  risk->delay_days = delay_of (cutover);
}

static void
finish_cutovers (BfRiskDraws *all)
{
  for (guint a = 0; a < all->model->n_activities; a++)
    {
      BfCutoverRisk *risk = &all->risk->cutovers[a];

      risk->opening_start = risk->opening_end = BF_BLANK;
      risk->delay_days = -1;
    }
  for (guint c = 0; c < all->model->n_cutovers; c++)
    finish_cutover (all, &all->model->cutovers[c]);
}

static void
spread_totals (BfRiskDraws *all, double *scratch)
{
  BfRisk *risk = all->risk;
  guint n = risk->n_draws;
  const struct
  {
    BfSpread *spread;
    const double *values;
  } fields[] = {
    { &risk->capex, all->totals[BF_DRAWN_CAPEX] },
    { &risk->opex, all->totals[BF_DRAWN_OPEX] },
    { &risk->project_cost, all->totals[BF_DRAWN_PROJECT] },
    { &risk->validation, all->totals[BF_DRAWN_VALIDATION] },
    { &risk->downtime_hours, all->totals[BF_DRAWN_HOURS] },
    { &risk->lost_hours, all->totals[BF_DRAWN_LOST] },
    { &risk->downtime_cost, all->totals[BF_DRAWN_DOWNTIME] },
    { &risk->double_running, all->double_running },
    { &risk->bridges, all->bridges },
    { &risk->fully_loaded, risk->cost_draws },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i].spread = bf_risk_spread (fields[i].values, n, scratch);
  risk->fully_loaded_error = bf_risk_spread_error (risk->cost_draws, n, scratch);
  risk->lost_hours_error = bf_risk_spread_error (risk->hours_draws, n, scratch);
}

static void
spread_finish (BfRiskDraws *all, double *scratch)
{
  BfRisk *risk = all->risk;
  guint n = risk->n_draws, late = 0;
  g_autofree double *days = g_new (double, n);
  gint64 planned = BF_BLANK;

  for (guint s = 0; s < all->model->n_steps; s++)
    planned = MAX (planned, all->model->schedule->release[s]);
  for (guint i = 0; i < n; i++)
    {
      days[i] = (double) risk->finish_draws[i];
      late += risk->finish_draws[i] - all->model->origin > all->model->horizon_end;
    }
  risk->finish = bf_risk_day_spread (days, n, planned, scratch);
  risk->finish_error = bf_risk_spread_error (days, n, scratch);
  risk->finish_error_days = (int) ceil (risk->finish_error.p80);
  risk->beyond_horizon = (double) late / n;
}

static void
finish_all (BfRiskDraws *all)
{
  BfRisk *risk = all->risk;
  g_autofree double *scratch = g_new (double, 2 * (gsize) risk->n_draws);

  for (guint i = 0; i < risk->n_draws; i++)
    {
      risk->hours_draws[i] = all->totals[BF_DRAWN_LOST][i];
      risk->cost_draws[i] = all->totals[BF_DRAWN_PROJECT][i] + all->totals[BF_DRAWN_VALIDATION][i] +
                            all->totals[BF_DRAWN_DOWNTIME][i] + all->double_running[i] +
                            all->bridges[i];
    }
  for (guint s = 0; s < risk->n_steps; s++)
    risk->steps[s].criticality = (double) all->critical[s] / risk->n_draws;
  finish_cutovers (all);
  spread_totals (all, scratch);
  spread_finish (all, scratch);
  bf_risk_group_phases (all);
  bf_risk_find_swings (all);
}

/* --- Whole --- */

static BfRisk *
risk_new (const BfRiskModel *model)
{
  BfRisk *risk = g_new0 (BfRisk, 1);

  risk->n_draws = model->n_draws;
  risk->n_steps = model->n_steps;
  risk->steps = g_new0 (BfStepRisk, model->n_steps + 1);
  for (guint s = 0; s < model->n_steps; s++)
    risk->n_phases = MAX (risk->n_phases, (guint) model->steps[s].step->phase + 1);
  risk->phases = g_new0 (BfPhaseRisk, risk->n_phases + 1);
  risk->cutovers = g_new0 (BfCutoverRisk, model->n_activities + 1);
  risk->finish_draws = g_new0 (gint64, risk->n_draws);
  risk->cost_draws = g_new0 (double, risk->n_draws);
  risk->hours_draws = g_new0 (double, risk->n_draws);
  return risk;
}

static void
draws_init (BfRiskDraws *all, const BfRiskModel *model, BfRisk *risk)
{
  guint n = risk->n_draws, n_steps = model->n_steps;

  *all = (BfRiskDraws){ .model = model, .risk = risk, .n_words = (n + 63) / 64 };
  all->release = g_new0 (guint16, (gsize) n * (n_steps + 1));
  for (int of = 0; of < BF_N_MARKS; of++)
    all->marks[of] = g_new0 (guint64, (gsize) all->n_words * (n_steps + 1));
  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      all->totals[of] = g_new0 (double, n);
      if (is_by_phase (of))
        all->phases[of] = g_new0 (double, (gsize) n *(risk->n_phases + 1));
    }
  all->double_running = g_new0 (double, n);
  all->bridges = g_new0 (double, n);
  all->missed = g_new0 (guint, model->n_activities + 1);
  all->delay = g_new0 (gint64, model->n_activities + 1);
  all->critical = g_new0 (guint, n_steps + 1);
  all->outside = g_new0 (float *, n_steps + 1);
  all->outside_rate = g_new0 (float *, n_steps + 1);
  all->interim = g_new0 (float *, n_steps + 1);
  for (guint s = 0; s < n_steps; s++)
    {
      if (model->steps[s].may_stop)
        all->outside[s] = g_new0 (float, n);
      if (model->steps[s].may_stop)
        all->outside_rate[s] = g_new0 (float, n);
      if (model->steps[s].interim.hours > 0)
        all->interim[s] = g_new0 (float, n);
    }
}

static void
draws_clear (BfRiskDraws *all)
{
  gpointer owned[] = {
    all->release,  all->double_running, all->bridges,      all->missed,  all->delay,
    all->critical, all->outside,        all->outside_rate, all->interim,
  };

  for (guint s = 0; s < all->model->n_steps; s++)
    {
      g_free (all->outside[s]);
      g_free (all->outside_rate[s]);
      g_free (all->interim[s]);
    }
  for (int of = 0; of < BF_N_MARKS; of++)
    g_free (all->marks[of]);
  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      g_free (all->totals[of]);
      g_free (all->phases[of]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
}

static guint
threads_for (const BfRiskOptions *options)
{
  return CLAMP (options->threads ? options->threads : g_get_num_processors (), 1, MOST_THREADS);
}

static gboolean
draw_all (BfRiskDraws *all)
{
  Worker workers[MOST_THREADS];
  guint n = threads_for (&all->model->options);
  gint cancelled = FALSE;

  for (guint i = 0; i < n; i++)
    worker_init (&workers[i], all, &cancelled);
  run_workers (workers, n, draw_blocks);
  if (!cancelled)
    run_workers (workers, n, price_steps);
  for (guint i = 0; i < n; i++)
    {
      add_worker (all, &workers[i]);
      worker_clear (&workers[i]);
    }
  return !cancelled;
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
  g_autoptr (BfRisk) risk = risk_new (model);
  BfRiskDraws all;
  gboolean done;

  draws_init (&all, model, risk);
  done = draw_all (&all);
  if (done)
    finish_all (&all);
  draws_clear (&all);
  if (!done)
    g_cancellable_set_error_if_cancelled (options->cancellable, error);
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
