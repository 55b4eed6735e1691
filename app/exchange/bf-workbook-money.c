/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Money: totals with their spread, budget periods, quarters, and beside them the lines
 * that those sums are made of. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define TOTALS_ROW 3
#define FORECAST_ROW (TOTALS_ROW + 2 + BF_N_TOTALS + 1)
#define BUDGETS_ROW (FORECAST_ROW + 2 + BF_N_FORECASTS + 1)
/* The chart of the quarters stands right of totals and forecast. */
#define CHART_COLUMN 6
/* What is not printed. */
#define SPENDING_COLUMN (BF_MONEY_COLUMNS + 1)

/* Widths are those of the whole column, set once; tables stand below each other. */
static const BfTableColumn totals_columns[BF_N_TOTALS_COLUMNS] = {
  [BF_TOTALS_WHAT] = { N_ ("Total"), "", 0, BF_LOOK_TEXT },
  [BF_TOTALS_EXPECTED] = BF_MONEY_COLUMN (N_ ("Expected"), 0),
  [BF_TOTALS_P50] = BF_MONEY_COLUMN (N_ ("P50"), 0),
  [BF_TOTALS_P80] = BF_MONEY_COLUMN (N_ ("P80"), 0),
  [BF_TOTALS_P90] = BF_MONEY_COLUMN (N_ ("P90"), 0),
};
const BfTable bf_totals_table = { "Totals", totals_columns, BF_N_TOTALS_COLUMNS, FALSE };

static const BfTableColumn forecast_columns[BF_N_TOTALS_COLUMNS] = {
  [BF_TOTALS_WHAT] = { N_ ("Forecast"), "", 0, BF_LOOK_TEXT },
  [BF_TOTALS_EXPECTED] = { N_ ("Planned"), N_ ("or expected"), 0, BF_LOOK_HOURS },
  [BF_TOTALS_P50] = { N_ ("P50"), "", 0, BF_LOOK_HOURS },
  [BF_TOTALS_P80] = { N_ ("P80"), "", 0, BF_LOOK_HOURS },
  [BF_TOTALS_P90] = { N_ ("P90"), "", 0, BF_LOOK_HOURS },
};
const BfTable bf_forecast_table = { "Forecast", forecast_columns, BF_N_TOTALS_COLUMNS, FALSE };

/* --- Totals and forecast --- */

typedef struct
{
  const char *label;
  guint step_column; /* of Steps, summed up */
  guint and_column;  /* another one; the same: none */
  gsize spread;      /* offset in BfRoadmap */
} TotalKind;

static const TotalKind totals[BF_N_TOTALS] = {
  [BF_TOTAL_PROJECT] = { N_ ("Project cost (capex and opex)"),
                         BF_STEPS_CAPEX,
                         BF_STEPS_OPEX,
                         G_STRUCT_OFFSET (BfRoadmap, project_cost) },
  [BF_TOTAL_CAPEX] = { N_ ("Capex"),
                       BF_STEPS_CAPEX,
                       BF_STEPS_CAPEX,
                       G_STRUCT_OFFSET (BfRoadmap, capex) },
  [BF_TOTAL_OPEX] = { N_ ("Opex"),
                      BF_STEPS_OPEX,
                      BF_STEPS_OPEX,
                      G_STRUCT_OFFSET (BfRoadmap, opex) },
  [BF_TOTAL_VALIDATION] = { N_ ("Validation"),
                            BF_STEPS_VALIDATION,
                            BF_STEPS_VALIDATION,
                            G_STRUCT_OFFSET (BfRoadmap, validation_cost) },
  [BF_TOTAL_DOWNTIME] = { N_ ("Downtime"),
                          BF_STEPS_DOWNTIME,
                          BF_STEPS_DOWNTIME,
                          G_STRUCT_OFFSET (BfRoadmap, downtime_cost) },
  [BF_TOTAL_DOUBLE_RUNNING] = { N_ ("Double running"),
                                BF_STEPS_DOUBLE_RUNNING,
                                BF_STEPS_DOUBLE_RUNNING,
                                G_STRUCT_OFFSET (BfRoadmap, double_running) },
  [BF_TOTAL_BRIDGES] = { N_ ("Bridges"),
                         BF_STEPS_BRIDGES,
                         BF_STEPS_BRIDGES,
                         G_STRUCT_OFFSET (BfRoadmap, bridges) },
  [BF_TOTAL_FULL] = { N_ ("Fully loaded"),
                      BF_STEPS_FULL,
                      BF_STEPS_FULL,
                      G_STRUCT_OFFSET (BfRoadmap, fully_loaded) },
};

static gint64
total_minor (const BfWorkbook *workbook, guint step_column)
{
  gint64 sum = 0;

  if (step_column != BF_STEPS_FULL)
    return bf_workbook_sum (workbook, -1, (BfMoneyKind) (step_column - BF_STEPS_CAPEX));
  for (int kind = 0; kind < BF_N_MONEY; kind++)
    sum += bf_workbook_sum (workbook, -1, (BfMoneyKind) kind);
  return sum;
}

static void
write_total (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, const TotalKind *kind)
{
  const BfSpread *spread =
      (const BfSpread *) (gconstpointer) ((const char *) workbook->roadmap + kind->spread);
  const double percentiles[] = { spread->p50, spread->p80, spread->p90 };
  g_autofree char *ref = bf_table_ref (&bf_steps_table, kind->step_column);
  g_autofree char *other = bf_table_ref (&bf_steps_table, kind->and_column);
  gboolean both = kind->step_column != kind->and_column;
  gint64 minor = total_minor (workbook, kind->step_column) +
                 (both ? total_minor (workbook, kind->and_column) : 0);
  BfGround ground = kind->step_column == BF_STEPS_FULL ? BF_GROUND_TOTAL : BF_GROUND_PLAIN;

  bf_sheet_text (sheet, at, BF_TOTALS_WHAT, BF_LOOK_TEXT, ground, _ (kind->label));
  bf_sheet_formula (sheet,
                    at,
                    BF_TOTALS_EXPECTED,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, ground),
                    bf_money_to_units (minor),
                    both ? "=SUM(%s)+SUM(%s)" : "=SUM(%s)",
                    ref,
                    other);
  for (guint i = 0; i < G_N_ELEMENTS (percentiles); i++)
    bf_sheet_money (sheet,
                    at,
                    (lxw_col_t) (BF_TOTALS_P50 + i),
                    BF_LOOK_THOUSANDS,
                    ground,
                    bf_spending_round (percentiles[i]));
}

static void
write_finish (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const BfDaySpread *finish = &workbook->roadmap->finish;
  const gint64 days[] = { finish->planned, finish->p50, finish->p80, finish->p90 };

  bf_sheet_text (sheet, at, BF_TOTALS_WHAT, BF_LOOK_TEXT, BF_GROUND_PLAIN, _ ("Finish"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    bf_sheet_day (sheet,
                  at,
                  (lxw_col_t) (BF_TOTALS_EXPECTED + i),
                  BF_LOOK_DAY,
                  BF_GROUND_PLAIN,
                  workbook->roadmap->n_steps ? days[i] : BF_BLANK);
}

static void
write_hours (BfWorkbook *workbook,
             BfSheet *sheet,
             lxw_row_t at,
             const char *label,
             const BfSpread *spread,
             guint step_column)
{
  const double percentiles[] = { spread->p50, spread->p80, spread->p90 };
  g_autofree char *ref = bf_table_ref (&bf_steps_table, step_column);
  double sum = 0;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    sum += step_column == BF_STEPS_LOST_EXPECTED
               ? workbook->roadmap->steps[i].lost_hours.expected
               : workbook->roadmap->steps[i].downtime_hours.expected;
  bf_sheet_text (sheet, at, BF_TOTALS_WHAT, BF_LOOK_TEXT, BF_GROUND_PLAIN, label);
  bf_sheet_formula (sheet,
                    at,
                    BF_TOTALS_EXPECTED,
                    bf_sheet_format (sheet, BF_LOOK_HOURS, BF_GROUND_PLAIN),
                    sum,
                    "=SUM(%s)",
                    ref);
  for (guint i = 0; i < G_N_ELEMENTS (percentiles); i++)
    bf_sheet_number (
        sheet, at, (lxw_col_t) (BF_TOTALS_P50 + i), BF_LOOK_HOURS, BF_GROUND_PLAIN, percentiles[i]);
}

static void
write_totals (BfWorkbook *workbook, BfSheet *sheet)
{
  const BfRoadmap *roadmap = workbook->roadmap;
  lxw_row_t at = TOTALS_ROW + 2;

  bf_sheet_add_table (sheet, &bf_totals_table, TOTALS_ROW, 0, BF_N_TOTALS);
  for (guint i = 0; i < BF_N_TOTALS; i++)
    write_total (workbook, sheet, at + i, &totals[i]);
  at = FORECAST_ROW + 2;
  bf_sheet_add_table (sheet, &bf_forecast_table, FORECAST_ROW, 0, BF_N_FORECASTS);
  write_finish (workbook, sheet, at + BF_FORECAST_FINISH);
  write_hours (workbook,
               sheet,
               at + BF_FORECAST_STOPPED,
               _ ("Hours stopped"),
               &roadmap->downtime_hours,
               BF_STEPS_STOP_EXPECTED);
  write_hours (workbook,
               sheet,
               at + BF_FORECAST_LOST,
               _ ("Hours lost"),
               &roadmap->lost_hours,
               BF_STEPS_LOST_EXPECTED);
}

static void
set_widths (BfSheet *sheet)
{
  worksheet_set_column (sheet->sheet, 0, 0, 28, NULL);
  worksheet_set_column (sheet->sheet, 1, BF_MONEY_COLUMNS - 2, 12, NULL);
  worksheet_set_column (sheet->sheet, BF_MONEY_COLUMNS - 1, BF_MONEY_COLUMNS - 1, 26, NULL);
}

/* Of the budgets' year, and of the calendar where that is another: a page each. */
static lxw_row_t
write_quarters (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const BfYearRule rule = bf_year_rule_of_budgets (workbook->plan);
  lxw_row_t pages[] = { at, 0, 0 };

  at = bf_workbook_write_quarters (workbook, sheet, at);
  bf_workbook_add_quarters_chart (workbook, sheet, pages[0], at - 2, TOTALS_ROW, CHART_COLUMN);
  if (!bf_year_rule_is_calendar (&rule))
    {
      pages[1] = at + 1;
      at = bf_workbook_write_calendar_quarters (workbook, sheet, pages[1]);
    }
  worksheet_set_h_pagebreaks (sheet->sheet, pages);
  return at;
}

void
bf_workbook_write_money (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("money"));
  lxw_row_t at;

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  bf_sheet_part (sheet,
                 1,
                 0,
                 BF_PART_NOTE,
                 _ ("Budgets pay capex, opex and validation at their expected values. Downtime, "
                    "double running and bridges stand outside them. Grey cells come back into the "
                    "plan."));
  /* Tables below each other have no heading that could be repeated. */
  bf_sheet_set_up (sheet, BF_PAPER_A3, 0, 0, 0);
  set_widths (sheet);
  write_totals (workbook, sheet);
  at = bf_workbook_write_budgets (workbook, sheet, BUDGETS_ROW);
  at = write_quarters (workbook, sheet, at + 1);
  bf_workbook_write_spending (workbook, sheet, TOTALS_ROW, SPENDING_COLUMN);
  worksheet_print_area (sheet->sheet, 0, 0, at, BF_MONEY_COLUMNS - 1);
}
