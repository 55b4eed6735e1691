/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of money, each year's and each quarter's against its budget, and the tornado. Series
 * differ by pattern as well as by hue. */

#include "bf-workbook-chart.h"

#include <glib/gi18n-lib.h>

#define QUARTERS_WIDTH 800
#define QUARTERS_HEIGHT 336
#define TORNADO_WIDTH 460
#define TORNADO_HEIGHT 400

static void
add_kinds (lxw_chart *chart, const BfChartRows *rows, const lxw_col_t *columns)
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
  lxw_chart_series *series = bf_chart_add_column (chart, rows, columns[0], _ ("Capex"));

  chart_series_set_fill (series, &build);
  series = bf_chart_add_column (chart, rows, columns[1], _ ("Opex"));
  chart_series_set_pattern (series, &dots);
  chart_series_set_line (series, &care);
  series = bf_chart_add_column (chart, rows, columns[2], _ ("Validation"));
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
add_budget (lxw_chart *chart, const BfChartRows *rows, lxw_col_t col)
{
  static lxw_chart_fill ink = { .color = BF_COLOR_INK };
  static lxw_chart_line ink_line = { .color = BF_COLOR_INK, .width = 2.25 };
  lxw_chart_series *series = bf_chart_add_column (chart, rows, col, _ ("Budget"));

  chart_series_set_line (series, &ink_line);
  chart_series_set_marker_type (series, LXW_CHART_MARKER_DIAMOND);
  chart_series_set_marker_size (series, 5);
  chart_series_set_marker_fill (series, &ink);
  chart_series_set_marker_line (series, &bf_chart_no_line);
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
add_money_chart (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first_year, lxw_col_t col)
{
  static const lxw_col_t columns[] = { 1, 3, 5 };
  const BfChartRows rows = { "Summary", first_year, first_year + count_years (workbook) - 1 };
  lxw_chart *chart = workbook_add_chart (workbook->book, LXW_CHART_COLUMN_STACKED);
  g_autofree char *title = g_strdup_printf (_ ("Plan by year against budget, %s"),
                                            bf_workbook_style_millions (sheet->style));
  lxw_chart_options options = { .x_offset = 0,
                                .y_offset = 0,
                                .x_scale = BF_SUMMARY_CHART_WIDTH / 480.0,
                                .y_scale = BF_SUMMARY_CHART_HEIGHT / 288.0,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = title };

  add_kinds (chart, &rows, columns);
  if (workbook->roadmap->n_periods > 0)
    add_budget (chart, &rows, BF_SUMMARY_LAST_COLUMN);
  bf_chart_cache_all (sheet, chart);
  bf_chart_set_axes (chart, NULL, "0.0,,;-0.0,,;0");
  bf_chart_set_title (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_set_series_gap (chart, 60);
  worksheet_insert_chart_opt (sheet->sheet, 3, col, chart, &options);
}

void
bf_workbook_add_charts (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first_year, lxw_col_t col)
{
  add_money_chart (workbook, sheet, first_year, col);
  if (workbook->roadmap->draws.n_draws > 0)
    bf_workbook_add_curves (workbook, sheet, col);
}

/* --- Quarters --- */

/* What no budget pays. */
static void
add_other_kinds (lxw_chart *chart, const BfChartRows *rows)
{
  static lxw_chart_pattern hatch = { .type = LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
                                     .fg_color = BF_COLOR_STOP,
                                     .bg_color = BF_COLOR_STOP_TINT };
  static lxw_chart_pattern rails = { .type = LXW_CHART_PATTERN_NARROW_HORIZONTAL,
                                     .fg_color = BF_COLOR_BOTH,
                                     .bg_color = BF_COLOR_BOTH_TINT };
  static lxw_chart_fill bridges = { .color = BF_COLOR_LEGACY };
  lxw_chart_series *series =
      bf_chart_add_column (chart, rows, BF_QUARTERS_DOWNTIME, _ ("Downtime"));

  chart_series_set_pattern (series, &hatch);
  series = bf_chart_add_column (chart, rows, BF_QUARTERS_DOUBLE_RUNNING, _ ("Double running"));
  chart_series_set_pattern (series, &rails);
  series = bf_chart_add_column (chart, rows, BF_QUARTERS_BRIDGES, _ ("Bridges"));
  chart_series_set_fill (series, &bridges);
}

/* What would be missing in two of ten futures. */
static void
add_contingency (lxw_chart *chart, const BfChartRows *rows)
{
  static lxw_chart_fill none = { .none = LXW_TRUE };
  static lxw_chart_line dashed = { .color = BF_COLOR_INK_3,
                                   .width = 1,
                                   .dash_type = LXW_CHART_LINE_DASH_DASH };
  lxw_chart_series *series =
      bf_chart_add_column (chart, rows, BF_QUARTERS_CONTINGENCY, _ ("Contingency to P80"));

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
  const BfChartRows rows = { "Money", section + 3, last };
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
  bf_chart_cache_all (sheet, chart);
  bf_chart_set_axes (chart, NULL, "#,##0,;-#,##0,;0");
  bf_chart_set_title (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_set_series_gap (chart, 40);
  worksheet_insert_chart_opt (sheet->sheet, row, col, chart, &options);
}

/* --- Tornado --- */

/* The same shape as a column, seen from the side. */
static void
add_side (lxw_chart *chart,
          const BfChartRows *rows,
          lxw_col_t col,
          const char *name,
          lxw_chart_fill *fill)
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
  const BfChartRows rows = { "Risks", first, last };
  lxw_chart *chart = workbook_add_chart (workbook->book, LXW_CHART_BAR);
  const char *title = _ ("Days that each step moves the finish");
  lxw_chart_options options = { .x_offset = 12,
                                .x_scale = TORNADO_WIDTH / 480.0,
                                .y_scale = TORNADO_HEIGHT / 288.0,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = (char *) title };

  add_side (chart, &rows, 2, _ ("its best fifth of draws"), &build);
  add_side (chart, &rows, 3, _ ("its worst fifth of draws"), &stop);
  bf_chart_cache_all (sheet, chart);
  bf_chart_set_axes (chart, NULL, "0;-0;0");
  bf_chart_set_title (chart, title);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_label_position (chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_set_series_gap (chart, 40);
  chart_set_series_overlap (chart, 100);
  worksheet_insert_chart_opt (sheet->sheet, row, col, chart, &options);
}
