/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stopped hour costs, by hand: the downtime of a step and the failures of the system that it
 * treats count with one rate. Each system fails 5 times a year and needs 8 hours, so half of its 8
 * hours is exposed: 4 hours a year. */

#include "bf-network.h"
#include "bf-test-steps.h"

#define ANCHOR_EUR 54000 /* 250 people: the middle of 35,000 and 85,000 USD, at 0.90 */

static void
assert_rates (const char *text, double system_units, double cutover_units, double exposed_units)
{
  g_autoptr (BfTestPlant) plant = bf_test_plant_new (text);
  const BfSystem *system = BF_FIND (plant->plan, SYSTEM, BfSystem, "S");
  const BfStep *step = bf_step_set_get (plant->set, 0);

  g_assert_cmpint (
      bf_system_stop_rate_minor (plant->set, system), ==, (gint64) (system_units * 100));
  g_assert_cmpint (
      bf_step_cutover_rate_minor (plant->set, step, 0), ==, (gint64) (cutover_units * 100));
  g_assert_cmpfloat_with_epsilon (
      bf_step_exposure_minor (plant->set, step), exposed_units * 100, 1e-6);
}

#define PLANT "plant start=2027-01-04 years=2 "
#define STEP "step A build=5 cutover=8 capex=0 systems=S"

/* No rate anywhere: the anchor of the plant, or each area's half of it. */
static void
test_anchor (void)
{
  assert_rates (
      PLANT "\nsystem S incidents=5 rto=8 score=50\n" STEP, ANCHOR_EUR, ANCHOR_EUR, 4 * ANCHOR_EUR);
  assert_rates (PLANT "\narea L1\narea L2\nsystem S areas=L1 incidents=5 rto=8 score=50\n" STEP
                      " areas=L1",
                ANCHOR_EUR / 2.0,
                ANCHOR_EUR / 2.0,
                2 * ANCHOR_EUR);
}

/* A system of the whole site is split by the areas' rates, 3 to 1, and each share is at most the
 * plant's: 4,000 are 3,000 and 1,000, and 20,000 are 10,000 (for 15,000) and 5,000. */
static void
test_site (void)
{
  assert_rates (PLANT "rate=10000\narea L1 rate=3000\narea L2 rate=1000\n"
                      "system S areas=all rate=4000 incidents=5 rto=8 score=50\n" STEP,
                4000,
                4000,
                16000);
  assert_rates (PLANT "rate=10000\narea L1 rate=3000\narea L2 rate=1000\n"
                      "system S areas=all rate=20000 incidents=5 rto=8 score=50\n" STEP,
                15000,
                15000,
                60000);
}

/* One that stands in two of three areas costs its rate in each; one without a rate what they do. */
static void
test_several (void)
{
  assert_rates (PLANT "rate=10000\narea L1 rate=3000\narea L2 rate=1000\narea L3 rate=500\n"
                      "system S areas=L1,L2 rate=2500 incidents=5 rto=8 score=50\n" STEP
                      " areas=L1,L2",
                5000,
                5000,
                20000);
  assert_rates (PLANT "rate=10000\narea L1 rate=3000\narea L2 rate=1000\narea L3 rate=500\n"
                      "system S areas=L1,L2 incidents=5 rto=8 score=50\n" STEP " areas=L1,L2",
                4000,
                4000,
                16000);
}

/* 5 incidents of 10 are a half, 8 hours at 1,000 make 4,000 a year; a worn-out system forces its
 * replacement with 10 %, which costs 30 % of 200,000 more: at score 50 another 3,000. Twelve
 * incidents are no more than one failure a year for certain. */
static void
test_exposure (void)
{
  assert_rates (PLANT "rate=1000\nsystem S incidents=5 rto=8 score=50\n"
                      "step A build=5 cutover=8 capex=200000 systems=S",
                1000,
                1000,
                4000 + 3000);
  assert_rates (PLANT "rate=1000\nsystem S incidents=12 rto=8 score=100\n"
                      "step A build=5 cutover=8 capex=200000 systems=S",
                1000,
                1000,
                8000 + 6000);
}

static double
weight_of (const char *system)
{
  g_autofree char *text = g_strconcat (PLANT "\nsystem S ", system, "\n" STEP, NULL);
  g_autoptr (BfTestPlant) plant = bf_test_plant_new (text);

  return bf_step_weight (plant->set, bf_step_set_get (plant->set, 0));
}

/* 1 + criticality x score / 100; the three that is assumed where nobody said it counts here too. */
static void
test_weight (void)
{
  g_assert_cmpfloat_with_epsilon (weight_of ("score=50 criticality=4"), 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (weight_of ("score=50"), 2.5, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stop-rate/anchor", test_anchor);
  g_test_add_func ("/stop-rate/site", test_site);
  g_test_add_func ("/stop-rate/several", test_several);
  g_test_add_func ("/stop-rate/exposure", test_exposure);
  g_test_add_func ("/stop-rate/weight", test_weight);
  return g_test_run ();
}
