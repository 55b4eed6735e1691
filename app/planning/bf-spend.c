/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money on budget periods.
 *
 * Rows of one kind with the very same period are one pot, counted on the first of them. Periods
 * that only overlap stay apart: a day belongs to the one that begins first. */

#include "bf-network.h"

#define DAYS_A_YEAR 365.25

void
bf_budget_period (const BfPlan *plan, guint budget, gint64 *from, gint64 *to)
{
  const BfBudget *row = BF_ROW (plan, BUDGET, BfBudget, budget);
  gboolean has_year = row->year != BF_BLANK;

  if (row->from_day != BF_BLANK)
    *from = row->from_day;
  else
    *from = has_year ? bf_day_from_civil ((int) row->year, 1, 1) : bf_plan_start (plan);
  if (row->to_day != BF_BLANK)
    *to = row->to_day;
  else
    *to = has_year ? bf_day_from_civil ((int) row->year, 12, 31) : bf_plan_horizon_end (plan);
}

guint
bf_budget_pot (const BfPlan *plan, guint budget)
{
  gint64 from, to, other_from, other_to;
  int kind = BF_ROW (plan, BUDGET, BfBudget, budget)->kind;

  bf_budget_period (plan, budget, &from, &to);
  for (guint i = 0; i < budget; i++)
    {
      bf_budget_period (plan, i, &other_from, &other_to);
      if (BF_ROW (plan, BUDGET, BfBudget, i)->kind == kind && other_from == from && other_to == to)
        return i;
    }
  return budget;
}

static gint64
amount_of (const BfBudget *row)
{
  return row->amount == BF_BLANK ? 0 : row->amount;
}

static gint64
most_of (const BfBudget *row)
{
  double carry = isnan (row->carry_over) ? 0 : MIN (1, row->carry_over);

  return bf_money_from_units ((double) amount_of (row) * carry / BF_MINOR_PER_UNIT);
}

BfBudgetPot
bf_budget_pot_money (const BfPlan *plan, guint pot)
{
  BfBudgetPot money = { .moves_all = TRUE };

  for (guint i = pot; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (bf_budget_pot (plan, i) == pot)
      {
        const BfBudget *row = BF_ROW (plan, BUDGET, BfBudget, i);

        money.amount_minor += amount_of (row);
        money.most_minor += most_of (row);
        money.moves_all = money.moves_all && row->carry_over >= BF_CARRY_ALL;
      }
  return money;
}

typedef struct
{
  guint row;
  gint64 from, to;
} Period;

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const Period *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* The pots of a kind by start; rows of a plan stand by key. */
static GArray *
periods_of_kind (const BfPlan *plan, int kind)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (Period));

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      Period period = { .row = i };

      if (BF_ROW (plan, BUDGET, BfBudget, i)->kind != kind || bf_budget_pot (plan, i) != i)
        continue;
      bf_budget_period (plan, i, &period.from, &period.to);
      g_array_append_val (periods, period);
    }
  g_array_sort (periods, compare_periods);
  return periods;
}

/* Money by period before rounding; one more element at the end: outside. */
typedef struct
{
  const BfCalendar *calendar;
  GArray *periods;
  double *money;
} Ledger;

static void
pay_day (Ledger *ledger, gint64 day, double minor)
{
  guint i = 0;

  while (i < ledger->periods->len && (day < g_array_index (ledger->periods, Period, i).from ||
                                      day > g_array_index (ledger->periods, Period, i).to))
    i++;
  ledger->money[i] += minor;
}

static void
pay_activity (Ledger *ledger, const BfPlacing *placing, double minor)
{
  int n =
      placing->empty ? 0 : bf_calendar_count (ledger->calendar, placing->start, placing->finish);

  if (n == 0)
    pay_day (ledger, MAX (placing->finish, bf_calendar_first_day (ledger->calendar)), minor);
  for (gint64 day = placing->start; n > 0 && day <= placing->finish; day++)
    if (bf_calendar_is_working (ledger->calendar, day))
      pay_day (ledger, day, minor / n);
}

/* One rounding a period; the last one that is paid takes the remainder of the whole. */
static void
close_ledger (const Ledger *ledger, gint64 *planned, gint64 *outside)
{
  double total = 0;
  gint64 rest;
  int last = -1;

  for (guint i = 0; i <= ledger->periods->len; i++)
    {
      total += ledger->money[i];
      if (ledger->money[i] != 0)
        last = (int) i;
    }
  rest = bf_money_from_units (total / BF_MINOR_PER_UNIT);
  for (int i = 0; i <= last; i++)
    {
      gint64 minor = i == last ? rest : bf_money_from_units (ledger->money[i] / BF_MINOR_PER_UNIT);

      rest -= minor;
      if (i < (int) ledger->periods->len)
        planned[g_array_index (ledger->periods, Period, i).row] += minor;
      else if (outside)
        *outside += minor;
    }
}

/* The activity that pays for the package's offline or online part: the first of these kinds that
 * has days of its own, else the last of them that there is. */
static int
paying_activity (const BfNetwork *network, int step, gboolean offline)
{
  static const BfActivityKind before[] = { BF_ACTIVITY_OFFLINE, BF_ACTIVITY_BUILD };
  static const BfActivityKind after[] = { BF_ACTIVITY_ONLINE, BF_ACTIVITY_HYPERCARE };
  const BfActivityKind *kinds = offline ? before : after;
  int found = -1;

  for (guint i = 0; i < 2; i++)
    for (int a = network->first[step]; a < network->first[step + 1]; a++)
      if (BF_ACTIVITY (network, (guint) a)->kind == kinds[i])
        {
          if (BF_ACTIVITY (network, (guint) a)->days > 0)
            return a;
          found = a;
        }
  return found;
}

static int
campaign_activity (const BfNetwork *network, const BfStepSet *set, int step, int line)
{
  const BfStep *row = bf_step_set_get (set, (guint) step);

  for (int a = network->first[step]; a < network->first[step + 1]; a++)
    {
      const BfActivity *activity = BF_ACTIVITY (network, (guint) a);

      if ((activity->kind == BF_ACTIVITY_REVIEW || activity->kind == BF_ACTIVITY_CAMPAIGN) &&
          g_array_index (row->campaigns, BfCampaign, activity->part).line == line)
        return a;
    }
  return -1;
}

int
bf_network_paying_activity (const BfStepSet *set, const BfNetwork *network, int step, int line)
{
  const BfStep *row = bf_step_set_get (set, (guint) step);
  const BfQualificationLine *paid = &g_array_index (row->lines, BfQualificationLine, line);
  int own = campaign_activity (network, set, step, line);

  return own >= 0 ? own : paying_activity (network, step, paid->offline);
}

static void
spend_kind (const BfStepSet *set,
            const BfNetwork *network,
            const BfPlacing *placings,
            int step,
            int kind,
            Ledger *ledger)
{
  const BfStep *row = bf_step_set_get (set, (guint) step);
  gint64 horizon_end = bf_plan_horizon_end (set->plan);
  gint64 release = G_MININT64;

  if (kind == BF_BUDGET_CAPEX)
    pay_activity (
        ledger, &placings[network->first[step]], bf_estimate_mean (row->capex) * BF_MINOR_PER_UNIT);
  for (guint i = 0; kind == BF_BUDGET_VALIDATION && row->lines && i < row->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (row->lines, BfQualificationLine, i);

      pay_activity (ledger,
                    &placings[bf_network_paying_activity (set, network, step, (int) i)],
                    (double) (line->cost_minor - line->saved_minor));
    }
  if (kind != BF_BUDGET_OPEX || row->opex_year <= 0)
    return;
  for (int a = network->first[step]; a < network->first[step + 1]; a++)
    release = MAX (release, placings[a].finish);
  for (gint64 day = release + 1; day <= horizon_end; day++)
    pay_day (ledger, day, row->opex_year * BF_MINOR_PER_UNIT / DAYS_A_YEAR);
}

void
bf_schedule_spend (const BfStepSet *set,
                   const BfNetwork *network,
                   const BfCalendar *calendar,
                   const BfPlacing *placings,
                   int step,
                   gint64 *planned,
                   gint64 *outside_minor)
{
  if (outside_minor)
    *outside_minor = 0;
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    {
      Ledger ledger = { calendar, periods_of_kind (set->plan, kind), NULL };

      if (ledger.periods->len)
        {
          ledger.money = g_new0 (double, ledger.periods->len + 1);
          spend_kind (set, network, placings, step, kind, &ledger);
          close_ledger (&ledger, planned, kind == BF_BUDGET_OPEX ? NULL : outside_minor);
          g_free (ledger.money);
        }
      g_array_unref (ledger.periods);
    }
}

/* Shares what is spent from a pot among its rows: each up to what it has, the last the rest. */
static void
share_pot (const BfPlan *plan, guint pot, gint64 *planned, gint64 *available, gint64 *carried)
{
  gint64 left = 0;
  guint last = pot;

  for (guint i = pot; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (bf_budget_pot (plan, i) == pot)
      {
        available[i] = amount_of (BF_ROW (plan, BUDGET, BfBudget, i)) + carried[i];
        left += planned[i];
        last = i;
      }
  for (guint i = pot; i <= last; i++)
    if (bf_budget_pot (plan, i) == pot)
      {
        planned[i] = i == last ? left : MIN (left, available[i]);
        left -= planned[i];
      }
}

void
bf_budget_carry (const BfPlan *plan, gint64 *planned, gint64 *available, gint64 *carried)
{
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    {
      g_autoptr (GArray) periods = periods_of_kind (plan, kind);
      gint64 moves = 0;

      for (guint i = 0; i < periods->len; i++)
        {
          guint pot = g_array_index (periods, Period, i).row;
          BfBudgetPot money = bf_budget_pot_money (plan, pot);
          gint64 rest = MAX (0, money.amount_minor + moves - planned[pot]);

          carried[pot] = moves;
          share_pot (plan, pot, planned, available, carried);
          moves = money.moves_all ? rest : MIN (rest, money.most_minor);
        }
    }
}
