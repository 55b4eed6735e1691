/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-figures.h"

#include "ui-fixture.h"

/* The curve is the draws: half of them lie up to the value at a half, all up to the last. */
static void
test_curves (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfRiskFigures) figures = bf_risk_figures_new (roadmap);
  const BfCurve *curve = &figures->cost;
  guint below = 0;

  g_assert_cmpuint (curve->n, ==, roadmap->draws.n_draws);
  for (guint i = 0; i < curve->n; i++)
    below += roadmap->draws.cost[i] <= bf_curve_at (curve, 0.8);
  g_assert_cmpfloat (bf_curve_share (curve, bf_curve_at (curve, 0.8)),
                     ==,
                     (double) below / roadmap->draws.n_draws);
  g_assert_cmpfloat (bf_curve_share (curve, bf_curve_at (curve, 1)), ==, 1);
  g_assert_cmpfloat (bf_curve_share (curve, curve->sorted[0] - 1), ==, 0);
  for (guint i = 1; i < figures->finish.n; i++)
    g_assert_cmpfloat (figures->finish.sorted[i - 1], <=, figures->finish.sorted[i]);
}

/* One row a step with a cutover in an opening, its weakest, and the weakest of all first. */
static void
test_windows (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfRiskFigures) figures = NULL;
  double before = 1;
  guint n = 0;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      n += bf_risk_weakest_cutover (&roadmap->steps[i]) >= 0;
      for (guint j = 0; j < roadmap->steps[i].n_cutovers; j++)
        roadmap->steps[i].cutovers[j].miss_chance = (i * 7 % 10) / 20.0;
    }
  figures = bf_risk_figures_new (roadmap);
  g_assert_cmpuint (figures->windows->len, ==, n);
  g_assert_cmpuint (n, >, 2);
  for (guint i = 0; i < n; i++)
    {
      const BfRiskWindow *window = &g_array_index (figures->windows, BfRiskWindow, i);
      double chance = roadmap->steps[window->step].cutovers[window->cutover].miss_chance;

      g_assert_cmpfloat (chance, <=, before);
      before = chance;
    }
}

/* What moves the whole most stands first; what moves nothing is left out. */
static void
test_swings (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfRiskFigures) figures = NULL;

  for (guint i = 0; i < roadmap->n_steps; i++)
    roadmap->steps[i].missed_swing = (BfSwing){ 0, 0 };
  roadmap->steps[1].missed_swing = (BfSwing){ -3, 20 };
  roadmap->steps[4].missed_swing = (BfSwing){ -1, 90 };
  figures = bf_risk_figures_new (roadmap);
  g_assert_cmpuint (figures->delays->len, ==, 2);
  g_assert_cmpint (g_array_index (figures->delays, BfRiskSwing, 0).step, ==, 4);
  g_assert_cmpfloat (g_array_index (figures->delays, BfRiskSwing, 1).low, ==, -3);
}

/* A step stands in the field of its chance. */
static void
test_heats (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfRiskFigures) figures = NULL;

  for (guint i = 0; i < roadmap->n_steps; i++)
    roadmap->steps[i].miss_chance = roadmap->steps[i].trouble_chance = 0;
  roadmap->steps[2].miss_chance = 0.5;
  roadmap->steps[3].trouble_chance = 0.04;
  roadmap->steps[5].miss_chance = roadmap->steps[5].trouble_chance = 0.1;
  figures = bf_risk_figures_new (roadmap);
  g_assert_cmpfloat (figures->heats[0].chance, ==, 0);
  g_assert_cmpint (figures->heats[2].row, ==, 4);
  g_assert_cmpint (figures->heats[3].row, ==, 0);
  g_assert_cmpfloat_with_epsilon (figures->heats[5].chance, 0.19, 1e-12);
  g_assert_cmpint (figures->heats[5].row, ==, 2);
  for (int i = 1; i < BF_HEAT_BANDS - 1; i++)
    g_assert_cmpfloat (figures->minor_limits[i], >=, figures->minor_limits[i - 1]);
}

/* Without steps there is nothing to show. */
static void
test_nothing (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  guint n = roadmap->n_steps;

  roadmap->n_steps = 0;
  g_assert_null (bf_risk_figures_new (roadmap));
  roadmap->n_steps = n;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk-figures/curves", test_curves);
  g_test_add_func ("/risk-figures/windows", test_windows);
  g_test_add_func ("/risk-figures/swings", test_swings);
  g_test_add_func ("/risk-figures/heats", test_heats);
  g_test_add_func ("/risk-figures/nothing", test_nothing);
  return g_test_run ();
}
