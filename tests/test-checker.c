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

#include <string.h>

#include "bf-checker.h"
#include "bf-test-plan.h"
#include "bf-test-steps.h"

/* No rule. */
#define NOTHING BF_N_RULES

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
  Sound sound = make_sound (whole);
  guint at = bf_test_activity (sound.plant, sound.network, "A", BF_ACTIVITY_ONLINE, 0);

  g_array_index (sound.network->activities, BfActivity, at).kind = BF_ACTIVITY_PARALLEL;
  g_array_index (sound.network->activities, BfActivity, at).part = 7;
  assert_broken (
      sound.plant->set, sound.network, sound.schedule->placings, "missing", BF_RULE_LENGTH);
  clear_sound (&sound);
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

/* What was planned with the loose lines is checked with the strict ones. */
typedef struct
{
  BfRule rule;
  const char *what, *common, *loose, *strict;
} Stricter;

#define PLANT "plant start=2027-01-04 years=2\n"
#define TWO_AREAS PLANT "area X\narea Y\n"
#define SAFE " tested=2026-12-01 owner=Somebody\n"
/* A cuts over on Monday 11 January. */
#define ONE_WINDOW "shutdown W Week 2027-01-11T00:00 2027-01-16T00:00\n"
#define STEP_A "step A build=5 cutover=30"

static const Stricter orders[] = {
  { BF_RULE_LENGTH,
    "holiday",
    STEP_A "\n",
    PLANT ONE_WINDOW,
    PLANT ONE_WINDOW "holiday 2027-01-06\n" },
  { BF_RULE_PREREQUISITE,
    "needs",
    PLANT "step A build=5 cutover=0 hypercare=5\n",
    "step B build=5 cutover=0\n",
    "step B build=5 cutover=0 needs=A\n" },
  { BF_RULE_PREREQUISITE,
    "needs, without a cutover",
    PLANT "step A build=5 cutover=0 hypercare=5\n",
    "step B build=5\n",
    "step B build=5 needs=A\n" },
  { BF_RULE_GROUP,
    "group",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep B build=5 cutover=0 hypercare=5\n",
    "step C build=5 cutover=0\n",
    "step C build=5 cutover=0 anyof=A,B\n" },
  { NOTHING,
    "one of a group is enough",
    PLANT "step A build=1 cutover=0\nstep B build=5 cutover=0 hypercare=5\n",
    "step C build=5 cutover=0 needs=A\n",
    "step C build=5 cutover=0 anyof=A,B\n" },
  { BF_RULE_DEPENDENCY,
    "release to cutover",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep B build=1 cutover=0\n",
    "depend B on=A lag=1\n",
    "depend B on=A lag=2\n" },
  { BF_RULE_DEPENDENCY,
    "release to start",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep B build=1 cutover=0\n",
    "depend B on=A kind=release_to_start lag=3\n",
    "depend B on=A kind=release_to_start lag=4\n" },
  { BF_RULE_DEPENDENCY,
    "cutover to cutover",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep B build=1 cutover=0\n",
    "depend B on=A kind=cutover_to_cutover\n",
    "depend B on=A kind=cutover_to_cutover lag=1\n" },
  { BF_RULE_DEPENDENCY,
    "start to start",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep B build=1 cutover=0\n",
    "depend B on=A kind=start_to_start lag=2\n",
    "depend B on=A kind=start_to_start lag=3\n" },
  { BF_RULE_DEPENDENCY,
    "start to start, without a lag",
    PLANT "step A build=5 cutover=0 earliest=2027-01-06\nstep B build=1 cutover=0\n",
    "depend B on=A kind=start_to_start lag=-1\n",
    "depend B on=A kind=start_to_start lag=0\n" },
  { BF_RULE_DEPENDENCY,
    "start to start, with a negative lag",
    PLANT "step A build=5 cutover=0 earliest=2027-01-06\nstep B build=1 cutover=0\n",
    "depend B on=A kind=start_to_start lag=-2\n",
    "depend B on=A kind=start_to_start lag=-1\n" },
  { BF_RULE_DEPENDENCY,
    "a negative lag",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep B build=1 cutover=0\n",
    "depend B on=A lag=-3\n",
    "depend B on=A lag=-2\n" },
  { BF_RULE_GATE,
    "a gate arises",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep C build=20 cutover=0 needs=A phase=1\n",
    "step B build=1 cutover=9\n",
    "step B build=1 cutover=9 phase=1\n" },
  { NOTHING,
    "a gate holds no cutover without a stop",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep C build=20 cutover=0 needs=A phase=1\n",
    "step B build=1 cutover=0\n",
    "step B build=1 cutover=0 phase=1\n" },
  { NOTHING,
    "a gate holds no decommission",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep C build=20 cutover=0 needs=A phase=1\n",
    "step B build=1 cutover=9 archetype=ST38\n",
    "step B build=1 cutover=9 archetype=ST38 phase=1\n" },
  { NOTHING,
    "a gate waits for what is required alone",
    PLANT "step A build=5 cutover=0 hypercare=5\nstep C build=20 cutover=0 phase=1\n",
    "step B build=1 cutover=9\n",
    "step B build=1 cutover=9 phase=1\n" },
  { BF_RULE_CLAIM,
    "a claim",
    PLANT,
    "claim C due=2027-01-10\nstep A build=5 cutover=0 claims=C\n",
    "claim C due=2027-01-11\nstep A build=5 cutover=0 claims=C\n" },
  { BF_RULE_RESTORE,
    "no restore test",
    PLANT "step A build=9 cutover=0 archetype=ST04\nstep B build=1 cutover=0 systems=S\n",
    "system S" SAFE,
    "system S owner=Somebody\n" },
  { BF_RULE_RESTORE,
    "a restore test too long ago",
    PLANT "step A build=9 cutover=0 archetype=ST04\nstep B build=1 cutover=0 systems=S\n",
    "system S owner=Somebody tested=2025-01-04\n",
    "system S owner=Somebody tested=2025-01-03\n" },
  { NOTHING,
    "the restore test's own step",
    PLANT "step A build=9 cutover=0 archetype=ST04 systems=S\n",
    "system S" SAFE,
    "system S owner=Somebody\n" },
  { BF_RULE_OWNER,
    "no owner",
    PLANT "step A build=9 cutover=0 archetype=ST02\nstep B build=1 cutover=0 systems=S\n",
    "system S" SAFE,
    "system S tested=2026-12-01\n" },
  { BF_RULE_OWNER,
    "owned by nobody",
    PLANT "step A build=9 cutover=0 archetype=ST02\nstep B build=1 cutover=0 systems=S\n",
    "system S" SAFE,
    "system S tested=2026-12-01 owner=\"Nobody since 2024\"\n" },
  { BF_RULE_DECOMMISSION,
    "served by another step",
    PLANT "system S" SAFE "step A build=1 cutover=0 systems=S\nstep B build=9 cutover=0\n",
    "step F build=1 cutover=0 archetype=ST38 systems=S serves=A\n",
    "step F build=1 cutover=0 archetype=ST38 systems=S serves=B\n" },
  { BF_RULE_DECOMMISSION,
    "taken out before its answer",
    PLANT "step A build=9 cutover=0 systems=S\n"
          "step F build=1 cutover=0 archetype=ST38 systems=S\n",
    "system S score=0" SAFE,
    "system S score=50" SAFE },
  { BF_RULE_HOME,
    "taken out without a replacement",
    PLANT "step F build=1 cutover=0 archetype=ST38 systems=S\n",
    "system S decided=Retire" SAFE,
    "system S decided=Replace" SAFE },
};

static const Stricter dates[] = {
  { BF_RULE_EARLIEST,
    "earliest",
    PLANT,
    "step A build=5 cutover=0 earliest=2027-02-01\n",
    "step A build=5 cutover=0 earliest=2027-02-02\n" },
  { BF_RULE_DUE,
    "due",
    PLANT,
    "step A build=5 cutover=0 due=2027-01-11\n",
    "step A build=5 cutover=0 due=2027-01-10\n" },
  { BF_RULE_PIN,
    "pinned to another day",
    PLANT,
    "step A build=5 cutover=0 pin=2027-01-13T00:00\n",
    "step A build=5 cutover=0 pin=2027-01-14T00:00\n" },
  { BF_RULE_PIN,
    "pinned to another minute",
    PLANT ONE_WINDOW,
    STEP_A " pin=2027-01-12T10:00\n",
    STEP_A " pin=2027-01-12T10:01\n" },
  { NOTHING,
    "any time of the day that it is pinned to",
    PLANT ONE_WINDOW,
    STEP_A " pin=2027-01-12T10:00\n",
    STEP_A " pin=2027-01-12T00:00\n" },
  { BF_RULE_HORIZON,
    "a year less",
    "step A build=5 cutover=0 earliest=2027-12-31\n",
    "plant start=2027-01-04 years=2\n",
    "plant start=2027-01-04 years=1\n" },
};

#define TEAM_A PLANT "team T\nstep A build=5 load=T:5\n"
#define TWO_IN_A_WINDOW                                                                            \
  "area X\narea Y\nteam T\n" ONE_WINDOW                                                            \
  "step A build=5 cutover=9 areas=X load=T:1\nstep B build=5 cutover=9 areas=Y load=T:1\n"

static const Stricter resources[] = {
  { BF_RULE_TEAM,
    "a team overdrawn on one day",
    TEAM_A,
    "capacity T 2027-01-01 2027-12-31 1\n",
    "capacity T 2027-01-01 2027-12-31 1\ncapacity T 2027-01-06 2027-01-06 0.99\n" },
  { BF_RULE_TEAM,
    "a team that ends",
    TEAM_A,
    "capacity T 2027-01-01 2027-01-08 1\n",
    "capacity T 2027-01-01 2027-01-07 1\n" },
  { NOTHING,
    "a weekend needs nobody",
    PLANT "team T\nstep A build=10 load=T:10\n",
    "capacity T 2027-01-01 2027-12-31 1\n",
    "capacity T 2027-01-01 2027-12-31 1\ncapacity T 2027-01-09 2027-01-10 0\n" },
  { BF_RULE_WINDOW,
    "too many in a window and area",
    "area X\n" ONE_WINDOW "step A build=5 cutover=9\nstep B build=5 cutover=9\n",
    "plant start=2027-01-04 years=2 cutovers=2\n",
    "plant start=2027-01-04 years=2 cutovers=1\n" },
  { BF_RULE_WINDOW,
    "too many of a building team",
    TWO_IN_A_WINDOW,
    "plant start=2027-01-04 years=2 cutovers=2\n",
    "plant start=2027-01-04 years=2 cutovers=1\n" },
  { NOTHING,
    "as many as there are areas, by two teams",
    "area X\narea Y\nteam T\nteam U\n" ONE_WINDOW
    "step A build=5 cutover=9 areas=X load=T:1\nstep B build=5 cutover=9 areas=Y load=U:1\n",
    "plant start=2027-01-04 years=2 cutovers=2\n",
    "plant start=2027-01-04 years=2 cutovers=1\n" },
  { NOTHING,
    "two occurrences of a rule",
    "area X\nteam T\nweekend WE Weekends 2027-01-09T00:00 2027-06-30T00:00 hours=40\n"
    "step A build=5 cutover=30 load=T:1\nstep B build=10 cutover=30 load=T:1\n",
    "plant start=2027-01-04 years=2 cutovers=2\n",
    "plant start=2027-01-04 years=2 cutovers=1\n" },
  { BF_RULE_CORE,
    "two core steps too near",
    PLANT "area X\nstep A build=5 cutover=0 core\n",
    "step B build=5 cutover=0\n",
    "step B build=5 cutover=0 core\n" },
  { NOTHING,
    "two core steps of two areas",
    TWO_AREAS "step A build=5 cutover=0 core areas=X\n",
    "step B build=5 cutover=0 areas=Y\n",
    "step B build=5 cutover=0 core areas=Y\n" },
  { BF_RULE_CORE,
    "two core steps 181 days apart",
    PLANT "area X\nstep A build=5 cutover=0 core\n",
    "step B build=5 cutover=0 pin=2027-07-12T00:00\nholiday 2027-01-11\n",
    "step B build=5 cutover=0 core pin=2027-07-12T00:00\nholiday 2027-01-11\n" },
  { NOTHING,
    "two core steps 182 days apart",
    PLANT "area X\nstep A build=5 cutover=0 core\n",
    "step B build=5 cutover=0 pin=2027-07-12T00:00\n",
    "step B build=5 cutover=0 core pin=2027-07-12T00:00\n" },
  { NOTHING,
    "one core step's own cutovers",
    TWO_AREAS "step B build=1 cutover=0\n",
    "step A build=5 cutover=9 by-area\n",
    "step A build=5 cutover=9 by-area core\n" },
};

/* One cutover of 30 hours from Monday 11 January 00:00, in the window that the lines say. */
#define IN_WINDOW PLANT "area X\nstep A build=5 cutover=30\n"
#define IN_BOTH TWO_AREAS "step A build=5 cutover=30\n"
/* The same in a weekend from Saturday 9 January 06:00. */
#define WEEKEND "weekend WE Weekends 2027-01-09T06:00 2027-12-31T00:00 "
#define SECOND_WEEKEND TWO_AREAS "step A build=10 cutover=30\n"

static const Stricter windows[] = {
  { BF_RULE_OPENING,
    "a minute too short",
    IN_WINDOW,
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00\n",
    "shutdown W W 2027-01-11T00:00 2027-01-12T05:59\n" },
  { BF_RULE_OPENING,
    "a minute too late",
    IN_WINDOW,
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00\n",
    "shutdown W W 2027-01-11T00:01 2027-01-12T06:00\n" },
  { BF_RULE_OPENING,
    "torn over two windows",
    IN_WINDOW,
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00\n",
    "shutdown W W 2027-01-11T00:00 2027-01-11T20:00\n"
    "shutdown W2 W2 2027-01-11T20:00 2027-01-12T06:00\n" },
  { BF_RULE_OPENING,
    "an area that is not open",
    IN_BOTH,
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00\n",
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00 areas=X\n" },
  { BF_RULE_OPENING,
    "an area that opens a minute later",
    IN_BOTH "shutdown W W 2027-01-11T00:00 2027-01-12T06:00 areas=X\n",
    "shutdown V V 2027-01-11T00:00 2027-01-12T06:00 areas=Y\n",
    "shutdown V V 2027-01-11T00:01 2027-01-12T06:00 areas=Y\n" },
  { BF_RULE_OPENING,
    "open for other systems",
    PLANT "area X\nsystem S areas=X" SAFE "system R areas=X" SAFE
          "step A build=5 cutover=30 systems=S\n",
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00 systems=S\n",
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00 systems=R\n" },
  { BF_RULE_OPENING,
    "open for one of two systems",
    PLANT "area X\nsystem S areas=X" SAFE "system R areas=X" SAFE
          "step A build=5 cutover=30 systems=S,R\n",
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00 systems=S,R\n",
    "shutdown W W 2027-01-11T00:00 2027-01-12T06:00 systems=S\n" },
  { BF_RULE_AREAS,
    "a system that stands elsewhere too",
    TWO_AREAS ONE_WINDOW STEP_A " areas=X systems=S\n",
    "system S areas=X" SAFE,
    "system S areas=X,Y" SAFE },
  { BF_RULE_OPENING,
    "a weekend an hour shorter",
    IN_WINDOW,
    "weekend W W 2027-01-11T00:00 2027-12-31T00:00 hours=30\n",
    "weekend W W 2027-01-11T00:00 2027-12-31T00:00 hours=29\n" },
  { BF_RULE_OPENING,
    "a weekend that begins later",
    IN_BOTH,
    WEEKEND "hours=40\n",
    "weekend WE Weekends 2027-01-16T06:00 2027-12-31T00:00 hours=40\n" },
  { NOTHING,
    "a weekend without hours, until Monday at six",
    TWO_AREAS "step A build=5 cutover=48\n",
    WEEKEND "hours=48\n",
    WEEKEND "\n" },
  { BF_RULE_OPENING,
    "a weekend without hours, an hour longer",
    TWO_AREAS "step A build=5 cutover=49\n",
    WEEKEND "hours=49\n",
    WEEKEND "\n" },
  { BF_RULE_OPENING,
    "a weekend that is the second of two",
    SECOND_WEEKEND,
    WEEKEND "hours=40\n",
    WEEKEND "hours=40 every=2\n" },
  { BF_RULE_OPENING,
    "a weekend after the rule's end",
    SECOND_WEEKEND,
    WEEKEND "hours=40\n",
    "weekend WE Weekends 2027-01-09T06:00 2027-01-16T06:00 hours=40\n" },
  { BF_RULE_OPENING,
    "a weekend that falls away with a shutdown of one area",
    IN_BOTH WEEKEND "hours=40\n",
    "",
    "shutdown ZW W 2027-01-10T21:00 2027-01-14T00:00 areas=Y systems=S\nsystem S areas=Y" SAFE },
  { NOTHING,
    "a shutdown that begins as the weekend ends",
    IN_BOTH WEEKEND "hours=40\n",
    "",
    "shutdown ZW W 2027-01-10T22:00 2027-01-14T00:00 areas=Y\n" },
  { BF_RULE_OPENING,
    "a weekend of one area that falls away with another's freeze",
    TWO_AREAS "step A build=5 cutover=9 areas=X\n" WEEKEND "hours=40 areas=X,Y\n",
    "",
    "freeze ZF F 2027-01-10T12:00 2027-01-11T00:00 areas=Y\n" },
  { NOTHING,
    "a freeze of an area that the weekend has not",
    TWO_AREAS "step A build=5 cutover=9 areas=X\n" WEEKEND "hours=40 areas=X\n",
    "",
    "freeze ZF F 2027-01-09T12:00 2027-01-11T00:00 areas=Y\n" },
  { BF_RULE_FREEZE,
    "a freeze of the cutover's last day",
    IN_BOTH ONE_WINDOW,
    "",
    "freeze ZF F 2027-01-12T23:00 2027-01-13T00:00 areas=Y\n" },
  { NOTHING,
    "freezes up to the cutover's first midnight and after its last day",
    IN_BOTH ONE_WINDOW,
    "",
    "freeze ZF F 2027-01-08T00:00 2027-01-11T00:00\nfreeze ZG G 2027-01-13T00:00 2027-01-14T00:00\n" },
  { BF_RULE_FREEZE,
    "a freeze of a cutover that stops nothing",
    PLANT "step A build=5 cutover=0\n",
    "",
    "freeze ZF F 2027-01-11T12:00 2027-01-11T13:00\n" },
};

/* A stop of eight hours that S and R bear, on Monday 11 January. */
#define BORNE PLANT ONE_AREA_FAR "step A build=5 cutover=8 systems=S,R\nsystem R stop=30" SAFE
#define ONE_AREA_FAR "area X\nshutdown W W 2027-11-01T00:00 2027-11-03T00:00\n"

static const Stricter stops[] = {
  { BF_RULE_STOP,
    "longer than one of the systems bears",
    BORNE,
    "system S stop=8" SAFE,
    "system S stop=7.9" SAFE },
  { BF_RULE_STOP, "longer than a blank bears", BORNE, "system S stop=8" SAFE, "system S" SAFE },
  { BF_RULE_FREE_DAY,
    "a stop on a holiday",
    BORNE "system S stop=8" SAFE,
    "",
    "holiday 2027-01-11\n" },
  { BF_RULE_FREE_DAY,
    "no stop on a holiday",
    PLANT "step A build=5 cutover=0\n",
    "",
    "holiday 2027-01-11\n" },
  { BF_RULE_FREEZE,
    "a stop in a freeze",
    BORNE "system S stop=8" SAFE,
    "",
    "freeze ZF F 2027-01-11T20:00 2027-01-12T00:00\n" },
};

#define TEN_DAYS PLANT "step A build=10 capex=1000 hypercare=1\n"

static const Stricter money[] = {
  { BF_RULE_BUDGET,
    "capex by a cent",
    TEN_DAYS,
    "budget C capex 2027-01-01 2028-12-31 1000\n",
    "budget C capex 2027-01-01 2028-12-31 999.99\n" },
  { BF_RULE_BUDGET,
    "capex of the first period, evenly over the build",
    TEN_DAYS "budget D capex 2027-01-09 2028-12-31 1000\n",
    "budget C capex 2027-01-01 2027-01-08 500\n",
    "budget C capex 2027-01-01 2027-01-08 499.99\n" },
  { BF_RULE_BUDGET,
    "less is carried over",
    TEN_DAYS "budget D capex 2027-01-09 2028-12-31 400\n",
    "budget C capex 2027-01-01 2027-01-08 1000 carry=0.10\n",
    "budget C capex 2027-01-01 2027-01-08 1000 carry=0.09\n" },
  { BF_RULE_BUDGET,
    "nothing is carried over",
    TEN_DAYS "budget D capex 2027-01-09 2028-12-31 400\n",
    "budget C capex 2027-01-01 2027-01-08 1000 carry=yes\n",
    "budget C capex 2027-01-01 2027-01-08 1000 carry=no\n" },
  { BF_RULE_BUDGET,
    "validation",
    PLANT "step A build=5 cutover=0 online=5 online_money=40 offline=5 offline_money=30 "
          "campaign=9:T:0:20\n",
    "budget V validation 2027-01-01 2028-12-31 90\n",
    "budget V validation 2027-01-01 2028-12-31 89.99\n" },
  { BF_RULE_BUDGET,
    "validation over its own activity",
    PLANT "step A build=5 cutover=0 online=5 online_money=40\n"
          "budget U validation 2027-01-01 2027-01-12 8\n",
    "budget V validation 2027-01-13 2028-12-31 40\n",
    "budget V validation 2027-01-13 2028-12-31 31.99\n" },
  { BF_RULE_BUDGET,
    "opex from the release to the horizon's end",
    "plant start=2027-01-04 years=1\nstep A build=5 cutover=0 opex=36525\n",
    "budget O opex 2027-01-01 2028-12-31 35700\n",
    "budget O opex 2027-01-01 2028-12-31 35699.99\n" },
  { NOTHING,
    "opex outside periods is nobody's",
    "plant start=2027-01-04 years=1\nstep A build=5 cutover=0 opex=36525\n",
    "budget O opex 2027-01-01 2028-12-31 36000\n",
    "budget O opex 2027-01-01 2027-01-20 1000\n" },
  { BF_RULE_OUTSIDE,
    "capex after the last period",
    TEN_DAYS,
    "budget C capex 2027-01-01 2027-01-15 1000\n",
    "budget C capex 2027-01-01 2027-01-14 1000\n" },
  { BF_RULE_OUTSIDE,
    "validation after the last period",
    PLANT "step A build=5 cutover=0 online=5 online_money=40\n",
    "budget V validation 2027-01-01 2027-01-18 40\n",
    "budget V validation 2027-01-01 2027-01-17 40\n" },
};

static void
check_stricter (const Stricter *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const Stricter *row = &rows[i];
      g_autofree char *loose = g_strconcat (row->common, row->loose, NULL);
      g_autofree char *text = g_strconcat (row->common, row->strict, NULL);
      g_autoptr (BfTestPlant) strict = bf_test_plant_new (text);
      Sound sound = make_sound (loose);

      assert_broken (strict->set, sound.network, sound.schedule->placings, row->what, row->rule);
      clear_sound (&sound);
    }
}

static void
test_orders (void)
{
  check_stricter (orders, G_N_ELEMENTS (orders));
}

static void
test_dates (void)
{
  check_stricter (dates, G_N_ELEMENTS (dates));
}

static void
test_resources (void)
{
  check_stricter (resources, G_N_ELEMENTS (resources));
}

static void
test_windows (void)
{
  check_stricter (windows, G_N_ELEMENTS (windows));
}

static void
test_stops (void)
{
  check_stricter (stops, G_N_ELEMENTS (stops));
}

static void
test_money (void)
{
  check_stricter (money, G_N_ELEMENTS (money));
}

/* No rule is without a row. */
static void
test_complete (void)
{
  static const struct
  {
    const Stricter *rows;
    guint n;
  } tables[] = {
    { orders, G_N_ELEMENTS (orders) },       { dates, G_N_ELEMENTS (dates) },
    { resources, G_N_ELEMENTS (resources) }, { windows, G_N_ELEMENTS (windows) },
    { stops, G_N_ELEMENTS (stops) },         { money, G_N_ELEMENTS (money) },
  };
  guint32 covered = 1u << BF_RULE_PIECE;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    covered |= 1u << moves[i].rule;
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < tables[t].n; i++)
      covered |= 1u << tables[t].rows[i].rule;
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
  g_test_add_func ("/checker/claims-of-placings", test_claims_of_placings);
  g_test_add_func ("/checker/orders", test_orders);
  g_test_add_func ("/checker/dates", test_dates);
  g_test_add_func ("/checker/resources", test_resources);
  g_test_add_func ("/checker/windows", test_windows);
  g_test_add_func ("/checker/stops", test_stops);
  g_test_add_func ("/checker/money", test_money);
  g_test_add_func ("/checker/complete", test_complete);
  return g_test_run ();
}
