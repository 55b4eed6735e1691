/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an answer to a problem needs: the whole cell, what it probably means, and its neighbours.
 * Put into the problems at the end, while the cells are still at hand; notes that the person has
 * called right are taken out. */

#include "bf-import-private.h"
#include "bf-suggest.h"

typedef struct
{
  const BfImportSheet *sheet;
  const BfGrid *grid;
} Place;

/* Sheets and grids were added in the same order. */
static gboolean
find_place (const BfImport *import, const BfProblem *problem, Place *place)
{
  guint at = 0;

  for (guint i = 0; i < import->grids->len; i++)
    {
      const GPtrArray *grids = g_ptr_array_index (import->grids, i);

      for (guint j = 0; j < grids->len; j++)
        {
          place->sheet = g_ptr_array_index (import->sheets, at++);
          place->grid = g_ptr_array_index (grids, j);
          if (g_strcmp0 (place->sheet->file, problem->file) == 0 &&
              g_strcmp0 (place->sheet->sheet, problem->sheet) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static const BfColumn *
find_column (const Place *place, const BfProblem *problem)
{
  const BfLayout *layout = place->sheet->layout;

  for (guint i = 0; i < layout->columns->len; i++)
    {
      const BfColumn *column = bf_layout_column (layout, i);
      g_autofree char *letters = bf_column_letters (column->column);

      if (g_strcmp0 (letters, problem->letters) == 0 &&
          (column->row < 0 || bf_grid_row (place->grid, (guint) column->row)->row == problem->row))
        return column;
    }
  return NULL;
}

static char *
shown (const BfGridRow *row, guint column)
{
  char *text = row ? bf_cell_shown (bf_grid_row_cell (row, column)) : NULL;

  if (text && !*text)
    g_clear_pointer (&text, g_free);
  return text;
}

/* Where the sheet says whose row it is. */
static guint
key_column (const BfLayout *layout)
{
  const BfColumn *key = bf_layout_column_of (layout, &bf_record (layout->kind)->fields[0]);

  return key ? key->column : 0;
}

/* The wrong cell and its neighbours; the first of them is the key's, so that one sees whose row it
 * is. */
static BfExcerpt *
excerpt_new (const Place *place, const BfGridRow *row, guint wrong)
{
  const BfLayout *layout = place->sheet->layout;
  const BfGridRow *headings =
      layout->pairs || layout->bare ? NULL : bf_grid_row (place->grid, layout->heading_row);
  guint n = MAX (place->grid->n_columns, wrong + 1);
  guint from = wrong > 2 ? wrong - 2 : 0;
  BfExcerpt *excerpt = g_new0 (BfExcerpt, 1);

  from = n > BF_EXCERPT_CELLS ? MIN (from, n - BF_EXCERPT_CELLS) : 0;
  excerpt->heading_row = headings ? headings->row : 0;
  excerpt->n_cells = MIN (n, BF_EXCERPT_CELLS);
  for (guint i = 0; i < excerpt->n_cells; i++)
    {
      guint at = i == 0 && key_column (layout) < from ? key_column (layout) : from + i;

      excerpt->cells[i].letters = bf_column_letters (at);
      excerpt->cells[i].heading = shown (headings, at);
      excerpt->cells[i].value = shown (row, at);
      excerpt->cells[i].wrong = at == wrong;
    }
  return excerpt;
}

/* A sentence about what was understood ("4.5") quotes what stands there ("4,5"). */
static void
quote_cell (BfProblem *problem)
{
  g_autofree char *understood = g_strdup_printf ("“%s”", problem->value ? problem->value : "");
  char *what = problem->what;

  /* Of an estimate the cell may be one part of three. */
  if (!problem->cell || !g_str_has_prefix (what, understood) ||
      (problem->field && problem->field->kind == BF_KIND_ESTIMATE))
    return;
  problem->what = g_strdup_printf ("“%s”%s", problem->cell, what + strlen (understood));
  g_free (what);
  g_free (problem->value);
  problem->value = g_strdup (problem->cell);
}

static void
look_at_cell (BfImport *import, BfProblem *problem)
{
  Place place;
  const BfGridRow *row;
  const BfColumn *column;

  if (!find_place (import, problem, &place))
    return;
  row = bf_grid_find_row (place.grid, problem->row);
  column = row ? find_column (&place, problem) : NULL;
  if (!column)
    return;
  problem->cell = shown (row, column->column);
  quote_cell (problem);
  problem->either =
      column->undecided && problem->cell && bf_date_words_judge (problem->cell) == BF_DATE_EITHER;
  problem->excerpt = excerpt_new (&place, row, column->column);
  if (!problem->suggestion && !problem->either && problem->severity == BF_PROBLEM_ERROR)
    problem->suggestion = bf_suggest (column, bf_grid_row_cell (row, column->column));
}

static const BfMend *
find_acceptance (const BfImport *import, const BfProblem *problem)
{
  g_autoptr (BfMend) wanted = bf_mend_new (problem, BF_MEND_ACCEPT, NULL);

  for (guint i = 0; i < import->mends->len; i++)
    {
      const BfMend *mend = g_ptr_array_index (import->mends, i);

      if (mend->kind == BF_MEND_ACCEPT && bf_mend_same_place (mend, wanted) &&
          g_strcmp0 (mend->cell, problem->cell) == 0)
        return mend;
    }
  return NULL;
}

static void
drop_accepted (BfImport *import)
{
  for (guint i = import->problems->len; import->mends->len > 0 && i > 0; i--)
    {
      const BfProblem *problem = g_ptr_array_index (import->problems, i - 1);
      const BfMend *mend =
          problem->severity == BF_PROBLEM_NOTE ? find_acceptance (import, problem) : NULL;

      if (!mend)
        continue;
      bf_import_note_answer (import, mend);
      g_ptr_array_remove_index (import->problems, i - 1);
    }
}

void
bf_import_excerpt (BfImport *import)
{
  guint n = 0;

  for (guint i = 0; i < import->problems->len && n < BF_IMPORT_EXCERPTS; i++)
    {
      BfProblem *problem = g_ptr_array_index (import->problems, i);

      if (problem->row == 0 || !problem->letters)
        continue;
      look_at_cell (import, problem);
      n++;
    }
  drop_accepted (import);
}
