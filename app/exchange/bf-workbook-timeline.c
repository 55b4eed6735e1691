/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Timeline: a row a step under its phase, what was approved below it, dates and sums left
 * of the frozen line, the ruler and the bars right of it. */

#include "bf-workbook-bars.h"

#include "bf-money.h"
#include "bf-window.h"

#include <glib/gi18n-lib.h>

/* Up to a year and a half in weeks, seven years in months, then quarters. */
#define MAX_CELLS 84
/* Points. */
#define APPROVED_HEIGHT 11.25
#define SCALE_ROW 0
#define RULER_ROW 1
#define N_HEADER_ROWS 4
#define FIRST_ROW (RULER_ROW + N_HEADER_ROWS)

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
  BfBars bars;
  GArray *phase_rows; /* lxw_row_t */
} Timeline;

/* --- Headings --- */

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

static void
write_window_row (Timeline *timeline, lxw_row_t at, const char *name, int kind, BfSign sign)
{
  for (guint col = 0; col < N_COLS; col++)
    bf_sheet_text (timeline->sheet,
                   at,
                   (lxw_col_t) col,
                   BF_LOOK_QUIET,
                   BF_GROUND_PLAIN,
                   col == COL_STEP ? name : NULL);
  bf_bars_write_windows (&timeline->bars, at, kind, sign);
}

/* --- Rows --- */

/* Exactly one of @text and @number is given; neither stands for a cell that is blank there. */
static void
write_lookup (Timeline *timeline, lxw_row_t at, guint col, const char *text, double number)
{
  BfSheet *sheet = timeline->sheet;
  lxw_format *format = bf_sheet_format (sheet, columns[col].column.look, BF_GROUND_PLAIN);
  g_autofree char *found = bf_workbook_step_lookup (at, columns[col].source);

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
  bf_bars_write_step (&timeline->bars, at, row, COL_CUTOVER);
  worksheet_set_row (
      sheet->sheet,
      at,
      MAX (MAX (bf_sheet_text_height (step->title, columns[COL_STEP].column.width),
                bf_sheet_text_height (row->window, columns[COL_WINDOW].column.width)),
           bf_sheet_text_height (row->area, columns[COL_AREA].column.width)),
      NULL);
}

/* The row under a step that a baseline knows. */
static gboolean
write_approved (Timeline *timeline, lxw_row_t at, const BfRoadmapStep *step)
{
  BfSheet *sheet = timeline->sheet;
  gint64 start, cutover, release;

  if (!bf_workbook_approved (timeline->workbook, step->key, &start, &cutover, &release))
    return FALSE;
  cutover = cutover == BF_BLANK ? BF_BLANK : bf_minute_day (cutover);
  for (guint col = 0; col < N_COLS; col++)
    bf_sheet_text (sheet, at, (lxw_col_t) col, BF_LOOK_QUIET, BF_GROUND_PLAIN, NULL);
  bf_sheet_text (sheet, at, COL_AREA, BF_LOOK_QUIET, BF_GROUND_PLAIN, _ ("approved"));
  bf_sheet_day (sheet, at, COL_CUTOVER, BF_LOOK_DAY, BF_GROUND_PLAIN, cutover);
  bf_sheet_day (sheet, at, COL_RELEASE, BF_LOOK_DAY, BF_GROUND_PLAIN, release);
  bf_bars_write_approved (&timeline->bars, at, start, cutover, release);
  worksheet_set_row (sheet->sheet, at, APPROVED_HEIGHT, NULL);
  return TRUE;
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

/* The phase's rows end before @end. */
static void
write_phase (Timeline *timeline, lxw_row_t at, guint phase, lxw_row_t end)
{
  const BfRoadmapPhase *of = &timeline->workbook->roadmap->phases[phase];
  BfSheet *sheet = timeline->sheet;
  g_autofree char *name = bf_workbook_phase_name (timeline->workbook, phase);
  /* Translators: %s is the number of a phase. */
  g_autofree char *gate = g_strdup_printf (_ ("gate %s"), of->id);

  for (guint col = 0; col < N_COLS; col++)
    bf_sheet_text (sheet, at, (lxw_col_t) col, BF_LOOK_TEXT, BF_GROUND_PHASE, NULL);
  bf_sheet_text (sheet, at, COL_NR, BF_LOOK_TEXT, BF_GROUND_PHASE, name);
  bf_sheet_part (
      sheet, at, COL_WINDOW, BF_PART_PHASE_NOTE, of->gate != BF_BLANK ? gate : _ ("no gate"));
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
                      end);
  bf_bars_write_gate (&timeline->bars, at, of->gate);
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
write_steps (Timeline *timeline, lxw_row_t at, int phase)
{
  const BfWorkbook *workbook = timeline->workbook;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      if (workbook->roadmap->steps[i].phase != phase)
        continue;
      write_step (timeline, at++, &workbook->rows[i]);
      at += write_approved (timeline, at, &workbook->roadmap->steps[i]) ? 1 : 0;
    }
  return at;
}

static lxw_row_t
write_phases (Timeline *timeline, lxw_row_t at)
{
  const BfWorkbook *workbook = timeline->workbook;

  for (guint phase = 0; phase < workbook->roadmap->n_phases; phase++)
    {
      lxw_row_t head = at;

      if (steps_in_phase (workbook, phase) == 0)
        continue;
      at = write_steps (timeline, at + 1, (int) phase);
      write_phase (timeline, head, phase, at);
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
static lxw_row_t
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
                  { BF_SIGN_RETIRE, N_ ("Retire") },
                  { BF_SIGN_APPROVED, N_ ("Approved in the baseline") },
                  { BF_SIGN_SHUTDOWN, N_ ("Shutdown") },
                  { BF_SIGN_FREEZE, N_ ("Freeze") },
                  { BF_SIGN_GATE, N_ ("Gate") } };
  /* Columns of a sign and its text: three blocks of four. */
  static const lxw_col_t blocks[][2] = { { COL_NR, COL_STEP },
                                         { COL_CUTOVER, COL_WINDOW },
                                         { COL_RELEASE, COL_P80 } };
  BfSheet *sheet = timeline->sheet;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const lxw_col_t *block = blocks[i / 4];

      bf_sheet_string (sheet,
                       at + i % 4,
                       block[0],
                       bf_sign_letter (entries[i].sign),
                       bf_workbook_style_sign (sheet->style, entries[i].sign));
      bf_sheet_part (sheet, at + i % 4, block[1], BF_PART_NOTE, _ (entries[i].text));
    }
  return at + 4;
}

static void
write_notes (Timeline *timeline)
{
  lxw_col_t last = FIRST_CELL + (lxw_col_t) timeline->bars.grid->n_cells - 1;

  bf_sheet_part (timeline->sheet, SCALE_ROW, COL_WINDOW, BF_PART_NOTE_RIGHT, _ ("Columns are"));
  bf_sheet_part (timeline->sheet, SCALE_ROW, COL_VALIDATION, BF_PART_NOTE_RIGHT, _ ("from"));
  bf_bars_write_scale (&timeline->bars, SCALE_ROW, COL_RELEASE, COL_FULL);
  bf_sheet_part (timeline->sheet,
                 SCALE_ROW,
                 last,
                 BF_PART_NOTE_RIGHT,
                 _ ("Bars follow the dates of the sheet Steps. Letters say what colours say."));
}

void
bf_workbook_write_timeline (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("timeline"));
  g_autoptr (BfTimeGrid) grid = bf_time_grid_new (workbook->roadmap, MAX_CELLS);
  g_autoptr (GArray) phase_rows = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
  Timeline timeline = { .workbook = workbook, .sheet = sheet, .phase_rows = phase_rows };
  lxw_row_t at;

  bf_bars_init (&timeline.bars, workbook, sheet, grid);
  timeline.bars.ruler = RULER_ROW;
  timeline.bars.first = FIRST_CELL;
  timeline.bars.release = COL_RELEASE;
  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  worksheet_set_row (sheet->sheet, 0, 24, NULL);
  bf_sheet_set_up (sheet, BF_PAPER_A3, RULER_ROW, N_HEADER_ROWS, FIRST_CELL);
  write_notes (&timeline);
  write_headings (sheet);
  bf_bars_write_ruler (&timeline.bars);
  write_window_row (
      &timeline, RULER_ROW + 2, _ ("Shutdowns"), BF_WINDOW_SHUTDOWN, BF_SIGN_SHUTDOWN);
  write_window_row (&timeline, RULER_ROW + 3, _ ("Freezes"), BF_WINDOW_FREEZE, BF_SIGN_FREEZE);
  at = write_phases (&timeline, FIRST_ROW);
  if (at > FIRST_ROW)
    bf_bars_write_conditions (&timeline.bars, FIRST_ROW, at - 1);
  write_total (&timeline, at);
  at = write_legend (&timeline, at + 2);
  worksheet_print_area (
      sheet->sheet, 0, 0, at, FIRST_CELL + (lxw_col_t) timeline.bars.grid->n_cells - 1);
}
