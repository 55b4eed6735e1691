/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that a gate would keep from the horizon move to earlier phases.
 *
 * First all that wait for a gate and for nothing else of what it waits for, and what they require,
 * stand as low as they can, save those that the user put into a phase. Can that be placed, then
 * they go back one by one, the required ones first, then by key, as long as it can be placed still
 * (the deletion filter of bf-roadmap-relax.c): what is left is moved because a gate breaks the
 * horizon, and nothing else is. By how much, says the shortest roadmap of the same steps with that
 * step back in its phase, on a plan with three more years and without budgets. */

#include "bf-limits.h"
#include "bf-phases.h"
#include "bf-roadmap-compute.h"
#include "bf-step-private.h"

#include <glib/gi18n-lib.h>

#define SCHEDULES 60
#define MORE_YEARS 3
#define DEFAULT_YEARS 5

typedef struct
{
  const BfComputing *computing;
  BfStepSet *set;
  gboolean *held; /* a step: by a gate, and by nothing else of what that waits for */
  int *phases;    /* as in bf_step_set_lower */
} Lowering;

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

/* --- Trials. --- */

static BfSchedule *
try (const BfComputing *computing,
     const BfStepSet *set,
     const BfNetwork *network,
     const BfCalendar *calendar,
     BfObjective objective,
     guint schedules)
{
  BfScheduleOptions options = {
    .objective = objective,
    .seed = computing->roadmap->options.seed,
    .schedules = schedules,
    .cancellable = computing->cancellable,
  };

  if (g_cancellable_is_cancelled (computing->cancellable))
    return NULL;
  return bf_schedule_compute (set, network, calendar, &options, NULL, NULL);
}

static gboolean
works (const Lowering *self, guint schedules)
{
  const BfRoadmap *roadmap = self->computing->roadmap;
  g_autoptr (BfNetwork) network = NULL;
  g_autoptr (BfSchedule) schedule = NULL;

  bf_step_set_lower (self->set, self->phases);
  network = bf_network_build (self->set, NULL);
  if (network)
    schedule = try (self->computing,
                    self->set,
                    network,
                    roadmap->calendar,
                    roadmap->options.objective,
                    schedules);
  return schedule != NULL;
}

/* To the last phase that works: where it usually stands, or as near to it as can be. */
static void
move_up (const Lowering *self, guint index)
{
  int lowest = self->phases[index];

  self->phases[index] = -1;
  if (works (self, SCHEDULES))
    return;
  for (int phase = step_at (self->set, index)->usual_phase - 1; phase > lowest; phase--)
    {
      self->phases[index] = phase;
      if (works (self, SCHEDULES))
        return;
    }
  self->phases[index] = lowest;
}

static void
put_back (const Lowering *self, gboolean held)
{
  for (guint i = 0; i < self->set->steps->len; i++)
    if (self->phases[i] >= 0 && !self->held[i] == !held)
      move_up (self, i);
  bf_step_set_lower (self->set, self->phases);
}

/* --- Who may move. --- */

/* Flags the step and all that it requires. */
static void
flag_required (const BfStepSet *set, guint index, gboolean *flags)
{
  const BfStep *step = step_at (set, index);
  const GArray *const lists[] = { step->hard, step->any_of, step->served };

  if (flags[index])
    return;
  flags[index] = TRUE;
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      flag_required (set, (guint) g_array_index (lists[l], int, i), flags);
}

static int
step_of (const BfNetwork *network, int activity)
{
  return g_array_index (network->activities, BfActivity, activity).step;
}

/* A gate that makes the step wait for what it does not require. */
static gboolean
is_held (const BfStepSet *set, const BfNetwork *network, const BfEdge *edge, guint index)
{
  g_autofree gboolean *required = g_new0 (gboolean, set->steps->len + 1);

  if (edge->gate < 0 || step_of (network, edge->after) != (int) index)
    return FALSE;
  flag_required (set, index, required);
  return !required[step_of (network, edge->before)];
}

static gboolean
flag_held (const Lowering *self)
{
  g_autoptr (BfNetwork) network = bf_network_build (self->set, NULL);
  g_autofree gboolean *moves = g_new0 (gboolean, self->set->steps->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; network && i < network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (network->edges, BfEdge, i);
      guint step = (guint) step_of (network, edge->after);

      if (self->held[step] || !is_held (self->set, network, edge, step))
        continue;
      self->held[step] = any = TRUE;
      flag_required (self->set, step, moves);
    }
  for (guint i = 0; i < self->set->steps->len; i++)
    self->phases[i] = moves[i] ? 0 : -1;
  return any;
}

/* --- What is said. --- */

/* The gate that holds a step, were it back in its phase. */
typedef struct
{
  int gate;           /* a phase; -1: none holds it */
  const char *holder; /* title of the step that the gate waits for longest; lives with the set */
  gint64 until;
  int days_beyond; /* the horizon; 0: no place behind the gate was found at all */
} Break;

static gboolean
reaches_far (const BfPlan *plan, const BfCapacity *row)
{
  return row->to_day != BF_BLANK && row->to_day >= bf_plan_horizon_end (plan);
}

/* The plan with years to spare, in which teams stay as they are at its end and money is no
 * question. */
static BfPlan *
longer_plan (const BfPlan *plan)
{
  BfPlan *longer = bf_plan_new ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; kind != BF_BUDGET && i < bf_plan_count (plan, (BfRecordKind) kind); i++)
      {
        gconstpointer row = bf_plan_row (plan, (BfRecordKind) kind, i);
        gpointer copy = bf_plan_add_copy (longer, (BfRecordKind) kind, row);

        if (kind == BF_CAPACITY && reaches_far (plan, row))
          ((BfCapacity *) copy)->to_day = BF_BLANK;
        if (kind == BF_PLANT && i == 0)
          ((BfPlant *) copy)->horizon_years =
              MORE_YEARS + (((const BfPlant *) row)->horizon_years == BF_BLANK
                                ? DEFAULT_YEARS
                                : ((const BfPlant *) row)->horizon_years);
      }
  bf_plan_seal (longer);
  return longer;
}

static void
find_gate (const BfStepSet *set,
           const BfNetwork *network,
           const BfSchedule *schedule,
           guint step,
           Break *found)
{
  for (guint i = 0; i < network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (network->edges, BfEdge, i);
      gint64 until = schedule->placings[edge->before].finish;

      if ((found->gate >= 0 && until <= found->until) || !is_held (set, network, edge, step))
        continue;
      found->gate = edge->gate;
      found->until = until;
      found->holder = step_at (set, (guint) step_of (network, edge->before))->title;
    }
}

/* The schedule of @as, where the step stands lower, on the network in which it stands as usual:
 * another phase changes edges and no activity. */
static void
find_break (const Lowering *self,
            BfStepSet *set,
            const BfCalendar *calendar,
            guint step,
            const BfSchedule *as,
            Break *found)
{
  g_autofree int *phases = g_memdup2 (self->phases, set->steps->len * sizeof (int));
  g_autoptr (BfNetwork) network = NULL;
  g_autoptr (BfSchedule) schedule = NULL;
  gint64 end = bf_plan_horizon_end (self->computing->plan);

  phases[step] = -1;
  bf_step_set_lower (set, phases);
  network = bf_network_build (set, NULL);
  if (network && !as)
    schedule = try (self->computing, set, network, calendar, BF_OBJECTIVE_FINISH, SCHEDULES);
  if (network && (as || schedule))
    find_gate (set, network, as ? as : schedule, step, found);
  for (guint i = 0; schedule && i < set->steps->len; i++)
    found->days_beyond = MAX (found->days_beyond, (int) (schedule->release[i] - end));
  bf_step_set_lower (set, self->phases);
}

static char *
sentence (const BfPlan *plan, const BfStep *step, const Break *found)
{
  g_autofree char *until = found->gate < 0 ? NULL : bf_day_text (found->until);
  int now = bf_phases_number (plan, (guint) step->phase);
  int usual = bf_phases_number (plan, (guint) step->usual_phase);

  if (found->gate < 0)
    /* Translators: numbers of two phases. */
    return g_strdup_printf (_ ("It stands in phase %d instead of phase %d, with a step that "
                               "requires it: a gate would break the horizon."),
                            now,
                            usual);
  if (found->days_beyond <= 0)
    /* Translators: numbers of two phases, number of a gate, a step, a day. */
    return g_strdup_printf (_ ("It stands in phase %d instead of phase %d: gate %d waits for “%s” "
                               "until %s, and behind it no place inside the horizon is left."),
                            now,
                            usual,
                            bf_phases_number (plan, (guint) found->gate),
                            found->holder,
                            until);
  /* Translators: numbers of two phases, number of a gate, a step, a day, a number of days. */
  return g_strdup_printf (ngettext ("It stands in phase %d instead of phase %d: gate %d waits for "
                                    "“%s” until %s, and behind it the roadmap would end %d day "
                                    "after the horizon.",
                                    "It stands in phase %d instead of phase %d: gate %d waits for "
                                    "“%s” until %s, and behind it the roadmap would end %d days "
                                    "after the horizon.",
                                    (gulong) found->days_beyond),
                          now,
                          usual,
                          bf_phases_number (plan, (guint) found->gate),
                          found->holder,
                          until,
                          found->days_beyond);
}

/* Has two ways to know: three more years, and, where they hold no place either, what the gate waits
 * for with the step where it stands now. */
static void
explain (const Lowering *self)
{
  const BfComputing *computing = self->computing;
  const BfCalendar *calendar = computing->roadmap->calendar;
  g_autoptr (BfPlan) plan = longer_plan (computing->plan);
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, computing->catalogue);
  g_autoptr (BfCalendar) longer = bf_calendar_new (plan, computing->catalogue);
  g_autoptr (BfLimits) limits = bf_limits_new (self->set);
  g_autoptr (BfStepSet) same = bf_limits_same_steps (limits, plan, needs);
  g_autoptr (BfNetwork) network = bf_network_build (self->set, NULL);
  g_autoptr (BfSchedule) now = try (
      computing, self->set, network, calendar, computing->roadmap->options.objective, SCHEDULES);

  for (guint i = 0; i < self->set->steps->len; i++)
    {
      BfStep *step = step_at (self->set, i);
      Break found = { .gate = -1 };

      if (!bf_step_is_lowered (step))
        continue;
      if (same->steps->len == self->set->steps->len)
        find_break (self, same, longer, i, NULL, &found);
      if (found.gate < 0 && now)
        find_break (self, self->set, calendar, i, now, &found);
      bf_step_lowered_because (self->set, step, sentence (computing->plan, step, &found));
    }
}

/* --- Whole. --- */

gboolean
bf_roadmap_lower_phases (const BfComputing *computing, BfStepSet *set)
{
  guint n = set->steps->len;
  g_autofree gboolean *held = g_new0 (gboolean, n + 1);
  g_autofree int *phases = g_new (int, n + 1);
  Lowering self = { computing, set, held, phases };
  gboolean possible = flag_held (&self) && works (&self, computing->roadmap->options.schedules);

  for (guint i = 0; i < n; i++)
    phases[i] = possible && bf_step_is_lowered (step_at (set, i)) ? step_at (set, i)->phase : -1;
  if (possible)
    {
      put_back (&self, FALSE);
      put_back (&self, TRUE);
      explain (&self);
    }
  else
    bf_step_set_lower (set, phases);
  return possible;
}
