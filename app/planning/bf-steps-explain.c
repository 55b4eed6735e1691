/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a step exists: needs, rules, what requires it, links that hold a dimension down, and the
 * requirements that name its systems. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-step-private.h"

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

static void
explain_needs (BfStepSet *set, BfStep *step)
{
  for (guint i = 0; i < step->answers->len; i++)
    bf_step_say (
        set, step, g_strdup (set->needs->needs[g_array_index (step->answers, int, i)].reason));
}

static void
explain_rules (BfStepSet *set, BfStep *step)
{
  static const char *const governance[] = { "ST01", "ST02", "ST03", NULL };

  if (g_strv_contains (governance, step->archetype->id))
    bf_step_say (set, step, g_strdup (_ ("Governance belongs to every plan.")));
  if (bf_step_is (step, "ST04"))
    bf_step_say (
        set,
        step,
        g_strdup (_ ("Tested backups belong to every plan: no cutover without a way back.")));
  if (step->decision && step->decision->status == BF_STATUS_ACCEPTED)
    bf_step_say (set, step, g_strdup (_ ("It was accepted.")));
  if (step->decommissions)
    bf_step_say (
        set,
        step,
        g_strdup (_ ("Systems that are taken out hold records, which need an archive before the "
                     "old system goes.")));
}

static void
explain_dependants (BfStepSet *set, guint index)
{
  BfStep *step = step_at (set, index);

  for (guint i = 0; i < set->steps->len; i++)
    {
      const BfStep *other = step_at (set, i);

      if (bf_ints_contain (other->hard, (int) index) && step->archetype->reads &&
          other->archetype->writes)
        /* Translators: the title of a step. */
        bf_step_say (
            set,
            step,
            g_strdup_printf (_ ("It only reads, and comes before “%s”, which writes back."),
                             other->title));
      else if (bf_ints_contain (other->hard, (int) index))
        /* Translators: the title of a step. */
        bf_step_say (set, step, g_strdup_printf (_ ("%s requires it."), other->title));
      else if (bf_ints_contain (other->any_of, (int) index))
        bf_step_say (
            set, step, g_strdup_printf (_ ("%s requires it or a like step."), other->title));
    }
}

static gboolean
is_limiting (const BfLevelNow *level, const char *key)
{
  return key && g_strv_contains (level->limiting, key);
}

gboolean
bf_steps_link_limits (const BfStepSet *set, const BfLevelNow *level, guint interface)
{
  const BfInterface *row = BF_ROW (set->plan, INTERFACE, BfInterface, interface);

  return level->limiting && is_limiting (level, row->source_system) &&
         is_limiting (level, row->target_system) &&
         (!bf_interface_is_electronic (row) || row->owner != 1);
}

static void
explain_caps (BfStepSet *set, BfStep *step)
{
  for (guint i = 0; i < set->needs->n_levels; i++)
    for (guint k = 0; k < step->redone->len; k++)
      {
        const BfLevelNow *level = &set->needs->levels[i];
        int link = g_array_index (step->redone, int, k);

        if (level->makes_need && level->target > level->counted &&
            bf_steps_link_limits (set, level, (guint) link))
          /* Translators: the key of an interface and the id of a dimension. */
          bf_step_say (
              set,
              step,
              g_strdup_printf (_ ("It mends interface %s, which holds %s down."),
                               BF_ROW (set->plan, INTERFACE, BfInterface, (guint) link)->row.key,
                               level->dimension));
      }
}

static gboolean
names_system (const BfStepSet *set, const BfRequirement *requirement, const BfStep *step)
{
  for (guint i = 0; requirement->systems && requirement->systems[i]; i++)
    if (bf_ints_contain (step->systems,
                         bf_plan_index (set->plan, BF_SYSTEM, requirement->systems[i])))
      return TRUE;
  return FALSE;
}

static void
explain_requirements (BfStepSet *set, BfStep *step)
{
  for (guint i = 0; i < bf_plan_count (set->plan, BF_REQUIREMENT); i++)
    {
      const BfRequirement *row = BF_ROW (set->plan, REQUIREMENT, BfRequirement, i);

      if (names_system (set, row, step))
        /* Translators: a rule book, its clause, what it asks, the key of the requirement. */
        bf_step_say (set,
                     step,
                     g_strdup_printf (_ ("%s %s asks of its systems: %s (%s)."),
                                      row->source ? row->source : "",
                                      row->clause ? row->clause : "",
                                      row->asks ? row->asks : "",
                                      row->row.key));
    }
}

void
bf_steps_explain (BfStepSet *set)
{
  for (guint i = 0; i < set->steps->len; i++)
    {
      BfStep *step = step_at (set, i);

      explain_rules (set, step);
      explain_needs (set, step);
      explain_caps (set, step);
      explain_dependants (set, i);
      explain_requirements (set, step);
    }
}
