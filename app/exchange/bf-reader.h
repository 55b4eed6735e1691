/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a spreadsheet of any kind, a row at a time.
 *
 * What a file is, its content decides, not its ending: .xlsx, .ods, .xls, or text in any dialect
 * (UTF-8, UTF-16, Windows-1252; comma, semicolon, tab or bar). Only rows with a filled cell are
 * delivered; their numbers are those of the person's program. Memory stays bounded: one row and
 * the shared strings; never more than 1 GB unpacked in all, 200 times its packed size an entry,
 * and 20 million filled cells. Nothing is ever fetched, no entity is expanded.
 *
 * libfreexl says neither which sheets of an .xls are hidden nor which cells are merged. */

#pragma once

#include "bf-cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BF_READER_MAX_COLUMNS 16384
#define BF_READER_MAX_ROWS 1048576

typedef struct
{
  guint row;       /* from 1, as the spreadsheet program counts */
  guint line;      /* of a text file: the line it begins on; else 0 */
  gboolean hidden; /* by hand or by a filter */
  const BfCell *cells;
  guint n_cells; /* the last one is filled */
} BfReaderRow;

typedef struct
{
  guint first_row, last_row;       /* from 1 */
  guint first_column, last_column; /* from 0 */
} BfReaderRange;

/* How much of the file is read, 0 .. 1, and how many rows came since the last call. */
typedef void (*BfReaderProgress) (double share, guint n_rows, gpointer data);

typedef struct
{
  /* A sheet begins; FALSE passes over it. @name is NULL for text. */
  gboolean (*sheet) (const char *name, gboolean hidden, gpointer data);
  void (*row) (const BfReaderRow *row, gpointer data);
  /* Merged cells of the sheet that was read last, after its rows. */
  void (*merge) (const BfReaderRange *range, gpointer data);
  /* The separator of a text file; may be NULL. */
  void (*separator) (char separator, gpointer data);
  BfReaderProgress progress; /* may be NULL */
} BfReaderCalls;

#define BF_READER_ERROR (bf_reader_error_quark ())
GQuark bf_reader_error_quark (void);

typedef enum
{
  BF_READER_ERROR_OPEN, /* not there, or it may not be read */
  BF_READER_ERROR_EMPTY,
  BF_READER_ERROR_FORMAT, /* not a spreadsheet, or of a kind that is not read */
  BF_READER_ERROR_ENCRYPTED,
  BF_READER_ERROR_DAMAGED, /* cut short */
  BF_READER_ERROR_LIMIT,   /* too large, too wide, packed too tightly */
  BF_READER_ERROR_QUOTE,   /* a quotation mark that is never closed */
} BfReaderError;

/* Fails with a sentence for the person that says how to mend it, or with G_IO_ERROR. Rows that
 * came before the failure have been delivered. */
gboolean bf_reader_read (const char *path,
                         const BfReaderCalls *calls,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);

/* The same for text at hand, such as the clipboard's. */
gboolean bf_reader_read_text (const char *text,
                              gsize length,
                              const BfReaderCalls *calls,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
