/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-import-private.h"
#include "bf-mapping.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* --- The import --------------------------------------------------------------------------- */

static BfImport *
import_new (BfImportFlags flags, const BfPlan *plan)
{
  BfImport *import = g_new0 (BfImport, 1);

  import->flags = flags;
  import->plan = plan;
  import->strings = g_string_chunk_new (65536);
  import->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_problem_free);
  import->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_import_sheet_free);
  import->files = g_ptr_array_new_with_free_func (g_free);
  import->mends = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_mend_free);
  import->mappings = bf_mappings_remembered ();
  import->answers = g_ptr_array_new_with_free_func (g_free);
  import->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
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
  g_clear_pointer (&import->links, g_hash_table_unref);
  g_ptr_array_unref (import->problems);
  g_ptr_array_unref (import->sheets);
  g_ptr_array_unref (import->files);
  g_ptr_array_unref (import->mends);
  g_ptr_array_unref (import->mappings);
  g_ptr_array_unref (import->answers);
  g_ptr_array_unref (import->grids);
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

static gboolean
is_blank_list (const BfImportSheet *sheet)
{
  return sheet->kind != BF_NO_RECORD && !sheet->hidden;
}

static guint
count_blank_lists (const BfImport *import, guint file_index)
{
  guint n = 0;

  for (guint i = 0; i < import->sheets->len; i++)
    {
      const BfImportSheet *sheet = g_ptr_array_index (import->sheets, i);

      n += is_blank_list (sheet) && sheet->file_index == file_index;
    }
  return n;
}

/* A workbook of blank lists, such as a template nobody filled in, is one problem. */
static void
tell_no_rows (BfImport *import)
{
  guint told = G_MAXUINT;

  for (guint i = 0; i < import->sheets->len; i++)
    {
      const BfImportSheet *sheet = g_ptr_array_index (import->sheets, i);
      guint n = count_blank_lists (import, sheet->file_index);

      if (!is_blank_list (sheet) || sheet->file_index == told)
        continue;
      if (n > 1)
        {
          told = sheet->file_index;
          bf_import_tell_file (
              import,
              BF_PROBLEM_ERROR,
              sheet->file,
              /* Translators: %u is a number of lists. */
              g_strdup_printf (_ ("All %u lists in it are blank: 0 rows below the headings."), n),
              g_strdup (_ ("Fill in at least one of them.")));
        }
      else
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

/* --- Currencies --------------------------------------------------------------------------- */

static void
compare_currency (BfImport *import, const BfImportSheet *sheet, const char *currency)
{
  const BfLayout *layout = sheet->layout;

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const BfColumn *column = bf_layout_column (layout, i);

      if (*column->unit.currency && g_ascii_strcasecmp (column->unit.currency, currency) != 0)
        bf_import_tell (import,
                        BF_PROBLEM_NOTE,
                        sheet,
                        0,
                        0,
                        column,
                        NULL,
                        /* Translators: two currencies. */
                        g_strdup_printf (_ ("The heading says %s, the plan counts in %s: the "
                                            "amounts were taken as they are."),
                                         column->unit.currency,
                                         currency),
                        g_strdup (_ ("Convert them if the heading is right.")));
    }
}

static void
compare_currencies (BfImport *import)
{
  const BfImportRow *row =
      import->rows[BF_PLANT]->len > 0 ? g_ptr_array_index (import->rows[BF_PLANT], 0) : NULL;
  const BfPlant *plant = row ? row->row : import->plan ? bf_plan_plant (import->plan) : NULL;

  if (!plant || !plant->currency)
    return;
  for (guint i = 0; i < import->sheets->len; i++)
    compare_currency (import, g_ptr_array_index (import->sheets, i), plant->currency);
}

static void
complete (BfImport *import)
{
  if (count_rows (import) == 0 && import->n_errors == 0)
    tell_no_rows (import);
  bf_import_resolve (import);
  compare_currencies (import);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    g_clear_pointer (&import->by_name[kind], g_hash_table_unref);
  g_clear_pointer (&import->links, g_hash_table_unref);
  drop_bad_rows (import);
  bf_import_excerpt (import);
  g_ptr_array_set_size (import->grids, 0);
  import->plan = NULL;
  import->progress = NULL;
  import->cancellable = NULL;
}

/* --- How far it is ------------------------------------------------------------------------ */

static double
size_of (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (double) status.st_size : 0;
}

static double
size_of_input (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  double size = 0;
  const char *name;

  if (!dir)
    return size_of (path);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      size += size_of (inside);
    }
  return size;
}

void
bf_import_report (BfImport *import, double share)
{
  double done = import->bytes_done + import->bytes_now * share;

  if (import->progress && import->bytes_all > 0)
    import->progress (MIN (done / import->bytes_all, 1), import->n_read, import->progress_data);
}

/* --- Reading ------------------------------------------------------------------------------ */

/* Takes @whole. */
static BfImport *
read_all (BfImport *whole,
          const char *const *inputs,
          const GPtrArray *mends,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (BfImport) import = whole;

  import->cancellable = cancellable;
  for (guint i = 0; mends && i < mends->len; i++)
    g_ptr_array_add (import->mends, bf_mend_copy (mends->pdata[i]));
  for (guint i = 0; inputs[i]; i++)
    import->bytes_all += size_of_input (inputs[i]);
  for (guint i = 0; inputs[i]; i++)
    if (!bf_import_read_input (import, inputs[i], cancellable, error))
      return NULL;
  complete (import);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&import);
}

BfImport *
bf_import_new (const char *const *inputs,
               BfImportFlags flags,
               const BfPlan *plan,
               GCancellable *cancellable,
               GError **error)
{
  return bf_import_new_mended (inputs, flags, plan, NULL, NULL, NULL, cancellable, error);
}

BfImport *
bf_import_new_mended (const char *const *inputs,
                      BfImportFlags flags,
                      const BfPlan *plan,
                      const GPtrArray *mends,
                      BfImportProgress progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (BfImport) import = import_new (flags, plan);

  import->progress = progress;
  import->progress_data = progress_data;
  return read_all (g_steal_pointer (&import), inputs, mends, cancellable, error);
}

BfImport *
bf_import_new_mapped (const char *const *inputs,
                      BfImportFlags flags,
                      const BfPlan *plan,
                      BfMapping *mapping,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (BfImport) import = import_new (flags, plan);

  g_ptr_array_insert (import->mappings, 0, mapping);
  return read_all (g_steal_pointer (&import), inputs, NULL, cancellable, error);
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
  g_autoptr (GPtrArray) sheets = bf_grids_read_text (text, strlen (text), cancellable, &failure);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (sheets)
    bf_import_take_sheets (import, name, TRUE, sheets);
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
bf_import_answers (const BfImport *import)
{
  return import->answers;
}

void
bf_import_note_answer (BfImport *import, const BfMend *mend)
{
  g_ptr_array_add (import->answers, bf_mend_line (mend));
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
