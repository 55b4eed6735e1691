/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between the steps of a set: prerequisites, decommissions behind their
 * replacements, restore and owner rules, claims and due dates. Hard links never fall away; a soft
 * one orders two steps only where it closes no loop, and one that was dropped is listed. Reading
 * comes before writing back: where both are selected in an area, what only reads there is released
 * before the other cuts over. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-step-private.h"

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

static void
link_archetypes (const BfStepSet *set, const BfStep *step, const char *const *ids, GArray *to)
{
  for (guint i = 0; ids[i]; i++)
    for (guint k = 0; k < set->steps->len; k++)
      if (step_at (set, k) != step && bf_step_is (step_at (set, k), ids[i]))
        bf_ints_add (to, (int) k);
}

/* A decommission follows the step that answers each system it takes out. */
static void
link_served (const BfStepSet *set, BfStep *step)
{
  for (guint i = 0; i < step->systems->len; i++)
    for (guint k = 0; k < set->steps->len; k++)
      {
        int system = g_array_index (step->systems, int, i);
        const BfStep *other = step_at (set, k);

        if (!other->decommissions && bf_ints_contain (other->systems, system) &&
            bf_archetype_fits (other->archetype,
                               BF_ROW (set->plan, SYSTEM, BfSystem, (guint) system),
                               set->needs->disposition[system]))
          bf_ints_add (step->served, (int) k);
      }
}

static gboolean
share_an_area (const BfStep *one, const BfStep *other)
{
  for (guint i = 0; i < one->areas->len; i++)
    if (bf_ints_contain (other->areas, g_array_index (one->areas, int, i)))
      return TRUE;
  return one->areas->len == 0 && other->areas->len == 0;
}

/* A rule of its own: it joins steps that are selected anyway, and selects none. */
static void
link_reading (const BfStepSet *set, BfStep *step)
{
  for (guint k = 0; step->archetype->writes && k < set->steps->len; k++)
    if (step_at (set, k)->archetype->reads && share_an_area (step, step_at (set, k)))
      bf_ints_add (step->hard, (int) k);
}

static void
link_hard (const BfStepSet *set, BfStep *step)
{
  link_archetypes (set, step, step->archetype->hard, step->hard);
  link_reading (set, step);
  if (step->decommissions)
    link_served (set, step);
  else if (!bf_equivalent_stands (set, step->archetype->any_of))
    link_archetypes (set, step, step->archetype->any_of, step->any_of);
}

/* --- Restore, owner. --- */

static void
mark_rules (const BfStepSet *set, BfStep *step)
{
  gboolean restore = FALSE, owner = FALSE;

  for (guint i = 0; i < step->systems->len; i++)
    {
      int system = g_array_index (step->systems, int, i);

      restore = restore || set->needs->no_restore_test[system];
      owner = owner || set->needs->no_owner[system];
    }
  step->needs_restore =
      restore && !bf_step_is (step, "ST04") && bf_step_set_find (set, "ST04:site") >= 0;
  step->needs_owner =
      owner && !bf_step_is (step, "ST02") && bf_step_set_find (set, "ST02:site") >= 0;
}

/* --- Claims. --- */

static gboolean
lifts_dimension (const BfStepSet *set, const BfStep *step, const char *dimension)
{
  const BfDimension *known = bf_catalogue_dimension (set->catalogue, NULL, dimension);

  if (!known)
    known = bf_catalogue_dimension (set->catalogue, BF_HUB, dimension);
  for (guint i = 0; known && i < step->archetype->n_lifts; i++)
    if (strcmp (step->archetype->lifts[i].dimension, known->id) == 0)
      return TRUE;
  return FALSE;
}

static void
rely_on_claim (BfStepSet *set, BfStep *step, guint index)
{
  const BfClaim *claim = BF_ROW (set->plan, CLAIM, BfClaim, index);
  int system = bf_plan_index (set->plan, BF_SYSTEM, claim->system);
  int state = bf_claim_state_on (claim, bf_plan_start (set->plan));
  g_autofree char *what = NULL;

  if (system < 0 || !bf_ints_contain (step->systems, system) || step->decommissions || state < 1 ||
      state > 3 || !claim->dimension || !lifts_dimension (set, step, claim->dimension))
    return;
  if (claim->state_4_due != BF_BLANK)
    {
      bf_ints_add (step->claims, (int) index);
      step->claim_gate = MAX (step->claim_gate, claim->state_4_due);
      return;
    }
  what = g_strdup_printf (_ ("Claim %s: State 4 due by"), claim->row.key);
  bf_step_set_assume (
      set, what, _ ("not relied on"), _ ("It has no date by which it must be tested here"));
}

static void
fill_due (const BfStepSet *set, BfStep *step)
{
  step->due = step->decision ? step->decision->due : BF_BLANK;
  for (guint i = 0; i < step->answers->len; i++)
    {
      gint64 due = set->needs->needs[g_array_index (step->answers, int, i)].due;

      if (due != BF_BLANK && (step->due == BF_BLANK || due < step->due))
        step->due = due;
    }
}

/* --- Soft prerequisites. --- */

static gboolean comes_before (const BfStepSet *set, guint target, guint from, gboolean *seen);

static gboolean
any_comes_before (const BfStepSet *set, guint target, const GArray *list, gboolean *seen)
{
  for (guint i = 0; i < list->len; i++)
    if (comes_before (set, target, (guint) g_array_index (list, int, i), seen))
      return TRUE;
  return FALSE;
}

static gboolean
key_comes_before (const BfStepSet *set, guint target, const char *key, gboolean *seen)
{
  int index = bf_step_set_find (set, key);

  return index >= 0 && comes_before (set, target, (guint) index, seen);
}

static gboolean
user_order_comes_before (const BfStepSet *set, guint target, const BfStep *step, gboolean *seen)
{
  for (guint i = 0; i < bf_plan_count (set->plan, BF_DEPENDENCY); i++)
    {
      const BfDependency *row = BF_ROW (set->plan, DEPENDENCY, BfDependency, i);

      if (row->before && row->after && g_ascii_strcasecmp (row->after, step->key) == 0 &&
          key_comes_before (set, target, row->before, seen))
        return TRUE;
    }
  return FALSE;
}

/* TRUE when @target is @from, or has to come before it. */
static gboolean
comes_before (const BfStepSet *set, guint target, guint from, gboolean *seen)
{
  const BfStep *step = step_at (set, from);

  if (target == from)
    return TRUE;
  if (seen[from])
    return FALSE;
  seen[from] = TRUE;
  return any_comes_before (set, target, step->hard, seen) ||
         any_comes_before (set, target, step->any_of, seen) ||
         any_comes_before (set, target, step->served, seen) ||
         any_comes_before (set, target, step->soft, seen) ||
         (step->needs_restore && key_comes_before (set, target, "ST04:site", seen)) ||
         (step->needs_owner && key_comes_before (set, target, "ST02:site", seen)) ||
         user_order_comes_before (set, target, step, seen);
}

static void
try_soft (BfStepSet *set, guint index, guint before)
{
  g_autofree gboolean *seen = g_new0 (gboolean, set->steps->len);
  BfStep *step = step_at (set, index);
  g_autofree char *what = NULL;

  if (bf_ints_contain (step->hard, (int) before) || bf_ints_contain (step->any_of, (int) before))
    return;
  if (!comes_before (set, index, before, seen))
    {
      bf_ints_add (step->soft, (int) before);
      return;
    }
  /* Translators: keys of two steps. */
  what = g_strdup_printf (_ ("%s after %s"), step->key, step_at (set, before)->key);
  bf_step_set_assume (set, what, _ ("dropped"), _ ("This soft prerequisite would close a loop"));
}

static void
link_soft (BfStepSet *set)
{
  for (guint i = 0; i < set->steps->len; i++)
    {
      g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (int));

      link_archetypes (set, step_at (set, i), step_at (set, i)->archetype->soft, wanted);
      for (guint k = 0; k < wanted->len; k++)
        try_soft (set, i, (guint) g_array_index (wanted, int, k));
    }
}

void
bf_steps_link (BfStepSet *set)
{
  for (guint i = 0; i < set->steps->len; i++)
    {
      BfStep *step = step_at (set, i);

      link_hard (set, step);
      mark_rules (set, step);
      fill_due (set, step);
      g_array_set_size (step->claims, 0);
      step->claim_gate = BF_BLANK;
      for (guint k = 0; k < bf_plan_count (set->plan, BF_CLAIM); k++)
        rely_on_claim (set, step, k);
    }
  bf_steps_phase (set);
  link_soft (set);
}
