/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-grid.h"

#include <string.h>

/* Merged cells laid over each other must not make the work endless. */
#define MAX_MERGED 5000000

typedef struct
{
  GPtrArray *sheets;
  BfGrid *sheet;
  char separator;
  const char *last_code; /* of the reader, and our copy of it */
  const char *kept_code;
  guint64 n_merged;
  BfReaderProgress progress;
  gpointer progress_data;
} Collect;

static void
clear_row (gpointer data)
{
  g_free (((BfGridRow *) data)->cells);
}

void
bf_grid_free (BfGrid *sheet)
{
  g_array_unref (sheet->rows);
  g_string_chunk_free (sheet->texts);
  g_free (sheet->name);
  g_free (sheet);
}

static gboolean
sheet_cb (const char *name, gboolean hidden, gpointer data)
{
  Collect *collect = data;
  BfGrid *sheet = g_new0 (BfGrid, 1);

  sheet->name = g_strdup (name);
  sheet->hidden = hidden;
  sheet->separator = collect->separator;
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (BfGridRow));
  g_array_set_clear_func (sheet->rows, clear_row);
  sheet->texts = g_string_chunk_new (65536);
  collect->last_code = NULL;
  collect->sheet = sheet;
  g_ptr_array_add (collect->sheets, sheet);
  return !hidden;
}

/* Number formats are few: one copy each, as long as they come in a row. */
static const char *
keep_code (Collect *collect, const char *code)
{
  if (code != collect->last_code)
    {
      collect->last_code = code;
      collect->kept_code = g_string_chunk_insert_const (collect->sheet->texts, code);
    }
  return collect->kept_code;
}

static void
row_cb (const BfReaderRow *found, gpointer data)
{
  Collect *collect = data;
  BfGridRow row = { found->row, found->line, found->hidden, found->n_cells, NULL };

  row.cells = g_memdup2 (found->cells, sizeof (BfCell) * found->n_cells);
  for (guint i = 0; i < row.n_cells; i++)
    {
      BfCell *cell = &row.cells[i];

      if (cell->text)
        cell->text = g_string_chunk_insert (collect->sheet->texts, cell->text);
      if (cell->code)
        cell->code = keep_code (collect, cell->code);
    }
  collect->sheet->n_hidden_rows += found->hidden;
  collect->sheet->n_columns = MAX (collect->sheet->n_columns, found->n_cells);
  g_array_append_val (collect->sheet->rows, row);
}

/* --- Merged cells ------------------------------------------------------------------------- */

/* The first row that stands at @row or below. */
static guint
first_from (const BfGrid *sheet, guint row)
{
  guint low = 0, high = sheet->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (bf_grid_row (sheet, middle)->row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
fill_row (BfGridRow *row, const BfReaderRange *range, guint last_column, const BfCell *cell)
{
  if (row->n_cells <= last_column)
    {
      row->cells = g_renew (BfCell, row->cells, last_column + 1);
      for (guint i = row->n_cells; i <= last_column; i++)
        row->cells[i] = BF_CELL_NOTHING;
      row->n_cells = last_column + 1;
    }
  for (guint i = range->first_column; i <= last_column; i++)
    if (row->cells[i].kind == BF_CELL_BLANK)
      row->cells[i] = *cell;
}

static void
merge_cb (const BfReaderRange *range, gpointer data)
{
  Collect *collect = data;
  BfGrid *sheet = collect->sheet;
  guint from = first_from (sheet, range->first_row);
  guint last_column = MIN (range->last_column, MAX (sheet->n_columns, 1) - 1);
  BfCell cell;

  if (from >= sheet->rows->len || bf_grid_row (sheet, from)->row != range->first_row ||
      last_column < range->first_column)
    return;
  cell = *bf_grid_row_cell (bf_grid_row (sheet, from), range->first_column);
  if (cell.kind == BF_CELL_BLANK)
    return;
  for (guint i = from; i < sheet->rows->len; i++)
    {
      BfGridRow *row = &g_array_index (sheet->rows, BfGridRow, i);

      if (row->row > range->last_row || collect->n_merged > MAX_MERGED)
        return;
      collect->n_merged += last_column - range->first_column + 1;
      fill_row (row, range, last_column, &cell);
    }
}

static void
separator_cb (char separator, gpointer data)
{
  ((Collect *) data)->separator = separator;
}

static void
progress_cb (double share, guint n_rows, gpointer data)
{
  Collect *collect = data;

  if (collect->progress)
    collect->progress (share, n_rows, collect->progress_data);
}

static const BfReaderCalls calls = { sheet_cb, row_cb, merge_cb, separator_cb, progress_cb };

static void
free_sheet (gpointer sheet)
{
  bf_grid_free (sheet);
}

GPtrArray *
bf_grids_read (const char *path,
               BfReaderProgress progress,
               gpointer progress_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);
  Collect collect = { .sheets = sheets, .progress = progress, .progress_data = progress_data };

  return bf_reader_read (path, &calls, &collect, cancellable, error) ? g_steal_pointer (&sheets)
                                                                     : NULL;
}

GPtrArray *
bf_grids_read_text (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);
  Collect collect = { .sheets = sheets };

  return bf_reader_read_text (text, length, &calls, &collect, cancellable, error)
             ? g_steal_pointer (&sheets)
             : NULL;
}

const BfGridRow *
bf_grid_row (const BfGrid *sheet, guint index)
{
  return &g_array_index (sheet->rows, BfGridRow, index);
}

const BfGridRow *
bf_grid_find_row (const BfGrid *sheet, guint row)
{
  guint index = first_from (sheet, row);

  if (index >= sheet->rows->len || bf_grid_row (sheet, index)->row != row)
    return NULL;
  return bf_grid_row (sheet, index);
}

const BfCell *
bf_grid_row_cell (const BfGridRow *row, guint column)
{
  static const BfCell blank = { BF_CELL_BLANK, 0, 0, NULL, NULL };

  return column < row->n_cells ? &row->cells[column] : &blank;
}
