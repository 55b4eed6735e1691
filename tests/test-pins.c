/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates that the user pinned: nothing is given up for them. */

#include "bf-plan-text.h"
#include "bf-roadmap.h"
#include "bf-test-sample.h"

#include <string.h>

static BfRoadmap *
compute_pinned (const char *name, const char *rows)
{
  g_autoptr (BfPlan) sample = bf_test_sample (name);
  g_autoptr (BfPlan) plan = bf_test_plan_with (sample, rows);
  BfRoadmapOptions options = { .seed = 1, .draws = 100 };
  g_autoptr (GError) error = NULL;
  BfRoadmap *roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return roadmap;
}

static gboolean
says (const BfRoadmap *roadmap, const char *part)
{
  for (guint i = 0; i < roadmap->n_problems; i++)
    if (strstr (roadmap->problems[i], part))
      return TRUE;
  return FALSE;
}

static void
assert_pin_is_named (const char *key, const char *minute)
{
  g_autofree char *rows = g_strdup_printf ("step | key=%s | pinned_cutover=%s", key, minute);
  g_autoptr (BfRoadmap) roadmap = compute_pinned ("aerospace", rows);

  g_assert_false (roadmap->feasible);
  g_assert_true (says (roadmap, "It works without the pinned cutover of"));
}

/* A day on which nothing is open: no other step makes room for it by going, and the step itself,
 * which somebody wants, does not go either. */
static void
test_no_opening (void)
{
  assert_pin_is_named ("ST38:HV-SP", "2030-08-16T00:00"); /* a decommission */
  assert_pin_is_named ("ST08:HV-MC", "2028-04-22T14:00");
}

/* So late that the release lies past the horizon. */
static void
test_too_late (void)
{
  assert_pin_is_named ("ST25:site", "2031-10-03T22:00");
}

/* A window later, everything else stays in the plan. */
static void
test_later_window (void)
{
  g_autoptr (BfRoadmap) free = compute_pinned ("aerospace", "");
  g_autoptr (BfRoadmap) pinned =
      compute_pinned ("aerospace", "step | key=ST38:HV-MC | pinned_cutover=2031-09-13T14:00");

  g_assert_true (pinned->feasible && pinned->checked);
  g_assert_cmpuint (pinned->n_steps, ==, free->n_steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pins/no-opening", test_no_opening);
  g_test_add_func ("/pins/too-late", test_too_late);
  g_test_add_func ("/pins/later-window", test_later_window);
  return g_test_run ();
}
