/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-test-roadmap.h"

#include "bf-plan-text.h"
#include "bf-roadmap-private.h"
#include "bf-test-plan.h"

#include <string.h>

#define N_DRAWS 400
#define N_PHASES 4

/* --- The steps, one a line --- */

typedef struct
{
  const char *key, *title, *short_title;
  int phase;
  BfScope scope;
  int mode;
  const char *start;
  int build_days, offline_days, buffer_days;
  const char *cutover; /* minute; NULL: no cutover */
  double hours;
  BfPlacement placement;
  const char *window, *window_name;
  const char *area;
  int online_days, parallel_days, hypercare_days;
  double capex, opex_year, validation; /* currency units */
  double overrun_hours, rate;
  const char *systems;
  const char *requires;
  const char *held_by;
} StepLine;

/* clang-format off */
static const StepLine lines[] = {
  { "ST01:site", "Roadmap governance and KPI baseline", "Governance and KPI baseline",
    0, BF_SCOPE_SITE, BF_MODE_IN_PLACE, "2027-01-04", 22, 0, 0,
    NULL, 0, BF_PLACEMENT_NO_STOP, NULL, NULL, NULL,
    0, 0, 10, 27000, 2250, 0, 0, 0,
    NULL,
    NULL,
    "It starts with the plan." },
  { "ST02:site", "System, asset and interface inventory", "Inventory",
    0, BF_SCOPE_SITE, BF_MODE_IN_PLACE, "2027-02-18", 43, 0, 0,
    NULL, 0, BF_PLACEMENT_NO_STOP, NULL, NULL, NULL,
    0, 0, 10, 54900, 4500, 0, 0, 0,
    NULL,
    "ST01:site",
    "It waits for the release of Governance and KPI baseline on 17 Feb 2027." },
  { "ST04:site", "Backup, restore and disaster recovery of legacy systems", "Backup and restore",
    0, BF_SCOPE_SITE, BF_MODE_PHASED, "2027-03-01", 43, 4, 4,
    "2027-05-12T00:00", 0, BF_PLACEMENT_NO_STOP, NULL, NULL, NULL,
    4, 0, 20, 96000, 11000, 5300, 0.6, 9000,
    NULL,
    "ST02:site",
    "It waits for the release of Inventory on 4 May 2027." },
  { "ST05:site", "OT network segmentation (zones, conduits, industrial DMZ)", "Network segmentation",
    1, BF_SCOPE_SITE, BF_MODE_PHASED, "2027-03-15", 78, 12, 8,
    "2027-07-24T06:00", 22.4, BF_PLACEMENT_OPENING, "SD-2027-SUM", "Summer shutdown 2027", "FND",
    10, 0, 20, 214000, 28800, 31000, 1.1, 14500,
    "NET-01",
    "ST04:site",
    "It waits for Summer shutdown 2027." },
  { "ST15:site", "Master data and equipment model (ISA-95 / ISA-88)", "Master data model",
    1, BF_SCOPE_SITE, BF_MODE_PHASED, "2027-05-10", 164, 0, 0,
    NULL, 0, BF_PLACEMENT_NO_STOP, NULL, NULL, NULL,
    0, 0, 20, 301000, 35000, 0, 0, 0,
    NULL,
    "ST02:site",
    "IT applications have Roadmap governance until 7 May 2027." },
  { "ST09:FND/PLC-01", "Controller and panel replacement (FND, PLC-01)", "Controllers and panels",
    2, BF_SCOPE_LINE, BF_MODE_IN_PLACE, "2027-09-06", 131, 33, 22,
    "2028-07-22T06:00", 104.6, BF_PLACEMENT_OPENING, "SD-2028-SUM", "Summer shutdown 2028", "FND",
    34, 0, 20, 438000, 28800, 96400, 2.9, 9000,
    "HMI-01;PLC-01",
    "ST04:site;ST05:site",
    "It missed the opening of 24 Dec 2027 by 11 days and waits for Summer shutdown 2028." },
  { "ST32:site", "NC program, recipe and parameter version control (DNC)", "NC program control",
    2, BF_SCOPE_SITE, BF_MODE_PHASED, "2027-08-16", 74, 21, 14,
    "2028-01-08T06:00", 16.5, BF_PLACEMENT_OPENING, "WE-FIN@2028-01-08", "Finishing weekends", "FIN",
    24, 0, 20, 156150, 14000, 251000, 1.4, 5500,
    "DNC-01",
    "ST04:site;ST05:site",
    "It waits for the opening of 8 Jan 2028 in Finishing weekends." },
  { "ST16:site", "ERP-MES integration (ISA-95, B2MML)", "ERP-MES integration",
    2, BF_SCOPE_SITE, BF_MODE_PHASED, "2028-02-14", 138, 28, 18,
    "2028-12-23T06:00", 12, BF_PLACEMENT_BEARABLE, NULL, NULL, "FND",
    21, 0, 20, 403000, 47000, 58200, 5.2, 7000,
    "ERP-01;MES-01",
    "ST15:site",
    "It waits for the release of Master data model on 9 Feb 2028." },
  { "ST18:MES-01", "MES replacement by coexistence (MES-01)", "MES replacement",
    3, BF_SCOPE_SYSTEM, BF_MODE_PARALLEL, "2028-02-28", 290, 62, 30,
    "2029-07-21T06:00", 61, BF_PLACEMENT_OPENING, "SD-2029-SUM", "Summer shutdown 2029", "FND",
    44, 30, 20, 1210000, 180000, 148700, 6.4, 9000,
    "MES-01",
    "ST05:site;ST15:site;ST16:site",
    "It waits for Summer shutdown 2029." },
  { "ST38:FND", "Decommission of legacy systems and record archive (FND)", "Archive Castline",
    3, BF_SCOPE_AREA, BF_MODE_PHASED, "2029-05-14", 88, 12, 0,
    "2029-11-05T00:00", 0, BF_PLACEMENT_NO_STOP, NULL, NULL, "FND",
    11, 0, 10, 151000, 0, 16800, 0, 0,
    "MES-01",
    "ST18:MES-01",
    "It waits for the release of MES replacement on 31 Oct 2029." },
};
/* clang-format on */
#define N_STEPS G_N_ELEMENTS (lines)

static BfSpread
spread (double expected)
{
  return (BfSpread){ expected, expected * 0.97, expected * 1.22, expected * 1.41 };
}

static BfSpread
spread_sum (BfSpread a, BfSpread b)
{
  return (BfSpread){ a.expected + b.expected, a.p50 + b.p50, a.p80 + b.p80, a.p90 + b.p90 };
}

static BfEstimate
around (double likely)
{
  return (BfEstimate){ likely * 0.5, likely, likely * 2 };
}

static GArray *
own_ints (BfRoadmap *roadmap)
{
  return bf_roadmap_own (
      roadmap, g_array_new (FALSE, FALSE, sizeof (int)), (GDestroyNotify) g_array_unref);
}

static const char *const *
one_text (BfRoadmap *roadmap, const char *text)
{
  const char **list = bf_roadmap_array (roadmap, const char *, 2);

  list[0] = bf_roadmap_text (roadmap, text);
  return list;
}

static const char *const *
texts_of (BfRoadmap *roadmap, const char *joined)
{
  g_auto (GStrv) parts = g_strsplit (joined ? joined : "", ";", -1);
  const char **list = bf_roadmap_array (roadmap, const char *, g_strv_length (parts) + 1);

  for (guint i = 0; parts[i]; i++)
    list[i] = bf_roadmap_text (roadmap, parts[i]);
  return list;
}

static int
index_of_line (const char *key)
{
  for (guint i = 0; i < N_STEPS; i++)
    if (strcmp (lines[i].key, key) == 0)
      return (int) i;
  return -1;
}

/* Positions in the plan of the rows with these keys. */
static GArray *
rows_of (BfRoadmap *roadmap, BfRecordKind kind, const char *joined)
{
  const char *const *keys = texts_of (roadmap, joined);
  GArray *rows = own_ints (roadmap);

  for (; *keys; keys++)
    {
      int row = bf_plan_index (roadmap->plan, kind, *keys);

      g_array_append_val (rows, row);
    }
  return rows;
}

static GArray *
hard_of (BfRoadmap *roadmap, const StepLine *line)
{
  const char *const *keys = texts_of (roadmap, line->requires);
  GArray *hard = own_ints (roadmap);

  for (; *keys; keys++)
    {
      int step = index_of_line (*keys);

      g_array_append_val (hard, step);
    }
  return hard;
}

static void
fill_estimates (BfStep *step, const StepLine *line)
{
  step->mode = line->mode;
  step->size = step->widened = 1;
  step->build_weeks = around (line->build_days / 5.0);
  step->capex = around (line->capex);
  step->opex_year = line->opex_year;
  step->stop_hours = around (line->hours);
  step->overrun_hours = (BfEstimate){ 0, 2, 12 };
  step->problem_chance = 0.097;
  step->rollback_chance = 0.3;
  step->redo_cost = line->capex * 0.05;
  step->parallel_weeks = around (line->parallel_days / 5.0);
  step->hypercare_weeks = around (line->hypercare_days / 5.0);
  step->has_cutover = line->cutover != NULL;
  step->plans_stop = line->hours > 0;
  step->n_cutovers = line->cutover ? 1 : 0;
  step->need_hours = step->mean_hours = line->hours;
  step->build_days = line->build_days;
  step->offline_days = line->offline_days;
  step->online_days = line->online_days;
  step->parallel_days = line->parallel_days;
  step->hypercare_days = line->hypercare_days;
  step->buffer_days = line->buffer_days;
}

static BfStep *
make_step (BfRoadmap *roadmap, BfStepSet *set, const StepLine *line)
{
  BfStep *step = bf_roadmap_array (roadmap, BfStep, 1);
  g_autofree char *archetype = g_strndup (line->key, strcspn (line->key, ":"));
  guint n;

  step->key = line->key;
  step->title = line->title;
  step->archetype = &bf_catalogue_archetypes (
      set->catalogue, &n)[bf_catalogue_archetype_index (set->catalogue, archetype)];
  step->scope = line->scope;
  step->scope_ids = one_text (roadmap, strchr (line->key, ':') + 1);
  step->systems = rows_of (roadmap, BF_SYSTEM, line->systems);
  step->areas = rows_of (roadmap, BF_AREA, line->area);
  step->redone = own_ints (roadmap);
  step->answers = own_ints (roadmap);
  step->hard = hard_of (roadmap, line);
  step->any_of = own_ints (roadmap);
  step->soft = own_ints (roadmap);
  step->served = own_ints (roadmap);
  step->claims = own_ints (roadmap);
  step->mandatory = TRUE;
  step->phase = line->phase;
  step->due = step->claim_gate = BF_BLANK;
  step->why = bf_roadmap_own (roadmap, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (step->why, (gpointer) "It answers what the plant decided about its systems.");
  step->lines = bf_roadmap_own (roadmap,
                                g_array_new (FALSE, TRUE, sizeof (BfQualificationLine)),
                                (GDestroyNotify) g_array_unref);
  step->campaigns = bf_roadmap_own (
      roadmap, g_array_new (FALSE, TRUE, sizeof (BfCampaign)), (GDestroyNotify) g_array_unref);
  fill_estimates (step, line);
  return step;
}

/* --- When it happens --- */

static gint64
add_activity (
    BfRoadmap *roadmap, BfRoadmapStep *step, BfActivityKind kind, gint64 start, int days, int team)
{
  BfRoadmapActivity *activity = &step->activities[step->n_activities];
  BfLoad *load = bf_roadmap_array (roadmap, BfLoad, 1);

  if (days <= 0)
    return start;
  step->n_activities++;
  *load = (BfLoad){ team, days * 0.5 };
  activity->kind = kind;
  activity->start = start;
  activity->finish = bf_calendar_add (roadmap->calendar, start, days - 1);
  activity->loads = load;
  activity->n_loads = team >= 0 ? 1 : 0;
  activity->hold = kind == BF_ACTIVITY_BUILD ? BF_HELD_BY_START : BF_HELD_BY_PREDECESSOR;
  activity->held_by = "It follows what comes before it in its own step.";
  return bf_calendar_add (roadmap->calendar, activity->finish, 1);
}

static void
add_cutover (BfRoadmap *roadmap, BfRoadmapStep *step, const StepLine *line)
{
  BfRoadmapCutover *cutover = bf_roadmap_array (roadmap, BfRoadmapCutover, 1);
  gboolean opens = line->placement == BF_PLACEMENT_OPENING;

  cutover->start = bf_test_minute (line->cutover);
  cutover->finish = cutover->start + (gint64) (line->hours * 60);
  cutover->hours = line->hours;
  cutover->placement = line->placement;
  cutover->windows = texts_of (roadmap, line->window);
  cutover->window_name = line->window_name;
  cutover->areas = texts_of (roadmap, line->area ? line->area : "FIN;FND;LAB");
  cutover->opening_start = opens ? cutover->start : BF_BLANK;
  cutover->opening_end = opens ? cutover->start + (gint64) (line->hours * 60) + 2880 : BF_BLANK;
  cutover->miss_chance = opens ? 0.18 : 0;
  cutover->margin_days = opens ? 12 : 0;
  cutover->delay_if_missed_days = opens ? 154 : -1;
  step->n_cutovers = 1;
  step->cutovers = cutover;
}

static gint64
add_cutover_activity (BfRoadmap *roadmap, BfRoadmapStep *step)
{
  gint64 last = bf_minute_day (MAX (step->cutovers->start, step->cutovers->finish - 1));
  BfRoadmapActivity *activity = &step->activities[step->n_activities++];

  activity->kind = BF_ACTIVITY_CUTOVER;
  activity->start = bf_minute_day (step->cutovers->start);
  activity->finish = last;
  activity->hold = BF_HELD_BY_WINDOW;
  activity->held_by = step->held_by;
  return bf_calendar_next_working (roadmap->calendar, last + 1);
}

static void
place_step (BfRoadmap *roadmap, BfRoadmapStep *step, const StepLine *line)
{
  gint64 offline;
  gint64 at;

  step->activities = bf_roadmap_array (roadmap, BfRoadmapActivity, BF_N_ACTIVITIES);
  step->start = bf_test_day (line->start);
  at = add_activity (roadmap, step, BF_ACTIVITY_BUILD, step->start, line->build_days, 0);
  offline = bf_calendar_add (roadmap->calendar, at, -(line->offline_days * 2 / 5));
  at = MAX (at, add_activity (roadmap, step, BF_ACTIVITY_OFFLINE, offline, line->offline_days, 2));
  at = add_activity (roadmap, step, BF_ACTIVITY_BUFFER, at, line->buffer_days, -1);
  if (line->cutover)
    {
      add_cutover (roadmap, step, line);
      at = add_cutover_activity (roadmap, step);
    }
  add_activity (roadmap, step, BF_ACTIVITY_PARALLEL, at, line->parallel_days, -1);
  at = add_activity (roadmap, step, BF_ACTIVITY_ONLINE, at, line->online_days, 2);
  add_activity (roadmap, step, BF_ACTIVITY_HYPERCARE, at, line->hypercare_days, 1);
  step->finish = step->activities[step->n_activities - 1].finish;
  step->release =
      (BfDaySpread){ step->finish, step->finish - 3, step->finish + 24, step->finish + 61 };
}

/* --- What it costs --- */

static void
add_qualification (BfRoadmap *roadmap, BfRoadmapStep *step, double units)
{
  static const char *const phases[][2] = { { "URS", "User requirements" },
                                           { "OQ", "Operational qualification" },
                                           { "REPORT", "Report and release" } };
  gint64 rest = bf_money_from_units (units);

  if (units <= 0)
    return;
  step->n_qualification = G_N_ELEMENTS (phases);
  step->qualification = bf_roadmap_array (roadmap, BfRoadmapQualification, G_N_ELEMENTS (phases));
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      gint64 part = i + 1 < G_N_ELEMENTS (phases) ? bf_money_from_units (units / 3) : rest;

      step->qualification[i] = (BfRoadmapQualification){
        phases[i][0], phases[i][1], 1, 1.5 + i, bf_money_to_units (part) / 980, part
      };
      rest -= part;
    }
}

static void
cost_step (BfRoadmap *roadmap, BfRoadmapStep *step, const StepLine *line)
{
  double years = (double) (bf_plan_horizon_end (roadmap->plan) - step->finish) / 365.25;
  double lost;

  step->capex = spread (line->capex * 100);
  step->opex = spread ((double) bf_money_from_units (line->opex_year * years));
  step->validation = spread (line->validation * 100);
  step->project_cost = spread_sum (step->capex, step->opex);
  lost = line->overrun_hours + (line->placement == BF_PLACEMENT_BEARABLE ? line->hours : 0);
  step->downtime_hours = spread (line->hours + line->overrun_hours);
  step->lost_hours = spread (lost);
  step->downtime_cost = spread (lost * line->rate * 100);
  step->double_running_minor = line->mode == BF_MODE_PARALLEL ? 1850000 : 0;
  step->bridges_minor = line->mode == BF_MODE_PARALLEL ? 2070000 : 0;
  step->fully_loaded_minor = (gint64) (step->project_cost.expected + step->validation.expected +
                                       step->downtime_cost.expected) +
                             step->double_running_minor + step->bridges_minor;
  add_qualification (roadmap, step, line->validation);
}

static void
fill_step (BfRoadmap *roadmap, guint i)
{
  static const char *const modes[] = { "wrap", "in_place", "parallel", "phased", "at_once" };
  BfRoadmapStep *step = &roadmap->steps[i];
  const StepLine *line = &lines[i];

  step->step = g_ptr_array_index (roadmap->set->steps, i);
  step->key = line->key;
  step->title = line->title;
  step->short_title = line->short_title;
  step->phase = line->phase;
  step->at_gate = TRUE;
  step->strategy = modes[line->mode];
  step->held_by = line->held_by;
  step->requires = texts_of (roadmap, line->requires);
  step->why = one_text (roadmap, "It answers what the plant decided about its systems.");
  step->criticality = i % 3 == 0 ? 0.72 : 0.2;
  place_step (roadmap, step, line);
  cost_step (roadmap, step, line);
}

/* --- The whole --- */

static BfStepSet *
make_set (BfRoadmap *roadmap)
{
  BfStepSet *set = bf_roadmap_array (roadmap, BfStepSet, 1);

  set->plan = roadmap->plan;
  set->catalogue = roadmap->catalogue;
  set->needs = roadmap->needs;
  set->steps = bf_roadmap_own (roadmap, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  set->unmet = bf_roadmap_own (roadmap, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  set->assumptions =
      bf_roadmap_own (roadmap, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < N_STEPS; i++)
    g_ptr_array_add (set->steps, make_step (roadmap, set, &lines[i]));
  return set;
}

static void
add_step_to_phase (BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  BfRoadmapPhase *phase = &roadmap->phases[step->phase];

  phase->start = phase->n_steps ? MIN (phase->start, step->start) : step->start;
  phase->finish = phase->n_steps ? MAX (phase->finish, step->finish) : step->finish;
  phase->gate = phase->finish;
  phase->n_steps++;
  phase->project_cost_minor += (gint64) step->project_cost.expected;
  phase->validation_cost_minor += (gint64) step->validation.expected;
  phase->downtime_hours += step->downtime_hours.expected;
}

static void
fill_phases (BfRoadmap *roadmap)
{
  static const char *const names[N_PHASES] = {
    "Prepare", "Secure and see", "Connect and standardise", "Run and prove"
  };
  static const double reached[N_PHASES][3] = {
    { 1.0, 1.0, 1.0 }, { 1.4, 1.6, 1.0 }, { 2.2, 2.4, 1.8 }, { 3.0, 3.0, 2.0 }
  };

  roadmap->n_phases = N_PHASES;
  roadmap->phases = bf_roadmap_array (roadmap, BfRoadmapPhase, N_PHASES);
  for (int i = 0; i < N_PHASES; i++)
    {
      roadmap->phases[i].position = i;
      roadmap->phases[i].id = bf_roadmap_printf (roadmap, "%d", i + 1);
      roadmap->phases[i].name = names[i];
      roadmap->phases[i].maturity = bf_roadmap_array (roadmap, double, 3);
      memcpy (roadmap->phases[i].maturity, reached[i], sizeof reached[i]);
      roadmap->phases[i].systems_live = 6 - (i == 3);
      roadmap->phases[i].systems_retired = i == 3;
      roadmap->phases[i].systems_unsupported = 5 - i;
      roadmap->phases[i].interfaces = 2;
      roadmap->phases[i].debt = 30 - 9 * i;
    }
  for (guint i = 0; i < roadmap->n_steps; i++)
    add_step_to_phase (roadmap, &roadmap->steps[i]);
}

static void
fill_periods (BfRoadmap *roadmap)
{
  static const double used[] = { 0.82, 0.61, 0.88, 0.74, 0.52, 0.69 };

  roadmap->n_periods = bf_plan_count (roadmap->plan, BF_BUDGET);
  roadmap->periods = bf_roadmap_array (roadmap, BfRoadmapPeriod, roadmap->n_periods);
  for (guint i = 0; i < roadmap->n_periods; i++)
    {
      const BfBudget *budget = BF_ROW (roadmap->plan, BUDGET, BfBudget, i);
      gint64 carried = budget->year == 2028 ? 1350000 : 0;

      roadmap->periods[i] =
          (BfRoadmapPeriod){ (int) i,
                             budget->amount + carried,
                             carried,
                             (gint64) ((double) budget->amount * used[i % G_N_ELEMENTS (used)]) };
    }
}

static void
fill_risks (BfRoadmap *roadmap)
{
  static const BfRoadmapRisk risks[] = {
    { "MES replacement misses Summer shutdown 2029.", "+22 wk, past the planned end", 0.18, 8, 9 },
    { "Controllers and panels miss Summer shutdown 2028.", "+22 wk", 0.16, 5, 8 },
    { "A part's first article fails after NC program control.", "+EUR 62k", 0.15, 6, 5 },
  };

  roadmap->n_risks = G_N_ELEMENTS (risks);
  roadmap->risks = bf_roadmap_array (roadmap, BfRoadmapRisk, G_N_ELEMENTS (risks));
  memcpy (roadmap->risks, risks, sizeof risks);
}

static void
fill_decisions (BfRoadmap *roadmap)
{
  roadmap->n_decisions = 3;
  roadmap->decisions = bf_roadmap_array (roadmap, BfRoadmapDecision, 3);
  roadmap->decisions[0] = (BfRoadmapDecision){
    roadmap->phases[0].gate, "Close gate 1: Prepare", "Three steps must be released.", -1
  };
  roadmap->decisions[1] = (BfRoadmapDecision){ roadmap->steps[5].start,
                                               "Release the money for Controllers and panels",
                                               "EUR 438,000 of capex, Summer shutdown 2028.",
                                               5 };
  roadmap->decisions[2] = (BfRoadmapDecision){
    roadmap->steps[8].start, "Start MES replacement", "It is the longest step of the plan.", 8
  };
}

static void
fill_totals (BfRoadmap *roadmap)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];

      roadmap->capex = spread_sum (roadmap->capex, step->capex);
      roadmap->opex = spread_sum (roadmap->opex, step->opex);
      roadmap->project_cost = spread_sum (roadmap->project_cost, step->project_cost);
      roadmap->validation_cost = spread_sum (roadmap->validation_cost, step->validation);
      roadmap->downtime_cost = spread_sum (roadmap->downtime_cost, step->downtime_cost);
      roadmap->downtime_hours = spread_sum (roadmap->downtime_hours, step->downtime_hours);
      roadmap->lost_hours = spread_sum (roadmap->lost_hours, step->lost_hours);
      roadmap->double_running.expected += (double) step->double_running_minor;
      roadmap->bridges.expected += (double) step->bridges_minor;
    }
  roadmap->double_running = spread (roadmap->double_running.expected);
  roadmap->bridges = spread (roadmap->bridges.expected);
  roadmap->fully_loaded = spread_sum (
      spread_sum (roadmap->project_cost, roadmap->validation_cost),
      spread_sum (roadmap->downtime_cost, spread_sum (roadmap->double_running, roadmap->bridges)));
}

static void
fill_draws (BfRoadmap *roadmap)
{
  gint64 *finish = bf_roadmap_array (roadmap, gint64, N_DRAWS);
  double *cost = bf_roadmap_array (roadmap, double, N_DRAWS);
  double *hours = bf_roadmap_array (roadmap, double, N_DRAWS);

  for (guint i = 0; i < N_DRAWS; i++)
    {
      double share = (double) ((i * 157) % N_DRAWS) / N_DRAWS; /* every share once, out of order */

      finish[i] = roadmap->finish.planned + (gint64) (share * share * 160) - 20;
      cost[i] = roadmap->fully_loaded.expected * (0.8 + 0.5 * share);
      hours[i] = roadmap->lost_hours.expected * (0.2 + 2 * share);
    }
  roadmap->draws = (BfDraws){ N_DRAWS, finish, cost, hours };
}

static void
fill_texts (BfRoadmap *roadmap)
{
  static const BfUnmet unmet[] = {
    { BF_NEED_SYSTEM, "ERP-01", "ERP-01 is retained; its support ends on 31 Dec 2031." }
  };
  static const BfAssumption assumptions[] = {
    { "Rehearsals", "1", "One rehearsal of each cutover, the default of the planning rules" },
    { "Catalogue currency factor", "0.90", "EUR for one USD of the catalogue" },
  };

  roadmap->n_unmet = G_N_ELEMENTS (unmet);
  roadmap->unmet = unmet;
  roadmap->n_assumptions = G_N_ELEMENTS (assumptions);
  roadmap->assumptions = assumptions;
  roadmap->problems = texts_of (roadmap, NULL);
}

static void
fill_finish (BfRoadmap *roadmap)
{
  const BfRoadmapStep *last = &roadmap->steps[N_STEPS - 1];

  roadmap->finish = last->release;
  roadmap->finish_without_decommission = roadmap->steps[N_STEPS - 2].finish;
  roadmap->beyond_horizon = 0.0325;
}

BfRoadmap *
bf_test_roadmap (void)
{
  BfPlan *plan = bf_test_plan_read ("mill-lane.txt");
  const BfCatalogue *catalogue = bf_catalogue_get ();
  BfRoadmap *roadmap = bf_roadmap_new (plan, catalogue);

  bf_plan_unref (plan);
  roadmap->options = (BfRoadmapOptions){ .seed = 1, .draws = N_DRAWS };
  roadmap->needs = bf_roadmap_own (
      roadmap, bf_needs_compute (roadmap->plan, catalogue), (GDestroyNotify) bf_needs_free);
  roadmap->calendar = bf_roadmap_own (
      roadmap, bf_calendar_new (roadmap->plan, catalogue), (GDestroyNotify) bf_calendar_free);
  roadmap->set = make_set (roadmap);
  roadmap->feasible = roadmap->checked = TRUE;
  roadmap->n_steps = N_STEPS;
  roadmap->steps = bf_roadmap_array (roadmap, BfRoadmapStep, N_STEPS);
  for (guint i = 0; i < N_STEPS; i++)
    fill_step (roadmap, i);
  fill_finish (roadmap);
  fill_phases (roadmap);
  fill_periods (roadmap);
  fill_risks (roadmap);
  fill_decisions (roadmap);
  fill_totals (roadmap);
  fill_draws (roadmap);
  fill_texts (roadmap);
  return roadmap;
}
