/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The holiday rules of rules.json; what they mean stands in their own read_me. */

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "bf-catalogue-json.h"

static int
load_weekday (BfLoader *loader, const char *place, const char *word)
{
  static const char *const days[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", NULL,
  };

  return 1 + bf_loader_word (loader, place, days, word, _ ("weekday"));
}

static BfSubstitute
load_substitute (BfLoader *loader, const char *place, const char *word)
{
  static const char *const words[] = {
    "none", "next_weekday", "nearest_weekday", "sunday_next_free", "day_before", NULL,
  };

  return (BfSubstitute) bf_loader_word (loader, place, words, word, _ ("substitute"));
}

/* "MM-DD" */
static void
load_month_day (BfLoader *loader, const char *place, const char *text, int *month, int *day)
{
  if (sscanf (text, "%2d-%2d", month, day) != 2 || *month < 1 || *month > 12 || *day < 1 ||
      *day > 31)
    bf_loader_fail (loader, place, _ ("“%s” is no month and day."), text);
}

static void
load_date (BfLoader *loader, const char *place, const char *text, BfHolidayRule *rule)
{
  gint64 day;

  if (!bf_day_parse (text, &day))
    bf_loader_fail (loader, place, _ ("“%s” is no day of the calendar."), text);
  else
    bf_day_to_civil (day, &rule->year, &rule->month, &rule->day);
}

static void
load_nth (BfLoader *loader, JsonObject *in, const char *place, BfHolidayRule *rule)
{
  JsonObject *but = bf_loader_object_or_null (in, "but");

  rule->rule = BF_HOLIDAY_NTH;
  rule->nth = (int) bf_loader_number (loader, in, place, "nth", -1, 5);
  rule->month = (int) bf_loader_number (loader, in, place, "month", 1, 12);
  rule->weekday = load_weekday (loader, place, bf_loader_text (loader, in, place, "weekday"));
  if (!but)
    return;
  load_month_day (
      loader, place, bf_loader_text (loader, but, place, "day"), &rule->but_month, &rule->but_day);
  rule->but_weekday = load_weekday (loader, place, bf_loader_text (loader, but, place, "if"));
}

static void
load_when (BfLoader *loader, JsonObject *in, const char *place, BfHolidayRule *rule)
{
  const char *day = bf_loader_text_or (loader, in, "day", NULL);
  const char *date = bf_loader_text_or (loader, in, "date", NULL);
  const char *from = bf_loader_text_or (loader, in, "from", NULL);
  const char *equinox = bf_loader_text_or (loader, in, "equinox", NULL);

  if (day)
    {
      rule->rule = BF_HOLIDAY_FIXED;
      load_month_day (loader, place, day, &rule->month, &rule->day);
    }
  else if (date)
    {
      rule->rule = BF_HOLIDAY_DATE;
      load_date (loader, place, date, rule);
    }
  else if (json_object_has_member (in, "easter"))
    {
      rule->rule = BF_HOLIDAY_EASTER;
      rule->offset = (int) bf_loader_number (loader, in, place, "easter", -100, 100);
    }
  else if (json_object_has_member (in, "nth"))
    load_nth (loader, in, place, rule);
  else if (from)
    {
      rule->rule = BF_HOLIDAY_FROM;
      load_month_day (loader, place, from, &rule->month, &rule->day);
      rule->weekday = load_weekday (loader, place, bf_loader_text (loader, in, place, "weekday"));
    }
  else if (equinox)
    {
      rule->rule = BF_HOLIDAY_EQUINOX;
      rule->month = atoi (equinox);
    }
  else
    bf_loader_fail (loader, place, _ ("This holiday has no rule."));
}

static void
load_day (BfLoader *loader, JsonObject *in, const char *region, BfHolidayRule *rule)
{
  const char *substitute = bf_loader_text_or (loader, in, "substitute", NULL);
  const char *place;

  rule->name = bf_loader_text (loader, in, region, "name");
  place = bf_loader_place (loader, region, rule->name);
  load_when (loader, in, place, rule);
  rule->every_years = (int) bf_loader_number_or (in, "every_years", 0);
  rule->substitute = substitute ? (int) load_substitute (loader, place, substitute) : -1;
}

static void
load_region (BfLoader *loader, JsonObject *in, BfHolidayRegion *region)
{
  JsonArray *array;
  BfHolidayRule *days;
  const char *place;

  region->id = bf_loader_text (loader, in, "holidays", "id");
  place = bf_loader_place (loader, "holidays", region->id);
  region->name = bf_loader_text (loader, in, place, "name");
  region->also = bf_loader_words (loader, in, place, "also");
  region->with = bf_loader_text_or (loader, in, "with", NULL);
  region->substitute =
      load_substitute (loader, place, bf_loader_text_or (loader, in, "substitute", "none"));
  region->between = bf_loader_flag (in, "between");
  array = bf_loader_array (loader, in, place, "days");
  region->n_days = json_array_get_length (array);
  days = bf_loader_alloc (loader, sizeof *days, region->n_days);
  for (guint i = 0; i < region->n_days; i++)
    load_day (loader, bf_loader_element (loader, array, place, i), place, &days[i]);
  region->days = days;
}

void
bf_catalogue_load_holidays (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonObject *holidays = bf_loader_object (loader, loader->root, "", "holidays");
  JsonArray *array = bf_loader_array (loader, holidays, "holidays", "regions");
  guint n = json_array_get_length (array);

  bf_loader_need_basis (loader, loader->root, "", "holidays");
  catalogue->regions = bf_loader_alloc (loader, sizeof *catalogue->regions, n);
  for (guint i = 0; i < n; i++)
    {
      BfHolidayRegion *region = &catalogue->regions[i];

      load_region (loader, bf_loader_element (loader, array, "holidays", i), region);
      if (bf_catalogue_region (catalogue, region->id))
        bf_loader_fail (loader, region->id, _ ("This region stands here twice."));
      if (region->with && !bf_catalogue_region (catalogue, region->with))
        bf_loader_fail (
            loader, region->id, _ ("“%s” is no region that stands before."), region->with);
      catalogue->n_regions++;
    }
}
