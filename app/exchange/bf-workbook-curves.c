/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Summary: the chance to be finished by a day, to cost and to lose at most so much. */

#include "bf-workbook-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A curve leaves its chart here: the last draws may lie years behind all others. */
#define LAST_SHARE 0.975
#define SMALL_WIDTH 196
#define SMALL_HEIGHT 130

/* The simulated share of draws that stay at or below a value, with P50, P80 and P90 marked. */
typedef struct
{
  guint column; /* of Spread */
  const char *title, *number_format;
  int width, height, x_offset;
  lxw_row_t row;
  gboolean small; /* no axis but its two ends */
} Curve;

static void
add_curve (lxw_chart *chart, const Curve *curve)
{
  static lxw_chart_line line = { .color = BF_COLOR_BUILD, .width = 2 };
  static lxw_chart_fill ink = { .color = BF_COLOR_INK };
  static const lxw_row_t marked[] = { 20, 32, 36 }; /* 50, 80 and 90 % of forty steps */
  lxw_row_t last = BF_SPREAD_FIRST_ROW + BF_SPREAD_ROWS - 1;
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_col_t x = BF_SPREAD_FIRST_COLUMN + (lxw_col_t) curve->column;
  lxw_col_t y = BF_SPREAD_FIRST_COLUMN + BF_SPREAD_CHANCE;

  chart_series_set_categories (series, "Assumptions", BF_SPREAD_FIRST_ROW, x, last, x);
  chart_series_set_values (series, "Assumptions", BF_SPREAD_FIRST_ROW, y, last, y);
  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, LXW_CHART_MARKER_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    {
      lxw_row_t row = BF_SPREAD_FIRST_ROW + marked[i];

      series = chart_add_series (chart, NULL, NULL);
      chart_series_set_categories (series, "Assumptions", row, x, row, x);
      chart_series_set_values (series, "Assumptions", row, y, row, y);
      chart_series_set_marker_type (series, LXW_CHART_MARKER_CIRCLE);
      chart_series_set_marker_size (series, curve->small ? 5 : 7);
      chart_series_set_marker_fill (series, &ink);
      chart_series_set_marker_line (series, &bf_chart_no_line);
      chart_series_set_line (series, &bf_chart_no_line);
    }
}

/* The axis ends where the curve does, not at the next round number of days. */
static void
set_extent (const BfWorkbook *workbook, lxw_chart *chart, const Curve *curve)
{
  double low = bf_workbook_spread (workbook, curve->column, 0);
  double high = bf_workbook_spread (workbook, curve->column, LAST_SHARE);
  double part;

  if (curve->column == BF_SPREAD_FINISH)
    {
      low = floor (low / 30) * 30;
      high = ceil (high / 30) * 30;
    }
  if (high <= low)
    high = low + 1;
  part = (high - low) / (curve->small ? 1 : 4);
  chart_axis_set_min (chart->x_axis, low);
  chart_axis_set_max (chart->x_axis, high);
  chart_axis_set_major_unit (chart->x_axis, part);
}

static void
add_curve_chart (BfWorkbook *workbook, BfSheet *sheet, lxw_col_t col, const Curve *curve)
{
  lxw_chart *chart = workbook_add_chart (workbook->book, LXW_CHART_SCATTER_STRAIGHT);
  lxw_chart_options options = { .x_offset = curve->x_offset,
                                .x_scale = curve->width / 480.0,
                                .y_scale = curve->height / 288.0,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = (char *) curve->title };

  add_curve (chart, curve);
  bf_chart_set_axes (chart, curve->number_format, "0 %");
  bf_chart_set_title (chart, curve->title);
  set_extent (workbook, chart, curve);
  chart_axis_set_min (chart->y_axis, 0);
  chart_axis_set_max (chart->y_axis, 1);
  chart_axis_set_major_unit (chart->y_axis, curve->small ? 0.5 : 0.2);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  worksheet_insert_chart_opt (sheet->sheet, curve->row, col, chart, &options);
}

void
bf_workbook_add_curves (BfWorkbook *workbook, BfSheet *sheet, lxw_col_t col)
{
  g_autofree char *cost =
      /* Translators: %s is a unit of money, as in M€. */
      g_strdup_printf (_ ("Cost at most, %s"), bf_workbook_style_millions (sheet->style));
  const Curve curves[] = {
    { BF_SPREAD_FINISH,
      _ ("Chance to be finished by"),
      "mmm yy",
      BF_SUMMARY_CHART_WIDTH,
      BF_SUMMARY_CHART_HEIGHT,
      0,
      18,
      FALSE },
    { BF_SPREAD_COST, cost, "0.0,,", SMALL_WIDTH, SMALL_HEIGHT, 0, 33, TRUE },
    { BF_SPREAD_HOURS,
      _ ("Hours lost at most"),
      "0",
      SMALL_WIDTH,
      SMALL_HEIGHT,
      BF_SUMMARY_CHART_WIDTH - SMALL_WIDTH,
      33,
      TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    add_curve_chart (workbook, sheet, col, &curves[i]);
}
