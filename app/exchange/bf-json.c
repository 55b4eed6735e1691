/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-json.h"

#include "bf-json-risk.h"
#include "bf-plan-defaults.h"
#include "bf-roadmap-bound.h"

#include <math.h>

/* --- Spreads --- */

static void
write_money_spread (BfJsonWriter *writer, const char *name, const BfSpread *spread)
{
  bf_json_object (writer, name);
  bf_json_money (writer, "expected", spread->expected);
  bf_json_money (writer, "p50", spread->p50);
  bf_json_money (writer, "p80", spread->p80);
  bf_json_money (writer, "p90", spread->p90);
  bf_json_money (writer, "p10", spread->p10);
  bf_json_end (writer);
}

static void
write_hours_spread (BfJsonWriter *writer, const char *name, const BfSpread *spread)
{
  bf_json_object (writer, name);
  bf_json_number (writer, "expected", spread->expected, 2);
  bf_json_number (writer, "p50", spread->p50, 2);
  bf_json_number (writer, "p80", spread->p80, 2);
  bf_json_number (writer, "p90", spread->p90, 2);
  bf_json_number (writer, "p10", spread->p10, 2);
  bf_json_end (writer);
}

static void
write_day_spread (BfJsonWriter *writer, const BfDaySpread *spread)
{
  bf_json_day (writer, "planned", spread->planned);
  bf_json_day (writer, "p50", spread->p50);
  bf_json_day (writer, "p80", spread->p80);
  bf_json_day (writer, "p90", spread->p90);
}

/* --- Plan, options, totals --- */

static const char *
choice_id (BfRecordKind kind, const char *column, int value)
{
  return value < 0 ? NULL : bf_record_field (bf_record (kind), column)->choices[value].id;
}

static void
write_plan (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);

  bf_json_object (writer, "plan");
  bf_json_text (writer, "name", plant ? plant->name : NULL);
  bf_json_text (
      writer, "profile", choice_id (BF_PLANT, "profile", bf_plan_profile (roadmap->plan)));
  bf_json_text (writer, "currency", plant && plant->currency ? plant->currency : "EUR");
  bf_json_day (writer, "start", bf_plan_start (roadmap->plan));
  bf_json_day (writer, "horizon_end", bf_plan_horizon_end (roadmap->plan));
  bf_json_end (writer);
}

static void
write_options (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  bf_json_object (writer, "options");
  bf_json_count (writer, "seed", (gint64) roadmap->options.seed);
  bf_json_count (writer, "draws", roadmap->options.draws);
  bf_json_text (
      writer, "objective", choice_id (BF_SCENARIO, "objective", roadmap->options.objective));
  bf_json_text (writer, "scenario", roadmap->options.scenario);
  bf_json_flag (writer, "tail", roadmap->options.tail);
  bf_json_flag (writer, "buffer", !roadmap->options.no_buffer);
  bf_json_end (writer);
}

static void
write_worth (BfJsonWriter *writer, const BfWorth *worth)
{
  bf_json_object (writer, "worth");
  bf_json_money (writer, "do_nothing_loss", worth->do_nothing_loss);
  bf_json_money (writer, "avoided_loss", worth->avoided_loss);
  bf_json_money (writer, "benefit", worth->benefit);
  if (isnan (worth->npv))
    bf_json_text (writer, "npv", NULL);
  else
    bf_json_money (writer, "npv", worth->npv);
  bf_json_day (writer, "payback", worth->payback);
  bf_json_number (writer, "discount_rate", worth->discount_rate, 4);
  bf_json_end (writer);
}

static void
write_totals (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  bf_json_object (writer, "totals");
  write_money_spread (writer, "project_cost", &roadmap->project_cost);
  write_money_spread (writer, "capex", &roadmap->capex);
  write_money_spread (writer, "opex", &roadmap->opex);
  write_money_spread (writer, "validation_cost", &roadmap->validation_cost);
  write_hours_spread (writer, "downtime_hours", &roadmap->downtime_hours);
  write_hours_spread (writer, "lost_hours", &roadmap->lost_hours);
  write_money_spread (writer, "downtime_cost", &roadmap->downtime_cost);
  write_money_spread (writer, "double_running", &roadmap->double_running);
  write_money_spread (writer, "bridges", &roadmap->bridges);
  write_money_spread (writer, "fully_loaded_cost", &roadmap->fully_loaded);
  write_worth (writer, &roadmap->worth);
  bf_json_object (writer, "finish");
  write_day_spread (writer, &roadmap->finish);
  bf_json_number (writer, "beyond_horizon", roadmap->beyond_horizon, 4);
  bf_json_day (writer, "without_decommission", roadmap->finish_without_decommission);
  bf_json_end (writer);
  bf_json_end (writer);
}

/* --- Phases --- */

static void
write_maturity (BfJsonWriter *writer, const BfRoadmap *roadmap, const BfRoadmapPhase *phase)
{
  bf_json_object (writer, "maturity");
  for (guint i = 0; phase->maturity && i < roadmap->needs->n_levels; i++)
    bf_json_number (writer, roadmap->needs->levels[i].dimension, phase->maturity[i], 1);
  bf_json_end (writer);
}

static void
write_after (BfJsonWriter *writer, const BfRoadmapPhase *phase)
{
  bf_json_object (writer, "after");
  bf_json_day (writer, "day", phase->after);
  bf_json_count (writer, "systems_live", phase->systems_live);
  bf_json_count (writer, "systems_unsupported", phase->systems_unsupported);
  bf_json_count (writer, "systems_retired", phase->systems_retired);
  bf_json_count (writer, "interfaces", phase->interfaces);
  bf_json_number (writer, "debt", phase->debt, 1);
  bf_json_money (writer, "spent", (double) phase->spent_minor);
  bf_json_number (writer, "stopped_hours", phase->stopped_until, 2);
  bf_json_number (writer, "lost_hours", phase->lost_until, 2);
  bf_json_end (writer);
}

static void
write_phase (BfJsonWriter *writer, const BfRoadmap *roadmap, const BfRoadmapPhase *phase)
{
  bf_json_object (writer, NULL);
  bf_json_text (writer, "id", phase->id);
  bf_json_text (writer, "name", phase->name);
  bf_json_day (writer, "gate", phase->gate);
  bf_json_day (writer, "start", phase->start);
  bf_json_day (writer, "finish", phase->finish);
  bf_json_money (writer, "project_cost", (double) phase->project_cost_minor);
  bf_json_money (writer, "validation_cost", (double) phase->validation_cost_minor);
  bf_json_number (writer, "downtime_hours", phase->downtime_hours, 2);
  write_maturity (writer, roadmap, phase);
  write_after (writer, phase);
  bf_json_phase_risk (writer, phase);
  bf_json_end (writer);
}

/* --- Steps --- */

static void
write_scope (BfJsonWriter *writer, const BfStep *step)
{
  static const char *const kinds[] = { "site", "area", "line", "system" };

  bf_json_object (writer, "scope");
  bf_json_text (writer, "kind", kinds[step->scope]);
  bf_json_texts (writer, "ids", step->scope_ids);
  bf_json_end (writer);
}

static void
write_systems (BfJsonWriter *writer, const BfRoadmap *roadmap, const BfStep *step)
{
  bf_json_list (writer, "systems");
  for (guint i = 0; i < step->systems->len; i++)
    {
      guint system = (guint) g_array_index (step->systems, int, i);

      bf_json_text (writer, NULL, BF_ROW (roadmap->plan, SYSTEM, BfSystem, system)->row.key);
    }
  bf_json_end (writer);
}

static void
write_cutover (BfJsonWriter *writer, const BfRoadmapCutover *cutover)
{
  static const char *const placements[] = { "no stop", "bearable stop", "opening" };

  bf_json_object (writer, NULL);
  bf_json_minute (writer, "start", cutover->start);
  bf_json_minute (writer, "finish", cutover->finish);
  bf_json_number (writer, "hours", cutover->hours, 2);
  bf_json_text (writer, "placement", placements[cutover->placement]);
  bf_json_texts (writer, "windows", cutover->windows);
  bf_json_texts (writer, "areas", cutover->areas);
  bf_json_count (writer, "part", cutover->part);
  bf_json_number (writer, "miss_chance", cutover->miss_chance, 4);
  bf_json_count (writer, "margin_days", cutover->margin_days);
  bf_json_count (writer, "delay_if_missed_days", cutover->delay_if_missed_days);
  bf_json_number (writer, "mean_delay_days", cutover->mean_delay_days, 1);
  bf_json_end (writer);
}

static const char *
team_key (const BfRoadmap *roadmap, int team)
{
  return team < 0 ? NULL : BF_ROW (roadmap->plan, TEAM, BfTeam, (guint) team)->row.key;
}

static void
write_activity (BfJsonWriter *writer, const BfRoadmap *roadmap, const BfRoadmapActivity *activity)
{
  bf_json_object (writer, NULL);
  bf_json_text (writer, "kind", bf_activity_kind_id (activity->kind));
  bf_json_day (writer, "start", activity->start);
  bf_json_day (writer, "finish", activity->finish);
  bf_json_list (writer, "loads");
  for (guint i = 0; i < activity->n_loads; i++)
    {
      bf_json_object (writer, NULL);
      bf_json_text (writer, "team", team_key (roadmap, activity->loads[i].team));
      bf_json_number (writer, "person_days", activity->loads[i].person_days, 2);
      bf_json_end (writer);
    }
  bf_json_end (writer);
  bf_json_text (writer, "held_by", activity->held_by);
  bf_json_count (writer, "part", activity->part);
  bf_json_end (writer);
}

static void
write_qualification (BfJsonWriter *writer, const BfRoadmapQualification *line)
{
  bf_json_object (writer, NULL);
  bf_json_text (writer, "phase", line->phase);
  bf_json_number (writer, "units", line->units, 0);
  bf_json_number (writer, "weeks", line->weeks, 2);
  bf_json_number (writer, "person_days", line->person_days, 2);
  bf_json_money (writer, "cost", (double) line->cost_minor);
  bf_json_end (writer);
}

static void
write_step_dates (BfJsonWriter *writer, const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  bf_json_text (writer, "strategy", step->strategy);
  bf_json_day (writer, "start", step->start);
  bf_json_day (writer, "finish", step->finish);
  bf_json_list (writer, "cutovers");
  for (guint i = 0; i < step->n_cutovers; i++)
    write_cutover (writer, &step->cutovers[i]);
  bf_json_end (writer);
  bf_json_list (writer, "activities");
  for (guint i = 0; i < step->n_activities; i++)
    write_activity (writer, roadmap, &step->activities[i]);
  bf_json_end (writer);
}

static void
write_step_money (BfJsonWriter *writer, const BfRoadmapStep *step)
{
  write_money_spread (writer, "project_cost", &step->project_cost);
  write_money_spread (writer, "validation_cost", &step->validation);
  write_hours_spread (writer, "downtime_hours", &step->downtime_hours);
  write_hours_spread (writer, "lost_hours", &step->lost_hours);
  write_money_spread (writer, "downtime_cost", &step->downtime_cost);
  bf_json_count (writer, "quarantine_weeks", step->quarantine_weeks);
  bf_json_number (writer, "interim_hours", step->interim_hours, 2);
  bf_json_list (writer, "qualification");
  for (guint i = 0; i < step->n_qualification; i++)
    write_qualification (writer, &step->qualification[i]);
  bf_json_end (writer);
}

static void
write_step (BfJsonWriter *writer, const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  bf_json_object (writer, NULL);
  bf_json_text (writer, "id", step->key);
  bf_json_text (writer, "archetype", step->step->archetype->id);
  bf_json_text (writer, "title", step->title);
  bf_json_text (writer, "phase", roadmap->phases[step->phase].id);
  if (step->step->lowered_because)
    bf_json_text (writer, "phase_lowered", step->step->lowered_because);
  write_scope (writer, step->step);
  write_systems (writer, roadmap, step->step);
  write_step_dates (writer, roadmap, step);
  write_step_money (writer, step);
  bf_json_texts (writer, "requires", step->requires);
  bf_json_texts (writer, "why", step->why);
  bf_json_text (writer, "held_by", step->held_by);
  bf_json_step_risk (writer, step);
  bf_json_end (writer);
}

/* --- The rest --- */

static void
write_period (BfJsonWriter *writer, const BfRoadmap *roadmap, const BfRoadmapPeriod *period)
{
  const BfBudget *budget = BF_ROW (roadmap->plan, BUDGET, BfBudget, (guint) period->budget);

  bf_json_object (writer, NULL);
  bf_json_text (writer, "kind", choice_id (BF_BUDGET, "kind", budget->kind));
  bf_json_day (writer, "from", budget->from_day);
  bf_json_day (writer, "to", budget->to_day);
  bf_json_money (writer, "budget", (double) budget->amount);
  bf_json_money (writer, "carried_in", (double) period->carried_in_minor);
  bf_json_money (writer, "planned", (double) period->planned_minor);
  bf_json_end (writer);
}

static void
write_unmet (BfJsonWriter *writer, const BfUnmet *unmet)
{
  static const char *const kinds[] = { "dimension", "system", "interface", "step" };

  bf_json_object (writer, NULL);
  bf_json_text (writer, kinds[unmet->kind], unmet->key);
  bf_json_text (writer, "why", unmet->why);
  bf_json_end (writer);
}

static void
write_assumption (BfJsonWriter *writer, const BfAssumption *assumption)
{
  bf_json_object (writer, NULL);
  bf_json_text (writer, "what", assumption->what);
  bf_json_text (writer, "value", assumption->value);
  bf_json_text (writer, "basis", assumption->basis);
  bf_json_end (writer);
}

static void
write_order (BfJsonWriter *writer, const BfRoadmapOrder *order)
{
  bf_json_object (writer, NULL);
  bf_json_text (writer, "before", order->before);
  bf_json_text (writer, "after", order->after);
  if (order->horizon_wanted != BF_BLANK)
    {
      bf_json_number (writer, "beyond_with", order->with, 4);
      bf_json_number (writer, "beyond_without", order->without, 4);
      bf_json_day (writer, "horizon_wanted", order->horizon_wanted);
    }
  bf_json_end (writer);
}

static void
write_problems (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  bf_json_list (writer, "problems");
  for (guint i = 0; i < roadmap->n_problems; i++)
    bf_json_text (writer, NULL, roadmap->problems[i]);
  bf_json_end (writer);
}

static void
write_lists (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  bf_json_list (writer, "phases");
  for (guint i = 0; i < roadmap->n_phases; i++)
    write_phase (writer, roadmap, &roadmap->phases[i]);
  bf_json_end (writer);
  bf_json_list (writer, "steps");
  for (guint i = 0; i < roadmap->n_steps; i++)
    write_step (writer, roadmap, &roadmap->steps[i]);
  bf_json_end (writer);
  bf_json_list (writer, "periods");
  for (guint i = 0; i < roadmap->n_periods; i++)
    write_period (writer, roadmap, &roadmap->periods[i]);
  bf_json_end (writer);
  bf_json_list (writer, "unmet");
  for (guint i = 0; i < roadmap->n_unmet; i++)
    write_unmet (writer, &roadmap->unmet[i]);
  bf_json_end (writer);
  bf_json_list (writer, "orders_given_up");
  for (guint i = 0; i < roadmap->n_orders; i++)
    write_order (writer, &roadmap->orders[i]);
  bf_json_end (writer);
  bf_json_list (writer, "assumptions");
  for (guint i = 0; i < roadmap->n_assumptions; i++)
    write_assumption (writer, &roadmap->assumptions[i]);
  bf_json_end (writer);
}

static void
write_bound (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  double gap = bf_roadmap_gap (roadmap);

  if (isnan (gap))
    return;
  if (roadmap->options.objective == BF_OBJECTIVE_FINISH)
    bf_json_day (writer, "bound", (gint64) roadmap->bound);
  else
    bf_json_money (writer, "bound", roadmap->bound);
  bf_json_number (writer, "gap", gap, 4);
}

char *
bf_roadmap_to_json (const BfRoadmap *roadmap)
{
  BfJsonWriter *writer = bf_json_writer_new ();

  bf_json_object (writer, NULL);
  write_plan (writer, roadmap);
  write_options (writer, roadmap);
  bf_json_flag (writer, "feasible", roadmap->feasible);
  bf_json_flag (writer, "checked", roadmap->checked);
  write_bound (writer, roadmap);
  write_totals (writer, roadmap);
  bf_json_risk (writer, roadmap);
  write_lists (writer, roadmap);
  write_problems (writer, roadmap);
  bf_json_end (writer);
  return bf_json_writer_finish (writer);
}
