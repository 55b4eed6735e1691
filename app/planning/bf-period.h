/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Years and their quarters, those of the calendar and those of a plan's budgets, which may start
 * in another month.
 *
 * A rule says on which day of the calendar a year begins and what it is called; a quarter is three
 * months from there. Days are as in bf-day.h. */

#pragma once

#include "bf-plan.h"

G_BEGIN_DECLS

typedef struct
{
  int month, day; /* a year begins then */
  int offset;     /* what it is called, less the calendar year that it begins in */
} BfYearRule;

typedef struct
{
  gint64 from, to; /* both included */
  int year;        /* as it is called */
  int quarter;     /* 1 .. 4; 0: the whole year */
} BfPeriod;

extern const BfYearRule bf_year_rule_calendar;
/* As most of the plan's budgets of about a year begin; without any, the calendar's. */
BfYearRule bf_year_rule_of_budgets (const BfPlan *plan);
gboolean bf_year_rule_is_calendar (const BfYearRule *rule);

/* The period that @day lies in. */
BfPeriod bf_period_year (const BfYearRule *rule, gint64 day);
BfPeriod bf_period_quarter (const BfYearRule *rule, gint64 day);
/* Those from the one with @first to the one with @last, of BfPeriod; at least one. The caller frees
 * the array. */
GArray *bf_period_years (const BfYearRule *rule, gint64 first, gint64 last);
GArray *bf_period_quarters (const BfYearRule *rule, gint64 first, gint64 last);

G_END_DECLS
