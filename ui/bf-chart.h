/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all painted charts share: a size, a picture painted with cairo, and the sentence that stands
 * for it to who cannot see it.
 *
 * A chart is described in px at the desktop's plain text scale; at a larger one the whole picture
 * grows with its words, so that nothing runs into anything. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BF_TYPE_CHART (bf_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (BfChart, bf_chart, BF, CHART, GtkWidget)

struct _BfChartClass
{
  GtkWidgetClass parent_class;

  int width, height; /* the least it takes */
  /* The least it takes where that hangs on its data; NULL: width and height. */
  void (*measure) (BfChart *chart, int *width, int *height);
  /* Paints the chart into its size. NULL data is the chart's own business: paint nothing. */
  void (*draw) (BfChart *chart, cairo_t *cr, double width, double height);
};

/* New data: @label says what they say (NULL: as before), and the chart is painted again. */
void bf_chart_changed (BfChart *chart, const char *label);

G_END_DECLS
