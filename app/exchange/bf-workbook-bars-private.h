/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the ruler of the timeline and its bars share. */

#pragma once

#include "bf-workbook-bars.h"

G_BEGIN_DECLS

/* Right of the ruler: the day after its last cell. */
lxw_col_t bf_bars_edge_column (const BfBars *bars);

/* "$BC7" or "BC$7": the row moves and the column stays, or the other way round. */
const char *
bf_bars_cell_name (char *name, lxw_row_t at, lxw_col_t col, gboolean row_fixed, gboolean col_fixed);
#define BF_IN_ROW(at, col)                                                                         \
  bf_bars_cell_name ((char[LXW_MAX_CELL_NAME_LENGTH]){ 0 }, (at), (col), FALSE, TRUE)
#define BF_IN_RULER(at, col)                                                                       \
  bf_bars_cell_name ((char[LXW_MAX_CELL_NAME_LENGTH]){ 0 }, (at), (col), TRUE, FALSE)

void bf_bars_write_part_headings (const BfBars *bars);

/* Over the ruler's columns, first come first shown. */
void bf_bars_add_condition (const BfBars *bars,
                            lxw_row_t first,
                            lxw_row_t last,
                            lxw_format *format,
                            const char *formula,
                            ...) G_GNUC_PRINTF (5, 6);
/* The column that the status date lies in. */
void bf_bars_add_today (const BfBars *bars, lxw_row_t first, lxw_row_t last, BfCondition condition);

G_END_DECLS
