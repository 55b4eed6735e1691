/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-makespan-private.h"

static void
index_edges (const BfCore *core, gboolean mirrored, BfMakespanSide *side)
{
  int n = core->n, n_edges = core->in_first[n];
  int *in_at = g_new0 (int, n + 1), *out_at = g_new0 (int, n + 1);

  side->before_first = g_new0 (int, n + 1);
  side->after_first = g_new0 (int, n + 1);
  side->before = g_new (int, n_edges + 1);
  side->before_lag = g_new (int, n_edges + 1);
  side->after = g_new (int, n_edges + 1);
  for (int pass = 0; pass < 2; pass++)
    {
      for (int a = 0; a < n; a++)
        for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
          {
            int before = mirrored ? a : core->in.before[at];
            int after = mirrored ? core->in.before[at] : a;

            if (pass == 0)
              {
                side->before_first[after + 1]++;
                side->after_first[before + 1]++;
                continue;
              }
            side->before_lag[side->before_first[after] + in_at[after]] = core->in.lag[at];
            side->before[side->before_first[after] + in_at[after]++] = before;
            side->after[side->after_first[before] + out_at[before]++] = after;
          }
      for (int a = 0; a < n && pass == 0; a++)
        {
          side->before_first[a + 1] += side->before_first[a];
          side->after_first[a + 1] += side->after_first[a];
        }
    }
  g_free (in_at);
  g_free (out_at);
}

static int
least_days (const BfMakespanSearch *self, int a)
{
  int least = G_MAXINT;

  for (int mode = self->mode_first[a]; mode < self->mode_first[a + 1]; mode++)
    least = MIN (least, self->mode_days[mode]);
  return least;
}

static void
find_tails (const BfMakespanSearch *self, BfMakespanSide *side)
{
  g_autofree int *waits = g_new0 (int, self->n + 1);
  g_autofree int *order = g_new0 (int, self->n + 1);
  int n = 0;

  side->tail = g_new0 (int, self->n + 1);
  for (int a = 0; a < self->n; a++)
    {
      waits[a] = side->after_first[a + 1] - side->after_first[a];
      if (!waits[a])
        order[n++] = a;
    }
  for (int i = 0; i < n; i++)
    for (int at = side->before_first[order[i]]; at < side->before_first[order[i] + 1]; at++)
      {
        int before = side->before[at];
        int tail = side->tail[order[i]] + least_days (self, order[i]) + side->before_lag[at];

        side->tail[before] = MAX (side->tail[before], tail);
        if (--waits[before] == 0)
          order[n++] = before;
      }
}

void
bf_makespan_make_side (BfMakespanSearch *self, gboolean mirrored)
{
  const BfCore *core = self->core;
  BfMakespanSide *side = &self->sides[mirrored];
  int last = self->n_days - 1;

  index_edges (core, mirrored, side);
  find_tails (self, side);
  side->capacity = g_new (guint64, (gsize) self->n_words * (gsize) self->n_days + 1);
  for (int word = 0; word < self->n_words; word++)
    for (int day = 0; day < self->n_days; day++)
      side->capacity[word * self->n_days + day] =
          core->capacity[word * self->n_days + (mirrored ? last - day : day)];
  side->window_from = g_new (int, core->n_windows + 1);
  side->window_to = g_new (int, core->n_windows + 1);
  for (int i = 0; i < core->n_windows; i++)
    {
      int at = mirrored ? core->n_windows - 1 - i : i;

      side->window_from[i] = mirrored ? last + 1 - core->window_to[at] : core->window_from[at];
      side->window_to[i] = mirrored ? last + 1 - core->window_from[at] : core->window_to[at];
    }
}

void
bf_makespan_make_modes (BfMakespanSearch *self)
{
  const BfCore *core = self->core;
  int n_modes = core->mode_first ? core->mode_first[core->n] : core->n;

  self->mode_first = g_new (int, self->n + 1);
  self->mode_days = g_new (int, n_modes + 1);
  self->mode_load = g_new0 (guint64, n_modes * MAX (1, self->n_words) + 1);
  self->mode_lanes = g_new0 (guint64, n_modes * MAX (1, self->n_words) + 1);
  self->manifold = g_new (int, self->n + 1);
  for (int a = 0; a <= self->n; a++)
    self->mode_first[a] = core->mode_first ? core->mode_first[a] : a;
  for (int mode = 0; mode < n_modes; mode++)
    self->mode_days[mode] = core->mode_first ? core->mode_days[mode] : core->days[mode];
  for (int i = 0; core->mode_first && i < n_modes * self->n_words; i++)
    self->mode_load[i] = core->mode_load[i];
  for (int a = 0; !core->mode_first && a < self->n; a++)
    for (int i = core->load_first[a]; i < core->load_first[a + 1]; i++)
      self->mode_load[a * self->n_words + core->load_word[i]] = core->load[i];
  for (int i = 0; i < n_modes * self->n_words; i++)
    self->mode_lanes[i] = bf_profile_used (self->mode_load[i]);
  for (int a = 0; a < self->n; a++)
    if (self->mode_first[a + 1] - self->mode_first[a] > 1)
      self->manifold[self->n_manifold++] = a;
}
