/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Public holidays by rule; what the rules mean stands in the read_me of the catalogue's holidays.
 *
 * A year is worked out with its two neighbours, since a substitute may fall into another year
 * than its day. Easter: the algorithm of Meeus, Jones and Butcher for the western calendar. */

#include "bf-calendar.h"

/* One day taken by a rule, before substitutes. */
typedef struct
{
  gint64 day;
  const char *name;
  int substitute; /* BfSubstitute */
} Taken;

static gint64
easter_sunday (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31;
  int day = (h + l - 7 * m + 114) % 31 + 1;

  return bf_day_from_civil (year, month, day);
}

/* The first such weekday on or after @day. */
static gint64
weekday_from (gint64 day, int weekday)
{
  return day + (weekday - bf_day_weekday (day) + 7) % 7;
}

static gint64
nth_weekday (int year, int month, int weekday, int nth)
{
  gint64 first = bf_day_from_civil (year, month, 1);
  gint64 last = bf_day_add_months (first, 1) - 1;

  if (nth < 0)
    return last - (bf_day_weekday (last) - weekday + 7) % 7 + 7 * (nth + 1);
  return weekday_from (first, weekday) + 7 * (nth - 1);
}

static gint64
equinox (int year, int month)
{
  double constant = month == 3 ? 20.8431 : 23.2488;
  int since = year - 1980;

  return bf_day_from_civil (year, month, (int) (constant + 0.242194 * since) - since / 4);
}

/* The rule's day in @year; BF_BLANK when it has none. */
static gint64
rule_day (const BfHolidayRule *rule, int year)
{
  if (rule->every_years > 0 && year % rule->every_years != 0)
    return BF_BLANK;
  if (rule->but_month > 0)
    {
      gint64 instead = bf_day_from_civil (year, rule->but_month, rule->but_day);

      if (bf_day_weekday (instead) == rule->but_weekday)
        return instead;
    }
  switch (rule->rule)
    {
    case BF_HOLIDAY_FIXED:
      return bf_day_from_civil (year, rule->month, rule->day);
    case BF_HOLIDAY_DATE:
      return year == rule->year ? bf_day_from_civil (year, rule->month, rule->day) : BF_BLANK;
    case BF_HOLIDAY_EASTER:
      return easter_sunday (year) + rule->offset;
    case BF_HOLIDAY_NTH:
      return nth_weekday (year, rule->month, rule->weekday, rule->nth);
    case BF_HOLIDAY_FROM:
      return weekday_from (bf_day_from_civil (year, rule->month, rule->day), rule->weekday);
    case BF_HOLIDAY_EQUINOX:
      return equinox (year, rule->month);
    default:
      g_return_val_if_reached (BF_BLANK);
    }
}

static gboolean
is_taken (const GArray *days, gint64 day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, Taken, i).day == day)
      return TRUE;
  return FALSE;
}

static void
take_region (const BfCatalogue *catalogue, const BfHolidayRegion *region, int year, GArray *days)
{
  const BfHolidayRegion *base = region->with ? bf_catalogue_region (catalogue, region->with) : NULL;

  if (base)
    take_region (catalogue, base, year, days);
  for (guint i = 0; i < region->n_days; i++)
    {
      const BfHolidayRule *rule = &region->days[i];
      Taken taken = { rule_day (rule, year),
                      rule->name,
                      rule->substitute >= 0 ? rule->substitute : (int) region->substitute };

      if (taken.day != BF_BLANK && !is_taken (days, taken.day))
        g_array_append_val (days, taken);
    }
}

static gint64
next_free (const GArray *days, gint64 day, gboolean skip_weekends)
{
  do
    day++;
  while (is_taken (days, day) || (skip_weekends && bf_day_weekday (day) > 5));
  return day;
}

/* The further free day that the rule of substitution gives; BF_BLANK for none. */
static gint64
substitute_day (const GArray *days, const Taken *taken)
{
  int weekday = bf_day_weekday (taken->day);

  switch ((BfSubstitute) taken->substitute)
    {
    case BF_SUBSTITUTE_NEXT_WEEKDAY:
      return weekday > 5 ? next_free (days, taken->day, TRUE) : BF_BLANK;
    case BF_SUBSTITUTE_NEAREST_WEEKDAY:
      return weekday == 6 ? taken->day - 1 : weekday == 7 ? taken->day + 1 : BF_BLANK;
    case BF_SUBSTITUTE_SUNDAY_NEXT_FREE:
      return weekday == 7 ? next_free (days, taken->day, FALSE) : BF_BLANK;
    case BF_SUBSTITUTE_DAY_BEFORE:
      return weekday == 7 ? taken->day - 1 : BF_BLANK;
    case BF_SUBSTITUTE_NONE:
    default:
      return BF_BLANK;
    }
}

static void
add_substitutes (GArray *days)
{
  guint n_by_rule = days->len;

  for (guint i = 0; i < n_by_rule; i++)
    {
      Taken taken = g_array_index (days, Taken, i);

      taken.day = substitute_day (days, &taken);
      if (taken.day != BF_BLANK && !is_taken (days, taken.day))
        g_array_append_val (days, taken);
    }
}

/* A day between two days of the list is free too; substitutes make no such day. */
static void
add_days_between (GArray *days, guint n_by_rule)
{
  for (guint i = 0; i < n_by_rule; i++)
    for (guint j = 0; j < n_by_rule; j++)
      {
        Taken between = g_array_index (days, Taken, i);

        between.day++;
        if (g_array_index (days, Taken, j).day == between.day + 1 && !is_taken (days, between.day))
          g_array_append_val (days, between);
      }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 day_a = ((const BfHolidayDay *) a)->day;
  gint64 day_b = ((const BfHolidayDay *) b)->day;

  return day_a < day_b ? -1 : day_a > day_b;
}

GArray *
bf_holidays_of_year (const BfCatalogue *catalogue, const BfHolidayRegion *region, int year)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BfHolidayDay));

  for (int of_year = year - 1; of_year <= year + 1; of_year++)
    {
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (Taken));
      guint n_by_rule;

      take_region (catalogue, region, of_year, days);
      n_by_rule = days->len;
      add_substitutes (days);
      if (region->between)
        add_days_between (days, n_by_rule);
      for (guint i = 0; i < days->len; i++)
        {
          const Taken *taken = &g_array_index (days, Taken, i);
          BfHolidayDay day = { taken->day, taken->name };
          int civil_year;

          bf_day_to_civil (day.day, &civil_year, NULL, NULL);
          if (civil_year == year)
            g_array_append_val (found, day);
        }
    }
  g_array_sort (found, compare_days);
  return found;
}
