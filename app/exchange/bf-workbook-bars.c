/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-bars-private.h"

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
gate_column (const BfBars *bars)
{
  return bf_bars_edge_column (bars) + 1;
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

/* --- Headings --- */

static void
write_heading (const BfBars *bars, lxw_col_t col, const char *above, const char *heading)
{
  bf_sheet_part (bars->sheet, bars->ruler, col, BF_PART_HEADING_RIGHT, above);
  bf_sheet_part (bars->sheet, bars->ruler + 1, col, BF_PART_UNIT_RIGHT, heading);
}

void
bf_bars_write_part_headings (const BfBars *bars)
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
  worksheet_set_column (
      bars->sheet->sheet, bf_bars_edge_column (bars), bf_bars_edge_column (bars), 3, NULL);
  worksheet_set_column (bars->sheet->sheet,
                        gate_column (bars),
                        cutover_column (bars, bars->n_cutovers) - 1,
                        9.5,
                        NULL);
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
          kind, BF_IN_RULER (bars->ruler + 1, col), BF_IN_RULER (bars->ruler + 1, col + 1));

      bf_sheet_formula (
          sheet,
          at,
          col,
          format,
          bf_windows_count (bars->workbook, kind, bars->grid->edges[i], bars->grid->edges[i + 1]),
          "%s",
          formula);
    }
  bf_bars_add_condition (bars,
                         at,
                         at,
                         bf_workbook_style_bar (sheet->style, sign),
                         "=%s>0",
                         BF_IN_RULER (at, bars->first));
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
                    BF_IN_ROW (at, anchor),
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
  const char *edge = BF_IN_RULER (bars->ruler + 1, bars->first);
  const char *next = BF_IN_RULER (bars->ruler + 1, bars->first + 1);
  const char *from = BF_IN_ROW (first, part_column (bars, part));
  const char *to = BF_IN_ROW (first, part_column (bars, part) + 1);
  g_autofree char *last_day = g_strdup_printf ("%s-1", next);
  g_autofree char *middle_of = g_strdup_printf ("INT((%s+%s)/2)", edge, next);

  bf_bars_add_condition (bars,
                         first,
                         last,
                         bf_workbook_style_bar (bars->sheet->style, parts[part].sign),
                         "=AND(%s>%s,%s<=%s,%s>=%s)",
                         from,
                         later ? BF_IN_ROW (first, start_column (bars)) : "0",
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
  const char *edge = BF_IN_RULER (bars->ruler + 1, bars->first);
  const char *next = BF_IN_RULER (bars->ruler + 1, bars->first + 1);
  const char *gate = BF_IN_ROW (first, gate_column (bars));
  const char *cutover = BF_IN_ROW (first, cutover_column (bars, 0));
  const char *last_cutover = BF_IN_ROW (first, cutover_column (bars, bars->n_cutovers - 1));

  bf_bars_add_condition (bars,
                         first,
                         last,
                         bf_workbook_style_bar (style, BF_SIGN_GATE),
                         "=AND(%s>=%s,%s<%s)",
                         gate,
                         edge,
                         gate,
                         next);
  bf_bars_add_condition (bars,
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
  bf_bars_add_condition (bars,
                         first,
                         last,
                         bf_workbook_style_bar (style, BF_SIGN_WAIT),
                         "=AND(%s>0,%s<%s,%s>=%s)",
                         BF_IN_ROW (first, start_column (bars)),
                         BF_IN_ROW (first, start_column (bars)),
                         next,
                         BF_IN_ROW (first, bars->release),
                         edge);
  bf_bars_add_today (bars, first, last, BF_CONDITION_TODAY);
  bf_bars_add_condition (bars,
                         first,
                         last,
                         bf_workbook_style_condition (style, BF_CONDITION_YEAR),
                         "=%s<>\"\"",
                         BF_IN_RULER (bars->ruler, bars->first));
}
