/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-histogram-view.h"

#include <math.h>

#include "bf-paint.h"

#define HEIGHT 42

struct _BfHistogramView
{
  GtkWidget parent_instance;

  BfHistogram *histogram;
};

G_DEFINE_FINAL_TYPE (BfHistogramView, bf_histogram_view, GTK_TYPE_WIDGET)

static void
bf_histogram_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 90;
}

static void
draw_bin (
    GtkWidget *widget, cairo_t *cr, const BfBin *bin, double x, double w, double top, double h)
{
  static const struct
  {
    const char *fill, *edge;
  } roles[] = {
    [BF_BIN_LIKELY] = { "build", NULL },
    [BF_BIN_LATER] = { "build_tint", "build" },
    [BF_BIN_TAIL] = { "stop_tint", "stop" },
  };

  bf_paint_box (widget, cr, roles[bin->kind].fill, x, top, w, h);
  if (roles[bin->kind].edge != NULL)
    bf_paint_box (widget, cr, roles[bin->kind].edge, x, top, w, 1.5);
}

static void
bf_histogram_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfHistogramView *self = BF_HISTOGRAM_VIEW (widget);
  double width = gtk_widget_get_width (widget), base = gtk_widget_get_height (widget) - 1;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) base + 1);
  double pitch;
  cairo_t *cr;
  guint i;

  if (self->histogram == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  pitch = width / self->histogram->n_bins;
  for (i = 0; i < self->histogram->n_bins; i++)
    {
      const BfBin *bin = &self->histogram->bins[i];
      double h = ceil ((base - 2) * bin->count / self->histogram->tallest);

      if (bin->count > 0)
        draw_bin (widget, cr, bin, i * pitch, MAX (pitch - 1, 1), base - h, h);
    }
  bf_paint_box (widget, cr, "ink3", 0, base, width, 1);
  cairo_destroy (cr);
}

static void
bf_histogram_view_finalize (GObject *object)
{
  BfHistogramView *self = BF_HISTOGRAM_VIEW (object);

  g_clear_pointer (&self->histogram, bf_histogram_free);
  G_OBJECT_CLASS (bf_histogram_view_parent_class)->finalize (object);
}

static void
bf_histogram_view_class_init (BfHistogramViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bf_histogram_view_finalize;
  widget_class->measure = bf_histogram_view_measure;
  widget_class->snapshot = bf_histogram_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "histogram");
}

static void
bf_histogram_view_init (BfHistogramView *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bf_histogram_view_new (void)
{
  return g_object_new (BF_TYPE_HISTOGRAM_VIEW, NULL);
}

void
bf_histogram_view_take (BfHistogramView *view, BfHistogram *histogram, const char *label)
{
  g_clear_pointer (&view->histogram, bf_histogram_free);
  view->histogram = histogram;
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (view));
}
