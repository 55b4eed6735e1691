/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Risks: heat map and tornado, the register that people keep, what the simulation found,
 * and how far each step moves finish and cost. */

#include "bf-workbook-list.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define TOP_ROW 3
#define LISTS_ROW 23
#define MAP_COLUMN 2
#define N_BANDS 5
#define MAX_SWINGS 12

/* Lower edges of the bands of chance, and of impact as shares of the fully loaded cost. */
static const double chance_edges[] = { 0.1, 0.3, 0.5, 0.7 };
static const double impact_edges[] = { 0.005, 0.01, 0.025, 0.05 };

static int
band_of (double value, const double *edges)
{
  int band = 1;

  for (guint i = 0; i + 1 < N_BANDS; i++)
    band += value >= edges[i];
  return band;
}

static BfFact
chance_band (double chance, const char *cell)
{
  return bf_fact_formula (isfinite (chance) ? band_of (chance, chance_edges) : 0,
                          "=IF(ISBLANK(%s),0,1+(%s>=0.1)+(%s>=0.3)+(%s>=0.5)+(%s>=0.7))",
                          cell,
                          cell,
                          cell,
                          cell,
                          cell);
}

/* --- The register --- */

enum
{
  COL_CHANCE = 3,
  COL_IMPACT,
  COL_BAND,
};

static BfFact
band_of_entry (const BfWorkbook *workbook, const BfListRow *row)
{
  return chance_band (((const BfRiskEntry *) row->thing)->chance, BF_CELL (row, COL_CHANCE));
}

static const BfListColumn register_columns[] = {
  { .field = "key", .column = { .width = 12 } },
  { .field = "title", .column = { .width = 52 } },
  { .field = "step", .column = { .width = 20 } },
  { .field = "chance", .column = { .width = 13 } },
  { .field = "impact", .column = { .width = 13 } },
  BF_OWN (N_ ("Chance band"), N_ ("1 to 5"), 13, COUNT, band_of_entry),
  { .field = "owner", .column = { .width = 16 } },
  { .field = "mitigation", .column = { .width = 34 } },
  { .field = "status", .column = { .width = 12 } },
  { .field = "remark", .column = { .width = 20 } },
};
static const BfList risk_register = {
  .name = "Risks",
  .section = N_ ("Register"),
  .empty = N_ ("Nothing is written down yet: what could go wrong, how likely, how bad, who minds "
               "it?"),
  .columns = register_columns,
  .n_columns = G_N_ELEMENTS (register_columns),
  .kind = BF_RISK,
  .open = TRUE,
};

/* --- What the simulation found --- */

static BfFact
step_of_risk (const BfWorkbook *workbook, const BfListRow *row)
{
  int step = ((const BfRoadmapRisk *) row->thing)->step;

  return bf_fact_number (step < 0 ? NAN : workbook->rows[step].number);
}

static BfFact
text_of_risk (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const BfRoadmapRisk *) row->thing)->text);
}

static BfFact
effect_of_risk (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const BfRoadmapRisk *) row->thing)->effect);
}

static BfFact
chance_of_risk (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfRoadmapRisk *) row->thing)->chance);
}

static int
impact_of (const BfWorkbook *workbook, const BfRoadmapRisk *risk)
{
  double whole = MAX (1, workbook->roadmap->fully_loaded.expected);

  return band_of (risk->chance > 0 ? risk->weight / risk->chance / whole : 0, impact_edges);
}

static BfFact
impact_of_risk (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (impact_of (workbook, row->thing));
}

static BfFact
band_of_risk (const BfWorkbook *workbook, const BfListRow *row)
{
  return chance_band (((const BfRoadmapRisk *) row->thing)->chance, BF_CELL (row, COL_CHANCE));
}

static BfFact
weight_of_risk (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (bf_spending_round (((const BfRoadmapRisk *) row->thing)->weight));
}

static const BfListColumn found_columns[] = {
  BF_OWN (N_ ("Step nr"), "", 12, YEAR, step_of_risk),
  BF_OWN (N_ ("What could happen"), "", 52, WRAP, text_of_risk),
  BF_OWN (N_ ("Then"), "", 20, WRAP, effect_of_risk),
  BF_OWN (N_ ("Chance"), N_ ("of draws"), 13, SHARE, chance_of_risk),
  BF_OWN (N_ ("Impact"), N_ ("1 to 5, money"), 13, COUNT, impact_of_risk),
  BF_OWN (N_ ("Chance band"), N_ ("1 to 5"), 13, COUNT, band_of_risk),
  BF_OWN (N_ ("Exposure"), "k¤", 16, THOUSANDS, weight_of_risk, .flags = BF_LIST_SUM),
};
static const BfList found_list = {
  .name = "Drivers",
  .section = N_ ("What could move the roadmap"),
  .empty = N_ ("The simulation found nothing that moves it."),
  .columns = found_columns,
  .n_columns = G_N_ELEMENTS (found_columns),
  .kind = BF_NO_RECORD,
  .keeps_widths = TRUE,
};

/* --- Swings --- */

static BfFact
step_of_swing (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfStepRow *) row->thing)->number);
}

static BfFact
title_of_swing (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapStep *step = ((const BfStepRow *) row->thing)->step;

  return bf_fact_text (step->short_title ? step->short_title : step->title);
}

static BfFact
days_low (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfStepRow *) row->thing)->step->finish_swing.low);
}

static BfFact
days_high (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const BfStepRow *) row->thing)->step->finish_swing.high);
}

static BfFact
cost_low (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (bf_spending_round (((const BfStepRow *) row->thing)->step->cost_swing.low));
}

static BfFact
cost_high (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (
      bf_spending_round (((const BfStepRow *) row->thing)->step->cost_swing.high));
}

static const BfListColumn swing_columns[] = {
  BF_OWN (N_ ("Step nr"), "", 12, YEAR, step_of_swing),
  BF_OWN (N_ ("Step"), "", 52, WRAP, title_of_swing),
  BF_OWN (N_ ("Finish, good draws"), N_ ("days"), 20, HOURS, days_low),
  BF_OWN (N_ ("Finish, bad draws"), N_ ("days"), 13, HOURS, days_high),
  BF_OWN (N_ ("Cost, good draws"), "k¤", 13, THOUSANDS, cost_low),
  BF_OWN (N_ ("Cost, bad draws"), "k¤", 13, THOUSANDS, cost_high),
};
static const BfList swings_list = {
  .name = "Swings",
  .section = N_ ("How far each step moves finish and cost"),
  .empty = N_ ("Not simulated."),
  .columns = swing_columns,
  .n_columns = G_N_ELEMENTS (swing_columns),
  .kind = BF_NO_RECORD,
  .keeps_widths = TRUE,
};

static double
width_of_swing (const BfStepRow *row)
{
  return row->step->finish_swing.high - row->step->finish_swing.low;
}

static int
wider_first (gconstpointer a, gconstpointer b)
{
  const BfStepRow *one = *(BfStepRow *const *) a, *other = *(BfStepRow *const *) b;
  double difference = width_of_swing (other) - width_of_swing (one);

  if (difference != 0)
    return difference > 0 ? 1 : -1;
  return one->number - other->number;
}

static GPtrArray *
collect_swings (const BfWorkbook *workbook)
{
  GPtrArray *swings = g_ptr_array_new ();

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    if (width_of_swing (&workbook->rows[i]) > 0)
      g_ptr_array_add (swings, &workbook->rows[i]);
  g_ptr_array_sort (swings, wider_first);
  if (swings->len > MAX_SWINGS)
    g_ptr_array_set_size (swings, MAX_SWINGS);
  return swings;
}

/* --- The heat map --- */

static double
count_risks (const BfWorkbook *workbook, int chance, int impact)
{
  guint n = 0;

  for (guint i = 0; i < bf_plan_count (workbook->plan, BF_RISK); i++)
    {
      const BfRiskEntry *entry = BF_ROW (workbook->plan, RISK, BfRiskEntry, i);

      n += isfinite (entry->chance) && band_of (entry->chance, chance_edges) == chance &&
           entry->impact == impact;
    }
  for (guint i = 0; i < workbook->roadmap->n_risks; i++)
    {
      const BfRoadmapRisk *risk = &workbook->roadmap->risks[i];

      n += band_of (risk->chance, chance_edges) == chance && impact_of (workbook, risk) == impact;
    }
  return n;
}

/* Three grounds by chance times impact. */
static lxw_format *
heat_format (BfWorkbook *workbook, lxw_format **formats, int score)
{
  static const lxw_color_t grounds[] = { BF_COLOR_CARD, BF_COLOR_BOTH_TINT, BF_COLOR_STOP_TINT };
  int heat = score >= 15 ? 2 : score >= 6;

  if (formats[heat] == NULL)
    {
      formats[heat] = workbook_add_format (workbook->book);
      format_set_font_name (formats[heat], "Arial");
      format_set_font_size (formats[heat], 11);
      format_set_bold (formats[heat]);
      format_set_bg_color (formats[heat], grounds[heat]);
      format_set_align (formats[heat], LXW_ALIGN_CENTER);
      format_set_border (formats[heat], LXW_BORDER_THIN);
      format_set_border_color (formats[heat], BF_COLOR_HAIRLINE);
      format_set_num_format (formats[heat], "0;-0;·");
    }
  return formats[heat];
}

static void
write_heat_cell (BfWorkbook *workbook,
                 BfSheet *sheet,
                 lxw_format **formats,
                 lxw_row_t at,
                 int chance,
                 int impact)
{
  g_autofree char *bands = bf_list_ref (&risk_register, COL_BAND);
  g_autofree char *impacts = bf_list_ref (&risk_register, COL_IMPACT);
  g_autofree char *found_bands = bf_list_ref (&found_list, COL_BAND);
  g_autofree char *found_impacts = bf_list_ref (&found_list, COL_IMPACT);

  bf_sheet_formula (sheet,
                    at,
                    (lxw_col_t) (MAP_COLUMN + impact - 1),
                    heat_format (workbook, formats, chance * impact),
                    count_risks (workbook, chance, impact),
                    "=COUNTIFS(%s,%d,%s,%d)+COUNTIFS(%s,%d,%s,%d)",
                    bands,
                    chance,
                    impacts,
                    impact,
                    found_bands,
                    chance,
                    found_impacts,
                    impact);
}

static void
write_heat_map (BfWorkbook *workbook, BfSheet *sheet)
{
  static const char *const labels[] = { N_ ("1: under 10 %"),
                                        N_ ("2: 10 to 30 %"),
                                        N_ ("3: 30 to 50 %"),
                                        N_ ("4: 50 to 70 %"),
                                        N_ ("5: 70 % and more") };
  lxw_format *formats[3] = { NULL };
  lxw_row_t at = TOP_ROW + 1;

  bf_sheet_part (sheet, TOP_ROW, 0, BF_PART_SECTION, _ ("How many, by chance and impact"));
  bf_sheet_part (sheet, at, MAP_COLUMN - 1, BF_PART_HEADING_RIGHT, _ ("Chance ↓  Impact →"));
  for (int impact = 1; impact <= N_BANDS; impact++)
    worksheet_write_number (sheet->sheet,
                            at,
                            (lxw_col_t) (MAP_COLUMN + impact - 1),
                            impact,
                            bf_workbook_style_part (sheet->style, BF_PART_HEADING_CENTRE));
  for (int chance = N_BANDS; chance >= 1; chance--)
    {
      at++;
      worksheet_set_row (sheet->sheet, at, 24, NULL);
      bf_sheet_part (sheet, at, MAP_COLUMN - 1, BF_PART_HEADING_RIGHT, _ (labels[chance - 1]));
      for (int impact = 1; impact <= N_BANDS; impact++)
        write_heat_cell (workbook, sheet, formats, at, chance, impact);
    }
  bf_sheet_part (sheet,
                 at + 1,
                 MAP_COLUMN - 1,
                 BF_PART_NOTE,
                 _ ("Impact of what the simulation found: 0.5, 1, 2.5 and 5 % of the fully loaded "
                    "cost divide the bands."));
}

void
bf_workbook_write_risks (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) swings = collect_swings (workbook);
  lxw_row_t at, first;

  for (guint i = 0; i < workbook->roadmap->n_risks; i++)
    g_ptr_array_add (found, &workbook->roadmap->risks[i]);
  bf_list_write_title (workbook,
                       sheet,
                       _ ("risks"),
                       _ ("The register may be written on. Exposure is chance times money."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, 0, 0, 0);
  worksheet_freeze_panes (sheet->sheet, TOP_ROW, 2);
  write_heat_map (workbook, sheet);
  at = bf_list_write (workbook, sheet, &risk_register, LISTS_ROW, NULL);
  at = bf_list_write (workbook, sheet, &found_list, at + 1, found) + 1;
  first = at + 3;
  at = bf_list_write (workbook, sheet, &swings_list, at, swings);
  if (swings->len > 0)
    bf_workbook_add_tornado (
        workbook, sheet, first, first + swings->len - 1, TOP_ROW, MAP_COLUMN + N_BANDS);
  worksheet_print_area (sheet->sheet, 0, 0, at, G_N_ELEMENTS (register_columns) - 1);
}
