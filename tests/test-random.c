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
    for (int q = 0; q < 1000; q += 3)
      {
        double share = q < 30 ? pow (0.7, q / 3 + 1) / 100 : q / 1000.0; /* far into the tail too */
        double exact = bf_estimate_quantile (estimates[i], share);
        double range = estimates[i].max - estimates[i].min;

        g_assert_cmpfloat_with_epsilon (
            bf_random_pert (estimates[i], share), exact, BF_RANDOM_ERROR * range);
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
      g_assert_cmpfloat_with_epsilon (
          sum / n, bf_estimate_mean (estimates[i]), BF_RANDOM_ERROR / 10 * range);
    }
}

/* Many at once are what they are one by one, but for the width of a float. */
static void
test_all (void)
{
  float values[101];

  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    {
      for (int k = 0; k <= 100; k++)
        values[k] = (float) k / 100;
      bf_random_pert_all (estimates[i], values, 101);
      for (int k = 0; k <= 100; k++)
        g_assert_cmpfloat_with_epsilon (
            (double) values[k], bf_random_pert (estimates[i], k / 100.0), 2e-6 * estimates[i].max);
    }
}

static void
test_constant (void)
{
  float values[2] = { 0.1f, 0.9f };

  bf_random_pert_all ((BfEstimate){ 5, 5, 5 }, values, 2);
  g_assert_cmpfloat (bf_random_pert ((BfEstimate){ 5, 5, 5 }, 0.3), ==, 5);
  g_assert_cmpfloat ((double) values[0], ==, 5);
  g_assert_cmpfloat ((double) values[1], ==, 5);
}

/* Of n draws exactly one lies in each n-th, whatever n is. */
static void
test_strata (void)
{
  static const guint numbers[] = { 1, 2, 3, 7, 64, 65, 1000, 4000, 4096, 10007 };

  for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
    {
      guint n = numbers[k];
      BfStrata strata = bf_strata_new (bf_random_stream (1, "ST09:site"), 3, n);
      g_autofree float *values = g_new (float, n);
      g_autofree gboolean *seen = g_new0 (gboolean, n + 1);

      bf_strata_fill (&strata, 0, n, values);
      for (guint i = 0; i < n; i++)
        {
          guint stratum = MIN (n - 1, (guint) floor ((double) values[i] * n));

          g_assert_cmpfloat ((double) values[i], ==, (double) bf_strata_get (&strata, i));
          seen[stratum] = TRUE;
        }
      /* A float may round a number onto the edge of the next stratum. */
      for (guint i = 0; i < n; i++)
        g_assert_true (seen[i] || n > 4096);
    }
}

/* Counts in the fields of a square stay within what two fair sources exceed once in a thousand
 * times, and neighbouring draws have nothing to do with each other. */
static void
test_independence (void)
{
  enum
  {
    N = 4000,
    SIDE = 16
  };
  static float a[N], b[N];

  for (guint other = 1; other < 40; other++)
    {
      BfStrata first = bf_strata_new (bf_random_stream (1, "ST09:site"), 0, N);
      BfStrata second = bf_strata_new (bf_random_stream (1, "ST10:site"), other, N);
      guint counts[SIDE * SIDE] = { 0 };
      double square = 0, serial = 0, mean = (double) N / (SIDE * SIDE);

      bf_strata_fill (&first, 0, N, a);
      bf_strata_fill (&second, 0, N, b);
      for (guint i = 0; i < N; i++)
        counts[(int) (a[i] * SIDE) * SIDE + (int) (b[i] * SIDE)]++;
      for (guint i = 0; i < SIDE * SIDE; i++)
        square += (counts[i] - mean) * (counts[i] - mean) / mean;
      for (guint i = 1; i < N; i++)
        serial += ((double) b[i] - 0.5) * ((double) b[i - 1] - 0.5) * 12 / N;
      g_assert_cmpfloat (square, <, 310); /* chi-squared of 225 degrees, 39 times at 0.9999 */
      g_assert_cmpfloat (square, >, 150);
      g_assert_cmpfloat (fabs (serial), <, 0.062); /* four deviations */
    }
}

static void
test_streams (void)
{
  BfStrata one = bf_strata_new (bf_random_stream (1, "x"), 0, 100);
  BfStrata other = bf_strata_new (bf_random_stream (2, "x"), 0, 100);

  g_assert_cmpuint (bf_random_stream (1, "x"), !=, bf_random_stream (2, "x"));
  g_assert_cmpuint (bf_random_stream (1, "x"), !=, bf_random_stream (1, "y"));
  g_assert_cmpfloat ((double) bf_strata_get (&one, 7), !=, (double) bf_strata_get (&other, 7));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/quantiles", test_quantiles);
  g_test_add_func ("/random/mean", test_mean);
  g_test_add_func ("/random/all", test_all);
  g_test_add_func ("/random/constant", test_constant);
  g_test_add_func ("/random/strata", test_strata);
  g_test_add_func ("/random/independence", test_independence);
  g_test_add_func ("/random/streams", test_streams);
  return g_test_run ();
}
