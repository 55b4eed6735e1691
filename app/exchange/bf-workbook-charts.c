/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts: each year's plan against its budget, the chance to be finished by a day, what each
 * quarter costs. Series differ by pattern as well as by hue. */

#include "bf-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHART_WIDTH 400
#define CHART_HEIGHT 300
/* A curve leaves its chart here: the last draws may lie years behind all others. */
#define LAST_SHARE 0.975
#define SMALL_WIDTH 196
#define SMALL_HEIGHT 130
#define QUARTERS_WIDTH 800
#define QUARTERS_HEIGHT 336
#define TORNADO_WIDTH 460
#define TORNADO_HEIGHT 400

static lxw_chart_font axis_font = { .name = (char *) "Arial", .size = 9, .color = BF_COLOR_INK_2 };
static lxw_chart_font title_font = {
  .name = (char *) "Arial", .size = 10, .bold = LXW_TRUE, .color = BF_COLOR_INK
};
static lxw_chart_line grid_line = { .color = BF_COLOR_HAIRLINE, .width = 0.75 };
static lxw_chart_line base_line = { .color = BF_COLOR_INK_3, .width = 1 };
static lxw_chart_line no_line = { .none = LXW_TRUE };

/* The rows that a chart draws. */
typedef struct
{
  const char *sheet;
  lxw_row_t first, last;
} Rows;

static void
set_axes (lxw_chart *chart, const char *x_format, const char *y_format)
{
  chart_axis_set_num_font (chart->x_axis, &axis_font);
  chart_axis_set_num_font (chart->y_axis, &axis_font);
  chart_axis_set_num_format (chart->y_axis, y_format);
  if (x_format)
    chart_axis_set_num_format (chart->x_axis, x_format);
  chart_axis_set_line (chart->x_axis, &base_line);
  chart_axis_set_line (chart->y_axis, &no_line);
  chart_axis_set_major_tick_mark (chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_set_major_tick_mark (chart->x_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_FALSE);
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid_line);
}

static void
set_title (lxw_chart *chart, const char *title)
{
  static lxw_chart_line frame = { .color = 0xdedad5, .width = 0.75 };

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_font (chart, &axis_font);
  chart_chartarea_set_line (chart, &frame);
}

/* A column of a table whose first column names the rows. */
static lxw_chart_series *
add_column (lxw_chart *chart, const Rows *rows, lxw_col_t col, const char *name)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

  chart_series_set_categories (series, rows->sheet, rows->first, 0, rows->last, 0);
  chart_series_set_values (series, rows->sheet, rows->first, col, rows->last, col);
  chart_series_set_name (series, name);
  return series;
}

static void
add_kinds (lxw_chart *chart, const Rows *rows, const lxw_col_t *columns)
{
  static lxw_chart_fill build = { .color = BF_COLOR_BUILD };
  static lxw_chart_pattern dots = { .type = LXW_CHART_PATTERN_PERCENT_25,
                                    .fg_color = BF_COLOR_CARE,
                                    .bg_color = BF_COLOR_CARE_TINT };
  static lxw_chart_pattern hatch = { .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
                                     .fg_color = BF_COLOR_PROOF,
                                     .bg_color = BF_COLOR_PROOF_TINT };
  static lxw_chart_line care = { .color = BF_COLOR_CARE, .width = 0.75 };
  static lxw_chart_line proof = { .color = BF_COLOR_PROOF, .width = 0.75 };
  lxw_chart_series *series = add_column (chart, rows, columns[0], _ ("Capex"));

  chart_series_set_fill (series, &build);
  series = add_column (chart, rows, columns[1], _ ("Opex"));
  chart_series_set_pattern (series, &dots);
  chart_series_set_line (series, &care);
  series = add_column (chart, rows, columns[2], _ ("Validation"));
  chart_series_set_pattern (series, &hatch);
  chart_series_set_line (series, &proof);
}

/* The library draws one kind of series a chart. The last series, the budget, is drawn as a line
 * over the columns: when the columns are written it is set aside, and then written by a line chart
 * that shares file and axes. */
static void
write_columns_and_line (lxw_chart *chart)
{
  lxw_chart *columns = lxw_chart_new (LXW_CHART_COLUMN_STACKED);
  lxw_chart *line = lxw_chart_new (LXW_CHART_LINE);
  lxw_chart_series *series, *budget = NULL;

  STAILQ_FOREACH (series, chart->series_list, list_pointers) { budget = series; }
  STAILQ_REMOVE (chart->series_list, budget, lxw_chart_series, list_pointers);
  columns->write_chart_type (chart);
  STAILQ_INSERT_TAIL (line->series_list, budget, list_pointers);
  line->file = chart->file;
  line->series_index = chart->series_index;
  line->axis_id_1 = chart->axis_id_1;
  line->axis_id_2 = chart->axis_id_2;
  line->write_chart_type (line);
  STAILQ_REMOVE (line->series_list, budget, lxw_chart_series, list_pointers);
  STAILQ_INSERT_TAIL (chart->series_list, budget, list_pointers);
  line->file = NULL;
  lxw_chart_free (columns);
  lxw_chart_free (line);
}

static void
add_budget (lxw_chart *chart, const Rows *rows, lxw_col_t col)
{
  static lxw_chart_fill ink = { .color = BF_COLOR_INK };
  static lxw_chart_line ink_line = { .color = BF_COLOR_INK, .width = 2.25 };
  lxw_chart_series *series = add_column (chart, rows, col, _ ("Budget"));

  chart_series_set_line (series, &ink_line);
  chart_series_set_marker_type (series, LXW_CHART_MARKER_DIAMOND);
  chart_series_set_marker_size (series, 5);
  chart_series_set_marker_fill (series, &ink);
  chart_series_set_marker_line (series, &no_line);
  chart->write_chart_type = write_columns_and_line;
}

/* Budgets end with the plan; what runs on into the days after them is no column of its own. */
static guint
count_years (const BfWorkbook *workbook)
{
  guint n = 0;

  for (guint i = 0; i < workbook->years->len; i++)
    if (g_array_index (workbook->years, BfMoneyPeriod, i).has_budget)
      n = i + 1;
  return n ? n : MAX (workbook->years->len, 1);
}

static void
cache_all (BfSheet *sheet, lxw_chart *chart)
{
  lxw_chart_series *series;

  STAILQ_FOREACH (series, chart->series_list, list_pointers)
  {
    bf_workbook_cache_series (sheet->sheet, series);
  }
}

static void
add_money_chart (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first_year, lxw_col_t col)
{
  static const lxw_col_t columns[] = { 1, 3, 5 };
  const Rows rows = { "Summary", first_year, first_year + count_years (workbook) - 1 };
  lxw_chart *chart = workbook_add_chart (workbook->book, LXW_CHART_COLUMN_STACKED);
  g_autofree char *title = g_strdup_printf (_ ("Plan by year against budget, %s"),
                                            bf_workbook_style_millions (sheet->style));
  lxw_chart_options options = { .x_offset = 0,
                                .y_offset = 0,
                                .x_scale = CHART_WIDTH / 480.0,
                                .y_scale = CHART_HEIGHT / 288.0,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = title };

  add_kinds (chart, &rows, columns);
  if (workbook->roadmap->n_periods > 0)
    add_budget (chart, &rows, BF_SUMMARY_LAST_COLUMN);
  cache_all (sheet, chart);
  set_axes (chart, NULL, "0.0,,;-0.0,,;0");
  set_title (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_set_series_gap (chart, 60);
  worksheet_insert_chart_opt (sheet->sheet, 3, col, chart, &options);
}

/* --- Curves --- */

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
      chart_series_set_marker_line (series, &no_line);
      chart_series_set_line (series, &no_line);
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
  set_axes (chart, curve->number_format, "0 %");
  set_title (chart, curve->title);
  set_extent (workbook, chart, curve);
  chart_axis_set_min (chart->y_axis, 0);
  chart_axis_set_max (chart->y_axis, 1);
  chart_axis_set_major_unit (chart->y_axis, curve->small ? 0.5 : 0.2);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  worksheet_insert_chart_opt (sheet->sheet, curve->row, col, chart, &options);
}

static void
add_curves (BfWorkbook *workbook, BfSheet *sheet, lxw_col_t col)
{
  g_autofree char *cost =
      /* Translators: %s is a unit of money, as in M€. */
      g_strdup_printf (_ ("Cost at most, %s"), bf_workbook_style_millions (sheet->style));
  const Curve curves[] = {
    { BF_SPREAD_FINISH,
      _ ("Chance to be finished by"),
      "mmm yy",
      CHART_WIDTH,
      CHART_HEIGHT,
      0,
      18,
      FALSE },
    { BF_SPREAD_COST, cost, "0.0,,", SMALL_WIDTH, SMALL_HEIGHT, 0, 33, TRUE },
    { BF_SPREAD_HOURS,
      _ ("Hours lost at most"),
      "0",
      SMALL_WIDTH,
      SMALL_HEIGHT,
      CHART_WIDTH - SMALL_WIDTH,
      33,
      TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    add_curve_chart (workbook, sheet, col, &curves[i]);
}

void
bf_workbook_add_charts (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first_year, lxw_col_t col)
{
  add_money_chart (workbook, sheet, first_year, col);
  if (workbook->roadmap->draws.n_draws > 0)
    add_curves (workbook, sheet, col);
}

/* --- Quarters --- */

/* What no budget pays. */
static void
add_other_kinds (lxw_chart *chart, const Rows *rows)
{
  static lxw_chart_pattern hatch = { .type = LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
                                     .fg_color = BF_COLOR_STOP,
                                     .bg_color = BF_COLOR_STOP_TINT };
  static lxw_chart_pattern rails = { .type = LXW_CHART_PATTERN_NARROW_HORIZONTAL,
                                     .fg_color = BF_COLOR_BOTH,
                                     .bg_color = BF_COLOR_BOTH_TINT };
  static lxw_chart_fill bridges = { .color = BF_COLOR_LEGACY };
  lxw_chart_series *series = add_column (chart, rows, BF_QUARTERS_DOWNTIME, _ ("Downtime"));

  chart_series_set_pattern (series, &hatch);
  series = add_column (chart, rows, BF_QUARTERS_DOUBLE_RUNNING, _ ("Double running"));
  chart_series_set_pattern (series, &rails);
  series = add_column (chart, rows, BF_QUARTERS_BRIDGES, _ ("Bridges"));
  chart_series_set_fill (series, &bridges);
}

/* What would be missing in two of ten futures. */
static void
add_contingency (lxw_chart *chart, const Rows *rows)
{
  static lxw_chart_fill none = { .none = LXW_TRUE };
  static lxw_chart_line dashed = { .color = BF_COLOR_INK_3,
                                   .width = 1,
                                   .dash_type = LXW_CHART_LINE_DASH_DASH };
  lxw_chart_series *series =
      add_column (chart, rows, BF_QUARTERS_CONTINGENCY, _ ("Contingency to P80"));

  chart_series_set_fill (series, &none);
  chart_series_set_line (series, &dashed);
}

void
bf_workbook_add_quarters_chart (BfWorkbook *workbook,
                                BfSheet *sheet,
                                lxw_row_t section,
                                lxw_row_t last,
                                lxw_row_t row,
                                lxw_col_t col)
{
  static const lxw_col_t columns[] = { BF_QUARTERS_CAPEX,
                                       BF_QUARTERS_OPEX,
                                       BF_QUARTERS_VALIDATION };
  const Rows rows = { "Money", section + 3, last };
  lxw_chart *chart = workbook_add_chart (workbook->book, LXW_CHART_COLUMN_STACKED);
  g_autofree char *title = g_strdup_printf (_ ("What each quarter costs against its budget, %s"),
                                            bf_workbook_style_thousands (sheet->style));
  lxw_chart_options options = { .x_scale = QUARTERS_WIDTH / 480.0,
                                .y_scale = QUARTERS_HEIGHT / 288.0,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = title };

  add_kinds (chart, &rows, columns);
  add_other_kinds (chart, &rows);
  if (workbook->roadmap->draws.n_draws > 0)
    add_contingency (chart, &rows);
  if (bf_plan_count (workbook->plan, BF_BUDGET) > 0)
    add_budget (chart, &rows, BF_QUARTERS_BUDGET);
  cache_all (sheet, chart);
  set_axes (chart, NULL, "#,##0,;-#,##0,;0");
  set_title (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_set_series_gap (chart, 40);
  worksheet_insert_chart_opt (sheet->sheet, row, col, chart, &options);
}

/* --- Tornado --- */

/* The same shape as a column, seen from the side. */
static void
add_side (lxw_chart *chart, const Rows *rows, lxw_col_t col, const char *name, lxw_chart_fill *fill)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

  chart_series_set_categories (series, rows->sheet, rows->first, 1, rows->last, 1);
  chart_series_set_values (series, rows->sheet, rows->first, col, rows->last, col);
  chart_series_set_name (series, name);
  chart_series_set_fill (series, fill);
}

void
bf_workbook_add_tornado (BfWorkbook *workbook,
                         BfSheet *sheet,
                         lxw_row_t first,
                         lxw_row_t last,
                         lxw_row_t row,
                         lxw_col_t col)
{
  static lxw_chart_fill build = { .color = BF_COLOR_BUILD };
  static lxw_chart_fill stop = { .color = BF_COLOR_STOP };
  const Rows rows = { "Risks", first, last };
  lxw_chart *chart = workbook_add_chart (workbook->book, LXW_CHART_BAR);
  const char *title = _ ("Days that each step moves the finish");
  lxw_chart_options options = { .x_offset = 12,
                                .x_scale = TORNADO_WIDTH / 480.0,
                                .y_scale = TORNADO_HEIGHT / 288.0,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = (char *) title };

  add_side (chart, &rows, 2, _ ("its best fifth of draws"), &build);
  add_side (chart, &rows, 3, _ ("its worst fifth of draws"), &stop);
  cache_all (sheet, chart);
  set_axes (chart, NULL, "0;-0;0");
  set_title (chart, title);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_label_position (chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_set_series_gap (chart, 40);
  chart_set_series_overlap (chart, 100);
  worksheet_insert_chart_opt (sheet->sheet, row, col, chart, &options);
}
