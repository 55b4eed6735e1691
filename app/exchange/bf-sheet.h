/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of one file, whole, with merged cells filled in.
 *
 * A decision about a column (its decimal mark, the order of day and month) needs every row of it,
 * and one about a file every sheet; so a file is held while it is imported, and let go after. */

#pragma once

#include "bf-reader.h"

G_BEGIN_DECLS

typedef struct
{
  guint row, line;
  gboolean hidden;
  guint n_cells;
  BfCell *cells;
} BfSheetRow;

typedef struct
{
  char *name; /* NULL: text, which has no sheets */
  gboolean hidden;
  char separator; /* of text, else '\0' */
  GArray *rows;   /* BfSheetRow; none of a hidden sheet */
  guint n_hidden_rows;
  GStringChunk *texts;
} BfSheet;

void bf_sheet_free (BfSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfSheet, bf_sheet_free)

/* New array of BfSheet; errors of bf_reader_read. */
GPtrArray *bf_sheets_read (const char *path, GCancellable *cancellable, GError **error);
GPtrArray *
bf_sheets_read_text (const char *text, gsize length, GCancellable *cancellable, GError **error);

const BfSheetRow *bf_sheet_row (const BfSheet *sheet, guint index);
/* The cell, a blank one where the row does not reach. */
const BfCell *bf_sheet_row_cell (const BfSheetRow *row, guint column);

G_END_DECLS
