/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a roadmap's money is spent: each step's expected amounts cut by kind, quarter and budget
 * period.
 *
 * Capex lies evenly over the working days of the build, each line of the qualification over those
 * of the activity that does it, opex over the calendar days from the release to the horizon's end,
 * as the planner puts them on budget periods; downtime lies evenly on its cutovers, double running
 * from the last cutover to the release of the decommission that ends it, bridges on the first
 * cutover. A step's amount is rounded once a period, a period's once a quarter, of the budgets'
 * year and of the calendar; the last takes the remainder, so the lines of a step and kind add up to
 * its amount to the cent. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef enum
{
  BF_MONEY_CAPEX,
  BF_MONEY_OPEX,
  BF_MONEY_VALIDATION,
  BF_MONEY_DOWNTIME,
  BF_MONEY_DOUBLE_RUNNING,
  BF_MONEY_BRIDGES,
  BF_N_MONEY,
} BfMoneyKind;

typedef struct
{
  guint step; /* position in the roadmap */
  BfMoneyKind kind;
  gint64 calendar_quarter; /* its first day */
  gint64 quarter;          /* of the budgets' year, which may start in another month */
  gint64 year;             /* of the budgets, as they are named */
  int budget;              /* row of the plan; -1 none */
  gint64 amount_minor;
} BfSpend;

/* Lines by step, kind, budget, quarter; of BfSpend. The caller frees the array. */
GArray *bf_spending_compute (const BfRoadmap *roadmap);

/* What of a kind is spent by the evening of @day, expected; all of it from the last day on. */
gint64 bf_spending_until (const BfRoadmap *roadmap, BfMoneyKind kind, gint64 day);

/* "capex", "double running", ...: the same in every language. */
const char *bf_money_kind_id (BfMoneyKind kind);

/* The step's expected amount of a kind, rounded to minor units. */
gint64 bf_spending_of_step (const BfRoadmapStep *step, BfMoneyKind kind);
gint64 bf_spending_round (double minor);

/* The activity that pays a line of the step's qualification: its own campaign, else the package's
 * part before or after the cutover, else what stands in for that part; NULL none. */
const BfRoadmapActivity *bf_spending_payer (const BfRoadmapStep *step, guint line);

/* The budget year of a day: that of the first budget (of @kind, a BF_BUDGET_*; -1 any) whose
 * period holds it, else as the budgets' years run. */
gint64 bf_spending_year (const BfPlan *plan, int kind, gint64 day);

G_END_DECLS
