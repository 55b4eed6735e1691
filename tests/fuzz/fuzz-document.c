/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan file that was damaged or made by a stranger. The bytes are changes to a small sound file,
 * three a change: two of the place (in units of seven bytes) and one that is put there; what is
 * left over cuts the file short. Anything that is no such file is tried as it is too. */

#include "fuzz.h"

#include "bf-document.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define UNIT 7

static char *sound;
static gsize sound_size;

static void
make_sound (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sound.brownfield", NULL);
  g_autoptr (BfDocument) document = bf_document_new (path, NULL);
  g_autoptr (BfEdit) edit = bf_document_begin (document, "Add a system", NULL, NULL);
  BfSystem system;

  bf_record_blank (&bf_system_record, &system);
  system.row.key = "A-1";
  system.name = "Mill";
  g_assert (bf_edit_insert (edit, BF_SYSTEM, &system, NULL));
  g_assert (bf_edit_commit (edit, NULL));
  g_clear_pointer (&edit, bf_edit_abandon);
  g_clear_object (&document);
  g_assert (g_file_get_contents (path, &sound, &sound_size, NULL));
  g_unlink (path);
  g_rmdir (folder);
}

static gsize
damage (guint8 *bytes, const guint8 *data, gsize size)
{
  for (gsize i = 0; i + 2 < size; i += 3)
    bytes[((data[i] << 8 | data[i + 1]) * UNIT) % sound_size] = data[i + 2];
  return size % 3 ? sound_size - MIN (sound_size, 97u * (data[size - 1] + 1u)) : sound_size;
}

/* What a person may do with it: look, check, see the history. */
static void
look_at (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_READ_ONLY, &error);
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert ((document == NULL) == (error != NULL));
  if (!document)
    return;
  plan = bf_document_snapshot (document);
  history = bf_document_history (document, NULL);
  findings = bf_document_verify (document, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static char path[64];
  g_autofree guint8 *bytes = NULL;
  gsize length;

  if (!sound)
    {
      make_sound ();
      g_snprintf (path, sizeof path, "/dev/shm/fuzz-%d.brownfield", (int) getpid ());
    }
  bytes = g_memdup2 (sound, sound_size);
  length = damage (bytes, data, size);
  g_assert (g_file_set_contents (path, (const char *) bytes, (gssize) length, NULL));
  look_at (path);
  if (size > 15 && memcmp (data, "SQLite format 3", 15) == 0)
    {
      g_assert (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
      look_at (path);
    }
  g_unlink (path);
  return 0;
}
