/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-chart.h"

#include <stdlib.h>

static lxw_chart_font axis_font = { .name = (char *) "Arial", .size = 9, .color = BF_COLOR_INK_2 };
static lxw_chart_font title_font = {
  .name = (char *) "Arial", .size = 10, .bold = LXW_TRUE, .color = BF_COLOR_INK
};
static lxw_chart_line grid_line = { .color = BF_COLOR_HAIRLINE, .width = 0.75 };
static lxw_chart_line base_line = { .color = BF_COLOR_INK_3, .width = 1 };
lxw_chart_line bf_chart_no_line = { .none = LXW_TRUE };

void
bf_chart_set_axes (lxw_chart *chart, const char *x_format, const char *y_format)
{
  chart_axis_set_num_font (chart->x_axis, &axis_font);
  chart_axis_set_num_font (chart->y_axis, &axis_font);
  chart_axis_set_num_format (chart->y_axis, y_format);
  if (x_format)
    chart_axis_set_num_format (chart->x_axis, x_format);
  chart_axis_set_line (chart->x_axis, &base_line);
  chart_axis_set_line (chart->y_axis, &bf_chart_no_line);
  chart_axis_set_major_tick_mark (chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_set_major_tick_mark (chart->x_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_FALSE);
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid_line);
}

void
bf_chart_set_title (lxw_chart *chart, const char *title)
{
  static lxw_chart_line frame = { .color = 0xdedad5, .width = 0.75 };

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_font (chart, &axis_font);
  chart_chartarea_set_line (chart, &frame);
}

lxw_chart_series *
bf_chart_add_column (lxw_chart *chart, const BfChartRows *rows, lxw_col_t col, const char *name)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

  chart_series_set_categories (series, rows->sheet, rows->first, 0, rows->last, 0);
  chart_series_set_values (series, rows->sheet, rows->first, col, rows->last, col);
  chart_series_set_name (series, name);
  return series;
}

/* A chart carries a copy of the values that it draws, for programs that show it without opening the
 * sheets. The library copies plain numbers only and takes formulas for zeros; here the computed
 * values of the formulas are copied. */

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

static void
cache_series (lxw_worksheet *sheet, lxw_chart_series *series)
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

void
bf_chart_cache_all (BfSheet *sheet, lxw_chart *chart)
{
  lxw_chart_series *series;

  STAILQ_FOREACH (series, chart->series_list, list_pointers)
  {
    cache_series (sheet->sheet, series);
  }
}
