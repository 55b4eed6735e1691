/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money of one kind for one period, both days included. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfBudget::kind, in the order of its choices. */
enum
{
  BF_BUDGET_CAPEX,
  BF_BUDGET_VALIDATION,
  BF_BUDGET_OPEX,
  BF_N_BUDGETS,
};

typedef struct
{
  BfRow row;
  gint64 year;
  gint64 from_day;
  gint64 to_day;
  int kind;
  gint64 amount;
  double carry_over;
  const char *remark;
} BfBudget;

extern const BfRecord bf_budget_record;

G_END_DECLS
