/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-sample.h"

#include <string.h>

static char *
samples_root (void)
{
  if (g_file_test (BF_SOURCE_SAMPLES, G_FILE_TEST_IS_DIR))
    return g_strdup (BF_SOURCE_SAMPLES);
  return g_build_filename (BF_DATA_DIR, "samples", NULL);
}

char *
bf_sample_folder (const char *name)
{
  g_autofree char *root = samples_root ();
  g_autofree char *folder = g_build_filename (root, name, NULL);

  if (!*name || strchr (name, G_DIR_SEPARATOR) || name[0] == '.' ||
      !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return NULL;
  return g_steal_pointer (&folder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
bf_sample_names (void)
{
  g_autofree char *root = samples_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *folder = bf_sample_folder (name);

      if (folder)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}
