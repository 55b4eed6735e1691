/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-limits.h"

#include "bf-roadmap-private.h"
#include "bf-step-cost.h"

#include <glib/gi18n-lib.h>

#define MOST_CUTOVERS 20
#define MOST_HOURS 336
#define MOST_YEARS 3
#define DEFAULT_YEARS 5
#define DEFAULT_CUTOVERS 2
/* Money is said in steps of this many minor units. */
#define MONEY_STEP (1000 * BF_MINOR_PER_UNIT)
/* --- What limits this plan. --- */

static void
add_limit (BfLimits *self, BfLimitKind kind, guint row, gint64 amount)
{
  BfLimit limit = { kind, row, amount, FALSE };

  g_array_append_val (self->limits, limit);
}

static void
add_decisions (BfLimits *self, BfLimitKind kind)
{
  const BfPlan *plan = self->set->plan;

  for (guint i = 0; i < bf_plan_count (plan, BF_STEP); i++)
    {
      const BfStepDecision *row = BF_ROW (plan, STEP, BfStepDecision, i);
      gint64 value = kind == BF_LIMIT_PIN        ? row->pinned_cutover
                     : kind == BF_LIMIT_EARLIEST ? row->earliest
                                                 : row->due;

      if (value != BF_BLANK && bf_step_set_find (self->set, row->row.key) >= 0)
        add_limit (self, kind, i, 0);
    }
}

static void
add_rows (BfLimits *self, BfLimitKind kind, BfRecordKind record)
{
  for (guint i = 0; i < bf_plan_count (self->set->plan, record); i++)
    add_limit (self, kind, i, 0);
}

static void
add_claims_and_freezes (BfLimits *self)
{
  const BfPlan *plan = self->set->plan;

  for (guint i = 0; i < bf_plan_count (plan, BF_CLAIM); i++)
    if (BF_ROW (plan, CLAIM, BfClaim, i)->state_4_due != BF_BLANK)
      add_limit (self, BF_LIMIT_CLAIM, i, 0);
  for (guint i = 0; i < bf_plan_count (plan, BF_WINDOW); i++)
    if (BF_ROW (plan, WINDOW, BfWindow, i)->kind == BF_WINDOW_FREEZE)
      add_limit (self, BF_LIMIT_FREEZE, i, 0);
}

/* No row ever needs more than all steps together cost. */
static gint64
all_money (const BfStepSet *set)
{
  double sum = 0;

  for (guint i = 0; i < set->steps->len; i++)
    sum += (double) bf_step_expected_cost (set, set->steps->pdata[i]).loaded_minor;
  return ((gint64) (sum / (double) MONEY_STEP) + 1) * MONEY_STEP;
}

static void
list_limits (BfLimits *self)
{
  const BfPlan *plan = self->set->plan;
  gboolean has_plant = bf_plan_plant (plan) != NULL;
  gint64 money = all_money (self->set);

  add_decisions (self, BF_LIMIT_PIN);
  add_decisions (self, BF_LIMIT_EARLIEST);
  add_decisions (self, BF_LIMIT_DUE);
  add_rows (self, BF_LIMIT_DEPENDENCY, BF_DEPENDENCY);
  add_claims_and_freezes (self);
  if (has_plant)
    add_limit (self, BF_LIMIT_CUTOVERS, 0, MOST_CUTOVERS);
  add_rows (self, BF_LIMIT_TEAM, BF_TEAM);
  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (BF_ROW (plan, BUDGET, BfBudget, i)->amount != BF_BLANK)
      add_limit (self, BF_LIMIT_MONEY, i, money);
  add_limit (self, BF_LIMIT_SHUTDOWN, 0, MOST_HOURS);
  if (has_plant)
    add_limit (self, BF_LIMIT_HORIZON, 0, MOST_YEARS);
}

/* --- The plan without what is lifted. --- */

static const BfLimit *
find_lifted (const BfLimits *self, BfLimitKind kind, guint row)
{
  for (guint i = 0; i < self->limits->len; i++)
    if (BF_LIMIT (self, i)->kind == kind && BF_LIMIT (self, i)->row == row &&
        BF_LIMIT (self, i)->lifted)
      return BF_LIMIT (self, i);
  return NULL;
}

static gboolean
falls_away (const BfLimits *self, BfRecordKind kind, guint row)
{
  const BfPlan *plan = self->set->plan;
  const BfLimit *lifted;
  int team;

  switch ((int) kind)
    {
    case BF_DEPENDENCY:
      return find_lifted (self, BF_LIMIT_DEPENDENCY, row) != NULL;
    case BF_WINDOW:
      return find_lifted (self, BF_LIMIT_FREEZE, row) != NULL;
    case BF_CAPACITY:
      /* A team without periods is unbounded. */
      team = bf_plan_index (plan, BF_TEAM, BF_ROW (plan, CAPACITY, BfCapacity, row)->team);
      lifted = team < 0 ? NULL : find_lifted (self, BF_LIMIT_TEAM, (guint) team);
      return lifted && lifted->amount == 0;
    default:
      return FALSE;
    }
}

static void
lift_plant (const BfLimits *self, BfPlant *plant)
{
  const BfLimit *years = find_lifted (self, BF_LIMIT_HORIZON, 0);
  const BfLimit *cutovers = find_lifted (self, BF_LIMIT_CUTOVERS, 0);

  if (years)
    plant->horizon_years =
        (plant->horizon_years == BF_BLANK ? DEFAULT_YEARS : plant->horizon_years) + years->amount;
  if (cutovers)
    plant->max_cutovers =
        (plant->max_cutovers == BF_BLANK ? DEFAULT_CUTOVERS : plant->max_cutovers) +
        cutovers->amount;
}

static void
lift_capacity (const BfLimits *self, BfCapacity *row)
{
  int team = bf_plan_index (self->set->plan, BF_TEAM, row->team);
  const BfLimit *people = team < 0 ? NULL : find_lifted (self, BF_LIMIT_TEAM, (guint) team);

  if (people)
    row->capacity += (double) people->amount;
}

static void
lift_row (const BfLimits *self, BfRecordKind kind, guint index, gpointer row)
{
  BfStepDecision *decision = row;
  const BfLimit *money;

  switch ((int) kind)
    {
    case BF_STEP:
      if (find_lifted (self, BF_LIMIT_PIN, index))
        decision->pinned_cutover = BF_BLANK;
      if (find_lifted (self, BF_LIMIT_EARLIEST, index))
        decision->earliest = BF_BLANK;
      if (find_lifted (self, BF_LIMIT_DUE, index))
        decision->due = BF_BLANK;
      break;
    case BF_CLAIM:
      if (find_lifted (self, BF_LIMIT_CLAIM, index))
        ((BfClaim *) row)->state_4_due = BF_BLANK;
      break;
    case BF_BUDGET:
      money = find_lifted (self, BF_LIMIT_MONEY, index);
      if (money)
        ((BfBudget *) row)->amount += money->amount;
      break;
    case BF_CAPACITY:
      lift_capacity (self, row);
      break;
    case BF_PLANT:
      if (index == 0)
        lift_plant (self, row);
      break;
    default:
      break;
    }
}

static void
add_shutdowns (BfPlan *relaxed, const BfPlan *plan, gint64 hours)
{
  int first, last;

  bf_day_to_civil (bf_plan_start (plan), &first, NULL, NULL);
  bf_day_to_civil (bf_plan_horizon_end (relaxed), &last, NULL, NULL);
  for (int year = first; year <= last; year++)
    {
      BfWindow *window = bf_plan_add (relaxed, BF_WINDOW);
      g_autofree char *key = g_strdup_printf ("*%d", year); /* before all keys of people */

      window->row.key = g_string_chunk_insert (bf_plan_strings (relaxed), key);
      window->kind = BF_WINDOW_SHUTDOWN;
      window->start = bf_day_minute (bf_day_from_civil (year, 8, 1));
      window->end = window->start + hours * 60;
    }
}

BfPlan *
bf_limits_lift (const BfLimits *self)
{
  const BfPlan *plan = self->set->plan;
  const BfLimit *shutdown = find_lifted (self, BF_LIMIT_SHUTDOWN, 0);
  BfPlan *relaxed = bf_plan_new ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < bf_plan_count (plan, (BfRecordKind) kind); i++)
      if (!falls_away (self, (BfRecordKind) kind, i))
        lift_row (self,
                  (BfRecordKind) kind,
                  i,
                  bf_plan_add_copy (
                      relaxed, (BfRecordKind) kind, bf_plan_row (plan, (BfRecordKind) kind, i)));
  if (shutdown)
    add_shutdowns (relaxed, plan, shutdown->amount);
  bf_plan_seal (relaxed);
  return relaxed;
}

/* --- What is said. --- */

static const char *
key_of (const BfLimits *self, BfRecordKind kind, guint row)
{
  return ((const BfRow *) bf_plan_row (self->set->plan, kind, row))->key;
}

static const char *
title_of (const BfLimits *self, guint row)
{
  const char *key = key_of (self, BF_STEP, row);
  const BfStep *step = self->set->steps->pdata[MAX (0, bf_step_set_find (self->set, key))];

  return step->title ? step->title : step->key;
}

static char *
money_phrase (const BfLimits *self, const BfLimit *limit)
{
  g_autofree char *money = bf_plan_money_text (self->set->plan, (double) limit->amount);

  /* Translators: an amount of money, then the key of a budget. */
  return g_strdup_printf (
      _ ("with %s more in budget %s"), money, key_of (self, BF_BUDGET, limit->row));
}

static char *
dependency_phrase (const BfLimits *self, const BfLimit *limit)
{
  const BfDependency *row = BF_ROW (self->set->plan, DEPENDENCY, BfDependency, limit->row);

  /* Translators: two steps. */
  return g_strdup_printf (_ ("without the order %s before %s"), row->before, row->after);
}

static char *
window_phrase (const BfLimits *self, const BfLimit *limit)
{
  const BfWindow *row = BF_ROW (self->set->plan, WINDOW, BfWindow, limit->row);

  /* Translators: the name of a freeze. */
  return g_strdup_printf (_ ("without the freeze %s"), row->name ? row->name : row->row.key);
}

char *
bf_limits_phrase (const BfLimits *self, guint index)
{
  const BfLimit *limit = BF_LIMIT (self, index);
  int amount = (int) limit->amount;

  switch (limit->kind)
    {
    case BF_LIMIT_PIN:
      return g_strdup_printf (_ ("without the pinned cutover of “%s”"),
                              title_of (self, limit->row));
    case BF_LIMIT_EARLIEST:
      return g_strdup_printf (_ ("without the earliest date of “%s”"), title_of (self, limit->row));
    case BF_LIMIT_DUE:
      return g_strdup_printf (_ ("without the due date of “%s”"), title_of (self, limit->row));
    case BF_LIMIT_DEPENDENCY:
      return dependency_phrase (self, limit);
    case BF_LIMIT_CLAIM:
      return g_strdup_printf (_ ("without relying on claim %s"),
                              key_of (self, BF_CLAIM, limit->row));
    case BF_LIMIT_FREEZE:
      return window_phrase (self, limit);
    case BF_LIMIT_CUTOVERS:
      return g_strdup_printf (ngettext ("with %d more cutover in each window",
                                        "with %d more cutovers in each window",
                                        (gulong) amount),
                              amount);
    case BF_LIMIT_TEAM:
      if (amount > 0)
        /* Translators: a number of people, a team. */
        return g_strdup_printf (
            ngettext ("with %d more person in %s", "with %d more people in %s", (gulong) amount),
            amount,
            key_of (self, BF_TEAM, limit->row));
      return g_strdup_printf (_ ("with more people in %s"), key_of (self, BF_TEAM, limit->row));
    case BF_LIMIT_MONEY:
      return money_phrase (self, limit);
    case BF_LIMIT_SHUTDOWN:
      return g_strdup_printf (ngettext ("with a shutdown of the whole site of %d hour each August",
                                        "with a shutdown of the whole site of %d hours each August",
                                        (gulong) amount),
                              amount);
    case BF_LIMIT_HORIZON:
    case BF_N_LIMITS:
    default:
      return g_strdup_printf (ngettext ("with a horizon that ends %d year later",
                                        "with a horizon that ends %d years later",
                                        (gulong) amount),
                              amount);
    }
}

/* --- Whole. --- */

BfLimits *
bf_limits_new (const BfStepSet *set)
{
  BfLimits *limits = g_new0 (BfLimits, 1);

  limits->set = set;
  limits->limits = g_array_new (FALSE, FALSE, sizeof (BfLimit));
  list_limits (limits);
  return limits;
}

void
bf_limits_free (BfLimits *limits)
{
  g_array_unref (limits->limits);
  g_free (limits);
}

gint64
bf_limit_unit (BfLimitKind kind)
{
  return kind == BF_LIMIT_MONEY ? MONEY_STEP : 1;
}

BfStepSet *
bf_limits_same_steps (const BfLimits *self, const BfPlan *plan, const BfNeeds *needs)
{
  const BfStepSet *set = self->set;
  g_autoptr (BfStepSet) candidates = bf_steps_propose (plan, set->catalogue, needs);
  g_autofree int *keep = g_new0 (int, set->steps->len + 1);
  g_autofree int *modes = g_new0 (int, set->steps->len + 1);
  BfStepSet *chosen;
  guint n = 0;

  candidates->no_buffer = set->no_buffer;
  for (guint i = 0; i < set->steps->len; i++)
    {
      const BfStep *step = g_ptr_array_index (set->steps, i);

      keep[n] = bf_step_set_find (candidates, step->key);
      modes[n] = step->mode;
      n += keep[n] >= 0;
    }
  chosen = bf_step_set_select (candidates, keep, modes, n);
  bf_step_set_lower_like (chosen, set);
  return chosen;
}
