/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Assumptions: what was taken for what nobody said, how the plan was computed, what it
 * leaves open, and the curve of the forecast. */

#include "bf-workbook-private.h"

#include "bf-file-hash.h"
#include "bf-money.h"
#include "bf-workbook-list.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

enum
{
  ASSUMPTIONS_WHAT,
  ASSUMPTIONS_VALUE,
  ASSUMPTIONS_BASIS,
  N_ASSUMPTIONS_COLUMNS,
};

static const BfTableColumn assumptions_columns[N_ASSUMPTIONS_COLUMNS] = {
  [ASSUMPTIONS_WHAT] = { N_ ("Assumption"), "", 46, BF_LOOK_WRAP },
  [ASSUMPTIONS_VALUE] = { N_ ("Value"), "", 26, BF_LOOK_WRAP },
  [ASSUMPTIONS_BASIS] = { N_ ("Basis"), "", 62, BF_LOOK_WRAP },
};
static const BfTable assumptions_table = {
  "Assumptions", assumptions_columns, N_ASSUMPTIONS_COLUMNS, FALSE
};

static const BfTableColumn spread_columns[BF_N_SPREAD_COLUMNS] = {
  [BF_SPREAD_CHANCE] = { N_ ("Chance"), N_ ("at most"), 9, BF_LOOK_FINE_SHARE },
  [BF_SPREAD_FINISH] = { N_ ("Finish"), "", 10, BF_LOOK_DAY },
  [BF_SPREAD_COST] = { N_ ("Fully loaded"), "k¤", 10, BF_LOOK_THOUSANDS },
  [BF_SPREAD_HOURS] = { N_ ("Hours lost"), N_ ("h"), 9, BF_LOOK_HOURS },
};
const BfTable bf_spread_table = { "Spread", spread_columns, BF_N_SPREAD_COLUMNS, FALSE };

static void
write_line (const BfWorkbook *workbook,
            BfSheet *sheet,
            lxw_row_t at,
            const char *what,
            const char *value,
            const char *basis)
{
  const char *const texts[] = { what, value, basis };
  double height = bf_workbook_inputs_height (workbook, at);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      bf_sheet_text (sheet, at, (lxw_col_t) i, BF_LOOK_WRAP, BF_GROUND_PLAIN, texts[i]);
      height = MAX (height, bf_sheet_text_height (texts[i], assumptions_columns[i].width));
    }
  worksheet_set_row (sheet->sheet, at, height, NULL);
}

/* Over all three columns. */
static void
write_sentence (BfSheet *sheet, lxw_row_t at, const char *text)
{
  lxw_format *format = bf_sheet_format (sheet, BF_LOOK_WRAP, BF_GROUND_PLAIN);
  double width = 0;

  for (guint i = 0; i < N_ASSUMPTIONS_COLUMNS; i++)
    width += assumptions_columns[i].width;
  worksheet_merge_range (sheet->sheet, at, 0, at, N_ASSUMPTIONS_COLUMNS - 1, "", format);
  bf_sheet_string (sheet, at, 0, text, format);
  worksheet_set_row (sheet->sheet, at, bf_sheet_text_height (text, width), NULL);
}

static lxw_row_t
write_assumptions (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const BfRoadmap *roadmap = workbook->roadmap;

  bf_sheet_add_table (sheet, &assumptions_table, at, 0, roadmap->n_assumptions);
  at += 2;
  for (guint i = 0; i < roadmap->n_assumptions; i++)
    write_line (workbook,
                sheet,
                at + i,
                roadmap->assumptions[i].what,
                roadmap->assumptions[i].value,
                roadmap->assumptions[i].basis);
  if (roadmap->n_assumptions == 0)
    write_line (workbook, sheet, at, _ ("Nothing had to be assumed."), NULL, NULL);
  return at + MAX (roadmap->n_assumptions, 1);
}

static lxw_row_t
write_section (BfSheet *sheet, lxw_row_t at, const char *name)
{
  bf_sheet_part (sheet, at + 1, 0, BF_PART_SECTION, name);
  return at + 2;
}

static const char *
objective_label (BfObjective objective)
{
  static const char *const labels[] = { [BF_OBJECTIVE_COST] = N_ ("least cost"),
                                        [BF_OBJECTIVE_FINISH] = N_ ("earliest finish"),
                                        [BF_OBJECTIVE_DOWNTIME] = N_ ("least downtime") };

  if (objective < 0 || objective >= (int) G_N_ELEMENTS (labels))
    return NULL;
  return _ (labels[objective]);
}

static lxw_row_t
write_options (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const BfRoadmapOptions *options = &workbook->roadmap->options;
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, options->seed);
  g_autofree char *draws = g_strdup_printf ("%u", workbook->roadmap->draws.n_draws);
  gint64 status = workbook->plant.status_date;
  g_autofree char *day = status == BF_BLANK ? NULL : bf_workbook_day_text (status);
  const char *const lines[][2] = {
    { _ ("Status date of the plan"), day },
    { _ ("Objective"), objective_label (options->objective) },
    { _ ("Scenario"), options->scenario ? options->scenario : _ ("the plan itself") },
    { _ ("Draws of the simulation"), draws },
    { _ ("Seed"), seed },
    { _ ("Proven by the independent checker"), workbook->roadmap->checked ? _ ("yes") : _ ("no") },
    { _ ("Program"), "Brownfield " BF_VERSION },
  };

  at = write_section (sheet, at, _ ("How it was computed"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++, at++)
    write_line (workbook, sheet, at, lines[i][0], lines[i][1], NULL);
  return at;
}

/* What the plan and the workbook can be told from: files, and the state of the diary. */
static lxw_row_t
write_inputs (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  g_autoptr (GPtrArray) hashes = bf_file_hashes (workbook->options.inputs);
  const BfOrigin *origin = workbook->options.origin;

  if (hashes->len > 0 || origin)
    at = write_section (sheet, at, _ ("What it was computed from"));
  for (guint i = 0; i < hashes->len; i++, at++)
    {
      const BfFileHash *hash = hashes->pdata[i];

      write_line (workbook, sheet, at, hash->name, _ ("SHA-256"), hash->sha256);
    }
  if (origin && *origin->state)
    write_line (
        workbook, sheet, at++, _ ("State of the plan's diary"), _ ("SHA-256"), origin->state);
  return at;
}

/* --- What was set by hand --- */

/* "GAMP category" of a column; its own name where the record has no such field. */
static const char *
label_of (const char *table, const char *column)
{
  const BfRecord *record = bf_record_for_table (table);
  const BfField *field = record ? bf_record_field (record, column) : NULL;

  return field ? _ (field->label) : column;
}

static lxw_row_t
write_scenario (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const char *scenario = workbook->roadmap->options.scenario;

  for (guint i = 0; scenario && i < bf_plan_count (workbook->plan, BF_OVERRIDE); i++)
    {
      const BfOverride *row = BF_ROW (workbook->plan, OVERRIDE, BfOverride, i);
      g_autofree char *what =
          row->tbl && row->row_key && row->col
              ? g_strdup_printf ("▲ %s, %s", row->row_key, label_of (row->tbl, row->col))
              : NULL;

      if (what && g_strcmp0 (row->scenario, scenario) == 0)
        write_line (workbook, sheet, at++, what, row->value, row->remark ? row->remark : scenario);
    }
  return at;
}

/* Estimates that stand in for the catalogue's. */
static lxw_row_t
write_step (const BfWorkbook *workbook,
            BfSheet *sheet,
            lxw_row_t at,
            const BfStepDecision *decision)
{
  static const char *const estimates[] = { "weeks", "capex", "stop_hours", "problem_chance" };

  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    {
      const BfField *field = bf_record_field (bf_record (BF_STEP), estimates[i]);
      g_autofree char *value = bf_field_text (field, decision);
      g_autofree char *what = g_strdup_printf ("▲ %s, %s", decision->row.key, _ (field->label));

      if (value)
        write_line (workbook,
                    sheet,
                    at++,
                    what,
                    value,
                    decision->basis ? decision->basis : _ ("set for this step, without a basis"));
    }
  return at;
}

static lxw_row_t
write_set (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  lxw_row_t first = write_section (sheet, at, _ ("▲ Set by hand, in place of what was computed"));

  at = write_scenario (workbook, sheet, first);
  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    at = write_step (workbook, sheet, at, &workbook->decisions[i]);
  if (at == first)
    write_line (workbook, sheet, at++, _ ("Nothing was set by hand."), NULL, NULL);
  return at;
}

static lxw_row_t
write_open (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  const BfRoadmap *roadmap = workbook->roadmap;

  if (roadmap->n_unmet > 0)
    at = write_section (sheet, at, _ ("What no step answers"));
  for (guint i = 0; i < roadmap->n_unmet; i++, at++)
    write_line (workbook, sheet, at, roadmap->unmet[i].key, NULL, roadmap->unmet[i].why);
  if (roadmap->n_problems > 0)
    at = write_section (sheet, at, _ ("What to look at"));
  for (guint i = 0; i < roadmap->n_problems; i++, at++)
    write_sentence (sheet, at, roadmap->problems[i]);
  return at;
}

/* --- The curve --- */

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* The element below which a share of draws lies, as every percentile here is taken. */
static guint
element_of (double share, guint n)
{
  return MIN ((guint) (share * n), n - 1);
}

/* Days sorted as numbers: both are whole. */
static double *
sorted_draws (const BfDraws *draws, guint column)
{
  double *values = g_new (double, draws->n_draws);

  for (guint i = 0; i < draws->n_draws; i++)
    values[i] = column == BF_SPREAD_FINISH ? bf_sheet_day_serial (draws->finish[i])
                : column == BF_SPREAD_COST ? bf_money_to_units (bf_spending_round (draws->cost[i]))
                                           : draws->hours[i];
  qsort (values, draws->n_draws, sizeof (double), compare_doubles);
  return values;
}

double
bf_workbook_spread (const BfWorkbook *workbook, guint column, double share)
{
  const BfDraws *draws = &workbook->roadmap->draws;
  g_autofree double *values = sorted_draws (draws, column);

  return values[element_of (share, draws->n_draws)];
}

static void
write_spread_column (BfWorkbook *workbook, BfSheet *sheet, guint column)
{
  const BfDraws *draws = &workbook->roadmap->draws;
  g_autofree double *values = sorted_draws (draws, column);

  for (guint i = 0; i < BF_SPREAD_ROWS; i++)
    bf_sheet_number (sheet,
                     BF_SPREAD_FIRST_ROW + i,
                     (lxw_col_t) (BF_SPREAD_FIRST_COLUMN + column),
                     spread_columns[column].look,
                     BF_GROUND_PLAIN,
                     values[element_of ((double) i / (BF_SPREAD_ROWS - 1), draws->n_draws)]);
}

static void
write_spread (BfWorkbook *workbook, BfSheet *sheet)
{
  bf_sheet_add_table (
      sheet, &bf_spread_table, BF_SPREAD_FIRST_ROW - 2, BF_SPREAD_FIRST_COLUMN, BF_SPREAD_ROWS);
  if (workbook->roadmap->draws.n_draws == 0)
    return;
  for (guint i = 0; i < BF_SPREAD_ROWS; i++)
    bf_sheet_number (sheet,
                     BF_SPREAD_FIRST_ROW + i,
                     BF_SPREAD_FIRST_COLUMN + BF_SPREAD_CHANCE,
                     BF_LOOK_FINE_SHARE,
                     BF_GROUND_PLAIN,
                     (double) i / (BF_SPREAD_ROWS - 1));
  for (guint column = BF_SPREAD_FINISH; column < BF_N_SPREAD_COLUMNS; column++)
    write_spread_column (workbook, sheet, column);
}

void
bf_workbook_write_assumptions (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("assumptions and forecast"));
  lxw_row_t at = BF_SPREAD_FIRST_ROW - 2;

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  bf_sheet_part (sheet,
                 1,
                 0,
                 BF_PART_NOTE,
                 _ ("Each value stands in for something that the plan does not say; the field that "
                    "replaces it is named."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, at, 2, 0);
  write_spread (workbook, sheet);
  bf_workbook_write_inputs (workbook, sheet);
  at = write_assumptions (workbook, sheet, at);
  at = write_set (workbook, sheet, at);
  at = write_options (workbook, sheet, at);
  at = write_inputs (workbook, sheet, at);
  at = write_open (workbook, sheet, at);
  at = MAX (at, BF_SPREAD_FIRST_ROW + BF_SPREAD_ROWS);
  worksheet_print_area (sheet->sheet, 0, 0, at, BF_INPUTS_COLUMN + BF_INPUTS_COLUMNS - 1);
}
