/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often values fall where: equal bins between the smallest and the largest value. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_BIN_LIKELY, /* holds values up to the median */
  BF_BIN_LATER,  /* up to P80 */
  BF_BIN_TAIL,   /* above */
} BfBinKind;

typedef struct
{
  guint count;
  BfBinKind kind;
} BfBin;

typedef struct
{
  double min, max; /* equal when all values are */
  guint n_bins, tallest;
  BfBin *bins;
} BfHistogram;

/* @p50 and @p80 are of the values. NULL when @n is 0. */
BfHistogram *bf_histogram_new (const double *values, guint n, guint n_bins, double p50, double p80);
void bf_histogram_free (BfHistogram *histogram);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfHistogram, bf_histogram_free)

G_END_DECLS
