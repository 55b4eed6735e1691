/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-calendar.h"
#include "bf-test-plan.h"

#define REGION(variable, rules, kind, is_between)                                                  \
  static const BfHolidayRegion variable = {                                                        \
    .substitute = kind, .between = is_between, .days = rules, .n_days = G_N_ELEMENTS (rules)       \
  }
#define FIXED(m, d) .rule = BF_HOLIDAY_FIXED, .month = m, .day = d, .substitute = -1
#define EASTER(n) .rule = BF_HOLIDAY_EASTER, .offset = n, .substitute = -1
#define NTH(n, w, m) .rule = BF_HOLIDAY_NTH, .nth = n, .weekday = w, .month = m, .substitute = -1

static const BfHolidayRule england_days[] = {
  { "New Year's Day", FIXED (1, 1) },  { "Good Friday", EASTER (-2) },
  { "Easter Monday", EASTER (1) },     { "Early May", NTH (1, 1, 5) },
  { "Spring", NTH (-1, 1, 5) },        { "Summer", NTH (-1, 1, 8) },
  { "Christmas Day", FIXED (12, 25) }, { "Boxing Day", FIXED (12, 26) },
};
REGION (england, england_days, BF_SUBSTITUTE_NEXT_WEEKDAY, FALSE);

static const BfHolidayRule japan_days[] = {
  { "Constitution Memorial Day", FIXED (5, 3) },
  { "Greenery Day", FIXED (5, 4) },
  { "Children's Day", FIXED (5, 5) },
  { "Respect for the Aged Day", NTH (3, 1, 9) },
  { "Autumnal Equinox Day", .rule = BF_HOLIDAY_EQUINOX, .month = 9, .substitute = -1 },
  { "Vernal Equinox Day", .rule = BF_HOLIDAY_EQUINOX, .month = 3, .substitute = -1 },
};
REGION (japan, japan_days, BF_SUBSTITUTE_SUNDAY_NEXT_FREE, TRUE);

static const BfHolidayRule mixed_days[] = {
  { "King's Day",
    .rule = BF_HOLIDAY_FIXED,
    .month = 4,
    .day = 27,
    .substitute = BF_SUBSTITUTE_DAY_BEFORE },
  { "Liberation Day", FIXED (5, 5), .every_years = 5 },
  { "Saint Brigid's Day", NTH (1, 1, 2), .but_month = 2, .but_day = 1, .but_weekday = 5 },
  { "Midsummer Eve",
    .rule = BF_HOLIDAY_FROM,
    .weekday = 5,
    .month = 6,
    .day = 19,
    .substitute = -1 },
  { "17 June", .rule = BF_HOLIDAY_DATE, .year = 2028, .month = 6, .day = 17, .substitute = -1 },
};
REGION (mixed, mixed_days, BF_SUBSTITUTE_NONE, FALSE);

static const BfHolidayRule federal_days[] = {
  { "New Year's Day", FIXED (1, 1) },
  { "Independence Day", FIXED (7, 4) },
  { "Thanksgiving Day", NTH (4, 4, 11) },
};
REGION (federal, federal_days, BF_SUBSTITUTE_NEAREST_WEEKDAY, FALSE);

static void
assert_holidays (const BfHolidayRegion *region, int year, const char *expected)
{
  g_autoptr (GArray) days = bf_holidays_of_year (bf_catalogue_get (), region, year);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *day = bf_day_format (g_array_index (days, BfHolidayDay, i).day);

      g_string_append_printf (text, "%s%s", i ? " " : "", day + 5);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* As gov.uk lists them. */
static void
test_england (void)
{
  /* Of that year the jubilee is missing: days proclaimed once are no rule. */
  assert_holidays (&england, 2022, "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27");
}

static void
test_england_planned (void)
{
  assert_holidays (&england, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28");
  assert_holidays (&england, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28");
  assert_holidays (&england, 2028, "01-01 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
}

static void
test_japan (void)
{
  assert_holidays (&japan, 2026, "03-20 05-03 05-04 05-05 05-06 09-21 09-22 09-23");
  assert_holidays (&japan, 2027, "03-21 03-22 05-03 05-04 05-05 09-20 09-23");
}

static void
test_kinds (void)
{
  assert_holidays (&mixed, 2025, "02-03 04-26 04-27 05-05 06-20");
  assert_holidays (&mixed, 2028, "02-07 04-27 06-17 06-23");
  assert_holidays (&mixed, 2030, "02-01 04-27 05-05 06-21");
  /* 1 January 2028 is a Saturday: the Friday before lies in 2027. */
  assert_holidays (&federal, 2027, "01-01 07-04 07-05 11-25 12-31");
  assert_holidays (&federal, 2028, "01-01 07-04 11-23");
}

static void
assert_region (const char *name, int year, const char *expected)
{
  const BfHolidayRegion *region = bf_catalogue_region (bf_catalogue_get (), name);

  g_assert_nonnull (region);
  assert_holidays (region, year, expected);
}

/* The catalogue's own rules on years that are known. */
static void
test_regions (void)
{
  assert_region (
      "Schleswig-Holstein", 2027, "01-01 03-26 03-29 05-01 05-06 05-17 10-03 10-31 12-25 12-26");
  assert_region (
      "England and Wales", 2028, "01-01 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
  assert_region (
      "Nederland", 2025, "01-01 04-20 04-21 04-26 04-27 05-05 05-29 06-08 06-09 12-25 12-26");
  assert_region ("Japan",
                 2026,
                 "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 "
                 "09-22 09-23 10-12 11-03 11-23");
  assert_region (
      "US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25");
  assert_region (
      "Saxony", 2027, "01-01 03-26 03-29 05-01 05-06 05-17 10-03 10-31 11-17 12-25 12-26");
  assert_region ("Ireland", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26");
  assert_region ("Sverige",
                 2026,
                 "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 "
                 "12-25 12-26 12-31");
}

static void
test_week (void)
{
  g_assert_cmphex (bf_working_week_parse (NULL), ==, 0x1f);
  g_assert_cmphex (bf_working_week_parse ("always"), ==, 0x1f);
  g_assert_cmphex (bf_working_week_parse ("Mon-Fri"), ==, 0x1f);
  g_assert_cmphex (bf_working_week_parse ("Mo–Sa"), ==, 0x3f);
  g_assert_cmphex (bf_working_week_parse ("Sun-Thu"), ==, 0x4f);
  g_assert_cmphex (bf_working_week_parse ("Sunday to Thursday"), ==, 0x4f);
  g_assert_cmphex (bf_working_week_parse ("Mon, Wed; Fri"), ==, 0x15);
  g_assert_cmphex (bf_working_week_parse ("Mon - Tue, Thu-Sat"), ==, 0x3b);
}

static BfPlan *
make_plan (const char *week)
{
  BfPlan *plan = bf_plan_new ();

  bf_test_add (plan,
               "plant",
               "key",
               "P",
               "working_week",
               week,
               "start",
               "2027-01-04",
               "horizon_years",
               "5",
               NULL);
  return plan;
}

static void
test_working_days (void)
{
  g_autoptr (BfPlan) plan = make_plan ("Mon-Fri");
  g_autoptr (BfCalendar) calendar = NULL;

  bf_test_add (
      plan, "holiday", "name", "Founders", "day", "2027-01-06", "until", "2027-01-07", NULL);
  bf_plan_seal (plan);
  calendar = bf_calendar_new (plan, NULL);
  g_assert_true (bf_calendar_is_working (calendar, bf_test_day ("2027-01-05")));
  g_assert_false (bf_calendar_is_working (calendar, bf_test_day ("2027-01-07")));
  g_assert_cmpstr (bf_calendar_holiday (calendar, bf_test_day ("2027-01-07")), ==, "Founders");
  g_assert_null (bf_calendar_holiday (calendar, bf_test_day ("2027-01-08")));
  g_assert_cmpint (
      bf_calendar_count (calendar, bf_test_day ("2027-01-04"), bf_test_day ("2027-01-10")), ==, 3);
  bf_test_assert_day (bf_calendar_add (calendar, bf_test_day ("2027-01-05"), 1), "2027-01-08");
  bf_test_assert_day (bf_calendar_add (calendar, bf_test_day ("2027-01-09"), 0), "2027-01-11");
  bf_test_assert_day (bf_calendar_add (calendar, bf_test_day ("2027-01-08"), -2), "2027-01-04");
  /* Far outside the tables the working week goes on. */
  bf_test_assert_day (bf_calendar_add (calendar, bf_test_day ("2060-01-02"), 5), "2060-01-09");
  bf_test_assert_day (bf_calendar_add (calendar, bf_test_day ("2020-01-06"), -1), "2020-01-03");
}

/* Sunday to Thursday; and add agrees with count for a random walk. */
static void
test_other_week (void)
{
  g_autoptr (BfPlan) plan = make_plan ("Sun-Thu");
  g_autoptr (BfCalendar) calendar = NULL;
  gint64 start;

  bf_plan_seal (plan);
  calendar = bf_calendar_new (plan, NULL);
  start = bf_calendar_next_working (calendar, bf_test_day ("2027-01-08"));
  bf_test_assert_day (start, "2027-01-10");
  bf_test_assert_day (bf_calendar_previous_working (calendar, start - 1), "2027-01-07");
  for (int count = 1; count < 2000; count += 17)
    g_assert_cmpint (bf_calendar_count (calendar, start, bf_calendar_add (calendar, start, count)),
                     ==,
                     count + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/england-substitutes", test_england);
  g_test_add_func ("/holidays/england", test_england_planned);
  g_test_add_func ("/holidays/japan", test_japan);
  g_test_add_func ("/holidays/kinds", test_kinds);
  g_test_add_func ("/holidays/regions", test_regions);
  g_test_add_func ("/calendar/week", test_week);
  g_test_add_func ("/calendar/working-days", test_working_days);
  g_test_add_func ("/calendar/other-week", test_other_week);
  return g_test_run ();
}
