/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-cost.h"

#include <glib/gi18n-lib.h>

#include "bf-phases.h"
#include "bf-step-private.h"

#define DAYS_A_YEAR 365.25

/* --- Downtime. --- */

gint64
bf_step_expected_downtime_minor (const BfStepSet *set, const BfStep *step, const gboolean *outside)
{
  double factor = bf_plan_planned_stop_factor (set->plan, set->catalogue);
  double overrun = bf_estimate_mean (step->overrun_hours) * bf_step_mean_rate (set, step);
  double planned = 0;
  double trouble;

  if (!step->has_cutover)
    return 0;
  for (guint i = 0; outside && i < step->n_cutovers; i++)
    if (outside[i])
      planned +=
          step->mean_hours * factor * bf_money_to_units (bf_step_cutover_rate_minor (set, step, i));
  trouble = step->problem_chance * (overrun + step->rollback_chance * (overrun + step->redo_cost));
  return bf_money_from_units (planned + trouble);
}

/* --- Double running. --- */

gboolean
bf_step_runs_double (const BfStepSet *set, const BfStep *step, int system)
{
  const BfSystem *row = BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system);

  return !step->decommissions && bf_disposition_takes_out (set->needs->disposition[system]) &&
         bf_system_needs_decommission (row) &&
         bf_archetype_fits (step->archetype, row, set->needs->disposition[system]);
}

gint64
bf_step_double_run_minor_a_year (const BfStepSet *set, const BfStep *step)
{
  gint64 sum = 0;

  for (guint i = 0; i < step->systems->len; i++)
    {
      int system = g_array_index (step->systems, int, i);
      gint64 cost = BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system)->run_cost_year;

      if (cost != BF_BLANK && bf_step_runs_double (set, step, system))
        sum += cost;
    }
  return sum;
}

static gboolean
has_double_end (const BfStepSet *set, const BfStep *step, guint interface)
{
  int from = set->needs->from[interface];
  int to = set->needs->to[interface];

  return (from >= 0 && bf_ints_contain (step->systems, from) &&
          bf_step_runs_double (set, step, from)) ||
         (to >= 0 && bf_ints_contain (step->systems, to) && bf_step_runs_double (set, step, to));
}

guint
bf_step_n_bridges (const BfStepSet *set, const BfStep *step)
{
  guint n = 0;

  if (!bf_catalogue_modes (set->catalogue, NULL)[step->mode].double_running)
    return 0;
  for (guint i = 0; i < bf_plan_count (set->plan, BF_INTERFACE); i++)
    {
      const BfInterface *row = BF_ROW (set->plan, INTERFACE, BfInterface, i);

      n += bf_interface_is_electronic (row) && has_double_end (set, step, i);
    }
  return n;
}

BfEstimate
bf_step_bridge (const BfStepSet *set)
{
  return bf_estimate_scaled (bf_catalogue_rules (set->catalogue)->bridge_usd,
                             bf_plan_currency_factor (set->plan, set->catalogue));
}

/* --- All together. --- */

static double
length_days (const BfStep *step)
{
  int working = step->build_days + step->offline_days - step->overlap_days + step->buffer_days +
                MAX (step->online_days, step->parallel_days) + step->hypercare_days;

  return working * 7.0 / 5.0;
}

gint64
bf_step_release_guess (const BfStepSet *set, const BfStep *step)
{
  gint64 start = bf_plan_start (set->plan);
  double horizon = (double) (bf_plan_horizon_end (set->plan) - start);
  guint n_phases = bf_phases_count (set->plan, set->catalogue);

  return start +
         (gint64) MIN (horizon, step->phase * horizon / (n_phases + 1) + length_days (step));
}

static double
double_years (const BfStep *step)
{
  return (MAX (step->online_days, step->parallel_days) + step->hypercare_days) * 7.0 / 5.0 /
         DAYS_A_YEAR;
}

BfStepCost
bf_step_expected_cost (const BfStepSet *set, const BfStep *step)
{
  gint64 left = bf_plan_horizon_end (set->plan) - bf_step_release_guess (set, step);
  BfStepCost cost = {
    .capex_minor = bf_money_from_units (bf_estimate_mean (step->capex)),
    .opex_minor = bf_money_from_units (step->opex_year * (double) MAX (0, left) / DAYS_A_YEAR),
    .downtime_minor = bf_step_expected_downtime_minor (set, step, NULL),
    .double_minor =
        (gint64) round ((double) bf_step_double_run_minor_a_year (set, step) * double_years (step)),
    .bridges_minor = bf_step_n_bridges (set, step) *
                     bf_money_from_units (bf_estimate_mean (bf_step_bridge (set))),
  };

  for (guint i = 0; i < step->lines->len; i++)
    cost.validation_minor += g_array_index (step->lines, BfQualificationLine, i).cost_minor;
  cost.project_minor = cost.capex_minor + cost.opex_minor;
  cost.loaded_minor = cost.project_minor + cost.validation_minor + cost.downtime_minor +
                      cost.double_minor + cost.bridges_minor;
  return cost;
}

/* --- Strategy. --- */

static gint64
loaded_in_mode (BfStepSet *set, BfStep *step, int mode)
{
  bf_step_evaluate (set, step, mode);
  return bf_step_expected_cost (set, step).loaded_minor;
}

/* The archetype's mode of least expected cost, coexistence winning a tie; @but is passed over. */
static int
cheapest_mode (BfStepSet *set, BfStep *step, int but, gint64 *least)
{
  const BfMode *modes = bf_catalogue_modes (set->catalogue, NULL);
  int best = -1;

  for (guint i = 0; i < step->archetype->n_modes; i++)
    {
      int mode = step->archetype->modes[i];
      gint64 cost;

      if (mode == but)
        continue;
      cost = loaded_in_mode (set, step, mode);
      if (best >= 0 && (cost > *least || (cost == *least && (!modes[mode].double_running ||
                                                             modes[best].double_running))))
        continue;
      *least = cost;
      best = mode;
    }
  return best;
}

/* Replacing at once is the exception and says what it costs against the next best strategy. */
static void
justify_at_once (BfStepSet *set, BfStep *step, gboolean pinned)
{
  const BfMode *modes = bf_catalogue_modes (set->catalogue, NULL);
  gint64 other = 0;
  int mode = cheapest_mode (set, step, BF_MODE_AT_ONCE, &other);
  g_autofree char *cost = bf_money_format (loaded_in_mode (set, step, BF_MODE_AT_ONCE));
  g_autofree char *other_cost = bf_money_format (other);

  if (pinned && mode >= 0)
    /* Translators: an amount, the name of another strategy, another amount. */
    bf_step_say (
        set,
        step,
        g_strdup_printf (_ ("The user pinned replacing at once: expected to cost %s, %s would %s."),
                         cost,
                         modes[mode].id,
                         other_cost));
  else if (pinned)
    /* Translators: an amount. */
    bf_step_say (
        set,
        step,
        g_strdup_printf (_ ("The user pinned replacing at once: expected to cost %s."), cost));
  else
    /* Translators: an amount, the name of another strategy, another amount. */
    bf_step_say (set,
                 step,
                 g_strdup_printf (_ ("At once, because it is expected to cost %s, %s would %s."),
                                  cost,
                                  mode >= 0 ? modes[mode].id : "",
                                  other_cost));
}

int
bf_step_default_mode (BfStepSet *set, BfStep *step)
{
  gboolean pinned = step->decision && step->decision->strategy >= 0;
  gint64 least = 0;
  int best = pinned ? step->decision->strategy : step->archetype->modes[0];

  if (!pinned && step->archetype->n_modes > 1)
    best = cheapest_mode (set, step, -1, &least);
  if (best == BF_MODE_AT_ONCE)
    justify_at_once (set, step, pinned);
  bf_step_evaluate (set, step, best);
  return best;
}
