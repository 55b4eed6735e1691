/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Summary: one printed page. Four figures with their spread, phases, years against
 * budget, what could move it, what to decide next, and two charts. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define LAST_COLUMN 8
#define CHART_COLUMN 10
#define PHASES_ROW 7
#define MAX_RISKS 5
#define MAX_DECISIONS 3

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

/* --- Cards --- */

/* A card spans two or three columns; its upper row is a label, the middle one the figure. */
static void
write_card_ground (BfSheet *sheet, lxw_col_t from, lxw_col_t to, const char *label)
{
  for (lxw_row_t row = 3; row <= 5; row++)
    for (lxw_col_t col = from; col <= to; col++)
      bf_sheet_part (sheet, row, col, BF_PART_CARD_BLANK, NULL);
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
  g_autofree char *frameworks = bf_table_ref (&bf_maturity_table, BF_MATURITY_FRAMEWORK);
  g_autofree char *met_now = bf_table_ref (&bf_maturity_table, BF_MATURITY_MET_NOW);
  g_autofree char *met_end = bf_table_ref (&bf_maturity_table, BF_MATURITY_MET_AT_END);

  write_card_ground (sheet, col, LAST_COLUMN, label);
  if (workbook->framework == NULL)
    return;
  bf_sheet_formula_text (sheet,
                         4,
                         col,
                         bf_workbook_style_card (sheet->style, TRUE, TRUE, NULL),
                         shown,
                         "=SUMIFS(%s,%s,\"%s\")&\" → \"&SUMIFS(%s,%s,\"%s\")",
                         met_now,
                         frameworks,
                         workbook->framework,
                         met_end,
                         frameworks,
                         workbook->framework);
  bf_sheet_string (sheet, 5, col, of, bf_workbook_style_card (sheet->style, FALSE, TRUE, NULL));
}

static void
write_cards (BfWorkbook *workbook, BfSheet *sheet)
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

/* --- Phases --- */

typedef struct
{
  const char *heading;
  guint source; /* of Steps; BF_N_STEPS_COLUMNS: counts them */
} PhaseColumn;

static const PhaseColumn phase_columns[] = {
  { N_ ("Steps"), BF_N_STEPS_COLUMNS },
  { N_ ("Cutovers"), BF_STEPS_CUTOVERS },
  { N_ ("Capex"), BF_STEPS_CAPEX },
  { N_ ("Opex"), BF_STEPS_OPEX },
  { N_ ("Validation"), BF_STEPS_VALIDATION },
  { N_ ("Downtime"), BF_STEPS_DOWNTIME },
  { N_ ("Double run."), BF_STEPS_DOUBLE_RUNNING },
  { N_ ("Fully loaded"), BF_STEPS_FULL },
};

/* Value of a phase's cell; -1: all phases. Bridges go with double running. */
static double
phase_value (const BfWorkbook *workbook, int phase, guint source)
{
  double count = 0;
  gint64 minor = 0;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      const BfStepRow *row = &workbook->rows[i];

      if (phase >= 0 && row->step->phase != phase)
        continue;
      if (source == BF_N_STEPS_COLUMNS)
        count += 1;
      else if (source == BF_STEPS_CUTOVERS)
        count += row->step->n_cutovers;
      else if (source == BF_STEPS_FULL)
        minor += row->full_minor;
      else
        minor += row->money[source - BF_STEPS_CAPEX];
      if (source == BF_STEPS_DOUBLE_RUNNING)
        minor += row->money[BF_MONEY_BRIDGES];
    }
  return count + bf_money_to_units (minor);
}

static char *
phase_formula (guint source, guint phase)
{
  g_autofree char *phases = bf_table_ref (&bf_steps_table, BF_STEPS_PHASE);
  g_autofree char *values = NULL, *bridges = NULL;

  if (source == BF_N_STEPS_COLUMNS)
    return g_strdup_printf ("=COUNTIFS(%s,%u)", phases, phase + 1);
  values = bf_table_ref (&bf_steps_table, source);
  if (source != BF_STEPS_DOUBLE_RUNNING)
    return g_strdup_printf ("=SUMIFS(%s,%s,%u)", values, phases, phase + 1);
  bridges = bf_table_ref (&bf_steps_table, BF_STEPS_BRIDGES);
  return g_strdup_printf (
      "=SUMIFS(%s,%s,%u)+SUMIFS(%s,%s,%u)", values, phases, phase + 1, bridges, phases, phase + 1);
}

static BfLook
phase_look (guint source)
{
  return source == BF_N_STEPS_COLUMNS || source == BF_STEPS_CUTOVERS ? BF_LOOK_COUNT
                                                                     : BF_LOOK_THOUSANDS;
}

/* A brown row: @first left, the others right. */
static void
write_heading (BfSheet *sheet, lxw_row_t at, const char *first)
{
  for (lxw_col_t col = 0; col <= LAST_COLUMN; col++)
    bf_sheet_part (sheet, at, col, col ? BF_PART_HEADING_RIGHT : BF_PART_HEADING, NULL);
  bf_sheet_part (sheet, at, 0, BF_PART_HEADING, first);
}

/* Sums of the rows from @first to the one above @at, in the columns that have @values. */
static void
write_sums (BfSheet *sheet,
            lxw_row_t first,
            lxw_row_t at,
            const char *label,
            const BfLook *sum_looks,
            const double *values)
{
  bf_sheet_text (sheet, at, 0, BF_LOOK_TEXT, BF_GROUND_TOTAL, label);
  for (lxw_col_t col = 1; col <= LAST_COLUMN; col++)
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

static lxw_row_t
write_phases (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const char *thousands = bf_workbook_style_thousands (sheet->style);
  /* Translators: heading of the phases; %s is the unit of the money right of it. */
  g_autofree char *heading = g_strdup_printf (_ ("Phase, %s"), thousands);
  double values[LAST_COLUMN + 1] = { 0 };
  BfLook sum_looks[LAST_COLUMN + 1] = { 0 };
  lxw_row_t first = at + 1;

  write_heading (sheet, at++, heading);
  for (guint col = 1; col <= LAST_COLUMN; col++)
    {
      const PhaseColumn *column = &phase_columns[col - 1];

      bf_sheet_part (sheet, at - 1, (lxw_col_t) col, BF_PART_HEADING_RIGHT, _ (column->heading));
      values[col] = phase_value (workbook, -1, column->source);
      sum_looks[col] = phase_look (column->source);
    }
  for (guint phase = 0; phase < workbook->roadmap->n_phases; phase++, at++)
    {
      g_autofree char *name = bf_workbook_phase_name (workbook, phase);

      bf_sheet_text (sheet, at, 0, BF_LOOK_TEXT, BF_GROUND_PLAIN, name);
      for (guint col = 1; col <= LAST_COLUMN; col++)
        {
          guint source = phase_columns[col - 1].source;
          g_autofree char *formula = phase_formula (source, phase);
          BfGround ground = col == LAST_COLUMN ? BF_GROUND_STRONG : BF_GROUND_PLAIN;

          bf_sheet_formula (sheet,
                            at,
                            (lxw_col_t) col,
                            bf_sheet_format (sheet, sum_looks[col], ground),
                            phase_value (workbook, (int) phase, source),
                            "%s",
                            formula);
        }
    }
  write_sums (sheet, first, at, _ ("All phases"), sum_looks, values);
  return at + 1;
}

/* --- Years --- */

/* Column pairs of the years: plan and budget of a kind, then of all. */
static const struct
{
  const char *heading;
  BfMoneyKind kind;
  int budget_kind;
} year_kinds[] = { { N_ ("Capex"), BF_MONEY_CAPEX, BF_BUDGET_CAPEX },
                   { N_ ("Opex"), BF_MONEY_OPEX, BF_BUDGET_OPEX },
                   { N_ ("Validation"), BF_MONEY_VALIDATION, BF_BUDGET_VALIDATION } };

static gint64
spent_in_year (const BfWorkbook *workbook, gint64 year, BfMoneyKind kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < workbook->spending->len; i++)
    {
      const BfSpend *line = &g_array_index (workbook->spending, BfSpend, i);

      if (line->year == year && line->kind == kind)
        sum += line->amount_minor;
    }
  return sum;
}

static gint64
budget_of_year (const BfWorkbook *workbook, gint64 year, int kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < workbook->roadmap->n_periods; i++)
    {
      const BfBudget *budget =
          BF_ROW (workbook->plan, BUDGET, BfBudget, (guint) workbook->roadmap->periods[i].budget);

      if (budget->kind == kind && budget->amount != BF_BLANK &&
          bf_spending_year (workbook->plan, kind, budget->from_day) == year)
        sum += budget->amount;
    }
  return sum;
}

static void
write_year_cell (
    BfSheet *sheet, lxw_row_t at, lxw_col_t col, gboolean budget, const char *kind, gint64 minor)
{
  static const struct
  {
    const BfTable *table;
    guint amount, year, kind;
  } sources[] = { { &bf_spending_table, BF_SPENDING_AMOUNT, BF_SPENDING_YEAR, BF_SPENDING_KIND },
                  { &bf_budgets_table, BF_BUDGETS_AMOUNT, BF_BUDGETS_YEAR, BF_BUDGETS_KIND } };
  guint source = budget ? 1 : 0;
  g_autofree char *amounts = bf_table_ref (sources[source].table, sources[source].amount);
  g_autofree char *years = bf_table_ref (sources[source].table, sources[source].year);
  g_autofree char *kinds = bf_table_ref (sources[source].table, sources[source].kind);

  bf_sheet_formula (sheet,
                    at,
                    col,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PLAIN),
                    bf_money_to_units (minor),
                    "=SUMIFS(%s,%s,$A%u,%s,\"%s\")",
                    amounts,
                    years,
                    at + 1,
                    kinds,
                    kind);
}

/* Adds what it writes to @sums, by column. TRUE when something exceeds its own line. */
static gboolean
write_year (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, gint64 year, gint64 *sums)
{
  gint64 plan = 0, budget = 0;
  gboolean above = FALSE;

  bf_sheet_number (sheet, at, 0, BF_LOOK_YEAR, BF_GROUND_PLAIN, (double) year);
  for (guint i = 0; i < G_N_ELEMENTS (year_kinds); i++)
    {
      lxw_col_t col = (lxw_col_t) (1 + 2 * i);
      const char *id = bf_money_kind_id (year_kinds[i].kind);
      gint64 spent = spent_in_year (workbook, year, year_kinds[i].kind);
      gint64 own = budget_of_year (workbook, year, year_kinds[i].budget_kind);

      write_year_cell (sheet, at, col, FALSE, id, spent);
      write_year_cell (sheet, at, col + 1, TRUE, id, own);
      above = above || (own > 0 && spent > own);
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
      g_autofree char *criterion = g_strdup_printf ("=AND($%c%u>0,$%c%u>$%c%u+0.005)",
                                                    'A' + col + 1,
                                                    first + 1,
                                                    'A' + col,
                                                    first + 1,
                                                    'A' + col + 1,
                                                    first + 1);
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

  write_heading (sheet, at, heading);
  for (guint i = 0; i < G_N_ELEMENTS (year_kinds); i++)
    {
      lxw_col_t col = (lxw_col_t) (1 + 2 * i);

      bf_sheet_part (sheet, at, col, BF_PART_HEADING_RIGHT, _ (year_kinds[i].heading));
      bf_sheet_part (sheet, at, col + 1, BF_PART_HEADING_RIGHT, _ ("Budget"));
    }
  bf_sheet_part (sheet, at, 7, BF_PART_HEADING_RIGHT, _ ("Plan"));
  bf_sheet_part (sheet, at, 8, BF_PART_HEADING_RIGHT, _ ("Budget"));
}

static lxw_row_t
write_years (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  gint64 sums[LAST_COLUMN + 1] = { 0 };
  double values[LAST_COLUMN + 1];
  BfLook sum_looks[LAST_COLUMN + 1];
  lxw_row_t first = at + 1;
  gboolean above = FALSE;

  write_year_headings (sheet, at++);
  for (guint i = 0; i < workbook->years->len; i++, at++)
    above =
        write_year (workbook, sheet, at, g_array_index (workbook->years, gint64, i), sums) || above;
  if (at == first)
    at++;
  for (guint col = 0; col <= LAST_COLUMN; col++)
    {
      values[col] = bf_money_to_units (sums[col]);
      sum_looks[col] = BF_LOOK_THOUSANDS;
    }
  mark_years (workbook, sheet, first, at - 1);
  write_sums (sheet, first, at, _ ("All years"), sum_looks, values);
  bf_sheet_part (sheet,
                 at + 1,
                 0,
                 BF_PART_NOTE,
                 above ? _ ("▲ Above the year's own line; what was carried over covers it.")
                       : NULL);
  return at + 2;
}

/* --- Risks and decisions --- */

static lxw_row_t
write_risks (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  guint n = MIN (workbook->roadmap->n_risks, MAX_RISKS);
  lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR,
                                 .bar_solid = LXW_TRUE,
                                 .bar_color = BF_COLOR_STOP_TINT,
                                 .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .max_value = 1 };

  if (n == 0)
    return at;
  write_heading (sheet, at, _ ("What could move it"));
  bf_sheet_part (sheet, at, 4, BF_PART_HEADING_RIGHT, _ ("Chance"));
  bf_sheet_part (sheet, at, 5, BF_PART_HEADING, _ ("If it happens"));
  for (guint i = 0; i < n; i++)
    {
      const BfRoadmapRisk *risk = &workbook->roadmap->risks[i];
      lxw_row_t row = at + 1 + i;

      for (lxw_col_t col = 0; col <= LAST_COLUMN; col++)
        bf_sheet_text (sheet, row, col, BF_LOOK_TEXT, BF_GROUND_PLAIN, NULL);
      worksheet_merge_range (
          sheet->sheet, row, 0, row, 3, "", bf_sheet_format (sheet, BF_LOOK_WRAP, BF_GROUND_PLAIN));
      bf_sheet_text (sheet, row, 0, BF_LOOK_WRAP, BF_GROUND_PLAIN, risk->text);
      bf_sheet_number (sheet, row, 4, BF_LOOK_SHARE, BF_GROUND_STRONG, risk->chance);
      worksheet_merge_range (sheet->sheet,
                             row,
                             5,
                             row,
                             LAST_COLUMN,
                             "",
                             bf_sheet_format (sheet, BF_LOOK_WRAP, BF_GROUND_PLAIN));
      bf_sheet_text (sheet, row, 5, BF_LOOK_WRAP, BF_GROUND_PLAIN, risk->effect);
      worksheet_set_row (
          sheet->sheet,
          row,
          MAX (bf_sheet_text_height (risk->text, 66), bf_sheet_text_height (risk->effect, 46)),
          NULL);
    }
  worksheet_conditional_format_range (sheet->sheet, at + 1, 4, at + n, 4, &bar);
  return at + n + 2;
}

static lxw_row_t
write_decisions (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  guint n = MIN (workbook->roadmap->n_decisions, MAX_DECISIONS);

  if (n == 0)
    return at;
  write_heading (sheet, at, _ ("What to decide next"));
  bf_sheet_part (sheet, at, 4, BF_PART_HEADING_RIGHT, _ ("Due"));
  for (guint i = 0; i < n; i++)
    {
      const BfRoadmapDecision *decision = &workbook->roadmap->decisions[i];
      lxw_row_t row = at + 1 + i;

      for (lxw_col_t col = 0; col <= LAST_COLUMN; col++)
        bf_sheet_text (sheet, row, col, BF_LOOK_TEXT, BF_GROUND_PLAIN, NULL);
      worksheet_merge_range (
          sheet->sheet, row, 0, row, 3, "", bf_sheet_format (sheet, BF_LOOK_WRAP, BF_GROUND_PLAIN));
      bf_sheet_text (sheet, row, 0, BF_LOOK_WRAP, BF_GROUND_PLAIN, decision->title);
      bf_sheet_day (sheet, row, 4, BF_LOOK_DAY, BF_GROUND_STRONG, decision->due);
      worksheet_merge_range (sheet->sheet,
                             row,
                             5,
                             row,
                             LAST_COLUMN,
                             "",
                             bf_sheet_format (sheet, BF_LOOK_WRAP, BF_GROUND_PLAIN));
      bf_sheet_text (sheet, row, 5, BF_LOOK_WRAP, BF_GROUND_PLAIN, decision->detail);
      worksheet_set_row (sheet->sheet,
                         row,
                         MAX (bf_sheet_text_height (decision->title, 66),
                              bf_sheet_text_height (decision->detail, 46)),
                         NULL);
    }
  return at + n + 2;
}

/* --- Head and foot --- */

static void
write_head (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("digital roadmap"));
  const BfRoadmap *roadmap = workbook->roadmap;
  gint64 status = workbook->plant.status_date;
  g_autofree char *day = status == BF_BLANK ? NULL : bf_workbook_day_text (status);
  const char *scenario = roadmap->options.scenario;
  g_autofree char *line = NULL;

  for (lxw_col_t col = 0; col <= CHART_COLUMN + 4; col++)
    bf_sheet_part (sheet, 0, col, BF_PART_BAND_TITLE, NULL);
  bf_sheet_part (sheet, 0, 0, BF_PART_BAND_TITLE, title);
  worksheet_set_row (sheet->sheet, 0, 27, NULL);
  if (!roadmap->feasible)
    line = g_strdup (_ ("No feasible roadmap: the sheet Assumptions says what stands in the way."));
  else
    line = g_strdup_printf (
        /* Translators: %1$s is a date, %2$s the name of a scenario. */
        _ ("Status %1$s, scenario “%2$s”."),
        day ? day : _ ("unknown"),
        scenario ? scenario : _ ("the plan itself"));
  bf_sheet_part (sheet, 1, 0, BF_PART_SUBTITLE, line);
}

static void
write_foot (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const BfRoadmap *roadmap = workbook->roadmap;
  /* Translators: %1$u is the number of draws, %2$s the seed. */
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, roadmap->options.seed);
  g_autofree char *line = g_strdup_printf (
      _ ("%1$u draws, seed %2$s. Sums are live formulas over the sheets that follow; grey cells "
         "are inputs."),
      roadmap->draws.n_draws,
      seed);

  bf_sheet_part (sheet, at, 0, BF_PART_NOTE, line);
}

void
bf_workbook_write_summary (BfWorkbook *workbook, BfSheet *sheet)
{
  lxw_row_t at, first_year;

  worksheet_set_column (sheet->sheet, 0, 0, 30, NULL);
  worksheet_set_column (sheet->sheet, 1, LAST_COLUMN, 13.5, NULL);
  worksheet_set_column (sheet->sheet, CHART_COLUMN, CHART_COLUMN + 4, 11.5, NULL);
  worksheet_set_column (sheet->sheet, LAST_COLUMN + 1, LAST_COLUMN + 1, 3, NULL);
  bf_sheet_set_up (sheet, BF_PAPER_A4, 0, 0, 0);
  worksheet_fit_to_pages (sheet->sheet, 1, 1);
  write_head (workbook, sheet);
  write_cards (workbook, sheet);
  first_year = write_phases (workbook, sheet, PHASES_ROW) + 1;
  at = write_years (workbook, sheet, first_year);
  at = write_risks (workbook, sheet, at + 1);
  at = write_decisions (workbook, sheet, at);
  write_foot (workbook, sheet, at);
  bf_workbook_add_charts (workbook, sheet, first_year + 1, CHART_COLUMN);
  worksheet_print_area (sheet->sheet, 0, 0, MAX (at, 36), CHART_COLUMN + 4);
  worksheet_activate (sheet->sheet);
}
