/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One named change of a document, and the only way to change it.
 *
 *   g_autoptr (BfEdit) edit = bf_document_begin (document, _ ("Set Cost"), NULL, error);
 *
 *   if (!edit || !bf_edit_set (edit, BF_SYSTEM, "MES-01", "run_cost_year", "12000.00", error))
 *     return FALSE;
 *   return bf_edit_commit (edit, error);
 *
 * Everything in an edit happens or nothing does. A call that fails changes nothing and leaves the
 * edit open, unless the disk failed: then the edit is over and every further call fails.
 * Rows are named by their key, trimmed and without case. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct _BfEdit BfEdit;

/* Sets one field to a canonical text (bf-field.h), NULL or "" for blank. A new key is carried into
 * every reference to the row. Errors: BF_FIELD_ERROR for the value; BF_DOCUMENT_ERROR_NO_ROW,
 * _COLUMN, _DUPLICATE (the new key is taken). */
gboolean bf_edit_set (BfEdit *edit,
                      BfRecordKind kind,
                      const char *key,
                      const char *column,
                      const char *text,
                      GError **error);

/* Adds a row, a struct of the record type (begins with BfRow, lives with the caller). Its id may be
 * NULL: then it is the version 5 UUID of table and key. Errors: _DUPLICATE, _VALUE. */
gboolean bf_edit_insert (BfEdit *edit, BfRecordKind kind, gconstpointer row, GError **error);

/* Sets every field of the row with that key that is not blank in @row (with @erase: every field),
 * writing only what differs; adds the row when there is none. @outcome, NULL or: what happened. */
typedef enum
{
  BF_ROW_ADDED,
  BF_ROW_CHANGED,
  BF_ROW_UNCHANGED,
} BfRowOutcome;

gboolean bf_edit_put (BfEdit *edit,
                      BfRecordKind kind,
                      gconstpointer row,
                      gboolean erase,
                      BfRowOutcome *outcome,
                      GError **error);

/* Takes a row away. References to it are left as they are: bf_document_verify names them. */
gboolean bf_edit_delete (BfEdit *edit, BfRecordKind kind, const char *key, GError **error);

/* Ends the edit, durably; "changed" follows. An edit that changed nothing writes nothing. When it
 * fails, the document is as it was before the edit. */
gboolean bf_edit_commit (BfEdit *edit, GError **error);

/* Frees the edit; what was not committed never happened. */
void bf_edit_abandon (BfEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfEdit, bf_edit_abandon)

G_END_DECLS
