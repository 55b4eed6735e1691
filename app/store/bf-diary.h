/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diary's own rows: beginning and ending an edit, the chain of hashes, what it tells.
 *
 * The hash of an edit is the SHA-256, in hexadecimal, over a run of fields, each as
 * "<length in bytes>:<bytes>;" or "-;" for null: the previous edit's hash ("" before the first),
 * uuid, at, who, label, reason, uuid of the edit it undoes; then of each of its changes in order
 * tbl, row, col, old, new. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

/* Table name in `change` of a note that is about the diary itself: row and `new` are uuid and hash
 * of the other copy's last edit, column "merged". */
#define BF_DIARY_TABLE "edit"
#define BF_DIARY_MERGED "merged"

/* Adds an open edit and gives its id; 0 on error. */
gint64 bf_diary_begin (
    BfDatabase *database, const char *label, const char *reason, gint64 undoes, GError **error);
/* Seals the open edit with its hash. */
gboolean bf_diary_end (BfDatabase *database, gint64 edit, GError **error);
/* TRUE when the edit has at least one change. */
gboolean bf_diary_has_changes (BfDatabase *database, gint64 edit);
/* Id of the last edit; 0 before the first. */
gint64 bf_diary_last (BfDatabase *database);

GPtrArray *bf_diary_history (BfDatabase *database, GError **error);
GPtrArray *bf_diary_changes (BfDatabase *database, gint64 edit, GError **error);

/* The row's key now; of a row that is gone, the one it went with; NULL when it never was. New. */
char *bf_diary_key (BfDatabase *database, const BfRecord *record, const char *id);
/* The row as the diary would write it; NULL when it is not there. New. */
char *bf_diary_row_json (BfDatabase *database, const BfRecord *record, const char *id);

/* The last picture that the diary has of a row that went; NULL when it never went. New. */
char *bf_diary_last_json (BfDatabase *database, const BfRecord *record, const char *id);

/* Adds a finding for every edit whose hash is not what its changes give, or that does not follow
 * the one before. */
gboolean bf_diary_verify (BfDatabase *database, GPtrArray *findings, GError **error);

G_END_DECLS
