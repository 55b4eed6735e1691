/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-anneal.h"

#include <string.h>

/* Temperatures, in days that the whole plan is later. */
#define HOT_DAYS 6.0
#define COLD_DAYS 0.2
/* What a late day weighs, in days of the whole plan; one that the user set. */
#define LATE_DAYS 20.0
#define HARD_LATE_DAYS 1000.0
/* What an order weighs that is only advised. */
#define ADVISED_DAYS 2.0
/* What remains of the objective decides among what is else equal. */
#define SECONDARY_SHARE 0.02
#define ANY_PATIENCE 100000
/* How many moves make what is paid wait for a period of its budget, or no longer. */
#define WAIT_SHARE 0.3
#define WAITS_AGAIN 0.5
/* How many of these wait until the latest start that still ends earlier than the best, within days.
 */
#define LATEST_SHARE 0.6
#define LATEST_DAYS 30
#define EXACT_SHARE 0.2
#define MOST_SWEEPS 6
/* Share of the work after which snapshots are taken. */
#define POOL_FROM 0.4

typedef struct
{
  const BfCore *core;
  guint64 random;
  BfPass *now, *next;
  double *keys, *old_keys; /* an activity: its place in the order */
  int *patience, *old_patience;
  int *wait, *old_wait; /* an activity: working day; see BfPass */
  int *payers;          /* activities whose money has periods */
  int n_payers;
  double *latest; /* an activity: working day; see find_latest */
  int *order;
  int *behind, *stack;         /* scratch, a step */
  double unit, secondary_unit; /* of the objective: a day of the whole plan */
  double energy;
  const BfAnnealOptions *options;
  double best_energy;
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

static guint
count_unadvised (const BfPass *pass)
{
  const BfCore *core = pass->core;
  guint n = 0;

  for (guint i = 0; i < core->n_advised; i++)
    {
      int before = core->advised_before[i], after = core->advised_after[i];
      gboolean is_event = core->days[after] == 0 && core->cutover[after] < 0;
      int from = is_event ? pass->end_day[after] + 1 : pass->start_day[after];

      n += from <= pass->end_day[before];
    }
  return n;
}

static double
energy_of (const Anneal *self, const BfPass *pass, const BfScore *score)
{
  double haste = self->options->haste > 0 ? self->options->haste * bf_pass_last_release (pass) : 0;

  return haste + ADVISED_DAYS * count_unadvised (pass) + score->hard_late * HARD_LATE_DAYS +
         score->late * LATE_DAYS + score->primary / self->unit +
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

/* Where everything starts at the latest, by the network and the openings, when the whole ends a day
 * before the best schedule does. */
static void
find_latest (Anneal *self, const BfPass *best)
{
  BfCore shorter = *self->core;
  int last = 0;

  for (int s = 0; s < self->core->n_steps; s++)
    last = MAX (last, best->release[s]);
  shorter.horizon_day = MIN (shorter.horizon_day, last);
  shorter.horizon_work = shorter.work_of_day[shorter.horizon_day];
  bf_core_latest_starts (&shorter, FALSE, self->latest);
}

/* Serial generation starts everything as early as money allows, and so leaves to a later period
 * what comes last alone. Several that are under way when a period begins share its money: one of
 * them begins so late that only a part of its days is paid by the period before. */
static void
change_wait (Anneal *self)
{
  const BfCoreBudget *budget = &self->core->budgets[BF_BUDGET_CAPEX];
  int a = self->payers[pick (self, self->n_payers)];
  guint period = 0;

  self->wait[a] = 0;
  if (chance (self) >= WAITS_AGAIN)
    return;
  if (self->core->objective == BF_OBJECTIVE_FINISH && chance (self) < LATEST_SHARE)
    {
      double sooner = chance (self) < EXACT_SHARE ? 0 : LATEST_DAYS * chance (self);

      self->wait[a] = MAX (0, (int) (self->latest[a] - sooner));
      return;
    }
  while (period + 1 < budget->n && budget->to_work[period] <= self->now->start_work[a])
    period++;
  period += chance (self) < 0.5;
  if (period < budget->n)
    self->wait[a] =
        MAX (0, budget->from_work[period] - (int) (chance (self) * (self->core->days[a] + 1)));
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

  if (self->n_payers && chance (self) < WAIT_SHARE)
    change_wait (self);
  else if (kind < 0.35)
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
      if (self->wait[self->order[same]] != self->old_wait[self->order[same]])
        break;
      same++;
    }
  return same;
}

/* --- Annealing. --- */

static void
begin (Anneal *self,
       const BfCore *core,
       const BfAnnealOptions *options,
       const BfSearchResult *result)
{
  gsize n = (gsize) core->n + 1;

  self->core = core;
  self->options = options;
  self->random = core->seed * 0xda942042e4dd58b5u + 0x2545f4914f6cdd1du;
  self->now = bf_pass_new (core);
  self->next = bf_pass_new (core);
  self->keys = g_new0 (double, n);
  self->old_keys = g_new0 (double, n);
  self->patience = g_new0 (int, core->n_cutovers + 1);
  self->old_patience = g_new0 (int, core->n_cutovers + 1);
  self->latest = g_new0 (double, n);
  find_latest (self, result->best);
  self->wait = g_new0 (int, n);
  self->old_wait = g_new0 (int, n);
  self->payers = g_new0 (int, n);
  for (int a = 0; a < core->n && core->budgets[BF_BUDGET_CAPEX].n > 1; a++)
    if (core->capex[a] > 0 && core->days[a] > 0)
      self->payers[self->n_payers++] = a;
  self->order = g_new0 (int, n);
  self->behind = g_new0 (int, core->n_steps + 1);
  self->stack = g_new0 (int, core->n_steps + 1);
  bf_pass_copy (self->now, result->best);
  for (int i = 0; i < core->n; i++)
    self->keys[self->now->order[i]] = i;
  for (guint i = 0; i < core->n_cutovers; i++)
    self->patience[i] = result->best->patience;
  find_units (self);
  self->energy = self->best_energy = energy_of (self, self->now, &result->score);
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
  g_free (self->latest);
  g_free (self->wait);
  g_free (self->old_wait);
  g_free (self->payers);
  g_free (self->order);
  g_free (self->behind);
  g_free (self->stack);
}

static void
keep (Anneal *self)
{
  memcpy (self->old_keys, self->keys, (gsize) self->core->n * sizeof (double));
  memcpy (self->old_patience, self->patience, self->core->n_cutovers * sizeof (int));
  memcpy (self->old_wait, self->wait, (gsize) self->core->n * sizeof (int));
}

static void
put_back (Anneal *self)
{
  memcpy (self->keys, self->old_keys, (gsize) self->core->n * sizeof (double));
  memcpy (self->patience, self->old_patience, self->core->n_cutovers * sizeof (int));
  memcpy (self->wait, self->old_wait, (gsize) self->core->n * sizeof (int));
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
  self->next->wait = self->wait;
  if (!bf_pass_follow (self->next, self->order, same))
    {
      put_back (self);
      return FALSE;
    }
  *score = bf_pass_score (self->next);
  energy = energy_of (self, self->next, score);
  if (energy > self->energy - heat * log (chance (self) + 1e-300))
    {
      put_back (self);
      return FALSE;
    }
  accept (self, energy);
  return TRUE;
}

/* --- Nothing waits in vain. --- */

/* Where an activity is. */
typedef struct
{
  int start_work, end_work, start_day, end_day, opening;
  gint64 start_minute, end_minute;
  guint8 placement;
} Place;

static Place
place_of (const BfPass *pass, int a)
{
  return (Place){ pass->start_work[a], pass->end_work[a], pass->start_day[a],
                  pass->end_day[a],    pass->opening[a],  pass->start_minute[a],
                  pass->end_minute[a], pass->placement[a] };
}

static void
write_place (BfPass *pass, int a, const Place *place)
{
  pass->start_work[a] = place->start_work;
  pass->end_work[a] = place->end_work;
  pass->start_day[a] = place->start_day;
  pass->end_day[a] = place->end_day;
  pass->opening[a] = place->opening;
  pass->start_minute[a] = place->start_minute;
  pass->end_minute[a] = place->end_minute;
  pass->placement[a] = place->placement;
}

static gboolean
is_earlier (const BfPass *pass, int a, const Place *than)
{
  if (pass->core->cutover[a] >= 0)
    return pass->start_minute[a] < than->start_minute;
  return pass->start_work[a] < than->start_work || pass->end_day[a] < than->end_day;
}

/* TRUE when the activity moved: everything else stays, and the schedule is no worse by it. */
static gboolean
bring_forward (BfPass *pass, int a, BfScore *score)
{
  Place old = place_of (pass, a);
  guint unadvised = count_unadvised (pass);
  BfScore now;

  bf_pass_take_out (pass, a);
  if (bf_pass_find_place (pass, a, -1) && bf_pass_move_for_opex (pass, a) &&
      is_earlier (pass, a, &old))
    {
      bf_pass_put_back (pass, a);
      now = bf_pass_score (pass);
      if (bf_score_compare (&now, score) <= 0 && count_unadvised (pass) <= unadvised)
        {
          *score = now;
          return TRUE;
        }
      bf_pass_take_out (pass, a);
    }
  write_place (pass, a, &old);
  bf_pass_put_back (pass, a);
  return FALSE;
}

/* What waited for others to have its money is as early as they leave it; so a day earlier is always
 * somebody's, or against a rule. */
static void
tighten (const Anneal *self, BfPass *pass, BfScore *score)
{
  gboolean moved = TRUE;

  pass->patience_of = self->patience;
  for (int sweep = 0; moved && sweep < MOST_SWEEPS; sweep++)
    {
      moved = FALSE;
      for (int i = 0; i < pass->n_order; i++)
        if (bring_forward (pass, pass->order[i], score))
          moved = TRUE;
    }
  pass->patience_of = NULL;
}

/* --- Snapshots. --- */

static gboolean
is_about_as_good (const BfCore *core, const BfScore *one, const BfScore *best)
{
  double more = one->primary - best->primary;

  if (one->hard_late > best->hard_late || one->late > best->late)
    return FALSE;
  if (core->objective == BF_OBJECTIVE_FINISH)
    return more <= BF_SCHEDULE_SAME_DAYS;
  return more <= BF_SCHEDULE_SAME_SHARE * ABS (best->primary);
}

static void
take_snapshot (const Anneal *self, double done, const BfScore *score, BfSearchResult *result)
{
  guint due = (guint) ((done - POOL_FROM) / (1 - POOL_FROM) * self->options->pool);
  BfSnapshot snapshot = { NULL, *score };

  if (done < POOL_FROM || result->pool->len > due ||
      !is_about_as_good (self->core, score, &result->score))
    return;
  snapshot.pass = bf_pass_new (self->core);
  bf_pass_copy (snapshot.pass, self->now);
  g_array_append_val (result->pool, snapshot);
}

/* What the best has left behind since. */
static void
sift_pool (const Anneal *self, BfSearchResult *result)
{
  for (guint i = result->pool->len; i-- > 0;)
    if (!is_about_as_good (
            self->core, &g_array_index (result->pool, BfSnapshot, i).score, &result->score))
      g_array_remove_index (result->pool, i);
}

/* Where the score is not all that counts, the best is what weighs least. TRUE: a new best. */
static gboolean
note_best (Anneal *self, const BfScore *score, BfSearchResult *result)
{
  gboolean hasty = self->options->haste > 0 || self->core->n_advised > 0;

  if (hasty ? self->energy >= self->best_energy : bf_score_compare (score, &result->score) >= 0)
    return FALSE;
  self->best_energy = self->energy;
  result->score = *score;
  bf_pass_copy (result->best, self->now);
  return TRUE;
}

static void
tighten_all (const Anneal *self, BfSearchResult *result)
{
  tighten (self, result->best, &result->score);
  for (guint i = 0; result->pool && i < result->pool->len; i++)
    {
      BfSnapshot *snapshot = &g_array_index (result->pool, BfSnapshot, i);

      tighten (self, snapshot->pass, &snapshot->score);
    }
}

void
bf_core_anneal (const BfCore *core, const BfAnnealOptions *options, BfSearchResult *result)
{
  Anneal self = { 0 };
  double work = (double) core->n * options->schedules;
  guint idle = 0;

  if (!options->schedules || !core->n)
    return;
  begin (&self, core, options, result);
  if (options->pool)
    result->pool = bf_search_pool_new ();
  while (idle < options->schedules + 100 && !g_cancellable_is_cancelled (options->cancellable))
    {
      double done = (double) (self.now->n_work + self.next->n_work) / work;
      BfScore score;

      if (done >= 1)
        break;
      idle++;
      if (!try_move (&self, HOT_DAYS * pow (COLD_DAYS / HOT_DAYS, done), &score))
        continue;
      idle = 0;
      if (note_best (&self, &score, result))
        find_latest (&self, result->best);
      if (options->pool)
        take_snapshot (&self, done, &score, result);
    }
  if (options->pool)
    sift_pool (&self, result);
  if (self.n_payers)
    tighten_all (&self, result);
  result->tried += (guint) ((self.now->n_work + self.next->n_work) / core->n);
  end (&self);
}
