/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stops production: one area during one cutover, and the calendar of all of them. */

#pragma once

#include "bf-workbook-list.h"

G_BEGIN_DECLS

typedef struct
{
  const BfStepRow *row;
  const BfRoadmapCutover *cutover;
  int area;          /* -1: the plant as one */
  gint64 rate_minor; /* of an hour */
  double rates;      /* of all stops of the step, units */
} BfStop;

/* Its share of the step's stopped hours. */
double bf_stop_expected_hours (const BfStop *stop);
double bf_stop_p80_hours (const BfStop *stop);
const char *bf_stops_area_name (const BfWorkbook *workbook, int area);

/* The hours of an area in a quarter, both named by cells; owned by the caller. */
char *bf_stops_sum_formula (gboolean p80_hours, const char *area_cell, const char *quarter_cell);
/* A quarter a row, an area two columns, from row @at on; returns the row where more may follow, and
 * makes *@last the last column where it is further right. */
lxw_row_t bf_stops_write_calendar (
    BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, const GPtrArray *stops, lxw_col_t *last);

G_END_DECLS
