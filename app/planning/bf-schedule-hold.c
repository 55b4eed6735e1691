/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-hold.h"

#include <string.h>

#define PARTS 4
/* Each rule of the search twice. */
#define SCHEDULES 10

typedef struct
{
  BfCore *core;
  GCancellable *cancellable;
  BfSearchResult *result;
  int *early, *late; /* a step: days of its release */
  int *best;         /* a step: its hold in the best schedule */
} Holder;

/* Without budgets; a step that finds no place even so can be released from the start on. */
static void
find_early (Holder *self)
{
  BfCore free_of_money = *self->core;
  g_autoptr (BfPass) pass = NULL;
  g_autofree double *keys = g_new0 (double, self->core->n + 1);

  free_of_money.n_periods = 0;
  pass = bf_pass_new (&free_of_money);
  bf_pass_generate (pass, keys);
  for (int s = 0; s < self->core->n_steps; s++)
    self->early[s] = MAX (0, pass->release[s]);
}

static void
find_late (Holder *self)
{
  const BfCore *core = self->core;
  g_autofree double *latest = g_new0 (double, core->n + 1);

  bf_core_latest_starts (core, TRUE, latest);
  for (int s = 0; s < core->n_steps; s++)
    for (int a = core->step_first[s]; a < core->step_first[s + 1]; a++)
      if (core->kind[a] == BF_ACTIVITY_HYPERCARE)
        self->late[s] =
            MIN (core->due[s], bf_core_day_of_work (core, (int) latest[a] + core->days[a]) - 1);
}

/* Searches with one step, or all (-1), put off by so many parts. FALSE when cancelled. */
static gboolean
try_hold (Holder *self, int step, int part)
{
  BfCore *core = self->core;
  BfSearchResult now;

  for (int s = 0; s < core->n_steps; s++)
    core->hold[s] = step == s || step < 0
                        ? self->early[s] + (self->late[s] - self->early[s]) * part / PARTS
                        : 0;
  if (!bf_core_search (core, SCHEDULES, self->cancellable, &now))
    {
      bf_pass_free (now.best);
      return FALSE;
    }
  self->result->tried += now.tried;
  if (!now.found ||
      (self->result->found && bf_score_compare (&now.score, &self->result->score) >= 0))
    {
      bf_pass_free (now.best);
      return TRUE;
    }
  now.tried = self->result->tried;
  bf_pass_free (self->result->best);
  *self->result = now;
  memcpy (self->best, core->hold, (gsize) core->n_steps * sizeof (int));
  return TRUE;
}

static gboolean
try_all (Holder *self)
{
  const BfCore *core = self->core;

  for (int step = -1; step < core->n_steps; step++)
    for (int part = PARTS; part > 0; part--)
      if ((step < 0 || bf_core_has_opex (core, step)) && !try_hold (self, step, part))
        return FALSE;
  return TRUE;
}

/* TRUE when running cost puts the step's release off. */
static gboolean
is_put_off (BfPass *pass, int step)
{
  const BfCore *core = pass->core;
  int release;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    if (core->kind[a] >= BF_ACTIVITY_CUTOVER)
      bf_pass_take_out (pass, a);
  release = bf_pass_release_ahead (pass, step, -1);
  return bf_pass_least_release (pass, step, release) > release;
}

/* TRUE when running cost lets no schedule be found, or a step of the best one be late. */
static gboolean
is_wanting (const BfCore *core, const BfSearchResult *result)
{
  g_autoptr (BfPass) pass = NULL;

  if (!result->found)
    return result->block == BF_BLOCK_BUDGET && result->block_detail == BF_BUDGET_OPEX;
  if (result->score.hard_late <= 0 && result->score.late <= 0)
    return FALSE;
  pass = bf_pass_new (core);
  for (int s = 0; s < core->n_steps; s++)
    {
      if (result->best->release[s] <= core->due[s] || !bf_core_has_opex (core, s))
        continue;
      bf_pass_copy (pass, result->best);
      if (is_put_off (pass, s))
        return TRUE;
    }
  return FALSE;
}

gboolean
bf_core_hold (BfCore *core, GCancellable *cancellable, BfSearchResult *result)
{
  gsize n = (gsize) core->n_steps + 1;
  Holder self = { core, cancellable, result, NULL, NULL, NULL };
  gboolean going;

  if (core->fixed || !is_wanting (core, result))
    return TRUE;
  self.early = g_new0 (int, n);
  self.late = g_new0 (int, n);
  self.best = g_new0 (int, n);
  find_early (&self);
  find_late (&self);
  core->hold = g_new0 (int, n);
  going = try_all (&self);
  memcpy (core->hold, self.best, n * sizeof (int));
  g_free (self.early);
  g_free (self.late);
  g_free (self.best);
  return going;
}
