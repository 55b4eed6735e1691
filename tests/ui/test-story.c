/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-story.h"

#include <locale.h>

#include "ui-fixture.h"

static void
assert_sentence (char *sentence, const char *wanted)
{
  g_assert_cmpstr (sentence, ==, wanted);
  g_free (sentence);
}

static void
test_answer (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();

  assert_sentence (bf_story_answer (roadmap),
                   "Connected and proven by December 2029, inside every yearly budget");
  roadmap->periods[0].planned_minor = roadmap->periods[0].available_minor + 1;
  assert_sentence (bf_story_answer (roadmap),
                   "Connected and proven by December 2029, beyond the budget");
  roadmap->n_periods = 0;
  assert_sentence (bf_story_answer (roadmap), "Connected and proven by December 2029");
  roadmap->feasible = FALSE;
  assert_sentence (bf_story_answer (roadmap), "No roadmap keeps every rule");
}

/* A half chance is not called a promise where many draws end beyond the horizon. */
static void
test_unsure (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();

  roadmap->beyond_horizon = 0.04;
  g_assert_false (bf_story_is_unsure (roadmap));
  assert_sentence (bf_story_answer (roadmap),
                   "Connected and proven by December 2029, inside every yearly budget");
  roadmap->beyond_horizon = 0.39;
  g_assert_true (bf_story_is_unsure (roadmap));
  assert_sentence (
      bf_story_answer (roadmap),
      "Proven by Dec 2029, at P80 by Dec 2029; 39\u202f% of draws end past the horizon");
  assert_sentence (bf_story_lead (roadmap),
                   "Half of 400 simulated futures are done by then, eight of ten by 28 Dec 2029, "
                   "nine of ten by 3 Feb 2030. Every yearly budget holds.");
  roadmap->periods[0].planned_minor = roadmap->periods[0].available_minor + 1;
  assert_sentence (bf_story_lead (roadmap),
                   "Half of 400 simulated futures are done by then, eight of ten by 28 Dec 2029, "
                   "nine of ten by 3 Feb 2030. A yearly budget does not hold.");
  roadmap->draws.n_draws = 0;
  g_assert_false (bf_story_is_unsure (roadmap));
}

static void
test_last_releases (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();

  assert_sentence (bf_story_last_releases (roadmap),
                   "Last release planned for 4 Dec 2029, without retirements for 22 Oct 2029");
  roadmap->finish_without_decommission = roadmap->finish.planned;
  g_assert_null (bf_story_last_releases (roadmap));
}

static void
test_feasible (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();

  assert_sentence (bf_story_feasible (roadmap),
                   "All 10 steps keep their windows, teams and budgets");
  roadmap->objective = 1.031e8;
  roadmap->bound = 1e8;
  assert_sentence (bf_story_feasible (roadmap),
                   "All 10 steps keep their windows, teams and budgets. At most 4 % above the best "
                   "possible");
  roadmap->bound = roadmap->objective;
  assert_sentence (bf_story_feasible (roadmap),
                   "All 10 steps keep their windows, teams and budgets. Proven optimal");
}

static void
test_extent (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  guint i, k;

  assert_sentence (bf_story_extent (roadmap),
                   "Four phases, 10 steps, 7 cutovers, 4 inside a shutdown or a weekend");
  for (i = 0; i < roadmap->n_steps; i++)
    for (k = 0; k < roadmap->steps[i].n_cutovers; k++)
      roadmap->steps[i].cutovers[k].placement = BF_PLACEMENT_OPENING;
  assert_sentence (bf_story_extent (roadmap),
                   "Four phases, 10 steps, 7 cutovers, all inside a shutdown or a weekend");
}

static void
test_spread (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();

  assert_sentence (bf_story_spread (roadmap),
                   "Half of 400 simulated futures are done by then, eight of ten by 28 Dec 2029, "
                   "nine of ten by 3 Feb 2030.");
  roadmap->draws.n_draws = 0;
  assert_sentence (bf_story_spread (roadmap), "Not simulated yet.");
}

static void
test_numbers (void)
{
  assert_sentence (bf_story_number (3, TRUE), "Three");
  assert_sentence (bf_story_number (12, FALSE), "twelve");
  assert_sentence (bf_story_number (13, TRUE), "13");
  assert_sentence (bf_story_claims (0), "Every claim is worth what it says");
  assert_sentence (bf_story_claims (1), "One claim is worth less than it says");
  assert_sentence (bf_story_claims (3), "Three claims are worth less than they say");
}

static void
test_targets (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  BfTargets targets = bf_story_targets (roadmap);

  g_assert_cmpstr (targets.framework, ==, "SIRI");
  g_assert_cmpuint (targets.n, ==, 3);
  g_assert_cmpuint (targets.now, ==, 0);
  g_assert_cmpuint (targets.then, ==, 2);
}

/* Years add up their kinds; what was carried in is told apart. */
static void
test_years (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (GArray) years = bf_story_budget_years (roadmap);
  double planned = 0, wanted = 0;
  guint i;

  for (i = 0; i < roadmap->n_periods; i++)
    wanted += (double) roadmap->periods[i].planned_minor;
  for (i = 0; i < years->len; i++)
    {
      planned += bf_budget_year_planned (&g_array_index (years, BfBudgetYear, i));
      if (i > 0)
        g_assert_cmpint (g_array_index (years, BfBudgetYear, i).year,
                         >,
                         g_array_index (years, BfBudgetYear, i - 1).year);
    }
  g_assert_cmpuint (years->len, ==, 3);
  g_assert_cmpfloat (planned, ==, wanted);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/answer", test_answer);
  g_test_add_func ("/story/unsure", test_unsure);
  g_test_add_func ("/story/extent", test_extent);
  g_test_add_func ("/story/last-releases", test_last_releases);
  g_test_add_func ("/story/feasible", test_feasible);
  g_test_add_func ("/story/spread", test_spread);
  g_test_add_func ("/story/numbers", test_numbers);
  g_test_add_func ("/story/targets", test_targets);
  g_test_add_func ("/story/years", test_years);
  return g_test_run ();
}
