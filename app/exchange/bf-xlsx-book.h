/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an .xlsx workbook keeps outside its sheets: their names and parts, number formats, shared
 * strings. Transitional and strict files, any prefix, relative and absolute part names. */

#pragma once

#include "bf-package.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *part;
  gboolean hidden;
} BfXlsxSheet;

typedef struct
{
  char *code;
  guint flags; /* BfFormatFlags */
} BfXlsxFormat;

typedef struct
{
  BfPackage *package;
  GPtrArray *sheets;  /* BfXlsxSheet, in the order of the tabs */
  GArray *formats;    /* BfXlsxFormat, by style index */
  GPtrArray *strings; /* const char *, in @texts */
  GStringChunk *texts;
  gboolean epoch_1904;
} BfXlsxBook;

BfXlsxBook *bf_xlsx_book_open (const char *path, GCancellable *cancellable, GError **error);
void bf_xlsx_book_free (BfXlsxBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfXlsxBook, bf_xlsx_book_free)

/* The format of a style; the general one when there is no such style. */
const BfXlsxFormat *bf_xlsx_book_format (const BfXlsxBook *book, guint style);

/* Puts the characters of _xHHHH_ in their place; carriage returns are dropped. */
void bf_xlsx_unescape (GString *text);

G_END_DECLS
