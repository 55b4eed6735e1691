/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-calendar.h"

#include <string.h>

#include "bf-step.h"
#include "bf-stretches.h"

/* Days known before the planning start, for steps that look back. */
#define MARGIN_DAYS 400

struct _BfCalendar
{
  BfPlan *plan;
  guint week;         /* bit 0 Monday */
  gint64 first, last; /* days of the plan's time, as shown */
  gint64 from;        /* first day known */
  guint n_days;
  const char **holiday; /* a day: its name; NULL */
  int *before;          /* a day: working days before it; one more element at the end */
  gint64 *working;      /* the working days */
  BfStretches *stretches;
};

/* --- The working week. --- */

/* The day that a word means: the name of one, or its beginning; 0: none. */
static int
weekday_of_word (const char *word, gsize length)
{
  /* Of each name as many letters as tell it from others, those that come first. */
  static const struct
  {
    const char *name;
    gsize least;
    int weekday;
  } names[] = {
    { "Monday", 2, 1 },    { "Montag", 2, 1 },    { "lundi", 2, 1 },      { "lunes", 2, 1 },
    { "lunedi", 2, 1 },    { "maandag", 3, 1 },   { "Tuesday", 2, 2 },    { "Dienstag", 2, 2 },
    { "dinsdag", 2, 2 },   { "mardi", 3, 2 },     { "martes", 3, 2 },     { "martedi", 3, 2 },
    { "Wednesday", 2, 3 }, { "Mittwoch", 2, 3 },  { "mercredi", 3, 3 },   { "mercoledi", 3, 3 },
    { "woensdag", 2, 3 },  { "Thursday", 2, 4 },  { "Donnerstag", 2, 4 }, { "donderdag", 2, 4 },
    { "jeudi", 2, 4 },     { "jueves", 2, 4 },    { "giovedi", 2, 4 },    { "Friday", 2, 5 },
    { "Freitag", 2, 5 },   { "vendredi", 2, 5 },  { "venerdi", 2, 5 },    { "viernes", 2, 5 },
    { "vrijdag", 2, 5 },   { "Saturday", 2, 6 },  { "Samstag", 2, 6 },    { "samedi", 2, 6 },
    { "sabado", 2, 6 },    { "sabato", 2, 6 },    { "zaterdag", 2, 6 },   { "Sunday", 2, 7 },
    { "Sonntag", 2, 7 },   { "Sonnabend", 5, 6 }, { "dimanche", 3, 7 },   { "domingo", 3, 7 },
    { "domenica", 3, 7 },  { "zondag", 2, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (length >= names[i].least && g_ascii_strncasecmp (word, names[i].name, length) == 0)
      return names[i].weekday;
  return 0;
}

/* What stands between two words: a range, or a list. */
static gboolean
is_range (const char *between, gsize length)
{
  g_autofree char *text = g_strndup (between, length);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return strchr (lower, '-') || strstr (lower, "–") || strstr (lower, "—") ||
         strstr (lower, "to") || strstr (lower, "through") || strstr (lower, "bis");
}

guint
bf_working_week_parse (const char *text)
{
  guint week = 0;
  int previous = 0;
  const char *after = text;

  for (const char *cursor = text; cursor && *cursor;)
    {
      const char *word = cursor;
      int weekday;

      while (g_ascii_isalpha (*cursor))
        cursor++;
      weekday = weekday_of_word (word, (gsize) (cursor - word));
      if (weekday && previous && is_range (after, (gsize) (word - after)))
        for (int day = previous; day != weekday; day = day % 7 + 1)
          week |= 1u << (day - 1);
      if (weekday)
        {
          week |= 1u << (weekday - 1);
          previous = weekday;
          after = cursor;
        }
      if (*cursor && cursor == word)
        cursor++;
    }
  return week ? week : 0x1f;
}

/* --- Building. --- */

static void
mark_holiday (BfCalendar *self, gint64 day, const char *name)
{
  if (day >= self->from && day < self->from + self->n_days && !self->holiday[day - self->from])
    self->holiday[day - self->from] = name;
}

static void
mark_public_holidays (BfCalendar *self, const BfCatalogue *catalogue, const char *region_name)
{
  const BfHolidayRegion *region = region_name ? bf_catalogue_region (catalogue, region_name) : NULL;
  int from_year, to_year;

  if (!region)
    return;
  bf_day_to_civil (self->from, &from_year, NULL, NULL);
  bf_day_to_civil (self->from + self->n_days, &to_year, NULL, NULL);
  for (int year = from_year; year <= to_year; year++)
    {
      g_autoptr (GArray) days = bf_holidays_of_year (catalogue, region, year);

      for (guint i = 0; i < days->len; i++)
        mark_holiday (self,
                      g_array_index (days, BfHolidayDay, i).day,
                      g_array_index (days, BfHolidayDay, i).name);
    }
}

static void
mark_plan_holidays (BfCalendar *self)
{
  for (guint i = 0; i < bf_plan_count (self->plan, BF_HOLIDAY); i++)
    {
      const BfHoliday *row = BF_ROW (self->plan, HOLIDAY, BfHoliday, i);
      gint64 until = row->until == BF_BLANK ? row->day : row->until;

      if (row->day == BF_BLANK)
        continue;
      for (gint64 day = MAX (row->day, self->from); day <= MIN (until, self->from + self->n_days);
           day++)
        mark_holiday (self, day, row->name ? row->name : row->row.key);
    }
}

static gboolean
in_week (const BfCalendar *self, gint64 day)
{
  return (self->week >> (bf_day_weekday (day) - 1)) & 1;
}

static void
count_working_days (BfCalendar *self)
{
  int n = 0;

  for (guint i = 0; i < self->n_days; i++)
    {
      gint64 day = self->from + i;

      self->before[i] = n;
      if (in_week (self, day) && !self->holiday[i])
        self->working[n++] = day;
    }
  self->before[self->n_days] = n;
}

BfCalendar *
bf_calendar_new (const BfPlan *plan, const BfCatalogue *catalogue)
{
  BfCalendar *self = g_new0 (BfCalendar, 1);
  const BfPlant *plant = bf_plan_plant (plan);

  self->plan = bf_plan_ref (plan);
  self->week = bf_working_week_parse (plant ? plant->working_week : NULL);
  self->first = bf_plan_start (plan);
  self->last = bf_day_add_months (bf_plan_horizon_end (plan), 24);
  self->from = self->first - MARGIN_DAYS;
  self->n_days = (guint) (self->last - self->from + 1);
  self->holiday = g_new0 (const char *, self->n_days);
  self->before = g_new0 (int, self->n_days + 1);
  self->working = g_new0 (gint64, self->n_days);
  mark_plan_holidays (self);
  if (catalogue && plant)
    mark_public_holidays (self, catalogue, plant->holidays);
  count_working_days (self);
  self->stretches = bf_stretches_new (self->plan, self->first, self->last);
  return self;
}

void
bf_calendar_free (BfCalendar *self)
{
  bf_stretches_free (self->stretches);
  g_free (self->holiday);
  g_free (self->before);
  g_free (self->working);
  bf_plan_unref (self->plan);
  g_free (self);
}

const BfStretches *
bf_calendar_get_stretches (const BfCalendar *self)
{
  return self->stretches;
}

gboolean
bf_calendar_assumes_windows (const BfCalendar *self)
{
  return self->stretches->assumed;
}

gint64
bf_calendar_first_day (const BfCalendar *self)
{
  return self->first;
}

gint64
bf_calendar_last_day (const BfCalendar *self)
{
  return self->last;
}

/* --- Working days. --- */

static gboolean
is_known (const BfCalendar *self, gint64 day)
{
  return day >= self->from && day < self->from + self->n_days;
}

gboolean
bf_calendar_is_working (const BfCalendar *self, gint64 day)
{
  return in_week (self, day) && !(is_known (self, day) && self->holiday[day - self->from]);
}

const char *
bf_calendar_holiday (const BfCalendar *self, gint64 day)
{
  return is_known (self, day) ? self->holiday[day - self->from] : NULL;
}

gint64
bf_calendar_next_working (const BfCalendar *self, gint64 day)
{
  while (!bf_calendar_is_working (self, day))
    day++;
  return day;
}

gint64
bf_calendar_previous_working (const BfCalendar *self, gint64 day)
{
  while (!bf_calendar_is_working (self, day))
    day--;
  return day;
}

/* Day by day, for days that the tables do not know. */
static gint64
walk (const BfCalendar *self, gint64 day, int count)
{
  for (; count > 0; count--)
    day = bf_calendar_next_working (self, day + 1);
  for (; count < 0; count++)
    day = bf_calendar_previous_working (self, day - 1);
  return day;
}

gint64
bf_calendar_add (const BfCalendar *self, gint64 day, int count)
{
  gint64 from = bf_calendar_next_working (self, day);
  int index;

  if (!is_known (self, from))
    return walk (self, from, count);
  index = self->before[from - self->from] + count;
  if (index < 0 || index >= self->before[self->n_days])
    return walk (self, from, count);
  return self->working[index];
}

int
bf_calendar_count (const BfCalendar *self, gint64 from, gint64 to)
{
  int count = 0;

  if (to < from)
    return 0;
  if (is_known (self, from) && is_known (self, to))
    return self->before[to + 1 - self->from] - self->before[from - self->from];
  for (gint64 day = from; day <= to; day++)
    count += bf_calendar_is_working (self, day);
  return count;
}
