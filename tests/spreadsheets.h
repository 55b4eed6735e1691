/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small awkward spreadsheets, made while a test runs in a folder that goes away with it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The folder is made at the first call. Paths are owned by the caller. */
char *spreadsheet_path (const char *name);
/* Removes the folder and what is in it. */
void spreadsheets_clear (void);

/* @length -1: up to the NUL. Returns the path. */
char *spreadsheet_text (const char *name, const char *text, gssize length);
/* Entries as name, text, name, text, ..., NULL. Returns the path. */
char *spreadsheet_package (const char *name, ...) G_GNUC_NULL_TERMINATED;
/* A workbook with one sheet named "Systems" of these rows (<row>...</row>, then what may follow
 * the rows); the number formats by style: 1 dd\.mm\.yyyy, 2 0%, 3 0000, 4 #,##0_M, 5 [h]:mm,
 * 6 yyyy-mm-dd hh:mm. Returns the path. */
char *spreadsheet_xlsx (const char *name, const char *rows, const char *after_rows);
/* An .ods file with these tables. Returns the path. */
char *spreadsheet_ods (const char *name, const char *styles, const char *tables);

/* A file of this folder: tests/import/NAME. */
char *spreadsheet_kept (const char *name);

G_END_DECLS
