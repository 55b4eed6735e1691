/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-json-risk.h"

static void
write_days (BfJsonWriter *writer, const char *name, const BfDaySpread *spread)
{
  bf_json_object (writer, name);
  bf_json_day (writer, "planned", spread->planned);
  bf_json_day (writer, "p10", spread->p10);
  bf_json_day (writer, "p50", spread->p50);
  bf_json_day (writer, "p80", spread->p80);
  bf_json_day (writer, "p90", spread->p90);
  bf_json_end (writer);
}

/* Percentiles of anything, over @unit. */
static void
write_spread (BfJsonWriter *writer, const char *name, const BfSpread *spread, double unit)
{
  bf_json_object (writer, name);
  bf_json_number (writer, "mean", spread->expected / unit, 2);
  bf_json_number (writer, "p10", spread->p10 / unit, 2);
  bf_json_number (writer, "p50", spread->p50 / unit, 2);
  bf_json_number (writer, "p80", spread->p80 / unit, 2);
  bf_json_number (writer, "p90", spread->p90 / unit, 2);
  bf_json_end (writer);
}

static void
write_swing (BfJsonWriter *writer, const char *name, const BfSwing *swing, double unit)
{
  bf_json_object (writer, name);
  bf_json_number (writer, "low", swing->low / unit, 2);
  bf_json_number (writer, "high", swing->high / unit, 2);
  bf_json_end (writer);
}

/* --- The whole --- */

/* What is missing from the plan to P80. */
static void
write_contingency (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  bf_json_object (writer, "contingency_to_p80");
  bf_json_count (writer, "days", roadmap->finish.p80 - roadmap->finish.planned);
  bf_json_money (writer, "cost", bf_roadmap_contingency_minor (roadmap));
  bf_json_number (writer, "lost_hours", roadmap->lost_hours.p80 - roadmap->lost_hours.expected, 2);
  bf_json_end (writer);
}

static void
write_joint (BfJsonWriter *writer, const BfRoadmap *roadmap, gint64 day, double minor)
{
  bf_json_object (writer, NULL);
  bf_json_day (writer, "finish", day);
  bf_json_money (writer, "cost", minor);
  bf_json_number (writer, "share", bf_roadmap_confidence (roadmap, day, minor), 4);
  bf_json_end (writer);
}

/* Draws that keep both the date and the cost, for pairs of percentiles and for the plan. */
static void
write_joints (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  const BfDaySpread *finish = &roadmap->finish;
  const BfSpread *cost = &roadmap->fully_loaded;

  bf_json_list (writer, "joint");
  if (roadmap->draws.n_draws)
    {
      write_joint (writer, roadmap, finish->planned, cost->expected);
      write_joint (writer, roadmap, finish->p50, cost->p50);
      write_joint (writer, roadmap, finish->p80, cost->p80);
      write_joint (writer, roadmap, finish->p90, cost->p90);
    }
  bf_json_end (writer);
}

void
bf_json_risk (BfJsonWriter *writer, const BfRoadmap *roadmap)
{
  bf_json_object (writer, "risk");
  bf_json_count (writer, "draws", roadmap->draws.n_draws);
  bf_json_count (writer, "seed", (gint64) roadmap->options.seed);
  bf_json_flag (writer, "tail", roadmap->options.tail);
  write_days (writer, "finish", &roadmap->finish);
  write_spread (writer, "finish_error_days", &roadmap->finish_error, 1);
  write_spread (writer, "fully_loaded_cost", &roadmap->fully_loaded, BF_MINOR_PER_UNIT);
  write_spread (writer, "fully_loaded_error", &roadmap->fully_loaded_error, BF_MINOR_PER_UNIT);
  write_spread (writer, "lost_hours", &roadmap->lost_hours, 1);
  write_spread (writer, "lost_hours_error", &roadmap->lost_hours_error, 1);
  bf_json_number (writer, "beyond_horizon", roadmap->beyond_horizon, 4);
  write_contingency (writer, roadmap);
  write_joints (writer, roadmap);
  bf_json_end (writer);
}

/* --- Parts --- */

void
bf_json_phase_risk (BfJsonWriter *writer, const BfRoadmapPhase *phase)
{
  bf_json_object (writer, "risk");
  write_days (writer, "release", &phase->release);
  write_spread (writer, "project_cost", &phase->project_cost, BF_MINOR_PER_UNIT);
  write_spread (writer, "validation_cost", &phase->validation_cost, BF_MINOR_PER_UNIT);
  write_spread (writer, "downtime_cost", &phase->downtime_cost, BF_MINOR_PER_UNIT);
  write_spread (writer, "downtime_hours", &phase->stopped_hours, 1);
  write_spread (writer, "lost_hours", &phase->lost_hours, 1);
  bf_json_end (writer);
}

void
bf_json_step_risk (BfJsonWriter *writer, const BfRoadmapStep *step)
{
  bf_json_object (writer, "risk");
  write_days (writer, "release", &step->release);
  write_spread (writer, "capex", &step->capex, BF_MINOR_PER_UNIT);
  write_spread (writer, "opex", &step->opex, BF_MINOR_PER_UNIT);
  bf_json_number (writer, "criticality", step->criticality, 4);
  bf_json_number (writer, "miss_chance", step->miss_chance, 4);
  bf_json_number (writer, "trouble_chance", step->trouble_chance, 4);
  write_swing (writer, "finish_swing_days", &step->finish_swing, 1);
  write_swing (writer, "missed_swing_days", &step->missed_swing, 1);
  write_swing (writer, "cost_swing", &step->cost_swing, BF_MINOR_PER_UNIT);
  write_swing (writer, "trouble_swing_hours", &step->trouble_swing, 1);
  bf_json_end (writer);
}
