/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the inventory allows to count: conditions of rules.json on the plant of a day.
 *
 * Kept-until decisions change no cap: only vendor support does, or the release of the step that
 * answers a system. A link that a released step has mended counts as electronic and owned. An
 * empty inventory limits nothing: it says nothing about the plant. */

#include "bf-needs.h"

static gboolean
is_removed (const BfPlantState *state, guint system)
{
  return state && state->removed && state->removed[system];
}

static gboolean
is_mended (const BfPlantState *state, guint interface)
{
  return state && state->mended && state->mended[interface];
}

static gboolean
is_supported (const BfSystem *system, guint index, gint64 day, const BfPlantState *state)
{
  if (state && state->supported && state->supported[index])
    return TRUE;
  return !is_removed (state, index) && (system->eos_date == BF_BLANK || system->eos_date >= day);
}

static void
name_system (GPtrArray *limiting, const BfPlan *plan, int index)
{
  const char *key = index < 0 ? NULL : BF_ROW (plan, SYSTEM, BfSystem, (guint) index)->row.key;

  if (limiting && key && !g_ptr_array_find (limiting, key, NULL))
    g_ptr_array_add (limiting, (gpointer) key);
}

static int
source_of (const BfPlan *plan, const BfPlantState *state, guint interface)
{
  const BfInterface *row = BF_ROW (plan, INTERFACE, BfInterface, interface);

  return state && state->from ? state->from[interface]
                              : bf_plan_index (plan, BF_SYSTEM, row->source_system);
}

static int
target_of (const BfPlan *plan, const BfPlantState *state, guint interface)
{
  const BfInterface *row = BF_ROW (plan, INTERFACE, BfInterface, interface);

  return state && state->to ? state->to[interface]
                            : bf_plan_index (plan, BF_SYSTEM, row->target_system);
}

static gboolean
no_zone (const BfPlan *plan, const BfPlantState *state, GPtrArray *limiting)
{
  guint n = bf_plan_count (plan, BF_SYSTEM);

  if (state && state->zoned)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, i);

      if (system->zone && *system->zone && !is_removed (state, i))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, i);

      if (system->type == BF_SYSTEM_NETWORK && system->isa95_level == BF_LEVEL_3)
        name_system (limiting, plan, (int) i);
    }
  return TRUE;
}

static void
mark_connected (const BfPlan *plan, const BfPlantState *state, gboolean *connected)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_INTERFACE); i++)
    {
      const BfInterface *interface = BF_ROW (plan, INTERFACE, BfInterface, i);
      int from = source_of (plan, state, i);
      int to = target_of (plan, state, i);

      if (!is_mended (state, i) && !bf_interface_is_electronic (interface))
        continue;
      if (from >= 0)
        connected[from] = TRUE;
      if (to >= 0)
        connected[to] = TRUE;
    }
}

static gboolean
few_connected (const BfPlan *plan, const BfPlantState *state, GPtrArray *limiting)
{
  guint n = bf_plan_count (plan, BF_SYSTEM);
  g_autofree gboolean *connected = g_new0 (gboolean, n + 1);
  guint all = 0, linked = 0;

  mark_connected (plan, state, connected);
  for (guint i = 0; i < n; i++)
    {
      int level = BF_ROW (plan, SYSTEM, BfSystem, i)->isa95_level;

      if ((level != BF_LEVEL_1 && level != BF_LEVEL_2) || is_removed (state, i))
        continue;
      all++;
      linked += connected[i];
      if (!connected[i])
        name_system (limiting, plan, (int) i);
    }
  return 2 * linked < all;
}

static gboolean
remote_access_unsupported (const BfPlan *plan,
                           gint64 day,
                           const BfPlantState *state,
                           GPtrArray *limiting)
{
  gboolean holds = FALSE;

  for (guint i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, i);

      if (system->type != BF_SYSTEM_NETWORK || system->isa95_level != BF_LEVEL_3_5 ||
          is_removed (state, i) || is_supported (system, i, day, state))
        continue;
      holds = TRUE;
      name_system (limiting, plan, (int) i);
    }
  return holds;
}

static gboolean
no_historian (const BfPlan *plan, gint64 day, const BfPlantState *state, GPtrArray *limiting)
{
  if (state && state->historian)
    return FALSE;
  for (guint i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, i);

      if (system->type == BF_SYSTEM_HISTORIAN && is_supported (system, i, day, state))
        return FALSE;
    }
  for (guint i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    if (BF_ROW (plan, SYSTEM, BfSystem, i)->type == BF_SYSTEM_HISTORIAN)
      name_system (limiting, plan, (int) i);
  return TRUE;
}

static gboolean
joins_levels (const BfSystem *a, const BfSystem *b, int high, int low)
{
  return (a->isa95_level == high && b->isa95_level == low) ||
         (a->isa95_level == low && b->isa95_level == high);
}

static gboolean
is_retyped_between_levels (const BfInterface *interface, const BfSystem *from, const BfSystem *to)
{
  return interface->carries_regulated_data == 1 && from && to &&
         joins_levels (from, to, BF_LEVEL_4, BF_LEVEL_3) &&
         (!bf_interface_is_electronic (interface) || interface->owner != 1);
}

static gboolean
is_product_data_retyped (const BfInterface *interface, const BfSystem *from, const BfSystem *to)
{
  return from && from->type == BF_SYSTEM_PLM && !bf_interface_is_electronic (interface);
}

static const BfSystem *
system_or_null (const BfPlan *plan, int index)
{
  return index < 0 ? NULL : BF_ROW (plan, SYSTEM, BfSystem, (guint) index);
}

typedef gboolean (*BfIsBad) (const BfInterface *interface,
                             const BfSystem *from,
                             const BfSystem *to);

static gboolean
any_interface (const BfPlan *plan, const BfPlantState *state, BfIsBad is_bad, GPtrArray *limiting)
{
  gboolean holds = FALSE;

  for (guint i = 0; i < bf_plan_count (plan, BF_INTERFACE); i++)
    {
      int from = source_of (plan, state, i);
      int to = target_of (plan, state, i);

      if (is_mended (state, i) || !is_bad (BF_ROW (plan, INTERFACE, BfInterface, i),
                                           system_or_null (plan, from),
                                           system_or_null (plan, to)))
        continue;
      holds = TRUE;
      name_system (limiting, plan, from);
      name_system (limiting, plan, to);
    }
  return holds;
}

static gboolean
condition_holds (const BfPlan *plan,
                 BfCapCondition condition,
                 gint64 day,
                 const BfPlantState *state,
                 GPtrArray *limiting)
{
  switch (condition)
    {
    case BF_CAP_NO_ZONE:
      return no_zone (plan, state, limiting);
    case BF_CAP_FEW_CONNECTED:
      return few_connected (plan, state, limiting);
    case BF_CAP_REMOTE_ACCESS_UNSUPPORTED:
      return remote_access_unsupported (plan, day, state, limiting);
    case BF_CAP_NO_HISTORIAN:
      return no_historian (plan, day, state, limiting);
    case BF_CAP_RETYPED_BETWEEN_LEVELS:
      return any_interface (plan, state, is_retyped_between_levels, limiting);
    case BF_CAP_PRODUCT_DATA_RETYPED:
      return any_interface (plan, state, is_product_data_retyped, limiting);
    default:
      g_assert_not_reached ();
    }
}

void
bf_caps_evaluate (const BfPlan *plan,
                  const BfCatalogue *catalogue,
                  gint64 day,
                  const BfPlantState *state,
                  double *caps,
                  GPtrArray **limiting)
{
  guint n;
  const BfCap *all = bf_catalogue_caps (catalogue, &n);

  for (guint i = 0; i < n; i++)
    {
      if (limiting)
        limiting[i] = g_ptr_array_new ();
      caps[i] = NAN;
      if (bf_plan_count (plan, BF_SYSTEM) > 0 &&
          condition_holds (plan, all[i].condition, day, state, limiting ? limiting[i] : NULL))
        caps[i] = all[i].max;
    }
}
