/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From needs to candidates: one step per archetype and scope, closed over prerequisites.
 *
 * A system that is decided on gets the first archetype of the rules' order that fits it. A gap
 * gets every archetype that lifts its dimension by a likely band beyond where it stands, as far as
 * the step needs no decision on a system (replacements follow decisions, not gaps) and as no
 * equivalent stands; an interface in debt every archetype that redoes its pair of kinds. What the
 * user asked for, governance and restore are always there. A step that the user rejected is not
 * proposed, nor is one whose hard prerequisite is rejected. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-step-maturity.h"
#include "bf-step-private.h"

static const char *const always[] = { "ST01", "ST02", "ST03", "ST04", NULL };

static const BfArchetype *
archetype_by_id (const BfStepSet *set, const char *id)
{
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (set->catalogue, &n);
  int index = bf_catalogue_archetype_index (set->catalogue, id);

  return index < 0 ? NULL : &all[index];
}

gboolean
bf_steps_are_done (const BfStepSet *set, const char *archetype)
{
  g_autofree char *prefix = g_strconcat (archetype, ":", NULL);

  for (guint i = 0; i < bf_plan_count (set->plan, BF_STEP); i++)
    {
      const BfStepDecision *row = BF_ROW (set->plan, STEP, BfStepDecision, i);

      if (row->status == BF_STATUS_DONE && g_str_has_prefix (row->row.key, prefix))
        return TRUE;
    }
  return FALSE;
}

/* Governance and restore leave a plan only when they are done. */
static gboolean
belongs_to_every_plan (BfStepSet *set, const BfStepDecision *decision)
{
  for (guint i = 0; always[i]; i++)
    if (g_str_has_prefix (decision->row.key, always[i]))
      {
        bf_step_set_assume (set,
                            decision->row.key,
                            _ ("kept although rejected"),
                            _ ("Governance and restore belong to every plan unless they are done"));
        return TRUE;
      }
  return FALSE;
}

BfStep *
bf_steps_want (BfStepSet *set, const BfArchetype *archetype, const char *scope_id)
{
  g_autofree char *key = g_strconcat (archetype->id, ":", scope_id, NULL);
  const BfStepDecision *decision = BF_FIND (set->plan, STEP, BfStepDecision, key);
  int index = bf_step_set_find (set, key);
  BfStep *step;

  if (index >= 0)
    return g_ptr_array_index (set->steps, (guint) index);
  if (decision && decision->status == BF_STATUS_DONE)
    return NULL;
  if (decision && decision->status == BF_STATUS_REJECTED && !belongs_to_every_plan (set, decision))
    return NULL;
  step = bf_step_new (set, archetype, scope_id);
  step->mandatory = decision && (decision->status == BF_STATUS_ACCEPTED ||
                                 decision->status == BF_STATUS_REQUESTED);
  bf_step_set_add (set, step);
  return step;
}

/* --- Needs of systems. --- */

static void
answer_system (BfStepSet *set, guint need_index)
{
  const BfNeed *need = &set->needs->needs[need_index];
  const BfSystem *system = BF_ROW (set->plan, SYSTEM, BfSystem, (guint) need->index);
  const BfArchetype *archetype =
      bf_archetype_for_system (set->catalogue, system, need->disposition);
  g_autofree char *scope =
      archetype ? bf_scope_of_system (set->plan, archetype, need->index) : NULL;
  BfStep *step = archetype ? bf_steps_want (set, archetype, scope) : NULL;

  if (!step)
    return;
  bf_ints_add (step->systems, need->index);
  bf_ints_add (step->answers, (int) need_index);
  step->mandatory = step->mandatory || need->decided;
}

/* --- Gaps. --- */

/* Replacements follow decisions; only what can be added to the plant follows a gap. */
static gboolean
may_follow_gap (const BfStepSet *set, const BfArchetype *archetype)
{
  const char *group[2] = { archetype->id, NULL };

  if (strcmp (archetype->id, "ST38") == 0 || archetype->scope == BF_SCOPE_LINE ||
      archetype->scope == BF_SCOPE_SYSTEM)
    return FALSE;
  return !bf_equivalent_stands (set, group);
}

static gboolean
has_step_of (const BfStepSet *set, const char *archetype)
{
  for (guint i = 0; i < set->steps->len; i++)
    if (bf_step_is (g_ptr_array_index (set->steps, i), archetype))
      return TRUE;
  return FALSE;
}

static void
want_by_types (BfStepSet *set, const BfArchetype *archetype)
{
  g_autofree char *scope = bf_scope_by_types (set->plan, archetype);

  bf_steps_want (set, archetype, scope);
}

static void
answer_gap (BfStepSet *set, const BfNeed *need)
{
  const BfLevelNow *level = &set->needs->levels[need->index];
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (set->catalogue, &n);

  for (guint i = 0; i < n; i++)
    if (bf_archetype_lifts_beyond (set->catalogue, &all[i], level) &&
        !has_step_of (set, all[i].id) && !bf_steps_are_done (set, all[i].id) &&
        may_follow_gap (set, &all[i]))
      want_by_types (set, &all[i]);
}

/* --- Interfaces and requests. --- */

static void
answer_interface (BfStepSet *set, guint interface)
{
  const BfInterface *row = BF_ROW (set->plan, INTERFACE, BfInterface, interface);
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (set->catalogue, &n);

  for (guint i = 0; i < n; i++)
    if (bf_archetype_redoes_interface (&all[i], set->plan, row) &&
        !bf_steps_are_done (set, all[i].id))
      want_by_types (set, &all[i]);
}

/* Links that hold a gap's dimension down are worth mending even where their debt is small. */
static void
answer_cap (BfStepSet *set, const BfNeed *need)
{
  const BfLevelNow *level = &set->needs->levels[need->index];

  for (guint i = 0; level->limiting && i < bf_plan_count (set->plan, BF_INTERFACE); i++)
    if (bf_steps_link_limits (set, level, i))
      answer_interface (set, i);
}

static void
answer_request (BfStepSet *set, guint need_index)
{
  const BfNeed *need = &set->needs->needs[need_index];
  g_auto (GStrv) parts = g_strsplit (need->key, ":", 2);
  const BfArchetype *archetype = parts[0] && parts[1] ? archetype_by_id (set, parts[0]) : NULL;
  BfStep *step = archetype ? bf_steps_want (set, archetype, parts[1]) : NULL;

  if (!step)
    return;
  step->mandatory = TRUE;
  bf_ints_add (step->answers, (int) need_index);
}

static void
answer_needs (BfStepSet *set)
{
  for (guint i = 0; i < set->needs->n_needs; i++)
    if (set->needs->needs[i].kind == BF_NEED_SYSTEM)
      answer_system (set, i);
    else if (set->needs->needs[i].kind == BF_NEED_REQUEST)
      answer_request (set, i);
  for (guint i = 0; i < set->needs->n_needs; i++)
    if (set->needs->needs[i].kind == BF_NEED_GAP)
      {
        answer_gap (set, &set->needs->needs[i]);
        answer_cap (set, &set->needs->needs[i]);
      }
    else if (set->needs->needs[i].kind == BF_NEED_INTERFACE)
      answer_interface (set, (guint) set->needs->needs[i].index);
}

static void
want_governance (BfStepSet *set)
{
  for (guint i = 0; always[i]; i++)
    {
      BfStep *step = bf_steps_want (set, archetype_by_id (set, always[i]), "site");

      if (step)
        step->mandatory = TRUE;
    }
}

/* --- What the user accepted. --- */

/* Whether the scope still names something of the plan. */
static gboolean
scope_stands (const BfStepSet *set, const BfArchetype *archetype, const char *scope)
{
  const char *slash = strchr (scope, '/');

  if (archetype->scope == BF_SCOPE_SITE || strcmp (scope, "site") == 0)
    return strcmp (scope, "site") == 0;
  if (archetype->scope == BF_SCOPE_AREA)
    return bf_plan_index (set->plan, BF_AREA, scope) >= 0;
  return bf_plan_index (set->plan, BF_SYSTEM, slash ? slash + 1 : scope) >= 0;
}

/* An accepted step stays, also when its need has gone meanwhile; a decommission comes and goes
 * with its replacements. */
static void
want_accepted (BfStepSet *set)
{
  for (guint i = 0; i < bf_plan_count (set->plan, BF_STEP); i++)
    {
      const BfStepDecision *row = BF_ROW (set->plan, STEP, BfStepDecision, i);
      g_auto (GStrv) parts = g_strsplit (row->row.key, ":", 2);
      const BfArchetype *archetype = parts[0] && parts[1] ? archetype_by_id (set, parts[0]) : NULL;

      if (row->status == BF_STATUS_ACCEPTED && archetype && strcmp (archetype->id, "ST38") != 0 &&
          scope_stands (set, archetype, parts[1]))
        bf_steps_want (set, archetype, parts[1]);
    }
}

/* --- Prerequisites. --- */

static const BfArchetype *
cheapest_member (const BfStepSet *set, const char *const *group)
{
  const BfArchetype *best = NULL;
  gboolean best_has_system = FALSE;

  for (guint i = 0; group[i]; i++)
    {
      const BfArchetype *member = archetype_by_id (set, group[i]);
      g_autofree char *scope = bf_scope_by_types (set->plan, member);
      gboolean has_system = member->scope == BF_SCOPE_SITE || strcmp (scope, "site") != 0;

      if (!best || (has_system && !best_has_system) ||
          (has_system == best_has_system &&
           bf_estimate_mean (member->capex_usd) < bf_estimate_mean (best->capex_usd)))
        {
          best = member;
          best_has_system = has_system;
        }
    }
  return best;
}

static gboolean
group_is_met (const BfStepSet *set, const char *const *group)
{
  for (guint i = 0; group[i]; i++)
    if (has_step_of (set, group[i]) || bf_steps_are_done (set, group[i]))
      return TRUE;
  return bf_equivalent_stands (set, group);
}

static void
require_of (BfStepSet *set, const BfArchetype *archetype)
{
  for (guint i = 0; archetype->hard[i]; i++)
    if (!has_step_of (set, archetype->hard[i]) && !bf_steps_are_done (set, archetype->hard[i]))
      want_by_types (set, archetype_by_id (set, archetype->hard[i]));
  if (archetype->any_of[0] && strcmp (archetype->id, "ST38") != 0 &&
      !group_is_met (set, archetype->any_of))
    want_by_types (set, cheapest_member (set, archetype->any_of));
}

void
bf_steps_add_prerequisites (BfStepSet *set)
{
  for (guint i = 0; i < set->steps->len; i++)
    require_of (set, ((const BfStep *) g_ptr_array_index (set->steps, i))->archetype);
}

/* A hard prerequisite is never waived: without it the step falls away too. */
static const char *
missing_prerequisite (const BfStepSet *set, const BfStep *step)
{
  for (guint i = 0; step->archetype->hard[i]; i++)
    if (!has_step_of (set, step->archetype->hard[i]) &&
        !bf_steps_are_done (set, step->archetype->hard[i]))
      return step->archetype->hard[i];
  if (step->archetype->any_of[0] && !step->decommissions &&
      !group_is_met (set, step->archetype->any_of))
    return step->archetype->any_of[0];
  return NULL;
}

static void
drop_blocked (BfStepSet *set)
{
  guint i = 0;

  while (i < set->steps->len)
    {
      const BfStep *step = g_ptr_array_index (set->steps, i);
      const char *missing = missing_prerequisite (set, step);

      if (!missing)
        {
          i++;
          continue;
        }
      bf_step_set_assume (
          set,
          step->key,
          _ ("not proposed"),
          bf_step_set_take (set,
                            g_strdup_printf (_ ("Its prerequisite %s was rejected"), missing)));
      g_ptr_array_remove_index (set->steps, i);
      i = 0;
    }
}

/* --- Scope. --- */

static void
touch_by_types (BfStepSet *set, BfStep *step)
{
  for (guint i = 0; i < bf_plan_count (set->plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (set->plan, SYSTEM, BfSystem, i);
      guint32 levels = step->archetype->levels;
      g_autofree char *scope = NULL;

      if (system->type < 0 || !(step->archetype->types & (1u << system->type)) ||
          (levels && system->isa95_level >= 0 && !(levels & (1u << system->isa95_level))))
        continue;
      scope = bf_scope_of_system (set->plan, step->archetype, (int) i);
      if (g_ascii_strcasecmp (scope, step->scope_ids[0]) == 0)
        bf_ints_add (step->systems, (int) i);
    }
}

static void
add_all_areas (BfStepSet *set, BfStep *step)
{
  for (guint i = 0; i < bf_plan_count (set->plan, BF_AREA); i++)
    bf_ints_add (step->areas, (int) i);
}

static void
add_areas_of (BfStepSet *set, BfStep *step, const BfSystem *system)
{
  if (bf_areas_are_site (system->area))
    {
      add_all_areas (set, step);
      return;
    }
  for (guint i = 0; system->area[i]; i++)
    {
      int area = bf_plan_index (set->plan, BF_AREA, system->area[i]);

      if (area >= 0)
        bf_ints_add (step->areas, area);
    }
}

static void
fill_areas (BfStepSet *set, BfStep *step)
{
  int own =
      step->scope == BF_SCOPE_AREA ? bf_plan_index (set->plan, BF_AREA, step->scope_ids[0]) : -1;

  g_array_set_size (step->areas, 0);
  for (guint i = 0; i < step->systems->len; i++)
    add_areas_of (
        set,
        step,
        BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i)));
  if (step->areas->len == 0 && own >= 0)
    bf_ints_add (step->areas, own);
  else if (step->areas->len == 0)
    add_all_areas (set, step);
}

void
bf_steps_fill_scope (BfStepSet *set, BfStep *step)
{
  if (step->systems->len == 0 && step->scope != BF_SCOPE_SITE && !step->decommissions)
    touch_by_types (set, step);
  fill_areas (set, step);
  for (guint i = 0; i < bf_plan_count (set->plan, BF_INTERFACE); i++)
    if (bf_archetype_redoes_interface (
            step->archetype, set->plan, BF_ROW (set->plan, INTERFACE, BfInterface, i)))
      bf_ints_add (step->redone, (int) i);
}

/* --- Decommission. --- */

static BfStep *
decommission_for (BfStepSet *set, int system)
{
  const BfArchetype *archetype = archetype_by_id (set, "ST38");
  g_autofree char *scope = bf_scope_of_system (set->plan, archetype, system);
  BfStep *step = bf_steps_want (set, archetype, scope);

  if (step)
    step->decommissions = TRUE;
  return step;
}

static char *
key_of_answer (const BfStepSet *set, int system)
{
  const BfSystem *row = BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system);
  const BfArchetype *archetype =
      bf_archetype_for_system (set->catalogue, row, set->needs->disposition[system]);
  g_autofree char *scope = archetype ? bf_scope_of_system (set->plan, archetype, system) : NULL;

  return archetype ? g_strconcat (archetype->id, ":", scope, NULL) : NULL;
}

gboolean
bf_steps_answer_is_done (const BfStepSet *set, int system)
{
  g_autofree char *key = key_of_answer (set, system);
  const BfStepDecision *decision = BF_FIND (set->plan, STEP, BfStepDecision, key);

  return decision && decision->status == BF_STATUS_DONE;
}

/* Taken out by a step of the set, or by one that is done. */
static gboolean
is_taken_out (const BfStepSet *set, const BfNeed *need)
{
  const BfSystem *system = BF_ROW (set->plan, SYSTEM, BfSystem, (guint) need->index);
  g_autofree char *key = NULL;

  if (!bf_disposition_takes_out (need->disposition) || !bf_system_needs_decommission (system))
    return FALSE;
  key = key_of_answer (set, need->index);
  return key && (bf_step_set_find (set, key) >= 0 || bf_steps_answer_is_done (set, need->index));
}

void
bf_steps_add_decommissions (BfStepSet *set)
{
  for (guint i = 0; i < set->needs->n_needs; i++)
    {
      const BfNeed *need = &set->needs->needs[i];
      BfStep *step = need->kind == BF_NEED_SYSTEM && is_taken_out (set, need)
                         ? decommission_for (set, need->index)
                         : NULL;

      if (step)
        bf_ints_add (step->systems, need->index);
    }
}

static gboolean
is_still_taken_out (const BfStepSet *set, int system)
{
  g_autofree char *key = key_of_answer (set, system);

  return (key && bf_step_set_find (set, key) >= 0) || bf_steps_answer_is_done (set, system);
}

/* After steps have fallen away with their prerequisites: what they would have replaced stays. */
static void
trim_decommissions (BfStepSet *set)
{
  for (guint i = set->steps->len; i-- > 0;)
    {
      BfStep *step = g_ptr_array_index (set->steps, i);

      if (!step->decommissions)
        continue;
      for (guint k = step->systems->len; k-- > 0;)
        if (!is_still_taken_out (set, g_array_index (step->systems, int, k)))
          g_array_remove_index (step->systems, k);
      if (step->systems->len == 0)
        g_ptr_array_remove_index (set->steps, i);
    }
}

/* --- Answers and what stays unmet. --- */

static gboolean
takes_out (const BfStepSet *set, const BfStep *step, int system)
{
  return system >= 0 && bf_ints_contain (step->systems, system) &&
         bf_disposition_takes_out (set->needs->disposition[system]);
}

static gboolean
takes_out_end (const BfStepSet *set, const BfStep *step, int interface)
{
  return !step->decommissions && (takes_out (set, step, set->needs->from[interface]) ||
                                  takes_out (set, step, set->needs->to[interface]));
}

static gboolean
step_answers (const BfStepSet *set, const BfStep *step, const BfNeed *need)
{
  switch (need->kind)
    {
    case BF_NEED_GAP:
      return bf_archetype_lifts_beyond (
          set->catalogue, step->archetype, &set->needs->levels[need->index]);
    case BF_NEED_INTERFACE:
      return bf_ints_contain (step->redone, need->index) || takes_out_end (set, step, need->index);
    case BF_NEED_SYSTEM:
    case BF_NEED_REQUEST:
    default:
      return FALSE; /* linked when the step was made */
    }
}

static void
link_answers (BfStepSet *set)
{
  for (guint i = 0; i < set->needs->n_needs; i++)
    {
      const BfNeed *need = &set->needs->needs[i];
      gboolean met = need->kind == BF_NEED_SYSTEM && bf_steps_answer_is_done (set, need->index);

      for (guint k = 0; k < set->steps->len; k++)
        {
          BfStep *step = g_ptr_array_index (set->steps, k);

          if (step_answers (set, step, need))
            bf_ints_add (step->answers, (int) i);
          met = met || bf_ints_contain (step->answers, (int) i);
        }
      if (!met)
        bf_step_set_unmet (set, need->kind, need->key, bf_steps_why_unmet (set, need));
    }
}

static void
assume_default (const char *what, const char *value, const char *basis, gpointer data)
{
  bf_step_set_assume (data, what, value, basis);
}

static void
assume_not_kept (BfStepSet *set, const BfSystem *system)
{
  g_autofree char *what = g_strdup_printf (_ ("System %s: Kept by"), system->row.key);

  bf_step_set_assume (
      set,
      what,
      _ ("not kept"),
      _ ("A date without the decision that says so does not replace the support date"));
}

/* What stays as it is gets no step; one sees until when somebody supports it. */
static void
list_retained (BfStepSet *set, guint index)
{
  const BfSystem *system = BF_ROW (set->plan, SYSTEM, BfSystem, index);
  gint64 end = set->needs->support_end[index];
  g_autofree char *day = end == BF_BLANK ? NULL : bf_day_text (end);
  g_autofree char *what = g_strdup_printf (_ ("System %s, retained"), system->row.key);
  g_autofree char *value = NULL;

  if (!day)
    value = g_strdup (_ ("end of support unknown"));
  else if (end != system->eos_date)
    /* Translators: a day. */
    value = g_strdup_printf (_ ("kept until %s"), day);
  else if (end < bf_plan_start (set->plan))
    /* Translators: a day. */
    value = g_strdup_printf (_ ("out of support since %s"), day);
  else
    /* Translators: a day. */
    value = g_strdup_printf (_ ("supported until %s"), day);
  bf_step_set_assume (set, what, value, _ ("Its decision gives no replacement step"));
}

static void
assume_decisions (BfStepSet *set)
{
  const BfField *field = bf_record_field (&bf_system_record, "disposition");

  for (guint i = 0; i < bf_plan_count (set->plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (set->plan, SYSTEM, BfSystem, i);
      int disposition = set->needs->disposition[i];
      g_autofree char *what = g_strdup_printf (_ ("System %s: 7R decision"), system->row.key);

      if (system->kept_until != BF_BLANK && !(system->kept_by && *system->kept_by))
        assume_not_kept (set, system);
      if (disposition == BF_DISPOSITION_RETAIN)
        list_retained (set, i);
      if (system->disposition < 0 && disposition >= 0)
        bf_step_set_assume (set,
                            what,
                            field->choices[disposition].id,
                            system->time_class >= 0
                                ? _ ("Stands for its TIME class")
                                : _ ("Its obsolescence score or end of support asks for it"));
    }
}

BfStepSet *
bf_steps_propose (const BfPlan *plan, const BfCatalogue *catalogue, const BfNeeds *needs)
{
  BfStepSet *set = bf_step_set_new (plan, catalogue, needs);

  bf_plan_assume (plan, catalogue, assume_default, set);
  assume_decisions (set);
  answer_needs (set);
  want_governance (set);
  want_accepted (set);
  bf_steps_add_decommissions (set);
  bf_steps_add_prerequisites (set);
  drop_blocked (set);
  trim_decommissions (set);
  bf_step_set_sort (set);
  for (guint i = 0; i < set->steps->len; i++)
    bf_steps_fill_scope (set, g_ptr_array_index (set->steps, i));
  link_answers (set);
  bf_steps_link (set);
  bf_steps_explain (set);
  for (guint i = 0; i < set->steps->len; i++)
    {
      BfStep *step = g_ptr_array_index (set->steps, i);

      bf_step_evaluate (set, step, bf_step_default_mode (set, step));
    }
  return set;
}
