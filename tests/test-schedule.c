/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every file of tests/scenarios/schedule is a small plant with what must become of it: see
 * bf-test-steps.h for the plant, and
 *
 *   expect A cutover START END [WINDOW...]   windows as KEY or KEY@DAY
 *   expect A build FROM TO                   any kind of activity, days both included
 *   expect A starts DAY / expect A released DAY / expect A late DAYS
 *   expect A why build "part of the sentence"
 *   expect A placed opening|bearable|no-stop
 *   expect given-up A B                      the soft order of A before B
 *   expect fails LOOP|NO_OPENING|TEAM|BUDGET|HORIZON|PIN|DUE "part of the sentence" [CULPRIT]
 *
 * Each roadmap goes through the checker. */

#include <string.h>

#include "bf-checker.h"
#include "bf-test-plan.h"
#include "bf-test-steps.h"

typedef struct
{
  BfTestPlant *plant;
  BfNetwork *network;
  BfSchedule *schedule;
  int culprit;
  GError *error;
} Outcome;

static const char *const error_names[] = {
  "LOOP", "NO_OPENING", "TEAM", "BUDGET", "HORIZON", "PIN", "DUE", "CANCELLED",
};

static Outcome
plan_text (const char *text)
{
  Outcome outcome = { bf_test_plant_new (text), NULL, NULL, -1, NULL };

  outcome.network = bf_network_build (outcome.plant->set, &outcome.error);
  if (outcome.network)
    outcome.schedule = bf_schedule_compute (outcome.plant->set,
                                            outcome.network,
                                            outcome.plant->calendar,
                                            &outcome.plant->options,
                                            &outcome.culprit,
                                            &outcome.error);
  return outcome;
}

static void
clear_outcome (Outcome *outcome)
{
  g_clear_pointer (&outcome->schedule, bf_schedule_free);
  g_clear_pointer (&outcome->network, bf_network_free);
  g_clear_pointer (&outcome->plant, bf_test_plant_free);
  g_clear_error (&outcome->error);
}

static const BfPlacing *
placing_of (const Outcome *outcome, const char *step, const char *kind, int part)
{
  for (int i = 0; i < BF_N_ACTIVITIES; i++)
    if (g_str_equal (bf_activity_kind_id ((BfActivityKind) i), kind))
      return &outcome->schedule->placings[bf_test_activity (
          outcome->plant, outcome->network, step, (BfActivityKind) i, part)];
  g_error ("There is no kind of activity “%s”", kind);
}

static void
expect_windows (const Outcome *outcome, const BfPlacing *placing, char **words)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *wanted = g_strjoinv (" ", words);

  for (guint i = 0; placing->openings && i < placing->openings->len; i++)
    {
      const BfOpeningUse *use = &g_array_index (placing->openings, BfOpeningUse, i);
      g_autofree char *id =
          bf_calendar_window_id (outcome->plant->calendar, use->window, use->occurrence);

      g_string_append_printf (found, "%s%s", i ? " " : "", id);
    }
  if (*wanted)
    g_assert_cmpstr (found->str, ==, wanted);
}

static void
expect_cutover (const Outcome *outcome, char **words)
{
  const char *bracket = strchr (words[1], '[');
  int part = bracket ? atoi (bracket + 1) : 0;
  const BfPlacing *placing = placing_of (outcome, words[0], "cutover", part);

  bf_test_assert_minute (placing->start_minute, words[2]);
  bf_test_assert_minute (placing->finish_minute, words[3]);
  expect_windows (outcome, placing, words + 4);
}

static void
expect_why (const Outcome *outcome, char **words)
{
  const BfPlacing *placing = placing_of (outcome, words[0], words[2], -1);

  g_test_message ("%s %s: %s", words[0], words[2], placing->held_by);
  if (!strstr (placing->held_by, words[3]))
    g_error ("%s %s: “%s” does not say “%s”", words[0], words[2], placing->held_by, words[3]);
}

static void
expect_placed (const Outcome *outcome, char **words)
{
  static const char *const names[] = { "no-stop", "bearable", "opening" };

  g_assert_cmpstr (names[placing_of (outcome, words[0], "cutover", 0)->placement], ==, words[2]);
}

static void
expect_given_up (const Outcome *outcome, char **words)
{
  int before = bf_test_step (outcome->plant, words[1]);
  int after = bf_test_step (outcome->plant, words[2]);
  gboolean found = FALSE;

  for (guint i = 0; i < outcome->schedule->given_up->len; i++)
    {
      const BfSoftOrder *order = &g_array_index (outcome->schedule->given_up, BfSoftOrder, i);

      found = found || (order->before == before && order->after == after);
    }
  g_assert_true (found);
}

static void
expect_failure (const Outcome *outcome, char **words)
{
  g_assert_nonnull (outcome->error);
  g_test_message ("%s", outcome->error->message);
  g_assert_cmpstr (error_names[outcome->error->code], ==, words[1]);
  if (!strstr (outcome->error->message, words[2]))
    g_error ("“%s” does not say “%s”", outcome->error->message, words[2]);
  if (words[3])
    g_assert_cmpint (outcome->culprit, ==, bf_test_step (outcome->plant, words[3]));
}

static void
expect (const Outcome *outcome, char **words)
{
  int step;

  if (g_str_equal (words[0], "fails"))
    {
      expect_failure (outcome, words);
      return;
    }
  g_assert_no_error (outcome->error);
  if (g_str_equal (words[0], "given-up"))
    {
      expect_given_up (outcome, words);
      return;
    }
  step = bf_test_step (outcome->plant, words[0]);
  if (g_str_equal (words[1], "why"))
    expect_why (outcome, words);
  else if (g_str_has_prefix (words[1], "cutover"))
    expect_cutover (outcome, words);
  else if (g_str_equal (words[1], "placed"))
    expect_placed (outcome, words);
  else if (g_str_equal (words[1], "starts"))
    bf_test_assert_day (outcome->schedule->start[step], words[2]);
  else if (g_str_equal (words[1], "released"))
    bf_test_assert_day (outcome->schedule->release[step], words[2]);
  else if (g_str_equal (words[1], "late"))
    g_assert_cmpint (outcome->schedule->late_days[step], ==, atoi (words[2]));
  else
    {
      const BfPlacing *placing = placing_of (outcome, words[0], words[1], -1);

      bf_test_assert_day (placing->start, words[2]);
      bf_test_assert_day (placing->finish, words[3]);
    }
}

static void
assert_explained (const Outcome *outcome)
{
  for (guint i = 0; outcome->schedule && i < outcome->schedule->n_placings; i++)
    {
      g_assert_nonnull (outcome->schedule->placings[i].held_by);
      g_assert_cmpstr (outcome->schedule->placings[i].held_by, !=, "");
    }
}

static void
assert_sound (const Outcome *outcome)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!outcome->schedule)
    return;
  problems = bf_checker_run (outcome->plant->set, outcome->network, outcome->schedule->placings);
  if (problems->len)
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
}

static void
test_scenario (gconstpointer data)
{
  const char *path = data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Outcome outcome;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  outcome = plan_text (text);
  for (guint i = 0; i < outcome.plant->expected->len; i++)
    {
      char **words = g_ptr_array_index (outcome.plant->expected, i);
      g_autofree char *line = g_strjoinv (" ", words);

      g_test_message ("expect %s", line);
      expect (&outcome, words);
    }
  assert_explained (&outcome);
  assert_sound (&outcome);
  clear_outcome (&outcome);
}

static void
add_scenarios (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("BF_SOURCE_DIR"), "tests/scenarios/schedule", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, (GCompareFunc) (void (*) (void)) g_strcmp0);
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      const char *file = g_ptr_array_index (names, i);
      g_autofree char *test = g_strdup_printf ("/scenario/%.*s", (int) strlen (file) - 4, file);

      g_test_add_data_func_full (
          test, g_build_filename (folder, file, NULL), test_scenario, g_free);
    }
}

/* Case 8 of the worked cases: what carry-over leaves. */
static void
test_carry_over (void)
{
  static const struct
  {
    const char *carry;
    const char *spent_2028;
    gint64 available_2028, available_2029;
  } cases[] = {
    { "0.15", "2300000", 238000000, 253000000 },
    { "yes", "2300000", 245000000, 260000000 },
    { "no", "2200000", 220000000, 245000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("plant start=2027-01-04 years=5\n"
                           "budget C27 capex 2027-01-01 2027-12-31 1200000 carry=%s\n"
                           "budget C28 capex 2028-01-01 2028-12-31 2200000 carry=%s\n"
                           "budget C29 capex 2029-01-01 2029-12-31 2450000 carry=no\n"
                           "budget V27 validation 2027-01-01 2027-12-31 100 carry=yes\n",
                           cases[i].carry,
                           cases[i].carry);
      g_autoptr (BfTestPlant) plant = bf_test_plant_new (text);
      gint64 planned[] = { 95000000, 0, 0, 0 };
      gint64 available[4], carried[4];

      bf_money_parse (cases[i].spent_2028, &planned[1]);
      bf_budget_carry (plant->plan, planned, available, carried);
      g_assert_cmpint (available[1], ==, cases[i].available_2028);
      g_assert_cmpint (available[2], ==, cases[i].available_2029);
      g_assert_cmpint (carried[1], ==, cases[i].available_2028 - 220000000);
      g_assert_cmpint (available[3], ==, 10000);
    }
}

/* Two rows of 2027 are one pot of 1,500; 1,200 spent leave 300. Of them move at most 100 (the whole
 * of B27) and 10 % of 1,400: 240. A row of other days is none of the pot. */
static void
test_pot (void)
{
  g_autoptr (BfTestPlant) plant =
      bf_test_plant_new ("plant start=2027-01-04 years=5\n"
                         "budget A27 capex 2027-01-01 2027-12-31 1400 carry=0.10\n"
                         "budget B27 capex 2027-01-01 2027-12-31 100 carry=yes\n"
                         "budget C27 opex 2027-01-01 2027-12-31 700 carry=no\n"
                         "budget D28 capex 2028-01-01 2028-12-31 1000 carry=no\n");
  gint64 planned[] = { 120000, 0, 0, 0 };
  gint64 available[4], carried[4];
  BfBudgetPot pot = bf_budget_pot_money (plant->plan, 0);

  g_assert_cmpuint (bf_budget_pot (plant->plan, 1), ==, 0);
  g_assert_cmpuint (bf_budget_pot (plant->plan, 2), ==, 2);
  g_assert_cmpint (pot.amount_minor, ==, 150000);
  g_assert_cmpint (pot.most_minor, ==, 24000);
  bf_budget_carry (plant->plan, planned, available, carried);
  g_assert_cmpint (planned[0], ==, 120000);
  g_assert_cmpint (planned[1], ==, 0);
  g_assert_cmpint (carried[3], ==, 24000);
  g_assert_cmpint (available[3], ==, 124000);
  planned[0] = 145000;
  bf_budget_carry (plant->plan, planned, available, carried);
  g_assert_cmpint (planned[0], ==, 140000);
  g_assert_cmpint (planned[1], ==, 5000);
  g_assert_cmpint (carried[3], ==, 5000);
}

/* Capex over the build's working days, validation over its own activities, opex after release; the
 * last period takes the remainder. */
static void
test_spend (void)
{
  Outcome outcome = plan_text ("plant start=2027-12-27 years=2\n"
                               "budget C27 capex 2027-01-01 2027-12-31 100000\n"
                               "budget C28 capex 2028-01-01 2028-12-31 100000\n"
                               "budget O28 opex 2028-01-01 2028-12-31 100000\n"
                               "budget V27 validation 2027-01-01 2028-01-10 1000\n"
                               "budget V28 validation 2028-01-11 2028-12-31 1000\n"
                               "step A build=15 offline=5 cutover=0 online=4 capex=100.01 "
                               "opex=36525 offline_money=50 online_money=80\n");
  gint64 planned[5] = { 0 };
  gint64 outside = 7;

  g_assert_no_error (outcome.error);
  bf_schedule_spend (outcome.plant->set,
                     outcome.network,
                     outcome.plant->calendar,
                     outcome.schedule->placings,
                     0,
                     planned,
                     &outside);
  /* 27 to 31 December are five of fifteen days; offline 17 to 21 January, all in V28. */
  g_assert_cmpint (planned[0], ==, 3334);
  g_assert_cmpint (planned[1], ==, 10001 - 3334);
  g_assert_cmpint (planned[3], ==, 0);
  g_assert_cmpint (planned[4], ==, 13000);
  bf_test_assert_day (outcome.schedule->release[0], "2028-01-28");
  /* 29 January to 31 December 2028 are 338 days of 100 a day. */
  g_assert_cmpint (planned[2], ==, 338 * 10000);
  g_assert_cmpint (outside, ==, 0);
  clear_outcome (&outcome);
}

/* Same question, same answer, placed alike; and an answer for another seed is sound too. */
static void
test_repeats (void)
{
  static const char text[] = "plant start=2027-01-04 years=3\n"
                             "team OT\ncapacity OT 2027-01-01 2030-12-31 2\n"
                             "step A build=30 load=OT:40 cutover=20 hypercare=5\n"
                             "step B build=20 load=OT:30 cutover=30 hypercare=5\n"
                             "step C build=25 load=OT:20 cutover=40 needs=A\n"
                             "step D build=10 load=OT:10 cutover=8 needs=B\n"
                             "objective finish\n";
  Outcome first = plan_text (text);
  Outcome second = plan_text (text);

  g_assert_no_error (first.error);
  g_assert_cmpuint (first.schedule->tried, ==, 480);
  g_assert_cmpuint (first.schedule->tried, ==, second.schedule->tried);
  for (guint i = 0; i < first.schedule->n_placings; i++)
    {
      g_assert_cmpint (first.schedule->placings[i].start, ==, second.schedule->placings[i].start);
      g_assert_cmpstr (
          first.schedule->placings[i].held_by, ==, second.schedule->placings[i].held_by);
    }
  clear_outcome (&first);
  clear_outcome (&second);
}

static double
cost_after (BfTestPlant *plant, const BfNetwork *network, BfObjective objective, guint schedules)
{
  BfScheduleOptions options = { .seed = 1, .objective = objective, .schedules = schedules };
  g_autoptr (GError) error = NULL;
  g_autoptr (BfSchedule) schedule =
      bf_schedule_compute (plant->set, network, plant->calendar, &options, NULL, &error);
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_no_error (error);
  faults = bf_checker_run (plant->set, network, schedule->placings);
  g_assert_cmpuint (faults->len, ==, 0);
  return schedule->cost;
}

/* A crew that no simple order of the steps uses well: the search beats its own first passes, and
 * more of it never ends worse. */
static void
test_improves (void)
{
  static const int days[] = { 61, 47, 38, 33, 29, 26, 22, 19, 17, 13, 11, 7 };
  static const double people[] = { 1, 2, 1, 3, 2, 1, 3, 1, 2, 1, 3, 2 };
  g_autoptr (GString) text = g_string_new ("plant start=2027-01-04 years=4\n"
                                           "team OT\ncapacity OT 2027-01-01 2031-12-31 4\n");
  g_autoptr (BfTestPlant) plant = NULL;
  g_autoptr (BfNetwork) network = NULL;
  double first, more, most;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_string_append_printf (text,
                            "step S%02u build=%d load=OT:%d hypercare=%d\n",
                            i,
                            days[i],
                            (int) (days[i] * people[i]),
                            days[(i + 5) % G_N_ELEMENTS (days)]);
  plant = bf_test_plant_new (text->str);
  network = bf_network_build (plant->set, NULL);
  first = cost_after (plant, network, BF_OBJECTIVE_FINISH, 1);
  more = cost_after (plant, network, BF_OBJECTIVE_FINISH, 60);
  most = cost_after (plant, network, BF_OBJECTIVE_FINISH, 1000);
  g_test_message ("finish after 1, 60, 1000 schedules: %.0f %.0f %.0f", first, more, most);
  g_assert_cmpfloat (more, <=, first);
  g_assert_cmpfloat (most, <=, more);
  g_assert_cmpfloat (most, <, first);
}

/* Two builds of 200 days and the money of 200 days a year: one after the other, the second ends in
 * October; when both begin a hundred days before the year's end, both end on the hundredth working
 * day of the next, 19 May, and no day earlier is possible. Each says which money it waits for. */
static void
test_period_is_shared (void)
{
  Outcome outcome = plan_text ("plant start=2027-01-04 years=3\n"
                               "budget C27 capex 2027-01-01 2027-12-31 20000 carry=no\n"
                               "budget C28 capex 2028-01-01 2028-12-31 20000 carry=no\n"
                               "step A build=200 capex=20000\n"
                               "step B build=200 capex=20000\n"
                               "objective finish\n");

  g_assert_no_error (outcome.error);
  bf_test_assert_day (MAX (outcome.schedule->release[0], outcome.schedule->release[1]),
                      "2028-05-19");
  bf_test_assert_day ((gint64) outcome.schedule->bound, "2028-05-19");
  for (guint i = 0; i < outcome.schedule->n_placings; i++)
    if (outcome.schedule->placings[i].start != outcome.schedule->placings[i].finish)
      g_assert_cmpint (outcome.schedule->placings[i].hold, ==, BF_HELD_BY_BUDGET);
  clear_outcome (&outcome);
}

/* Dates that are kept come back as they were, with everything else free. */
static void
test_fixed (void)
{
  static const char text[] = "plant start=2027-01-04 years=2\n"
                             "shutdown SUM Summer 2027-07-26T00:00 2027-08-16T00:00\n"
                             "step A build=10 cutover=20 hypercare=3\n"
                             "step B build=5 cutover=20 needs=A\n";
  g_autoptr (BfTestPlant) plant = bf_test_plant_new (text);
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, NULL);
  g_autoptr (BfSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  gint64 fixed[16];
  guint build = bf_test_activity (plant, network, "A", BF_ACTIVITY_BUILD, 0);
  guint cutover = bf_test_activity (plant, network, "A", BF_ACTIVITY_CUTOVER, 0);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    fixed[i] = BF_BLANK;
  fixed[build] = bf_test_day ("2027-03-01");
  fixed[cutover] = bf_test_minute ("2027-08-01T07:30");
  plant->options.fixed = fixed;
  schedule =
      bf_schedule_compute (plant->set, network, plant->calendar, &plant->options, NULL, &error);
  g_assert_no_error (error);
  bf_test_assert_day (schedule->placings[build].start, "2027-03-01");
  bf_test_assert_day (schedule->placings[build].finish, "2027-03-12");
  bf_test_assert_minute (schedule->placings[cutover].start_minute, "2027-08-01T07:30");
  g_assert_cmpint (schedule->placings[cutover].placement, ==, BF_PLACEMENT_OPENING);
  bf_test_assert_day (schedule->release[0], "2027-08-05");
  cutover = bf_test_activity (plant, network, "B", BF_ACTIVITY_CUTOVER, 0);
  bf_test_assert_minute (schedule->placings[cutover].start_minute, "2027-08-06T00:00");
}

static void
test_cancelled (void)
{
  g_autoptr (BfTestPlant) plant =
      bf_test_plant_new ("plant start=2027-01-04 years=2\nstep A build=3\n");
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  plant->options.cancellable = cancellable;
  g_assert_null (
      bf_schedule_compute (plant->set, network, plant->calendar, &plant->options, NULL, &error));
  g_assert_error (error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_scenarios ();
  g_test_add_func ("/schedule/carry-over", test_carry_over);
  g_test_add_func ("/schedule/pot", test_pot);
  g_test_add_func ("/schedule/spend", test_spend);
  g_test_add_func ("/schedule/repeats", test_repeats);
  g_test_add_func ("/schedule/improves", test_improves);
  g_test_add_func ("/schedule/period-is-shared", test_period_is_shared);
  g_test_add_func ("/schedule/fixed", test_fixed);
  g_test_add_func ("/schedule/cancelled", test_cancelled);
  return g_test_run ();
}
