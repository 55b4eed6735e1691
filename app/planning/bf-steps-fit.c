/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which archetype answers which system, and with which scope.
 *
 * A line is a controller (PLC, CNC) with the panels of its area that an interface joins to it; no
 * list has lines, so the controller's key names it, and a panel that is joined to none is a line
 * of its own. A system of the whole site, or of no area, has the scope "site" in archetypes that
 * work area by area; one of several areas goes with its first. */

#include <string.h>

#include "bf-step-private.h"

#define SITE "site"

static gboolean
has_bit (guint32 bits, int bit)
{
  return bit >= 0 && (bits & (1u << bit)) != 0;
}

/* A word of serves, or a type of serves or types, whatever the level. */
static gboolean
fits_by_service (const BfArchetype *archetype, const BfSystem *system)
{
  int type = bf_system_counts_as (system);

  if (!system->serves_as)
    return FALSE;
  for (guint i = 0; archetype->serves_words[i]; i++)
    if (g_ascii_strcasecmp (archetype->serves_words[i], system->serves_as) == 0)
      return TRUE;
  return type != system->type && has_bit (archetype->serves_types | archetype->types, type);
}

gboolean
bf_archetype_fits (const BfArchetype *archetype, const BfSystem *system, int disposition)
{
  gboolean by_service = system->type == BF_SYSTEM_BESPOKE_INTEGRATION ||
                        system->type == BF_SYSTEM_SPREADSHEET_ACCESS_TOOL ||
                        (system->type == BF_SYSTEM_OTHER && archetype->has_serves);

  if (!has_bit (archetype->types, system->type) || !has_bit (archetype->treats, disposition))
    return FALSE;
  if (by_service)
    return fits_by_service (archetype, system);
  return archetype->levels == 0 || system->isa95_level < 0 ||
         has_bit (archetype->levels, system->isa95_level);
}

const BfArchetype *
bf_archetype_for_system (const BfCatalogue *catalogue, const BfSystem *system, int disposition)
{
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (catalogue, &n);

  for (guint i = 0; i < n; i++)
    if (bf_archetype_fits (&all[i], system, disposition))
      return &all[i];
  return NULL;
}

gboolean
bf_archetype_redoes (const BfArchetype *archetype, int type_a, int type_b)
{
  for (guint i = 0; i < archetype->n_redoes; i++)
    if ((archetype->redoes[i].a == type_a && archetype->redoes[i].b == type_b) ||
        (archetype->redoes[i].a == type_b && archetype->redoes[i].b == type_a))
      return TRUE;
  return FALSE;
}

gboolean
bf_archetype_redoes_interface (const BfArchetype *archetype,
                               const BfPlan *plan,
                               const BfInterface *interface)
{
  const BfSystem *from = BF_FIND (plan, SYSTEM, BfSystem, interface->source_system);
  const BfSystem *to = BF_FIND (plan, SYSTEM, BfSystem, interface->target_system);

  return from && to &&
         bf_archetype_redoes (archetype, bf_system_counts_as (from), bf_system_counts_as (to));
}

gboolean
bf_disposition_takes_out (int disposition)
{
  return disposition == BF_DISPOSITION_REPLACE || disposition == BF_DISPOSITION_RETIRE ||
         disposition == BF_DISPOSITION_REARCHITECT_REBUILD;
}

gboolean
bf_system_needs_decommission (const BfSystem *system)
{
  switch (system->type)
    {
    case BF_SYSTEM_PLC:
    case BF_SYSTEM_HMI:
    case BF_SYSTEM_NETWORK:
    case BF_SYSTEM_INSTRUMENT:
    case BF_SYSTEM_BMS:
      return FALSE;
    case BF_SYSTEM_CNC_DNC:
      return system->isa95_level != BF_LEVEL_1;
    default:
      return TRUE;
    }
}

/* --- Scopes. --- */

static const char *
area_of (const BfSystem *system)
{
  return bf_areas_are_site (system->area) || !system->area[0] ? SITE : system->area[0];
}

static gboolean
is_controller (const BfSystem *system)
{
  return system->type == BF_SYSTEM_PLC || system->type == BF_SYSTEM_CNC_DNC;
}

/* The key at the other end of the interface; NULL when @key is at none. */
static const char *
other_end (const BfInterface *interface, const char *key)
{
  if (!interface->source_system || !interface->target_system)
    return NULL;
  if (g_ascii_strcasecmp (interface->source_system, key) == 0)
    return interface->target_system;
  return g_ascii_strcasecmp (interface->target_system, key) == 0 ? interface->source_system : NULL;
}

/* The controller that a panel belongs to, the first by key; the system itself for everything
 * else. */
static const BfSystem *
head_of_line (const BfPlan *plan, const BfSystem *system)
{
  const BfSystem *head = NULL;

  if (system->type != BF_SYSTEM_HMI)
    return system;
  for (guint i = 0; i < bf_plan_count (plan, BF_INTERFACE); i++)
    {
      const char *key = other_end (BF_ROW (plan, INTERFACE, BfInterface, i), system->row.key);
      const BfSystem *other = BF_FIND (plan, SYSTEM, BfSystem, key);

      if (other && is_controller (other) && strcmp (area_of (other), area_of (system)) == 0 &&
          (!head || strcmp (other->row.key, head->row.key) < 0))
        head = other;
    }
  return head ? head : system;
}

char *
bf_scope_of_system (const BfPlan *plan, const BfArchetype *archetype, int system)
{
  const BfSystem *row = BF_ROW (plan, SYSTEM, BfSystem, (guint) system);
  const BfSystem *head;

  switch (archetype->scope)
    {
    case BF_SCOPE_AREA:
      return g_strdup (area_of (row));
    case BF_SCOPE_LINE:
      head = head_of_line (plan, row);
      return g_strconcat (area_of (head), "/", head->row.key, NULL);
    case BF_SCOPE_SYSTEM:
      return g_strdup (row->row.key);
    case BF_SCOPE_SITE:
    default:
      return g_strdup (SITE);
    }
}

static gboolean
is_of_types (const BfArchetype *archetype, const BfSystem *system)
{
  return has_bit (archetype->types, system->type) &&
         (archetype->levels == 0 || system->isa95_level < 0 ||
          has_bit (archetype->levels, system->isa95_level));
}

static void
count_scope (GHashTable *counts, const char *scope)
{
  guint n = 1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, scope));

  g_hash_table_insert (counts, g_strdup (scope), GUINT_TO_POINTER (n));
}

static char *
fullest_scope (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer scope, n;
  const char *best = NULL;
  guint most = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &scope, &n))
    if (GPOINTER_TO_UINT (n) > most || (GPOINTER_TO_UINT (n) == most && strcmp (scope, best) < 0))
      {
        best = scope;
        most = GPOINTER_TO_UINT (n);
      }
  return g_strdup (best ? best : SITE);
}

char *
bf_scope_by_types (const BfPlan *plan, const BfArchetype *archetype)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (archetype->scope == BF_SCOPE_SITE)
    return g_strdup (SITE);
  for (guint i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    {
      g_autofree char *scope = NULL;

      if (!is_of_types (archetype, BF_ROW (plan, SYSTEM, BfSystem, i)))
        continue;
      scope = bf_scope_of_system (plan, archetype, (int) i);
      count_scope (counts, scope);
    }
  return fullest_scope (counts);
}

/* --- Equivalents. --- */

static guint32
types_of_group (const BfCatalogue *catalogue, const char *const *group)
{
  const guint32 known = (1u << BF_SYSTEM_MES) | (1u << BF_SYSTEM_HISTORIAN) |
                        (1u << BF_SYSTEM_QMS) | (1u << BF_SYSTEM_LIMS) | (1u << BF_SYSTEM_ERP);
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (catalogue, &n);
  guint32 types = 0;

  for (guint i = 0; group[i]; i++)
    types |= all[bf_catalogue_archetype_index (catalogue, group[i])].types;
  return types & known;
}

gboolean
bf_equivalent_stands (const BfStepSet *set, const char *const *group)
{
  guint32 types = types_of_group (set->catalogue, group);
  gint64 start = bf_plan_start (set->plan);

  for (guint i = 0; i < bf_plan_count (set->plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (set->plan, SYSTEM, BfSystem, i);
      gint64 end = set->needs->support_end[i];

      if (has_bit (types, system->type) && (end == BF_BLANK || end >= start) &&
          (system->time_class == BF_TIME_INVEST || system->time_class == BF_TIME_TOLERATE) &&
          system->experts != BF_BLANK && system->experts > 0)
        return TRUE;
    }
  return FALSE;
}
