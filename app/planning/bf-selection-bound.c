/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-selection-bound.h"

#include <string.h>

#include "bf-step-maturity.h"

#define ROUNDS 1500
/* Rounds without a better bound after which steps are halved. */
#define PATIENCE 8
/* How far below the best bound the subgradient aims, as a share of what is left to win. */
#define AIM 0.1

/* One archetype's likely lift of one level. */
typedef struct
{
  guint archetype; /* group */
  double delta, cap;
} Lift;

/* A step that others cannot do without, and the items that need it. */
typedef struct
{
  guint candidate;
  int item; /* that it is itself; -1 */
  GArray *users;
} Shared;

struct BfBound
{
  const BfChooser *chooser;
  guint n_items;
  guint *items;   /* candidates */
  guint *group;   /* an item: its archetype */
  double *needs;  /* an item: points of the needs that it answers */
  double *worth;  /* an item: needs less money at the prices */
  double *rest;   /* scratch, an item: worth less what it bears of shared steps */
  GArray *shared; /* Shared */
  guint n_groups;
  guint *of_candidate; /* a candidate: its group */
  guint n_levels;
  guint *first; /* a level (and one more): into lifts, lowest cap first */
  Lift *lifts;
  double *most;                /* a level: the target, or what all candidates together reach */
  double *credit;              /* a level: price of a band, at most the gap's weight */
  double price[BF_N_BUDGETS];  /* points a minor unit */
  double *offer;               /* scratch, a group: credits of what it lifts */
  double *gain, *best, *slack; /* scratch: a group, a group, a level */
  gboolean *present;           /* scratch, a group */
  gboolean *taken;             /* scratch, a group: brings its lifts at these prices */
  double *left;                /* scratch, a level: bands to the target */
};

static const BfStep *
step_of (const BfBound *bound, guint candidate)
{
  return g_ptr_array_index (bound->chooser->set->steps, candidate);
}

static double
money_at_prices (const BfBound *bound, guint candidate)
{
  double sum = 0;

  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    sum += bound->price[kind] * (double) bound->chooser->outlay[candidate].kind[kind];
  return sum;
}

static const BfLevelNow *
level_of (const BfBound *bound, guint level)
{
  return &bound->chooser->set->needs->levels[level];
}

/* --- What stands still during a search. --- */

static void
group_candidates (BfBound *bound)
{
  guint n = bound->chooser->set->steps->len;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  bound->of_candidate = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const BfArchetype *archetype = step_of (bound, i)->archetype;
      gpointer group;

      if (!g_hash_table_lookup_extended (known, archetype, NULL, &group))
        {
          group = GUINT_TO_POINTER (bound->n_groups++);
          g_hash_table_insert (known, (gpointer) archetype, group);
        }
      bound->of_candidate[i] = GPOINTER_TO_UINT (group);
    }
}

static int
compare_lifts (gconstpointer a, gconstpointer b)
{
  const Lift *x = a, *y = b;

  return x->cap != y->cap ? (x->cap > y->cap) - (x->cap < y->cap)
                          : (x->archetype > y->archetype) - (x->archetype < y->archetype);
}

static void
list_lifts_of (const BfBound *bound, guint level, GArray *lifts)
{
  const BfStepSet *set = bound->chooser->set;
  const BfLevelNow *now = level_of (bound, level);
  g_autofree gboolean *seen = g_new0 (gboolean, bound->n_groups + 1);

  for (guint i = 0; now->makes_need && !isnan (now->target) && i < set->steps->len; i++)
    {
      const BfLift *lift =
          seen[bound->of_candidate[i]]
              ? NULL
              : bf_archetype_lift (set->catalogue, step_of (bound, i)->archetype, now->dimension);
      Lift one = { bound->of_candidate[i] };

      seen[bound->of_candidate[i]] = TRUE;
      if (!lift || lift->delta_likely <= 0)
        continue;
      one.delta = lift->delta_likely;
      one.cap = bf_lift_cap (set->catalogue, lift, now);
      g_array_append_val (lifts, one);
    }
}

static void
list_lifts (BfBound *bound)
{
  GArray *lifts = g_array_new (FALSE, FALSE, sizeof (Lift));

  bound->first = g_new0 (guint, bound->n_levels + 1);
  for (guint i = 0; i < bound->n_levels; i++)
    {
      list_lifts_of (bound, i, lifts);
      bound->first[i + 1] = lifts->len;
      if (lifts->len > bound->first[i])
        qsort (&g_array_index (lifts, Lift, bound->first[i]),
               lifts->len - bound->first[i],
               sizeof (Lift),
               compare_lifts);
    }
  bound->lifts = (Lift *) (gpointer) g_array_free (lifts, FALSE);
}

static void
fill_items (BfBound *bound, const guint *items)
{
  const BfStepSet *set = bound->chooser->set;

  bound->items = g_memdup2 (items, bound->n_items * sizeof *items);
  bound->group = g_new (guint, bound->n_items + 1);
  bound->needs = g_new0 (double, bound->n_items + 1);
  bound->worth = g_new0 (double, bound->n_items + 1);
  bound->rest = g_new0 (double, bound->n_items + 1);
  for (guint i = 0; i < bound->n_items; i++)
    {
      const GArray *answers = step_of (bound, items[i])->answers;

      bound->group[i] = bound->of_candidate[items[i]];
      for (guint k = 0; k < answers->len; k++)
        bound->needs[i] += bf_selection_need_points (set, (guint) g_array_index (answers, int, k));
    }
}

/* --- What several need. --- */

/* The only candidate of that archetype; -1: none, or a choice. */
static int
only_one_of (const BfBound *bound, const char *archetype)
{
  int found = -1;

  for (guint i = 0; i < bound->chooser->set->steps->len; i++)
    if (!bound->chooser->selection->banned[i] && bf_step_is (step_of (bound, i), archetype))
      {
        if (found >= 0)
          return -1;
        found = (int) i;
      }
  return found;
}

static void add_needed (const BfBound *bound, guint candidate, gboolean *needed);

static void
need (const BfBound *bound, guint candidate, gboolean *needed)
{
  if (needed[candidate])
    return;
  needed[candidate] = TRUE;
  add_needed (bound, candidate, needed);
}

/* What a candidate never comes without: prerequisites that leave no choice, and the decommission
 * of what it replaces. */
static void
add_needed (const BfBound *bound, guint candidate, gboolean *needed)
{
  const BfStep *step = step_of (bound, candidate);

  for (guint i = 0; step->archetype->hard[i]; i++)
    {
      int other = only_one_of (bound, step->archetype->hard[i]);

      if (other >= 0)
        need (bound, (guint) other, needed);
    }
  for (guint i = 0; i < bound->chooser->set->steps->len; i++)
    if (step_of (bound, i)->decommissions &&
        bf_ints_contain (step_of (bound, i)->served, (int) candidate))
      need (bound, i, needed);
}

static void
clear_shared (gpointer data)
{
  g_array_unref (((Shared *) data)->users);
}

static void
find_shared (BfBound *bound)
{
  guint n = bound->chooser->set->steps->len;
  g_autofree int *at = g_new (int, n + 1);
  g_autofree gboolean *needed = g_new (gboolean, n + 1);

  bound->shared = g_array_new (FALSE, FALSE, sizeof (Shared));
  g_array_set_clear_func (bound->shared, clear_shared);
  for (guint i = 0; i < n; i++)
    at[i] = -1;
  for (guint i = 0; i < bound->n_items; i++)
    {
      memset (needed, 0, n * sizeof *needed);
      add_needed (bound, bound->items[i], needed);
      for (guint k = 0; k < n; k++)
        {
          if (!needed[k] || k == bound->items[i])
            continue;
          if (at[k] < 0)
            {
              Shared shared = { k, -1, g_array_new (FALSE, FALSE, sizeof (guint)) };

              at[k] = (int) bound->shared->len;
              g_array_append_val (bound->shared, shared);
            }
          g_array_append_val (g_array_index (bound->shared, Shared, at[k]).users, i);
        }
    }
  for (guint i = 0; i < bound->n_items; i++)
    if (at[bound->items[i]] >= 0)
      g_array_index (bound->shared, Shared, at[bound->items[i]]).item = (int) i;
}

/* Levels only grow with what is released, so nothing reaches beyond all candidates together. */
static void
find_most (BfBound *bound)
{
  const BfStepSet *set = bound->chooser->set;
  const gboolean *banned = bound->chooser->selection->banned;
  g_autofree gboolean *all = g_new0 (gboolean, set->steps->len + 1);

  for (guint i = 0; i < set->steps->len; i++)
    all[i] = !banned[i];
  bf_step_set_maturity (set, all, bf_plan_horizon_end (set->plan), bound->most);
  for (guint i = 0; i < bound->n_levels; i++)
    if (!isnan (level_of (bound, i)->target))
      bound->most[i] = MIN (bound->most[i], level_of (bound, i)->target);
}

BfBound *
bf_bound_new (const BfChooser *chooser, const guint *items, guint n_items)
{
  BfBound *bound = g_new0 (BfBound, 1);

  bound->chooser = chooser;
  bound->n_items = n_items;
  bound->n_levels = chooser->set->needs->n_levels;
  group_candidates (bound);
  list_lifts (bound);
  fill_items (bound, items);
  bound->most = g_new0 (double, bound->n_levels + 1);
  bound->credit = g_new0 (double, bound->n_levels + 1);
  bound->slack = g_new0 (double, bound->n_levels + 1);
  bound->left = g_new0 (double, bound->n_levels + 1);
  bound->offer = g_new0 (double, bound->n_groups + 1);
  bound->gain = g_new0 (double, bound->n_groups + 1);
  bound->best = g_new0 (double, bound->n_groups + 1);
  bound->present = g_new0 (gboolean, bound->n_groups + 1);
  bound->taken = g_new0 (gboolean, bound->n_groups + 1);
  find_most (bound);
  find_shared (bound);
  return bound;
}

void
bf_bound_free (BfBound *bound)
{
  gpointer owned[] = {
    bound->items,   bound->group,  bound->needs, bound->worth, bound->of_candidate, bound->first,
    bound->lifts,   bound->credit, bound->slack, bound->left,  bound->offer,        bound->gain,
    bound->present, bound->taken,  bound->best,  bound->most,  bound->rest,
  };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_array_unref (bound->shared);
  g_free (bound);
}

/* --- A node. --- */

/* The level without the inventory's caps. */
static double
lifted (const BfBound *bound, guint level)
{
  double reached = level_of (bound, level)->effective;

  for (guint i = bound->first[level]; i < bound->first[level + 1]; i++)
    if (bound->present[bound->lifts[i].archetype])
      reached = MAX (reached, MIN (bound->lifts[i].cap, reached + bound->lifts[i].delta));
  return reached;
}

/* Bands still to win, and those among them that only a cap withholds. Whether a cap really does is
 * not asked here: what a lift brings beyond today's count is taken for withheld. */
static void
look_at_levels (BfBound *bound, const BfNode *node)
{
  memset (bound->present, 0, bound->n_groups * sizeof *bound->present);
  for (guint i = 0; i < bound->chooser->set->steps->len; i++)
    if (node->wanted[i])
      bound->present[bound->of_candidate[i]] = TRUE;
  for (guint i = 0; i < bound->n_levels; i++)
    {
      const BfLevelNow *now = level_of (bound, i);
      double counted = MAX (node->levels[i], now->counted);

      bound->left[i] = bound->slack[i] = 0;
      if (!now->makes_need || isnan (now->target))
        continue;
      bound->left[i] = MAX (0, bound->most[i] - counted);
      bound->slack[i] = CLAMP (lifted (bound, i) - counted, 0, bound->left[i]);
    }
}

static void
offer_lifts (BfBound *bound)
{
  memset (bound->offer, 0, bound->n_groups * sizeof *bound->offer);
  for (guint i = 0; i < bound->n_levels; i++)
    for (guint k = bound->first[i]; bound->left[i] > 0 && k < bound->first[i + 1]; k++)
      if (!bound->present[bound->lifts[k].archetype])
        bound->offer[bound->lifts[k].archetype] +=
            bound->credit[i] * MIN (bound->left[i], bound->lifts[k].delta);
}

static void
price_items (BfBound *bound)
{
  for (guint i = 0; i < bound->n_items; i++)
    bound->worth[i] = bound->needs[i] - money_at_prices (bound, bound->items[i]);
}

double
bf_bound_worth (const BfBound *bound, guint item)
{
  return bound->worth[item] + bound->offer[bound->group[item]];
}

/* Those who gain by a shared step bear its money in proportion to what they gain, so that together
 * they never bear more than it costs. */
static void
share_out (BfBound *bound, const gboolean *open, const gboolean *wanted)
{
  memcpy (bound->rest, bound->worth, bound->n_items * sizeof *bound->rest);
  for (guint i = 0; i < bound->shared->len; i++)
    {
      const Shared *shared = &g_array_index (bound->shared, Shared, i);
      double money = shared->item < 0 ? money_at_prices (bound, shared->candidate)
                                      : -bf_bound_worth (bound, (guint) shared->item);
      double gain = 0;

      if (wanted[shared->candidate] || money <= 0)
        continue;
      for (guint k = 0; k < shared->users->len; k++)
        {
          guint user = g_array_index (shared->users, guint, k);

          if (open[user] && !wanted[bound->items[user]])
            gain += MAX (0, bound->rest[user]);
        }
      for (guint k = 0; k < shared->users->len; k++)
        {
          guint user = g_array_index (shared->users, guint, k);

          if (open[user] && !wanted[bound->items[user]] && bound->rest[user] > 0)
            bound->rest[user] *= MAX (0, 1 - money / gain);
        }
    }
}

/* An archetype brings its lifts once, with whichever of its steps; when none pays for itself, with
 * the one that costs least. */
static double
sum_groups (BfBound *bound, const gboolean *open, const gboolean *wanted)
{
  double sum = 0;

  share_out (bound, open, wanted);
  for (guint i = 0; i < bound->n_groups; i++)
    {
      bound->gain[i] = 0;
      bound->best[i] = -INFINITY;
    }
  for (guint i = 0; i < bound->n_items; i++)
    {
      guint group = bound->group[i];

      if (!open[i] || wanted[bound->items[i]])
        continue;
      bound->gain[group] += MAX (0, bound->rest[i]);
      bound->best[group] = MAX (bound->best[group], bound->rest[i]);
    }
  for (guint i = 0; i < bound->n_groups; i++)
    {
      double all =
          bound->best[i] > 0 ? bound->gain[i] + bound->offer[i] : bound->best[i] + bound->offer[i];

      bound->taken[i] = all > 0;
      sum += MAX (0, all);
    }
  return sum;
}

static double
value_at_prices (BfBound *bound, const gboolean *open, const BfNode *node)
{
  double value = node->points;

  offer_lifts (bound);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    if (bound->price[kind] > 0)
      value +=
          bound->price[kind] * (bound->chooser->limit[kind] - (double) node->outlay.kind[kind]);
  for (guint i = 0; i < bound->n_levels; i++)
    value += (level_of (bound, i)->weight - bound->credit[i]) * bound->left[i] +
             bound->credit[i] * bound->slack[i];
  return value + sum_groups (bound, open, node->wanted);
}

double
bf_bound_of (BfBound *bound, const gboolean *open, const BfNode *node)
{
  look_at_levels (bound, node);
  return value_at_prices (bound, open, node);
}

double
bf_bound_density (const BfBound *bound, guint item)
{
  double brings = bound->needs[item] + bound->offer[bound->group[item]];

  return brings / MAX (brings - bf_bound_worth (bound, item), 1e-9);
}

/* --- Prices. --- */

typedef struct
{
  double money[BF_N_BUDGETS]; /* left over (positive) or overdrawn, as a share of what there is */
  double *bands;
  double length; /* squared */
} Slope;

static double
money_of_shared (const BfBound *bound, const gboolean *wanted, int kind)
{
  double sum = 0;

  for (guint i = 0; i < bound->shared->len; i++)
    {
      const Shared *shared = &g_array_index (bound->shared, Shared, i);
      gboolean used = FALSE;

      for (guint k = 0; k < shared->users->len && !used; k++)
        used = bound->rest[g_array_index (shared->users, guint, k)] > 0;
      if (used && !wanted[shared->candidate] &&
          (shared->item < 0 || bound->rest[shared->item] <= 0))
        sum += (double) bound->chooser->outlay[shared->candidate].kind[kind];
    }
  return sum;
}

static void
find_slope (const BfBound *bound, const BfNode *node, Slope *slope)
{
  slope->length = 0;
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    {
      double all = MAX (1, bound->chooser->limit[kind] - (double) node->outlay.kind[kind]);
      double spent = 0;

      for (guint i = 0; i < bound->n_items; i++)
        if (bound->rest[i] > 0 && !node->wanted[bound->items[i]])
          spent += (double) bound->chooser->outlay[bound->items[i]].kind[kind];
      spent += money_of_shared (bound, node->wanted, kind);
      slope->money[kind] = isinf (all) ? 0 : 1 - spent / all;
      slope->length += slope->money[kind] * slope->money[kind];
    }
  for (guint i = 0; i < bound->n_levels; i++)
    {
      slope->bands[i] = bound->slack[i] - bound->left[i];
      for (guint k = bound->first[i]; bound->left[i] > 0 && k < bound->first[i + 1]; k++)
        if (!bound->present[bound->lifts[k].archetype] && bound->taken[bound->lifts[k].archetype])
          slope->bands[i] += MIN (bound->left[i], bound->lifts[k].delta);
      slope->length += slope->bands[i] * slope->bands[i];
    }
}

static void
follow_slope (BfBound *bound, const BfNode *node, const Slope *slope, double step)
{
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    {
      double all = MAX (1, bound->chooser->limit[kind] - (double) node->outlay.kind[kind]);

      if (!isinf (all))
        bound->price[kind] = MAX (0, bound->price[kind] - step * slope->money[kind] / all);
    }
  for (guint i = 0; i < bound->n_levels; i++)
    bound->credit[i] =
        CLAMP (bound->credit[i] - step * slope->bands[i], 0, level_of (bound, i)->weight);
  price_items (bound);
}

typedef struct
{
  double value;
  double price[BF_N_BUDGETS];
  double *credit;
} Prices;

static void
keep_prices (const BfBound *bound, double value, Prices *prices)
{
  prices->value = value;
  memcpy (prices->price, bound->price, sizeof prices->price);
  memcpy (prices->credit, bound->credit, bound->n_levels * sizeof *prices->credit);
}

void
bf_bound_price (BfBound *bound, const BfNode *node)
{
  g_autofree gboolean *open = g_new (gboolean, bound->n_items + 1);
  g_autofree double *bands = g_new0 (double, bound->n_levels + 1);
  g_autofree double *credit = g_new0 (double, bound->n_levels + 1);
  Prices best = { .value = INFINITY, .credit = credit };
  Slope slope = { .bands = bands };
  double length = 1;
  guint idle = 0;

  for (guint i = 0; i < bound->n_items; i++)
    open[i] = TRUE;
  for (guint i = 0; i < bound->n_levels; i++)
    bound->credit[i] = level_of (bound, i)->weight;
  look_at_levels (bound, node);
  price_items (bound);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double value = value_at_prices (bound, open, node);

      idle++;
      if (value < best.value - 1e-9)
        {
          keep_prices (bound, value, &best);
          idle = 0;
        }
      if (idle >= PATIENCE)
        {
          length /= 2;
          idle = 0;
        }
      find_slope (bound, node, &slope);
      if (slope.length < 1e-12)
        break;
      follow_slope (bound, node, &slope, length * (value - (1 - AIM) * best.value) / slope.length);
    }
  memcpy (bound->price, best.price, sizeof best.price);
  memcpy (bound->credit, best.credit, bound->n_levels * sizeof *best.credit);
  price_items (bound);
  value_at_prices (bound, open, node);
}
