/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells and tables of one sheet of the workbook: what the sheets are written with.
 *
 * Values keep their type: days become dates, money a number of currency units to the cent, text is
 * always text, even when it looks like a formula. Formulas carry their computed value, since many
 * viewers do not recalculate. Blank values (NULL, BF_BLANK, NAN) become blank cells. */

#pragma once

#include "bf-day.h"
#include "bf-workbook-style.h"

G_BEGIN_DECLS

typedef struct
{
  const char *heading; /* N_(), one word or few; names the column in formulas */
  const char *unit;    /* N_(), small, above the heading; "" none; "k¤": thousands of currency */
  double width;        /* characters */
  BfLook look;
} BfTableColumn;

/* A table with a name, as formulas of other sheets know it. */
typedef struct
{
  const char *name; /* the same in every language */
  const BfTableColumn *columns;
  guint n_columns;
  gboolean filter; /* buttons in the headings */
} BfTable;

typedef struct
{
  lxw_worksheet *sheet;
  BfWorkbookStyle *style;
  gboolean values_only; /* formulas leave their values alone */
} BfSheet;

/* Serial number of a day, and of a minute, in the 1900 date system. */
double bf_sheet_day_serial (gint64 day);
double bf_sheet_minute_serial (gint64 minute);

/* Valid UTF-8 without the characters that XML cannot carry, at most as long as a cell may be; ""
 * for NULL. Owned by the caller. */
char *bf_sheet_clean (const char *text);

void bf_sheet_part (BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfPart part, const char *text);
void bf_sheet_text (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, const char *text);
/* With any format. */
void bf_sheet_string (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, const char *text, lxw_format *format);
void bf_sheet_day (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, gint64 day);
void bf_sheet_minute (BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfGround ground, gint64 minute);
void bf_sheet_number (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, double number);
/* @minor units, BF_BLANK blank. */
void bf_sheet_money (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, gint64 minor);
/* @value is what the formula gives now, in the cell's own unit. */
void bf_sheet_formula (BfSheet *sheet,
                       lxw_row_t row,
                       lxw_col_t col,
                       lxw_format *format,
                       double value,
                       const char *formula,
                       ...) G_GNUC_PRINTF (6, 7);
void bf_sheet_formula_text (BfSheet *sheet,
                            lxw_row_t row,
                            lxw_col_t col,
                            lxw_format *format,
                            const char *value,
                            const char *formula,
                            ...) G_GNUC_PRINTF (6, 7);
/* Formats for bf_sheet_formula. */
lxw_format *bf_sheet_format (BfSheet *sheet, BfLook look, BfGround ground);

/* Units row at @row, headings at @row + 1, @n_rows (0: one blank row) below them as a named table;
 * column widths too. The caller fills the rows from @row + 2. */
void bf_sheet_add_table (
    BfSheet *sheet, const BfTable *table, lxw_row_t row, lxw_col_t col, guint n_rows);
/* The heading of a column as it stands in the sheet. */
const char *bf_table_heading (const BfTable *table, guint column);
/* "Steps[Capex]"; owned by the caller. */
char *bf_table_ref (const BfTable *table, guint column);

/* Points that @text needs when wrapped into @width characters; NULL: one line. */
double bf_sheet_text_height (const char *text, double width);

/* Landscape, one page wide, page numbers, @header_rows repeated, frozen below them and right of
 * @frozen_columns. */
void bf_sheet_set_up (BfSheet *sheet,
                      guint8 paper,
                      lxw_row_t first_header_row,
                      lxw_row_t n_header_rows,
                      lxw_col_t frozen_columns);

G_END_DECLS
