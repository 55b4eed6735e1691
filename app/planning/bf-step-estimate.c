/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of a step in one strategy: size, money, hours, chance, lengths.
 *
 * Size = (count / reference)^0.6 within its limits; money and hours x size, weeks x size^0.3. A
 * mode other than the archetype's first multiplies by the ratio of their factors: calendar on
 * build weeks, cost on capex, probability on the chance, impact on overrun hours. The least sure
 * system widens the upper side of capex, build weeks and planned hours. What the user overrides is
 * final: neither sized, nor widened by systems, nor
 * changed by the mode; a single value gets the range of its estimate class. Day counts are rounded
 * up. */

#include "bf-step-private.h"

int
bf_whole_days (double days)
{
  return (int) ceil (days - 1e-9);
}

/* --- Size. --- */

static double
units_in_scope (const BfStepSet *set, const BfStep *step)
{
  double units = 0;

  for (guint i = 0; i < step->systems->len; i++)
    {
      const BfSystem *system =
          BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i));

      units += system->units == BF_BLANK || system->units < 1 ? 1 : (double) system->units;
    }
  return units;
}

static double
parts_at_mes (const BfStepSet *set)
{
  double most = 0;

  for (guint i = 0; i < bf_plan_count (set->plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (set->plan, SYSTEM, BfSystem, i);

      if (bf_system_counts_as (system) == BF_SYSTEM_MES &&
          system->part_or_process_count != BF_BLANK)
        most = MAX (most, (double) system->part_or_process_count);
    }
  return most;
}

/* 0: nothing to count, so the reference plant's count stands. */
static double
count_of (const BfStepSet *set, const BfStep *step)
{
  switch (step->archetype->driver)
    {
    case BF_DRIVER_EMPLOYEES:
      return bf_plan_employees (set->plan);
    case BF_DRIVER_MACHINES:
      return bf_plan_machines (set->plan);
    case BF_DRIVER_LINES:
      return bf_plan_lines (set->plan);
    case BF_DRIVER_INTERFACES:
      return bf_plan_count (set->plan, BF_INTERFACE);
    case BF_DRIVER_SYSTEMS:
      return units_in_scope (set, step);
    case BF_DRIVER_PARTS:
      return parts_at_mes (set);
    case BF_DRIVER_ONE:
    default:
      return 0;
    }
}

static double
size_of (const BfStepSet *set, const BfStep *step)
{
  const BfRules *rules = bf_catalogue_rules (set->catalogue);
  double count = count_of (set, step);

  if (count <= 0)
    return 1;
  return CLAMP (pow (count / step->archetype->reference_count, rules->size_exponent),
                rules->size_min,
                rules->size_max);
}

static double
widening_of (const BfStepSet *set, const BfStep *step)
{
  const BfRules *rules = bf_catalogue_rules (set->catalogue);
  double widest = 1;

  for (guint i = 0; i < step->systems->len; i++)
    {
      const BfSystem *system =
          BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i));
      int confidence = system->confidence < 0 ? BF_CONFIDENCE_GUESS : system->confidence;

      widest = MAX (widest, rules->widen[confidence]);
    }
  return widest;
}

/* --- Estimates. --- */

static BfEstimate
sized (BfEstimate estimate, double factor, double widened)
{
  return bf_estimate_widened (bf_estimate_scaled (estimate, factor), widened);
}

BfEstimate
bf_estimate_in_class (const BfCatalogue *catalogue, BfEstimate estimate, gint64 estimate_class)
{
  const BfRules *rules = bf_catalogue_rules (catalogue);
  double value = estimate.likely;

  if (estimate_class < 1 || estimate_class >= (gint64) G_N_ELEMENTS (rules->estimate_class) ||
      estimate.min != value || estimate.max != value)
    return estimate;
  return (BfEstimate){ value * (1 + rules->estimate_class[estimate_class].low),
                       value,
                       value * (1 + rules->estimate_class[estimate_class].high) };
}

/* What the user overrides; blank without a decision. */
static BfEstimate
overridden (const BfStepSet *set, const BfStepDecision *own, gsize offset)
{
  if (!own)
    return BF_ESTIMATE_BLANK;
  return bf_estimate_in_class (
      set->catalogue, G_STRUCT_MEMBER (BfEstimate, own, offset), own->estimate_class);
}

static void
fill_estimates (const BfStepSet *set, BfStep *step, double calendar, double cost)
{
  const BfArchetype *archetype = step->archetype;
  const BfStepDecision *own = step->decision;
  double weeks_factor = pow (step->size, bf_catalogue_rules (set->catalogue)->weeks_exponent);
  double money = bf_plan_currency_factor (set->plan, set->catalogue);

  step->build_weeks = overridden (set, own, G_STRUCT_OFFSET (BfStepDecision, weeks));
  if (bf_estimate_is_blank (step->build_weeks))
    step->build_weeks = sized (archetype->weeks, weeks_factor * calendar, step->widened);
  step->capex = overridden (set, own, G_STRUCT_OFFSET (BfStepDecision, capex));
  if (bf_estimate_is_blank (step->capex))
    step->capex = sized (archetype->capex_usd, money * step->size * cost, step->widened);
  step->stop_hours = overridden (set, own, G_STRUCT_OFFSET (BfStepDecision, stop_hours));
  if (bf_estimate_is_blank (step->stop_hours))
    step->stop_hours = sized (archetype->stop_hours, step->size, step->widened);
  step->opex_year = archetype->opex_share * step->capex.likely;
}

static double
rehearsed (const BfStepSet *set)
{
  const BfRules *rules = bf_catalogue_rules (set->catalogue);
  double factor = pow (rules->rehearsal_factor, bf_plan_rehearsals (set->plan, set->catalogue));

  return MAX (factor, rules->rehearsal_floor);
}

static void
fill_trouble (const BfStepSet *set, BfStep *step, double probability, double impact)
{
  const BfRules *rules = bf_catalogue_rules (set->catalogue);
  const BfArchetype *archetype = step->archetype;
  const BfStepDecision *own = step->decision;

  step->problem_chance =
      own && !isnan (own->problem_chance)
          ? own->problem_chance
          : MIN (1, bf_estimate_mean (archetype->problem_chance) * probability * rehearsed (set));
  step->rollback_chance = archetype->rollback_feasible ? rules->rollback_share : 0;
  step->overrun_hours = bf_estimate_scaled (archetype->overrun_hours,
                                            archetype->rollback_feasible ? impact : 2 * impact);
  step->redo_cost = rules->redo_share * bf_estimate_mean (step->capex);
}

/* --- Cutovers. --- */

static double
bearable_hours (const BfStepSet *set, const BfStep *step)
{
  double least = step->systems->len ? G_MAXDOUBLE : 0;

  for (guint i = 0; i < step->systems->len; i++)
    {
      const BfSystem *system =
          BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i));

      least = MIN (least, isnan (system->max_stop_h) ? 0 : system->max_stop_h);
    }
  return least;
}

static void
fill_cutovers (const BfStepSet *set, BfStep *step, const BfMode *mode)
{
  BfEstimate each;

  step->has_cutover = step->archetype->gamp_category >= 0 && step->stop_hours.max > 0;
  step->plans_stop = step->has_cutover && step->stop_hours.likely > 0;
  step->n_cutovers = !step->has_cutover ? 0 : mode->by_area ? MAX (1, step->areas->len) : 1;
  each = bf_estimate_scaled (step->stop_hours, 1.0 / MAX (1, step->n_cutovers));
  step->need_hours = step->plans_stop ? bf_estimate_quantile (each, 0.8) : 0;
  step->mean_hours = step->plans_stop ? bf_estimate_mean (each) : 0;
  step->bearable_hours = bearable_hours (set, step);
}

guint
bf_step_cutover_areas (const BfStep *step, guint cutover, const int **areas)
{
  const int *all = (const int *) (gpointer) step->areas->data;

  if (step->n_cutovers > 1)
    {
      *areas = all + cutover;
      return 1;
    }
  *areas = all;
  return step->areas->len;
}

/* --- Lengths. --- */

static void
fill_days (const BfStepSet *set, BfStep *step)
{
  step->build_days = bf_whole_days (5 * bf_estimate_mean (step->build_weeks));
  step->parallel_days =
      step->has_cutover ? bf_whole_days (5 * bf_estimate_mean (step->parallel_weeks)) : 0;
  step->hypercare_days =
      step->has_cutover ? bf_whole_days (5 * bf_estimate_mean (step->hypercare_weeks)) : 0;
}

/* After loads have settled the lengths. */
static void
fill_overlap_and_buffer (const BfStepSet *set, BfStep *step)
{
  double share = bf_catalogue_rules (set->catalogue)->offline_overlap;
  double spread =
      bf_estimate_quantile (step->build_weeks, 0.8) - bf_estimate_mean (step->build_weeks);

  step->overlap_days = (int) floor (share * MIN (step->build_days, step->offline_days) + 1e-9);
  step->buffer_days = step->has_cutover && !set->no_buffer
                          ? bf_whole_days (MAX (0, 5 * spread) + 0.2 * step->offline_days)
                          : 0;
}

void
bf_step_evaluate (BfStepSet *set, BfStep *step, int mode)
{
  const BfMode *modes = bf_catalogue_modes (set->catalogue, NULL);
  const BfMode *first = &modes[step->archetype->modes[0]];
  const BfMode *chosen = &modes[mode];

  step->mode = mode;
  step->size = size_of (set, step);
  step->widened = widening_of (set, step);
  fill_estimates (set, step, chosen->calendar / first->calendar, chosen->cost / first->cost);
  fill_trouble (
      set, step, chosen->probability / first->probability, chosen->impact / first->impact);
  step->parallel_weeks =
      chosen->double_running ? step->archetype->parallel_weeks : BF_ESTIMATE_ZERO;
  step->hypercare_weeks = bf_catalogue_rules (set->catalogue)->hypercare_weeks;
  fill_cutovers (set, step, chosen);
  bf_step_qualify (set, step);
  fill_days (set, step);
  bf_step_load (set, step);
  fill_overlap_and_buffer (set, step);
}
