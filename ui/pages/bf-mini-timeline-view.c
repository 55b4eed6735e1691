/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mini-timeline-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-mini-timeline.h"
#include "bf-paint.h"
#include "bf-palette.h"
#include "bf-story.h"
#include "bf-timeline-colors-widget.h"

#define HEIGHT 180
#define GATE_RADIUS 8
#define LINE 3
#define POST_WIDTH 4

struct _BfMiniTimelineView
{
  BfChart parent_instance;

  BfRoadmap *roadmap;
  gint64 today;
  BfMiniTimeline *layout; /* of the size it was last drawn at */
};

G_DEFINE_FINAL_TYPE (BfMiniTimelineView, bf_mini_timeline_view, BF_TYPE_CHART)

static double
measure_text (const char *text, BfTextKind kind, gpointer data)
{
  BfTextStyle style = { bf_text_faces[kind].size, bf_text_faces[kind].weight, "ink2", 0 };

  return bf_paint_text_width (data, &style, text);
}

static BfMiniTimeline *
ensure_layout (BfMiniTimelineView *self, double width, double height)
{
  if (self->layout != NULL && self->layout->width == width && self->layout->height == height)
    return self->layout;
  g_clear_pointer (&self->layout, bf_mini_timeline_free);
  self->layout =
      bf_mini_timeline_new (self->roadmap, self->today, width, height, measure_text, self);
  return self->layout;
}

/* A warm fill with edges; in high contrast only the edges are left. */
static void
draw_band (GtkWidget *widget, cairo_t *cr, const BfMiniTimeline *layout, const BfMiniBand *band)
{
  double height = layout->bottom - layout->top, right = band->x + band->width;

  bf_paint_box (widget, cr, "shutdown_band", band->x, layout->top, band->width, height);
  bf_paint_line (widget, cr, "shutdown_edge", 1, band->x, layout->top, band->x, layout->bottom);
  bf_paint_line (widget, cr, "shutdown_edge", 1, right, layout->top, right, layout->bottom);
}

static void
draw_bands (GtkWidget *widget, cairo_t *cr, const BfMiniTimeline *layout)
{
  const BfTextStyle style = { 12, 400, "ink2", 0.5 };
  guint i;

  for (i = 0; i < layout->bands->len; i++)
    {
      const BfMiniBand *band = &g_array_index (layout->bands, BfMiniBand, i);

      draw_band (widget, cr, layout, band);
      if (band->name != NULL && !(fabs (band->x - layout->today) < 60))
        bf_paint_text (widget,
                       cr,
                       &style,
                       band->name,
                       band->x + band->width / 2,
                       layout->height - BF_MINI_NAME_ROW / 2.0);
    }
}

static void
draw_years (GtkWidget *widget, cairo_t *cr, const BfMiniTimeline *layout)
{
  const BfTextStyle style = { 14, 700, "ink", 0 };
  guint i;

  for (i = 0; i < layout->years->len; i++)
    {
      const BfMiniYear *year = &g_array_index (layout->years, BfMiniYear, i);
      g_autofree char *text = g_strdup_printf ("%d", year->year);

      if (year->x > 0)
        bf_paint_line (widget, cr, "border", 1, year->x, 0, year->x, BF_MINI_YEAR_ROW);
      if (year->x + bf_paint_text_width (widget, &style, text) + 5 <= layout->width)
        bf_paint_text (
            widget, cr, &style, text, year->x + (year->x > 0 ? 5 : 1), BF_MINI_YEAR_ROW / 2.0);
    }
}

static void
draw_gate (GtkWidget *widget, cairo_t *cr, double x, const char *number)
{
  const BfTextStyle style = { 10, 700, "view", 0.5 };
  double y = BF_MINI_YEAR_ROW + BF_MINI_PHASE_ROW / 2.0;

  bf_palette_source (widget, cr, "ink");
  cairo_move_to (cr, x, y - GATE_RADIUS);
  cairo_line_to (cr, x + GATE_RADIUS, y);
  cairo_line_to (cr, x, y + GATE_RADIUS);
  cairo_line_to (cr, x - GATE_RADIUS, y);
  cairo_close_path (cr);
  cairo_fill (cr);
  bf_paint_text (widget, cr, &style, number, x, y);
}

static void
draw_phase_name (GtkWidget *widget,
                 cairo_t *cr,
                 const BfMiniPhase *box,
                 const BfRoadmapPhase *phase)
{
  const BfTextStyle style = { 12, 600, "ink", 0 };
  g_autofree char *name = g_strdup_printf ("%s %s", phase->id, phase->name);
  double left = box->x > 0 ? 18 : 12;
  double room = box->width - left - 12;

  if (bf_paint_text_width (widget, &style, name) > room)
    {
      g_free (name);
      name = g_strdup (phase->id);
    }
  if (bf_paint_text_width (widget, &style, name) <= room)
    bf_paint_text (
        widget, cr, &style, name, box->x + left, BF_MINI_YEAR_ROW + BF_MINI_PHASE_ROW / 2.0);
}

static void
draw_phases (BfMiniTimelineView *self, cairo_t *cr, const BfMiniTimeline *layout)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint i;

  for (i = 0; i < layout->phases->len; i++)
    {
      const BfMiniPhase *box = &g_array_index (layout->phases, BfMiniPhase, i);

      bf_paint_box (widget,
                    cr,
                    i % 2 == 0 ? "legacy_tint" : "ribbon",
                    box->x,
                    BF_MINI_YEAR_ROW,
                    box->width,
                    BF_MINI_PHASE_ROW);
      if (bf_timeline_high_contrast ())
        bf_paint_outline (
            widget, cr, "ink", box->x, BF_MINI_YEAR_ROW, box->width, BF_MINI_PHASE_ROW);
      draw_phase_name (widget, cr, box, &self->roadmap->phases[box->phase]);
    }
  for (i = 0; i < layout->phases->len; i++)
    {
      const BfMiniPhase *box = &g_array_index (layout->phases, BfMiniPhase, i);

      if (box->has_gate)
        draw_gate (widget,
                   cr,
                   MIN (box->x + box->width, layout->width - GATE_RADIUS),
                   self->roadmap->phases[box->phase].id);
    }
}

static void
draw_steps (GtkWidget *widget, cairo_t *cr, const BfMiniTimeline *layout)
{
  double thick = CLAMP (layout->pitch - 1, 1.5, LINE + 1);
  double post = CLAMP (layout->pitch, 3, 6);
  guint i;

  for (i = 0; i < layout->steps->len; i++)
    {
      const BfMiniStep *line = &g_array_index (layout->steps, BfMiniStep, i);
      double y = line->y - thick / 2;

      bf_paint_box (widget, cr, "build", line->from, y, MAX (line->cutover - line->from, 1), thick);
      if (line->proves)
        bf_paint_box (
            widget, cr, "proof", line->cutover, y, MAX (line->release - line->cutover, 1), thick);
    }
  for (i = 0; i < layout->posts->len; i++)
    {
      const BfMiniPost *at = &g_array_index (layout->posts, BfMiniPost, i);

      bf_paint_box (widget, cr, "card", at->x - 1, at->y - post / 2 - 1, POST_WIDTH + 2, post + 2);
      bf_paint_box (widget, cr, "stop", at->x, at->y - post / 2, POST_WIDTH, post);
    }
}

static void
draw_today (GtkWidget *widget, cairo_t *cr, const BfMiniTimeline *layout)
{
  const BfTextStyle style = { 12, 700, "ink", 0.5 };
  double half = bf_paint_text_width (widget, &style, _ ("Today")) / 2;

  if (isnan (layout->today))
    return;
  bf_paint_line (
      widget, cr, "ink", 1.5, layout->today, layout->top - 4, layout->today, layout->bottom + 2);
  bf_paint_text (widget,
                 cr,
                 &style,
                 _ ("Today"),
                 MAX (layout->today, half),
                 layout->height - BF_MINI_NAME_ROW / 2.0);
}

static void
draw_finish (GtkWidget *widget, cairo_t *cr, const BfMiniTimeline *layout)
{
  const BfTextStyle style = { 11, 600, "ink", 1 };
  double y = layout->bottom - 12;

  if (isnan (layout->p50))
    return;
  bf_paint_line (widget, cr, "ink", 1.5, layout->p50, y, layout->p90, y);
  bf_paint_line (widget, cr, "ink", 1.5, layout->p80, y - 3, layout->p80, y + 3);
  bf_paint_line (widget, cr, "ink", 1.5, layout->p90, y - 5, layout->p90, y + 5);
  bf_palette_source (widget, cr, "ink");
  cairo_arc (cr, layout->p50, y, 3, 0, 2 * G_PI);
  cairo_fill (cr);
  bf_paint_text (widget,
                 cr,
                 &style,
                 _ ("Finish P50 – P90"),
                 MIN (MAX (layout->p90, layout->p50 + 96), layout->width),
                 y - 15);
}

static void
bf_mini_timeline_view_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfMiniTimelineView *self = BF_MINI_TIMELINE_VIEW (chart);
  GtkWidget *widget = GTK_WIDGET (chart);
  const BfMiniTimeline *layout;

  if (self->roadmap == NULL || self->roadmap->n_steps == 0)
    return;
  layout = ensure_layout (self, width, height);
  draw_bands (widget, cr, layout);
  draw_years (widget, cr, layout);
  draw_phases (self, cr, layout);
  draw_steps (widget, cr, layout);
  draw_today (widget, cr, layout);
  draw_finish (widget, cr, layout);
}

static void
clicked_cb (BfMiniTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "roadmap");
}

static void
bf_mini_timeline_view_finalize (GObject *object)
{
  BfMiniTimelineView *self = BF_MINI_TIMELINE_VIEW (object);

  g_clear_pointer (&self->layout, bf_mini_timeline_free);
  g_clear_pointer (&self->roadmap, bf_roadmap_unref);
  G_OBJECT_CLASS (bf_mini_timeline_view_parent_class)->finalize (object);
}

static void
bf_mini_timeline_view_class_init (BfMiniTimelineViewClass *klass)
{
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bf_mini_timeline_view_finalize;
  chart_class->width = 480;
  chart_class->height = HEIGHT;
  chart_class->draw = bf_mini_timeline_view_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "minitimeline");
}

static void
bf_mini_timeline_view_init (BfMiniTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
bf_mini_timeline_view_new (void)
{
  return g_object_new (BF_TYPE_MINI_TIMELINE_VIEW, NULL);
}

void
bf_mini_timeline_view_show (BfMiniTimelineView *view, const BfRoadmap *roadmap, gint64 today)
{
  g_autofree char *label = roadmap != NULL ? bf_story_extent (roadmap) : g_strdup ("");

  g_clear_pointer (&view->layout, bf_mini_timeline_free);
  g_clear_pointer (&view->roadmap, bf_roadmap_unref);
  view->roadmap = roadmap != NULL ? bf_roadmap_ref (roadmap) : NULL;
  view->today = today;
  bf_chart_changed (BF_CHART (view), label);
}
