/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-format.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "bf-money.h"

#define THIN "\u202f"
#define DASH "–"

typedef enum
{
  ORDER_DAY_FIRST,
  ORDER_MONTH_FIRST,
  ORDER_YEAR_FIRST,
} DateOrder;

/* How the three orders write a day, a tight day, a day without its year, a day of a range that
 * shares its month. */
static const struct
{
  const char *full, *tight, *of_year;
} orders[] = {
  [ORDER_DAY_FIRST] = { "%-d %b %Y", "%-d %b %y", "%-d %b" },
  [ORDER_MONTH_FIRST] = { "%b %-d, %Y", "%b %-d, %y", "%b %-d" },
  [ORDER_YEAR_FIRST] = { "%Y %b %-d", "%y %b %-d", "%b %-d" },
};

static gboolean
locale_is_plain (void)
{
  const char *name = setlocale (LC_TIME, NULL);

  return name == NULL || g_str_equal (name, "C") || g_str_equal (name, "POSIX") ||
         g_str_has_prefix (name, "C.");
}

/* The order in which the locale writes its short date; the plain locale is nobody's language and
 * gets the international one. */
static DateOrder
date_order (void)
{
  const char *format = nl_langinfo (D_FMT);

  if (locale_is_plain ())
    return ORDER_DAY_FIRST;
  for (; *format != '\0'; format++)
    {
      if (*format != '%')
        continue;
      format += strspn (format + 1, "-_0E^#O") + 1;
      if (strchr ("yYFCG", *format) != NULL)
        return ORDER_YEAR_FIRST;
      if (strchr ("mbBhD", *format) != NULL)
        return ORDER_MONTH_FIRST;
      if (strchr ("de", *format) != NULL)
        return ORDER_DAY_FIRST;
    }
  return ORDER_DAY_FIRST;
}

static char *
format_with (gint64 day, const char *format)
{
  g_autoptr (GDateTime) date = NULL;
  int year = 0, month = 0, of_month = 0;

  if (day == BF_BLANK)
    return g_strdup (DASH);
  bf_day_to_civil (day, &year, &month, &of_month);
  date = g_date_time_new_utc (year, month, of_month, 0, 0, 0);
  return date != NULL ? g_date_time_format (date, format) : bf_day_format (day);
}

char *
bf_format_day (gint64 day)
{
  return format_with (day, orders[date_order ()].full);
}

char *
bf_format_day_tight (gint64 day)
{
  return format_with (day, orders[date_order ()].tight);
}

char *
bf_format_day_of_year (gint64 day)
{
  return format_with (day, orders[date_order ()].of_year);
}

char *
bf_format_month (gint64 day)
{
  return format_with (day, date_order () == ORDER_YEAR_FIRST ? "%Y %B" : "%B %Y");
}

char *
bf_format_month_tight (gint64 day)
{
  return format_with (day, date_order () == ORDER_YEAR_FIRST ? "%Y %b" : "%b %Y");
}

char *
bf_format_days (gint64 from, gint64 to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = bf_format_day (to);
  int from_year = 0, to_year = 0, unused = 0;

  if (from == to || from == BF_BLANK || to == BF_BLANK)
    return from == to ? g_steal_pointer (&last) : bf_format_day (from == BF_BLANK ? to : from);
  bf_day_to_civil (from, &from_year, &unused, &unused);
  bf_day_to_civil (to, &to_year, &unused, &unused);
  if (date_order () == ORDER_DAY_FIRST && from_year == to_year)
    first = bf_format_day_of_year (from);
  else
    first = bf_format_day (from);
  return g_strdup_printf ("%s – %s", first, last);
}

char *
bf_format_minute (gint64 minute)
{
  g_autofree char *day = NULL;
  int of_day;

  if (minute == BF_BLANK)
    return g_strdup (DASH);
  day = bf_format_day (bf_minute_day (minute));
  of_day = (int) (minute - bf_day_minute (bf_minute_day (minute)));
  return g_strdup_printf ("%s, %02d:%02d", day, of_day / 60, of_day % 60);
}

/* The machine form "-1234.5" as people read it. */
static char *
dress (const char *plain, const char *separator)
{
  const char *point = localeconv ()->decimal_point;
  const char *dot = strchr (plain, '.');
  const char *start = plain + (*plain == '-');
  gsize digits = dot != NULL ? (gsize) (dot - start) : strlen (start);
  GString *out = g_string_new (*plain == '-' ? "−" : NULL);
  gsize i;

  for (i = 0; i < digits; i++)
    {
      if (i > 0 && (digits - i) % 3 == 0)
        g_string_append (out, separator);
      g_string_append_c (out, start[i]);
    }
  if (dot != NULL)
    g_string_append_printf (out, "%s%s", point, dot + 1);
  return g_string_free (out, FALSE);
}

static char *
plain_number (double value, int decimals)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE * 12];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  return g_strdup (g_str_has_prefix (buffer, "-") && strspn (buffer, "-0.") == strlen (buffer)
                       ? buffer + 1
                       : buffer);
}

char *
bf_format_number (double value, int decimals)
{
  g_autofree char *plain = NULL;

  if (!isfinite (value))
    return g_strdup (DASH);
  plain = plain_number (value, decimals);
  return dress (plain, THIN);
}

char *
bf_format_whole (double value)
{
  return bf_format_number (isfinite (value) ? round (value) : value, 0);
}

char *
bf_format_count (guint64 value)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GUINT64_FORMAT, value);
  const char *separator = localeconv ()->thousands_sep;

  return dress (plain, *separator != '\0' ? separator : ",");
}

static char *
with_unit (char *number, const char *unit)
{
  g_autofree char *owned = number;

  return *unit != '\0' ? g_strconcat (owned, THIN, unit, NULL) : g_steal_pointer (&owned);
}

char *
bf_format_percent (double share)
{
  if (!isfinite (share))
    return g_strdup (DASH);
  return with_unit (bf_format_whole (share * 100), "%");
}

char *
bf_format_hours (double hours)
{
  if (!isfinite (hours))
    return g_strdup (DASH);
  /* Translators: hours, as in "44 h". */
  return with_unit (bf_format_whole (hours), C_ ("unit", "h"));
}

const char *
bf_format_currency_sign (const char *currency)
{
  static const char *const signs[][2] = {
    { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" }, { "CNY", "¥" }, { "INR", "₹" },
  };
  gsize i;

  if (currency == NULL)
    return "";
  for (i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_ascii_strcasecmp (currency, signs[i][0]) == 0)
      return signs[i][1];
  return currency;
}

static char *
money (double minor, double divisor, int decimals, const char *prefix, const char *currency)
{
  g_autofree char *unit = g_strconcat (prefix, bf_format_currency_sign (currency), NULL);

  if (!isfinite (minor) || minor <= (double) BF_BLANK)
    return g_strdup (DASH);
  return with_unit (bf_format_number (minor / BF_MINOR_PER_UNIT / divisor, decimals), unit);
}

char *
bf_format_money_thousands (double minor, const char *currency)
{
  return money (minor, 1e3, 0, "k", currency);
}

char *
bf_format_money_millions (double minor, int decimals, const char *currency)
{
  return money (minor, 1e6, decimals, "M", currency);
}

char *
bf_format_money_whole (double minor, const char *currency)
{
  return money (minor, 1, 0, "", currency);
}

static gboolean
show_money_cb (const GMatchInfo *match, GString *shown, gpointer currency)
{
  g_autofree char *figure = g_match_info_fetch (match, 1);
  g_autofree char *scale = g_match_info_fetch (match, 2);
  double minor = g_ascii_strtod (figure, NULL) * BF_MINOR_PER_UNIT;
  g_autofree char *money =
      g_str_equal (scale, " M")   ? bf_format_money_millions (minor * 1e6, 1, currency)
      : g_str_equal (scale, " k") ? bf_format_money_thousands (minor * 1e3, currency)
                                  : bf_format_money_whole (minor, currency);

  g_string_append (shown, money);
  return FALSE;
}

char *
bf_format_sentence (const char *sentence, const char *currency)
{
  const char *code = currency != NULL ? currency : "EUR";
  g_autofree char *safe = g_regex_escape_string (code, -1);
  g_autofree char *pattern =
      g_strdup_printf ("\\b%s (\\d+(?:\\.\\d)?)( [kM]\\b|)(?![\\d.]\\d)", safe);
  g_autoptr (GRegex) money = g_regex_new (pattern, 0, 0, NULL);

  g_assert (money != NULL);
  return g_regex_replace_eval (money, sentence, -1, 0, 0, show_money_cb, (gpointer) code, NULL);
}
