/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Money: totals with their spread, budget periods, quarters, and beside them the lines
 * that those sums are made of. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define TOTALS_ROW 3
#define FORECAST_COLUMN 6
/* The chart of the quarters stands between the tables and the lines. */
#define CHART_COLUMN 12
#define LAST_CHART_COLUMN 21
#define SPENDING_COLUMN 23

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

static const BfTableColumn budgets_columns[BF_N_BUDGETS_COLUMNS] = {
  [BF_BUDGETS_KEY] = { N_ ("Budget"), "", 0, BF_LOOK_TEXT },
  [BF_BUDGETS_NR] = { N_ ("Nr"), "", 0, BF_LOOK_COUNT },
  [BF_BUDGETS_KIND] = { N_ ("Kind"), "", 0, BF_LOOK_TEXT },
  [BF_BUDGETS_YEAR] = { N_ ("Year"), "", 0, BF_LOOK_YEAR },
  [BF_BUDGETS_FROM] = { N_ ("From"), "", 0, BF_LOOK_DAY },
  [BF_BUDGETS_TO] = { N_ ("To"), "", 0, BF_LOOK_DAY },
  [BF_BUDGETS_AMOUNT] = BF_MONEY_COLUMN (N_ ("Own amount"), 0),
  [BF_BUDGETS_CARRIED] = BF_MONEY_COLUMN (N_ ("Carried in"), 0),
  [BF_BUDGETS_AVAILABLE] = BF_MONEY_COLUMN (N_ ("Available"), 0),
  [BF_BUDGETS_PLANNED] = BF_MONEY_COLUMN (N_ ("Planned"), 0),
  [BF_BUDGETS_LEFT] = BF_MONEY_COLUMN (N_ ("Left"), 0),
};
const BfTable bf_budgets_table = { "Budgets", budgets_columns, BF_N_BUDGETS_COLUMNS, FALSE };

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

  bf_sheet_text (sheet, at, FORECAST_COLUMN, BF_LOOK_TEXT, BF_GROUND_PLAIN, _ ("Finish"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    bf_sheet_day (sheet,
                  at,
                  (lxw_col_t) (FORECAST_COLUMN + 1 + i),
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
  bf_sheet_text (sheet, at, FORECAST_COLUMN, BF_LOOK_TEXT, BF_GROUND_PLAIN, label);
  bf_sheet_formula (sheet,
                    at,
                    FORECAST_COLUMN + 1,
                    bf_sheet_format (sheet, BF_LOOK_HOURS, BF_GROUND_PLAIN),
                    sum,
                    "=SUM(%s)",
                    ref);
  for (guint i = 0; i < G_N_ELEMENTS (percentiles); i++)
    bf_sheet_number (sheet,
                     at,
                     (lxw_col_t) (FORECAST_COLUMN + 2 + i),
                     BF_LOOK_HOURS,
                     BF_GROUND_PLAIN,
                     percentiles[i]);
}

static void
write_totals (BfWorkbook *workbook, BfSheet *sheet)
{
  const BfRoadmap *roadmap = workbook->roadmap;
  lxw_row_t at = TOTALS_ROW + 2;

  bf_sheet_add_table (sheet, &bf_totals_table, TOTALS_ROW, 0, BF_N_TOTALS);
  for (guint i = 0; i < BF_N_TOTALS; i++)
    write_total (workbook, sheet, at + i, &totals[i]);
  bf_sheet_add_table (sheet, &bf_forecast_table, TOTALS_ROW, FORECAST_COLUMN, BF_N_FORECASTS);
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

/* --- Budgets --- */

static gint64
spent_from_budget (const BfWorkbook *workbook, int budget)
{
  gint64 sum = 0;

  for (guint i = 0; i < workbook->spending->len; i++)
    if (g_array_index (workbook->spending, BfSpend, i).budget == budget)
      sum += g_array_index (workbook->spending, BfSpend, i).amount_minor;
  return sum;
}

/* Without a roadmap nothing was left over. */
static gint64
carried_in (const BfWorkbook *workbook, guint budget)
{
  for (guint i = 0; i < workbook->roadmap->n_periods; i++)
    if (workbook->roadmap->periods[i].budget == (int) budget)
      return workbook->roadmap->periods[i].carried_in_minor;
  return 0;
}

static void
write_budget_sums (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint index)
{
  const BfBudget *budget = BF_ROW (workbook->plan, BUDGET, BfBudget, index);
  gint64 planned = spent_from_budget (workbook, (int) index);
  gint64 own = budget->amount == BF_BLANK ? 0 : budget->amount;
  gint64 available = own + carried_in (workbook, index);
  lxw_format *format = bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PLAIN);
  g_autofree char *amounts = bf_table_ref (&bf_spending_table, BF_SPENDING_AMOUNT);
  g_autofree char *of = bf_table_ref (&bf_spending_table, BF_SPENDING_BUDGET);
  guint row = at + 1; /* as the sheet counts */

  bf_sheet_formula (
      sheet, at, BF_BUDGETS_AVAILABLE, format, bf_money_to_units (available), "=G%u+H%u", row, row);
  bf_sheet_formula (sheet,
                    at,
                    BF_BUDGETS_PLANNED,
                    format,
                    bf_money_to_units (planned),
                    "=SUMIFS(%s,%s,B%u)",
                    amounts,
                    of,
                    row);
  bf_sheet_formula (sheet,
                    at,
                    BF_BUDGETS_LEFT,
                    format,
                    bf_money_to_units (available - planned),
                    "=I%u-J%u",
                    row,
                    row);
}

static void
write_budget (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint index)
{
  static const BfMoneyKind kinds[] = { [BF_BUDGET_CAPEX] = BF_MONEY_CAPEX,
                                       [BF_BUDGET_VALIDATION] = BF_MONEY_VALIDATION,
                                       [BF_BUDGET_OPEX] = BF_MONEY_OPEX };
  const BfBudget *budget = BF_ROW (workbook->plan, BUDGET, BfBudget, index);
  gint64 from, to;

  bf_budget_period (workbook->plan, index, &from, &to);

  bf_sheet_text (sheet, at, BF_BUDGETS_KEY, BF_LOOK_TEXT, BF_GROUND_PLAIN, budget->row.key);
  bf_sheet_number (sheet, at, BF_BUDGETS_NR, BF_LOOK_COUNT, BF_GROUND_PLAIN, index + 1);
  bf_sheet_text (sheet,
                 at,
                 BF_BUDGETS_KIND,
                 BF_LOOK_TEXT,
                 BF_GROUND_PLAIN,
                 budget->kind < 0 ? NULL : bf_money_kind_id (kinds[budget->kind]));
  bf_sheet_number (sheet,
                   at,
                   BF_BUDGETS_YEAR,
                   BF_LOOK_YEAR,
                   BF_GROUND_PLAIN,
                   bf_money_year_of_budget (workbook->plan, index));
  bf_sheet_day (sheet, at, BF_BUDGETS_FROM, BF_LOOK_DAY, BF_GROUND_PLAIN, from);
  bf_sheet_day (sheet, at, BF_BUDGETS_TO, BF_LOOK_DAY, BF_GROUND_PLAIN, to);
  bf_sheet_money (sheet, at, BF_BUDGETS_AMOUNT, BF_LOOK_THOUSANDS, BF_GROUND_INPUT, budget->amount);
  bf_sheet_money (sheet,
                  at,
                  BF_BUDGETS_CARRIED,
                  BF_LOOK_THOUSANDS,
                  BF_GROUND_PLAIN,
                  carried_in (workbook, index));
  write_budget_sums (workbook, sheet, at, index);
}

/* A period that spends more than it has would be a fault of the plan, or of a changed workbook. */
static void
mark_overdrawn (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first, lxw_row_t last)
{
  lxw_format *warn = workbook_add_format (workbook->book);
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                  .criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN,
                                  .value = -0.5,
                                  .format = warn };

  format_set_font_color (warn, BF_COLOR_WARN);
  format_set_bold (warn);
  worksheet_conditional_format_range (
      sheet->sheet, first, BF_BUDGETS_LEFT, last, BF_BUDGETS_LEFT, &rule);
}

static lxw_row_t
write_budgets (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  guint n = bf_plan_count (workbook->plan, BF_BUDGET);

  bf_sheet_part (sheet, at, 0, BF_PART_SECTION, _ ("By budget"));
  bf_sheet_add_table (sheet, &bf_budgets_table, at + 1, 0, n);
  at += 3;
  if (n == 0)
    bf_sheet_text (
        sheet, at, 0, BF_LOOK_QUIET, BF_GROUND_PLAIN, _ ("No budget: nothing limits the plan."));
  for (guint i = 0; i < n; i++)
    write_budget (workbook, sheet, at + i, i);
  mark_overdrawn (workbook, sheet, at, at + MAX (n, 1) - 1);
  return at + MAX (n, 1);
}

void
bf_workbook_write_money (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("money"));
  lxw_row_t at = TOTALS_ROW + 2 + BF_N_TOTALS + 1, quarters;

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  bf_sheet_part (sheet,
                 1,
                 0,
                 BF_PART_NOTE,
                 _ ("Budgets pay capex, opex and validation at their expected values. Downtime, "
                    "double running and bridges stand outside them."));
  /* Three tables below each other have no heading that could be repeated: one page holds them. */
  bf_sheet_set_up (sheet, BF_PAPER_A3, 0, 0, 0);
  worksheet_fit_to_pages (sheet->sheet, 1, 1);
  worksheet_set_column (sheet->sheet, 0, 0, 28, NULL);
  worksheet_set_column (sheet->sheet, 1, CHART_COLUMN - 1, 12, NULL);
  worksheet_set_column (sheet->sheet, CHART_COLUMN, LAST_CHART_COLUMN, 10, NULL);
  worksheet_set_column (sheet->sheet, FORECAST_COLUMN, FORECAST_COLUMN, 14, NULL);
  write_totals (workbook, sheet);
  at = write_budgets (workbook, sheet, at);
  quarters = at + 1;
  at = bf_workbook_write_quarters (workbook, sheet, quarters);
  bf_workbook_add_quarters_chart (workbook, sheet, quarters, at - 2, TOTALS_ROW, CHART_COLUMN);
  bf_workbook_write_spending (workbook, sheet, TOTALS_ROW, SPENDING_COLUMN);
  worksheet_print_area (sheet->sheet, 0, 0, at, LAST_CHART_COLUMN);
}
