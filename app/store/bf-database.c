/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-database.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <unistd.h>

#include "bf-row-json.h"

G_DEFINE_QUARK (bf - document - error - quark, bf_document_error)

/* --- Complaints --------------------------------------------------------------------------- */

static BfDocumentError
error_code (int code)
{
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    return BF_DOCUMENT_ERROR_DUPLICATE;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return BF_DOCUMENT_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return BF_DOCUMENT_ERROR_LOCKED;
    case SQLITE_READONLY:
      return BF_DOCUMENT_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return BF_DOCUMENT_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return BF_DOCUMENT_ERROR_FORMAT;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return BF_DOCUMENT_ERROR_VALUE;
    default:
      return BF_DOCUMENT_ERROR_IO;
    }
}

/* One literal per kind of trouble, so that each can be translated as a whole. */
static char *
error_sentence (BfDocumentError code, const char *name, const char *detail)
{
  switch ((int) code)
    {
    case BF_DOCUMENT_ERROR_FULL:
      return g_strdup_printf (
          _ ("The disk is full, so “%s” was not written. Free some space and try again."), name);
    case BF_DOCUMENT_ERROR_LOCKED:
      return g_strdup_printf (
          _ ("Somebody else is writing “%s”. Try again in a moment, or work on a copy."), name);
    case BF_DOCUMENT_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("“%s” cannot be written here. Work on a copy."), name);
    case BF_DOCUMENT_ERROR_DAMAGED:
      return g_strdup_printf (
          _ ("“%s” is damaged (%s). Take the last copy of it that opens."), name, detail);
    case BF_DOCUMENT_ERROR_FORMAT:
      return g_strdup_printf (_ ("“%s” is not a Brownfield plan."), name);
    case BF_DOCUMENT_ERROR_DUPLICATE:
      return g_strdup_printf (_ ("“%s” has such a row already (%s)."), name, detail);
    case BF_DOCUMENT_ERROR_VALUE:
      return g_strdup_printf (_ ("“%s” does not take this value (%s)."), name, detail);
    default:
      return g_strdup_printf (_ ("“%s” cannot be read or written (%s)."), name, detail);
    }
}

static char *
display_name (const char *path)
{
  g_autofree char *base = path ? g_path_get_basename (path) : NULL;

  return base ? g_filename_display_name (base) : g_strdup (_ ("Untitled plan"));
}

gboolean
bf_database_fail (BfDatabase *database, GError **error)
{
  BfDocumentError code = error_code (sqlite3_extended_errcode (database->handle));
  g_autofree char *name = display_name (database->path);
  g_autofree char *sentence = error_sentence (code, name, sqlite3_errmsg (database->handle));

  if (code == BF_DOCUMENT_ERROR_FULL || code == BF_DOCUMENT_ERROR_IO ||
      code == BF_DOCUMENT_ERROR_DAMAGED)
    database->failed = TRUE;
  g_set_error_literal (error, BF_DOCUMENT_ERROR, (int) code, sentence);
  return FALSE;
}

/* --- Asking ------------------------------------------------------------------------------- */

static sqlite3_stmt *
prepare (BfDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (database->statements, sql);

  if (statement)
    {
      sqlite3_reset (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      bf_database_fail (database, error);
      return NULL;
    }
  g_hash_table_insert (database->statements, g_strdup (sql), statement);
  return statement;
}

static void
bind_list (sqlite3_stmt *statement, const char *types, va_list values)
{
  for (int i = 0; types[i]; i++)
    if (types[i] == 's')
      sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
}

sqlite3_stmt *
bf_database_query (BfDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement = prepare (database, sql, error);
  va_list values;

  if (!statement)
    return NULL;
  va_start (values, types);
  bind_list (statement, types, values);
  va_end (values);
  return statement;
}

gboolean
bf_database_next (BfDatabase *database, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    bf_database_fail (database, error);
  sqlite3_reset (statement);
  return FALSE;
}

gboolean
bf_database_run (BfDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement = prepare (database, sql, error);
  g_autoptr (GError) failure = NULL;
  va_list values;

  if (!statement)
    return FALSE;
  va_start (values, types);
  bind_list (statement, types, values);
  va_end (values);
  while (bf_database_next (database, statement, &failure))
    ;
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
bf_database_script (BfDatabase *database, const char *sql, GError **error)
{
  if (sqlite3_exec (database->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return bf_database_fail (database, error);
}

gint64
bf_database_number (BfDatabase *database, const char *sql, gint64 fallback)
{
  sqlite3_stmt *statement = prepare (database, sql, NULL);
  gint64 number = fallback;

  if (!statement)
    return fallback;
  if (bf_database_next (database, statement, NULL))
    {
      number = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return number;
}

const char *
bf_column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* --- Transactions ------------------------------------------------------------------------- */

gboolean
bf_database_claim (BfDatabase *database, GError **error)
{
  if (!database->claimed && !bf_database_script (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  database->claimed = TRUE;
  return TRUE;
}

void
bf_database_rollback (BfDatabase *database)
{
  /* A full disk makes SQLite roll back by itself. */
  if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
  database->claimed = database->failed = FALSE;
  bf_database_claim (database, NULL);
}

gboolean
bf_database_release (BfDatabase *database, GError **error)
{
  gboolean done = TRUE;

  if (database->claimed)
    {
      sqlite3_busy_timeout (database->handle, BF_COMMIT_WAIT_MS);
      done = bf_database_script (database, "COMMIT", error);
      sqlite3_busy_timeout (database->handle, BF_LOCK_WAIT_MS);
    }
  if (done)
    database->claimed = FALSE;
  else
    bf_database_rollback (database);
  return done;
}

gboolean
bf_database_commit (BfDatabase *database, GError **error)
{
  if (!bf_database_release (database, error))
    return FALSE;
  /* Losing the lock in between is no failure of this commit: the next edit will say it. */
  bf_database_claim (database, NULL);
  return TRUE;
}

/* --- Opening ------------------------------------------------------------------------------ */

/* A file that brings its own triggers, views or broken pages must not run or crash anything. */
static void
configure (BfDatabase *database)
{
  sqlite3 *handle = database->handle;

  bf_row_json_register (handle);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BF_LOCK_WAIT_MS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 256 << 20);
  sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
  sqlite3_limit (handle, SQLITE_LIMIT_EXPR_DEPTH, 200);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_limit (handle, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_exec (handle,
                "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
                "PRAGMA cache_size = -65536;"
                "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"
                "PRAGMA synchronous = FULL",
                NULL,
                NULL,
                NULL);
}

static gboolean
has_write_bits (const char *path)
{
  GStatBuf status;

  return g_access (path, W_OK) == 0 && g_stat (path, &status) == 0 && (status.st_mode & 0222);
}

static gboolean
is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static BfReadOnly
read_only_reason (const char *path, BfOpenFlags flags)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (flags & BF_OPEN_READ_ONLY)
    return BF_READ_ONLY_ASKED;
  if (!has_write_bits (path) || g_access (folder, W_OK) != 0)
    return BF_READ_ONLY_FILE;
  return is_remote (path) ? BF_READ_ONLY_REMOTE : BF_WRITABLE;
}

static BfDatabase *
connect_to (const char *path, BfReadOnly read_only, GError **error)
{
  g_autoptr (BfDatabase) database = g_new0 (BfDatabase, 1);
  int mode = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int code;

  database->path = g_strdup (path);
  database->read_only = read_only;
  database->statements = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) (void (*) (void)) sqlite3_finalize);
  code = sqlite3_open_v2 (path ? path : ":memory:", &database->handle, mode, NULL);
  if (code != SQLITE_OK)
    {
      bf_database_fail (database, error);
      return NULL;
    }
  configure (database);
  return g_steal_pointer (&database);
}

static gboolean
check_is_file (const char *path, GError **error)
{
  g_autofree char *name = display_name (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error,
                 BF_DOCUMENT_ERROR,
                 BF_DOCUMENT_ERROR_IO,
                 /* Translators: the name of a file. */
                 _ ("There is no file “%s”."),
                 name);
  else if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_set_error (error,
                 BF_DOCUMENT_ERROR,
                 BF_DOCUMENT_ERROR_FORMAT,
                 /* Translators: the name of a folder or device. */
                 _ ("“%s” is no file, so it cannot be a Brownfield plan."),
                 name);
  else
    return TRUE;
  return FALSE;
}

BfDatabase *
bf_database_open (const char *path, BfOpenFlags flags, GError **error)
{
  g_autoptr (BfDatabase) database = NULL;
  g_autoptr (GError) failure = NULL;

  if (path && !check_is_file (path, error))
    return NULL;
  database = connect_to (path, path ? read_only_reason (path, flags) : BF_WRITABLE, error);
  if (!database || database->read_only)
    return g_steal_pointer (&database);
  if (bf_database_claim (database, &failure))
    return g_steal_pointer (&database);
  if (!g_error_matches (failure, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_LOCKED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  database->read_only = BF_READ_ONLY_LOCKED;
  bf_database_script (database, "PRAGMA query_only = ON", NULL);
  return g_steal_pointer (&database);
}

static gboolean
fail_exists (const char *path, GError **error)
{
  g_autofree char *name = display_name (path);

  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_EXISTS,
               /* Translators: the name of a file. */
               _ ("There is a file “%s” already."),
               name);
  return FALSE;
}

BfDatabase *
bf_database_create (const char *path, GError **error)
{
  int descriptor = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  int problem = errno;
  g_autofree char *name = display_name (path);

  if (descriptor >= 0)
    {
      close (descriptor);
      return bf_database_open (path, BF_OPEN_DEFAULT, error);
    }
  if (problem == EEXIST)
    fail_exists (path, error);
  else
    g_set_error (error,
                 BF_DOCUMENT_ERROR,
                 problem == ENOSPC ? BF_DOCUMENT_ERROR_FULL : BF_DOCUMENT_ERROR_IO,
                 /* Translators: the name of a file, what the system says. */
                 _ ("“%s” cannot be made: %s."),
                 name,
                 g_strerror (problem));
  return NULL;
}

void
bf_database_free (BfDatabase *database)
{
  g_clear_pointer (&database->statements, g_hash_table_unref);
  sqlite3_close (database->handle);
  g_free (database->path);
  g_free (database);
}

/* --- Copying ------------------------------------------------------------------------------ */

static gboolean
backup_to (BfDatabase *database, const char *draft, const char *path, GError **error)
{
  BfDatabase target = { .path = (char *) path }; /* the name that a complaint bears */
  sqlite3_backup *backup = NULL;
  int code =
      sqlite3_open_v2 (draft, &target.handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    backup = sqlite3_backup_init (target.handle, "main", database->handle, "main");
  if (backup)
    {
      sqlite3_busy_timeout (target.handle, BF_LOCK_WAIT_MS);
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  if (!backup || code != SQLITE_OK)
    {
      bf_database_fail (&target, error);
      code = SQLITE_ERROR;
    }
  sqlite3_close (target.handle);
  return code == SQLITE_OK;
}

static gboolean
move_over (const char *from, const char *to, GError **error)
{
  g_autofree char *name = display_name (to);

  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_IO,
               /* Translators: the name of a file, what the system says. */
               _ ("“%s” cannot be made: %s."),
               name,
               g_strerror (errno));
  return FALSE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf status_a, status_b;

  return a && g_stat (a, &status_a) == 0 && g_stat (b, &status_b) == 0 &&
         status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

gboolean
bf_database_copy (BfDatabase *database, const char *path, GError **error)
{
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *draft = g_strdup_printf ("%s.%.8s.part", path, unique);
  gboolean was_claimed = database->claimed;
  gboolean done;

  if (is_same_file (database->path, path))
    return fail_exists (path, error);
  /* SQLite copies only what no transaction of this connection holds. */
  if (!bf_database_release (database, error))
    return FALSE;
  done = backup_to (database, draft, path, error) && move_over (draft, path, error);
  if (!done)
    g_unlink (draft);
  if (was_claimed)
    bf_database_claim (database, NULL);
  return done;
}
