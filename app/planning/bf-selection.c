/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-selection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-selection-private.h"
#include "bf-step-cost.h"

#define LEAST_SCORE 25
#define DEBT_POINTS 0.5

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

/* --- Points. --- */

static double
level_points (const BfStepSet *set, const double *levels)
{
  double sum = 0;

  for (guint i = 0; i < set->needs->n_levels; i++)
    {
      const BfLevelNow *now = &set->needs->levels[i];

      if (now->makes_need && !isnan (now->target) && now->target > now->counted)
        sum += now->weight * CLAMP (levels[i] - now->counted, 0, now->target - now->counted);
    }
  return sum;
}

double
bf_selection_need_points (const BfStepSet *set, guint index)
{
  const BfNeed *need = &set->needs->needs[index];

  if (need->kind == BF_NEED_SYSTEM)
    return need->weight * MAX (need->size, LEAST_SCORE) / 100;
  return need->kind == BF_NEED_INTERFACE ? DEBT_POINTS : 0;
}

static double
met_points (const BfStepSet *set, const gboolean *wanted)
{
  g_autofree gboolean *met = g_new0 (gboolean, set->needs->n_needs + 1);
  double sum = 0;

  for (guint i = 0; i < set->steps->len; i++)
    for (guint k = 0; wanted[i] && k < step_at (set, i)->answers->len; k++)
      met[g_array_index (step_at (set, i)->answers, int, k)] = TRUE;
  for (guint i = 0; i < set->needs->n_needs; i++)
    if (met[i])
      sum += bf_selection_need_points (set, i);
  return sum;
}

double
bf_selection_points_at (const BfStepSet *candidates, const gboolean *wanted, double *levels)
{
  bf_step_set_maturity (candidates, wanted, bf_plan_horizon_end (candidates->plan), levels);
  return level_points (candidates, levels) + met_points (candidates, wanted);
}

double
bf_selection_points (const BfStepSet *candidates, const gboolean *wanted)
{
  g_autofree double *levels = g_new0 (double, candidates->needs->n_levels + 1);

  return bf_selection_points_at (candidates, wanted, levels);
}

/* --- Money. --- */

static BfOutlay
outlay_of (const BfStepSet *set, const BfStep *step)
{
  BfStepCost cost = bf_step_expected_cost (set, step);
  BfOutlay outlay = { .loaded = cost.loaded_minor };

  outlay.kind[BF_BUDGET_CAPEX] = cost.capex_minor;
  outlay.kind[BF_BUDGET_VALIDATION] = cost.validation_minor;
  outlay.kind[BF_BUDGET_OPEX] = cost.opex_minor;
  return outlay;
}

/* A kind without any row is unlimited; money before the start or after the horizon is none. */
static void
read_limits (BfChooser *chooser)
{
  const BfPlan *plan = chooser->set->plan;
  gint64 start = bf_plan_start (plan);
  gint64 end = bf_plan_horizon_end (plan);
  gboolean limited[BF_N_BUDGETS] = { 0 };

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      const BfBudget *row = BF_ROW (plan, BUDGET, BfBudget, i);

      if (row->kind < 0 || row->amount == BF_BLANK)
        continue;
      limited[row->kind] = TRUE;
      if ((row->to_day == BF_BLANK || row->to_day >= start) &&
          (row->from_day == BF_BLANK || row->from_day <= end))
        chooser->limit[row->kind] += (double) row->amount;
    }
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    if (!limited[kind])
      chooser->limit[kind] = INFINITY;
}

BfOutlay
bf_chooser_sum (const BfChooser *chooser, const gboolean *wanted)
{
  BfOutlay sum = { 0 };

  for (guint i = 0; i < chooser->set->steps->len; i++)
    if (wanted[i])
      {
        for (int kind = 0; kind < BF_N_BUDGETS; kind++)
          sum.kind[kind] += chooser->outlay[i].kind[kind];
        sum.loaded += chooser->outlay[i].loaded;
      }
  return sum;
}

gboolean
bf_chooser_fits (const BfChooser *chooser, const BfOutlay *outlay)
{
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    if ((double) outlay->kind[kind] > chooser->limit[kind])
      return FALSE;
  return TRUE;
}

BfChooser *
bf_chooser_new (BfSelection *selection)
{
  BfChooser *chooser = g_new0 (BfChooser, 1);
  const BfStepSet *set = selection->candidates;

  chooser->set = set;
  chooser->selection = selection;
  chooser->outlay = g_new0 (BfOutlay, set->steps->len + 1);
  for (guint i = 0; i < set->steps->len; i++)
    chooser->outlay[i] = outlay_of (set, step_at (set, i));
  read_limits (chooser);
  return chooser;
}

void
bf_chooser_free (BfChooser *chooser)
{
  g_free (chooser->outlay);
  g_free (chooser);
}

/* --- Closure of what is chosen. --- */

static void
close_chosen (const BfSelection *selection, const gboolean *chosen, gboolean *wanted)
{
  memcpy (wanted, chosen, selection->candidates->steps->len * sizeof *wanted);
  bf_step_set_close_but (selection->candidates, wanted, selection->banned);
}

void
bf_chooser_settle (BfChooser *chooser)
{
  BfSelection *selection = chooser->selection;

  close_chosen (selection, selection->chosen, selection->wanted);
  selection->points = bf_selection_points (chooser->set, selection->wanted);
  selection->cost_minor = bf_chooser_sum (chooser, selection->wanted).loaded;
}

/* Bans what cannot live without something banned. */
static void
ban_dependants (BfSelection *selection, gboolean *banned)
{
  const BfStepSet *set = selection->candidates;
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < set->steps->len; i++)
        if (!banned[i] && bf_step_set_is_stuck (set, i, banned))
          banned[i] = changed = TRUE;
    }
}

/* --- Giving up. --- */

static gboolean
may_go (const BfStepSet *set, guint index)
{
  static const char *const stay[] = { "ST01", "ST02", "ST03", "ST04", NULL };
  const BfStep *step = step_at (set, index);

  return !step->decommissions && !g_strv_contains (stay, step->archetype->id) &&
         !(step->decision && step->decision->status == BF_STATUS_REQUESTED);
}

static void
without (const BfSelection *selection, guint index, gboolean *chosen, gboolean *banned)
{
  gsize size = selection->candidates->steps->len * sizeof *chosen;

  memcpy (chosen, selection->chosen, size);
  memcpy (banned, selection->banned, size);
  banned[index] = TRUE;
  ban_dependants ((BfSelection *) selection, banned);
  for (guint i = 0; i < selection->candidates->steps->len; i++)
    chosen[i] = chosen[i] && !banned[i];
}

/* TRUE when no step that has to stay would go with it. */
static gboolean
spares_the_rest (const BfStepSet *set, const gboolean *before, const gboolean *banned)
{
  for (guint i = 0; i < set->steps->len; i++)
    if (before[i] && banned[i] && !step_at (set, i)->decommissions && !may_go (set, i))
      return FALSE;
  return TRUE;
}

typedef struct
{
  double points;
  gint64 cost_minor;
  gboolean possible;
} BfLoss;

static BfLoss
loss_of (const BfChooser *chooser, guint index)
{
  const BfSelection *selection = chooser->selection;
  guint n = chooser->set->steps->len;
  g_autofree gboolean *chosen = g_new0 (gboolean, n + 1);
  g_autofree gboolean *banned = g_new0 (gboolean, n + 1);
  g_autofree gboolean *wanted = g_new0 (gboolean, n + 1);
  BfLoss loss = { 0 };

  without (selection, index, chosen, banned);
  loss.possible = spares_the_rest (chooser->set, selection->wanted, banned);
  memcpy (wanted, chosen, n * sizeof *wanted);
  bf_step_set_close_but (chooser->set, wanted, banned);
  loss.points = selection->points - bf_selection_points (chooser->set, wanted);
  loss.cost_minor = selection->cost_minor - bf_chooser_sum (chooser, wanted).loaded;
  return loss;
}

static int
least_valuable (const BfChooser *chooser, gboolean answers, BfLoss *loss)
{
  int best = -1;

  for (guint i = 0; i < chooser->set->steps->len; i++)
    {
      BfLoss one;

      if (!chooser->selection->chosen[i] || !may_go (chooser->set, i) ||
          step_at (chooser->set, i)->mandatory != answers)
        continue;
      one = loss_of (chooser, i);
      if (!one.possible || one.cost_minor <= 0)
        continue;
      if (best < 0 ||
          one.points / (double) one.cost_minor < loss->points / (double) loss->cost_minor)
        {
          best = (int) i;
          *loss = one;
        }
    }
  return best;
}

static void
list_given_up (BfSelection *selection, guint index, const BfLoss *loss, const char *reason)
{
  const BfStep *step = step_at (selection->candidates, index);
  BfGivenUp *given = g_new0 (BfGivenUp, 1);

  given->key = g_string_chunk_insert_const (selection->strings, step->key);
  if (reason)
    given->reason = g_string_chunk_insert_const (selection->strings, reason);
  given->points = loss->points;
  given->cost_minor = loss->cost_minor;
  given->answer = step->mandatory;
  g_ptr_array_add (selection->given_up, given);
}

static void
drop (BfChooser *chooser, guint index, const BfLoss *loss, const char *reason)
{
  BfSelection *selection = chooser->selection;
  guint n = chooser->set->steps->len;
  g_autofree gboolean *chosen = g_new0 (gboolean, n + 1);
  g_autofree gboolean *banned = g_new0 (gboolean, n + 1);

  without (selection, index, chosen, banned);
  list_given_up (selection, index, loss, reason);
  for (guint i = 0; i < n; i++)
    {
      BfLoss nothing = { 0 };
      g_autofree char *follows = NULL;

      if (i == index || !selection->chosen[i] || !banned[i] || selection->banned[i])
        continue;
      /* Translators: the title of a step. */
      follows = g_strdup_printf (_ ("It requires “%s”."), step_at (chooser->set, index)->title);
      list_given_up (selection, i, &nothing, follows);
    }
  memcpy (selection->chosen, chosen, n * sizeof *chosen);
  memcpy (selection->banned, banned, n * sizeof *banned);
  bf_chooser_settle (chooser);
}

/* A culprit that was wanted only as a prerequisite goes like one that was chosen. */
static gboolean
give_up_culprit (BfChooser *chooser, const char *culprit, const char *reason)
{
  int index = culprit ? bf_step_set_find (chooser->set, culprit) : -1;
  BfLoss loss;

  if (index < 0 || !chooser->selection->wanted[index] || !may_go (chooser->set, (guint) index))
    return FALSE;
  loss = loss_of (chooser, (guint) index);
  if (!loss.possible)
    return FALSE;
  drop (chooser, (guint) index, &loss, reason);
  return TRUE;
}

gboolean
bf_chooser_give_up_least (BfChooser *chooser, const char *reason)
{
  BfLoss loss = { 0 };
  int index = least_valuable (chooser, FALSE, &loss);

  if (index < 0)
    index = least_valuable (chooser, TRUE, &loss);
  if (index < 0)
    return FALSE;
  drop (chooser, (guint) index, &loss, reason);
  return TRUE;
}

/* TRUE when the step, back in the plan, still lets the budgets reach; it then stays. */
static gboolean
take_back (BfChooser *chooser, guint index)
{
  BfSelection *selection = chooser->selection;
  guint n = chooser->set->steps->len;
  g_autofree gboolean *chosen = g_memdup2 (selection->chosen, n * sizeof (gboolean));
  g_autofree gboolean *wanted = g_new0 (gboolean, n + 1);
  BfOutlay outlay;

  if (bf_step_set_is_stuck (chooser->set, index, selection->banned))
    return FALSE;
  selection->banned[index] = FALSE;
  chosen[index] = TRUE;
  close_chosen (selection, chosen, wanted);
  outlay = bf_chooser_sum (chooser, wanted);
  selection->banned[index] = !bf_chooser_fits (chooser, &outlay);
  if (selection->banned[index])
    return FALSE;
  selection->chosen[index] = TRUE;
  bf_chooser_settle (chooser);
  return TRUE;
}

void
bf_chooser_take_back (BfChooser *chooser)
{
  GPtrArray *given_up = chooser->selection->given_up;

  for (guint i = given_up->len; i-- > 0;)
    {
      const BfGivenUp *given = g_ptr_array_index (given_up, i);
      int index = bf_step_set_find (chooser->set, given->key);

      if (take_back (chooser, (guint) index))
        g_ptr_array_remove_index (given_up, i);
    }
}

gboolean
bf_selection_give_up (BfSelection *selection,
                      const char *culprit,
                      gboolean only_culprit,
                      const char *reason)
{
  g_autoptr (BfChooser) chooser = bf_chooser_new (selection);

  if (only_culprit)
    return give_up_culprit (chooser, culprit, reason);
  return bf_chooser_give_up_least (chooser, reason);
}
