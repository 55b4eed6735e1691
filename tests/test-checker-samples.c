/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checker on the sample plants: what is planned for them is sound, and each rule that they use
 * is broken alone by some small change: of one date, or of one row of the plan. */

#include <string.h>

#include "bf-checker.h"
#include "bf-network.h"
#include "bf-roadmap.h"
#include "bf-test-plan.h"
#include "bf-test-sample.h"

typedef struct
{
  BfRoadmap *roadmap;
  BfNetwork *network;
  BfSchedule *schedule;
} Planned;

static Planned
plan_anew (const char *name)
{
  g_autoptr (BfPlan) plan = bf_test_sample (name);
  BfRoadmapOptions options = { .seed = 1, .draws = 10, .objective = BF_OBJECTIVE_COST };
  BfScheduleOptions schedule = { .seed = 1, .objective = BF_OBJECTIVE_COST };
  g_autoptr (GError) error = NULL;
  Planned planned = { 0 };

  planned.roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (planned.roadmap->checked);
  planned.network = bf_network_build (planned.roadmap->set, &error);
  g_assert_no_error (error);
  planned.schedule = bf_schedule_compute (
      planned.roadmap->set, planned.network, planned.roadmap->calendar, &schedule, NULL, &error);
  g_assert_no_error (error);
  return planned;
}

/* Each sample is planned once; who changes what was planned mends it. */
static Planned *
plan_sample (const char *name)
{
  static const char *const names[] = { "aerospace", "pharma", "small" };
  static Planned all[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        if (!all[i].roadmap)
          all[i] = plan_anew (name);
        return &all[i];
      }
  g_assert_not_reached ();
}

static guint32
broken_rules (const Planned *planned, const BfStepSet *set)
{
  guint32 broken = 0;
  g_autoptr (GPtrArray) problems =
      bf_checker_find (set, planned->network, planned->schedule->placings, &broken);

  g_assert_cmpuint (problems->len > 0, ==, broken != 0);
  return broken;
}

static gboolean
is_alone (guint32 rules)
{
  return rules && !(rules & (rules - 1));
}

/* --- One date moved. --- */

static void
move (BfPlacing *placing, BfActivityKind kind, gint64 days, gint64 longer)
{
  placing->start += days;
  placing->finish += days + longer;
  if (kind != BF_ACTIVITY_CUTOVER)
    return;
  placing->start_minute += days * BF_MINUTES_PER_DAY;
  placing->finish_minute += days * BF_MINUTES_PER_DAY;
}

/* Rules that some move of one activity breaks alone. */
static guint32
broken_by_moves (Planned *planned)
{
  static const int days[] = { -728, -364, -7, 1, 7, 28, 364, 5460 };
  guint32 alone = 0;

  for (guint i = 0; i < planned->network->activities->len; i++)
    {
      BfPlacing *placing = &planned->schedule->placings[i];
      BfActivityKind kind = g_array_index (planned->network->activities, BfActivity, i).kind;
      BfPlacing before = *placing;

      for (guint d = 0; d < G_N_ELEMENTS (days); d++)
        for (int longer = 0; longer <= (days[d] == 1); longer++)
          {
            guint32 broken;

            move (placing, kind, days[d], longer);
            broken = broken_rules (planned, planned->roadmap->set);
            alone |= is_alone (broken) ? broken : 0;
            *placing = before;
          }
    }
  return alone;
}

static void
assert_moves (const char *name, guint32 expected)
{
  Planned *planned = plan_sample (name);
  guint32 alone;

  g_assert_cmphex (broken_rules (planned, planned->roadmap->set), ==, 0);
  alone = broken_by_moves (planned);
  g_test_message ("%s: alone %x, wanted %x", name, alone, expected);
  g_assert_cmphex (alone & expected, ==, expected);
}

#define RULE(name) (1u << BF_RULE_##name)

static void
test_moves_aerospace (void)
{
  assert_moves ("aerospace",
                RULE (LENGTH) | RULE (FREE_DAY) | RULE (START) | RULE (PIECE) | RULE (ORDER) |
                    RULE (OVERLAP) | RULE (PREREQUISITE) | RULE (DECOMMISSION) | RULE (HORIZON) |
                    RULE (OPENING) | RULE (TEAM) | RULE (BUDGET));
}

static void
test_moves_pharma (void)
{
  assert_moves ("pharma",
                RULE (LENGTH) | RULE (FREE_DAY) | RULE (START) | RULE (PIECE) | RULE (ORDER) |
                    RULE (OVERLAP) | RULE (PREREQUISITE) | RULE (DECOMMISSION) | RULE (HORIZON) |
                    RULE (OPENING) | RULE (BUDGET));
}

/* What a step requires is asked of the catalogue too: a set that has forgotten it is found out. */
static void
test_forgetful_set (void)
{
  Planned *planned = plan_sample ("aerospace");
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (int));
  const GPtrArray *steps = planned->roadmap->set->steps;

  for (guint i = 0; i < steps->len; i++)
    {
      BfStep *step = g_ptr_array_index (steps, i);

      g_ptr_array_add (kept, step->hard);
      step->hard = none;
    }
  g_assert_true (broken_by_moves (planned) & RULE (PREREQUISITE));
  for (guint i = 0; i < steps->len; i++)
    ((BfStep *) g_ptr_array_index (steps, i))->hard = g_ptr_array_index (kept, i);
}

/* --- One row of the plan changed. --- */

/* The plan with another value in one place. */
static BfPlan *
copy_with (const BfPlan *plan, const char *table, guint row, const char *column, const char *text)
{
  const BfRecord *changed = bf_record_for_table (table);
  BfPlan *copy = bf_plan_new ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < bf_plan_count (plan, kind); i++)
      {
        gpointer other = bf_plan_add_copy (copy, kind, bf_plan_row (plan, kind, i));

        if (kind == (int) changed->kind && i == row)
          bf_test_set (copy, table, other, column, text);
      }
  bf_plan_seal (copy);
  return copy;
}

typedef struct
{
  const char *table, *column, *text;
  guint32 rule;
} Change;

/* In some row of the table the change breaks that rule alone. */
static void
assert_change (const Planned *planned, const Change *change)
{
  const BfStepSet *set = planned->roadmap->set;
  guint n = bf_plan_count (set->plan, bf_record_for_table (change->table)->kind);

  for (guint row = 0; row < n; row++)
    {
      BfStepSet varied = *set;
      g_autoptr (BfPlan) plan =
          copy_with (set->plan, change->table, row, change->column, change->text);

      varied.plan = plan;
      if (broken_rules (planned, &varied) == change->rule)
        return;
    }
  g_error (
      "No %s.%s = %s breaks %x alone", change->table, change->column, change->text, change->rule);
}

static const Change aerospace_changes[] = {
  { "capacity", "capacity", "0", RULE (TEAM) },
  { "budget", "amount", "1", RULE (BUDGET) },
  { "system", "max_stop_h", "0", RULE (STOP) },
  { "system", "area", "all", RULE (AREAS) },
  { "plant", "max_cutovers", "1", RULE (WINDOW) },
  { "window", "end", "2027-07-27T00:00", RULE (OPENING) },
  { "window", "systems", "ERP-01", RULE (OPENING) },
  { "window", "repeats", "3", RULE (OPENING) },
  { "claim", "state_4_due", "2030-12-31", RULE (CLAIM) },
  { "plant", "horizon_years", "4", RULE (HORIZON) },
};

static void
test_changes (void)
{
  Planned *planned = plan_sample ("aerospace");

  for (guint i = 0; i < G_N_ELEMENTS (aerospace_changes); i++)
    assert_change (planned, &aerospace_changes[i]);
}

/* --- The finished roadmap. --- */

/* One figure of a finished roadmap is changed, and the sentence that must say so. */
typedef struct
{
  const char *told;
  void (*spoil) (BfRoadmap *roadmap, double by);
} Spoiler;

static BfRoadmapStep *
step_with_bridges (const BfRoadmap *roadmap)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].bridges_minor > 0)
      return &roadmap->steps[i];
  g_assert_not_reached ();
}

static BfRoadmapCutover *
cutover_in_opening (const BfRoadmap *roadmap)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_cutovers; k++)
      if (roadmap->steps[i].cutovers[k].placement == BF_PLACEMENT_OPENING)
        return &roadmap->steps[i].cutovers[k];
  g_assert_not_reached ();
}

static void
spoil_opening (BfRoadmap *roadmap, double by)
{
  cutover_in_opening (roadmap)->opening_end -= 1000000 * (gint64) by;
}

/* By 1 a figure is spoilt, by -1 it is mended. */
static void
spoil_hours (BfRoadmap *roadmap, double by)
{
  cutover_in_opening (roadmap)->hours += by;
}

static void
spoil_release (BfRoadmap *roadmap, double by)
{
  roadmap->steps[0].finish -= 400 * (gint64) by;
}

static void
spoil_capex (BfRoadmap *roadmap, double by)
{
  roadmap->steps[0].capex.expected += by;
}

static void
spoil_sum (BfRoadmap *roadmap, double by)
{
  roadmap->steps[0].fully_loaded_minor += (gint64) by;
}

static void
spoil_total (BfRoadmap *roadmap, double by)
{
  roadmap->fully_loaded.expected += by;
}

static void
spoil_finish (BfRoadmap *roadmap, double by)
{
  roadmap->finish.planned += (gint64) by;
}

static void
spoil_period (BfRoadmap *roadmap, double by)
{
  roadmap->periods[0].available_minor -= (gint64) by;
}

static void
spoil_spending (BfRoadmap *roadmap, double by)
{
  roadmap->periods[0].planned_minor += (gint64) by;
}

static gboolean
is_told (const BfRoadmap *roadmap, const char *what)
{
  g_autoptr (GPtrArray) problems = bf_checker_roadmap (roadmap);

  for (guint i = 0; i < problems->len; i++)
    if (strstr (g_ptr_array_index (problems, i), what))
      return TRUE;
  return FALSE;
}

static void
assert_honest (const BfRoadmap *roadmap)
{
  g_autoptr (GPtrArray) problems = bf_checker_roadmap (roadmap);

  if (problems->len)
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
}

static void
test_shown (void)
{
  static const Spoiler spoilers[] = {
    { "is not shown as it was planned", spoil_hours },
    { "does not lie in the opening", spoil_opening },
    { "are not those of its parts", spoil_release },
    { "is not that of its estimates", spoil_capex },
    { "The sums of", spoil_sum },
    { "The totals of the roadmap", spoil_total },
    { "does not end with its last release", spoil_finish },
    { "does not hold what is shown", spoil_period },
    { "do not hold what the steps spend", spoil_spending },
  };
  static const char *const samples[] = { "aerospace", "pharma", "small" };

  for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
    {
      Planned *planned = plan_sample (samples[s]);
      BfRoadmap *roadmap = planned->roadmap;

      assert_honest (roadmap);
      for (guint i = 0; s == 0 && i < G_N_ELEMENTS (spoilers); i++)
        {
          spoilers[i].spoil (roadmap, 1);
          if (!is_told (roadmap, spoilers[i].told))
            g_error ("Nobody says “%s”", spoilers[i].told);
          spoilers[i].spoil (roadmap, -1);
          assert_honest (roadmap);
        }
    }
}

/* A system that runs double needs its bridges. */
static void
test_bridges (void)
{
  Planned *planned = plan_sample ("aerospace");
  BfRoadmapStep *step = step_with_bridges (planned->roadmap);

  step->bridges_minor = -step->bridges_minor;
  g_assert_true (is_told (planned->roadmap, "without a bridge"));
  step->bridges_minor = -step->bridges_minor;
}

/* --- How long it takes. --- */

/* A figure, no verdict. */
static void
test_speed (void)
{
  Planned *planned = plan_sample ("aerospace");
  gint64 start = g_get_monotonic_time ();
  guint32 broken = 0;

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) problems = bf_checker_find (
          planned->roadmap->set, planned->network, planned->schedule->placings, &broken);

      g_assert_cmpuint (problems->len, ==, 0);
    }
  g_test_message ("%u activities checked in %.3f ms",
                  planned->network->activities->len,
                  (double) (g_get_monotonic_time () - start) / 100e3);
}

/* The day on which what hypercare follows has ended. */
static gint64
proven (const Planned *planned, int step)
{
  gint64 last = G_MININT64;

  for (int a = planned->network->first[step]; a < planned->network->first[step + 1]; a++)
    {
      BfActivityKind kind = BF_ACTIVITY (planned->network, (guint) a)->kind;

      if (kind == BF_ACTIVITY_CUTOVER || kind == BF_ACTIVITY_ONLINE || kind == BF_ACTIVITY_PARALLEL)
        last = MAX (last, planned->schedule->placings[a].finish);
    }
  return last;
}

/* No working day passes between what is proven and its hypercare, whatever the budgets are. */
static void
test_together (void)
{
  static const char *const names[] = { "aerospace", "pharma" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const Planned *planned = plan_sample (names[i]);
      guint n = 0;

      for (int a = 0; a < (int) planned->network->activities->len; a++)
        {
          const BfActivity *activity = BF_ACTIVITY (planned->network, (guint) a);
          const BfStep *step = bf_step_set_get (planned->roadmap->set, (guint) activity->step);

          if (activity->kind != BF_ACTIVITY_HYPERCARE || !step->has_cutover || !activity->days)
            continue;
          g_assert_cmpint (bf_calendar_count (planned->roadmap->calendar,
                                              proven (planned, activity->step) + 1,
                                              planned->schedule->placings[a].start - 1),
                           ==,
                           0);
          n++;
        }
      g_assert_cmpuint (n, >, 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker-samples/moves/aerospace", test_moves_aerospace);
  g_test_add_func ("/checker-samples/moves/pharma", test_moves_pharma);
  g_test_add_func ("/checker-samples/forgetful-set", test_forgetful_set);
  g_test_add_func ("/checker-samples/changes", test_changes);
  g_test_add_func ("/checker-samples/shown", test_shown);
  g_test_add_func ("/checker-samples/bridges", test_bridges);
  g_test_add_func ("/checker-samples/together", test_together);
  g_test_add_func ("/checker-samples/speed", test_speed);
  return g_test_run ();
}
