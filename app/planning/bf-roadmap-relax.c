/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The smallest change that makes a plan feasible: a set of limits, each of which has to give way
 * and none of which does it alone.
 *
 * All limits are lifted first. Then as many as possible are put back, the most costly to change
 * first: first each kind as a whole, then one by one (the deletion filter of Chinneck and
 * Dravnieks 1991, here for what must go instead of what must stay). What has an amount (money,
 * hours, years, cutovers) is lifted by the least amount that works, found by halving. Each trial
 * plans the same steps anew, so the answer holds as far as the scheduler finds roadmaps. */

#include "bf-limits.h"
#include "bf-roadmap-compute.h"

#include <glib/gi18n-lib.h>

#define SCHEDULES 30

typedef struct
{
  BfComputing *computing;
  BfLimits *limits;
} Relaxing;

/* --- Trials. --- */

static gboolean
works (const Relaxing *self)
{
  const BfComputing *computing = self->computing;
  g_autoptr (BfPlan) plan = bf_limits_lift (self->limits);
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, computing->catalogue);
  g_autoptr (BfStepSet) chosen = bf_limits_same_steps (self->limits, plan, needs);
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
  for (int kind = BF_N_LIMITS - 1; kind >= 0; kind--)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < self->limits->limits->len; i++)
        if ((int) BF_LIMIT (self->limits, i)->kind == kind)
          {
            BF_LIMIT (self->limits, i)->lifted = FALSE;
            any = TRUE;
          }
      if (!any || works (self))
        continue;
      for (guint i = 0; i < self->limits->limits->len; i++)
        if ((int) BF_LIMIT (self->limits, i)->kind == kind)
          BF_LIMIT (self->limits, i)->lifted = TRUE;
    }
}

static void
put_back_each (Relaxing *self)
{
  for (guint i = self->limits->limits->len; i-- > 0;)
    if (BF_LIMIT (self->limits, i)->lifted)
      {
        BF_LIMIT (self->limits, i)->lifted = FALSE;
        BF_LIMIT (self->limits, i)->lifted = !works (self);
      }
}

static void
lower_amount (Relaxing *self, BfLimit *limit)
{
  gint64 step = bf_limit_unit (limit->kind);
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

static char *
sentence (const Relaxing *self)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;
  guint n;

  for (guint i = 0; i < self->limits->limits->len; i++)
    if (BF_LIMIT (self->limits, i)->lifted)
      g_ptr_array_add (phrases, bf_limits_phrase (self->limits, i));
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

char *
bf_roadmap_relief (BfComputing *computing, const BfStepSet *set)
{
  g_autoptr (BfLimits) limits = bf_limits_new (set);
  Relaxing self = { computing, limits };

  for (guint i = 0; i < limits->limits->len; i++)
    BF_LIMIT (limits, i)->lifted = TRUE;
  if (!works (&self))
    return NULL;
  put_back_kinds (&self);
  put_back_each (&self);
  for (guint i = limits->limits->len; i-- > 0;)
    if (BF_LIMIT (limits, i)->lifted && BF_LIMIT (limits, i)->amount > 0)
      lower_amount (&self, BF_LIMIT (limits, i));
  return g_cancellable_is_cancelled (computing->cancellable) ? NULL : sentence (&self);
}

/* Lifts the @nth row of each kind by what that kind lacks; FALSE where a kind has no such row. */
static gboolean
lift_nth (BfLimits *limits, const gint64 *lack, guint nth)
{
  guint seen[BF_N_BUDGETS] = { 0 };
  gboolean found[BF_N_BUDGETS] = { 0 };

  for (guint i = 0; i < limits->limits->len; i++)
    {
      BfLimit *limit = BF_LIMIT (limits, i);
      int kind = limit->kind == BF_LIMIT_MONEY
                     ? BF_ROW (limits->set->plan, BUDGET, BfBudget, limit->row)->kind
                     : -1;
      gint64 unit = bf_limit_unit (limit->kind);

      limit->lifted = kind >= 0 && lack[kind] > 0 && seen[kind]++ == nth;
      if (limit->lifted)
        {
          limit->amount = (lack[kind] + unit - 1) / unit * unit;
          found[kind] = TRUE;
        }
    }
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    if (lack[kind] > 0 && !found[kind])
      return FALSE;
  return TRUE;
}

char *
bf_roadmap_money_relief (BfComputing *computing, const BfStepSet *set, const gint64 *lack)
{
  g_autoptr (BfLimits) limits = bf_limits_new (set);
  Relaxing self = { computing, limits };

  for (guint nth = 0; lift_nth (limits, lack, nth); nth++)
    if (works (&self))
      return g_cancellable_is_cancelled (computing->cancellable) ? NULL : sentence (&self);
  return NULL;
}

gboolean
bf_roadmap_has_room (BfComputing *computing, const BfStepSet *set)
{
  g_autoptr (BfLimits) limits = bf_limits_new (set);
  Relaxing self = { computing, limits };

  return works (&self);
}

void
bf_roadmap_relax (BfComputing *computing, const BfStepSet *set)
{
  g_autofree char *relief = bf_roadmap_relief (computing, set);

  if (!relief)
    relief =
        g_strdup (_ ("It stays so even without pins, dates, freezes and limits of teams and money, "
                     "with two weeks of shutdown each August and three more years."));
  if (!g_cancellable_is_cancelled (computing->cancellable))
    g_ptr_array_add (computing->problems, g_steal_pointer (&relief));
}
