/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days and wall-clock minutes.
 *
 * A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar, a minute the
 * number of minutes since 1970-01-01T00:00 on the plant's clock. Neither knows a time zone or
 * daylight saving: a night is as long as its clock says. Both are gint64 so that blank
 * (BF_BLANK) has room. Source of the civil-day arithmetic: era and day-of-era decomposition of
 * the Gregorian calendar in 400-year cycles. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The blank of every integer field: days, minutes, money, counts. */
#define BF_BLANK G_MININT64

#define BF_MINUTES_PER_DAY 1440

gint64 bf_day_from_civil (int year, int month, int day);
void bf_day_to_civil (gint64 day, int *year, int *month, int *day_of_month);

/* 1 Monday .. 7 Sunday. */
int bf_day_weekday (gint64 day);
/* ISO 8601 week number of the day, 1 .. 53. */
int bf_day_iso_week (gint64 day);
/* The same day of the month @months later; the last day of that month where it has none. */
gint64 bf_day_add_months (gint64 day, int months);

/* The day that a minute falls on (floor, also before 1970). */
gint64 bf_minute_day (gint64 minute);
gint64 bf_day_minute (gint64 day);

/* Strict readers of YYYY-MM-DD and YYYY-MM-DDTHH:MM (a blank instead of T is accepted); FALSE and
 * @out untouched when @text is anything else or no day of the calendar. */
gboolean bf_day_parse (const char *text, gint64 *out);
gboolean bf_minute_parse (const char *text, gint64 *out);

/* Machine form, independent of the locale. */
char *bf_day_format (gint64 day);
char *bf_minute_format (gint64 minute);
/* For people: "15 Jun 2028", the month in their language. */
char *bf_day_text (gint64 day);

G_END_DECLS
