/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk.h"

#include "bf-test-plan.h"
#include "bf-test-steps.h"

/* Three strands of 60 working days must be ready in 70 for the only opening of the year; the next
 * one comes in August. */
static const char strands[] =
    "plant start=2027-01-04 years=3 week=Mon-Fri rate=10000 factor=0.5\n"
    "area LINE\n"
    "system PLC areas=LINE\n"
    "shutdown SPR \"Spring shutdown\" 2027-04-10T00:00 2027-04-11T06:00\n"
    "shutdown SUM \"Summer shutdown\" 2027-08-07T00:00 2027-08-21T00:00\n"
    "team ONE\n"
    "team TWO\n"
    "team THREE\n"
    "step A build=60 load=ONE:30\n"
    "step B build=60 load=%s:30\n"
    "step C build=60 load=%s:30\n"
    "step D build=5 cutover=30 hypercare=10 needs=A,B,C areas=LINE systems=PLC capex=1000\n";

typedef struct
{
  BfTestPlant *plant;
  BfNetwork *network;
  BfSchedule *schedule;
} Case;

static BfStep *
step_of (const Case *one, const char *key)
{
  return g_ptr_array_index (one->plant->set->steps, (guint) bf_test_step (one->plant, key));
}

static Case
case_new (const char *second, const char *third)
{
  /* Not a literal for printf: the teams of B and C. */
  g_auto (GStrv) parts = g_strsplit (strands, "%s", 3);
  g_autofree char *text = g_strconcat (parts[0], second, parts[1], third, parts[2], NULL);
  Case one = { .plant = bf_test_plant_new (text) };
  g_autoptr (GError) error = NULL;

  one.network = bf_network_build (one.plant->set, &error);
  g_assert_no_error (error);
  one.schedule = bf_schedule_compute (
      one.plant->set, one.network, one.plant->calendar, &one.plant->options, NULL, &error);
  g_assert_no_error (error);
  return one;
}

static void
case_clear (Case *one)
{
  bf_schedule_free (one->schedule);
  bf_network_free (one->network);
  bf_test_plant_free (one->plant);
}

static BfRisk *
simulate (const Case *one, guint64 seed, double team_spread)
{
  BfRiskOptions options = {
    .seed = seed, .team_spread = team_spread, .vendor_spread = -1, .area_spread = -1
  };
  g_autoptr (GError) error = NULL;
  BfRisk *risk = bf_risk_simulate (
      one->plant->set, one->network, one->plant->calendar, one->schedule, &options, &error);

  g_assert_no_error (error);
  return risk;
}

static const BfCutoverRisk *
cutover_of (const Case *one, const BfRisk *risk)
{
  return &risk->cutovers[bf_test_activity (one->plant, one->network, "D", BF_ACTIVITY_CUTOVER, 0)];
}

/* Weeks whose mean is 60 days and whose P80 is 70 days: found on their longest value. */
static BfEstimate
eighty_per_cent_in_70_days (void)
{
  double low = 12, high = 40;
  BfEstimate weeks = { 8, 10, 0 };

  for (int i = 0; i < 60; i++)
    {
      weeks.max = (low + high) / 2;
      if (bf_estimate_quantile (weeks, 0.8) / bf_estimate_mean (weeks) * 60 < 70)
        low = weeks.max;
      else
        high = weeks.max;
    }
  return weeks;
}

static void
spread_builds (const Case *one)
{
  BfEstimate weeks = eighty_per_cent_in_70_days ();

  step_of (one, "A")->build_weeks = weeks;
  step_of (one, "B")->build_weeks = weeks;
  step_of (one, "C")->build_weeks = weeks;
}

static void
fix_builds (const Case *one)
{
  BfEstimate weeks = { 12, 12, 12 };

  step_of (one, "A")->build_weeks = step_of (one, "B")->build_weeks =
      step_of (one, "C")->build_weeks = weeks;
}

/* A factor 1 +- this is 70 / 60 at its P80. */
static double
team_spread (void)
{
  return (70.0 / 60 - 1) / bf_estimate_quantile ((BfEstimate){ -1, 0, 1 }, 0.8);
}

static void
assert_share (double found, double wanted, guint n)
{
  g_assert_cmpfloat_with_epsilon (found, wanted, bf_risk_share_error (wanted, n));
}

/* Three independent strands of 0.8 meet with 0.8^3. */
static void
test_independent (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;

  spread_builds (&one);
  risk = simulate (&one, 1, -1);
  g_assert_cmpuint (risk->n_draws, ==, 4000);
  assert_share (1 - cutover_of (&one, risk)->miss_chance, 0.512, risk->n_draws);
  case_clear (&one);
}

/* With one factor for all three they are late together. */
static void
test_common (void)
{
  Case one = case_new ("ONE", "ONE");
  g_autoptr (BfRisk) risk = NULL;

  fix_builds (&one);
  risk = simulate (&one, 1, team_spread ());
  assert_share (1 - cutover_of (&one, risk)->miss_chance, 0.8, risk->n_draws);
  case_clear (&one);
}

/* A factor a team is as good as none. */
static void
test_three_teams (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;

  fix_builds (&one);
  risk = simulate (&one, 1, team_spread ());
  assert_share (1 - cutover_of (&one, risk)->miss_chance, 0.512, risk->n_draws);
  case_clear (&one);
}

/* A system of that vendor stands in each of the three strands. */
static void
share_vendor (const Case *one, const char *vendor)
{
  static const char *const keys[] = { "A", "B", "C" };
  BfSystem *system = (BfSystem *) BF_FIND (one->plant->plan, SYSTEM, BfSystem, "PLC");
  int index = bf_plan_index (one->plant->plan, BF_SYSTEM, "PLC");

  system->vendor = vendor;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_array_append_val (step_of (one, keys[i])->systems, index);
}

static double
caught_with_spreads (const Case *one, double vendor_spread, double area_spread)
{
  BfRiskOptions options = {
    .seed = 1, .team_spread = -1, .vendor_spread = vendor_spread, .area_spread = area_spread
  };
  g_autoptr (BfRisk) risk = bf_risk_simulate (
      one->plant->set, one->network, one->plant->calendar, one->schedule, &options, NULL);

  return 1 - cutover_of (one, risk)->miss_chance;
}

/* Strands of one vendor are late together, whoever works on them; without a name there is none. */
static void
test_vendor (void)
{
  Case one = case_new ("TWO", "THREE");

  fix_builds (&one);
  g_assert_cmpfloat (caught_with_spreads (&one, team_spread (), -1), ==, 1);
  share_vendor (&one, "  Acme ");
  assert_share (caught_with_spreads (&one, team_spread (), -1), 0.8, 4000);
  share_vendor (&one, "");
  g_assert_cmpfloat (caught_with_spreads (&one, team_spread (), -1), ==, 1);
  case_clear (&one);
}

/* An area bears on what follows the cutover, not on what comes before it. */
static void
test_area (void)
{
  Case one = case_new ("TWO", "THREE");
  BfRiskOptions options = { .seed = 1, .team_spread = -1, .vendor_spread = -1, .area_spread = 0.5 };
  g_autoptr (BfRisk) risk = NULL;
  const BfStepRisk *step;

  fix_builds (&one);
  g_assert_cmpfloat (caught_with_spreads (&one, -1, 0.5), ==, 1);
  risk = bf_risk_simulate (
      one.plant->set, one.network, one.plant->calendar, one.schedule, &options, NULL);
  step = &risk->steps[bf_test_step (one.plant, "D")];
  g_assert_cmpint (step->release.p10, <, step->release.planned);
  g_assert_cmpint (step->release.p90, >, step->release.planned);
  case_clear (&one);
}

/* With the tail, 18 draws of a hundred cost more than five times as much, if it is software. */
static void
test_tail (void)
{
  Case one = case_new ("TWO", "THREE");
  BfArchetype *archetype = (BfArchetype *) step_of (&one, "D")->archetype;
  BfRiskOptions options = { .seed = 1, .tail = TRUE };
  guint d = (guint) bf_test_step (one.plant, "D");

  for (int heavy = 0; heavy < 2; heavy++)
    {
      g_autoptr (BfRisk) risk = NULL;

      archetype->gamp_category = heavy ? BF_GAMP_4 : BF_GAMP_1;
      risk = bf_risk_simulate (
          one.plant->set, one.network, one.plant->calendar, one.schedule, &options, NULL);
      g_assert_cmpfloat (risk->steps[d].capex.p80, ==, 100000);
      g_assert_cmpfloat_with_epsilon (risk->steps[d].capex.p90, heavy ? 547000 : 100000, 0.5);
      g_assert_cmpfloat_with_epsilon (
          risk->steps[d].capex.expected, heavy ? 100000 + 0.18 * 447000 : 100000, 100);
    }
  case_clear (&one);
}

static void
test_missed_window (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;
  const BfCutoverRisk *cutover;
  const BfStepRisk *step;

  spread_builds (&one);
  risk = simulate (&one, 1, -1);
  cutover = cutover_of (&one, risk);
  step = &risk->steps[bf_test_step (one.plant, "D")];
  g_assert_cmpint (
      cutover->delay_days, ==, bf_test_day ("2027-08-07") - bf_test_day ("2027-04-10"));
  g_assert_cmpint (cutover->opening_start, ==, bf_test_minute ("2027-04-10T00:00"));
  /* In time in half the draws, in August in the others: ten days of hypercare after it. */
  bf_test_assert_day (step->release.p50, "2027-04-23");
  bf_test_assert_day (step->release.p80, "2027-08-20");
  g_assert_cmpint (step->release.planned, ==, step->release.p50);
  g_assert_cmpfloat (step->criticality, ==, 1);
  g_assert_cmpfloat (risk->beyond_horizon, ==, 0);
  case_clear (&one);
}

/* The buffer is what a draw may use up. */
static void
test_margin (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;

  fix_builds (&one);
  risk = simulate (&one, 1, -1);
  g_assert_cmpfloat (cutover_of (&one, risk)->miss_chance, ==, 0);
  g_assert_cmpint (cutover_of (&one, risk)->margin_days, ==, 10);
  case_clear (&one);
}

static void
assert_same (const BfSpread *a, const BfSpread *b)
{
  g_assert_cmpfloat (a->expected, ==, b->expected);
  g_assert_cmpfloat (a->p50, ==, b->p50);
  g_assert_cmpfloat (a->p80, ==, b->p80);
  g_assert_cmpfloat (a->p90, ==, b->p90);
}

static void
spread_money (const Case *one)
{
  step_of (one, "A")->capex = (BfEstimate){ 100, 200, 400 };
  step_of (one, "D")->capex = (BfEstimate){ 100, 200, 400 };
}

/* An edit of one step leaves the draws of the others alone; another seed does not. */
static void
test_draws (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) before = NULL;
  g_autoptr (BfRisk) after = NULL;
  g_autoptr (BfRisk) other = NULL;
  int a = bf_test_step (one.plant, "A"), d = bf_test_step (one.plant, "D");

  spread_builds (&one);
  spread_money (&one);
  before = simulate (&one, 1, 0);
  step_of (&one, "D")->capex.max = 500;
  after = simulate (&one, 1, 0);
  other = simulate (&one, 2, 0);
  assert_same (&before->steps[a].capex, &after->steps[a].capex);
  g_assert_cmpint (before->steps[a].release.p80, ==, after->steps[a].release.p80);
  g_assert_cmpfloat (before->steps[d].capex.p80, !=, after->steps[d].capex.p80);
  g_assert_cmpfloat (before->steps[a].capex.p80, !=, other->steps[a].capex.p80);
  g_assert_cmpfloat (before->steps[a].capex.p80, !=, before->steps[d].capex.p80);
  case_clear (&one);
}

/* The mean and the percentiles of the money are those of its beta-PERT. */
static void
test_money (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;
  const BfSpread *capex;
  BfEstimate units = { 100, 200, 400 };

  fix_builds (&one);
  spread_money (&one);
  risk = simulate (&one, 1, -1);
  capex = &risk->steps[bf_test_step (one.plant, "A")].capex;
  g_assert_cmpfloat_with_epsilon (capex->expected / 100, bf_estimate_mean (units), 3);
  g_assert_cmpfloat_with_epsilon (capex->p50 / 100, bf_estimate_quantile (units, 0.5), 4);
  g_assert_cmpfloat_with_epsilon (capex->p80 / 100, bf_estimate_quantile (units, 0.8), 5);
  g_assert_cmpfloat_with_epsilon (capex->p90 / 100, bf_estimate_quantile (units, 0.9), 5);
  case_clear (&one);
}

/* Trouble of 20 %, most of it rolled back: mean hours and cost follow the planning rules. */
static void
test_trouble (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;
  BfStep *step = step_of (&one, "D");
  const BfStepRisk *found;
  double overrun = 4, rate = 10000, expected;

  fix_builds (&one);
  step->overrun_hours = (BfEstimate){ overrun, overrun, overrun };
  step->stop_hours = (BfEstimate){ 30, 30, 30 };
  step->problem_chance = 0.2;
  step->rollback_chance = 0.8;
  step->redo_cost = 50;
  risk = simulate (&one, 1, -1);
  found = &risk->steps[bf_test_step (one.plant, "D")];
  expected = 0.2 * (overrun * rate + 0.8 * (overrun * rate + 50)) * 100;
  g_assert_cmpfloat_with_epsilon (found->downtime_cost.expected, expected, 0.06 * expected);
  g_assert_cmpfloat (found->downtime_cost.p50, ==, 0);
  g_assert_cmpfloat (found->downtime_hours.p50, ==, 30);
  g_assert_cmpfloat (found->downtime_hours.p90, ==, 68); /* twice 30 h and twice 4 h */
  g_assert_cmpfloat (found->lost_hours.p90, ==, 8);
  /* A rollback repeats the cutover in August. */
  bf_test_assert_day (found->release.p80, "2027-04-23");
  bf_test_assert_day (found->release.p90, "2027-08-20");
  case_clear (&one);
}

/* B takes over the only person from A, so it is late when A is. */
static void
test_team_order (void)
{
  static const char text[] = "plant start=2027-01-04 years=2 week=Mon-Fri rate=10000\n"
                             "area LINE\n"
                             "team ONE\n"
                             "capacity ONE 2027-01-01 2028-12-31 1\n"
                             "step A build=20 load=ONE:20\n"
                             "step B build=20 load=ONE:20\n";
  Case one = { .plant = bf_test_plant_new (text) };
  g_autoptr (BfRisk) risk = NULL;
  const BfStepRisk *first, *second;

  one.network = bf_network_build (one.plant->set, NULL);
  one.schedule = bf_schedule_compute (
      one.plant->set, one.network, one.plant->calendar, &one.plant->options, NULL, NULL);
  step_of (&one, "A")->build_weeks = (BfEstimate){ 2, 4, 6 };
  step_of (&one, "B")->build_weeks = (BfEstimate){ 4, 4, 4 };
  risk = simulate (&one, 1, -1);
  first = &risk->steps[bf_test_step (one.plant, "A")];
  second = &risk->steps[bf_test_step (one.plant, "B")];
  bf_test_assert_day (first->release.planned, "2027-01-29");
  bf_test_assert_day (second->release.planned, "2027-02-26");
  g_assert_cmpint (first->release.p90, >, first->release.planned);
  g_assert_cmpint (second->release.p90 - second->release.planned,
                   ==,
                   first->release.p90 - first->release.planned);
  g_assert_cmpfloat_with_epsilon (
      first->criticality, 0.5, 0.08); /* the draws in which it is late */
  case_clear (&one);
}

/* Two people: A, which varies, and B, which does not, begin together; then C and D take over. */
static Case
relay_case_new (const char *capacity)
{
  g_autofree char *text = g_strconcat ("plant start=2027-01-04 years=2 week=Mon-Fri rate=10000\n"
                                       "area LINE\n"
                                       "team TWO\n",
                                       capacity,
                                       "step A build=20 load=TWO:20\n"
                                       "step B build=20 load=TWO:20\n"
                                       "step C build=20 load=TWO:20\n"
                                       "step D build=20 load=TWO:20\n",
                                       NULL);
  Case one = { .plant = bf_test_plant_new (text) };
  BfEstimate fixed = { 4, 4, 4 };

  one.network = bf_network_build (one.plant->set, NULL);
  one.schedule = bf_schedule_compute (
      one.plant->set, one.network, one.plant->calendar, &one.plant->options, NULL, NULL);
  step_of (&one, "A")->build_weeks = (BfEstimate){ 2, 4, 6 };
  step_of (&one, "B")->build_weeks = step_of (&one, "C")->build_weeks = fixed;
  step_of (&one, "D")->build_weeks = fixed;
  return one;
}

static int
days_late (const Case *one, const BfRisk *risk, const char *key)
{
  const BfDaySpread *release = &risk->steps[bf_test_step (one->plant, key)].release;

  return (int) (release->p90 - release->planned);
}

/* C goes on with whoever is free, and that is B's person where A is late; D waits for A. */
static void
test_team_whoever (void)
{
  Case one = relay_case_new ("capacity TWO 2027-01-01 2028-12-31 2\n");
  g_autoptr (BfRisk) risk = simulate (&one, 1, -1);

  bf_test_assert_day (risk->steps[bf_test_step (one.plant, "C")].release.planned, "2027-02-26");
  bf_test_assert_day (risk->steps[bf_test_step (one.plant, "D")].release.planned, "2027-02-26");
  g_assert_cmpint (days_late (&one, risk, "A"), >, 0);
  g_assert_cmpint (days_late (&one, risk, "C"), ==, 0);
  g_assert_cmpint (days_late (&one, risk, "D"), ==, days_late (&one, risk, "A"));
  case_clear (&one);
}

/* One of the two leaves as A and B end: there is nobody for C until both have ended. */
static void
test_team_shrinks (void)
{
  Case one = relay_case_new ("capacity TWO 2027-01-01 2027-01-31 2\n"
                             "capacity TWO 2027-02-01 2028-12-31 1\n");
  g_autoptr (BfRisk) risk = simulate (&one, 1, -1);

  bf_test_assert_day (risk->steps[bf_test_step (one.plant, "C")].release.planned, "2027-02-26");
  bf_test_assert_day (risk->steps[bf_test_step (one.plant, "D")].release.planned, "2027-03-26");
  g_assert_cmpint (days_late (&one, risk, "C"), ==, days_late (&one, risk, "A"));
  g_assert_cmpint (days_late (&one, risk, "D"), ==, days_late (&one, risk, "C"));
  g_assert_cmpfloat_with_epsilon (
      risk->steps[bf_test_step (one.plant, "A")].criticality, 0.5, 0.08);
  case_clear (&one);
}

/* All strands are of one phase, so it is the whole; only A's money varies, so only A moves it. */
static void
test_groups (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;
  const BfStepRisk *first;

  fix_builds (&one);
  step_of (&one, "A")->capex = (BfEstimate){ 100, 200, 400 };
  risk = simulate (&one, 1, -1);
  first = &risk->steps[bf_test_step (one.plant, "A")];
  g_assert_cmpuint (risk->n_phases, ==, 1);
  assert_same (&risk->phases[0].project_cost, &risk->project_cost);
  g_assert_cmpint (risk->phases[0].release.p90, ==, risk->finish.p90);
  g_assert_cmpfloat (first->capex.p10, <, first->capex.p50);
  g_assert_cmpfloat (first->cost_swing.low, <, -4000);
  g_assert_cmpfloat (first->cost_swing.high, >, 4000);
  g_assert_cmpfloat (risk->steps[bf_test_step (one.plant, "B")].cost_swing.high, ==, 0);
  g_assert_cmpfloat (first->finish_swing.high, ==, 0);
  case_clear (&one);
}

/* The strand that is late moves the finish by part of the wait for the next opening. */
static void
test_swing (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (BfRisk) risk = NULL;
  const BfSwing *swing;

  spread_builds (&one);
  risk = simulate (&one, 1, -1);
  swing = &risk->steps[bf_test_step (one.plant, "A")].finish_swing;
  /* Late in a fifth of the draws: all of them wait, against 48.8 % of all. */
  g_assert_cmpfloat_with_epsilon (swing->high, 0.512 * 119, 3);
  g_assert_cmpfloat_with_epsilon (swing->low, (0.36 - 0.488) * 119, 5);
  case_clear (&one);
}

static void
test_cancelled (void)
{
  Case one = case_new ("TWO", "THREE");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  BfRiskOptions options = { .seed = 1, .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  g_assert_null (bf_risk_simulate (
      one.plant->set, one.network, one.plant->calendar, one.schedule, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  case_clear (&one);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk/independent", test_independent);
  g_test_add_func ("/risk/common", test_common);
  g_test_add_func ("/risk/three-teams", test_three_teams);
  g_test_add_func ("/risk/vendor", test_vendor);
  g_test_add_func ("/risk/area", test_area);
  g_test_add_func ("/risk/tail", test_tail);
  g_test_add_func ("/risk/missed-window", test_missed_window);
  g_test_add_func ("/risk/margin", test_margin);
  g_test_add_func ("/risk/draws", test_draws);
  g_test_add_func ("/risk/money", test_money);
  g_test_add_func ("/risk/trouble", test_trouble);
  g_test_add_func ("/risk/team-order", test_team_order);
  g_test_add_func ("/risk/team-whoever", test_team_whoever);
  g_test_add_func ("/risk/team-shrinks", test_team_shrinks);
  g_test_add_func ("/risk/groups", test_groups);
  g_test_add_func ("/risk/swing", test_swing);
  g_test_add_func ("/risk/cancelled", test_cancelled);
  return g_test_run ();
}
