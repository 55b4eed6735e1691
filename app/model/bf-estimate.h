/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A three-point value and the beta-PERT distribution over it (lambda 4): min <= likely <= max.
 *
 * mean = (min + 4 likely + max) / 6; alpha = 1 + 4 (likely - min) / (max - min); beta alike.
 * min == max is the constant; likely == min gives alpha 1. Blank is NAN in all three.
 * Source: Malcolm, Roseboom, Clark and Fazar 1959; percentiles by the inverse of the regularised
 * incomplete beta function (continued fraction, Lentz; then bisection and Newton). */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  double min;
  double likely;
  double max;
} BfEstimate;

#define BF_ESTIMATE_BLANK ((BfEstimate){ NAN, NAN, NAN })
#define BF_ESTIMATE_ZERO ((BfEstimate){ 0, 0, 0 })

gboolean bf_estimate_is_blank (BfEstimate estimate);
double bf_estimate_mean (BfEstimate estimate);
/* The value that a share of @quantile (0 .. 1) of draws does not exceed; error below 1e-9 of the
 * range. */
double bf_estimate_quantile (BfEstimate estimate, double quantile);
BfEstimate bf_estimate_scaled (BfEstimate estimate, double factor);
/* (max - likely) times @factor. */
BfEstimate bf_estimate_widened (BfEstimate estimate, double factor);

G_END_DECLS
