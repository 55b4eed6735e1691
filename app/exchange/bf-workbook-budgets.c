/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Money: the plan's budgets with what they have and what is planned from them. What
 * is grey comes back into the plan. */

#include "bf-workbook-list.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

enum
{
  COL_KEY,
  COL_NR,
  COL_KIND,
  COL_YEAR,
  COL_COUNTS_IN,
  COL_FROM,
  COL_TO,
  COL_AMOUNT,
  COL_CARRY_OVER,
  COL_CARRIED,
  COL_AVAILABLE,
  COL_PLANNED,
  COL_LEFT,
  COL_REMARK,
  N_COLS,
};

static gint64
own_amount (const BfListRow *row)
{
  const BfBudget *budget = row->thing;

  return budget->amount == BF_BLANK ? 0 : budget->amount;
}

/* Without a roadmap nothing was left over. */
static gint64
carried_minor (const BfWorkbook *workbook, guint budget)
{
  for (guint i = 0; i < workbook->roadmap->n_periods; i++)
    if (workbook->roadmap->periods[i].budget == (int) budget)
      return workbook->roadmap->periods[i].carried_in_minor;
  return 0;
}

static gint64
planned_minor (const BfWorkbook *workbook, guint budget)
{
  gint64 sum = 0;

  for (guint i = 0; i < workbook->spending->len; i++)
    if (g_array_index (workbook->spending, BfSpend, i).budget == (int) budget)
      sum += g_array_index (workbook->spending, BfSpend, i).amount_minor;
  return sum;
}

static BfFact
number (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (row->index + 1);
}

/* A budget may say days and no year. */
static BfFact
counts_in (const BfWorkbook *workbook, const BfListRow *row)
{
  int year = bf_money_year_of_budget (workbook->plan, row->index);

  return bf_fact_formula (
      year, "=IF(ISBLANK(%s),%d,%s)", BF_CELL (row, COL_YEAR), year, BF_CELL (row, COL_YEAR));
}

static BfFact
carried (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (carried_minor (workbook, row->index));
}

static BfFact
available (const BfWorkbook *workbook, const BfListRow *row)
{
  gint64 minor = own_amount (row) + carried_minor (workbook, row->index);

  return bf_fact_formula (
      bf_money_to_units (minor), "=%s+%s", BF_CELL (row, COL_AMOUNT), BF_CELL (row, COL_CARRIED));
}

static BfFact
planned (const BfWorkbook *workbook, const BfListRow *row)
{
  g_autofree char *amounts = bf_table_ref (&bf_spending_table, BF_SPENDING_AMOUNT);
  g_autofree char *budgets = bf_table_ref (&bf_spending_table, BF_SPENDING_BUDGET);

  return bf_fact_formula (bf_money_to_units (planned_minor (workbook, row->index)),
                          "=SUMIFS(%s,%s,%s)",
                          amounts,
                          budgets,
                          BF_CELL (row, COL_NR));
}

static BfFact
left (const BfWorkbook *workbook, const BfListRow *row)
{
  gint64 minor = own_amount (row) + carried_minor (workbook, row->index) -
                 planned_minor (workbook, row->index);

  return bf_fact_formula (bf_money_to_units (minor),
                          "=%s-%s",
                          BF_CELL (row, COL_AVAILABLE),
                          BF_CELL (row, COL_PLANNED));
}

static const BfListColumn columns[N_COLS] = {
  [COL_KEY] = { .field = "key", .column = { .width = 28 } },
  [COL_NR] = BF_OWN (N_ ("Nr"), "", 5, COUNT, number),
  [COL_KIND] = { .field = "kind" },
  [COL_YEAR] = { .field = "year" },
  [COL_COUNTS_IN] = BF_OWN (N_ ("Counts in"), N_ ("year"), 9, YEAR, counts_in),
  [COL_FROM] = { .field = "from_day" },
  [COL_TO] = { .field = "to_day" },
  [COL_AMOUNT] = { .field = "amount" },
  [COL_CARRY_OVER] = { .field = "carry_over" },
  [COL_CARRIED] = BF_OWN (N_ ("Carried in"), "¤", 12, COUNT, carried),
  [COL_AVAILABLE] = BF_OWN (N_ ("Available"), "¤", 12, COUNT, available),
  [COL_PLANNED] = BF_OWN (N_ ("Planned"), "¤", 12, COUNT, planned),
  [COL_LEFT] = BF_OWN (N_ ("Left"), "¤", 12, COUNT, left, .flags = BF_LIST_STRONG),
  [COL_REMARK] = { .field = "remark", .column = { .width = 28 } },
};
static const BfList budgets_list = {
  .name = "Budgets",
  .section = N_ ("By budget"),
  .empty = N_ ("No budget: nothing limits the plan."),
  .columns = columns,
  .n_columns = N_COLS,
  .kind = BF_BUDGET,
  .open = TRUE,
  .keeps_widths = TRUE,
};

char *
bf_workbook_budget_formula (const char *year_cell, const char *kind)
{
  g_autofree char *amounts = bf_list_ref (&budgets_list, COL_AMOUNT);
  g_autofree char *years = bf_list_ref (&budgets_list, COL_COUNTS_IN);
  g_autofree char *kinds = bf_list_ref (&budgets_list, COL_KIND);

  if (kind == NULL)
    return g_strdup_printf ("=SUMIFS(%s,%s,%s)", amounts, years, year_cell);
  return g_strdup_printf ("=SUMIFS(%s,%s,%s,%s,\"%s\")", amounts, years, year_cell, kinds, kind);
}

/* A budget that gives more than it has would be a fault of the plan, or of a changed workbook. */
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
  worksheet_conditional_format_range (sheet->sheet, first, COL_LEFT, last, COL_LEFT, &rule);
}

lxw_row_t
bf_workbook_write_budgets (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  lxw_row_t first = at + 3, after = bf_list_write (workbook, sheet, &budgets_list, at, NULL);

  mark_overdrawn (workbook, sheet, first, after - 1);
  return after;
}
