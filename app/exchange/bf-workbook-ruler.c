/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Timeline: the dates that its columns count, and the two cells that set them. */

#include "bf-workbook-bars-private.h"

#include <glib/gi18n-lib.h>

lxw_col_t
bf_bars_edge_column (const BfBars *bars)
{
  return bars->first + (lxw_col_t) bars->grid->n_cells;
}

const char *
bf_bars_cell_name (char *name, lxw_row_t at, lxw_col_t col, gboolean row_fixed, gboolean col_fixed)
{
  lxw_rowcol_to_cell_abs (name, at, col, row_fixed, col_fixed);
  return name;
}

static const char *
scale_word (BfTimeScale scale)
{
  static const char *const words[BF_N_TIME_SCALES] = { N_ ("weeks"),
                                                       N_ ("months"),
                                                       N_ ("quarters") };

  return _ (words[scale]);
}

static void
define_name (const BfBars *bars, const char *name, lxw_row_t at, lxw_col_t col)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell_abs (cell, at, col, 1, 1);
  formula = g_strdup_printf ("=Timeline!%s", cell);
  workbook_define_name (bars->workbook->book, name, formula);
}

void
bf_bars_write_scale (const BfBars *bars, lxw_row_t at, lxw_col_t scale, lxw_col_t from)
{
  char *words[] = { (char *) scale_word (BF_TIME_WEEKS),
                    (char *) scale_word (BF_TIME_MONTHS),
                    (char *) scale_word (BF_TIME_QUARTERS),
                    NULL };
  lxw_data_validation list = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = words };
  lxw_data_validation day = { .validate = LXW_VALIDATION_TYPE_DATE,
                              .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN,
                              .value_datetime = { .year = 1970, .month = 1, .day = 1 } };

  bf_sheet_text (
      bars->sheet, at, scale, BF_LOOK_TEXT, BF_GROUND_INPUT, scale_word (bars->grid->scale));
  bf_sheet_day (bars->sheet, at, from, BF_LOOK_DAY, BF_GROUND_INPUT, bars->grid->edges[0]);
  worksheet_data_validation_cell (bars->sheet->sheet, at, scale, &list);
  worksheet_data_validation_cell (bars->sheet->sheet, at, from, &day);
  define_name (bars, BF_NAME_COLUMNS, at, scale);
  define_name (bars, BF_NAME_FROM, at, from);
}

static void
write_edge (const BfBars *bars, guint i)
{
  BfSheet *sheet = bars->sheet;
  lxw_col_t col = bars->first + (lxw_col_t) i;
  lxw_format *format = bf_workbook_style_ruler (sheet->style, FALSE);
  double day = bf_sheet_day_serial (bars->grid->edges[i]);
  const char *before = i ? BF_IN_RULER (bars->ruler + 1, col - 1) : NULL;

  if (i == 0)
    bf_sheet_formula (sheet, bars->ruler + 1, col, format, day, "=" BF_NAME_FROM);
  else
    bf_sheet_formula (sheet,
                      bars->ruler + 1,
                      col,
                      format,
                      day,
                      "=IF(" BF_NAME_COLUMNS "=\"%s\",%s+7,EDATE(%s,IF(" BF_NAME_COLUMNS
                      "=\"%s\",1,3)))",
                      scale_word (BF_TIME_WEEKS),
                      before,
                      before,
                      scale_word (BF_TIME_MONTHS));
}

static gboolean
is_new (const BfBars *bars, guint i)
{
  int year, month, before_year, before_month;

  if (i == 0)
    return TRUE;
  bf_day_to_civil (bars->grid->edges[i], &year, &month, NULL);
  bf_day_to_civil (bars->grid->edges[i - 1], &before_year, &before_month, NULL);
  return bars->grid->scale == BF_TIME_WEEKS ? month != before_month : year != before_year;
}

/* A year where it begins; above weeks a month where it does. */
static void
write_head (const BfBars *bars, guint i)
{
  lxw_col_t col = bars->first + (lxw_col_t) i;
  lxw_format *format = bf_workbook_style_ruler (bars->sheet->style, TRUE);
  const char *here = BF_IN_RULER (bars->ruler + 1, col);
  const char *before = BF_IN_RULER (bars->ruler + 1, col - 1);
  g_autofree char *formula =
      g_strdup_printf ("=IF(IF(" BF_NAME_COLUMNS "=\"%s\",MONTH(%s)<>MONTH(%s),YEAR(%s)<>YEAR(%s)),"
                       "%s,\"\")",
                       scale_word (BF_TIME_WEEKS),
                       here,
                       before,
                       here,
                       before,
                       here);

  if (is_new (bars, i))
    bf_sheet_formula (bars->sheet,
                      bars->ruler,
                      col,
                      format,
                      bf_sheet_day_serial (bars->grid->edges[i]),
                      i ? "%s" : "=%s",
                      i ? formula : here);
  else
    bf_sheet_formula_text (bars->sheet, bars->ruler, col, format, "", "%s", formula);
}

void
bf_bars_add_condition (const BfBars *bars,
                       lxw_row_t first,
                       lxw_row_t last,
                       lxw_format *format,
                       const char *formula,
                       ...)
{
  lxw_conditional_format condition = { .type = LXW_CONDITIONAL_TYPE_FORMULA,
                                       .format = format,
                                       .stop_if_true = LXW_TRUE };
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, formula);
  text = g_strdup_vprintf (formula, arguments);
  va_end (arguments);
  condition.value_string = text;
  worksheet_conditional_format_range (
      bars->sheet->sheet, first, bars->first, last, bf_bars_edge_column (bars) - 1, &condition);
}

void
bf_bars_add_today (const BfBars *bars, lxw_row_t first, lxw_row_t last, BfCondition condition)
{
  bf_bars_add_condition (bars,
                         first,
                         last,
                         bf_workbook_style_condition (bars->sheet->style, condition),
                         "=AND(" BF_NAME_STATUS_DATE ">=%s," BF_NAME_STATUS_DATE "<%s)",
                         BF_IN_RULER (bars->ruler + 1, bars->first),
                         BF_IN_RULER (bars->ruler + 1, bars->first + 1));
}

void
bf_bars_write_ruler (const BfBars *bars)
{
  BfWorkbookStyle *style = bars->sheet->style;
  const char *weeks = scale_word (BF_TIME_WEEKS);

  for (guint i = 0; i <= bars->grid->n_cells; i++)
    write_edge (bars, i);
  for (guint i = 0; i < bars->grid->n_cells; i++)
    write_head (bars, i);
  bf_sheet_string (bars->sheet,
                   bars->ruler,
                   bf_bars_edge_column (bars),
                   NULL,
                   bf_workbook_style_ruler (style, TRUE));
  bf_bars_add_condition (bars,
                         bars->ruler,
                         bars->ruler,
                         bf_workbook_style_condition (style, BF_CONDITION_LETTER),
                         "=AND(" BF_NAME_COLUMNS "=\"%s\",MONTH(%s)>1)",
                         weeks,
                         BF_IN_RULER (bars->ruler + 1, bars->first));
  bf_bars_add_today (bars, bars->ruler + 1, bars->ruler + 1, BF_CONDITION_NOW);
  bf_bars_add_condition (bars,
                         bars->ruler + 1,
                         bars->ruler + 1,
                         bf_workbook_style_condition (style, BF_CONDITION_DAY),
                         "=" BF_NAME_COLUMNS "=\"%s\"",
                         weeks);
  worksheet_set_column (
      bars->sheet->sheet, bars->first, bf_bars_edge_column (bars) - 1, BF_BARS_CELL_WIDTH, NULL);
  bf_bars_write_part_headings (bars);
}
