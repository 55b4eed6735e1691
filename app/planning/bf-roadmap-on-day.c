/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap-on-day.h"

#include "bf-spending.h"

/* What the released steps have changed, as bf_step_set_plant_state tells it. */
typedef struct
{
  gboolean *supported, *owned, *removed; /* one a system */
  gboolean *mended;                      /* one an interface */
} Changes;

static void
count_systems (const BfRoadmap *roadmap, const Changes *changes, BfPlantDay *plant)
{
  for (guint i = 0; i < bf_plan_count (roadmap->plan, BF_SYSTEM); i++)
    {
      gint64 end = roadmap->needs->support_end[i];

      if (changes->removed[i])
        plant->systems[i] = BF_SYSTEM_RETIRED;
      else if (!changes->supported[i] && end != BF_BLANK && end < plant->day)
        plant->systems[i] = BF_SYSTEM_UNSUPPORTED;
      else
        plant->systems[i] = BF_SYSTEM_LIVE;
      plant->systems_retired += plant->systems[i] == BF_SYSTEM_RETIRED;
      plant->systems_live += plant->systems[i] != BF_SYSTEM_RETIRED;
      plant->systems_unsupported += plant->systems[i] == BF_SYSTEM_UNSUPPORTED;
    }
}

static gboolean
has_removed_end (const BfPlan *plan, const BfInterface *row, const gboolean *removed)
{
  int from = bf_plan_index (plan, BF_SYSTEM, row->source_system);
  int to = bf_plan_index (plan, BF_SYSTEM, row->target_system);

  return (from >= 0 && removed[from]) || (to >= 0 && removed[to]);
}

static void
count_interfaces (const BfRoadmap *roadmap, const Changes *changes, BfPlantDay *plant)
{
  for (guint i = 0; i < bf_plan_count (roadmap->plan, BF_INTERFACE); i++)
    {
      plant->interfaces += !has_removed_end (
          roadmap->plan, BF_ROW (roadmap->plan, INTERFACE, BfInterface, i), changes->removed);
      plant->debt += changes->mended[i] ? 0 : roadmap->needs->debt[i];
    }
}

BfPlantDay *
bf_plant_day_new (const BfRoadmap *roadmap, const gboolean *released, gint64 day)
{
  guint n_systems = bf_plan_count (roadmap->plan, BF_SYSTEM) + 1;
  guint n_links = bf_plan_count (roadmap->plan, BF_INTERFACE) + 1;
  g_autofree gboolean *supported = g_new0 (gboolean, n_systems);
  g_autofree gboolean *owned = g_new0 (gboolean, n_systems);
  g_autofree gboolean *removed = g_new0 (gboolean, n_systems);
  g_autofree gboolean *mended = g_new0 (gboolean, n_links);
  Changes changes = { supported, owned, removed, mended };
  BfPlantDay *plant = g_new0 (BfPlantDay, 1);
  gboolean zoned;

  plant->day = day;
  plant->systems = g_new0 (guint8, n_systems);
  plant->maturity = g_new0 (double, roadmap->needs->n_levels + 1);
  bf_step_set_maturity (roadmap->set, released, day, plant->maturity);
  bf_step_set_plant_state (roadmap->set, released, supported, owned, mended, removed, &zoned);
  count_systems (roadmap, &changes, plant);
  count_interfaces (roadmap, &changes, plant);
  return plant;
}

void
bf_plant_day_free (BfPlantDay *plant)
{
  g_free (plant->systems);
  g_free (plant->maturity);
  g_free (plant);
}

/* --- What has happened by a day --- */

static void
mark_released (const BfRoadmap *roadmap, gint64 day, gboolean *released)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      guint at;

      if (roadmap->steps[i].finish <= day &&
          g_ptr_array_find (roadmap->set->steps, roadmap->steps[i].step, &at))
        released[at] = TRUE;
    }
}

/* A step's hours lie evenly on its cutovers; without one there are none. */
static double
share_over (const BfRoadmapStep *step, gint64 day)
{
  guint over = 0;

  for (guint i = 0; i < step->n_cutovers; i++)
    over += step->cutovers[i].finish <= bf_day_minute (day + 1);
  return over / (double) MAX (1, step->n_cutovers);
}

static void
add_steps (const BfRoadmap *roadmap, BfPlantDay *plant)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];
      double share = share_over (step, plant->day);

      plant->n_released += step->finish <= plant->day;
      plant->n_under_way += step->start <= plant->day && step->finish > plant->day;
      plant->stopped_hours += share * step->downtime_hours.expected;
      plant->lost_hours += share * step->lost_hours.expected;
    }
  plant->spent_minor = bf_spending_until (roadmap, BF_MONEY_CAPEX, plant->day) +
                       bf_spending_until (roadmap, BF_MONEY_OPEX, plant->day) +
                       bf_spending_until (roadmap, BF_MONEY_VALIDATION, plant->day);
}

BfPlantDay *
bf_roadmap_on_day (const BfRoadmap *roadmap, gint64 day)
{
  g_autofree gboolean *released = g_new0 (gboolean, roadmap->set->steps->len + 1);
  BfPlantDay *plant;

  mark_released (roadmap, day, released);
  plant = bf_plant_day_new (roadmap, released, day);
  add_steps (roadmap, plant);
  return plant;
}
