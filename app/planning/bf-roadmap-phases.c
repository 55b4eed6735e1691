/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The phases that have steps: dates, gate, money, and the plant after each.
 *
 * The plant after a phase is the one in which the steps of this phase and of those before it are
 * released, on the day of the last of them. The gate is the last release that a step of the next
 * phase requires; where it requires none, the last release of the phase, decommissions apart. */

#include "bf-roadmap-compute.h"

#include "bf-network.h"
#include "bf-roadmap-on-day.h"

static const char *
phase_name (const BfComputing *computing, int phase)
{
  const char *const *names = bf_catalogue_phase_names (computing->catalogue);

  for (guint i = 0; i < bf_plan_count (computing->plan, BF_PHASE); i++)
    {
      const BfPhase *row = BF_ROW (computing->plan, PHASE, BfPhase, i);

      if (row->position == phase + 1 && row->name)
        return row->name;
    }
  for (int i = 0; names[i]; i++)
    if (i == phase)
      return names[i];
  return bf_roadmap_printf (computing->roadmap, "%d", phase + 1);
}

static void
add_step (BfRoadmapPhase *phase, const BfRoadmapStep *step)
{
  phase->start = phase->n_steps ? MIN (phase->start, step->start) : step->start;
  phase->finish = phase->n_steps ? MAX (phase->finish, step->finish) : step->finish;
  phase->n_steps++;
  phase->project_cost_minor += (gint64) step->project_cost.expected;
  phase->validation_cost_minor += (gint64) step->validation.expected;
  phase->downtime_hours += step->downtime_hours.expected;
}

static void
draw_phase (BfRoadmapPhase *phase, const BfPhaseRisk *risk)
{
  phase->release = risk->release;
  phase->project_cost = risk->project_cost;
  phase->validation_cost = risk->validation;
  phase->downtime_cost = risk->downtime_cost;
  phase->lost_hours = risk->lost_hours;
  phase->stopped_hours = risk->downtime_hours;
}

/* Numbers the phases that have steps; steps stand by phase already. */
static void
fill_list (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  int before = -1;

  roadmap->phases = bf_roadmap_array (roadmap, BfRoadmapPhase, roadmap->n_steps);
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      BfRoadmapStep *step = &roadmap->steps[i];
      int own = step->step->phase;

      if (own != before)
        {
          BfRoadmapPhase *phase = &roadmap->phases[roadmap->n_phases];

          phase->position = (int) roadmap->n_phases++;
          phase->id = bf_roadmap_printf (roadmap, "%d", own + 1);
          phase->name = phase_name (computing, own);
          phase->gate = BF_BLANK;
          draw_phase (phase, &computing->risk->phases[own]);
          before = own;
        }
      step->phase = (int) roadmap->n_phases - 1;
      add_step (&roadmap->phases[step->phase], step);
    }
}

/* --- Gates --- */

/* Nothing of the next phase waits for this one. */
static void
fill_open_gate (const BfRoadmap *roadmap, BfRoadmapPhase *phase)
{
  for (guint i = 0; i < roadmap->n_steps && !phase->holds; i++)
    if (roadmap->steps[i].phase == phase->position && !roadmap->steps[i].step->decommissions)
      phase->gate = MAX (phase->gate, roadmap->steps[i].finish);
  if (phase->gate == BF_BLANK)
    phase->gate = phase->finish;
}

static void
fill_gates (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;

  for (guint i = 0; i < computing->network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (computing->network->edges, BfEdge, i);
      int before = g_array_index (computing->network->activities, BfActivity, edge->before).step;
      const BfRoadmapStep *step = &roadmap->steps[computing->position[before]];

      if (edge->gate < 0)
        continue;
      roadmap->phases[step->phase].holds = TRUE;
      roadmap->phases[step->phase].gate = MAX (roadmap->phases[step->phase].gate, step->finish);
    }
  for (guint i = 0; i < roadmap->n_phases; i++)
    fill_open_gate (roadmap, &roadmap->phases[i]);
  /* A gate that holds nothing never stands behind the next one: the meeting passes it before. */
  for (guint i = roadmap->n_phases; i-- > 1;)
    if (!roadmap->phases[i - 1].holds)
      roadmap->phases[i - 1].gate = MIN (roadmap->phases[i - 1].gate, roadmap->phases[i].gate);
}

/* --- The plant after a phase --- */

/* Marks the steps of the phases up to @phase and gives the day of their last release. */
static gint64
mark_released (const BfComputing *computing, int phase, gboolean *released)
{
  const BfRoadmap *roadmap = computing->roadmap;
  gint64 day = BF_BLANK;

  for (guint s = 0; s < computing->set->steps->len; s++)
    {
      const BfRoadmapStep *step = &roadmap->steps[computing->position[s]];

      released[s] = step->phase <= phase;
      if (released[s])
        day = MAX (day, step->finish);
    }
  return day;
}

static void
fill_plant (BfComputing *computing, BfRoadmapPhase *phase)
{
  BfRoadmap *roadmap = computing->roadmap;
  g_autofree gboolean *released = g_new0 (gboolean, computing->set->steps->len + 1);
  gint64 day = mark_released (computing, phase->position, released);
  g_autoptr (BfPlantDay) plant = bf_plant_day_new (roadmap, released, day);

  phase->maturity = bf_roadmap_array (roadmap, double, roadmap->needs->n_levels);
  for (guint i = 0; i < roadmap->needs->n_levels; i++)
    phase->maturity[i] = plant->maturity[i];
  phase->systems_live = plant->systems_live;
  phase->systems_retired = plant->systems_retired;
  phase->systems_unsupported = plant->systems_unsupported;
  phase->interfaces = plant->interfaces;
  phase->debt = plant->debt;
}

void
bf_roadmap_add_phases (BfComputing *computing)
{
  fill_list (computing);
  fill_gates (computing);
  for (guint i = 0; i < computing->roadmap->n_phases; i++)
    fill_plant (computing, &computing->roadmap->phases[i]);
}
