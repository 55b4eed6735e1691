/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Summary: each budget year's plan against its own budget, and the rows of headings
 * and sums that the summary's tables share. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

/* Half of the thousand that the cells show: less is not to be seen. */
#define TOLERANCE_MINOR 50000

/* A brown row: @first left, the others right. */
void
bf_workbook_summary_heading (BfSheet *sheet, lxw_row_t at, const char *first)
{
  for (lxw_col_t col = 0; col <= BF_SUMMARY_LAST_COLUMN; col++)
    bf_sheet_part (sheet, at, col, col ? BF_PART_HEADING_RIGHT : BF_PART_HEADING, NULL);
  bf_sheet_part (sheet, at, 0, BF_PART_HEADING, first);
}

/* Sums of the rows from @first to the one above @at, in the columns that have @values. */
void
bf_workbook_summary_sums (BfSheet *sheet,
                          lxw_row_t first,
                          lxw_row_t at,
                          const char *label,
                          const BfLook *sum_looks,
                          const double *values)
{
  bf_sheet_text (sheet, at, 0, BF_LOOK_TEXT, BF_GROUND_TOTAL, label);
  for (lxw_col_t col = 1; col <= BF_SUMMARY_LAST_COLUMN; col++)
    bf_sheet_formula (sheet,
                      at,
                      col,
                      bf_sheet_format (sheet, sum_looks[col], BF_GROUND_TOTAL),
                      values[col],
                      "=SUM(%c%u:%c%u)",
                      'A' + col,
                      first + 1,
                      'A' + col,
                      at);
}

/* Column pairs of the years: plan and budget of a kind, then of all. */
static const struct
{
  const char *heading;
  BfMoneyKind kind;
  int budget_kind;
} year_kinds[] = { { N_ ("Capex"), BF_MONEY_CAPEX, BF_BUDGET_CAPEX },
                   { N_ ("Opex"), BF_MONEY_OPEX, BF_BUDGET_OPEX },
                   { N_ ("Validation"), BF_MONEY_VALIDATION, BF_BUDGET_VALIDATION } };

static char *
spent_formula (lxw_row_t at, const char *kind)
{
  g_autofree char *amounts = bf_table_ref (&bf_spending_table, BF_SPENDING_AMOUNT);
  g_autofree char *years = bf_table_ref (&bf_spending_table, BF_SPENDING_YEAR);
  g_autofree char *kinds = bf_table_ref (&bf_spending_table, BF_SPENDING_KIND);

  return g_strdup_printf ("=SUMIFS(%s,%s,$A%u,%s,\"%s\")", amounts, years, at + 1, kinds, kind);
}

static char *
budget_formula (lxw_row_t at, const char *kind)
{
  g_autofree char *cell = g_strdup_printf ("$A%u", at + 1);

  return bf_workbook_budget_formula (cell, kind);
}

static void
write_year_cell (
    BfSheet *sheet, lxw_row_t at, lxw_col_t col, gboolean budget, const char *kind, gint64 minor)
{
  g_autofree char *formula = budget ? budget_formula (at, kind) : spent_formula (at, kind);

  bf_sheet_formula (sheet,
                    at,
                    col,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PLAIN),
                    bf_money_to_units (minor),
                    "%s",
                    formula);
}

/* Adds what it writes to @sums, by column. TRUE when something exceeds its own line. */
static gboolean
write_year (BfSheet *sheet, lxw_row_t at, const BfMoneyPeriod *year, gint64 *sums)
{
  gint64 plan = 0, budget = 0;
  gboolean above = FALSE;

  bf_sheet_number (sheet, at, 0, BF_LOOK_YEAR, BF_GROUND_PLAIN, year->period.year);
  for (guint i = 0; i < G_N_ELEMENTS (year_kinds); i++)
    {
      lxw_col_t col = (lxw_col_t) (1 + 2 * i);
      const char *id = bf_money_kind_id (year_kinds[i].kind);
      gint64 spent = year->spent_minor[year_kinds[i].kind];
      gint64 own = year->budget_minor[year_kinds[i].budget_kind];

      write_year_cell (sheet, at, col, FALSE, id, spent);
      write_year_cell (sheet, at, col + 1, TRUE, id, own);
      above = above || (own > 0 && spent > own + TOLERANCE_MINOR);
      plan += spent;
      budget += own;
      sums[col] += spent;
      sums[col + 1] += own;
    }
  bf_sheet_formula (sheet,
                    at,
                    7,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PLAIN),
                    bf_money_to_units (plan),
                    "=B%u+D%u+F%u",
                    at + 1,
                    at + 1,
                    at + 1);
  bf_sheet_formula (sheet,
                    at,
                    8,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_STRONG),
                    bf_money_to_units (budget),
                    "=C%u+E%u+G%u",
                    at + 1,
                    at + 1,
                    at + 1);
  sums[7] += plan;
  sums[8] += budget;
  return above;
}

/* A plan above its year's own line gets a sign and the colour of a warning, also after a change. */
static void
mark_years (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first, lxw_row_t last)
{
  lxw_format *warn = workbook_add_format (workbook->book);
  lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR,
                                 .bar_solid = LXW_TRUE,
                                 .bar_color = BF_COLOR_BUILD_TINT };

  format_set_font_color (warn, BF_COLOR_WARN);
  format_set_num_format (warn, "\"▲ \"#,##0,");
  for (lxw_col_t col = 1; col <= 5; col += 2)
    {
      g_autofree char *criterion = g_strdup_printf ("=AND($%c%u>0,$%c%u>$%c%u+%d)",
                                                    'A' + col + 1,
                                                    first + 1,
                                                    'A' + col,
                                                    first + 1,
                                                    'A' + col + 1,
                                                    first + 1,
                                                    TOLERANCE_MINOR / BF_MINOR_PER_UNIT);
      lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_FORMULA,
                                      .value_string = criterion,
                                      .format = warn };

      worksheet_conditional_format_range (sheet->sheet, first, col, last, col, &rule);
    }
  worksheet_conditional_format_range (sheet->sheet, first, 7, last, 7, &bar);
}

static void
write_year_headings (BfSheet *sheet, lxw_row_t at)
{
  const char *thousands = bf_workbook_style_thousands (sheet->style);
  /* Translators: heading of the years; %s is the unit of the money right of it. */
  g_autofree char *heading = g_strdup_printf (_ ("Year, %s"), thousands);

  bf_workbook_summary_heading (sheet, at, heading);
  for (guint i = 0; i < G_N_ELEMENTS (year_kinds); i++)
    {
      lxw_col_t col = (lxw_col_t) (1 + 2 * i);

      bf_sheet_part (sheet, at, col, BF_PART_HEADING_RIGHT, _ (year_kinds[i].heading));
      bf_sheet_part (sheet, at, col + 1, BF_PART_HEADING_RIGHT, _ ("Budget"));
    }
  bf_sheet_part (sheet, at, 7, BF_PART_HEADING_RIGHT, _ ("Plan"));
  bf_sheet_part (sheet, at, 8, BF_PART_HEADING_RIGHT, _ ("Budget"));
}

lxw_row_t
bf_workbook_write_years (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  gint64 sums[BF_SUMMARY_LAST_COLUMN + 1] = { 0 };
  double values[BF_SUMMARY_LAST_COLUMN + 1];
  BfLook sum_looks[BF_SUMMARY_LAST_COLUMN + 1];
  lxw_row_t first = at + 1;
  gboolean above = FALSE;

  write_year_headings (sheet, at++);
  for (guint i = 0; i < workbook->years->len; i++, at++)
    above =
        write_year (sheet, at, &g_array_index (workbook->years, BfMoneyPeriod, i), sums) || above;
  if (at == first)
    at++;
  for (guint col = 0; col <= BF_SUMMARY_LAST_COLUMN; col++)
    {
      values[col] = bf_money_to_units (sums[col]);
      sum_looks[col] = BF_LOOK_THOUSANDS;
    }
  mark_years (workbook, sheet, first, at - 1);
  bf_workbook_summary_sums (sheet, first, at, _ ("All years"), sum_looks, values);
  bf_sheet_part (sheet,
                 at + 1,
                 0,
                 BF_PART_NOTE,
                 above ? _ ("▲ Above the year's own line; what was carried over covers it.")
                       : NULL);
  return at + 2;
}
