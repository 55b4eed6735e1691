/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bf-step-private.h"

static void
step_free (BfStep *step)
{
  GArray *const arrays[] = {
    step->systems, step->areas, step->redone, step->answers, step->hard,
    step->any_of,  step->soft,  step->served, step->claims,
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_clear_pointer (&step->lines, g_array_unref);
  g_clear_pointer (&step->campaigns, g_array_unref);
  g_ptr_array_unref (step->why);
  g_free (step);
}

BfStepSet *
bf_step_set_new (const BfPlan *plan, const BfCatalogue *catalogue, const BfNeeds *needs)
{
  BfStepSet *set = g_new0 (BfStepSet, 1);

  set->plan = plan;
  set->catalogue = catalogue;
  set->needs = needs;
  set->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  set->unmet = g_ptr_array_new_with_free_func (g_free);
  set->assumptions = g_ptr_array_new_with_free_func (g_free);
  set->blocks = g_ptr_array_new_with_free_func (g_free);
  set->strings = g_string_chunk_new (4096);
  return set;
}

void
bf_step_set_free (BfStepSet *set)
{
  g_ptr_array_unref (set->steps);
  g_ptr_array_unref (set->unmet);
  g_ptr_array_unref (set->assumptions);
  g_ptr_array_unref (set->blocks);
  g_string_chunk_free (set->strings);
  g_free (set);
}

void
bf_step_set_add (BfStepSet *set, BfStep *step)
{
  g_ptr_array_add (set->steps, step);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const BfStep *const *) a)->key, (*(const BfStep *const *) b)->key);
}

void
bf_step_set_sort (BfStepSet *set)
{
  g_ptr_array_sort (set->steps, compare_steps);
}

const char *
bf_step_set_take (BfStepSet *set, char *text)
{
  const char *kept = g_string_chunk_insert_const (set->strings, text);

  g_free (text);
  return kept;
}

int
bf_step_set_find (const BfStepSet *set, const char *key)
{
  for (guint i = 0; i < set->steps->len; i++)
    if (g_ascii_strcasecmp (((const BfStep *) g_ptr_array_index (set->steps, i))->key, key) == 0)
      return (int) i;
  return -1;
}

void
bf_step_set_assume (BfStepSet *set, const char *what, const char *value, const char *basis)
{
  BfAssumption *assumption;

  for (guint i = 0; i < set->assumptions->len; i++)
    {
      assumption = g_ptr_array_index (set->assumptions, i);
      if (strcmp (assumption->what, what) == 0 && strcmp (assumption->value, value) == 0)
        return;
    }
  assumption = g_new0 (BfAssumption, 1);
  assumption->what = g_string_chunk_insert_const (set->strings, what);
  assumption->value = g_string_chunk_insert_const (set->strings, value);
  assumption->basis = g_string_chunk_insert_const (set->strings, basis ? basis : "");
  g_ptr_array_add (set->assumptions, assumption);
}

void
bf_step_set_unmet (BfStepSet *set, BfNeedKind kind, const char *key, char *take_why)
{
  BfUnmet *unmet = g_new0 (BfUnmet, 1);

  unmet->kind = kind;
  unmet->key = g_string_chunk_insert_const (set->strings, key);
  unmet->why = bf_step_set_take (set, take_why);
  g_ptr_array_add (set->unmet, unmet);
}

/* --- One step. --- */

static const char *
title_of (BfStepSet *set, const BfArchetype *archetype, const char *scope_id)
{
  if (strcmp (scope_id, "site") == 0)
    return archetype->name;
  return bf_step_set_take (set, g_strdup_printf ("%s (%s)", archetype->name, scope_id));
}

BfStep *
bf_step_new (BfStepSet *set, const BfArchetype *archetype, const char *scope_id)
{
  BfStep *step = g_new0 (BfStep, 1);
  GArray **const arrays[] = {
    &step->systems, &step->areas, &step->redone, &step->answers, &step->hard,
    &step->any_of,  &step->soft,  &step->served, &step->claims,
  };
  const char **ids = g_new0 (const char *, 2);

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (int));
  step->why = g_ptr_array_new ();
  step->archetype = archetype;
  step->scope = archetype->scope;
  step->phase = archetype->phase;
  step->due = step->claim_gate = BF_BLANK;
  step->mode = archetype->modes[0];
  step->key = bf_step_set_take (set, g_strconcat (archetype->id, ":", scope_id, NULL));
  step->decision = BF_FIND (set->plan, STEP, BfStepDecision, step->key);
  step->title = step->decision && step->decision->title ? step->decision->title
                                                        : title_of (set, archetype, scope_id);
  ids[0] = g_string_chunk_insert_const (set->strings, scope_id);
  step->scope_ids = ids;
  g_ptr_array_add (set->blocks, ids);
  return step;
}

static void
copy_ints (GArray *to, const GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
}

BfStep *
bf_step_copy (BfStepSet *set, const BfStep *step)
{
  BfStep *copy = bf_step_new (set, step->archetype, step->scope_ids[0]);

  copy_ints (copy->systems, step->systems);
  copy_ints (copy->areas, step->areas);
  copy_ints (copy->redone, step->redone);
  copy_ints (copy->answers, step->answers);
  copy_ints (copy->claims, step->claims);
  copy->mandatory = step->mandatory;
  copy->decommissions = step->decommissions;
  copy->needs_restore = step->needs_restore;
  copy->needs_owner = step->needs_owner;
  copy->due = step->due;
  copy->claim_gate = step->claim_gate;
  copy->phase = step->phase;
  copy->mode = step->mode;
  for (guint i = 0; i < step->why->len; i++)
    bf_step_say (set, copy, g_strdup (g_ptr_array_index (step->why, i)));
  return copy;
}

void
bf_step_say (BfStepSet *set, BfStep *step, char *take_sentence)
{
  const char *sentence = bf_step_set_take (set, take_sentence);

  if (!g_ptr_array_find (step->why, sentence, NULL))
    g_ptr_array_add (step->why, (gpointer) sentence);
}

gboolean
bf_step_is (const BfStep *step, const char *archetype)
{
  return step->archetype->id == archetype || strcmp (step->archetype->id, archetype) == 0;
}

gboolean
bf_ints_contain (const GArray *ints, int value)
{
  for (guint i = 0; i < ints->len; i++)
    if (g_array_index (ints, int, i) == value)
      return TRUE;
  return FALSE;
}

gboolean
bf_ints_add (GArray *ints, int value)
{
  guint i = 0;

  while (i < ints->len && g_array_index (ints, int, i) < value)
    i++;
  if (i < ints->len && g_array_index (ints, int, i) == value)
    return FALSE;
  g_array_insert_val (ints, i, value);
  return TRUE;
}
