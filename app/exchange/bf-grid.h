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
} BfGridRow;

typedef struct
{
  char *name; /* NULL: text, which has no sheets */
  gboolean hidden;
  char separator; /* of text, else '\0' */
  GArray *rows;   /* BfGridRow; none of a hidden sheet */
  guint n_hidden_rows;
  guint n_columns; /* of the widest row */
  GStringChunk *texts;
} BfGrid;

void bf_grid_free (BfGrid *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfGrid, bf_grid_free)

/* New array of BfGrid; errors of bf_reader_read. @progress may be NULL. */
GPtrArray *bf_grids_read (const char *path,
                          BfReaderProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GError **error);
GPtrArray *
bf_grids_read_text (const char *text, gsize length, GCancellable *cancellable, GError **error);

const BfGridRow *bf_grid_row (const BfGrid *sheet, guint index);
/* The row of that number, NULL when it is blank. */
const BfGridRow *bf_grid_find_row (const BfGrid *sheet, guint row);
/* The cell, a blank one where the row does not reach. */
const BfCell *bf_grid_row_cell (const BfGridRow *row, guint column);

G_END_DECLS
