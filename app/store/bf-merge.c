/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-merge.h"

#include <glib/gi18n-lib.h>

#include "bf-carry.h"
#include "bf-diary.h"
#include "bf-document-private.h"
#include "bf-edit-private.h"
#include "bf-load.h"
#include "bf-net.h"
#include "bf-parting.h"
#include "bf-value.h"

/* What taking theirs means: a row to add, a field to set, a row to take away. */
typedef struct
{
  const BfRecord *record;
  char *id;             /* of our row */
  const BfField *field; /* NULL: the whole row */
  char *text;           /* the diary's text of the field; the row's JSON; NULL: take away */
} Step;

struct _BfMerge
{
  BfDocument *document;
  BfDocument *other;
  BfParting parting;
  gint64 compared_at; /* our last edit then */
  GPtrArray *changes;
  GPtrArray *steps; /* Step for each change */
  GPtrArray *conflicts;
  GPtrArray *conflict_steps; /* Step for each conflict, should theirs be taken */
};

static void
step_free (Step *step)
{
  g_free (step->id);
  g_free (step->text);
  g_free (step);
}

static Step *
step_new (const BfRecord *record, const char *id, const BfField *field, const char *text)
{
  Step *step = g_new0 (Step, 1);

  step->record = record;
  step->id = g_strdup (id);
  step->field = field;
  step->text = g_strdup (text);
  return step;
}

/* --- Noting ------------------------------------------------------------------------------- */

static char *
for_people (const BfRecord *record, const BfField *field, const char *text)
{
  return field ? bf_value_canonical (record, field, text) : g_strdup (text);
}

static void
note_change (BfMerge *merge, Step *step, const char *key, const char *ours)
{
  BfChange *change = g_new0 (BfChange, 1);

  change->record = step->record;
  change->row = g_strdup (step->id);
  change->key = g_strdup (key);
  change->column = step->field ? g_strdup (step->field->column) : NULL;
  change->old_value = for_people (step->record, step->field, ours);
  change->new_value = for_people (step->record, step->field, step->text);
  g_ptr_array_add (merge->changes, change);
  g_ptr_array_add (merge->steps, step);
}

static void
note_conflict (BfMerge *merge, Step *step, const char *key, const char *base, const char *ours)
{
  BfConflict *conflict = g_new0 (BfConflict, 1);

  conflict->record = step->record;
  conflict->row = g_strdup (step->id);
  conflict->key = g_strdup (key);
  conflict->column = step->field ? g_strdup (step->field->column) : NULL;
  conflict->base = for_people (step->record, step->field, base);
  conflict->ours = for_people (step->record, step->field, ours);
  conflict->theirs = for_people (step->record, step->field, step->text);
  g_ptr_array_add (merge->conflicts, conflict);
  g_ptr_array_add (merge->conflict_steps, step);
}

/* --- Comparing ---------------------------------------------------------------------------- */

/* Three texts of one field, canonical: the rule of the merge. */
static void
compare_field (BfMerge *merge,
               const BfRecord *record,
               const BfRow *ours,
               const BfField *field,
               const char *base,
               const char *theirs)
{
  g_autofree char *base_text = bf_value_canonical (record, field, base);
  g_autofree char *their_text = bf_value_canonical (record, field, theirs);
  g_autofree char *our_text = bf_field_text (field, ours);
  Step *step;

  if (g_strcmp0 (our_text, their_text) == 0 || g_strcmp0 (base_text, their_text) == 0)
    return;
  step = step_new (record, ours->id, field, their_text);
  if (g_strcmp0 (our_text, base_text) == 0)
    note_change (merge, step, ours->key, our_text);
  else
    note_conflict (merge, step, ours->key, base_text, our_text);
}

/* Both added it, under one id or one key: what one of them left blank is no conflict. */
static void
compare_added (BfMerge *merge, const BfNetRow *row, const BfRow *ours, const char *json)
{
  for (guint i = 1; i < row->record->n_fields; i++)
    {
      const BfField *field = &row->record->fields[i];
      g_autofree char *theirs = bf_net_json_text (merge->other->database, json, field);

      compare_field (merge, row->record, ours, field, NULL, theirs);
    }
}

static void
merge_came (BfMerge *merge, const BfNetRow *row)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (512);
  g_autofree gpointer ours = g_malloc0 (row->record->size);
  g_autofree char *json = bf_diary_row_json (merge->other->database, row->record, row->id);
  g_autofree char *key = bf_net_json_text (merge->other->database, json, &row->record->fields[0]);
  BfDatabase *database = merge->document->database;

  if (bf_load_by_id (database, row->record, row->id, ours, strings, NULL) ||
      bf_load_by_key (database, row->record, key, ours, strings, NULL))
    compare_added (merge, row, ours, json);
  else
    note_change (merge, step_new (row->record, row->id, NULL, json), key, NULL);
}

/* TRUE when our row is what theirs was before they took it away. */
static gboolean
is_untouched (BfMerge *merge, BfNetRow *row, gconstpointer ours)
{
  for (guint i = 0; i < row->record->n_fields; i++)
    {
      const BfField *field = &row->record->fields[i];
      const BfNetField *net = bf_net_row_field (row, field);
      g_autofree char *base = net ? g_strdup (net->old_text)
                                  : bf_net_json_text (merge->other->database, row->was_json, field);
      g_autofree char *base_text = bf_value_canonical (row->record, field, base);
      g_autofree char *our_text = bf_field_text (field, ours);

      if (g_strcmp0 (base_text, our_text) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
merge_went (BfMerge *merge, BfNetRow *row)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (512);
  g_autofree gpointer ours = g_malloc0 (row->record->size);
  g_autofree char *json = NULL;
  Step *step;

  if (!bf_load_by_id (merge->document->database, row->record, row->id, ours, strings, NULL))
    return;
  json = bf_diary_row_json (merge->document->database, row->record, row->id);
  step = step_new (row->record, row->id, NULL, NULL);
  if (is_untouched (merge, row, ours))
    note_change (merge, step, ((BfRow *) ours)->key, json);
  else
    note_conflict (merge, step, ((BfRow *) ours)->key, row->was_json, json);
}

/* We took away what they changed: a person decides whether it comes back as they have it. */
static void
conflict_with_deletion (BfMerge *merge, const BfNetRow *row)
{
  g_autofree char *theirs = bf_diary_row_json (merge->other->database, row->record, row->id);
  g_autofree char *base = bf_diary_last_json (merge->document->database, row->record, row->id);
  g_autofree char *key = bf_diary_key (merge->other->database, row->record, row->id);

  note_conflict (merge, step_new (row->record, row->id, NULL, theirs), key, base, NULL);
}

static void
merge_changed (BfMerge *merge, const BfNetRow *row)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (512);
  g_autofree gpointer ours = g_malloc0 (row->record->size);

  if (!bf_load_by_id (merge->document->database, row->record, row->id, ours, strings, NULL))
    {
      conflict_with_deletion (merge, row);
      return;
    }
  for (guint i = 0; i < row->fields->len; i++)
    {
      const BfNetField *field = g_ptr_array_index (row->fields, i);

      compare_field (merge, row->record, ours, field->field, field->old_text, field->new_text);
    }
}

static gboolean
compare (BfMerge *merge, GError **error)
{
  g_autoptr (BfNet) net =
      bf_net_new (merge->other->database, merge->parting.first, G_MAXINT64, error);

  if (!net)
    return FALSE;
  for (guint i = 0; i < net->rows->len; i++)
    {
      BfNetRow *row = g_ptr_array_index (net->rows, i);

      if (!row->was)
        merge_came (merge, row);
      else if (!row->is)
        merge_went (merge, row);
      else
        merge_changed (merge, row);
    }
  return TRUE;
}

BfMerge *
bf_merge_new (BfDocument *document, const char *other_path, GError **error)
{
  g_autoptr (BfMerge) merge = NULL;
  g_autoptr (BfDocument) other = bf_document_open (other_path, BF_OPEN_READ_ONLY, error);

  if (!other)
    return NULL;
  merge = g_new0 (BfMerge, 1);
  merge->document = g_object_ref (document);
  merge->other = g_steal_pointer (&other);
  merge->compared_at = bf_diary_last (document->database);
  merge->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_change_free);
  merge->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  merge->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_conflict_free);
  merge->conflict_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  if (!bf_parting_find (document->database, merge->other->database, &merge->parting, error) ||
      !compare (merge, error))
    return NULL;
  return g_steal_pointer (&merge);
}

void
bf_merge_free (BfMerge *merge)
{
  g_clear_object (&merge->document);
  g_clear_object (&merge->other);
  bf_parting_clear (&merge->parting);
  g_ptr_array_unref (merge->changes);
  g_ptr_array_unref (merge->steps);
  g_ptr_array_unref (merge->conflicts);
  g_ptr_array_unref (merge->conflict_steps);
  g_free (merge);
}

GPtrArray *
bf_merge_get_changes (BfMerge *merge)
{
  return merge->changes;
}

GPtrArray *
bf_merge_get_conflicts (BfMerge *merge)
{
  return merge->conflicts;
}

/* --- Applying ----------------------------------------------------------------------------- */

static gboolean
check_decided (BfMerge *merge, GError **error)
{
  guint n_open = 0;

  if (bf_diary_last (merge->document->database) != merge->compared_at)
    {
      g_set_error_literal (error,
                           BF_DOCUMENT_ERROR,
                           BF_DOCUMENT_ERROR_EDIT,
                           _ ("The plan has changed in the meantime. Compare the two again."));
      return FALSE;
    }
  for (guint i = 0; i < merge->conflicts->len; i++)
    n_open += ((BfConflict *) g_ptr_array_index (merge->conflicts, i))->choice == BF_CHOICE_OPEN;
  if (!n_open)
    return TRUE;
  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_CONFLICT,
               ngettext ("%u value was changed in both plans. Decide which one holds.",
                         "%u values were changed in both plans. Decide which ones hold.",
                         n_open),
               n_open);
  return FALSE;
}

static gboolean
apply_step (BfEdit *edit, const Step *step, GError **error)
{
  g_autoptr (GStringChunk) strings = NULL;
  g_autofree gpointer row = NULL;

  if (!step->field)
    return step->text ? bf_edit_insert_json (edit, step->record, step->text, error)
                      : bf_edit_delete_id (edit, step->record, step->id, error);
  strings = g_string_chunk_new (512);
  row = g_malloc0 (step->record->size);
  /* The key may have changed a moment ago, by the same merge. */
  if (!bf_load_by_id (bf_edit_get_database (edit), step->record, step->id, row, strings, NULL))
    return TRUE;
  return bf_edit_set (
      edit, step->record->kind, ((BfRow *) row)->key, step->field->column, step->text, error);
}

/* What goes makes room for what is renamed, and that for what comes. */
static int
rank (const Step *step)
{
  return step->field ? 1 : step->text ? 2 : 0;
}

static gboolean
apply_ranked (BfMerge *merge, BfEdit *edit, int wanted, GError **error)
{
  for (guint i = 0; i < merge->steps->len; i++)
    {
      const Step *step = g_ptr_array_index (merge->steps, i);

      if (rank (step) == wanted && !apply_step (edit, step, error))
        return FALSE;
    }
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const BfConflict *conflict = g_ptr_array_index (merge->conflicts, i);
      const Step *step = g_ptr_array_index (merge->conflict_steps, i);

      if (conflict->choice == BF_CHOICE_THEIRS && rank (step) == wanted &&
          !apply_step (edit, step, error))
        return FALSE;
    }
  return TRUE;
}

/* They may still name a row by the key that we changed since. */
static gboolean
carry_our_keys (BfMerge *merge, BfEdit *edit, GError **error)
{
  g_autoptr (BfNet) net =
      bf_net_new (merge->document->database, merge->parting.ours_first, merge->compared_at, error);

  if (!net)
    return FALSE;
  for (guint i = 0; i < net->rows->len; i++)
    {
      BfNetRow *row = g_ptr_array_index (net->rows, i);
      const BfNetField *key =
          row->was && row->is ? bf_net_row_field (row, &row->record->fields[0]) : NULL;
      g_autoptr (GStringChunk) strings = g_string_chunk_new (64);
      g_autofree gpointer other = g_malloc0 (row->record->size);

      if (key &&
          !bf_load_by_key (
              merge->document->database, row->record, key->old_text, other, strings, NULL) &&
          !bf_carry_key (edit, row->record, key->old_text, key->new_text, error))
        return FALSE;
    }
  return TRUE;
}

/* So that the next merge of the same copy starts where this one ended. */
static gboolean
note_parting (BfMerge *merge, BfEdit *edit, GError **error)
{
  return bf_database_run (merge->document->database,
                          error,
                          "INSERT INTO change (edit, tbl, row, col, new) VALUES (?, ?, ?, ?, ?)",
                          "issss",
                          bf_edit_get_id (edit),
                          BF_DIARY_TABLE,
                          merge->parting.last_uuid,
                          BF_DIARY_MERGED,
                          merge->parting.last_hash);
}

gboolean
bf_merge_apply (BfMerge *merge, GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (BfEdit) edit = NULL;

  if (!check_decided (merge, error))
    return FALSE;
  if (merge->changes->len == 0 && merge->conflicts->len == 0)
    return TRUE;
  /* Translators: the name of the other plan. */
  label = g_strdup_printf (_ ("Merge “%s”"), bf_document_get_name (merge->other));
  edit = bf_document_begin (merge->document, label, NULL, error);
  if (!edit)
    return FALSE;
  for (int i = 0; i < 3; i++)
    if (!apply_ranked (merge, edit, i, error))
      return FALSE;
  return carry_our_keys (merge, edit, error) && note_parting (merge, edit, error) &&
         bf_edit_commit (edit, error);
}

gboolean
bf_document_merge (BfDocument *document,
                   const char *other_path,
                   BfConflictChoice choice,
                   guint *n_applied,
                   GPtrArray **conflicts,
                   GError **error)
{
  g_autoptr (BfMerge) merge = bf_merge_new (document, other_path, error);

  if (!merge)
    return FALSE;
  for (guint i = 0; i < merge->conflicts->len; i++)
    ((BfConflict *) g_ptr_array_index (merge->conflicts, i))->choice = choice;
  if (n_applied)
    *n_applied = merge->changes->len;
  if (conflicts)
    *conflicts = g_ptr_array_ref (merge->conflicts);
  return bf_merge_apply (merge, error);
}
