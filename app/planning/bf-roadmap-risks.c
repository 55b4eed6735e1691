/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What could move the roadmap, as sentences with chance and effect.
 *
 * Weight is chance times money, minor units: a missed opening costs the delay at what the step
 * costs a year while it is not released (exposure and double running) and at least a unit of
 * currency a day; trouble at a cutover its overrun; risks of the register what a person wrote. */

#include "bf-roadmap-compute.h"

#include "bf-step-cost.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_CHANCE 0.01
#define MOST_RISKS 20
#define HORIZON_SHARE 0.05
#define DAYS_A_YEAR 365.25

static double
cost_of_delay (const BfComputing *computing, const BfRoadmapStep *step, int days)
{
  double a_year = bf_step_exposure_minor (computing->set, step->step) +
                  (double) bf_step_double_run_minor_a_year (computing->set, step->step);

  return days * MAX (a_year / DAYS_A_YEAR, BF_MINOR_PER_UNIT);
}

static const char *
delay_text (const BfComputing *computing, const BfRoadmapStep *step, int days)
{
  gint64 late = step->finish + days;
  int weeks = (days + 6) / 7;
  g_autofree char *limit = NULL;

  if (step->step->due != BF_BLANK && late > step->step->due)
    {
      limit = bf_day_text (step->step->due);
      /* Translators: a number of weeks, then a day. */
      return bf_roadmap_printf (
          computing->roadmap, _ ("+%d wk, past the %s deadline"), weeks, limit);
    }
  if (late > bf_plan_horizon_end (computing->plan))
    /* Translators: a number of weeks. */
    return bf_roadmap_printf (computing->roadmap, _ ("+%d wk, past the planning horizon"), weeks);
  /* Translators: a number of weeks. */
  return bf_roadmap_printf (computing->roadmap, _ ("+%d wk"), weeks);
}

static BfRoadmapRisk
missed_window (const BfComputing *computing, int index, const BfRoadmapCutover *cutover)
{
  const BfRoadmapStep *step = &computing->roadmap->steps[index];
  int days = cutover->delay_if_missed_days;
  /* What stands behind the comma says where, and the step says that already. */
  g_autofree char *window = g_strndup (cutover->window_name, strcspn (cutover->window_name, ","));

  return (BfRoadmapRisk){
    /* Translators: title of a step, name of a window. */
    .text = bf_roadmap_printf (
        computing->roadmap, _ ("%s misses %s."), step->short_title, cutover->window_name),
    /* Translators: name of a window; the title of the step stands before it. */
    .what = bf_roadmap_printf (computing->roadmap, _ ("misses %s"), window),
    .effect = delay_text (computing, step, days),
    .chance = cutover->miss_chance,
    .step = index,
    .weight = cutover->miss_chance * cost_of_delay (computing, step, days),
  };
}

/* Of several cutovers of a step the one that weighs most. */
static void
add_missed_window (BfComputing *computing, int index, GArray *risks)
{
  const BfRoadmapStep *step = &computing->roadmap->steps[index];
  BfRoadmapRisk worst = { .weight = -1 };

  for (guint i = 0; i < step->n_cutovers; i++)
    {
      const BfRoadmapCutover *cutover = &step->cutovers[i];
      BfRoadmapRisk risk;

      if (cutover->placement != BF_PLACEMENT_OPENING || cutover->miss_chance < LEAST_CHANCE ||
          cutover->delay_if_missed_days < 0)
        continue;
      risk = missed_window (computing, index, cutover);
      if (risk.weight > worst.weight)
        worst = risk;
    }
  if (worst.weight >= 0)
    g_array_append_val (risks, worst);
}

static void
add_trouble (BfComputing *computing, int index, GArray *risks)
{
  const BfRoadmapStep *step = &computing->roadmap->steps[index];
  double hours = bf_estimate_mean (step->step->overrun_hours);
  double cost = (hours * bf_step_mean_rate (computing->set, step->step) +
                 step->step->rollback_chance * step->step->redo_cost) *
                BF_MINOR_PER_UNIT;
  BfRoadmapRisk risk = { .chance = step->step->problem_chance, .step = index };
  g_autofree char *money = bf_plan_money_text (computing->plan, cost);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!step->step->has_cutover || risk.chance < LEAST_CHANCE || cost <= 0)
    return;
  /* Translators: title of a step. */
  risk.text =
      bf_roadmap_printf (computing->roadmap, _ ("The cutover of %s overruns."), step->short_title);
  /* Translators: the title of the step stands before it. */
  risk.what = bf_roadmap_text (computing->roadmap, _ ("overruns its cutover"));
  risk.effect =
      /* Translators: a number of hours, an amount of money. */
      bf_roadmap_printf (computing->roadmap,
                         _ ("+%s h, %s"),
                         g_ascii_formatd (number, sizeof number, "%.1f", hours),
                         money);
  risk.weight = risk.chance * cost;
  g_array_append_val (risks, risk);
}

static void
add_quarantine (BfComputing *computing, int index, GArray *risks)
{
  const BfRoadmapStep *step = &computing->roadmap->steps[index];
  gint64 from = step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : BF_BLANK;

  for (guint i = 0; from != BF_BLANK && i < step->step->systems->len; i++)
    {
      const BfSystem *system = BF_ROW (
          computing->plan, SYSTEM, BfSystem, (guint) g_array_index (step->step->systems, int, i));
      BfRoadmapRisk risk = { .chance = 1, .step = index };

      if (system->interim_operation != BF_INTERIM_QUARANTINE)
        continue;
      /* Translators: key of a system, title of a step. */
      risk.text =
          bf_roadmap_printf (computing->roadmap,
                             _ ("What %s makes is held in quarantine until the release of %s."),
                             system->row.key,
                             step->short_title);
      /* Translators: key of a system; the title of the step stands before it. */
      risk.what = bf_roadmap_printf (
          computing->roadmap, _ ("holds what %s makes in quarantine"), system->row.key);
      /* Translators: a number of weeks. */
      risk.effect =
          bf_roadmap_printf (computing->roadmap, _ ("%d wk of quarantine"), step->quarantine_weeks);
      risk.weight = (double) (step->finish - from) * BF_MINOR_PER_UNIT;
      g_array_append_val (risks, risk);
    }
}

/* Past the horizon there is neither money nor people: as serious as a share of the roadmap. */
static void
add_horizon (BfComputing *computing, GArray *risks)
{
  const BfRoadmap *roadmap = computing->roadmap;
  gint64 late = roadmap->finish.p80 - bf_plan_horizon_end (computing->plan);
  BfRoadmapRisk risk = { .chance = roadmap->beyond_horizon, .step = -1 };

  if (roadmap->n_steps == 0 || risk.chance < LEAST_CHANCE)
    return;
  risk.text = bf_roadmap_text (computing->roadmap,
                               _ ("The last release falls after the planning horizon."));
  risk.effect =
      late > 0
          /* Translators: a number of weeks. */
          ? bf_roadmap_printf (computing->roadmap, _ ("+%d wk at P80"), (int) ((late + 6) / 7))
          : bf_roadmap_text (computing->roadmap, _ ("inside the horizon at P80"));
  risk.weight = risk.chance * HORIZON_SHARE * roadmap->project_cost.expected;
  g_array_append_val (risks, risk);
}

static void
add_register (BfComputing *computing, GArray *risks)
{
  for (guint i = 0; i < bf_plan_count (computing->plan, BF_RISK); i++)
    {
      const BfRiskEntry *row = BF_ROW (computing->plan, RISK, BfRiskEntry, i);
      gint64 impact = row->impact == BF_BLANK ? 0 : row->impact;
      g_autofree char *money = bf_plan_money_text (computing->plan, (double) impact);
      BfRoadmapRisk risk = {
        .text = bf_roadmap_text (computing->roadmap, row->title ? row->title : row->row.key),
        .effect = bf_roadmap_printf (computing->roadmap, "+%s", money),
        .chance = isnan (row->chance) ? 0 : row->chance,
        .step = bf_roadmap_find (computing->roadmap, row->step),
      };

      risk.weight = risk.chance * (double) impact;
      g_array_append_val (risks, risk);
    }
}

static int
compare_risks (gconstpointer a, gconstpointer b)
{
  const BfRoadmapRisk *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->step != y->step)
    return x->step < y->step ? -1 : 1;
  return g_strcmp0 (x->text, y->text);
}

void
bf_roadmap_add_risks (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  GArray *risks = g_array_new (FALSE, TRUE, sizeof (BfRoadmapRisk));

  for (int i = 0; i < (int) roadmap->n_steps; i++)
    {
      add_missed_window (computing, i, risks);
      add_trouble (computing, i, risks);
      add_quarantine (computing, i, risks);
    }
  add_horizon (computing, risks);
  add_register (computing, risks);
  g_array_sort (risks, compare_risks);
  roadmap->n_risks = MIN (risks->len, MOST_RISKS);
  roadmap->risks =
      bf_roadmap_own (roadmap, (BfRoadmapRisk *) (gpointer) g_array_free (risks, FALSE), g_free);
}
