/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Years and quarters of the calendar and of budgets, and the money in them. */

#include "bf-money-periods.h"
#include "bf-test-plan.h"

/* "Q1 2027 2027-02-01..2027-04-30" */
static char *
told (const BfPeriod *period)
{
  g_autofree char *from = bf_day_format (period->from), *to = bf_day_format (period->to);

  return g_strdup_printf ("Q%d %d %s..%s", period->quarter, period->year, from, to);
}

static void
assert_period (BfPeriod period, const char *expected)
{
  g_autofree char *text = told (&period);

  g_assert_cmpstr (text, ==, expected);
}

static void
add_budget (BfPlan *plan, const char *key, const char *year, const char *from, const char *to)
{
  bf_test_add (plan,
               "budget",
               "key",
               key,
               "kind",
               "capex",
               "amount",
               "100.00",
               "year",
               year,
               "from_day",
               from,
               "to_day",
               to,
               NULL);
}

static BfPlan *
plan_that_starts (void)
{
  BfPlan *plan = bf_plan_new ();

  bf_test_add (plan, "plant", "key", "P", "start", "2027-02-01", "horizon_years", "5", NULL);
  return plan;
}

static void
test_calendar (void)
{
  const BfYearRule *rule = &bf_year_rule_calendar;

  assert_period (bf_period_quarter (rule, bf_test_day ("2027-01-01")),
                 "Q1 2027 2027-01-01..2027-03-31");
  assert_period (bf_period_quarter (rule, bf_test_day ("2028-02-29")),
                 "Q1 2028 2028-01-01..2028-03-31");
  assert_period (bf_period_quarter (rule, bf_test_day ("2027-12-31")),
                 "Q4 2027 2027-10-01..2027-12-31");
  assert_period (bf_period_year (rule, bf_test_day ("2027-12-31")),
                 "Q0 2027 2027-01-01..2027-12-31");
}

/* A year from February is called by the calendar year that it begins in; January is its end. */
static void
test_february (void)
{
  g_autoptr (BfPlan) plan = plan_that_starts ();
  BfYearRule rule;

  add_budget (plan, "A", "2027", "2027-02-01", "2028-01-31");
  add_budget (plan, "B", "2028", "2028-02-01", "2029-01-31");
  rule = bf_year_rule_of_budgets (plan);
  g_assert_false (bf_year_rule_is_calendar (&rule));
  assert_period (bf_period_quarter (&rule, bf_test_day ("2027-02-01")),
                 "Q1 2027 2027-02-01..2027-04-30");
  assert_period (bf_period_quarter (&rule, bf_test_day ("2028-01-31")),
                 "Q4 2027 2027-11-01..2028-01-31");
  /* Beyond the last budget the years run on. */
  assert_period (bf_period_year (&rule, bf_test_day ("2031-01-31")),
                 "Q0 2030 2030-02-01..2031-01-31");
  g_assert_cmpint (bf_spending_year (plan, -1, bf_test_day ("2031-01-31")), ==, 2030);
}

/* Called by the calendar year that it ends in; what is left of a year says nothing about years. */
static void
test_october (void)
{
  g_autoptr (BfPlan) plan = plan_that_starts ();
  BfYearRule rule;

  add_budget (plan, "A", "2027", "2027-03-15", "2027-09-30");
  add_budget (plan, "B", "2028", "2027-10-01", "2028-09-30");
  rule = bf_year_rule_of_budgets (plan);
  assert_period (bf_period_quarter (&rule, bf_test_day ("2028-01-01")),
                 "Q2 2028 2028-01-01..2028-03-31");
  assert_period (bf_period_quarter (&rule, bf_test_day ("2028-10-01")),
                 "Q1 2029 2028-10-01..2028-12-31");
}

static void
test_without_budgets (void)
{
  g_autoptr (BfPlan) plan = plan_that_starts ();
  BfYearRule rule = bf_year_rule_of_budgets (plan);

  g_assert_true (bf_year_rule_is_calendar (&rule));
}

/* A year that begins on a leap day would have no first day in three years of four. */
static void
test_leap_day (void)
{
  g_autoptr (BfPlan) plan = plan_that_starts ();
  g_autoptr (GArray) quarters = NULL;
  BfYearRule rule;

  add_budget (plan, "A", "2028", "2028-02-29", "2029-02-27");
  rule = bf_year_rule_of_budgets (plan);
  quarters = bf_period_quarters (&rule, bf_test_day ("2028-03-01"), bf_test_day ("2030-02-28"));
  g_assert_cmpuint (quarters->len, ==, 9);
  for (guint i = 1; i < quarters->len; i++)
    g_assert_cmpint (g_array_index (quarters, BfPeriod, i).from,
                     ==,
                     g_array_index (quarters, BfPeriod, i - 1).to + 1);
}

static void
add_line (GArray *lines, const char *calendar, const char *quarter, gint64 year, gint64 minor)
{
  BfSpend line = { .kind = BF_MONEY_CAPEX,
                   .calendar_quarter = bf_test_day (calendar),
                   .quarter = bf_test_day (quarter),
                   .year = year,
                   .budget = -1,
                   .amount_minor = minor };

  g_array_append_val (lines, line);
}

static void
assert_row (const GArray *rows, guint i, const char *period, gint64 spent, gint64 budget)
{
  const BfMoneyPeriod *row = &g_array_index (rows, BfMoneyPeriod, i);

  assert_period (row->period, period);
  g_assert_cmpint (row->spent_minor[BF_MONEY_CAPEX], ==, spent);
  g_assert_cmpint (row->budget_minor[BF_BUDGET_CAPEX], ==, budget);
}

/* The plan starts on 1 February 2027: two lines lie in one quarter of the calendar and in two of
 * the budgets. */
static void
test_money (void)
{
  g_autoptr (BfPlan) plan = plan_that_starts ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (BfSpend));
  g_autoptr (GArray) calendar = NULL, quarters = NULL, years = NULL;

  add_budget (plan, "A", "2027", "2027-02-01", "2028-01-31");
  add_budget (plan, "B", "2027", "2027-02-01", "2028-01-31");
  add_budget (plan, "C", "2029", "2029-02-01", "2030-01-31");
  add_line (lines, "2027-04-01", "2027-02-01", 2027, 30);
  add_line (lines, "2027-04-01", "2027-05-01", 2027, 4);
  calendar = bf_money_periods (plan, lines, BF_BY_CALENDAR_QUARTER);
  quarters = bf_money_periods (plan, lines, BF_BY_QUARTER);
  years = bf_money_periods (plan, lines, BF_BY_YEAR);
  g_assert_cmpuint (calendar->len, ==, 2);
  assert_row (calendar, 0, "Q1 2027 2027-01-01..2027-03-31", 0, 20000);
  assert_row (calendar, 1, "Q2 2027 2027-04-01..2027-06-30", 34, 20000);
  g_assert_cmpuint (quarters->len, ==, 2);
  assert_row (quarters, 0, "Q1 2027 2027-02-01..2027-04-30", 30, 20000);
  assert_row (quarters, 1, "Q2 2027 2027-05-01..2027-07-31", 4, 20000);
  g_assert_cmpuint (years->len, ==, 2);
  assert_row (years, 0, "Q0 2027 2027-02-01..2028-01-31", 34, 20000);
  assert_row (years, 1, "Q0 2029 2029-02-01..2030-01-31", 0, 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/calendar", test_calendar);
  g_test_add_func ("/period/february", test_february);
  g_test_add_func ("/period/october", test_october);
  g_test_add_func ("/period/without-budgets", test_without_budgets);
  g_test_add_func ("/period/leap-day", test_leap_day);
  g_test_add_func ("/period/money", test_money);
  return g_test_run ();
}
