/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-load.h"

#include <glib/gi18n-lib.h>

#include "bf-schema.h"
#include "bf-value.h"

void
bf_finding_add (GPtrArray *findings,
                const BfRecord *record,
                const char *key,
                const char *column,
                char *sentence)
{
  BfFinding *finding;

  if (!findings)
    {
      g_free (sentence);
      return;
    }
  finding = g_new0 (BfFinding, 1);
  finding->record = record;
  finding->key = g_strdup (key);
  finding->column = g_strdup (column);
  finding->sentence = sentence;
  g_ptr_array_add (findings, finding);
}

static void
add_bad_value (GPtrArray *findings,
               const BfRecord *record,
               const BfField *field,
               const char *key,
               const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);

  bf_finding_add (
      findings,
      record,
      key,
      field->column,
      /* Translators: what stands in the file, the name of the column. */
      g_strdup_printf (_ ("“%s” is no value for %s and was left out."), valid, _ (field->label)));
}

/* A damaged or hostile file may hold what is no text; a row still needs an id and a key. */
static const char *
readable (GStringChunk *strings, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);

  return g_string_chunk_insert (strings, *valid ? valid : "?");
}

void
bf_load_row (const BfRecord *record,
             sqlite3_stmt *statement,
             gpointer row,
             GStringChunk *strings,
             GPtrArray *findings)
{
  BfRow *start = row;
  int column = 1;

  start->id = readable (strings, bf_column_text (statement, 0));
  for (guint i = 0; i < record->n_fields; i++)
    {
      const BfField *field = &record->fields[i];
      gboolean good = bf_value_read (field, statement, column, row, strings);

      if (i == 0 && !start->key)
        start->key = readable (strings, bf_column_text (statement, column));
      if (!good)
        add_bad_value (findings, record, field, start->key, bf_column_text (statement, column));
      column += bf_value_n_columns (field);
    }
}

static gboolean
load_table (
    BfDatabase *database, BfPlan *plan, BfRecordKind kind, GPtrArray *findings, GError **error)
{
  const BfRecord *record = bf_record (kind);
  sqlite3_stmt *rows = bf_database_query (database, error, bf_schema_select_sql (record), "");
  g_autoptr (GError) failure = NULL;

  if (!rows)
    return FALSE;
  while (bf_database_next (database, rows, &failure))
    bf_load_row (record, rows, bf_plan_add (plan, kind), bf_plan_strings (plan), findings);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

BfPlan *
bf_load_plan (BfDatabase *database, GPtrArray *findings, GError **error)
{
  g_autoptr (BfPlan) plan = bf_plan_new ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    if (!load_table (database, plan, (BfRecordKind) kind, findings, error))
      return NULL;
  bf_plan_seal (plan);
  return g_steal_pointer (&plan);
}

static gboolean
load_one (BfDatabase *database,
          const BfRecord *record,
          sqlite3_stmt *statement,
          gpointer row,
          GStringChunk *strings,
          GError **error)
{
  if (!statement || !bf_database_next (database, statement, error))
    return FALSE;
  bf_load_row (record, statement, row, strings, NULL);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
bf_load_by_id (BfDatabase *database,
               const BfRecord *record,
               const char *id,
               gpointer row,
               GStringChunk *strings,
               GError **error)
{
  return load_one (database,
                   record,
                   bf_database_query (database, error, bf_schema_select_id_sql (record), "s", id),
                   row,
                   strings,
                   error);
}

/* SQLite's NOCASE folds ASCII alone; other keys are folded here, row by row. */
static gboolean
load_by_folded_key (BfDatabase *database,
                    const BfRecord *record,
                    const char *key,
                    gpointer row,
                    GStringChunk *strings,
                    GError **error)
{
  sqlite3_stmt *rows = bf_database_query (database, error, bf_schema_select_sql (record), "");

  while (rows && bf_database_next (database, rows, error))
    if (bf_key_same (bf_column_text (rows, 1), key))
      {
        bf_load_row (record, rows, row, strings, NULL);
        sqlite3_reset (rows);
        return TRUE;
      }
  return FALSE;
}

gboolean
bf_load_by_key (BfDatabase *database,
                const BfRecord *record,
                const char *key,
                gpointer row,
                GStringChunk *strings,
                GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (key));
  sqlite3_stmt *one =
      bf_database_query (database, error, bf_schema_select_key_sql (record), "s", trimmed);
  g_autoptr (GError) failure = NULL;

  if (load_one (database, record, one, row, strings, &failure))
    return TRUE;
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return !g_str_is_ascii (trimmed) &&
         load_by_folded_key (database, record, trimmed, row, strings, error);
}
