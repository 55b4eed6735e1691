/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the readers of the formats share: the row being filled, and its limits. */

#pragma once

#include "bf-reader.h"

G_BEGIN_DECLS

typedef struct
{
  const char *path;
  const BfReaderCalls *calls;
  gpointer data;
  GCancellable *cancellable;
  GArray *cells; /* BfCell */
  GStringChunk *texts;
  guint64 n_filled;
  guint n_rows;                          /* delivered */
  double (*position) (gconstpointer at); /* how much of the file is read; NULL: not known */
  gconstpointer at;
} BfReader;

gboolean bf_reader_begin_sheet (BfReader *reader, const char *name, gboolean hidden);
/* The cell of the row being filled, blank at first; NULL when there are too many columns. */
BfCell *bf_reader_cell (BfReader *reader, guint column, GError **error);
/* A copy that lives until the row ends. */
const char *bf_reader_keep (BfReader *reader, const char *text, gssize length);
/* Delivers the row and empties it. @row beyond the limits, or Cancel, is an error. */
gboolean
bf_reader_end_row (BfReader *reader, guint row, guint line, gboolean hidden, GError **error);
/* Delivers the row @times, numbered on from @row. */
gboolean
bf_reader_end_rows (BfReader *reader, guint row, guint times, gboolean hidden, GError **error);
/* The row is not wanted. */
void bf_reader_drop_row (BfReader *reader);

/* A serial day of the epochs 1900 and 1904, put into @cell as a date. */
void bf_reader_set_serial (BfReader *reader, BfCell *cell, double serial, gboolean epoch_1904);
/* "2027-03-28", "2027-03-28T02:30:00": a date; FALSE when it is none. */
gboolean bf_reader_set_iso (BfCell *cell, const char *text);

gboolean bf_xlsx_read (BfReader *reader, GError **error);
gboolean bf_ods_read (BfReader *reader, GError **error);
gboolean bf_xls_read (BfReader *reader, GError **error);
gboolean bf_text_read (BfReader *reader, const char *bytes, gsize length, GError **error);

G_END_DECLS
