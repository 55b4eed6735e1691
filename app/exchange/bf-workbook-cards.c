/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Summary: the four figures with their spread. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
framework_name (const BfWorkbook *workbook)
{
  const BfFramework *framework = NULL;

  if (workbook->framework == NULL)
    return NULL;
  if (workbook->roadmap->catalogue)
    framework = bf_catalogue_framework (workbook->roadmap->catalogue, workbook->framework);
  return framework ? framework->id : workbook->framework;
}

/* A card spans two or three columns; its upper row is a label, the middle one the figure. */
static void
write_card_ground (BfSheet *sheet, lxw_col_t from, lxw_col_t to, const char *label)
{
  for (lxw_row_t row = 3; row <= 5; row++)
    for (lxw_col_t col = from; col <= to; col++)
      bf_sheet_part (sheet, row, col, BF_PART_CARD_BLANK, NULL);
  /* A number is not drawn beyond its cell, so the figure takes the whole card. */
  worksheet_merge_range (
      sheet->sheet, 4, from, 4, to, "", bf_workbook_style_card (sheet->style, TRUE, TRUE, NULL));
  bf_sheet_part (sheet, 3, from, BF_PART_CARD_LABEL, label);
}

static void
write_card_figure (BfSheet *sheet,
                   lxw_row_t row,
                   lxw_col_t col,
                   gboolean first,
                   const char *number_format,
                   const BfTable *table,
                   guint column,
                   guint index,
                   double value)
{
  g_autofree char *ref = bf_table_ref (table, column);

  bf_sheet_formula (sheet,
                    row,
                    col,
                    bf_workbook_style_card (sheet->style, row == 4, first, number_format),
                    value,
                    "=INDEX(%s,%u)",
                    ref,
                    index + 1);
}

/* P50 large, P80 and P90 below it. @format takes the figure; its first %s is what stands before. */
static void
write_spread_card (BfSheet *sheet,
                   lxw_col_t col,
                   const BfTable *table,
                   guint index,
                   const char *number,
                   const double values[3])
{
  g_autofree char *p80 = g_strdup_printf ("\"P80 \"%s", number);
  g_autofree char *p90 = g_strdup_printf ("\"P90 \"%s", number);

  write_card_figure (sheet, 4, col, TRUE, number, table, BF_TOTALS_P50, index, values[0]);
  write_card_figure (sheet, 5, col, TRUE, p80, table, BF_TOTALS_P80, index, values[1]);
  write_card_figure (sheet, 5, col + 1, FALSE, p90, table, BF_TOTALS_P90, index, values[2]);
}

static guint
count_met (const BfWorkbook *workbook, gboolean at_end, guint *with_target)
{
  const BfRoadmap *roadmap = workbook->roadmap;
  guint met = 0;

  *with_target = 0;
  for (guint i = 0; i < roadmap->needs->n_levels; i++)
    {
      const BfLevelNow *level = &roadmap->needs->levels[i];
      const BfResult *result = BF_ROW (workbook->plan, RESULT, BfResult, (guint) level->result);
      double reached = at_end && roadmap->n_phases
                           ? roadmap->phases[roadmap->n_phases - 1].maturity[i]
                           : level->counted;

      if (g_strcmp0 (result->framework, workbook->framework) != 0 || !isfinite (level->target))
        continue;
      (*with_target)++;
      met += bf_workbook_level_is_met (reached, level->target);
    }
  return met;
}

static void
write_maturity_card (BfWorkbook *workbook, BfSheet *sheet, lxw_col_t col)
{
  guint n, now = count_met (workbook, FALSE, &n), end = count_met (workbook, TRUE, &n);
  const char *name = framework_name (workbook);
  g_autofree char *label = g_strdup_printf (_ ("%s at target"), name ? name : _ ("Maturity"));
  g_autofree char *shown = g_strdup_printf ("%u → %u", now, end);
  g_autofree char *of = g_strdup_printf (_ ("of %u dimensions with a target"), n);
  g_autofree char *formula = NULL;

  write_card_ground (sheet, col, BF_SUMMARY_LAST_COLUMN, label);
  if (workbook->framework == NULL)
    return;
  formula = bf_workbook_met_formula (workbook->framework);
  bf_sheet_formula_text (
      sheet, 4, col, bf_workbook_style_card (sheet->style, TRUE, TRUE, NULL), shown, "%s", formula);
  bf_sheet_string (sheet, 5, col, of, bf_workbook_style_card (sheet->style, FALSE, TRUE, NULL));
}

void
bf_workbook_write_cards (BfWorkbook *workbook, BfSheet *sheet)
{
  const BfRoadmap *roadmap = workbook->roadmap;
  const char *millions = bf_workbook_style_millions (sheet->style);
  g_autofree char *money = g_strdup_printf ("#,##0.0,,\" %s\"", millions);
  const double finish[] = { bf_sheet_day_serial (roadmap->finish.p50),
                            bf_sheet_day_serial (roadmap->finish.p80),
                            bf_sheet_day_serial (roadmap->finish.p90) };
  const double cost[] = { bf_money_to_units (bf_spending_round (roadmap->fully_loaded.p50)),
                          bf_money_to_units (bf_spending_round (roadmap->fully_loaded.p80)),
                          bf_money_to_units (bf_spending_round (roadmap->fully_loaded.p90)) };
  const double lost[] = { roadmap->lost_hours.p50,
                          roadmap->lost_hours.p80,
                          roadmap->lost_hours.p90 };

  write_card_ground (sheet, 0, 1, _ ("Finish, P50"));
  write_card_ground (sheet, 2, 4, _ ("Fully loaded, P50"));
  write_card_ground (sheet, 5, 6, _ ("Hours lost, P50"));
  if (roadmap->n_steps > 0)
    write_spread_card (sheet, 0, &bf_forecast_table, BF_FORECAST_FINISH, "d mmm yyyy", finish);
  write_spread_card (sheet, 2, &bf_totals_table, BF_TOTAL_FULL, money, cost);
  write_spread_card (sheet, 5, &bf_forecast_table, BF_FORECAST_LOST, "#,##0\" h\"", lost);
  write_maturity_card (workbook, sheet, 7);
  worksheet_set_row (sheet->sheet, 4, 30, NULL);
}
