/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One open SQLite connection: how a file is opened, claimed, asked and complained about.
 *
 * The writer of a file holds SQLite's RESERVED lock all the time, by an open transaction that is
 * begun again after every commit: others may read, a second writer is told at once, a killed
 * process leaves nothing locked, and nothing lies beside the file. Internal to store/. */

#pragma once

#include <sqlite3.h>

#include "bf-document.h"

G_BEGIN_DECLS

/* "BfPl", in the file's header: this is a Brownfield plan. */
#define BF_APPLICATION_ID 0x4266506c
/* Longest wait for a lock when opening, and for readers to finish before a commit. */
#define BF_LOCK_WAIT_MS 1000
#define BF_COMMIT_WAIT_MS 5000

typedef struct
{
  sqlite3 *handle;
  char *path; /* NULL: in memory */
  BfReadOnly read_only;
  gboolean failed;        /* the disk failed within this transaction: it must not be committed */
  gboolean claimed;       /* the write lock is ours, a transaction is open */
  GHashTable *statements; /* SQL -> sqlite3_stmt, prepared once */
} BfDatabase;

/* Opens and configures, and claims the file when it may be written; checks nothing of its content.
 * @path NULL: in memory. */
BfDatabase *bf_database_open (const char *path, BfOpenFlags flags, GError **error);
/* Creates the file, which must not exist; the schema is the caller's. */
BfDatabase *bf_database_create (const char *path, GError **error);
void bf_database_free (BfDatabase *database);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfDatabase, bf_database_free)

/* Takes the write lock by opening a transaction. */
gboolean bf_database_claim (BfDatabase *database, GError **error);
/* Ends the transaction, keeping (or dropping) what was written, and claims again. A commit that
 * fails drops it. */
gboolean bf_database_commit (BfDatabase *database, GError **error);
void bf_database_rollback (BfDatabase *database);
/* Commits and gives the lock back, for a backup or a migration. */
gboolean bf_database_release (BfDatabase *database, GError **error);

/* Writes the whole database to @path in one step, over a file that is there. */
gboolean bf_database_copy (BfDatabase *database, const char *path, GError **error);

/* A reset statement with its parameters bound: @types has a letter for each, s for const char *
 * (NULL is null), i for gint64. Owned by the database; NULL on error. */
sqlite3_stmt *
bf_database_query (BfDatabase *database, GError **error, const char *sql, const char *types, ...);
/* One step: TRUE when there is a row. At the end, or on error, the statement is reset; the error
 * is set on failure only. */
gboolean bf_database_next (BfDatabase *database, sqlite3_stmt *statement, GError **error);
/* Runs a statement that gives no rows. */
gboolean
bf_database_run (BfDatabase *database, GError **error, const char *sql, const char *types, ...);
/* Runs several statements. */
gboolean bf_database_script (BfDatabase *database, const char *sql, GError **error);
/* The one number that a query gives; @fallback when it gives none or fails. */
gint64 bf_database_number (BfDatabase *database, const char *sql, gint64 fallback);

/* Sets @error to a sentence for what SQLite last said; always FALSE. */
gboolean bf_database_fail (BfDatabase *database, GError **error);

/* Text of a column, NULL for null; lent until the next step. */
const char *bf_column_text (sqlite3_stmt *statement, int column);

G_END_DECLS
