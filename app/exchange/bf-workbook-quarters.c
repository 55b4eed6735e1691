/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Money: the quarters, and the lines that all its sums are made of. A line is a share
 * of the amount that stands on the sheet Steps, so a changed amount there flows through. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

static const BfTableColumn quarters_columns[BF_N_QUARTERS_COLUMNS] = {
  [BF_QUARTERS_QUARTER] = { N_ ("Quarter"), "", 0, BF_LOOK_TEXT },
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
};
static const BfTable quarters_table = {
  "Quarters", quarters_columns, BF_N_QUARTERS_COLUMNS, FALSE
};

static const BfTableColumn spending_columns[BF_N_SPENDING_COLUMNS] = {
  [BF_SPENDING_STEP] = { N_ ("Nr"), "", 5, BF_LOOK_COUNT },
  [BF_SPENDING_NAME] = { N_ ("Step"), "", 44, BF_LOOK_TEXT },
  [BF_SPENDING_KIND] = { N_ ("Kind"), "", 14, BF_LOOK_TEXT },
  [BF_SPENDING_QUARTER] = { N_ ("Quarter from"), "", 11, BF_LOOK_QUARTER },
  [BF_SPENDING_YEAR] = { N_ ("Year"), "", 7, BF_LOOK_YEAR },
  [BF_SPENDING_BUDGET] = { N_ ("Budget"), "", 8, BF_LOOK_COUNT },
  [BF_SPENDING_SHARE] = { N_ ("Share"), "", 8, BF_LOOK_SHARE },
  [BF_SPENDING_AMOUNT] = { N_ ("Amount"), "¤", 13, BF_LOOK_MONEY },
};
const BfTable bf_spending_table = { "Spending", spending_columns, BF_N_SPENDING_COLUMNS, TRUE };

/* --- Quarters --- */

static void
write_quarter_kind (BfSheet *sheet, lxw_row_t at, guint column, BfMoneyKind kind, gint64 minor)
{
  g_autofree char *amounts = bf_table_ref (&bf_spending_table, BF_SPENDING_AMOUNT);
  g_autofree char *quarters = bf_table_ref (&bf_spending_table, BF_SPENDING_QUARTER);
  g_autofree char *kinds = bf_table_ref (&bf_spending_table, BF_SPENDING_KIND);

  bf_sheet_formula (sheet,
                    at,
                    (lxw_col_t) column,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PLAIN),
                    bf_money_to_units (minor),
                    "=SUMIFS(%s,%s,$B%u,%s,\"%s\")",
                    amounts,
                    quarters,
                    at + 1,
                    kinds,
                    bf_money_kind_id (kind));
}

static char *
quarter_name (const BfPeriod *quarter)
{
  /* Translators: %1$d is the quarter of the year %2$d. */
  return g_strdup_printf (_ ("Q%1$d %2$d"), quarter->quarter, quarter->year);
}

/* Returns what the quarter costs in all; @so_far is what was spent before it. */
static gint64
write_quarter (BfSheet *sheet, lxw_row_t at, const BfMoneyPeriod *quarter, gint64 so_far)
{
  lxw_format *sum = bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_STRONG);
  gint64 budgeted = 0, full = 0;
  guint row = at + 1; /* as the sheet counts */
  g_autofree char *name = quarter_name (&quarter->period);

  bf_sheet_text (sheet, at, BF_QUARTERS_QUARTER, BF_LOOK_TEXT, BF_GROUND_PLAIN, name);
  bf_sheet_day (sheet, at, BF_QUARTERS_FROM, BF_LOOK_DAY, BF_GROUND_PLAIN, quarter->period.from);
  for (int kind = 0; kind < BF_N_MONEY; kind++)
    {
      gint64 minor = quarter->spent_minor[kind];
      guint column = kind <= BF_MONEY_VALIDATION
                         ? (guint) (BF_QUARTERS_CAPEX + kind)
                         : (guint) (BF_QUARTERS_DOWNTIME + kind - BF_MONEY_DOWNTIME);

      write_quarter_kind (sheet, at, column, (BfMoneyKind) kind, minor);
      budgeted += kind <= BF_MONEY_VALIDATION ? minor : 0;
      full += minor;
    }
  bf_sheet_formula (sheet,
                    at,
                    BF_QUARTERS_BUDGETED,
                    sum,
                    bf_money_to_units (budgeted),
                    "=SUM(C%u:E%u)",
                    row,
                    row);
  bf_sheet_formula (
      sheet, at, BF_QUARTERS_FULL, sum, bf_money_to_units (full), "=SUM(F%u:I%u)", row, row);
  bf_sheet_formula (sheet,
                    at,
                    BF_QUARTERS_SO_FAR,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PLAIN),
                    bf_money_to_units (so_far + full),
                    so_far == 0 ? "=J%u" : "=K%u+J%u",
                    so_far == 0 ? row : row - 1,
                    row);
  return full;
}

static void
write_quarter_totals (BfSheet *sheet, lxw_row_t first, lxw_row_t at, const gint64 *sums)
{
  lxw_format *format = bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_TOTAL);

  bf_sheet_text (sheet, at, 0, BF_LOOK_TEXT, BF_GROUND_TOTAL, _ ("All quarters"));
  for (guint column = BF_QUARTERS_CAPEX; column <= BF_QUARTERS_FULL; column++)
    {
      char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];

      lxw_rowcol_to_cell (from, first, (lxw_col_t) column);
      lxw_rowcol_to_cell (to, at - 1, (lxw_col_t) column);
      bf_sheet_formula (sheet,
                        at,
                        (lxw_col_t) column,
                        format,
                        bf_money_to_units (sums[column]),
                        "=SUM(%s:%s)",
                        from,
                        to);
    }
  bf_sheet_string (sheet, at, BF_QUARTERS_FROM, NULL, format);
  bf_sheet_string (sheet, at, BF_QUARTERS_SO_FAR, NULL, format);
}

/* What each column of the quarters adds up to. */
static void
sum_quarters (const BfWorkbook *workbook, gint64 *sums)
{
  for (int kind = 0; kind < BF_N_MONEY; kind++)
    {
      gint64 minor = bf_workbook_sum (workbook, -1, (BfMoneyKind) kind);

      sums[BF_QUARTERS_FULL] += minor;
      if (kind <= BF_MONEY_VALIDATION)
        {
          sums[BF_QUARTERS_CAPEX + kind] = minor;
          sums[BF_QUARTERS_BUDGETED] += minor;
        }
      else
        sums[BF_QUARTERS_DOWNTIME + kind - BF_MONEY_DOWNTIME] = minor;
    }
}

lxw_row_t
bf_workbook_write_quarters (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  gint64 sums[BF_N_QUARTERS_COLUMNS] = { 0 };
  gint64 so_far = 0;
  guint n = workbook->quarters->len;

  bf_sheet_part (sheet, at, 0, BF_PART_SECTION, _ ("By quarter of the calendar"));
  bf_sheet_add_table (sheet, &quarters_table, at + 1, 0, n);
  at += 3;
  for (guint i = 0; i < n; i++)
    so_far += write_quarter (
        sheet, at + i, &g_array_index (workbook->quarters, BfMoneyPeriod, i), so_far);
  sum_quarters (workbook, sums);
  write_quarter_totals (sheet, at, at + n, sums);
  return at + n + 1;
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
  bf_sheet_day (
      sheet, at, col + BF_SPENDING_QUARTER, BF_LOOK_QUARTER, ground, line->calendar_quarter);
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
