/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-date-words.h"

#include "bf-day.h"
#include "bf-loose.h"

#include <string.h>

/* A date taken apart, before anything is decided. */
typedef struct
{
  int first, second; /* day and month, in the order they stand */
  int year;
  gboolean named; /* first is the day, second the month */
  gboolean dotted;
  gboolean has_time;
  int minutes; /* of the day */
} Parts;

static const char *const months[12] = {
  "jan|january|januar|jänner|janv|janvier|enero|ene|gennaio|gen|januari",
  "feb|february|februar|febr|fév|févr|février|febrero|febbraio|februari",
  "mar|march|mär|märz|mrz|mars|marzo|maart|mrt",
  "apr|april|avr|avril|abr|abril|aprile",
  "may|mai|mayo|maggio|mag|mei",
  "jun|june|juni|juin|junio|giugno|giu",
  "jul|july|juli|juil|juillet|julio|luglio|lug",
  "aug|august|aoû|août|agosto|ago|augustus",
  "sep|sept|september|septembre|septiembre|settembre|set",
  "oct|october|okt|oktober|octobre|octubre|ottobre|ott",
  "nov|november|novembre|noviembre",
  "dec|december|dez|dezember|déc|décembre|diciembre|dic|dicembre",
};

/* --- Pieces ------------------------------------------------------------------------------- */

static gboolean
read_number (const char **at, int most_digits, int *number, int *digits)
{
  int value = 0, count = 0;

  while (g_ascii_isdigit (**at) && count < most_digits)
    {
      value = value * 10 + (**at - '0');
      count++;
      (*at)++;
    }
  *number = value;
  if (digits)
    *digits = count;
  return count > 0 && !g_ascii_isdigit (**at);
}

static void
skip_blanks (const char **at)
{
  while (**at == ' ' || **at == ',')
    (*at)++;
}

/* A run of letters with its dot; NULL when there is none. Owned by the caller. */
static char *
read_word (const char **at)
{
  const char *from = *at;
  char *word;

  while (**at && g_unichar_isalpha (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
  if (*at == from)
    return NULL;
  word = g_strndup (from, (gsize) (*at - from));
  if (**at == '.')
    (*at)++;
  return word;
}

/* 1 to 12; 0 when it is no month. */
static int
month_of (const char *word)
{
  g_autofree char *loose = bf_loose (word);

  for (int i = 0; i < 12; i++)
    if (bf_loose_is_in (months[i], loose))
      return i + 1;
  return 0;
}

static int
whole_year (int year, int digits)
{
  if (digits > 2)
    return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

/* --- Forms -------------------------------------------------------------------------------- */

/* 2027-03-28, 2027/3/28, 20270328 */
static gboolean
read_year_first (const char **at, Parts *parts)
{
  const char *from = *at;
  int digits, month, day;
  char mark;

  if (!read_number (at, 8, &parts->year, &digits))
    return FALSE;
  if (digits == 8)
    {
      parts->first = parts->year % 100;
      parts->second = parts->year / 100 % 100;
      parts->year /= 10000;
      parts->named = TRUE;
      return TRUE;
    }
  mark = **at;
  if (digits == 4 && (mark == '-' || mark == '/' || mark == '.') && (*at)++ &&
      read_number (at, 2, &month, NULL) && **at == mark && (*at)++ &&
      read_number (at, 2, &day, NULL))
    {
      parts->first = day;
      parts->second = month;
      parts->named = TRUE;
      return TRUE;
    }
  *at = from;
  return FALSE;
}

/* 28.03.2027, 3/8/31, 3-8-2031 */
static gboolean
read_numbers (const char **at, Parts *parts)
{
  const char *from = *at;
  int digits;
  char mark;

  if (read_number (at, 2, &parts->first, NULL) && strchr ("./-", mark = **at) && mark)
    {
      (*at)++;
      skip_blanks (at);
      if (read_number (at, 2, &parts->second, NULL) && **at == mark)
        {
          (*at)++;
          skip_blanks (at);
          if (read_number (at, 4, &parts->year, &digits) && (digits == 2 || digits == 4))
            {
              parts->year = whole_year (parts->year, digits);
              parts->dotted = mark == '.';
              return TRUE;
            }
        }
    }
  *at = from;
  return FALSE;
}

static gboolean
read_named_year (const char **at, Parts *parts)
{
  int digits;

  while (**at == ' ' || **at == ',' || **at == '-' || **at == '.' || **at == '/')
    (*at)++;
  if (!read_number (at, 4, &parts->year, &digits) || digits == 1 || digits == 3)
    return FALSE;
  parts->year = whole_year (parts->year, digits);
  parts->named = TRUE;
  return TRUE;
}

/* 3. August 2031, 31-Dec-27, August 3, 2031, 3rd of August 2031 */
static gboolean
read_named (const char **at, Parts *parts)
{
  const char *from = *at;
  gboolean day_first = g_ascii_isdigit (**at);
  g_autofree char *word = NULL;

  if (day_first && !read_number (at, 2, &parts->first, NULL))
    return FALSE;
  if (day_first && strlen (*at) > 2 && g_ascii_isalpha (**at))
    *at += g_ascii_strncasecmp (*at, "st", 2) == 0 || g_ascii_strncasecmp (*at, "nd", 2) == 0 ||
                   g_ascii_strncasecmp (*at, "rd", 2) == 0 ||
                   g_ascii_strncasecmp (*at, "th", 2) == 0
               ? 2
               : 0;
  while (**at == ' ' || **at == '.' || **at == '-' || **at == '/')
    (*at)++;
  word = read_word (at);
  if (word && day_first &&
      (g_ascii_strcasecmp (word, "of") == 0 || g_ascii_strcasecmp (word, "de") == 0))
    {
      skip_blanks (at);
      g_free (word);
      word = read_word (at);
    }
  parts->second = word ? month_of (word) : 0;
  if (parts->second == 0)
    {
      *at = from;
      return FALSE;
    }
  skip_blanks (at);
  if (!day_first && !read_number (at, 2, &parts->first, NULL))
    return FALSE;
  return read_named_year (at, parts);
}

/* 02:30, 02:30:00, 10 PM, 22 Uhr, 22h30, Z; nothing is fine too. */
static gboolean
read_time (const char **at, Parts *parts)
{
  int hour, minute = 0, second = 0;

  if (**at == 'T')
    (*at)++;
  skip_blanks (at);
  if (!**at)
    return TRUE;
  if (!read_number (at, 2, &hour, NULL))
    return FALSE;
  if (**at == ':' || (g_ascii_tolower (**at) == 'h' && g_ascii_isdigit ((*at)[1])))
    {
      (*at)++;
      if (!read_number (at, 2, &minute, NULL))
        return FALSE;
    }
  if (**at == ':' && ((*at)++, !read_number (at, 2, &second, NULL)))
    return FALSE;
  if (**at == '.')
    *at += 1 + strspn (*at + 1, "0123456789");
  skip_blanks (at);
  if (g_ascii_strcasecmp (*at, "pm") == 0 && hour >= 1 && hour <= 12)
    hour = hour % 12 + 12;
  else if (g_ascii_strcasecmp (*at, "am") == 0 && hour >= 1 && hour <= 12)
    hour %= 12;
  else if (**at && g_ascii_strcasecmp (*at, "uhr") != 0 && g_ascii_strcasecmp (*at, "h") != 0 &&
           g_ascii_strcasecmp (*at, "z") != 0)
    return FALSE;
  parts->has_time = TRUE;
  parts->minutes = hour * 60 + minute;
  return minute < 60 && second < 60 && parts->minutes <= BF_MINUTES_PER_DAY;
}

/* "Mon, ", "Fr. " in front. */
static void
skip_weekday (const char **at)
{
  const char *from = *at;
  g_autofree char *word = read_word (at);

  if (!word || month_of (word) > 0)
    *at = from;
  skip_blanks (at);
}

static gboolean
read_parts (const char *text, Parts *parts)
{
  g_autofree char *tidy = bf_tidy (text);
  const char *at = tidy;

  memset (parts, 0, sizeof *parts);
  skip_weekday (&at);
  return (read_year_first (&at, parts) || read_numbers (&at, parts) || read_named (&at, parts)) &&
         read_time (&at, parts);
}

/* --- Days --------------------------------------------------------------------------------- */

static gboolean
to_day (int year, int month, int day, gint64 *out)
{
  char text[16];

  if (year < 1 || year > 9999 || month < 0 || month > 99 || day < 0 || day > 99)
    return FALSE;
  g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return bf_day_parse (text, out);
}

BfDateReading
bf_date_words_judge (const char *text)
{
  Parts parts;
  gint64 day;
  gboolean day_first, month_first;

  if (!read_parts (text, &parts))
    return BF_DATE_NONE;
  day_first = to_day (parts.year, parts.second, parts.first, &day);
  month_first = !parts.named && to_day (parts.year, parts.first, parts.second, &day);
  if (!day_first && !month_first)
    return BF_DATE_NONE;
  if (parts.named || parts.first == parts.second)
    return BF_DATE_PLAIN;
  if (!day_first || !month_first)
    return day_first ? BF_DATE_DAY_FIRST : BF_DATE_MONTH_FIRST;
  return parts.dotted ? BF_DATE_DOTTED : BF_DATE_EITHER;
}

gboolean
bf_date_words_read (const char *text, BfDateOrder order, BfDateWords *words)
{
  gboolean swapped;
  Parts parts;
  gint64 day;

  if (!read_parts (text, &parts))
    return FALSE;
  swapped = order == BF_ORDER_MONTH_FIRST && !parts.named;
  if (!to_day (parts.year,
               swapped ? parts.first : parts.second,
               swapped ? parts.second : parts.first,
               &day))
    return FALSE;
  words->minute = bf_day_minute (day) + parts.minutes;
  words->has_time = parts.has_time;
  return TRUE;
}
