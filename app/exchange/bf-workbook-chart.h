/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts of the workbook have in common: letters, axes, columns of a table as series, and
 * the values that a viewer shows before it recalculates. */

#pragma once

#include "bf-workbook-private.h"

G_BEGIN_DECLS

/* The large ones of the summary. */
#define BF_SUMMARY_CHART_WIDTH 400
#define BF_SUMMARY_CHART_HEIGHT 300

/* The rows that a chart draws. */
typedef struct
{
  const char *sheet;
  lxw_row_t first, last;
} BfChartRows;

extern lxw_chart_line bf_chart_no_line;

/* Number formats; @x_format may be NULL. */
void bf_chart_set_axes (lxw_chart *chart, const char *x_format, const char *y_format);
void bf_chart_set_title (lxw_chart *chart, const char *title);
/* A column of a table whose first column names the rows. */
lxw_chart_series *
bf_chart_add_column (lxw_chart *chart, const BfChartRows *rows, lxw_col_t col, const char *name);
/* Copies the values that the series have in @sheet, those of formulas too, into the chart. */
void bf_chart_cache_all (BfSheet *sheet, lxw_chart *chart);

G_END_DECLS
