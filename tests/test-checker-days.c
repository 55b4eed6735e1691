/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checker's own calendar and the calendar of planning are two programs; here they are held
 * against each other, so that a mistake must be made twice to stay unseen. */

#include "bf-calendar.h"
#include "bf-checker-private.h"
#include "bf-test-plan.h"

#define FIRST_YEAR 2026
#define N_YEARS 100

static void
mark_year (const BfHolidayRegion *region, int year, gint64 first, gint64 last, gboolean *works)
{
  g_autoptr (GArray) days = bf_holidays_of_year (bf_catalogue_get (), region, year);

  for (guint i = 0; i < days->len; i++)
    {
      gint64 day = g_array_index (days, BfHolidayDay, i).day;

      if (day >= first && day <= last)
        works[day - first] = FALSE;
    }
}

static guint
count_free (const gboolean *works, gsize n)
{
  guint found = 0;

  for (gsize i = 0; i < n; i++)
    found += !works[i];
  return found;
}

static void
compare_region (const BfHolidayRegion *region)
{
  gint64 first = bf_day_from_civil (FIRST_YEAR, 1, 1);
  gint64 last = bf_day_from_civil (FIRST_YEAR + N_YEARS, 1, 1) - 1;
  gsize n = (gsize) (last - first + 1);
  g_autofree gboolean *theirs = g_new (gboolean, n), *ours = g_new (gboolean, n);

  for (gsize i = 0; i < n; i++)
    theirs[i] = ours[i] = TRUE;
  for (int year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS; year++)
    mark_year (region, year, first, last, theirs);
  bf_checker_take_region (bf_catalogue_get (), region, first, last, ours);
  for (gsize i = 0; i < n; i++)
    if (!theirs[i] != !ours[i])
      {
        g_autofree char *day = bf_day_format (first + (gint64) i);

        g_error ("%s: %s is %s by the checker alone", region->id, day, ours[i] ? "worked" : "free");
      }
  g_assert_cmpuint (count_free (ours, n), >, 4 * N_YEARS);
}

/* All regions of the catalogue, a hundred years. */
static void
test_regions (void)
{
  guint n;
  const BfHolidayRegion *regions = bf_catalogue_regions (bf_catalogue_get (), &n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    compare_region (&regions[i]);
}

/* Easter as the almanacs have it. */
static void
test_easter (void)
{
  static const char *const mondays[] = { "2026-04-06", "2027-03-29", "2028-04-17",
                                         "2038-04-26", "2049-04-19", "2076-04-20" };
  const BfHolidayRegion *france = bf_catalogue_region (bf_catalogue_get (), "FR");

  for (guint i = 0; i < G_N_ELEMENTS (mondays); i++)
    {
      gint64 monday = bf_test_day (mondays[i]);
      gboolean works[3] = { TRUE, TRUE, TRUE };

      bf_checker_take_region (bf_catalogue_get (), france, monday - 1, monday + 1, works);
      g_assert_true (works[0]);
      g_assert_false (works[1]);
      g_assert_true (works[2]);
    }
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *text;
    guint week;
  } weeks[] = {
    { NULL, 0x1f },
    { "", 0x1f },
    { "Mon-Fri", 0x1f },
    { "Monday to Friday", 0x1f },
    { "Mo-Sa", 0x3f },
    { "Mo bis Sa", 0x3f },
    { "Montag bis Freitag", 0x1f },
    { "Montag bis Sonnabend", 0x3f },
    { "Sun-Thu", 0x4f },
    { "Mo, Di, Fr", 0x13 },
    { "Mo. – Do., Sa", 0x2f },
    { "Sat - Wed", 0x67 },
    { "Mon-Sun", 0x7f },
    { "mon, wed and fri", 0x15 },
    { "lun-ven", 0x1f },
    { "Zo t/m Do", 0x48 },
    { "Dimanche, lundi", 0x41 },
    { "Monday through Friday", 0x1f },
    { "Wed, not the weekend", 0x04 },
    { "around the clock", 0x1f },
  };

  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      g_test_message ("%s", weeks[i].text ? weeks[i].text : "blank");
      g_assert_cmphex (bf_checker_week (weeks[i].text), ==, weeks[i].week);
      g_assert_cmphex (bf_working_week_parse (weeks[i].text), ==, weeks[i].week);
    }
}

/* Week, region and own days together, and the end of the horizon, on a leap day too. */
static void
test_plans (void)
{
  static const char *const starts[] = { "2027-01-04", "2028-02-29", "2026-11-30" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (BfPlan) plan = bf_plan_new ();
      g_autoptr (BfCalendar) calendar = NULL;
      BfStepSet set = { .plan = plan, .catalogue = bf_catalogue_get () };
      BfChecker checker = { .set = &set, .plan = plan };

      bf_test_add (plan,
                   "plant",
                   "key",
                   "P",
                   "start",
                   starts[i],
                   "working_week",
                   "Sun-Thu",
                   "holidays",
                   "JP",
                   "horizon_years",
                   "3",
                   NULL);
      bf_test_add (
          plan, "holiday", "name", "Stocktaking", "day", "2028-03-06", "until", "2028-03-08", NULL);
      bf_plan_seal (plan);
      calendar = bf_calendar_new (plan, bf_catalogue_get ());
      bf_checker_make_days (&checker);
      g_assert_cmpint (checker.start, ==, bf_plan_start (plan));
      g_assert_cmpint (checker.horizon_end, ==, bf_plan_horizon_end (plan));
      for (gint64 day = checker.start; day <= checker.horizon_end; day++)
        g_assert_cmpint (
            bf_checker_works (&checker, day), ==, bf_calendar_is_working (calendar, day));
      g_free (checker.works);
      g_free (checker.before);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker-days/regions", test_regions);
  g_test_add_func ("/checker-days/easter", test_easter);
  g_test_add_func ("/checker-days/weeks", test_weeks);
  g_test_add_func ("/checker-days/plans", test_plans);
  return g_test_run ();
}
