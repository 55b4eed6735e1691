/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has to decide, by date: gates, the start of the dear steps, claims that must be
 * proven, and what a meeting put on its list. */

#include "bf-roadmap-compute.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Steps that cost this share of the roadmap's project cost are worth a decision of their own. */
#define DEAR_SHARE 0.04

typedef struct
{
  BfComputing *computing;
  GArray *list; /* BfRoadmapDecision */
} Decisions;

static void
add (Decisions *decisions, gint64 due, int step, const char *title, const char *detail)
{
  BfRoadmapDecision decision = { due, title, detail, step };

  g_array_append_val (decisions->list, decision);
}

static void
add_gates (Decisions *decisions)
{
  BfRoadmap *roadmap = decisions->computing->roadmap;

  for (guint i = 0; i + 1 < roadmap->n_phases; i++)
    {
      const BfRoadmapPhase *phase = &roadmap->phases[i];

      if (!phase->holds)
        continue;
      add (decisions,
           phase->gate,
           -1,
           /* Translators: number and name of a phase. */
           bf_roadmap_printf (roadmap, _ ("Pass gate %s: %s"), phase->id, phase->name),
           bf_roadmap_text (roadmap,
                            _ ("Cutovers of later phases that stop production wait for it.")));
    }
}

static void
add_starts (Decisions *decisions)
{
  BfRoadmap *roadmap = decisions->computing->roadmap;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];
      g_autofree char *money = NULL;

      if (step->project_cost.expected < DEAR_SHARE * roadmap->project_cost.expected)
        continue;
      money = bf_plan_money_text (decisions->computing->plan, step->capex.expected);
      add (decisions,
           step->start,
           (int) i,
           /* Translators: title of a step. */
           bf_roadmap_printf (roadmap, _ ("Release the money for %s"), step->short_title),
           step->n_cutovers && step->cutovers[0].window_name
               /* Translators: an amount of money, the name of a window. */
               ? bf_roadmap_printf (roadmap,
                                    _ ("%s of capex; the cutover is booked for %s."),
                                    money,
                                    step->cutovers[0].window_name)
               /* Translators: an amount of money. */
               : bf_roadmap_printf (roadmap, _ ("%s of capex."), money));
    }
}

static void
add_claims (Decisions *decisions)
{
  BfRoadmap *roadmap = decisions->computing->roadmap;

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].step->claims->len; k++)
      {
        const BfClaim *claim =
            BF_ROW (decisions->computing->plan,
                    CLAIM,
                    BfClaim,
                    (guint) g_array_index (roadmap->steps[i].step->claims, int, k));

        if (claim->state_4_due != BF_BLANK)
          add (decisions,
               claim->state_4_due,
               (int) i,
               /* Translators: key of a claim. */
               bf_roadmap_printf (roadmap, _ ("Accept or refuse claim %s"), claim->row.key),
               bf_roadmap_text (roadmap, claim->statement));
      }
}

static void
add_register (Decisions *decisions)
{
  BfRoadmap *roadmap = decisions->computing->roadmap;

  for (guint i = 0; i < bf_plan_count (decisions->computing->plan, BF_DECISION); i++)
    {
      const BfDecision *row = BF_ROW (decisions->computing->plan, DECISION, BfDecision, i);

      if (row->due != BF_BLANK && row->decided_on == BF_BLANK)
        add (decisions,
             row->due,
             -1,
             bf_roadmap_text (roadmap, row->title ? row->title : row->row.key),
             bf_roadmap_text (roadmap, row->options ? row->options : row->reason));
    }
}

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const BfRoadmapDecision *x = a, *y = b;

  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  if (x->step != y->step)
    return x->step < y->step ? -1 : 1;
  return strcmp (x->title, y->title);
}

/* The same claim on two steps is one decision. */
static void
remove_twins (GArray *list)
{
  for (guint i = 1; i < list->len;)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < i && !known; k++)
        known = strcmp (g_array_index (list, BfRoadmapDecision, k).title,
                        g_array_index (list, BfRoadmapDecision, i).title) == 0;
      if (known)
        g_array_remove_index (list, i);
      else
        i++;
    }
}

void
bf_roadmap_add_decisions (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  Decisions decisions = { computing, g_array_new (FALSE, TRUE, sizeof (BfRoadmapDecision)) };

  add_gates (&decisions);
  add_starts (&decisions);
  add_claims (&decisions);
  add_register (&decisions);
  g_array_sort (decisions.list, compare_decisions);
  remove_twins (decisions.list);
  roadmap->n_decisions = decisions.list->len;
  roadmap->decisions = bf_roadmap_own (
      roadmap, (BfRoadmapDecision *) (gpointer) g_array_free (decisions.list, FALSE), g_free);
}
