/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a chart with a level axis paints: its edges, what its foot and its head stand for, and the
 * lines and words of its axes. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *widget; /* colours and fonts */
  cairo_t *cr;
  double left, right, top, base; /* px */
  double most;                   /* value at the top; 0 stands at the base */
} BfChartFrame;

/* A round step (1, 2, 2.5 or 5 times a power of ten) that cuts @range into @most parts at most. */
double bf_round_step (double range, guint most);

double bf_chart_frame_y (const BfChartFrame *frame, double value);
/* The level line of a value with its words at the left; 0 is the baseline. */
void bf_chart_frame_level (const BfChartFrame *frame, double value, const char *words);
/* A dash and its words under the baseline; the words stay over the chart. */
void bf_chart_frame_tick (const BfChartFrame *frame, double x, const char *words);

G_END_DECLS
