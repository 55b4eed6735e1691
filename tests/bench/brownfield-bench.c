/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include <string.h>

static const struct
{
  const char *word;
  int (*run) (int argc, char **argv);
  const char *usage;
} benches[] = {
  { "network", bench_network, "network FILE.json [--seconds S | --schedules N] [--json]" },
  { "psplib",
    bench_psplib,
    "psplib DIR [--schedules N | --seconds S] [--threads T] [--every K] [--each]" },
  { "roadmap", bench_roadmap, "roadmap PLAN..." },
  { "select", bench_select, "select [--candidates N]..." },
  { "simulate", bench_simulate, "simulate [PLAN] [--draws N] [--threads T]" },
};

char *
bench_find (const char *path)
{
  const char *data = g_getenv ("BF_BENCH_DATA");
  g_autofree char *found =
      data && !g_path_is_absolute (path) ? g_build_filename (data, path, NULL) : g_strdup (path);

  if (g_file_test (found, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&found);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  g_printerr ("%s is not here, nor in the folder BF_BENCH_DATA names.\n", path);
  return NULL;
}

static int
say_usage (void)
{
  g_printerr ("usage:\n");
  for (guint i = 0; i < G_N_ELEMENTS (benches); i++)
    g_printerr ("  brownfield-bench %s\n", benches[i].usage);
  return 2;
}

int
main (int argc, char **argv)
{
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (benches); i++)
    if (strcmp (argv[1], benches[i].word) == 0)
      return benches[i].run (argc - 1, argv + 1);
  return say_usage ();
}
