/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-quarters.h"

#include <math.h>

#include "bf-story.h"

static const BfQuarterKind kind_of_money[BF_N_MONEY] = {
  [BF_MONEY_CAPEX] = BF_QUARTER_CAPEX,
  [BF_MONEY_OPEX] = BF_QUARTER_OPEX,
  [BF_MONEY_VALIDATION] = BF_QUARTER_VALIDATION,
  [BF_MONEY_DOWNTIME] = BF_QUARTER_DOWNTIME,
  [BF_MONEY_DOUBLE_RUNNING] = BF_QUARTER_DOUBLE_RUNNING,
  [BF_MONEY_BRIDGES] = BF_QUARTER_DOUBLE_RUNNING,
};

static void
add_quarter (BfQuarters *self, gint64 first_day)
{
  BfQuarter quarter = { .first_day = first_day };
  int month, day;

  bf_day_to_civil (first_day, &quarter.year, &month, &day);
  quarter.number = (month - 1) / 3 + 1;
  g_array_append_val (self->quarters, quarter);
}

static BfQuarter *
quarter_at (BfQuarters *self, gint64 first_day)
{
  guint i;

  for (i = 0; i < self->quarters->len; i++)
    if (g_array_index (self->quarters, BfQuarter, i).first_day == first_day)
      return &g_array_index (self->quarters, BfQuarter, i);
  return NULL;
}

static void
make_quarters (BfQuarters *self, GArray *spending, GArray *years)
{
  gint64 first = G_MAXINT64, last = G_MININT64, at;
  guint i;

  for (i = 0; i < spending->len; i++)
    {
      first = MIN (first, g_array_index (spending, BfSpend, i).quarter);
      last = MAX (last, g_array_index (spending, BfSpend, i).quarter);
    }
  for (i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, BfBudgetYear, i).year;

      first = MIN (first, bf_day_from_civil (year, 1, 1));
      last = MAX (last, bf_day_from_civil (year, 10, 1));
    }
  for (at = first; at <= last; at = bf_spending_next_quarter (at))
    add_quarter (self, at);
}

static void
spend (BfQuarters *self, GArray *spending)
{
  guint i;

  for (i = 0; i < spending->len; i++)
    {
      const BfSpend *line = &g_array_index (spending, BfSpend, i);
      BfQuarter *quarter = quarter_at (self, line->quarter);
      BfQuarterKind kind = kind_of_money[line->kind];

      quarter->amounts[kind] += (double) line->amount_minor;
      self->totals[kind] += (double) line->amount_minor;
    }
}

static const BfBudgetYear *
find_year (GArray *years, int year)
{
  guint i;

  for (i = 0; i < years->len; i++)
    if (g_array_index (years, BfBudgetYear, i).year == year)
      return &g_array_index (years, BfBudgetYear, i);
  return NULL;
}

static void
budget (BfQuarters *self, GArray *years)
{
  guint i;

  for (i = 0; i < self->quarters->len; i++)
    {
      BfQuarter *quarter = &g_array_index (self->quarters, BfQuarter, i);
      const BfBudgetYear *year = find_year (years, quarter->year);

      if (year != NULL)
        quarter->budget = (year->available - year->carried_in) / 4;
      self->tallest = fmax (self->tallest, fmax (quarter->budget, bf_quarter_total (quarter)));
    }
}

BfQuarters *
bf_quarters_new (const BfRoadmap *roadmap)
{
  BfQuarters *self = g_new0 (BfQuarters, 1);
  g_autoptr (GArray) spending = bf_spending_compute (roadmap);
  g_autoptr (GArray) years = bf_story_budget_years (roadmap);

  self->quarters = g_array_new (FALSE, TRUE, sizeof (BfQuarter));
  make_quarters (self, spending, years);
  spend (self, spending);
  budget (self, years);
  return self;
}

void
bf_quarters_free (BfQuarters *quarters)
{
  g_array_unref (quarters->quarters);
  g_free (quarters);
}

double
bf_quarter_total (const BfQuarter *quarter)
{
  double total = 0;
  int kind;

  for (kind = 0; kind < BF_N_QUARTER_KINDS; kind++)
    total += quarter->amounts[kind];
  return total;
}

double
bf_quarter_budgeted (const BfQuarter *quarter)
{
  double total = 0;
  int kind;

  for (kind = 0; kind < BF_N_BUDGETED_KINDS; kind++)
    total += quarter->amounts[kind];
  return total;
}

double
bf_round_step (double range, guint most)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power;
  guint i;

  if (!(range > 0) || most == 0)
    return 1;
  power = pow (10, floor (log10 (range / most)));
  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power * most >= range)
      return steps[i] * power;
  return 10 * power;
}
