/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-makespan-private.h"

#define REPAIRS 20

static void
set_mode (BfMakespanSearch *self, int a, int mode)
{
  const BfCore *core = self->core;

  for (int f = 0; f < core->n_funds; f++)
    self->fund_left[f] += core->mode_fund[self->mode[a] * core->n_funds + f] -
                          core->mode_fund[mode * core->n_funds + f];
  self->mode[a] = mode;
  self->days[a] = self->mode_days[mode];
}

static int
overdraft (const BfMakespanSearch *self)
{
  int sum = 0;

  for (int f = 0; f < self->core->n_funds; f++)
    sum += MAX (0, -self->fund_left[f]);
  return sum;
}

static int
pick_mode (BfMakespanSearch *self, int a)
{
  int mode = self->mode_first[a] +
             bf_makespan_pick (self, self->mode_first[a + 1] - self->mode_first[a] - 1);

  return mode + (mode >= self->mode[a]);
}

/* Another mode for one activity, and for a second one where the funds need it; FALSE: none was
 * found. @move gets what moved. The modes are set. */
static gboolean
pick_modes (BfMakespanSearch *self, BfMakespanMove *move)
{
  int one = self->manifold[bf_makespan_pick (self, self->n_manifold)];

  move->n_moved = 1;
  move->moved[0] = one;
  move->old_mode[0] = self->mode[one];
  set_mode (self, one, pick_mode (self, one));
  for (int i = 0; i < REPAIRS && overdraft (self) > 0 && self->n_manifold > 1; i++)
    {
      int other = one;

      if (move->n_moved == 2)
        set_mode (self, move->moved[1], move->old_mode[1]);
      while (other == one)
        other = self->manifold[bf_makespan_pick (self, self->n_manifold)];
      move->n_moved = 2;
      move->moved[1] = other;
      move->old_mode[1] = self->mode[other];
      set_mode (self, other, pick_mode (self, other));
    }
  return overdraft (self) == 0;
}

/* Sets the old modes, or the new ones again. */
static void
swap_modes (BfMakespanSearch *self, BfMakespanMove *move, int *modes)
{
  for (int i = 0; i < move->n_moved; i++)
    {
      int mode = self->mode[move->moved[i]];

      set_mode (self, move->moved[i], modes[i]);
      modes[i] = mode;
    }
}

gboolean
bf_makespan_try_mode (BfMakespanSearch *self, double heat)
{
  BfMakespanMove move = { .first = self->n, .last = self->n };
  int modes[BF_MAKESPAN_MOST_MOVED];
  gboolean fits = pick_modes (self, &move);

  for (int i = 0; i < move.n_moved; i++)
    {
      int place = self->place[move.moved[i]];

      modes[i] = move.old_mode[i];
      move.gone_after[i] = place - 1;
      move.first = MIN (move.first, place);
    }
  swap_modes (self, &move, modes);
  if (!fits)
    return TRUE;
  move.limit = bf_makespan_limit (self, heat);
  bf_makespan_take_out (self, &move);
  swap_modes (self, &move, modes);
  if (bf_makespan_place_again (self, &move) == BF_MAKESPAN_REFUSED)
    swap_modes (self, &move, modes);
  else
    bf_makespan_note_best (self);
  return TRUE;
}

/* --- Funds that are tight. --- */

static int
spent_by (const BfCore *core, int mode, int fund)
{
  return fund < core->n_funds ? core->mode_fund[mode * core->n_funds + fund] : 0;
}

/* The least that the activities up to each one spend of the second fund when they spend so much of
 * the first: a table of n + 1 rows. */
static int *
tabulate_funds (const BfMakespanSearch *self)
{
  const BfCore *core = self->core;
  int width = core->fund[0] + 1;
  int *least = g_new (int, (gsize) (self->n + 1) * (gsize) width);

  for (int spent = 0; spent < width; spent++)
    least[spent] = spent ? G_MAXINT / 2 : 0;
  for (int a = 0; a < self->n; a++)
    for (int spent = 0; spent < width; spent++)
      {
        int best = G_MAXINT / 2;

        for (int mode = self->mode_first[a]; mode < self->mode_first[a + 1]; mode++)
          if (spent >= spent_by (core, mode, 0))
            best = MIN (best,
                        least[a * width + spent - spent_by (core, mode, 0)] +
                            spent_by (core, mode, 1));
        least[(a + 1) * width + spent] = best;
      }
  return least;
}

/* Modes that keep one or two funds if any do. */
static void
choose_exactly (BfMakespanSearch *self)
{
  const BfCore *core = self->core;
  g_autofree int *least = tabulate_funds (self);
  int width = core->fund[0] + 1;
  int spent = 0;

  for (int i = 0; i < width; i++)
    if (least[self->n * width + i] < least[self->n * width + spent])
      spent = i;
  for (int a = self->n - 1; a >= 0 && least[(a + 1) * width + spent] < G_MAXINT / 2; a--)
    for (int mode = self->mode_first[a]; mode < self->mode_first[a + 1]; mode++)
      {
        int before = spent - spent_by (core, mode, 0);

        if (before < 0 ||
            least[a * width + before] + spent_by (core, mode, 1) != least[(a + 1) * width + spent])
          continue;
        set_mode (self, a, mode);
        spent = before;
        break;
      }
}

/* --- The first modes. --- */

gboolean
bf_makespan_find_modes (BfMakespanSearch *self)
{
  const BfCore *core = self->core;

  for (int f = 0; f < core->n_funds; f++)
    self->fund_left[f] = core->fund[f];
  for (int a = 0; a < self->n; a++)
    {
      int mode = self->mode_first[a];

      for (int f = 0; f < core->n_funds; f++)
        self->fund_left[f] -= core->mode_fund[mode * core->n_funds + f];
      self->mode[a] = mode;
      self->days[a] = self->mode_days[mode];
    }
  for (int tries = 0; overdraft (self) > 0 && tries < 200 * self->n && self->n_manifold; tries++)
    {
      int a = self->manifold[bf_makespan_pick (self, self->n_manifold)];
      int before = overdraft (self), old = self->mode[a];

      set_mode (self, a, pick_mode (self, a));
      if (overdraft (self) > before && bf_makespan_pick (self, 20))
        set_mode (self, a, old);
    }
  if (overdraft (self) > 0 && core->n_funds <= 2)
    choose_exactly (self);
  return overdraft (self) == 0;
}
