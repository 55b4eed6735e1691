/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a target over files and the files of folders, each once. */

#include "fuzz.h"

#include <stdio.h>

static guint
run_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    g_error ("%s cannot be read", path);
  LLVMFuzzerTestOneInput ((const guint8 *) text, size);
  return 1;
}

static guint
run_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      n += run_file (inside);
    }
  return n;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  LLVMFuzzerTestOneInput ((const guint8 *) "", 0);
  for (int i = 1; i < argc; i++)
    n += g_file_test (argv[i], G_FILE_TEST_IS_DIR) ? run_folder (argv[i]) : run_file (argv[i]);
  printf ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
