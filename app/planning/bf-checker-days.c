/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checker's own calendar: the week, public holidays by rule, the plan's free days.
 *
 * Where the calendar of planning works out the day of a rule, this one asks of each day whether
 * the rule names it, and it takes all years at once. Easter: the computus by golden number and
 * epact (Knuth, The Art of Computer Programming, volume 1, exercise 1.3.2-14). */

#include <string.h>

#include "bf-checker-private.h"

#define SATURDAY 6
#define SUNDAY 7
/* Holidays of a year may be made up for in its neighbours. */
#define NEIGHBOUR_DAYS 400

/* --- The working week. --- */

/* How the days are called, Monday first; a word of two letters or more that begins a name means it.
 * The first language that knows the word wins. */
static const char *const weekdays[][7] = {
  { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
  { "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag" },
  { "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "sonnabend", "sonntag" },
  { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
  { "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag" },
  { "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo" },
};

static int
weekday_named (const char *word)
{
  for (guint i = 0; strlen (word) >= 2 && i < G_N_ELEMENTS (weekdays); i++)
    for (int day = 0; day < 7; day++)
      if (g_str_has_prefix (weekdays[i][day], word))
        return day + 1;
  return 0;
}

static gboolean
says_up_to (const char *word)
{
  static const char *const words[] = { "to", "through", "till", "until", "bis", "au", "tot", NULL };

  return g_strv_contains (words, word);
}

/* The next word in lower case, and whether what stood before it says "up to"; NULL: no more. */
static char *
next_word (const char **text, gboolean *up_to)
{
  gsize length = 0;

  for (; **text && !g_ascii_isalpha (**text); (*text)++)
    if (**text == '-' || g_str_has_prefix (*text, "–") || g_str_has_prefix (*text, "—"))
      *up_to = TRUE;
  while (g_ascii_isalpha ((*text)[length]))
    length++;
  *text += length;
  return length ? g_ascii_strdown (*text - length, (gssize) length) : NULL;
}

guint
bf_checker_week (const char *text)
{
  gboolean works[7] = { FALSE }, up_to = FALSE;
  int previous = 0;
  guint week = 0;
  char *word;

  while (text && (word = next_word (&text, &up_to)))
    {
      int day = weekday_named (word);

      for (int between = previous; day && previous && up_to && between != day;
           between = between % 7 + 1)
        works[between - 1] = TRUE;
      up_to = !day && (up_to || says_up_to (word));
      if (day)
        {
          works[day - 1] = TRUE;
          previous = day;
        }
      g_free (word);
    }
  for (guint day = 0; day < 7; day++)
    week |= works[day] ? 1u << day : 0;
  return week ? week : 1 | 2 | 4 | 8 | 16;
}

/* --- Which day a rule names. --- */

typedef struct
{
  gint64 day;
  int year, month, of_month, weekday;
  int after_easter;
  int of_month_end; /* days from here to the last of the month */
} Date;

static gint64
easter (int year)
{
  int golden = year % 19 + 1;
  int century = year / 100 + 1;
  int leap = 3 * century / 4 - 12;
  int moon = (8 * century + 5) / 25 - 5;
  int sunday = 5 * year / 4 - leap - 10;
  int epact = (11 * golden + 20 + moon - leap + 300) % 30;
  int full;

  if ((epact == 25 && golden > 11) || epact == 24)
    epact++;
  full = epact > 23 ? 74 - epact : 44 - epact;
  return bf_day_from_civil (year, 3, 1) + full + 6 - (sunday + full) % 7;
}

static Date
date_of (gint64 day, gint64 easter_day)
{
  Date date = { .day = day };
  int month;

  bf_day_to_civil (day, &date.year, &date.month, &date.of_month);
  date.weekday = bf_day_weekday (day);
  date.after_easter = (int) (day - easter_day);
  month = date.month % 12 + 1;
  date.of_month_end = (int) (bf_day_from_civil (date.year + (month == 1), month, 1) - 1 - day);
  return date;
}

static gboolean
is_equinox (const Date *date)
{
  int since = date->year - 1980;
  double moment = (date->month == 3 ? 20.8431 : 23.2488) + 0.242194 * since;

  return date->of_month == (int) floor (moment) - since / 4;
}

/* In a year in which the exception falls on its weekday, it is the day. */
static gboolean
has_exception (const BfHolidayRule *rule, int year)
{
  return rule->but_month > 0 &&
         bf_day_weekday (bf_day_from_civil (year, rule->but_month, rule->but_day)) ==
             rule->but_weekday;
}

static gboolean
rule_names (const BfHolidayRule *rule, const Date *date)
{
  gboolean same_day = date->month == rule->month && date->of_month == rule->day;

  if (rule->every_years > 0 && date->year % rule->every_years)
    return FALSE;
  if (has_exception (rule, date->year))
    return date->month == rule->but_month && date->of_month == rule->but_day;
  switch (rule->rule)
    {
    case BF_HOLIDAY_FIXED:
      return same_day;
    case BF_HOLIDAY_DATE:
      return same_day && date->year == rule->year;
    case BF_HOLIDAY_EASTER:
      return date->after_easter == rule->offset;
    case BF_HOLIDAY_NTH:
      return date->weekday == rule->weekday && date->month == rule->month &&
             (rule->nth > 0 ? (date->of_month + 6) / 7 == rule->nth
                            : date->of_month_end / 7 + 1 == -rule->nth);
    case BF_HOLIDAY_FROM:
      {
        gint64 from = bf_day_from_civil (date->year, rule->month, rule->day);

        return date->weekday == rule->weekday && date->day >= from && date->day < from + 7;
      }
    case BF_HOLIDAY_EQUINOX:
      return date->month == rule->month && is_equinox (date);
    default:
      return FALSE;
    }
}

/* --- The free days of a region. --- */

typedef enum
{
  WORKS,
  BY_RULE,
  MADE_UP,
  BETWEEN,
} Free;

typedef struct
{
  gint64 first;
  gsize n;
  guint8 *free; /* Free, a day */
} Span;

typedef struct
{
  const BfHolidayRule *rule;
  int substitute;
} Named;

static void
collect_rules (const BfCatalogue *catalogue, const BfHolidayRegion *region, GArray *rules)
{
  if (region->with)
    collect_rules (catalogue, bf_catalogue_region (catalogue, region->with), rules);
  for (guint i = 0; i < region->n_days; i++)
    {
      Named named = { &region->days[i], region->days[i].substitute };

      if (named.substitute < 0)
        named.substitute = (int) region->substitute;
      g_array_append_val (rules, named);
    }
}

static guint8 *
at (const Span *span, gint64 day)
{
  static guint8 outside;

  outside = WORKS;
  return day < span->first || day >= span->first + (gint64) span->n
             ? &outside
             : &span->free[day - span->first];
}

/* Marks the days of one year that rules name; order gets the first rule of each such day. */
static void
take_year (const Span *span, int year, const GArray *rules, int *order)
{
  gint64 first = bf_day_from_civil (year, 1, 1), end = bf_day_from_civil (year + 1, 1, 1);
  gint64 easter_day = easter (year);

  for (gint64 day = MAX (first, span->first); day < MIN (end, span->first + (gint64) span->n);
       day++)
    {
      Date date = date_of (day, easter_day);

      for (guint i = 0; i < rules->len && order[day - span->first] < 0; i++)
        if (rule_names (g_array_index (rules, Named, i).rule, &date))
          {
            order[day - span->first] = (int) i;
            *at (span, day) = BY_RULE;
          }
    }
}

static gint64
next_working (const Span *span, gint64 day, gboolean weekends_too)
{
  for (day++; *at (span, day) != WORKS || (!weekends_too && bf_day_weekday (day) >= SATURDAY);)
    day++;
  return day;
}

/* The day that makes up for a holiday on a day off; the same day: none does. */
static gint64
made_up_on (const Span *span, gint64 day, int kind)
{
  int weekday = bf_day_weekday (day);

  if (kind == BF_SUBSTITUTE_NEXT_WEEKDAY && weekday >= SATURDAY)
    return next_working (span, day, FALSE);
  if (kind == BF_SUBSTITUTE_NEAREST_WEEKDAY && weekday >= SATURDAY)
    return weekday == SATURDAY ? day - 1 : day + 1;
  if (kind == BF_SUBSTITUTE_SUNDAY_NEXT_FREE && weekday == SUNDAY)
    return next_working (span, day, TRUE);
  if (kind == BF_SUBSTITUTE_DAY_BEFORE && weekday == SUNDAY)
    return day - 1;
  return day;
}

/* In the order of the rules, as the law makes up for them. */
static void
make_up_year (const Span *span, int year, const GArray *rules, const int *order)
{
  gint64 first = MAX (bf_day_from_civil (year, 1, 1), span->first);
  gint64 end = MIN (bf_day_from_civil (year + 1, 1, 1), span->first + (gint64) span->n);

  for (guint i = 0; i < rules->len; i++)
    for (gint64 day = first; day < end; day++)
      if (order[day - span->first] == (int) i)
        {
          guint8 *free =
              at (span, made_up_on (span, day, g_array_index (rules, Named, i).substitute));

          *free = *free == WORKS ? MADE_UP : *free;
        }
}

static void
close_gaps (const Span *span)
{
  for (gsize i = 1; i + 1 < span->n; i++)
    if (span->free[i - 1] == BY_RULE && span->free[i + 1] == BY_RULE && span->free[i] == WORKS)
      span->free[i] = BETWEEN;
}

void
bf_checker_take_region (const BfCatalogue *catalogue,
                        const BfHolidayRegion *region,
                        gint64 first,
                        gint64 last,
                        gboolean *works)
{
  Span span = { first - NEIGHBOUR_DAYS, (gsize) (last - first + 1 + 2 * NEIGHBOUR_DAYS), NULL };
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (Named));
  g_autofree int *order = g_new (int, span.n);
  int from, to;

  span.free = g_new0 (guint8, span.n);
  memset (order, -1, span.n * sizeof (int));
  collect_rules (catalogue, region, rules);
  bf_day_to_civil (span.first, &from, NULL, NULL);
  bf_day_to_civil (span.first + (gint64) span.n - 1, &to, NULL, NULL);
  for (int year = from; year <= to; year++)
    take_year (&span, year, rules, order);
  for (int year = from; year <= to; year++)
    make_up_year (&span, year, rules, order);
  if (region->between)
    close_gaps (&span);
  for (gint64 day = first; day <= last; day++)
    works[day - first] = works[day - first] && *at (&span, day) == WORKS;
  g_free (span.free);
}

/* --- The plan's time. --- */

static void
take_day (BfChecker *self, gint64 day)
{
  if (day >= self->first_day && day <= self->last_day)
    self->works[day - self->first_day] = FALSE;
}

static void
take_own_days (BfChecker *self)
{
  for (guint i = 0; i < bf_plan_count (self->plan, BF_HOLIDAY); i++)
    {
      const BfHoliday *row = BF_ROW (self->plan, HOLIDAY, BfHoliday, i);
      gint64 until = row->until == BF_BLANK ? row->day : row->until;

      if (row->day != BF_BLANK)
        for (gint64 day = MAX (row->day, self->first_day); day <= MIN (until, self->last_day);
             day++)
          take_day (self, day);
    }
}

static void
count_days (BfChecker *self)
{
  gsize n = (gsize) (self->last_day - self->first_day + 1);

  self->before = g_new0 (int, n + 1);
  for (gsize i = 0; i < n; i++)
    self->before[i + 1] = self->before[i] + (self->works[i] != FALSE);
}

/* The last day of the horizon: the day before that day of the year, some years later. */
static gint64
end_of_horizon (const BfPlant *plant, gint64 start)
{
  int year, month, of_month;
  gint64 years = plant && plant->horizon_years != BF_BLANK ? plant->horizon_years : 0;

  bf_day_to_civil (start, &year, &month, &of_month);
  year += years > 0 ? (int) years : 5;
  if (month == 2 && of_month == 29 && !(year % 4 == 0 && (year % 100 || year % 400 == 0)))
    of_month = 28;
  return bf_day_from_civil (year, month, of_month) - 1;
}

void
bf_checker_make_days (BfChecker *self)
{
  const BfPlant *plant = bf_plan_plant (self->plan);
  guint week = bf_checker_week (plant ? plant->working_week : NULL);
  const BfHolidayRegion *region = NULL;

  self->start = plant && plant->start != BF_BLANK ? plant->start : bf_plan_start (self->plan);
  self->horizon_end = end_of_horizon (plant, self->start);
  self->first_day = self->start - BF_CHECKER_MARGIN_DAYS;
  self->last_day = self->horizon_end + BF_CHECKER_MARGIN_DAYS;
  self->works = g_new0 (gboolean, (gsize) (self->last_day - self->first_day + 1));
  for (gint64 day = self->first_day; day <= self->last_day; day++)
    self->works[day - self->first_day] = (week >> (bf_day_weekday (day) - 1)) & 1;
  if (plant && plant->holidays && self->set->catalogue)
    region = bf_catalogue_region (self->set->catalogue, plant->holidays);
  if (region)
    bf_checker_take_region (
        self->set->catalogue, region, self->first_day, self->last_day, self->works);
  take_own_days (self);
  count_days (self);
}

gboolean
bf_checker_works (const BfChecker *self, gint64 day)
{
  return day >= self->first_day && day <= self->last_day && self->works[day - self->first_day];
}

int
bf_checker_working_days (const BfChecker *self, gint64 from, gint64 to)
{
  gint64 first = CLAMP (from, self->first_day, self->last_day + 1);
  gint64 end = CLAMP (to + 1, first, self->last_day + 1);

  return self->before[end - self->first_day] - self->before[first - self->first_day];
}

gint64
bf_checker_days_after (const BfChecker *self, gint64 day, int count)
{
  for (; count > 0 && day < self->last_day; count -= bf_checker_works (self, day))
    day++;
  return day;
}
