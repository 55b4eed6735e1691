/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-chart.h"

#include <math.h>

#include "bf-text-scale.h"

G_DEFINE_ABSTRACT_TYPE (BfChart, bf_chart, GTK_TYPE_WIDGET)

static void
bf_chart_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  BfChartClass *klass = BF_CHART_GET_CLASS (widget);
  int width = klass->width, height = klass->height;

  if (klass->measure != NULL)
    klass->measure (BF_CHART (widget), &width, &height);
  *minimum = *natural = (int) ceil ((orientation == GTK_ORIENTATION_VERTICAL ? height : width) *
                                    bf_text_scale (widget));
}

static void
bf_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);
  double scale = bf_text_scale (widget);

  cairo_scale (cr, scale, scale);
  BF_CHART_GET_CLASS (widget)->draw (BF_CHART (widget), cr, width / scale, height / scale);
  cairo_destroy (cr);
}

static void
bf_chart_class_init (BfChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bf_chart_measure;
  widget_class->snapshot = bf_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bf_chart_init (BfChart *self)
{
  /* Its size in points makes GTK measure again when the text scale changes. */
  gtk_widget_add_css_class (GTK_WIDGET (self), "chart");
}

void
bf_chart_changed (BfChart *chart, const char *label)
{
  if (label != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (chart));
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}
