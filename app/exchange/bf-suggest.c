/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-suggest.h"

#include "bf-convert.h"
#include "bf-loose.h"

#include <string.h>

/* --- Words -------------------------------------------------------------------------------- */

const char *
bf_suggest_word (const char *const *words, const char *text)
{
  double nearest = MIN (2.5, (double) g_utf8_strlen (text, -1) * 0.3 + 0.01);
  const char *best = NULL;

  for (; *words; words++)
    {
      double distance = bf_distance (*words, text);

      if (distance < nearest)
        {
          nearest = distance;
          best = *words;
        }
    }
  return best;
}

static char *
suggest_choice (const BfChoice *choices, const char *text)
{
  const char *best = NULL, *label = NULL;

  for (guint i = 0; choices[i].id; i++)
    {
      const char *words[] = { choices[i].id, choices[i].label ? choices[i].label : NULL, NULL };
      const char *found = bf_suggest_word (words, text);

      if (found && (!best || bf_distance (found, text) < bf_distance (label, text)))
        {
          best = choices[i].id;
          label = found;
        }
    }
  return g_strdup (best);
}

/* --- Dates -------------------------------------------------------------------------------- */

/* Four digits that can be a year; 0 when there are none, or several that differ. */
static int
find_year (const char *text)
{
  int year = 0;

  while (*text)
    {
      gsize length = strspn (text, "0123456789");
      int found = length == 4 ? (int) g_ascii_strtoull (text, NULL, 10) : 0;

      if (found >= 1950 && found <= 2199)
        {
          if (year && year != found)
            return 0;
          year = found;
        }
      text += length ? length : 1;
    }
  return year;
}

static int
find_month (const char *text)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (int i = 0; i < 12; i++)
    if (strstr (lower, months[i]))
      return i + 1;
  return 0;
}

/* The last month of the quarter that is named, 0 when none is. */
static int
find_quarter (const char *text)
{
  for (; *text; text++)
    if ((*text == 'Q' || *text == 'q') && text[1] >= '1' && text[1] <= '4' &&
        !g_ascii_isdigit (text[2]))
      return (text[1] - '0') * 3;
  return 0;
}

static gboolean
is_start (const BfField *field)
{
  return strstr (field->column, "start") || strstr (field->column, "from");
}

static char *
suggest_date (const BfColumn *column, const char *text)
{
  int year = find_year (text), month = find_month (text), quarter = find_quarter (text);
  gboolean start = is_start (column->field);
  int last = quarter ? quarter : month ? month : 12;
  int first = quarter ? quarter - 2 : month ? month : 1;
  gint64 day;

  if (!year)
    return NULL;
  day = bf_day_from_civil (year, start ? first : last, 1);
  if (!start)
    day = bf_day_add_months (day, 1) - 1;
  return column->field->kind == BF_KIND_DAY ? bf_day_format (day)
                                            : bf_minute_format (bf_day_minute (day));
}

/* --- Numbers ------------------------------------------------------------------------------ */

/* Letters that were meant for digits become them, words around the number go. */
static char *
mend_number (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean any = FALSE;

  for (const char *at = text; *at; at++)
    {
      gboolean beside = any || g_ascii_isdigit (at[1]);

      if (g_ascii_isdigit (*at))
        any = TRUE;
      if (g_ascii_isdigit (*at) || *at == '.' || *at == ',' || *at == '-' || *at == '%')
        g_string_append_c (out, *at);
      else if ((*at == 'O' || *at == 'o') && beside)
        g_string_append_c (out, '0');
      else if ((*at == 'l' || *at == 'I') && beside)
        g_string_append_c (out, '1');
      else if (any)
        break;
    }
  while (out->len > 0 && strchr (".,-", out->str[out->len - 1]))
    g_string_truncate (out, out->len - 1);
  return any ? g_strdup (out->str) : NULL;
}

static char *
suggest_number (const BfColumn *column, const char *text)
{
  g_autofree char *mended = mend_number (text);
  BfCell cell = { .kind = BF_CELL_TEXT, .text = mended };
  g_auto (BfConverted) converted = { 0 };

  if (!mended || !bf_convert_cell (column, &cell, &converted))
    return NULL;
  return g_steal_pointer (&converted.text);
}

char *
bf_suggest (const BfColumn *column, const BfCell *cell)
{
  g_autofree char *shown = bf_cell_shown (cell);
  g_auto (BfConverted) converted = { 0 };

  if (!shown || cell->kind == BF_CELL_ERROR || cell->kind == BF_CELL_FORMULA ||
      bf_convert_cell (column, cell, &converted))
    return NULL;
  switch ((int) column->field->kind)
    {
    case BF_KIND_DAY:
    case BF_KIND_MINUTE:
      return suggest_date (column, shown);
    case BF_KIND_INTEGER:
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
    case BF_KIND_MONEY:
    case BF_KIND_ESTIMATE:
      return suggest_number (column, shown);
    case BF_KIND_CHOICE:
      return suggest_choice (column->field->choices, shown);
    default:
      return NULL;
    }
}
