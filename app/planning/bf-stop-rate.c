/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stopped hour costs: one rule for the downtime of a step and for the failures of a system.
 *
 * An area costs its own rate, without one an equal share of the plant's; the plant without one the
 * survey anchor for its employees. A system's rate counts in each area that it stands in; that of a
 * system of the whole site is split by the areas' own. */

#include "bf-step-cost.h"

#include "bf-step-private.h"

static gint64
own_rate_of_area (const BfStepSet *set, int area)
{
  const BfArea *row = area < 0 ? NULL : BF_ROW (set->plan, AREA, BfArea, (guint) area);
  guint n = MAX (1, bf_plan_count (set->plan, BF_AREA));

  if (row && row->downtime_cost_h != BF_BLANK)
    return row->downtime_cost_h;
  return bf_plan_stop_rate_minor (set->plan, set->catalogue) / (gint64) (area < 0 ? 1 : n);
}

static double
share_of_area (const BfStepSet *set, int area)
{
  double sum = 0;

  for (guint i = 0; i < bf_plan_count (set->plan, BF_AREA); i++)
    sum += (double) own_rate_of_area (set, (int) i);
  return area < 0 || sum <= 0 ? 1 : (double) own_rate_of_area (set, area) / sum;
}

static gboolean
stands_in (const BfPlan *plan, const BfSystem *system, int area)
{
  const char *key = BF_ROW (plan, AREA, BfArea, (guint) area)->row.key;

  for (guint i = 0; system->area[i]; i++)
    if (g_ascii_strcasecmp (system->area[i], key) == 0)
      return TRUE;
  return FALSE;
}

/* A system's rate in the area; NAN when it has none or does not stand there. */
static double
rate_of_system (const BfStepSet *set, const BfSystem *system, int area)
{
  if (system->downtime_cost_h == BF_BLANK)
    return NAN;
  if (bf_areas_are_site (system->area))
    return (double) system->downtime_cost_h * share_of_area (set, area);
  return area < 0 || stands_in (set->plan, system, area) ? (double) system->downtime_cost_h : NAN;
}

/* At most the plant's; what has no rate costs what its area does. */
static gint64
rate_in_area (const BfStepSet *set, double most, int area)
{
  if (isnan (most))
    return own_rate_of_area (set, area);
  return MIN ((gint64) round (most), bf_plan_stop_rate_minor (set->plan, set->catalogue));
}

gint64
bf_step_area_rate_minor (const BfStepSet *set, const BfStep *step, int area)
{
  double most = NAN;

  for (guint i = 0; i < step->systems->len; i++)
    {
      double rate = rate_of_system (
          set,
          BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i)),
          area);

      if (!isnan (rate) && !(most >= rate))
        most = rate;
    }
  return rate_in_area (set, most, area);
}

gint64
bf_system_stop_rate_minor (const BfStepSet *set, const BfSystem *system)
{
  gboolean everywhere = bf_areas_are_site (system->area);
  gboolean anywhere = FALSE;
  gint64 sum = 0;

  for (guint i = 0; i < bf_plan_count (set->plan, BF_AREA); i++)
    if (everywhere || stands_in (set->plan, system, (int) i))
      {
        sum += rate_in_area (set, rate_of_system (set, system, (int) i), (int) i);
        anywhere = TRUE;
      }
  return anywhere ? sum : rate_in_area (set, rate_of_system (set, system, -1), -1);
}

gint64
bf_step_cutover_rate_minor (const BfStepSet *set, const BfStep *step, guint cutover)
{
  const int *areas;
  guint n = bf_step_cutover_areas (step, cutover, &areas);
  gint64 sum = 0;

  if (n == 0)
    return bf_step_area_rate_minor (set, step, -1);
  for (guint i = 0; i < n; i++)
    sum += bf_step_area_rate_minor (set, step, areas[i]);
  return sum;
}

double
bf_step_mean_rate (const BfStepSet *set, const BfStep *step)
{
  double sum = 0;

  for (guint i = 0; i < step->n_cutovers; i++)
    sum += bf_money_to_units (bf_step_cutover_rate_minor (set, step, i));
  return step->n_cutovers ? sum / step->n_cutovers : 0;
}
