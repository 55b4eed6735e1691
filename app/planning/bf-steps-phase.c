/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The phase of each step of a set: what the user says, else what the catalogue suggests, raised to
 * that of what it requires. A step that a gate would keep from the horizon may stand lower. */

#include <glib/gi18n-lib.h>

#include "bf-phases.h"
#include "bf-step-private.h"

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

static gboolean
raise_to (const BfStepSet *set, BfStep *step, const GArray *before)
{
  gboolean raised = FALSE;

  for (guint i = 0; i < before->len; i++)
    {
      int phase = step_at (set, (guint) g_array_index (before, int, i))->phase;

      if (phase > step->phase)
        {
          step->phase = phase;
          raised = TRUE;
        }
    }
  return raised;
}

static void
raise_phases (const BfStepSet *set)
{
  gboolean raised = TRUE;

  for (guint round = 0; raised && round <= set->steps->len; round++)
    {
      raised = FALSE;
      for (guint i = 0; i < set->steps->len; i++)
        {
          BfStep *step = step_at (set, i);
          gboolean by_hard = raise_to (set, step, step->hard);
          gboolean by_group = raise_to (set, step, step->any_of);
          gboolean by_served = raise_to (set, step, step->served);

          raised = raised || by_hard || by_group || by_served;
        }
    }
}

static gboolean
is_told (const BfStep *step)
{
  return step->decision && step->decision->phase != BF_BLANK;
}

void
bf_steps_phase (BfStepSet *set)
{
  for (guint i = 0; i < set->steps->len; i++)
    {
      BfStep *step = step_at (set, i);

      step->phase = is_told (step)
                        ? bf_phases_find (set->plan, set->catalogue, step->decision->phase)
                        : bf_phases_default (set->plan, set->catalogue, step->archetype->phase);
    }
  raise_phases (set);
  for (guint i = 0; i < set->steps->len; i++)
    step_at (set, i)->usual_phase = step_at (set, i)->phase;
}

gboolean
bf_step_may_stand_lower (const BfStep *step)
{
  return !is_told (step) && !step->decommissions && step->usual_phase > 0;
}

void
bf_step_set_lower (BfStepSet *set, const int *phases)
{
  for (guint i = 0; i < set->steps->len; i++)
    {
      BfStep *step = step_at (set, i);

      step->phase = step->usual_phase;
      if (phases[i] >= 0 && bf_step_may_stand_lower (step))
        step->phase = MIN (phases[i], step->usual_phase);
    }
  raise_phases (set);
}

void
bf_step_set_lower_like (BfStepSet *set, const BfStepSet *other)
{
  g_autofree int *phases = g_new (int, set->steps->len + 1);

  for (guint i = 0; i < set->steps->len; i++)
    {
      int index = bf_step_set_find (other, step_at (set, i)->key);

      phases[i] = index >= 0 && bf_step_is_lowered (step_at (other, (guint) index))
                      ? step_at (other, (guint) index)->phase
                      : -1;
    }
  bf_step_set_lower (set, phases);
}

gboolean
bf_step_is_lowered (const BfStep *step)
{
  return step->phase < step->usual_phase;
}

void
bf_step_lowered_because (BfStepSet *set, BfStep *step, char *sentence)
{
  /* Translators: key of a step. */
  g_autofree char *what = g_strdup_printf (_ ("%s: Phase"), step->key);
  g_autofree char *value =
      g_strdup_printf ("%d", bf_phases_number (set->plan, (guint) step->phase));

  step->lowered_because = bf_step_set_take (set, sentence);
  g_ptr_array_add (step->why, (gpointer) step->lowered_because);
  bf_step_set_assume (set, what, value, step->lowered_because);
}
