/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-file-hash.h"

#define CHUNK_BYTES 65536

static void
file_hash_free (gpointer data)
{
  BfFileHash *hash = data;

  g_free (hash->name);
  g_free (hash->sha256);
  g_free (hash);
}

/* NULL when the file cannot be read to its end. */
static char *
hash_of (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK_BYTES);
  gssize n = -1;

  while (stream &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, NULL, NULL)) > 0)
    g_checksum_update (sum, chunk, n);
  return n < 0 ? NULL : g_strdup (g_checksum_get_string (sum));
}

static void
add_file (GPtrArray *hashes, const char *path)
{
  BfFileHash *hash = g_new0 (BfFileHash, 1);

  hash->name = g_filename_display_basename (path);
  hash->sha256 = hash_of (path);
  g_ptr_array_add (hashes, hash);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GPtrArray *hashes, const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (g_file_test (names->pdata[i], G_FILE_TEST_IS_REGULAR))
      add_file (hashes, names->pdata[i]);
}

GPtrArray *
bf_file_hashes (const char *const *paths)
{
  GPtrArray *hashes = g_ptr_array_new_with_free_func (file_hash_free);

  for (; paths && *paths; paths++)
    if (g_file_test (*paths, G_FILE_TEST_IS_DIR))
      add_folder (hashes, *paths);
    else
      add_file (hashes, *paths);
  return hashes;
}
