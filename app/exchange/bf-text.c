/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a text file: UTF-8, UTF-16 or Windows-1252; comma, semicolon, tab or bar.
 *
 * The separator is the one that divides the heading row into most fields while most rows have as
 * many: counting characters would take the comma of "18000,5". A line "sep=;" at the top wins.
 * A quotation mark counts only where a field begins; inside quotes it is doubled. */

#include "bf-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_ROWS 200
#define HEADING_ROWS 15

typedef struct
{
  const char *at;
  const char *end;
  char separator;
  guint line;
  guint opened; /* line where a quotation mark opens that never closes, else 0 */
  const char *begin;
} Cursor;

static double
position (gconstpointer at)
{
  const Cursor *cursor = at;

  return (double) (cursor->at - cursor->begin) / (double) MAX (cursor->end - cursor->begin, 1);
}

typedef enum
{
  AFTER_FIELD,
  AFTER_ROW,
  AFTER_TEXT,
} After;

/* --- Fields ------------------------------------------------------------------------------- */

/* Past a line end, which may be two characters. */
static void
pass_line_end (Cursor *cursor)
{
  if (*cursor->at == '\r' && cursor->at + 1 < cursor->end && cursor->at[1] == '\n')
    cursor->at++;
  cursor->at++;
  cursor->line++;
}

static void
read_quoted (Cursor *cursor, GString *field)
{
  guint opened = cursor->line;

  cursor->at++;
  while (cursor->at < cursor->end)
    {
      if (*cursor->at == '"')
        {
          if (cursor->at + 1 == cursor->end || cursor->at[1] != '"')
            {
              cursor->at++;
              return;
            }
          cursor->at++;
        }
      else if (*cursor->at == '\r' || *cursor->at == '\n')
        {
          g_string_append_c (field, '\n');
          pass_line_end (cursor);
          continue;
        }
      g_string_append_c (field, *cursor->at++);
    }
  cursor->opened = opened;
}

static After
read_field (Cursor *cursor, GString *field)
{
  const char *from;

  g_string_truncate (field, 0);
  while (cursor->at < cursor->end && *cursor->at == ' ' && cursor->separator != ' ')
    cursor->at++;
  if (cursor->at < cursor->end && *cursor->at == '"')
    read_quoted (cursor, field);
  from = cursor->at;
  while (cursor->at < cursor->end && *cursor->at != cursor->separator && *cursor->at != '\n' &&
         *cursor->at != '\r')
    cursor->at++;
  g_string_append_len (field, from, cursor->at - from);
  if (cursor->at == cursor->end)
    return AFTER_TEXT;
  if (*cursor->at == cursor->separator)
    {
      cursor->at++;
      return AFTER_FIELD;
    }
  pass_line_end (cursor);
  return cursor->at == cursor->end ? AFTER_TEXT : AFTER_ROW;
}

/* --- The separator ------------------------------------------------------------------------ */

/* The number of filled and of all fields of the next row. */
static After
count_fields (Cursor *cursor, GString *field, guint *n_fields, guint *n_filled)
{
  After after;

  *n_fields = *n_filled = 0;
  do
    {
      after = read_field (cursor, field);
      ++*n_fields;
      *n_filled += field->len > 0;
    }
  while (after == AFTER_FIELD);
  return after;
}

/* Fields of the best heading row, times the share of rows that have as many. */
static double
judge_separator (const char *text, const char *end, char separator)
{
  Cursor cursor = { text, end, separator, 1, 0 };
  g_autoptr (GString) field = g_string_new (NULL);
  guint counts[SAMPLE_ROWS];
  guint n_rows = 0;
  double best = 0;
  After after = AFTER_ROW;

  while (after == AFTER_ROW && n_rows < SAMPLE_ROWS)
    {
      guint n_fields, n_filled;

      after = count_fields (&cursor, field, &n_fields, &n_filled);
      /* A row that is mostly blank is no heading row. */
      if (n_filled == 0)
        continue;
      counts[n_rows] = n_filled * 2 > n_fields || n_rows >= HEADING_ROWS ? n_fields : 0;
      n_rows++;
    }
  for (guint head = 0; head < MIN (n_rows, HEADING_ROWS); head++)
    {
      guint equal = 0;

      for (guint row = head; row < n_rows; row++)
        equal += counts[row] == counts[head];
      if (counts[head] > 1)
        best = MAX (best, counts[head] * (double) equal / n_rows);
    }
  return best;
}

static char
choose_separator (const char *text, const char *end)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  char chosen = ',';
  double best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double worth = judge_separator (text, end, candidates[i]);

      if (worth > best)
        {
          best = worth;
          chosen = candidates[i];
        }
    }
  return chosen;
}

/* "sep=;" alone on the first line. */
static gboolean
read_separator_line (Cursor *cursor)
{
  const char *at = cursor->at;

  if (at < cursor->end && *at == '"')
    at++;
  if (cursor->end - at < 5 || g_ascii_strncasecmp (at, "sep=", 4) != 0)
    return FALSE;
  cursor->separator = at[4];
  at += 5;
  if (at < cursor->end && *at == '"')
    at++;
  if (at < cursor->end && *at != '\r' && *at != '\n')
    return FALSE;
  cursor->at = at;
  if (at < cursor->end)
    pass_line_end (cursor);
  return TRUE;
}

/* --- Rows --------------------------------------------------------------------------------- */

/* An apostrophe that keeps spreadsheet programs from reading a formula is no part of the text. */
static gboolean
begins_guarded (const GString *field)
{
  return field->len > 1 && field->str[0] == '\'' && strchr ("=+-@\t\r", field->str[1]);
}

static gboolean
add_field (BfReader *reader, guint column, const GString *field, GError **error)
{
  BfCell *cell;

  gsize guard = begins_guarded (field) ? 1 : 0;

  if (field->len == 0)
    return TRUE;
  cell = bf_reader_cell (reader, column, error);
  if (!cell)
    return FALSE;
  cell->kind = BF_CELL_TEXT;
  cell->text = bf_reader_keep (reader, field->str + guard, (gssize) (field->len - guard));
  return TRUE;
}

static gboolean
fail_unclosed (guint line, GError **error)
{
  g_set_error (error,
               BF_READER_ERROR,
               BF_READER_ERROR_QUOTE,
               /* Translators: %u is the number of a line. */
               _ ("Row %u opens a quotation mark that is never closed. Close it, or double it if "
                  "it belongs to the text."),
               line);
  return FALSE;
}

static gboolean
read_rows (BfReader *reader, Cursor *cursor, GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);
  After after = AFTER_ROW;

  for (guint row = 1; after != AFTER_TEXT && cursor->at < cursor->end; row++)
    {
      guint line = cursor->line;
      guint column = 0;

      do
        {
          after = read_field (cursor, field);
          if (cursor->opened)
            return fail_unclosed (cursor->opened, error);
          if (!add_field (reader, column++, field, error))
            return FALSE;
        }
      while (after == AFTER_FIELD);
      if (!bf_reader_end_row (reader, row, line, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Encodings ---------------------------------------------------------------------------- */

/* Bytes 0x80 to 0x9F of Windows-1252; the five that it leaves out stay control characters. */
static const gunichar windows_letters[32] = {
  0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

static GString *
from_windows (const char *bytes, gsize length)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];

      if (byte < 0x80)
        g_string_append_c (text, (char) byte);
      else
        g_string_append_unichar (text, byte < 0xA0 ? windows_letters[byte - 0x80] : byte);
    }
  return text;
}

/* "UTF-16LE" or "UTF-16BE" by its mark, or by where its zeros lie; NULL when it is neither. */
static const char *
wide_encoding (const char *bytes, gsize length)
{
  gsize zeros[2] = { 0, 0 };
  gsize sample = MIN (length, 512);

  if (length < 2)
    return NULL;
  if (memcmp (bytes, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (memcmp (bytes, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  for (gsize i = 0; i < sample; i++)
    zeros[i % 2] += bytes[i] == '\0';
  if (zeros[1] > sample / 4 && zeros[0] == 0)
    return "UTF-16LE";
  return zeros[0] > sample / 4 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

static gboolean
read_cursor (BfReader *reader, const char *text, gsize length, GError **error)
{
  Cursor cursor = { text, text + length, ',', 1, 0, text };
  gboolean good;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    cursor.at += 3;
  if (!read_separator_line (&cursor))
    cursor.separator = choose_separator (cursor.at, cursor.end);
  if (reader->calls->separator)
    reader->calls->separator (cursor.separator, reader->data);
  reader->position = position;
  reader->at = &cursor;
  good = !bf_reader_begin_sheet (reader, NULL, FALSE) || read_rows (reader, &cursor, error);
  reader->position = NULL;
  return good;
}

gboolean
bf_text_read (BfReader *reader, const char *bytes, gsize length, GError **error)
{
  const char *wide = wide_encoding (bytes, length);

  if (wide)
    {
      gsize size = 0;
      g_autofree char *text =
          g_convert (bytes, (gssize) (length & ~(gsize) 1), "UTF-8", wide, NULL, &size, NULL);

      if (text && !memchr (text, '\0', size))
        return read_cursor (reader, text, size, error);
    }
  if (memchr (bytes, '\0', length))
    {
      g_set_error_literal (error,
                           BF_READER_ERROR,
                           BF_READER_ERROR_FORMAT,
                           _ ("It is not a spreadsheet. Give an .xlsx, .ods, .xls or .csv file."));
      return FALSE;
    }
  if (!g_utf8_validate (bytes, (gssize) length, NULL))
    {
      g_autoptr (GString) text = from_windows (bytes, length);

      return read_cursor (reader, text->str, text->len, error);
    }
  return read_cursor (reader, bytes, length, error);
}
