/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money of a schedule in the making, on the periods of its budgets. */

#include "bf-schedule-core.h"

#include <string.h>

/* Money that a sum of doubles may be off by, in minor units. */
#define MONEY_EPSILON 1e-3

/* Spreads money of an activity over the periods of a kind; FALSE when some of it lies outside. */
static gboolean
spread (const BfCore *core, int kind, int from, int to, int day, double minor, double *delta)
{
  const BfCoreBudget *budget = &core->budgets[kind];
  int left = to - from;

  for (guint i = 0; i < budget->n; i++)
    {
      int overlap = MIN (to, budget->to_work[i]) - MAX (from, budget->from_work[i]);

      if (to == from && day >= budget->from_day[i] && day < budget->to_day[i])
        {
          delta[budget->first + i] += minor;
          return TRUE;
        }
      if (overlap <= 0)
        continue;
      delta[budget->first + i] += minor * overlap / (to - from);
      left -= overlap;
    }
  return to > from && left == 0;
}

gboolean
bf_pass_spread_opex (BfPass *pass, int step, int release, double sign)
{
  const BfCore *core = pass->core;
  const BfCoreBudget *budget = &core->budgets[BF_BUDGET_OPEX];
  gboolean any = FALSE;

  for (guint i = 0; i < budget->n; i++)
    {
      int days =
          MIN (core->horizon_day, budget->to_day[i]) - MAX (release + 1, budget->from_day[i]);

      if (days <= 0)
        continue;
      pass->delta[budget->first + i] += sign * core->opex_day[step] * days;
      any = TRUE;
    }
  return any;
}

/* Carry-over on top of what is planned. */
gboolean
bf_pass_kind_holds (BfPass *pass, int kind)
{
  const BfCore *core = pass->core;
  const BfCoreBudget *budget = &core->budgets[kind];
  double moves = 0;

  for (guint i = 0; i < budget->n; i++)
    {
      double planned = pass->planned[budget->first + i] + pass->delta[budget->first + i];
      double rest = budget->amount[i] + moves - planned;

      if (planned > 0 && rest < core->margin_minor - MONEY_EPSILON)
        {
          pass->block_period = (int) i;
          pass->block_minor = core->margin_minor - rest;
          return FALSE;
        }
      rest = MAX (rest, 0);
      moves = budget->carry[i] >= BF_CARRY_ALL ? rest
                                               : MIN (rest, budget->carry[i] * budget->amount[i]);
    }
  return TRUE;
}

BfBlock
bf_pass_spread_money (BfPass *pass, int a, int from, int to, int day, int *kind)
{
  const BfCore *core = pass->core;
  const double money[] = { core->capex[a], core->validation[a] };
  static const int kinds[] = { BF_BUDGET_CAPEX, BF_BUDGET_VALIDATION };
  BfBlock block = BF_BLOCK_NONE;

  memset (pass->delta, 0, core->n_periods * sizeof (double));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (money[i] > 0 && core->budgets[kinds[i]].n &&
        !spread (core, kinds[i], from, to, MAX (0, day), money[i], pass->delta))
      {
        *kind = kinds[i];
        block = BF_BLOCK_OUTSIDE;
      }
  return block;
}

BfBlock
bf_pass_block_by_money (BfPass *pass, int a, int from, int to, int day, int *kind)
{
  const BfCore *core = pass->core;
  BfBlock block;

  if (!core->n_periods)
    return BF_BLOCK_NONE;
  block = bf_pass_spread_money (pass, a, from, to, day, kind);
  if (block != BF_BLOCK_NONE)
    return block;
  for (int k = 0; k < BF_N_BUDGETS; k++)
    {
      gboolean touched = FALSE;

      for (guint i = 0; i < core->budgets[k].n && !touched; i++)
        touched = pass->delta[core->budgets[k].first + i] > 0;
      if (touched && !bf_pass_kind_holds (pass, k))
        {
          *kind = k;
          return BF_BLOCK_BUDGET;
        }
    }
  return BF_BLOCK_NONE;
}

/* A day later moves no more than a day's money out of the overdrawn period and those before it. */
int
bf_pass_days_too_early (const BfPass *pass, int a, int kind)
{
  const BfCore *core = pass->core;
  double minor = kind == BF_BUDGET_CAPEX        ? core->capex[a]
                 : kind == BF_BUDGET_VALIDATION ? core->validation[a]
                                                : 0;

  if (minor <= 0 || pass->block_minor <= MONEY_EPSILON)
    return 1;
  return (int) MIN (
      core->n_work,
      MAX (1, ceil ((pass->block_minor - MONEY_EPSILON) / minor * core->days[a] - 1e-6)));
}
