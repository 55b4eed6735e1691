/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Downtime: the hours by area and quarter, and every planned stop of every area with its
 * window and what it is expected to cost. An hour costs its area's rate, which follows the plant's
 * cost of a stopped hour where nothing of its own is known. */

#include "bf-workbook-stops.h"
#include "bf-workbook-windows.h"

#include "bf-money.h"
#include "bf-plan-defaults.h"

#include <glib/gi18n-lib.h>

#define TOP_ROW 3

typedef BfStop Stop;

static BfFact
number_of_step (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Stop *) row->thing)->row->number);
}

static BfFact
title_of_step (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const Stop *) row->thing)->row->step->title);
}

const char *
bf_stops_area_name (const BfWorkbook *workbook, int area)
{
  const BfArea *row = area < 0 ? NULL : BF_ROW (workbook->plan, AREA, BfArea, (guint) area);

  if (row == NULL)
    return _ ("Whole site");
  return row->name ? row->name : row->row.key;
}

static BfFact
area (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (bf_stops_area_name (workbook, ((const Stop *) row->thing)->area));
}

static BfFact
window (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const Stop *) row->thing)->cutover->window_name);
}

static BfFact
start (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_minute (((const Stop *) row->thing)->cutover->start);
}

/* The step's hours are shared by its stops. */
double
bf_stop_expected_hours (const BfStop *stop)
{
  return stop->row->step->downtime_hours.expected / stop->row->step->n_cutovers;
}

double
bf_stop_p80_hours (const BfStop *stop)
{
  return stop->row->step->downtime_hours.p80 / stop->row->step->n_cutovers;
}

static BfFact
quarter (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfYearRule rule = bf_year_rule_of_budgets (workbook->plan);
  const BfPeriod period =
      bf_period_quarter (&rule, bf_minute_day (((const Stop *) row->thing)->cutover->start));

  return bf_fact_take (bf_workbook_quarter_name (&period));
}

static BfFact
planned (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Stop *) row->thing)->cutover->hours);
}

static BfFact
missed (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Stop *) row->thing)->cutover->miss_chance);
}

static BfFact
expected (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (bf_stop_expected_hours (row->thing));
}

static BfFact
p80 (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (bf_stop_p80_hours (row->thing));
}

enum
{
  COL_NR,
  COL_STEP,
  COL_AREA,
  COL_WINDOW,
  COL_START,
  COL_QUARTER,
  COL_PLANNED,
  COL_EXPECTED,
  COL_P80,
  COL_MISSED,
  COL_RATE,
  COL_CHARGED,
  COL_COST,
  N_COLS,
};

static gboolean
has_own_rate (const BfWorkbook *workbook, const Stop *stop)
{
  const GArray *systems = stop->row->step->step->systems;

  if (stop->area >= 0 &&
      BF_ROW (workbook->plan, AREA, BfArea, (guint) stop->area)->downtime_cost_h != BF_BLANK)
    return TRUE;
  for (guint i = 0; systems && i < systems->len; i++)
    if (BF_ROW (workbook->plan, SYSTEM, BfSystem, (guint) g_array_index (systems, int, i))
            ->downtime_cost_h != BF_BLANK)
      return TRUE;
  return FALSE;
}

/* No system is worth more than the plant; an area without a rate has its share of the plant's. */
static BfFact
rate (const BfWorkbook *workbook, const BfListRow *row)
{
  const Stop *stop = row->thing;
  gint64 plant = bf_plan_stop_rate_minor (workbook->plan, workbook->roadmap->catalogue);
  guint n = MAX (1, bf_plan_count (workbook->plan, BF_AREA));
  double units = bf_money_to_units (stop->rate_minor);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (stop->rate_minor == plant)
    return bf_fact_formula (units, "=" BF_NAME_STOPPED_HOUR);
  if (stop->rate_minor == plant / (gint64) n && !has_own_rate (workbook, stop))
    return bf_fact_formula (units, "=ROUNDDOWN(" BF_NAME_STOPPED_HOUR "/%u,2)", n);
  if (stop->rate_minor > plant)
    return bf_fact_number (units);
  return bf_fact_formula (
      units, "=MIN(%s," BF_NAME_STOPPED_HOUR ")", g_ascii_dtostr (text, sizeof text, units));
}

/* Hours at the full rate that cost what is expected: planned ones count their share of it. */
static double
charged_hours (const Stop *stop)
{
  double cost = bf_money_to_units (stop->row->money[BF_MONEY_DOWNTIME]);

  return stop->rates > 0 ? cost / stop->rates : 0;
}

static BfFact
charged (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (charged_hours (row->thing));
}

static BfFact
cost (const BfWorkbook *workbook, const BfListRow *row)
{
  const Stop *stop = row->thing;

  return bf_fact_formula (charged_hours (stop) * bf_money_to_units (stop->rate_minor),
                          "=%s*%s",
                          BF_CELL (row, COL_CHARGED),
                          BF_CELL (row, COL_RATE));
}

static const BfListColumn columns[N_COLS] = {
  [COL_NR] = BF_OWN (N_ ("Nr"), "", 12, YEAR, number_of_step),
  [COL_STEP] = BF_OWN (N_ ("Step"), "", 54, WRAP, title_of_step),
  [COL_AREA] = BF_OWN (N_ ("Area"), "", 22, WRAP, area),
  [COL_WINDOW] = BF_OWN (N_ ("Window"), "", 26, WRAP, window),
  [COL_START] = BF_OWN (N_ ("Start"), N_ ("local time"), 15, MINUTE, start),
  [COL_QUARTER] = BF_OWN (N_ ("Quarter"), "", 10, TEXT, quarter),
  [COL_PLANNED] = BF_OWN (N_ ("Needed"), N_ ("h, P80"), 10, HOURS, planned),
  [COL_EXPECTED] = BF_OWN (N_ ("Stopped"), N_ ("h, mean"), 10, HOURS, expected),
  [COL_P80] = BF_OWN (N_ ("Stopped P80"), N_ ("h"), 10, HOURS, p80),
  [COL_MISSED] = BF_OWN (N_ ("Window missed"), N_ ("of draws"), 10, FINE_SHARE, missed),
  [COL_RATE] = BF_OWN (N_ ("An hour"), "¤", 10, COUNT, rate),
  [COL_CHARGED] =
      BF_OWN (N_ ("Charged"), N_ ("full hours"), 10, HOURS, charged, .flags = BF_LIST_INPUT),
  [COL_COST] = BF_OWN (N_ ("Cost"), "¤", 12, COUNT, cost, .flags = BF_LIST_SUM | BF_LIST_STRONG),
};
static const BfList stops_list = {
  .name = "Stops",
  .section = N_ ("Every stop"),
  .empty = N_ ("No step stops production."),
  .columns = columns,
  .n_columns = N_COLS,
  .kind = BF_NO_RECORD,
};

/* --- Collecting --- */

static void
add_stop (const BfWorkbook *workbook,
          GPtrArray *stops,
          const BfStepRow *row,
          const BfRoadmapCutover *cutover,
          int index)
{
  Stop *stop = g_new0 (Stop, 1);

  stop->row = row;
  stop->cutover = cutover;
  stop->area = index;
  stop->rate_minor = bf_step_area_rate_minor (workbook->roadmap->set, row->step->step, index);
  g_ptr_array_add (stops, stop);
}

/* Bearable ones too: only a cutover that needs no stop is left out. */
static void
add_cutover (const BfWorkbook *workbook,
             GPtrArray *stops,
             const BfStepRow *row,
             const BfRoadmapCutover *cutover)
{
  gboolean found = FALSE;

  if (cutover->hours <= 0)
    return;
  for (guint i = 0; cutover->areas && cutover->areas[i]; i++)
    {
      int index = bf_plan_index (workbook->plan, BF_AREA, cutover->areas[i]);

      if (index >= 0)
        add_stop (workbook, stops, row, cutover, index);
      found = found || index >= 0;
    }
  if (!found)
    add_stop (workbook, stops, row, cutover, -1);
}

static void
add_step (const BfWorkbook *workbook, GPtrArray *stops, const BfStepRow *row)
{
  guint first = stops->len;
  double rates = 0;

  if (workbook->roadmap->set == NULL || row->step->step->systems == NULL)
    return;
  for (guint i = 0; i < row->step->n_cutovers; i++)
    add_cutover (workbook, stops, row, &row->step->cutovers[i]);
  for (guint i = first; i < stops->len; i++)
    rates += bf_money_to_units (((Stop *) stops->pdata[i])->rate_minor);
  for (guint i = first; i < stops->len; i++)
    {
      ((Stop *) stops->pdata[i])->rates = rates;
    }
}

static GPtrArray *
collect_stops (const BfWorkbook *workbook)
{
  GPtrArray *stops = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    add_step (workbook, stops, &workbook->rows[i]);
  return stops;
}

char *
bf_workbook_downtime_formula (const BfWorkbook *workbook, const BfStepRow *row)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *costs = bf_list_ref (&stops_list, COL_COST);
  g_autofree char *numbers = bf_list_ref (&stops_list, COL_NR);

  add_step (workbook, stops, row);
  if (stops->len == 0 || ((Stop *) stops->pdata[0])->rates <= 0)
    return NULL;
  return g_strdup_printf ("=ROUND(SUMIFS(%s,%s,%d),2)", costs, numbers, row->number);
}

/* --- The sheet --- */

char *
bf_stops_sum_formula (gboolean p80_hours, const char *area_cell, const char *quarter_cell)
{
  g_autofree char *sums = bf_list_ref (&stops_list, p80_hours ? COL_P80 : COL_EXPECTED);
  g_autofree char *areas = bf_list_ref (&stops_list, COL_AREA);
  g_autofree char *quarters = bf_list_ref (&stops_list, COL_QUARTER);

  return g_strdup_printf (
      "=SUMIFS(%s,%s,%s,%s,%s)", sums, areas, area_cell, quarters, quarter_cell);
}

void
bf_workbook_write_downtime (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autoptr (GPtrArray) stops = collect_stops (workbook);
  lxw_col_t last = N_COLS - 1;
  lxw_row_t at;

  bf_list_write_title (workbook,
                       sheet,
                       _ ("downtime"),
                       _ ("Charged hours are those at the full rate that cost what is expected; "
                          "planned hours count a share of it. The plant's cost of a stopped hour "
                          "stands on the sheet Assumptions."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, 0, 0, 0);
  worksheet_freeze_panes (sheet->sheet, TOP_ROW, 2);
  at = bf_stops_write_calendar (workbook, sheet, TOP_ROW, stops, &last);
  at = bf_list_write (workbook, sheet, &stops_list, at, stops);
  at = bf_windows_write (workbook, sheet, at + 1);
  worksheet_print_area (sheet->sheet, 0, 0, at, last);
}
