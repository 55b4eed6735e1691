/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checker against the planning rules written a second time, on schedules of tiny plants that
 * were spoilt by chance: both must accept the same ones. */

#include "bf-checker.h"
#include "bf-test-plan.h"
#include "bf-test-steps.h"
#include "brute-search.h"

#define N_CASES 2000
#define N_SPOILT 150
#define MAX_PARTS 64

#define RULE(name) (1u << BF_RULE_##name)
/* Tiny plants have no groups, no decommissions, systems where they should be, and no work near the
 * end of the horizon; core steps and money outside periods are rare. All else is broken alone by
 * some of what chance does. */
#define EXPECTED                                                                                   \
  (((1u << BF_N_RULES) - 1) & ~(RULE (GROUP) | RULE (DECOMMISSION) | RULE (HOME) | RULE (AREAS) |  \
                                RULE (HORIZON) | RULE (CORE) | RULE (OUTSIDE)))

typedef struct
{
  const BruteCase *brute;
  BfTestPlant *plant; /* by whose rules it is checked */
  BfNetwork *network;
  BfSchedule *schedule;
  gint64 origin;
  GRand *rand;
} Bench;

typedef struct
{
  guint accepted, refused;
  guint32 alone; /* rules that were the only ones broken */
} Tally;

/* --- The same schedule, said otherwise. --- */

static BrutePart
part_of (const Bench *bench, guint i)
{
  const BfActivity *activity = &g_array_index (bench->network->activities, BfActivity, i);
  const BfPlacing *placing = &bench->schedule->placings[i];
  BrutePart part = { (BruteKind) activity->kind, activity->step, activity->part };
  gint64 midnight = bf_day_minute (bench->origin);

  part.start = (int) (placing->start - bench->origin);
  part.finish = (int) (placing->finish - bench->origin);
  if (activity->kind != BF_ACTIVITY_CUTOVER)
    return part;
  part.start_minute = (int) (placing->start_minute - midnight);
  part.finish_minute = (int) (placing->finish_minute - midnight);
  part.in_opening = placing->placement == BF_PLACEMENT_OPENING;
  for (guint u = 0; part.in_opening && placing->openings && u < placing->openings->len; u++)
    {
      const BfOpeningUse *use = &g_array_index (placing->openings, BfOpeningUse, u);

      part.uses[part.n_uses].window = use->window;
      part.uses[part.n_uses].occurrence =
          use->occurrence == BF_BLANK ? BRUTE_NONE : (int) (use->occurrence - bench->origin);
      part.uses[part.n_uses++].area = use->area;
    }
  return part;
}

static gboolean
brute_says (const Bench *bench)
{
  BrutePart parts[MAX_PARTS];
  guint n = bench->network->activities->len;

  g_assert_cmpuint (n, <=, MAX_PARTS);
  for (guint i = 0; i < n; i++)
    parts[i] = part_of (bench, i);
  return brute_accepts (bench->brute, parts, (int) n);
}

/* --- Spoiling. --- */

static void
move_work (const Bench *bench, BfPlacing *placing, int by)
{
  int days = bf_calendar_count (bench->plant->calendar, placing->start, placing->finish);

  if (placing->empty)
    {
      placing->start = placing->finish = placing->finish + by;
      return;
    }
  placing->start += by;
  placing->finish += by;
  if (g_rand_int_range (bench->rand, 0, 8) == 0)
    return;
  /* Most often to whole working days. */
  placing->start = bf_calendar_next_working (bench->plant->calendar, placing->start);
  placing->finish = bf_calendar_add (bench->plant->calendar, placing->start, days - 1);
}

static void
set_minutes (BfPlacing *placing, gint64 start, gint64 need)
{
  placing->start_minute = start;
  placing->finish_minute = start + need;
  placing->start = bf_minute_day (start);
  placing->finish = bf_minute_day (start + MAX (need, 1) - 1);
}

/* The window is kept, or none is named. */
static void
move_cutover (const Bench *bench, BfPlacing *placing, int by)
{
  static const int minutes[] = { 1, 60, 360, 720, BF_MINUTES_PER_DAY, 7 * BF_MINUTES_PER_DAY };
  gint64 need = placing->finish_minute - placing->start_minute;
  int step = minutes[g_rand_int_range (bench->rand, 0, (int) G_N_ELEMENTS (minutes))];
  int choice = g_rand_int_range (bench->rand, 0, 8);

  set_minutes (
      placing, placing->start_minute + (gint64) by * (need ? step : BF_MINUTES_PER_DAY), need);
  if (choice == 0 && need)
    placing->placement = BF_PLACEMENT_BEARABLE;
  else if (choice == 1)
    placing->finish_minute++;
  else if (choice == 2)
    placing->finish++;
}

/* Most often to the occurrence that the new time lies in. */
static void
move_occurrence (const Bench *bench, GArray *openings, gint64 day)
{
  for (guint i = 0; openings && i < openings->len; i++)
    {
      BfOpeningUse *use = &g_array_index (openings, BfOpeningUse, i);

      while (use->occurrence != BF_BLANK && use->occurrence + 6 < day &&
             g_rand_int_range (bench->rand, 0, 20))
        use->occurrence += 7;
    }
}

static void
spoil_one (const Bench *bench)
{
  guint i = (guint) g_rand_int_range (bench->rand, 0, (int) bench->network->activities->len);
  BfPlacing *placing = &bench->schedule->placings[i];
  int by = g_rand_int_range (bench->rand, -6, 13);

  if (g_array_index (bench->network->activities, BfActivity, i).kind != BF_ACTIVITY_CUTOVER)
    {
      move_work (bench, placing, by);
      return;
    }
  move_cutover (bench, placing, by);
  move_occurrence (bench, placing->openings, placing->start);
}

/* --- Both are asked. --- */

static void
ask_both (const Bench *bench, const char *text, Tally *tally)
{
  guint32 broken = 0;
  g_autoptr (GPtrArray) problems =
      bf_checker_find (bench->plant->set, bench->network, bench->schedule->placings, &broken);
  gboolean accepted = brute_says (bench);

  if (accepted && problems->len)
    g_error ("%s\n%s", text, (const char *) g_ptr_array_index (problems, 0));
  if (!accepted && !problems->len)
    {
      for (guint i = 0; i < bench->network->activities->len; i++)
        {
          const BfActivity *activity = &g_array_index (bench->network->activities, BfActivity, i);
          const BrutePart part = part_of (bench, i);

          g_printerr ("S%d %s %d: %d to %d, minutes %d to %d\n",
                      activity->step,
                      bf_activity_kind_id (activity->kind),
                      activity->part,
                      part.start,
                      part.finish,
                      part.start_minute,
                      part.finish_minute);
        }
      g_error ("%s\nThe checker sees nothing wrong", text);
    }
  tally->accepted += accepted;
  tally->refused += !accepted;
  if (broken && !(broken & (broken - 1)))
    tally->alone |= broken;
}

static GArray *
copy_openings (const BfPlacing *placing)
{
  return placing->openings ? g_array_copy (placing->openings) : NULL;
}

/* Spoils the schedule some times, and mends it again. */
static void
spoil (const Bench *bench, const char *text, Tally *tally)
{
  guint n = bench->network->activities->len;
  g_autofree BfPlacing *sound = g_memdup2 (bench->schedule->placings, n * sizeof (BfPlacing));

  for (int round = 0; round < N_SPOILT; round++)
    {
      for (guint i = 0; i < n; i++)
        bench->schedule->placings[i].openings = copy_openings (&sound[i]);
      for (int times = round % 3; times >= 0; times--)
        spoil_one (bench);
      ask_both (bench, text, tally);
      for (guint i = 0; i < n; i++)
        {
          g_clear_pointer (&bench->schedule->placings[i].openings, g_array_unref);
          bench->schedule->placings[i] = sound[i];
        }
    }
}

/* Plans by the rules of @loose and checks by those of the case. */
static void
check_case (const BruteCase *plant, const BruteCase *loose, GRand *rand, Tally *tally)
{
  g_autofree char *text = brute_case_text (plant, FALSE);
  g_autofree char *loose_text = brute_case_text (loose, FALSE);
  g_autoptr (BfTestPlant) strict = bf_test_plant_new (text);
  g_autoptr (BfTestPlant) planned = bf_test_plant_new (loose_text);
  g_autoptr (BfNetwork) network = bf_network_build (planned->set, NULL);
  g_autoptr (BfSchedule) schedule = NULL;
  Bench bench = { plant, strict, network, NULL, bf_test_day ("2027-01-04"), rand };

  planned->options.schedules = 5;
  schedule =
      bf_schedule_compute (planned->set, network, planned->calendar, &planned->options, NULL, NULL);
  bench.schedule = schedule;
  if (!schedule)
    return;
  ask_both (&bench, text, tally);
  spoil (&bench, text, tally);
}

static void
test_agree (void)
{
  GRand *rand = g_rand_new_with_seed (1);
  Tally tally = { 0 };

  for (guint32 seed = 0; seed < N_CASES; seed++)
    {
      BruteCase plant = brute_case_new (seed);
      BruteCase more = brute_case_with_capacity (&plant);
      BruteCase loose = brute_case_with_budget (&more);

      check_case (&plant, seed % 2 ? &plant : &loose, rand, &tally);
    }
  g_rand_free (rand);
  g_test_message ("%u schedules accepted, %u refused, by both; alone %x",
                  tally.accepted,
                  tally.refused,
                  tally.alone);
  g_assert_cmpuint (tally.accepted, >, tally.refused / 50);
  g_assert_cmpuint (tally.refused, >, tally.accepted);
  g_assert_cmphex (tally.alone & EXPECTED, ==, EXPECTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker-brute/agree", test_agree);
  return g_test_run ();
}
