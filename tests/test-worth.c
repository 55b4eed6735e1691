/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Net present value, payback and avoided loss, against sums in closed form. */

#include "bf-plan-text.h"
#include "bf-planned.h"

#include <math.h>

#define STEP "ST09:LINE/C1"
#define YEAR 365.25

/* One controller that fails five times a year for eight hours; the step earns a thousand a day. */
static BfRoadmap *
compute (const char *step_fields)
{
  g_autofree char *text = g_strdup_printf (
      "plant | key=P | name=One line | start=2027-01-04 | horizon_years=5 | discount_rate=0.05"
      " | downtime_cost_h=1000\n"
      "area | key=LINE | name=Line\n"
      "system | system_id=C1 | name=Controller | type=PLC | isa95_level=1 | area=LINE | rto_h=8"
      " | incidents_12m=5 | disposition=Replace | gamp_category=5 | max_stop_h=1"
      " | eos_date=2020-01-01 | owner_business=Somebody\n"
      "step | key=" STEP " | status=requested%s\n"
      "window | key=S2 | kind=shutdown | name=Summer 2028 | start=2028-08-01T00:00"
      " | end=2028-08-15T00:00\n"
      "window | key=W | kind=weekend | name=Saturdays | start=2027-01-09T06:00"
      " | end=2031-12-29T06:00 | open_hours=12 | repeats=1\n",
      step_fields);
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return bf_test_planned (plan, 50);
}

static const BfRoadmapStep *
the_step (const BfRoadmap *roadmap)
{
  return &roadmap->steps[bf_roadmap_find (roadmap, STEP)];
}

static void
test_nothing_given (void)
{
  g_autoptr (BfRoadmap) roadmap = compute ("");

  g_assert_true (isnan (roadmap->worth.npv));
  g_assert_cmpint (roadmap->worth.payback, ==, BF_BLANK);
  g_assert_cmpfloat (roadmap->worth.benefit, ==, 0);
}

/* Exposure: half a chance of eight hours at 1,000, and 10 % x score x 30 % of the capex. */
static void
test_avoided_loss (void)
{
  g_autoptr (BfRoadmap) roadmap = compute ("");
  const BfRoadmapStep *step = the_step (roadmap);
  double score = roadmap->needs->obsolescence[0];
  double year = 0.5 * 8 * 1000 * 100 + score / 100 * 0.1 * 0.3 * step->capex.expected;
  gint64 start = bf_plan_start (roadmap->plan), end = bf_plan_horizon_end (roadmap->plan);

  g_assert_cmpfloat (score, >, 0);
  g_assert_cmpfloat_with_epsilon (
      roadmap->worth.do_nothing_loss, year * (double) (end - start + 1) / YEAR, 1000);
  g_assert_cmpfloat_with_epsilon (
      roadmap->worth.avoided_loss, year * (double) (end - step->finish) / YEAR, 1000);
}

/* The only difference of two roadmaps of the same dates is the benefit: an annuity of days. */
static void
test_npv (void)
{
  g_autoptr (BfRoadmap) one = compute (" | benefit_year=365250");
  g_autoptr (BfRoadmap) two = compute (" | benefit_year=730500");
  gint64 first = the_step (one)->finish + 1 - bf_plan_start (one->plan);
  gint64 days = bf_plan_horizon_end (one->plan) - the_step (one)->finish;
  double v = pow (1.05, -1 / YEAR);
  double annuity = 100000 * pow (v, (double) first) * (1 - pow (v, (double) days)) / (1 - v);

  g_assert_cmpint (the_step (one)->finish, ==, the_step (two)->finish);
  g_assert_cmpfloat_with_epsilon (two->worth.npv - one->worth.npv, annuity, 1);
  g_assert_cmpfloat_with_epsilon (one->worth.benefit, 100000.0 * (double) days, 1e-3);
  g_assert_cmpfloat (one->worth.npv, <, one->worth.benefit - one->fully_loaded.expected * 0.7);
}

/* Undiscounted costs over what a day brings once the step runs. */
static void
test_payback (void)
{
  g_autoptr (BfRoadmap) roadmap = compute (" | benefit_year=3652500");
  g_autoptr (BfRoadmap) poor = compute (" | benefit_year=100");
  const BfRoadmapStep *step = the_step (roadmap);
  double opex_day = step->step->opex_year * 100 / YEAR, others = 0;
  double spent = roadmap->fully_loaded.expected - roadmap->opex.expected;
  gint64 days;

  for (guint i = 0; i < roadmap->n_steps; i++)
    if (&roadmap->steps[i] != step)
      others += roadmap->steps[i].opex.expected;
  g_assert_cmpint (roadmap->worth.payback, >, step->finish);
  g_assert_cmpint (roadmap->worth.payback, <, bf_plan_horizon_end (roadmap->plan));
  days = roadmap->worth.payback - step->finish;
  /* Opex of the others until then lies between nothing and all of it. */
  g_assert_cmpfloat ((double) days * (1000000 - opex_day), >=, spent - 1);
  g_assert_cmpfloat ((double) (days - 1) * (1000000 - opex_day), <=, spent + others);
  g_assert_cmpint (poor->worth.payback, ==, BF_BLANK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worth/nothing-given", test_nothing_given);
  g_test_add_func ("/worth/avoided-loss", test_avoided_loss);
  g_test_add_func ("/worth/npv", test_npv);
  g_test_add_func ("/worth/payback", test_payback);
  return g_test_run ();
}
