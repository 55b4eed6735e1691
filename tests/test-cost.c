/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-cost.h"

#include "bf-test-plan.h"
#include "bf-test-sample.h"

/* Harrow Vale with the steps that NC program control (ST32) needs, and dates by hand. */
typedef struct
{
  BfPlan *plan;
  BfNeeds *needs;
  BfStepSet *candidates, *set;
  BfNetwork *network;
  BfCalendar *calendar;
  BfSchedule schedule;
  int step, archive;
} Case;

static int
index_of (const BfStepSet *set, const char *key)
{
  int index = bf_step_set_find (set, key);

  if (index < 0)
    g_error ("no step %s", key);
  return index;
}

static void
case_init (Case *one, gconstpointer data)
{
  int wanted[2];
  const int modes[] = { -1, -1 };
  guint n;

  one->plan = bf_test_sample ("aerospace");
  one->needs = bf_needs_compute (one->plan, bf_catalogue_get ());
  one->candidates = bf_steps_propose (one->plan, bf_catalogue_get (), one->needs);
  wanted[0] = index_of (one->candidates, "ST32:site");
  wanted[1] = index_of (one->candidates, "ST38:HV-MC");
  one->set = bf_step_set_select (one->candidates, wanted, modes, G_N_ELEMENTS (wanted));
  one->network = bf_network_build (one->set, NULL);
  one->calendar = bf_calendar_new (one->plan, bf_catalogue_get ());
  n = one->network->activities->len;
  one->schedule.placings = g_new0 (BfPlacing, n + 1);
  one->schedule.n_placings = n;
  one->schedule.start = g_new0 (gint64, one->set->steps->len + 1);
  one->schedule.release = g_new0 (gint64, one->set->steps->len + 1);
  one->step = index_of (one->set, "ST32:site");
  one->archive = index_of (one->set, "ST38:HV-MC");
  one->schedule.release[one->step] = bf_test_day ("2029-03-02");
  one->schedule.release[one->archive] = bf_test_day ("2030-06-11");
}

static void
case_clear (Case *one, gconstpointer data)
{
  g_free (one->schedule.placings);
  g_free (one->schedule.start);
  g_free (one->schedule.release);
  bf_network_free (one->network);
  bf_calendar_free (one->calendar);
  bf_step_set_free (one->set);
  bf_step_set_free (one->candidates);
  bf_needs_free (one->needs);
  bf_plan_unref (one->plan);
}

static void
place_cutover (Case *one, BfPlacement placement, const char *day)
{
  for (int a = one->network->first[one->step]; a < one->network->first[one->step + 1]; a++)
    if (g_array_index (one->network->activities, BfActivity, a).kind == BF_ACTIVITY_CUTOVER)
      {
        one->schedule.placings[a].placement = placement;
        one->schedule.placings[a].start = one->schedule.placings[a].finish = bf_test_day (day);
      }
}

static BfStepCost
cost_of (Case *one)
{
  return bf_cost_of_step (one->set, one->network, one->calendar, &one->schedule, one->step);
}

/* Worked case 5, inside and outside an opening, exact to the cent. */
static void
test_downtime (Case *one, gconstpointer data)
{
  place_cutover (one, BF_PLACEMENT_OPENING, "2028-06-10");
  g_assert_cmpint (cost_of (one).downtime_minor, ==, 484253);
  place_cutover (one, BF_PLACEMENT_BEARABLE, "2028-06-12");
  g_assert_cmpint (cost_of (one).downtime_minor, ==, 6424253);
}

/* 10.8 h planned; 0.0968333 x 3.333333 h of overrun, 30 % more of it and of a second cutover by
 * rollback. */
static void
test_hours (Case *one, gconstpointer data)
{
  double p = 0.0968333333, overrun = 20 / 6.0, lost;
  double trouble = p * 1.3 * overrun;

  place_cutover (one, BF_PLACEMENT_OPENING, "2028-06-10");
  g_assert_cmpfloat_with_epsilon (
      bf_cost_of_hours (one->set, one->network, one->calendar, &one->schedule, one->step, &lost),
      10.8 * (1 + 0.3 * p) + trouble,
      1e-6);
  g_assert_cmpfloat_with_epsilon (lost, trouble, 1e-6);
  place_cutover (one, BF_PLACEMENT_BEARABLE, "2028-06-12");
  bf_cost_of_hours (one->set, one->network, one->calendar, &one->schedule, one->step, &lost);
  g_assert_cmpfloat_with_epsilon (lost, 10.8 * (1 + 0.3 * p) + trouble, 1e-6);
}

/* Opex runs from the day after the release to the horizon's end, both included. */
static void
test_opex (Case *one, gconstpointer data)
{
  const BfStep *step = g_ptr_array_index (one->set->steps, (guint) one->step);
  gint64 days = bf_test_day ("2032-01-03") - bf_test_day ("2029-03-02");

  g_assert_cmpint (days, ==, 1037);
  g_assert_cmpint (
      cost_of (one).opex_minor, ==, bf_money_from_units (step->opex_year * 1037 / 365.25));
  g_assert_cmpint (bf_cost_of_opex (one->set, step, bf_test_day ("2032-01-03")), ==, 0);
  g_assert_cmpint (bf_cost_of_opex (one->set, step, bf_test_day ("2032-06-01")), ==, 0);
}

/* Old systems run beside their successors from the cutover to their archive's release. */
static void
test_double_running (Case *one, gconstpointer data)
{
  g_autoptr (GArray) runs = bf_cost_double_runs (one->set, one->step);
  gint64 days = bf_test_day ("2030-06-11") - bf_test_day ("2028-06-10");
  gint64 sum = 0;

  place_cutover (one, BF_PLACEMENT_OPENING, "2028-06-10");
  g_assert_cmpuint (runs->len, >, 0);
  for (guint i = 0; i < runs->len; i++)
    {
      const BfDoubleRun *run = &g_array_index (runs, BfDoubleRun, i);

      g_assert_cmpint (run->decommission, ==, one->archive);
      sum += (gint64) round ((double) run->minor_a_year * (double) days / 365.25);
    }
  g_assert_cmpint (cost_of (one).double_minor, ==, sum);
}

/* Where the plant stops until the release, every shift of it costs the planned rate. */
static void
test_interim (Case *one, gconstpointer data)
{
  BfStep *step = g_ptr_array_index (one->set->steps, (guint) one->step);
  BfSystem *system = (BfSystem *) BF_ROW (
      one->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, 0));
  double before, lost, after, lost_after;
  gint64 inside;

  place_cutover (one, BF_PLACEMENT_OPENING, "2028-06-10");
  one->schedule.release[one->step] = bf_test_day ("2028-06-16"); /* five working days */
  inside = cost_of (one).downtime_minor;
  before =
      bf_cost_of_hours (one->set, one->network, one->calendar, &one->schedule, one->step, &lost);
  system->interim_operation = BF_INTERIM_STOPS;
  after = bf_cost_of_hours (
      one->set, one->network, one->calendar, &one->schedule, one->step, &lost_after);
  /* Machining works three shifts; 11,000.00 an hour, half of it when planned. */
  g_assert_cmpfloat_with_epsilon (after - before, 5 * 24, 1e-9);
  g_assert_cmpfloat_with_epsilon (lost_after - lost, 5 * 24, 1e-9);
  g_assert_cmpint (cost_of (one).downtime_minor - inside, ==, 5 * 24 * 550000);
  g_assert_cmpfloat_with_epsilon (
      bf_cost_of_interim_hours (one->set, one->network, one->calendar, &one->schedule, one->step),
      5 * 24,
      1e-9);
  system->interim_operation = -1;
}

/* Totals are sums of rounded lines; a bundle's saving lowers the validation. */
static void
test_sums (Case *one, gconstpointer data)
{
  BfStep *step = g_ptr_array_index (one->set->steps, (guint) one->step);
  BfStepCost cost;
  gint64 validation = 0;

  place_cutover (one, BF_PLACEMENT_OPENING, "2028-06-10");
  for (guint i = 0; i < step->lines->len; i++)
    validation += g_array_index (step->lines, BfQualificationLine, i).cost_minor;
  cost = cost_of (one);
  g_assert_cmpint (cost.capex_minor, ==, 15615000);
  g_assert_cmpint (cost.validation_minor, ==, validation);
  g_assert_cmpint (cost.project_minor, ==, cost.capex_minor + cost.opex_minor);
  g_assert_cmpint (cost.loaded_minor,
                   ==,
                   cost.project_minor + cost.validation_minor + cost.downtime_minor +
                       cost.double_minor + cost.bridges_minor);
  g_array_index (step->lines, BfQualificationLine, 0).saved_minor = 100;
  g_assert_cmpint (cost_of (one).validation_minor, ==, validation - 100);
}

#define ADD(path, test) g_test_add (path, Case, NULL, case_init, test, case_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cost/downtime", test_downtime);
  ADD ("/cost/hours", test_hours);
  ADD ("/cost/opex", test_opex);
  ADD ("/cost/double-running", test_double_running);
  ADD ("/cost/interim", test_interim);
  ADD ("/cost/sums", test_sums);
  return g_test_run ();
}
