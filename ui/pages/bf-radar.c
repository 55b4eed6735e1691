/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-radar.h"

#include <math.h>

BfRadarPoint
bf_radar_point (guint n_axes, guint axis, double share, double radius)
{
  double angle = 2 * G_PI * axis / MAX (n_axes, 1);

  return (BfRadarPoint){ sin (angle) * share * radius, -cos (angle) * share * radius };
}

double
bf_scale_share (double value, double low, double high)
{
  if (isnan (value) || high <= low)
    return 0;
  return CLAMP ((value - low) / (high - low), 0, 1);
}

double
bf_scale_shown (const double *values, guint n, double low, double high)
{
  double top = low + 1;
  guint i;

  for (i = 0; i < n; i++)
    if (!isnan (values[i]))
      top = fmax (top, ceil (values[i]));
  return fmin (top, high);
}
