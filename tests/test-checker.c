/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checker is tested by breaking sound schedules: by moving what was placed, and by making the
 * plan stricter than the one that was scheduled. Each kind of violation must be named. */

#include <string.h>

#include "bf-checker.h"
#include "bf-test-plan.h"
#include "bf-test-steps.h"

/* A plant in which everything is used; words in @ are where a stricter plan says more. */
static const char base[] =
    "plant start=2027-01-04 years=3 cutovers=2 @plant\n"
    "area X\n"
    "area Y\n"
    "system SX areas=X score=@score stop=@bearable\n"
    "system SY areas=Y\n"
    "holiday 2027-03-10\n"
    "shutdown SUM \"Summer\" 2027-07-24T06:00 2027-08-08T22:00\n"
    "shutdown NAMED \"Bath\" 2027-05-03T06:00 2027-05-06T06:00 areas=X systems=SX\n"
    "shutdown YSTOP \"Stop of Y\" 2027-05-01T06:00 2027-05-10T06:00 areas=Y\n"
    "weekend WE \"Weekend\" 2027-01-09T06:00 2029-12-31T00:00 hours=40 every=2 areas=Y\n"
    "team OT\n"
    "capacity OT 2027-01-01 2029-12-31 @capacity\n"
    "claim CL due=@claim\n"
    "budget C27 capex 2027-01-01 2027-12-31 @capex carry=@carry\n"
    "budget C28 capex 2028-01-01 2029-12-31 1000\n"
    "budget V validation 2027-01-01 2029-12-31 @validation\n"
    "budget O opex 2027-01-01 2029-12-31 @opex\n"
    "step A title=\"Alpha\" archetype=@archetype build=10 offline=8 overlap=3 buffer=2 cutover=30 "
    "online=5 parallel=10 hypercare=5 review=4 campaign=20:OT:10:50 systems=SX "
    "areas=X load=OT:10 capex=1000 opex=100 online_money=40 phase=@phaseA @A\n"
    "step B title=\"Beta\" build=6 cutover=20 hypercare=3 areas=Y systems=SY load=OT:6 phase=1 @B\n"
    "step C title=\"Gamma\" build=4 cutover=0 areas=X phase=2 @C\n"
    "step D title=\"Delta\" build=5 phase=1 @D\n"
    "step E title=\"Epsilon\" build=4 cutover=10 by-area phase=3 @E\n"
    "step F title=\"Old\" archetype=ST38 build=2 cutover=0 serves=@served systems=SX areas=X\n"
    "objective finish\n"
    "@more\n";

static const struct
{
  const char *word, *usual;
} usual[] = {
  { "@plant", "" },
  { "@capacity", "3" },
  { "@claim", "2027-01-05" },
  { "@capex", "2000" },
  { "@carry", "yes" },
  { "@validation", "1000" },
  { "@opex", "9999" },
  { "@archetype", "ST10" },
  { "@bearable", "0" },
  { "@phaseA", "0" },
  { "@A", "" },
  { "@B", "" },
  { "@C", "" },
  { "@D", "" },
  { "@E", "" },
  { "@served", "A" },
  { "@score", "50" },
  { "@more", "" },
};

/* The base with "@word=text|@word=text" instead of the usual. */
static char *
plant_text (const char *changes)
{
  g_autoptr (GString) text = g_string_new (base);
  g_auto (GStrv) parts = g_strsplit (changes, "|", -1);

  for (guint i = 0; parts[i] && *parts[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      g_string_replace (text, pair[0], pair[1], 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_string_replace (text, usual[i].word, usual[i].usual, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  BfTestPlant *plant;
  BfNetwork *network;
  BfSchedule *schedule;
} Sound;

static Sound
make_sound (const char *changes)
{
  g_autofree char *text = plant_text (changes);
  Sound sound = { bf_test_plant_new (text), NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  sound.network = bf_network_build (sound.plant->set, &error);
  g_assert_no_error (error);
  sound.schedule = bf_schedule_compute (
      sound.plant->set, sound.network, sound.plant->calendar, &sound.plant->options, NULL, &error);
  g_assert_no_error (error);
  problems = bf_checker_run (sound.plant->set, sound.network, sound.schedule->placings);
  if (problems->len)
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
  return sound;
}

static void
clear_sound (Sound *sound)
{
  bf_schedule_free (sound->schedule);
  bf_network_free (sound->network);
  bf_test_plant_free (sound->plant);
}

static void
assert_told (const BfStepSet *set,
             const BfNetwork *network,
             const BfPlacing *placings,
             const char *what,
             const char *expected)
{
  g_autoptr (GPtrArray) problems = bf_checker_run (set, network, placings);
  gboolean told = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      g_test_message ("%s: %s", what, (const char *) g_ptr_array_index (problems, i));
      told = told || strstr (g_ptr_array_index (problems, i), expected);
    }
  if (!told)
    g_error ("%s: nobody says “%s” (%u problems)", what, expected, problems->len);
}

/* --- Moved. --- */

typedef struct
{
  const char *step;
  BfActivityKind kind;
  int days;    /* by which it is moved */
  int longer;  /* days by which its end is moved too */
  int minutes; /* by which a cutover is moved */
  const char *told;
} Move;

static const Move moves[] = {
  { "A", BF_ACTIVITY_BUILD, 0, 1, 0, "begins or ends on a day that is free" },
  { "A", BF_ACTIVITY_BUILD, 0, 3, 0, "needs 10 working days and has 11" },
  { "A", BF_ACTIVITY_BUILD, -7, 0, 0, "begins before the plan" },
  { "A", BF_ACTIVITY_BUILD, 5, 0, 0, "working days" },
  { "A", BF_ACTIVITY_OFFLINE, -7, 0, 0, "beside more than the last 3 days of its build" },
  { "A", BF_ACTIVITY_REVIEW, -7, 0, 0, "begins before the plan" },
  { "A", BF_ACTIVITY_REVIEW, 364, 0, 0, "begins before its review has ended" },
  { "A", BF_ACTIVITY_BUFFER, -7, 0, 0, "The buffer of “Alpha” begins before its" },
  { "A", BF_ACTIVITY_BUFFER, 364, 0, 0, "The cutover of “Alpha” begins before its buffer" },
  { "A", BF_ACTIVITY_ONLINE, -7, 0, 0, "The online of “Alpha” begins before its cutover" },
  { "A", BF_ACTIVITY_PARALLEL, -7, 0, 0, "The parallel run of “Alpha” begins before its cutover" },
  { "A", BF_ACTIVITY_CAMPAIGN, -7, 0, 0, "The campaign of “Alpha” begins before its cutover" },
  { "A", BF_ACTIVITY_HYPERCARE, -7, 0, 0, "The hypercare of “Alpha” begins before its" },
  { "A", BF_ACTIVITY_CAMPAIGN, 364, 0, 0, "cuts over before “Alpha” is released" },
  { "B", BF_ACTIVITY_HYPERCARE, 3 * 364, 0, 0, "past the horizon" },
  { "A", BF_ACTIVITY_CUTOVER, 0, 0, 1, "does not lie whole in one window" },
  { "A", BF_ACTIVITY_CUTOVER, 7, 0, 0, "does not lie whole in one window" },
  { "B", BF_ACTIVITY_CUTOVER, 7, 0, 0, "does not lie whole in one window" },
  { "B", BF_ACTIVITY_CUTOVER, 0, 0, 21 * 60, "does not lie whole in one window" },
  { "C", BF_ACTIVITY_CUTOVER, 1, 0, 0, "begins on a day that is free" },
};

/* Moves are tried on a schedule in which A cuts over at the end of its window, and C on a Friday.
 */
static void
test_moved (void)
{
  Sound sound =
      make_sound ("@A=pin=2027-05-05T00:00|@C=pin=2027-01-15T00:00|@B=pin=2027-02-06T06:00");

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const Move *move = &moves[i];
      guint at = bf_test_activity (sound.plant, sound.network, move->step, move->kind, -1);
      BfPlacing *placing = &sound.schedule->placings[at];
      BfPlacing before = *placing;
      gint64 minutes = move->days * BF_MINUTES_PER_DAY + move->minutes;

      placing->start += move->days;
      placing->finish += move->days + move->longer;
      if (move->kind == BF_ACTIVITY_CUTOVER)
        {
          placing->start_minute += minutes;
          placing->finish_minute += minutes;
          placing->start = bf_minute_day (placing->start_minute);
          placing->finish = bf_minute_day (MAX (placing->start_minute, placing->finish_minute - 1));
        }
      assert_told (
          sound.plant->set, sound.network, sound.schedule->placings, move->told, move->told);
      *placing = before;
    }
  clear_sound (&sound);
}

/* --- Said otherwise. --- */

/* What a placing says of a cutover is proven too. */
static void
test_claims_of_placings (void)
{
  Sound sound = make_sound ("");
  guint at = bf_test_activity (sound.plant, sound.network, "A", BF_ACTIVITY_CUTOVER, 0);
  BfPlacing *placing = &sound.schedule->placings[at];
  BfOpeningUse *use = &g_array_index (placing->openings, BfOpeningUse, 0);
  BfOpeningUse before = *use;
  GArray *openings = placing->openings;

  placing->finish_minute -= 60;
  assert_told (sound.plant->set, sound.network, sound.schedule->placings, "short", "in one piece");
  placing->finish_minute += 60;
  placing->openings = NULL;
  assert_told (
      sound.plant->set, sound.network, sound.schedule->placings, "no use", "does not lie whole");
  placing->openings = openings;
  use->window = bf_plan_index (sound.plant->plan, BF_WINDOW, "YSTOP");
  assert_told (sound.plant->set,
               sound.network,
               sound.schedule->placings,
               "other window",
               "does not lie whole");
  *use = before;
  placing->placement = BF_PLACEMENT_BEARABLE;
  assert_told (sound.plant->set,
               sound.network,
               sound.schedule->placings,
               "bearable",
               "needs an opening and has none");
  placing->placement = BF_PLACEMENT_NO_STOP;
  assert_told (sound.plant->set,
               sound.network,
               sound.schedule->placings,
               "no stop",
               "needs an opening and has none");
  placing->placement = BF_PLACEMENT_OPENING;
  g_assert_cmpuint (
      bf_checker_run (sound.plant->set, sound.network, sound.schedule->placings)->len, ==, 0);
  clear_sound (&sound);
}

/* --- A stricter plan. --- */

/* What was planned by the rules on the left breaks those on the right. */
static const struct
{
  const char *loose, *strict, *told;
} stricter[] = {
  { "", "@capacity=1.5", "OT has 2.00 person-days to do on" },
  { "", "@capex=999.99", "Budget C27 is overdrawn by 0.01" },
  { "", "@validation=89.99", "Budget V is overdrawn by 0.01" },
  { "", "@opex=1", "Budget O is overdrawn" },
  { "", "@A=earliest=2027-02-01", "“Alpha” begins before its earliest date" },
  { "", "@A=due=2027-05-05", "“Alpha” is released on" },
  { "", "@A=pin=2027-05-04T00:00", "is not where it is pinned" },
  { "", "@A=claims=CL|@claim=2027-06-30", "before the claims that it relies on are due" },
  { "", "@more=freeze FR Audit 2027-05-03T00:00 2027-05-04T00:00 areas=X", "under a freeze" },
  { "", "@B=needs=A", "“Beta” cuts over before “Alpha” is released" },
  { "", "@B=anyof=A,E", "before any step of its one-of group is released" },
  { "", "@B=restore|@archetype=ST04", "no restore was tested" },
  { "", "@B=owner|@archetype=ST02", "a system has no owner" },
  { "@served=B|@score=0", "@served=A|@score=0", "it takes the place of what is taken out" },
  { "@served=B|@score=0", "@served=B|@score=50", "it takes the place of what is taken out" },
  { "", "@D=needs=A", "“Delta” cuts over before “Alpha” is released" },
  { "", "@C=cutover=1 needs=|@D=needs=A", "“Delta” cuts over before" },
  { "", "@more=depend B on=A", "does not wait for “Alpha”" },
  { "", "@more=depend B on=D kind=release_to_start", "does not wait for “Delta”" },
  { "", "@more=depend B on=A kind=cutover_to_cutover", "does not wait for “Alpha”" },
  { "", "@more=depend B on=D kind=start_to_start lag=30", "does not wait for “Delta”" },
  { "", "@more=holiday 2027-01-05", "working days" },
};

static void
test_stricter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stricter); i++)
    {
      Sound sound = make_sound (stricter[i].loose);
      g_autofree char *text = plant_text (stricter[i].strict);
      g_autoptr (BfTestPlant) strict = bf_test_plant_new (text);

      assert_told (strict->set,
                   sound.network,
                   sound.schedule->placings,
                   stricter[i].strict,
                   stricter[i].told);
      clear_sound (&sound);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker/moved", test_moved);
  g_test_add_func ("/checker/claims-of-placings", test_claims_of_placings);
  g_test_add_func ("/checker/stricter", test_stricter);
  return g_test_run ();
}
