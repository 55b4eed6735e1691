/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a roadmap may be from the best: a share, and the sentence that says it. */

#include "bf-roadmap-bound.h"

#include "bf-plan-defaults.h"
#include "bf-test-roadmap.h"

#include <math.h>

static void
assert_sentence (const BfRoadmap *roadmap, const char *wanted)
{
  g_autofree char *sentence = bf_roadmap_bound_sentence (roadmap);

  g_assert_cmpstr (sentence, ==, wanted);
}

static void
test_money (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();

  g_assert_true (isnan (bf_roadmap_gap (roadmap)));
  assert_sentence (roadmap, NULL);
  roadmap->options.objective = BF_OBJECTIVE_COST;
  roadmap->objective = 3.0e8;
  roadmap->bound = 2.4e8;
  g_assert_cmpfloat_with_epsilon (bf_roadmap_gap (roadmap), 0.25, 1e-12);
  assert_sentence (roadmap,
                   "Stops and waiting cost EUR 3.0 M; no schedule of these steps goes below EUR "
                   "2.4 M (a gap of 25 %).");
  roadmap->options.objective = BF_OBJECTIVE_DOWNTIME;
  roadmap->objective = 2.5e8;
  assert_sentence (roadmap,
                   "Stops cost EUR 2.5 M; no schedule of these steps goes below EUR 2.4 M (a gap "
                   "of 4.2 %).");
  roadmap->objective = 2.4e8 + 0.4;
  g_assert_cmpfloat (bf_roadmap_gap (roadmap), ==, 0);
  assert_sentence (roadmap,
                   "Proven optimal: no schedule of these steps has stops for less than EUR 2.4 M.");
  roadmap->feasible = FALSE;
  assert_sentence (roadmap, NULL);
}

/* Of days, those since the start of the plan count. */
static void
test_days (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  double start = (double) bf_plan_start (roadmap->plan);

  roadmap->options.objective = BF_OBJECTIVE_FINISH;
  roadmap->bound = start + 1000;
  roadmap->objective = start + 1040;
  g_assert_cmpfloat_with_epsilon (bf_roadmap_gap (roadmap), 0.04, 1e-12);
  roadmap->bound = (double) bf_day_from_civil (2030, 1, 31);
  roadmap->objective = roadmap->bound;
  assert_sentence (roadmap, "Proven optimal: no schedule of these steps ends before 31 Jan 2030.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roadmap-bound/money", test_money);
  g_test_add_func ("/roadmap-bound/days", test_days);
  return g_test_run ();
}
