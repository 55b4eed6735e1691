/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include <string.h>

static const struct
{
  const char *word;
  int (*run) (int argc, char **argv);
  const char *usage;
} benches[] = {
  { "select", bench_select, "select [--candidates N]..." },
};

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
