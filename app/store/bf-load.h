/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a plan out of a document. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

/* The sealed plan; NULL on error. A value that is none of its field becomes blank, and a BfFinding
 * in @findings (may be NULL). */
BfPlan *bf_load_plan (BfDatabase *database, GPtrArray *findings, GError **error);

/* Reads id and fields of the current row of a bf_schema_select_... statement. */
void bf_load_row (const BfRecord *record,
                  sqlite3_stmt *statement,
                  gpointer row,
                  GStringChunk *strings,
                  GPtrArray *findings);

/* Into @row, blank or not: the row with that id or key (trimmed, without case). FALSE when there is
 * none, with an error only when reading failed. */
gboolean bf_load_by_id (BfDatabase *database,
                        const BfRecord *record,
                        const char *id,
                        gpointer row,
                        GStringChunk *strings,
                        GError **error);
gboolean bf_load_by_key (BfDatabase *database,
                         const BfRecord *record,
                         const char *key,
                         gpointer row,
                         GStringChunk *strings,
                         GError **error);

/* Adds a sentence to @findings (may be NULL), which is taken. */
void bf_finding_add (GPtrArray *findings,
                     const BfRecord *record,
                     const char *key,
                     const char *column,
                     char *sentence);

G_END_DECLS
