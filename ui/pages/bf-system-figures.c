/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-system-figures.h"

static void
add_link (BfSystemFigures *figures, const BfPlan *plan, const char *system, double debt)
{
  int index = bf_plan_index (plan, BF_SYSTEM, system);

  if (index < 0)
    return;
  figures->systems[index].links++;
  figures->systems[index].debt += debt;
  figures->worst_debt = MAX (figures->worst_debt, figures->systems[index].debt);
}

static void
count_interfaces (BfSystemFigures *figures, const BfPlan *plan)
{
  guint i;

  figures->interfaces = bf_plan_count (plan, BF_INTERFACE);
  for (i = 0; i < figures->interfaces; i++)
    {
      const BfInterface *interface = BF_ROW (plan, INTERFACE, BfInterface, i);
      double debt = bf_debt_points (interface);

      figures->on_paper += !bf_interface_is_electronic (interface);
      add_link (figures, plan, interface->source_system, debt);
      if (g_strcmp0 (interface->source_system, interface->target_system) != 0)
        add_link (figures, plan, interface->target_system, debt);
    }
}

static void
count_systems (BfSystemFigures *figures, const BfPlan *plan, gint64 today)
{
  const BfPlant *plant = bf_plan_plant (plan);
  gint64 start = plant != NULL && plant->start != BF_BLANK ? plant->start : today;
  guint i;

  for (i = 0; i < figures->n_systems; i++)
    {
      const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, i);

      figures->systems[i].obsolescence = bf_obsolescence_score (system, start);
      figures->systems[i].step = -1;
      figures->past_support += system->eos_date != BF_BLANK && system->eos_date < today;
      figures->unmaintained += system->experts == 0;
    }
}

static void
find_steps (BfSystemFigures *figures, const BfRoadmap *roadmap)
{
  guint i, k;

  for (i = 0; i < roadmap->n_steps; i++)
    {
      const BfStep *step = roadmap->steps[i].step;

      for (k = 0; step != NULL && step->systems != NULL && k < step->systems->len; k++)
        {
          guint system = (guint) g_array_index (step->systems, int, k);

          if (system < figures->n_systems && figures->systems[system].step < 0)
            figures->systems[system].step = (int) i;
        }
    }
}

BfSystemFigures *
bf_system_figures_new (const BfPlan *plan, const BfRoadmap *roadmap, gint64 today)
{
  BfSystemFigures *figures = g_new0 (BfSystemFigures, 1);

  figures->n_systems = bf_plan_count (plan, BF_SYSTEM);
  figures->systems = g_new0 (BfSystemFigure, MAX (figures->n_systems, 1));
  count_systems (figures, plan, today);
  count_interfaces (figures, plan);
  /* The roadmap may still be that of the plan before. */
  if (roadmap != NULL && bf_plan_count (roadmap->plan, BF_SYSTEM) == figures->n_systems)
    find_steps (figures, roadmap);
  return figures;
}

void
bf_system_figures_free (BfSystemFigures *figures)
{
  g_free (figures->systems);
  g_free (figures);
}
