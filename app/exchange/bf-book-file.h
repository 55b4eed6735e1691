/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook of few sheets: made, filled and saved whole or not at all.
 *
 * For what is no roadmap: templates, the validation plan. Numbers of the file are written with a
 * point in every locale, and its creation time is fixed, so that the same content gives the same
 * bytes. */

#pragma once

#include "bf-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Adds the sheets; the style belongs to the caller of the writer. */
typedef void (*BfBookWriter) (lxw_workbook *book, BfWorkbookStyle *style, gpointer data);

/* @currency as in bf_workbook_style_new. Fails with G_FILE_ERROR and a sentence. */
gboolean bf_book_file_save (const char *path,
                            const char *currency,
                            const char *title,
                            BfBookWriter writer,
                            gpointer data,
                            GError **error);

G_END_DECLS
