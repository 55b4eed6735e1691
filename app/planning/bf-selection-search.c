/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Branch and bound over the optional steps.
 *
 * Steps are taken in or left out in the order of what they can add at most for the scarcest money.
 * Taking one in takes its prerequisites too; money only grows with it, so what exceeds a budget is
 * cut. Bound: points of the set so far and, for each kind of money, the fractional knapsack of
 * what the open steps could add at most, the least of the three; never more than all candidates
 * together give. A step adds at most weight x its own band per gap, or the whole gap where a cap
 * of the inventory holds that it may lift, and the needs that it answers. */

#include <string.h>

#include "bf-selection-private.h"
#include "bf-step-maturity.h"

#define NODE_LIMIT 50000

typedef struct
{
  BfChooser *chooser;
  guint n;                     /* optional steps */
  guint *items;                /* candidates */
  guint *order[BF_N_BUDGETS];  /* positions in items, best gain for that money first */
  double *gains;               /* an item */
  gboolean *chosen;            /* a candidate */
  gboolean *best;              /* a candidate */
  double best_points, ceiling; /* the ceiling: points of everything */
  gint64 best_cost;
  guint limit;
  double open_bound; /* of nodes that the limit left unopened */
} BfSearch;

/* The set at a node, closed. */
typedef struct
{
  gboolean *wanted;
  BfOutlay outlay;
  double points;
} BfNode;

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

/* --- Gains. --- */

static gboolean
may_lift_caps (const BfStep *step)
{
  return step->redone->len > 0 || step->systems->len > 0 || bf_step_is (step, "ST05") ||
         bf_step_is (step, "ST12");
}

static double
gain_of_level (const BfStepSet *set, const BfStep *step, const BfLevelNow *now)
{
  const BfLift *lift = bf_archetype_lift (set->catalogue, step->archetype, now->dimension);
  double gap = now->makes_need && !isnan (now->target) ? now->target - now->counted : 0;

  if (gap <= 0)
    return 0;
  if (!isnan (now->cap) && may_lift_caps (step))
    return now->weight * gap;
  return lift ? now->weight * MIN (gap, lift->delta_likely) : 0;
}

static double
most_gain (const BfStepSet *set, const BfStep *step)
{
  double gain = 0;

  for (guint i = 0; i < set->needs->n_levels; i++)
    gain += gain_of_level (set, step, &set->needs->levels[i]);
  for (guint i = 0; i < step->answers->len; i++)
    gain += bf_selection_need_points (set, (guint) g_array_index (step->answers, int, i));
  return gain;
}

/* --- Items and their orders. --- */

typedef struct
{
  const BfSearch *search;
  int kind;
} BfOrder;

static double
ratio_of (const BfSearch *search, guint item, int kind)
{
  double cost = (double) search->chooser->outlay[search->items[item]].kind[kind];

  return search->gains[item] / MAX (cost, 1);
}

static int
compare_ratios (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfOrder *order = data;
  guint item_a = *(const guint *) a;
  guint item_b = *(const guint *) b;
  double ratio_a = ratio_of (order->search, item_a, order->kind);
  double ratio_b = ratio_of (order->search, item_b, order->kind);

  if (ratio_a != ratio_b)
    return ratio_a > ratio_b ? -1 : 1;
  return item_a < item_b ? -1 : item_a > item_b;
}

static gboolean
is_optional (const BfSelection *selection, guint i)
{
  const BfStep *step = step_at (selection->candidates, i);

  return !step->mandatory && !step->decommissions && !selection->banned[i];
}

static void
order_items (BfSearch *search)
{
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    {
      BfOrder order = { search, kind };

      search->order[kind] = g_new (guint, search->n + 1);
      for (guint i = 0; i < search->n; i++)
        search->order[kind][i] = i;
      g_qsort_with_data (
          search->order[kind], (int) search->n, sizeof (guint), compare_ratios, &order);
    }
}

static void
collect_items (BfSearch *search)
{
  const BfStepSet *set = search->chooser->set;

  search->items = g_new (guint, set->steps->len + 1);
  search->gains = g_new (double, set->steps->len + 1);
  for (guint i = 0; i < set->steps->len; i++)
    {
      double gain;

      if (!is_optional (search->chooser->selection, i))
        continue;
      gain = most_gain (set, step_at (set, i));
      if (gain <= 0)
        continue;
      search->items[search->n] = i;
      search->gains[search->n++] = gain;
    }
  order_items (search);
}

/* --- Bound. --- */

/* @open: one flag an item that may still be taken in. */
static double
knapsack (const BfSearch *search, const gboolean *open, const BfNode *node, int kind)
{
  double money = search->chooser->limit[kind] - (double) node->outlay.kind[kind];
  double gain = 0;

  for (guint i = 0; i < search->n; i++)
    {
      guint item = search->order[kind][i];
      double cost = (double) search->chooser->outlay[search->items[item]].kind[kind];

      if (!open[item] || node->wanted[search->items[item]])
        continue;
      if (cost > money)
        return gain + (cost > 0 ? search->gains[item] * money / cost : 0);
      gain += search->gains[item];
      money -= cost;
    }
  return gain;
}

static double
bound_of (const BfSearch *search, const gboolean *open, const BfNode *node)
{
  double bound = search->ceiling;

  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    bound = MIN (bound, node->points + knapsack (search, open, node, kind));
  return bound;
}

/* --- Branching. --- */

static void
keep_if_better (BfSearch *search, const BfNode *node)
{
  if (node->points < search->best_points - 1e-9 ||
      (node->points < search->best_points + 1e-9 && node->outlay.loaded >= search->best_cost))
    return;
  search->best_points = node->points;
  search->best_cost = node->outlay.loaded;
  memcpy (search->best, search->chosen, search->chooser->set->steps->len * sizeof *search->best);
}

static gboolean
cannot_win (const BfSearch *search, const BfNode *node, double bound)
{
  return bound < search->best_points - 1e-9 ||
         (bound < search->best_points + 1e-9 && node->outlay.loaded >= search->best_cost);
}

static BfNode
node_new (BfSearch *search)
{
  const BfChooser *chooser = search->chooser;
  guint n = chooser->set->steps->len;
  BfNode node = { .wanted = g_new0 (gboolean, n + 1) };

  memcpy (node.wanted, search->chosen, n * sizeof *node.wanted);
  bf_step_set_close_but (chooser->set, node.wanted, chooser->selection->banned);
  node.outlay = bf_chooser_sum (chooser, node.wanted);
  return node;
}

static void branch (BfSearch *search, gboolean *open, const BfNode *node, guint depth);

static void
take_in (BfSearch *search, gboolean *open, guint item, guint depth)
{
  BfNode node;

  search->chosen[search->items[item]] = TRUE;
  node = node_new (search);
  if (bf_chooser_fits (search->chooser, &node.outlay))
    {
      node.points = bf_selection_points (search->chooser->set, node.wanted);
      search->chooser->selection->nodes++;
      keep_if_better (search, &node);
      branch (search, open, &node, depth + 1);
    }
  g_free (node.wanted);
  search->chosen[search->items[item]] = FALSE;
}

/* Opens the items in the order of capex; what is decided is no longer open. */
static void
branch (BfSearch *search, gboolean *open, const BfNode *node, guint depth)
{
  double bound = bound_of (search, open, node);
  guint item;

  if (depth == search->n || cannot_win (search, node, bound))
    return;
  if (search->chooser->selection->nodes >= search->limit)
    {
      search->open_bound = MAX (search->open_bound, bound);
      return;
    }
  item = search->order[BF_BUDGET_CAPEX][depth];
  open[item] = FALSE;
  if (!node->wanted[search->items[item]])
    take_in (search, open, item, depth);
  branch (search, open, node, depth + 1);
  open[item] = TRUE;
}

static double
points_of_everything (const BfChooser *chooser)
{
  guint n = chooser->set->steps->len;
  g_autofree gboolean *all = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    all[i] = !chooser->selection->banned[i];
  return bf_selection_points (chooser->set, all);
}

static void
finish (BfSearch *search)
{
  BfSelection *selection = search->chooser->selection;

  selection->gap = MAX (0, search->open_bound - search->best_points);
  selection->optimal = selection->gap <= 1e-9;
  memcpy (selection->chosen,
          search->best,
          search->chooser->set->steps->len * sizeof *selection->chosen);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    g_free (search->order[kind]);
  g_free (search->items);
  g_free (search->gains);
  g_free (search->chosen);
  g_free (search->best);
}

void
bf_chooser_search (BfChooser *chooser, guint node_limit)
{
  BfSelection *selection = chooser->selection;
  guint n = chooser->set->steps->len;
  BfSearch search = {
    .chooser = chooser,
    .chosen = g_new0 (gboolean, n + 1),
    .best = g_new0 (gboolean, n + 1),
    .best_points = -1,
    .best_cost = G_MAXINT64,
    .limit = node_limit ? node_limit : NODE_LIMIT,
    .ceiling = points_of_everything (chooser),
    .open_bound = -1,
  };
  g_autofree gboolean *open = NULL;
  BfNode root;

  collect_items (&search);
  open = g_new (gboolean, search.n + 1);
  for (guint i = 0; i < search.n; i++)
    open[i] = TRUE;
  memcpy (search.chosen, selection->chosen, n * sizeof *search.chosen);
  root = node_new (&search);
  root.points = bf_selection_points (chooser->set, root.wanted);
  keep_if_better (&search, &root);
  branch (&search, open, &root, 0);
  g_free (root.wanted);
  finish (&search);
}

/* --- The proposal. --- */

static BfSelection *
selection_new (const BfStepSet *candidates)
{
  BfSelection *selection = g_new0 (BfSelection, 1);
  guint n = candidates->steps->len;

  selection->candidates = candidates;
  selection->chosen = g_new0 (gboolean, n + 1);
  selection->banned = g_new0 (gboolean, n + 1);
  selection->wanted = g_new0 (gboolean, n + 1);
  selection->given_up = g_ptr_array_new_with_free_func (g_free);
  selection->strings = g_string_chunk_new (1024);
  return selection;
}

void
bf_selection_free (BfSelection *selection)
{
  g_free (selection->chosen);
  g_free (selection->banned);
  g_free (selection->wanted);
  g_ptr_array_unref (selection->given_up);
  g_string_chunk_free (selection->strings);
  g_free (selection);
}

static void
fit_answers (BfChooser *chooser)
{
  BfOutlay outlay;

  bf_chooser_settle (chooser);
  outlay = bf_chooser_sum (chooser, chooser->selection->wanted);
  while (!bf_chooser_fits (chooser, &outlay) && bf_chooser_give_up_least (chooser, NULL))
    outlay = bf_chooser_sum (chooser, chooser->selection->wanted);
  bf_chooser_take_back (chooser);
}

BfSelection *
bf_selection_propose (const BfStepSet *candidates, guint node_limit)
{
  BfSelection *selection = selection_new (candidates);
  g_autoptr (BfChooser) chooser = bf_chooser_new (selection);

  for (guint i = 0; i < candidates->steps->len; i++)
    selection->chosen[i] = step_at (candidates, i)->mandatory;
  fit_answers (chooser);
  bf_chooser_search (chooser, node_limit);
  bf_chooser_settle (chooser);
  return selection;
}

BfStepSet *
bf_selection_steps (const BfSelection *selection)
{
  const BfStepSet *set = selection->candidates;
  g_autofree int *keep = g_new (int, set->steps->len + 1);
  guint n = 0;

  for (guint i = 0; i < set->steps->len; i++)
    if (selection->wanted[i])
      keep[n++] = (int) i;
  return bf_step_set_select (set, keep, NULL, n);
}
