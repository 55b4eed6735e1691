/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-earliest.h"

#include "bf-hold-chain.h"
#include "bf-step-words.h"

static int
working_days (const BfCalendar *calendar, const BfRoadmapActivity *activity)
{
  int days = 0;

  for (gint64 day = activity->start; day <= activity->finish; day++)
    days += bf_calendar_is_working (calendar, day);
  return days;
}

gint64
bf_step_build_could_end (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  gint64 first = plant && plant->start != BF_BLANK ? plant->start : step->start;
  int days = 0;

  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == BF_ACTIVITY_BUILD)
      days += working_days (roadmap->calendar, &step->activities[i]);
  return days > 0 ? bf_calendar_add (roadmap->calendar, first, days - 1) : first - 1;
}

/* Something else than the step's own work. */
static gboolean
is_other (const BfRoadmapStep *step, const BfRoadmapActivity *activity)
{
  switch (activity->hold)
    {
    case BF_HELD_BY_TEAM:
    case BF_HELD_BY_BUDGET:
    case BF_HELD_BY_GATE:
    case BF_HELD_BY_CLAIM:
    case BF_HELD_BY_CAPACITY:
    case BF_HELD_BY_CORE:
      return TRUE;
    case BF_HELD_BY_PREDECESSOR:
      return activity->after && g_strcmp0 (activity->after, step->key) != 0;
    case BF_HELD_BY_START:
    case BF_HELD_BY_WINDOW:
    case BF_HELD_BY_FREEZE:
    case BF_HELD_BY_PIN:
    case BF_HELD_BY_DUE:
    default:
      return FALSE;
    }
}

char *
bf_step_kept_by (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  g_autoptr (GArray) chain = bf_hold_chain (roadmap, (int) (step - roadmap->steps));
  const BfRoadmapActivity *told = NULL;

  for (guint i = 0; i < chain->len; i++)
    {
      const BfChainLink *link = &g_array_index (chain, BfChainLink, i);
      const BfRoadmapActivity *activity = &roadmap->steps[link->step].activities[link->activity];

      if (activity->hold == BF_HELD_BY_PIN || &roadmap->steps[link->step] != step)
        break;
      if (!told || is_other (step, activity))
        told = activity;
      if (is_other (step, activity))
        break;
    }
  return told && told->held_by ? bf_with_capital (told->held_by) : NULL;
}
