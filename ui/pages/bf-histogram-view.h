/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The spread of one figure under its card: columns up to the median filled, up to P80 tinted, the
 * rest in the colour of what stops the plant. */

#pragma once

#include "bf-chart.h"

#include "bf-histogram.h"

G_BEGIN_DECLS

#define BF_TYPE_HISTOGRAM_VIEW (bf_histogram_view_get_type ())
G_DECLARE_FINAL_TYPE (BfHistogramView, bf_histogram_view, BF, HISTOGRAM_VIEW, BfChart)

GtkWidget *bf_histogram_view_new (void);
/* Takes the histogram; NULL draws nothing. @label tells it to assistive technology. */
void bf_histogram_view_take (BfHistogramView *view, BfHistogram *histogram, const char *label);

G_END_DECLS
