/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks with shutdown windows, as JSON: see the usage of the program. Days are calendar days,
 * the file's start is day 1; in the core they are working days. */

#include "bench-instance.h"
#include "bench.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "bf-day.h"

#define YEARS 15

typedef struct
{
  BenchInstance *instance;
  gint64 start;
  GArray *days; /* gint64: a working day */
} Network;

static gint64
read_day (JsonObject *object, const char *member)
{
  gint64 day = BF_BLANK;

  if (!bf_day_parse (json_object_get_string_member (object, member), &day))
    g_error ("%s is no day", json_object_get_string_member (object, member));
  return day;
}

/* --- Days. --- */

/* 1 Monday .. 7 Sunday. */
static int
weekday (gint64 day)
{
  return (int) ((day + 3) % 7 + 7) % 7 + 1;
}

static void
read_days (Network *self, JsonObject *root)
{
  JsonArray *week = json_object_get_array_member (root, "working_days");
  JsonArray *holidays = json_object_get_array_member (root, "holidays");
  gboolean works[8] = { FALSE };
  g_autoptr (GHashTable) off = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  self->start = read_day (root, "start");
  for (guint i = 0; i < json_array_get_length (week); i++)
    works[CLAMP (json_array_get_int_element (week, i), 0, 7)] = TRUE;
  for (guint i = 0; i < json_array_get_length (holidays); i++)
    {
      gint64 day = BF_BLANK;

      if (bf_day_parse (json_array_get_string_element (holidays, i), &day))
        g_hash_table_add (off, g_memdup2 (&day, sizeof day));
    }
  for (gint64 day = self->start; day < self->start + YEARS * 366; day++)
    if (works[weekday (day)] && !g_hash_table_contains (off, &day))
      g_array_append_val (self->days, day);
  self->instance->n_days = (int) self->days->len;
}

/* The first working day on or after @day. */
static int
work_of (const Network *self, gint64 day)
{
  int work = 0;

  while (work < (int) self->days->len && g_array_index (self->days, gint64, work) < day)
    work++;
  return work;
}

static int
compare_windows (gconstpointer a, gconstpointer b)
{
  return ((const BenchWindow *) a)->from - ((const BenchWindow *) b)->from;
}

static void
read_windows (Network *self, JsonObject *root)
{
  JsonArray *windows = json_object_get_array_member (root, "windows");

  for (guint i = 0; i < json_array_get_length (windows); i++)
    {
      JsonObject *row = json_array_get_object_element (windows, i);
      BenchWindow window = { work_of (self, read_day (row, "start")),
                             work_of (self, read_day (row, "finish") + 1) };

      if (window.to > window.from)
        g_array_append_val (self->instance->windows, window);
    }
  g_array_sort (self->instance->windows, compare_windows);
}

/* --- Tasks. --- */

static int
find_pool (JsonArray *pools, const char *id)
{
  for (guint i = 0; i < json_array_get_length (pools); i++)
    if (g_strcmp0 (json_object_get_string_member (json_array_get_object_element (pools, i), "id"),
                   id) == 0)
      return (int) i;
  return -1;
}

static int
find_task (const BenchInstance *instance, const char *id)
{
  for (guint i = 0; i < instance->tasks->len; i++)
    if (g_strcmp0 (BENCH_TASK (instance, i)->id, id) == 0)
      return (int) i;
  return -1;
}

static void
read_task (BenchInstance *instance, JsonObject *row, JsonArray *pools)
{
  BenchTask task = { g_strdup (json_object_get_string_member (row, "id")),
                     (int) instance->modes->len,
                     1,
                     json_object_get_boolean_member (row, "in_window") };
  BenchMode mode = { .days = (int) json_object_get_int_member (row, "days") };
  int pool = find_pool (pools, json_object_get_string_member_with_default (row, "pool", NULL));

  if (pool >= 0)
    mode.renewable[pool] = (int) json_object_get_int_member_with_default (row, "units", 1);
  g_array_append_val (instance->tasks, task);
  g_array_append_val (instance->modes, mode);
}

static void
read_tasks (BenchInstance *instance, JsonObject *root)
{
  JsonArray *pools = json_object_get_array_member (root, "pools");
  JsonArray *tasks = json_object_get_array_member (root, "tasks");

  for (guint i = 0; i < MIN (BENCH_RESOURCES, json_array_get_length (pools)); i++)
    instance->capacity[i] =
        (int) json_object_get_int_member (json_array_get_object_element (pools, i), "capacity");
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    read_task (instance, json_array_get_object_element (tasks, i), pools);
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    {
      JsonArray *after =
          json_object_get_array_member (json_array_get_object_element (tasks, i), "after");

      for (guint j = 0; j < json_array_get_length (after); j++)
        {
          BenchOrder order = { find_task (instance, json_array_get_string_element (after, j)),
                               (int) i };

          if (order.before >= 0)
            g_array_append_val (instance->orders, order);
        }
    }
}

/* --- Answer. --- */

static gint64
day_of (const Network *self, int work)
{
  return g_array_index (self->days, gint64, work);
}

static void
print_tasks (const Network *self, const BfMakespan *result)
{
  const BenchInstance *instance = self->instance;

  g_print (", \"tasks\": [");
  for (guint i = 0; i < instance->tasks->len; i++)
    {
      const BenchTask *task = BENCH_TASK (instance, i);
      int days = BENCH_MODE (instance, (guint) task->mode_first)->days;
      g_autofree char *start = bf_day_format (day_of (self, result->start[i]));
      g_autofree char *finish = bf_day_format (day_of (self, result->start[i] + MAX (1, days) - 1));

      g_print ("%s\n  {\"id\": \"%s\", \"start\": \"%s\", \"finish\": \"%s\"}",
               i ? "," : "",
               task->id,
               start,
               finish);
    }
  g_print ("]");
}

static void
print_seconds (const char *name, double seconds)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_print (", \"%s\": %s", name, g_ascii_formatd (text, sizeof text, "%.4f", seconds));
}

static void
print_answer (const Network *self, const BfMakespan *result, int bound, gboolean with_tasks)
{
  g_autofree char *finish = bf_day_format (day_of (self, result->finish - 1));
  g_autofree char *least = bf_day_format (day_of (self, bound - 1));
  g_autofree char *fault = bench_instance_check (self->instance, result);
  gint64 finish_day = day_of (self, result->finish - 1) - self->start + 1;
  gint64 bound_day = day_of (self, bound - 1) - self->start + 1;

  g_print ("{\"finish\": \"%s\", \"bound\": \"%s\"", finish, least);
  g_print (", \"finish_day\": %d, \"bound_day\": %d", (int) finish_day, (int) bound_day);
  g_print (", \"gap_days\": %d, \"proven_optimal\": %s",
           (int) (finish_day - bound_day),
           finish_day == bound_day ? "true" : "false");
  print_seconds ("seconds_to_first", result->first_seconds);
  print_seconds ("seconds_to_best", result->best_seconds);
  g_print (", \"checked\": %s", fault ? "false" : "true");
  if (fault)
    g_printerr ("%s\n", fault);
  if (with_tasks)
    print_tasks (self, result);
  g_print ("}\n");
}

static int
solve (Network *self, JsonObject *root, const BfMakespanOptions *given, gboolean with_tasks)
{
  BfMakespanOptions options = *given;
  g_autoptr (BfCore) core = NULL;
  g_autoptr (BfMakespan) result = NULL;

  read_days (self, root);
  read_windows (self, root);
  read_tasks (self->instance, root);
  core = bench_instance_core (self->instance);
  options.bound = bf_makespan_bound (core);
  result = bf_makespan_search (core, &options);
  if (!result->found)
    {
      g_printerr ("No schedule was found.\n");
      return 1;
    }
  print_answer (self, result, options.bound, with_tasks);
  return 0;
}

int
bench_network (int argc, char **argv)
{
  BfMakespanOptions options = { .seed = 1 };
  gboolean with_tasks = FALSE;
  gint64 seed = 1;
  gint64 schedules = 0;
  const GOptionEntry entries[] = {
    { "schedules", 0, 0, G_OPTION_ARG_INT64, &schedules, "Passes (20000)", "N" },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &options.seconds, "Time instead", "S" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Seed of the search (1)", "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &with_tasks, "Print the schedule too", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  Network self = { bench_instance_new (), 0, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autofree char *path = NULL;
  int code = 2;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    g_printerr ("%s\n", error ? error->message : "network FILE.json");
  else if (!(path = bench_find (argv[1])))
    code = BENCH_SKIPPED;
  else if (!json_parser_load_from_file (parser, path, &error))
    g_printerr ("%s\n", error->message);
  else
    {
      options.seed = (guint64) seed;
      options.schedules = schedules ? (guint64) schedules : options.seconds > 0 ? 0 : 20000;
      code =
          solve (&self, json_node_get_object (json_parser_get_root (parser)), &options, with_tasks);
    }
  bench_instance_free (self.instance);
  g_array_unref (self.days);
  return code;
}
