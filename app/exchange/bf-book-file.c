/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-book-file.h"

#include "bf-atomic-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

/* 2026-01-01, for files that tell nothing of a day. */
#define CREATED 1767225600

typedef struct
{
  const char *path; /* as the person knows it */
  const char *currency;
  const char *title;
  BfBookWriter writer;
  gpointer data;
} Order;

static lxw_error
fill (const Order *order, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = folder };
  lxw_doc_properties properties = {
    .title = (char *) order->title,
    .author = (char *) "Brownfield",
    .created = CREATED,
  };
  lxw_workbook *book = workbook_new_opt (path, &options);
  BfWorkbookStyle *style = bf_workbook_style_new (book, order->currency);

  workbook_set_properties (book, &properties);
  order->writer (book, style, order->data);
  bf_workbook_style_free (style);
  errno = 0;
  return workbook_close (book);
}

static gboolean
write_book (const char *path, gpointer data, GError **error)
{
  const Order *order = data;
  locale_t points = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  locale_t before = uselocale (points);
  lxw_error code = fill (order, path);
  const char *reason = errno ? g_strerror (errno) : lxw_strerror (code);

  uselocale (before);
  freelocale (points);
  if (code == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error,
               G_FILE_ERROR,
               G_FILE_ERROR_FAILED,
               /* Translators: %1$s is a file, %2$s the reason. */
               _ ("“%1$s” could not be saved: %2$s."),
               order->path,
               reason);
  return FALSE;
}

gboolean
bf_book_file_save (const char *path,
                   const char *currency,
                   const char *title,
                   BfBookWriter writer,
                   gpointer data,
                   GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  Order order = { shown, currency, title, writer, data };

  return bf_atomic_file_save (path, write_book, &order, error);
}
