/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-edit.h"

#include <glib/gi18n-lib.h>

#include "bf-carry.h"
#include "bf-diary.h"
#include "bf-document-private.h"
#include "bf-edit-private.h"
#include "bf-load.h"
#include "bf-net.h"
#include "bf-schema.h"
#include "bf-uuid.h"
#include "bf-value.h"

struct _BfEdit
{
  BfDocument *document;
  BfDatabase *database;
  gint64 id;
  gboolean over; /* committed, or rolled back by a failing disk */
  GStringChunk *strings;
  /* Folded keys that are not ASCII, which SQLite's NOCASE cannot compare; made when needed. */
  GHashTable *wide_keys[BF_N_RECORDS];
};

/* --- Refusing ----------------------------------------------------------------------------- */

static gboolean
check_open (BfEdit *edit, GError **error)
{
  if (edit->database->failed || sqlite3_get_autocommit (edit->database->handle))
    edit->over = TRUE;
  if (!edit->over)
    return TRUE;
  g_set_error_literal (error,
                       BF_DOCUMENT_ERROR,
                       BF_DOCUMENT_ERROR_EDIT,
                       _ ("This change has ended already; begin it again."));
  return FALSE;
}

static gboolean
fail_no_row (const BfRecord *record, const char *key, GError **error)
{
  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_NO_ROW,
               /* Translators: what kind of row, such as System; its key. */
               _ ("There is no %s “%s”."),
               _ (record->label),
               key ? key : "");
  return FALSE;
}

static gboolean
fail_duplicate (const BfRecord *record, const char *key, GError **error)
{
  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_DUPLICATE,
               /* Translators: what kind of row, such as System; its key. */
               _ ("There is a %s “%s” already."),
               _ (record->label),
               key);
  return FALSE;
}

static gboolean
fail_value (const BfRecord *record, const char *key, const char *sentence, GError **error)
{
  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_VALUE,
               "%s “%s”: %s",
               _ (record->label),
               key ? key : "",
               sentence);
  return FALSE;
}

static gboolean
check_key (const BfRecord *record, const char *key, GError **error)
{
  g_autofree char *trimmed = key ? g_strstrip (g_strdup (key)) : NULL;

  if (!trimmed || !*trimmed)
    return fail_value (record, key, _ ("A key is wanted here."), error);
  return TRUE;
}

/* --- Keys beyond ASCII -------------------------------------------------------------------- */

static GHashTable *
wide_keys (BfEdit *edit, const BfRecord *record)
{
  GHashTable *keys = edit->wide_keys[record->kind];
  sqlite3_stmt *rows;

  if (keys)
    return keys;
  keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rows = bf_database_query (edit->database, NULL, bf_schema_select_sql (record), "");
  while (rows && bf_database_next (edit->database, rows, NULL))
    if (!g_str_is_ascii (bf_column_text (rows, 1)))
      g_hash_table_add (keys, bf_key_fold (bf_column_text (rows, 1)));
  edit->wide_keys[record->kind] = keys;
  return keys;
}

/* ASCII keys are left to the table's UNIQUE. */
static gboolean
is_taken (BfEdit *edit, const BfRecord *record, const char *key)
{
  g_autofree char *folded = NULL;

  if (g_str_is_ascii (key))
    return FALSE;
  folded = bf_key_fold (key);
  return g_hash_table_contains (wide_keys (edit, record), folded);
}

static void
note_key (BfEdit *edit, const BfRecord *record, const char *key)
{
  if (!g_str_is_ascii (key) && edit->wide_keys[record->kind])
    g_hash_table_add (edit->wide_keys[record->kind], bf_key_fold (key));
}

static void
forget_keys (BfEdit *edit, const BfRecord *record)
{
  g_clear_pointer (&edit->wide_keys[record->kind], g_hash_table_unref);
}

/* --- Writing ------------------------------------------------------------------------------ */

/* Runs a bound statement that gives no rows. */
static gboolean
finish (BfEdit *edit, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;

  bf_database_next (edit->database, statement, &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* @row holds the row before; @value, another struct of the type, the field's new value. */
static gboolean
write_field (BfEdit *edit,
             const BfRecord *record,
             const BfRow *row,
             const BfField *field,
             gconstpointer value,
             GError **error)
{
  guint index = (guint) (field - record->fields);
  const BfRow *renamed = value;
  sqlite3_stmt *update =
      bf_database_query (edit->database, error, bf_schema_update_sql (record, index), "");

  if (!update)
    return FALSE;
  bf_value_bind (field, update, 1, value);
  sqlite3_bind_text (update, bf_value_n_columns (field) + 1, row->id, -1, SQLITE_TRANSIENT);
  if (!finish (edit, update, error))
    return FALSE;
  if (index > 0)
    return TRUE;
  forget_keys (edit, record);
  return bf_carry_key (edit, record, row->key, renamed->key, error);
}

static gboolean
rename_is_free (
    BfEdit *edit, const BfRecord *record, const BfRow *row, const char *new_key, GError **error)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (256);
  g_autofree gpointer other = g_malloc0 (record->size);

  if (!check_key (record, new_key, error))
    return FALSE;
  if (bf_load_by_key (edit->database, record, new_key, other, strings, NULL) &&
      !g_str_equal (((BfRow *) other)->id, row->id))
    return fail_duplicate (record, new_key, error);
  return TRUE;
}

/* Several statements that happen together or not at all. */
static gboolean
begin_step (BfEdit *edit, GError **error)
{
  return check_open (edit, error) && bf_database_run (edit->database, error, "SAVEPOINT step", "");
}

static gboolean
end_step (BfEdit *edit, gboolean done)
{
  if (sqlite3_get_autocommit (edit->database->handle))
    {
      edit->over = TRUE;
      return FALSE;
    }
  if (!done)
    bf_database_run (edit->database, NULL, "ROLLBACK TO step", "");
  bf_database_run (edit->database, NULL, "RELEASE step", "");
  return done;
}

/* The row with that key into @row; a sentence when there is none. */
static gboolean
find_row (BfEdit *edit, const BfRecord *record, const char *key, gpointer row, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!check_open (edit, error))
    return FALSE;
  g_string_chunk_clear (edit->strings);
  if (key && bf_load_by_key (edit->database, record, key, row, edit->strings, &failure))
    return TRUE;
  if (!failure)
    return fail_no_row (record, key, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* @before is the row; @value another struct of the type that holds the field's new value. */
static gboolean
change_field (BfEdit *edit,
              const BfRecord *record,
              const BfRow *before,
              const BfField *field,
              gconstpointer value,
              GError **error)
{
  gboolean done;

  if (bf_value_same (field, before, value))
    return TRUE;
  if (field != record->fields)
    return write_field (edit, record, before, field, value, error);
  if (!rename_is_free (edit, record, before, ((const BfRow *) value)->key, error) ||
      !begin_step (edit, error))
    return FALSE;
  done = write_field (edit, record, before, field, value, error);
  return end_step (edit, done);
}

gboolean
bf_edit_set (BfEdit *edit,
             BfRecordKind kind,
             const char *key,
             const char *column,
             const char *text,
             GError **error)
{
  const BfRecord *record = bf_record (kind);
  const BfField *field = bf_record_field (record, column);
  g_autofree gpointer before = g_malloc0 (record->size);
  g_autofree gpointer after = g_malloc0 (record->size);
  g_autofree char *trimmed = NULL;

  if (!field)
    {
      g_set_error (error,
                   BF_DOCUMENT_ERROR,
                   BF_DOCUMENT_ERROR_COLUMN,
                   /* Translators: the name of a column, what kind of row. */
                   _ ("There is no column “%s” in %s."),
                   column,
                   _ (record->plural));
      return FALSE;
    }
  if (!find_row (edit, record, key, before, error))
    return FALSE;
  if (text && !g_utf8_validate (text, -1, NULL))
    return fail_value (record, key, _ ("The text is not UTF-8."), error);
  if (field == record->fields)
    text = trimmed = g_strstrip (g_strdup (text ? text : ""));
  return bf_field_set (field, after, edit->strings, text, error) &&
         change_field (edit, record, before, field, after, error);
}

gboolean
bf_edit_set_diary (BfEdit *edit,
                   const BfRecord *record,
                   const char *id,
                   const BfField *field,
                   const char *diary_text,
                   GError **error)
{
  g_autofree gpointer before = g_malloc0 (record->size);
  g_autofree gpointer after = g_malloc0 (record->size);
  g_autoptr (GError) failure = NULL;

  if (!check_open (edit, error))
    return FALSE;
  g_string_chunk_clear (edit->strings);
  if (bf_load_by_id (edit->database, record, id, before, edit->strings, &failure))
    return bf_value_set_diary (field, after, edit->strings, diary_text, error) &&
           change_field (edit, record, before, field, after, error);
  if (!failure)
    return fail_no_row (record, id, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- Rows --------------------------------------------------------------------------------- */

static gboolean
insert_with_id (
    BfEdit *edit, const BfRecord *record, gconstpointer row, const char *id, GError **error)
{
  sqlite3_stmt *insert =
      bf_database_query (edit->database, error, bf_schema_insert_sql (record), "s", id);
  g_autofree char *key = g_strstrip (g_strdup (((const BfRow *) row)->key));
  int index = 3;

  if (!insert)
    return FALSE;
  sqlite3_bind_text (insert, 2, key, -1, SQLITE_TRANSIENT);
  for (guint i = 1; i < record->n_fields; i++)
    {
      bf_value_bind (&record->fields[i], insert, index, row);
      index += bf_value_n_columns (&record->fields[i]);
    }
  return finish (edit, insert, error);
}

/* The id made of a key may still belong to a row that was renamed since: take the next one. */
static gboolean
insert_new (BfEdit *edit, const BfRecord *record, const BfRow *row, GError **error)
{
  for (guint attempt = 0;; attempt++)
    {
      g_autofree char *id = bf_uuid_for_key (record->table, row->key, attempt);
      g_autoptr (GError) failure = NULL;

      if (insert_with_id (edit, record, row, id, &failure))
        return TRUE;
      if (attempt < 100 &&
          sqlite3_extended_errcode (edit->database->handle) == SQLITE_CONSTRAINT_PRIMARYKEY)
        continue;
      if (g_error_matches (failure, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_DUPLICATE))
        return fail_duplicate (record, row->key, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
}

gboolean
bf_edit_insert (BfEdit *edit, BfRecordKind kind, gconstpointer row, GError **error)
{
  const BfRecord *record = bf_record (kind);
  const BfRow *start = row;
  g_autoptr (GError) failure = NULL;

  if (!check_open (edit, error) || !check_key (record, start->key, error))
    return FALSE;
  if (is_taken (edit, record, start->key))
    return fail_duplicate (record, start->key, error);
  if (!start->id && !insert_new (edit, record, start, error))
    return FALSE;
  if (start->id && !insert_with_id (edit, record, row, start->id, &failure))
    {
      if (g_error_matches (failure, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_DUPLICATE))
        return fail_duplicate (record, start->key, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  note_key (edit, record, start->key);
  return TRUE;
}

gboolean
bf_edit_insert_json (BfEdit *edit, const BfRecord *record, const char *json, GError **error)
{
  g_autofree gpointer other = g_malloc0 (record->size);
  g_autofree char *key = bf_net_json_text (edit->database, json, record->fields);
  g_autoptr (GError) failure = NULL;

  if (!check_key (record, key, error))
    return FALSE;
  if (find_row (edit, record, key, other, &failure))
    return fail_duplicate (record, key, error);
  if (!g_error_matches (failure, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_NO_ROW))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  forget_keys (edit, record);
  return bf_database_run (edit->database, error, bf_schema_insert_json_sql (record), "s", json);
}

static gboolean
put_fields (BfEdit *edit,
            const BfRecord *record,
            const BfRow *before,
            gconstpointer row,
            gboolean erase,
            BfRowOutcome *outcome,
            GError **error)
{
  *outcome = BF_ROW_UNCHANGED;
  for (guint i = 1; i < record->n_fields; i++)
    {
      const BfField *field = &record->fields[i];

      if ((!erase && bf_field_is_blank (field, row)) || bf_value_same (field, before, row))
        continue;
      if (!write_field (edit, record, before, field, row, error))
        return FALSE;
      *outcome = BF_ROW_CHANGED;
    }
  return TRUE;
}

gboolean
bf_edit_put (BfEdit *edit,
             BfRecordKind kind,
             gconstpointer row,
             gboolean erase,
             BfRowOutcome *outcome,
             GError **error)
{
  const BfRecord *record = bf_record (kind);
  const BfRow *start = row;
  g_autofree gpointer before = g_malloc0 (record->size);
  g_autoptr (GError) failure = NULL;
  BfRowOutcome happened = BF_ROW_ADDED;
  gboolean done;

  if (!check_key (record, start->key, error) || !begin_step (edit, error))
    return FALSE;
  if (find_row (edit, record, start->key, before, &failure))
    done = put_fields (edit, record, before, row, erase, &happened, error);
  else if (g_error_matches (failure, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_NO_ROW))
    done = bf_edit_insert (edit, kind, row, error);
  else
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      done = FALSE;
    }
  if (outcome)
    *outcome = happened;
  return end_step (edit, done);
}

gboolean
bf_edit_delete_id (BfEdit *edit, const BfRecord *record, const char *id, GError **error)
{
  forget_keys (edit, record);
  return check_open (edit, error) &&
         bf_database_run (edit->database, error, bf_schema_delete_sql (record), "s", id);
}

gboolean
bf_edit_delete (BfEdit *edit, BfRecordKind kind, const char *key, GError **error)
{
  const BfRecord *record = bf_record (kind);
  g_autofree gpointer row = g_malloc0 (record->size);

  return find_row (edit, record, key, row, error) &&
         bf_edit_delete_id (edit, record, ((BfRow *) row)->id, error);
}

/* --- Beginning and ending ----------------------------------------------------------------- */

/* A file that was moved or replaced by another program must not be written as if it were ours. */
static gboolean
check_in_place (BfDatabase *database, GError **error)
{
  int moved = 0;

  if (database->path)
    sqlite3_file_control (database->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (!moved)
    return TRUE;
  g_set_error (
      error,
      BF_DOCUMENT_ERROR,
      BF_DOCUMENT_ERROR_IO,
      /* Translators: the path of a file. */
      _ ("“%s” was moved, deleted or replaced by another program. Open it again, or save a "
         "copy of what you see here."),
      database->path);
  return FALSE;
}

static gboolean
check_may_begin (BfDocument *document, GError **error)
{
  if (document->edit)
    g_set_error_literal (error,
                         BF_DOCUMENT_ERROR,
                         BF_DOCUMENT_ERROR_EDIT,
                         _ ("Another change is still under way. Try again when it has ended."));
  else if (document->database->read_only)
    g_set_error_literal (error,
                         BF_DOCUMENT_ERROR,
                         BF_DOCUMENT_ERROR_READ_ONLY,
                         bf_document_read_only_sentence (document));
  else
    return check_in_place (document->database, error) &&
           bf_database_claim (document->database, error);
  return FALSE;
}

BfEdit *
bf_edit_begin (
    BfDocument *document, const char *label, const char *reason, gint64 undoes, GError **error)
{
  BfEdit *edit;
  gint64 id;

  if (!check_may_begin (document, error))
    return NULL;
  id = bf_diary_begin (document->database, label, reason, undoes, error);
  if (!id)
    {
      bf_database_rollback (document->database);
      return NULL;
    }
  edit = g_new0 (BfEdit, 1);
  edit->document = g_object_ref (document);
  edit->database = document->database;
  edit->id = id;
  edit->strings = g_string_chunk_new (512);
  document->edit = edit;
  return edit;
}

gint64
bf_edit_get_id (BfEdit *edit)
{
  return edit->id;
}

BfDatabase *
bf_edit_get_database (BfEdit *edit)
{
  return edit->database;
}

static void
close_edit (BfEdit *edit)
{
  edit->over = TRUE;
  edit->document->edit = NULL;
}

gboolean
bf_edit_commit (BfEdit *edit, GError **error)
{
  if (!check_open (edit, error))
    return FALSE;
  if (!bf_diary_has_changes (edit->database, edit->id))
    {
      close_edit (edit);
      bf_database_rollback (edit->database);
      return TRUE;
    }
  if (!bf_diary_end (edit->database, edit->id, error) ||
      !bf_database_commit (edit->database, error))
    {
      close_edit (edit);
      bf_database_rollback (edit->database);
      return FALSE;
    }
  close_edit (edit);
  bf_document_edited (edit->document, edit->id);
  return TRUE;
}

void
bf_edit_abandon (BfEdit *edit)
{
  if (edit->document->edit == edit)
    {
      close_edit (edit);
      bf_database_rollback (edit->database);
    }
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    g_clear_pointer (&edit->wide_keys[kind], g_hash_table_unref);
  g_string_chunk_free (edit->strings);
  g_object_unref (edit->document);
  g_free (edit);
}
