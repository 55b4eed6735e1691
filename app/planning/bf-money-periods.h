/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap's money by quarter or by year, against what the budgets give.
 *
 * Every sum over time that a sheet shows is one of these rows, so that its formulas and their
 * values cut time in the same way. */

#pragma once

#include "bf-period.h"
#include "bf-spending.h"

G_BEGIN_DECLS

typedef enum
{
  BF_BY_CALENDAR_QUARTER,
  BF_BY_QUARTER, /* of the budgets' year */
  BF_BY_YEAR,    /* of the budgets */
} BfMoneyBy;

typedef struct
{
  BfPeriod period;
  gint64 spent_minor[BF_N_MONEY];
  /* The own amounts of the budgets of its year, as they are named; 0 without any. A quarter has
   * those of the whole year. */
  gint64 budget_minor[BF_N_BUDGETS];
  gboolean has_budget;
} BfMoneyPeriod;

/* From the plan's start to the last line of @spending, of BfMoneyPeriod; quarters without a hole,
 * of years those that see money or have a budget. The caller frees the array. */
GArray *bf_money_periods (const BfPlan *plan, const GArray *spending, BfMoneyBy by);

/* What a budget of the plan is called by, else the year that it begins in. */
int bf_money_year_of_budget (const BfPlan *plan, guint budget);

G_END_DECLS
