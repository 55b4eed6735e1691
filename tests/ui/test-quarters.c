/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-quarters.h"

#include <math.h>

#include "bf-chart-frame.h"
#include "ui-fixture.h"

static double
spent_on (GArray *spending, BfMoneyKind kind)
{
  double sum = 0;
  guint i;

  for (i = 0; i < spending->len; i++)
    if (g_array_index (spending, BfSpend, i).kind == kind)
      sum += (double) g_array_index (spending, BfSpend, i).amount_minor;
  return sum;
}

/* Nothing is lost between the lines and the columns: totals are exact to the cent. */
static void
test_totals (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfQuarters) quarters = bf_quarters_new (roadmap);
  g_autoptr (GArray) spending = bf_spending_compute (roadmap);
  double columns = 0, rows = 0;
  guint i;

  for (i = 0; i < quarters->quarters->len; i++)
    columns += bf_quarter_total (&g_array_index (quarters->quarters, BfQuarter, i));
  for (i = 0; i < BF_N_QUARTER_KINDS; i++)
    rows += quarters->totals[i];
  g_assert_cmpfloat (columns, >, 0);
  g_assert_cmpfloat (columns, ==, rows);
  g_assert_cmpfloat (quarters->totals[BF_QUARTER_CAPEX], ==, spent_on (spending, BF_MONEY_CAPEX));
  g_assert_cmpfloat (quarters->totals[BF_QUARTER_DOUBLE_RUNNING],
                     ==,
                     spent_on (spending, BF_MONEY_DOUBLE_RUNNING) +
                         spent_on (spending, BF_MONEY_BRIDGES));
}

/* One quarter after the other, without a hole, and room for the tallest. */
static void
test_order (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfQuarters) quarters = bf_quarters_new (roadmap);
  guint i;

  for (i = 0; i < quarters->quarters->len; i++)
    {
      const BfQuarter *quarter = &g_array_index (quarters->quarters, BfQuarter, i);

      g_assert_cmpint (quarter->number, ==, (int) (i % 4) + 1);
      g_assert_cmpfloat (bf_quarter_total (quarter), <=, quarters->tallest);
      g_assert_cmpfloat (quarter->budget, <=, quarters->tallest);
      if (i > 0)
        g_assert_cmpint (
            quarter->first_day,
            ==,
            bf_day_add_months (g_array_index (quarters->quarters, BfQuarter, i - 1).first_day, 3));
    }
}

/* A kind without a budget of its own is not measured against the budgets of others, and a year says
 * here what the Overview says of it. */
static void
test_paid (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfQuarters) some = bf_quarters_new (roadmap);
  g_autoptr (BfQuarters) none = NULL;
  const BfQuarter *quarter = &g_array_index (some->quarters, BfQuarter, 0);
  guint n = roadmap->n_periods;

  /* The fixture has no budget for opex. */
  g_assert_cmpstr (bf_quarters_paid_words (some), ==, "capex and validation");
  g_assert_cmpfloat (quarter->budgeted,
                     ==,
                     quarter->amounts[BF_QUARTER_CAPEX] + quarter->amounts[BF_QUARTER_VALIDATION]);
  g_assert_nonnull (bf_quarters_year (some, quarter->year));
  roadmap->n_periods = 0;
  none = bf_quarters_new (roadmap);
  roadmap->n_periods = n;
  quarter = &g_array_index (none->quarters, BfQuarter, 0);
  g_assert_cmpstr (bf_quarters_paid_words (none), ==, "capex, opex and validation");
  g_assert_cmpfloat (quarter->budgeted,
                     ==,
                     quarter->amounts[BF_QUARTER_CAPEX] + quarter->amounts[BF_QUARTER_OPEX] +
                         quarter->amounts[BF_QUARTER_VALIDATION]);
  g_assert_null (bf_quarters_year (none, quarter->year));
}

static void
test_steps (void)
{
  g_assert_cmpfloat (bf_round_step (950, 5), ==, 200);
  g_assert_cmpfloat (bf_round_step (1000, 5), ==, 200);
  g_assert_cmpfloat (bf_round_step (1200, 5), ==, 250);
  g_assert_cmpfloat (bf_round_step (13.5, 4), ==, 5);
  g_assert_cmpfloat (bf_round_step (4, 4), ==, 1);
  g_assert_cmpfloat (bf_round_step (0, 4), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quarters/totals", test_totals);
  g_test_add_func ("/quarters/order", test_order);
  g_test_add_func ("/quarters/paid", test_paid);
  g_test_add_func ("/quarters/round-step", test_steps);
  return g_test_run ();
}
