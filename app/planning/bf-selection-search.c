/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Branch and bound over the optional steps.
 *
 * Steps are taken in or left out in the order of what they bring for their money. Taking one in
 * takes its prerequisites too; money only grows with it, so what exceeds a budget is cut. Bound:
 * that of bf-selection-bound.h, never more than all candidates together give. */

#include <string.h>

#include "bf-selection-bound.h"
#include "bf-step-maturity.h"

/* Nodes times candidates: what a node costs grows with them. */
#define MOST_WORK 1500000
#define LEAST_NODES 2000

typedef struct
{
  BfChooser *chooser;
  guint n;      /* optional steps */
  guint *items; /* candidates */
  guint *order; /* positions in items, best for their money first */
  BfBound *bound;
  gboolean *chosen;            /* a candidate */
  gboolean *best;              /* a candidate */
  double best_points, ceiling; /* the ceiling: points of everything */
  gint64 best_cost;
  guint limit;
  double open_bound; /* of nodes that the limit left unopened */
} BfSearch;

static BfStep *
step_at (const BfStepSet *set, guint index)
{
  return g_ptr_array_index (set->steps, index);
}

/* --- Items. --- */

static gboolean
may_lift_caps (const BfStep *step)
{
  return step->redone->len > 0 || step->systems->len > 0 || bf_step_is (step, "ST05") ||
         bf_step_is (step, "ST12");
}

/* Whether the step can add a point at all, alone or by lifting a cap. */
static gboolean
may_gain (const BfStepSet *set, const BfStep *step)
{
  for (guint i = 0; i < set->needs->n_levels; i++)
    {
      const BfLevelNow *now = &set->needs->levels[i];
      const BfLift *lift = bf_archetype_lift (set->catalogue, step->archetype, now->dimension);

      if (!now->makes_need || isnan (now->target) || now->target <= now->counted)
        continue;
      if ((!isnan (now->cap) && may_lift_caps (step)) || (lift && lift->delta_likely > 0))
        return TRUE;
    }
  for (guint i = 0; i < step->answers->len; i++)
    if (bf_selection_need_points (set, (guint) g_array_index (step->answers, int, i)) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_optional (const BfSelection *selection, guint i)
{
  const BfStep *step = step_at (selection->candidates, i);

  return !step->mandatory && !step->decommissions && !selection->banned[i];
}

static int
compare_density (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfBound *bound = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  double density_x = bf_bound_density (bound, x), density_y = bf_bound_density (bound, y);

  if (density_x != density_y)
    return density_x > density_y ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
collect_items (BfSearch *search)
{
  const BfStepSet *set = search->chooser->set;

  search->items = g_new (guint, set->steps->len + 1);
  for (guint i = 0; i < set->steps->len; i++)
    if (is_optional (search->chooser->selection, i) && may_gain (set, step_at (set, i)))
      search->items[search->n++] = i;
  search->bound = bf_bound_new (search->chooser, search->items, search->n);
}

/* What brings most for its money is taken in first. */
static void
order_items (BfSearch *search, const BfNode *root)
{
  bf_bound_price (search->bound, root);
  search->order = g_new (guint, search->n + 1);
  for (guint i = 0; i < search->n; i++)
    search->order[i] = i;
  g_qsort_with_data (
      search->order, (int) search->n, sizeof (guint), compare_density, search->bound);
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
  BfNode node = {
    .wanted = g_new0 (gboolean, n + 1),
    .levels = g_new0 (double, chooser->set->needs->n_levels + 1),
  };

  memcpy (node.wanted, search->chosen, n * sizeof *node.wanted);
  bf_step_set_close_but (chooser->set, node.wanted, chooser->selection->banned);
  node.outlay = bf_chooser_sum (chooser, node.wanted);
  return node;
}

static void
node_clear (BfNode *node)
{
  g_free (node->wanted);
  g_free (node->levels);
}

static void
node_weigh (const BfSearch *search, BfNode *node)
{
  node->points = bf_selection_points_at (search->chooser->set, node->wanted, node->levels);
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
      node_weigh (search, &node);
      search->chooser->selection->nodes++;
      keep_if_better (search, &node);
      branch (search, open, &node, depth + 1);
    }
  node_clear (&node);
  search->chosen[search->items[item]] = FALSE;
}

/* What is decided is no longer open. A step whose money costs more at the bound's prices than the
 * incumbent leaves to win is not tried. */
static void
branch (BfSearch *search, gboolean *open, const BfNode *node, guint depth)
{
  double bound;
  guint item;

  while (depth < search->n && node->wanted[search->items[search->order[depth]]])
    depth++;
  bound = MIN (search->ceiling, bf_bound_of (search->bound, open, node));
  if (depth == search->n || cannot_win (search, node, bound))
    return;
  if (search->chooser->selection->nodes >= search->limit)
    {
      search->open_bound = MAX (search->open_bound, bound);
      return;
    }
  item = search->order[depth];
  open[item] = FALSE;
  if (bound + MIN (0, bf_bound_worth (search->bound, item)) >= search->best_points - 1e-9)
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
  bf_bound_free (search->bound);
  g_free (search->order);
  g_free (search->items);
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
    .limit = node_limit ? node_limit : MAX (LEAST_NODES, MOST_WORK / MAX (1, n)),
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
  node_weigh (&search, &root);
  keep_if_better (&search, &root);
  order_items (&search, &root);
  branch (&search, open, &root, 0);
  node_clear (&root);
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
