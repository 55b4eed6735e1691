/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-convert.h"
#include "bf-import-private.h"
#include "bf-loose.h"

#include <glib/gi18n-lib.h>

/* --- Problems ----------------------------------------------------------------------------- */

void
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
  g_ptr_array_add (import->problems, problem);
}

void
bf_import_tell_file (
    BfImport *import, BfProblemSeverity severity, const char *file, char *what, char *cure)
{
  BfImportSheet sheet = { .file = (char *) file };

  bf_import_tell (import, severity, &sheet, 0, 0, NULL, NULL, what, cure);
}

void
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
  bf_import_tell (
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

/* --- Sheets ------------------------------------------------------------------------------- */

static void
sheet_free (gpointer data)
{
  BfImportSheet *sheet = data;

  g_free (sheet->file);
  g_free (sheet->sheet);
  g_ptr_array_unref (sheet->ignored);
  bf_layout_free (sheet->layout);
  g_free (sheet);
}

static BfImportSheet *
add_sheet (BfImport *import, const char *file, const BfSheet *source, BfLayout *layout)
{
  BfImportSheet *sheet = g_new0 (BfImportSheet, 1);

  sheet->file = g_strdup (file);
  sheet->sheet = g_strdup (source->name);
  sheet->file_index = import->files->len;
  sheet->kind = layout->kind;
  sheet->hidden = source->hidden;
  sheet->n_hidden_rows = source->n_hidden_rows;
  sheet->ignored = g_ptr_array_ref (layout->unknown);
  sheet->layout = layout;
  g_ptr_array_add (import->sheets, sheet);
  return sheet;
}

/* FALSE when the table looks like a record, but cannot be read as it stands. */
static gboolean
check_layout (BfImport *import, const BfImportSheet *sheet, const BfLayout *layout)
{
  const BfColumn *a =
      layout->twice_a < 0 ? NULL : bf_layout_column (layout, (guint) layout->twice_a);
  const BfColumn *b =
      layout->twice_b < 0 ? NULL : bf_layout_column (layout, (guint) layout->twice_b);

  if (layout->missing)
    {
      g_autofree char *label = g_strdup (_ (layout->missing->label));

      bf_import_tell (
          import,
          BF_PROBLEM_ERROR,
          sheet,
          0,
          0,
          NULL,
          NULL,
          /* Translators: the name of a list, such as Systems; the name of a column. */
          g_strdup_printf (_ ("It looks like the list “%s”, but has no column “%s”."),
                           _ (bf_record (layout->kind)->plural),
                           label),
          /* Translators: the name of a column. */
          g_strdup_printf (_ ("Give the column that holds it the heading “%s”."), label));
      return FALSE;
    }
  if (a && b)
    {
      g_autofree char *other = bf_column_letters (a->column);

      bf_import_tell (
          import,
          BF_PROBLEM_ERROR,
          sheet,
          0,
          0,
          b,
          NULL,
          /* Translators: letter and heading of another column, the name of a field. */
          g_strdup_printf (_ ("Column %s “%s” means the same field, “%s”."),
                           other,
                           a->heading,
                           _ (a->field->label)),
          g_strdup (_ ("Keep one of the two, or give the other a heading of its own.")));
      return FALSE;
    }
  return TRUE;
}

static void
note_ignored_columns (BfImport *import, const BfImportSheet *sheet)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sheet->ignored->len; i++)
    g_string_append_printf (
        names, "%s“%s”", i ? ", " : "", (const char *) g_ptr_array_index (sheet->ignored, i));
  if (sheet->ignored->len > 0)
    bf_import_tell (
        import,
        BF_PROBLEM_NOTE,
        sheet,
        0,
        0,
        NULL,
        NULL,
        /* Translators: %s is a list of headings. */
        g_strdup_printf (
            ngettext ("Ignored column: %s.", "Ignored columns: %s.", sheet->ignored->len),
            names->str),
        NULL);
}

static void
note_hidden_rows (BfImport *import, const BfImportSheet *sheet)
{
  if (sheet->n_hidden_rows > 0)
    bf_import_tell (
        import,
        BF_PROBLEM_NOTE,
        sheet,
        0,
        0,
        NULL,
        NULL,
        /* Translators: %u is a number of rows. */
        g_strdup_printf (ngettext ("%u row hidden by a filter or by hand is data and came in too.",
                                   "%u rows hidden by a filter or by hand are data and came in "
                                   "too.",
                                   sheet->n_hidden_rows),
                         sheet->n_hidden_rows),
        NULL);
}

/* TRUE when the sheet is one of the lists of a plan. */
static gboolean
read_sheet (BfImport *import, BfImportSheet *sheet, const BfSheet *source, const BfLayout *layout)
{
  if (sheet->hidden)
    {
      bf_import_tell (import,
                      BF_PROBLEM_NOTE,
                      sheet,
                      0,
                      0,
                      NULL,
                      NULL,
                      g_strdup (_ ("The sheet is hidden and was ignored.")),
                      NULL);
      return FALSE;
    }
  if (layout->kind == BF_NO_RECORD)
    {
      if (sheet->sheet && source->rows->len > 0)
        bf_import_tell (import,
                        BF_PROBLEM_NOTE,
                        sheet,
                        0,
                        0,
                        NULL,
                        NULL,
                        g_strdup (_ ("The sheet is none of the lists of a plan and was ignored.")),
                        NULL);
      return FALSE;
    }
  if (!check_layout (import, sheet, layout))
    return TRUE;
  note_ignored_columns (import, sheet);
  note_hidden_rows (import, sheet);
  bf_import_read_rows (import, sheet, source, layout);
  return TRUE;
}

/* The headings of what is no list of ours, to help who reads the message. */
static char *
describe_headings (const GPtrArray *sheets)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sheets->len && n == 0; i++)
    {
      const BfSheet *sheet = g_ptr_array_index (sheets, i);
      const BfSheetRow *row = sheet->rows->len > 0 ? bf_sheet_row (sheet, 0) : NULL;

      for (guint j = 0; row && j < row->n_cells && n < 6; j++)
        {
          g_autofree char *shown = bf_cell_shown (&row->cells[j]);

          if (shown)
            g_string_append_printf (text, "%s“%s”", n++ ? ", " : "", shown);
        }
    }
  return g_string_free (text, FALSE);
}

static void
tell_nothing_known (BfImport *import, const char *file, gboolean chosen, const GPtrArray *sheets)
{
  g_autofree char *headings = describe_headings (sheets);

  if (!*headings)
    bf_import_tell_file (import,
                         chosen ? BF_PROBLEM_ERROR : BF_PROBLEM_NOTE,
                         file,
                         g_strdup (_ ("It is empty: no sheet has a filled cell.")),
                         g_strdup (chosen ? _ ("Fill in a list, or leave the file out.") : ""));
  else
    bf_import_tell_file (
        import,
        chosen ? BF_PROBLEM_ERROR : BF_PROBLEM_NOTE,
        file,
        /* Translators: %s is a list of headings. */
        g_strdup_printf (_ ("No table in it is a list of a plan; its first row reads %s."),
                         headings),
        g_strdup (chosen ? _ ("Give the columns headings such as “Unique id”, “Name”, “System "
                              "type”, or leave the file out.")
                         : ""));
}

/* --- Files -------------------------------------------------------------------------------- */

static char *
stem_of (const char *file)
{
  const char *dot = strrchr (file, '.');

  return dot && dot != file ? g_strndup (file, (gsize) (dot - file)) : g_strdup (file);
}

/* @chosen: named by the person, or by its ending a spreadsheet; else it may be anything that lies
 * in the folder. */
static void
take_sheets (BfImport *import, const char *file, gboolean chosen, const GPtrArray *sheets)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new ();
  g_autofree char *stem = stem_of (file);
  gboolean known = FALSE;

  for (guint i = 0; i < sheets->len; i++)
    {
      BfLayout *layout = bf_layout_find (g_ptr_array_index (sheets, i), stem);

      g_ptr_array_add (layouts, layout);
      if (layout->kind != BF_NO_RECORD)
        bf_convert_judge (layout, g_ptr_array_index (sheets, i));
    }
  bf_convert_judge_file (layouts, sheets);
  for (guint i = 0; i < sheets->len; i++)
    {
      const BfSheet *source = g_ptr_array_index (sheets, i);
      BfLayout *layout = g_ptr_array_index (layouts, i);

      known |= read_sheet (import, add_sheet (import, file, source, layout), source, layout);
    }
  if (!known)
    tell_nothing_known (import, file, chosen, sheets);
  g_ptr_array_add (import->files, g_strdup (file));
}

static gboolean
read_file (
    BfImport *import, const char *path, gboolean chosen, GCancellable *cancellable, GError **error)
{
  g_autofree char *file = g_filename_display_basename (path);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) sheets = bf_sheets_read (path, cancellable, &failure);

  if (sheets)
    take_sheets (import, file, chosen, sheets);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  else
    bf_import_tell_file (import,
                         chosen ? BF_PROBLEM_ERROR : BF_PROBLEM_NOTE,
                         file,
                         g_strdup (failure->message),
                         NULL);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
ends_as_spreadsheet (const char *name)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; endings[i]; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* Hidden files, and those that an office program keeps beside an open one. */
static gboolean
is_private (const char *name)
{
  return name[0] == '.' || g_str_has_prefix (name, "~$");
}

static GPtrArray *
list_folder (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (!is_private (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
read_folder (BfImport *import, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = list_folder (path);
  g_autofree char *folder = g_filename_display_basename (path);

  if (names->len == 0)
    bf_import_tell_file (import,
                         BF_PROBLEM_ERROR,
                         folder,
                         g_strdup (_ ("The folder is empty.")),
                         g_strdup (_ ("Put the lists of the plant into it.")));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        bf_import_tell_file (
            import, BF_PROBLEM_NOTE, name, g_strdup (_ ("The folder inside was ignored.")), NULL);
      else if (!read_file (import, inside, ends_as_spreadsheet (name), cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* --- The import --------------------------------------------------------------------------- */

static BfImport *
import_new (BfImportFlags flags, const BfPlan *plan)
{
  BfImport *import = g_new0 (BfImport, 1);

  import->flags = flags;
  import->plan = plan;
  import->strings = g_string_chunk_new (65536);
  import->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_problem_free);
  import->sheets = g_ptr_array_new_with_free_func (sheet_free);
  import->files = g_ptr_array_new_with_free_func (g_free);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      import->rows[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_import_row_free);
      import->by_key[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  return import;
}

void
bf_import_free (BfImport *import)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      g_ptr_array_unref (import->rows[kind]);
      g_hash_table_unref (import->by_key[kind]);
      g_clear_pointer (&import->by_name[kind], g_hash_table_unref);
    }
  g_ptr_array_unref (import->problems);
  g_ptr_array_unref (import->sheets);
  g_ptr_array_unref (import->files);
  g_string_chunk_free (import->strings);
  g_free (import);
}

static void
drop_bad_rows (BfImport *import)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      GPtrArray *rows = import->rows[kind];
      guint kept = 0;

      for (guint i = 0; i < rows->len; i++)
        {
          BfImportRow *row = g_ptr_array_index (rows, i);

          if (row->bad)
            bf_import_row_free (row);
          else
            rows->pdata[kept++] = row;
        }
      /* What was moved up or freed must not be freed again. */
      rows->len = kept;
    }
}

static guint
count_rows (const BfImport *import)
{
  guint n = 0;

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    n += import->rows[kind]->len;
  return n;
}

static void
tell_no_rows (BfImport *import)
{
  for (guint i = 0; i < import->sheets->len; i++)
    {
      const BfImportSheet *sheet = g_ptr_array_index (import->sheets, i);

      if (sheet->kind != BF_NO_RECORD && !sheet->hidden)
        bf_import_tell (import,
                        BF_PROBLEM_ERROR,
                        sheet,
                        0,
                        0,
                        NULL,
                        NULL,
                        g_strdup (_ ("There is no row below the headings.")),
                        g_strdup (_ ("Fill in the list, or leave the file out.")));
    }
}

static void
complete (BfImport *import)
{
  if (count_rows (import) == 0 && import->n_errors == 0)
    tell_no_rows (import);
  bf_import_resolve (import);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    g_clear_pointer (&import->by_name[kind], g_hash_table_unref);
  drop_bad_rows (import);
  import->plan = NULL;
}

BfImport *
bf_import_new (const char *const *inputs,
               BfImportFlags flags,
               const BfPlan *plan,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (BfImport) import = import_new (flags, plan);

  for (guint i = 0; inputs[i]; i++)
    {
      gboolean folder = g_file_test (inputs[i], G_FILE_TEST_IS_DIR);

      if (!(folder ? read_folder (import, inputs[i], cancellable, error)
                   : read_file (import, inputs[i], TRUE, cancellable, error)))
        return NULL;
    }
  complete (import);
  return g_steal_pointer (&import);
}

BfImport *
bf_import_new_for_text (const char *name,
                        const char *text,
                        BfImportFlags flags,
                        const BfPlan *plan,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (BfImport) import = import_new (flags, plan);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) sheets = bf_sheets_read_text (text, strlen (text), cancellable, &failure);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (sheets)
    take_sheets (import, name, TRUE, sheets);
  else
    bf_import_tell_file (import, BF_PROBLEM_ERROR, name, g_strdup (failure->message), NULL);
  complete (import);
  return g_steal_pointer (&import);
}

gboolean
bf_import_is_good (const BfImport *import)
{
  return count_rows (import) > 0 &&
         (import->n_errors == 0 || (import->flags & BF_IMPORT_GOOD_ROWS));
}

guint
bf_import_n_errors (const BfImport *import)
{
  return import->n_errors;
}

const GPtrArray *
bf_import_problems (const BfImport *import)
{
  return import->problems;
}

const GPtrArray *
bf_import_sheets (const BfImport *import)
{
  return import->sheets;
}

const GPtrArray *
bf_import_rows (const BfImport *import, BfRecordKind kind)
{
  return import->rows[kind];
}

char *
bf_import_name (const BfImport *import)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint shown = MIN (import->files->len, 3);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (
        names, "%s%s", i ? ", " : "", (const char *) g_ptr_array_index (import->files, i));
  if (import->files->len == shown)
    return g_strdup (names->str);
  /* Translators: %s is a list of files, %u the number of those not in it. */
  return g_strdup_printf (_ ("%s and %u more"), names->str, import->files->len - shown);
}
