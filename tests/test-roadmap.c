/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap.h"

#include "bf-json.h"
#include "bf-plan-text.h"
#include "bf-test-plan.h"
#include "bf-test-sample.h"

#include <locale.h>
#include <string.h>

static const char *const samples[] = { "aerospace", "pharma", "small" };

static BfRoadmap *
compute_with (const BfPlan *plan, const BfRoadmapOptions *options)
{
  g_autoptr (GError) error = NULL;
  BfRoadmap *roadmap = bf_roadmap_compute (plan, options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return roadmap;
}

static BfRoadmap *
compute (const BfPlan *plan)
{
  BfRoadmapOptions options = { .seed = 1, .draws = 1000 };

  return compute_with (plan, &options);
}

static BfRoadmap *
compute_sample (const char *name)
{
  g_autoptr (BfPlan) plan = bf_test_sample (name);

  return compute (plan);
}

static const BfRoadmapStep *
step_of (const BfRoadmap *roadmap, const char *key)
{
  int index = bf_roadmap_find (roadmap, key);

  if (index < 0)
    g_error ("no step %s", key);
  return &roadmap->steps[index];
}

/* --- What every sample's roadmap obeys --- */

static void
assert_spread (const BfSpread *spread)
{
  g_assert_cmpfloat (spread->p50, <=, spread->p80);
  g_assert_cmpfloat (spread->p80, <=, spread->p90);
  g_assert_cmpfloat (spread->p50, >=, 0);
}

static void
assert_cutovers (const BfRoadmapStep *step)
{
  for (guint i = 0; i < step->n_cutovers; i++)
    {
      const BfRoadmapCutover *cutover = &step->cutovers[i];

      if (cutover->hours == 0)
        g_assert_cmpint (cutover->placement, ==, BF_PLACEMENT_NO_STOP);
      else if (cutover->hours > step->step->bearable_hours)
        g_assert_cmpint (cutover->placement, ==, BF_PLACEMENT_OPENING);
      if (cutover->placement != BF_PLACEMENT_OPENING)
        continue;
      g_assert_nonnull (cutover->windows[0]);
      g_assert_cmpint (cutover->start, >=, cutover->opening_start);
      g_assert_cmpint (cutover->finish, <=, cutover->opening_end);
    }
}

static void
assert_prerequisites (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  gint64 first = step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : step->finish + 1;

  for (guint i = 0; step->requires[i]; i++)
    g_assert_cmpint (step_of (roadmap, step->requires[i])->finish, <, first);
}

static void
assert_step (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  gint64 validation = 0;

  assert_spread (&step->downtime_hours);
  assert_spread (&step->lost_hours);
  assert_spread (&step->downtime_cost);
  assert_spread (&step->project_cost);
  assert_spread (&step->validation);
  g_assert_cmpint (step->release.p50, <=, step->release.p80);
  g_assert_cmpint (step->release.p80, <=, step->release.p90);
  for (guint i = 0; i < step->n_qualification; i++)
    validation += step->qualification[i].cost_minor;
  g_assert_cmpint (validation, ==, (gint64) step->validation.expected);
  g_assert_nonnull (step->held_by);
  assert_cutovers (step);
  assert_prerequisites (roadmap, step);
}

static void
assert_totals (const BfRoadmap *roadmap)
{
  double loaded = 0, validation = 0;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      loaded += (double) roadmap->steps[i].fully_loaded_minor;
      validation += roadmap->steps[i].validation.expected;
    }
  g_assert_cmpfloat (roadmap->fully_loaded.expected, ==, loaded);
  g_assert_cmpfloat (roadmap->validation_cost.expected, ==, validation);
  g_assert_cmpfloat (
      roadmap->project_cost.expected, ==, roadmap->capex.expected + roadmap->opex.expected);
  for (guint i = 0; i < roadmap->n_periods; i++)
    g_assert_cmpint (roadmap->periods[i].planned_minor, <=, roadmap->periods[i].available_minor);
}

/* Draws mean what the formulas expect, but for noise and for late cutovers that take an opening
 * instead of the stop that was planned. */
static void
assert_draws (const BfRoadmap *roadmap)
{
  double sum = 0;

  for (guint i = 0; i < roadmap->draws.n_draws; i++)
    sum += roadmap->draws.hours[i];
  sum /= roadmap->draws.n_draws;
  g_assert_cmpfloat_with_epsilon (
      sum, roadmap->lost_hours.expected, 0.1 * roadmap->lost_hours.expected);
}

/* The share of draws in time and money falls to neither's own share or less. */
static void
assert_confidence (const BfRoadmap *roadmap)
{
  double both = bf_roadmap_confidence (roadmap, roadmap->finish.p80, roadmap->fully_loaded.p80);

  g_assert_cmpfloat (both, <=, 0.82);
  g_assert_cmpfloat (both, >=, 0.6);
  g_assert_cmpfloat (bf_roadmap_confidence (roadmap, G_MAXINT64, G_MAXDOUBLE), ==, 1);
  g_assert_cmpfloat (bf_roadmap_confidence (roadmap, 0, G_MAXDOUBLE), ==, 0);
}

static guint
count_without_decommissions (const BfRoadmap *roadmap)
{
  guint n = 0;

  for (guint i = 0; i < roadmap->n_steps; i++)
    n += !roadmap->steps[i].step->decommissions;
  return n;
}

static void
test_samples (gconstpointer data)
{
  g_autoptr (BfRoadmap) roadmap = compute_sample (data);
  gboolean small = g_str_equal (data, "small");
  guint n = count_without_decommissions (roadmap);

  g_assert_true (roadmap->feasible);
  g_assert_true (roadmap->checked);
  g_assert_cmpuint (roadmap->n_problems, ==, 0);
  g_assert_cmpuint (n, >=, small ? 8 : 20);
  g_assert_cmpuint (n, <=, 60);
  g_assert_cmpuint (roadmap->n_phases, >=, small ? 3 : 4);
  g_assert_cmpuint (roadmap->n_phases, <=, 5);
  for (guint i = 0; i < roadmap->n_steps; i++)
    assert_step (roadmap, &roadmap->steps[i]);
  assert_totals (roadmap);
  assert_draws (roadmap);
  assert_confidence (roadmap);
  g_assert_cmpint (roadmap->finish.planned, <=, bf_plan_horizon_end (roadmap->plan));
}

/* A gate stands at the last release that it waits for; where it waits for none, and after the last
 * phase, there is no gate. */
static void
test_gates (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
    {
      g_autoptr (BfRoadmap) roadmap = compute_sample (samples[s]);
      g_autofree gint64 *last = g_new (gint64, roadmap->n_phases);

      for (guint i = 0; i < roadmap->n_phases; i++)
        last[i] = BF_BLANK;
      for (guint i = 0; i < roadmap->n_steps; i++)
        for (guint k = 0; k < roadmap->n_steps; k++)
          if (roadmap->steps[i].phase == roadmap->steps[k].phase + 1 &&
              !roadmap->steps[i].step->decommissions &&
              g_strv_contains (roadmap->steps[i].requires, roadmap->steps[k].key))
            last[roadmap->steps[k].phase] =
                MAX (last[roadmap->steps[k].phase], roadmap->steps[k].finish);
      for (guint i = 0; i < roadmap->n_phases; i++)
        g_assert_cmpint (roadmap->phases[i].gate, ==, last[i]);
      g_assert_cmpint (roadmap->phases[0].gate, !=, BF_BLANK);
      g_assert_cmpint (roadmap->phases[roadmap->n_phases - 1].gate, ==, BF_BLANK);
    }
}

/* Maturity grows from phase to phase and never passes what the frameworks know. */
static void
test_phases (void)
{
  g_autoptr (BfRoadmap) roadmap = compute_sample ("aerospace");
  double before = 0;

  for (guint i = 0; i < roadmap->n_phases; i++)
    {
      double sum = 0;

      if (roadmap->phases[i].gate != BF_BLANK)
        g_assert_cmpint (roadmap->phases[i].start, <=, roadmap->phases[i].gate);
      g_assert_cmpuint (roadmap->phases[i].n_steps, >, 0);
      for (guint k = 0; k < roadmap->needs->n_levels; k++)
        sum += roadmap->phases[i].maturity[k];
      g_assert_cmpfloat (sum, >=, before);
      before = sum;
    }
  g_assert_cmpint (roadmap->phases[roadmap->n_phases - 1].systems_retired, >, 0);
}

/* --- Bundles --- */

/* A young historian and a supervisory system that exchange batch records: nothing presses, so the
 * one that is ready first waits for the other and they qualify together. */
static const char joined[] =
    "plant | key=P | name=Two systems | start=2027-01-04 | horizon_years=5 | profile=pharma_gxp\n"
    "area | key=LINE | name=Line | downtime_cost_h=100\n"
    "system | system_id=HIS | name=Historian | type=Historian | isa95_level=3 | area=LINE"
    " | disposition=Replace | gamp_category=4 | reg_impact=GxP direct | validated_state=validated"
    " | eos_date=2040-12-31 | experts=5 | spares=stock and market | zone=Z1"
    " | owner_business=Somebody | backup_tested=2026-11-01 | max_stop_h=0\n"
    "system | system_id=SCA | name=Supervision | type=SCADA | isa95_level=2 | area=LINE"
    " | disposition=Replace | gamp_category=4 | reg_impact=GxP direct | validated_state=validated"
    " | eos_date=2040-12-31 | experts=5 | spares=stock and market | zone=Z1"
    " | owner_business=Somebody | backup_tested=2026-11-01 | max_stop_h=0\n"
    "interface | interface_id=IF1 | source_system=SCA | target_system=HIS | protocol=OPC UA"
    " | pattern=gateway | documented=yes | owner=yes | monitored=yes | tests=yes"
    " | carries_regulated_data=yes\n"
    "step | key=ST10:SCA | weeks=100/105/110\n"
    "window | key=W0 | kind=weekend | name=Weekend | start=2027-01-09T06:00"
    " | end=2031-12-27T06:00 | open_hours=9 | repeats=1\n"
    "window | key=W1 | kind=shutdown | name=Summer 2028 | start=2028-07-29T06:00"
    " | end=2028-08-13T06:00\n"
    "window | key=W2 | kind=shutdown | name=Christmas 2028 | start=2028-12-23T06:00"
    " | end=2029-01-02T06:00\n"
    "window | key=W3 | kind=shutdown | name=Summer 2029 | start=2029-07-28T06:00"
    " | end=2029-08-12T06:00\n";

static void
test_bundle (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan (joined);
  g_autoptr (BfRoadmap) roadmap = compute (plan);
  const BfRoadmapStep *historian = step_of (roadmap, "ST12:site");
  const BfRoadmapStep *supervision = step_of (roadmap, "ST10:SCA");

  g_assert_cmpstr (historian->cutovers[0].windows[0], ==, supervision->cutovers[0].windows[0]);
  g_assert_cmpint (historian->saved_minor + supervision->saved_minor, >, 0);
  g_assert_cmpstr (historian->bundle_with, ==, supervision->title);
  g_assert_nonnull (strstr (historian->held_by, supervision->title));
}

/* --- Same plan and seed: same bytes --- */

static char *
json_of (const BfPlan *plan)
{
  g_autoptr (BfRoadmap) roadmap = compute (plan);

  return bf_roadmap_to_json (roadmap);
}

static gpointer
json_in_thread (gpointer plan)
{
  return json_of (plan);
}

static void
test_same_bytes (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("pharma");
  g_autoptr (BfPlan) again = bf_test_sample ("pharma");
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *first = json_of (plan);
  g_autofree char *second = NULL;
  g_autofree char *third = g_thread_join (g_thread_new ("other", json_in_thread, plan));

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  if (!setlocale (LC_ALL, "de_DE.UTF-8"))
    g_test_message ("no German locale here");
  second = json_of (again);
  setlocale (LC_ALL, before);
  g_unsetenv ("TZ");
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpstr (third, ==, first);
}

static void
test_seed (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("small");
  BfRoadmapOptions options = { .seed = 2, .draws = 1000 };
  g_autoptr (BfRoadmap) one = compute (plan);
  g_autoptr (BfRoadmap) two = compute_with (plan, &options);

  g_assert_cmpfloat (one->fully_loaded.p80, !=, two->fully_loaded.p80);
  g_assert_cmpuint (two->options.seed, ==, 2);
}

/* --- Kept dates --- */

static BfRoadmap *
compute_kept (const BfPlan *plan, const char *json)
{
  BfRoadmapOptions options = { .seed = 1, .draws = 1000, .keep_dates = json };

  return compute_with (plan, &options);
}

static void
assert_same_dates (const BfRoadmapStep *a, const BfRoadmapStep *b)
{
  g_assert_cmpstr (a->key, ==, b->key);
  g_assert_cmpstr (a->strategy, ==, b->strategy);
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->finish, ==, b->finish);
  g_assert_cmpuint (a->n_cutovers, ==, b->n_cutovers);
  for (guint i = 0; i < a->n_cutovers; i++)
    {
      g_assert_cmpint (a->cutovers[i].start, ==, b->cutovers[i].start);
      g_assert_cmpint (a->cutovers[i].placement, ==, b->cutovers[i].placement);
    }
}

static gboolean
has_same_rates (const BfRoadmap *a, const BfRoadmap *b, guint step)
{
  const BfStep *x = a->steps[step].step, *y = b->steps[step].step;

  for (guint i = 0; i < x->n_cutovers; i++)
    if (bf_step_cutover_rate_minor (a->set, x, i) != bf_step_cutover_rate_minor (b->set, y, i))
      return FALSE;
  return TRUE;
}

/* One system's hour costs more: with dates kept, the downtime cost of the steps whose rate it sets
 * changes, and nothing else does. */
static void
test_keep_dates (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");
  g_autoptr (BfPlan) dearer =
      bf_test_plan_with (plan, "system | system_id=DNC-01 | downtime_cost_h=23000");
  g_autoptr (BfRoadmap) before = compute (plan);
  g_autofree char *json = bf_roadmap_to_json (before);
  g_autoptr (BfRoadmap) after = compute_kept (dearer, json);
  guint changed = 0;

  g_assert_true (after->feasible);
  g_assert_cmpuint (after->n_steps, ==, before->n_steps);
  for (guint i = 0; i < before->n_steps; i++)
    {
      const BfRoadmapStep *a = &before->steps[i], *b = &after->steps[i];
      gboolean same = has_same_rates (before, after, i);

      assert_same_dates (a, b);
      g_assert_true (same == (a->downtime_cost.expected == b->downtime_cost.expected));
      g_assert_true (!same || a->downtime_cost.p90 == b->downtime_cost.p90);
      g_assert_cmpfloat (a->validation.expected, ==, b->validation.expected);
      g_assert_cmpfloat (a->project_cost.p80, ==, b->project_cost.p80);
      changed += !same;
    }
  g_assert_cmpuint (changed, >, 0);
  g_assert_cmpuint (changed, <, before->n_steps / 2);
}

static void
test_keep_nothing (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("small");
  g_autoptr (GError) error = NULL;
  BfRoadmapOptions options = { .seed = 1, .draws = 10, .keep_dates = "[1, 2" };

  g_assert_null (bf_roadmap_compute (plan, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* --- Scenarios --- */

static void
test_scenario (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("small");
  g_autoptr (BfPlan) with = bf_test_plan_with (
      plan,
      "scenario | key=SLOW | name=Slow\n"
      "override | key=O1 | scenario=SLOW | tbl=plant | row_key=TM | col=horizon_years | value=7");
  BfRoadmapOptions options = { .seed = 1, .draws = 100, .scenario = "Slow" };
  const BfPlant *plant = bf_plan_plant (with);
  g_autofree char *line = g_strdup_printf ("override | key=O1 | row_key=%s", plant->row.key);
  g_autoptr (BfPlan) aimed = bf_test_plan_with (with, line);
  g_autoptr (BfRoadmap) roadmap = compute_with (aimed, &options);

  g_assert_cmpint (bf_plan_plant (roadmap->plan)->horizon_years, ==, 7);
  g_assert_cmpint (plant->horizon_years, ==, 5);
  g_assert_cmpstr (roadmap->options.scenario, ==, "Slow");
}

static void
test_no_scenario (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("small");
  g_autoptr (GError) error = NULL;
  BfRoadmapOptions options = { .seed = 1, .draws = 10, .scenario = "NOWHERE" };

  g_assert_null (bf_roadmap_compute (plan, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* --- Nothing feasible, nothing to do, no time --- */

/* The first step whose cutover waits for an opening. */
static const BfRoadmapStep *
step_in_opening (const BfRoadmap *roadmap)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].n_cutovers &&
        roadmap->steps[i].cutovers[0].placement == BF_PLACEMENT_OPENING)
      return &roadmap->steps[i];
  g_assert_not_reached ();
}

static void
test_infeasible (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("small");
  g_autoptr (BfRoadmap) sound = compute (plan);
  g_autofree char *line =
      g_strdup_printf ("step | key=%s | status=requested | pinned_cutover=2027-01-05T00:00",
                       step_in_opening (sound)->key);
  g_autoptr (BfPlan) pinned = bf_test_plan_with (plan, line);
  g_autoptr (BfRoadmap) roadmap = compute (pinned);
  g_autofree char *json = bf_roadmap_to_json (roadmap);

  g_assert_false (roadmap->feasible);
  g_assert_cmpuint (roadmap->n_problems, ==, 2);
  g_assert_nonnull (strstr (roadmap->problems[0], "pinned"));
  g_assert_nonnull (strstr (roadmap->problems[1], "It works without the pinned cutover of"));
  g_assert_nonnull (strstr (json, "\"feasible\": false"));
}

/* The only window is too short for a controller that was asked for: a longer one is the cure. */
static void
test_no_window (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan (
      "plant | key=P | name=One line | start=2027-01-04 | horizon_years=3\n"
      "area | key=LINE | name=Line\n"
      "system | system_id=C1 | name=Controller | type=PLC | isa95_level=1 | area=LINE"
      " | disposition=Replace | gamp_category=5 | max_stop_h=1 | owner_business=Somebody\n"
      "step | key=ST09:LINE/C1 | status=requested\n"
      "window | key=W1 | kind=shutdown | name=Short stop | start=2028-03-04T06:00"
      " | end=2028-03-04T18:00");
  g_autoptr (BfRoadmap) roadmap = compute (plan);

  g_assert_false (roadmap->feasible);
  g_assert_cmpuint (roadmap->n_problems, ==, 2);
  g_assert_nonnull (strstr (roadmap->problems[0], "Short stop"));
  g_assert_nonnull (
      strstr (roadmap->problems[1], "with a shutdown of the whole site of 117 hours each August"));
}

/* A step that was asked for stays, so the money has to grow. */
static void
test_no_money (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan (
      "plant | key=P | name=One line | start=2027-01-04 | horizon_years=4\n"
      "area | key=LINE | name=Line\n"
      "system | system_id=C1 | name=Controller | type=PLC | isa95_level=1 | area=LINE"
      " | disposition=Replace | gamp_category=5 | max_stop_h=1 | owner_business=Somebody\n"
      "step | key=ST09:LINE/C1 | status=requested\n"
      "budget | key=B | kind=capex | from_day=2027-01-01 | to_day=2030-12-31 | amount=450000\n"
      "window | key=W1 | kind=shutdown | name=Long stop | start=2029-09-01T06:00"
      " | end=2029-09-11T18:00\n"
      "window | key=W2 | kind=weekend | name=Saturdays | start=2027-01-09T06:00"
      " | end=2030-12-29T06:00 | open_hours=12 | repeats=1");
  g_autoptr (BfRoadmap) roadmap = compute (plan);

  g_assert_false (roadmap->feasible);
  g_assert_cmpuint (roadmap->n_problems, ==, 2);
  g_assert_nonnull (strstr (roadmap->problems[0], "capex"));
  g_assert_nonnull (strstr (roadmap->problems[1], "more in budget B"));
}

/* Money and a window are short: neither change does it alone, both together do, and less of either
 * does not. */
static void
test_two_limits (void)
{
  static const char line[] =
      "plant | key=P | name=One line | start=2027-01-04 | horizon_years=3\n"
      "area | key=LINE | name=Line\n"
      "system | system_id=C1 | name=Controller | type=PLC | isa95_level=1 | area=LINE"
      " | disposition=Replace | gamp_category=5 | max_stop_h=1 | owner_business=Somebody\n"
      "step | key=ST09:LINE/C1 | status=requested\n";
  static const struct
  {
    int thousands, end_hour;
    gboolean feasible;
  } cases[] = {
    { 450, 12, FALSE }, { 696, 12, FALSE }, { 450, 21, FALSE },
    { 695, 21, FALSE }, { 696, 20, FALSE }, { 696, 21, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (line);
      g_autoptr (BfPlan) plan = NULL;
      g_autoptr (BfRoadmap) roadmap = NULL;

      g_string_append_printf (text,
                              "budget | key=B | kind=capex | from_day=2027-01-01"
                              " | to_day=2029-12-31 | amount=%d000\n",
                              cases[i].thousands);
      for (int year = 2027; year <= 2029; year++)
        g_string_append_printf (text,
                                "window | key=W%d | kind=shutdown | name=Short stop"
                                " | start=%d-08-01T00:00 | end=%d-08-05T%02d:00\n",
                                year,
                                year,
                                year,
                                cases[i].end_hour);
      plan = bf_test_plan (text->str);
      roadmap = compute (plan);

      g_assert_cmpint (roadmap->feasible, ==, cases[i].feasible);
      if (i > 0)
        continue;
      g_assert_nonnull (strstr (roadmap->problems[1], "with all of these changes"));
      g_assert_nonnull (strstr (roadmap->problems[1], "with EUR 246 k more in budget B"));
      g_assert_nonnull (strstr (roadmap->problems[1], "of 117 hours each August"));
    }
}

static void
test_empty (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan ("plant | key=P | name=Nothing here | start=2027-01-04");
  g_autoptr (BfRoadmap) roadmap = compute (plan);
  g_autofree char *json = bf_roadmap_to_json (roadmap);

  g_assert_true (roadmap->feasible);
  g_assert_cmpuint (roadmap->n_steps, >, 0); /* governance and restore belong to every plan */
  g_assert_nonnull (strstr (json, "\"steps\": ["));
}

static void
test_no_plant (void)
{
  g_autoptr (BfPlan) plan =
      bf_test_plan ("system | system_id=A | name=Historian | type=Historian | disposition=Replace");
  g_autoptr (BfRoadmap) roadmap = compute (plan);
  g_autofree char *json = bf_roadmap_to_json (roadmap);

  g_assert_true (roadmap->feasible);
  g_assert_nonnull (strstr (json, "ST12"));
}

static void
test_cancelled (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("small");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bf_roadmap_compute (plan, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Without the buffer a cutover may follow its work the next day; the plan says so. */
static void
test_no_buffer (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("small");
  BfRoadmapOptions options = { .seed = 1, .draws = 100, .no_buffer = TRUE };
  g_autoptr (BfRoadmap) roadmap = compute_with (plan, &options);
  g_autofree char *json = bf_roadmap_to_json (roadmap);
  guint cutovers = 0;
  gboolean listed = FALSE;

  g_assert_true (roadmap->feasible);
  g_assert_true (roadmap->checked);
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      cutovers += roadmap->steps[i].n_cutovers;
      g_assert_cmpint (roadmap->steps[i].step->buffer_days, ==, 0);
      for (guint a = 0; a < roadmap->steps[i].n_activities; a++)
        g_assert_cmpint (roadmap->steps[i].activities[a].kind, !=, BF_ACTIVITY_BUFFER);
    }
  g_assert_cmpuint (cutovers, >, 0);
  for (guint i = 0; i < roadmap->n_assumptions; i++)
    listed = listed || g_str_equal (roadmap->assumptions[i].what, "Buffer before cutovers");
  g_assert_true (listed);
  g_assert_nonnull (strstr (json, "\"buffer\": false"));
}

static const BfAssumption *
find_assumption (const BfRoadmap *roadmap, const char *what)
{
  for (guint i = 0; i < roadmap->n_assumptions; i++)
    if (g_str_has_prefix (roadmap->assumptions[i].what, what))
      return &roadmap->assumptions[i];
  return NULL;
}

/* The plan's own options, by a plant in words: blank, and turned round. */
static BfRoadmap *
compute_optional (const char *words)
{
  g_autofree char *text = g_strdup_printf (
      "plant | key=P | name=Works | start=2027-01-04 | currency=EUR%s\n"
      "system | system_id=H | name=Historian | type=Historian | disposition=Replace",
      words);
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return compute (plan);
}

static void
test_plan_options (void)
{
  g_autoptr (BfRoadmap) blank = compute_optional ("");
  g_autoptr (BfRoadmap) said = compute_optional (" | buffer=yes | it_tail=no");
  g_autoptr (BfRoadmap) other = compute_optional (" | buffer=no | it_tail=yes");
  const BfRoadmap *roadmaps[] = { blank, said, other };
  int buffers[3] = { 0 };

  for (guint r = 0; r < 3; r++)
    for (guint i = 0; i < roadmaps[r]->n_steps; i++)
      for (guint a = 0; a < roadmaps[r]->steps[i].n_activities; a++)
        buffers[r] += roadmaps[r]->steps[i].activities[a].kind == BF_ACTIVITY_BUFFER;
  g_assert_cmpint (buffers[0], >, 0);
  g_assert_cmpint (buffers[1], ==, buffers[0]);
  g_assert_cmpint (buffers[2], ==, 0);
  g_assert_cmpstr (find_assumption (blank, "Plant: Buffer before cutovers")->value, ==, "yes");
  g_assert_cmpstr (find_assumption (blank, "Plant: Tail of IT projects")->value, ==, "no");
  g_assert_null (find_assumption (said, "Plant: Buffer"));
  g_assert_null (find_assumption (said, "Plant: Tail"));
  g_assert_nonnull (find_assumption (other, "Buffer before cutovers"));
  g_assert_cmpfloat (said->capex.p90 - said->capex.p10, ==, blank->capex.p90 - blank->capex.p10);
  g_assert_cmpfloat (
      other->capex.p90 - other->capex.p10, >, 2 * (blank->capex.p90 - blank->capex.p10));
  g_assert_cmpfloat (other->fully_loaded.p90, >, blank->fully_loaded.p90);
}

/* No budget of opex holds 2029, nor what comes after 2030: 365 days, and 368 up to the horizon's
 * end on 3 January 2032. All is released by then. */
static void
test_outside (void)
{
  static const char text[] =
      "plant | key=P | name=Works | start=2027-01-04 | currency=EUR\n"
      "budget | key=O1 | kind=opex | from_day=2027-01-01 | to_day=2028-12-31 | amount=9000000\n"
      "budget | key=O2 | kind=opex | from_day=2030-01-01 | to_day=2030-12-31 | amount=9000000\n";
  static const struct
  {
    const char *what, *row;
    int days;
  } cases[] = {
    { "Running cost (opex) from 1 Jan 2029 to 31 Dec 2029, in no budget",
      "a row from 1 Jan 2029 to 31 Dec 2029 would",
      365 },
    { "Running cost (opex) from 1 Jan 2031 to 3 Jan 2032, in no budget",
      "a row from 1 Jan 2031 to 3 Jan 2032 would",
      368 },
  };
  g_autoptr (BfPlan) plan = bf_test_plan (text);
  g_autoptr (BfRoadmap) roadmap = compute (plan);
  double year = 0;

  g_assert_true (roadmap->checked);
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      year += roadmap->steps[i].step->opex_year;
      g_assert_cmpint (roadmap->steps[i].finish, <, bf_day_from_civil (2029, 1, 1));
    }
  g_assert_cmpfloat (year, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BfAssumption *told = find_assumption (roadmap, cases[i].what);
      g_autofree char *amount = NULL;

      g_assert_nonnull (told);
      amount = bf_money_format (bf_money_from_units (year * cases[i].days / 365.25));
      g_assert_true (g_str_has_prefix (told->value, amount));
      g_assert_nonnull (strstr (told->basis, cases[i].row));
    }
}

/* Where the rows hold every day, or nobody made a row, nothing is told. */
static void
test_nothing_outside (void)
{
  static const char *const rows[] = {
    "",
    "budget | key=O1 | kind=opex | from_day=2027-01-01 | to_day=2032-12-31 | amount=9000000\n",
    "budget | key=C1 | kind=capex | from_day=2027-01-01 | to_day=2028-12-31 | amount=9000000\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
          g_strconcat ("plant | key=P | name=Works | start=2027-01-04\n", rows[i], NULL);
      g_autoptr (BfPlan) plan = bf_test_plan (text);
      g_autoptr (BfRoadmap) roadmap = compute (plan);

      g_assert_true (roadmap->feasible);
      g_assert_null (find_assumption (roadmap, "Running cost"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/roadmap/", samples[i], NULL);

      g_test_add_data_func (path, samples[i], test_samples);
    }
  g_test_add_func ("/roadmap/gates", test_gates);
  g_test_add_func ("/roadmap/phases", test_phases);
  g_test_add_func ("/roadmap/bundle", test_bundle);
  g_test_add_func ("/roadmap/same-bytes", test_same_bytes);
  g_test_add_func ("/roadmap/seed", test_seed);
  g_test_add_func ("/roadmap/keep-dates", test_keep_dates);
  g_test_add_func ("/roadmap/keep-nothing", test_keep_nothing);
  g_test_add_func ("/roadmap/scenario", test_scenario);
  g_test_add_func ("/roadmap/no-scenario", test_no_scenario);
  g_test_add_func ("/roadmap/infeasible", test_infeasible);
  g_test_add_func ("/roadmap/no-window", test_no_window);
  g_test_add_func ("/roadmap/no-money", test_no_money);
  g_test_add_func ("/roadmap/two-limits", test_two_limits);
  g_test_add_func ("/roadmap/empty", test_empty);
  g_test_add_func ("/roadmap/no-plant", test_no_plant);
  g_test_add_func ("/roadmap/cancelled", test_cancelled);
  g_test_add_func ("/roadmap/no-buffer", test_no_buffer);
  g_test_add_func ("/roadmap/plan-options", test_plan_options);
  g_test_add_func ("/roadmap/outside", test_outside);
  g_test_add_func ("/roadmap/nothing-outside", test_nothing_outside);
  return g_test_run ();
}
