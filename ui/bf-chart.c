/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-chart.h"

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

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? klass->height : klass->width;
}

static void
bf_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);

  BF_CHART_GET_CLASS (widget)->draw (BF_CHART (widget), cr, width, height);
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
}

void
bf_chart_changed (BfChart *chart, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}
