/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-diary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-load.h"
#include "bf-net.h"
#include "bf-schema.h"
#include "bf-value.h"

/* --- Values ------------------------------------------------------------------------------- */

void
bf_history_entry_free (BfHistoryEntry *entry)
{
  g_free (entry->uuid);
  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->label);
  g_free (entry->reason);
  g_free (entry->hash);
  g_free (entry);
}

void
bf_change_free (BfChange *change)
{
  g_free (change->row);
  g_free (change->key);
  g_free (change->column);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

void
bf_conflict_free (BfConflict *conflict)
{
  g_free (conflict->row);
  g_free (conflict->key);
  g_free (conflict->column);
  g_free (conflict->base);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

void
bf_finding_free (BfFinding *finding)
{
  g_free (finding->key);
  g_free (finding->column);
  g_free (finding->sentence);
  g_free (finding);
}

/* --- Beginning and ending ----------------------------------------------------------------- */

/* BF_WHO stands in for the login where many people share one, and in tests. */
static const char *
login_name (void)
{
  const char *given = g_getenv ("BF_WHO");
  const char *real = g_get_real_name ();

  if (given && *given)
    return given;
  return real && *real && !g_str_equal (real, "Unknown") ? real : g_get_user_name ();
}

gint64
bf_diary_begin (
    BfDatabase *database, const char *label, const char *reason, gint64 undoes, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *uuid = g_uuid_string_random ();

  if (!bf_database_run (
          database,
          error,
          "INSERT INTO edit (uuid, at, who, label, reason, undoes, previous_hash) VALUES"
          " (?, ?, ?, ?, ?, nullif (?, 0),"
          " coalesce ((SELECT hash FROM edit WHERE id = (SELECT max (id) FROM edit)), ''))",
          "sssssi",
          uuid,
          at,
          login_name (),
          label,
          reason && *reason ? reason : NULL,
          undoes))
    return 0;
  return sqlite3_last_insert_rowid (database->handle);
}

static void
hash_field (GChecksum *sum, sqlite3_stmt *statement, int column)
{
  const char *text = bf_column_text (statement, column);
  int size = sqlite3_column_bytes (statement, column);
  char length[24];

  if (!text)
    {
      g_checksum_update (sum, (const guchar *) "-;", 2);
      return;
    }
  g_snprintf (length, sizeof length, "%d:", size);
  g_checksum_update (sum, (const guchar *) length, -1);
  g_checksum_update (sum, (const guchar *) text, size);
  g_checksum_update (sum, (const guchar *) ";", 1);
}

static gboolean
hash_rows (BfDatabase *database,
           GChecksum *sum,
           const char *sql,
           int n_columns,
           gint64 edit,
           GError **error)
{
  sqlite3_stmt *rows = bf_database_query (database, error, sql, "i", edit);
  g_autoptr (GError) failure = NULL;

  if (!rows)
    return FALSE;
  while (bf_database_next (database, rows, &failure))
    for (int column = 0; column < n_columns; column++)
      hash_field (sum, rows, column);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static char *
compute_hash (BfDatabase *database, gint64 edit, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!hash_rows (database,
                  sum,
                  "SELECT e.previous_hash, e.uuid, e.at, e.who, e.label, e.reason, u.uuid"
                  " FROM edit AS e LEFT JOIN edit AS u ON u.id = e.undoes WHERE e.id = ?",
                  7,
                  edit,
                  error) ||
      !hash_rows (database,
                  sum,
                  "SELECT tbl, row, col, old, new FROM change WHERE edit = ? ORDER BY id",
                  5,
                  edit,
                  error))
    return NULL;
  return g_strdup (g_checksum_get_string (sum));
}

gboolean
bf_diary_end (BfDatabase *database, gint64 edit, GError **error)
{
  g_autofree char *hash = compute_hash (database, edit, error);

  return hash && bf_database_run (
                     database, error, "UPDATE edit SET hash = ? WHERE id = ?", "si", hash, edit);
}

gboolean
bf_diary_has_changes (BfDatabase *database, gint64 edit)
{
  sqlite3_stmt *row =
      bf_database_query (database, NULL, "SELECT 1 FROM change WHERE edit = ? LIMIT 1", "i", edit);
  gboolean found = row && bf_database_next (database, row, NULL);

  if (found)
    sqlite3_reset (row);
  return found;
}

gint64
bf_diary_last (BfDatabase *database)
{
  return bf_database_number (database, "SELECT max (id) FROM edit", 0);
}

/* --- Telling ------------------------------------------------------------------------------ */

/* A hostile file may hold what is no text. */
static char *
dup_column (sqlite3_stmt *statement, int column)
{
  const char *text = bf_column_text (statement, column);

  return text ? g_utf8_make_valid (text, -1) : NULL;
}

GPtrArray *
bf_diary_history (BfDatabase *database, GError **error)
{
  sqlite3_stmt *rows = bf_database_query (
      database,
      error,
      "SELECT id, uuid, at, who, label, reason, undoes, hash,"
      " (SELECT count (*) FROM change WHERE change.edit = edit.id) FROM edit ORDER BY id",
      "");
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) bf_history_entry_free);
  g_autoptr (GError) failure = NULL;

  if (!rows)
    return NULL;
  while (bf_database_next (database, rows, &failure))
    {
      BfHistoryEntry *entry = g_new0 (BfHistoryEntry, 1);

      entry->id = sqlite3_column_int64 (rows, 0);
      entry->uuid = dup_column (rows, 1);
      entry->at = dup_column (rows, 2);
      entry->who = dup_column (rows, 3);
      entry->label = dup_column (rows, 4);
      entry->reason = dup_column (rows, 5);
      entry->undoes = sqlite3_column_int64 (rows, 6);
      entry->hash = dup_column (rows, 7);
      entry->n_changes = (guint) sqlite3_column_int64 (rows, 8);
      g_ptr_array_add (entries, entry);
    }
  if (!failure)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static char *
first_text (BfDatabase *database, sqlite3_stmt *statement)
{
  char *text = NULL;

  if (statement && bf_database_next (database, statement, NULL))
    {
      text = dup_column (statement, 0);
      sqlite3_reset (statement);
    }
  return text;
}

char *
bf_diary_row_json (BfDatabase *database, const BfRecord *record, const char *id)
{
  return first_text (
      database, bf_database_query (database, NULL, bf_schema_select_json_sql (record), "s", id));
}

static char *
key_now (BfDatabase *database, const BfRecord *record, const char *id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT \"%s\" FROM \"%s\" WHERE id = ?", record->fields[0].column, record->table);

  return first_text (database, bf_database_query (database, NULL, sql, "s", id));
}

char *
bf_diary_last_json (BfDatabase *database, const BfRecord *record, const char *id)
{
  return first_text (
      database,
      bf_database_query (database,
                         NULL,
                         "SELECT old FROM change WHERE tbl = ? AND row = ?"
                         " AND col = '' AND old IS NOT NULL ORDER BY id DESC LIMIT 1",
                         "ss",
                         record->table,
                         id));
}

char *
bf_diary_key (BfDatabase *database, const BfRecord *record, const char *id)
{
  char *key = key_now (database, record, id);
  g_autofree char *json = key ? NULL : bf_diary_last_json (database, record, id);

  return json ? bf_net_json_text (database, json, &record->fields[0]) : key;
}

/* A whole row that is gone has its key in its own JSON, without a search. */
static char *
key_of_change (BfDatabase *database, const BfChange *change)
{
  const char *json = change->new_value ? change->new_value : change->old_value;
  char *key;

  if (change->column)
    return bf_diary_key (database, change->record, change->row);
  key = key_now (database, change->record, change->row);
  if (key)
    return key;
  return bf_net_json_text (database, json, change->record->fields);
}

static char *
value_for_people (const BfRecord *record, const char *column, const char *text)
{
  const BfField *field = bf_record_field (record, column);

  return field ? bf_value_canonical (record, field, text) : g_strdup (text);
}

/* NULL for a note about the diary itself and for tables that this version does not know. */
static BfChange *
read_change (sqlite3_stmt *rows)
{
  const BfRecord *record = bf_record_for_table (bf_column_text (rows, 0));
  const char *column = bf_column_text (rows, 2);
  g_autofree char *old_text = dup_column (rows, 3);
  g_autofree char *new_text = dup_column (rows, 4);
  BfChange *change;

  if (!record)
    return NULL;
  change = g_new0 (BfChange, 1);
  change->record = record;
  change->row = dup_column (rows, 1);
  change->column = *column ? g_strdup (column) : NULL;
  change->old_value = value_for_people (record, column, old_text);
  change->new_value = value_for_people (record, column, new_text);
  return change;
}

GPtrArray *
bf_diary_changes (BfDatabase *database, gint64 edit, GError **error)
{
  sqlite3_stmt *rows =
      bf_database_query (database,
                         error,
                         "SELECT tbl, row, col, old, new FROM change WHERE edit = ? ORDER BY id",
                         "i",
                         edit);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_change_free);
  g_autoptr (GError) failure = NULL;

  if (!rows)
    return NULL;
  while (bf_database_next (database, rows, &failure))
    {
      BfChange *change = read_change (rows);

      if (change)
        g_ptr_array_add (changes, change);
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      BfChange *change = g_ptr_array_index (changes, i);

      change->key = key_of_change (database, change);
    }
  return g_steal_pointer (&changes);
}

/* --- The chain ---------------------------------------------------------------------------- */

static void
check_link (BfDatabase *database,
            const BfHistoryEntry *entry,
            const char *previous,
            const char *claimed_previous,
            const char *claimed,
            GPtrArray *findings)
{
  g_autofree char *hash = compute_hash (database, entry->id, NULL);

  if (g_strcmp0 (previous, claimed_previous) != 0)
    bf_finding_add (
        findings,
        NULL,
        NULL,
        NULL,
        /* Translators: number and name of an edit. */
        g_strdup_printf (
            _ ("Edit %d “%s” does not follow the one before it: the past was rewritten."),
            (int) entry->id,
            entry->label));
  if (g_strcmp0 (hash, claimed) != 0)
    bf_finding_add (
        findings,
        NULL,
        NULL,
        NULL,
        /* Translators: number and name of an edit. */
        g_strdup_printf (_ ("Edit %d “%s” does not bear its own hash: it was rewritten."),
                         (int) entry->id,
                         entry->label));
}

gboolean
bf_diary_verify (BfDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) entries = bf_diary_history (database, error);
  g_autofree char *previous = g_strdup ("");

  if (!entries)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const BfHistoryEntry *entry = g_ptr_array_index (entries, i);
      sqlite3_stmt *row = bf_database_query (
          database, error, "SELECT previous_hash, hash FROM edit WHERE id = ?", "i", entry->id);
      g_autofree char *claimed_previous = NULL;
      g_autofree char *claimed = NULL;

      if (!row || !bf_database_next (database, row, error))
        return FALSE;
      claimed_previous = dup_column (row, 0);
      claimed = dup_column (row, 1);
      sqlite3_reset (row);
      check_link (database, entry, previous, claimed_previous, claimed, findings);
      g_free (previous);
      previous = g_strdup (claimed ? claimed : "");
    }
  return TRUE;
}
