/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a schedule is worth, and how urgent an activity is.
 *
 * The cost that depends on time is downtime, exposure until release and double running, and besides
 * what is at stake near the horizon: the capex of a step buys nothing inside it when the release
 * slips past its end. Without that a plan ends as late as it may, and half of its draws later. */

#include "bf-plan-defaults.h"
#include "bf-schedule-core.h"

/* Incidents that count as one a year for certain, and the yearly chance that a worn-out system
 * forces its replacement. */
#define INCIDENTS_FOR_CERTAIN 10
#define FORCED_CHANCE 0.10
#define FORCED_PREMIUM 0.30

/* What a release slips by on the average, as simulated roadmaps of five years do. */
#define SLIP_DAYS 120.0
/* How often a cutover that is ready just in time misses its opening (its buffer covers four delays
 * of five, and what it waits for slips too), and the margin that makes it a third of that. */
#define MISS_CHANCE 0.4
#define MARGIN_DAYS 30.0

/* --- Exposure and weight of a step. --- */

/* The systems that a step answers a need of. */
static const BfSystem *
treated_system (const BfStepSet *set, const BfStep *step, guint i, double *score)
{
  int need = g_array_index (step->answers, int, i);
  int system;

  if (set->needs->needs[need].kind != BF_NEED_SYSTEM)
    return NULL;
  system = set->needs->needs[need].index;
  *score = set->needs->obsolescence[system];
  return BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system);
}

static double
failure_minor (const BfStepSet *set, const BfSystem *system)
{
  double share = system->incidents_12m == BF_BLANK
                     ? 0
                     : MIN (1, (double) system->incidents_12m / INCIDENTS_FOR_CERTAIN);
  double hours = isnan (system->rto_h) ? 0 : system->rto_h;
  gboolean redundant =
      system->redundancy == BF_REDUNDANCY_WARM || system->redundancy == BF_REDUNDANCY_HOT;

  return share * hours * (double) bf_system_stop_rate_minor (set, system) * (redundant ? 0.5 : 1);
}

double
bf_step_exposure_minor (const BfStepSet *set, const BfStep *step)
{
  double capex = bf_estimate_mean (step->capex) * BF_MINOR_PER_UNIT;
  double premium = set->catalogue ? bf_catalogue_rules (set->catalogue)->forced_replacement_premium
                                  : FORCED_PREMIUM;
  double failures = 0, worst = 0;

  for (guint i = 0; set->needs && step->answers && i < step->answers->len; i++)
    {
      double score = 0;
      const BfSystem *system = treated_system (set, step, i, &score);

      if (!system)
        continue;
      failures += failure_minor (set, system);
      worst = MAX (worst, score);
    }
  return failures + worst / 100 * FORCED_CHANCE * premium * (isnan (capex) ? 0 : capex);
}

double
bf_step_weight (const BfStepSet *set, const BfStep *step)
{
  double most = 0;

  for (guint i = 0; set->needs && step->answers && i < step->answers->len; i++)
    {
      double score = 0;
      const BfSystem *system = treated_system (set, step, i, &score);

      if (system)
        most = MAX (most, bf_system_criticality (system) * score / 100);
    }
  return 1 + most;
}

/* --- Score of a schedule. --- */

static int
last_cutover_day (const BfPass *pass, int step)
{
  const BfCore *core = pass->core;
  int last = -1;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    if (core->cutover[a] >= 0)
      last = MAX (last, pass->end_day[a]);
  return last;
}

static double
stops_minor (const BfPass *pass)
{
  const BfCore *core = pass->core;
  double cost = 0;

  for (guint i = 0; i < core->n_cutovers; i++)
    if (pass->placement[core->cutovers[i].activity] == BF_PLACEMENT_BEARABLE)
      cost += core->cutovers[i].stop_minor;
  return cost;
}

double
bf_pass_cost_minor (const BfPass *pass)
{
  const BfCore *core = pass->core;
  double cost = stops_minor (pass);

  for (int s = 0; s < core->n_steps; s++)
    cost += core->exposure_day[s] * MAX (0, pass->release[s] + 1);
  for (guint i = 0; i < core->n_double; i++)
    {
      int from = last_cutover_day (pass, core->double_step[i]);
      int days = pass->release[core->double_until[i]] - from;

      if (from >= 0 && days > 0)
        cost += core->double_day[i] * days;
    }
  return cost;
}

/* How surely what would be released on that day misses the horizon: what a plan slips by is taken
 * to be spread like waiting times, SLIP_DAYS on the average. */
static double
chance_beyond (const BfCore *core, int release)
{
  return MIN (1, exp ((release + 1 - core->horizon_day) / SLIP_DAYS));
}

/* A cutover that is ready late waits for the opening after. */
static double
chance_with_opening (const BfPass *pass, const BfCoreCutover *cutover)
{
  const BfCore *core = pass->core;
  int a = cutover->activity;
  int release = pass->release[cutover->step];
  int margin = pass->start_day[a] - bf_pass_ready (pass, a, NULL);
  double miss = MISS_CHANCE * exp (-margin / MARGIN_DAYS);
  int wait = cutover->next_days[pass->opening[a]];

  return (1 - miss) * chance_beyond (core, release) + miss * chance_beyond (core, release + wait);
}

/* Money of steps that may not be released inside the horizon after all. */
static double
at_stake_minor (const BfPass *pass)
{
  const BfCore *core = pass->core;
  double cost = 0;

  for (int s = 0; s < core->n_steps; s++)
    {
      double chance = chance_beyond (core, pass->release[s]);

      for (int a = core->step_first[s]; a < core->step_first[s + 1]; a++)
        if (core->cutover[a] >= 0 && pass->opening[a] >= 0)
          chance = MAX (chance, chance_with_opening (pass, &core->cutovers[core->cutover[a]]));
      cost += core->stake[s] * chance;
    }
  return cost;
}

double
bf_core_step_cost (const BfCore *core, int step, int release)
{
  return core->exposure_day[step] * MAX (0, release + 1) +
         core->stake[step] * chance_beyond (core, release);
}

double
bf_core_least_cost (const BfCore *core, const int *release)
{
  double cost = 0;

  for (int s = 0; s < core->n_steps; s++)
    cost += bf_core_step_cost (core, s, release[s]);
  return cost;
}

static double
weighted_release (const BfPass *pass)
{
  double sum = 0;

  for (int s = 0; s < pass->core->n_steps; s++)
    sum += pass->core->weight[s] * pass->release[s];
  return sum;
}

int
bf_pass_last_release (const BfPass *pass)
{
  int last = 0;

  for (int s = 0; s < pass->core->n_steps; s++)
    last = MAX (last, pass->release[s]);
  return last;
}

BfScore
bf_pass_score (const BfPass *pass)
{
  const BfCore *core = pass->core;
  BfScore score = {
    0, 0, bf_pass_cost_minor (pass) + at_stake_minor (pass), weighted_release (pass)
  };

  for (int s = 0; s < core->n_steps; s++)
    {
      int late = core->due[s] == G_MAXINT ? 0 : MAX (0, pass->release[s] - core->due[s]);

      if (core->due_is_hard[s])
        score.hard_late += late;
      else
        score.late += late * core->weight[s];
    }
  if (core->objective == BF_OBJECTIVE_FINISH)
    {
      score.secondary = score.primary;
      score.primary = (double) (core->origin + bf_pass_last_release (pass));
    }
  else if (core->objective == BF_OBJECTIVE_DOWNTIME)
    {
      score.secondary = score.primary;
      score.primary = stops_minor (pass);
    }
  return score;
}

int
bf_score_compare (const BfScore *a, const BfScore *b)
{
  const double x[] = { a->hard_late, a->late, a->primary, a->secondary };
  const double y[] = { b->hard_late, b->late, b->primary, b->secondary };

  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    if (x[i] != y[i])
      return x[i] < y[i] ? -1 : 1;
  return 0;
}

/* --- Latest starts. --- */

/* Activities so that each stands behind all that it waits for. */
static int *
topological_order (const BfCore *core)
{
  int *order = g_new0 (int, core->n + 1);
  g_autofree int *left = g_new0 (int, core->n + 1);
  int n = 0;

  for (int a = 0; a < core->n; a++)
    {
      left[a] = core->in_first[a + 1] - core->in_first[a];
      if (!left[a])
        order[n++] = a;
    }
  for (int i = 0; i < n; i++)
    for (int at = core->out_first[order[i]]; at < core->out_first[order[i] + 1]; at++)
      if (--left[core->out[at]] == 0)
        order[n++] = core->out[at];
  return order;
}

/* The last working day (as an index) on which the cutover may begin to have ended before
 * working day @end; far in the past when no place is left. */
static int
latest_cutover (const BfCore *core, const BfCoreCutover *cutover, int end)
{
  int last_day = end < core->n_work ? core->day_of_work[MAX (0, end)] : core->n_days;
  gint64 limit = bf_day_minute (core->origin + last_day);
  int best = end - core->n_work;

  for (guint i = 0; i < cutover->n_openings; i++)
    {
      gint64 start = MIN (limit, cutover->open_end[i]) - cutover->need;
      gint64 day = bf_minute_day (start) - core->origin;

      if (start >= cutover->open_start[i] && day >= 0 && day < core->n_days)
        best = MAX (best, core->work_of_day[day]);
    }
  if (cutover->need == 0 || cutover->bearable)
    for (int work = MIN (end, core->n_work) - 1; work > MAX (best, -1); work--)
      if (!cutover->frozen[core->day_of_work[work]])
        best = work;
  return best;
}

static int
latest_end_by_edge (const BfCore *core, int at, int start, int end)
{
  int before = core->in.before[at];
  int lag = core->in.lag[at];

  if (core->in.kind[at] == BF_EDGE_START_START)
    return start - lag + core->days[before];
  if (core->in.kind[at] == BF_EDGE_OVERLAP)
    return MIN (start + lag, end);
  if (core->in.kind[at] == BF_EDGE_LIVE)
    return end - lag;
  return start - lag;
}

void
bf_core_latest_starts (const BfCore *core, gboolean with_due, double *latest)
{
  g_autofree int *order = topological_order (core);
  g_autofree int *end = g_new0 (int, core->n + 1);

  for (int a = 0; a < core->n; a++)
    {
      int due = core->due[core->step[a]];

      end[a] = core->horizon_work;
      if (with_due && due != G_MAXINT)
        end[a] = MIN (end[a], core->work_of_day[CLAMP (due + 1, 0, core->n_days)]);
    }
  for (int i = core->n - 1; i >= 0; i--)
    {
      int a = order[i];
      int start = core->cutover[a] >= 0
                      ? latest_cutover (core, &core->cutovers[core->cutover[a]], end[a])
                      : end[a] - core->days[a];

      latest[a] = start;
      for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
        end[core->in.before[at]] =
            MIN (end[core->in.before[at]], latest_end_by_edge (core, at, start, end[a]));
    }
}
