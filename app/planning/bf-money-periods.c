/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-money-periods.h"

#include "bf-network.h"
#include "bf-plan-defaults.h"

int
bf_money_year_of_budget (const BfPlan *plan, guint budget)
{
  const BfBudget *row = BF_ROW (plan, BUDGET, BfBudget, budget);
  gint64 from, to;

  if (row->year != BF_BLANK)
    return (int) row->year;
  bf_budget_period (plan, budget, &from, &to);
  return (int) bf_spending_year (plan, row->kind, from);
}

/* The first day of the period of its kind that a line lies in; of years, the year. */
static gint64
mark_of_line (const BfSpend *line, BfMoneyBy by)
{
  if (by == BF_BY_YEAR)
    return line->year;
  return by == BF_BY_QUARTER ? line->quarter : line->calendar_quarter;
}

static gint64
mark_of_period (const BfPeriod *period, BfMoneyBy by)
{
  return by == BF_BY_YEAR ? period->year : period->from;
}

/* --- Which periods there are --- */

static void
add_period (GArray *periods, const BfPeriod *period)
{
  BfMoneyPeriod row = { .period = *period };

  g_array_append_val (periods, row);
}

static GArray *
quarters_of (const BfPlan *plan, const GArray *spending, BfMoneyBy by)
{
  const BfYearRule rule =
      by == BF_BY_QUARTER ? bf_year_rule_of_budgets (plan) : bf_year_rule_calendar;
  gint64 first = bf_plan_start (plan), last = first;
  g_autoptr (GArray) quarters = NULL;
  GArray *periods = g_array_new (FALSE, TRUE, sizeof (BfMoneyPeriod));

  for (guint i = 0; i < spending->len; i++)
    {
      gint64 mark = mark_of_line (&g_array_index (spending, BfSpend, i), by);

      first = MIN (first, mark);
      last = MAX (last, mark);
    }
  quarters = bf_period_quarters (&rule, first, last);
  for (guint i = 0; i < quarters->len; i++)
    add_period (periods, &g_array_index (quarters, BfPeriod, i));
  return periods;
}

static void
add_year (GArray *periods, const BfYearRule *rule, int year)
{
  BfPeriod period =
      bf_period_year (rule, bf_day_from_civil (year - rule->offset, rule->month, rule->day));

  for (guint i = 0; i < periods->len; i++)
    if (g_array_index (periods, BfMoneyPeriod, i).period.year == year)
      return;
  add_period (periods, &period);
}

static gint
compare_years (gconstpointer a, gconstpointer b)
{
  return ((const BfMoneyPeriod *) a)->period.year - ((const BfMoneyPeriod *) b)->period.year;
}

static GArray *
years_of (const BfPlan *plan, const GArray *spending)
{
  const BfYearRule rule = bf_year_rule_of_budgets (plan);
  GArray *periods = g_array_new (FALSE, TRUE, sizeof (BfMoneyPeriod));

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    add_year (periods, &rule, bf_money_year_of_budget (plan, i));
  for (guint i = 0; i < spending->len; i++)
    add_year (periods, &rule, (int) g_array_index (spending, BfSpend, i).year);
  g_array_sort (periods, compare_years);
  return periods;
}

/* --- What lies in them --- */

static void
add_budgets (const BfPlan *plan, BfMoneyPeriod *row)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      const BfBudget *budget = BF_ROW (plan, BUDGET, BfBudget, i);

      if (budget->kind < 0 || bf_money_year_of_budget (plan, i) != row->period.year)
        continue;
      row->has_budget = TRUE;
      row->budget_minor[budget->kind] += budget->amount == BF_BLANK ? 0 : budget->amount;
    }
}

GArray *
bf_money_periods (const BfPlan *plan, const GArray *spending, BfMoneyBy by)
{
  GArray *periods = by == BF_BY_YEAR ? years_of (plan, spending) : quarters_of (plan, spending, by);

  for (guint i = 0; i < periods->len; i++)
    {
      BfMoneyPeriod *row = &g_array_index (periods, BfMoneyPeriod, i);

      for (guint k = 0; k < spending->len; k++)
        {
          const BfSpend *line = &g_array_index (spending, BfSpend, k);

          if (mark_of_line (line, by) == mark_of_period (&row->period, by))
            row->spent_minor[line->kind] += line->amount_minor;
        }
      add_budgets (plan, row);
    }
  return periods;
}
