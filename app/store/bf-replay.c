/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-replay.h"

#include <glib/gi18n-lib.h>

#include "bf-load.h"
#include "bf-schema.h"
#include "bf-value.h"

/* An empty document without diary and triggers. */
static BfDatabase *
make_stage (GError **error)
{
  g_autoptr (BfDatabase) stage = bf_database_open (NULL, BF_OPEN_DEFAULT, error);

  for (int kind = 0; stage && kind < BF_N_RECORDS; kind++)
    {
      g_autofree char *sql = bf_schema_table_sql (bf_record ((BfRecordKind) kind));

      if (!bf_database_script (stage, sql, error))
        return NULL;
    }
  return g_steal_pointer (&stage);
}

static gboolean
play_field (BfDatabase *stage,
            const BfRecord *record,
            const BfField *field,
            const char *id,
            const char *text)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (64);
  g_autofree gpointer row = g_malloc0 (record->size);
  sqlite3_stmt *update = bf_database_query (
      stage, NULL, bf_schema_update_sql (record, (guint) (field - record->fields)), "");

  if (!bf_value_set_diary (field, row, strings, text, NULL))
    return FALSE;
  bf_value_bind (field, update, 1, row);
  sqlite3_bind_text (update, bf_value_n_columns (field) + 1, id, -1, SQLITE_TRANSIENT);
  bf_database_next (stage, update, NULL);
  return TRUE;
}

/* What cannot be played will show as a row that differs. */
static void
play (BfDatabase *stage, sqlite3_stmt *change)
{
  const BfRecord *record = bf_record_for_table (bf_column_text (change, 0));
  const char *column = bf_column_text (change, 2);
  const char *new_text = bf_column_text (change, 3);
  const BfField *field = record ? bf_record_field (record, column) : NULL;

  if (field)
    play_field (stage, record, field, bf_column_text (change, 1), new_text);
  else if (record && !*column && new_text)
    bf_database_run (stage, NULL, bf_schema_insert_json_sql (record), "s", new_text);
  else if (record && !*column)
    bf_database_run (stage, NULL, bf_schema_delete_sql (record), "s", bf_column_text (change, 1));
}

static void
add_difference (GPtrArray *findings, const BfRecord *record, const char *key)
{
  bf_finding_add (
      findings,
      record,
      key,
      NULL,
      g_strdup (_ ("This row is not what the diary says: it was changed past the diary.")));
}

static gboolean
same_row (const BfRecord *record, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (!bf_value_same (&record->fields[i], a, b))
      return FALSE;
  return TRUE;
}

/* Rows of @one that @other lacks, or, with @compare, has differently. */
static gboolean
compare_table (BfDatabase *one,
               BfDatabase *other,
               const BfRecord *record,
               gboolean compare,
               GPtrArray *findings,
               GError **error)
{
  sqlite3_stmt *rows = bf_database_query (one, error, bf_schema_select_sql (record), "");
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  g_autofree gpointer row = g_malloc0 (record->size);
  g_autofree gpointer twin = g_malloc0 (record->size);
  g_autoptr (GError) failure = NULL;

  if (!rows)
    return FALSE;
  while (bf_database_next (one, rows, &failure))
    {
      g_string_chunk_clear (strings);
      bf_load_row (record, rows, row, strings, NULL);
      if (!bf_load_by_id (other, record, ((BfRow *) row)->id, twin, strings, NULL) ||
          (compare && !same_row (record, row, twin)))
        add_difference (findings, record, ((BfRow *) row)->key);
    }
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
play_all (BfDatabase *database, BfDatabase *stage, GError **error)
{
  sqlite3_stmt *changes =
      bf_database_query (database, error, "SELECT tbl, row, col, new FROM change ORDER BY id", "");
  g_autoptr (GError) failure = NULL;

  if (!changes)
    return FALSE;
  while (bf_database_next (database, changes, &failure))
    play (stage, changes);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
bf_replay_verify (BfDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (BfDatabase) stage = make_stage (error);

  if (!stage || !play_all (database, stage, error))
    return FALSE;
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfRecord *record = bf_record ((BfRecordKind) kind);

      if (!compare_table (database, stage, record, TRUE, findings, error) ||
          !compare_table (stage, database, record, FALSE, findings, error))
        return FALSE;
    }
  return TRUE;
}
