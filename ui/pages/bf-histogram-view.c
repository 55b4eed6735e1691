/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-histogram-view.h"

#include <math.h>

#include "bf-paint.h"
#include "bf-timeline-colors-widget.h"

#define HEIGHT 36

struct _BfHistogramView
{
  BfChart parent_instance;

  BfHistogram *histogram;
};

G_DEFINE_FINAL_TYPE (BfHistogramView, bf_histogram_view, BF_TYPE_CHART)

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
  /* High contrast has no tints. */
  if (roles[bin->kind].edge != NULL && bf_timeline_high_contrast ())
    bf_paint_outline (widget, cr, roles[bin->kind].edge, x, top, w, h);
  else if (roles[bin->kind].edge != NULL)
    bf_paint_box (widget, cr, roles[bin->kind].edge, x, top, w, 1.5);
}

static void
bf_histogram_view_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfHistogramView *self = BF_HISTOGRAM_VIEW (chart);
  double base = height - 1, pitch;
  guint i;

  if (self->histogram == NULL)
    return;
  pitch = width / self->histogram->n_bins;
  for (i = 0; i < self->histogram->n_bins; i++)
    {
      const BfBin *bin = &self->histogram->bins[i];
      double h = ceil ((base - 2) * bin->count / self->histogram->tallest);

      if (bin->count > 0)
        draw_bin (GTK_WIDGET (chart), cr, bin, i * pitch, MAX (pitch - 1, 1), base - h, h);
    }
  bf_paint_box (GTK_WIDGET (chart), cr, "ink3", 0, base, width, 1);
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
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bf_histogram_view_finalize;
  chart_class->width = 90;
  chart_class->height = HEIGHT;
  chart_class->draw = bf_histogram_view_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "histogram");
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
  bf_chart_changed (BF_CHART (view), label);
}
