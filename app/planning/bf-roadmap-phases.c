/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The phases that have steps: dates, gate, money, and the plant after each.
 *
 * The plant after a phase is the one in which the steps of this phase and of those before it are
 * released, on the day of the last of them. The gate is the last release of the phase that a step
 * of the next phase requires; where it requires none, and after the last phase, there is no gate.
 * Money and hours after a phase are those of all steps until that day.
 */

#include "bf-roadmap-compute.h"

#include "bf-network.h"
#include "bf-phases.h"
#include "bf-roadmap-on-day.h"

#include <glib/gi18n-lib.h>

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
          phase->index = own;
          phase->id =
              bf_roadmap_printf (roadmap, "%d", bf_phases_number (computing->plan, (guint) own));
          phase->name = bf_phases_name (computing->plan, computing->catalogue, (guint) own);
          phase->gate = BF_BLANK;
          draw_phase (phase, &computing->risk->phases[own]);
          before = own;
        }
      step->phase = (int) roadmap->n_phases - 1;
      add_step (&roadmap->phases[step->phase], step);
    }
}

/* --- Gates --- */

static void
fill_gates (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;

  for (guint s = 0; s < computing->set->steps->len; s++)
    {
      BfRoadmapStep *step = &roadmap->steps[computing->position[s]];
      BfRoadmapPhase *phase = &roadmap->phases[step->phase];

      step->at_gate = bf_network_gate_waits_for (computing->set, s);
      if (step->at_gate)
        phase->gate = MAX (phase->gate, step->finish);
    }
  for (guint i = 0; i < computing->network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (computing->network->edges, BfEdge, i);
      int before = g_array_index (computing->network->activities, BfActivity, edge->before).step;

      if (edge->gate >= 0)
        roadmap->phases[roadmap->steps[computing->position[before]].phase].holds = TRUE;
    }
}

static gint64
last_release (const BfRoadmap *roadmap, guint phase)
{
  gint64 day = BF_BLANK;

  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].phase == (int) phase && roadmap->steps[i].step &&
        !roadmap->steps[i].step->decommissions)
      day = MAX (day, roadmap->steps[i].finish);
  return day == BF_BLANK ? roadmap->phases[phase].finish : day;
}

/* Where a phase without a gate ends: its last release, between the gates before and after it. */
static gint64
open_end (const BfRoadmap *roadmap, guint phase)
{
  gint64 day = last_release (roadmap, phase);

  for (guint i = 0; i < roadmap->n_phases && day != BF_BLANK; i++)
    {
      gint64 gate = roadmap->phases[i].gate;

      if (gate != BF_BLANK)
        day = i < phase ? MAX (day, gate) : MIN (day, gate);
    }
  return day;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Phases overlap, but a strip of them reads in the order of their numbers: the first of them gets
 * the first of the days, and gates, which stand in that order, keep theirs. */
GArray *
bf_roadmap_phase_ends (const BfRoadmap *roadmap)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (BfPhaseEnd));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < roadmap->n_phases; i++)
    {
      gint64 gate = roadmap->phases[i].gate;
      BfPhaseEnd end = { i, gate != BF_BLANK ? gate : open_end (roadmap, i) };

      if (end.end == BF_BLANK)
        continue;
      g_array_append_val (ends, end);
      g_array_append_val (days, end.end);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < ends->len; i++)
    g_array_index (ends, BfPhaseEnd, i).end = g_array_index (days, gint64, i);
  return ends;
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
  g_autoptr (BfPlantDay) by_then = NULL;

  phase->maturity = bf_roadmap_array (roadmap, double, roadmap->needs->n_levels);
  for (guint i = 0; i < roadmap->needs->n_levels; i++)
    phase->maturity[i] = plant->maturity[i];
  phase->systems_live = plant->systems_live;
  phase->systems_retired = plant->systems_retired;
  phase->systems_unsupported = plant->systems_unsupported;
  phase->interfaces = plant->interfaces;
  phase->debt = plant->debt;
  by_then = bf_roadmap_on_day (roadmap, day);
  phase->after = day;
  phase->spent_minor = by_then->spent_minor;
  phase->stopped_until = by_then->stopped_hours;
  phase->lost_until = by_then->lost_hours;
}

char *
bf_roadmap_phase_after (const BfRoadmap *roadmap, guint index)
{
  const BfRoadmapPhase *phase = &roadmap->phases[index];
  g_autofree char *day = bf_day_text (phase->after);
  g_autofree char *spent = bf_plan_money_text (roadmap->plan, (double) phase->spent_minor);

  return g_strdup_printf (
      /* Translators: a day, five counts, an amount of money, two numbers of hours. */
      _ ("After it (%s): systems live %d, of them out of support %d, retired %d; interfaces %d, "
         "debt %.0f points\nUntil then: spent %s; hours stopped %.0f, of them lost %.0f"),
      day,
      phase->systems_live,
      phase->systems_unsupported,
      phase->systems_retired,
      phase->interfaces,
      phase->debt,
      spent,
      phase->stopped_until,
      phase->lost_until);
}

void
bf_roadmap_add_phases (BfComputing *computing)
{
  fill_list (computing);
  fill_gates (computing);
  for (guint i = 0; i < computing->roadmap->n_phases; i++)
    fill_plant (computing, &computing->roadmap->phases[i]);
}
