/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-quarters.h"

#include "bf-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const BfQuarterKind kind_of_money[BF_N_MONEY] = {
  [BF_MONEY_CAPEX] = BF_QUARTER_CAPEX,
  [BF_MONEY_OPEX] = BF_QUARTER_OPEX,
  [BF_MONEY_VALIDATION] = BF_QUARTER_VALIDATION,
  [BF_MONEY_DOWNTIME] = BF_QUARTER_DOWNTIME,
  [BF_MONEY_DOUBLE_RUNNING] = BF_QUARTER_DOUBLE_RUNNING,
  [BF_MONEY_BRIDGES] = BF_QUARTER_DOUBLE_RUNNING,
};

static const BfQuarterKind kind_of_budget[BF_N_BUDGETS] = {
  [BF_BUDGET_CAPEX] = BF_QUARTER_CAPEX,
  [BF_BUDGET_OPEX] = BF_QUARTER_OPEX,
  [BF_BUDGET_VALIDATION] = BF_QUARTER_VALIDATION,
};

static void
add_quarters (BfQuarters *self, gint64 first, gint64 last)
{
  g_autoptr (GArray) periods = bf_period_quarters (&bf_year_rule_calendar, first, last);
  guint i;

  for (i = 0; i < periods->len; i++)
    {
      const BfPeriod *period = &g_array_index (periods, BfPeriod, i);
      BfQuarter quarter = { .first_day = period->from,
                            .year = period->year,
                            .number = period->quarter };

      g_array_append_val (self->quarters, quarter);
    }
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
  gint64 first = G_MAXINT64, last = G_MININT64;
  guint i;

  for (i = 0; i < spending->len; i++)
    {
      first = MIN (first, g_array_index (spending, BfSpend, i).calendar_quarter);
      last = MAX (last, g_array_index (spending, BfSpend, i).calendar_quarter);
    }
  for (i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, BfBudgetYear, i).year;

      first = MIN (first, bf_day_from_civil (year, 1, 1));
      last = MAX (last, bf_day_from_civil (year, 10, 1));
    }
  if (first <= last)
    add_quarters (self, first, last);
}

static void
spend (BfQuarters *self, GArray *spending)
{
  guint i;

  for (i = 0; i < spending->len; i++)
    {
      const BfSpend *line = &g_array_index (spending, BfSpend, i);
      BfQuarter *quarter = quarter_at (self, line->calendar_quarter);
      BfQuarterKind kind = kind_of_money[line->kind];

      quarter->amounts[kind] += (double) line->amount_minor;
      self->totals[kind] += (double) line->amount_minor;
    }
}

/* A kind without a budget of its own is not measured against the others'. */
static void
find_paid (BfQuarters *self, const BfRoadmap *roadmap)
{
  guint i;

  for (i = 0; i < roadmap->n_periods; i++)
    {
      const BfBudget *row = BF_ROW (roadmap->plan, BUDGET, BfBudget, roadmap->periods[i].budget);

      if (row->kind >= 0 && row->kind < BF_N_BUDGETS)
        self->paid[kind_of_budget[row->kind]] = TRUE;
    }
  for (i = 0; i < BF_N_BUDGETED_KINDS && roadmap->n_periods == 0; i++)
    self->paid[i] = TRUE;
}

static double
paid_of (const BfQuarters *self, const BfQuarter *quarter)
{
  double sum = 0;
  int kind;

  for (kind = 0; kind < BF_N_QUARTER_KINDS; kind++)
    sum += self->paid[kind] ? quarter->amounts[kind] : 0;
  return sum;
}

static void
budget (BfQuarters *self)
{
  guint i;

  for (i = 0; i < self->quarters->len; i++)
    {
      BfQuarter *quarter = &g_array_index (self->quarters, BfQuarter, i);
      const BfBudgetYear *year = bf_quarters_year (self, quarter->year);

      quarter->budgeted = paid_of (self, quarter);
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

  self->quarters = g_array_new (FALSE, TRUE, sizeof (BfQuarter));
  self->years = bf_story_budget_years (roadmap);
  make_quarters (self, spending, self->years);
  find_paid (self, roadmap);
  spend (self, spending);
  budget (self);
  return self;
}

void
bf_quarters_free (BfQuarters *quarters)
{
  g_array_unref (quarters->quarters);
  g_array_unref (quarters->years);
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

const BfBudgetYear *
bf_quarters_year (const BfQuarters *quarters, int year)
{
  guint i;

  for (i = 0; i < quarters->years->len; i++)
    if (g_array_index (quarters->years, BfBudgetYear, i).year == year)
      return &g_array_index (quarters->years, BfBudgetYear, i);
  return NULL;
}

const char *
bf_quarters_paid_words (const BfQuarters *quarters)
{
  /* By capex, opex, validation as bits. */
  static const char *const words[] = {
    N_ ("nothing"),
    N_ ("capex"),
    N_ ("opex"),
    N_ ("capex and opex"),
    N_ ("validation"),
    N_ ("capex and validation"),
    N_ ("opex and validation"),
    N_ ("capex, opex and validation"),
  };
  guint bits = (quarters->paid[BF_QUARTER_CAPEX] ? 1 : 0) |
               (quarters->paid[BF_QUARTER_OPEX] ? 2 : 0) |
               (quarters->paid[BF_QUARTER_VALIDATION] ? 4 : 0);

  return _ (words[bits]);
}
