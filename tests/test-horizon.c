/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Roadmaps that likely end inside the horizon, and what gives way for that. */

#include "bf-json.h"
#include "bf-plan-text.h"
#include "bf-roadmap.h"
#include "bf-schedule.h"
#include "bf-test-plan.h"
#include "bf-test-sample.h"
#include "bf-test-steps.h"

#include <string.h>

static BfRoadmap *
compute (const BfPlan *plan, const char *keep_dates)
{
  BfRoadmapOptions options = { .seed = 1, .draws = 1000, .keep_dates = keep_dates };
  g_autoptr (GError) error = NULL;
  BfRoadmap *roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (roadmap->feasible && roadmap->checked);
  return roadmap;
}

/* P80 of the finish lies inside the horizon. */
static void
test_samples (void)
{
  static const char *const names[] = { "aerospace", "pharma", "small" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (BfPlan) plan = bf_test_sample (names[i]);
      g_autoptr (BfRoadmap) roadmap = compute (plan, NULL);

      g_assert_cmpint (roadmap->finish.p80, <=, bf_plan_horizon_end (plan));
      g_assert_cmpfloat (roadmap->beyond_horizon, <=, 0.2);
    }
}

/* 600,000 of 2030 come in 2031 only, so that more is built late. */
static BfPlan *
tight_plan (void)
{
  g_autoptr (BfPlan) sample = bf_test_sample ("aerospace");

  return bf_test_plan_with (sample,
                            "budget | key=BG-2030-CAP | amount=1300000\n"
                            "budget | key=BG-2031-CAP | amount=1450000\n");
}

static const BfRoadmapStep *
step_of (const BfRoadmap *roadmap, const char *key)
{
  int index = bf_roadmap_find (roadmap, key);

  g_assert_cmpint (index, >=, 0);
  return &roadmap->steps[index];
}

/* The sentence under the assumptions. */
static const char *
sentence_of (const BfRoadmap *roadmap, const BfRoadmapOrder *order)
{
  const char *after = step_of (roadmap, order->after)->step->title;
  const char *before = step_of (roadmap, order->before)->step->title;

  for (guint i = 0; i < roadmap->n_assumptions; i++)
    if (g_str_equal (roadmap->assumptions[i].what, after) &&
        g_str_equal (roadmap->assumptions[i].value, before))
      return roadmap->assumptions[i].basis;
  g_assert_not_reached ();
}

/* Each order given up for the horizon really is not kept, and is told with what it bought: the
 * share that the roadmap itself has, not that of a few draws or of a plan before its last change.
 */
static void
test_orders (void)
{
  g_autoptr (BfPlan) plan = tight_plan ();
  g_autoptr (BfRoadmap) roadmap = compute (plan, NULL);

  g_assert_cmpuint (roadmap->n_orders, >, 0);
  for (guint i = 0; i < roadmap->n_orders; i++)
    {
      const BfRoadmapOrder *order = &roadmap->orders[i];
      const BfRoadmapStep *after = step_of (roadmap, order->after);

      g_assert_cmpfloat (order->without, <, order->with);
      g_assert_cmpfloat (order->without, ==, roadmap->beyond_horizon);
      g_assert_cmpint (order->horizon_wanted, >, bf_plan_horizon_end (plan));
      g_assert_nonnull (strstr (sentence_of (roadmap, order), "days longer would bring them back"));
      g_assert_cmpint (after->start, <=, step_of (roadmap, order->before)->finish);
    }
}

/* Kept dates know them, with the same figures. */
static void
test_kept (void)
{
  g_autoptr (BfPlan) plan = tight_plan ();
  g_autoptr (BfRoadmap) before = compute (plan, NULL);
  g_autofree char *json = bf_roadmap_to_json (before);
  g_autoptr (BfRoadmap) after = compute (plan, json);

  g_assert_cmpint (after->finish.planned, ==, before->finish.planned);
  g_assert_cmpint (after->finish.p80, ==, before->finish.p80);
  g_assert_cmpuint (after->n_orders, ==, before->n_orders);
  for (guint i = 0; i < before->n_orders; i++)
    {
      g_assert_cmpstr (after->orders[i].before, ==, before->orders[i].before);
      g_assert_cmpstr (after->orders[i].after, ==, before->orders[i].after);
      g_assert_cmpint (after->orders[i].horizon_wanted, ==, before->orders[i].horizon_wanted);
      g_assert_cmpstr (
          sentence_of (after, &after->orders[i]), ==, sentence_of (before, &before->orders[i]));
    }
}

static BfPlan *
with_years (const BfPlan *sample, int years)
{
  BfPlan *plan = bf_plan_new ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < bf_plan_count (sample, kind); i++)
      {
        gpointer row = bf_plan_add_copy (plan, kind, bf_plan_row (sample, kind, i));

        if (kind == BF_PLANT)
          ((BfPlant *) row)->horizon_years = years;
      }
  bf_plan_seal (plan);
  return plan;
}

/* Nothing gives way where the horizon is far off. */
static void
test_far_horizon (void)
{
  g_autoptr (BfPlan) tight = tight_plan ();
  g_autoptr (BfPlan) plan = with_years (tight, 7);
  g_autoptr (BfRoadmap) roadmap = compute (plan, NULL);

  g_assert_cmpuint (roadmap->n_orders, ==, 0);
}

/* --- The scheduler. --- */

/* B had better follow A. */
static const char two[] = "plant start=2027-01-04 years=3 week=Mon-Fri rate=1000\n"
                          "area LINE\n"
                          "system PLC areas=LINE\n"
                          "shutdown SPR Spring 2027-04-10T00:00 2027-04-12T00:00\n"
                          "shutdown SUM Summer 2027-08-07T00:00 2027-08-21T00:00\n"
                          "step A build=60 cutover=8 areas=LINE systems=PLC\n"
                          "step B build=60 cutover=8 areas=LINE systems=PLC soft=A\n";

static BfSchedule *
schedule_two (BfTestPlant *plant, gboolean loose)
{
  BfScheduleOptions options = {
    .objective = BF_OBJECTIVE_FINISH, .seed = 1, .schedules = 200, .loose = loose
  };
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, NULL);
  g_autoptr (GError) error = NULL;
  BfSchedule *schedule =
      bf_schedule_compute (plant->set, network, plant->calendar, &options, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static gint64
finish_of (const BfSchedule *schedule)
{
  return MAX (schedule->release[0], schedule->release[1]);
}

/* An order that need not be kept is given up where that pays, and told. */
static void
test_loose (void)
{
  BfTestPlant *plant = bf_test_plant_new (two);
  g_autoptr (BfSchedule) strict = schedule_two (plant, FALSE);
  g_autoptr (BfSchedule) loose = schedule_two (plant, TRUE);

  g_assert_cmpuint (strict->given_up->len, ==, 0);
  g_assert_cmpuint (loose->given_up->len, ==, 1);
  g_assert_cmpint (finish_of (loose), <, finish_of (strict));
  bf_test_plant_free (plant);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/horizon/samples", test_samples);
  g_test_add_func ("/horizon/orders", test_orders);
  g_test_add_func ("/horizon/kept", test_kept);
  g_test_add_func ("/horizon/far", test_far_horizon);
  g_test_add_func ("/horizon/loose", test_loose);
  return g_test_run ();
}
