/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Scenarios: the roadmaps that were computed beside this one, side by side, and what each
 * scenario sets otherwise than the plan. */

#include "bf-workbook-list.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define TOP_ROW 3

static BfFact
name_of (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmap *roadmap = row->thing;
  const BfScenario *scenario =
      BF_FIND (workbook->roadmap->plan, SCENARIO, BfScenario, roadmap->options.scenario);

  if (roadmap->options.scenario == NULL)
    return bf_fact_text (_ ("The plan itself"));
  return bf_fact_text (scenario && scenario->name ? scenario->name : roadmap->options.scenario);
}

static BfFact
feasible (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const BfRoadmap *) row->thing)->feasible ? _ ("yes") : _ ("no"));
}

static BfFact
n_steps (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfRoadmap *) row->thing)->n_steps);
}

static BfFact
finish_p50 (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmap *roadmap = row->thing;

  return bf_fact_day (roadmap->n_steps ? roadmap->finish.p50 : BF_BLANK);
}

static BfFact
finish_p80 (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmap *roadmap = row->thing;

  return bf_fact_day (roadmap->n_steps ? roadmap->finish.p80 : BF_BLANK);
}

static BfFact
cost_p50 (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (bf_spending_round (((const BfRoadmap *) row->thing)->fully_loaded.p50));
}

static BfFact
cost_p80 (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (bf_spending_round (((const BfRoadmap *) row->thing)->fully_loaded.p80));
}

static BfFact
validation (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (
      bf_spending_round (((const BfRoadmap *) row->thing)->validation_cost.expected));
}

static BfFact
hours_p50 (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfRoadmap *) row->thing)->lost_hours.p50);
}

static BfFact
hours_p80 (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfRoadmap *) row->thing)->lost_hours.p80);
}

static const BfRoadmapPhase *
last_phase (const BfRoadmap *roadmap)
{
  return roadmap->n_phases ? &roadmap->phases[roadmap->n_phases - 1] : NULL;
}

/* Dimensions of every framework that are at their target in the end. */
static BfFact
met (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmap *roadmap = row->thing;
  const BfRoadmapPhase *last = last_phase (roadmap);
  guint n = 0;

  for (guint i = 0; roadmap->needs && i < roadmap->needs->n_levels; i++)
    n += bf_workbook_level_is_met (last ? last->maturity[i] : roadmap->needs->levels[i].counted,
                                   roadmap->needs->levels[i].target);
  return bf_fact_number (n);
}

static BfFact
unsupported (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapPhase *last = last_phase (row->thing);

  return bf_fact_number (last ? last->systems_unsupported : NAN);
}

static BfFact
debt (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapPhase *last = last_phase (row->thing);

  return bf_fact_number (last ? last->debt : NAN);
}

static BfFact
beyond (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfRoadmap *) row->thing)->beyond_horizon);
}

static const BfListColumn compared_columns[] = {
  BF_OWN (N_ ("Scenario"), "", 30, WRAP, name_of, .flags = BF_LIST_STRONG),
  BF_OWN (N_ ("Feasible"), "", 18, TEXT, feasible),
  BF_OWN (N_ ("Steps"), "", 14, COUNT, n_steps),
  BF_OWN (N_ ("Finish P50"), "", 16, DAY, finish_p50),
  BF_OWN (N_ ("Finish P80"), "", 16, DAY, finish_p80),
  BF_OWN (N_ ("Fully loaded P50"), "k¤", 18, THOUSANDS, cost_p50),
  BF_OWN (N_ ("Fully loaded P80"), "k¤", 14, THOUSANDS, cost_p80),
  BF_OWN (N_ ("Validation"), "k¤", 12, THOUSANDS, validation),
  BF_OWN (N_ ("Hours lost P50"), N_ ("h"), 11, HOURS, hours_p50),
  BF_OWN (N_ ("Hours lost P80"), N_ ("h"), 11, HOURS, hours_p80),
  BF_OWN (N_ ("Dimensions at target"), N_ ("at the end"), 12, COUNT, met),
  BF_OWN (N_ ("Unsupported systems"), N_ ("at the end"), 13, COUNT, unsupported),
  BF_OWN (N_ ("Debt left"), N_ ("points"), 10, HOURS, debt),
  BF_OWN (N_ ("Past the horizon"), N_ ("of draws"), 12, FINE_SHARE, beyond),
};
static const BfList compared_list = {
  .name = "Scenarios",
  .section = N_ ("Side by side"),
  .columns = compared_columns,
  .n_columns = G_N_ELEMENTS (compared_columns),
  .kind = BF_NO_RECORD,
};

static const BfListColumn override_columns[] = {
  { .field = "key", .column = { .width = 30 } },
  { .field = "scenario", .column = { .width = 18 } },
  { .field = "tbl", .column = { .width = 14 } },
  { .field = "row_key", .column = { .width = 16 } },
  { .field = "col", .column = { .width = 16 } },
  { .field = "value", .column = { .width = 18 } },
  { .field = "remark", .column = { .width = 14 } },
};
static const BfList overrides_list = {
  .name = "Overrides",
  .section = N_ ("What a scenario sets otherwise"),
  .empty = N_ ("Nothing: no scenario changes a value of the plan."),
  .columns = override_columns,
  .n_columns = G_N_ELEMENTS (override_columns),
  .kind = BF_OVERRIDE,
  .open = TRUE,
  .keeps_widths = TRUE,
};

void
bf_workbook_write_scenarios (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autoptr (GPtrArray) roadmaps = g_ptr_array_new ();
  lxw_row_t at;

  g_ptr_array_add (roadmaps, (gpointer) workbook->roadmap);
  for (guint i = 0; i < workbook->options.n_others; i++)
    g_ptr_array_add (roadmaps, (gpointer) workbook->options.others[i]);
  bf_list_write_title (workbook,
                       sheet,
                       _ ("scenarios"),
                       _ ("The first row is the roadmap of this workbook; all were computed with "
                          "the same seed."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, 0, 0, 0);
  worksheet_freeze_panes (sheet->sheet, TOP_ROW, 1);
  at = bf_list_write (workbook, sheet, &compared_list, TOP_ROW, roadmaps);
  at = bf_list_write (workbook, sheet, &overrides_list, at + 1, NULL);
  worksheet_print_area (sheet->sheet, 0, 0, at, G_N_ELEMENTS (compared_columns) - 1);
}
