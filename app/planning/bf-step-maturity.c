/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maturity after steps: from the effective level, each released archetype once, likely delta,
 * lowest cap_band first, level = max (level, min (cap_band, level + delta)), so that the order of
 * release does not matter; then the inventory's caps of that plant and day. A level of another
 * framework moves only where it stands for itself; its cap_band is counted from its own scale's
 * lowest level. */

#include "bf-step-maturity.h"

#include <string.h>

#include "bf-step-private.h"

static const BfLift *
lift_of (const BfArchetype *archetype, const char *dimension)
{
  for (guint i = 0; i < archetype->n_lifts; i++)
    if (strcmp (archetype->lifts[i].dimension, dimension) == 0)
      return &archetype->lifts[i];
  return NULL;
}

static const BfLift *
mapped_lift (const BfCatalogue *catalogue,
             const BfArchetype *archetype,
             const char *dimension,
             gboolean primary)
{
  guint n;
  const BfCrosswalk *links = bf_catalogue_crosswalk (catalogue, &n);
  const BfLift *best = NULL;

  for (guint i = 0; i < n; i++)
    {
      const BfLift *lift = strcmp (links[i].from, dimension) == 0 && links[i].primary == primary
                               ? lift_of (archetype, links[i].to)
                               : NULL;

      if (lift && (!best || lift->delta_likely > best->delta_likely))
        best = lift;
    }
  return best;
}

const BfLift *
bf_archetype_lift (const BfCatalogue *catalogue,
                   const BfArchetype *archetype,
                   const char *dimension)
{
  const BfLift *lift;

  if (g_str_has_prefix (dimension, BF_HUB ":"))
    return lift_of (archetype, dimension);
  lift = mapped_lift (catalogue, archetype, dimension, TRUE);
  return lift ? lift : mapped_lift (catalogue, archetype, dimension, FALSE);
}

/* What is counted above the lowest level of a scale that does not begin at 0. */
static double
scale_offset (const BfCatalogue *catalogue, const char *dimension)
{
  const BfDimension *found = bf_catalogue_dimension (catalogue, NULL, dimension);
  const BfFramework *framework =
      found ? bf_catalogue_framework (catalogue, found->framework) : NULL;

  return framework && !isnan (framework->scale_min) ? framework->scale_min : 0;
}

double
bf_lift_cap (const BfCatalogue *catalogue, const BfLift *lift, const BfLevelNow *level)
{
  return lift->cap_band + scale_offset (catalogue, level->dimension);
}

gboolean
bf_archetype_lifts_beyond (const BfCatalogue *catalogue,
                           const BfArchetype *archetype,
                           const BfLevelNow *level)
{
  const BfLift *lift = bf_archetype_lift (catalogue, archetype, level->dimension);

  return lift && lift->delta_likely > 0 && bf_lift_cap (catalogue, lift, level) > level->counted;
}

/* --- The plant after steps. --- */

static void
mark_ends (const BfStepSet *set, const gboolean *out, gboolean *mended)
{
  for (guint i = 0; i < bf_plan_count (set->plan, BF_INTERFACE); i++)
    {
      int from = set->needs->from[i];
      int to = set->needs->to[i];

      if ((from >= 0 && out[from]) || (to >= 0 && out[to]))
        mended[i] = TRUE;
    }
}

static void
mark_step (const BfStepSet *set,
           const BfStep *step,
           gboolean *supported,
           gboolean *owned,
           gboolean *mended,
           gboolean *removed,
           gboolean *out)
{
  for (guint i = 0; i < step->systems->len; i++)
    {
      int system = g_array_index (step->systems, int, i);

      if (step->decommissions)
        {
          removed[system] = TRUE;
          continue;
        }
      if (set->needs->disposition[system] < 0 ||
          !bf_archetype_fits (step->archetype,
                              BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system),
                              set->needs->disposition[system]))
        continue;
      supported[system] = owned[system] = TRUE;
      out[system] = out[system] || bf_disposition_takes_out (set->needs->disposition[system]);
    }
  for (guint i = 0; i < step->redone->len; i++)
    mended[g_array_index (step->redone, int, i)] = TRUE;
}

void
bf_step_set_plant_state (const BfStepSet *set,
                         const gboolean *released,
                         gboolean *supported,
                         gboolean *owned,
                         gboolean *mended,
                         gboolean *removed,
                         gboolean *zoned)
{
  guint n_systems = bf_plan_count (set->plan, BF_SYSTEM);
  g_autofree gboolean *out = g_new0 (gboolean, n_systems + 1);

  memset (supported, 0, n_systems * sizeof *supported);
  memset (owned, 0, n_systems * sizeof *owned);
  memset (removed, 0, n_systems * sizeof *removed);
  memset (mended, 0, bf_plan_count (set->plan, BF_INTERFACE) * sizeof *mended);
  *zoned = FALSE;
  for (guint i = 0; i < set->steps->len; i++)
    {
      const BfStep *step = g_ptr_array_index (set->steps, i);

      if (!released[i])
        continue;
      mark_step (set, step, supported, owned, mended, removed, out);
      *zoned = *zoned || bf_step_is (step, "ST05");
    }
  mark_ends (set, out, mended);
}

/* --- Levels. --- */

static const BfArchetype **
released_archetypes (const BfStepSet *set, const gboolean *released, guint *n)
{
  const BfArchetype **list = g_new0 (const BfArchetype *, set->steps->len + 1);

  *n = 0;
  for (guint i = 0; i < set->steps->len; i++)
    {
      const BfStep *step = g_ptr_array_index (set->steps, i);
      gboolean known = FALSE;

      for (guint k = 0; k < *n; k++)
        known = known || list[k] == step->archetype;
      if (released[i] && !known)
        list[(*n)++] = step->archetype;
    }
  return list;
}

static int
compare_lifts (gconstpointer a, gconstpointer b)
{
  const BfLift *lift_a = *(const BfLift *const *) a;
  const BfLift *lift_b = *(const BfLift *const *) b;

  return (lift_a->cap_band > lift_b->cap_band) - (lift_a->cap_band < lift_b->cap_band);
}

static double
lifted (const BfStepSet *set, const BfLevelNow *level, const BfArchetype **list, guint n)
{
  g_autoptr (GPtrArray) lifts = g_ptr_array_new ();
  double offset = scale_offset (set->catalogue, level->dimension);
  double reached = level->effective;

  if (!level->makes_need)
    return reached;
  for (guint i = 0; i < n; i++)
    {
      const BfLift *lift = bf_archetype_lift (set->catalogue, list[i], level->dimension);

      if (lift && lift->delta_likely > 0)
        g_ptr_array_add (lifts, (gpointer) lift);
    }
  g_ptr_array_sort (lifts, compare_lifts);
  for (guint i = 0; i < lifts->len; i++)
    {
      const BfLift *lift = g_ptr_array_index (lifts, i);

      reached = MAX (reached, MIN (lift->cap_band + offset, reached + lift->delta_likely));
    }
  return reached;
}

typedef struct
{
  gboolean *supported, *owned, *mended, *removed;
} BfMarks;

static void
marks_clear (BfMarks *marks)
{
  g_free (marks->supported);
  g_free (marks->owned);
  g_free (marks->mended);
  g_free (marks->removed);
}

static BfPlantState
plant_state (const BfStepSet *set, const gboolean *released, BfMarks *marks)
{
  guint n = bf_plan_count (set->plan, BF_SYSTEM) + 1;
  BfPlantState state = { .from = set->needs->from, .to = set->needs->to };

  marks->supported = g_new0 (gboolean, n);
  marks->owned = g_new0 (gboolean, n);
  marks->removed = g_new0 (gboolean, n);
  marks->mended = g_new0 (gboolean, bf_plan_count (set->plan, BF_INTERFACE) + 1);
  bf_step_set_plant_state (
      set, released, marks->supported, marks->owned, marks->mended, marks->removed, &state.zoned);
  state.supported = marks->supported;
  state.owned = marks->owned;
  state.mended = marks->mended;
  state.removed = marks->removed;
  for (guint i = 0; i < set->steps->len; i++)
    if (released[i] && bf_step_is (g_ptr_array_index (set->steps, i), "ST12"))
      state.historian = TRUE;
  return state;
}

void
bf_step_set_maturity (const BfStepSet *set, const gboolean *released, gint64 day, double *levels)
{
  guint n_caps, n_list;
  const BfCap *all = bf_catalogue_caps (set->catalogue, &n_caps);
  g_autofree const BfArchetype **list = released_archetypes (set, released, &n_list);
  g_autofree double *caps = g_new (double, n_caps);
  BfMarks marks;
  BfPlantState state = plant_state (set, released, &marks);

  bf_caps_evaluate (set->plan, set->catalogue, day, &state, caps, NULL);
  for (guint i = 0; i < set->needs->n_levels; i++)
    {
      const BfLevelNow *level = &set->needs->levels[i];

      levels[i] = lifted (set, level, list, n_list);
      for (guint k = 0; k < n_caps; k++)
        if (!isnan (caps[k]) && strcmp (all[k].dimension, level->dimension) == 0)
          levels[i] = MIN (levels[i], caps[k]);
    }
  marks_clear (&marks);
}

static char *
in_brackets (const GPtrArray *keys)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (text, "%s%s", i ? ", " : " (", (const char *) keys->pdata[i]);
  if (keys->len > 0)
    g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const BfCap *
bf_step_set_cap (const BfStepSet *set,
                 const gboolean *released,
                 gint64 day,
                 const BfLevelNow *level,
                 char **systems)
{
  guint n;
  const BfCap *all = bf_catalogue_caps (set->catalogue, &n);
  g_autofree double *caps = g_new (double, n);
  g_autofree GPtrArray **limiting = g_new0 (GPtrArray *, n);
  BfMarks marks;
  BfPlantState state = plant_state (set, released, &marks);
  const BfCap *lowest = NULL;

  bf_caps_evaluate (set->plan, set->catalogue, day, &state, caps, limiting);
  for (guint k = 0; k < n; k++)
    if (!isnan (caps[k]) && strcmp (all[k].dimension, level->dimension) == 0 &&
        (!lowest || caps[k] < lowest->max))
      {
        lowest = &all[k];
        g_free (*systems);
        *systems = in_brackets (limiting[k]);
      }
  for (guint k = 0; k < n; k++)
    g_ptr_array_unref (limiting[k]);
  marks_clear (&marks);
  return lowest;
}
