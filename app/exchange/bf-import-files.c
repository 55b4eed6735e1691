/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and folders of an import, and which of their sheets are lists of a plan. */

#include "bf-convert.h"
#include "bf-import-private.h"
#include "bf-template.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* --- Sheets ------------------------------------------------------------------------------- */

void
bf_import_sheet_free (BfImportSheet *sheet)
{
  g_free (sheet->file);
  g_free (sheet->sheet);
  g_ptr_array_unref (sheet->ignored);
  bf_layout_free (sheet->layout);
  g_free (sheet);
}

static BfImportSheet *
add_sheet (BfImport *import, const char *file, const BfGrid *source, BfLayout *layout)
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

  /* Rows that a plan knows need no more than their key; of others each says what it lacks. */
  if (layout->missing && (!import->plan || layout->missing == bf_record (layout->kind)->fields))
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
          g_strdup_printf (
              _ ("Give the column that holds it the heading “%s”; if there is none, add "
                 "one that names each row."),
              label));
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
read_sheet (BfImport *import, BfImportSheet *sheet, const BfGrid *source, const BfLayout *layout)
{
  if (sheet->hidden && g_strcmp0 (sheet->sheet, BF_TEMPLATE_WORDS) == 0)
    return FALSE;
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
      const BfGrid *sheet = g_ptr_array_index (sheets, i);
      const BfGridRow *row = sheet->rows->len > 0 ? bf_grid_row (sheet, 0) : NULL;

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

/* Columns whose order of day and month the person settled. */
static void
settle_dates (BfImport *import, const char *file, const char *sheet, BfLayout *layout)
{
  for (guint i = 0; i < import->mends->len; i++)
    {
      const BfMend *mend = g_ptr_array_index (import->mends, i);

      if ((mend->kind != BF_MEND_DAY_FIRST && mend->kind != BF_MEND_MONTH_FIRST) ||
          g_strcmp0 (mend->file, file) != 0 || g_strcmp0 (mend->sheet, sheet) != 0)
        continue;
      for (guint j = 0; j < layout->columns->len; j++)
        {
          BfColumn *column = &g_array_index (layout->columns, BfColumn, j);
          g_autofree char *letters = bf_column_letters (column->column);

          if (!column->undecided || g_strcmp0 (letters, mend->letters) != 0)
            continue;
          column->undecided = FALSE;
          column->order =
              mend->kind == BF_MEND_DAY_FIRST ? BF_ORDER_DAY_FIRST : BF_ORDER_MONTH_FIRST;
          bf_import_note_answer (import, mend);
        }
    }
}

/* @bare: of those that know no headings. */
static BfLayout *
find_mapped (const BfImport *import, const BfGrid *source, gboolean bare)
{
  for (guint i = 0; i < import->mappings->len; i++)
    {
      const BfMapping *mapping = g_ptr_array_index (import->mappings, i);
      BfLayout *layout =
          (mapping->first_row != NULL) == bare ? bf_mapping_layout (mapping, source) : NULL;

      if (layout)
        return layout;
    }
  return NULL;
}

/* What the person said of such a table, else what the rules make of it; a table without headings
 * is only known by its shape, so that rules go first. */
static BfLayout *
find_layout (const BfImport *import, const BfGrid *source, const char *stem)
{
  BfLayout *layout = find_mapped (import, source, FALSE), *bare;

  if (layout)
    return layout;
  layout = bf_layout_find (source, stem);
  bare = layout->kind == BF_NO_RECORD ? find_mapped (import, source, TRUE) : NULL;
  if (bare == NULL)
    return layout;
  bf_layout_free (layout);
  return bare;
}

/* @chosen: named by the person, or by its ending a spreadsheet; else it may be anything that lies
 * in the folder. */
void
bf_import_take_sheets (BfImport *import, const char *file, gboolean chosen, const GPtrArray *sheets)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new ();
  g_autofree char *stem = stem_of (file);
  gboolean known = FALSE;

  for (guint i = 0; i < sheets->len; i++)
    {
      const BfGrid *source = g_ptr_array_index (sheets, i);
      BfLayout *layout = find_layout (import, source, stem);

      g_ptr_array_add (layouts, layout);
      if (layout->kind != BF_NO_RECORD)
        bf_convert_judge (layout, source);
      settle_dates (import, file, source->name, layout);
    }
  bf_convert_judge_file (layouts, sheets);
  for (guint i = 0; i < sheets->len; i++)
    {
      const BfGrid *source = g_ptr_array_index (sheets, i);
      BfLayout *layout = g_ptr_array_index (layouts, i);

      known |= read_sheet (import, add_sheet (import, file, source, layout), source, layout);
    }
  g_ptr_array_add (import->grids, g_ptr_array_ref ((GPtrArray *) sheets));
  if (!known)
    tell_nothing_known (import, file, chosen, sheets);
  g_ptr_array_add (import->files, g_strdup (file));
}

/* Reading the cells is the first half of the work on a file, understanding them the second. */
static void
rows_cb (double share, guint n_rows, gpointer data)
{
  BfImport *import = data;

  import->n_read += n_rows;
  bf_import_report (import, share / 2);
}

static gboolean
read_file (
    BfImport *import, const char *path, gboolean chosen, GCancellable *cancellable, GError **error)
{
  g_autofree char *file = g_filename_display_basename (path);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  GStatBuf status;

  import->bytes_now = g_stat (path, &status) == 0 ? (double) status.st_size : 0;
  sheets = bf_grids_read (path, rows_cb, import, cancellable, &failure);
  if (sheets)
    bf_import_take_sheets (import, file, chosen, sheets);
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
  import->bytes_done += import->bytes_now;
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

gboolean
bf_import_read_input (BfImport *import, const char *path, GCancellable *cancellable, GError **error)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR)
             ? read_folder (import, path, cancellable, error)
             : read_file (import, path, TRUE, cancellable, error);
}
