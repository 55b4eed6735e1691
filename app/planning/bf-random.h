/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random numbers that are looked up, not drawn one after the other.
 *
 * A number is a pure function of (stream, draw, variable); a stream is a seed and a key. So an
 * edit of one step leaves all other steps' numbers alone, and draws may be computed in any order
 * or on several threads. Source: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over
 * the mixed coordinates.
 *
 * A beta-PERT value is the quantile of its distribution at a uniform number. Quantiles come from
 * a table of 129 shapes (position of the likely value between min and max) by 257 shares, made
 * once by numeric integration of the density and joined by straight lines, by a power at both
 * ends: at most 0.004 of the range away from bf_estimate_quantile, and 0.0002 in the mean. */

#pragma once

#include "bf-estimate.h"

G_BEGIN_DECLS

/* @key NULL: a stream of the seed alone. */
guint64 bf_random_stream (guint64 seed, const char *key);
/* Uniform in 0 .. 1, both excluded. */
double bf_random_uniform (guint64 stream, guint draw, guint variable);
/* A value of the estimate for that uniform number. */
double bf_random_pert (BfEstimate estimate, double uniform);

G_END_DECLS
