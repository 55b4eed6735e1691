/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-anneal.h"

#include <string.h>

/* Temperatures, in days that the whole plan is later. */
#define HOT_DAYS 6.0
#define COLD_DAYS 0.2
/* What a late day weighs, in days of the whole plan; one that the user set. */
#define LATE_DAYS 20.0
#define HARD_LATE_DAYS 1000.0
/* What remains of the objective decides among what is else equal. */
#define SECONDARY_SHARE 0.02
#define ANY_PATIENCE 100000

typedef struct
{
  const BfCore *core;
  guint64 random;
  BfPass *now, *next;
  double *keys, *old_keys; /* an activity: its place in the order */
  int *patience, *old_patience;
  int *order;
  int *behind, *stack;         /* scratch, a step */
  double unit, secondary_unit; /* of the objective: a day of the whole plan */
  double energy;
} Anneal;

/* --- Chance. --- */

static double
chance (Anneal *self)
{
  guint64 x = self->random += 0x9e3779b97f4a7c15u;

  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  x ^= x >> 31;
  return (double) (x >> 11) / 9007199254740992.0;
}

static int
pick (Anneal *self, int n)
{
  return MIN (n - 1, (int) (chance (self) * n));
}

/* --- What a schedule is worth in days. --- */

static void
find_units (Anneal *self)
{
  const BfCore *core = self->core;
  double cost = 0, weight = 0;

  for (int s = 0; s < core->n_steps; s++)
    {
      cost += core->exposure_day[s];
      weight += core->weight[s];
    }
  for (guint i = 0; i < core->n_double; i++)
    cost += core->double_day[i];
  self->unit = core->objective == BF_OBJECTIVE_FINISH ? 1 : MAX (1, cost);
  self->secondary_unit = core->objective == BF_OBJECTIVE_COST ? MAX (1, weight) : MAX (1, cost);
}

static double
energy_of (const Anneal *self, const BfScore *score)
{
  return score->hard_late * HARD_LATE_DAYS + score->late * LATE_DAYS + score->primary / self->unit +
         SECONDARY_SHARE * score->secondary / self->secondary_unit;
}

/* --- Moves. --- */

static void
shift_step (Anneal *self, int step, double to)
{
  const BfCore *core = self->core;
  double first = G_MAXDOUBLE;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    first = MIN (first, self->keys[a]);
  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    self->keys[a] += to - first;
}

static double
first_key (const Anneal *self, int step)
{
  double first = G_MAXDOUBLE;

  for (int a = self->core->step_first[step]; a < self->core->step_first[step + 1]; a++)
    first = MIN (first, self->keys[a]);
  return first;
}

/* A step and all that it waits for: those that stand behind @to move there with it. */
static void
pull_chain (Anneal *self, int step, double to)
{
  const BfCore *core = self->core;
  int n = 0;

  memset (self->behind, 0, (gsize) core->n_steps * sizeof (int));
  self->behind[step] = 1;
  self->stack[n++] = step;
  while (n)
    {
      int s = self->stack[--n];

      if (first_key (self, s) > to)
        shift_step (self, s, to);
      for (int a = core->step_first[s]; a < core->step_first[s + 1]; a++)
        for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
          {
            int before = core->step[core->in.before[at]];

            if (self->behind[before])
              continue;
            self->behind[before] = 1;
            self->stack[n++] = before;
          }
    }
}

static void
swap_steps (Anneal *self, int one, int other)
{
  double first = first_key (self, one);

  shift_step (self, one, first_key (self, other));
  shift_step (self, other, first);
}

static void
change_patience (Anneal *self)
{
  static const int choices[] = { -1, 0, ANY_PATIENCE };
  int cutover = pick (self, (int) self->core->n_cutovers);

  self->patience[cutover] =
      chance (self) < 0.7 ? choices[pick (self, 3)] : (int) (chance (self) * 365);
}

static void
move (Anneal *self)
{
  const BfCore *core = self->core;
  int n = core->n;
  double kind = chance (self);
  double reach = n * (0.02 + 0.3 * chance (self));
  int step = pick (self, core->n_steps);
  double to = first_key (self, step) + (chance (self) - 0.5) * 2 * reach;

  if (kind < 0.35)
    shift_step (self, step, to);
  else if (kind < 0.55)
    pull_chain (self, step, to - reach);
  else if (kind < 0.65)
    swap_steps (self, step, pick (self, core->n_steps));
  else if (kind < 0.75 && core->n_cutovers)
    change_patience (self);
  else
    self->keys[pick (self, n)] += (chance (self) - 0.5) * 2 * reach;
}

/* How much of the order before the move still holds. */
static int
count_same (const Anneal *self)
{
  const BfCore *core = self->core;
  int same = 0;

  while (same < self->now->n_order && self->order[same] == self->now->order[same])
    {
      int cutover = core->cutover[self->order[same]];

      if (cutover >= 0 && self->patience[cutover] != self->old_patience[cutover])
        break;
      same++;
    }
  return same;
}

/* --- Annealing. --- */

static void
begin (Anneal *self, const BfCore *core, const BfSearchResult *result)
{
  gsize n = (gsize) core->n + 1;

  self->core = core;
  self->random = core->seed * 0xda942042e4dd58b5u + 0x2545f4914f6cdd1du;
  self->now = bf_pass_new (core);
  self->next = bf_pass_new (core);
  self->keys = g_new0 (double, n);
  self->old_keys = g_new0 (double, n);
  self->patience = g_new0 (int, core->n_cutovers + 1);
  self->old_patience = g_new0 (int, core->n_cutovers + 1);
  self->order = g_new0 (int, n);
  self->behind = g_new0 (int, core->n_steps + 1);
  self->stack = g_new0 (int, core->n_steps + 1);
  bf_pass_copy (self->now, result->best);
  for (int i = 0; i < core->n; i++)
    self->keys[self->now->order[i]] = i;
  for (guint i = 0; i < core->n_cutovers; i++)
    self->patience[i] = result->best->patience;
  find_units (self);
  self->energy = energy_of (self, &result->score);
}

static void
end (Anneal *self)
{
  bf_pass_free (self->now);
  bf_pass_free (self->next);
  g_free (self->keys);
  g_free (self->old_keys);
  g_free (self->patience);
  g_free (self->old_patience);
  g_free (self->order);
  g_free (self->behind);
  g_free (self->stack);
}

static void
keep (Anneal *self)
{
  memcpy (self->old_keys, self->keys, (gsize) self->core->n * sizeof (double));
  memcpy (self->old_patience, self->patience, self->core->n_cutovers * sizeof (int));
}

static void
put_back (Anneal *self)
{
  memcpy (self->keys, self->old_keys, (gsize) self->core->n * sizeof (double));
  memcpy (self->patience, self->old_patience, self->core->n_cutovers * sizeof (int));
}

/* Keys as places in the order, so that moves keep their size. */
static void
accept (Anneal *self, double energy)
{
  BfPass *next = self->next;

  self->next = self->now;
  self->now = next;
  self->energy = energy;
  for (int i = 0; i < self->core->n; i++)
    self->keys[next->order[i]] = i;
}

static gboolean
try_move (Anneal *self, double heat, BfScore *score)
{
  double energy;
  int same;

  keep (self);
  move (self);
  bf_pass_order (self->next, self->keys, self->order);
  same = count_same (self);
  if (same == self->core->n)
    return FALSE;
  bf_pass_copy (self->next, self->now);
  self->next->patience_of = self->patience;
  if (!bf_pass_follow (self->next, self->order, same))
    {
      put_back (self);
      return FALSE;
    }
  *score = bf_pass_score (self->next);
  energy = energy_of (self, score);
  if (energy > self->energy - heat * log (chance (self) + 1e-300))
    {
      put_back (self);
      return FALSE;
    }
  accept (self, energy);
  return TRUE;
}

void
bf_core_anneal (const BfCore *core,
                guint schedules,
                GCancellable *cancellable,
                BfSearchResult *result)
{
  Anneal self = { 0 };
  double work = (double) core->n * schedules;
  guint idle = 0;

  if (!schedules || !core->n)
    return;
  begin (&self, core, result);
  while (idle < schedules + 100 && !g_cancellable_is_cancelled (cancellable))
    {
      double done = (double) (self.now->n_work + self.next->n_work) / work;
      BfScore score;

      if (done >= 1)
        break;
      idle++;
      if (!try_move (&self, HOT_DAYS * pow (COLD_DAYS / HOT_DAYS, done), &score))
        continue;
      idle = 0;
      if (bf_score_compare (&score, &result->score) >= 0)
        continue;
      result->score = score;
      bf_pass_copy (result->best, self.now);
    }
  result->tried += (guint) ((self.now->n_work + self.next->n_work) / core->n);
  end (&self);
}
