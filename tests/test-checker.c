/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checker is tested by breaking sound schedules, each rule once and alone.
 *
 *   rule of planning                               broken by
 *   ---------------------------------------------  -----------------------------------------------
 *   every activity has its working days            a day more, a day less, a holiday put in
 * (LENGTH)
 *   ... begins and ends on one of them             an end moved to Saturday (FREE_DAY)
 *   ... lies inside the plan's time                moved before its start (START)
 *   build, offline, buffer, cutover, online and    each moved before what it follows, or that
 *     parallel run, hypercare; reviews, campaigns    behind it (ORDER)
 *   offline beside the last days of the build      moved forward (OVERLAP)
 *   what a step requires is released first         the requirement put in: by the set, by the
 *                                                    catalogue's archetype (PREREQUISITE)
 *   one of a group is; one is enough               the group put in (GROUP)
 *   the plan's dependencies, four kinds, lags      put in, lag raised by a day (DEPENDENCY)
 *   gates hold planned stops of later phases       phases moved so that a gate arises (GATE);
 *                                                    decommissions neither wait nor hold
 *   open claims                                    date put behind the cutover (CLAIM)
 *   no cutover without restore test (ST04), or     test or owner taken away (RESTORE, OWNER)
 *     owner (ST02); their own excepted
 *   replacements before what they replace goes     served by another step (DECOMMISSION)
 *   records have a home                            replacement taken out of the set (HOME)
 *   earliest, due, pin, horizon                    a day later, earlier, elsewhere; a year less
 *   loops                                          none has dates; test-network.c
 *   teams, day by day                              one day of the capacity lowered (TEAM)
 *   a cutover is one piece                         its end moved without its start, its days said
 *                                                    otherwise (PIECE)
 *   ... in one open window of each stopped area    a minute too long, a minute too early, torn over
 *                                                    two windows, an area without window, named
 *                                                    systems (OPENING)
 *   ... which are all areas of its systems         a system's area put in (AREAS)
 *   ... or not longer than can be borne            the smallest figure lowered (STOP)
 *   ... then on a working day                      a holiday put in (FREE_DAY)
 *   weekend rules: n-th weeks, hours, end          each changed so that the occurrence is none;
 *   ... fall away with a shutdown or freeze of     put in, for one area of the rule alone (OPENING)
 *     any area
 *   days of a freeze                               put in; half-open, both ends (FREEZE)
 *   cutovers a window and area, window and team    the plant's number lowered (WINDOW); not for
 *                                                    two occurrences of a rule
 *   core steps of an area 182 days apart           one of them made core; a day nearer (CORE)
 *   budgets: capex, validation, opex               a cent less; carry-over lowered (BUDGET)
 *   ... opex from release to the horizon           a day's opex less
 *   ... nothing after the last period              the last period a day shorter (OUTSIDE)
 *   both ends of live interfaces, bridges          ends: DECOMMISSION and HOME; bridges are money,
 *                                                    test-cost.c
 */

#include "bf-checker-private.h"
#include "bf-test-plan.h"
#include "bf-test-steps.h"
#include "checker-rows.h"

typedef struct
{
  BfTestPlant *plant;
  BfNetwork *network;
  BfSchedule *schedule;
} Sound;

static void
assert_broken (const BfStepSet *set,
               const BfNetwork *network,
               const BfPlacing *placings,
               const char *what,
               BfRule rule)
{
  guint32 broken = 0;
  g_autoptr (GPtrArray) problems = bf_checker_find (set, network, placings, &broken);
  guint32 expected = rule == NOTHING ? 0 : 1u << rule;

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s: %s", what, (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len > 0, ==, broken != 0);
  if (broken != expected)
    g_error ("%s: broken are %x instead of %x", what, broken, expected);
}

static Sound
make_sound (const char *text)
{
  Sound sound = { bf_test_plant_new (text), NULL, NULL };
  g_autoptr (GError) error = NULL;

  sound.network = bf_network_build (sound.plant->set, &error);
  g_assert_no_error (error);
  sound.schedule = bf_schedule_compute (
      sound.plant->set, sound.network, sound.plant->calendar, &sound.plant->options, NULL, &error);
  if (error)
    g_error ("%s\n%s", text, error->message);
  assert_broken (sound.plant->set, sound.network, sound.schedule->placings, text, NOTHING);
  return sound;
}

static void
clear_sound (Sound *sound)
{
  bf_schedule_free (sound->schedule);
  bf_network_free (sound->network);
  bf_test_plant_free (sound->plant);
}

/* --- Moved. --- */

/* A step of all parts, and a long one that follows it. A cuts over from the first minute of a
 * window to its last. */
static const char whole[] =
    "plant start=2027-01-04 years=2\n"
    "area X\n"
    "shutdown BATH Bath 2027-05-04T23:00 2027-05-06T05:00\n"
    "step A title=Alpha build=10 offline=8 overlap=3 buffer=2 cutover=30 online=5 parallel=10 "
    "hypercare=5 review=4 campaign=20\n"
    "step B title=Beta build=300 cutover=0 hypercare=2 needs=A\n";

typedef struct
{
  const char *step;
  BfActivityKind kind;
  int days;    /* by which it is moved */
  int longer;  /* days by which its end is moved too */
  int minutes; /* by which a cutover is moved */
  BfRule rule;
} Move;

static const Move moves[] = {
  { "A", BF_ACTIVITY_BUILD, 0, 1, 0, BF_RULE_FREE_DAY },
  { "A", BF_ACTIVITY_BUILD, 0, 3, 0, BF_RULE_LENGTH },
  { "A", BF_ACTIVITY_BUILD, 0, -1, 0, BF_RULE_LENGTH },
  { "A", BF_ACTIVITY_BUILD, -7, 0, 0, BF_RULE_START },
  { "A", BF_ACTIVITY_OFFLINE, -7, 0, 0, BF_RULE_OVERLAP },
  { "A", BF_ACTIVITY_REVIEW, -7, 0, 0, BF_RULE_START },
  { "A", BF_ACTIVITY_REVIEW, 364, 0, 0, BF_RULE_ORDER },
  { "A", BF_ACTIVITY_BUFFER, -7, 0, 0, BF_RULE_ORDER },
  { "A", BF_ACTIVITY_BUFFER, 364, 0, 0, BF_RULE_ORDER },
  { "A", BF_ACTIVITY_ONLINE, -7, 0, 0, BF_RULE_ORDER },
  { "A", BF_ACTIVITY_PARALLEL, -7, 0, 0, BF_RULE_ORDER },
  { "A", BF_ACTIVITY_CAMPAIGN, -7, 0, 0, BF_RULE_ORDER },
  { "A", BF_ACTIVITY_HYPERCARE, -7, 0, 0, BF_RULE_ORDER },
  { "A", BF_ACTIVITY_CAMPAIGN, 364, 0, 0, BF_RULE_PREREQUISITE },
  { "B", BF_ACTIVITY_HYPERCARE, 3 * 364, 0, 0, BF_RULE_HORIZON },
  { "A", BF_ACTIVITY_CUTOVER, 0, 0, -1, BF_RULE_OPENING },
  { "A", BF_ACTIVITY_CUTOVER, -364, 0, 0, BF_RULE_START },
  { "B", BF_ACTIVITY_CUTOVER, -7, 0, 0, BF_RULE_ORDER },
};

static void
move_placing (BfPlacing *placing, const Move *move)
{
  gint64 minutes = move->days * BF_MINUTES_PER_DAY + move->minutes;

  placing->start += move->days;
  placing->finish += move->days + move->longer;
  if (move->kind != BF_ACTIVITY_CUTOVER)
    return;
  placing->start_minute += minutes;
  placing->finish_minute += minutes;
  placing->start = bf_minute_day (placing->start_minute);
  placing->finish = bf_minute_day (MAX (placing->start_minute, placing->finish_minute - 1));
}

static void
test_moved (void)
{
  Sound sound = make_sound (whole);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const Move *move = &moves[i];
      guint at = bf_test_activity (sound.plant, sound.network, move->step, move->kind, -1);
      BfPlacing *placing = &sound.schedule->placings[at];
      BfPlacing before = *placing;
      g_autofree char *what =
          g_strdup_printf ("%s %s", move->step, bf_activity_kind_id (move->kind));

      move_placing (placing, move);
      assert_broken (sound.plant->set, sound.network, sound.schedule->placings, what, move->rule);
      *placing = before;
    }
  clear_sound (&sound);
}

/* An activity that is not there at all. */
static void
test_missing (void)
{
  static const BfActivityKind kinds[] = { BF_ACTIVITY_ONLINE, BF_ACTIVITY_CUTOVER };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Sound sound = make_sound (whole);
      guint at = bf_test_activity (sound.plant, sound.network, "A", kinds[i], 0);

      g_array_index (sound.network->activities, BfActivity, at).kind = BF_ACTIVITY_PARALLEL;
      g_array_index (sound.network->activities, BfActivity, at).part = 7;
      assert_broken (
          sound.plant->set, sound.network, sound.schedule->placings, "missing", BF_RULE_LENGTH);
      clear_sound (&sound);
    }
}

/* --- Claims, from the plan's rows. --- */

/* The last day on which the only claim on a system of a step that lifts its dimension may still be
 * open; blank when the step does not rely on it. */
static gint64
claimed_until (const char *state, const char *valid_until, const char *system, gboolean lifts)
{
  g_autoptr (BfPlan) plan = bf_plan_new ();
  g_autoptr (GArray) systems = g_array_new (FALSE, FALSE, sizeof (int));
  BfLift lift = { .dimension = lifts ? "SIRI:D7" : "SIRI:D1" };
  BfArchetype archetype = { .id = "ST99", .lifts = &lift, .n_lifts = 1 };
  BfStep step = { .archetype = &archetype, .systems = systems, .claim_gate = BF_BLANK };
  BfStepSet set = { .plan = plan, .catalogue = bf_catalogue_get () };
  BfChecker checker = { .set = &set, .plan = plan, .start = bf_test_day ("2027-01-04") };
  int first = 0;

  g_array_append_val (systems, first);
  bf_test_add (plan, "system", "key", "S", NULL);
  bf_test_add (plan, "system", "key", "T", NULL);
  bf_test_add (plan,
               "claim",
               "key",
               "C",
               "system",
               system,
               "dimension",
               "D7",
               "state",
               state,
               "valid_until",
               valid_until,
               "state_4_due",
               "2027-06-30",
               NULL);
  bf_plan_seal (plan);
  return bf_checker_claims_until (&checker, &step);
}

static void
test_open_claims (void)
{
  static const struct
  {
    const char *state, *valid_until, *system;
    gboolean lifts, relied_on;
  } cases[] = {
    { "0", "2028-01-01", "S", TRUE, FALSE },  { "1", "2028-01-01", "S", TRUE, TRUE },
    { "3", "2028-01-01", "S", TRUE, TRUE },   { "4", "2028-01-01", "S", TRUE, FALSE },
    { "4", "2027-01-04", "S", TRUE, FALSE },  { "4", "2027-01-03", "S", TRUE, TRUE },
    { "0", "2027-01-03", "S", TRUE, FALSE },  { "2", "2028-01-01", "T", TRUE, FALSE },
    { "2", "2028-01-01", "S", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        claimed_until (cases[i].state, cases[i].valid_until, cases[i].system, cases[i].lifts),
        ==,
        cases[i].relied_on ? bf_test_day ("2027-06-30") : BF_BLANK);
}

/* --- Said otherwise. --- */

/* What a placing says of a cutover is proven too. */
static void
test_claims_of_placings (void)
{
  Sound sound = make_sound ("plant start=2027-01-04 years=2\n"
                            "area X\narea Y\n"
                            "shutdown ONE One 2027-05-03T06:00 2027-05-06T06:00\n"
                            "shutdown TWO Two 2027-05-05T06:00 2027-05-09T06:00\n"
                            "step A build=10 cutover=30\n");
  const BfStepSet *set = sound.plant->set;
  guint at = bf_test_activity (sound.plant, sound.network, "A", BF_ACTIVITY_CUTOVER, 0);
  BfPlacing *placing = &sound.schedule->placings[at];
  BfPlacing before = *placing;
  BfOpeningUse *use = &g_array_index (placing->openings, BfOpeningUse, 0);
  BfOpeningUse used = *use;
  GArray *few = g_array_new (FALSE, FALSE, sizeof (BfOpeningUse));
  const BfPlacing *placings = sound.schedule->placings;

  placing->finish_minute -= 60;
  assert_broken (set, sound.network, placings, "cut short", BF_RULE_PIECE);
  *placing = before;
  placing->finish--;
  assert_broken (set, sound.network, placings, "a day less", BF_RULE_PIECE);
  *placing = before;
  placing->openings = NULL;
  assert_broken (set, sound.network, placings, "no window", BF_RULE_OPENING);
  placing->openings = few;
  g_array_append_val (few, used);
  assert_broken (set, sound.network, placings, "one area's window missing", BF_RULE_OPENING);
  *placing = before;
  use->window = 1 - use->window;
  assert_broken (set, sound.network, placings, "another window", BF_RULE_OPENING);
  *use = used;
  use->occurrence = placing->start;
  assert_broken (set, sound.network, placings, "an occurrence of none", BF_RULE_OPENING);
  *use = used;
  placing->placement = BF_PLACEMENT_BEARABLE;
  assert_broken (set, sound.network, placings, "said to be borne", BF_RULE_STOP);
  placing->placement = BF_PLACEMENT_NO_STOP;
  assert_broken (set, sound.network, placings, "said not to stop", BF_RULE_STOP);
  *placing = before;
  g_array_append_val (few, used);
  assert_broken (set, sound.network, placings, "as it was", NOTHING);
  g_array_unref (few);
  clear_sound (&sound);
}

/* --- A stricter plan. --- */

static void
test_stricter (gconstpointer data)
{
  const StricterTable *table = data;

  for (guint i = 0; i < table->n; i++)
    {
      const Stricter *row = &table->rows[i];
      g_autofree char *loose = g_strconcat (row->common, row->loose, NULL);
      g_autofree char *text = g_strconcat (row->common, row->strict, NULL);
      g_autoptr (BfTestPlant) strict = bf_test_plant_new (text);
      Sound sound = make_sound (loose);

      assert_broken (strict->set, sound.network, sound.schedule->placings, row->what, row->rule);
      clear_sound (&sound);
    }
}

/* No rule is without a row. */
static void
test_complete (void)
{
  guint32 covered = 1u << BF_RULE_PIECE;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    covered |= 1u << moves[i].rule;
  for (const StricterTable *table = stricter_tables; table->name; table++)
    for (guint i = 0; i < table->n; i++)
      covered |= 1u << table->rows[i].rule;
  for (int rule = 0; rule < BF_N_RULES; rule++)
    if (!(covered & (1u << rule)))
      g_error ("Nothing breaks rule %d", rule);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker/moved", test_moved);
  g_test_add_func ("/checker/missing", test_missing);
  g_test_add_func ("/checker/open-claims", test_open_claims);
  g_test_add_func ("/checker/claims-of-placings", test_claims_of_placings);
  for (const StricterTable *table = stricter_tables; table->name; table++)
    {
      g_autofree char *path = g_strconcat ("/checker/stricter/", table->name, NULL);

      g_test_add_data_func (path, table, test_stricter);
    }
  g_test_add_func ("/checker/complete", test_complete);
  return g_test_run ();
}
