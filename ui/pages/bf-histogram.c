/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-histogram.h"

static void
find_range (BfHistogram *histogram, const double *values, guint n)
{
  guint i;

  histogram->min = histogram->max = values[0];
  for (i = 1; i < n; i++)
    {
      histogram->min = MIN (histogram->min, values[i]);
      histogram->max = MAX (histogram->max, values[i]);
    }
}

static guint
bin_of (const BfHistogram *histogram, double value)
{
  double span = histogram->max - histogram->min;
  guint bin = span > 0 ? (guint) ((value - histogram->min) / span * histogram->n_bins) : 0;

  return MIN (bin, histogram->n_bins - 1);
}

static void
name_bins (BfHistogram *histogram, double p50, double p80)
{
  guint median = bin_of (histogram, CLAMP (p50, histogram->min, histogram->max));
  guint later = bin_of (histogram, CLAMP (p80, histogram->min, histogram->max));
  guint i;

  for (i = 0; i < histogram->n_bins; i++)
    histogram->bins[i].kind = i <= median ? BF_BIN_LIKELY : i <= later ? BF_BIN_LATER : BF_BIN_TAIL;
}

BfHistogram *
bf_histogram_new (const double *values, guint n, guint n_bins, double p50, double p80)
{
  BfHistogram *histogram;
  guint i;

  if (n == 0)
    return NULL;
  histogram = g_new0 (BfHistogram, 1);
  histogram->n_bins = n_bins;
  histogram->bins = g_new0 (BfBin, n_bins);
  find_range (histogram, values, n);
  for (i = 0; i < n; i++)
    {
      BfBin *bin = &histogram->bins[bin_of (histogram, values[i])];

      bin->count++;
      histogram->tallest = MAX (histogram->tallest, bin->count);
    }
  name_bins (histogram, p50, p80);
  return histogram;
}

void
bf_histogram_free (BfHistogram *histogram)
{
  g_free (histogram->bins);
  g_free (histogram);
}
