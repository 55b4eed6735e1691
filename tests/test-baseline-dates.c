/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-baseline-dates.h"
#include "bf-json.h"
#include "bf-test-plan.h"
#include "bf-test-roadmap.h"

static BfBaseline
baseline_of (const char *json)
{
  BfBaseline baseline;

  bf_record_blank (&bf_baseline_record, &baseline);
  baseline.row.key = "B";
  baseline.name = "Baseline";
  baseline.approved_on = bf_test_day ("2027-03-17");
  baseline.roadmap = json;
  return baseline;
}

/* A roadmap that is kept says of its own steps what they say. */
static void
test_same (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autofree char *json = bf_roadmap_to_json (roadmap);
  BfBaseline baseline = baseline_of (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (BfBaselineDates) dates = bf_baseline_dates_new (&baseline, roadmap, &error);
  gint64 last = BF_BLANK;

  g_assert_no_error (error);
  g_assert_cmpuint (dates->n_known, ==, roadmap->n_steps);
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];

      g_assert_cmpint (dates->start[i], ==, step->start);
      g_assert_cmpint (dates->release[i], ==, step->finish);
      if (step->n_cutovers > 0)
        g_assert_cmpint (dates->cutover[i], ==, step->cutovers[0].start);
      else
        g_assert_cmpint (dates->cutover[i], ==, BF_BLANK);
      last = MAX (last, step->finish);
    }
  g_assert_cmpint (dates->finish, ==, last);
}

/* Steps that came later have no ghost; those that went are no step of today. */
static void
test_other_steps (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autofree char *json = g_strdup_printf (
      "{\"steps\": [{\"id\": \"%s\", \"start\": \"2027-02-01\", \"finish\": \"2027-04-30\","
      " \"cutovers\": []}, {\"id\": \"GONE:site\", \"start\": \"2027-02-01\", \"finish\":"
      " \"2031-04-30\", \"cutovers\": []}, 7]}",
      roadmap->steps[1].key);
  BfBaseline baseline = baseline_of (json);
  g_autoptr (BfBaselineDates) dates = bf_baseline_dates_new (&baseline, roadmap, NULL);

  g_assert_cmpuint (dates->n_known, ==, 1);
  g_assert_cmpint (dates->start[0], ==, BF_BLANK);
  g_assert_cmpint (dates->start[1], ==, bf_test_day ("2027-02-01"));
  g_assert_cmpint (dates->release[1], ==, bf_test_day ("2027-04-30"));
  g_assert_cmpint (dates->finish, ==, bf_test_day ("2031-04-30"));
}

static void
test_no_roadmap (void)
{
  static const char *const texts[] = { NULL, "", "{", "[]", "{\"steps\": 1}", "Gantt.png" };
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      BfBaseline baseline = baseline_of (texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (bf_baseline_dates_new (&baseline, roadmap, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, "“Baseline” keeps no roadmap that could be read.");
    }
}

static void
test_newest (void)
{
  g_autoptr (BfPlan) plan = bf_plan_new ();

  g_assert_null (bf_baseline_newest (plan));
  bf_test_add (plan,
               "baseline",
               "key",
               "A",
               "name",
               "A",
               "approved_on",
               "2028-01-01",
               "roadmap",
               "{}",
               NULL);
  bf_test_add (plan,
               "baseline",
               "key",
               "B",
               "name",
               "B",
               "approved_on",
               "2027-01-01",
               "roadmap",
               "{}",
               NULL);
  bf_test_add (plan, "baseline", "key", "C", "name", "C", "approved_on", "2029-01-01", NULL);
  bf_plan_seal (plan);
  g_assert_cmpstr (bf_baseline_newest (plan)->row.key, ==, "A");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/baseline-dates/same", test_same);
  g_test_add_func ("/baseline-dates/other-steps", test_other_steps);
  g_test_add_func ("/baseline-dates/no-roadmap", test_no_roadmap);
  g_test_add_func ("/baseline-dates/newest", test_newest);
  return g_test_run ();
}
