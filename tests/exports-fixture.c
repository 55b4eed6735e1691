/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exports-fixture.h"

#include "bf-test-plan.h"

#include <math.h>

#define N_PHASES 3
#define N_DRAWS 400

struct _ExportsFixture
{
  BfRoadmap roadmap;
  BfPlan *plan;
  BfNeeds *needs;
  BfStepSet set;
  GPtrArray *garbage; /* freed with the fixture */
};

static gpointer
keep (ExportsFixture *fixture, gpointer memory)
{
  g_ptr_array_add (fixture->garbage, memory);
  return memory;
}

/* --- The plan --- */

static const char *const systems[][3] = {
  { "ERP-01", "Enterprise planning", "all" },
  { "MES-01", "Chargenführung, Wägen; Dosieren \\ Abfüllen – Linie Süd", "MO" },
  { "SCA-01", "-12 °C cold store [A/B]: tanks * ?", "MO" },
  { "PLC-01", "=HYPERLINK(\"x\")", "AS" },
  { "QMS-01", "@SUM(A1) & <b>\"'quality'\"</b>", "all" },
};

static void
add_plant (BfPlan *plan)
{
  bf_test_add (plan,
               "plant",
               "key",
               "LHC",
               "name",
               "Farben & Lacke / Werk 'Süd'",
               "currency",
               "EUR",
               "profile",
               "pharma_gxp",
               "holidays",
               "Germany, national days only",
               "start",
               "2027-02-01",
               "horizon_years",
               "5",
               "status_date",
               "2027-03-17",
               "prepared_by",
               "Head of Automation",
               NULL);
  bf_test_add (plan, "area", "key", "MO", "name", "Moulding, hall 2", NULL);
  bf_test_add (plan, "area", "key", "AS", "name", "Assembly", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    bf_test_add (plan,
                 "system",
                 "key",
                 systems[i][0],
                 "name",
                 systems[i][1],
                 "area",
                 systems[i][2],
                 "downtime_cost_h",
                 "18000.50",
                 NULL);
  bf_test_add (plan,
               "interface",
               "key",
               "IF-01",
               "source_system",
               "ERP-01",
               "target_system",
               "MES-01",
               "protocol",
               "flat file",
               "pattern",
               "point to point",
               NULL);
}

static void
add_budgets (BfPlan *plan)
{
  static const char *const kinds[] = { "capex", "validation" };

  for (int year = 2027; year <= 2031; year++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        g_autofree char *key = g_strdup_printf ("BG-%d-%s", year, kinds[i]);
        g_autofree char *number = g_strdup_printf ("%d", year);
        g_autofree char *from = g_strdup_printf ("%d-02-01", year);
        g_autofree char *to = g_strdup_printf ("%d-01-31", year + 1);

        bf_test_add (plan,
                     "budget",
                     "key",
                     key,
                     "year",
                     number,
                     "from_day",
                     from,
                     "to_day",
                     to,
                     "kind",
                     kinds[i],
                     "amount",
                     i == 0 ? "900000.00" : "60000.00",
                     "carry_over",
                     "yes",
                     NULL);
      }
}

static void
add_results (BfPlan *plan)
{
  static const char *const rows[][5] = {
    { "SIRI", "SIRI:D1", "Vertical integration", "1", "3" },
    { "SIRI", "SIRI:D7", "Shop floor connectivity", "2", "2" },
    { "SIRI", "SIRI:D10", "Shop floor intelligence", "1", NULL },
    { "ACATECH", "ACATECH:RES.1", "Digital capability", "1.9", "2.6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    bf_test_add (plan,
                 "result",
                 "framework",
                 rows[i][0],
                 "dimension",
                 rows[i][1],
                 "name",
                 rows[i][2],
                 "claimed",
                 rows[i][3],
                 "verified",
                 rows[i][3],
                 "target",
                 rows[i][4],
                 NULL);
}

/* What a meeting approved of one step, as --json wrote it. */
static void
add_baseline (BfPlan *plan)
{
  static const char roadmap[] = "{\"steps\": [{\"id\": \"ST04:site\", \"title\": \"Backup\", "
                                "\"start\": \"2027-06-01\", \"finish\": \"2028-03-15\", "
                                "\"cutovers\": [{\"start\": \"2027-12-04T06:00\"}], "
                                "\"project_cost\": {\"expected\": 170000.25}, "
                                "\"validation_cost\": {\"expected\": 20000.5}}]}";

  bf_test_add (plan,
               "baseline",
               "key",
               "BL-1",
               "name",
               "Steering meeting",
               "approved_on",
               "2027-02-10",
               "roadmap",
               roadmap,
               NULL);
}

/* A shutdown over the turn of a month, and a freeze. */
static void
add_windows (BfPlan *plan)
{
  bf_test_add (plan,
               "window",
               "key",
               "SD-1",
               "kind",
               "shutdown",
               "name",
               "=1+1 Betriebsruhe",
               "start",
               "2027-07-26T06:00",
               "end",
               "2027-08-09T06:00",
               NULL);
  bf_test_add (plan,
               "window",
               "key",
               "FR-1",
               "kind",
               "freeze",
               "name",
               "Year end",
               "start",
               "2027-12-20T00:00",
               "end",
               "2028-01-01T00:00",
               NULL);
}

/* --- The steps --- */

static const char *const titles[] = {
  "Governance and KPI baseline",
  "Backup, restore; disaster recovery \\ of legacy systems",
  "=cmd|'/C calc'!A0",
  "Betriebsdatenerfassung für Großgebinde, Linie Süd, mit einem sehr langen Namen für die Zeile "
  "und Zeichen 漢字漢字漢字漢字漢字漢字漢字漢字漢字",
  "Controllers & panels <line 1>",
  "Archive of what was replaced",
};

static const char *const keys[] = { "ST01:site",   "ST04:site",      "ST18:MES-01",
                                    "ST10:SCA-01", "ST09:AS/PLC-01", "ST38:MO" };

static GArray *
int_array (ExportsFixture *fixture, int first, int count)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = first; i < first + count; i++)
    g_array_append_val (array, i);
  return array;
}

static BfSpread
spread (double expected)
{
  return (BfSpread){ expected, 0.95 * expected, 1.2 * expected, 1.4 * expected };
}

static void
add_activity (BfRoadmapStep *step, BfActivityKind kind, gint64 start, gint64 finish)
{
  BfRoadmapActivity *activity = &step->activities[step->n_activities++];

  activity->kind = kind;
  activity->start = start;
  activity->finish = finish;
}

static void
add_cutover (ExportsFixture *fixture, BfRoadmapStep *step, gint64 day)
{
  BfRoadmapCutover *cutover = &step->cutovers[step->n_cutovers++];
  const char **windows = keep (fixture, g_new0 (const char *, 2));
  const char **areas = keep (fixture, g_new0 (const char *, 2));

  windows[0] = "SD-1";
  areas[0] = "MO";
  cutover->start = bf_day_minute (day) + 6 * 60;
  cutover->finish = cutover->start + 30 * 60;
  cutover->hours = 29.5;
  cutover->placement = BF_PLACEMENT_OPENING;
  cutover->windows = windows;
  cutover->window_name = "Betriebsruhe, Süd; Nord";
  cutover->areas = areas;
  cutover->opening_start = cutover->start;
  cutover->opening_end = cutover->start + 200 * 60;
  add_activity (step, BF_ACTIVITY_CUTOVER, day, day + 1);
}

/* Work of about nine months from @start on. */
static void
add_work (ExportsFixture *fixture, BfRoadmapStep *step, gint64 start, guint n_cutovers)
{
  gint64 at = start + 150;

  step->activities = keep (fixture, g_new0 (BfRoadmapActivity, 9 + n_cutovers));
  step->cutovers = keep (fixture, g_new0 (BfRoadmapCutover, n_cutovers + 1));
  add_activity (step, BF_ACTIVITY_BUILD, start, start + 119);
  add_activity (step, BF_ACTIVITY_OFFLINE, start + 90, start + 139);
  if (n_cutovers > 0)
    add_activity (step, BF_ACTIVITY_BUFFER, start + 140, start + 149);
  for (guint i = 0; i < n_cutovers; i++, at += 14)
    add_cutover (fixture, step, at);
  if (n_cutovers > 0)
    add_activity (step, BF_ACTIVITY_ONLINE, at, at + 40);
  if (n_cutovers > 0)
    add_activity (step, BF_ACTIVITY_PARALLEL, at, at + 60);
  add_activity (step, BF_ACTIVITY_HYPERCARE, at + 61, at + 90);
  step->start = start;
  step->finish = at + 90;
  step->release =
      (BfDaySpread){ step->finish, step->finish + 5, step->finish + 40, step->finish + 90 };
}

static void
add_money (BfRoadmapStep *step, guint i)
{
  double capex = 12345678.0 + 1000003.0 * i;

  step->capex = spread (capex);
  step->opex = spread (floor (0.31 * capex));
  step->validation = spread (i == 0 ? 0 : 2345677.0 + 7.0 * i);
  step->project_cost = spread (step->capex.expected + step->opex.expected);
  step->downtime_cost = spread (step->n_cutovers ? 777777.0 : 0);
  step->downtime_hours = spread (29.5 * step->n_cutovers);
  step->lost_hours = spread (3.25 * step->n_cutovers);
  step->double_running_minor = i == 2 ? 4444441 : 0;
  step->bridges_minor = i == 2 ? 1111111 : 0;
  step->fully_loaded_minor = (gint64) (step->project_cost.expected + step->validation.expected +
                                       step->downtime_cost.expected) +
                             step->double_running_minor + step->bridges_minor;
}

/* Worth @minor at the plant's own rate. */
static BfQualificationLine
qualification_line (const ExportsFixture *fixture, const char *phase, gint64 minor)
{
  gint64 rate = bf_plan_internal_rate_minor (fixture->plan, fixture->roadmap.catalogue);

  return (BfQualificationLine){ .phase = phase,
                                .units = 1,
                                .own_team = -1,
                                .outside_team = -1,
                                .own_share = 1,
                                .person_days = (double) minor / (double) rate,
                                .cost_minor = minor };
}

/* A tenth of the validation before the cutover, the rest after it. */
static GArray *
qualification_lines (const ExportsFixture *fixture, const BfRoadmapStep *step)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (BfQualificationLine));
  gint64 all = (gint64) step->validation.expected;
  BfQualificationLine offline = qualification_line (fixture, "URS", all / 10);
  BfQualificationLine online = qualification_line (fixture, "PQ", all - all / 10);

  offline.offline = TRUE;
  g_array_append_val (lines, offline);
  g_array_append_val (lines, online);
  return lines;
}

static BfStep *
add_step_value (ExportsFixture *fixture, guint i)
{
  BfStep *value = g_new0 (BfStep, 1);

  value->systems = int_array (fixture, (int) (i % G_N_ELEMENTS (systems)), 1);
  value->areas = int_array (fixture, (int) (i % 2), i == 0 ? 0 : 1);
  value->served = int_array (fixture, 2, i == 5 ? 1 : 0);
  g_ptr_array_add (fixture->set.steps, value);
  return value;
}

static void
add_step (ExportsFixture *fixture, guint i, guint n_steps)
{
  static const char *const why[] = { "Gap of SIRI:D1.", "System past support.", NULL };
  static const guint cutovers[] = { 0, 1, 3, 1, 1, 1 };
  BfRoadmapStep *step = &fixture->roadmap.steps[i];
  const char **requires = keep (fixture, g_new0 (const char *, 2));
  gint64 start = bf_test_day ("2027-02-01") + (gint64) (1200 * i / MAX (n_steps, 1));

  step->step = add_step_value (fixture, i);
  step->key = i < G_N_ELEMENTS (keys) ? keys[i] : keep (fixture, g_strdup_printf ("ST21:S%u", i));
  step->title = titles[i % G_N_ELEMENTS (titles)];
  step->short_title = step->title;
  step->phase = (int) (i * N_PHASES / n_steps);
  step->at_gate = TRUE;
  step->strategy = "phased";
  add_work (fixture, step, start, cutovers[i % G_N_ELEMENTS (cutovers)]);
  add_money (step, i);
  ((BfStep *) step->step)->lines = qualification_lines (fixture, step);
  if (i > 0)
    requires[0] = fixture->roadmap.steps[i - 1].key;
  step->requires = requires;
  step->why = why;
  step->held_by =
      "Waits for the window “Betriebsruhe, Süd; Nord”; the one before was 12 h too short.";
  step->criticality = 0.25;
}

/* --- The roadmap --- */

/* What a plan has that no roadmap can be made for: no phases, no money, no draws. */
static void
leave_empty (BfRoadmap *roadmap)
{
  static const char *const problems[] = { "Nothing fits: a team has no room before the horizon." };

  roadmap->feasible = roadmap->checked = FALSE;
  roadmap->problems = problems;
  roadmap->n_problems = G_N_ELEMENTS (problems);
}

static void
add_phases (ExportsFixture *fixture)
{
  static const char *const names[N_PHASES] = { "Prepare", "Secure and see", "Optimise & retire" };
  static const char *const ids[N_PHASES] = { "1", "2", "3" };
  BfRoadmap *roadmap = &fixture->roadmap;

  roadmap->n_phases = N_PHASES;
  roadmap->phases = keep (fixture, g_new0 (BfRoadmapPhase, N_PHASES));
  for (int i = 0; i < N_PHASES; i++)
    {
      BfRoadmapPhase *phase = &roadmap->phases[i];

      phase->position = i;
      phase->id = ids[i];
      phase->name = names[i];
      phase->gate = i == 2 ? BF_BLANK : bf_test_day (i == 0 ? "2027-08-13" : "2029-02-28");
      phase->maturity = keep (fixture, g_new0 (double, roadmap->needs->n_levels));
      for (guint k = 0; k < roadmap->needs->n_levels; k++)
        phase->maturity[k] = roadmap->needs->levels[k].counted + 0.5 * (i + 1);
    }
}

static void
add_periods (ExportsFixture *fixture)
{
  BfRoadmap *roadmap = &fixture->roadmap;

  roadmap->n_periods = bf_plan_count (fixture->plan, BF_BUDGET);
  roadmap->periods = keep (fixture, g_new0 (BfRoadmapPeriod, roadmap->n_periods));
  for (guint i = 0; i < roadmap->n_periods; i++)
    {
      roadmap->periods[i].budget = (int) i;
      roadmap->periods[i].carried_in_minor = i < 2 ? 0 : 123456;
      roadmap->periods[i].available_minor = BF_ROW (fixture->plan, BUDGET, BfBudget, i)->amount +
                                            roadmap->periods[i].carried_in_minor;
    }
}

static void
add_totals (BfRoadmap *roadmap)
{
  double full = 0, capex = 0, opex = 0, validation = 0, downtime = 0, twice = 0, bridges = 0;
  double hours = 0, lost = 0;
  gint64 finish = 0;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];

      full += (double) step->fully_loaded_minor;
      capex += step->capex.expected;
      opex += step->opex.expected;
      validation += step->validation.expected;
      downtime += step->downtime_cost.expected;
      twice += (double) step->double_running_minor;
      bridges += (double) step->bridges_minor;
      hours += step->downtime_hours.expected;
      lost += step->lost_hours.expected;
      finish = MAX (finish, step->finish);
    }
  roadmap->project_cost = spread (capex + opex);
  roadmap->capex = spread (capex);
  roadmap->opex = spread (opex);
  roadmap->validation_cost = spread (validation);
  roadmap->downtime_cost = spread (downtime);
  roadmap->double_running = spread (twice);
  roadmap->bridges = spread (bridges);
  roadmap->fully_loaded = spread (full);
  roadmap->downtime_hours = spread (hours);
  roadmap->lost_hours = spread (lost);
  roadmap->finish = (BfDaySpread){ finish, finish + 8, finish + 40, finish + 160 };
}

static void
add_draws (ExportsFixture *fixture)
{
  BfRoadmap *roadmap = &fixture->roadmap;
  gint64 *finish = keep (fixture, g_new0 (gint64, N_DRAWS));
  double *cost = keep (fixture, g_new0 (double, N_DRAWS));
  double *hours = keep (fixture, g_new0 (double, N_DRAWS));

  for (int i = 0; i < N_DRAWS; i++)
    {
      int turned = i * 37 % N_DRAWS;

      finish[i] = roadmap->finish.planned - 20 + turned / 10 + (turned > 330 ? 120 : 0);
      cost[i] = roadmap->fully_loaded.expected * (0.8 + turned / 800.0);
      hours[i] = roadmap->lost_hours.expected * (0.5 + turned / 300.0);
    }
  roadmap->draws = (BfDraws){ N_DRAWS, finish, cost, hours };
}

static void
add_texts (ExportsFixture *fixture)
{
  static BfRoadmapRisk risks[] = {
    { "Controllers & panels miss the summer shutdown of 2028",
      "+22 wk, past 31 Dec 2029",
      0.18,
      0,
      3 },
    { "=1+1 overruns its stop", "up to 31 h at 14.5 k€ an hour", 0.3, 0, 1 },
  };
  static BfRoadmapDecision decisions[] = {
    { 20800, "Gate 1, “Prepare”", "Two steps have to be released before it.", 0 },
  };
  static const BfAssumption assumptions[] = {
    { "No team is named", "unbounded, at the plant's day rates", "planning rules, missing input" },
    { "=WEBSERVICE(\"http://example.invalid\")", "-1", "a value that looks like a formula" },
  };
  static const BfUnmet unmet[] = { { BF_NEED_GAP, "SIRI:D10", "No step lifts it." } };
  static const char *const problems[] = { "The budget of 2027 has no opex." };
  BfRoadmap *roadmap = &fixture->roadmap;

  roadmap->risks = risks;
  roadmap->n_risks = G_N_ELEMENTS (risks);
  roadmap->decisions = decisions;
  roadmap->n_decisions = G_N_ELEMENTS (decisions);
  roadmap->assumptions = assumptions;
  roadmap->n_assumptions = G_N_ELEMENTS (assumptions);
  roadmap->unmet = unmet;
  roadmap->n_unmet = G_N_ELEMENTS (unmet);
  roadmap->problems = problems;
  roadmap->n_problems = G_N_ELEMENTS (problems);
}

ExportsFixture *
exports_fixture_new (guint n_steps)
{
  ExportsFixture *fixture = g_new0 (ExportsFixture, 1);
  BfRoadmap *roadmap = &fixture->roadmap;

  fixture->garbage = g_ptr_array_new_with_free_func (g_free);
  fixture->set.steps = g_ptr_array_new ();
  fixture->plan = bf_plan_new ();
  add_plant (fixture->plan);
  add_budgets (fixture->plan);
  add_results (fixture->plan);
  add_baseline (fixture->plan);
  add_windows (fixture->plan);
  bf_plan_seal (fixture->plan);
  fixture->needs = bf_needs_compute (fixture->plan, bf_catalogue_get ());
  roadmap->options = (BfRoadmapOptions){ .seed = 1, .draws = N_DRAWS };
  roadmap->plan = fixture->plan;
  roadmap->catalogue = bf_catalogue_get ();
  roadmap->needs = fixture->needs;
  fixture->set.plan = fixture->plan;
  fixture->set.catalogue = roadmap->catalogue;
  fixture->set.needs = fixture->needs;
  roadmap->set = &fixture->set;
  roadmap->calendar = bf_calendar_new (fixture->plan, roadmap->catalogue);
  roadmap->feasible = roadmap->checked = TRUE;
  roadmap->n_steps = n_steps;
  roadmap->steps = keep (fixture, g_new0 (BfRoadmapStep, n_steps));
  if (n_steps == 0)
    {
      leave_empty (roadmap);
      return fixture;
    }
  for (guint i = 0; i < n_steps; i++)
    add_step (fixture, i, n_steps);
  add_phases (fixture);
  add_periods (fixture);
  add_totals (roadmap);
  add_draws (fixture);
  add_texts (fixture);
  return fixture;
}

static void
free_step (BfStep *step)
{
  g_array_unref (step->systems);
  g_array_unref (step->areas);
  g_array_unref (step->served);
  g_array_unref (step->lines);
  g_free (step);
}

void
exports_fixture_free (ExportsFixture *fixture)
{
  g_ptr_array_foreach (fixture->set.steps, (GFunc) (gpointer) free_step, NULL);
  g_ptr_array_unref (fixture->set.steps);
  bf_calendar_free ((BfCalendar *) fixture->roadmap.calendar);
  bf_needs_free (fixture->needs);
  bf_plan_unref (fixture->plan);
  g_ptr_array_unref (fixture->garbage);
  g_free (fixture);
}

BfRoadmap *
exports_fixture_roadmap (ExportsFixture *fixture)
{
  return &fixture->roadmap;
}
