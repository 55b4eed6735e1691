/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random numbers that are looked up, not drawn one after the other.
 *
 * A number is a pure function of (stream, draw, variable); a stream is a seed and a key. So an
 * edit of one step leaves all other steps' numbers alone, and draws may be computed in any order
 * or on several threads. Source: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over
 * the mixed coordinates.
 *
 * The draws of one variable are stratified (Latin hypercube sampling, McKay, Beckman and Conover
 * 1979): of n draws exactly one falls into each n-th of 0 .. 1, at a random place in it. Which
 * draw gets which n-th is a keyed permutation that is evaluated, not stored (a Feistel network of
 * three rounds over a grid, and a walk along the cycle; Black and Rogaway 2002).
 *
 * A beta-PERT value is the quantile of its distribution at a uniform number. Quantiles come from
 * a table of 129 shapes (position of the likely value between min and max) by 257 shares that
 * stand dense at both ends (fourth root), made once by integration of the density and joined by
 * straight lines: at most BF_RANDOM_ERROR of the range away from bf_estimate_quantile, and
 * less than a tenth of that in the mean. */

#pragma once

#include "bf-estimate.h"

G_BEGIN_DECLS

#define BF_RANDOM_ERROR 0.0001

/* @key NULL: a stream of the seed alone. */
guint64 bf_random_stream (guint64 seed, const char *key);

/* One variable over all draws. */
typedef struct
{
  guint32 key[4], odd[2];
  guint32 n, rows;
  int bits;
  float width;
} BfStrata;

/* @n_draws 0: any number of draws, not stratified. */
BfStrata bf_strata_new (guint64 stream, guint variable, guint n_draws);
/* Uniform in 0 .. 1; @draw is less than n_draws. */
float bf_strata_get (const BfStrata *strata, guint draw);
/* Those of @n draws from @first on. */
void bf_strata_fill (const BfStrata *strata, guint first, guint n, float *uniforms);

/* A value of the estimate for that uniform number. */
double bf_random_pert (BfEstimate estimate, double uniform);
/* The same for many: @values holds the uniform numbers and gets the values. */
void bf_random_pert_all (BfEstimate estimate, float *values, guint n);

G_END_DECLS
