/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys stand once: twice in one file is an error, in two files the same record if nothing in it
 * differs. */

#include "bf-import-private.h"
#include "bf-loose.h"

#include <glib/gi18n-lib.h>

static const BfField *
key_field (const BfImportRow *row)
{
  return &bf_record (row->kind)->fields[0];
}

/* The first field that both rows fill, and fill differently; NULL when there is none. */
static const BfField *
find_difference (const BfImportRow *a, const BfImportRow *b)
{
  const BfRecord *record = bf_record (a->kind);

  for (guint i = 1; i < record->n_fields; i++)
    if (bf_import_row_has (a, &record->fields[i]) && bf_import_row_has (b, &record->fields[i]) &&
        !bf_field_same (&record->fields[i], a->row, b->row))
      return &record->fields[i];
  return NULL;
}

/* Fields that only the second row fills go into the first. */
static void
complete_row (BfImport *import, BfImportRow *into, const BfImportRow *from)
{
  const BfRecord *record = bf_record (into->kind);

  for (guint i = 1; i < record->n_fields; i++)
    if (bf_import_row_has (from, &record->fields[i]) &&
        !bf_import_row_has (into, &record->fields[i]))
      {
        g_autofree char *text = bf_field_text (&record->fields[i], from->row);

        bf_import_set (import, into, &record->fields[i], text);
      }
}

static void
tell_twice (BfImport *import, const BfImportRow *first, BfImportRow *row)
{
  g_autofree char *place = bf_import_place (first, row->sheet);

  bf_import_tell_row (import,
                      row,
                      key_field (row),
                      ((const BfRow *) row->row)->key,
                      /* Translators: %s is a place, such as: row 3 of systems.csv */
                      g_strdup_printf (_ ("The same key stands in %s."), place),
                      g_strdup (_ ("Give one of the two another key, or take it out.")));
}

static void
tell_different (BfImport *import, const BfImportRow *first, BfImportRow *row, const BfField *field)
{
  g_autofree char *place = bf_import_place (first, row->sheet);
  g_autofree char *here = bf_field_text (field, row->row);
  g_autofree char *there = bf_field_text (field, first->row);

  bf_import_tell_row (import,
                      row,
                      field,
                      here,
                      /* Translators: a key, a place such as: row 3 of systems.csv, a value. */
                      g_strdup_printf (_ ("“%s” stands in %s too, with “%s” there."),
                                       ((const BfRow *) row->row)->key,
                                       place,
                                       there),
                      g_strdup (_ ("Make the two alike, or take one out.")));
}

/* A list of teams names a team once a period. */
static gboolean
may_repeat (const BfImportRow *first, const BfImportRow *row)
{
  const BfLayout *layout = row->sheet ? row->sheet->layout : NULL;

  return !first->sheet || !row->sheet || first->sheet->file_index != row->sheet->file_index ||
         (row->kind == BF_TEAM && layout && layout->periods);
}

static void
join_rows (BfImport *import, BfImportRow *first, BfImportRow *row)
{
  const BfField *field = find_difference (first, row);
  gboolean same_sheet = first->sheet == row->sheet;

  if (!may_repeat (first, row))
    tell_twice (import, first, row);
  else if (field)
    tell_different (import, first, row, field);
  else
    {
      complete_row (import, first, row);
      first->bad |= row->bad && same_sheet;
      if (!same_sheet && first->sheet && row->sheet && !row->bad)
        {
          g_autofree char *place = bf_import_place (first, row->sheet);

          bf_import_tell (import,
                          BF_PROBLEM_NOTE,
                          row->sheet,
                          row->number,
                          row->line,
                          NULL,
                          ((const BfRow *) row->row)->key,
                          /* Translators: %s is a place, such as: row 3 of systems.csv */
                          g_strdup_printf (_ ("It is the same record as %s."), place),
                          NULL);
        }
    }
  bf_import_row_free (row);
}

/* A record of the plan that is read again has what it needs already. */
static gboolean
is_in_plan (const BfImport *import, const BfImportRow *row)
{
  const char *key = ((const BfRow *) row->row)->key;

  return import->plan && key && bf_plan_index (import->plan, row->kind, key) >= 0;
}

/* A required field that is blank; those whose cell was wrong have been told about. */
static void
check_required (BfImport *import, BfImportRow *row, gboolean with_key)
{
  const BfRecord *record = bf_record (row->kind);

  if (is_in_plan (import, row))
    return;
  /* The key last: it may be made of the others. */
  for (guint i = 1; i < record->n_fields + with_key && !row->bad; i++)
    {
      const BfField *field = &record->fields[i % record->n_fields];

      if (field->required && bf_field_is_blank (field, row->row))
        bf_import_tell_row (
            import,
            row,
            field,
            NULL,
            /* Translators: the name of a column, the name of a list such as Systems. */
            g_strdup_printf (_ ("“%s” is missing; without it a row of “%s” cannot be used."),
                             _ (field->label),
                             _ (record->plural)),
            g_strdup (_ ("Fill in the cell, or take the row out.")));
    }
}

void
bf_import_add (BfImport *import, BfImportRow *row)
{
  const char *key = ((const BfRow *) row->row)->key;
  /* An interface without a key gets one when its systems are known. */
  gboolean later = row->kind == BF_INTERFACE && !key;
  g_autofree char *folded = key ? bf_fold (key) : NULL;
  BfImportRow *first = folded ? g_hash_table_lookup (import->by_key[row->kind], folded) : NULL;

  if (first)
    {
      join_rows (import, first, row);
      return;
    }
  check_required (import, row, !later);
  if (folded)
    g_hash_table_insert (import->by_key[row->kind], g_steal_pointer (&folded), row);
  g_ptr_array_add (import->rows[row->kind], row);
}
