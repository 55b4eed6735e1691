/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The phases of a plan: the catalogue's, and the user's. */

#include "bf-phases.h"
#include "bf-plan-text.h"
#include "bf-roadmap.h"
#include "bf-test-case.h"

#include <string.h>

/* "1 Prepare 12, 2 Run 345": number, name and the suggestions that it takes. */
static char *
told (const BfPlan *plan)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bf_phases_count (plan, catalogue); i++)
    {
      g_string_append_printf (text,
                              "%s%d %s ",
                              i ? ", " : "",
                              bf_phases_number (plan, i),
                              bf_phases_name (plan, catalogue, i));
      for (int bit = 0; bit < 5; bit++)
        if (bf_phases_suggested (plan, catalogue, i) & (1u << bit))
          g_string_append_printf (text, "%d", bit + 1);
    }
  return g_string_free (text, FALSE);
}

static void
check (const char *rows, const char *expected)
{
  g_autoptr (BfPlan) plan = bf_test_plan (rows);
  g_autofree char *text = told (plan);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_rows (void)
{
  check ("plant | key=P\n",
         "1 Prepare 1, 2 Secure and see 2, 3 Connect and standardise 3, 4 Run and prove 4, "
         "5 Optimise and retire 5");
  /* Rows that say nothing of the suggestions follow them by place. */
  check ("phase | key=B | position=2 | name=Do\n"
         "phase | key=A | position=1 | name=Think\n"
         "phase | key=C | position=3 | name=Leave\n",
         "1 Think 1, 2 Do 2, 3 Leave 345");
  /* A suggestion that no row takes stands with the one before it. */
  check ("phase | key=A | position=1 | name=Think | suggested=1; 2\n"
         "phase | key=B | position=2 | name=Wait\n"
         "phase | key=C | position=3 | name=Do | suggested=4\n",
         "1 Think 123, 2 Wait , 3 Do 45");
  /* Numbers are the rows' own; one position twice is broken by key. */
  check ("phase | key=B | position=10 | name=Second\n"
         "phase | key=A | position=10 | name=First\n"
         "phase | key=C | position=20 | name=Third\n",
         "10 First 1, 10 Second 2, 20 Third 345");
}

static void
test_find (void)
{
  g_autoptr (BfPlan) plain = bf_test_plan ("plant | key=P\n");
  g_autoptr (BfPlan) plan = bf_test_plan ("phase | key=A | position=10 | name=A\n"
                                          "phase | key=B | position=20 | name=B\n");

  g_assert_cmpint (bf_phases_find (plain, bf_catalogue_get (), 3), ==, 2);
  g_assert_cmpint (bf_phases_find (plain, bf_catalogue_get (), 0), ==, 0);
  g_assert_cmpint (bf_phases_find (plain, bf_catalogue_get (), 20), ==, 4);
  g_assert_cmpint (bf_phases_find (plan, bf_catalogue_get (), 20), ==, 1);
}

/* A supervisory system to be replaced wants a network first. */
static const char plant[] =
    "plant | key=P | start=2027-01-04 | horizon_years=5 | profile=general\n"
    "area | key=LINE | downtime_cost_h=100\n"
    "system | system_id=SCA | name=Panels | type=SCADA | isa95_level=2 | area=LINE"
    " | disposition=Replace | gamp_category=4 | owner_business=Production\n";

static int
phase_of (const Case *one, const char *archetype)
{
  for (guint i = 0; i < one->set->steps->len; i++)
    {
      const BfStep *step = g_ptr_array_index (one->set->steps, i);

      if (strcmp (step->archetype->id, archetype) == 0)
        return step->phase;
    }
  g_error ("no step of %s", archetype);
}

/* Merged phases hold the steps of both; a step that is put into an early phase is raised to what it
 * requires; one that is put into a new phase takes along what requires it. */
static void
test_steps (void)
{
  g_autoptr (BfPlan) plain = bf_test_plan (plant);
  g_autoptr (BfPlan) merged =
      bf_test_plan_with (plain,
                         "phase | key=1 | position=1 | name=Prepare | suggested=1\n"
                         "phase | key=2 | position=2 | name=Secure, connect | suggested=2; 3\n"
                         "phase | key=4 | position=3 | name=Run | suggested=4\n"
                         "phase | key=5 | position=4 | name=Retire | suggested=5\n");
  g_autoptr (BfPlan) early = bf_test_plan_with (plain, "step | key=ST10:SCA | phase=1\n");
  g_autoptr (BfPlan) late = bf_test_plan_with (
      merged, "phase | key=6 | position=5 | name=Much later\nstep | key=ST05:site | phase=5\n");
  g_auto (Case) before = { 0 }, after = { 0 }, first = { 0 }, last = { 0 };

  case_init (&before, bf_plan_ref (plain));
  case_init (&after, bf_plan_ref (merged));
  case_init (&first, bf_plan_ref (early));
  case_init (&last, bf_plan_ref (late));
  g_assert_cmpint (phase_of (&before, "ST05"), ==, 1);
  g_assert_cmpint (phase_of (&before, "ST10"), ==, 2);
  g_assert_cmpint (phase_of (&after, "ST05"), ==, 1);
  g_assert_cmpint (phase_of (&after, "ST10"), ==, 1);
  g_assert_cmpint (phase_of (&first, "ST10"), ==, phase_of (&first, "ST05"));
  g_assert_cmpint (phase_of (&last, "ST10"), ==, 4);
}

/* The roadmap has the user's phases, with their names, numbers and gates. */
static void
test_roadmap (void)
{
  g_autoptr (BfPlan) plain = bf_test_plan (plant);
  g_autoptr (BfPlan) plan =
      bf_test_plan_with (plain,
                         "phase | key=A | position=1 | name=All before | suggested=1; 2\n"
                         "phase | key=B | position=2 | name=All after | suggested=3; 4; 5\n");
  BfRoadmapOptions options = { .seed = 1, .draws = 100 };
  g_autoptr (BfRoadmap) roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, NULL);

  g_assert_true (roadmap->feasible && roadmap->checked);
  g_assert_cmpuint (roadmap->n_phases, ==, 2);
  g_assert_cmpstr (roadmap->phases[0].name, ==, "All before");
  g_assert_cmpstr (roadmap->phases[1].id, ==, "2");
  g_assert_cmpint (roadmap->phases[0].gate, !=, BF_BLANK);
  g_assert_cmpint (roadmap->phases[1].gate, ==, BF_BLANK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phases/rows", test_rows);
  g_test_add_func ("/phases/find", test_find);
  g_test_add_func ("/phases/steps", test_steps);
  g_test_add_func ("/phases/roadmap", test_roadmap);
  return g_test_run ();
}
