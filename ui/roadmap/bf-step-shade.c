/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-shade.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id, *label;
} shades[BF_N_SHADES] = {
  [BF_SHADE_ACTIVITY] = { "activity", N_ ("Activity") },
  [BF_SHADE_PHASE] = { "phase", N_ ("Phase") },
  [BF_SHADE_RISK] = { "risk", N_ ("Risk") },
  [BF_SHADE_COST] = { "cost", N_ ("Cost") },
  [BF_SHADE_STRATEGY] = { "strategy", N_ ("Strategy") },
  [BF_SHADE_STATUS] = { "status", N_ ("Status") },
};

const char *
bf_shade_id (BfShadeBy by)
{
  return shades[by].id;
}

const char *
bf_shade_label (BfShadeBy by)
{
  return _ (shades[by].label);
}

BfShadeBy
bf_shade_from_id (const char *id)
{
  for (guint i = 0; i < BF_N_SHADES; i++)
    if (g_strcmp0 (shades[i].id, id) == 0)
      return (BfShadeBy) i;
  return BF_SHADE_ACTIVITY;
}

static void
add_name (BfShadeScale *scale, const char *name)
{
  if (scale->n < BF_SHADE_STEPS)
    scale->names[scale->n++] = g_strdup (name);
}

static void
shade_phases (BfShadeScale *scale, const BfRoadmap *roadmap)
{
  for (guint i = 0; i < roadmap->n_phases; i++)
    add_name (scale, roadmap->phases[i].name);
  for (guint i = 0; i < roadmap->n_steps; i++)
    scale->of[i] = (guint8) CLAMP (roadmap->steps[i].phase, 0, BF_SHADE_STEPS - 1);
}

static double
miss_chance (const BfRoadmapStep *step)
{
  double worst = 0;

  for (guint i = 0; i < step->n_cutovers; i++)
    worst = MAX (worst, step->cutovers[i].miss_chance);
  return worst;
}

static void
shade_risk (BfShadeScale *scale, const BfRoadmap *roadmap)
{
  static const double limits[] = { 0.05, 0.15, 0.3, 0.5 };

  add_name (scale, _ ("Misses its window in under 5 % of draws"));
  add_name (scale, _ ("under 15 %"));
  add_name (scale, _ ("under 30 %"));
  add_name (scale, _ ("under half"));
  add_name (scale, _ ("half or more"));
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      double chance = miss_chance (&roadmap->steps[i]);

      for (guint k = 0; k < G_N_ELEMENTS (limits); k++)
        if (chance >= limits[k])
          scale->of[i] = (guint8) (k + 1);
    }
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Fifths of the steps by cost, each named by its dearest. */
static void
shade_cost (BfShadeScale *scale, const BfRoadmap *roadmap, BfMoneyText money)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 limits[BF_SHADE_STEPS] = { 0 };

  for (guint i = 0; i < roadmap->n_steps; i++)
    g_array_append_val (costs, roadmap->steps[i].fully_loaded_minor);
  g_array_sort (costs, compare_costs);
  for (guint k = 0; k < BF_SHADE_STEPS && costs->len > 0; k++)
    {
      g_autofree char *amount = NULL;
      g_autofree char *name = NULL;

      limits[k] = g_array_index (costs, gint64, ((k + 1) * costs->len - 1) / BF_SHADE_STEPS);
      amount = money ((double) limits[k], plant ? plant->currency : NULL);
      /* Translators: the highest cost of a group of steps, "up to 120 k€". */
      name = g_strdup_printf (_ ("up to %s"), amount);
      add_name (scale, name);
    }
  for (guint i = 0; i < roadmap->n_steps; i++)
    while (scale->of[i] < BF_SHADE_STEPS - 1 &&
           roadmap->steps[i].fully_loaded_minor > limits[scale->of[i]])
      scale->of[i]++;
}

static void
shade_strategies (BfShadeScale *scale, const BfRoadmap *roadmap)
{
  for (const BfChoice *choice = bf_record_field (&bf_step_record, "strategy")->choices; choice->id;
       choice++)
    add_name (scale, _ (choice->label));
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfStep *step = roadmap->steps[i].step;

      scale->of[i] = (guint8) (step ? CLAMP (step->mode, 0, BF_SHADE_STEPS - 1) : 0);
    }
}

static void
shade_status (BfShadeScale *scale, const BfRoadmap *roadmap)
{
  g_autofree BfStepStates *states = bf_step_states_new (roadmap);

  add_name (scale, _ ("Proposed"));
  add_name (scale, _ ("Accepted"));
  add_name (scale, _ ("Pinned"));
  add_name (scale, _ ("Started"));
  add_name (scale, _ ("Released"));
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfStep *step = roadmap->steps[i].step;
      gboolean accepted = step && step->decision && step->decision->status >= 0;

      scale->of[i] = accepted ? 1 : 0;
      if (states[i] & BF_STEP_PINNED)
        scale->of[i] = 2;
      if (states[i] & BF_STEP_STARTED)
        scale->of[i] = 3;
      if (states[i] & BF_STEP_RELEASED)
        scale->of[i] = 4;
    }
}

BfShadeScale *
bf_shade_scale_new (const BfRoadmap *roadmap, BfShadeBy by, BfMoneyText money)
{
  BfShadeScale *scale = g_new0 (BfShadeScale, 1);

  scale->by = by;
  scale->of = g_new0 (guint8, roadmap->n_steps + 1);
  switch (by)
    {
    case BF_SHADE_PHASE:
      shade_phases (scale, roadmap);
      break;
    case BF_SHADE_RISK:
      shade_risk (scale, roadmap);
      break;
    case BF_SHADE_COST:
      shade_cost (scale, roadmap, money);
      break;
    case BF_SHADE_STRATEGY:
      shade_strategies (scale, roadmap);
      break;
    case BF_SHADE_STATUS:
      shade_status (scale, roadmap);
      break;
    case BF_SHADE_ACTIVITY:
    case BF_N_SHADES:
    default:
      break;
    }
  return scale;
}

void
bf_shade_scale_free (BfShadeScale *scale)
{
  if (!scale)
    return;
  for (guint i = 0; i < BF_SHADE_STEPS; i++)
    g_free (scale->names[i]);
  g_free (scale->of);
  g_free (scale);
}
