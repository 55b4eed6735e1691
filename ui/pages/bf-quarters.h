/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap's money by quarter, as the Money page draws it. Pure; minor units. */

#pragma once

#include "bf-spending.h"
#include "bf-story.h"

G_BEGIN_DECLS

/* The rows of the table: what a budget may pay, then what the plant carries. */
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
  double budgeted; /* of them, what a budget pays */
  /* A quarter of the calendar year's own money, without what earlier years left over, so that years
   * add up; 0 without one. */
  double budget;
} BfQuarter;

typedef struct
{
  GArray *quarters; /* BfQuarter, without a hole, from the first to the last with money or budget */
  double totals[BF_N_QUARTER_KINDS];
  gboolean paid[BF_N_QUARTER_KINDS]; /* a budget pays this kind; without any, the first three */
  GArray *years;                     /* BfBudgetYear */
  double tallest;                    /* the highest column or budget line */
} BfQuarters;

BfQuarters *bf_quarters_new (const BfRoadmap *roadmap);
void bf_quarters_free (BfQuarters *quarters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfQuarters, bf_quarters_free)

double bf_quarter_total (const BfQuarter *quarter);
/* The budget of that calendar year; NULL. */
const BfBudgetYear *bf_quarters_year (const BfQuarters *quarters, int year);
/* "capex, opex and validation": the kinds that a budget pays. Static. */
const char *bf_quarters_paid_words (const BfQuarters *quarters);

G_END_DECLS
