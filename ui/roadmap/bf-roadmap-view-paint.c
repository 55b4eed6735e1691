/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the view paints: field, bars, what lies over them, and the sticky edges. */

#include "bf-roadmap-view-private.h"

#include <math.h>

#include "bf-timeline-colors-widget.h"

#define WORDS_PAD 8.0
#define WORDS_HEIGHT 22.0
#define WORDS_LINE 15.0
#define PLACE_BAND_PX 3.0
#define PLACE_TICK 5.0

static BfRoadmapPaint
make_paint (BfRoadmapView *view, cairo_t *cr)
{
  BfRoadmapPaint paint = { 0 };

  paint.cr = cr;
  paint.colors = &view->colors;
  paint.text = view->text;
  paint.roadmap = view->roadmap;
  paint.layout = view->layout;
  paint.view = bf_roadmap_view_get_seen (view);
  paint.view.x = floor (paint.view.x);
  paint.view.y = floor (paint.view.y);
  paint.high_contrast = view->scene.high_contrast;
  return paint;
}

static void
fill (GtkSnapshot *snapshot, BfColor color, const graphene_rect_t *box)
{
  GdkRGBA rgba = bf_color_to_rgba (color);

  gtk_snapshot_append_color (snapshot, &rgba, box);
}

/* A box of the timeline as the widget shows it. */
static graphene_rect_t
larger (BfRoadmapView *view, double x, double y, double width, double height)
{
  double by = view->magnify;

  return GRAPHENE_RECT_INIT (
      (float) (x * by), (float) (y * by), (float) (width * by), (float) (height * by));
}

/* Begins to paint into a box, in px before magnifying. */
static BfRoadmapPaint
begin_paint (BfRoadmapView *view, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  BfRoadmapPaint paint = make_paint (view, gtk_snapshot_append_cairo (snapshot, box));

  cairo_scale (paint.cr, view->magnify, view->magnify);
  return paint;
}

/* --- While a cutover is dragged --- */

/* A weekend among many is a tick at the head of the lane: bands side by side would hide the plan.
 */
static void
paint_place (
    BfRoadmapView *view, const BfRoadmapPaint *paint, const BfLane *lane, double x, double width)
{
  gboolean tick = width < PLACE_BAND_PX;
  double bottom = lane->y + (tick ? PLACE_TICK : lane->height - 1);

  if (!tick)
    {
      bf_color_source (paint->cr, &view->colors, BF_COLOR_SELECTION);
      cairo_rectangle (paint->cr, floor (x), lane->y, ceil (width), lane->height - 1);
      cairo_fill (paint->cr);
    }
  bf_paint_upright (paint, BF_COLOR_ACCENT, x, lane->y, bottom);
}

static void
paint_places (BfRoadmapView *view, const BfRoadmapPaint *paint)
{
  const BfBarBox *bar = &view->layout->bars[view->layout->bar_of[view->moving]];
  const BfLane *lane = &view->layout->lanes[bar->lane];

  for (guint i = 0; i < view->places->len; i++)
    {
      const BfStepPlace *place = &g_array_index (view->places, BfStepPlace, i);
      double left = bf_time_axis_minute_x (view->axis, place->start);
      double width = bf_time_axis_minute_x (view->axis, place->end) - left;

      if (left > bf_rect_right (&paint->view) || left + width < paint->view.x)
        continue;
      paint_place (view, paint, lane, left, width);
    }
}

/* The cutover where it would stand: an outline, for it is not there yet. */
static void
paint_target (BfRoadmapView *view, const BfRoadmapPaint *paint, const BfBarBox *bar)
{
  const BfPart *post = bf_step_parts_find (bar->parts, BF_PART_CUTOVER);
  double x = bf_time_axis_minute_x (view->axis, view->move_to);

  if (!post)
    return;
  bf_rounded_rect (
      paint->cr, floor (x) + 0.5, bar->y + post->box.y, post->box.width, post->box.height, 1.5);
  bf_color_source (paint->cr, &view->colors, BF_COLOR_VIEW);
  cairo_fill_preserve (paint->cr);
  bf_color_source (paint->cr, &view->colors, BF_COLOR_STOP);
  cairo_set_line_width (paint->cr, 2);
  cairo_stroke (paint->cr);
}

/* The widest line, as far as there is room. */
static double
words_width (BfRoadmapView *view, const BfRoadmapPaint *paint, char **lines)
{
  double width = 0;

  for (guint i = 0; lines[i]; i++)
    width = MAX (width, bf_timeline_text_measure (lines[i], BF_TEXT_PILL, view->text));
  return MIN (width, paint->view.width - 2 * WORDS_PAD - 8);
}

/* Under the bar, at the pointer: where it would stand, or in red why it cannot. */
static void
paint_move_words (BfRoadmapView *view, const BfRoadmapPaint *paint, const BfBarBox *bar)
{
  g_auto (GStrv) lines = g_strsplit (view->move_words, "\n", -1);
  double width = words_width (view, paint, lines);
  double height = WORDS_HEIGHT + WORDS_LINE * (g_strv_length (lines) - 1);
  double room = bf_rect_right (&paint->view) - width - 2 * WORDS_PAD - 4;
  double x = bf_time_axis_minute_x (view->axis, view->move_at) - width / 2;
  double below = bar->y + bf_bar_height (view->layout->size) + 8;
  gboolean refused = view->move_to == BF_BLANK;
  double y = below + height < bf_rect_bottom (&paint->view) ? below : bar->y - 12 - height;

  x = MAX (paint->view.x + 4, MIN (x, room));
  bf_rounded_rect (paint->cr, x, y, width + 2 * WORDS_PAD, height, 5);
  bf_color_source (paint->cr, &view->colors, refused ? BF_COLOR_BAD : BF_COLOR_ACCENT);
  cairo_fill (paint->cr);
  bf_color_source (paint->cr, &view->colors, BF_COLOR_VIEW);
  for (guint i = 0; lines[i]; i++)
    bf_timeline_text_draw (view->text,
                           paint->cr,
                           lines[i],
                           BF_TEXT_PILL,
                           floor (x + WORDS_PAD),
                           y + WORDS_HEIGHT / 2 + i * WORDS_LINE,
                           width);
}

static gboolean
shows_move (BfRoadmapView *view)
{
  return view->moving >= 0 && view->layout->bar_of[view->moving] >= 0;
}

static void
paint_move (BfRoadmapView *view, const BfRoadmapPaint *paint)
{
  const BfBarBox *bar = &view->layout->bars[view->layout->bar_of[view->moving]];

  if (view->move_to != BF_BLANK)
    paint_target (view, paint, bar);
  if (view->move_words)
    paint_move_words (view, paint, bar);
}

/* --- The layers --- */

static void
snapshot_field (BfRoadmapView *view, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  BfRoadmapPaint paint = begin_paint (view, snapshot, box);

  cairo_translate (paint.cr, BF_LANE_HEAD_WIDTH - paint.view.x, BF_HEADER_HEIGHT - paint.view.y);
  bf_roadmap_paint_field (&paint);
  if (shows_move (view))
    paint_places (view, &paint);
  cairo_destroy (paint.cr);
}

/* The cursor's pill stands in the ruler, over all. */
static void
snapshot_bars (BfRoadmapView *view, GtkSnapshot *snapshot)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child;
       child = gtk_widget_get_next_sibling (child))
    if (child != view->cursor)
      gtk_widget_snapshot_child (GTK_WIDGET (view), child, snapshot);
}

static void
paint_date (BfRoadmapView *view, const BfRoadmapPaint *paint)
{
  double x = bf_time_axis_x (view->axis, view->date);

  bf_color_source (paint->cr, &view->colors, BF_COLOR_ACCENT);
  cairo_set_line_width (paint->cr, 1.5);
  cairo_move_to (paint->cr, x, paint->view.y);
  cairo_line_to (paint->cr, x, bf_rect_bottom (&paint->view));
  cairo_stroke (paint->cr);
}

static void
snapshot_over (BfRoadmapView *view, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  BfRoadmapPaint paint = begin_paint (view, snapshot, box);

  cairo_translate (paint.cr, BF_LANE_HEAD_WIDTH - paint.view.x, BF_HEADER_HEIGHT - paint.view.y);
  bf_roadmap_paint_routes (&paint, view->routes);
  for (guint i = 0; i < view->layout->n_bars; i++)
    {
      const BfBarBox *bar = &view->layout->bars[i];

      if (bf_roadmap_view_is_seen (&paint.view, bar))
        bf_roadmap_paint_label (&paint, bar, view->shades ? &view->shades[bar->step] : NULL);
    }
  bf_roadmap_paint_today (&paint);
  if (view->date != BF_BLANK)
    paint_date (view, &paint);
  if (shows_move (view))
    paint_move (view, &paint);
  cairo_destroy (paint.cr);
}

static void
snapshot_heads (BfRoadmapView *view, GtkSnapshot *snapshot)
{
  graphene_rect_t box =
      larger (view, 0, BF_HEADER_HEIGHT, BF_LANE_HEAD_WIDTH, bf_roadmap_view_field_height (view));
  BfRoadmapPaint paint;

  gtk_snapshot_push_clip (snapshot, &box);
  fill (snapshot, view->colors.of[BF_COLOR_VIEW], &box);
  paint = begin_paint (view, snapshot, &box);
  cairo_translate (paint.cr, 0, BF_HEADER_HEIGHT - paint.view.y);
  bf_roadmap_paint_lane_heads (&paint);
  cairo_destroy (paint.cr);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_captions (BfRoadmapView *view, GtkSnapshot *snapshot)
{
  graphene_rect_t box = larger (view, 0, 0, BF_LANE_HEAD_WIDTH, BF_HEADER_HEIGHT);
  BfRoadmapPaint paint;

  fill (snapshot, view->colors.of[BF_COLOR_WINDOW], &box);
  paint = begin_paint (view, snapshot, &box);
  bf_roadmap_paint_captions (&paint);
  bf_paint_upright (&paint, BF_COLOR_BORDER, BF_LANE_HEAD_WIDTH - 1, 0, BF_HEADER_HEIGHT);
  cairo_destroy (paint.cr);
}

static void
snapshot_header (BfRoadmapView *view, GtkSnapshot *snapshot)
{
  graphene_rect_t box =
      larger (view, BF_LANE_HEAD_WIDTH, 0, bf_roadmap_view_field_width (view), BF_HEADER_HEIGHT);
  BfRoadmapPaint paint;

  gtk_snapshot_push_clip (snapshot, &box);
  fill (snapshot, view->colors.of[BF_COLOR_WINDOW], &box);
  paint = begin_paint (view, snapshot, &box);
  cairo_translate (paint.cr, BF_LANE_HEAD_WIDTH - paint.view.x, 0);
  paint.taken = bf_roadmap_view_date_pill (view);
  paint.taken.x += paint.view.x - BF_LANE_HEAD_WIDTH;
  bf_roadmap_paint_header (&paint, view->today_text);
  cairo_destroy (paint.cr);
  gtk_widget_snapshot_child (GTK_WIDGET (view), view->cursor, snapshot);
  gtk_snapshot_pop (snapshot);
}

void
bf_roadmap_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (widget);
  graphene_rect_t field = larger (view,
                                  BF_LANE_HEAD_WIDTH,
                                  BF_HEADER_HEIGHT,
                                  bf_roadmap_view_field_width (view),
                                  bf_roadmap_view_field_height (view));

  if (!view->layout)
    return;
  gtk_snapshot_push_clip (snapshot, &field);
  fill (snapshot, view->colors.of[BF_COLOR_VIEW], &field);
  snapshot_field (view, snapshot, &field);
  snapshot_bars (view, snapshot);
  snapshot_over (view, snapshot, &field);
  gtk_snapshot_pop (snapshot);
  snapshot_heads (view, snapshot);
  snapshot_captions (view, snapshot);
  snapshot_header (view, snapshot);
}
