/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Among schedules that cost about the same, the one that is least likely to fail.
 *
 * The search is begun anew from other seeds, and each schedule is simulated with a few draws. Two
 * schedules whose objective differs by less than anybody can know may differ by half in how many
 * draws end after the horizon, and no deterministic measure tells them apart. */

#include "bf-roadmap-compute.h"

#define RESTARTS 2
#define DRAWS 400
/* What counts as about the same: a share of the objective, or days where it is a date. */
#define SAME_SHARE 0.03
#define SAME_DAYS 14
#define NEXT_SEED 0x9e3779b97f4a7c15u

typedef struct
{
  const BfComputing *computing;
  guint64 seed;
  BfSchedule *schedule;
  double beyond; /* share of draws */
} Candidate;

static void
simulate (Candidate *self)
{
  const BfComputing *computing = self->computing;
  BfRiskOptions options = { .seed = computing->roadmap->options.seed,
                            .draws = DRAWS,
                            .threads = 1,
                            .tail = computing->roadmap->options.tail,
                            .cancellable = computing->cancellable };
  g_autoptr (BfRisk) risk = bf_risk_simulate (computing->set,
                                              computing->network,
                                              computing->roadmap->calendar,
                                              self->schedule,
                                              &options,
                                              NULL);

  self->beyond = risk ? risk->beyond_horizon : 1;
}

static gpointer
seek (gpointer data)
{
  Candidate *self = data;
  const BfComputing *computing = self->computing;
  BfScheduleOptions options = {
    .objective = computing->roadmap->options.objective,
    .seed = self->seed,
    .schedules = computing->roadmap->options.schedules,
    .cancellable = computing->cancellable,
  };

  if (!self->schedule)
    self->schedule = bf_schedule_compute (
        computing->set, computing->network, computing->roadmap->calendar, &options, NULL, NULL);
  if (self->schedule)
    simulate (self);
  return NULL;
}

static int
total_late (const Candidate *self, guint n_steps)
{
  int sum = 0;

  for (guint i = 0; i < n_steps; i++)
    sum += self->schedule->late_days[i];
  return sum;
}

static gboolean
is_about_as_good (const BfComputing *computing, const Candidate *one, const Candidate *best)
{
  double more = one->schedule->cost - best->schedule->cost;

  if (computing->roadmap->options.objective == BF_OBJECTIVE_FINISH)
    return more <= SAME_DAYS;
  return more <= SAME_SHARE * ABS (best->schedule->cost);
}

static Candidate *
choose (const BfComputing *computing, Candidate *all, guint n)
{
  guint n_steps = computing->set->steps->len;
  Candidate *best = &all[0], *safest;

  for (guint i = 1; i < n; i++)
    {
      int late = all[i].schedule ? total_late (&all[i], n_steps) : G_MAXINT;
      int least = total_late (best, n_steps);

      if (late < least || (late == least && all[i].schedule->cost < best->schedule->cost))
        best = &all[i];
    }
  safest = best;
  for (guint i = 0; i < n; i++)
    if (all[i].schedule && total_late (&all[i], n_steps) == total_late (best, n_steps) &&
        is_about_as_good (computing, &all[i], best) && all[i].beyond < safest->beyond)
      safest = &all[i];
  return safest;
}

void
bf_roadmap_restart (BfComputing *computing)
{
  Candidate all[RESTARTS + 1];
  GThread *threads[RESTARTS + 1];
  Candidate *chosen;

  for (guint i = 0; i <= RESTARTS; i++)
    {
      all[i] = (Candidate){ computing, computing->roadmap->options.seed + i * NEXT_SEED };
      if (i == 0)
        all[i].schedule = computing->schedule;
      threads[i] = g_thread_new ("restart", seek, &all[i]);
    }
  for (guint i = 0; i <= RESTARTS; i++)
    g_thread_join (threads[i]);
  chosen = choose (computing, all, RESTARTS + 1);
  computing->schedule = g_steal_pointer (&chosen->schedule);
  for (guint i = 0; i <= RESTARTS; i++)
    g_clear_pointer (&all[i].schedule, bf_schedule_free);
}
