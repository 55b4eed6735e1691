/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The smallest change that makes a plan feasible: the same steps are tried without pins, with more
 * money, a later end, more cutovers in a window, a shutdown each summer; the first that works is
 * said. */

#include "bf-roadmap-compute.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  RELAX_MONEY,    /* amount: per cent more in each budget */
  RELAX_HORIZON,  /* years more */
  RELAX_CUTOVERS, /* more a window */
  RELAX_SHUTDOWN, /* hours from 1 August each year, the whole site */
  RELAX_PINS,
  RELAX_DUE,
} RelaxKind;

typedef struct
{
  RelaxKind kind;
  int amount;
} Relaxation;

/* From the least. */
static const Relaxation relaxations[] = {
  { RELAX_PINS, 0 },       { RELAX_DUE, 0 },       { RELAX_MONEY, 5 },   { RELAX_MONEY, 10 },
  { RELAX_CUTOVERS, 1 },   { RELAX_SHUTDOWN, 48 }, { RELAX_MONEY, 25 },  { RELAX_HORIZON, 1 },
  { RELAX_SHUTDOWN, 168 }, { RELAX_MONEY, 50 },    { RELAX_HORIZON, 2 }, { RELAX_MONEY, 100 },
  { RELAX_SHUTDOWN, 336 }, { RELAX_MONEY, 200 },   { RELAX_MONEY, 400 },
};

static void
relax_row (BfPlan *plan, BfRecordKind kind, gconstpointer from, const Relaxation *relaxation)
{
  gpointer row = bf_plan_add_copy (plan, kind, from);

  if (kind == BF_BUDGET && relaxation->kind == RELAX_MONEY)
    {
      BfBudget *budget = row;

      if (budget->amount != BF_BLANK)
        budget->amount += budget->amount / 100 * relaxation->amount;
    }
  else if (kind == BF_PLANT && relaxation->kind == RELAX_HORIZON)
    {
      BfPlant *plant = row;

      plant->horizon_years =
          (plant->horizon_years == BF_BLANK ? 5 : plant->horizon_years) + relaxation->amount;
    }
  else if (kind == BF_PLANT && relaxation->kind == RELAX_CUTOVERS)
    {
      BfPlant *plant = row;

      plant->max_cutovers =
          (plant->max_cutovers == BF_BLANK ? 2 : plant->max_cutovers) + relaxation->amount;
    }
  else if (kind == BF_STEP && relaxation->kind == RELAX_PINS)
    ((BfStepDecision *) row)->pinned_cutover = ((BfStepDecision *) row)->earliest = BF_BLANK;
  else if (kind == BF_STEP && relaxation->kind == RELAX_DUE)
    ((BfStepDecision *) row)->due = BF_BLANK;
}

static void
add_shutdowns (BfPlan *relaxed, const BfPlan *plan, int hours)
{
  int first, last;

  bf_day_to_civil (bf_plan_start (plan), &first, NULL, NULL);
  bf_day_to_civil (bf_plan_horizon_end (plan), &last, NULL, NULL);
  for (int year = first; year <= last; year++)
    {
      BfWindow *window = bf_plan_add (relaxed, BF_WINDOW);
      g_autofree char *key = g_strdup_printf ("*%d", year); /* before all keys of people */

      window->row.key = g_string_chunk_insert (bf_plan_strings (relaxed), key);
      window->kind = BF_WINDOW_SHUTDOWN;
      window->start = bf_day_minute (bf_day_from_civil (year, 8, 1));
      window->end = window->start + (gint64) hours * 60;
    }
}

static BfPlan *
relaxed_plan (const BfPlan *plan, const Relaxation *relaxation)
{
  BfPlan *relaxed = bf_plan_new ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < bf_plan_count (plan, (BfRecordKind) kind); i++)
      relax_row (
          relaxed, (BfRecordKind) kind, bf_plan_row (plan, (BfRecordKind) kind, i), relaxation);
  if (relaxation->kind == RELAX_SHUTDOWN)
    add_shutdowns (relaxed, plan, relaxation->amount);
  bf_plan_seal (relaxed);
  return relaxed;
}

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
works (const BfComputing *computing, const BfStepSet *set, const Relaxation *relaxation)
{
  g_autoptr (BfPlan) plan = relaxed_plan (computing->plan, relaxation);
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, computing->catalogue);
  g_autoptr (BfStepSet) candidates = bf_steps_propose (plan, computing->catalogue, needs);
  g_autoptr (BfStepSet) chosen = same_steps (set, candidates);
  g_autoptr (BfNetwork) network = bf_network_build (chosen, NULL);
  g_autoptr (BfCalendar) calendar = bf_calendar_new (plan, computing->catalogue);
  g_autoptr (BfSchedule) schedule = NULL;
  BfScheduleOptions options = { .seed = computing->roadmap->options.seed,
                                .schedules = 8,
                                .cancellable = computing->cancellable };

  if (network)
    schedule = bf_schedule_compute (chosen, network, calendar, &options, NULL, NULL);
  return schedule != NULL;
}

static char *
sentence_of (const Relaxation *relaxation)
{
  switch (relaxation->kind)
    {
    case RELAX_MONEY:
      /* Translators: a number of per cent. */
      return g_strdup_printf (_ ("It works with %d %% more in each budget period."),
                              relaxation->amount);
    case RELAX_HORIZON:
      return g_strdup_printf (ngettext ("It works with a horizon that ends %d year later.",
                                        "It works with a horizon that ends %d years later.",
                                        (gulong) relaxation->amount),
                              relaxation->amount);
    case RELAX_CUTOVERS:
      return g_strdup_printf (ngettext ("It works with %d more cutover in each window.",
                                        "It works with %d more cutovers in each window.",
                                        (gulong) relaxation->amount),
                              relaxation->amount);
    case RELAX_SHUTDOWN:
      /* Translators: a number of hours. */
      return g_strdup_printf (
          _ ("It works with a shutdown of the whole site of %d hours in each August."),
          relaxation->amount);
    case RELAX_PINS:
      return g_strdup (_ ("It works without the pinned cutovers and earliest dates."));
    case RELAX_DUE:
    default:
      return g_strdup (_ ("It works without the due dates that were set by hand."));
    }
}

void
bf_roadmap_relax (BfComputing *computing, const BfStepSet *set)
{
  for (guint i = 0; i < G_N_ELEMENTS (relaxations); i++)
    {
      if (g_cancellable_is_cancelled (computing->cancellable))
        return;
      if (works (computing, set, &relaxations[i]))
        {
          g_ptr_array_add (computing->problems, sentence_of (&relaxations[i]));
          return;
        }
    }
  g_ptr_array_add (
      computing->problems,
      g_strdup (_ (
          "Neither five times the money alone, nor two more years, nor two weeks of shutdown in each August make it feasible.")));
}
