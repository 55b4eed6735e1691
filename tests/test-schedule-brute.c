/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheduler against every schedule there is, on tiny plants by chance with everything switched
 * on: windows, weekend rules, freezes, teams whose capacity varies, budgets, gates, core distance,
 * cutovers a window, bearable stops, pins, due dates, lags, restore and owner rules.
 *
 * It may never return what the checker objects to, never end before the proven optimum, and never
 * say that nothing is possible when something is. How often it reaches the optimum is printed, and
 * may not fall. */

#include "bf-checker.h"
#include "bf-test-plan.h"
#include "bf-test-steps.h"
#include "brute-search.h"

#define N_CASES 3000
#define N_VARIED 400
#define MOST_TRIED 400000
/* Of a thousand cases in which something is possible: how many must end at the optimum, and how
 * many may be called impossible. To be tightened with every better search. */
#define LEAST_OPTIMAL 999
#define MOST_MISSED 0

typedef struct
{
  gboolean found;
  int finish, bound;
} Planned;

static void
assert_sound (const BfTestPlant *plant,
              const BfNetwork *network,
              const BfSchedule *schedule,
              const char *text)
{
  g_autoptr (GPtrArray) problems = bf_checker_run (plant->set, network, schedule->placings);

  if (problems->len)
    g_error ("%s\n%s", text, (const char *) g_ptr_array_index (problems, 0));
}

static Planned
plan_text (const char *text)
{
  g_autoptr (BfTestPlant) plant = bf_test_plant_new (text);
  g_autoptr (BfNetwork) network = NULL;
  g_autoptr (BfSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  Planned planned = { FALSE, -1, -1 };

  network = bf_network_build (plant->set, &error);
  g_assert_no_error (error);
  schedule =
      bf_schedule_compute (plant->set, network, plant->calendar, &plant->options, NULL, &error);
  if (!schedule)
    return planned;
  assert_sound (plant, network, schedule, text);
  planned.found = TRUE;
  for (guint s = 0; s < plant->set->steps->len; s++)
    planned.finish =
        MAX (planned.finish, (int) (schedule->release[s] - bf_test_day ("2027-01-04")));
  planned.bound = (int) ((gint64) schedule->bound - bf_test_day ("2027-01-04"));
  return planned;
}

typedef struct
{
  guint undecided, infeasible, optimal, proven, worse, missed;
  guint64 days_worse, tried;
} Tally;

static void
compare (Tally *tally, const BruteResult *brute, const Planned *planned, const char *text)
{
  if (brute->verdict == BRUTE_UNDECIDED)
    tally->undecided++;
  else if (brute->verdict == BRUTE_INFEASIBLE && planned->found)
    g_error ("%s\nfinish %d, though nothing is possible", text, planned->finish);
  else if (brute->verdict == BRUTE_INFEASIBLE)
    tally->infeasible++;
  else if (!planned->found)
    tally->missed++;
  else if (planned->finish < brute->finish)
    g_error ("%s\nfinish %d, better than the optimum %d", text, planned->finish, brute->finish);
  else if (planned->bound > brute->finish)
    g_error ("%s\nbound %d, later than the optimum %d", text, planned->bound, brute->finish);
  else if (planned->finish == brute->finish)
    {
      tally->optimal++;
      tally->proven += planned->bound == brute->finish;
    }
  else
    {
      tally->worse++;
      tally->days_worse += (guint64) (planned->finish - brute->finish);
    }
  tally->tried += brute->tried;
}

static void
say (const char *what, const Tally *tally)
{
  guint decided = tally->optimal + tally->worse + tally->missed;

  g_test_message (
      "%s: optimum reached in %u of %u (%.2f %%), proven in %u, %u worse by %.1f days, %u missed; %u "
      "infeasible, %u undecided; %.1f million places tried",
      what,
      tally->optimal,
      decided,
      100.0 * tally->optimal / MAX (1, decided),
      tally->proven,
      tally->worse,
      (double) tally->days_worse / MAX (1, tally->worse),
      tally->missed,
      tally->infeasible,
      tally->undecided,
      (double) tally->tried / 1e6);
}

static void
plan_and_compare (const BruteCase *plant, const BruteResult *brute, gboolean renamed, Tally *tally)
{
  g_autofree char *text = brute_case_text (plant, renamed);
  Planned planned = plan_text (text);

  compare (tally, brute, &planned, text);
}

static void
assert_share (const Tally *tally)
{
  guint decided = tally->optimal + tally->worse + tally->missed;

  /* Enough on both sides to mean something. */
  g_assert_cmpuint (tally->optimal, >, tally->infeasible / 2);
  g_assert_cmpuint (tally->infeasible, >, tally->optimal / 10);
  g_assert_cmpuint (tally->undecided, <, tally->optimal / 10);
  g_assert_cmpuint (1000 * tally->missed, <=, MOST_MISSED * decided);
  g_assert_cmpuint (1000 * tally->optimal, >=, LEAST_OPTIMAL * decided);
}

static void
test_optimum (void)
{
  Tally tally = { 0 };

  for (guint32 seed = 0; seed < N_CASES; seed++)
    {
      BruteCase plant = brute_case_new (seed);
      BruteResult brute = brute_search (&plant, MOST_TRIED);

      plan_and_compare (&plant, &brute, FALSE, &tally);
    }
  say ("as they come", &tally);
  assert_share (&tally);
}

/* Other keys, in the opposite order, break ties otherwise and change nothing else. */
static void
test_renamed (void)
{
  Tally tally = { 0 };

  for (guint32 seed = N_CASES; seed < N_CASES + N_VARIED; seed++)
    {
      BruteCase plant = brute_case_new (seed);
      BruteResult brute = brute_search (&plant, MOST_TRIED);

      plan_and_compare (&plant, &brute, TRUE, &tally);
    }
  say ("renamed", &tally);
  assert_share (&tally);
}

typedef BruteCase (*Loosen) (const BruteCase *plant);

/* What allows more makes the optimum no later. */
static guint
assert_no_later (const BruteCase *plant, const BruteResult *brute, Loosen loosen, Tally *tally)
{
  BruteCase more = loosen (plant);
  BruteResult result = brute_search (&more, MOST_TRIED);
  g_autofree char *text = brute_case_text (&more, FALSE);

  plan_and_compare (&more, &result, FALSE, tally);
  if (brute->verdict == BRUTE_OPTIMAL && result.verdict == BRUTE_INFEASIBLE)
    g_error ("%s\nmore is allowed, and nothing is possible any more", text);
  if (brute->verdict != BRUTE_OPTIMAL || result.verdict != BRUTE_OPTIMAL)
    return 0;
  if (result.finish > brute->finish)
    g_error ("%s\nmore is allowed, and the optimum is later", text);
  return result.finish < brute->finish;
}

static void
test_loosened (void)
{
  static const Loosen ways[] = {
    brute_case_with_capacity,
    brute_case_with_window,
    brute_case_with_budget,
  };
  Tally tally = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint earlier = 0;

      for (guint32 seed = 0; seed < N_VARIED; seed++)
        {
          BruteCase plant = brute_case_new (seed);
          BruteResult brute = brute_search (&plant, MOST_TRIED);

          earlier += assert_no_later (&plant, &brute, ways[i], &tally);
        }
      g_assert_cmpuint (earlier, >, 0);
    }
  say ("loosened", &tally);
  assert_share (&tally);
}

/* --- What money that is scarce costs at least. --- */

static BfSchedule *
plan_for_cost (const char *text, guint schedules)
{
  g_autoptr (BfTestPlant) plant = bf_test_plant_new (text);
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, NULL);
  BfScheduleOptions options = plant->options;

  options.objective = BF_OBJECTIVE_COST;
  options.schedules = schedules;
  return bf_schedule_compute (plant->set, network, plant->calendar, &options, NULL, NULL);
}

/* The bound of a single schedule, which is cut off at a cost far from the least, is not above what
 * a search finds. */
static void
test_cost_bound (void)
{
  guint compared = 0, near = 0;

  for (guint32 seed = 0; seed < N_CASES; seed++)
    {
      BruteCase plant = brute_case_new (seed);
      g_autofree char *text = brute_case_text (&plant, FALSE);
      g_autoptr (BfSchedule) one = plan_for_cost (text, 1);
      g_autoptr (BfSchedule) best = plan_for_cost (text, 300);

      if (!one || !best)
        continue;
      compared++;
      near += one->bound > 0.9 * best->cost;
      if (one->bound > best->cost + 0.5)
        g_error ("%s\nbound %.2f, above the cost %.2f", text, one->bound, best->cost);
    }
  g_test_message ("%u compared, %u bounds within a tenth", compared, near);
  g_assert_cmpuint (compared, >, N_CASES / 4);
  g_assert_cmpuint (near, >, compared / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-brute/optimum", test_optimum);
  g_test_add_func ("/schedule-brute/renamed", test_renamed);
  g_test_add_func ("/schedule-brute/loosened", test_loosened);
  g_test_add_func ("/schedule-brute/cost-bound", test_cost_bound);
  return g_test_run ();
}
