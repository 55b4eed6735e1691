/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all painted charts share: a size, a picture painted with cairo, and the sentence that stands
 * for it to who cannot see it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BF_TYPE_CHART (bf_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (BfChart, bf_chart, BF, CHART, GtkWidget)

struct _BfChartClass
{
  GtkWidgetClass parent_class;

  int width, height; /* the least it takes */
  /* Paints the chart into its size. NULL data is the chart's own business: paint nothing. */
  void (*draw) (BfChart *chart, cairo_t *cr, double width, double height);
};

/* New data: @label says what they say, and the chart is painted again. */
void bf_chart_changed (BfChart *chart, const char *label);

G_END_DECLS
