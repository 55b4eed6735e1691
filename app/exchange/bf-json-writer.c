/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-json-writer.h"

#include "bf-day.h"
#include "bf-money.h"

#include <math.h>
#include <string.h>

struct _BfJsonWriter
{
  GString *out;
  GString *closers; /* of what is open, innermost last */
  gboolean filled;  /* the innermost has a value */
};

BfJsonWriter *
bf_json_writer_new (void)
{
  BfJsonWriter *writer = g_new0 (BfJsonWriter, 1);

  writer->out = g_string_new (NULL);
  writer->closers = g_string_new (NULL);
  return writer;
}

char *
bf_json_writer_finish (BfJsonWriter *writer)
{
  char *text;

  g_assert (writer->closers->len == 0);
  g_string_append_c (writer->out, '\n');
  text = g_string_free (writer->out, FALSE);
  g_string_free (writer->closers, TRUE);
  g_free (writer);
  return text;
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (out, "\\%c", *text);
    else if (*text == '\n')
      g_string_append (out, "\\n");
    else if (*text == '\t')
      g_string_append (out, "\\t");
    else if ((guchar) *text < 0x20 || *text == 0x7f)
      g_string_append_printf (out, "\\u%04x", (guint) (guchar) *text);
    else
      g_string_append_c (out, *text);
  g_string_append_c (out, '"');
}

static void
start_line (BfJsonWriter *writer)
{
  g_string_append_c (writer->out, '\n');
  for (gsize i = 0; i < writer->closers->len; i++)
    g_string_append_c (writer->out, ' ');
}

static void
begin_value (BfJsonWriter *writer, const char *name)
{
  if (writer->filled)
    g_string_append_c (writer->out, ',');
  if (writer->closers->len > 0)
    start_line (writer);
  writer->filled = TRUE;
  if (!name)
    return;
  append_quoted (writer->out, name);
  g_string_append (writer->out, ": ");
}

static void
open_with (BfJsonWriter *writer, const char *name, char opener, char closer)
{
  begin_value (writer, name);
  g_string_append_c (writer->out, opener);
  g_string_append_c (writer->closers, closer);
  writer->filled = FALSE;
}

void
bf_json_object (BfJsonWriter *writer, const char *name)
{
  open_with (writer, name, '{', '}');
}

void
bf_json_list (BfJsonWriter *writer, const char *name)
{
  open_with (writer, name, '[', ']');
}

void
bf_json_end (BfJsonWriter *writer)
{
  char closer = writer->closers->str[writer->closers->len - 1];

  g_string_truncate (writer->closers, writer->closers->len - 1);
  if (writer->filled)
    start_line (writer);
  g_string_append_c (writer->out, closer);
  writer->filled = TRUE;
}

static void
add_word (BfJsonWriter *writer, const char *name, const char *word)
{
  begin_value (writer, name);
  g_string_append (writer->out, word);
}

void
bf_json_text (BfJsonWriter *writer, const char *name, const char *text)
{
  begin_value (writer, name);
  if (text)
    append_quoted (writer->out, text);
  else
    g_string_append (writer->out, "null");
}

void
bf_json_flag (BfJsonWriter *writer, const char *name, gboolean flag)
{
  add_word (writer, name, flag ? "true" : "false");
}

void
bf_json_count (BfJsonWriter *writer, const char *name, gint64 count)
{
  g_autofree char *word = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  add_word (writer, name, word);
}

/* Without the sign of a rounded zero. */
static const char *
without_negative_zero (const char *word)
{
  return word[0] == '-' && !strpbrk (word, "123456789") ? word + 1 : word;
}

void
bf_json_number (BfJsonWriter *writer, const char *name, double number, int decimals)
{
  char format[] = "%.0f";
  char word[G_ASCII_DTOSTR_BUF_SIZE * 8];

  if (!isfinite (number))
    {
      add_word (writer, name, "null");
      return;
    }
  format[2] = (char) ('0' + decimals);
  g_ascii_formatd (word, sizeof word, format, number);
  add_word (writer, name, without_negative_zero (word));
}

void
bf_json_money (BfJsonWriter *writer, const char *name, double minor)
{
  g_autofree char *word = isfinite (minor) ? bf_money_format ((gint64) round (minor)) : NULL;

  add_word (writer, name, word ? word : "null");
}

void
bf_json_day (BfJsonWriter *writer, const char *name, gint64 day)
{
  g_autofree char *text = day == BF_BLANK ? NULL : bf_day_format (day);

  bf_json_text (writer, name, text);
}

void
bf_json_minute (BfJsonWriter *writer, const char *name, gint64 minute)
{
  g_autofree char *text = minute == BF_BLANK ? NULL : bf_minute_format (minute);

  bf_json_text (writer, name, text);
}

void
bf_json_texts (BfJsonWriter *writer, const char *name, const char *const *texts)
{
  bf_json_list (writer, name);
  for (; texts && *texts; texts++)
    bf_json_text (writer, NULL, *texts);
  bf_json_end (writer);
}
