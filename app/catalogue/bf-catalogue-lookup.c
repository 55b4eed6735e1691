/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions that a loaded catalogue answers. */

#include <string.h>

#include "bf-catalogue-private.h"

const BfRules *
bf_catalogue_rules (const BfCatalogue *catalogue)
{
  return &catalogue->rules;
}

const BfArchetype *
bf_catalogue_archetypes (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_archetypes;
  return catalogue->archetypes;
}

int
bf_catalogue_archetype_index (const BfCatalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->n_archetypes; i++)
    if (strcmp (catalogue->archetypes[i].id, id) == 0)
      return (int) i;
  return -1;
}

const BfMode *
bf_catalogue_modes (const BfCatalogue *catalogue, guint *n)
{
  if (n)
    *n = catalogue->n_modes;
  return catalogue->modes;
}

const BfFramework *
bf_catalogue_frameworks (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_frameworks;
  return catalogue->frameworks;
}

const BfFramework *
bf_catalogue_framework (const BfCatalogue *catalogue, const char *id_or_name)
{
  for (guint i = 0; id_or_name && i < catalogue->n_frameworks; i++)
    if (g_ascii_strcasecmp (catalogue->frameworks[i].id, id_or_name) == 0 ||
        g_ascii_strcasecmp (catalogue->frameworks[i].name, id_or_name) == 0)
      return &catalogue->frameworks[i];
  return NULL;
}

static const BfDimension *
find_dimension (const BfFramework *framework, const char *id)
{
  for (guint i = 0; i < framework->n_dimensions; i++)
    if (g_ascii_strcasecmp (framework->dimensions[i].id, id) == 0 ||
        g_ascii_strcasecmp (framework->dimensions[i].short_id, id) == 0)
      return &framework->dimensions[i];
  return NULL;
}

const BfDimension *
bf_catalogue_dimension (const BfCatalogue *catalogue, const char *framework, const char *id)
{
  const BfFramework *only = bf_catalogue_framework (catalogue, framework);

  if (!id || (framework && !only))
    return NULL;
  if (only)
    return find_dimension (only, id);
  for (guint i = 0; i < catalogue->n_frameworks; i++)
    {
      const BfDimension *dimension = find_dimension (&catalogue->frameworks[i], id);

      if (dimension && g_ascii_strcasecmp (dimension->id, id) == 0)
        return dimension;
    }
  return NULL;
}

const BfCrosswalk *
bf_catalogue_crosswalk (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_crosswalk;
  return catalogue->crosswalk;
}

const BfProfile *
bf_catalogue_profiles (const BfCatalogue *catalogue, guint *n)
{
  if (n)
    *n = BF_N_PROFILES;
  return catalogue->profiles;
}

const BfSpecialPhase *
bf_catalogue_special_phases (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_special_phases;
  return catalogue->special_phases;
}

const BfDeliverable *
bf_catalogue_deliverables (const BfCatalogue *catalogue, guint *n)
{
  if (n)
    *n = catalogue->n_deliverables;
  return catalogue->deliverables;
}

const BfCap *
bf_catalogue_caps (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_caps;
  return catalogue->caps;
}

const BfHolidayRegion *
bf_catalogue_regions (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_regions;
  return catalogue->regions;
}

static gboolean
same_folded (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return strcmp (folded_a, folded_b) == 0;
}

const BfHolidayRegion *
bf_catalogue_region (const BfCatalogue *catalogue, const char *name)
{
  g_autofree char *trimmed = name ? g_strstrip (g_strdup (name)) : NULL;

  for (guint i = 0; trimmed && i < catalogue->n_regions; i++)
    {
      const BfHolidayRegion *region = &catalogue->regions[i];

      if (same_folded (region->id, trimmed) || same_folded (region->name, trimmed))
        return region;
      for (guint k = 0; region->also[k]; k++)
        if (same_folded (region->also[k], trimmed))
          return region;
    }
  return NULL;
}

double
bf_catalogue_currency_factor (const BfCatalogue *catalogue, const char *currency)
{
  const double *factor = currency ? g_hash_table_lookup (catalogue->currencies, currency) : NULL;

  return factor ? *factor : NAN;
}

const char *const *
bf_catalogue_phase_names (const BfCatalogue *catalogue)
{
  return catalogue->phase_names;
}

int
bf_catalogue_default_disposition (const BfCatalogue *catalogue, int time_class)
{
  return catalogue->default_disposition[time_class];
}

int
bf_catalogue_phase_skill (const BfCatalogue *catalogue, const char *phase)
{
  gpointer found = g_hash_table_lookup (catalogue->phase_skills, phase);

  return found ? GPOINTER_TO_INT (found) - 2 : -1;
}

int
bf_catalogue_skill_fallback (const BfCatalogue *catalogue, int skill)
{
  return skill < 0 ? -1 : catalogue->skill_fallback[skill];
}

/* TRUE when @word begins a word of @text; words of up to three letters must be whole. */
static gboolean
speaks_of (const char *text, const char *word)
{
  gboolean whole = g_utf8_strlen (word, -1) <= 3;

  for (const char *at = strstr (text, word); at; at = strstr (at + 1, word))
    {
      const char *before = g_utf8_find_prev_char (text, at);
      gunichar after = g_utf8_get_char (at + strlen (word));

      if (before && g_unichar_isalnum (g_utf8_get_char (before)))
        continue;
      if (!whole || !g_unichar_isalnum (after))
        return TRUE;
    }
  return FALSE;
}

int
bf_catalogue_skill_of_name (const BfCatalogue *catalogue, const char *name)
{
  g_autofree char *folded = name ? g_utf8_strdown (name, -1) : NULL;

  for (guint i = 0; folded && i < catalogue->n_skill_words; i++)
    for (guint k = 0; catalogue->skill_words[i].words[k]; k++)
      {
        g_autofree char *word = g_utf8_strdown (catalogue->skill_words[i].words[k], -1);

        if (speaks_of (folded, word))
          return catalogue->skill_words[i].skill;
      }
  return -1;
}

gboolean
bf_catalogue_phase_is_offline (const BfCatalogue *catalogue,
                               const char *phase,
                               gboolean old_system_stays)
{
  return g_strv_contains (catalogue->offline, phase) ||
         (old_system_stays && g_strv_contains (catalogue->offline_if_old_stays, phase));
}

gboolean
bf_catalogue_special_is_offline (const BfCatalogue *catalogue, const char *phase)
{
  return g_strv_contains (catalogue->special_offline, phase);
}

gboolean
bf_catalogue_phase_is_shared (const BfCatalogue *catalogue, const char *phase)
{
  return g_strv_contains (catalogue->shared_phases, phase);
}

const BfDowntimeAnchor *
bf_catalogue_downtime_anchors (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_anchors;
  return catalogue->anchors;
}

double
bf_catalogue_downtime_anchor_usd (const BfCatalogue *catalogue, gint64 employees)
{
  const BfDowntimeAnchor *smallest = NULL;
  const BfDowntimeAnchor *largest = NULL;

  for (guint i = 0; i < catalogue->n_anchors; i++)
    {
      const BfDowntimeAnchor *anchor = &catalogue->anchors[i];

      if (anchor->employees_to == 0)
        continue;
      if (employees >= anchor->employees_from && employees < anchor->employees_to)
        return anchor->usd_per_hour;
      if (!smallest || anchor->employees_from < smallest->employees_from)
        smallest = anchor;
      if (!largest || anchor->employees_to > largest->employees_to)
        largest = anchor;
    }
  if (!smallest)
    return catalogue->rules.downtime_usd_h.likely;
  return employees < smallest->employees_from ? smallest->usd_low : largest->usd_high;
}

const BfScoreQuestion *
bf_catalogue_score_questions (const BfCatalogue *catalogue)
{
  return catalogue->questions;
}

const BfUseClass *
bf_catalogue_use_classes (const BfCatalogue *catalogue, guint *n)
{
  *n = catalogue->n_use_classes;
  return catalogue->use_classes;
}

double
bf_catalogue_score (const BfCatalogue *catalogue, const gint64 points[6])
{
  double sum = 0;

  for (int i = 0; i < 6; i++)
    sum += catalogue->questions[i].weight * (double) MAX (points[i], 0) / 4;
  return 100 * sum;
}

/* --- Tables for a terminal. --- */

static GString *
list_frameworks (const BfCatalogue *catalogue)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < catalogue->n_frameworks; i++)
    {
      const BfFramework *framework = &catalogue->frameworks[i];

      g_string_append_printf (text,
                              "%-10s %-50s %3u  %s\n",
                              framework->id,
                              framework->name,
                              framework->n_dimensions,
                              framework->version);
      for (guint k = 0; k < framework->n_dimensions; k++)
        g_string_append_printf (
            text, "  %-14s %s\n", framework->dimensions[k].id, framework->dimensions[k].name);
    }
  return text;
}

static GString *
list_steps (const BfCatalogue *catalogue)
{
  static const char *const scopes[] = { "site", "area", "line", "system" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < catalogue->n_archetypes; i++)
    {
      const BfArchetype *archetype = &catalogue->archetypes[i];
      g_autofree char *hard = g_strjoinv (" ", (char **) archetype->hard);

      g_string_append_printf (text,
                              "%-5s %-66s %-7s %-23s %s\n",
                              archetype->id,
                              archetype->name,
                              scopes[archetype->scope],
                              catalogue->phase_names[archetype->phase],
                              hard);
    }
  return text;
}

GString *
bf_catalogue_list_text (const BfCatalogue *catalogue, const char *what)
{
  if (strcmp (what, "frameworks") == 0)
    return list_frameworks (catalogue);
  if (strcmp (what, "steps") == 0)
    return list_steps (catalogue);
  return NULL;
}
