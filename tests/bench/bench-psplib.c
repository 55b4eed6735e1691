/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole set of PSPLIB beside its list of best known values: how far the search ends from them. */

#include "bench-instance.h"
#include "bench.h"

#include <stdlib.h>
#include <string.h>

/* --- Running a set. --- */

typedef struct
{
  char *name;
  int cpm, best; /* -1: unknown */
  int finish;    /* -1: none found */
  int bound;
  gboolean infeasible;
  guint64 placed, kept, lists;
  double passes; /* complete ones that the work amounts to */
  double seconds;
  char *fault;
} Run;

typedef struct
{
  char *dir;
  gint64 schedules;
  double seconds;
  int threads, every;
  gint64 seed;
  gboolean each;
  GArray *runs;
} Set;

static void
run_cb (gpointer data, gpointer user_data)
{
  Run *run = data;
  const Set *set = user_data;
  g_autofree char *single = g_strconcat (set->dir, "/", run->name, ".sm", NULL);
  g_autofree char *multi = g_strconcat (set->dir, "/", run->name, ".mm", NULL);
  g_autofree char *text = NULL;
  g_autoptr (BenchInstance) instance = NULL;
  g_autoptr (BfCore) core = NULL;
  g_autoptr (BfMakespan) result = NULL;
  BfMakespanOptions options = {
    .seed = (guint64) set->seed,
    .schedules = (guint64) set->schedules,
    .seconds = set->seconds,
  };
  gint64 began = g_get_monotonic_time ();

  run->finish = -1;
  if (g_file_get_contents (
          g_file_test (single, G_FILE_TEST_EXISTS) ? single : multi, &text, NULL, NULL))
    instance = bench_instance_parse_psplib (text);
  if (!instance)
    {
      run->fault = g_strdup ("no file of PSPLIB");
      return;
    }
  run->infeasible = bench_instance_is_infeasible (instance);
  if (run->infeasible)
    return;
  core = bench_instance_core (instance);
  options.bound = run->bound = bf_makespan_bound (core);
  result = bf_makespan_search (core, &options);
  run->seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  run->placed = result->placed;
  run->passes = (double) result->placed / MAX (1, instance->tasks->len);
  run->kept = result->kept;
  run->lists = result->lists;
  if (!result->found)
    return;
  run->finish = result->finish;
  run->fault = bench_instance_check (instance, result);
}

static int
number_or_none (const char *text)
{
  return text && g_ascii_isdigit (*g_strchug ((char *) text)) ? atoi (text) : -1;
}

static gboolean
read_names (Set *set, GError **error)
{
  g_autofree char *path = g_strconcat (set->dir, ".csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[0] && lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
      Run run = { .finish = -1 };

      if (g_strv_length (cells) < 4 || (i - 1) % (guint) set->every)
        continue;
      run.name = g_strdup (cells[0]);
      run.cpm = number_or_none (cells[1]);
      run.best = number_or_none (cells[3]);
      g_array_append_val (set->runs, run);
    }
  return TRUE;
}

/* Instances that the list does not name: nobody knows a schedule of them. */
static void
read_others (Set *set)
{
  g_autoptr (GDir) dir = g_dir_open (set->dir, 0, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;

  for (guint i = 0; i < set->runs->len; i++)
    g_hash_table_add (known, g_array_index (set->runs, Run, i).name);
  while (dir && set->every == 1 && (name = g_dir_read_name (dir)))
    {
      Run run = { .cpm = -1, .best = -1, .finish = -1 };
      const char *dot = strrchr (name, '.');

      if (!dot || (!g_str_equal (dot, ".sm") && !g_str_equal (dot, ".mm")))
        continue;
      run.name = g_strndup (name, (gsize) (dot - name));
      if (g_hash_table_contains (known, run.name))
        g_free (run.name);
      else
        g_array_append_val (set->runs, run);
    }
}

/* --- Figures. --- */

typedef struct
{
  double from_cpm, from_best, from_bound, seconds, passes;
  guint n, n_cpm, n_best, at_best, proven, infeasible, undecided, faults;
  guint64 placed, kept, lists;
} Sums;

static void
add_run (Sums *sums, const Run *run)
{
  sums->seconds += run->seconds;
  sums->placed += run->placed;
  sums->passes += run->passes;
  sums->kept += run->kept;
  sums->lists += run->lists;
  sums->faults += run->fault != NULL;
  sums->infeasible += run->infeasible;
  sums->undecided += run->finish < 0 && !run->infeasible;
  if (run->fault)
    g_printerr ("%s: %s\n", run->name, run->fault);
  if (run->finish < 0)
    return;
  sums->n++;
  sums->from_bound += 100.0 * (run->finish - run->bound) / run->bound;
  sums->proven += run->finish == run->bound;
  if (run->cpm > 0)
    sums->from_cpm += 100.0 * (run->finish - run->cpm) / run->cpm;
  sums->n_cpm += run->cpm > 0;
  if (run->best > 0)
    sums->from_best += 100.0 * (run->finish - run->best) / run->best;
  sums->n_best += run->best > 0;
  sums->at_best += run->best > 0 && run->finish <= run->best;
}

static void
print_number (const char *name, double value, const char *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_print (", \"%s\": %s", name, g_ascii_formatd (text, sizeof text, format, value));
}

static void
print_set (const Set *set, const Sums *sums)
{
  g_autofree char *name = g_path_get_basename (set->dir);
  double n = MAX (1, sums->n);

  g_print ("{\"set\": \"%s\", \"instances\": %u", name, set->runs->len);
  print_number ("schedules", (double) set->schedules, "%.0f");
  print_number ("seconds_each", set->seconds, "%g");
  print_number ("threads", set->threads, "%.0f");
  if (sums->n_cpm)
    print_number ("deviation_from_cpm_percent", sums->from_cpm / sums->n_cpm, "%.3f");
  print_number ("deviation_from_best_percent", sums->from_best / MAX (1, sums->n_best), "%.3f");
  print_number ("deviation_from_bound_percent", sums->from_bound / n, "%.3f");
  print_number ("share_at_best", (double) sums->at_best / MAX (1, sums->n_best), "%.4f");
  print_number ("share_proven_optimal", sums->proven / n, "%.4f");
  print_number ("infeasible", sums->infeasible, "%.0f");
  print_number ("undecided", sums->undecided, "%.0f");
  print_number ("thread_seconds", sums->seconds, "%.3f");
  print_number ("schedules_per_second", sums->passes / MAX (1e-9, sums->seconds), "%.0f");
  print_number (
      "ns_per_placed_activity", sums->seconds * 1e9 / MAX (1, (double) sums->placed), "%.1f");
  print_number ("lists_tried", (double) sums->lists, "%.0f");
  print_number ("activities_placed", (double) sums->placed, "%.0f");
  print_number ("activities_passed_over", (double) sums->kept, "%.0f");
  g_print (", \"checked\": %s}\n", sums->faults ? "false" : "true");
}

static void
print_each (const Set *set)
{
  for (guint i = 0; i < set->runs->len; i++)
    {
      const Run *run = &g_array_index (set->runs, Run, i);

      g_print ("%s,%d,%d,%d\n", run->name, run->bound, run->best, run->finish);
    }
}

static void
run_set (Set *set)
{
  GThreadPool *pool = g_thread_pool_new (run_cb, set, set->threads, TRUE, NULL);
  Sums sums = { 0 };

  for (guint i = 0; i < set->runs->len; i++)
    g_thread_pool_push (pool, &g_array_index (set->runs, Run, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  for (guint i = 0; i < set->runs->len; i++)
    add_run (&sums, &g_array_index (set->runs, Run, i));
  if (set->each)
    print_each (set);
  print_set (set, &sums);
}

int
bench_psplib (int argc, char **argv)
{
  Set set = { .schedules = 0, .threads = 1, .every = 1, .seed = 1 };
  const GOptionEntry entries[] = {
    { "schedules", 0, 0, G_OPTION_ARG_INT64, &set.schedules, "Passes an instance (5000)", "N" },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &set.seconds, "Time an instance instead", "S" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &set.threads, "Instances at a time (1)", "T" },
    { "every", 0, 0, G_OPTION_ARG_INT, &set.every, "Every K-th instance alone", "K" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &set.seed, "Seed of the search (1)", "N" },
    { "each", 0, 0, G_OPTION_ARG_NONE, &set.each, "Name, bound, best known, finish of each", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DIR");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error ? error->message : "psplib DIR: a folder of .sm or .mm files");
      return 2;
    }
  if (!set.schedules && set.seconds <= 0)
    set.schedules = 5000;
  set.threads = MAX (1, set.threads);
  set.every = MAX (1, set.every);
  set.dir = bench_find (argv[1]);
  if (!set.dir)
    return BENCH_SKIPPED;
  if (g_str_has_suffix (set.dir, "/"))
    set.dir[strlen (set.dir) - 1] = '\0';
  set.runs = g_array_new (FALSE, TRUE, sizeof (Run));
  if (!read_names (&set, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  read_others (&set);
  run_set (&set);
  for (guint i = 0; i < set.runs->len; i++)
    {
      g_free (g_array_index (set.runs, Run, i).name);
      g_free (g_array_index (set.runs, Run, i).fault);
    }
  g_array_unref (set.runs);
  g_free (set.dir);
  return 0;
}
