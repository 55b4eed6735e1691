/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search for the earliest finish against every order of small networks, and on files and rules
 * made by hand. */

#include "bench-instance.h"

#include <string.h>

#define N_TASKS 7
#define N_CASES 60

static BfMakespan *
search (const BenchInstance *instance, guint64 schedules, int *bound)
{
  g_autoptr (BfCore) core = bench_instance_core (instance);
  BfMakespanOptions options = { .seed = 7, .schedules = schedules };
  BfMakespan *result;
  g_autofree char *fault = NULL;

  options.bound = *bound = bf_makespan_bound (core);
  result = bf_makespan_search (core, &options);
  if (!result->found)
    return result;
  fault = bench_instance_check (instance, result);
  g_assert_cmpstr (fault, ==, NULL);
  return result;
}

static void
add_task (BenchInstance *instance, int days, int load, int other, gboolean in_window)
{
  BenchTask task = {
    g_strdup_printf ("T%u", instance->tasks->len), (int) instance->modes->len, 1, in_window
  };
  BenchMode mode = { .days = days, .renewable = { load, other } };

  g_array_append_val (instance->tasks, task);
  g_array_append_val (instance->modes, mode);
}

static void
add_order (BenchInstance *instance, int before, int after)
{
  BenchOrder order = { before, after };

  g_array_append_val (instance->orders, order);
}

static void
add_window (BenchInstance *instance, int from, int to)
{
  BenchWindow window = { from, to };

  g_array_append_val (instance->windows, window);
}

/* --- Every order. --- */

typedef struct
{
  const BenchInstance *instance;
  int start[N_TASKS];
  gboolean placed[N_TASKS];
  int best;
} Brute;

static int
days_of (const Brute *self, int task)
{
  return BENCH_MODE (self->instance, (guint) task)->days;
}

static gboolean
has_room (const Brute *self, int task, int start)
{
  const BenchInstance *instance = self->instance;
  gboolean inside = !BENCH_TASK (instance, (guint) task)->in_window;

  for (guint i = 0; i < instance->windows->len && !inside; i++)
    inside = start >= g_array_index (instance->windows, BenchWindow, i).from &&
             start + days_of (self, task) <= g_array_index (instance->windows, BenchWindow, i).to;
  for (int day = start; day < start + days_of (self, task) && inside; day++)
    for (int r = 0; r < 2; r++)
      {
        int used = BENCH_MODE (instance, (guint) task)->renewable[r];

        for (int other = 0; other < N_TASKS; other++)
          if (self->placed[other] && day >= self->start[other] &&
              day < self->start[other] + days_of (self, other))
            used += BENCH_MODE (instance, (guint) other)->renewable[r];
        inside = inside && used <= instance->capacity[r];
      }
  return inside;
}

/* -1: something that it waits for is not placed. */
static int
ready (const Brute *self, int task)
{
  int day = 0;

  for (guint i = 0; i < self->instance->orders->len; i++)
    {
      const BenchOrder *order = BENCH_ORDER (self->instance, i);

      if (order->after != task)
        continue;
      if (!self->placed[order->before])
        return -1;
      day = MAX (day, self->start[order->before] + days_of (self, order->before));
    }
  return day;
}

static void
try_all (Brute *self, int n, int finish)
{
  if (finish >= self->best)
    return;
  if (n == N_TASKS)
    {
      self->best = finish;
      return;
    }
  for (int task = 0; task < N_TASKS; task++)
    {
      int day = self->placed[task] ? -1 : ready (self, task);

      if (day < 0)
        continue;
      while (day < self->instance->n_days && !has_room (self, task, day))
        day++;
      if (day >= self->instance->n_days)
        continue;
      self->start[task] = day;
      self->placed[task] = TRUE;
      try_all (self, n + 1, MAX (finish, day + days_of (self, task)));
      self->placed[task] = FALSE;
    }
}

static BenchInstance *
random_instance (GRand *random)
{
  BenchInstance *instance = bench_instance_new ();

  instance->capacity[0] = g_rand_int_range (random, 3, 6);
  instance->capacity[1] = g_rand_int_range (random, 2, 4);
  instance->n_days = 120;
  for (int i = 0; i < N_TASKS; i++)
    add_task (instance,
              g_rand_int_range (random, 1, 6),
              g_rand_int_range (random, 0, 4),
              g_rand_int_range (random, 0, 3),
              g_rand_int_range (random, 0, 4) == 0);
  for (int i = 1; i < N_TASKS; i++)
    if (g_rand_int_range (random, 0, 3))
      add_order (instance, g_rand_int_range (random, 0, i), i);
  for (int from = g_rand_int_range (random, 0, 6); from < 100; from += 14)
    add_window (instance, from, from + 5);
  return instance;
}

static void
test_every_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  for (int i = 0; i < N_CASES; i++)
    {
      g_autoptr (BenchInstance) instance = random_instance (random);
      g_autoptr (BfMakespan) result = NULL;
      Brute brute = { .instance = instance, .best = G_MAXINT };
      int bound;

      try_all (&brute, 0, 0);
      result = search (instance, 400, &bound);
      g_assert_true (result->found);
      g_assert_cmpint (result->finish, ==, brute.best);
      g_assert_cmpint (bound, <=, brute.best);
    }
}

/* --- By hand. --- */

/* What must lie in a window waits for one that holds it whole. */
static void
test_window (void)
{
  g_autoptr (BenchInstance) instance = bench_instance_new ();
  g_autoptr (BfMakespan) result = NULL;
  int bound;

  instance->n_days = 60;
  add_task (instance, 4, 0, 0, FALSE);
  add_task (instance, 3, 0, 0, TRUE);
  add_order (instance, 0, 1);
  add_window (instance, 2, 6);
  add_window (instance, 20, 22);
  add_window (instance, 30, 33);
  result = search (instance, 10, &bound);
  g_assert_cmpint (bound, ==, 33);
  g_assert_cmpint (result->finish, ==, 33);
  g_assert_cmpint (result->start[1], ==, 30);
}

static const char multi_mode[] = "projects                      :  1\n"
                                 "jobs (incl. supersource/sink ):  4\n"
                                 "  - renewable                 :  1   R\n"
                                 "  - nonrenewable              :  %d   N\n"
                                 "PRECEDENCE RELATIONS:\n"
                                 "jobnr.    #modes  #successors   successors\n"
                                 "   1        1          2           2   3\n"
                                 "   2        2          1           4\n"
                                 "   3        3          1           4\n"
                                 "   4        1          0\n"
                                 "REQUESTS/DURATIONS:\n"
                                 "jobnr. mode duration  R 1  N 1\n"
                                 "------------------------------\n"
                                 "  1      1     0       0    0\n"
                                 "  2      1     2       2    6\n"
                                 "         2     9       1    1\n"
                                 "  3      1     3       2    6\n"
                                 "         2     1       3    0\n"
                                 "         3     8       1    2\n"
                                 "  4      1     0       0    0\n"
                                 "RESOURCEAVAILABILITIES:\n"
                                 "  R 1  N 1\n"
                                 "   2   %d\n";

static int
finish_with_fund (int fund)
{
  g_autofree char *text = g_strdup_printf (multi_mode, 1, fund);
  g_autoptr (BenchInstance) instance = bench_instance_parse_psplib (text);
  g_autoptr (BfMakespan) result = NULL;
  int bound;

  g_assert_nonnull (instance);
  g_assert_cmpuint (instance->tasks->len, ==, 2);
  if (bench_instance_is_infeasible (instance))
    return -1;
  result = search (instance, 200, &bound);
  g_assert_true (result->found);
  return result->finish;
}

/* Two people, and a mode that would need three: both jobs fast one after the other, one fast and
 * one slow, or both slow side by side, as the fund allows. */
static void
test_modes (void)
{
  g_assert_cmpint (finish_with_fund (12), ==, 5);
  g_assert_cmpint (finish_with_fund (8), ==, 9);
  g_assert_cmpint (finish_with_fund (3), ==, 9);
  g_assert_cmpint (finish_with_fund (2), ==, -1);
}

/* A larger network: many lists differ by little from the one before. */
static BenchInstance *
large_instance (GRand *random, int n_tasks, gboolean windows)
{
  BenchInstance *instance = bench_instance_new ();

  for (int r = 0; r < BENCH_RESOURCES; r++)
    instance->capacity[r] = g_rand_int_range (random, 4, 9);
  instance->n_days = 4000;
  for (int i = 0; i < n_tasks; i++)
    add_task (instance,
              g_rand_int_range (random, 1, 8),
              g_rand_int_range (random, 0, 5),
              g_rand_int_range (random, 0, 5),
              windows && g_rand_int_range (random, 0, 6) == 0);
  for (int i = 1; i < n_tasks; i++)
    for (int j = 0; j < 2; j++)
      if (g_rand_int_range (random, 0, 3))
        add_order (instance, g_rand_int_range (random, MAX (0, i - 12), i), i);
  for (int from = 3; windows && from < 4000; from += 20)
    add_window (instance, from, from + 9);
  return instance;
}

static int
ready_of (const BenchInstance *instance, const BfMakespan *result, int task)
{
  int day = 0;

  for (guint i = 0; i < instance->orders->len; i++)
    {
      const BenchOrder *order = BENCH_ORDER (instance, i);

      if (order->after == task)
        day = MAX (
            day, result->start[order->before] + BENCH_MODE (instance, (guint) order->before)->days);
    }
  return day;
}

static gboolean
could_start (const BenchInstance *instance, BfMakespan *result, int task, int day)
{
  int start = result->start[task], finish = result->finish;
  g_autofree char *fault = NULL;

  result->start[task] = day;
  fault = bench_instance_check (instance, result);
  result->start[task] = start;
  result->finish = finish;
  return fault == NULL;
}

/* What serial generation places cannot begin earlier while all else stays: a list of which only a
 * part is placed anew must give the same. */
static void
test_nothing_is_early_left (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (77);

  for (int i = 0; i < 12; i++)
    {
      g_autoptr (BenchInstance) instance = large_instance (random, 28 + 4 * i, i % 3 == 2);
      g_autoptr (BfMakespan) result = NULL;
      int bound;

      result = search (instance, 60, &bound);
      g_assert_true (result->found);
      g_assert_cmpuint (result->kept, >, 0);
      for (int task = 0; task < (int) instance->tasks->len; task++)
        if (result->start[task] + BENCH_MODE (instance, (guint) task)->days < result->finish)
          for (int day = ready_of (instance, result, task); day < result->start[task]; day++)
            g_assert_false (could_start (instance, result, task, day));
    }
}

static void
test_repeats (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (BenchInstance) instance = random_instance (random);
  g_autoptr (BfMakespan) one = NULL;
  g_autoptr (BfMakespan) other = NULL;
  int bound;

  one = search (instance, 50, &bound);
  other = search (instance, 50, &bound);
  g_assert_cmpuint (one->placed, ==, other->placed);
  g_assert_cmpmem (one->start, N_TASKS * sizeof (int), other->start, N_TASKS * sizeof (int));
}

/* The checker sees each rule that a result breaks. */
static void
test_checker (void)
{
  g_autoptr (BenchInstance) instance = bench_instance_new ();
  int start[] = { 0, 2, 4 }, mode[] = { 0, 0, 0 };
  BfMakespan result = { .found = TRUE, .finish = 6, .start = start, .mode = mode };
  g_autofree char *sound = NULL;

  instance->n_days = 20;
  instance->capacity[0] = 2;
  add_task (instance, 2, 2, 0, FALSE);
  add_task (instance, 2, 2, 0, FALSE);
  add_task (instance, 2, 1, 0, TRUE);
  add_order (instance, 0, 1);
  add_window (instance, 3, 7);
  sound = bench_instance_check (instance, &result);
  g_assert_cmpstr (sound, ==, NULL);
  for (int broken = 0; broken < 4; broken++)
    {
      g_autofree char *fault = NULL;

      start[0] = broken == 0 ? 1 : 0;
      start[1] = broken == 1 ? 3 : 2;
      start[2] = broken == 2 ? 2 : 4;
      result.finish = broken == 3 ? 5 : 6;
      fault = bench_instance_check (instance, &result);
      g_assert_nonnull (fault);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/makespan/every-order", test_every_order);
  g_test_add_func ("/makespan/window", test_window);
  g_test_add_func ("/makespan/modes", test_modes);
  g_test_add_func ("/makespan/nothing-is-early-left", test_nothing_is_early_left);
  g_test_add_func ("/makespan/repeats", test_repeats);
  g_test_add_func ("/makespan/checker", test_checker);
  return g_test_run ();
}
