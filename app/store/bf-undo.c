/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-undo.h"

#include <glib/gi18n-lib.h>

#include "bf-diary.h"
#include "bf-document-private.h"
#include "bf-edit-private.h"
#include "bf-net.h"
#include "bf-value.h"

/* --- The two stacks ----------------------------------------------------------------------- */

BfUndo *
bf_undo_new (void)
{
  BfUndo *undo = g_new0 (BfUndo, 1);

  undo->done = g_array_new (FALSE, FALSE, sizeof (gint64));
  undo->undone = g_array_new (FALSE, FALSE, sizeof (gint64));
  return undo;
}

void
bf_undo_free (BfUndo *undo)
{
  g_array_unref (undo->done);
  g_array_unref (undo->undone);
  g_free (undo->undo_label);
  g_free (undo->redo_label);
  g_free (undo);
}

static gint64
top (const GArray *stack)
{
  return stack->len ? g_array_index (stack, gint64, stack->len - 1) : 0;
}

static void
push (BfUndo *undo, gint64 edit, gint64 undoes)
{
  if (undoes && undoes == top (undo->done))
    {
      g_array_set_size (undo->done, undo->done->len - 1);
      g_array_append_val (undo->undone, edit);
      return;
    }
  if (undoes && undoes == top (undo->undone))
    g_array_set_size (undo->undone, undo->undone->len - 1);
  else
    g_array_set_size (undo->undone, 0);
  g_array_append_val (undo->done, edit);
}

static char *
label_of (BfDatabase *database, gint64 edit)
{
  sqlite3_stmt *row =
      bf_database_query (database, NULL, "SELECT label FROM edit WHERE id = ?", "i", edit);
  char *label = NULL;

  if (edit && row && bf_database_next (database, row, NULL))
    {
      label = g_strdup (bf_column_text (row, 0));
      sqlite3_reset (row);
    }
  return label;
}

static void
read_after (BfUndo *undo, BfDatabase *database, gint64 after)
{
  sqlite3_stmt *rows = bf_database_query (
      database, NULL, "SELECT id, undoes FROM edit WHERE id > ? ORDER BY id", "i", after);

  while (rows && bf_database_next (database, rows, NULL))
    push (undo, sqlite3_column_int64 (rows, 0), sqlite3_column_int64 (rows, 1));
  g_free (undo->undo_label);
  g_free (undo->redo_label);
  undo->undo_label = label_of (database, top (undo->done));
  undo->redo_label = label_of (database, top (undo->undone));
}

void
bf_undo_reload (BfUndo *undo, BfDatabase *database, gint64 after)
{
  g_array_set_size (undo->done, 0);
  g_array_set_size (undo->undone, 0);
  read_after (undo, database, after);
}

void
bf_undo_note (BfUndo *undo, BfDatabase *database, gint64 edit)
{
  read_after (undo, database, edit - 1);
}

gint64
bf_undo_next (const BfUndo *undo)
{
  return top (undo->done);
}

gint64
bf_redo_next (const BfUndo *undo)
{
  return top (undo->undone);
}

/* --- Taking back -------------------------------------------------------------------------- */

/* A note about the diary is taken back by the opposite note. */
static gboolean
reverse_note (BfEdit *edit, sqlite3_stmt *change, GError **error)
{
  return bf_database_run (
      bf_edit_get_database (edit),
      error,
      "INSERT INTO change (edit, tbl, row, col, old, new) VALUES (?, ?, ?, ?, ?, ?)",
      "isssss",
      bf_edit_get_id (edit),
      bf_column_text (change, 0),
      bf_column_text (change, 1),
      bf_column_text (change, 2),
      bf_column_text (change, 4),
      bf_column_text (change, 3));
}

static gboolean
reverse_change (BfEdit *edit, sqlite3_stmt *change, GError **error)
{
  const char *table = bf_column_text (change, 0);
  const BfRecord *record = bf_record_for_table (table);
  const char *id = bf_column_text (change, 1);
  const char *column = bf_column_text (change, 2);
  const char *old_text = bf_column_text (change, 3);
  const BfField *field = record ? bf_record_field (record, column) : NULL;

  if (g_str_equal (table, BF_DIARY_TABLE))
    return reverse_note (edit, change, error);
  if (field)
    return bf_edit_set_diary (edit, record, id, field, old_text, error);
  if (!record || *column)
    return TRUE; /* a column that a migration took away */
  if (old_text)
    return bf_edit_insert_json (edit, record, old_text, error);
  return bf_edit_delete_id (edit, record, id, error);
}

/* Backwards through the edit, so that every state on the way has been there before. */
static gboolean
reverse_edit (BfEdit *edit, gint64 undone, GError **error)
{
  BfDatabase *database = bf_edit_get_database (edit);
  sqlite3_stmt *changes = bf_database_query (
      database,
      error,
      "SELECT tbl, row, col, old, new FROM change WHERE edit = ? ORDER BY id DESC",
      "i",
      undone);
  g_autoptr (GError) failure = NULL;

  if (!changes)
    return FALSE;
  while (bf_database_next (database, changes, &failure))
    if (!reverse_change (edit, changes, &failure))
      break;
  sqlite3_reset (changes);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
take_back (BfDocument *document, gint64 undone, GError **error)
{
  g_autofree char *label = label_of (document->database, undone);
  g_autoptr (BfEdit) edit = bf_edit_begin (document, label, NULL, undone, error);

  return edit && reverse_edit (edit, undone, error) && bf_edit_commit (edit, error);
}

static gboolean
fail_nothing (const char *sentence, GError **error)
{
  g_set_error_literal (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_NOTHING, sentence);
  return FALSE;
}

gboolean
bf_document_undo (BfDocument *document, GError **error)
{
  gint64 next = bf_undo_next (document->undo);

  return next ? take_back (document, next, error)
              : fail_nothing (_ ("There is nothing to undo."), error);
}

gboolean
bf_document_redo (BfDocument *document, GError **error)
{
  gint64 next = bf_redo_next (document->undo);

  return next ? take_back (document, next, error)
              : fail_nothing (_ ("There is nothing to redo."), error);
}

/* --- Reverting an older edit -------------------------------------------------------------- */

static void
add_conflict (GPtrArray *conflicts,
              BfDatabase *database,
              const BfNetRow *row,
              const BfField *field,
              const char *base,
              const char *ours,
              const char *theirs)
{
  BfConflict *conflict = g_new0 (BfConflict, 1);

  conflict->record = row->record;
  conflict->row = g_strdup (row->id);
  conflict->key = bf_diary_key (database, row->record, row->id);
  conflict->column = field ? g_strdup (field->column) : NULL;
  conflict->base = field ? bf_value_canonical (row->record, field, base) : g_strdup (base);
  conflict->ours = field ? bf_value_canonical (row->record, field, ours) : g_strdup (ours);
  conflict->theirs = field ? bf_value_canonical (row->record, field, theirs) : g_strdup (theirs);
  g_ptr_array_add (conflicts, conflict);
}

static void
add_row_conflict (GPtrArray *conflicts, BfDatabase *database, BfNetRow *row, BfNetRow *later)
{
  g_autofree char *now = bf_diary_row_json (database, row->record, row->id);

  add_conflict (conflicts,
                database,
                row,
                NULL,
                row->is_json ? row->is_json : later->was_json,
                now,
                row->was_json ? row->was_json : later->was_json);
}

/* @row is what the edit did, @later what happened to the same row since. */
static void
find_row_conflicts (GPtrArray *conflicts, BfDatabase *database, BfNetRow *row, BfNetRow *later)
{
  gboolean came = row->is && !row->was;
  gboolean went_since = later->was && !later->is;

  if (came && went_since)
    return; /* it is gone already */
  if (row->was != row->is || later->was != later->is)
    {
      add_row_conflict (conflicts, database, row, later);
      return;
    }
  for (guint i = 0; i < row->fields->len; i++)
    {
      BfNetField *field = g_ptr_array_index (row->fields, i);
      BfNetField *since = bf_net_row_field (later, field->field);

      if (since)
        add_conflict (conflicts,
                      database,
                      row,
                      field->field,
                      field->new_text,
                      since->new_text,
                      field->old_text);
    }
}

static GPtrArray *
find_conflicts (BfDatabase *database, gint64 edit, GError **error)
{
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) bf_conflict_free);
  g_autoptr (BfNet) done = bf_net_new (database, edit, edit, error);
  g_autoptr (BfNet) since = done ? bf_net_new (database, edit + 1, G_MAXINT64, error) : NULL;

  if (!since)
    return NULL;
  for (guint i = 0; i < done->rows->len; i++)
    {
      BfNetRow *row = g_ptr_array_index (done->rows, i);
      BfNetRow *later = bf_net_find (since, row->record, row->id);

      if (later)
        find_row_conflicts (conflicts, database, row, later);
    }
  return g_steal_pointer (&conflicts);
}

static gboolean
edit_exists (BfDatabase *database, gint64 edit)
{
  g_autofree char *label = label_of (database, edit);

  return label != NULL;
}

gboolean
bf_document_revert (BfDocument *document, gint64 edit_id, GPtrArray **conflicts, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!edit_exists (document->database, edit_id))
    return fail_nothing (_ ("There is no such edit."), error);
  found = find_conflicts (document->database, edit_id, error);
  if (!found)
    return FALSE;
  if (found->len == 0)
    return take_back (document, edit_id, error);
  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_CONFLICT,
               ngettext ("%u value was changed again since, so this edit cannot be reverted.",
                         "%u values were changed again since, so this edit cannot be reverted.",
                         found->len),
               found->len);
  if (conflicts)
    *conflicts = g_steal_pointer (&found);
  return FALSE;
}
