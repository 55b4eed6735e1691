/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-cost.h"

#include "bf-step-private.h"

#define DAYS_A_YEAR 365.25
#define HOURS_A_SHIFT 8

static const BfStep *
get_step (const BfStepSet *set, int step)
{
  return g_ptr_array_index (set->steps, (guint) step);
}

static const BfActivity *
get_activity (const BfNetwork *network, int activity)
{
  return &g_array_index (network->activities, BfActivity, activity);
}

/* --- Cutovers of a step --- */

static gboolean
is_outside (const BfNetwork *network, const BfSchedule *schedule, int activity)
{
  return get_activity (network, activity)->kind == BF_ACTIVITY_CUTOVER &&
         schedule->placings[activity].placement == BF_PLACEMENT_BEARABLE;
}

/* Last day of the last cutover; BF_BLANK without one. */
static gint64
last_cutover_day (const BfNetwork *network, const BfSchedule *schedule, int step)
{
  gint64 day = BF_BLANK;

  for (int a = network->first[step]; a < network->first[step + 1]; a++)
    if (get_activity (network, a)->kind == BF_ACTIVITY_CUTOVER)
      day = MAX (day, schedule->placings[a].finish);
  return day;
}

/* --- Interim operation --- */

/* "3 shifts Mon-Fri, Sat morning": the number that stands before the word; 1 without. */
static double
shift_hours (const BfArea *area)
{
  const char *word = area->shift_pattern;
  gint64 shifts = word ? g_ascii_strtoll (word, NULL, 10) : 0;

  return HOURS_A_SHIFT * (double) CLAMP (shifts, 1, 24 / HOURS_A_SHIFT);
}

static gboolean
stops_meanwhile (const BfStepSet *set, const BfStep *step)
{
  for (guint i = 0; step->has_cutover && i < step->systems->len; i++)
    if (BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i))
            ->interim_operation == BF_INTERIM_STOPS)
      return TRUE;
  return FALSE;
}

BfInterimDay
bf_cost_of_interim_day (const BfStepSet *set, const BfStep *step)
{
  double factor = bf_plan_planned_stop_factor (set->plan, set->catalogue);
  BfInterimDay day = { 0, 0 };

  if (!stops_meanwhile (set, step))
    return day;
  for (guint i = 0; i < step->areas->len; i++)
    {
      int area = g_array_index (step->areas, int, i);
      double hours = shift_hours (BF_ROW (set->plan, AREA, BfArea, (guint) area));

      day.hours = MAX (day.hours, hours);
      day.minor += hours * factor * (double) bf_step_area_rate_minor (set, step, area);
    }
  if (step->areas->len == 0)
    {
      day.hours = HOURS_A_SHIFT;
      day.minor = HOURS_A_SHIFT * factor * (double) bf_step_area_rate_minor (set, step, -1);
    }
  return day;
}

/* Working days from the day after the last cutover to the release. */
static int
interim_days (const BfNetwork *network,
              const BfCalendar *calendar,
              const BfSchedule *schedule,
              int step)
{
  gint64 from = last_cutover_day (network, schedule, step);

  return from == BF_BLANK ? 0 : bf_calendar_count (calendar, from + 1, schedule->release[step]);
}

double
bf_cost_of_interim_hours (const BfStepSet *set,
                          const BfNetwork *network,
                          const BfCalendar *calendar,
                          const BfSchedule *schedule,
                          int step)
{
  return bf_cost_of_interim_day (set, get_step (set, step)).hours *
         interim_days (network, calendar, schedule, step);
}

/* --- Downtime --- */

static gint64
downtime_of (const BfStepSet *set,
             const BfNetwork *network,
             const BfCalendar *calendar,
             const BfSchedule *schedule,
             int step)
{
  const BfStep *row = get_step (set, step);
  g_autofree gboolean *outside = g_new0 (gboolean, row->n_cutovers + 1);
  BfInterimDay day = bf_cost_of_interim_day (set, row);

  for (int a = network->first[step]; a < network->first[step + 1]; a++)
    if (is_outside (network, schedule, a))
      outside[get_activity (network, a)->part] = TRUE;
  return bf_step_expected_downtime_minor (set, row, outside) +
         (gint64) round (day.minor * interim_days (network, calendar, schedule, step));
}

double
bf_cost_of_hours (const BfStepSet *set,
                  const BfNetwork *network,
                  const BfCalendar *calendar,
                  const BfSchedule *schedule,
                  int step,
                  double *lost)
{
  const BfStep *row = get_step (set, step);
  double rollback = row->problem_chance * row->rollback_chance;
  double trouble = (row->problem_chance + rollback) * bf_estimate_mean (row->overrun_hours);
  double interim = bf_cost_of_interim_hours (set, network, calendar, schedule, step);
  double outside = interim;
  gboolean last_outside = FALSE;

  if (lost)
    *lost = 0;
  if (!row->has_cutover)
    return 0;
  for (int a = network->first[step]; a < network->first[step + 1]; a++)
    if (get_activity (network, a)->kind == BF_ACTIVITY_CUTOVER)
      {
        last_outside = is_outside (network, schedule, a);
        outside += last_outside ? row->mean_hours : 0;
      }
  if (lost)
    *lost = outside + trouble + (last_outside ? rollback * row->mean_hours : 0);
  return (row->n_cutovers + rollback) * row->mean_hours + trouble + interim;
}

/* --- Opex and double running --- */

gint64
bf_cost_of_opex (const BfStepSet *set, const BfStep *step, gint64 release)
{
  gint64 days = bf_plan_horizon_end (set->plan) - release;

  return bf_money_from_units (step->opex_year * (double) MAX (0, days) / DAYS_A_YEAR);
}

static int
decommission_of (const BfStepSet *set, int system)
{
  for (guint i = 0; i < set->steps->len; i++)
    {
      const BfStep *step = get_step (set, (int) i);

      if (step->decommissions && bf_ints_contain (step->systems, system))
        return (int) i;
    }
  return -1;
}

GArray *
bf_cost_double_runs (const BfStepSet *set, int step)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (BfDoubleRun));
  const BfStep *row = get_step (set, step);

  for (guint i = 0; i < row->systems->len; i++)
    {
      int system = g_array_index (row->systems, int, i);
      BfDoubleRun run = {
        .minor_a_year = BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system)->run_cost_year,
        .decommission = decommission_of (set, system),
      };

      if (run.minor_a_year != BF_BLANK && run.minor_a_year > 0 &&
          bf_step_runs_double (set, row, system))
        g_array_append_val (runs, run);
    }
  return runs;
}

static gint64
double_running_of (const BfStepSet *set,
                   const BfNetwork *network,
                   const BfSchedule *schedule,
                   int step)
{
  g_autoptr (GArray) runs = bf_cost_double_runs (set, step);
  gint64 from = last_cutover_day (network, schedule, step);
  gint64 sum = 0;

  for (guint i = 0; from != BF_BLANK && i < runs->len; i++)
    {
      const BfDoubleRun *run = &g_array_index (runs, BfDoubleRun, i);
      gint64 to = run->decommission >= 0 ? schedule->release[run->decommission]
                                         : bf_plan_horizon_end (set->plan);

      sum +=
          (gint64) round ((double) run->minor_a_year * (double) MAX (0, to - from) / DAYS_A_YEAR);
    }
  return sum;
}

/* --- A step --- */

BfStepCost
bf_cost_of_step (const BfStepSet *set,
                 const BfNetwork *network,
                 const BfCalendar *calendar,
                 const BfSchedule *schedule,
                 int step)
{
  const BfStep *row = get_step (set, step);
  BfStepCost cost = {
    .capex_minor = bf_money_from_units (bf_estimate_mean (row->capex)),
    .opex_minor = bf_cost_of_opex (set, row, schedule->release[step]),
    .downtime_minor = downtime_of (set, network, calendar, schedule, step),
    .double_minor = double_running_of (set, network, schedule, step),
    .bridges_minor = bf_step_n_bridges (set, row) *
                     bf_money_from_units (bf_estimate_mean (bf_step_bridge (set))),
  };

  for (guint i = 0; i < row->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (row->lines, BfQualificationLine, i);

      cost.validation_minor += line->cost_minor - line->saved_minor;
    }
  cost.project_minor = cost.capex_minor + cost.opex_minor;
  cost.loaded_minor = cost.project_minor + cost.validation_minor + cost.downtime_minor +
                      cost.double_minor + cost.bridges_minor;
  return cost;
}
