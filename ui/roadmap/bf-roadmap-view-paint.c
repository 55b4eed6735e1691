/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the view paints: field, bars, what lies over them, and the sticky edges. */

#include "bf-roadmap-view-private.h"

#include <math.h>

#include "bf-timeline-colors-widget.h"

static BfRoadmapPaint
make_paint (BfRoadmapView *view, cairo_t *cr)
{
  BfRoadmapPaint paint = { 0 };

  paint.cr = cr;
  paint.colors = &view->colors;
  paint.text = view->text;
  paint.roadmap = view->roadmap;
  paint.layout = view->layout;
  paint.view = bf_roadmap_view_seen (view);
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

static void
snapshot_field (BfRoadmapView *view, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  BfRoadmapPaint paint = make_paint (view, gtk_snapshot_append_cairo (snapshot, box));

  cairo_translate (paint.cr, BF_LANE_HEAD_WIDTH - paint.view.x, BF_HEADER_HEIGHT - paint.view.y);
  bf_roadmap_paint_field (&paint);
  cairo_destroy (paint.cr);
}

static void
snapshot_bars (BfRoadmapView *view, GtkSnapshot *snapshot)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (GTK_WIDGET (view), child, snapshot);
}

static void
snapshot_over (BfRoadmapView *view, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  BfRoadmapPaint paint = make_paint (view, gtk_snapshot_append_cairo (snapshot, box));

  cairo_translate (paint.cr, BF_LANE_HEAD_WIDTH - paint.view.x, BF_HEADER_HEIGHT - paint.view.y);
  bf_roadmap_paint_routes (&paint, view->routes);
  for (guint i = 0; i < view->layout->n_bars; i++)
    {
      const BfBarBox *bar = &view->layout->bars[i];

      if (bf_roadmap_view_is_seen (&paint.view, bar))
        bf_roadmap_paint_label (&paint, bar, view->shades ? &view->shades[bar->step] : NULL);
    }
  bf_roadmap_paint_today (&paint);
  cairo_destroy (paint.cr);
}

static void
snapshot_heads (BfRoadmapView *view, GtkSnapshot *snapshot, int height)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (
      0, (float) BF_HEADER_HEIGHT, (float) BF_LANE_HEAD_WIDTH, (float) (height - BF_HEADER_HEIGHT));
  BfRoadmapPaint paint;

  gtk_snapshot_push_clip (snapshot, &box);
  fill (snapshot, view->colors.of[BF_COLOR_VIEW], &box);
  paint = make_paint (view, gtk_snapshot_append_cairo (snapshot, &box));
  cairo_translate (paint.cr, 0, BF_HEADER_HEIGHT - paint.view.y);
  bf_roadmap_paint_lane_heads (&paint);
  cairo_destroy (paint.cr);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_header (BfRoadmapView *view, GtkSnapshot *snapshot, int width)
{
  graphene_rect_t captions =
      GRAPHENE_RECT_INIT (0, 0, (float) BF_LANE_HEAD_WIDTH, (float) BF_HEADER_HEIGHT);
  graphene_rect_t ruler = GRAPHENE_RECT_INIT ((float) BF_LANE_HEAD_WIDTH,
                                              0,
                                              (float) (width - BF_LANE_HEAD_WIDTH),
                                              (float) BF_HEADER_HEIGHT);
  BfRoadmapPaint paint;

  gtk_snapshot_push_clip (snapshot, &ruler);
  fill (snapshot, view->colors.of[BF_COLOR_WINDOW], &ruler);
  paint = make_paint (view, gtk_snapshot_append_cairo (snapshot, &ruler));
  cairo_translate (paint.cr, BF_LANE_HEAD_WIDTH - paint.view.x, 0);
  bf_roadmap_paint_header (&paint, view->today_text);
  cairo_destroy (paint.cr);
  gtk_snapshot_pop (snapshot);
  fill (snapshot, view->colors.of[BF_COLOR_WINDOW], &captions);
  paint = make_paint (view, gtk_snapshot_append_cairo (snapshot, &captions));
  bf_roadmap_paint_captions (&paint);
  bf_paint_upright (&paint, BF_COLOR_BORDER, BF_LANE_HEAD_WIDTH - 1, 0, BF_HEADER_HEIGHT);
  cairo_destroy (paint.cr);
}

void
bf_roadmap_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t field = GRAPHENE_RECT_INIT ((float) BF_LANE_HEAD_WIDTH,
                                              (float) BF_HEADER_HEIGHT,
                                              (float) (width - BF_LANE_HEAD_WIDTH),
                                              (float) (height - BF_HEADER_HEIGHT));

  if (!view->layout || field.size.width <= 0 || field.size.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &field);
  fill (snapshot, view->colors.of[BF_COLOR_VIEW], &field);
  snapshot_field (view, snapshot, &field);
  snapshot_bars (view, snapshot);
  snapshot_over (view, snapshot, &field);
  gtk_snapshot_pop (snapshot);
  snapshot_heads (view, snapshot, height);
  snapshot_header (view, snapshot, width);
}
