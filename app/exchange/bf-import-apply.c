/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-import-apply.h"

#include <glib/gi18n-lib.h>

/* --- What differs ------------------------------------------------------------------------- */

static guint64
differing_fields (const BfImportRow *row, const BfRow *known, gboolean erase)
{
  const BfRecord *record = bf_record (row->kind);
  guint64 changed = 0;

  /* The key is how they were matched; its capitals are no change. */
  for (guint i = 1; i < record->n_fields; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << i;
      gboolean erased =
          erase && !record->fields[i].required && (row->given & bit) && !(row->present & bit);

      if (((row->present & bit) || erased) && !bf_field_same (&record->fields[i], row->row, known))
        changed |= bit;
    }
  return changed;
}

GArray *
bf_import_changes (const BfImport *import, const BfPlan *plan, gboolean erase)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (BfImportChange));

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const GPtrArray *rows = bf_import_rows (import, (BfRecordKind) kind);

      for (guint i = 0; i < rows->len; i++)
        {
          BfImportChange change = { .kind = (BfRecordKind) kind, .outcome = BF_ROW_ADDED };

          change.row = g_ptr_array_index (rows, i);
          if (plan)
            change.known = bf_plan_find (plan, change.kind, ((const BfRow *) change.row->row)->key);
          if (change.known)
            {
              change.changed = differing_fields (change.row, change.known, erase);
              change.outcome = change.changed ? BF_ROW_CHANGED : BF_ROW_UNCHANGED;
            }
          g_array_append_val (changes, change);
        }
    }
  return changes;
}

void
bf_import_count (const GArray *changes, BfImportCount *counts)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    counts[kind] = (BfImportCount){ 0 };
  for (guint i = 0; i < changes->len; i++)
    {
      const BfImportChange *change = &g_array_index (changes, BfImportChange, i);

      counts[change->kind].added += change->outcome == BF_ROW_ADDED;
      counts[change->kind].changed += change->outcome == BF_ROW_CHANGED;
      counts[change->kind].unchanged += change->outcome == BF_ROW_UNCHANGED;
    }
}

/* --- One edit ----------------------------------------------------------------------------- */

static gboolean
write_fields (BfEdit *edit, const BfImportChange *change, GError **error)
{
  const BfRecord *record = bf_record (change->kind);

  for (guint i = 1; i < record->n_fields; i++)
    if (change->changed & (G_GUINT64_CONSTANT (1) << i))
      {
        g_autofree char *text = bf_field_text (&record->fields[i], change->row->row);

        if (!bf_edit_set (
                edit, change->kind, change->known->key, record->fields[i].column, text, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
write_change (BfEdit *edit, const BfImportChange *change, GError **error)
{
  return change->known ? write_fields (edit, change, error)
                       : bf_edit_insert (edit, change->kind, change->row->row, error);
}

struct _BfImportWriter
{
  BfPlan *plan;
  GArray *changes;
  guint done;
  BfEdit *edit;
};

BfImportWriter *
bf_import_writer_new (const BfImport *import, BfDocument *document, gboolean erase, GError **error)
{
  g_autoptr (BfImportWriter) writer = g_new0 (BfImportWriter, 1);
  g_autofree char *name = bf_import_name (import);
  /* Translators: %s is a list of files; the label of an edit. */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), name);
  g_autofree char *summary = NULL;

  writer->plan = bf_document_snapshot (document);
  writer->changes = bf_import_changes (import, writer->plan, erase);
  summary = bf_import_summary (import, writer->changes);
  writer->edit = bf_document_begin (document, label, summary, error);
  return writer->edit ? g_steal_pointer (&writer) : NULL;
}

BfImportStep
bf_import_writer_step (BfImportWriter *writer, guint n, GError **error)
{
  guint end = writer->done + MIN (n, writer->changes->len - writer->done);

  for (; writer->done < end; writer->done++)
    if (!write_change (
            writer->edit, &g_array_index (writer->changes, BfImportChange, writer->done), error))
      return BF_IMPORT_FAILED;
  return writer->done < writer->changes->len ? BF_IMPORT_WRITING : BF_IMPORT_WRITTEN;
}

double
bf_import_writer_fraction (const BfImportWriter *writer)
{
  return (double) writer->done / MAX (writer->changes->len, 1);
}

gboolean
bf_import_writer_finish (BfImportWriter *writer, BfImportCount *counts, GError **error)
{
  if (counts)
    bf_import_count (writer->changes, counts);
  return bf_edit_commit (writer->edit, error);
}

void
bf_import_writer_free (BfImportWriter *writer)
{
  g_clear_pointer (&writer->edit, bf_edit_abandon);
  g_clear_pointer (&writer->changes, g_array_unref);
  g_clear_pointer (&writer->plan, bf_plan_unref);
  g_free (writer);
}

gboolean
bf_import_apply (const BfImport *import,
                 BfDocument *document,
                 gboolean erase,
                 BfImportCount *counts,
                 GError **error)
{
  g_autoptr (BfImportWriter) writer = bf_import_writer_new (import, document, erase, error);

  return writer && bf_import_writer_step (writer, G_MAXUINT, error) == BF_IMPORT_WRITTEN &&
         bf_import_writer_finish (writer, counts, error);
}
