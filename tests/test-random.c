/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-random.h"

static const BfEstimate estimates[] = {
  { 16, 60, 200 }, { 0, 2, 12 },   { 10, 10, 30 }, { 10, 30, 30 },
  { 1, 6, 39.8 },  { 4, 9.9, 10 }, { 0, 0.01, 1 },
};

static void
test_quantiles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    for (int q = 1; q < 1000; q += 7)
      {
        double exact = bf_estimate_quantile (estimates[i], q / 1000.0);
        double range = estimates[i].max - estimates[i].min;

        g_assert_cmpfloat_with_epsilon (
            bf_random_pert (estimates[i], q / 1000.0), exact, 0.004 * range);
      }
}

static void
test_mean (void)
{
  const int n = 20000;

  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    {
      double range = estimates[i].max - estimates[i].min;
      double sum = 0;

      for (int k = 0; k < n; k++)
        sum += bf_random_pert (estimates[i], (k + 0.5) / n);
      g_assert_cmpfloat_with_epsilon (sum / n, bf_estimate_mean (estimates[i]), 0.0002 * range);
    }
}

static void
test_constant (void)
{
  g_assert_cmpfloat (bf_random_pert ((BfEstimate){ 5, 5, 5 }, 0.3), ==, 5);
}

/* Counts in a hundred cells stay within what a fair source exceeds once in a thousand times. */
static void
test_uniform (void)
{
  enum
  {
    N = 4000
  };
  guint64 stream = bf_random_stream (1, "ST09:site");
  guint counts[100] = { 0 };
  double square = 0;

  for (guint i = 0; i < N; i++)
    counts[(int) (100 * bf_random_uniform (stream, i, 3))]++;
  for (guint i = 0; i < 100; i++)
    square += (counts[i] - N / 100.0) * (counts[i] - N / 100.0) / (N / 100.0);
  g_assert_cmpfloat (square, <, 148.2); /* chi-squared of 99 degrees at 0.999 */
  g_assert_cmpfloat (square, >, 57.0);  /* and not evener than chance */
}

static void
test_independence (void)
{
  guint64 a = bf_random_stream (1, "ST09:site");
  guint64 b = bf_random_stream (1, "ST10:site");
  double sum = 0;

  for (guint i = 0; i < 4000; i++)
    sum += (bf_random_uniform (a, i, 0) - 0.5) * (bf_random_uniform (b, i, 0) - 0.5) * 12;
  g_assert_cmpfloat_with_epsilon (sum / 4000, 0, 0.06);
  g_assert_cmpfloat (bf_random_uniform (a, 7, 2), ==, bf_random_uniform (a, 7, 2));
  g_assert_cmpfloat (bf_random_uniform (a, 7, 2), !=, bf_random_uniform (a, 7, 3));
  g_assert_cmpuint (bf_random_stream (1, "x"), !=, bf_random_stream (2, "x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/quantiles", test_quantiles);
  g_test_add_func ("/random/mean", test_mean);
  g_test_add_func ("/random/constant", test_constant);
  g_test_add_func ("/random/uniform", test_uniform);
  g_test_add_func ("/random/independence", test_independence);
  return g_test_run ();
}
