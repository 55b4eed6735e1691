/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-bars.h"

#include "bf-window.h"
#include "bf-workbook-windows.h"

#include <glib/gi18n-lib.h>

/* What a step's bar is made of, each from a first to a last day. */
typedef enum
{
  PART_BUILD,
  PART_RETIRE,
  PART_OFFLINE,
  PART_REVIEW,
  PART_ONLINE,
  PART_PARALLEL,
  PART_CAMPAIGN,
  PART_HYPERCARE,
  PART_APPROVED,
  N_PARTS,
} Part;

typedef struct
{
  gint64 from, to; /* BF_BLANK: the step has no such part */
} Span;

static const struct
{
  const char *heading;
  BfSign sign;
  gboolean after; /* the cutover, with which it moves */
} parts[N_PARTS] = {
  [PART_BUILD] = { N_ ("Build"), BF_SIGN_BUILD, FALSE },
  [PART_RETIRE] = { N_ ("Retire"), BF_SIGN_RETIRE, FALSE },
  [PART_OFFLINE] = { N_ ("Offline"), BF_SIGN_OFFLINE, FALSE },
  [PART_REVIEW] = { N_ ("Review"), BF_SIGN_OFFLINE, FALSE },
  [PART_ONLINE] = { N_ ("Online"), BF_SIGN_ONLINE, TRUE },
  [PART_PARALLEL] = { N_ ("Parallel"), BF_SIGN_PARALLEL, TRUE },
  [PART_CAMPAIGN] = { N_ ("Campaign"), BF_SIGN_ONLINE, TRUE },
  [PART_HYPERCARE] = { N_ ("Hypercare"), BF_SIGN_HYPERCARE, TRUE },
  [PART_APPROVED] = { N_ ("Approved"), BF_SIGN_APPROVED, FALSE },
};

/* Where several fill a cell, the first of these shows; proof that begins with the step stands
 * behind what it accompanies, so that both are seen. */
static const struct
{
  Part part;
  gboolean later; /* only where it begins after the step */
} order[] = {
  { PART_ONLINE, FALSE },    { PART_PARALLEL, FALSE }, { PART_CAMPAIGN, FALSE },
  { PART_HYPERCARE, FALSE }, { PART_OFFLINE, TRUE },   { PART_RETIRE, FALSE },
  { PART_BUILD, FALSE },     { PART_OFFLINE, FALSE },  { PART_REVIEW, FALSE },
  { PART_APPROVED, FALSE },
};

/* Columns right of the ruler: the day after its last cell, the gate, the start, two a part, the
 * cutovers. */
static lxw_col_t
edge_column (const BfBars *bars)
{
  return bars->first + (lxw_col_t) bars->grid->n_cells;
}

static lxw_col_t
gate_column (const BfBars *bars)
{
  return edge_column (bars) + 1;
}

static lxw_col_t
start_column (const BfBars *bars)
{
  return gate_column (bars) + 1;
}

static lxw_col_t
part_column (const BfBars *bars, Part part)
{
  return start_column (bars) + 1 + 2 * (lxw_col_t) part;
}

static lxw_col_t
cutover_column (const BfBars *bars, guint i)
{
  return part_column (bars, N_PARTS) + (lxw_col_t) i;
}

/* "$BC7": the row moves, the column stays; @fixed the other way round. */
static const char *
cell_name (char *name, lxw_row_t at, lxw_col_t col, gboolean row_fixed, gboolean col_fixed)
{
  lxw_rowcol_to_cell_abs (name, at, col, row_fixed, col_fixed);
  return name;
}
#define IN_ROW(at, col) cell_name ((char[LXW_MAX_CELL_NAME_LENGTH]){ 0 }, (at), (col), FALSE, TRUE)
#define IN_RULER(at, col)                                                                          \
  cell_name ((char[LXW_MAX_CELL_NAME_LENGTH]){ 0 }, (at), (col), TRUE, FALSE)

/* --- Days of a step --- */

static gint64
cutover_day (const BfRoadmapStep *step, guint i)
{
  return bf_minute_day (step->cutovers[i].start);
}

/* Days on which a step cuts over, each once; gint64. */
static GArray *
cutover_days (const BfRoadmapStep *step)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < step->n_cutovers; i++)
    {
      gint64 day = cutover_day (step, i);

      if (days->len == 0 || g_array_index (days, gint64, days->len - 1) != day)
        g_array_append_val (days, day);
    }
  return days;
}

/* FALSE: of no part; buffers are what is left between the others. */
static gboolean
part_of (BfActivityKind kind, gboolean retires, Part *part)
{
  static const Part kinds[BF_N_ACTIVITIES] = {
    [BF_ACTIVITY_BUILD] = PART_BUILD,         [BF_ACTIVITY_OFFLINE] = PART_OFFLINE,
    [BF_ACTIVITY_REVIEW] = PART_REVIEW,       [BF_ACTIVITY_ONLINE] = PART_ONLINE,
    [BF_ACTIVITY_PARALLEL] = PART_PARALLEL,   [BF_ACTIVITY_CAMPAIGN] = PART_CAMPAIGN,
    [BF_ACTIVITY_HYPERCARE] = PART_HYPERCARE,
  };

  if (kind == BF_ACTIVITY_BUFFER || kind == BF_ACTIVITY_CUTOVER)
    return FALSE;
  *part = kind == BF_ACTIVITY_BUILD && retires ? PART_RETIRE : kinds[kind];
  return TRUE;
}

static void
collect_spans (const BfRoadmapStep *step, Span *spans)
{
  gboolean retires = g_str_has_prefix (step->key, "ST38:");

  for (guint i = 0; i < N_PARTS; i++)
    spans[i] = (Span){ BF_BLANK, BF_BLANK };
  for (guint i = 0; i < step->n_activities; i++)
    {
      const BfRoadmapActivity *activity = &step->activities[i];
      Part part;

      if (!part_of (activity->kind, retires, &part))
        continue;
      if (spans[part].from == BF_BLANK || activity->start < spans[part].from)
        spans[part].from = activity->start;
      spans[part].to = MAX (spans[part].to, activity->finish);
    }
}

void
bf_bars_init (BfBars *bars, BfWorkbook *workbook, BfSheet *sheet, const BfTimeGrid *grid)
{
  *bars = (BfBars){ .workbook = workbook, .sheet = sheet, .grid = grid, .n_cutovers = 1 };
  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      g_autoptr (GArray) days = cutover_days (&workbook->roadmap->steps[i]);

      bars->n_cutovers = MAX (bars->n_cutovers, days->len);
    }
}

/* --- The ruler --- */

static const char *
scale_word (BfTimeScale scale)
{
  static const char *const words[BF_N_TIME_SCALES] = { N_ ("weeks"),
                                                       N_ ("months"),
                                                       N_ ("quarters") };

  return _ (words[scale]);
}

static void
define_name (const BfBars *bars, const char *name, lxw_row_t at, lxw_col_t col)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell_abs (cell, at, col, 1, 1);
  formula = g_strdup_printf ("=Timeline!%s", cell);
  workbook_define_name (bars->workbook->book, name, formula);
}

void
bf_bars_write_scale (const BfBars *bars, lxw_row_t at, lxw_col_t scale, lxw_col_t from)
{
  char *words[] = { (char *) scale_word (BF_TIME_WEEKS),
                    (char *) scale_word (BF_TIME_MONTHS),
                    (char *) scale_word (BF_TIME_QUARTERS),
                    NULL };
  lxw_data_validation list = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = words };
  lxw_data_validation day = { .validate = LXW_VALIDATION_TYPE_DATE,
                              .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN,
                              .value_datetime = { .year = 1970, .month = 1, .day = 1 } };

  bf_sheet_text (
      bars->sheet, at, scale, BF_LOOK_TEXT, BF_GROUND_INPUT, scale_word (bars->grid->scale));
  bf_sheet_day (bars->sheet, at, from, BF_LOOK_DAY, BF_GROUND_INPUT, bars->grid->edges[0]);
  worksheet_data_validation_cell (bars->sheet->sheet, at, scale, &list);
  worksheet_data_validation_cell (bars->sheet->sheet, at, from, &day);
  define_name (bars, BF_NAME_COLUMNS, at, scale);
  define_name (bars, BF_NAME_FROM, at, from);
}

static void
write_edge (const BfBars *bars, guint i)
{
  BfSheet *sheet = bars->sheet;
  lxw_col_t col = bars->first + (lxw_col_t) i;
  lxw_format *format = bf_workbook_style_ruler (sheet->style, FALSE);
  double day = bf_sheet_day_serial (bars->grid->edges[i]);
  const char *before = i ? IN_RULER (bars->ruler + 1, col - 1) : NULL;

  if (i == 0)
    bf_sheet_formula (sheet, bars->ruler + 1, col, format, day, "=" BF_NAME_FROM);
  else
    bf_sheet_formula (sheet,
                      bars->ruler + 1,
                      col,
                      format,
                      day,
                      "=IF(" BF_NAME_COLUMNS "=\"%s\",%s+7,EDATE(%s,IF(" BF_NAME_COLUMNS
                      "=\"%s\",1,3)))",
                      scale_word (BF_TIME_WEEKS),
                      before,
                      before,
                      scale_word (BF_TIME_MONTHS));
}

static gboolean
is_new (const BfBars *bars, guint i)
{
  int year, month, before_year, before_month;

  if (i == 0)
    return TRUE;
  bf_day_to_civil (bars->grid->edges[i], &year, &month, NULL);
  bf_day_to_civil (bars->grid->edges[i - 1], &before_year, &before_month, NULL);
  return bars->grid->scale == BF_TIME_WEEKS ? month != before_month : year != before_year;
}

/* A year where it begins; above weeks a month where it does. */
static void
write_head (const BfBars *bars, guint i)
{
  lxw_col_t col = bars->first + (lxw_col_t) i;
  lxw_format *format = bf_workbook_style_ruler (bars->sheet->style, TRUE);
  const char *here = IN_RULER (bars->ruler + 1, col);
  const char *before = IN_RULER (bars->ruler + 1, col - 1);
  g_autofree char *formula =
      g_strdup_printf ("=IF(IF(" BF_NAME_COLUMNS "=\"%s\",MONTH(%s)<>MONTH(%s),YEAR(%s)<>YEAR(%s)),"
                       "%s,\"\")",
                       scale_word (BF_TIME_WEEKS),
                       here,
                       before,
                       here,
                       before,
                       here);

  if (is_new (bars, i))
    bf_sheet_formula (bars->sheet,
                      bars->ruler,
                      col,
                      format,
                      bf_sheet_day_serial (bars->grid->edges[i]),
                      i ? "%s" : "=%s",
                      i ? formula : here);
  else
    bf_sheet_formula_text (bars->sheet, bars->ruler, col, format, "", "%s", formula);
}

static void
write_heading (const BfBars *bars, lxw_col_t col, const char *above, const char *heading)
{
  bf_sheet_part (bars->sheet, bars->ruler, col, BF_PART_HEADING_RIGHT, above);
  bf_sheet_part (bars->sheet, bars->ruler + 1, col, BF_PART_UNIT_RIGHT, heading);
}

static void
write_part_headings (const BfBars *bars)
{
  write_heading (bars, gate_column (bars), _ ("Gate"), NULL);
  write_heading (bars, start_column (bars), _ ("Start"), NULL);
  for (guint i = 0; i < N_PARTS; i++)
    {
      write_heading (bars, part_column (bars, i), _ (parts[i].heading), _ ("from"));
      write_heading (bars, part_column (bars, i) + 1, NULL, _ ("to"));
    }
  for (guint i = 0; i < bars->n_cutovers; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      write_heading (bars, cutover_column (bars, i), _ ("Cutover"), number);
    }
  worksheet_set_column (bars->sheet->sheet, edge_column (bars), edge_column (bars), 3, NULL);
  worksheet_set_column (bars->sheet->sheet,
                        gate_column (bars),
                        cutover_column (bars, bars->n_cutovers) - 1,
                        9.5,
                        NULL);
}

static void add_condition (const BfBars *bars,
                           lxw_row_t first,
                           lxw_row_t last,
                           lxw_format *format,
                           const char *formula,
                           ...) G_GNUC_PRINTF (5, 6);

/* Over the ruler's columns, first come first shown. */
static void
add_condition (const BfBars *bars,
               lxw_row_t first,
               lxw_row_t last,
               lxw_format *format,
               const char *formula,
               ...)
{
  lxw_conditional_format condition = { .type = LXW_CONDITIONAL_TYPE_FORMULA,
                                       .format = format,
                                       .stop_if_true = LXW_TRUE };
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, formula);
  text = g_strdup_vprintf (formula, arguments);
  va_end (arguments);
  condition.value_string = text;
  worksheet_conditional_format_range (
      bars->sheet->sheet, first, bars->first, last, edge_column (bars) - 1, &condition);
}

static void
add_today (const BfBars *bars, lxw_row_t first, lxw_row_t last, BfCondition condition)
{
  add_condition (bars,
                 first,
                 last,
                 bf_workbook_style_condition (bars->sheet->style, condition),
                 "=AND(" BF_NAME_STATUS_DATE ">=%s," BF_NAME_STATUS_DATE "<%s)",
                 IN_RULER (bars->ruler + 1, bars->first),
                 IN_RULER (bars->ruler + 1, bars->first + 1));
}

void
bf_bars_write_ruler (const BfBars *bars)
{
  BfWorkbookStyle *style = bars->sheet->style;
  const char *weeks = scale_word (BF_TIME_WEEKS);

  for (guint i = 0; i <= bars->grid->n_cells; i++)
    write_edge (bars, i);
  for (guint i = 0; i < bars->grid->n_cells; i++)
    write_head (bars, i);
  bf_sheet_string (
      bars->sheet, bars->ruler, edge_column (bars), NULL, bf_workbook_style_ruler (style, TRUE));
  add_condition (bars,
                 bars->ruler,
                 bars->ruler,
                 bf_workbook_style_condition (style, BF_CONDITION_LETTER),
                 "=AND(" BF_NAME_COLUMNS "=\"%s\",MONTH(%s)>1)",
                 weeks,
                 IN_RULER (bars->ruler + 1, bars->first));
  add_today (bars, bars->ruler + 1, bars->ruler + 1, BF_CONDITION_NOW);
  add_condition (bars,
                 bars->ruler + 1,
                 bars->ruler + 1,
                 bf_workbook_style_condition (style, BF_CONDITION_DAY),
                 "=" BF_NAME_COLUMNS "=\"%s\"",
                 weeks);
  worksheet_set_column (
      bars->sheet->sheet, bars->first, edge_column (bars) - 1, BF_BARS_CELL_WIDTH, NULL);
  write_part_headings (bars);
}

/* --- Rows --- */

static void
write_cells (const BfBars *bars, lxw_row_t at, BfBarGround ground)
{
  lxw_format *format = bf_workbook_style_grid (bars->sheet->style, ground, BF_SIGN_NONE);

  for (guint i = 0; i < bars->grid->n_cells; i++)
    worksheet_write_number (bars->sheet->sheet, at, bars->first + (lxw_col_t) i, 0, format);
}

void
bf_bars_write_windows (const BfBars *bars, lxw_row_t at, int kind, BfSign sign)
{
  BfSheet *sheet = bars->sheet;
  lxw_format *format = bf_workbook_style_grid (sheet->style, BF_BAR_STEP, sign);

  for (guint i = 0; i < bars->grid->n_cells; i++)
    {
      lxw_col_t col = bars->first + (lxw_col_t) i;
      g_autofree char *formula = bf_windows_count_formula (
          kind, IN_RULER (bars->ruler + 1, col), IN_RULER (bars->ruler + 1, col + 1));

      bf_sheet_formula (
          sheet,
          at,
          col,
          format,
          bf_windows_count (bars->workbook, kind, bars->grid->edges[i], bars->grid->edges[i + 1]),
          "%s",
          formula);
    }
  add_condition (bars,
                 at,
                 at,
                 bf_workbook_style_bar (sheet->style, sign),
                 "=%s>0",
                 IN_RULER (at, bars->first));
}

static void
write_day (const BfBars *bars, lxw_row_t at, lxw_col_t col, BfGround ground, gint64 day)
{
  bf_sheet_day (bars->sheet, at, col, BF_LOOK_DAY, ground, day);
}

/* So many days after the day that the row's cell @anchor holds now. */
static void
write_after (
    const BfBars *bars, lxw_row_t at, lxw_col_t col, lxw_col_t anchor, gint64 anchored, gint64 day)
{
  if (day == BF_BLANK)
    return;
  bf_sheet_formula (bars->sheet,
                    at,
                    col,
                    bf_sheet_format (bars->sheet, BF_LOOK_DAY, BF_GROUND_INPUT),
                    bf_sheet_day_serial (day),
                    "=INT(%s)%+d",
                    IN_ROW (at, anchor),
                    (int) (day - anchored));
}

static void
write_cutovers (const BfBars *bars, lxw_row_t at, const BfRoadmapStep *step, lxw_col_t cutover)
{
  g_autoptr (GArray) days = cutover_days (step);

  for (guint i = 0; i < days->len; i++)
    write_after (bars,
                 at,
                 cutover_column (bars, i),
                 cutover,
                 cutover_day (step, 0),
                 g_array_index (days, gint64, i));
}

void
bf_bars_write_step (const BfBars *bars, lxw_row_t at, const BfStepRow *row, lxw_col_t cutover)
{
  const BfRoadmapStep *step = row->step;
  g_autofree char *start = bf_workbook_step_lookup (at, BF_STEPS_START);
  Span spans[N_PARTS];

  write_cells (bars, at, BF_BAR_STEP);
  bf_sheet_formula (bars->sheet,
                    at,
                    start_column (bars),
                    bf_sheet_format (bars->sheet, BF_LOOK_DAY, BF_GROUND_PLAIN),
                    bf_sheet_day_serial (step->start),
                    "=%s",
                    start);
  collect_spans (step, spans);
  for (guint i = 0; i < N_PARTS; i++)
    {
      gboolean after = parts[i].after && step->n_cutovers > 0;
      lxw_col_t anchor = after ? cutover : start_column (bars);
      gint64 anchored = after ? cutover_day (step, 0) : step->start;

      write_after (bars, at, part_column (bars, i), anchor, anchored, spans[i].from);
      write_after (bars, at, part_column (bars, i) + 1, anchor, anchored, spans[i].to);
    }
  write_cutovers (bars, at, step, cutover);
}

void
bf_bars_write_gate (const BfBars *bars, lxw_row_t at, gint64 gate)
{
  write_cells (bars, at, BF_BAR_PHASE);
  write_day (bars, at, gate_column (bars), BF_GROUND_INPUT, gate);
}

void
bf_bars_write_approved (
    const BfBars *bars, lxw_row_t at, gint64 start, gint64 cutover, gint64 release)
{
  write_cells (bars, at, BF_BAR_STEP);
  write_day (bars, at, part_column (bars, PART_APPROVED), BF_GROUND_PLAIN, start);
  write_day (bars, at, part_column (bars, PART_APPROVED) + 1, BF_GROUND_PLAIN, release);
  write_day (bars, at, cutover_column (bars, 0), BF_GROUND_PLAIN, cutover);
}

/* --- Conditions --- */

/* A part that lies over a cell's middle, or one that only touches it. */
static void
add_part (
    const BfBars *bars, lxw_row_t first, lxw_row_t last, Part part, gboolean later, gboolean middle)
{
  const char *edge = IN_RULER (bars->ruler + 1, bars->first);
  const char *next = IN_RULER (bars->ruler + 1, bars->first + 1);
  const char *from = IN_ROW (first, part_column (bars, part));
  const char *to = IN_ROW (first, part_column (bars, part) + 1);
  g_autofree char *last_day = g_strdup_printf ("%s-1", next);
  g_autofree char *middle_of = g_strdup_printf ("INT((%s+%s)/2)", edge, next);

  add_condition (bars,
                 first,
                 last,
                 bf_workbook_style_bar (bars->sheet->style, parts[part].sign),
                 "=AND(%s>%s,%s<=%s,%s>=%s)",
                 from,
                 later ? IN_ROW (first, start_column (bars)) : "0",
                 from,
                 middle ? middle_of : last_day,
                 to,
                 middle ? middle_of : edge);
}

static void
add_parts (const BfBars *bars, lxw_row_t first, lxw_row_t last, gboolean middle)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_part (bars, first, last, order[i].part, order[i].later, middle);
}

void
bf_bars_write_conditions (const BfBars *bars, lxw_row_t first, lxw_row_t last)
{
  BfWorkbookStyle *style = bars->sheet->style;
  const char *edge = IN_RULER (bars->ruler + 1, bars->first);
  const char *next = IN_RULER (bars->ruler + 1, bars->first + 1);
  const char *gate = IN_ROW (first, gate_column (bars));
  const char *cutover = IN_ROW (first, cutover_column (bars, 0));
  const char *last_cutover = IN_ROW (first, cutover_column (bars, bars->n_cutovers - 1));

  add_condition (bars,
                 first,
                 last,
                 bf_workbook_style_bar (style, BF_SIGN_GATE),
                 "=AND(%s>=%s,%s<%s)",
                 gate,
                 edge,
                 gate,
                 next);
  add_condition (bars,
                 first,
                 last,
                 bf_workbook_style_bar (style, BF_SIGN_CUTOVER),
                 "=COUNTIFS(%s:%s,\">=\"&%s,%s:%s,\"<\"&%s)>0",
                 cutover,
                 last_cutover,
                 edge,
                 cutover,
                 last_cutover,
                 next);
  add_parts (bars, first, last, TRUE);
  add_parts (bars, first, last, FALSE);
  add_condition (bars,
                 first,
                 last,
                 bf_workbook_style_bar (style, BF_SIGN_WAIT),
                 "=AND(%s>0,%s<%s,%s>=%s)",
                 IN_ROW (first, start_column (bars)),
                 IN_ROW (first, start_column (bars)),
                 next,
                 IN_ROW (first, bars->release),
                 edge);
  add_today (bars, first, last, BF_CONDITION_TODAY);
  add_condition (bars,
                 first,
                 last,
                 bf_workbook_style_condition (style, BF_CONDITION_YEAR),
                 "=%s<>\"\"",
                 IN_RULER (bars->ruler, bars->first));
}
