/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Estimates of a step by hand: what its chance, its own single values and its strategy come to, and
 * what waiting for it is exposed to. */

#include "bf-schedule.h"
#include "bf-step-cost.h"
#include "bf-step-private.h"
#include "bf-test-case.h"

static BfStep *
find (const BfStepSet *set, const char *key)
{
  int index = bf_step_set_find (set, key);

  return index < 0 ? NULL : g_ptr_array_index (set->steps, (guint) index);
}

/* Warm or hot redundancy halves what failures cost: 5 incidents are a half of one a year, 8 hours
 * at 1,000 make 4,000, else 2,000. Five incidents also score 15. */
static void
test_redundancy (void)
{
  static const struct
  {
    const char *redundancy;
    double units;
  } cases[] = { { "none", 4000 }, { "cold spare", 4000 }, { "warm", 2000 }, { "hot", 2000 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "plant | key=P | start=2027-01-04 | downtime_cost_h=1000\n"
          "system | system_id=M | name=M | type=MES | disposition=Replatform | eos_date=2040-01-01 | "
          "experts=3 | zone=Z | incidents_12m=5 | rto_h=8 | redundancy=%s\n",
          cases[i].redundancy);
      g_auto (Case) one = { 0 };
      const BfStep *step;
      double score, premium;

      case_init (&one, bf_test_plan (text));
      step = find (one.set, "ST17:M");
      score = one.needs->obsolescence[0];
      premium = score / 100 * 0.1 * 0.3 * bf_estimate_mean (step->capex);
      g_assert_cmpfloat_with_epsilon (score, 15, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          bf_step_exposure_minor (one.set, step), 100 * (cases[i].units + premium), 1e-3);
    }
}

/* Single values get the range of their class, three points keep theirs: class 4 is - 30 % to + 50
 * %, so 100,000 are 70,000 to 150,000 with a mean of (70 + 4 x 100 + 150) / 6 = 103,333.33, and 10
 * weeks are 620 / 60 = 10.33, 51.7 and so 52 days. */
static void
test_estimate_class (void)
{
  static const char text[] = "plant | key=P | start=2027-01-04 | currency=EUR\n"
                             "system | system_id=M | name=M | type=MES | disposition=Replatform\n"
                             "step | key=ST17:M | capex=100000 | weeks=10 | stop_hours=8/12/20%s\n";
  g_autofree char *rough = g_strdup_printf (text, " | estimate_class=4");
  g_autofree char *plain = g_strdup_printf (text, "");
  g_auto (Case) classed = { 0 };
  g_auto (Case) single = { 0 };
  const BfStep *step;

  case_init (&classed, bf_test_plan (rough));
  case_init (&single, bf_test_plan (plain));
  step = find (classed.set, "ST17:M");
  g_assert_cmpfloat_with_epsilon (step->capex.min, 70000, 1e-6);
  g_assert_cmpfloat (step->capex.likely, ==, 100000);
  g_assert_cmpfloat_with_epsilon (step->capex.max, 150000, 1e-6);
  g_assert_cmpint (bf_step_expected_cost (classed.set, step).capex_minor, ==, 10333333);
  g_assert_cmpint (step->build_days, ==, 52);
  g_assert_cmpfloat (step->stop_hours.min, ==, 8);
  g_assert_cmpfloat (step->stop_hours.max, ==, 20);
  step = find (single.set, "ST17:M");
  g_assert_cmpfloat (step->capex.min, ==, 100000);
  g_assert_cmpfloat (step->capex.max, ==, 100000);
  g_assert_cmpint (step->build_days, ==, 50);
}

/* Each rehearsal takes 30 % of the chance away, down to 0.3 of it: 0.7, 0.49, 0.343, 0.2401. */
static void
test_rehearsals (void)
{
  const double factors[] = { 1, 0.7, 0.49, 0.343, 0.3 };
  double all = 0;

  for (guint n = 0; n < G_N_ELEMENTS (factors); n++)
    {
      g_autofree char *text =
          g_strdup_printf ("plant | key=P | start=2027-01-04 | rehearsals=%u\n"
                           "system | system_id=M | name=M | type=MES | disposition=Replatform\n"
                           "step | key=ST17:M | strategy=in_place\n",
                           n);
      g_auto (Case) one = { 0 };

      case_init (&one, bf_test_plan (text));
      all = n == 0 ? find (one.set, "ST17:M")->problem_chance : all;
      g_assert_cmpfloat (all, >, 0);
      g_assert_cmpfloat_with_epsilon (
          find (one.set, "ST17:M")->problem_chance, factors[n] * all, 1e-12);
    }
}

/* What costs the same in both is done side by side, whichever is named first. */
static void
test_tie (void)
{
  const int orders[][2] = { { BF_MODE_AT_ONCE, BF_MODE_PARALLEL },
                            { BF_MODE_PARALLEL, BF_MODE_AT_ONCE } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_auto (Case) one = { 0 };
      BfArchetype free_of_charge;
      BfStep *step;

      case_init (
          &one,
          bf_test_plan ("plant | key=P | start=2027-01-04\n"
                        "system | system_id=M | name=M | type=MES | disposition=Replatform\n"));
      step = (BfStep *) find (one.set, "ST17:M");
      free_of_charge = *step->archetype;
      free_of_charge.gamp_category = -1;
      free_of_charge.capex_usd = free_of_charge.stop_hours = BF_ESTIMATE_ZERO;
      free_of_charge.modes = orders[i];
      free_of_charge.n_modes = 2;
      step->archetype = &free_of_charge;
      g_assert_cmpint (bf_step_default_mode (one.set, step), ==, BF_MODE_PARALLEL);
      g_assert_cmpint (bf_step_expected_cost (one.set, step).loaded_minor, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/estimates/redundancy", test_redundancy);
  g_test_add_func ("/estimates/estimate-class", test_estimate_class);
  g_test_add_func ("/estimates/rehearsals", test_rehearsals);
  g_test_add_func ("/estimates/tie", test_tie);
  return g_test_run ();
}
