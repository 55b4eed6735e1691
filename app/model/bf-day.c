/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const int days_before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

gint64
bf_day_from_civil (int year, int month, int day)
{
  gint64 before = (gint64) year - 1;
  gint64 days = before * 365 + before / 4 - before / 100 + before / 400;

  days += days_before_month[month - 1] + (month > 2 && is_leap (year)) + day - 1;
  return days - 719162;
}

void
bf_day_to_civil (gint64 day, int *year, int *month, int *day_of_month)
{
  /* Years from March, so that the leap day is the last of its year. */
  gint64 shifted = day + 719468;
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  gint64 day_of_era = shifted - era * 146097;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (int) ((5 * day_of_year + 2) / 153);
  int civil_month = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year)
    *year = (int) (year_of_era + era * 400 + (civil_month <= 2));
  if (month)
    *month = civil_month;
  if (day_of_month)
    *day_of_month = (int) (day_of_year - (153 * march_month + 2) / 5 + 1);
}

int
bf_day_weekday (gint64 day)
{
  gint64 since_monday = (day + 3) % 7;

  return (int) (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

int
bf_day_iso_week (gint64 day)
{
  /* The week belongs to the year of its Thursday. */
  gint64 thursday = day - bf_day_weekday (day) + 4;
  int year;

  bf_day_to_civil (thursday, &year, NULL, NULL);
  return (int) ((thursday - bf_day_from_civil (year, 1, 1)) / 7) + 1;
}

gint64
bf_day_add_months (gint64 day, int months)
{
  int year, month, day_of_month;
  int total;

  bf_day_to_civil (day, &year, &month, &day_of_month);
  total = year * 12 + (month - 1) + months;
  year = total / 12;
  month = total % 12 + 1;
  return bf_day_from_civil (year, month, MIN (day_of_month, days_in_month (year, month)));
}

gint64
bf_minute_day (gint64 minute)
{
  return minute >= 0 ? minute / BF_MINUTES_PER_DAY
                     : -((-minute + BF_MINUTES_PER_DAY - 1) / BF_MINUTES_PER_DAY);
}

gint64
bf_day_minute (gint64 day)
{
  return day * BF_MINUTES_PER_DAY;
}

/* Reads exactly @count digits. */
static gboolean
read_digits (const char **cursor, int count, int *out)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      value = value * 10 + ((*cursor)[i] - '0');
    }
  *cursor += count;
  *out = value;
  return TRUE;
}

static gboolean
read_mark (const char **cursor, const char *marks)
{
  if (!**cursor || !strchr (marks, **cursor))
    return FALSE;
  (*cursor)++;
  return TRUE;
}

static gboolean
read_day (const char **cursor, gint64 *out)
{
  int year, month, day;

  if (!read_digits (cursor, 4, &year) || !read_mark (cursor, "-") ||
      !read_digits (cursor, 2, &month) || !read_mark (cursor, "-") ||
      !read_digits (cursor, 2, &day))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return FALSE;
  *out = bf_day_from_civil (year, month, day);
  return TRUE;
}

gboolean
bf_day_parse (const char *text, gint64 *out)
{
  gint64 day;

  if (!read_day (&text, &day) || *text)
    return FALSE;
  *out = day;
  return TRUE;
}

gboolean
bf_minute_parse (const char *text, gint64 *out)
{
  gint64 day;
  int hour, minute;

  if (!read_day (&text, &day) || !read_mark (&text, "T ") || !read_digits (&text, 2, &hour) ||
      !read_mark (&text, ":") || !read_digits (&text, 2, &minute) || *text)
    return FALSE;
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
    return FALSE;
  *out = bf_day_minute (day) + hour * 60 + minute;
  return TRUE;
}

char *
bf_day_format (gint64 day)
{
  int year, month, day_of_month;

  bf_day_to_civil (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

char *
bf_minute_format (gint64 minute)
{
  g_autofree char *day = bf_day_format (bf_minute_day (minute));
  int of_day = (int) (minute - bf_day_minute (bf_minute_day (minute)));

  return g_strdup_printf ("%sT%02d:%02d", day, of_day / 60, of_day % 60);
}

char *
bf_day_text (gint64 day)
{
  static const char *const months[] = { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"),
                                        N_ ("May"), N_ ("Jun"), N_ ("Jul"), N_ ("Aug"),
                                        N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") };
  int year, month, day_of_month;

  bf_day_to_civil (day, &year, &month, &day_of_month);
  /* Translators: day of the month, short name of the month, year: "15 Jun 2028". */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), day_of_month, _ (months[month - 1]), year);
}
