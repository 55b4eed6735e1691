/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the roadmap leaves open, which step would answer it, and what stands in that step's way.
 *
 * The step that lacks least money is named with figures: what it takes together with what it
 * requires, what the budgets have left as the plan is placed, and the smallest change of the plan
 * that makes room for it beside everything else. That change is proved by planning with it. */

#include "bf-limits.h"
#include "bf-network.h"
#include "bf-roadmap-compute.h"
#include "bf-selection-private.h"
#include "bf-step-cost.h"
#include "bf-step-maturity.h"

#include <glib/gi18n-lib.h>

/* Each change that helps is proved by planning anew; of more steps only the obstacles are said. */
#define MOST_PROVED 12
/* Points; less is rounding. */
#define LEAST_GAIN 1e-9

typedef struct
{
  BfComputing *computing;
  const BfStepSet *candidates;
  const BfSelection *selection; /* NULL: dates were kept */
  gboolean *wanted;             /* a candidate: on the roadmap */
  GHashTable *said;             /* key of a step: its reason */
  GArray *unmet;                /* BfUnmet */
} BfOpen;

/* What taking one candidate in would mean. */
typedef struct
{
  int step;
  gboolean *with; /* a candidate: on the roadmap then */
  gint64 more[BF_N_BUDGETS], lack[BF_N_BUDGETS];
  double gain; /* points */
} BfTaking;

static void
taking_clear (BfTaking *taking)
{
  g_clear_pointer (&taking->with, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BfTaking, taking_clear)

static const BfStep *
candidate (const BfOpen *self, guint index)
{
  return bf_step_set_get (self->candidates, index);
}

/* --- Money. --- */

static gint64
left_in (const BfRoadmapPeriod *period)
{
  return MAX (0, period->available_minor - period->planned_minor);
}

/* What no step takes of the rows of a kind, in all (money that is carried over once), and the row
 * that has most left; FALSE: no budget of that kind, or nothing was placed. */
static gboolean
find_left (const BfOpen *self, int kind, gint64 *in_all, int *roomiest)
{
  const BfRoadmap *roadmap = self->computing->roadmap;

  *in_all = 0;
  *roomiest = -1;
  for (guint i = 0; i < roadmap->n_periods; i++)
    {
      const BfRoadmapPeriod *period = &roadmap->periods[i];

      if (BF_ROW (roadmap->plan, BUDGET, BfBudget, i)->kind != kind)
        continue;
      *in_all += period->available_minor - period->carried_in_minor - period->planned_minor;
      if (*roomiest < 0 || left_in (period) > left_in (&roadmap->periods[*roomiest]))
        *roomiest = (int) i;
    }
  return *roomiest >= 0;
}

static void
add_money (const BfOpen *self, BfTaking *taking, guint index)
{
  BfStepCost cost = bf_step_expected_cost (self->candidates, candidate (self, index));

  taking->more[BF_BUDGET_CAPEX] += cost.capex_minor;
  taking->more[BF_BUDGET_VALIDATION] += cost.validation_minor;
  taking->more[BF_BUDGET_OPEX] += cost.opex_minor;
}

static void
weigh (const BfOpen *self, BfTaking *taking)
{
  g_autofree double *levels = g_new0 (double, self->candidates->needs->n_levels + 1);

  for (guint i = 0; i < self->candidates->steps->len; i++)
    if (taking->with[i] && !self->wanted[i])
      add_money (self, taking, i);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    {
      gint64 left;
      int row;

      if (find_left (self, kind, &left, &row))
        taking->lack[kind] = MAX (0, taking->more[kind] - left);
    }
  taking->gain = bf_selection_points_at (self->candidates, taking->with, levels) -
                 bf_selection_points (self->candidates, self->wanted);
}

static BfTaking
take (const BfOpen *self, guint index)
{
  BfTaking taking = { .step = (int) index };
  gsize size = (self->candidates->steps->len + 1) * sizeof *self->wanted;

  taking.with = g_memdup2 (self->wanted, size);
  taking.with[index] = TRUE;
  bf_step_set_close (self->candidates, taking.with);
  weigh (self, &taking);
  return taking;
}

static gint64
lacks (const BfTaking *taking)
{
  return taking->lack[BF_BUDGET_CAPEX] + taking->lack[BF_BUDGET_VALIDATION] +
         taking->lack[BF_BUDGET_OPEX];
}

/* --- What is said of one step. --- */

/* "; it requires A and B" is part of what it costs. */
static char *
companions (const BfOpen *self, const BfTaking *taking)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < self->candidates->steps->len; i++)
    if (taking->with[i] && !self->wanted[i] && (int) i != taking->step)
      g_ptr_array_add (titles, (gpointer) candidate (self, i)->title);
  if (titles->len == 0)
    return NULL;
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

static char *
takes_money (const BfOpen *self, const BfTaking *taking, int kind)
{
  static const char *const kinds[BF_N_BUDGETS] = {
    N_ ("capex"),
    N_ ("validation"),
    N_ ("opex"),
  };
  const BfPlan *plan = self->computing->plan;
  g_autofree char *needs = bf_plan_money_text (plan, (double) taking->more[kind]);
  g_autofree char *in_all = NULL;
  g_autofree char *most = NULL;
  gint64 left;
  int row;

  find_left (self, kind, &left, &row);
  in_all = bf_plan_money_text (plan, (double) left);
  most = bf_plan_money_text (plan, (double) left_in (&self->computing->roadmap->periods[row]));
  if (g_str_equal (in_all, most))
    /* Translators: capex, validation or opex; money, money. */
    return g_strdup_printf (_ ("Its %1$s of %2$s does not fit: the budgets have %3$s left."),
                            _ (kinds[kind]),
                            needs,
                            in_all);
  /* Translators: capex, validation or opex; money, money, money, key of a budget. */
  return g_strdup_printf (
      _ ("Its %1$s of %2$s does not fit: the budgets have %3$s left in all, and "
         "at most %4$s at a time (%5$s)."),
      _ (kinds[kind]),
      needs,
      in_all,
      most,
      BF_ROW (plan, BUDGET, BfBudget, (guint) row)->row.key);
}

/* What holds a dimension down although the step would lift it. */
static char *
why_no_gain (const BfOpen *self, const BfTaking *taking, const BfNeed *need)
{
  gint64 end = bf_plan_horizon_end (self->computing->plan);
  const BfLevelNow *level;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *systems = NULL;
  const BfCap *cap;

  if (!need || need->kind != BF_NEED_GAP)
    return g_strdup (_ ("But it adds nothing to what the other steps reach."));
  level = &self->candidates->needs->levels[need->index];
  cap = bf_step_set_cap (self->candidates, taking->with, end, level, &systems);
  if (!cap)
    return g_strdup (_ ("But it adds nothing to what the other steps reach."));
  g_ascii_formatd (digits, sizeof digits, "%g", cap->max);
  /* Translators: level, what the inventory says, systems in brackets or nothing. */
  return g_strdup_printf (_ ("But it adds nothing: no more than %s counts while %s%s."),
                          digits,
                          cap->while_text,
                          systems);
}

static const BfGivenUp *
given_up (const BfOpen *self, const char *key)
{
  for (guint i = 0; self->selection && i < self->selection->given_up->len; i++)
    {
      const BfGivenUp *given = g_ptr_array_index (self->selection->given_up, i);

      if (g_str_equal (given->key, key))
        return given;
    }
  return NULL;
}

/* The plan with that step, and what makes room for it. */
static char *
relief (const BfOpen *self, const BfTaking *taking)
{
  const BfStepSet *set = self->candidates;
  g_autofree int *keep = g_new (int, set->steps->len + 1);
  g_autofree int *modes = g_new (int, set->steps->len + 1);
  g_autoptr (BfStepSet) chosen = NULL;
  char *text;
  guint n = 0;

  for (guint i = 0; i < set->steps->len; i++)
    if (taking->with[i])
      {
        int at = bf_step_set_find (self->computing->set, candidate (self, i)->key);

        modes[n] = at < 0 ? -1 : bf_step_set_get (self->computing->set, (guint) at)->mode;
        keep[n++] = (int) i;
      }
  chosen = bf_step_set_select (set, keep, modes, n);
  text =
      lacks (taking) > 0 ? bf_roadmap_money_relief (self->computing, chosen, taking->lack) : NULL;
  if (!text && lacks (taking) == 0 && bf_roadmap_has_room (self->computing, chosen))
    text = g_strdup (_ ("There is room for it: request it to have it planned."));
  return text ? text : bf_roadmap_relief (self->computing, chosen);
}

static void
append (GString *text, char *take_sentence)
{
  if (take_sentence && *take_sentence)
    g_string_append_printf (text, "%s%s", text->len ? " " : "", take_sentence);
  g_free (take_sentence);
}

static char *
obstacles (const BfOpen *self, const BfTaking *taking, const BfNeed *need)
{
  const BfGivenUp *given = given_up (self, candidate (self, (guint) taking->step)->key);
  g_autofree char *others = companions (self, taking);
  g_autoptr (GString) text = g_string_new (NULL);

  if (taking->gain <= LEAST_GAIN)
    return why_no_gain (self, taking, need);
  if (others)
    /* Translators: the titles of steps. */
    append (text, g_strdup_printf (_ ("It requires %s too."), others));
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    if (taking->lack[kind] > 0)
      append (text, takes_money (self, taking, kind));
  if (given && given->reason && lacks (taking) == 0)
    append (text, g_strdup (given->reason));
  if (g_hash_table_size (self->said) < MOST_PROVED)
    append (text, relief (self, taking));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
obstacles_of (const BfOpen *self, const BfTaking *taking, const BfNeed *need)
{
  const char *key = candidate (self, (guint) taking->step)->key;
  const char *said = g_hash_table_lookup (self->said, key);

  if (!said)
    {
      g_autofree char *text = obstacles (self, taking, need);

      said = bf_roadmap_text (self->computing->roadmap, text);
      g_hash_table_insert (self->said, (gpointer) key, (gpointer) said);
    }
  return said;
}

/* --- What is said of one need. --- */

static int
find_need (const BfOpen *self, const BfUnmet *unmet)
{
  const BfNeeds *needs = self->candidates->needs;

  for (guint i = 0; i < needs->n_needs; i++)
    if (needs->needs[i].kind == unmet->kind && g_str_equal (needs->needs[i].key, unmet->key))
      return (int) i;
  return -1;
}

static gboolean
is_better (const BfTaking *one, const BfTaking *other)
{
  if (other->step < 0 || (one->gain > LEAST_GAIN) != (other->gain > LEAST_GAIN))
    return other->step < 0 || one->gain > LEAST_GAIN;
  return lacks (one) < lacks (other);
}

/* The candidate that lacks least; the titles of the others. */
static void
best_answer (const BfOpen *self, int need, BfTaking *best, GPtrArray *others)
{
  best->step = -1;
  for (guint i = 0; i < self->candidates->steps->len; i++)
    if (bf_ints_contain (candidate (self, i)->answers, need))
      {
        BfTaking taking = take (self, i);

        if (is_better (&taking, best))
          {
            BfTaking swapped = *best;

            *best = taking;
            taking = swapped;
          }
        if (taking.step >= 0)
          g_ptr_array_add (others, (gpointer) candidate (self, (guint) taking.step)->title);
        taking_clear (&taking);
      }
}

static const char *
why_open (const BfOpen *self, const BfUnmet *unmet)
{
  int need = find_need (self, unmet);
  g_auto (BfTaking) best = { .step = -1 };
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (need >= 0)
    best_answer (self, need, &best, others);
  if (best.step < 0)
    return bf_roadmap_text (self->computing->roadmap, unmet->why);
  /* Translators: the title of a step. */
  append (text,
          g_strdup_printf (given_up (self, candidate (self, (guint) best.step)->key)
                               ? _ ("“%s” would answer it, but was given up.")
                               : _ ("“%s” would answer it."),
                           candidate (self, (guint) best.step)->title));
  append (text, g_strdup (obstacles_of (self, &best, &self->candidates->needs->needs[need])));
  if (others->len > 0 && best.gain > LEAST_GAIN)
    {
      g_autofree char *titles = NULL;

      g_ptr_array_add (others, NULL);
      titles = g_strjoinv (", ", (char **) others->pdata);
      /* Translators: the titles of steps. */
      append (text, g_strdup_printf (_ ("No nearer to fitting: %s."), titles));
    }
  return bf_roadmap_text (self->computing->roadmap, text->str);
}

/* --- The list. --- */

static void
list (const BfOpen *self, BfNeedKind kind, const char *key, const char *why)
{
  BfUnmet unmet = { kind, bf_roadmap_text (self->computing->roadmap, key), why };

  g_array_append_val (self->unmet, unmet);
}

/* A step that was given up is named by the needs that it would have answered, else by itself. */
static void
list_given_up (const BfOpen *self, const BfGivenUp *given)
{
  int index = bf_step_set_find (self->candidates, given->key);
  g_auto (BfTaking) taking = { 0 };
  g_autofree char *text = NULL;

  if (self->wanted[index] || g_hash_table_contains (self->said, given->key))
    return;
  taking = take (self, (guint) index);
  /* Translators: the title of a step, then what stands in its way. */
  text = g_strdup_printf (_ ("“%s” was given up. %s"),
                          candidate (self, (guint) index)->title,
                          obstacles_of (self, &taking, NULL));
  list (self, BF_NEED_REQUEST, given->key, bf_roadmap_text (self->computing->roadmap, text));
}

void
bf_roadmap_list_unmet (BfComputing *computing,
                       const BfStepSet *candidates,
                       const BfSelection *selection)
{
  BfRoadmap *roadmap = computing->roadmap;
  guint n = candidates->steps->len;
  g_autofree gboolean *wanted = g_new0 (gboolean, n + 1);
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) unmet = g_array_new (FALSE, FALSE, sizeof (BfUnmet));
  BfUnmet *copy;
  BfOpen self = { computing, candidates, selection, wanted, said, unmet };

  for (guint i = 0; i < n; i++)
    wanted[i] = bf_step_set_find (computing->set, candidate (&self, i)->key) >= 0;
  for (guint i = 0; i < computing->set->unmet->len; i++)
    {
      const BfUnmet *one = g_ptr_array_index (computing->set->unmet, i);

      list (&self, one->kind, one->key, why_open (&self, one));
    }
  for (guint i = 0; selection && i < selection->given_up->len; i++)
    list_given_up (&self, g_ptr_array_index (selection->given_up, i));
  roadmap->n_unmet = unmet->len;
  roadmap->unmet = copy = bf_roadmap_array (roadmap, BfUnmet, unmet->len);
  for (guint i = 0; i < unmet->len; i++)
    copy[i] = g_array_index (unmet, BfUnmet, i);
}
