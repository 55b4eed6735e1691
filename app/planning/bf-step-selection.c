/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Narrowing a set of candidates to chosen steps, closed over what they require. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-step-cost.h"
#include "bf-step-private.h"

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

/* @archetype: an id of the catalogue, which holds every string once. Selection asks this millions
 * of times. */
static gboolean
is_of (const BfStepSet *set, guint index, const char *archetype)
{
  return step_at (set, index)->archetype->id == archetype;
}

static gboolean
any_wanted_of (const BfStepSet *set, const gboolean *wanted, const char *archetype)
{
  for (guint i = 0; i < set->steps->len; i++)
    if (wanted[i] && is_of (set, i, archetype))
      return TRUE;
  return FALSE;
}

static gboolean
is_banned (const gboolean *banned, guint index)
{
  return banned && banned[index];
}

/* Of several steps of an archetype: mandatory before optional, then most systems, then key. */
static int
preferred_of (const BfStepSet *set, const char *archetype, const gboolean *banned)
{
  int best = -1;

  for (guint i = 0; i < set->steps->len; i++)
    {
      const BfStep *step = step_at (set, i);
      const BfStep *other = best < 0 ? NULL : step_at (set, (guint) best);

      if (!is_of (set, i, archetype) || is_banned (banned, i))
        continue;
      if (!other || (step->mandatory && !other->mandatory) ||
          (step->mandatory == other->mandatory && step->systems->len > other->systems->len))
        best = (int) i;
    }
  return best;
}

static int
cheapest_of (const BfStepSet *set, const GArray *members, const gboolean *banned)
{
  int best = -1;

  for (guint i = 0; i < members->len; i++)
    {
      int member = g_array_index (members, int, i);

      if (!is_banned (banned, (guint) member) &&
          (best < 0 || bf_estimate_mean (step_at (set, (guint) member)->capex) <
                           bf_estimate_mean (step_at (set, (guint) best)->capex)))
        best = member;
    }
  return best;
}

static gboolean
any_wanted_in (const gboolean *wanted, const GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    if (wanted[g_array_index (members, int, i)])
      return TRUE;
  return FALSE;
}

static gboolean
want (gboolean *wanted, int index)
{
  if (index < 0 || wanted[index])
    return FALSE;
  wanted[index] = TRUE;
  return TRUE;
}

static gboolean
close_step (const BfStepSet *set, gboolean *wanted, const gboolean *banned, guint index)
{
  const BfStep *step = step_at (set, index);
  gboolean changed = FALSE;

  for (guint i = 0; step->archetype->hard[i]; i++)
    if (!any_wanted_of (set, wanted, step->archetype->hard[i]) &&
        want (wanted, preferred_of (set, step->archetype->hard[i], banned)))
      changed = TRUE;
  if (step->any_of->len && !any_wanted_in (wanted, step->any_of) &&
      want (wanted, cheapest_of (set, step->any_of, banned)))
    changed = TRUE;
  return changed;
}

/* A decommission comes with its replacements and never without; it serves nothing of the set when
 * they are all done. */
static gboolean
settle_decommission (const BfStepSet *set, gboolean *wanted, guint index)
{
  const BfStep *step = step_at (set, index);
  gboolean serves = step->served->len == 0 || any_wanted_in (wanted, step->served);

  if (!step->decommissions || wanted[index] == serves)
    return FALSE;
  wanted[index] = serves;
  return serves;
}

void
bf_step_set_close_but (const BfStepSet *set, gboolean *wanted, const gboolean *banned)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < set->steps->len; i++)
        {
          if (settle_decommission (set, wanted, i))
            changed = TRUE;
          if (wanted[i] && close_step (set, wanted, banned, i))
            changed = TRUE;
        }
    }
}

void
bf_step_set_close (const BfStepSet *set, gboolean *wanted)
{
  bf_step_set_close_but (set, wanted, NULL);
}

static gboolean
all_banned_of (const BfStepSet *set, const char *archetype, const gboolean *banned)
{
  gboolean any = FALSE;

  for (guint i = 0; i < set->steps->len; i++)
    {
      if (!bf_step_is (step_at (set, i), archetype))
        continue;
      if (!banned[i])
        return FALSE;
      any = TRUE;
    }
  return any;
}

static gboolean
all_banned_in (const GArray *members, const gboolean *banned)
{
  for (guint i = 0; i < members->len; i++)
    if (!banned[g_array_index (members, int, i)])
      return FALSE;
  return members->len > 0;
}

gboolean
bf_step_set_is_stuck (const BfStepSet *set, guint index, const gboolean *banned)
{
  const BfStep *step = step_at (set, index);

  for (guint i = 0; step->archetype->hard[i]; i++)
    if (all_banned_of (set, step->archetype->hard[i], banned))
      return TRUE;
  return all_banned_in (step->any_of, banned) || all_banned_in (step->served, banned);
}

/* --- The new set. --- */

/* What was assumed of single steps is found again when the new set is linked and evaluated. */
static gboolean
is_of_step (const BfStepSet *set, const char *what)
{
  for (guint i = 0; i < set->steps->len; i++)
    {
      const char *key = step_at (set, i)->key;

      if (g_str_has_prefix (what, key) && what[strlen (key)] != '\0' &&
          !g_ascii_isalnum (what[strlen (key)]))
        return TRUE;
    }
  return FALSE;
}

static void
copy_lists (const BfStepSet *from, BfStepSet *to)
{
  for (guint i = 0; i < from->assumptions->len; i++)
    {
      const BfAssumption *one = g_ptr_array_index (from->assumptions, i);

      if (!is_of_step (from, one->what))
        bf_step_set_assume (to, one->what, one->value, one->basis);
    }
  for (guint i = 0; i < from->unmet->len; i++)
    {
      const BfUnmet *one = g_ptr_array_index (from->unmet, i);

      bf_step_set_unmet (to, one->kind, one->key, g_strdup (one->why));
    }
}

static gboolean
is_answered (const BfStepSet *set, int system)
{
  for (guint i = 0; i < set->steps->len; i++)
    if (!step_at (set, i)->decommissions && bf_ints_contain (step_at (set, i)->systems, system))
      return TRUE;
  return FALSE;
}

/* Only systems whose replacement was kept are taken out. */
static void
trim_decommission (BfStepSet *set, BfStep *step)
{
  guint i = 0;

  while (i < step->systems->len)
    if (is_answered (set, g_array_index (step->systems, int, i)) ||
        bf_steps_answer_is_done (set, g_array_index (step->systems, int, i)))
      i++;
    else
      g_array_remove_index (step->systems, i);
  bf_steps_fill_scope (set, step);
}

static gboolean
need_is_answered (const BfStepSet *set, int need)
{
  for (guint i = 0; i < set->steps->len; i++)
    if (bf_ints_contain (step_at (set, i)->answers, need))
      return TRUE;
  return FALSE;
}

static gboolean
is_listed (const BfStepSet *set, const BfNeed *need)
{
  for (guint i = 0; i < set->unmet->len; i++)
    {
      const BfUnmet *unmet = g_ptr_array_index (set->unmet, i);

      if (unmet->kind == need->kind && strcmp (unmet->key, need->key) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
list_given_up (BfStepSet *set)
{
  for (guint i = 0; i < set->needs->n_needs; i++)
    {
      const BfNeed *need = &set->needs->needs[i];

      if (!need_is_answered (set, (int) i) && !is_listed (set, need))
        bf_step_set_unmet (
            set,
            need->kind,
            need->key,
            g_strdup (_ ("A step would answer it, but it is not part of this plan.")));
    }
}

BfStepSet *
bf_step_set_select (const BfStepSet *set, const int *keep, const int *modes, guint n_keep)
{
  BfStepSet *chosen = bf_step_set_new (set->plan, set->catalogue, set->needs);
  g_autofree gboolean *wanted = g_new0 (gboolean, set->steps->len + 1);
  g_autofree int *mode_of = g_new (int, set->steps->len + 1);

  chosen->no_buffer = set->no_buffer;
  for (guint i = 0; i < set->steps->len; i++)
    mode_of[i] = -1;
  for (guint i = 0; i < n_keep; i++)
    {
      wanted[keep[i]] = TRUE;
      mode_of[keep[i]] = modes ? modes[i] : -1;
    }
  bf_step_set_close (set, wanted);
  copy_lists (set, chosen);
  for (guint i = 0; i < set->steps->len; i++)
    if (wanted[i])
      bf_step_set_add (chosen, bf_step_copy (chosen, step_at (set, i)));
  for (guint i = 0; i < chosen->steps->len; i++)
    if (step_at (chosen, i)->decommissions)
      trim_decommission (chosen, step_at (chosen, i));
  bf_steps_link (chosen);
  list_given_up (chosen);
  for (guint i = 0; i < chosen->steps->len; i++)
    {
      BfStep *step = step_at (chosen, i);
      int mode = mode_of[bf_step_set_find (set, step->key)];

      if (mode < 0)
        bf_step_default_mode (chosen, step);
      else
        bf_step_evaluate (chosen, step, mode);
    }
  return chosen;
}
