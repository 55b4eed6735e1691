/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every draw obeys the rules: proved on its times alone, from the plan, the calendar and the
 * network, by code that the simulation does not use. */

#include "bf-risk-private.h"

#include "bf-network.h"
#include "risk-fixture.h"

typedef struct
{
  const RiskCase *one;
  const BfRiskBlock *block;
  guint draw;
  GArray *work; /* gint64: the working days */
  GPtrArray *found;
} Check;

static const BfActivity *
activity_at (const Check *check, guint a)
{
  return BF_ACTIVITY (check->one->network, a);
}

static int
time_at (const Check *check, const int *array, guint a)
{
  return array[a * check->block->model->block + check->draw];
}

static gint64
origin (const Check *check)
{
  return bf_calendar_first_day (check->one->plant->calendar);
}

static gint64
last_day (const Check *check, guint a)
{
  const BfRiskActivity *activity = &check->block->model->activities[a];

  if (activity->wants_day || activity->days == 0)
    return origin (check) + time_at (check, check->block->day, a);
  return g_array_index (check->work, gint64, time_at (check, check->block->end, a) - 1);
}

static BfRiskPlace
place_at (const Check *check, guint c, gboolean again)
{
  const BfRiskPlace *places = again ? check->block->again : check->block->places;

  return places[c * check->block->model->block + check->draw];
}

static gint64
first_day (const Check *check, guint a)
{
  const BfRiskActivity *activity = &check->block->model->activities[a];

  if (activity->cutover >= 0)
    return bf_minute_day (place_at (check, (guint) activity->cutover, FALSE).minute);
  return g_array_index (check->work, gint64, time_at (check, check->block->start, a));
}

static void
complain (Check *check, const char *what, guint a)
{
  g_ptr_array_add (check->found,
                   g_strdup_printf ("%s: %s of step %d, draw %u",
                                    what,
                                    bf_activity_kind_id (activity_at (check, a)->kind),
                                    activity_at (check, a)->step,
                                    check->draw));
}

/* --- Orders --- */

static void
check_edge (Check *check, const BfEdge *edge)
{
  const BfPlacing *placings = check->one->schedule->placings;
  gboolean is_event = activity_at (check, (guint) edge->after)->days == 0 &&
                      activity_at (check, (guint) edge->after)->kind != BF_ACTIVITY_CUTOVER;
  gint64 before = last_day (check, (guint) edge->before), after;

  if (edge->soft && placings[edge->after].start <= placings[edge->before].finish)
    return;
  after =
      is_event ? last_day (check, (guint) edge->after) + 1 : first_day (check, (guint) edge->after);
  if (edge->kind == BF_EDGE_START_START)
    {
      if (after < first_day (check, (guint) edge->before))
        complain (check, "starts before what it starts with", (guint) edge->after);
    }
  else if (edge->kind == BF_EDGE_LIVE)
    {
      if (bf_calendar_count (
              check->one->plant->calendar, last_day (check, (guint) edge->after) + 1, before) > 0)
        complain (check, "is released before what it requires", (guint) edge->after);
    }
  else if (edge->kind == BF_EDGE_OVERLAP)
    {
      if (last_day (check, (guint) edge->after) < before ||
          bf_calendar_count (check->one->plant->calendar, after, before) > edge->lag)
        complain (check, "overlaps too much", (guint) edge->after);
    }
  else if (after <= before ||
           bf_calendar_count (check->one->plant->calendar, before + 1, after - 1) < edge->lag)
    complain (check, "starts before what it follows has ended", (guint) edge->after);
}

static void
check_orders (Check *check)
{
  for (guint i = 0; i < check->one->network->edges->len; i++)
    check_edge (check, BF_EDGE (check->one->network, i));
  for (guint a = 0; a < check->block->model->n_activities; a++)
    {
      BfActivityKind kind = activity_at (check, a)->kind;

      if ((kind == BF_ACTIVITY_BUILD || kind == BF_ACTIVITY_OFFLINE ||
           kind == BF_ACTIVITY_CUTOVER) &&
          activity_at (check, a)->days > 0 &&
          first_day (check, a) < check->one->schedule->placings[a].start)
        complain (check, "starts before its planned day", a);
    }
}

/* --- Windows --- */

/* The stretch of the area that holds the stop; NULL: none. */
static const BfStretch *
stretch_around (const Check *check, int area, const BfStep *step, gint64 minute, gint64 need)
{
  guint n;
  const BfStretch *stretches = bf_calendar_stretches (check->one->plant->calendar, area, &n);

  for (guint i = 0; i < n; i++)
    if (stretches[i].start <= minute && minute + need <= stretches[i].end &&
        bf_calendar_opens_for (check->one->plant->calendar,
                               &stretches[i],
                               (const int *) (gconstpointer) step->systems->data,
                               step->systems->len))
      return &stretches[i];
  return NULL;
}

/* What has been counted of each window, area and team. */
static void
count_use (Check *check, GHashTable *counts, const BfStretch *stretch, int who, guint a)
{
  g_autofree char *key =
      g_strdup_printf ("%d/%" G_GINT64_FORMAT "/%d", stretch->window, stretch->occurrence, who);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1;

  if (n > bf_plan_plant (check->one->plant->plan)->max_cutovers)
    complain (check, "is one too many in its window", a);
  g_hash_table_insert (counts, g_steal_pointer (&key), GINT_TO_POINTER (n));
}

static void
check_opening (Check *check, GHashTable *counts, guint a, gint64 minute)
{
  const BfActivity *activity = activity_at (check, a);
  const BfStep *step = bf_step_set_get (check->one->plant->set, (guint) activity->step);
  int team = bf_step_building_team (check->one->plant->set, step);
  const BfStretch *last = NULL;
  const int *areas;
  guint n = bf_step_cutover_areas (step, (guint) activity->part, &areas);

  for (guint i = 0; i < n; i++)
    {
      const BfStretch *stretch = stretch_around (check, areas[i], step, minute, activity->minutes);

      if (!stretch)
        {
          complain (check, "lies in no window", a);
          return;
        }
      count_use (check, counts, stretch, areas[i], a);
      if (team >= 0 &&
          (!last || last->window != stretch->window || last->occurrence != stretch->occurrence))
        count_use (check, counts, stretch, -2 - team, a);
      last = stretch;
    }
}

static void
check_freezes (Check *check, guint a, gint64 minute)
{
  const BfActivity *activity = activity_at (check, a);
  const BfStep *step = bf_step_set_get (check->one->plant->set, (guint) activity->step);
  gint64 to = bf_minute_day (minute + MAX (activity->minutes, 1) - 1);
  const int *areas;
  guint n = bf_step_cutover_areas (step, (guint) activity->part, &areas);

  for (gint64 day = bf_minute_day (minute); day <= to; day++)
    for (guint i = 0; i < n; i++)
      if (bf_calendar_freeze (check->one->plant->calendar, areas[i], day) >= 0)
        complain (check, "touches a freeze", a);
}

static void
check_stop (Check *check, guint a, gint64 minute)
{
  const BfActivity *activity = activity_at (check, a);
  const BfStep *step = bf_step_set_get (check->one->plant->set, (guint) activity->step);

  if ((double) activity->minutes > step->bearable_hours * 60)
    complain (check, "stops longer than can be borne", a);
  if (!bf_calendar_is_working (check->one->plant->calendar, bf_minute_day (minute)))
    complain (check, "stops the plant on a day off", a);
}

static void
check_cutovers (Check *check)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint a = 0; a < check->block->model->n_activities; a++)
    for (int again = 0; again < 2 && activity_at (check, a)->kind == BF_ACTIVITY_CUTOVER; again++)
      {
        BfRiskPlace place =
            place_at (check, (guint) check->block->model->activities[a].cutover, again);

        if (place.opening == BF_RISK_NEVER || place.opening == BF_RISK_BEYOND)
          continue;
        check_freezes (check, a, place.minute);
        if (place.opening >= 0)
          check_opening (check, counts, a, place.minute);
        else
          check_stop (check, a, place.minute);
      }
}

/* --- Core steps --- */

static gboolean
are_rivals (const BfStep *a, const BfStep *b)
{
  if (a == b || !a->archetype->core || !b->archetype->core)
    return FALSE;
  for (guint i = 0; i < a->areas->len; i++)
    if (bf_ints_contain (b->areas, g_array_index (a->areas, int, i)))
      return TRUE;
  return FALSE;
}

static void
check_core (Check *check)
{
  guint n = check->block->model->n_activities;

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      {
        const BfActivity *x = activity_at (check, a), *y = activity_at (check, b);

        if (x->kind != BF_ACTIVITY_CUTOVER || y->kind != BF_ACTIVITY_CUTOVER ||
            !are_rivals (bf_step_set_get (check->one->plant->set, (guint) x->step),
                         bf_step_set_get (check->one->plant->set, (guint) y->step)) ||
            first_day (check, a) > first_day (check, b))
          continue;
        if (first_day (check, b) - last_day (check, a) < 182)
          complain (check, "follows another core step within half a year", b);
      }
}

/* --- Teams --- */

static void
check_team (Check *check, int team)
{
  g_autofree double *used = g_new0 (double, check->work->len + 1);
  double capacity = bf_plan_team_best_capacity (check->one->plant->plan, team);

  for (guint a = 0; a < check->block->model->n_activities; a++)
    {
      const BfActivity *activity = activity_at (check, a);

      for (guint i = 0; activity->days > 0 && i < activity->loads.n; i++)
        for (int day = time_at (check, check->block->start, a);
             activity->loads.of[i].team == team && day < time_at (check, check->block->end, a) &&
             day < (int) check->work->len;
             day++)
          {
            used[day] += activity->loads.of[i].person_days / activity->days;
            if (used[day] > capacity + 1e-6)
              {
                complain (check, "asks more of a team than it has", a);
                return;
              }
          }
    }
}

/* --- Whole --- */

static GPtrArray *
check_draw (const RiskCase *one, const BfRiskBlock *block, guint draw)
{
  Check check = { one, block, draw, g_array_new (FALSE, FALSE, sizeof (gint64)), NULL };
  gint64 last = bf_calendar_last_day (one->plant->calendar);

  check.found = g_ptr_array_new_with_free_func (g_free);
  for (gint64 day = origin (&check); day <= last + 4000; day++)
    if (day <= last ? bf_calendar_is_working (one->plant->calendar, day) : bf_day_weekday (day) < 5)
      g_array_append_val (check.work, day);
  check_orders (&check);
  check_cutovers (&check);
  check_core (&check);
  for (guint team = 0; team < bf_plan_count (one->plant->plan, BF_TEAM); team++)
    check_team (&check, (int) team);
  g_array_unref (check.work);
  return check.found;
}

static void
assert_sound (const RiskCase *one, const BfRiskBlock *block)
{
  for (guint draw = 0; draw < block->n; draw += 3)
    {
      g_autoptr (GPtrArray) found = check_draw (one, block, draw);

      if (found->len)
        g_error ("%s (and %u more)", (const char *) found->pdata[0], found->len - 1);
    }
}

static BfRiskModel *
model_of (const RiskCase *one, guint64 seed)
{
  BfRiskOptions options = { .seed = seed, .draws = 128 };

  return bf_risk_model_new (
      one->plant->set, one->network, one->plant->calendar, one->schedule, &options);
}

/* Plants of all kinds; some of them must really be late, or nothing is shown. */
static void
test_rules (void)
{
  guint n_late = 0, n_stops = 0, n_again = 0;

  for (guint seed = 1; seed <= 30; seed++)
    {
      RiskShape shape = { 6 + seed, seed, TRUE, seed % 2 == 0, seed % 3 * 4 };
      RiskCase one = risk_case_new (&shape);
      g_autoptr (BfRiskModel) model = NULL;
      BfRiskBlock *block;

      g_assert_nonnull (one.schedule);
      model = model_of (&one, seed);
      block = bf_risk_block_new (model);
      g_assert_true (bf_risk_block_fill (block, 0, 128));
      assert_sound (&one, block);
      for (guint c = 0; c < model->n_cutovers; c++)
        for (guint i = 0; i < 128; i++)
          {
            const BfRiskCutover *cutover = &model->cutovers[c];
            BfRiskPlace place = block->places[c * model->block + i];

            n_late += cutover->opening >= 0 && place.opening != cutover->opening;
            n_stops += cutover->opening >= 0 && place.opening == BF_RISK_OUTSIDE;
            n_again += block->again[c * model->block + i].opening >= 0;
          }
      bf_risk_block_free (block);
      risk_case_clear (&one);
    }
  g_assert_cmpuint (n_late, >, 1000);
  g_assert_cmpuint (n_stops, >, 20);
  g_assert_cmpuint (n_again, >, 200);
}

/* What the proof is worth: each of these wrongs is found. */
static void
assert_caught (const RiskCase *one, BfRiskBlock *block, const char *part)
{
  g_autoptr (GPtrArray) found = check_draw (one, block, 0);
  gboolean named = FALSE;

  for (guint i = 0; i < found->len; i++)
    named |= strstr (found->pdata[i], part) != NULL;
  if (!named)
    g_error ("“%s” is not found", part);
}

static guint
find_cutover (const BfRiskModel *model, const BfRiskBlock *block)
{
  for (guint c = 0; c < model->n_cutovers; c++)
    if (block->places[c * model->block].opening >= 0 && model->cutovers[c].need > 0)
      return c;
  g_assert_not_reached ();
}

static void
test_proof (void)
{
  RiskShape shape = { 20, 4, TRUE, TRUE, 0 };
  RiskCase one = risk_case_new (&shape);
  g_autoptr (BfRiskModel) model = model_of (&one, 1);
  BfRiskBlock *block = bf_risk_block_new (model);
  guint c, online;

  g_assert_true (bf_risk_block_fill (block, 0, 1));
  c = find_cutover (model, block);
  online = bf_test_activity (one.plant, one.network, "K0005", BF_ACTIVITY_ONLINE, 0);
  block->places[c * model->block].minute += 3 * BF_MINUTES_PER_DAY;
  assert_caught (&one, block, "in no window");
  bf_risk_block_fill (block, 0, 1);
  block->start[online * model->block] -= 3;
  assert_caught (&one, block, "has ended");
  bf_risk_block_fill (block, 0, 1);
  block->places[c * model->block].opening = BF_RISK_OUTSIDE;
  assert_caught (&one, block, "can be borne");
  bf_risk_block_fill (block, 0, 1);
  for (guint a = 0; a < model->n_activities; a++)
    block->start[a * model->block] = MIN (block->start[a * model->block], 100);
  assert_caught (&one, block, "than it has");
  bf_risk_block_free (block);
  risk_case_clear (&one);
}

/* --- Same figures --- */

static BfRisk *
simulate (const RiskCase *one, guint threads)
{
  BfRiskOptions options = { .seed = 7, .draws = 1000, .threads = threads };

  return bf_risk_simulate (
      one->plant->set, one->network, one->plant->calendar, one->schedule, &options, NULL);
}

/* One thread or five: the same bytes. */
static void
test_threads (void)
{
  RiskShape shape = { 24, 3, TRUE, TRUE, 6 };
  RiskCase one = risk_case_new (&shape);
  g_autoptr (BfRisk) alone = simulate (&one, 1);
  g_autoptr (BfRisk) shared = simulate (&one, 5);

  g_assert_cmpmem (alone->steps,
                   alone->n_steps * sizeof (BfStepRisk),
                   shared->steps,
                   shared->n_steps * sizeof (BfStepRisk));
  g_assert_cmpmem (alone->phases,
                   alone->n_phases * sizeof (BfPhaseRisk),
                   shared->phases,
                   shared->n_phases * sizeof (BfPhaseRisk));
  g_assert_cmpmem (
      alone->cost_draws, 1000 * sizeof (double), shared->cost_draws, 1000 * sizeof (double));
  g_assert_cmpmem (
      alone->finish_draws, 1000 * sizeof (gint64), shared->finish_draws, 1000 * sizeof (gint64));
  g_assert_cmpfloat (alone->fully_loaded.p80, ==, shared->fully_loaded.p80);
  risk_case_clear (&one);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk-draws/rules", test_rules);
  g_test_add_func ("/risk-draws/proof", test_proof);
  g_test_add_func ("/risk-draws/threads", test_threads);
  return g_test_run ();
}
