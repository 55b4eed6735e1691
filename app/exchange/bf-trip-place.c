/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the lists of a workbook that came back stand: by their headings, in any order of columns,
 * on the sheet that bears their name or on any other. A list ends where the headings of another
 * one stand. */

#include "bf-loose.h"
#include "bf-round-trip-private.h"

/* Most cells differ in their first letter: only the others are tidied. */
static gboolean
says (const BfCell *cell, const char *text)
{
  g_autofree char *shown = NULL;

  if (cell->kind != BF_CELL_TEXT)
    return FALSE;
  if (cell->text[0] != text[0] && !g_ascii_isspace (cell->text[0]))
    return FALSE;
  shown = bf_tidy (cell->text);
  return g_str_equal (shown, text);
}

/* The column whose cell says that; -1. */
static int
find_text (const BfGridRow *row, const char *text)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (says (&row->cells[i], text))
      return (int) i;
  return -1;
}

/* How many of the list's headings stand in the row; 0 without that of the key. Of pairs, the
 * headings are not in a row. */
static guint
count_headings (const BfGridRow *row, const BfTripList *list)
{
  guint n = 0;

  if (find_text (row, list->headings->pdata[0]) < 0)
    return 0;
  for (guint i = 0; i < list->headings->len; i++)
    n += find_text (row, list->headings->pdata[i]) >= 0;
  return n;
}

static guint
least_headings (const BfTripList *list)
{
  return list->pairs ? 1 : MAX (2, (list->headings->len + 1) / 2);
}

/* The row with most headings; FALSE when none has enough. */
static gboolean
find_heading (const BfGrid *grid, const BfTripList *list, guint *index)
{
  guint most = 0;

  for (guint i = 0; i < grid->rows->len; i++)
    {
      guint n = count_headings (bf_grid_row (grid, i), list);

      if (n > most)
        {
          most = n;
          *index = i;
        }
    }
  return most >= least_headings (list);
}

static const BfGrid *
find_grid (const BfRoundTrip *trip, const BfTripList *list, guint *heading)
{
  for (guint i = 0; i < trip->grids->len; i++)
    {
      const BfGrid *grid = trip->grids->pdata[i];

      if (g_strcmp0 (grid->name, list->sheet) == 0 && find_heading (grid, list, heading))
        return grid;
    }
  for (guint i = 0; i < trip->grids->len; i++)
    if (!list->pairs && find_heading (trip->grids->pdata[i], list, heading))
      return trip->grids->pdata[i];
  return NULL;
}

/* --- Where it ends --- */

static gboolean
is_other_table (const BfRoundTrip *trip, const BfGridRow *row)
{
  for (guint i = 0; i < trip->record->others->len; i++)
    {
      char **other = trip->record->others->pdata[i];

      if (find_text (row, other[1]) >= 0 && find_text (row, other[2]) >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_another (const BfRoundTrip *trip, const BfTripList *list, const BfGridRow *row)
{
  for (guint i = 0; i < trip->record->lists->len; i++)
    {
      const BfTripList *other = trip->record->lists->pdata[i];

      if (other != list && !other->pairs && count_headings (row, other) >= least_headings (other))
        return TRUE;
    }
  return is_other_table (trip, row);
}

/* Units stand right above headings. */
static guint
find_end (const BfRoundTrip *trip, const BfTripPlace *place)
{
  for (guint i = place->heading + 1; i < place->grid->rows->len; i++)
    if (begins_another (trip, place->list, bf_grid_row (place->grid, i)))
      {
        gboolean units = i > place->heading + 1 && bf_grid_row (place->grid, i - 1)->row + 1 ==
                                                       bf_grid_row (place->grid, i)->row;
        const BfCell *key =
            units ? bf_trip_place_cell (place, bf_grid_row (place->grid, i - 1), 0) : NULL;

        return key && key->kind == BF_CELL_BLANK ? i - 1 : i;
      }
  return place->grid->rows->len;
}

gboolean
bf_trip_place_find (const BfRoundTrip *trip, const BfTripList *list, BfTripPlace *place)
{
  *place = (BfTripPlace){ .list = list };
  if (list->headings->len == 0)
    return FALSE;
  place->grid = find_grid (trip, list, &place->heading);
  if (place->grid == NULL)
    return FALSE;
  place->columns = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < list->headings->len; i++)
    {
      int column = find_text (bf_grid_row (place->grid, place->heading), list->headings->pdata[i]);

      g_array_append_val (place->columns, column);
    }
  place->end = list->pairs ? place->grid->rows->len : find_end (trip, place);
  return TRUE;
}

void
bf_trip_place_clear (BfTripPlace *place)
{
  g_clear_pointer (&place->columns, g_array_unref);
}

const BfCell *
bf_trip_place_cell (const BfTripPlace *place, const BfGridRow *row, guint field)
{
  int column = g_array_index (place->columns, int, field);

  /* Beyond the row's end a grid gives a blank cell. */
  return bf_grid_row_cell (row, column < 0 ? BF_READER_MAX_COLUMNS : (guint) column);
}

int
bf_trip_place_column (const BfTripPlace *place, const char *heading)
{
  return find_text (bf_grid_row (place->grid, place->heading), heading);
}
