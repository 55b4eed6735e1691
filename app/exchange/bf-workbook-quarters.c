/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Money: the quarters of the budgets' year against what the budgets give, those of
 * the calendar, and the lines that all sums are made of. A line is a share of the amount that
 * stands on the sheet Steps, so a changed amount there flows through. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define QUARTERS_A_YEAR 4

static const BfTableColumn quarters_columns[BF_N_QUARTERS_COLUMNS] = {
  [BF_QUARTERS_QUARTER] = { N_ ("Quarter"), "", 0, BF_LOOK_TEXT },
  [BF_QUARTERS_YEAR] = { N_ ("Year"), "", 0, BF_LOOK_YEAR },
  [BF_QUARTERS_FROM] = { N_ ("From"), "", 0, BF_LOOK_DAY },
  [BF_QUARTERS_CAPEX] = BF_MONEY_COLUMN (N_ ("Capex"), 0),
  [BF_QUARTERS_OPEX] = BF_MONEY_COLUMN (N_ ("Opex"), 0),
  [BF_QUARTERS_VALIDATION] = BF_MONEY_COLUMN (N_ ("Validation"), 0),
  [BF_QUARTERS_BUDGETED] = BF_MONEY_COLUMN (N_ ("From budgets"), 0),
  [BF_QUARTERS_DOWNTIME] = BF_MONEY_COLUMN (N_ ("Downtime"), 0),
  [BF_QUARTERS_DOUBLE_RUNNING] = BF_MONEY_COLUMN (N_ ("Double running"), 0),
  [BF_QUARTERS_BRIDGES] = BF_MONEY_COLUMN (N_ ("Bridges"), 0),
  [BF_QUARTERS_FULL] = BF_MONEY_COLUMN (N_ ("Fully loaded"), 0),
  [BF_QUARTERS_SO_FAR] = BF_MONEY_COLUMN (N_ ("Spent so far"), 0),
  [BF_QUARTERS_BUDGET] = BF_MONEY_COLUMN (N_ ("Budget"), 0),
  [BF_QUARTERS_CONTINGENCY] = BF_MONEY_COLUMN (N_ ("Contingency to P80"), 0),
};
static const BfTable quarters_table = {
  "Quarters", quarters_columns, BF_N_QUARTERS_COLUMNS, FALSE
};
static const BfTable calendar_table = {
  "CalendarQuarters", quarters_columns, BF_N_CALENDAR_COLUMNS, FALSE
};

static const BfTableColumn spending_columns[BF_N_SPENDING_COLUMNS] = {
  [BF_SPENDING_STEP] = { N_ ("Nr"), "", 5, BF_LOOK_COUNT },
  [BF_SPENDING_NAME] = { N_ ("Step"), "", 44, BF_LOOK_TEXT },
  [BF_SPENDING_KIND] = { N_ ("Kind"), "", 14, BF_LOOK_TEXT },
  [BF_SPENDING_QUARTER] = { N_ ("Quarter from"), "", 11, BF_LOOK_QUARTER },
  [BF_SPENDING_CALENDAR] = { N_ ("Calendar quarter"), N_ ("from"), 11, BF_LOOK_QUARTER },
  [BF_SPENDING_YEAR] = { N_ ("Year"), "", 7, BF_LOOK_YEAR },
  [BF_SPENDING_BUDGET] = { N_ ("Budget"), "", 8, BF_LOOK_COUNT },
  [BF_SPENDING_SHARE] = { N_ ("Share"), "", 8, BF_LOOK_SHARE },
  [BF_SPENDING_AMOUNT] = { N_ ("Amount"), "¤", 13, BF_LOOK_MONEY },
};
const BfTable bf_spending_table = { "Spending", spending_columns, BF_N_SPENDING_COLUMNS, TRUE };

/* --- Quarters --- */

/* One of the two tables while it is written. */
typedef struct
{
  BfWorkbook *workbook;
  BfSheet *sheet;
  const BfTable *table;
  const GArray *periods; /* BfMoneyPeriod */
  guint mark;            /* of Spending: what says in which of them a line lies */
  lxw_row_t first;       /* row of the first quarter */
  gint64 full_minor, contingency_minor;
} Quarters;

static const BfMoneyPeriod *
period_at (const Quarters *quarters, guint i)
{
  return &g_array_index (quarters->periods, BfMoneyPeriod, i);
}

static guint
column_of_kind (int kind)
{
  return kind <= BF_MONEY_VALIDATION ? (guint) (BF_QUARTERS_CAPEX + kind)
                                     : (guint) (BF_QUARTERS_DOWNTIME + kind - BF_MONEY_DOWNTIME);
}

static gint64
sum_of_kinds (const BfMoneyPeriod *period, int last_kind)
{
  gint64 minor = 0;

  for (int kind = 0; kind <= last_kind; kind++)
    minor += period->spent_minor[kind];
  return minor;
}

/* What a quarter has of its year's budgets, in units: the year's is not always divisible. */
static double
budget_of_quarter (const BfMoneyPeriod *period)
{
  gint64 minor = 0;

  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    minor += period->budget_minor[kind];
  return bf_money_to_units (minor) / QUARTERS_A_YEAR;
}

/* Contingency lies where money is spent. */
static double
contingency_of_quarter (const Quarters *quarters, const BfMoneyPeriod *period)
{
  double full = bf_money_to_units (quarters->full_minor);

  return quarters->full_minor == 0 ? 0
                                   : bf_money_to_units (sum_of_kinds (period, BF_N_MONEY - 1)) /
                                         full * bf_money_to_units (quarters->contingency_minor);
}

/* A cell of money; the formula is taken over. */
static void
write_money (const Quarters *quarters,
             lxw_row_t at,
             guint column,
             BfGround ground,
             double value,
             char *formula)
{
  bf_sheet_formula (quarters->sheet,
                    at,
                    (lxw_col_t) column,
                    bf_sheet_format (quarters->sheet, BF_LOOK_THOUSANDS, ground),
                    value,
                    "%s",
                    formula);
  g_free (formula);
}

static char *
kind_formula (const Quarters *quarters, lxw_row_t at, BfMoneyKind kind)
{
  g_autofree char *amounts = bf_table_ref (&bf_spending_table, BF_SPENDING_AMOUNT);
  g_autofree char *marks = bf_table_ref (&bf_spending_table, quarters->mark);
  g_autofree char *kinds = bf_table_ref (&bf_spending_table, BF_SPENDING_KIND);

  return g_strdup_printf (
      "=SUMIFS(%s,%s,$C%u,%s,\"%s\")", amounts, marks, at + 1, kinds, bf_money_kind_id (kind));
}

static void
write_kinds (const Quarters *quarters, lxw_row_t at, const BfMoneyPeriod *period)
{
  guint row = at + 1; /* as the sheet counts */

  for (int kind = 0; kind < BF_N_MONEY; kind++)
    write_money (quarters,
                 at,
                 column_of_kind (kind),
                 BF_GROUND_PLAIN,
                 bf_money_to_units (period->spent_minor[kind]),
                 kind_formula (quarters, at, (BfMoneyKind) kind));
  write_money (quarters,
               at,
               BF_QUARTERS_BUDGETED,
               BF_GROUND_STRONG,
               bf_money_to_units (sum_of_kinds (period, BF_MONEY_VALIDATION)),
               g_strdup_printf ("=SUM(D%u:F%u)", row, row));
  write_money (quarters,
               at,
               BF_QUARTERS_FULL,
               BF_GROUND_STRONG,
               bf_money_to_units (sum_of_kinds (period, BF_N_MONEY - 1)),
               g_strdup_printf ("=SUM(G%u:J%u)", row, row));
}

static char *
contingency_formula (const Quarters *quarters, lxw_row_t at)
{
  g_autofree char *p80 = bf_table_ref (&bf_totals_table, BF_TOTALS_P80);
  g_autofree char *expected = bf_table_ref (&bf_totals_table, BF_TOTALS_EXPECTED);
  guint total = quarters->first + quarters->periods->len + 1;

  return g_strdup_printf ("=IF($K$%u=0,0,K%u/$K$%u*MAX(0,INDEX(%s,%d)-INDEX(%s,%d)))",
                          total,
                          at + 1,
                          total,
                          p80,
                          BF_TOTAL_FULL + 1,
                          expected,
                          BF_TOTAL_FULL + 1);
}

static void
write_against_budget (const Quarters *quarters, lxw_row_t at, const BfMoneyPeriod *period)
{
  g_autofree char *cell = g_strdup_printf ("$B%u", at + 1);
  g_autofree char *year = bf_workbook_budget_formula (cell, NULL);

  write_money (quarters,
               at,
               BF_QUARTERS_BUDGET,
               BF_GROUND_PLAIN,
               budget_of_quarter (period),
               g_strdup_printf ("%s/%d", year, QUARTERS_A_YEAR));
  write_money (quarters,
               at,
               BF_QUARTERS_CONTINGENCY,
               BF_GROUND_PLAIN,
               contingency_of_quarter (quarters, period),
               contingency_formula (quarters, at));
}

char *
bf_workbook_quarter_name (const BfPeriod *quarter)
{
  /* Translators: %1$d is the quarter of the year %2$d. */
  return g_strdup_printf (_ ("Q%1$d %2$d"), quarter->quarter, quarter->year);
}

static void
write_quarter (const Quarters *quarters, guint i, gint64 so_far)
{
  const BfMoneyPeriod *period = period_at (quarters, i);
  BfSheet *sheet = quarters->sheet;
  lxw_row_t at = quarters->first + i;
  g_autofree char *name = bf_workbook_quarter_name (&period->period);

  bf_sheet_text (sheet, at, BF_QUARTERS_QUARTER, BF_LOOK_TEXT, BF_GROUND_PLAIN, name);
  bf_sheet_number (sheet, at, BF_QUARTERS_YEAR, BF_LOOK_YEAR, BF_GROUND_PLAIN, period->period.year);
  bf_sheet_day (sheet, at, BF_QUARTERS_FROM, BF_LOOK_DAY, BF_GROUND_PLAIN, period->period.from);
  write_kinds (quarters, at, period);
  write_money (quarters,
               at,
               BF_QUARTERS_SO_FAR,
               BF_GROUND_PLAIN,
               bf_money_to_units (so_far),
               i == 0 ? g_strdup_printf ("=K%u", at + 1)
                      : g_strdup_printf ("=L%u+K%u", at, at + 1));
  if (quarters->table->n_columns > BF_QUARTERS_BUDGET)
    write_against_budget (quarters, at, period);
}

/* What a column of money adds up to. */
static double
total_of (const Quarters *quarters, guint column)
{
  double units = 0;

  for (guint i = 0; i < quarters->periods->len; i++)
    {
      const BfMoneyPeriod *period = period_at (quarters, i);

      if (column == BF_QUARTERS_BUDGET)
        units += budget_of_quarter (period);
      else if (column == BF_QUARTERS_CONTINGENCY)
        units += contingency_of_quarter (quarters, period);
      else if (column == BF_QUARTERS_BUDGETED || column == BF_QUARTERS_FULL)
        units += bf_money_to_units (sum_of_kinds (
            period, column == BF_QUARTERS_FULL ? BF_N_MONEY - 1 : BF_MONEY_VALIDATION));
      for (int kind = 0; kind < BF_N_MONEY; kind++)
        if (column_of_kind (kind) == column)
          units += bf_money_to_units (period->spent_minor[kind]);
    }
  return units;
}

static void
write_totals (const Quarters *quarters)
{
  lxw_row_t at = quarters->first + quarters->periods->len;

  for (guint column = 0; column < quarters->table->n_columns; column++)
    if (column < BF_QUARTERS_CAPEX || column == BF_QUARTERS_SO_FAR)
      bf_sheet_text (quarters->sheet,
                     at,
                     (lxw_col_t) column,
                     BF_LOOK_TEXT,
                     BF_GROUND_TOTAL,
                     column ? NULL : _ ("All quarters"));
    else
      write_money (
          quarters,
          at,
          column,
          BF_GROUND_TOTAL,
          total_of (quarters, column),
          g_strdup_printf (
              "=SUM(%c%u:%c%u)", 'A' + (int) column, quarters->first + 1, 'A' + (int) column, at));
}

static lxw_row_t
write_table (Quarters *quarters, lxw_row_t at, const char *section)
{
  const BfSpread *full = &quarters->workbook->roadmap->fully_loaded;
  gint64 so_far = 0;

  quarters->first = at + 3;
  for (guint i = 0; i < quarters->periods->len; i++)
    quarters->full_minor += sum_of_kinds (period_at (quarters, i), BF_N_MONEY - 1);
  quarters->contingency_minor = MAX (0, bf_spending_round (full->p80) - quarters->full_minor);
  bf_sheet_part (quarters->sheet, at, 0, BF_PART_SECTION, section);
  bf_sheet_add_table (quarters->sheet, quarters->table, at + 1, 0, quarters->periods->len);
  worksheet_set_row (quarters->sheet->sheet, at + 2, 27, NULL);
  for (guint i = 0; i < quarters->periods->len; i++)
    {
      so_far += sum_of_kinds (period_at (quarters, i), BF_N_MONEY - 1);
      write_quarter (quarters, i, so_far);
    }
  write_totals (quarters);
  bf_trip_add_other (quarters->workbook->trip,
                     quarters->sheet->sheet,
                     _ (quarters_columns[BF_QUARTERS_QUARTER].heading),
                     _ (quarters_columns[BF_QUARTERS_BUDGETED].heading));
  return quarters->first + quarters->periods->len + 1;
}

lxw_row_t
bf_workbook_write_quarters (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const BfYearRule rule = bf_year_rule_of_budgets (workbook->plan);
  Quarters quarters = {
    workbook, sheet, &quarters_table, workbook->quarters, BF_SPENDING_QUARTER, 0, 0, 0
  };

  return write_table (&quarters,
                      at,
                      bf_year_rule_is_calendar (&rule) ? _ ("By quarter of the calendar")
                                                       : _ ("By quarter of the budgets' year"));
}

lxw_row_t
bf_workbook_write_calendar_quarters (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  Quarters quarters = {
    workbook, sheet, &calendar_table, workbook->calendar, BF_SPENDING_CALENDAR, 0, 0, 0
  };

  return write_table (&quarters, at, _ ("By quarter of the calendar"));
}

/* --- The lines --- */

static void
write_line (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, lxw_col_t col, const BfSpend *line)
{
  const BfStepRow *row = &workbook->rows[line->step];
  guint from = BF_STEPS_CAPEX + (guint) line->kind;
  g_autofree char *amounts = bf_table_ref (&bf_steps_table, from);
  g_autofree char *numbers = bf_table_ref (&bf_steps_table, BF_STEPS_NO);
  double share = (double) line->amount_minor / (double) row->money[line->kind];
  char nr_cell[LXW_MAX_CELL_NAME_LENGTH], share_cell[LXW_MAX_CELL_NAME_LENGTH];
  BfGround ground = BF_GROUND_PLAIN;

  lxw_rowcol_to_cell (nr_cell, at, col + BF_SPENDING_STEP);
  lxw_rowcol_to_cell (share_cell, at, col + BF_SPENDING_SHARE);
  bf_sheet_number (sheet, at, col + BF_SPENDING_STEP, BF_LOOK_COUNT, ground, row->number);
  bf_sheet_text (sheet, at, col + BF_SPENDING_NAME, BF_LOOK_TEXT, ground, row->step->title);
  bf_sheet_text (
      sheet, at, col + BF_SPENDING_KIND, BF_LOOK_TEXT, ground, bf_money_kind_id (line->kind));
  bf_sheet_day (sheet, at, col + BF_SPENDING_QUARTER, BF_LOOK_QUARTER, ground, line->quarter);
  bf_sheet_day (
      sheet, at, col + BF_SPENDING_CALENDAR, BF_LOOK_QUARTER, ground, line->calendar_quarter);
  bf_sheet_number (sheet, at, col + BF_SPENDING_YEAR, BF_LOOK_YEAR, ground, (double) line->year);
  bf_sheet_number (sheet,
                   at,
                   col + BF_SPENDING_BUDGET,
                   BF_LOOK_COUNT,
                   ground,
                   line->budget < 0 ? NAN : line->budget + 1);
  bf_sheet_number (sheet, at, col + BF_SPENDING_SHARE, BF_LOOK_SHARE, ground, share);
  bf_sheet_formula (sheet,
                    at,
                    col + BF_SPENDING_AMOUNT,
                    bf_sheet_format (sheet, BF_LOOK_MONEY, ground),
                    bf_money_to_units (line->amount_minor),
                    "=%s*INDEX(%s,MATCH(%s,%s,0))",
                    share_cell,
                    amounts,
                    nr_cell,
                    numbers);
}

void
bf_workbook_write_spending (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t row, lxw_col_t col)
{
  bf_sheet_part (sheet, row - 1, col, BF_PART_SECTION, _ ("The lines that the sums are made of"));
  bf_sheet_add_table (sheet, &bf_spending_table, row, col, workbook->spending->len);
  for (guint i = 0; i < workbook->spending->len; i++)
    write_line (workbook, sheet, row + 2 + i, col, &g_array_index (workbook->spending, BfSpend, i));
}
