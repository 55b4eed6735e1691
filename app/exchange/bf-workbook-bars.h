/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Timeline: the ruler and the bars right of the frozen line.
 *
 * No bar is drawn into a cell. The ruler counts on from a date in weeks, months or quarters, both
 * of which are cells of the first row; right of it stand the dates of each step's parts, as
 * formulas over the sheet Steps; conditional formats lay the one over the other. A changed date
 * moves the bar. */

#pragma once

#include "bf-time-grid.h"
#include "bf-workbook-private.h"

G_BEGIN_DECLS

#define BF_NAME_COLUMNS "timeline_columns"
#define BF_NAME_FROM "timeline_from"
/* Characters. */
#define BF_BARS_CELL_WIDTH 1.86

typedef struct
{
  BfWorkbook *workbook;
  BfSheet *sheet;
  const BfTimeGrid *grid;
  lxw_row_t ruler;   /* years; below them the dates that the ruler counts */
  lxw_col_t first;   /* of the ruler */
  lxw_col_t release; /* column of the rows' last days */
  guint n_cutovers;  /* days that a step may have */
} BfBars;

void bf_bars_init (BfBars *bars, BfWorkbook *workbook, BfSheet *sheet, const BfTimeGrid *grid);
/* The two cells that set it, named; then years, dates, headings of the parts. */
void bf_bars_write_scale (const BfBars *bars, lxw_row_t at, lxw_col_t scale, lxw_col_t from);
void bf_bars_write_ruler (const BfBars *bars);
/* Shutdowns or freezes, of the table Windows. */
void bf_bars_write_windows (const BfBars *bars, lxw_row_t at, int kind, BfSign sign);
/* @cutover: the column of the row's first cutover. */
void bf_bars_write_step (const BfBars *bars, lxw_row_t at, const BfStepRow *row, lxw_col_t cutover);
void bf_bars_write_gate (const BfBars *bars, lxw_row_t at, gint64 gate);
/* What was approved; days may be blank. */
void bf_bars_write_approved (
    const BfBars *bars, lxw_row_t at, gint64 start, gint64 cutover, gint64 release);
/* The conditions of the rows. */
void bf_bars_write_conditions (const BfBars *bars, lxw_row_t first, lxw_row_t last);

G_END_DECLS
