/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-search.h"

#define N_RULES 5
/* How far chance moves a step, and an activity within it, on the scale 0 .. 1 of ranks. */
#define STEP_NOISE 0.35
#define ACTIVITY_NOISE 0.05
#define BOOST 0.2
#define ANY_PATIENCE 100000

typedef struct
{
  const BfCore *core;
  double *rules[N_RULES]; /* ranks 0 .. 1 an activity */
  double *keys;
  double *boost;    /* a step */
  gboolean *behind; /* scratch: steps that a step waits for */
  int *stack;
} Search;

/* SplitMix64 as a hash of a counter: the same numbers for the same words. */
static double
chance (guint64 seed, guint64 name, guint64 draw)
{
  guint64 x = seed * 0x9e3779b97f4a7c15u + name * 0xbf58476d1ce4e5b9u + draw * 0x94d049bb133111ebu;

  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9u;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebu;
  x ^= x >> 31;
  return (double) (x >> 11) / 9007199254740992.0;
}

static int
compare_by_key (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *keys = data;
  int x = *(const int *) a, y = *(const int *) b;

  if (keys[x] != keys[y])
    return keys[x] < keys[y] ? -1 : 1;
  return x - y;
}

/* Replaces keys by their ranks on the scale 0 .. 1; equal keys have equal ranks. */
static void
rank (double *keys, int n)
{
  g_autofree int *order = g_new (int, n + 1);
  g_autofree double *ranks = g_new (double, n + 1);

  for (int i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (int), compare_by_key, keys);
  for (int i = 0; i < n; i++)
    ranks[order[i]] =
        i && keys[order[i]] == keys[order[i - 1]] ? ranks[order[i - 1]] : (double) i / n;
  for (int i = 0; i < n; i++)
    keys[i] = ranks[i];
}

/* --- Rules. --- */

static void
give_steps (const BfCore *core, const double *by_step, double *keys)
{
  for (int a = 0; a < core->n; a++)
    keys[a] = by_step[core->step[a]];
}

static void
make_step_rules (Search *self, const double *latest)
{
  const BfCore *core = self->core;
  g_autofree double *first = g_new (double, core->n_steps + 1);
  g_autofree double *gain = g_new0 (double, core->n_steps + 1);
  g_autofree double *queue = g_new0 (double, core->n_steps + 1);
  g_autofree double *work = g_new0 (double, core->n_steps + 1);

  for (int s = 0; s < core->n_steps; s++)
    first[s] = G_MAXDOUBLE;
  for (int a = 0; a < core->n; a++)
    {
      first[core->step[a]] = MIN (first[core->step[a]], latest[a]);
      work[core->step[a]] += core->days[a];
    }
  for (int s = 0; s < core->n_steps; s++)
    {
      gain[s] = -(core->exposure_day[s] + core->weight[s]) / (1 + work[s]);
      queue[s] = core->queue[s] + first[s];
    }
  give_steps (core, first, self->rules[1]);
  give_steps (core, gain, self->rules[2]);
  give_steps (core, queue, self->rules[3]);
}

static void
make_rules (Search *self)
{
  const BfCore *core = self->core;

  for (int i = 0; i < N_RULES; i++)
    self->rules[i] = g_new0 (double, core->n + 1);
  bf_core_latest_starts (core, TRUE, self->rules[0]);
  bf_core_latest_starts (core, FALSE, self->rules[4]);
  make_step_rules (self, self->rules[0]);
  for (int i = 0; i < N_RULES; i++)
    rank (self->rules[i], core->n);
}

static void
make_keys (Search *self, const BfPass *best, guint number)
{
  const BfCore *core = self->core;
  guint64 seed = core->seed;
  double noise = number < N_RULES ? 0 : 1;
  const double *rule = self->rules[number % N_RULES];
  gboolean near_best = best && number >= N_RULES && number % 2 == 0;

  for (int a = 0; a < core->n; a++)
    self->keys[a] = near_best ? best->start_work[a] : rule[a];
  if (near_best)
    {
      rank (self->keys, core->n);
      noise = 0.5;
    }
  for (int a = 0; a < core->n; a++)
    {
      int s = core->step[a];
      guint64 own = core->name[s] + (guint64) (a - core->step_first[s] + 1);

      self->keys[a] += noise * STEP_NOISE * chance (seed, core->name[s], number) +
                       noise * ACTIVITY_NOISE * chance (seed, own, number) - self->boost[s];
    }
}

static int
choose_patience (const BfCore *core, guint number)
{
  static const int by_cost[] = { -1, ANY_PATIENCE, 0 };
  static const int by_finish[] = { 0, -1, ANY_PATIENCE };

  if (core->objective == BF_OBJECTIVE_DOWNTIME)
    return ANY_PATIENCE;
  return core->objective == BF_OBJECTIVE_FINISH ? by_finish[number % 3] : by_cost[number % 3];
}

/* --- Squeaky wheel. --- */

/* Moves a step forward, and all that it waits for. */
static void
push_forward (Search *self, int step)
{
  const BfCore *core = self->core;
  int n = 0;

  for (int s = 0; s < core->n_steps; s++)
    self->behind[s] = FALSE;
  self->behind[step] = TRUE;
  self->stack[n++] = step;
  while (n)
    {
      int s = self->stack[--n];

      for (int a = core->step_first[s]; a < core->step_first[s + 1]; a++)
        for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
          {
            int before = core->step[core->in.before[at]];

            if (self->behind[before])
              continue;
            self->behind[before] = TRUE;
            self->stack[n++] = before;
          }
    }
  for (int s = 0; s < core->n_steps; s++)
    if (self->behind[s])
      self->boost[s] += BOOST;
}

static void
push_late (Search *self, const BfPass *pass)
{
  for (int s = 0; s < self->core->n_steps; s++)
    if (self->core->due[s] != G_MAXINT && pass->release[s] > self->core->due[s])
      push_forward (self, s);
}

/* --- Search. --- */

static void
note_failure (const BfPass *pass, BfSearchResult *result, int *furthest)
{
  if (pass->n_placed <= *furthest)
    return;
  *furthest = pass->n_placed;
  result->failed = pass->failed;
  result->block = pass->block;
  result->block_detail = pass->block_detail;
  result->ready_day = bf_pass_ready (pass, pass->failed, NULL);
  if (pass->core->days[pass->failed] > 0)
    result->ready_day = pass->core->day_of_work[MIN (result->ready_day, pass->core->n_work - 1)];
}

static void
begin_search (Search *self, const BfCore *core)
{
  self->core = core;
  make_rules (self);
  self->keys = g_new0 (double, core->n + 1);
  self->boost = g_new0 (double, core->n_steps + 1);
  self->behind = g_new0 (gboolean, core->n_steps + 1);
  self->stack = g_new0 (int, core->n_steps + 1);
}

static void
end_search (Search *self)
{
  for (int i = 0; i < N_RULES; i++)
    g_free (self->rules[i]);
  g_free (self->keys);
  g_free (self->boost);
  g_free (self->behind);
  g_free (self->stack);
}

static void
clear_snapshot (gpointer data)
{
  bf_pass_free (((BfSnapshot *) data)->pass);
}

GArray *
bf_search_pool_new (void)
{
  GArray *pool = g_array_new (FALSE, FALSE, sizeof (BfSnapshot));

  g_array_set_clear_func (pool, clear_snapshot);
  return pool;
}

void
bf_search_result_clear (BfSearchResult *result)
{
  g_clear_pointer (&result->best, bf_pass_free);
  g_clear_pointer (&result->pool, g_array_unref);
}

gboolean
bf_core_search (const BfCore *core,
                guint schedules,
                GCancellable *cancellable,
                BfSearchResult *result)
{
  Search self = { 0 };
  g_autoptr (BfPass) pass = bf_pass_new (core);
  int furthest = -1;

  *result = (BfSearchResult){ .failed = -1, .best = bf_pass_new (core) };
  begin_search (&self, core);
  for (guint i = 0; i < schedules && !g_cancellable_is_cancelled (cancellable); i++)
    {
      BfScore score;

      make_keys (&self, result->found ? result->best : NULL, i);
      pass->patience = choose_patience (core, i);
      result->tried++;
      if (!bf_pass_generate (pass, self.keys))
        {
          note_failure (pass, result, &furthest);
          push_forward (&self, core->step[pass->failed]);
          continue;
        }
      score = bf_pass_score (pass);
      if (score.hard_late > 0 || score.late > 0)
        push_late (&self, pass);
      if (result->found && bf_score_compare (&score, &result->score) >= 0)
        continue;
      result->found = TRUE;
      result->score = score;
      bf_pass_copy (result->best, pass);
    }
  end_search (&self);
  return !g_cancellable_is_cancelled (cancellable);
}
