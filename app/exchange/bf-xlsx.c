/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the sheets of an .xlsx workbook. */

#include "bf-reader-private.h"
#include "bf-xlsx-book.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  BfReader *reader;
  const BfXlsxBook *book;
  guint row;
  gboolean hidden;
  guint column; /* of the next cell */
  guint at;     /* of the cell being read */
  char type[12];
  guint style;
  gboolean formula;
  gboolean valued; /* a value element was there, empty or not */
  gboolean in_value;
  gboolean in_inline;
  int phonetic;
  GString *text;
} Sheet;

/* --- Addresses ---------------------------------------------------------------------------- */

/* Reads "AB12"; FALSE when it is none. @column from 0. */
static gboolean
read_address (const char **at, guint *column, guint *row)
{
  guint letters = 0, number = 0;
  const char *text = *at;

  for (; g_ascii_isalpha (*text); text++)
    letters = MIN (letters * 26 + (guint) (g_ascii_toupper (*text) - 'A' + 1), 1000000);
  for (; g_ascii_isdigit (*text); text++)
    number = MIN (number * 10 + (guint) (*text - '0'), 100000000);
  *at = text;
  if (letters == 0 || number == 0)
    return FALSE;
  *column = letters - 1;
  *row = number;
  return TRUE;
}

static void
read_merge (Sheet *sheet, const BfXmlAttributes *attributes)
{
  char text[40];
  const char *at = text;
  BfReaderRange range;

  bf_xml_attribute (attributes, "ref", text, sizeof text);
  if (!read_address (&at, &range.first_column, &range.first_row) || *at++ != ':' ||
      !read_address (&at, &range.last_column, &range.last_row))
    return;
  sheet->reader->calls->merge (&range, sheet->reader->data);
}

/* --- Cells -------------------------------------------------------------------------------- */

static void
begin_row (Sheet *sheet, const BfXmlAttributes *attributes)
{
  char hidden[8];

  sheet->row = bf_xml_attribute_uint (attributes, "r", sheet->row + 1);
  bf_xml_attribute (attributes, "hidden", hidden, sizeof hidden);
  sheet->hidden = hidden[0] == '1' || hidden[0] == 't';
  sheet->column = 0;
}

static void
begin_cell (Sheet *sheet, const BfXmlAttributes *attributes)
{
  char address[24];
  const char *at = address;
  guint column = sheet->column, row;

  if (bf_xml_attribute (attributes, "r", address, sizeof address) &&
      !read_address (&at, &column, &row))
    column = sheet->column;
  sheet->at = column;
  sheet->column = column + 1;
  bf_xml_attribute (attributes, "t", sheet->type, sizeof sheet->type);
  sheet->style = bf_xml_attribute_uint (attributes, "s", 0);
  sheet->formula = sheet->valued = FALSE;
  g_string_truncate (sheet->text, 0);
}

/* "_x000D_" stands for the character; returns whether anything changed. */
void
bf_xlsx_unescape (GString *text)
{
  char *from = strstr (text->str, "_x");
  char *to = from;

  if (!from)
    return;
  while (*from)
    {
      gboolean escape = from[0] == '_' && from[1] == 'x' && strlen (from) >= 7 && from[6] == '_';

      for (int i = 2; escape && i < 6; i++)
        escape = g_ascii_isxdigit (from[i]);
      if (escape)
        {
          char digits[5] = { from[2], from[3], from[4], from[5], '\0' };
          gunichar letter = (gunichar) strtoul (digits, NULL, 16);

          /* Line ends come as two: the first is dropped. */
          if (letter != '\r' && letter != 0 && g_unichar_validate (letter))
            to += g_unichar_to_utf8 (letter, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

static void
set_text (Sheet *sheet, BfCell *cell, const char *text, gssize length)
{
  if (length == 0)
    return;
  cell->kind = BF_CELL_TEXT;
  cell->text = bf_reader_keep (sheet->reader, text, length);
}

static void
set_number (Sheet *sheet, BfCell *cell)
{
  const BfXlsxFormat *format = bf_xlsx_book_format (sheet->book, sheet->style);
  char *end;
  double number = g_ascii_strtod (sheet->text->str, &end);

  if (end == sheet->text->str || !isfinite (number))
    {
      set_text (sheet, cell, sheet->text->str, (gssize) sheet->text->len);
      return;
    }
  cell->kind = BF_CELL_NUMBER;
  cell->number = number;
  cell->flags = format->flags;
  cell->code = format->code;
  if (format->flags & BF_FORMAT_DATE)
    bf_reader_set_serial (sheet->reader, cell, number, sheet->book->epoch_1904);
}

static void
set_shared (Sheet *sheet, BfCell *cell)
{
  guint64 index;

  if (g_ascii_string_to_unsigned (sheet->text->str, 10, 0, G_MAXUINT, &index, NULL) &&
      index < sheet->book->strings->len)
    cell->text = g_ptr_array_index (sheet->book->strings, (guint) index);
  if (cell->text && *cell->text)
    cell->kind = BF_CELL_TEXT;
  else
    cell->text = NULL;
}

static void
set_value (Sheet *sheet, BfCell *cell)
{
  const char *type = sheet->type;
  GString *text = sheet->text;

  if (g_str_equal (type, "str") || g_str_equal (type, "inlineStr"))
    {
      bf_xlsx_unescape (text);
      set_text (sheet, cell, text->str, (gssize) text->len);
    }
  else if (text->len == 0)
    return;
  else if (g_str_equal (type, "s"))
    set_shared (sheet, cell);
  else if (g_str_equal (type, "b"))
    {
      cell->kind = BF_CELL_BOOLEAN;
      cell->number = text->str[0] == '1' || text->str[0] == 't';
    }
  else if (g_str_equal (type, "e"))
    {
      set_text (sheet, cell, text->str, (gssize) text->len);
      cell->kind = BF_CELL_ERROR;
    }
  else if (g_str_equal (type, "d") && bf_reader_set_iso (cell, text->str))
    {
      const BfXlsxFormat *format = bf_xlsx_book_format (sheet->book, sheet->style);

      if (format->flags & BF_FORMAT_DATE)
        cell->flags = format->flags;
    }
  else
    set_number (sheet, cell);
}

static void
end_cell (Sheet *sheet, GError **error)
{
  gboolean result = sheet->text->len > 0 || (sheet->valued && g_str_equal (sheet->type, "str"));
  BfCell *cell;

  if (!sheet->formula && sheet->text->len == 0)
    return;
  cell = bf_reader_cell (sheet->reader, sheet->at, error);
  if (!cell)
    return;
  if (sheet->formula && !result)
    cell->kind = BF_CELL_FORMULA;
  else
    set_value (sheet, cell);
}

/* --- The parser's calls ------------------------------------------------------------------- */

static void
start_cb (const char *name,
          const char *space,
          const BfXmlAttributes *attributes,
          gpointer data,
          GError **error)
{
  Sheet *sheet = data;

  if (g_str_equal (name, "c"))
    begin_cell (sheet, attributes);
  else if (g_str_equal (name, "v"))
    sheet->in_value = sheet->valued = TRUE;
  else if (g_str_equal (name, "f"))
    sheet->formula = TRUE;
  else if (g_str_equal (name, "row"))
    begin_row (sheet, attributes);
  else if (g_str_equal (name, "is"))
    sheet->in_inline = TRUE;
  else if (g_str_equal (name, "t") && sheet->in_inline)
    sheet->in_value = TRUE;
  else if (g_str_equal (name, "rPh"))
    sheet->phonetic++;
  else if (g_str_equal (name, "mergeCell"))
    read_merge (sheet, attributes);
}

static void
end_cb (const char *name, const char *space, gpointer data, GError **error)
{
  Sheet *sheet = data;

  if (g_str_equal (name, "c"))
    end_cell (sheet, error);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    sheet->in_value = FALSE;
  else if (g_str_equal (name, "row"))
    bf_reader_end_row (sheet->reader, sheet->row, 0, sheet->hidden, error);
  else if (g_str_equal (name, "is"))
    sheet->in_inline = FALSE;
  else if (g_str_equal (name, "rPh"))
    sheet->phonetic--;
}

static void
text_cb (const char *text, int length, gpointer data)
{
  Sheet *sheet = data;

  if (sheet->in_value && sheet->phonetic == 0)
    g_string_append_len (sheet->text, text, length);
}

static gboolean
read_sheet (BfReader *reader, const BfXlsxBook *book, const BfXlsxSheet *part, GError **error)
{
  static const BfXmlCalls calls = { start_cb, end_cb, text_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  Sheet sheet = { .reader = reader, .book = book, .text = text };

  if (!bf_reader_begin_sheet (reader, part->name, part->hidden))
    return TRUE;
  return bf_package_parse (book->package, part->part, &calls, &sheet, reader->cancellable, error);
}

gboolean
bf_xlsx_read (BfReader *reader, GError **error)
{
  g_autoptr (BfXlsxBook) book = bf_xlsx_book_open (reader->path, reader->cancellable, error);

  if (!book)
    return FALSE;
  reader->position = bf_package_position;
  reader->at = book->package;
  for (guint i = 0; i < book->sheets->len; i++)
    if (!read_sheet (reader, book, g_ptr_array_index (book->sheets, i), error))
      return FALSE;
  return TRUE;
}
