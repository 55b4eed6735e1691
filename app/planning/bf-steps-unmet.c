/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a need has no candidate: the step that would answer it was rejected or is done, or requires
 * one that was rejected, or waits for a decision on a system; or the catalogue has none. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-step-maturity.h"
#include "bf-step-private.h"

/* --- What the user said of an archetype. --- */

static gboolean
has_status (const BfStepSet *set, const BfArchetype *archetype, int status)
{
  g_autofree char *prefix = g_strconcat (archetype->id, ":", NULL);

  for (guint i = 0; i < bf_plan_count (set->plan, BF_STEP); i++)
    {
      const BfStepDecision *row = BF_ROW (set->plan, STEP, BfStepDecision, i);

      if (row->status == status && g_str_has_prefix (row->row.key, prefix))
        return TRUE;
    }
  return FALSE;
}

/* Governance and restore stay although they are rejected. */
static gboolean
is_rejected (const BfStepSet *set, const BfArchetype *archetype)
{
  for (guint i = 0; i < set->steps->len; i++)
    if (bf_step_is (g_ptr_array_index (set->steps, i), archetype->id))
      return FALSE;
  return has_status (set, archetype, BF_STATUS_REJECTED);
}

static const BfArchetype *
archetype_of (const BfStepSet *set, const char *id)
{
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (set->catalogue, &n);
  int index = bf_catalogue_archetype_index (set->catalogue, id);

  return index < 0 ? NULL : &all[index];
}

/* The rejected archetype among it and what it requires, however far; NULL none. The catalogue's
 * requirements have no loop. */
static const BfArchetype *
rejected_of (const BfStepSet *set, const BfArchetype *archetype)
{
  if (is_rejected (set, archetype))
    return archetype;
  for (guint i = 0; archetype->hard[i]; i++)
    {
      const BfArchetype *found = rejected_of (set, archetype_of (set, archetype->hard[i]));

      if (found)
        return found;
    }
  for (guint i = 0; archetype->any_of[i]; i++)
    {
      const BfArchetype *member = archetype_of (set, archetype->any_of[i]);

      if (is_rejected (set, member))
        return member;
    }
  return NULL;
}

/* --- Who would answer. --- */

static gboolean
replaces_end (const BfStepSet *set, const BfArchetype *archetype, int system)
{
  return system >= 0 && bf_disposition_takes_out (set->needs->disposition[system]) &&
         bf_archetype_for_system (set->catalogue,
                                  BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system),
                                  set->needs->disposition[system]) == archetype;
}

static gboolean
would_answer (const BfStepSet *set, const BfArchetype *archetype, const BfNeed *need)
{
  switch (need->kind)
    {
    case BF_NEED_GAP:
      return bf_archetype_lifts_beyond (
          set->catalogue, archetype, &set->needs->levels[need->index]);
    case BF_NEED_INTERFACE:
      return replaces_end (set, archetype, set->needs->from[need->index]) ||
             replaces_end (set, archetype, set->needs->to[need->index]) ||
             bf_archetype_redoes_interface (
                 archetype,
                 set->plan,
                 BF_ROW (set->plan, INTERFACE, BfInterface, (guint) need->index));
    case BF_NEED_SYSTEM:
      return bf_archetype_for_system (set->catalogue,
                                      BF_ROW (set->plan, SYSTEM, BfSystem, (guint) need->index),
                                      need->disposition) == archetype;
    case BF_NEED_REQUEST:
    default:
      return FALSE;
    }
}

static char *
why_not (const BfStepSet *set, const BfArchetype *archetype)
{
  const BfArchetype *rejected = rejected_of (set, archetype);

  if (rejected == archetype)
    /* Translators: the name of a step. */
    return g_strdup_printf (_ ("“%s” would answer it, and was rejected by you."), archetype->name);
  if (rejected)
    /* Translators: the names of two steps. */
    return g_strdup_printf (
        _ ("“%s” would answer it; it requires “%s”, which was rejected by you."),
        archetype->name,
        rejected->name);
  if (has_status (set, archetype, BF_STATUS_DONE))
    /* Translators: the name of a step. */
    return g_strdup_printf (_ ("“%s” would answer it, and is done: what it changed is not entered "
                               "yet."),
                            archetype->name);
  /* Translators: the name of a step. */
  return g_strdup_printf (_ ("“%s” would answer it; it follows a 7R decision on a system, and no "
                             "system here has one that asks for it."),
                          archetype->name);
}

/* --- Nobody would. --- */

static const char *
kind_of (const BfStepSet *set, int system)
{
  const BfField *field = bf_record_field (&bf_system_record, "type");
  int type =
      system < 0 ? -1 : bf_system_counts_as (BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system));

  return type < 0 ? _ ("unknown") : field->choices[type].id;
}

static char *
why_nobody (const BfStepSet *set, const BfNeed *need)
{
  const BfSystem *system = need->kind == BF_NEED_SYSTEM
                               ? BF_ROW (set->plan, SYSTEM, BfSystem, (guint) need->index)
                               : NULL;

  if (need->kind == BF_NEED_REQUEST)
    return g_strdup_printf (_ ("The catalogue has no step “%s”."), need->key);
  if (need->kind == BF_NEED_INTERFACE)
    /* Translators: two kinds of systems. */
    return g_strdup_printf (_ ("No step of the catalogue redoes links between %s and %s, and "
                               "neither end is to be replaced."),
                            kind_of (set, set->needs->from[need->index]),
                            kind_of (set, set->needs->to[need->index]));
  if (!system)
    {
      char counted[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (counted, sizeof counted, "%.3g", set->needs->levels[need->index].counted);
      /* Translators: a level. */
      return g_strdup_printf (_ ("No step of the catalogue lifts it beyond %s."), counted);
    }
  if (!system->serves_as && (system->type == BF_SYSTEM_BESPOKE_INTEGRATION ||
                             system->type == BF_SYSTEM_SPREADSHEET_ACCESS_TOOL))
    return g_strdup (_ ("Nothing says what it serves as, so no step can be chosen."));
  return g_strdup (_ ("No step of the catalogue fits its type, level and decision."));
}

char *
bf_steps_why_unmet (const BfStepSet *set, const BfNeed *need)
{
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (set->catalogue, &n);
  const BfArchetype *first = NULL;

  for (guint i = 0; i < n; i++)
    if (would_answer (set, &all[i], need))
      {
        if (rejected_of (set, &all[i]) || has_status (set, &all[i], BF_STATUS_DONE))
          return why_not (set, &all[i]);
        first = first ? first : &all[i];
      }
  if (need->kind == BF_NEED_REQUEST && strchr (need->key, ':'))
    {
      g_auto (GStrv) parts = g_strsplit (need->key, ":", 2);
      const BfArchetype *asked = archetype_of (set, parts[0]);

      if (asked)
        return why_not (set, asked);
    }
  return first ? why_not (set, first) : why_nobody (set, need);
}
