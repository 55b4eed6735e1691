/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet that is a list: a row a thing, a column a fact.
 *
 * A sheet file gives one table of columns; headings, widths, row heights, totals, the grey of what
 * may be changed, and the round trip (bf-workbook-trip.h) follow from it. A column is a field of a
 * record, or what the plan makes of the row. */

#pragma once

#include "bf-workbook-private.h"

G_BEGIN_DECLS

/* A row while it is written. */
typedef struct
{
  gconstpointer thing; /* the record's row, or what the caller listed */
  guint index;         /* 0 .. in the list */
  lxw_row_t at;        /* in the sheet */
  guint argument;      /* of the column that is asked for */
} BfListRow;

/* What stands in a cell; owns its texts. Blank: neither text nor a finite number. */
typedef struct
{
  char *text;
  double number;
  char *formula; /* NULL: a plain value */
} BfFact;

BfFact bf_fact_text (const char *text);
BfFact bf_fact_take (char *text);
BfFact bf_fact_number (double number);
BfFact bf_fact_day (gint64 day);
BfFact bf_fact_minute (gint64 minute);
BfFact bf_fact_money (gint64 minor);
/* @value is what the formula gives now. */
BfFact bf_fact_formula (double value, const char *formula, ...) G_GNUC_PRINTF (2, 3);
/* The field as people read it: choices by their labels. */
BfFact bf_fact_field (const BfField *field, gconstpointer row);

typedef enum
{
  BF_LIST_INPUT = 1 << 0, /* may be changed; a record's fields always */
  BF_LIST_STRONG = 1 << 1,
  BF_LIST_SUM = 1 << 2, /* summed up below the last row */
} BfListFlags;

typedef struct
{
  const char *field;    /* column of the record; NULL: a fact of the sheet's own */
  BfTableColumn column; /* of a field: only the width counts, 0 takes the kind's */
  BfFact (*fact) (const BfWorkbook *workbook, const BfListRow *row);
  int flags;
  guint argument; /* tells columns of one function apart */
} BfListColumn;

/* A column of the sheet's own: heading N_(), unit, width, look without BF_LOOK_, what fills it;
 * then .flags. */
#define BF_OWN(heading_text, unit_text, characters, LOOK, function, rest...)                       \
  {                                                                                                \
    .column = { (heading_text), (unit_text), (characters), BF_LOOK_##LOOK }, .fact = (function),   \
    ##rest                                                                                         \
  }

typedef struct
{
  const char *name;    /* of the table, the same in every language */
  const char *section; /* N_(), above it; NULL */
  const char *empty;   /* N_(), a sentence where there is no row */
  const BfListColumn *columns;
  guint n_columns;
  BfRecordKind kind;     /* BF_NO_RECORD: of no record, and nothing of it comes back */
  gboolean rest;         /* the record's other fields stand right of what is printed */
  gboolean open;         /* rows may be added and taken away */
  gboolean keeps_widths; /* of the list above; its own only measure texts */
} BfList;

/* Where the rows of a whole sheet's list begin. */
#define BF_LIST_FIRST_ROW 5
/* The whole sheet: title ("Plant: risks"), note, the list, page set-up. */
void bf_list_write_sheet (BfWorkbook *workbook,
                          BfSheet *sheet,
                          const BfList *list,
                          const char *title,
                          const char *note,
                          const GPtrArray *things);
/* Title and note alone. */
void
bf_list_write_title (BfWorkbook *workbook, BfSheet *sheet, const char *title, const char *note);
/* The list from row @at on (its section, units, headings, rows, sums); @things NULL: the rows of
 * its record. Returns the row after it. */
lxw_row_t bf_list_write (BfWorkbook *workbook,
                         BfSheet *sheet,
                         const BfList *list,
                         lxw_row_t at,
                         const GPtrArray *things);
/* "Stops[Cost]"; owned by the caller. */
char *bf_list_ref (const BfList *list, guint column);
/* "K12": the column's cell in the row; @cell holds LXW_MAX_CELL_NAME_LENGTH. */
const char *bf_list_cell (char *cell, const BfListRow *row, guint column);
#define BF_CELL(row, column) bf_list_cell ((char[LXW_MAX_CELL_NAME_LENGTH]){ 0 }, (row), (column))

/* Writes a field as a cell that may be changed. */
void bf_list_write_field (
    BfSheet *sheet, lxw_row_t at, lxw_col_t col, const BfField *field, gconstpointer row);
/* How a field's column looks. */
BfTableColumn bf_list_field_column (const BfField *field, double width);

G_END_DECLS
