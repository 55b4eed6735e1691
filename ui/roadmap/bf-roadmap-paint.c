/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FREEZE_LINE 1.2
#define FREEZE_STEP 5.0
#define RING_RADIUS 5.0
#define ROUTE_RADIUS 5.0
#define ARROW 4.5
#define BAND_NAME_INSET 6.0
#define LABEL_SEEN 24.0       /* less of a name is as good as none */
#define LABEL_DARK_BELOW 0.42 /* luminance of a shade that takes light letters */

void
bf_paint_words (const BfRoadmapPaint *paint,
                const char *words,
                BfTextKind kind,
                BfColorRole role,
                double x,
                double y)
{
  bf_color_source (paint->cr, paint->colors, role);
  bf_timeline_text_draw (paint->text, paint->cr, words, kind, x, y, -1);
}

void
bf_paint_upright (
    const BfRoadmapPaint *paint, BfColorRole role, double x, double top, double bottom)
{
  double at = floor (x) + 0.5;

  bf_color_source (paint->cr, paint->colors, role);
  cairo_move_to (paint->cr, at, top);
  cairo_line_to (paint->cr, at, bottom);
  cairo_set_line_width (paint->cr, 1);
  cairo_stroke (paint->cr);
}

void
bf_paint_level (const BfRoadmapPaint *paint, BfColorRole role, double left, double right, double y)
{
  double at = floor (y) + 0.5;

  bf_color_source (paint->cr, paint->colors, role);
  cairo_move_to (paint->cr, left, at);
  cairo_line_to (paint->cr, right, at);
  cairo_set_line_width (paint->cr, 1);
  cairo_stroke (paint->cr);
}

void
bf_paint_stone (const BfRoadmapPaint *paint, double x, double bottom)
{
  cairo_t *cr = paint->cr;
  double left = floor (x - 4 + 0.5);

  cairo_new_path (cr);
  cairo_move_to (cr, left, bottom);
  cairo_line_to (cr, left, bottom - 5);
  cairo_arc (cr, left + 4, bottom - 5, 4, G_PI, 2 * G_PI);
  cairo_line_to (cr, left + 8, bottom);
  cairo_close_path (cr);
  bf_color_source (cr, paint->colors, BF_COLOR_LEGACY);
  cairo_fill (cr);
}

static double
view_right (const BfRoadmapPaint *paint)
{
  return bf_rect_right (&paint->view);
}

static gboolean
in_view (const BfRoadmapPaint *paint, double x, double width)
{
  return x <= view_right (paint) && x + width >= paint->view.x;
}

static void
fill_upright (const BfRoadmapPaint *paint,
              BfColorRole role,
              double x,
              double width,
              double top,
              double height)
{
  double left = floor (x + 0.5), right = MAX (left + 1, floor (x + width + 0.5));

  if (!in_view (paint, x, width))
    return;
  cairo_rectangle (paint->cr, left, top, right - left, height);
  bf_color_source (paint->cr, paint->colors, role);
  cairo_fill (paint->cr);
}

static void
paint_phase_columns (const BfRoadmapPaint *paint)
{
  for (guint i = 0; i < paint->layout->n_ribbons; i++)
    {
      const BfRibbon *ribbon = &paint->layout->ribbons[i];

      if (ribbon->tinted)
        fill_upright (paint,
                      BF_COLOR_PHASE_COLUMN,
                      ribbon->x,
                      ribbon->width,
                      paint->view.y,
                      paint->view.height);
    }
}

/* Weekends and holidays, once days are wide enough to tell. */
static void
paint_free_days (const BfRoadmapPaint *paint)
{
  g_autoptr (GArray) spans = NULL;

  if (bf_time_axis_zoom (paint->layout->axis) < BF_ZOOM_WEEKS || !paint->roadmap->calendar)
    return;
  spans = bf_lane_layout_free_days (
      paint->layout->axis, paint->roadmap->calendar, paint->view.x, view_right (paint));
  for (guint i = 0; i < spans->len; i++)
    {
      const BfSpanX *span = &g_array_index (spans, BfSpanX, i);

      fill_upright (
          paint, BF_COLOR_HAIRLINE, span->x, span->width, paint->view.y, paint->view.height);
    }
}

/* --- Bands --- */

static void
paint_shutdown (const BfRoadmapPaint *paint, const BfLane *lane, const BfBand *band)
{
  double right = floor (band->x + band->width + 0.5) - 1;

  fill_upright (paint, BF_COLOR_SHUTDOWN_BAND, band->x, band->width, lane->y, lane->height);
  bf_paint_upright (
      paint, BF_COLOR_SHUTDOWN_EDGE, floor (band->x + 0.5), lane->y, lane->y + lane->height);
  bf_paint_upright (paint, BF_COLOR_SHUTDOWN_EDGE, right, lane->y, lane->y + lane->height);
}

static void
paint_freeze (const BfRoadmapPaint *paint, const BfLane *lane, const BfBand *band)
{
  fill_upright (paint, BF_COLOR_FREEZE_BAND, band->x, band->width, lane->y, lane->height);
  cairo_rectangle (
      paint->cr, floor (band->x + 0.5), lane->y, floor (band->width + 0.5), lane->height);
  bf_hatch_source (paint->cr, paint->colors->of[BF_COLOR_FREEZE_LINE], FREEZE_LINE, FREEZE_STEP);
  cairo_fill (paint->cr);
}

static const char *
band_name (const BfRoadmapPaint *paint, const BfBand *band)
{
  const BfLaneLayout *layout = paint->layout;

  if (bf_time_axis_zoom (layout->axis) == BF_ZOOM_DAYS && band->window >= 0)
    return BF_ROW (paint->roadmap->plan, WINDOW, BfWindow, (guint) band->window)->name;
  for (guint i = 0; i < layout->n_marks; i++)
    if (layout->marks[i].window == band->window)
      return layout->marks[i].name;
  return NULL;
}

/* The window's name in the head strip of the lane, at the right end of what is seen of it. */
static void
paint_band_name (const BfRoadmapPaint *paint, const BfLane *lane, const BfBand *band)
{
  const char *name = band_name (paint, band);
  double left = MAX (band->x, paint->view.x);
  double right = MIN (band->x + band->width, view_right (paint));
  double width;

  if (!name || right - left < 30)
    return;
  width = bf_timeline_text_measure (name, BF_TEXT_STRIP, paint->text);
  if (width + 2 * BAND_NAME_INSET <= right - left)
    bf_paint_words (paint,
                    name,
                    BF_TEXT_STRIP,
                    BF_COLOR_INK2,
                    right - BAND_NAME_INSET - width,
                    lane->y + BF_LANE_STRIP_HEIGHT / 2);
}

static void
paint_bands (const BfRoadmapPaint *paint, const BfLane *lane)
{
  gboolean named = bf_time_axis_zoom (paint->layout->axis) >= BF_ZOOM_WEEKS;

  for (guint i = lane->n_bands; i-- > 0;)
    {
      const BfBand *band = &lane->bands[i];

      if (!in_view (paint, band->x, band->width))
        continue;
      if (band->freeze)
        paint_freeze (paint, lane, band);
      else
        paint_shutdown (paint, lane, band);
      if (named)
        paint_band_name (paint, lane, band);
    }
}

/* --- Lines --- */

static void
paint_unit_lines (const BfRoadmapPaint *paint)
{
  g_autoptr (GArray) cells = bf_time_axis_ruler (paint->layout->axis,
                                                 BF_RULER_MAJOR,
                                                 paint->view.x,
                                                 view_right (paint),
                                                 bf_timeline_text_measure,
                                                 paint->text);

  for (guint i = 0; i < cells->len; i++)
    bf_paint_upright (paint,
                      BF_COLOR_HAIRLINE,
                      g_array_index (cells, BfRulerCell, i).x,
                      paint->view.y,
                      bf_rect_bottom (&paint->view));
}

static void
paint_gate_lines (const BfRoadmapPaint *paint)
{
  static const double dash[] = { 2, 3 };

  cairo_save (paint->cr);
  cairo_set_dash (paint->cr, dash, 2, paint->view.y);
  for (guint i = 0; i < paint->layout->n_ribbons; i++)
    {
      double x = paint->layout->ribbons[i].gate_x;

      if (!isnan (x) && in_view (paint, x, 1))
        bf_paint_upright (paint, BF_COLOR_INK3, x, paint->view.y, bf_rect_bottom (&paint->view));
    }
  cairo_restore (paint->cr);
}

static void
paint_stones (const BfRoadmapPaint *paint, const BfLane *lane)
{
  static const double dash[] = { 1, 3 };
  double bottom = lane->y + BF_LANE_STRIP_HEIGHT - 2;

  for (guint i = 0; i < lane->n_stones; i++)
    {
      const BfStone *stone = &lane->stones[i];

      if (!in_view (paint, stone->x - 150, 300))
        continue;
      cairo_save (paint->cr);
      cairo_set_dash (paint->cr, dash, 2, 0);
      bf_paint_upright (paint, BF_COLOR_LEGACY, stone->x, bottom, lane->y + lane->height);
      cairo_restore (paint->cr);
      bf_paint_stone (paint, stone->x, bottom);
      if (stone->labelled)
        bf_paint_words (
            paint,
            BF_ROW (paint->roadmap->plan, SYSTEM, BfSystem, (guint) stone->system)->row.key,
            BF_TEXT_STONE,
            BF_COLOR_LEGACY,
            stone->label_x,
            bottom - 4.5);
    }
}

static void
paint_selection (const BfRoadmapPaint *paint)
{
  const BfLaneLayout *layout = paint->layout;
  const BfRect *ring;

  if (layout->selected < 0 || layout->bar_of[layout->selected] < 0 || layout->folded)
    return;
  ring = &layout->bars[layout->bar_of[layout->selected]].ring;
  bf_rounded_rect (paint->cr,
                   floor (ring->x),
                   floor (ring->y),
                   ceil (ring->width),
                   ceil (ring->height),
                   RING_RADIUS);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_SELECTION);
  cairo_fill_preserve (paint->cr);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_ACCENT);
  cairo_set_line_width (paint->cr, 2);
  cairo_stroke (paint->cr);
}

static gboolean
lane_in_view (const BfRoadmapPaint *paint, const BfLane *lane)
{
  return lane->y <= bf_rect_bottom (&paint->view) && lane->y + lane->height >= paint->view.y;
}

void
bf_roadmap_paint_field (const BfRoadmapPaint *paint)
{
  const BfLaneLayout *layout = paint->layout;

  paint_phase_columns (paint);
  paint_free_days (paint);
  for (guint i = 0; i < layout->n_lanes; i++)
    if (lane_in_view (paint, &layout->lanes[i]))
      paint_bands (paint, &layout->lanes[i]);
  paint_unit_lines (paint);
  paint_gate_lines (paint);
  for (guint i = 0; i < layout->n_lanes; i++)
    {
      const BfLane *lane = &layout->lanes[i];

      if (!lane_in_view (paint, lane))
        continue;
      paint_stones (paint, lane);
      bf_paint_level (
          paint, BF_COLOR_BORDER, paint->view.x, view_right (paint), lane->y + lane->height - 1);
    }
  paint_selection (paint);
}

/* --- Bars and their labels --- */

/* The baseline's cutover is a tooth of its strip. */
static void
paint_ghost (const BfRoadmapPaint *paint, const BfBarBox *bar)
{
  double left = floor (bar->ghost.x), right = MAX (left + 2, floor (bf_rect_right (&bar->ghost)));

  cairo_rectangle (paint->cr, left, bar->ghost.y, right - left, bar->ghost.height);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_LEGACY_TINT);
  cairo_fill (paint->cr);
  cairo_rectangle (
      paint->cr, left + 0.5, bar->ghost.y + 0.5, right - left - 1, bar->ghost.height - 1);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_LEGACY);
  cairo_set_line_width (paint->cr, 1);
  cairo_stroke (paint->cr);
  if (isnan (bar->ghost_cutover_x))
    return;
  cairo_rectangle (
      paint->cr, floor (bar->ghost_cutover_x), bar->ghost.y - 1, 3, bar->ghost.height + 2);
  cairo_fill (paint->cr);
}

void
bf_roadmap_paint_bar (const BfRoadmapPaint *paint, const BfBarBox *bar, const BfColor *shade)
{
  BfStepLook look = { 0 };

  look.colors = paint->colors;
  look.size = paint->layout->size;
  look.shade = shade;
  look.high_contrast = paint->high_contrast;
  look.today_x = paint->layout->today == BF_BLANK
                     ? NAN
                     : bf_time_axis_x (paint->layout->axis, paint->layout->today);
  if (bar->ghost.width > 0)
    paint_ghost (paint, bar);
  cairo_save (paint->cr);
  cairo_translate (paint->cr, 0, bar->y);
  if (paint->layout->folded)
    bf_step_paint_line (paint->cr, bar->parts, paint->colors, 3, 6);
  else
    bf_step_paint (paint->cr, bar->parts, &look);
  cairo_restore (paint->cr);
}

static double
luminance (const BfColor *color)
{
  return 0.2126 * color->red + 0.7152 * color->green + 0.0722 * color->blue;
}

/* Letters inside a bar are dark on light shades and light on dark ones. */
static void
set_inside_color (const BfRoadmapPaint *paint, const BfColor *shade)
{
  if (!shade)
    bf_color_source (paint->cr, paint->colors, BF_COLOR_BAR_LABEL);
  else if (luminance (shade) < LABEL_DARK_BELOW)
    cairo_set_source_rgb (paint->cr, 1, 1, 1);
  else
    cairo_set_source_rgb (paint->cr, 0.07, 0.09, 0.12);
}

static void
paint_halo (const BfRoadmapPaint *paint,
            const char *words,
            BfTextKind kind,
            const BfRect *box,
            double y,
            gboolean on_selection)
{
  static const double offsets[][2] = { { -1.5, 0 }, { 1.5, 0 }, { 0, -1.5 }, { 0, 1.5 },
                                       { -1, -1 },  { 1, -1 },  { -1, 1 },   { 1, 1 } };

  bf_color_source (paint->cr, paint->colors, on_selection ? BF_COLOR_SELECTION : BF_COLOR_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      cairo_save (paint->cr);
      cairo_translate (paint->cr, offsets[i][0], offsets[i][1]);
      bf_timeline_text_draw (paint->text, paint->cr, words, kind, box->x, y, box->width);
      cairo_restore (paint->cr);
    }
}

/* "32 h of 376 h" on a cutover that is wide enough. */
static void
paint_hours (const BfRoadmapPaint *paint, const BfBarBox *bar)
{
  const BfRoadmapStep *step = &paint->roadmap->steps[bar->step];

  for (guint i = 0; i < bar->parts->n_parts; i++)
    {
      const BfPart *part = &bar->parts->parts[i];
      const BfRoadmapCutover *cutover;
      g_autofree char *words = NULL;
      double width;

      if (part->kind != BF_PART_CUTOVER)
        continue;
      cutover = &step->cutovers[part->cutover];
      if (cutover->opening_start == BF_BLANK || cutover->opening_end == BF_BLANK)
        continue;
      /* Translators: hours of a cutover and of the opening that it lies in. */
      words = g_strdup_printf (_ ("%.0f h of %.0f h"),
                               cutover->hours,
                               (double) (cutover->opening_end - cutover->opening_start) / 60);
      width = bf_timeline_text_measure (words, BF_TEXT_PILL, paint->text);
      if (width + 4 > part->box.width)
        continue;
      bf_paint_words (paint,
                      words,
                      BF_TEXT_PILL,
                      BF_COLOR_VIEW,
                      part->box.x + (part->box.width - width) / 2,
                      bar->y + bf_bar_height (paint->layout->size) / 2);
    }
}

/* A name inside a long bar stays in sight while its bar is. */
static double
sticky_label_x (const BfRoadmapPaint *paint, const BfBarBox *bar)
{
  const BfPart *build = bf_step_parts_find (bar->parts, BF_PART_BUILD);
  double inset = bar->label.x - build->box.x;
  double last = bf_rect_right (&build->box) - inset - bar->label.width;

  return MAX (bar->label.x, MIN (paint->view.x + inset, last));
}

/* Moves a name that is out of sight, or cut by the left edge, to where its bar has room for it.
 * TRUE when it now floats over the bar's dots. */
static gboolean
bring_into_sight (const BfRoadmapPaint *paint, const BfBarBox *bar, BfRect *box)
{
  double x;

  if (bar->place == BF_LABEL_INSIDE)
    box->x = sticky_label_x (paint, bar);
  if (box->x >= paint->view.x - 1 && box->x < view_right (paint) - LABEL_SEEN)
    return FALSE;
  x = bf_lane_layout_floating_label (bar, box->width, paint->view.x, view_right (paint));
  if (isnan (x))
    return FALSE;
  box->x = x;
  return TRUE;
}

/* The dots would show between the words. */
static void
clear_dots (const BfRoadmapPaint *paint, const BfRect *box, gboolean on_selection)
{
  bf_rounded_rect (paint->cr, box->x - 4, box->y + 1, box->width + 8, box->height - 2, 3);
  bf_color_source (paint->cr, paint->colors, on_selection ? BF_COLOR_SELECTION : BF_COLOR_VIEW);
  cairo_fill (paint->cr);
}

void
bf_roadmap_paint_label (const BfRoadmapPaint *paint, const BfBarBox *bar, const BfColor *shade)
{
  const char *words = paint->roadmap->steps[bar->step].short_title;
  gboolean selected = bar->step == paint->layout->selected;
  BfTextKind kind = selected ? BF_TEXT_LABEL_SELECTED : BF_TEXT_LABEL;
  BfRect box = bar->label;
  double y = bar->y + paint->layout->size.upper / 2;
  gboolean floats;

  if (bf_time_axis_zoom (paint->layout->axis) == BF_ZOOM_DAYS)
    paint_hours (paint, bar);
  if (bar->place == BF_LABEL_NONE || !words)
    return;
  floats = bring_into_sight (paint, bar, &box);
  if (floats)
    clear_dots (paint, &box, selected);
  if (bar->place == BF_LABEL_INSIDE && !floats)
    {
      set_inside_color (paint, shade);
    }
  else
    {
      if (!floats)
        paint_halo (paint, words, kind, &box, y, selected);
      bf_color_source (paint->cr, paint->colors, BF_COLOR_INK);
    }
  bf_timeline_text_draw (paint->text, paint->cr, words, kind, box.x, y, box.width);
}

/* --- Routes --- */

static void
route_path (cairo_t *cr, const BfRoute *route)
{
  cairo_new_path (cr);
  cairo_move_to (cr, route->points[0].x, route->points[0].y);
  for (guint i = 1; i < route->n_points; i++)
    {
      const BfPoint *before = &route->points[i - 1], *at = &route->points[i];
      const BfPoint *after = i + 1 < route->n_points ? &route->points[i + 1] : at;
      double in = hypot (at->x - before->x, at->y - before->y);
      double out = hypot (after->x - at->x, after->y - at->y);
      double radius = MIN (ROUTE_RADIUS, MIN (in, out) / 2);

      if (radius < 0.5)
        {
          cairo_line_to (cr, at->x, at->y);
          continue;
        }
      cairo_line_to (
          cr, at->x - (at->x - before->x) / in * radius, at->y - (at->y - before->y) / in * radius);
      cairo_curve_to (cr,
                      at->x,
                      at->y,
                      at->x,
                      at->y,
                      at->x + (after->x - at->x) / out * radius,
                      at->y + (after->y - at->y) / out * radius);
    }
}

static void
paint_arrow (cairo_t *cr, const BfRoute *route)
{
  const BfPoint *tip = &route->points[route->n_points - 1];
  double sign = tip->y >= route->points[route->n_points - 2].y ? 1 : -1;

  cairo_move_to (cr, tip->x, tip->y + sign);
  cairo_line_to (cr, tip->x - ARROW, tip->y - sign * (ARROW + 1));
  cairo_line_to (cr, tip->x + ARROW, tip->y - sign * (ARROW + 1));
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
bf_roadmap_paint_routes (const BfRoadmapPaint *paint, const GArray *routes)
{
  for (guint i = 0; i < routes->len; i++)
    {
      const BfRoute *route = &g_array_index (routes, BfRoute, i);

      if (route->n_points < 2)
        continue;
      route_path (paint->cr, route);
      bf_color_source (paint->cr, paint->colors, BF_COLOR_VIEW);
      cairo_set_line_width (paint->cr, 4.5);
      cairo_stroke_preserve (paint->cr);
      bf_color_source (paint->cr, paint->colors, BF_COLOR_ACCENT);
      cairo_set_line_width (paint->cr, 1.7);
      cairo_stroke (paint->cr);
      paint_arrow (paint->cr, route);
    }
}

void
bf_roadmap_paint_today (const BfRoadmapPaint *paint)
{
  double x;

  if (paint->layout->today == BF_BLANK)
    return;
  x = bf_time_axis_x (paint->layout->axis, paint->layout->today);
  cairo_set_line_width (paint->cr, 1.5);
  bf_color_source (paint->cr, paint->colors, BF_COLOR_INK);
  cairo_move_to (paint->cr, x, paint->view.y);
  cairo_line_to (paint->cr, x, bf_rect_bottom (&paint->view));
  cairo_stroke (paint->cr);
}
