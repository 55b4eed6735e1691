/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-day.h"
#include "bf-estimate.h"
#include "bf-money.h"

static void
test_civil_round_trip (void)
{
  for (gint64 day = -200000; day < 200000; day += 13)
    {
      int year, month, of_month;

      bf_day_to_civil (day, &year, &month, &of_month);
      g_assert_cmpint (bf_day_from_civil (year, month, of_month), ==, day);
    }
  g_assert_cmpint (bf_day_from_civil (1970, 1, 1), ==, 0);
  g_assert_cmpint (bf_day_from_civil (2028, 2, 29), ==, 21243);
  g_assert_cmpint (bf_day_weekday (bf_day_from_civil (2027, 1, 4)), ==, 1);
  g_assert_cmpint (bf_day_weekday (bf_day_from_civil (1969, 12, 28)), ==, 7);
  g_assert_cmpint (bf_day_iso_week (bf_day_from_civil (2027, 1, 1)), ==, 53);
}

static void
test_parse (void)
{
  gint64 value = 7;

  g_assert_false (bf_day_parse ("2027-02-30", &value));
  g_assert_false (bf_day_parse ("2027-2-3", &value));
  g_assert_false (bf_day_parse ("2027-02-03 ", &value));
  g_assert_cmpint (value, ==, 7);
  g_assert_true (bf_minute_parse ("2028-07-22T06:00", &value));
  {
    g_autofree char *text = bf_minute_format (value);

    g_assert_cmpstr (text, ==, "2028-07-22T06:00");
  }
  g_assert_true (bf_minute_parse ("1969-12-31 23:30", &value));
  g_assert_cmpint (bf_minute_day (value), ==, -1);
  g_assert_cmpint (
      bf_day_add_months (bf_day_from_civil (2028, 3, 31), -1), ==, bf_day_from_civil (2028, 2, 29));
}

static void
test_money (void)
{
  gint64 minor;

  g_assert_cmpint (bf_money_from_units (1.005), ==, 101);
  g_assert_cmpint (bf_money_from_units (-1.005), ==, -101);
  g_assert_cmpint (bf_money_from_units (4842.5249), ==, 484252);
  g_assert_true (bf_money_parse ("-18000.5", &minor));
  g_assert_cmpint (minor, ==, -1800050);
  g_assert_false (bf_money_parse ("1,5", &minor));
  g_assert_false (bf_money_parse ("1.505", &minor));
}

/* Case 7 of the worked cases. */
static void
test_pert (void)
{
  BfEstimate hours = { 16, 60, 200 };

  g_assert_cmpfloat_with_epsilon (bf_estimate_mean (hours), 76, 1e-12);
  g_assert_cmpfloat_with_epsilon (bf_estimate_quantile (hours, 0.8), 104.62, 0.005);
  g_assert_cmpfloat_with_epsilon (bf_estimate_quantile ((BfEstimate){ 3, 3, 3 }, 0.8), 3, 1e-12);
  /* alpha 1, beta 5: the quantile has the closed form 1 - (1 - q)^(1/5). */
  g_assert_cmpfloat_with_epsilon (
      bf_estimate_quantile ((BfEstimate){ 0, 0, 1 }, 0.8), 1 - pow (0.2, 0.2), 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/civil", test_civil_round_trip);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/money/round", test_money);
  g_test_add_func ("/estimate/pert", test_pert);
  return g_test_run ();
}
