/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Steps: one row a step with its dates, hours and money. The numbers that the other
 * sheets sum up stand here. */

#include "bf-workbook-list.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define TOP_ROW 3

/* The fields that a meeting sets, in the order of their columns. */
static const char *const wishes[BF_N_STEPS_WISHES] = {
  "status", "strategy",   "phase",        "pinned_cutover", "earliest", "due",    "weeks",
  "capex",  "stop_hours", "benefit_year", "basis",          "owner",    "remark",
};

static const BfTableColumn columns[BF_N_STEPS_COLUMNS] = {
  [BF_STEPS_NO] = { N_ ("Nr"), "", 5, BF_LOOK_COUNT },
  [BF_STEPS_STEP] = { N_ ("Step"), "", 40, BF_LOOK_WRAP },
  [BF_STEPS_PHASE] = { N_ ("Phase"), "", 6.5, BF_LOOK_COUNT },
  [BF_STEPS_AREA] = { N_ ("Area"), "", 18, BF_LOOK_WRAP },
  [BF_STEPS_STRATEGY] = { N_ ("Strategy"), "", 12, BF_LOOK_TEXT },
  [BF_STEPS_START] = { N_ ("Start"), "", 10, BF_LOOK_DAY },
  [BF_STEPS_CUTOVERS] = { N_ ("Cutovers"), N_ ("number"), 9, BF_LOOK_COUNT },
  [BF_STEPS_CUTOVER] = { N_ ("First cutover"), "", 15, BF_LOOK_MINUTE },
  [BF_STEPS_WINDOW] = { N_ ("Window"), "", 22, BF_LOOK_WRAP },
  [BF_STEPS_RELEASE] = { N_ ("Release"), N_ ("planned"), 10, BF_LOOK_DAY },
  [BF_STEPS_RELEASE_P80] = { N_ ("Release P80"), "", 10, BF_LOOK_DAY },
  [BF_STEPS_STOP_EXPECTED] = { N_ ("Stopped"), N_ ("h, mean"), 10, BF_LOOK_HOURS },
  [BF_STEPS_STOP_P80] = { N_ ("Stopped P80"), N_ ("h"), 9, BF_LOOK_HOURS },
  [BF_STEPS_LOST_EXPECTED] = { N_ ("Lost"), N_ ("h, mean"), 10, BF_LOOK_HOURS },
  [BF_STEPS_LOST_P80] = { N_ ("Lost P80"), N_ ("h"), 7, BF_LOOK_HOURS },
  [BF_STEPS_CAPEX] = BF_MONEY_COLUMN (N_ ("Capex"), 9),
  [BF_STEPS_OPEX] = BF_MONEY_COLUMN (N_ ("Opex"), 9),
  [BF_STEPS_VALIDATION] = BF_MONEY_COLUMN (N_ ("Validation"), 10),
  [BF_STEPS_DOWNTIME] = BF_MONEY_COLUMN (N_ ("Downtime"), 10),
  [BF_STEPS_DOUBLE_RUNNING] = BF_MONEY_COLUMN (N_ ("Double running"), 9),
  [BF_STEPS_BRIDGES] = BF_MONEY_COLUMN (N_ ("Bridges"), 8.5),
  [BF_STEPS_FULL] = BF_MONEY_COLUMN (N_ ("Fully loaded"), 9),
  [BF_STEPS_HELD_BY] = { N_ ("Held by"), "", 52, BF_LOOK_WRAP },
  [BF_STEPS_KEY] = { N_ ("Key"), "", 18, BF_LOOK_QUIET },
  [BF_STEPS_FIRST_WISH + 0] = { N_ ("Set status"), "", 12, BF_LOOK_WRAP },
  [BF_STEPS_FIRST_WISH + 1] = { N_ ("Set strategy"), "", 13, BF_LOOK_WRAP },
  [BF_STEPS_FIRST_WISH + 2] = { N_ ("Set phase"), "", 8, BF_LOOK_COUNT },
  [BF_STEPS_FIRST_WISH + 3] = { N_ ("Pin cutover to"), "", 15, BF_LOOK_MINUTE },
  [BF_STEPS_FIRST_WISH + 4] = { N_ ("Not before"), "", 10, BF_LOOK_DAY },
  [BF_STEPS_FIRST_WISH + 5] = { N_ ("Due by"), "", 10, BF_LOOK_DAY },
  [BF_STEPS_FIRST_WISH + 6] = { N_ ("Set build"), N_ ("weeks"), 11, BF_LOOK_WRAP },
  [BF_STEPS_FIRST_WISH + 7] = { N_ ("Set capex"), "¤", 20, BF_LOOK_WRAP },
  [BF_STEPS_FIRST_WISH + 8] = { N_ ("Set stop"), N_ ("h"), 11, BF_LOOK_WRAP },
  [BF_STEPS_FIRST_WISH + 9] = { N_ ("Benefit per year"), "¤", 11, BF_LOOK_COUNT },
  [BF_STEPS_FIRST_WISH + 10] = { N_ ("Basis"), "", 18, BF_LOOK_WRAP },
  [BF_STEPS_FIRST_WISH + 11] = { N_ ("Owner"), "", 14, BF_LOOK_WRAP },
  [BF_STEPS_FIRST_WISH + 12] = { N_ ("Remark"), "", 24, BF_LOOK_WRAP },
  [BF_STEPS_SYSTEMS] = { N_ ("Systems"), "", 48, BF_LOOK_TEXT },
  [BF_STEPS_NEED] = { N_ ("Stop needed"), N_ ("h, P80"), 8, BF_LOOK_HOURS },
  [BF_STEPS_QUARANTINE] = { N_ ("Quarantine"), N_ ("weeks"), 10, BF_LOOK_COUNT },
  [BF_STEPS_RELEASE_P50] = { N_ ("Release P50"), "", 10, BF_LOOK_DAY },
  [BF_STEPS_RELEASE_P90] = { N_ ("Release P90"), "", 10, BF_LOOK_DAY },
  [BF_STEPS_STOP_P50] = { N_ ("Stopped P50"), N_ ("h"), 9, BF_LOOK_HOURS },
  [BF_STEPS_STOP_P90] = { N_ ("Stopped P90"), N_ ("h"), 9, BF_LOOK_HOURS },
  [BF_STEPS_LOST_P50] = { N_ ("Lost P50"), N_ ("h"), 7, BF_LOOK_HOURS },
  [BF_STEPS_LOST_P90] = { N_ ("Lost P90"), N_ ("h"), 7, BF_LOOK_HOURS },
  [BF_STEPS_PROJECT_P80] = BF_MONEY_COLUMN (N_ ("Project P80"), 9),
  [BF_STEPS_VALIDATION_P80] = BF_MONEY_COLUMN (N_ ("Validation P80"), 10),
  [BF_STEPS_CRITICAL] = { N_ ("Critical"), N_ ("of draws"), 8.5, BF_LOOK_SHARE },
  [BF_STEPS_REQUIRES] = { N_ ("Requires"), "", 24, BF_LOOK_WRAP },
  [BF_STEPS_WHY] = { N_ ("Why"), "", 120, BF_LOOK_TEXT },
};

const BfTable bf_steps_table = { "Steps", columns, BF_N_STEPS_COLUMNS, TRUE };

static void
text_cell (BfSheet *sheet, lxw_row_t at, guint column, const char *text)
{
  bf_sheet_text (sheet, at, (lxw_col_t) column, columns[column].look, BF_GROUND_PLAIN, text);
}

static void
number_cell (BfSheet *sheet, lxw_row_t at, guint column, double number)
{
  bf_sheet_number (sheet, at, (lxw_col_t) column, columns[column].look, BF_GROUND_PLAIN, number);
}

static void
day_cell (BfSheet *sheet, lxw_row_t at, guint column, gint64 day)
{
  bf_sheet_day (sheet, at, (lxw_col_t) column, columns[column].look, BF_GROUND_PLAIN, day);
}

static char *
joined (const char *const *list, const char *separator)
{
  return list ? g_strjoinv (separator, (char **) list) : NULL;
}

static void
write_texts (BfSheet *sheet, lxw_row_t at, const BfStepRow *row)
{
  g_autofree char *requires = joined (row->step->requires, ", ");
  g_autofree char *why = joined (row->step->why, " ");

  number_cell (sheet, at, BF_STEPS_NO, row->number);
  text_cell (sheet, at, BF_STEPS_KEY, row->step->key);
  text_cell (sheet, at, BF_STEPS_STEP, row->step->title);
  number_cell (sheet, at, BF_STEPS_PHASE, row->step->phase + 1);
  text_cell (sheet, at, BF_STEPS_AREA, row->area);
  text_cell (sheet, at, BF_STEPS_SYSTEMS, row->systems);
  text_cell (sheet, at, BF_STEPS_STRATEGY, row->strategy);
  text_cell (sheet, at, BF_STEPS_WINDOW, row->window);
  text_cell (sheet, at, BF_STEPS_REQUIRES, requires);
  text_cell (sheet, at, BF_STEPS_HELD_BY, row->step->held_by);
  text_cell (sheet, at, BF_STEPS_WHY, why);
}

/* It moves with the cutover, else with the start. */
static void
write_release (BfSheet *sheet, lxw_row_t at, const BfRoadmapStep *step)
{
  char anchor[LXW_MAX_CELL_NAME_LENGTH];
  gint64 day = step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : step->start;

  lxw_rowcol_to_cell (anchor, at, step->n_cutovers ? BF_STEPS_CUTOVER : BF_STEPS_START);
  bf_sheet_formula (sheet,
                    at,
                    BF_STEPS_RELEASE,
                    bf_sheet_format (sheet, BF_LOOK_DAY, BF_GROUND_PLAIN),
                    bf_sheet_day_serial (step->finish),
                    "=INT(%s)%+d",
                    anchor,
                    (int) (step->finish - day));
}

static void
write_dates (BfSheet *sheet, lxw_row_t at, const BfRoadmapStep *step)
{
  gint64 cutover = step->n_cutovers ? step->cutovers[0].start : BF_BLANK;
  double need = step->n_cutovers ? step->cutovers[0].hours : NAN;

  bf_sheet_day (sheet, at, BF_STEPS_START, BF_LOOK_DAY, BF_GROUND_INPUT, step->start);
  number_cell (sheet, at, BF_STEPS_CUTOVERS, step->n_cutovers);
  bf_sheet_minute (sheet, at, BF_STEPS_CUTOVER, BF_GROUND_INPUT, cutover);
  number_cell (sheet, at, BF_STEPS_NEED, need);
  number_cell (sheet, at, BF_STEPS_QUARANTINE, step->quarantine_weeks);
  write_release (sheet, at, step);
  day_cell (sheet, at, BF_STEPS_RELEASE_P50, step->release.p50);
  day_cell (sheet, at, BF_STEPS_RELEASE_P80, step->release.p80);
  day_cell (sheet, at, BF_STEPS_RELEASE_P90, step->release.p90);
}

static void
write_hours (BfSheet *sheet, lxw_row_t at, const BfRoadmapStep *step)
{
  number_cell (sheet, at, BF_STEPS_STOP_EXPECTED, step->downtime_hours.expected);
  number_cell (sheet, at, BF_STEPS_STOP_P50, step->downtime_hours.p50);
  number_cell (sheet, at, BF_STEPS_STOP_P80, step->downtime_hours.p80);
  number_cell (sheet, at, BF_STEPS_STOP_P90, step->downtime_hours.p90);
  number_cell (sheet, at, BF_STEPS_LOST_EXPECTED, step->lost_hours.expected);
  number_cell (sheet, at, BF_STEPS_LOST_P50, step->lost_hours.p50);
  number_cell (sheet, at, BF_STEPS_LOST_P80, step->lost_hours.p80);
  number_cell (sheet, at, BF_STEPS_LOST_P90, step->lost_hours.p90);
}

/* A sum over another sheet, or a figure that may be changed here. */
static char *
formula_of (const BfWorkbook *workbook, const BfStepRow *row, BfMoneyKind kind)
{
  if (kind == BF_MONEY_VALIDATION)
    return bf_workbook_validation_formula (row);
  return kind == BF_MONEY_DOWNTIME ? bf_workbook_downtime_formula (workbook, row) : NULL;
}

static void
write_kind (const BfWorkbook *workbook,
            BfSheet *sheet,
            lxw_row_t at,
            const BfStepRow *row,
            BfMoneyKind kind)
{
  lxw_col_t col = (lxw_col_t) (BF_STEPS_CAPEX + kind);
  g_autofree char *formula = formula_of (workbook, row, kind);

  if (formula)
    bf_sheet_formula (sheet,
                      at,
                      col,
                      bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PLAIN),
                      bf_money_to_units (row->money[kind]),
                      "%s",
                      formula);
  else
    bf_sheet_money (sheet, at, col, BF_LOOK_THOUSANDS, BF_GROUND_INPUT, row->money[kind]);
}

static void
write_money (const BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, const BfStepRow *row)
{
  char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];

  for (int kind = 0; kind < BF_N_MONEY; kind++)
    write_kind (workbook, sheet, at, row, (BfMoneyKind) kind);
  lxw_rowcol_to_cell (first, at, BF_STEPS_CAPEX);
  lxw_rowcol_to_cell (last, at, BF_STEPS_BRIDGES);
  bf_sheet_formula (sheet,
                    at,
                    BF_STEPS_FULL,
                    bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_STRONG),
                    bf_money_to_units (row->full_minor),
                    "=SUM(%s:%s)",
                    first,
                    last);
  number_cell (sheet,
               at,
               BF_STEPS_PROJECT_P80,
               bf_money_to_units (bf_spending_round (row->step->project_cost.p80)));
  number_cell (sheet,
               at,
               BF_STEPS_VALIDATION_P80,
               bf_money_to_units (bf_spending_round (row->step->validation.p80)));
}

static void
write_wishes (const BfStepDecision *decision, BfSheet *sheet, lxw_row_t at)
{
  for (guint i = 0; i < BF_N_STEPS_WISHES; i++)
    bf_list_write_field (sheet,
                         at,
                         (lxw_col_t) (BF_STEPS_FIRST_WISH + i),
                         bf_record_field (bf_record (BF_STEP), wishes[i]),
                         decision);
}

static void
remember_fact (BfTripTable *table,
               const BfStepRow *row,
               const char *id,
               guint column,
               char *text,
               const char *points)
{
  bf_trip_add_fact (table, row->step->key, id, _ (columns[column].heading), text, points);
  g_free (text);
}

/* What a meeting overwrites although the plan computed it: the cutover becomes a pin, the capex an
 * estimate of that size; the days that follow from them are told from a change. */
static void
remember_facts (BfTripTable *table, const BfStepRow *row)
{
  const BfRoadmapStep *step = row->step;
  BfStepDecision scratch = { .capex = step->step->capex };
  g_autofree char *points =
      bf_field_text (bf_record_field (bf_record (BF_STEP), "capex"), &scratch);

  if (step->n_cutovers)
    remember_fact (table,
                   row,
                   "pinned_cutover",
                   BF_STEPS_CUTOVER,
                   bf_minute_format (step->cutovers[0].start),
                   NULL);
  remember_fact (
      table, row, "capex", BF_STEPS_CAPEX, bf_money_format (row->money[BF_MONEY_CAPEX]), points);
  remember_fact (table, row, "start", BF_STEPS_START, bf_day_format (step->start), NULL);
  remember_fact (table, row, "release", BF_STEPS_RELEASE, bf_day_format (step->finish), NULL);
}

static void
remember (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first)
{
  BfTripTable *table = bf_trip_add_table (workbook->trip, sheet->sheet, BF_STEP, FALSE, first);
  const BfRecord *record = bf_record (BF_STEP);

  bf_trip_add_field (table, record->fields, BF_STEPS_KEY, _ (columns[BF_STEPS_KEY].heading));
  for (guint i = 0; i < BF_N_STEPS_WISHES; i++)
    bf_trip_add_field (table,
                       bf_record_field (record, wishes[i]),
                       BF_STEPS_FIRST_WISH + i,
                       _ (columns[BF_STEPS_FIRST_WISH + i].heading));
  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      bf_trip_add_row (table, &workbook->decisions[i]);
      remember_facts (table, &workbook->rows[i]);
    }
}

static void
write_row (const BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, const BfStepRow *row)
{
  write_texts (sheet, at, row);
  write_dates (sheet, at, row->step);
  write_hours (sheet, at, row->step);
  write_money (workbook, sheet, at, row);
  write_wishes (&workbook->decisions[row->number - 1], sheet, at);
  number_cell (sheet, at, BF_STEPS_CRITICAL, row->step->criticality);
}

static double
column_sum (const BfWorkbook *workbook, guint column)
{
  gint64 minor = 0;
  double hours = 0;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      const BfStepRow *row = &workbook->rows[i];

      if (column == BF_STEPS_CUTOVERS)
        hours += row->step->n_cutovers;
      else if (column == BF_STEPS_STOP_EXPECTED)
        hours += row->step->downtime_hours.expected;
      else if (column == BF_STEPS_LOST_EXPECTED)
        hours += row->step->lost_hours.expected;
      else
        minor += column == BF_STEPS_FULL ? row->full_minor : row->money[column - BF_STEPS_CAPEX];
    }
  return hours + bf_money_to_units (minor);
}

static gboolean
has_total (guint column)
{
  return column == BF_STEPS_CUTOVERS || column == BF_STEPS_STOP_EXPECTED ||
         column == BF_STEPS_LOST_EXPECTED || (column >= BF_STEPS_CAPEX && column <= BF_STEPS_FULL);
}

static void
write_totals (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  for (guint i = 0; i < BF_N_STEPS_COLUMNS; i++)
    {
      lxw_format *format = bf_sheet_format (sheet, columns[i].look, BF_GROUND_TOTAL);
      g_autofree char *ref = bf_table_ref (&bf_steps_table, i);

      if (has_total (i))
        bf_sheet_formula (
            sheet, at, (lxw_col_t) i, format, column_sum (workbook, i), "=SUBTOTAL(109,%s)", ref);
      else
        bf_sheet_string (sheet, at, (lxw_col_t) i, i == BF_STEPS_STEP ? _ ("All") : NULL, format);
    }
}

/* Rows grow with their longest wrapped text; programs do not measure them on opening. */
static double
row_height (const BfStepRow *row)
{
  const struct
  {
    const char *text;
    guint column;
  } texts[] = { { row->step->title, BF_STEPS_STEP },
                { row->area, BF_STEPS_AREA },
                { row->window, BF_STEPS_WINDOW },
                { row->step->held_by, BF_STEPS_HELD_BY } };
  double height = bf_sheet_text_height (NULL, 1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    height = MAX (height, bf_sheet_text_height (texts[i].text, columns[texts[i].column].width));
  return height;
}

void
bf_workbook_write_steps (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("steps"));
  lxw_row_t at = TOP_ROW + 2;

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  bf_sheet_part (
      sheet,
      1,
      0,
      BF_PART_NOTE,
      _ ("Grey cells may be changed: a date moves the bar, money flows to all sheets; what is set right "
         "of “Held by” comes back into the plan."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, TOP_ROW, 2, BF_STEPS_STEP + 1);
  worksheet_set_row (sheet->sheet, TOP_ROW + 1, 27, NULL);
  bf_sheet_add_table (sheet, &bf_steps_table, TOP_ROW, 0, workbook->roadmap->n_steps);
  for (guint i = 0; i < workbook->roadmap->n_steps; i++, at++)
    {
      worksheet_set_row (sheet->sheet, at, row_height (&workbook->rows[i]), NULL);
      write_row (workbook, sheet, at, &workbook->rows[i]);
    }
  remember (workbook, sheet, TOP_ROW + 2);
  at = MAX (at, TOP_ROW + 3);
  write_totals (workbook, sheet, at);
  worksheet_print_area (sheet->sheet, 0, 0, at, BF_STEPS_HELD_BY);
}
