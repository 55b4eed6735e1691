/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-period.h"

#include "bf-network.h"

#define QUARTERS 4
#define MONTHS_A_QUARTER 3
/* A budget of this many days says when a year begins; a shorter one is a part or a remainder. */
#define MIN_YEAR_DAYS 350
#define MAX_YEAR_DAYS 380
/* A year begins on a day that every year has. */
#define LAST_DAY_OF_ANY_MONTH 28

const BfYearRule bf_year_rule_calendar = { 1, 1, 0 };

gboolean
bf_year_rule_is_calendar (const BfYearRule *rule)
{
  return rule->month == 1 && rule->day == 1 && rule->offset == 0;
}

/* FALSE when the budget says nothing about years. */
static gboolean
rule_of_budget (const BfPlan *plan, guint i, BfYearRule *rule)
{
  const BfBudget *budget = BF_ROW (plan, BUDGET, BfBudget, i);
  gint64 from, to;
  int year;

  bf_budget_period (plan, i, &from, &to);
  if (budget->year == BF_BLANK || to - from < MIN_YEAR_DAYS || to - from > MAX_YEAR_DAYS)
    return FALSE;
  bf_day_to_civil (from, &year, &rule->month, &rule->day);
  rule->day = MIN (rule->day, LAST_DAY_OF_ANY_MONTH);
  rule->offset = (int) budget->year - year;
  return TRUE;
}

static gboolean
is_same (const BfYearRule *one, const BfYearRule *other)
{
  return one->month == other->month && one->day == other->day && one->offset == other->offset;
}

/* One a budget that says something, in the order of the plan. */
static GArray *
rules_of_budgets (const BfPlan *plan)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (BfYearRule));

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      BfYearRule rule;

      if (rule_of_budget (plan, i, &rule))
        g_array_append_val (rules, rule);
    }
  return rules;
}

static guint
count_same (const GArray *rules, const BfYearRule *rule)
{
  guint n = 0;

  for (guint i = 0; i < rules->len; i++)
    n += is_same (&g_array_index (rules, BfYearRule, i), rule);
  return n;
}

BfYearRule
bf_year_rule_of_budgets (const BfPlan *plan)
{
  g_autoptr (GArray) rules = rules_of_budgets (plan);
  BfYearRule found = bf_year_rule_calendar;
  guint most = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      guint n = count_same (rules, &g_array_index (rules, BfYearRule, i));

      if (n > most)
        {
          most = n;
          found = g_array_index (rules, BfYearRule, i);
        }
    }
  return found;
}

static gint64
first_day_of_quarter (const BfYearRule *rule, int calendar_year, int quarter)
{
  return bf_day_add_months (bf_day_from_civil (calendar_year, rule->month, rule->day),
                            MONTHS_A_QUARTER * quarter);
}

BfPeriod
bf_period_year (const BfYearRule *rule, gint64 day)
{
  int year;

  bf_day_to_civil (day, &year, NULL, NULL);
  if (day < first_day_of_quarter (rule, year, 0))
    year--;
  return (BfPeriod){ first_day_of_quarter (rule, year, 0),
                     first_day_of_quarter (rule, year, QUARTERS) - 1,
                     year + rule->offset,
                     0 };
}

BfPeriod
bf_period_quarter (const BfYearRule *rule, gint64 day)
{
  BfPeriod period = bf_period_year (rule, day);
  int year = period.year - rule->offset, quarter = QUARTERS - 1;

  while (quarter > 0 && day < first_day_of_quarter (rule, year, quarter))
    quarter--;
  period.from = first_day_of_quarter (rule, year, quarter);
  period.to = first_day_of_quarter (rule, year, quarter + 1) - 1;
  period.quarter = quarter + 1;
  return period;
}

static GArray *
collect (const BfYearRule *rule,
         BfPeriod (*of) (const BfYearRule *, gint64),
         gint64 first,
         gint64 last)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (BfPeriod));
  BfPeriod period = of (rule, first);

  g_array_append_val (periods, period);
  while (period.to < last)
    {
      period = of (rule, period.to + 1);
      g_array_append_val (periods, period);
    }
  return periods;
}

GArray *
bf_period_years (const BfYearRule *rule, gint64 first, gint64 last)
{
  return collect (rule, bf_period_year, first, last);
}

GArray *
bf_period_quarters (const BfYearRule *rule, gint64 first, gint64 last)
{
  return collect (rule, bf_period_quarter, first, last);
}
