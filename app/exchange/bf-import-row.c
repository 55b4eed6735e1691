/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of an import, and what it has to say about them. */

#include "bf-import-private.h"

#include <glib/gi18n-lib.h>

/* --- Problems ----------------------------------------------------------------------------- */

BfProblem *
bf_import_tell (BfImport *import,
                BfProblemSeverity severity,
                const BfImportSheet *sheet,
                guint number,
                guint line,
                const BfColumn *column,
                const char *value,
                char *what,
                char *cure)
{
  BfProblem *problem = g_new0 (BfProblem, 1);

  problem->severity = severity;
  problem->file = g_strdup (sheet ? sheet->file : "");
  problem->sheet = g_strdup (sheet ? sheet->sheet : NULL);
  problem->row = number;
  problem->line = line != number ? line : 0;
  problem->column = column ? g_strdup (column->heading) : NULL;
  problem->letters = column ? bf_column_letters (column->column) : NULL;
  problem->value = g_strdup (value);
  problem->what = what;
  problem->cure = cure ? cure : g_strdup ("");
  import->n_errors += severity == BF_PROBLEM_ERROR;
  problem->field = column ? column->field : NULL;
  g_ptr_array_add (import->problems, problem);
  return problem;
}

void
bf_import_tell_file (
    BfImport *import, BfProblemSeverity severity, const char *file, char *what, char *cure)
{
  BfImportSheet sheet = { .file = (char *) file };

  bf_import_tell (import, severity, &sheet, 0, 0, NULL, NULL, what, cure);
}

BfProblem *
bf_import_tell_row (BfImport *import,
                    BfImportRow *row,
                    const BfField *field,
                    const char *value,
                    char *what,
                    char *cure)
{
  const BfColumn *column =
      field && row->sheet ? bf_layout_column_of (row->sheet->layout, field) : NULL;

  row->bad = TRUE;
  return bf_import_tell (
      import, BF_PROBLEM_ERROR, row->sheet, row->number, row->line, column, value, what, cure);
}

/* --- Rows --------------------------------------------------------------------------------- */

BfImportRow *
bf_import_row_new (BfRecordKind kind, const BfImportSheet *sheet, guint number, guint line)
{
  BfImportRow *row = g_new0 (BfImportRow, 1);

  row->kind = kind;
  row->sheet = sheet;
  row->number = number;
  row->line = line;
  row->row = g_malloc0 (bf_record (kind)->size);
  bf_record_blank (bf_record (kind), row->row);
  return row;
}

void
bf_import_row_free (BfImportRow *row)
{
  g_free (row->row);
  g_free (row);
}

const BfField *
bf_import_field (BfRecordKind kind, const char *column)
{
  const BfField *field = bf_record_field (bf_record (kind), column);

  g_assert (field != NULL);
  return field;
}

static guint64
field_bit (const BfImportRow *row, const BfField *field)
{
  return G_GUINT64_CONSTANT (1) << (field - bf_record (row->kind)->fields);
}

gboolean
bf_import_row_has (const BfImportRow *row, const BfField *field)
{
  return (row->present & field_bit (row, field)) != 0;
}

gboolean
bf_import_set (BfImport *import, BfImportRow *row, const BfField *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!bf_field_set (field, row->row, import->strings, text, &error))
    {
      bf_import_tell_row (import,
                          row,
                          field,
                          text,
                          g_strdup (error->message),
                          g_strdup (_ ("Correct the value, or clear the cell.")));
      return FALSE;
    }
  row->given |= field_bit (row, field);
  if (bf_field_is_blank (field, row->row))
    row->present &= ~field_bit (row, field);
  else
    row->present |= field_bit (row, field);
  return TRUE;
}

char *
bf_import_place (const BfImportRow *row, const BfImportSheet *from)
{
  if (!row->sheet)
    return g_strdup (_ ("a row made by this import"));
  if (row->sheet == from)
    /* Translators: %u is the number of a row. */
    return g_strdup_printf (_ ("row %u"), row->number);
  if (row->sheet->sheet)
    /* Translators: the number of a row, the name of a sheet, the name of a file. */
    return g_strdup_printf (
        _ ("row %u of “%s” in %s"), row->number, row->sheet->sheet, row->sheet->file);
  /* Translators: the number of a row, the name of a file. */
  return g_strdup_printf (_ ("row %u of %s"), row->number, row->sheet->file);
}
