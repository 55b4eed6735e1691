/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-system-figures.h"

#include "ui-fixture.h"

static const BfSystemFigure *
figure (const BfSystemFigures *figures, const BfPlan *plan, const char *key)
{
  int index = bf_plan_index (plan, BF_SYSTEM, key);

  g_assert_cmpint (index, >=, 0);
  return &figures->systems[index];
}

/* A link counts at both of its ends, with all its debt. */
static void
test_links (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfSystemFigures) figures = bf_system_figures_new (roadmap->plan, roadmap, 20000);
  double debt = 0;
  guint links = 0, i;

  for (i = 0; i < figures->n_systems; i++)
    {
      links += figures->systems[i].links;
      debt += figures->systems[i].debt;
      g_assert_cmpfloat (figures->systems[i].debt, <=, figures->worst_debt);
    }
  g_assert_cmpuint (figures->interfaces, ==, 2);
  g_assert_cmpuint (links, ==, 4);
  g_assert_cmpfloat (debt,
                     ==,
                     2 * (bf_debt_points (BF_ROW (roadmap->plan, INTERFACE, BfInterface, 0)) +
                          bf_debt_points (BF_ROW (roadmap->plan, INTERFACE, BfInterface, 1))));
}

static void
test_support (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfSystemFigures) early =
      bf_system_figures_new (roadmap->plan, roadmap, bf_day_from_civil (2010, 1, 1));
  g_autoptr (BfSystemFigures) late =
      bf_system_figures_new (roadmap->plan, roadmap, bf_day_from_civil (2040, 1, 1));

  g_assert_cmpuint (early->past_support, ==, 0);
  g_assert_cmpuint (late->past_support, ==, late->n_systems);
}

/* The step that treats a system; without a roadmap none does. */
static void
test_steps (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfSystemFigures) figures = bf_system_figures_new (roadmap->plan, roadmap, 20000);
  g_autoptr (BfSystemFigures) without = bf_system_figures_new (roadmap->plan, NULL, 20000);
  int step = figure (figures, roadmap->plan, "MES-01")->step;

  g_assert_cmpint (step, >=, 0);
  g_assert_cmpint (step, <, (int) roadmap->n_steps);
  g_assert_cmpint (figure (without, roadmap->plan, "MES-01")->step, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/system-figures/links", test_links);
  g_test_add_func ("/system-figures/support", test_support);
  g_test_add_func ("/system-figures/steps", test_steps);
  return g_test_run ();
}
