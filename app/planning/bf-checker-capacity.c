/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads against teams, money against budgets, day by day. */

#include "bf-checker-private.h"

#include <glib/gi18n-lib.h>

/* --- Teams. --- */

/* Person-days that the team gives on each day from the plan's start on: of periods that overlap
 * those of the one that begins last. FALSE: unbounded. */
static gboolean
make_capacity (const BfChecker *self, int team, gsize n_days, double *capacity)
{
  g_autofree gint64 *since = g_new (gint64, n_days);
  gboolean bounded = FALSE;

  for (gsize day = 0; day < n_days; day++)
    {
      since[day] = G_MININT64;
      capacity[day] = 0;
    }
  for (guint i = 0; i < bf_plan_count (self->plan, BF_CAPACITY); i++)
    {
      const BfCapacity *row = BF_ROW (self->plan, CAPACITY, BfCapacity, i);
      gint64 from = MAX (row->from_day, self->start);
      gint64 to = row->to_day == BF_BLANK ? self->last_day : MIN (row->to_day, self->last_day);

      if (bf_plan_index (self->plan, BF_TEAM, row->team) != team || isnan (row->capacity) ||
          row->from_day == BF_BLANK)
        continue;
      bounded = TRUE;
      for (gint64 day = from; day <= to; day++)
        if (row->from_day >= since[day - self->start])
          {
            since[day - self->start] = row->from_day;
            capacity[day - self->start] = row->capacity;
          }
    }
  return bounded;
}

static const BfLoads *
loads_of (const BfChecker *self, guint i, int *days)
{
  const BfActivity *activity = &self->activities[i];
  const BfStep *step = bf_checker_step (self, (guint) activity->step);
  const BfCampaign *campaign;

  switch (activity->kind)
    {
    case BF_ACTIVITY_BUILD:
      *days = step->build_days;
      return &step->build_loads;
    case BF_ACTIVITY_OFFLINE:
      *days = step->offline_days;
      return &step->offline_loads;
    case BF_ACTIVITY_ONLINE:
      *days = step->online_days;
      return &step->online_loads;
    case BF_ACTIVITY_REVIEW:
    case BF_ACTIVITY_CAMPAIGN:
      campaign = &g_array_index (step->campaigns, BfCampaign, activity->part);
      *days = campaign->days;
      return &campaign->loads;
    case BF_ACTIVITY_BUFFER:
    case BF_ACTIVITY_CUTOVER:
    case BF_ACTIVITY_PARALLEL:
    case BF_ACTIVITY_HYPERCARE:
    case BF_N_ACTIVITIES:
    default:
      return NULL;
    }
}

/* Adds the activity's load on the team to each of its working days. */
static void
add_load (const BfChecker *self, guint i, int team, double *used)
{
  const BfPlacing *placing = &self->placings[i];
  int days = 0;
  const BfLoads *loads = loads_of (self, i, &days);

  for (guint l = 0; loads && days > 0 && l < loads->n; l++)
    for (gint64 day = placing->start; loads->of[l].team == team && day <= placing->finish; day++)
      if (bf_checker_works (self, day) && day >= self->start)
        used[day - self->start] += loads->of[l].person_days / days;
}

static void
say_overdrawn (BfChecker *self, int team, gint64 day, double used, double capacity)
{
  g_autofree char *text = bf_day_text (day);
  char has[G_ASCII_DTOSTR_BUF_SIZE], gives[G_ASCII_DTOSTR_BUF_SIZE];

  /* Translators: team, person-days, day, person-days. */
  bf_checker_say (self,
                  BF_RULE_TEAM,
                  _ ("%s has %s person-days to do on %s and gives %s."),
                  BF_ROW (self->plan, TEAM, BfTeam, (guint) team)->row.key,
                  g_ascii_formatd (has, sizeof has, "%.2f", used),
                  text,
                  g_ascii_formatd (gives, sizeof gives, "%.2f", capacity));
}

void
bf_checker_capacities (BfChecker *self)
{
  gsize n_days = (gsize) (self->last_day - self->start + 1);
  g_autofree double *used = g_new (double, n_days);
  g_autofree double *capacity = g_new (double, n_days);

  for (int team = 0; team < (int) bf_plan_count (self->plan, BF_TEAM); team++)
    {
      if (!make_capacity (self, team, n_days, capacity))
        continue;
      for (gsize day = 0; day < n_days; day++)
        used[day] = 0;
      for (guint i = 0; i < self->n; i++)
        add_load (self, i, team, used);
      for (gsize day = 0; day < n_days; day++)
        if (used[day] > capacity[day] + 1e-6)
          {
            say_overdrawn (self, team, self->start + (gint64) day, used[day], capacity[day]);
            break;
          }
    }
}

/* --- Budgets. --- */

typedef struct
{
  gint64 from, to;
  gint64 planned;      /* minor units, as those below */
  const BfBudget *row; /* the first of those with this period */
  gint64 amount;
  gint64 most; /* what may move on; meaningless where everything may */
  gboolean moves_all;
} Period;

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const Period *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return g_strcmp0 (x->row->row.key, y->row->row.key);
}

/* Rows of one period are one pot; each lets its own share move on, a whole one its amount. */
static void
add_row (GArray *periods, Period period)
{
  double carry = isnan (period.row->carry_over) ? 0 : period.row->carry_over;
  gint64 amount = period.row->amount == BF_BLANK ? 0 : period.row->amount;
  gint64 most = bf_money_from_units (MIN (1, carry) * (double) amount / BF_MINOR_PER_UNIT);
  gboolean moves_all = carry >= BF_CARRY_ALL;
  guint i = 0;

  while (i < periods->len && (g_array_index (periods, Period, i).from != period.from ||
                              g_array_index (periods, Period, i).to != period.to))
    i++;
  period.moves_all = TRUE;
  if (i == periods->len)
    g_array_append_val (periods, period);
  g_array_index (periods, Period, i).amount += amount;
  g_array_index (periods, Period, i).most += most;
  g_array_index (periods, Period, i).moves_all &= moves_all;
}

static GArray *
periods_of (const BfChecker *self, int kind)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (Period));

  for (guint i = 0; i < bf_plan_count (self->plan, BF_BUDGET); i++)
    {
      Period period = { .from = self->start,
                        .to = self->horizon_end,
                        .row = BF_ROW (self->plan, BUDGET, BfBudget, i) };

      if (period.row->kind != kind)
        continue;
      if (period.row->year != BF_BLANK)
        {
          period.from = bf_day_from_civil ((int) period.row->year, 1, 1);
          period.to = bf_day_from_civil ((int) period.row->year + 1, 1, 1) - 1;
        }
      if (period.row->from_day != BF_BLANK)
        period.from = period.row->from_day;
      if (period.row->to_day != BF_BLANK)
        period.to = period.row->to_day;
      add_row (periods, period);
    }
  g_array_sort (periods, compare_periods);
  return periods;
}

/* Puts money on the period of a day; what no period holds goes into the last element. */
static void
put (const GArray *periods, double *money, gint64 day, double minor)
{
  guint i = 0;

  for (; i < periods->len; i++)
    if (day >= g_array_index (periods, Period, i).from &&
        day <= g_array_index (periods, Period, i).to)
      break;
  money[i] += minor;
}

static void
put_evenly (const BfChecker *self, const GArray *periods, double *money, int at, double minor)
{
  const BfPlacing *placing = &self->placings[at];
  int days = placing->empty ? 0 : bf_checker_working_days (self, placing->start, placing->finish);

  if (!days)
    put (periods, money, MAX (placing->finish, self->start), minor);
  for (gint64 day = placing->start; days && day <= placing->finish; day++)
    if (bf_checker_works (self, day))
      put (periods, money, day, minor / days);
}

/* The activity over which a qualification line is paid. */
static int
payer (const BfChecker *self, guint step, guint line)
{
  const BfStep *row = bf_checker_step (self, step);
  gboolean offline = g_array_index (row->lines, BfQualificationLine, line).offline;
  int at;

  for (guint i = 0; row->campaigns && i < row->campaigns->len; i++)
    {
      const BfCampaign *campaign = &g_array_index (row->campaigns, BfCampaign, i);

      if (campaign->line == (int) line)
        return bf_checker_activity (
            self, step, campaign->review ? BF_ACTIVITY_REVIEW : BF_ACTIVITY_CAMPAIGN, (int) i);
    }
  at = bf_checker_activity (self, step, offline ? BF_ACTIVITY_OFFLINE : BF_ACTIVITY_ONLINE, 0);
  return at >= 0 ? at
                 : bf_checker_activity (
                       self, step, offline ? BF_ACTIVITY_BUILD : BF_ACTIVITY_HYPERCARE, 0);
}

static void
put_step (const BfChecker *self, guint step, int kind, const GArray *periods, double *money)
{
  const BfStep *row = bf_checker_step (self, step);
  int build = bf_checker_activity (self, step, BF_ACTIVITY_BUILD, 0);

  if (kind == BF_BUDGET_CAPEX)
    put_evenly (self, periods, money, build, bf_estimate_mean (row->capex) * BF_MINOR_PER_UNIT);
  for (guint i = 0; kind == BF_BUDGET_VALIDATION && row->lines && i < row->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (row->lines, BfQualificationLine, i);

      put_evenly (self,
                  periods,
                  money,
                  payer (self, step, i),
                  (double) (line->cost_minor - line->saved_minor));
    }
  for (gint64 day = self->release[step] + 1;
       kind == BF_BUDGET_OPEX && row->opex_year > 0 && day <= self->horizon_end;
       day++)
    put (periods, money, day, row->opex_year * BF_MINOR_PER_UNIT / 365.25);
}

/* Rounds a step's money once a period, the remainder on the last; TRUE when all lies in periods. */
static gboolean
settle (GArray *periods, const double *money)
{
  double total = 0;
  gint64 rest;
  guint last = 0;

  for (guint i = 0; i <= periods->len; i++)
    {
      total += money[i];
      last = money[i] != 0 ? i : last;
    }
  rest = bf_money_from_units (total / BF_MINOR_PER_UNIT);
  for (guint i = 0; i < periods->len && i <= last; i++)
    {
      gint64 minor = i == last ? rest : bf_money_from_units (money[i] / BF_MINOR_PER_UNIT);

      g_array_index (periods, Period, i).planned += minor;
      rest -= minor;
    }
  return fabs (money[periods->len]) < 0.5;
}

static gint64
carried_on (const Period *period, gint64 rest)
{
  if (rest <= 0 || period->moves_all)
    return MAX (0, rest);
  return MIN (rest, period->most);
}

static void
check_kind (BfChecker *self, int kind)
{
  g_autoptr (GArray) periods = periods_of (self, kind);
  gint64 moves = 0;

  for (guint s = 0; periods->len && s < self->set->steps->len; s++)
    {
      g_autofree double *money = g_new0 (double, periods->len + 1);

      put_step (self, s, kind, periods, money);
      if (!settle (periods, money) && kind != BF_BUDGET_OPEX)
        /* Translators: step. */
        bf_checker_say (self,
                        BF_RULE_OUTSIDE,
                        _ ("Money of “%s” falls on days that no budget period holds."),
                        bf_checker_title (self, s));
    }
  for (guint i = 0; i < periods->len; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);
      gint64 rest = period->amount + moves - period->planned;
      g_autofree char *over = rest < 0 ? bf_money_format (-rest) : NULL;

      if (over && period->planned > 0)
        /* Translators: key of a budget, amount of money. */
        bf_checker_say (
            self, BF_RULE_BUDGET, _ ("Budget %s is overdrawn by %s."), period->row->row.key, over);
      moves = carried_on (period, rest);
    }
}

void
bf_checker_budgets (BfChecker *self)
{
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    check_kind (self, kind);
}
