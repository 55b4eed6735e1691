/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Summary: one printed page. Four figures with their spread, phases, years against
 * budget, what could move it, what to decide next, and two charts. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define CHART_COLUMN 10
#define LAST_CHART_ROW 40
#define PHASES_ROW 7
#define MAX_RISKS 5
/* Where chances and due days stand, and the characters of the merged cells left and right of it. */
#define MIDDLE_COLUMN 4
#define TEXT_WIDTH 70
#define EFFECT_WIDTH 54
#define MAX_DECISIONS 3

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
  { N_ ("Double + bridges"), BF_STEPS_DOUBLE_RUNNING },
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

static lxw_row_t
write_phases (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const char *thousands = bf_workbook_style_thousands (sheet->style);
  /* Translators: heading of the phases; %s is the unit of the money right of it. */
  g_autofree char *heading = g_strdup_printf (_ ("Phase, %s"), thousands);
  double values[BF_SUMMARY_LAST_COLUMN + 1] = { 0 };
  BfLook sum_looks[BF_SUMMARY_LAST_COLUMN + 1] = { 0 };
  lxw_row_t first = at + 1;

  bf_workbook_summary_heading (sheet, at++, heading);
  for (guint col = 1; col <= BF_SUMMARY_LAST_COLUMN; col++)
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
      for (guint col = 1; col <= BF_SUMMARY_LAST_COLUMN; col++)
        {
          guint source = phase_columns[col - 1].source;
          g_autofree char *formula = phase_formula (source, phase);
          BfGround ground = col == BF_SUMMARY_LAST_COLUMN ? BF_GROUND_STRONG : BF_GROUND_PLAIN;

          bf_sheet_formula (sheet,
                            at,
                            (lxw_col_t) col,
                            bf_sheet_format (sheet, sum_looks[col], ground),
                            phase_value (workbook, (int) phase, source),
                            "%s",
                            formula);
        }
    }
  /* A sum needs a row. */
  if (at == first)
    at++;
  bf_workbook_summary_sums (sheet, first, at, _ ("All phases"), sum_looks, values);
  return at + 1;
}

/* --- Risks and decisions --- */

static void
write_merged (BfSheet *sheet, lxw_row_t row, lxw_col_t from, lxw_col_t to, const char *text)
{
  lxw_format *format = bf_sheet_format (sheet, BF_LOOK_WRAP, BF_GROUND_PLAIN);

  worksheet_merge_range (sheet->sheet, row, from, row, to, "", format);
  bf_sheet_string (sheet, row, from, text, format);
}

/* A sentence left and one right of the column that the caller fills. */
static void
write_sentences (BfSheet *sheet, lxw_row_t row, const char *left, const char *right)
{
  double height =
      MAX (bf_sheet_text_height (left, TEXT_WIDTH), bf_sheet_text_height (right, EFFECT_WIDTH));

  write_merged (sheet, row, 0, MIDDLE_COLUMN - 1, left);
  write_merged (sheet, row, MIDDLE_COLUMN + 1, BF_SUMMARY_LAST_COLUMN, right);
  worksheet_set_row (sheet->sheet, row, height, NULL);
}

static void
add_chance_bars (BfSheet *sheet, lxw_row_t first, lxw_row_t last)
{
  lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR,
                                 .bar_solid = LXW_TRUE,
                                 .bar_color = BF_COLOR_STOP_TINT,
                                 .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .max_value = 1 };

  worksheet_conditional_format_range (
      sheet->sheet, first, MIDDLE_COLUMN, last, MIDDLE_COLUMN, &bar);
}

static lxw_row_t
write_risks (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  guint n = MIN (workbook->roadmap->n_risks, MAX_RISKS);

  if (n == 0)
    return at;
  bf_workbook_summary_heading (sheet, at, _ ("What could move it"));
  bf_sheet_part (sheet, at, MIDDLE_COLUMN, BF_PART_HEADING_RIGHT, _ ("Chance"));
  bf_sheet_part (sheet, at, MIDDLE_COLUMN + 1, BF_PART_HEADING, _ ("If it happens"));
  for (guint i = 0; i < n; i++)
    {
      const BfRoadmapRisk *risk = &workbook->roadmap->risks[i];
      lxw_row_t row = at + 1 + i;

      write_sentences (sheet, row, risk->text, risk->effect);
      bf_sheet_number (sheet, row, MIDDLE_COLUMN, BF_LOOK_SHARE, BF_GROUND_STRONG, risk->chance);
    }
  add_chance_bars (sheet, at + 1, at + n);
  return at + n + 2;
}

static lxw_row_t
write_decisions (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  guint n = MIN (workbook->roadmap->n_decisions, MAX_DECISIONS);

  if (n == 0)
    return at;
  bf_workbook_summary_heading (sheet, at, _ ("What to decide next"));
  bf_sheet_part (sheet, at, MIDDLE_COLUMN, BF_PART_HEADING_RIGHT, _ ("Due"));
  for (guint i = 0; i < n; i++)
    {
      const BfRoadmapDecision *decision = &workbook->roadmap->decisions[i];
      lxw_row_t row = at + 1 + i;

      write_sentences (sheet, row, decision->title, decision->detail);
      bf_sheet_day (sheet, row, MIDDLE_COLUMN, BF_LOOK_DAY, BF_GROUND_STRONG, decision->due);
    }
  return at + n + 2;
}

/* --- Head and foot --- */

/* Where old systems go last: when all but that is done. */
static char *
with_last_releases (const BfRoadmap *roadmap, const char *line)
{
  g_autofree char *without = NULL, *last = NULL;

  if (!roadmap->feasible || roadmap->finish_without_decommission == BF_BLANK ||
      roadmap->finish_without_decommission >= roadmap->finish.planned)
    return g_strdup (line);
  last = bf_workbook_day_text (roadmap->finish.planned);
  without = bf_workbook_day_text (roadmap->finish_without_decommission);
  /* Translators: a sentence, two days. */
  return g_strdup_printf (
      _ ("%s The last release is planned for %s, without decommissions for %s."),
      line,
      last,
      without);
}

static void
write_head (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("digital roadmap"));
  const BfRoadmap *roadmap = workbook->roadmap;
  gint64 status = workbook->plant.status_date;
  g_autofree char *day = status == BF_BLANK ? NULL : bf_workbook_day_text (status);
  const char *scenario = roadmap->options.scenario;
  g_autofree char *line = NULL, *all = NULL;

  for (lxw_col_t col = 0; col <= CHART_COLUMN + 4; col++)
    bf_sheet_part (sheet, 0, col, BF_PART_BAND_TITLE, NULL);
  bf_sheet_part (sheet, 0, 0, BF_PART_BAND_TITLE, title);
  worksheet_set_row (sheet->sheet, 0, 27, NULL);
  if (!roadmap->feasible)
    line = g_strdup (_ ("No feasible roadmap: the sheet Assumptions says what stands in the way."));
  else if (day == NULL)
    /* Translators: %s is the name of a scenario. */
    line = g_strdup_printf (_ ("Scenario “%s”."), scenario ? scenario : _ ("the plan itself"));
  else
    line = g_strdup_printf (
        /* Translators: %1$s is a date, %2$s the name of a scenario. */
        _ ("Status %1$s, scenario “%2$s”."),
        day,
        scenario ? scenario : _ ("the plan itself"));
  all = with_last_releases (roadmap, line);
  bf_sheet_part (sheet, 1, 0, BF_PART_SUBTITLE, all);
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
  bf_workbook_write_links (workbook, sheet, at + 1, BF_SUMMARY_LAST_COLUMN);
}

void
bf_workbook_write_summary (BfWorkbook *workbook, BfSheet *sheet)
{
  lxw_row_t at, first_year;

  worksheet_set_column (sheet->sheet, 0, 0, 30, NULL);
  worksheet_set_column (sheet->sheet, 1, BF_SUMMARY_LAST_COLUMN, 13.5, NULL);
  worksheet_set_column (sheet->sheet, CHART_COLUMN, CHART_COLUMN + 4, 11.5, NULL);
  worksheet_set_column (
      sheet->sheet, BF_SUMMARY_LAST_COLUMN + 1, BF_SUMMARY_LAST_COLUMN + 1, 3, NULL);
  bf_sheet_set_up (sheet, BF_PAPER_A4, 0, 0, 0);
  worksheet_fit_to_pages (sheet->sheet, 1, 1);
  write_head (workbook, sheet);
  bf_workbook_write_cards (workbook, sheet);
  first_year = write_phases (workbook, sheet, PHASES_ROW) + 1;
  at = bf_workbook_write_years (workbook, sheet, first_year);
  at = write_risks (workbook, sheet, at + 1);
  at = write_decisions (workbook, sheet, at);
  write_foot (workbook, sheet, at);
  bf_workbook_add_charts (workbook, sheet, first_year + 1, CHART_COLUMN);
  worksheet_print_area (sheet->sheet, 0, 0, MAX (at + 2, LAST_CHART_ROW), CHART_COLUMN + 4);
  worksheet_activate (sheet->sheet);
}
