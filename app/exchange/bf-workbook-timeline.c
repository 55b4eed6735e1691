/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Timeline: a row a step under its phase, dates and sums left of the frozen line, a cell
 * a month right of it, with letters that say what the colours say. */

#include "bf-workbook-private.h"

#include "bf-money.h"
#include "bf-time-grid.h"

#include <glib/gi18n-lib.h>

/* Up to seven years in months, then quarters. */
#define MAX_MONTHS 84
#define RULER_ROW 1
#define FIRST_ROW 3

enum
{
  COL_NR,
  COL_STEP,
  COL_AREA,
  COL_CUTOVER,
  COL_WINDOW,
  COL_RELEASE,
  COL_P80,
  COL_LOST,
  COL_VALIDATION,
  COL_FULL,
  N_COLS,
};

/* The cells right of the frozen line begin here. */
#define FIRST_CELL N_COLS

typedef struct
{
  BfTableColumn column;
  guint source; /* of Steps */
} TimelineColumn;

static const TimelineColumn columns[N_COLS] = {
  [COL_NR] = { { N_ ("Nr"), "", 4, BF_LOOK_COUNT }, BF_STEPS_NO },
  [COL_STEP] = { { N_ ("Step"), "", 48, BF_LOOK_WRAP }, BF_STEPS_STEP },
  [COL_AREA] = { { N_ ("Area"), "", 20, BF_LOOK_WRAP }, BF_STEPS_AREA },
  [COL_CUTOVER] = { { N_ ("Cutover"), N_ ("first"), 10, BF_LOOK_DAY }, BF_STEPS_CUTOVER },
  [COL_WINDOW] = { { N_ ("Window"), "", 24, BF_LOOK_WRAP }, BF_STEPS_WINDOW },
  [COL_RELEASE] = { { N_ ("Release"), "", 10, BF_LOOK_DAY }, BF_STEPS_RELEASE },
  [COL_P80] = { { N_ ("P80"), "", 10, BF_LOOK_DAY }, BF_STEPS_RELEASE_P80 },
  [COL_LOST] = { { N_ ("Lost"), N_ ("h P80"), 7, BF_LOOK_HOURS }, BF_STEPS_LOST_P80 },
  [COL_VALIDATION] = { BF_MONEY_COLUMN (N_ ("Valid."), 8), BF_STEPS_VALIDATION },
  [COL_FULL] = { BF_MONEY_COLUMN (N_ ("Full"), 9), BF_STEPS_FULL },
};

typedef struct
{
  BfWorkbook *workbook;
  BfSheet *sheet;
  const BfTimeGrid *grid;
  int today;          /* cell of the status date; -1 outside */
  GArray *phase_rows; /* lxw_row_t */
} Timeline;

static BfRule
rule_of (const Timeline *timeline, guint cell)
{
  int month;

  if ((int) cell == timeline->today)
    return BF_RULE_TODAY;
  bf_day_to_civil (timeline->grid->edges[cell], NULL, &month, NULL);
  return month == 1 || cell == 0 ? BF_RULE_YEAR : BF_RULE_NONE;
}

/* --- The ruler --- */

static void
write_year (Timeline *timeline, guint first, guint last)
{
  BfSheet *sheet = timeline->sheet;
  lxw_format *format = bf_workbook_style_ruler (sheet->style, TRUE);
  g_autofree char *name = NULL;
  int year;

  bf_day_to_civil (timeline->grid->edges[first], &year, NULL, NULL);
  name = last - first > 1 ? g_strdup_printf ("%d", year) : g_strdup ("");
  if (last == first)
    worksheet_write_string (sheet->sheet, RULER_ROW, FIRST_CELL + (lxw_col_t) first, name, format);
  else
    worksheet_merge_range (sheet->sheet,
                           RULER_ROW,
                           FIRST_CELL + (lxw_col_t) first,
                           RULER_ROW,
                           FIRST_CELL + (lxw_col_t) last,
                           name,
                           format);
}

static void
write_ruler (Timeline *timeline)
{
  const BfTimeGrid *grid = timeline->grid;
  /* Translators: first letters of the months, January to December. */
  g_auto (GStrv) letters = g_strsplit (_ ("J F M A M J J A S O N D"), " ", 12);
  lxw_format *format = bf_workbook_style_ruler (timeline->sheet->style, FALSE);
  guint year_first = 0;

  for (guint i = 0; i < grid->n_cells; i++)
    {
      g_autofree char *quarter = NULL;
      int month, next;

      bf_day_to_civil (grid->edges[i], NULL, &month, NULL);
      bf_day_to_civil (grid->edges[i + 1], NULL, &next, NULL);
      quarter = g_strdup_printf ("Q%d", (month - 1) / 3 + 1);
      worksheet_write_string (timeline->sheet->sheet,
                              RULER_ROW + 1,
                              FIRST_CELL + (lxw_col_t) i,
                              grid->quarters ? quarter : letters[month - 1],
                              format);
      if (next == 1 || i + 1 == grid->n_cells)
        {
          write_year (timeline, year_first, i);
          year_first = i + 1;
        }
    }
  worksheet_set_column (timeline->sheet->sheet,
                        FIRST_CELL,
                        FIRST_CELL + (lxw_col_t) grid->n_cells - 1,
                        grid->quarters ? 3 : 1.71,
                        NULL);
}

static const char *
unit_text (BfSheet *sheet, const char *unit)
{
  if (g_strcmp0 (unit, "k¤") == 0)
    return bf_workbook_style_thousands (sheet->style);
  return *unit ? _ (unit) : NULL;
}

static void
write_headings (BfSheet *sheet)
{
  for (guint i = 0; i < N_COLS; i++)
    {
      const BfTableColumn *column = &columns[i].column;
      gboolean left = column->look == BF_LOOK_WRAP;

      bf_sheet_part (sheet,
                     RULER_ROW,
                     (lxw_col_t) i,
                     left ? BF_PART_HEADING : BF_PART_HEADING_RIGHT,
                     _ (column->heading));
      bf_sheet_part (sheet,
                     RULER_ROW + 1,
                     (lxw_col_t) i,
                     left ? BF_PART_UNIT : BF_PART_UNIT_RIGHT,
                     unit_text (sheet, column->unit));
      worksheet_set_column (sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, column->width, NULL);
    }
}

/* --- Rows --- */

static void
write_cells (Timeline *timeline, lxw_row_t at, const BfRoadmapStep *step)
{
  for (guint i = 0; i < timeline->grid->n_cells; i++)
    {
      BfSign sign = bf_time_grid_sign (timeline->grid, step, i);

      bf_sheet_string (
          timeline->sheet,
          at,
          FIRST_CELL + (lxw_col_t) i,
          bf_sign_letter (sign),
          bf_workbook_style_sign (timeline->sheet->style, sign, rule_of (timeline, i)));
    }
}

/* Looks the step up by its number, so that sorting the sheet Steps does no harm. Exactly one of
 * @text and @number is given; neither stands for a cell that is blank there. */
static void
write_lookup (Timeline *timeline, lxw_row_t at, guint col, const char *text, double number)
{
  BfSheet *sheet = timeline->sheet;
  lxw_format *format = bf_sheet_format (sheet, columns[col].column.look, BF_GROUND_PLAIN);
  g_autofree char *source = bf_table_ref (&bf_steps_table, columns[col].source);
  g_autofree char *numbers = bf_table_ref (&bf_steps_table, BF_STEPS_NO);
  g_autofree char *found = g_strdup_printf ("INDEX(%s,MATCH($A%u,%s,0))", source, at + 1, numbers);

  if (text || !isfinite (number))
    bf_sheet_formula_text (
        sheet, at, (lxw_col_t) col, format, text ? text : "", "=IF(%s=\"\",\"\",%s)", found, found);
  else
    bf_sheet_formula (sheet, at, (lxw_col_t) col, format, number, "=%s", found);
}

static double
serial_or_blank (gint64 day)
{
  return day == BF_BLANK ? NAN : bf_sheet_day_serial (day);
}

static void
write_step (Timeline *timeline, lxw_row_t at, const BfStepRow *row)
{
  const BfRoadmapStep *step = row->step;
  BfSheet *sheet = timeline->sheet;
  double cutover = step->n_cutovers ? bf_sheet_minute_serial (step->cutovers[0].start) : NAN;

  bf_sheet_number (sheet, at, COL_NR, BF_LOOK_COUNT, BF_GROUND_PLAIN, row->number);
  write_lookup (timeline, at, COL_STEP, step->title ? step->title : "", 0);
  write_lookup (timeline, at, COL_AREA, row->area, 0);
  write_lookup (timeline, at, COL_CUTOVER, NULL, cutover);
  write_lookup (timeline, at, COL_WINDOW, row->window ? row->window : "", 0);
  write_lookup (timeline, at, COL_RELEASE, NULL, serial_or_blank (step->finish));
  write_lookup (timeline, at, COL_P80, NULL, serial_or_blank (step->release.p80));
  write_lookup (timeline, at, COL_LOST, NULL, step->lost_hours.p80);
  write_lookup (
      timeline, at, COL_VALIDATION, NULL, bf_money_to_units (row->money[BF_MONEY_VALIDATION]));
  write_lookup (timeline, at, COL_FULL, NULL, bf_money_to_units (row->full_minor));
  write_cells (timeline, at, step);
  worksheet_set_row (
      sheet->sheet,
      at,
      MAX (MAX (bf_sheet_text_height (step->title, columns[COL_STEP].column.width),
                bf_sheet_text_height (row->window, columns[COL_WINDOW].column.width)),
           bf_sheet_text_height (row->area, columns[COL_AREA].column.width)),
      NULL);
}

static gint64
phase_sum (const BfWorkbook *workbook, int phase, guint col)
{
  gint64 sum = 0;

  if (col == COL_VALIDATION)
    return bf_workbook_sum (workbook, phase, BF_MONEY_VALIDATION);
  for (int kind = 0; kind < BF_N_MONEY; kind++)
    sum += bf_workbook_sum (workbook, phase, (BfMoneyKind) kind);
  return sum;
}

static void
write_phase_cells (Timeline *timeline, lxw_row_t at, gint64 gate)
{
  int gate_cell = gate == BF_BLANK ? -1 : bf_time_grid_cell (timeline->grid, gate);

  for (guint i = 0; i < timeline->grid->n_cells; i++)
    {
      BfSign sign = (int) i == gate_cell ? BF_SIGN_GATE : BF_SIGN_NONE;

      bf_sheet_string (
          timeline->sheet,
          at,
          FIRST_CELL + (lxw_col_t) i,
          bf_sign_letter (sign),
          bf_workbook_style_phase_cell (timeline->sheet->style, sign, rule_of (timeline, i)));
    }
}

/* @n_steps rows of the phase follow. */
static void
write_phase (Timeline *timeline, lxw_row_t at, guint phase, guint n_steps)
{
  const BfRoadmapPhase *of = &timeline->workbook->roadmap->phases[phase];
  BfSheet *sheet = timeline->sheet;
  g_autofree char *name = bf_workbook_phase_name (timeline->workbook, phase);
  /* Translators: %s is the number of a phase. */
  g_autofree char *gate = g_strdup_printf (_ ("gate %s"), of->id);

  for (guint col = 0; col < N_COLS; col++)
    bf_sheet_text (sheet, at, (lxw_col_t) col, BF_LOOK_TEXT, BF_GROUND_PHASE, NULL);
  bf_sheet_text (sheet, at, COL_NR, BF_LOOK_TEXT, BF_GROUND_PHASE, name);
  if (of->gate != BF_BLANK)
    bf_sheet_part (sheet, at, COL_WINDOW, BF_PART_PHASE_NOTE, gate);
  bf_sheet_day (sheet, at, COL_RELEASE, BF_LOOK_DAY, BF_GROUND_PHASE, of->gate);
  for (guint col = COL_VALIDATION; col <= COL_FULL; col++)
    bf_sheet_formula (sheet,
                      at,
                      (lxw_col_t) col,
                      bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_PHASE),
                      bf_money_to_units (phase_sum (timeline->workbook, (int) phase, col)),
                      "=SUM(%c%u:%c%u)",
                      'A' + col,
                      at + 2,
                      'A' + col,
                      at + 1 + n_steps);
  write_phase_cells (timeline, at, of->gate);
  g_array_append_val (timeline->phase_rows, at);
}

static guint
steps_in_phase (const BfWorkbook *workbook, guint phase)
{
  guint n = 0;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    n += workbook->roadmap->steps[i].phase == (int) phase;
  return n;
}

static lxw_row_t
write_phases (Timeline *timeline, lxw_row_t at)
{
  const BfWorkbook *workbook = timeline->workbook;

  for (guint phase = 0; phase < workbook->roadmap->n_phases; phase++)
    {
      guint n = steps_in_phase (workbook, phase);

      if (n == 0)
        continue;
      write_phase (timeline, at++, phase, n);
      for (guint i = 0; i < workbook->roadmap->n_steps; i++)
        if (workbook->roadmap->steps[i].phase == (int) phase)
          write_step (timeline, at++, &workbook->rows[i]);
    }
  return at;
}

/* --- Below the rows --- */

/* "=SUM(J4,J14)": the subtotals of a column. */
static char *
sum_of_phases (const Timeline *timeline, guint col)
{
  GString *formula = g_string_new ("=SUM(");

  for (guint i = 0; i < timeline->phase_rows->len; i++)
    g_string_append_printf (formula,
                            "%s%c%u",
                            i ? "," : "",
                            'A' + (int) col,
                            g_array_index (timeline->phase_rows, lxw_row_t, i) + 1);
  g_string_append (formula, timeline->phase_rows->len ? ")" : "0)");
  return g_string_free (formula, FALSE);
}

static void
write_forecast (Timeline *timeline, lxw_row_t at, guint col, guint forecast, double value)
{
  g_autofree char *ref = bf_table_ref (&bf_forecast_table, BF_TOTALS_P80);

  bf_sheet_formula (timeline->sheet,
                    at,
                    (lxw_col_t) col,
                    bf_sheet_format (timeline->sheet, columns[col].column.look, BF_GROUND_TOTAL),
                    value,
                    "=INDEX(%s,%u)",
                    ref,
                    forecast + 1);
}

static void
write_total (Timeline *timeline, lxw_row_t at)
{
  const BfRoadmap *roadmap = timeline->workbook->roadmap;
  BfSheet *sheet = timeline->sheet;
  g_autofree char *releases = bf_table_ref (&bf_steps_table, BF_STEPS_RELEASE);
  gint64 last = BF_BLANK;

  for (guint i = 0; i < roadmap->n_steps; i++)
    last = MAX (last, roadmap->steps[i].finish);
  for (guint col = 0; col < N_COLS; col++)
    bf_sheet_text (sheet, at, (lxw_col_t) col, BF_LOOK_TEXT, BF_GROUND_TOTAL, NULL);
  bf_sheet_text (sheet, at, COL_NR, BF_LOOK_TEXT, BF_GROUND_TOTAL, _ ("All"));
  for (guint col = COL_VALIDATION; col <= COL_FULL; col++)
    {
      g_autofree char *formula = sum_of_phases (timeline, col);

      bf_sheet_formula (sheet,
                        at,
                        (lxw_col_t) col,
                        bf_sheet_format (sheet, BF_LOOK_THOUSANDS, BF_GROUND_TOTAL),
                        bf_money_to_units (phase_sum (timeline->workbook, -1, col)),
                        "%s",
                        formula);
    }
  if (roadmap->n_steps == 0)
    return;
  bf_sheet_formula (sheet,
                    at,
                    COL_RELEASE,
                    bf_sheet_format (sheet, BF_LOOK_DAY, BF_GROUND_TOTAL),
                    bf_sheet_day_serial (last),
                    "=MAX(%s)",
                    releases);
  write_forecast (
      timeline, at, COL_P80, BF_FORECAST_FINISH, bf_sheet_day_serial (roadmap->finish.p80));
  write_forecast (timeline, at, COL_LOST, BF_FORECAST_LOST, roadmap->lost_hours.p80);
}

/* Letters with their meaning, in the cells of the timeline so that they look the same. */
static void
write_legend (Timeline *timeline, lxw_row_t at)
{
  static const struct
  {
    BfSign sign;
    const char *text;
  } entries[] = { { BF_SIGN_BUILD, N_ ("Prepare and build") },
                  { BF_SIGN_OFFLINE, N_ ("Offline qualification") },
                  { BF_SIGN_WAIT, N_ ("Ready, waits for its window") },
                  { BF_SIGN_CUTOVER, N_ ("Cutover") },
                  { BF_SIGN_ONLINE, N_ ("Online qualification") },
                  { BF_SIGN_PARALLEL, N_ ("Parallel run") },
                  { BF_SIGN_HYPERCARE, N_ ("Hypercare to release") },
                  { BF_SIGN_RETIRE, N_ ("Retire") } };
  BfSheet *sheet = timeline->sheet;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      lxw_row_t row = at + i;

      bf_sheet_string (sheet,
                       row,
                       COL_NR,
                       bf_sign_letter (entries[i].sign),
                       bf_workbook_style_sign (sheet->style, entries[i].sign, BF_RULE_NONE));
      bf_sheet_part (sheet, row, COL_STEP, BF_PART_NOTE, _ (entries[i].text));
    }
}

static void
write_note (Timeline *timeline)
{
  const char *note = timeline->grid->quarters
                         ? _ ("Each cell is a quarter. Letters say what colours say.")
                         : _ ("Each cell is a month. Letters say what colours say.");

  bf_sheet_part (timeline->sheet,
                 0,
                 FIRST_CELL + (lxw_col_t) timeline->grid->n_cells - 1,
                 BF_PART_NOTE_RIGHT,
                 note);
}

void
bf_workbook_write_timeline (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("timeline"));
  g_autoptr (BfTimeGrid) grid = bf_time_grid_new (workbook->roadmap, MAX_MONTHS);
  g_autoptr (GArray) phase_rows = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
  gint64 status = workbook->plant.status_date;
  Timeline timeline = {
    workbook, sheet, grid, status == BF_BLANK ? -1 : bf_time_grid_cell (grid, status), phase_rows
  };
  lxw_row_t at;

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  worksheet_set_row (sheet->sheet, 0, 24, NULL);
  write_note (&timeline);
  bf_sheet_set_up (sheet, BF_PAPER_A3, RULER_ROW, 2, FIRST_CELL);
  write_headings (sheet);
  write_ruler (&timeline);
  at = write_phases (&timeline, FIRST_ROW);
  write_total (&timeline, at);
  write_legend (&timeline, at + 2);
}
