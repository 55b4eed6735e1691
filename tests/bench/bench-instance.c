/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-instance.h"

#include <stdlib.h>
#include <string.h>

BenchInstance *
bench_instance_new (void)
{
  BenchInstance *self = g_new0 (BenchInstance, 1);

  self->tasks = g_array_new (FALSE, TRUE, sizeof (BenchTask));
  self->modes = g_array_new (FALSE, TRUE, sizeof (BenchMode));
  self->orders = g_array_new (FALSE, TRUE, sizeof (BenchOrder));
  self->windows = g_array_new (FALSE, TRUE, sizeof (BenchWindow));
  return self;
}

void
bench_instance_free (BenchInstance *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    g_free (BENCH_TASK (self, i)->id);
  g_array_unref (self->tasks);
  g_array_unref (self->modes);
  g_array_unref (self->orders);
  g_array_unref (self->windows);
  g_free (self);
}

/* --- Reading. --- */

static char *
skip_lines (char *at, int lines)
{
  for (; at && lines > 0; lines--)
    {
      at = strchr (at, '\n');
      at += at != NULL;
    }
  return at;
}

static char *
find_section (char *text, const char *heading, int lines)
{
  return skip_lines (strstr (text, heading), lines);
}

static int
next_number (char **at)
{
  return (int) strtol (*at, at, 10);
}

/* The number behind the colon of a line of the head. */
static int
head_number (const char *text, const char *word)
{
  const char *at = strstr (text, word);

  at = at ? strchr (at, ':') : NULL;
  return at ? atoi (at + 1) : 0;
}

static void
read_orders (BenchInstance *self, char *at, int n_jobs, int *n_modes)
{
  for (int job = 0; job < n_jobs; job++)
    {
      int n_after;

      next_number (&at);
      n_modes[job] = next_number (&at);
      n_after = next_number (&at);
      for (int i = 0; i < n_after; i++)
        {
          BenchOrder order = { job - 1, next_number (&at) - 2 };

          if (job > 0 && order.after < n_jobs - 2)
            g_array_append_val (self->orders, order);
        }
    }
}

static void
read_modes (BenchInstance *self, char *at, int n_jobs, const int *n_modes, int n_renewable)
{
  for (int job = 0; job < n_jobs; job++)
    {
      BenchTask task = { NULL, (int) self->modes->len, n_modes[job], FALSE };

      next_number (&at);
      for (int i = 0; i < n_modes[job]; i++)
        {
          BenchMode mode = { 0 };

          next_number (&at);
          mode.days = next_number (&at);
          for (int r = 0; r < n_renewable; r++)
            mode.renewable[r] = next_number (&at);
          for (int r = 0; r < self->n_funds; r++)
            mode.fund[r] = next_number (&at);
          if (job > 0 && job < n_jobs - 1)
            g_array_append_val (self->modes, mode);
        }
      if (job == 0 || job == n_jobs - 1)
        continue;
      task.id = g_strdup_printf ("%d", job + 1);
      g_array_append_val (self->tasks, task);
    }
}

static gboolean
can_ever_run (const BenchInstance *self, const BenchMode *mode)
{
  for (int r = 0; r < BENCH_RESOURCES; r++)
    if (mode->renewable[r] > self->capacity[r])
      return FALSE;
  return TRUE;
}

/* Leaves out modes that take more than a resource ever has; a task keeps one all the same. */
static void
drop_modes (BenchInstance *self)
{
  GArray *kept = g_array_new (FALSE, TRUE, sizeof (BenchMode));

  for (guint i = 0; i < self->tasks->len; i++)
    {
      BenchTask *task = BENCH_TASK (self, i);
      int first = (int) kept->len;

      for (int m = 0; m < task->n_modes; m++)
        {
          const BenchMode *mode = BENCH_MODE (self, (guint) (task->mode_first + m));
          gboolean is_last = m == task->n_modes - 1 && (int) kept->len == first;

          if (is_last || can_ever_run (self, mode))
            g_array_append_val (kept, *mode);
        }
      task->mode_first = first;
      task->n_modes = (int) kept->len - first;
    }
  g_array_unref (self->modes);
  self->modes = kept;
}

/* Every activity one after the other, in its longest mode. */
static int
longest (const BenchInstance *self)
{
  int sum = 1;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const BenchTask *task = BENCH_TASK (self, i);
      int most = 0;

      for (int m = 0; m < task->n_modes; m++)
        most = MAX (most, BENCH_MODE (self, (guint) (task->mode_first + m))->days);
      sum += most;
    }
  return sum;
}

BenchInstance *
bench_instance_parse_psplib (char *text)
{
  g_autoptr (BenchInstance) self = bench_instance_new ();
  g_autofree int *n_modes = NULL;
  int n_jobs = head_number (text, "jobs (incl.");
  int n_renewable = head_number (text, "- renewable");
  char *orders = find_section (text, "PRECEDENCE RELATIONS", 2);
  char *modes = find_section (text, "REQUESTS/DURATIONS", 3);
  char *units = find_section (text, "RESOURCEAVAILABILITIES", 2);

  self->n_funds = head_number (text, "- nonrenewable");
  if (n_jobs < 3 || n_renewable > BENCH_RESOURCES || self->n_funds > BENCH_RESOURCES || !orders ||
      !modes || !units)
    return NULL;
  n_modes = g_new0 (int, n_jobs);
  read_orders (self, orders, n_jobs, n_modes);
  read_modes (self, modes, n_jobs, n_modes, n_renewable);
  for (int r = 0; r < n_renewable; r++)
    self->capacity[r] = next_number (&units);
  for (int r = 0; r < self->n_funds; r++)
    self->fund[r] = next_number (&units);
  drop_modes (self);
  self->n_days = longest (self);
  return g_steal_pointer (&self);
}

/* --- To the core. --- */

static void
fill_edges (const BenchInstance *self, BfCore *core)
{
  guint n_edges = self->orders->len;
  g_autofree int *in_at = g_new0 (int, core->n + 1);
  g_autofree int *out_at = g_new0 (int, core->n + 1);

  core->in_first = g_new0 (int, core->n + 1);
  core->out_first = g_new0 (int, core->n + 1);
  core->out = g_new0 (int, n_edges + 1);
  core->in = (BfCoreEdges){
    g_new0 (int, n_edges + 1),
    g_new0 (guint8, n_edges + 1),
    g_new0 (int, n_edges + 1),
  };
  for (guint i = 0; i < n_edges; i++)
    {
      core->in_first[BENCH_ORDER (self, i)->after + 1]++;
      core->out_first[BENCH_ORDER (self, i)->before + 1]++;
    }
  for (int a = 0; a < core->n; a++)
    {
      core->in_first[a + 1] += core->in_first[a];
      core->out_first[a + 1] += core->out_first[a];
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const BenchOrder *order = BENCH_ORDER (self, i);

      core->in.before[core->in_first[order->after] + in_at[order->after]++] = order->before;
      core->out[core->out_first[order->before] + out_at[order->before]++] = order->after;
    }
}

static guint64
packed (const int *units)
{
  guint64 word = 0;

  for (guint i = 0; i < BENCH_RESOURCES; i++)
    word |= bf_profile_lane (i, units[i]);
  return word;
}

static void
fill_modes (const BenchInstance *self, BfCore *core)
{
  int n_modes = (int) self->modes->len;

  core->n_funds = self->n_funds;
  core->fund = g_memdup2 (self->fund, sizeof self->fund);
  core->mode_first = g_new0 (int, core->n + 1);
  core->mode_days = g_new0 (int, n_modes + 1);
  core->mode_load = g_new0 (guint64, n_modes + 1);
  core->mode_fund = g_new0 (int, n_modes * self->n_funds + 1);
  for (int a = 0; a < core->n; a++)
    core->mode_first[a] = BENCH_TASK (self, (guint) a)->mode_first;
  core->mode_first[core->n] = n_modes;
  for (int i = 0; i < n_modes; i++)
    {
      const BenchMode *mode = BENCH_MODE (self, (guint) i);

      core->mode_days[i] = mode->days;
      core->mode_load[i] = packed (mode->renewable);
      for (int f = 0; f < self->n_funds; f++)
        core->mode_fund[i * self->n_funds + f] = mode->fund[f];
    }
}

static void
fill_tasks (const BenchInstance *self, BfCore *core)
{
  core->days = g_new0 (int, core->n + 1);
  core->load_first = g_new0 (int, core->n + 1);
  core->load_word = g_new0 (int, core->n + 1);
  core->load = g_new0 (guint64, core->n + 1);
  core->in_window = g_new0 (guint8, core->n + 1);
  for (int a = 0; a < core->n; a++)
    {
      const BenchTask *task = BENCH_TASK (self, (guint) a);
      const BenchMode *mode = BENCH_MODE (self, (guint) task->mode_first);

      core->days[a] = mode->days;
      core->in_window[a] = task->in_window != FALSE;
      core->load[a] = packed (mode->renewable);
      core->load_first[a + 1] = a + 1;
    }
}

BfCore *
bench_instance_core (const BenchInstance *self)
{
  BfCore *core = g_new0 (BfCore, 1);

  core->n = (int) self->tasks->len;
  core->n_work = self->n_days;
  core->n_words = 1;
  core->capacity = g_new (guint64, core->n_work + 1);
  for (int day = 0; day < core->n_work; day++)
    core->capacity[day] = packed (self->capacity);
  core->n_windows = (int) self->windows->len;
  core->window_from = g_new0 (int, core->n_windows + 1);
  core->window_to = g_new0 (int, core->n_windows + 1);
  for (guint i = 0; i < self->windows->len; i++)
    {
      core->window_from[i] = g_array_index (self->windows, BenchWindow, i).from;
      core->window_to[i] = g_array_index (self->windows, BenchWindow, i).to;
    }
  fill_tasks (self, core);
  fill_edges (self, core);
  if (self->modes->len > self->tasks->len)
    fill_modes (self, core);
  return core;
}

/* --- Checking. --- */

static const BenchMode *
chosen (const BenchInstance *self, const BfMakespan *result, guint task)
{
  return BENCH_MODE (self, (guint) (BENCH_TASK (self, task)->mode_first + result->mode[task]));
}

static char *
check_task (const BenchInstance *self, const BfMakespan *result, guint i)
{
  const BenchTask *task = BENCH_TASK (self, i);
  int start = result->start[i], end;
  gboolean inside = !task->in_window;

  if (result->mode[i] < 0 || result->mode[i] >= task->n_modes)
    return g_strdup_printf ("%s has no mode %d", task->id, result->mode[i]);
  end = start + chosen (self, result, i)->days;
  if (start < 0 || end > result->finish)
    return g_strdup_printf ("%s is not between start and finish", task->id);
  for (guint j = 0; j < self->windows->len && !inside; j++)
    inside = start >= g_array_index (self->windows, BenchWindow, j).from &&
             end <= g_array_index (self->windows, BenchWindow, j).to;
  return inside ? NULL : g_strdup_printf ("%s is not whole in one window", task->id);
}

static char *
check_resources (const BenchInstance *self, const BfMakespan *result)
{
  g_autofree int *used = g_new0 (int, (result->finish + 1) * BENCH_RESOURCES);
  int spent[BENCH_RESOURCES] = { 0 };

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const BenchMode *mode = chosen (self, result, i);

      for (int r = 0; r < BENCH_RESOURCES; r++)
        {
          spent[r] += mode->fund[r];
          for (int day = result->start[i]; day < result->start[i] + mode->days; day++)
            used[day * BENCH_RESOURCES + r] += mode->renewable[r];
        }
    }
  for (int r = 0; r < BENCH_RESOURCES; r++)
    {
      if (r < self->n_funds && spent[r] > self->fund[r])
        return g_strdup_printf ("fund %d is overdrawn", r);
      for (int day = 0; day < result->finish; day++)
        if (used[day * BENCH_RESOURCES + r] > self->capacity[r])
          return g_strdup_printf ("resource %d is overdrawn on day %d", r, day);
    }
  return NULL;
}

char *
bench_instance_check (const BenchInstance *self, const BfMakespan *result)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      char *fault = check_task (self, result, i);

      if (fault)
        return fault;
    }
  for (guint i = 0; i < self->orders->len; i++)
    {
      const BenchOrder *order = BENCH_ORDER (self, i);
      guint before = (guint) order->before;

      if (result->start[order->after] < result->start[before] + chosen (self, result, before)->days)
        return g_strdup_printf ("%s starts before the end of %s",
                                BENCH_TASK (self, (guint) order->after)->id,
                                BENCH_TASK (self, before)->id);
    }
  return check_resources (self, result);
}

/* --- Funds. --- */

/* The least that can be spent of the second fund for each amount of the first. */
gboolean
bench_instance_is_infeasible (const BenchInstance *self)
{
  int most = self->n_funds ? self->fund[0] : 0;
  g_autofree int *least = g_new0 (int, most + 1);
  g_autofree int *next = g_new0 (int, most + 1);

  if (!self->n_funds || self->n_funds > 2)
    return FALSE;
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const BenchTask *task = BENCH_TASK (self, i);

      for (int spent = 0; spent <= most; spent++)
        next[spent] = G_MAXINT / 2;
      for (int m = task->mode_first; m < task->mode_first + task->n_modes; m++)
        for (int spent = BENCH_MODE (self, (guint) m)->fund[0]; spent <= most; spent++)
          next[spent] = MIN (next[spent],
                             least[spent - BENCH_MODE (self, (guint) m)->fund[0]] +
                                 BENCH_MODE (self, (guint) m)->fund[1]);
      memcpy (least, next, ((gsize) most + 1) * sizeof (int));
    }
  for (int spent = 0; spent <= most; spent++)
    if (least[spent] < G_MAXINT / 2 && (self->n_funds < 2 || least[spent] <= self->fund[1]))
      return FALSE;
  return TRUE;
}
