/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sticky edges of the timeline: ruler, strips, lane heads, and the minimap. */

#include "bf-roadmap-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NOTE_GAP 8.0
#define CAPTION_INSET 13.0
#define RIBBON_INSET 12.0
#define GATE_RADIUS 8.0
#define MARK_HEIGHT 3.0
#define PILL_HEIGHT 17.0
#define PILL_PAD 6.0
#define MINIMAP_LABELS 13.0
#define LANE_LINE 15.0

static double
right_edge (const BfRoadmapPaint *paint)
{
  return bf_rect_right (&paint->view);
}

/* --- Ruler --- */

/* With air of 2 px. */
static gboolean
touches (const BfRulerCell *cell, double width, const BfRect *pill)
{
  return pill->width > 0 && cell->label_x < bf_rect_right (pill) + 2 &&
         cell->label_x + width > pill->x - 2;
}

/* Labels of the major row give way to today's pill. */
static void
paint_ruler_row (
    const BfRoadmapPaint *paint, BfRulerRow row, double y, double height, const BfRect *pill)
{
  BfTextKind kind = row == BF_RULER_MAJOR ? BF_TEXT_RULER_MAJOR : BF_TEXT_RULER_MINOR;
  BfColorRole role = row == BF_RULER_MAJOR ? BF_COLOR_INK : BF_COLOR_INK2;
  g_autoptr (GArray) cells = bf_time_axis_ruler (paint->layout->axis,
                                                 row,
                                                 paint->view.x,
                                                 right_edge (paint),
                                                 bf_timeline_text_measure,
                                                 paint->text);

  for (guint i = 0; i < cells->len; i++)
    {
      const BfRulerCell *cell = &g_array_index (cells, BfRulerCell, i);
      double width;

      bf_paint_upright (paint,
                        row == BF_RULER_MAJOR ? BF_COLOR_BORDER : BF_COLOR_HAIRLINE,
                        cell->x,
                        y,
                        y + (row == BF_RULER_MAJOR ? height + BF_HEADER_MINOR : height));
      if (!cell->label)
        continue;
      width = bf_timeline_text_measure (cell->label, kind, paint->text);
      if (row == BF_RULER_MINOR ||
          (!touches (cell, width, pill) && !touches (cell, width, &paint->taken)))
        bf_paint_words (paint, cell->label, kind, role, cell->label_x, y + height / 2);
    }
}

static gboolean
today_is_on_axis (const BfRoadmapPaint *paint)
{
  const BfTimeAxis *axis = &paint->layout->axis;

  return paint->layout->today != BF_BLANK && paint->layout->today >= axis->first_day &&
         paint->layout->today <= axis->last_day;
}

static BfRect
pill_box (const BfRoadmapPaint *paint, const char *today_text)
{
  BfRect box = { -1e6, 0, 0, PILL_HEIGHT };
  double x;

  if (!today_text || !today_is_on_axis (paint))
    return box;
  x = bf_time_axis_x (paint->layout->axis, paint->layout->today);
  /* Before the plan begins there is no today in it. */
  if (x < 0)
    return box;
  box.width = bf_timeline_text_measure (today_text, BF_TEXT_PILL, paint->text) + 2 * PILL_PAD;
  box.x = x + 3;
  if (bf_rect_right (&box) > right_edge (paint) && x - 3 - box.width > paint->view.x)
    box.x = x - 3 - box.width;
  box.y = (BF_HEADER_MAJOR - PILL_HEIGHT) / 2;
  return box;
}

static void
paint_pill (const BfRoadmapPaint *paint, const BfRect *pill, const char *today_text)
{
  double x;

  if (pill->width <= 0)
    return;
  x = bf_time_axis_x (paint->layout->axis, paint->layout->today);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_INK);
  cairo_set_line_width (paint->cr, 1.5);
  cairo_move_to (paint->cr, x, 2);
  cairo_line_to (paint->cr, x, BF_HEADER_MAJOR + BF_HEADER_MINOR);
  cairo_stroke (paint->cr);
  bf_rounded_rect (paint->cr, pill->x, pill->y, pill->width, pill->height, 4);
  cairo_fill (paint->cr);
  bf_paint_words (paint,
                  today_text,
                  BF_TEXT_PILL,
                  BF_COLOR_VIEW,
                  pill->x + PILL_PAD,
                  pill->y + pill->height / 2);
}

/* --- Phases --- */

/* Gates so near to the one at @last that their diamonds would cover each other stand in one, "3 4":
 * the first of them. */
static guint
first_of_gates (const BfRoadmapPaint *paint, guint last)
{
  const BfRibbon *ribbons = paint->layout->ribbons;
  guint first = last;

  for (guint i = last; i-- > 0;)
    if (ribbons[last].gate_x - ribbons[i].gate_x < GATE_RADIUS)
      first = i;
    else if (!isnan (ribbons[i].gate_x))
      break;
  return first;
}

static gboolean
is_covered (const BfRoadmapPaint *paint, guint i)
{
  guint next = i + 1;

  while (next < paint->layout->n_ribbons && isnan (paint->layout->ribbons[next].gate_x))
    next++;
  return next < paint->layout->n_ribbons && first_of_gates (paint, next) <= i;
}

static char *
gate_words (const BfRoadmapPaint *paint, guint first, guint last)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = first; i <= last; i++)
    if (!isnan (paint->layout->ribbons[i].gate_x))
      g_string_append_printf (words,
                              "%s%s",
                              i > first ? " " : "",
                              paint->roadmap->phases[paint->layout->ribbons[i].phase].id);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* How far the mark of a gate, or of several in one, reaches to each side. */
static double
gate_reach (const BfRoadmapPaint *paint, const char *words)
{
  double width = bf_timeline_text_measure (words, BF_TEXT_PILL, paint->text);

  return GATE_RADIUS + MAX (0, width / 2 - 4);
}

/* What the gate at its beginning takes of a ribbon beyond an ordinary diamond. */
static double
gate_before (const BfRoadmapPaint *paint, const BfRibbon *ribbon)
{
  guint i = (guint) (ribbon - paint->layout->ribbons);
  g_autofree char *words = NULL;

  if (i == 0 || isnan (paint->layout->ribbons[i - 1].gate_x))
    return 0;
  words = gate_words (paint, first_of_gates (paint, i - 1), i - 1);
  return gate_reach (paint, words) - GATE_RADIUS;
}

/* Number and name, else the number, else nothing: a name is never cut. */
static void
paint_ribbon_name (const BfRoadmapPaint *paint, const BfRibbon *ribbon, double middle)
{
  const BfRoadmapPhase *phase = &paint->roadmap->phases[ribbon->phase];
  g_autofree char *full = g_strdup_printf ("%s  %s", phase->id, phase->name);
  double left = MAX (ribbon->x + gate_before (paint, ribbon), paint->view.x) + RIBBON_INSET;
  double room = ribbon->x + ribbon->width - GATE_RADIUS - 4 - left;

  if (bf_timeline_text_measure (full, BF_TEXT_PHASE, paint->text) <= room)
    bf_paint_words (paint, full, BF_TEXT_PHASE, BF_COLOR_INK, left, middle);
  else if (bf_timeline_text_measure (phase->id, BF_TEXT_PHASE, paint->text) <= room)
    bf_paint_words (paint, phase->id, BF_TEXT_PHASE, BF_COLOR_INK, left, middle);
}

static void
paint_gate (const BfRoadmapPaint *paint, guint i, double middle)
{
  double x = paint->layout->ribbons[i].gate_x;
  g_autofree char *words = NULL;
  double width, reach;

  if (isnan (x) || is_covered (paint, i))
    return;
  words = gate_words (paint, first_of_gates (paint, i), i);
  width = bf_timeline_text_measure (words, BF_TEXT_PILL, paint->text);
  reach = gate_reach (paint, words) - GATE_RADIUS;
  cairo_move_to (paint->cr, x - reach, middle - GATE_RADIUS);
  cairo_line_to (paint->cr, x + reach, middle - GATE_RADIUS);
  cairo_line_to (paint->cr, x + reach + GATE_RADIUS, middle);
  cairo_line_to (paint->cr, x + reach, middle + GATE_RADIUS);
  cairo_line_to (paint->cr, x - reach, middle + GATE_RADIUS);
  cairo_line_to (paint->cr, x - reach - GATE_RADIUS, middle);
  cairo_close_path (paint->cr);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_INK);
  cairo_fill (paint->cr);
  bf_paint_words (paint, words, BF_TEXT_PILL, BF_COLOR_VIEW, x - width / 2, middle);
}

/* In high contrast an outline tells the ribbons apart: their grounds would swallow the letters. */
static void
paint_ribbon_ground (const BfRoadmapPaint *paint, const BfRibbon *ribbon, double top, double height)
{
  BfColorRole ground = ribbon->tinted ? BF_COLOR_LEGACY_TINT : BF_COLOR_HAIRLINE;

  cairo_rectangle (paint->cr, ribbon->x, top, ribbon->width, height);
  bf_color_source (paint->cr, paint->colors, paint->high_contrast ? BF_COLOR_VIEW : ground);
  cairo_fill (paint->cr);
  if (!paint->high_contrast || ribbon->width < 2)
    return;
  cairo_rectangle (
      paint->cr, floor (ribbon->x) + 0.5, top + 0.5, floor (ribbon->width) - 1, height - 1);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_INK);
  cairo_set_line_width (paint->cr, 1);
  cairo_stroke (paint->cr);
}

static void
paint_phases (const BfRoadmapPaint *paint, double y)
{
  double top = y + 2, height = BF_HEADER_PHASES - 3;

  for (guint i = 0; i < paint->layout->n_ribbons; i++)
    {
      const BfRibbon *ribbon = &paint->layout->ribbons[i];

      paint_ribbon_ground (paint, ribbon, top, height);
      paint_ribbon_name (paint, ribbon, top + height / 2);
    }
  for (guint i = 0; i < paint->layout->n_ribbons; i++)
    paint_gate (paint, i, top + height / 2);
}

/* --- Strips --- */

/* A wide mark keeps its name in sight; a name that the edge would cut is left out. */
static void
paint_mark_name (const BfRoadmapPaint *paint, const BfStripMark *mark, double y)
{
  double width = bf_timeline_text_measure (mark->name, BF_TEXT_STRIP, paint->text);
  double left = MAX (mark->x, paint->view.x);
  double right = MIN (mark->x + mark->width, right_edge (paint));
  double x = mark->label_x;

  if (right - left >= width)
    x = CLAMP (x, left, right - width);
  if (x >= paint->view.x && x + width <= right_edge (paint) + 1)
    bf_paint_words (paint, mark->name, BF_TEXT_STRIP, BF_COLOR_INK2, x, y);
}

static void
paint_strip (const BfRoadmapPaint *paint, gboolean freezes, double y)
{
  for (guint i = 0; i < paint->layout->n_marks; i++)
    {
      const BfStripMark *mark = &paint->layout->marks[i];

      if (mark->freeze != freezes)
        continue;
      cairo_rectangle (paint->cr,
                       floor (mark->x + 0.5),
                       y + BF_HEADER_STRIP - MARK_HEIGHT - 1,
                       MAX (3, floor (mark->width + 0.5)),
                       MARK_HEIGHT);
      bf_color_source (
          paint->cr, paint->colors, freezes ? BF_COLOR_FREEZE_MARK : BF_COLOR_SHUTDOWN_MARK);
      cairo_fill (paint->cr);
      if (mark->labelled)
        paint_mark_name (paint, mark, y + 7.5);
    }
}

void
bf_roadmap_paint_header (const BfRoadmapPaint *paint, const char *today_text)
{
  BfRect pill = pill_box (paint, today_text);
  double y = 0;

  paint_ruler_row (paint, BF_RULER_MAJOR, y, BF_HEADER_MAJOR, &pill);
  y += BF_HEADER_MAJOR;
  paint_ruler_row (paint, BF_RULER_MINOR, y, BF_HEADER_MINOR, &pill);
  y += BF_HEADER_MINOR;
  paint_pill (paint, &pill, today_text);
  bf_paint_level (paint, BF_COLOR_HAIRLINE, paint->view.x, right_edge (paint), y - 1);
  paint_phases (paint, y);
  y += BF_HEADER_PHASES;
  paint_strip (paint, FALSE, y);
  y += BF_HEADER_STRIP;
  paint_strip (paint, TRUE, y);
  y += BF_HEADER_STRIP;
  bf_paint_level (paint, BF_COLOR_INK3, paint->view.x, right_edge (paint), y);
}

void
bf_roadmap_paint_captions (const BfRoadmapPaint *paint)
{
  double y = BF_HEADER_MAJOR + BF_HEADER_MINOR;

  bf_paint_words (paint,
                  _ ("Phases"),
                  BF_TEXT_STRIP,
                  BF_COLOR_INK2,
                  CAPTION_INSET,
                  y + 2 + (BF_HEADER_PHASES - 3) / 2);
  y += BF_HEADER_PHASES;
  bf_paint_words (paint, _ ("Shutdowns"), BF_TEXT_STRIP, BF_COLOR_INK2, CAPTION_INSET, y + 7.5);
  y += BF_HEADER_STRIP;
  bf_paint_words (paint, _ ("Freezes"), BF_TEXT_STRIP, BF_COLOR_INK2, CAPTION_INSET, y + 7.5);
  y += BF_HEADER_STRIP;
  bf_paint_level (paint, BF_COLOR_INK3, 0, BF_LANE_HEAD_WIDTH, y);
}

/* --- Lane heads --- */

/* Where a name that is too wide for one line begins its second: after the last blank that fits.
 * NULL: it has one line. */
static const char *
second_line (const BfRoadmapPaint *paint, const BfLane *lane)
{
  g_autofree char *head = g_strdup (lane->name);
  char *blank = lane->wraps ? strrchr (head, ' ') : NULL;

  while (blank)
    {
      *blank = '\0';
      if (bf_timeline_text_measure (head, BF_TEXT_LANE, paint->text) <= BF_LANE_NAME_WIDTH)
        return lane->name + strlen (head) + 1;
      blank = strrchr (head, ' ');
    }
  return NULL;
}

/* Returns the height that the second line took. */
static double
paint_lane_name (const BfRoadmapPaint *paint, const BfLane *lane, double y)
{
  const char *second = second_line (paint, lane);
  g_autofree char *first =
      second ? g_strndup (lane->name, (gsize) (second - lane->name) - 1) : g_strdup (lane->name);

  bf_color_source (paint->cr, paint->colors, BF_COLOR_INK);
  bf_timeline_text_draw (
      paint->text, paint->cr, first, BF_TEXT_LANE, CAPTION_INSET, y, BF_LANE_NAME_WIDTH);
  if (!second)
    return 0;
  bf_timeline_text_draw (paint->text,
                         paint->cr,
                         second,
                         BF_TEXT_LANE,
                         CAPTION_INSET,
                         y + LANE_LINE,
                         BF_LANE_NAME_WIDTH);
  return LANE_LINE;
}

/* A stone and how many systems of the lane are past support, middle at @y. */
static void
paint_past (const BfRoadmapPaint *paint, const BfLane *lane, double x, double y)
{
  g_autofree char *past = NULL;

  if (lane->joins)
    /* Translators: systems of a lane whose vendor's support has ended, in a few letters. */
    past = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u past", "%u past", lane->n_past),
                            lane->n_past);
  else
    /* Translators: systems of a lane whose vendor's support has ended. */
    past = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u past support", "%u past support", lane->n_past),
        lane->n_past);
  bf_paint_stone (paint, x + 4, y + 5);
  bf_paint_words (paint, past, BF_TEXT_LANE_NOTE, BF_COLOR_LEGACY, x + 13, y);
}

/* A lane without steps says so beside its name, where there is room. */
static void
paint_slim_head (const BfRoadmapPaint *paint, const BfLane *lane)
{
  const char *note = _ ("no step");
  const char *second = second_line (paint, lane);
  double name = bf_timeline_text_measure (second ? second : lane->name, BF_TEXT_LANE, paint->text);
  double width = bf_timeline_text_measure (note, BF_TEXT_LANE_NOTE, paint->text);
  double y = lane->y + 11;

  y += paint_lane_name (paint, lane, y);
  if (name + NOTE_GAP + width <= BF_LANE_NAME_WIDTH)
    bf_paint_words (
        paint, note, BF_TEXT_LANE_NOTE, BF_COLOR_INK2, CAPTION_INSET + name + NOTE_GAP, y);
}

static void
paint_lane_head (const BfRoadmapPaint *paint, const BfLane *lane)
{
  /* Translators: number of steps in a lane of the timeline. */
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", lane->n_steps), lane->n_steps);
  double y = lane->y + 12;
  double beside = bf_timeline_text_measure (count, BF_TEXT_LANE_NOTE, paint->text);

  y += paint_lane_name (paint, lane, y);
  bf_paint_words (paint, count, BF_TEXT_LANE_NOTE, BF_COLOR_INK2, CAPTION_INSET, y + 16);
  if (lane->joins)
    paint_past (paint, lane, CAPTION_INSET + beside + NOTE_GAP, y + 16);
  else if (lane->n_past > 0)
    paint_past (paint, lane, CAPTION_INSET, y + 32);
}

void
bf_roadmap_paint_lane_heads (const BfRoadmapPaint *paint)
{
  for (guint i = 0; i < paint->layout->n_lanes; i++)
    {
      const BfLane *lane = &paint->layout->lanes[i];

      if (lane->y > bf_rect_bottom (&paint->view) || lane->y + lane->height < paint->view.y)
        continue;
      if (lane->slim)
        paint_slim_head (paint, lane);
      else
        paint_lane_head (paint, lane);
      bf_paint_level (paint, BF_COLOR_BORDER, 0, BF_LANE_HEAD_WIDTH, lane->y + lane->height - 1);
    }
  bf_paint_upright (
      paint, BF_COLOR_BORDER, BF_LANE_HEAD_WIDTH - 1, paint->view.y, bf_rect_bottom (&paint->view));
}

/* --- Minimap --- */

static void
paint_minimap_lines (const BfRoadmapPaint *paint, double height)
{
  const BfLaneLayout *layout = paint->layout;
  double pitch = (height - 6) / MAX (1, layout->n_bars);

  for (guint i = 0; i < layout->n_bars; i++)
    bf_step_paint_line (
        paint->cr, layout->bars[i].parts, paint->colors, 3 + pitch * ((double) i + 0.5), 1.3);
}

static void
paint_minimap_years (const BfRoadmapPaint *paint, double width, double height)
{
  g_autoptr (GArray) cells = bf_time_axis_ruler (
      paint->layout->axis, BF_RULER_MAJOR, 0, width, bf_timeline_text_measure, paint->text);

  for (guint i = 0; i < cells->len; i++)
    {
      const BfRulerCell *cell = &g_array_index (cells, BfRulerCell, i);

      if (cell->label)
        bf_paint_words (paint,
                        cell->label,
                        BF_TEXT_STRIP,
                        BF_COLOR_INK2,
                        cell->label_x,
                        height - MINIMAP_LABELS / 2);
    }
}

static void
dim (const BfRoadmapPaint *paint, double x, double width, double height)
{
  if (width <= 0)
    return;
  cairo_rectangle (paint->cr, x, 0, width, height);
  bf_color_source_alpha (paint->cr, paint->colors, BF_COLOR_VIEW, 0.4);
  cairo_fill (paint->cr);
}

void
bf_roadmap_paint_minimap (
    const BfRoadmapPaint *paint, double width, double height, double seen_from, double seen_to)
{
  for (guint i = 0; i < paint->layout->n_ribbons; i++)
    {
      const BfRibbon *ribbon = &paint->layout->ribbons[i];

      paint_ribbon_ground (paint, ribbon, 0, height);
    }
  paint_minimap_lines (paint, height - MINIMAP_LABELS);
  paint_minimap_years (paint, width, height);
  if (paint->layout->today != BF_BLANK)
    bf_paint_upright (
        paint, BF_COLOR_INK, bf_time_axis_x (paint->layout->axis, paint->layout->today), 0, height);
  dim (paint, 0, seen_from, height);
  dim (paint, seen_to, width - seen_to, height);
  bf_rounded_rect (paint->cr, seen_from + 1, 1, MAX (6, seen_to - seen_from - 2), height - 2, 3);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_ACCENT);
  cairo_set_line_width (paint->cr, 2);
  cairo_stroke (paint->cr);
}
