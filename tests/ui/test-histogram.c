/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-histogram.h"

static guint
total (const BfHistogram *histogram)
{
  guint n = 0, i;

  for (i = 0; i < histogram->n_bins; i++)
    n += histogram->bins[i].count;
  return n;
}

static void
test_counts (void)
{
  const double values[] = { 0, 1, 1, 2, 9, 10 };
  g_autoptr (BfHistogram) histogram = bf_histogram_new (values, 6, 5, 1, 9);

  g_assert_cmpfloat (histogram->min, ==, 0);
  g_assert_cmpfloat (histogram->max, ==, 10);
  g_assert_cmpuint (histogram->bins[0].count, ==, 3);
  g_assert_cmpuint (histogram->bins[1].count, ==, 1);
  g_assert_cmpuint (histogram->bins[4].count, ==, 2);
  g_assert_cmpuint (histogram->tallest, ==, 3);
  g_assert_cmpuint (total (histogram), ==, 6);
}

/* Every bin knows on which side of the percentiles it lies, in this order. */
static void
test_kinds (void)
{
  double values[100];
  g_autoptr (BfHistogram) histogram = NULL;
  guint i;

  for (i = 0; i < 100; i++)
    values[i] = i;
  histogram = bf_histogram_new (values, 100, 10, 50, 80);
  g_assert_cmpint (histogram->bins[0].kind, ==, BF_BIN_LIKELY);
  g_assert_cmpint (histogram->bins[5].kind, ==, BF_BIN_LIKELY);
  g_assert_cmpint (histogram->bins[6].kind, ==, BF_BIN_LATER);
  g_assert_cmpint (histogram->bins[8].kind, ==, BF_BIN_LATER);
  g_assert_cmpint (histogram->bins[9].kind, ==, BF_BIN_TAIL);
}

static void
test_odd (void)
{
  const double same[] = { 7, 7, 7 };
  g_autoptr (BfHistogram) histogram = bf_histogram_new (same, 3, 4, 7, 7);

  g_assert_cmpuint (histogram->bins[0].count, ==, 3);
  g_assert_null (bf_histogram_new (same, 0, 4, 0, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/counts", test_counts);
  g_test_add_func ("/histogram/kinds", test_kinds);
  g_test_add_func ("/histogram/odd", test_odd);
  return g_test_run ();
}
