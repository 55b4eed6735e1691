/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows before anything is computed.
 *
 * A chart carries a copy of the values that it draws, for programs that show it without opening the
 * sheets. The library copies plain numbers only and takes formulas for zeros; here the computed
 * values of the formulas are copied. */

#include "bf-workbook-private.h"

#include <stdlib.h>

static double
value_of (lxw_worksheet *sheet, lxw_row_t row_number, lxw_col_t col)
{
  lxw_row *row = lxw_worksheet_find_row (sheet, row_number);
  lxw_cell *cell = row ? lxw_worksheet_find_cell_in_row (row, col) : NULL;

  if (cell == NULL)
    return 0;
  if (cell->type == FORMULA_CELL)
    return cell->formula_result;
  return cell->type == NUMBER_CELL ? cell->u.number : 0;
}

void
bf_workbook_cache_series (lxw_worksheet *sheet, lxw_chart_series *series)
{
  lxw_series_range *range = series->values;

  for (lxw_row_t row = range->first_row; row <= range->last_row; row++)
    {
      /* The library frees it. */
      lxw_series_data_point *point = calloc (1, sizeof *point);

      point->number = value_of (sheet, row, range->first_col);
      STAILQ_INSERT_TAIL (range->data_cache, point, list_pointers);
      range->num_data_points++;
    }
  range->ignore_cache = LXW_TRUE;
}
