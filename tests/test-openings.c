/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-calendar.h"
#include "bf-test-plan.h"

static BfPlan *
make_plan (const char *areas)
{
  BfPlan *plan = bf_plan_new ();
  g_auto (GStrv) keys = g_strsplit (areas, " ", -1);

  bf_test_add (plan, "plant", "key", "P", "start", "2027-01-04", "horizon_years", "1", NULL);
  for (guint i = 0; keys[i]; i++)
    if (*keys[i])
      bf_test_add (plan, "area", "key", keys[i], NULL);
  return plan;
}

static void
add_window (BfPlan *plan,
            const char *key,
            const char *kind,
            const char *areas,
            const char *start,
            const char *end)
{
  bf_test_add (
      plan, "window", "key", key, "kind", kind, "areas", areas, "start", start, "end", end, NULL);
}

/* The stretches of an area as text: "KEY start end" a line. */
static char *
list_stretches (const BfCalendar *calendar, int area)
{
  GString *text = g_string_new (NULL);
  guint n;
  const BfStretch *stretches = bf_calendar_stretches (calendar, area, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id =
          bf_calendar_window_id (calendar, stretches[i].window, stretches[i].occurrence);
      g_autofree char *start = bf_minute_format (stretches[i].start);
      g_autofree char *end = bf_minute_format (stretches[i].end);

      g_string_append_printf (text, "%s %s %s\n", id, start, end);
    }
  return g_string_free (text, FALSE);
}

static void
assert_stretches (const BfCalendar *calendar, int area, const char *expected)
{
  g_autofree char *text = list_stretches (calendar, area);

  g_assert_cmpstr (text, ==, expected);
}

/* Days under a freeze are cut out of a shutdown in that area alone; the rest stays open. */
static void
test_freeze_cuts (void)
{
  g_autoptr (BfPlan) plan = make_plan ("A B");
  g_autoptr (BfCalendar) calendar = NULL;

  add_window (plan, "SD", "shutdown", "A; B", "2027-07-24T06:00", "2027-08-08T22:00");
  add_window (plan, "FR", "freeze", "A", "2027-07-27T10:00", "2027-07-29T00:00");
  bf_plan_seal (plan);
  calendar = bf_calendar_new (plan, NULL);
  assert_stretches (calendar,
                    0,
                    "SD 2027-07-24T06:00 2027-07-27T00:00\n"
                    "SD 2027-07-29T00:00 2027-08-08T22:00\n");
  assert_stretches (calendar, 1, "SD 2027-07-24T06:00 2027-08-08T22:00\n");
  /* Half-open: a freeze that ends at 00:00 does not touch that day. */
  g_assert_cmpint (bf_calendar_freeze (calendar, 0, bf_test_day ("2027-07-28")), ==, 0);
  g_assert_cmpint (bf_calendar_freeze (calendar, 0, bf_test_day ("2027-07-29")), ==, -1);
  g_assert_cmpint (bf_calendar_freeze (calendar, 1, bf_test_day ("2027-07-28")), ==, -1);
}

/* Every second weekend; one that meets a freeze or a shutdown (even one for a system) of any area
 * of the rule falls away for all of them. */
static void
test_weekend_rule (void)
{
  g_autoptr (BfPlan) plan = make_plan ("A B");
  g_autoptr (BfCalendar) calendar = NULL;

  bf_test_add (plan,
               "window",
               "key",
               "WE",
               "kind",
               "weekend",
               "areas",
               "A; B",
               "start",
               "2027-01-08T22:00",
               "end",
               "2027-03-20T00:00",
               "open_hours",
               "55",
               "repeats",
               "2",
               NULL);

  add_window (plan, "FR", "freeze", "B", "2027-01-25T00:00", "2027-01-26T00:00");
  add_window (plan, "SD", "shutdown", "A", "2027-02-07T12:00", "2027-02-07T20:00");
  bf_plan_seal (plan);
  calendar = bf_calendar_new (plan, NULL);
  /* 22 January ends on Monday the 25th, which is frozen; 5 February meets SD; 19 March is cut
   * at the end of the rule. */
  assert_stretches (calendar,
                    1,
                    "WE@2027-01-08 2027-01-08T22:00 2027-01-11T05:00\n"
                    "WE@2027-02-19 2027-02-19T22:00 2027-02-22T05:00\n"
                    "WE@2027-03-05 2027-03-05T22:00 2027-03-08T05:00\n"
                    "WE@2027-03-19 2027-03-19T22:00 2027-03-20T00:00\n");
  /* For people one of them is named by its day, the rule by its own name. */
  g_assert_cmpstr (bf_calendar_window_name (
                       calendar, bf_plan_index (plan, BF_WINDOW, "WE"), bf_test_day ("2027-03-05")),
                   ==,
                   "Weekend 5 Mar 2027");
  g_assert_cmpstr (
      bf_calendar_window_name (calendar, bf_plan_index (plan, BF_WINDOW, "WE"), BF_BLANK),
      ==,
      "WE");
}

/* A weekend that ends at 00:00 does not touch the frozen day that begins there. */
static void
test_midnight (void)
{
  g_autoptr (BfPlan) plan = make_plan ("");
  g_autoptr (BfCalendar) calendar = NULL;

  bf_test_add (plan,
               "window",
               "key",
               "WE",
               "kind",
               "weekend",
               "start",
               "2027-01-09T00:00",
               "end",
               "2027-01-12T00:00",
               "open_hours",
               "48",
               NULL);
  add_window (plan, "FR", "freeze", NULL, "2027-01-11T00:00", "2027-01-11T12:00");
  bf_plan_seal (plan);
  calendar = bf_calendar_new (plan, NULL);
  assert_stretches (calendar, -1, "WE@2027-01-09 2027-01-09T00:00 2027-01-11T00:00\n");
}

static void
test_assumed (void)
{
  g_autoptr (BfPlan) plan = make_plan ("A");
  g_autoptr (BfCalendar) calendar = NULL;
  guint n, n_shutdowns = 0;
  const BfStretch *stretches;

  bf_plan_seal (plan);
  calendar = bf_calendar_new (plan, NULL);
  g_assert_true (bf_calendar_assumes_windows (calendar));
  stretches = bf_calendar_stretches (calendar, 0, &n);
  bf_test_assert_minute (stretches[0].start, "2027-01-09T06:00");
  bf_test_assert_minute (stretches[0].end, "2027-01-11T06:00");
  for (guint i = 0; i < n; i++)
    if (stretches[i].shutdown && n_shutdowns++ == 0)
      {
        bf_test_assert_minute (stretches[i].start, "2027-07-31T06:00");
        bf_test_assert_minute (stretches[i].end, "2027-08-14T06:00");
        g_assert_cmpstr (bf_calendar_window_name (calendar, -1, stretches[i].occurrence),
                         ==,
                         "assumed summer shutdown");
      }
  g_assert_cmpuint (n_shutdowns, ==, 6);
}

/* Overlapping windows of two areas form the opening; a window that names systems is open when it
 * names all that the step touches there. */
static void
test_common (void)
{
  g_autoptr (BfPlan) plan = make_plan ("A B");
  g_autoptr (BfCalendar) calendar = NULL;
  g_autoptr (BfOpenings) both = NULL, too_long = NULL, stranger = NULL, one = NULL;
  static const int areas[] = { 0, 1 };
  static const int first[] = { 0 }, pair[] = { 0, 1 };

  bf_test_add (plan, "system", "key", "S1", "name", "S1", "area", "A", NULL);
  bf_test_add (plan, "system", "key", "S2", "name", "S2", "area", "A", NULL);
  add_window (plan, "SA", "shutdown", "A", "2027-07-24T06:00", "2027-08-08T22:00");
  add_window (plan, "SB", "shutdown", "B", "2027-07-30T06:00", "2027-08-02T06:00");
  bf_test_add (plan,
               "window",
               "key",
               "NAMED",
               "kind",
               "shutdown",
               "areas",
               "A",
               "systems",
               "S1",
               "start",
               "2027-05-01T06:00",
               "end",
               "2027-05-03T06:00",
               NULL);
  bf_plan_seal (plan);
  calendar = bf_calendar_new (plan, NULL);
  both = bf_calendar_openings (calendar, areas, 2, NULL, 0, 72 * 60);
  g_assert_cmpuint (both->n, ==, 1);
  bf_test_assert_minute (both->start[0], "2027-07-30T06:00");
  bf_test_assert_minute (both->end[0], "2027-08-02T06:00");
  g_assert_cmpint (both->stretch[0]->window, ==, 1);
  g_assert_cmpint (both->stretch[1]->window, ==, 2);
  too_long = bf_calendar_openings (calendar, areas, 2, NULL, 0, 72 * 60 + 1);
  g_assert_cmpuint (too_long->n, ==, 0);
  one = bf_calendar_openings (calendar, areas, 1, first, 1, 60);
  g_assert_cmpuint (one->n, ==, 2);
  stranger = bf_calendar_openings (calendar, areas, 1, pair, 2, 60);
  g_assert_cmpuint (stranger->n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/openings/freeze-cuts", test_freeze_cuts);
  g_test_add_func ("/openings/weekend-rule", test_weekend_rule);
  g_test_add_func ("/openings/midnight", test_midnight);
  g_test_add_func ("/openings/assumed", test_assumed);
  g_test_add_func ("/openings/common", test_common);
  return g_test_run ();
}
