/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-cell.h"

#include "bf-day.h"

#include <string.h>

char *
bf_column_letters (guint column)
{
  char letters[8];
  int at = sizeof letters - 1;

  letters[at] = '\0';
  for (guint rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup (letters + at);
}

char *
bf_number_shortest (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) < 1e15 && number == floor (number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", number);
  return g_strdup (buffer);
}

/* --- Number formats ----------------------------------------------------------------------- */

/* The character after an escape, whole if it has several bytes. */
static const char *
skip_one (const char *at)
{
  return at[1] ? g_utf8_next_char (at + 1) - 1 : at;
}

static const char *
skip_to (const char *at, char close)
{
  const char *end = strchr (at + 1, close);

  return end ? end : at + strlen (at) - 1;
}

static gboolean
is_elapsed (const char *bracket)
{
  const char *end = strchr (bracket, ']');

  if (!end || end == bracket + 1)
    return FALSE;
  for (const char *at = bracket + 1; at < end; at++)
    if (!strchr ("hHmMsS", *at))
      return FALSE;
  return TRUE;
}

guint
bf_format_flags (const char *code)
{
  guint flags = 0;
  gboolean month = FALSE;

  if (!code || g_ascii_strncasecmp (code, "general", 7) == 0)
    return 0;
  for (const char *at = code; *at && *at != ';'; at++)
    {
      char letter = g_ascii_tolower (*at);

      if (letter == '"')
        at = skip_to (at, '"');
      else if (letter == '\\' || letter == '_' || letter == '*')
        at = skip_one (at);
      else if (letter == '[')
        {
          flags |= is_elapsed (at) ? BF_FORMAT_ELAPSED : 0;
          at = skip_to (at, ']');
        }
      else if (g_ascii_strncasecmp (at, "am/pm", 5) == 0)
        at += 4;
      else if (letter == '%')
        flags |= BF_FORMAT_PERCENT;
      else if (letter == '@')
        flags |= BF_FORMAT_TEXT;
      else if (letter == 'y' || letter == 'd')
        flags |= BF_FORMAT_DATE;
      else if (letter == 'h' || letter == 's')
        flags |= BF_FORMAT_TIME;
      else if (letter == 'm')
        month = TRUE;
    }
  if (month && !(flags & (BF_FORMAT_TIME | BF_FORMAT_ELAPSED)))
    flags |= BF_FORMAT_DATE;
  if ((flags & BF_FORMAT_TIME) && !(flags & BF_FORMAT_DATE))
    flags = (flags & ~(guint) BF_FORMAT_TIME) | BF_FORMAT_ELAPSED;
  return flags;
}

/* --- Shown numbers ------------------------------------------------------------------------ */

/* One section of a number format, taken apart. */
typedef struct
{
  GString *before;
  GString *after;
  int zeros;          /* digits that always stand before the point */
  int decimals;       /* digits at most after it */
  int fixed_decimals; /* and at least */
  int thousands;      /* trailing commas, each divides by a thousand */
  gboolean placeholder;
  gboolean point;
  gboolean percent;
  gboolean exponent;
} Section;

static void
add_placeholder (Section *section, char letter)
{
  section->placeholder = TRUE;
  section->thousands = 0;
  if (section->point)
    {
      section->decimals++;
      section->fixed_decimals += letter == '0';
    }
  else
    section->zeros += letter == '0';
}

static void
read_section (const char *code, Section *section)
{
  for (const char *at = code; *at && *at != ';'; at++)
    {
      GString *literal = section->placeholder ? section->after : section->before;

      if (*at == '"')
        {
          const char *end = skip_to (at, '"');

          g_string_append_len (literal, at + 1, end - at - 1);
          at = end;
        }
      else if (*at == '\\' && at[1])
        {
          const char *end = skip_one (at);

          g_string_append_len (literal, at + 1, end - at);
          at = end;
        }
      else if (*at == '_' || *at == '*')
        at = skip_one (at);
      else if (*at == '[')
        at = skip_to (at, ']');
      else if (*at == '0' || *at == '#' || *at == '?')
        add_placeholder (section, *at);
      else if (*at == '.')
        section->point = TRUE;
      else if (*at == ',')
        section->thousands++;
      else if ((*at == 'E' || *at == 'e') && (at[1] == '+' || at[1] == '-'))
        section->exponent = TRUE;
      else if (*at == '%')
        {
          section->percent = TRUE;
          g_string_append_c (literal, '%');
        }
      else if (strchr ("-+ ()/:", *at) && !section->exponent)
        g_string_append_c (literal, *at);
    }
}

static void
append_digits (GString *out, const Section *section, double number)
{
  char buffer[400];
  char format[16];
  int whole;

  g_snprintf (
      format, sizeof format, "%%.%d%s", MIN (section->decimals, 30), section->exponent ? "E" : "f");
  g_ascii_formatd (buffer, sizeof buffer, format, number);
  if (section->point && !section->exponent)
    for (int spare = section->decimals - section->fixed_decimals; spare > 0; spare--)
      {
        gsize length = strlen (buffer);

        if (length == 0 || buffer[length - 1] != '0')
          break;
        buffer[length - 1] = '\0';
      }
  if (g_str_has_suffix (buffer, "."))
    buffer[strlen (buffer) - 1] = '\0';
  whole = (int) strcspn (buffer, ".E");
  for (int i = whole; i < MIN (section->zeros, 64); i++)
    g_string_append_c (out, '0');
  g_string_append (out, buffer);
}

static char *
number_shown (double number, const char *code)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  Section section = { .before = before, .after = after };
  double shown = fabs (number);

  if (!code || g_ascii_strncasecmp (code, "general", 7) == 0 || strchr (code, '@'))
    return bf_number_shortest (number);
  read_section (code, &section);
  if (!section.placeholder || strchr (code, '?'))
    return bf_number_shortest (number);
  if (section.percent)
    shown *= 100;
  for (int i = 0; i < section.thousands; i++)
    shown /= 1000;
  if (number < 0)
    g_string_append_c (out, '-');
  g_string_append (out, before->str);
  append_digits (out, &section, shown);
  g_string_append (out, after->str);
  return g_strdup (g_strstrip (out->str));
}

/* --- Shown dates -------------------------------------------------------------------------- */

typedef struct
{
  int year, month, day;
  int hour, minute;
} Clock;

static Clock
read_clock (double number)
{
  gint64 minutes = (gint64) floor (number * BF_MINUTES_PER_DAY + 0.5);
  gint64 day = bf_minute_day (minutes);
  int of_day = (int) (minutes - bf_day_minute (day));
  Clock clock = { .hour = of_day / 60, .minute = of_day % 60 };

  bf_day_to_civil (day, &clock.year, &clock.month, &clock.day);
  return clock;
}

static void
append_month (GString *out, const Clock *clock, int letters)
{
  static const char *const names[] = { "January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December" };

  if (letters >= 4)
    g_string_append (out, names[clock->month - 1]);
  else if (letters == 3)
    g_string_append_len (out, names[clock->month - 1], 3);
  else
    g_string_append_printf (out, letters == 2 ? "%02d" : "%d", clock->month);
}

/* A run of one letter of a date format; @minutes: m means minutes here. */
static void
append_run (GString *out, const Clock *clock, char letter, int letters, gboolean minutes)
{
  if (letter == 'y')
    g_string_append_printf (
        out, letters > 2 ? "%04d" : "%02d", letters > 2 ? clock->year : clock->year % 100);
  else if (letter == 'd' && letters <= 2)
    g_string_append_printf (out, letters == 2 ? "%02d" : "%d", clock->day);
  else if (letter == 'h')
    g_string_append_printf (out, letters == 2 ? "%02d" : "%d", clock->hour);
  else if (letter == 's')
    g_string_append (out, "00");
  else if (letter == 'm' && minutes)
    g_string_append_printf (out, "%02d", clock->minute);
  else if (letter == 'm')
    append_month (out, clock, letters);
}

static char *
iso_shown (double number, guint flags)
{
  Clock clock = read_clock (number);

  if (flags & BF_FORMAT_TIME)
    return g_strdup_printf (
        "%04d-%02d-%02d %02d:%02d", clock.year, clock.month, clock.day, clock.hour, clock.minute);
  return g_strdup_printf ("%04d-%02d-%02d", clock.year, clock.month, clock.day);
}

static char *
date_shown (double number, const char *code, guint flags)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Clock clock = read_clock (number);
  char last = '\0';

  if (!code)
    return iso_shown (number, flags);
  for (const char *at = code; *at && *at != ';'; at++)
    {
      char letter = g_ascii_tolower (*at);

      if (letter == '[')
        at = skip_to (at, ']');
      else if (letter == '\\' || letter == '"' || letter == '_' || letter == '*')
        {
          const char *end = letter == '"' ? skip_to (at, '"') : skip_one (at);

          if (letter == '"' || letter == '\\')
            g_string_append_len (out, at + 1, end - at - (letter == '"'));
          at = end;
        }
      else if (strchr ("ymdhs", letter))
        {
          int letters = 1;

          while (g_ascii_tolower (at[letters]) == letter)
            letters++;
          append_run (out,
                      &clock,
                      letter,
                      letters,
                      last == 'h' || g_ascii_tolower (at[letters + (at[letters] != 0)]) == 's');
          last = letter;
          at += letters - 1;
        }
      else if (strchr (" .-/:,", letter))
        g_string_append_c (out, letter);
    }
  return g_strdup (out->str);
}

char *
bf_cell_shown (const BfCell *cell)
{
  if (cell->text)
    return g_strdup (cell->text);
  switch (cell->kind)
    {
    case BF_CELL_NUMBER:
      return number_shown (cell->number, cell->flags & BF_FORMAT_ELAPSED ? NULL : cell->code);
    case BF_CELL_DATE:
      return date_shown (cell->number, cell->code, cell->flags);
    case BF_CELL_BOOLEAN:
      return g_strdup (cell->number != 0 ? "TRUE" : "FALSE");
    case BF_CELL_BLANK:
    case BF_CELL_TEXT:
    case BF_CELL_ERROR:
    case BF_CELL_FORMULA:
    default:
      return NULL;
    }
}
