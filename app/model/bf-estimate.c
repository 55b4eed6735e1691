/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-estimate.h"

gboolean
bf_estimate_is_blank (BfEstimate estimate)
{
  return isnan (estimate.likely);
}

double
bf_estimate_mean (BfEstimate estimate)
{
  return (estimate.min + 4 * estimate.likely + estimate.max) / 6;
}

/* Continued fraction of the incomplete beta function, by Lentz's method. */
static double
beta_fraction (double a, double b, double x)
{
  const double tiny = 1e-300;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  double h;

  d = 1 / (fabs (d) < tiny ? tiny : d);
  h = d;
  for (int m = 1; m <= 300; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double change;

      d = 1 + even * d;
      c = 1 + even / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      h *= d * c;
      d = 1 + odd * d;
      c = 1 + odd / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      change = d * c;
      h *= change;
      if (fabs (change - 1) < 1e-16)
        break;
    }
  return h;
}

/* Regularised incomplete beta function I_x (a, b). */
static double
beta_share (double a, double b, double x)
{
  double front;

  if (x <= 0)
    return 0;
  if (x >= 1)
    return 1;
  front = exp (lgamma (a + b) - lgamma (a) - lgamma (b) + a * log (x) + b * log1p (-x));
  if (x < (a + 1) / (a + b + 2))
    return front * beta_fraction (a, b, x) / a;
  return 1 - front * beta_fraction (b, a, 1 - x) / b;
}

double
bf_estimate_quantile (BfEstimate estimate, double quantile)
{
  double range = estimate.max - estimate.min;
  double alpha, beta, low = 0, high = 1;

  if (range <= 0)
    return estimate.likely;
  alpha = 1 + 4 * (estimate.likely - estimate.min) / range;
  beta = 1 + 4 * (estimate.max - estimate.likely) / range;
  for (int i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2;

      if (beta_share (alpha, beta, middle) < quantile)
        low = middle;
      else
        high = middle;
    }
  return estimate.min + range * (low + high) / 2;
}

BfEstimate
bf_estimate_scaled (BfEstimate estimate, double factor)
{
  return (BfEstimate){ estimate.min * factor, estimate.likely * factor, estimate.max * factor };
}

BfEstimate
bf_estimate_widened (BfEstimate estimate, double factor)
{
  estimate.max = estimate.likely + (estimate.max - estimate.likely) * factor;
  return estimate;
}
