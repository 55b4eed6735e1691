/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The smallest change that makes a plan feasible: a set of limits, each of which has to give way
 * and none of which does it alone.
 *
 * All limits are lifted first. Then as many as possible are put back, the most costly to change
 * first: first each kind as a whole, then one by one (the deletion filter of Chinneck and
 * Dravnieks 1991, here for what must go instead of what must stay). What has an amount (money,
 * hours, years, cutovers) is lifted by the least amount that works, found by halving. Each trial
 * plans the same steps anew, so the answer holds as far as the scheduler finds roadmaps. */

#include "bf-roadmap-compute.h"
#include "bf-step-cost.h"

#include <glib/gi18n-lib.h>

/* From what is easily changed to what is not. */
typedef enum
{
  LIMIT_PIN,
  LIMIT_EARLIEST,
  LIMIT_DUE,
  LIMIT_DEPENDENCY,
  LIMIT_CLAIM,
  LIMIT_FREEZE,
  LIMIT_CUTOVERS, /* amount: more a window */
  LIMIT_TEAM,
  LIMIT_MONEY,    /* amount: minor units more in that row */
  LIMIT_SHUTDOWN, /* amount: hours from 1 August each year, the whole site */
  LIMIT_HORIZON,  /* amount: years more */
  N_LIMITS,
} LimitKind;

#define MOST_CUTOVERS 20
#define MOST_HOURS 336
#define MOST_YEARS 3
#define DEFAULT_YEARS 5
#define DEFAULT_CUTOVERS 2
/* Money is said in steps of this many minor units. */
#define MONEY_STEP (1000 * BF_MINOR_PER_UNIT)
#define SCHEDULES 30

typedef struct
{
  LimitKind kind;
  guint row; /* of its record */
  gint64 amount;
  gboolean lifted;
} Limit;

typedef struct
{
  BfComputing *computing;
  const BfStepSet *set;
  GArray *limits; /* Limit, by kind */
} Relaxing;

#define LIMIT(self, i) (&g_array_index ((self)->limits, Limit, (i)))

/* --- What limits this plan. --- */

static void
add_limit (Relaxing *self, LimitKind kind, guint row, gint64 amount)
{
  Limit limit = { kind, row, amount, TRUE };

  g_array_append_val (self->limits, limit);
}

static void
add_decisions (Relaxing *self, LimitKind kind)
{
  const BfPlan *plan = self->computing->plan;

  for (guint i = 0; i < bf_plan_count (plan, BF_STEP); i++)
    {
      const BfStepDecision *row = BF_ROW (plan, STEP, BfStepDecision, i);
      gint64 value = kind == LIMIT_PIN        ? row->pinned_cutover
                     : kind == LIMIT_EARLIEST ? row->earliest
                                              : row->due;

      if (value != BF_BLANK && bf_step_set_find (self->set, row->row.key) >= 0)
        add_limit (self, kind, i, 0);
    }
}

static void
add_rows (Relaxing *self, LimitKind kind, BfRecordKind record)
{
  for (guint i = 0; i < bf_plan_count (self->computing->plan, record); i++)
    add_limit (self, kind, i, 0);
}

static void
add_claims_and_freezes (Relaxing *self)
{
  const BfPlan *plan = self->computing->plan;

  for (guint i = 0; i < bf_plan_count (plan, BF_CLAIM); i++)
    if (BF_ROW (plan, CLAIM, BfClaim, i)->state_4_due != BF_BLANK)
      add_limit (self, LIMIT_CLAIM, i, 0);
  for (guint i = 0; i < bf_plan_count (plan, BF_WINDOW); i++)
    if (BF_ROW (plan, WINDOW, BfWindow, i)->kind == BF_WINDOW_FREEZE)
      add_limit (self, LIMIT_FREEZE, i, 0);
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
list_limits (Relaxing *self)
{
  const BfPlan *plan = self->computing->plan;
  gboolean has_plant = bf_plan_plant (plan) != NULL;
  gint64 money = all_money (self->set);

  add_decisions (self, LIMIT_PIN);
  add_decisions (self, LIMIT_EARLIEST);
  add_decisions (self, LIMIT_DUE);
  add_rows (self, LIMIT_DEPENDENCY, BF_DEPENDENCY);
  add_claims_and_freezes (self);
  if (has_plant)
    add_limit (self, LIMIT_CUTOVERS, 0, MOST_CUTOVERS);
  add_rows (self, LIMIT_TEAM, BF_TEAM);
  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (BF_ROW (plan, BUDGET, BfBudget, i)->amount != BF_BLANK)
      add_limit (self, LIMIT_MONEY, i, money);
  add_limit (self, LIMIT_SHUTDOWN, 0, MOST_HOURS);
  if (has_plant)
    add_limit (self, LIMIT_HORIZON, 0, MOST_YEARS);
}

/* --- The plan without what is lifted. --- */

static const Limit *
find_lifted (const Relaxing *self, LimitKind kind, guint row)
{
  for (guint i = 0; i < self->limits->len; i++)
    if (LIMIT (self, i)->kind == kind && LIMIT (self, i)->row == row && LIMIT (self, i)->lifted)
      return LIMIT (self, i);
  return NULL;
}

static gboolean
falls_away (const Relaxing *self, BfRecordKind kind, guint row)
{
  const BfPlan *plan = self->computing->plan;
  int team;

  switch ((int) kind)
    {
    case BF_DEPENDENCY:
      return find_lifted (self, LIMIT_DEPENDENCY, row) != NULL;
    case BF_WINDOW:
      return find_lifted (self, LIMIT_FREEZE, row) != NULL;
    case BF_CAPACITY:
      /* A team without periods is unbounded. */
      team = bf_plan_index (plan, BF_TEAM, BF_ROW (plan, CAPACITY, BfCapacity, row)->team);
      return team >= 0 && find_lifted (self, LIMIT_TEAM, (guint) team) != NULL;
    default:
      return FALSE;
    }
}

static void
lift_plant (const Relaxing *self, BfPlant *plant)
{
  const Limit *years = find_lifted (self, LIMIT_HORIZON, 0);
  const Limit *cutovers = find_lifted (self, LIMIT_CUTOVERS, 0);

  if (years)
    plant->horizon_years =
        (plant->horizon_years == BF_BLANK ? DEFAULT_YEARS : plant->horizon_years) + years->amount;
  if (cutovers)
    plant->max_cutovers =
        (plant->max_cutovers == BF_BLANK ? DEFAULT_CUTOVERS : plant->max_cutovers) +
        cutovers->amount;
}

static void
lift_row (const Relaxing *self, BfRecordKind kind, guint index, gpointer row)
{
  BfStepDecision *decision = row;
  const Limit *money;

  switch ((int) kind)
    {
    case BF_STEP:
      if (find_lifted (self, LIMIT_PIN, index))
        decision->pinned_cutover = BF_BLANK;
      if (find_lifted (self, LIMIT_EARLIEST, index))
        decision->earliest = BF_BLANK;
      if (find_lifted (self, LIMIT_DUE, index))
        decision->due = BF_BLANK;
      break;
    case BF_CLAIM:
      if (find_lifted (self, LIMIT_CLAIM, index))
        ((BfClaim *) row)->state_4_due = BF_BLANK;
      break;
    case BF_BUDGET:
      money = find_lifted (self, LIMIT_MONEY, index);
      if (money)
        ((BfBudget *) row)->amount += money->amount;
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

static BfPlan *
relaxed_plan (const Relaxing *self)
{
  const BfPlan *plan = self->computing->plan;
  const Limit *shutdown = find_lifted (self, LIMIT_SHUTDOWN, 0);
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

/* --- Trials. --- */

/* The steps of @set proposed anew on another plan. */
static BfStepSet *
same_steps (const BfStepSet *set, const BfStepSet *candidates)
{
  g_autofree int *keep = g_new0 (int, set->steps->len + 1);
  g_autofree int *modes = g_new0 (int, set->steps->len + 1);
  guint n = 0;

  for (guint i = 0; i < set->steps->len; i++)
    {
      const BfStep *step = g_ptr_array_index (set->steps, i);

      keep[n] = bf_step_set_find (candidates, step->key);
      modes[n] = step->mode;
      n += keep[n] >= 0;
    }
  return bf_step_set_select (candidates, keep, modes, n);
}

static gboolean
works (const Relaxing *self)
{
  const BfComputing *computing = self->computing;
  g_autoptr (BfPlan) plan = relaxed_plan (self);
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, computing->catalogue);
  g_autoptr (BfStepSet) candidates = bf_steps_propose (plan, computing->catalogue, needs);
  g_autoptr (BfStepSet) chosen = same_steps (self->set, candidates);
  g_autoptr (BfNetwork) network = bf_network_build (chosen, NULL);
  g_autoptr (BfCalendar) calendar = bf_calendar_new (plan, computing->catalogue);
  g_autoptr (BfSchedule) schedule = NULL;
  BfScheduleOptions options = { .seed = computing->roadmap->options.seed,
                                .schedules = SCHEDULES,
                                .cancellable = computing->cancellable };

  if (network && !g_cancellable_is_cancelled (computing->cancellable))
    schedule = bf_schedule_compute (chosen, network, calendar, &options, NULL, NULL);
  return schedule != NULL;
}

static void
put_back_kinds (Relaxing *self)
{
  for (int kind = N_LIMITS - 1; kind >= 0; kind--)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < self->limits->len; i++)
        if ((int) LIMIT (self, i)->kind == kind)
          {
            LIMIT (self, i)->lifted = FALSE;
            any = TRUE;
          }
      if (!any || works (self))
        continue;
      for (guint i = 0; i < self->limits->len; i++)
        if ((int) LIMIT (self, i)->kind == kind)
          LIMIT (self, i)->lifted = TRUE;
    }
}

static void
put_back_each (Relaxing *self)
{
  for (guint i = self->limits->len; i-- > 0;)
    if (LIMIT (self, i)->lifted)
      {
        LIMIT (self, i)->lifted = FALSE;
        LIMIT (self, i)->lifted = !works (self);
      }
}

static void
lower_amount (Relaxing *self, Limit *limit)
{
  gint64 step = limit->kind == LIMIT_MONEY ? MONEY_STEP : 1;
  gint64 fails = 0, holds = limit->amount / step;

  while (holds - fails > 1)
    {
      gint64 middle = (fails + holds) / 2;

      limit->amount = middle * step;
      if (works (self))
        holds = middle;
      else
        fails = middle;
    }
  limit->amount = holds * step;
}

/* --- What is said. --- */

static const char *
key_of (const Relaxing *self, BfRecordKind kind, guint row)
{
  return ((const BfRow *) bf_plan_row (self->computing->plan, kind, row))->key;
}

static const char *
title_of (const Relaxing *self, guint row)
{
  const char *key = key_of (self, BF_STEP, row);
  const BfStep *step = self->set->steps->pdata[MAX (0, bf_step_set_find (self->set, key))];

  return step->title ? step->title : step->key;
}

static char *
money_phrase (const Relaxing *self, const Limit *limit)
{
  g_autofree char *money = bf_computing_money_text (self->computing, (double) limit->amount);

  /* Translators: an amount of money, then the key of a budget. */
  return g_strdup_printf (
      _ ("with %s more in budget %s"), money, key_of (self, BF_BUDGET, limit->row));
}

static char *
dependency_phrase (const Relaxing *self, const Limit *limit)
{
  const BfDependency *row = BF_ROW (self->computing->plan, DEPENDENCY, BfDependency, limit->row);

  /* Translators: two steps. */
  return g_strdup_printf (_ ("without the order %s before %s"), row->before, row->after);
}

static char *
window_phrase (const Relaxing *self, const Limit *limit)
{
  const BfWindow *row = BF_ROW (self->computing->plan, WINDOW, BfWindow, limit->row);

  /* Translators: the name of a freeze. */
  return g_strdup_printf (_ ("without the freeze %s"), row->name ? row->name : row->row.key);
}

static char *
phrase (const Relaxing *self, const Limit *limit)
{
  int amount = (int) limit->amount;

  switch (limit->kind)
    {
    case LIMIT_PIN:
      return g_strdup_printf (_ ("without the pinned cutover of “%s”"),
                              title_of (self, limit->row));
    case LIMIT_EARLIEST:
      return g_strdup_printf (_ ("without the earliest date of “%s”"), title_of (self, limit->row));
    case LIMIT_DUE:
      return g_strdup_printf (_ ("without the due date of “%s”"), title_of (self, limit->row));
    case LIMIT_DEPENDENCY:
      return dependency_phrase (self, limit);
    case LIMIT_CLAIM:
      return g_strdup_printf (_ ("without relying on claim %s"),
                              key_of (self, BF_CLAIM, limit->row));
    case LIMIT_FREEZE:
      return window_phrase (self, limit);
    case LIMIT_CUTOVERS:
      return g_strdup_printf (ngettext ("with %d more cutover in each window",
                                        "with %d more cutovers in each window",
                                        (gulong) amount),
                              amount);
    case LIMIT_TEAM:
      return g_strdup_printf (_ ("with more people in %s"), key_of (self, BF_TEAM, limit->row));
    case LIMIT_MONEY:
      return money_phrase (self, limit);
    case LIMIT_SHUTDOWN:
      return g_strdup_printf (ngettext ("with a shutdown of the whole site of %d hour each August",
                                        "with a shutdown of the whole site of %d hours each August",
                                        (gulong) amount),
                              amount);
    case LIMIT_HORIZON:
    case N_LIMITS:
    default:
      return g_strdup_printf (ngettext ("with a horizon that ends %d year later",
                                        "with a horizon that ends %d years later",
                                        (gulong) amount),
                              amount);
    }
}

static char *
sentence (const Relaxing *self)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;
  guint n;

  for (guint i = 0; i < self->limits->len; i++)
    if (LIMIT (self, i)->lifted)
      g_ptr_array_add (phrases, phrase (self, LIMIT (self, i)));
  n = phrases->len;
  g_ptr_array_add (phrases, NULL);
  /* Translators: between the parts of an enumeration. */
  all = g_strjoinv (_ ("; "), (char **) phrases->pdata);
  /* Translators: what would have to change, as a list. */
  return n == 1 ? g_strdup_printf (_ ("It works %s."), all)
                : g_strdup_printf (
                      _ ("It works with all of these changes, and with none of them left out: %s."),
                      all);
}

void
bf_roadmap_relax (BfComputing *computing, const BfStepSet *set)
{
  g_autoptr (GArray) limits = g_array_new (FALSE, FALSE, sizeof (Limit));
  Relaxing self = { computing, set, limits };

  list_limits (&self);
  if (!works (&self))
    {
      g_ptr_array_add (
          computing->problems,
          g_strdup (
              _ ("It stays so even without pins, dates, freezes and limits of teams and money, "
                 "with two weeks of shutdown each August and three more years.")));
      return;
    }
  put_back_kinds (&self);
  put_back_each (&self);
  for (guint i = limits->len; i-- > 0;)
    if (LIMIT (&self, i)->lifted && LIMIT (&self, i)->amount > 0)
      lower_amount (&self, LIMIT (&self, i));
  if (!g_cancellable_is_cancelled (computing->cancellable))
    g_ptr_array_add (computing->problems, sentence (&self));
}
