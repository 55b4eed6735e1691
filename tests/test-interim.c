/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the plant does between cutover and release, as it is listed on the step. */

#include "bf-json.h"
#include "bf-plan-text.h"
#include "bf-planned.h"

#include <string.h>

/* One controller on a line of two shifts that is replaced in the summer of 2028. */
static BfRoadmap *
compute (const char *interim)
{
  g_autofree char *text = g_strdup_printf (
      "plant | key=P | name=One line | start=2027-01-04 | horizon_years=5 | downtime_cost_h=1000\n"
      "area | key=LINE | name=Line | shift_pattern=2 shifts\n"
      "system | system_id=C1 | name=Controller | type=PLC | isa95_level=1 | area=LINE"
      " | disposition=Replace | gamp_category=5 | max_stop_h=1 | eos_date=2020-01-01"
      " | owner_business=Somebody | interim_operation=%s\n"
      "step | key=ST09:LINE/C1 | status=requested\n"
      "window | key=W | kind=weekend | name=Saturdays | start=2027-01-09T06:00"
      " | end=2031-12-29T06:00 | open_hours=12 | repeats=1\n"
      "window | key=S | kind=shutdown | name=Summer 2028 | start=2028-08-01T00:00"
      " | end=2028-08-15T00:00\n",
      interim);
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return bf_test_planned (plan, 50);
}

static const BfRoadmapStep *
the_step (const BfRoadmap *roadmap)
{
  int index = bf_roadmap_find (roadmap, "ST09:LINE/C1");

  g_assert_cmpint (index, >=, 0);
  return &roadmap->steps[index];
}

static void
test_runs (void)
{
  g_autoptr (BfRoadmap) roadmap = compute ("runs");

  g_assert_cmpint (the_step (roadmap)->quarantine_weeks, ==, 0);
  g_assert_cmpfloat (the_step (roadmap)->interim_hours, ==, 0);
}

/* Begun weeks from the cutover to the release, on the step and in JSON. */
static void
test_quarantine (void)
{
  g_autoptr (BfRoadmap) roadmap = compute ("quarantine");
  const BfRoadmapStep *step = the_step (roadmap);
  gint64 days = step->finish - bf_minute_day (step->cutovers[0].start);
  g_autofree char *json = bf_roadmap_to_json (roadmap);
  g_autofree char *member = g_strdup_printf ("\"quarantine_weeks\": %d,", step->quarantine_weeks);

  g_assert_cmpint (step->quarantine_weeks, >, 1);
  g_assert_cmpint (7 * step->quarantine_weeks, >=, days);
  g_assert_cmpint (7 * (step->quarantine_weeks - 1), <, days);
  g_assert_cmpfloat (step->interim_hours, ==, 0);
  g_assert_nonnull (strstr (json, member));
}

/* Two shifts of eight hours on each working day after the cutover, in the lost hours too. */
static void
test_stops (void)
{
  g_autoptr (BfRoadmap) roadmap = compute ("stops");
  const BfRoadmapStep *step = the_step (roadmap);
  gint64 from = bf_minute_day (step->cutovers[0].finish) + 1;
  int days = bf_calendar_count (roadmap->calendar, from, step->finish);

  g_assert_cmpint (days, >, 0);
  g_assert_cmpint (step->quarantine_weeks, ==, 0);
  g_assert_cmpfloat_with_epsilon (step->interim_hours, 16.0 * days, 1e-9);
  g_assert_cmpfloat (step->lost_hours.expected, >=, step->interim_hours);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interim/runs", test_runs);
  g_test_add_func ("/interim/quarantine", test_quarantine);
  g_test_add_func ("/interim/stops", test_stops);
  return g_test_run ();
}
