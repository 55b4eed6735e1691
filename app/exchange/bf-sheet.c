/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-sheet.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* 1970-01-01 in the 1900 date system. */
#define EPOCH_SERIAL 25569
/* Characters that a cell may hold. */
#define MAX_TEXT 32767
/* Pixels of the size of 9 point text. */
#define PIXELS_PER_EM 12.0
/* Points of a line of 9 point text, and how many a row may have (Excel's limit is 409 points). */
#define LINE_HEIGHT 12
#define MAX_LINES 20

double
bf_sheet_day_serial (gint64 day)
{
  return (double) (day + EPOCH_SERIAL);
}

double
bf_sheet_minute_serial (gint64 minute)
{
  return (double) minute / BF_MINUTES_PER_DAY + EPOCH_SERIAL;
}

static gboolean
may_stand_in_xml (gunichar c)
{
  return c >= 0x20 || c == '\t' || c == '\n' ? c != 0xfffe && c != 0xffff : FALSE;
}

char *
bf_sheet_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));
  glong length = 0;

  for (const char *at = valid; *at && length < MAX_TEXT; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!may_stand_in_xml (c))
        continue;
      g_string_append_unichar (clean, c);
      /* The limit counts UTF-16 units. */
      length += c > 0xffff ? 2 : 1;
    }
  return g_string_free (clean, FALSE);
}

void
bf_sheet_string (BfSheet *sheet, lxw_row_t row, lxw_col_t col, const char *text, lxw_format *format)
{
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    {
      worksheet_write_blank (sheet->sheet, row, col, format);
      return;
    }
  clean = bf_sheet_clean (text);
  worksheet_write_string (sheet->sheet, row, col, clean, format);
}

void
bf_sheet_part (BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfPart part, const char *text)
{
  bf_sheet_string (sheet, row, col, text, bf_workbook_style_part (sheet->style, part));
}

lxw_format *
bf_sheet_format (BfSheet *sheet, BfLook look, BfGround ground)
{
  return bf_workbook_style_cell (sheet->style, look, ground);
}

void
bf_sheet_text (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, const char *text)
{
  bf_sheet_string (sheet, row, col, text, bf_sheet_format (sheet, look, ground));
}

void
bf_sheet_number (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, double number)
{
  lxw_format *format = bf_sheet_format (sheet, look, ground);

  if (isfinite (number))
    worksheet_write_number (sheet->sheet, row, col, number, format);
  else
    worksheet_write_blank (sheet->sheet, row, col, format);
}

void
bf_sheet_day (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, gint64 day)
{
  double serial = day == BF_BLANK ? NAN : bf_sheet_day_serial (day);

  bf_sheet_number (sheet, row, col, look, ground, serial);
}

void
bf_sheet_minute (BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfGround ground, gint64 minute)
{
  double serial = minute == BF_BLANK ? NAN : bf_sheet_minute_serial (minute);

  bf_sheet_number (sheet, row, col, BF_LOOK_MINUTE, ground, serial);
}

void
bf_sheet_money (
    BfSheet *sheet, lxw_row_t row, lxw_col_t col, BfLook look, BfGround ground, gint64 minor)
{
  double units = minor == BF_BLANK ? NAN : bf_money_to_units (minor);

  bf_sheet_number (sheet, row, col, look, ground, units);
}

void
bf_sheet_formula (BfSheet *sheet,
                  lxw_row_t row,
                  lxw_col_t col,
                  lxw_format *format,
                  double value,
                  const char *formula,
                  ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, formula);
  text = g_strdup_vprintf (formula, arguments);
  va_end (arguments);
  if (sheet->values_only)
    worksheet_write_number (sheet->sheet, row, col, value, format);
  else
    worksheet_write_formula_num (sheet->sheet, row, col, text, format, value);
}

void
bf_sheet_formula_text (BfSheet *sheet,
                       lxw_row_t row,
                       lxw_col_t col,
                       lxw_format *format,
                       const char *value,
                       const char *formula,
                       ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = bf_sheet_clean (value);
  va_list arguments;

  va_start (arguments, formula);
  text = g_strdup_vprintf (formula, arguments);
  va_end (arguments);
  if (sheet->values_only)
    bf_sheet_string (sheet, row, col, clean, format);
  else
    worksheet_write_formula_str (sheet->sheet, row, col, text, format, clean);
}

const char *
bf_table_heading (const BfTable *table, guint column)
{
  return _ (table->columns[column].heading);
}

/* Some characters of a heading are marked by an apostrophe inside a reference. */
char *
bf_table_ref (const BfTable *table, guint column)
{
  GString *ref = g_string_new (table->name);

  g_string_append_c (ref, '[');
  for (const char *at = bf_table_heading (table, column); *at; at++)
    {
      if (strchr ("[]#'", *at))
        g_string_append_c (ref, '\'');
      g_string_append_c (ref, *at);
    }
  g_string_append_c (ref, ']');
  return g_string_free (ref, FALSE);
}

static gboolean
is_number (BfLook look)
{
  return look >= BF_LOOK_DAY && look != BF_LOOK_LONG_DAY && look != BF_LOOK_QUARTER &&
         look != BF_LOOK_YEAR;
}

static const char *
shown_unit (BfSheet *sheet, const char *unit)
{
  if (g_strcmp0 (unit, "k¤") == 0)
    return bf_workbook_style_thousands (sheet->style);
  if (g_strcmp0 (unit, "¤") == 0)
    return bf_workbook_style_unit (sheet->style);
  return *unit ? _ (unit) : "";
}

static void
write_headings (BfSheet *sheet, const BfTable *table, lxw_row_t row, lxw_col_t col)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const BfTableColumn *column = &table->columns[i];
      BfPart unit = is_number (column->look) ? BF_PART_UNIT_RIGHT : BF_PART_UNIT;
      lxw_col_t at = col + (lxw_col_t) i;

      bf_sheet_part (sheet, row, at, unit, shown_unit (sheet, column->unit));
      if (column->width > 0)
        worksheet_set_column (sheet->sheet, at, at, column->width, NULL);
    }
}

static lxw_format *
heading_format (BfSheet *sheet, const BfTableColumn *column)
{
  BfPart part = is_number (column->look) ? BF_PART_HEADING_RIGHT : BF_PART_HEADING;

  return bf_workbook_style_part (sheet->style, part);
}

void
bf_sheet_add_table (
    BfSheet *sheet, const BfTable *table, lxw_row_t row, lxw_col_t col, guint n_rows)
{
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, table->n_columns);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, table->n_columns + 1);
  lxw_table_options options = { .name = (char *) table->name,
                                .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                .style_type_number = 0,
                                .no_autofilter = table->filter ? LXW_FALSE : LXW_TRUE,
                                .columns = list };

  for (guint i = 0; i < table->n_columns; i++)
    {
      columns[i].header = (char *) bf_table_heading (table, i);
      columns[i].header_format = heading_format (sheet, &table->columns[i]);
      list[i] = &columns[i];
    }
  write_headings (sheet, table, row, col);
  worksheet_add_table (sheet->sheet,
                       row + 1,
                       col,
                       row + 1 + MAX (n_rows, 1),
                       col + (lxw_col_t) table->n_columns - 1,
                       &options);
}

/* Width of a character in thousandths of the font's size, in the shape of Arial; what is not ASCII
 * counts as a capital, or as a full square where scripts are square. */
static guint
character_width (gunichar c)
{
  if (c >= 0x2e80)
    return 1000;
  if (c >= 0x80)
    return 620;
  if (strchr ("ijl.,;:'|! ()[]/ftrI-", (int) c))
    return 320;
  if (strchr ("mwMW@%", (int) c))
    return 860;
  return g_ascii_isupper (c) ? 700 : 560;
}

/* Lines that @text takes in @pixels, words kept whole. */
static guint
count_lines (const char *text, double pixels)
{
  double line = 0, word = 0;
  guint lines = 1;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      word += character_width (c) * PIXELS_PER_EM / 1000;
      if (c != ' ' && c != '-' && *g_utf8_next_char (at))
        continue;
      if (line + word > pixels && line > 0)
        {
          lines++;
          line = 0;
        }
      lines += (guint) (word / pixels);
      line += fmod (word, pixels);
      word = 0;
    }
  return lines;
}

double
bf_sheet_text_height (const char *text, double width)
{
  /* A column has seven pixels a character; its edges and the indent take some. */
  guint lines = text ? count_lines (text, MAX (20, width * 7 - 12)) : 1;

  return LINE_HEIGHT * MIN (lines, MAX_LINES) + (lines > 1 ? 3 : 3.75);
}

void
bf_sheet_set_up (BfSheet *sheet,
                 guint8 paper,
                 lxw_row_t first_header_row,
                 lxw_row_t n_header_rows,
                 lxw_col_t frozen_columns)
{
  g_autofree char *footer = NULL;

  worksheet_set_landscape (sheet->sheet);
  worksheet_set_paper (sheet->sheet, paper);
  worksheet_fit_to_pages (sheet->sheet, 1, 0);
  worksheet_set_margins (sheet->sheet, 0.4, 0.4, 0.5, 0.6);
  /* Translators: footer of a printed sheet; &P and &N are the page and the number of pages. */
  footer = g_strdup_printf ("&L&8&F: &A&R&8%s", _ ("Page &P of &N"));
  worksheet_set_footer (sheet->sheet, footer);
  worksheet_gridlines (sheet->sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_default_row (sheet->sheet, 15.75, LXW_FALSE);
  if (n_header_rows == 0)
    return;
  worksheet_repeat_rows (sheet->sheet, first_header_row, first_header_row + n_header_rows - 1);
  worksheet_freeze_panes (sheet->sheet, first_header_row + n_header_rows, frozen_columns);
}
