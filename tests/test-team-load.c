/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-planned.h"
#include "bf-team-load.h"
#include "bf-test-sample.h"

#include <math.h>

static BfRoadmap *
compute_sample (const char *name)
{
  g_autoptr (BfPlan) plan = bf_test_sample (name);

  return bf_test_planned (plan, 200);
}

/* No week holds more than its team gives: the scheduler has kept the capacities. */
static void
check_within (const BfTeamLoad *load)
{
  for (guint i = 0; i < load->n_teams; i++)
    for (guint week = 0; week < load->n_weeks; week++)
      {
        const BfTeamWeek *of = &load->teams[i].weeks[week];

        if (!load->teams[i].unbounded)
          g_assert_cmpfloat (of->load, <=, of->capacity + 1e-6);
        g_assert_cmpfloat (of->peak, <=, 1);
      }
  g_assert_cmpint (bf_day_weekday (load->first_monday), ==, 1);
}

static double
person_days_of (const BfRoadmap *roadmap, int team)
{
  double sum = 0;

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_activities; k++)
      {
        const BfRoadmapActivity *activity = &roadmap->steps[i].activities[k];

        if (bf_calendar_count (roadmap->calendar, activity->start, activity->finish) == 0)
          continue;
        for (guint l = 0; l < activity->n_loads; l++)
          if (activity->loads[l].team == team)
            sum += activity->loads[l].person_days;
      }
  return sum;
}

/* All work of a team is in its weeks, once. */
static void
check_all_work (const BfRoadmap *roadmap, const BfTeamLoad *load)
{
  double sum = 0;

  for (guint i = 0; i < load->n_teams; i++)
    {
      sum = 0;
      for (guint week = 0; week < load->n_weeks; week++)
        sum += load->teams[i].weeks[week].load;
      g_assert_cmpfloat_with_epsilon (sum, person_days_of (roadmap, load->teams[i].team), 1e-6);
    }
}

/* Those who work in a week make up its load. */
static void
check_who (const BfRoadmap *roadmap, const BfTeamLoad *load)
{
  for (guint i = 0; i < load->n_teams; i++)
    for (guint week = 0; week < load->n_weeks; week += 5)
      {
        g_autoptr (GArray) work = bf_team_load_work (load, roadmap, i, week);
        double sum = 0;

        for (guint k = 0; k < work->len; k++)
          sum += g_array_index (work, BfTeamWork, k).person_days;
        g_assert_cmpfloat_with_epsilon (sum, load->teams[i].weeks[week].load, 1e-6);
      }
}

static void
test_sample (gconstpointer name)
{
  g_autoptr (BfRoadmap) roadmap = compute_sample (name);
  g_autoptr (BfTeamLoad) load = bf_team_load_new (roadmap);

  if (bf_plan_count (roadmap->plan, BF_TEAM) > 0)
    g_assert_cmpuint (load->n_teams, >=, 3);
  g_assert_cmpuint (load->n_weeks, >, 100);
  check_within (load);
  check_all_work (roadmap, load);
  check_who (roadmap, load);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/team-load/aerospace", "aerospace", test_sample);
  g_test_add_data_func ("/team-load/pharma", "pharma", test_sample);
  g_test_add_data_func ("/team-load/small", "small", test_sample);
  return g_test_run ();
}
