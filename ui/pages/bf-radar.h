/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the corners of a radar chart lie. Pure; the first axis points up, then clockwise. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} BfRadarPoint;

/* Point on axis @axis of @n_axes at @share (0 .. 1) of @radius, from the centre 0, 0; y grows
 * downwards. */
BfRadarPoint bf_radar_point (guint n_axes, guint axis, double share, double radius);

/* Where a value stands between @low and @high, as a share that is clamped to 0 .. 1; a blank (NAN)
 * stands at 0. */
double bf_scale_share (double value, double low, double high);

/* The highest whole level that must be shown so that all of @values (NAN: none) are seen, at least
 * @low + 1 and at most @high. */
double bf_scale_shown (const double *values, guint n, double low, double high);

G_END_DECLS
