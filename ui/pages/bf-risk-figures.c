/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-figures.h"

#include <math.h>
#include <stdlib.h>

#include "bf-step-cost.h"

#define DAYS_A_YEAR 365.25
#define LEAST_DAYS 0.5
#define LEAST_HOURS 0.1
#define LEAST_SHARE 0.005

/* --- Curves --- */

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
curve_take (BfCurve *curve, double *values, guint n)
{
  qsort (values, n, sizeof (double), compare_values);
  *curve = (BfCurve){ .sorted = values, .n = n };
}

double
bf_curve_at (const BfCurve *curve, double q)
{
  return curve->sorted[MIN (curve->n - 1, (guint) floor (MAX (0, q) * curve->n))];
}

double
bf_curve_share (const BfCurve *curve, double value)
{
  guint low = 0, high = curve->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (curve->sorted[middle] <= value)
        low = middle + 1;
      else
        high = middle;
    }
  return (double) low / curve->n;
}

int
bf_risk_weakest_cutover (const BfRoadmapStep *step)
{
  int found = -1;

  for (int i = 0; i < (int) step->n_cutovers; i++)
    if (step->cutovers[i].placement == BF_PLACEMENT_OPENING &&
        (found < 0 || step->cutovers[i].miss_chance > step->cutovers[found].miss_chance))
      found = i;
  return found;
}

static void
fill_curves (BfRiskFigures *self, const BfRoadmap *roadmap)
{
  guint n = roadmap->draws.n_draws;
  double *days = g_new (double, n);

  for (guint i = 0; i < n; i++)
    days[i] = (double) roadmap->draws.finish[i];
  curve_take (&self->finish, days, n);
  curve_take (&self->cost, g_memdup2 (roadmap->draws.cost, n * sizeof (double)), n);
  curve_take (&self->hours, g_memdup2 (roadmap->draws.hours, n * sizeof (double)), n);
  self->finish.p50 = (double) roadmap->finish.p50;
  self->finish.p80 = (double) roadmap->finish.p80;
  self->finish.p90 = (double) roadmap->finish.p90;
  self->cost.p50 = roadmap->fully_loaded.p50;
  self->cost.p80 = roadmap->fully_loaded.p80;
  self->cost.p90 = roadmap->fully_loaded.p90;
  self->hours.p50 = roadmap->lost_hours.p50;
  self->hours.p80 = roadmap->lost_hours.p80;
  self->hours.p90 = roadmap->lost_hours.p90;
}

/* --- Windows --- */

static const BfRoadmapCutover *
cutover_of (const BfRoadmap *roadmap, const BfRiskWindow *window)
{
  return &roadmap->steps[window->step].cutovers[window->cutover];
}

static int
compare_windows (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfRiskWindow *x = a, *y = b;
  double first = cutover_of (data, x)->miss_chance, second = cutover_of (data, y)->miss_chance;

  if (first != second)
    return first > second ? -1 : 1;
  return x->step - y->step;
}

/* Of the cutovers of a step the one that is missed most. */
static void
fill_windows (BfRiskFigures *self, const BfRoadmap *roadmap)
{
  for (int i = 0; i < (int) roadmap->n_steps; i++)
    {
      int weakest = bf_risk_weakest_cutover (&roadmap->steps[i]);
      BfRiskWindow window = { i, weakest };

      if (weakest >= 0)
        g_array_append_val (self->windows, window);
    }
  g_array_sort_with_data (self->windows, compare_windows, (gpointer) roadmap);
}

/* --- Swings --- */

static int
compare_swings (gconstpointer a, gconstpointer b)
{
  const BfRiskSwing *x = a, *y = b;
  if (x->high != y->high)
    return x->high > y->high ? -1 : 1;
  return x->step - y->step;
}

static void
add_swing (GArray *swings, int step, const BfSwing *swing, double least)
{
  BfRiskSwing own = { step, swing->low, swing->high };

  if (swing->high >= least)
    g_array_append_val (swings, own);
}

static int
compare_critical (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfRoadmap *roadmap = data;
  int x = *(const int *) a, y = *(const int *) b;
  double first = roadmap->steps[x].criticality, second = roadmap->steps[y].criticality;

  if (first != second)
    return first > second ? -1 : 1;
  return x - y;
}

static void
fill_swings (BfRiskFigures *self, const BfRoadmap *roadmap)
{
  for (int i = 0; i < (int) roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];

      add_swing (self->delays, i, &step->missed_swing, LEAST_DAYS);
      add_swing (self->troubles, i, &step->trouble_swing, LEAST_HOURS);
      add_swing (self->costs, i, &step->cost_swing, BF_MINOR_PER_UNIT);
      if (step->criticality >= LEAST_SHARE)
        g_array_append_val (self->critical, i);
    }
  g_array_sort (self->delays, compare_swings);
  g_array_sort (self->troubles, compare_swings);
  g_array_sort (self->costs, compare_swings);
  g_array_sort_with_data (self->critical, compare_critical, (gpointer) roadmap);
}

/* --- Heat map --- */

static int
delay_of (const BfRoadmapStep *step)
{
  int days = 0;

  for (guint i = 0; i < step->n_cutovers; i++)
    days = MAX (days, (int) step->cutovers[i].mean_delay_days);
  return days;
}

/* Trouble costs its overrun and the repetition, a missed opening what waiting costs. */
static BfHeat
heat_of (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  const BfStep *row = step->step;
  double overrun = bf_estimate_mean (row->overrun_hours) * bf_step_mean_rate (roadmap->set, row);
  double trouble = overrun + row->rollback_chance * (overrun + row->redo_cost);
  double a_day = (bf_step_exposure_minor (roadmap->set, row) +
                  (double) bf_step_double_run_minor_a_year (roadmap->set, row)) /
                 DAYS_A_YEAR;
  double either = step->miss_chance + step->trouble_chance;
  double sum = step->trouble_chance * trouble * BF_MINOR_PER_UNIT +
               step->miss_chance * a_day * delay_of (step);

  if (!(either > 0))
    return (BfHeat){ 0 };
  /* Of either, as if they had nothing to do with each other. */
  return (BfHeat){ .chance = 1 - (1 - step->miss_chance) * (1 - step->trouble_chance),
                   .minor = sum / either };
}

/* Round limits that cut what lies between 0 and the largest value into bands of growing width. */
static void
fill_limits (double largest, double *limits)
{
  static const double shares[BF_HEAT_BANDS - 1] = { 0.06, 0.2, 0.45, 0.75 };

  for (int i = 0; i < BF_HEAT_BANDS - 1; i++)
    {
      double value = largest * shares[i];
      double unit = value > 0 ? pow (10, floor (log10 (value))) / 2 : 1;

      limits[i] = MAX (unit, round (value / unit) * unit);
    }
}

static int
band_of (double value, const double *limits)
{
  int band = 0;

  while (band < BF_HEAT_BANDS - 1 && value > limits[band])
    band++;
  return band;
}

static void
fill_heats (BfRiskFigures *self, const BfRoadmap *roadmap)
{
  static const double chances[BF_HEAT_BANDS - 1] = { 0.05, 0.1, 0.2, 0.4 };
  double largest = 0;

  self->n_heats = roadmap->n_steps;
  self->heats = g_new0 (BfHeat, roadmap->n_steps + 1);
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      self->heats[i] = heat_of (roadmap, &roadmap->steps[i]);
      largest = MAX (largest, self->heats[i].minor);
    }
  for (int i = 0; i < BF_HEAT_BANDS - 1; i++)
    self->chance_limits[i] = chances[i];
  fill_limits (largest, self->minor_limits);
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      self->heats[i].row = band_of (self->heats[i].chance, self->chance_limits);
      self->heats[i].column = band_of (self->heats[i].minor, self->minor_limits);
    }
}

/* --- Whole --- */

BfRiskFigures *
bf_risk_figures_new (const BfRoadmap *roadmap)
{
  BfRiskFigures *self;

  if (roadmap->n_steps == 0 || roadmap->draws.n_draws == 0)
    return NULL;
  self = g_new0 (BfRiskFigures, 1);
  self->windows = g_array_new (FALSE, FALSE, sizeof (BfRiskWindow));
  self->delays = g_array_new (FALSE, FALSE, sizeof (BfRiskSwing));
  self->troubles = g_array_new (FALSE, FALSE, sizeof (BfRiskSwing));
  self->costs = g_array_new (FALSE, FALSE, sizeof (BfRiskSwing));
  self->critical = g_array_new (FALSE, FALSE, sizeof (int));
  fill_curves (self, roadmap);
  fill_windows (self, roadmap);
  fill_swings (self, roadmap);
  fill_heats (self, roadmap);
  return self;
}

void
bf_risk_figures_free (BfRiskFigures *figures)
{
  g_free (figures->finish.sorted);
  g_free (figures->cost.sorted);
  g_free (figures->hours.sorted);
  g_array_unref (figures->windows);
  g_array_unref (figures->delays);
  g_array_unref (figures->troubles);
  g_array_unref (figures->costs);
  g_array_unref (figures->critical);
  g_free (figures->heats);
  g_free (figures);
}
