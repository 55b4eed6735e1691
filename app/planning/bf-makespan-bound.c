/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-makespan.h"

/* Heads and tails of activities in their shortest modes. */
typedef struct
{
  const BfCore *core;
  int n;
  int *days, *head, *tail;
  int *order; /* each behind what it waits for */
  int finish; /* of the longest path */
} Paths;

static int
fit_window (const BfCore *core, int day, int days)
{
  for (int i = 0; i < core->n_windows; i++)
    if (core->window_to[i] - MAX (day, core->window_from[i]) >= days)
      return MAX (day, core->window_from[i]);
  return core->n_work;
}

static int
shortest (const BfCore *core, int a)
{
  int least = core->mode_first ? G_MAXINT : core->days[a];

  for (int mode = core->mode_first ? core->mode_first[a] : 0;
       core->mode_first && mode < core->mode_first[a + 1];
       mode++)
    least = MIN (least, core->mode_days[mode]);
  return least;
}

static void
sort_paths (Paths *self)
{
  const BfCore *core = self->core;
  g_autofree int *waits = g_new0 (int, self->n + 1);
  int n = 0;

  for (int a = 0; a < self->n; a++)
    {
      waits[a] = core->in_first[a + 1] - core->in_first[a];
      if (!waits[a])
        self->order[n++] = a;
    }
  for (int i = 0; i < n; i++)
    for (int at = core->out_first[self->order[i]]; at < core->out_first[self->order[i] + 1]; at++)
      if (--waits[core->out[at]] == 0)
        self->order[n++] = core->out[at];
}

static void
find_paths (Paths *self)
{
  const BfCore *core = self->core;

  for (int i = 0; i < self->n; i++)
    {
      int a = self->order[i];

      for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
        {
          int before = core->in.before[at];

          self->head[a] =
              MAX (self->head[a], self->head[before] + self->days[before] + core->in.lag[at]);
        }
      if (core->in_window && core->in_window[a])
        self->head[a] = fit_window (core, self->head[a], self->days[a]);
      self->finish = MAX (self->finish, self->head[a] + self->days[a]);
    }
  for (int i = self->n - 1; i >= 0; i--)
    {
      int a = self->order[i];

      for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
        {
          int before = core->in.before[at];

          self->tail[before] =
              MAX (self->tail[before], self->tail[a] + self->days[a] + core->in.lag[at]);
        }
    }
}

/* --- Work of a resource. --- */

static int
load_of (const BfCore *core, int a, guint resource)
{
  int word = (int) (resource / BF_PROFILE_LANES);

  for (int i = core->load_first[a]; i < core->load_first[a + 1]; i++)
    if (core->load_word[i] == word)
      return bf_profile_units (core->load[i], resource);
  return 0;
}

/* Day's units that the activity takes of the resource at least. */
static gint64
work_of (const BfCore *core, int a, guint resource)
{
  gint64 least = G_MAXINT64;
  guint word = resource / BF_PROFILE_LANES;

  if (!core->mode_first)
    return (gint64) core->days[a] * load_of (core, a, resource);
  for (int mode = core->mode_first[a]; mode < core->mode_first[a + 1]; mode++)
    least = MIN (least,
                 (gint64) core->mode_days[mode] *
                     bf_profile_units (core->mode_load[(guint) mode * (guint) core->n_words + word],
                                       resource));
  return least;
}

static int
compare_tails (gconstpointer a, gconstpointer b, gpointer data)
{
  const int *tail = data;
  int x = *(const int *) a, y = *(const int *) b;

  return tail[x] != tail[y] ? (tail[x] > tail[y] ? -1 : 1) : x - y;
}

/* The day at whose begin so much work can have been done since the begin of @from. */
static int
day_done (const gint64 *sums, int n_days, int from, gint64 work)
{
  int low = from, high = n_days;

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (sums[middle] - sums[from] >= work)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* What begins no earlier than some head and has at least some tail must be done between the two. */
static int
bound_by_work (const Paths *self, guint resource)
{
  const BfCore *core = self->core;
  const guint64 *capacity =
      core->capacity + (gsize) (resource / BF_PROFILE_LANES) * (gsize) core->n_work;
  g_autofree gint64 *sums = g_new0 (gint64, core->n_work + 1);
  g_autofree gint64 *work = g_new0 (gint64, self->n + 1);
  g_autofree int *by_tail = g_new0 (int, self->n + 1);
  int bound = 0;

  for (int day = 0; day < core->n_work; day++)
    sums[day + 1] = sums[day] + bf_profile_units (capacity[day], resource);
  for (int a = 0; a < self->n; a++)
    {
      by_tail[a] = a;
      work[a] = work_of (core, a, resource);
    }
  g_qsort_with_data (by_tail, self->n, sizeof (int), compare_tails, self->tail);
  for (int first = 0; first < self->n; first++)
    {
      int head = self->head[first];
      gint64 sum = 0;

      for (int i = 0; work[first] > 0 && i < self->n; i++)
        if (work[by_tail[i]] > 0 && self->head[by_tail[i]] >= head)
          {
            sum += work[by_tail[i]];
            bound = MAX (bound, day_done (sums, core->n_work, head, sum) + self->tail[by_tail[i]]);
          }
    }
  return bound;
}

int
bf_makespan_bound (const BfCore *core)
{
  Paths self = { .core = core, .n = core->n };
  gsize n = (gsize) core->n + 1;
  int bound;

  self.days = g_new0 (int, n);
  self.head = g_new0 (int, n);
  self.tail = g_new0 (int, n);
  self.order = g_new0 (int, n);
  for (int a = 0; a < core->n; a++)
    self.days[a] = shortest (core, a);
  sort_paths (&self);
  find_paths (&self);
  bound = self.finish;
  for (guint resource = 0; resource < (guint) core->n_words * BF_PROFILE_LANES; resource++)
    bound = MAX (bound, bound_by_work (&self, resource));
  g_free (self.days);
  g_free (self.head);
  g_free (self.tail);
  g_free (self.order);
  return bound;
}
