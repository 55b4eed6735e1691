/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error,
               G_FILE_ERROR,
               g_file_error_from_errno (code),
               /* Translators: %1$s is a file, %2$s the system's reason. */
               _ ("“%1$s” could not be saved: %2$s."),
               shown,
               g_strerror (code));
  return FALSE;
}

/* Where the bytes shall lie: the target of a symbolic link, else @path itself. */
static char *
real_place (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *place = g_strdup (resolved ? resolved : path);

  free (resolved);
  return place;
}

/* An empty file beside @path. Hidden, so that a folder view does not show it. */
static char *
create_beside (const char *path, int *code)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *template = g_build_filename (folder, ".brownfield-XXXXXX", NULL);
  int descriptor = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);

  *code = errno;
  if (descriptor < 0)
    return NULL;
  close (descriptor);
  return g_steal_pointer (&template);
}

static mode_t
wanted_mode (const char *path)
{
  struct stat old;
  mode_t mask;

  if (stat (path, &old) == 0)
    return old.st_mode & 07777;
  mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

static gboolean
flush_file (const char *path)
{
  int descriptor = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean flushed;
  int code;

  if (descriptor < 0)
    return FALSE;
  flushed = fsync (descriptor) == 0;
  code = errno;
  close (descriptor);
  errno = code;
  return flushed;
}

/* The rename itself is durable only when the folder is. Some file systems cannot; that is no
 * failure, the file is whole either way. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  (void) fsync (descriptor);
  close (descriptor);
}

static gboolean
take_place (const char *made, const char *place, const char *path, GError **error)
{
  if (chmod (made, wanted_mode (place)) != 0 || !flush_file (made) || g_rename (made, place) != 0)
    return fail (path, errno, error);
  flush_folder (place);
  return TRUE;
}

gboolean
bf_atomic_file_save (const char *path, BfFileWriter writer, gpointer data, GError **error)
{
  g_autofree char *place = real_place (path);
  g_autofree char *made = NULL;
  int code = 0;

  if (g_file_test (place, G_FILE_TEST_IS_DIR))
    return fail (path, EISDIR, error);
  made = create_beside (place, &code);
  if (made == NULL)
    return fail (path, code, error);
  if (writer (made, data, error) && take_place (made, place, path, error))
    return TRUE;
  g_unlink (made);
  return FALSE;
}

typedef struct
{
  const char *path;
  const char *text;
  gsize length;
} Content;

static gboolean
write_all (int descriptor, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize written = write (descriptor, text, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      text += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
write_content (const char *path, gpointer data, GError **error)
{
  const Content *content = data;
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean written;
  int code;

  if (descriptor < 0)
    return fail (content->path, errno, error);
  written = write_all (descriptor, content->text, content->length);
  code = errno;
  if (close (descriptor) != 0 && written)
    {
      code = errno;
      written = FALSE;
    }
  return written ? TRUE : fail (content->path, code, error);
}

gboolean
bf_atomic_file_save_text (const char *path, const char *text, gssize length, GError **error)
{
  Content content = { path, text, length < 0 ? strlen (text) : (gsize) length };

  return bf_atomic_file_save (path, write_content, &content, error);
}
