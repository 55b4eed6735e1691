/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-strip.h"

#include <math.h>

#include "bf-timeline-colors-widget.h"

#define LEAST_FIELD 100

typedef struct
{
  BfRoadmapView *view;
  BfTimelineText *text;
  BfTimelineColors colors;
} BfStripPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BfStrip, bf_strip, GTK_TYPE_WIDGET)

static BfStripPrivate *
private_of (gpointer strip)
{
  return bf_strip_get_instance_private (BF_STRIP (strip));
}

BfRoadmapView *
bf_strip_get_view (BfStrip *strip)
{
  return private_of (strip)->view;
}

BfTimelineText *
bf_strip_get_text (BfStrip *strip)
{
  return private_of (strip)->text;
}

double
bf_strip_magnify (BfStrip *strip)
{
  return bf_roadmap_view_get_magnify (private_of (strip)->view);
}

double
bf_strip_field_width (BfStrip *strip)
{
  int width = gtk_widget_get_width (GTK_WIDGET (strip));

  return MAX (1, width / bf_strip_magnify (strip) - BF_LANE_HEAD_WIDTH);
}

static void
paint (BfStrip *strip, cairo_t *cr)
{
  BfStripPrivate *self = private_of (strip);
  BfRoadmapPaint paint = { 0 };

  paint.cr = cr;
  paint.colors = &self->colors;
  paint.text = self->text;
  paint.roadmap = bf_roadmap_view_get_roadmap (self->view);
  paint.layout = bf_roadmap_view_get_layout (self->view);
  paint.view = bf_roadmap_view_get_seen (self->view);
  paint.high_contrast = bf_timeline_high_contrast ();
  cairo_scale (cr, bf_strip_magnify (strip), bf_strip_magnify (strip));
  BF_STRIP_GET_CLASS (strip)->paint (strip, &paint);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfStripPrivate *self = private_of (widget);
  graphene_rect_t box = GRAPHENE_RECT_INIT (
      0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  GdkRGBA ground;
  cairo_t *cr;

  bf_timeline_colors_for (widget, &self->colors);
  ground = bf_color_to_rgba (self->colors.of[BF_STRIP_GET_CLASS (widget)->ground]);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  paint (BF_STRIP (widget), cr);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  BfStrip *strip = BF_STRIP (widget);
  double by = bf_strip_magnify (strip);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = (int) ceil (by * BF_STRIP_GET_CLASS (strip)->height (strip));
  else
    *minimum = (int) ceil (by * BF_LANE_HEAD_WIDTH) + LEAST_FIELD;
  *natural = *minimum;
}

static void
view_changed_cb (BfStrip *strip)
{
  if (BF_STRIP_GET_CLASS (strip)->changed)
    BF_STRIP_GET_CLASS (strip)->changed (strip);
  gtk_widget_queue_draw (GTK_WIDGET (strip));
}

static void
finalize (GObject *object)
{
  g_clear_pointer (&private_of (object)->text, bf_timeline_text_free);
  G_OBJECT_CLASS (bf_strip_parent_class)->finalize (object);
}

static void
bf_strip_class_init (BfStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bf_strip_init (BfStrip *strip)
{
  GtkWidget *widget = GTK_WIDGET (strip);

  private_of (strip)->text = bf_timeline_text_new (gtk_widget_get_pango_context (widget));
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bf_strip_new (GType type, BfRoadmapView *view)
{
  BfStrip *strip = g_object_new (type, NULL);

  private_of (strip)->view = view;
  g_signal_connect_object (
      view, "view-changed", G_CALLBACK (view_changed_cb), strip, G_CONNECT_SWAPPED);
  return GTK_WIDGET (strip);
}
