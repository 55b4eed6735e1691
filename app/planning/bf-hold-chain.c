/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-hold-chain.h"

static const BfRoadmapActivity *
activity_of (const BfRoadmap *roadmap, const BfChainLink *link)
{
  return &roadmap->steps[link->step].activities[link->activity];
}

static int
find_activity (const BfRoadmapStep *step, BfActivityKind kind, int part)
{
  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == kind && step->activities[i].part == part)
      return (int) i;
  return -1;
}

/* Activities stand by start. */
static int
first_activity (const BfRoadmapStep *step)
{
  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == BF_ACTIVITY_CUTOVER)
      return (int) i;
  return step->n_activities > 0 ? 0 : -1;
}

static gboolean
waits_for_window (const BfRoadmapActivity *activity)
{
  return activity->hold == BF_HELD_BY_WINDOW || activity->hold == BF_HELD_BY_CAPACITY ||
         activity->hold == BF_HELD_BY_FREEZE;
}

/* FALSE at the end of the chain. */
static gboolean
follow (const BfRoadmap *roadmap, const BfChainLink *link, BfChainLink *next)
{
  const BfRoadmapActivity *activity = activity_of (roadmap, link);

  *next = (BfChainLink){ link->step, -1, 0 };
  if (activity->after)
    {
      next->step = bf_roadmap_find (roadmap, activity->after);
      if (next->step >= 0)
        next->activity =
            find_activity (&roadmap->steps[next->step], activity->after_kind, activity->after_part);
    }
  return next->activity >= 0;
}

static void
measure_wait (const BfRoadmap *roadmap, BfChainLink *link)
{
  const BfRoadmapActivity *activity = activity_of (roadmap, link);

  if (waits_for_window (activity) && activity->ready != BF_BLANK)
    link->wait_days = (int) (activity->start - activity->ready);
}

static gboolean
has_link (const GArray *chain, const BfChainLink *link)
{
  for (guint i = 0; i < chain->len; i++)
    if (g_array_index (chain, BfChainLink, i).step == link->step &&
        g_array_index (chain, BfChainLink, i).activity == link->activity)
      return TRUE;
  return FALSE;
}

GArray *
bf_hold_chain (const BfRoadmap *roadmap, int step)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (BfChainLink));
  BfChainLink link = { step, first_activity (&roadmap->steps[step]), 0 };
  gboolean more = link.activity >= 0;

  while (more && !has_link (chain, &link))
    {
      BfChainLink next;

      measure_wait (roadmap, &link);
      g_array_append_val (chain, link);
      more = follow (roadmap, &link, &next);
      link = next;
    }
  return chain;
}
