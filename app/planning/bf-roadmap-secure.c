/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap that would hardly end inside the horizon does without orders that are only advised.
 *
 * The horizon counts as missed where the P80 of the finish lies past it. Then the steps are
 * scheduled once more with nothing but hard orders; where clearly fewer of the simulated roadmaps
 * end past the horizon, that is the plan, and the orders that it does not keep are listed. No step
 * is given up for it: what the horizon is worth against a need, the user decides. */

#include "bf-network.h"
#include "bf-roadmap-compute.h"

#include <stdlib.h>

/* Share of draws past the horizon from which on P80 may miss it: a glance knows a share of 20 % to
 * five points. */
#define MOST_BEYOND 0.15
/* What giving up has to bring, as a share of draws. */
#define LEAST_GAIN 0.03

static gboolean
has_soft_orders (const BfComputing *computing)
{
  for (guint i = 0; i < computing->set->steps->len; i++)
    if (bf_step_set_get (computing->set, i)->soft->len)
      return TRUE;
  return FALSE;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* The horizon that few enough of the draws miss. */
static gint64
horizon_wanted (const BfRisk *risk)
{
  g_autofree gint64 *days = g_memdup2 (risk->finish_draws, risk->n_draws * sizeof (gint64));

  qsort (days, risk->n_draws, sizeof *days, compare_days);
  return days[risk->n_draws - 1 - (guint) (MOST_BEYOND * risk->n_draws)];
}

/* With all that is done to a schedule, and in as many draws as the roadmap has: what is told of the
 * orders has to stand beside the roadmap's own share. */
static BfRisk *
finish_and_simulate (BfComputing *computing)
{
  bf_roadmap_seek_bundles (computing);
  return bf_roadmap_glance (computing, computing->schedule, computing->roadmap->options.draws);
}

/* The plan without them, where that is a gain. */
static void
loosen (BfComputing *computing)
{
  g_autoptr (BfRisk) risk = finish_and_simulate (computing);
  BfSchedule *before = g_steal_pointer (&computing->schedule);
  BfLoosening *loosening = &computing->loosening;
  g_autoptr (BfRisk) now = NULL;

  loosening->loose = TRUE;
  bf_roadmap_restart (computing, 1);
  now = computing->schedule ? finish_and_simulate (computing) : NULL;
  if (risk && now && now->beyond_horizon <= risk->beyond_horizon - LEAST_GAIN)
    {
      loosening->with = risk->beyond_horizon;
      loosening->without = now->beyond_horizon;
      loosening->horizon_wanted = horizon_wanted (risk);
      loosening->for_dates = g_array_copy (before->given_up);
      bf_schedule_free (before);
      return;
    }
  loosening->loose = FALSE;
  g_clear_pointer (&computing->schedule, bf_schedule_free);
  computing->schedule = before;
}

gboolean
bf_roadmap_secure (BfComputing *computing)
{
  g_autoptr (BfRisk) risk = bf_roadmap_glance (computing, computing->schedule, 0);

  if (!risk || risk->beyond_horizon <= MOST_BEYOND || !has_soft_orders (computing))
    return FALSE;
  loosen (computing);
  return TRUE;
}
