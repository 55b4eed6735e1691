/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field's value on its way between a row struct, SQL columns and the diary.
 *
 * In SQL: money INTEGER minor units, whole numbers, weeks and yes/no INTEGER, numbers and shares
 * REAL, an estimate three REAL columns, everything else its canonical TEXT. In the diary: the SQL
 * value as text, reals with as many digits as they need, an estimate "min/likely/max". Internal to
 * store/. */

#pragma once

#include <sqlite3.h>

#include "bf-field.h"

G_BEGIN_DECLS

/* Number of SQL columns: 3 for an estimate, else 1. */
int bf_value_n_columns (const BfField *field);

/* Binds the field of @row to @index and the following parameters. */
void bf_value_bind (const BfField *field, sqlite3_stmt *statement, int index, gconstpointer row);

/* Reads the field from @column and the following; FALSE, and a blank, when what stands there is no
 * value of this field. */
gboolean bf_value_read (
    const BfField *field, sqlite3_stmt *statement, int column, gpointer row, GStringChunk *strings);

/* Sets the field from the diary's text (NULL: blank). */
gboolean bf_value_set_diary (
    const BfField *field, gpointer row, GStringChunk *strings, const char *text, GError **error);
/* The same as canonical text, new; NULL for blank. */
char *bf_value_canonical (const BfRecord *record, const BfField *field, const char *diary_text);

/* TRUE when both rows have the same value, compared byte by byte. */
gboolean bf_value_same (const BfField *field, gconstpointer a, gconstpointer b);

/* Lower case and trimmed: two keys are the same when these are. New. */
char *bf_key_fold (const char *key);
gboolean bf_key_same (const char *a, const char *b);

G_END_DECLS
