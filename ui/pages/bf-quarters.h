/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap's money by quarter, as the Money page draws it. Pure; minor units. */

#pragma once

#include "bf-spending.h"

G_BEGIN_DECLS

/* The rows of the table: what the budget pays, then what the plant carries. */
typedef enum
{
  BF_QUARTER_CAPEX,
  BF_QUARTER_OPEX,
  BF_QUARTER_VALIDATION,
  BF_QUARTER_DOWNTIME,
  BF_QUARTER_DOUBLE_RUNNING, /* with bridges */
  BF_N_QUARTER_KINDS,
} BfQuarterKind;

#define BF_N_BUDGETED_KINDS 3

typedef struct
{
  gint64 first_day;
  int year, number; /* 2028, 1 .. 4 of the calendar */
  double amounts[BF_N_QUARTER_KINDS];
  /* A quarter of the calendar year's own money, without what earlier years left over, so that years
   * add up; 0 without one. */
  double budget;
} BfQuarter;

typedef struct
{
  GArray *quarters; /* BfQuarter, without a hole, from the first to the last with money or budget */
  double totals[BF_N_QUARTER_KINDS];
  double tallest; /* the highest column or budget line */
} BfQuarters;

BfQuarters *bf_quarters_new (const BfRoadmap *roadmap);
void bf_quarters_free (BfQuarters *quarters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfQuarters, bf_quarters_free)

double bf_quarter_total (const BfQuarter *quarter);
double bf_quarter_budgeted (const BfQuarter *quarter);

/* A round step (1, 2, 2.5 or 5 times a power of ten) that cuts @range into @most parts at most. */
double bf_round_step (double range, guint most);

G_END_DECLS
