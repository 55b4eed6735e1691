/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of a sheet to rows of records; totals, footers and repeated headings are passed
 * over and named. */

#include "bf-convert.h"
#include "bf-import-private.h"
#include "bf-loose.h"
#include "bf-words.h"

#include <glib/gi18n-lib.h>

#define ROWS_A_REPORT 512

typedef struct
{
  BfImport *import;
  BfImportSheet *sheet;
  const BfGrid *source;
  const BfLayout *layout;
  GArray *guessed;  /* gboolean a column: a guess was noted already */
  GPtrArray *mends; /* BfMend of this sheet */
} Reading;

static const BfCell *
cell_of (const Reading *reading, const BfColumn *column, const BfGridRow *row)
{
  if (column->row >= 0)
    row = bf_grid_row (reading->source, (guint) column->row);
  return bf_grid_row_cell (row, column->column);
}

/* --- Rows that are no data ---------------------------------------------------------------- */

static gboolean
is_blank_cell (const BfCell *cell)
{
  g_autofree char *tidy = NULL;

  if (cell->kind != BF_CELL_TEXT)
    return cell->kind == BF_CELL_BLANK;
  tidy = bf_tidy (cell->text);
  return !*tidy;
}

/* TRUE when no column of ours has a value. */
static gboolean
is_blank_row (const Reading *reading, const BfGridRow *row)
{
  for (guint i = 0; i < reading->layout->columns->len; i++)
    if (!is_blank_cell (cell_of (reading, bf_layout_column (reading->layout, i), row)))
      return FALSE;
  return TRUE;
}

static gboolean
lacks_required (const Reading *reading, const BfGridRow *row)
{
  for (guint i = 0; i < reading->layout->columns->len; i++)
    {
      const BfColumn *column = bf_layout_column (reading->layout, i);

      if (column->field->required && is_blank_cell (cell_of (reading, column, row)))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  guint n_filled;
  guint n_texts;
  gboolean total;  /* a word such as Total among the first texts */
  gboolean remark; /* the first text has blanks, or ends in a colon */
  char *first;
} Look;

static void
look_at_row (const BfGridRow *row, Look *look)
{
  *look = (Look){ 0 };
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *tidy = NULL;

      if (is_blank_cell (&row->cells[i]))
        continue;
      look->n_filled++;
      if (row->cells[i].kind != BF_CELL_TEXT)
        continue;
      tidy = bf_tidy (row->cells[i].text);
      look->total |= look->n_texts < 3 && bf_words_total (tidy);
      if (look->n_texts++ == 0)
        {
          look->remark = strchr (tidy, ' ') || g_str_has_suffix (tidy, ":");
          look->first = g_steal_pointer (&tidy);
        }
    }
}

static gboolean
repeats_heading (const BfColumn *column, const BfGridRow *row)
{
  const BfCell *cell = bf_grid_row_cell (row, column->column);
  g_autofree char *text = cell->kind == BF_CELL_TEXT ? bf_loose (cell->text) : NULL;
  g_autofree char *heading = text ? bf_loose (column->heading) : NULL;

  return text && g_str_equal (text, heading);
}

/* As long lists are printed, with the headings on every page. */
static gboolean
repeats_headings (const Reading *reading, const BfGridRow *row)
{
  guint equal = 0, filled = 0;

  if (!repeats_heading (bf_layout_column (reading->layout, 0), row))
    return FALSE;
  for (guint i = 0; i < reading->layout->columns->len; i++)
    {
      const BfColumn *column = bf_layout_column (reading->layout, i);

      filled += bf_grid_row_cell (row, column->column)->kind != BF_CELL_BLANK;
      equal += repeats_heading (column, row);
    }
  return equal >= 2 && equal * 2 > filled;
}

static void
note_passed (const Reading *reading, const BfGridRow *row, const char *value, const char *what)
{
  bf_import_tell (reading->import,
                  BF_PROBLEM_NOTE,
                  reading->sheet,
                  row->row,
                  row->line,
                  NULL,
                  value,
                  g_strdup (what),
                  NULL);
}

/* TRUE when the row is no record; then a note says so. */
static gboolean
pass_over (const Reading *reading, const BfGridRow *row)
{
  gboolean passed = TRUE;
  Look look;

  if (repeats_headings (reading, row))
    {
      note_passed (reading, row, NULL, _ ("The headings stand here again; the row was ignored."));
      return TRUE;
    }
  if (!lacks_required (reading, row))
    return FALSE;
  look_at_row (row, &look);
  if (look.total || (look.n_texts == 0 && look.n_filled > 0))
    note_passed (reading, row, look.first, _ ("The row was taken for a total and ignored."));
  else if (look.n_filled == 1 && look.remark)
    note_passed (reading, row, look.first, _ ("The row was taken for a remark and ignored."));
  else
    passed = FALSE;
  g_free (look.first);
  return passed;
}

/* --- Answers ------------------------------------------------------------------------------ */

static GPtrArray *
mends_of_sheet (const BfImport *import, const BfImportSheet *sheet)
{
  GPtrArray *mends = g_ptr_array_new ();

  for (guint i = 0; i < import->mends->len; i++)
    {
      BfMend *mend = g_ptr_array_index (import->mends, i);

      if (g_strcmp0 (mend->file, sheet->file) == 0 && g_strcmp0 (mend->sheet, sheet->sheet) == 0)
        g_ptr_array_add (mends, mend);
    }
  return mends;
}

/* An answer holds only while the cell says what it said then. */
static gboolean
still_says (const BfMend *mend, const BfCell *cell)
{
  g_autofree char *shown = bf_cell_shown (cell);

  return g_strcmp0 (shown && *shown ? shown : NULL, mend->cell) == 0;
}

static const BfMend *
find_reading (const Reading *reading, guint row, const BfColumn *column, const BfCell *cell)
{
  g_autofree char *letters = NULL;

  for (guint i = 0; i < reading->mends->len; i++)
    {
      const BfMend *mend = g_ptr_array_index (reading->mends, i);

      if (mend->kind != BF_MEND_READ_AS || mend->row != row)
        continue;
      if (!letters)
        letters = bf_column_letters (column->column);
      if (g_strcmp0 (mend->letters, letters) == 0 && still_says (mend, cell))
        return mend;
    }
  return NULL;
}

static gboolean
is_of_row (const Reading *reading, const BfMend *mend, const BfGridRow *row)
{
  if (mend->kind != BF_MEND_LEAVE_OUT || mend->row != row->row)
    return FALSE;
  if (!mend->letters)
    return TRUE;
  for (guint i = 0; i < reading->layout->columns->len; i++)
    {
      const BfColumn *column = bf_layout_column (reading->layout, i);
      g_autofree char *letters = bf_column_letters (column->column);

      if (g_strcmp0 (mend->letters, letters) == 0)
        return still_says (mend, cell_of (reading, column, row));
    }
  return FALSE;
}

/* TRUE when the person wants the row left out. */
static gboolean
leaves_out (const Reading *reading, const BfGridRow *row)
{
  for (guint i = 0; i < reading->mends->len; i++)
    {
      const BfMend *mend = g_ptr_array_index (reading->mends, i);

      if (is_of_row (reading, mend, row))
        {
          bf_import_note_answer (reading->import, mend);
          return TRUE;
        }
    }
  return FALSE;
}

/* --- Values ------------------------------------------------------------------------------- */

/* How a column was understood, told at the first row that shows it. */
static void
note_once (const Reading *reading,
           guint index,
           const BfGridRow *row,
           const char *value,
           const char *what,
           const char *cure)
{
  gboolean *noted = &g_array_index (reading->guessed, gboolean, index);

  if (*noted)
    return;
  *noted = TRUE;
  bf_import_tell (reading->import,
                  BF_PROBLEM_NOTE,
                  reading->sheet,
                  row->row,
                  row->line,
                  bf_layout_column (reading->layout, index),
                  value,
                  g_strdup (what),
                  g_strdup (cure));
}

static void
note_understanding (const Reading *reading,
                    guint index,
                    const BfGridRow *row,
                    const char *value,
                    const BfConverted *converted)
{
  if (converted->guessed)
    note_once (reading,
               index,
               row,
               value,
               _ ("Nothing in the file says whether its mark divides thousands or decimals: the "
                  "point was taken for the decimal mark."),
               _ ("If that is wrong, write the number without marks."));
  if (converted->named)
    note_once (reading,
               index,
               row,
               value,
               _ ("The column names owners: whoever is named there is taken for a known owner, and "
                  "the name is not kept."),
               _ ("If nobody owns it, write no."));
}

/* Three columns of three points. */
typedef struct
{
  const BfField *field;
  char *parts[3];
} Points;

static void
clear_points (gpointer data)
{
  Points *points = data;

  for (int i = 0; i < 3; i++)
    g_free (points->parts[i]);
}

static void
put_part (GArray *all, const BfColumn *column, const char *text)
{
  Points fresh = { column->field, { NULL, NULL, NULL } };
  guint i = 0;

  while (i < all->len && g_array_index (all, Points, i).field != column->field)
    i++;
  if (i == all->len)
    g_array_append_val (all, fresh);
  g_array_index (all, Points, i).parts[column->part - 1] = g_strdup (text);
}

static void
set_points (const Reading *reading, BfImportRow *row, const Points *points)
{
  const char *min = points->parts[0], *likely = points->parts[1], *max = points->parts[2];
  g_autofree char *text = NULL;

  if (!min && !likely && !max)
    return;
  if (!likely || !min != !max)
    {
      bf_import_tell_row (reading->import,
                          row,
                          points->field,
                          NULL,
                          g_strdup (_ ("Of the three values one or two are missing.")),
                          g_strdup (_ ("Fill in the lowest, the likely and the highest value, or "
                                       "the likely one alone.")));
      return;
    }
  text = min ? g_strconcat (min, "/", likely, "/", max, NULL) : g_strdup (likely);
  bf_import_set (reading->import, row, points->field, text);
}

static void
put_text (const Reading *reading,
          const BfColumn *column,
          BfImportRow *row,
          GArray *points,
          const char *text)
{
  if (text && column->part > 0)
    put_part (points, column, text);
  else if (text)
    bf_import_set (reading->import, row, column->field, text);
}

static void
read_cell (
    const Reading *reading, guint index, const BfGridRow *source, BfImportRow *row, GArray *points)
{
  const BfColumn *column = bf_layout_column (reading->layout, index);
  const BfCell *cell = cell_of (reading, column, source);
  guint number =
      column->row >= 0 ? bf_grid_row (reading->source, (guint) column->row)->row : source->row;
  const BfMend *mend = find_reading (reading, number, column, cell);
  g_auto (BfConverted) converted = { 0 };

  row->given |= G_GUINT64_CONSTANT (1) << (column->field - bf_record (row->kind)->fields);
  if (mend)
    {
      bf_import_note_answer (reading->import, mend);
      put_text (reading, column, row, points, mend->text);
      return;
    }
  if (!bf_convert_cell (column, cell, &converted))
    {
      g_autofree char *shown = bf_cell_shown (cell);

      row->bad = TRUE;
      bf_import_tell (reading->import,
                      BF_PROBLEM_ERROR,
                      reading->sheet,
                      number,
                      source->line,
                      column,
                      shown,
                      g_steal_pointer (&converted.what),
                      g_steal_pointer (&converted.cure));
      return;
    }
  note_understanding (reading, index, source, cell->text, &converted);
  put_text (reading, column, row, points, converted.text);
}

static BfImportRow *
read_record (const Reading *reading, const BfGridRow *source, BfRecordKind kind)
{
  BfImportRow *row = bf_import_row_new (kind, reading->sheet, source->row, source->line);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Points));

  g_array_set_clear_func (points, clear_points);
  for (guint i = 0; i < reading->layout->columns->len; i++)
    if (bf_layout_column (reading->layout, i)->kind == kind)
      read_cell (reading, i, source, row, points);
  for (guint i = 0; i < points->len; i++)
    set_points (reading, row, &g_array_index (points, Points, i));
  return row;
}

static void
add_record (const Reading *reading, BfImportRow *row)
{
  bf_import_finish (reading->import, row);
  bf_import_add (reading->import, row);
}

/* The period of a team in the same row. */
static void
read_period (const Reading *reading, const BfGridRow *source, const BfImportRow *team)
{
  BfImportRow *row = read_record (reading, source, BF_CAPACITY);

  if (row->present == 0 && !row->bad)
    {
      bf_import_row_free (row);
      return;
    }
  row->bad |= team->bad;
  bf_import_set (reading->import,
                 row,
                 bf_import_field (BF_CAPACITY, "team"),
                 ((const BfRow *) team->row)->key);
  add_record (reading, row);
}

static void
read_row (const Reading *reading, const BfGridRow *source)
{
  BfImportRow *row = read_record (reading, source, reading->layout->kind);

  reading->sheet->n_rows++;
  if (reading->layout->periods)
    read_period (reading, source, row);
  add_record (reading, row);
}

void
bf_import_read_rows (BfImport *import,
                     BfImportSheet *sheet,
                     const BfGrid *source,
                     const BfLayout *layout)
{
  g_autoptr (GArray) guessed = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_autoptr (GPtrArray) mends = mends_of_sheet (import, sheet);
  Reading reading = { import, sheet, source, layout, guessed, mends };

  g_array_set_size (guessed, layout->columns->len);
  if (layout->pairs)
    {
      if (!is_blank_row (&reading, bf_grid_row (source, 0)))
        read_row (&reading, bf_grid_row (source, 0));
      return;
    }
  for (guint i = layout->first_row; i < source->rows->len; i++)
    {
      const BfGridRow *row = bf_grid_row (source, i);

      if (is_blank_row (&reading, row) || leaves_out (&reading, row))
        continue;
      if (!pass_over (&reading, row))
        read_row (&reading, row);
      if (i % ROWS_A_REPORT == 0)
        {
          bf_import_report (import, 0.5 + 0.5 * i / source->rows->len);
          if (g_cancellable_is_cancelled (import->cancellable))
            return;
        }
    }
}
