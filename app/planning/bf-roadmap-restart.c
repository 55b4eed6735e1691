/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Among schedules that cost about the same, the one that is least likely to fail.
 *
 * The search is begun anew from other seeds, with an eye on the last release, and hands back what
 * it met on its way. All of these schedules are simulated with a few draws. Two schedules whose
 * objective differs by less than anybody can know may differ by half in how many draws end after
 * the horizon, and no deterministic measure tells them apart. */

#include "bf-roadmap-compute.h"

#include <string.h>

#define RESTARTS 2
/* Of the passes that one search alone would make. */
#define PASSES_SHARE 0.7
#define OTHERS 4
#define WIDE_PLAN 4000 /* activities, from which room is not spent on other schedules */
#define DRAWS 256
#define NEXT_SEED 0x9e3779b97f4a7c15u
/* A hundredth more of the draws that end in time is worth so many days of their mean. */
#define DAYS_A_HUNDREDTH 4.0

/* So are an advised order that is kept. */
#define ORDER_DAYS 2.0

typedef struct
{
  BfSchedule *schedule; /* owned */
  int late;             /* days, of all steps */
  double slip;          /* see likely_finish */
} Candidate;

typedef struct
{
  const BfComputing *computing;
  guint64 seed;
  guint schedules;
  double haste;
  GArray *found; /* Candidate */
} Restart;

/* --- What becomes of a schedule. --- */

BfRisk *
bf_roadmap_glance (const BfComputing *computing, const BfSchedule *schedule, guint draws)
{
  BfRiskOptions options = { .seed = computing->roadmap->options.seed,
                            .draws = draws ? draws : DRAWS,
                            .threads = draws ? 0 : 1,
                            .tail = computing->roadmap->options.tail,
                            .cancellable = computing->cancellable };

  return bf_risk_simulate (
      computing->set, computing->network, computing->roadmap->calendar, schedule, &options, NULL);
}

/* Days since 1970 that the finish is taken to have: the mean of the draws, and more for those that
 * end past the horizon. */
static double
likely_finish (const BfRisk *risk)
{
  double sum = 0;

  for (guint i = 0; i < risk->n_draws; i++)
    sum += (double) risk->finish_draws[i];
  return sum / MAX (1, risk->n_draws) + 100 * DAYS_A_HUNDREDTH * risk->beyond_horizon;
}

static int
total_late (const BfSchedule *schedule, guint n_steps)
{
  int sum = 0;

  for (guint i = 0; i < n_steps; i++)
    sum += schedule->late_days[i];
  return sum;
}

static gboolean
is_known (const GArray *found, const BfSchedule *schedule, guint n_steps)
{
  gsize size = n_steps * sizeof *schedule->release;

  for (guint i = 0; i < found->len; i++)
    {
      const BfSchedule *other = g_array_index (found, Candidate, i).schedule;

      if (memcmp (other->release, schedule->release, size) == 0 &&
          memcmp (other->start, schedule->start, size) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Takes the schedule. */
static void
consider (const BfComputing *computing, GArray *found, BfSchedule *schedule)
{
  guint n_steps = computing->set->steps->len;
  Candidate candidate = { schedule, total_late (schedule, n_steps), G_MAXDOUBLE };
  g_autoptr (BfRisk) risk = NULL;

  if (is_known (found, schedule, n_steps))
    {
      bf_schedule_free (schedule);
      return;
    }
  risk = bf_roadmap_glance (computing, schedule, 0);
  if (risk)
    candidate.slip = likely_finish (risk) + ORDER_DAYS * schedule->given_up->len;
  g_array_append_val (found, candidate);
}

static gpointer
seek (gpointer data)
{
  Restart *self = data;
  const BfComputing *computing = self->computing;
  BfScheduleOptions options = {
    .objective = computing->roadmap->options.objective,
    .seed = self->seed,
    .schedules = self->schedules,
    .loose = computing->loosening.loose,
    .haste = self->haste,
    .others = computing->network->activities->len > WIDE_PLAN ? 0 : OTHERS,
    .cancellable = computing->cancellable,
  };
  BfSchedule *schedule = bf_schedule_compute (
      computing->set, computing->network, computing->roadmap->calendar, &options, NULL, NULL);
  GPtrArray *others;

  if (!schedule)
    return NULL;
  others = g_steal_pointer (&schedule->others);
  consider (computing, self->found, schedule);
  while (others->len)
    consider (computing, self->found, g_ptr_array_steal_index (others, 0));
  g_ptr_array_unref (others);
  return NULL;
}

/* --- The choice. --- */

static gboolean
is_about_as_good (const BfComputing *computing, const Candidate *one, const Candidate *best)
{
  double more = one->schedule->cost - best->schedule->cost;

  if (one->late > best->late)
    return FALSE;
  if (computing->roadmap->options.objective == BF_OBJECTIVE_FINISH)
    return more <= BF_SCHEDULE_SAME_DAYS;
  return more <= BF_SCHEDULE_SAME_SHARE * ABS (best->schedule->cost);
}

static gboolean
is_better (const Candidate *one, const Candidate *best)
{
  return one->late < best->late ||
         (one->late == best->late && one->schedule->cost < best->schedule->cost);
}

/* The chosen one is no candidate any more. NULL: there was none. */
static BfSchedule *
choose (const BfComputing *computing, GArray *found)
{
  Candidate *all = (Candidate *) (gpointer) found->data;
  const Candidate *best = all;
  Candidate *safest;

  if (!found->len)
    return NULL;
  for (guint i = 1; i < found->len; i++)
    if (is_better (&all[i], best))
      best = &all[i];
  safest = &all[best - all];
  for (guint i = 0; i < found->len; i++)
    if (is_about_as_good (computing, &all[i], best) && all[i].slip < safest->slip)
      safest = &all[i];
  return g_steal_pointer (&safest->schedule);
}

static void
clear_candidate (gpointer data)
{
  g_clear_pointer (&((Candidate *) data)->schedule, bf_schedule_free);
}

static guint
passes (const BfComputing *computing)
{
  guint given = computing->roadmap->options.schedules;
  guint usual =
      bf_schedule_usual_passes (computing->network, computing->roadmap->options.objective);

  return given ? given : MAX (1, (guint) (PASSES_SHARE * usual));
}

void
bf_roadmap_restart (BfComputing *computing, guint round)
{
  static const double haste[RESTARTS] = { 0.2, 0.5 };
  Restart all[RESTARTS];
  GThread *threads[RESTARTS];
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (found, clear_candidate);
  for (guint i = 0; i < RESTARTS; i++)
    {
      all[i] = (Restart){
        .computing = computing,
        .seed = computing->roadmap->options.seed + (round * RESTARTS + i) * NEXT_SEED,
        .schedules = passes (computing),
        .haste = haste[i],
        .found = g_array_new (FALSE, FALSE, sizeof (Candidate)),
      };
      threads[i] = g_thread_new ("restart", seek, &all[i]);
    }
  if (computing->schedule)
    consider (computing, found, g_steal_pointer (&computing->schedule));
  for (guint i = 0; i < RESTARTS; i++)
    {
      g_thread_join (threads[i]);
      g_array_append_vals (found, all[i].found->data, all[i].found->len);
      g_array_unref (all[i].found);
    }
  computing->schedule = choose (computing, found);
}
