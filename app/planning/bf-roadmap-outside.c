/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running cost on days that no budget of running cost holds.
 *
 * It runs from the release to the horizon's end, and a horizon that ends behind the last budget is
 * no reason to forbid a step: the money is nobody's, and the reader is told how much and which row
 * would hold it. Of capex and validation nothing is ever placed there. */

#include "bf-roadmap-compute.h"

#include "bf-network.h"
#include "bf-step-private.h"

#include <glib/gi18n-lib.h>

#define DAYS_A_YEAR 365.25

static gboolean
has_opex_budget (const BfPlan *plan)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (BF_ROW (plan, BUDGET, BfBudget, i)->kind == BF_BUDGET_OPEX)
      return TRUE;
  return FALSE;
}

static gboolean
is_held (const BfPlan *plan, gint64 day)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      gint64 from, to;

      bf_budget_period (plan, i, &from, &to);
      if (BF_ROW (plan, BUDGET, BfBudget, i)->kind == BF_BUDGET_OPEX && day >= from && day <= to)
        return TRUE;
    }
  return FALSE;
}

/* What runs on that day, in units of money. */
static double
runs_on (const BfComputing *computing, gint64 day)
{
  double sum = 0;

  for (guint s = 0; s < computing->set->steps->len; s++)
    {
      double year = bf_step_set_get (computing->set, s)->opex_year;

      if (computing->schedule->release[s] < day && year > 0)
        sum += year / DAYS_A_YEAR;
    }
  return sum;
}

static void
tell (BfComputing *computing, gint64 from, gint64 to, double units)
{
  const BfPlant *plant = bf_plan_plant (computing->plan);
  g_autofree char *first = bf_day_text (from);
  g_autofree char *last = bf_day_text (to);
  g_autofree char *amount = bf_money_format (bf_money_from_units (units));
  g_autofree char *value = g_strconcat (
      amount, " ", plant && plant->currency ? plant->currency : BF_DEFAULT_CURRENCY, NULL);
  /* Translators: day, day. */
  g_autofree char *what =
      g_strdup_printf (_ ("Running cost (opex) from %s to %s, in no budget"), first, last);
  /* Translators: day, day. */
  g_autofree char *basis = g_strdup_printf (
      _ ("No budget of kind opex holds these days; a row from %s to %s would"), first, last);

  if (bf_money_from_units (units) > 0)
    bf_step_set_assume (computing->set, what, value, basis);
}

void
bf_roadmap_assume_outside (BfComputing *computing)
{
  gint64 end = bf_plan_horizon_end (computing->plan);
  gint64 from = BF_BLANK;
  double units = 0;

  if (!has_opex_budget (computing->plan))
    return;
  for (gint64 day = bf_plan_start (computing->plan); day <= end; day++)
    {
      double today = is_held (computing->plan, day) ? 0 : runs_on (computing, day);

      if (today > 0 && from == BF_BLANK)
        from = day;
      units += today;
      if (from != BF_BLANK && (today <= 0 || day == end))
        {
          tell (computing, from, today > 0 ? day : day - 1, units);
          from = BF_BLANK;
          units = 0;
        }
    }
}
