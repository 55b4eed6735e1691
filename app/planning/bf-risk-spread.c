/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Percentiles by selection (Hoare 1961), and how well they are known. */

#include "bf-risk-private.h"

#include <string.h>

/* A fifth of the draws at either end. */
#define TAIL_SHARE 0.2
#define N_SHARES 4

static const double shares[N_SHARES] = { 0.1, 0.5, 0.8, 0.9 };

static int
rank_of (double share, guint n)
{
  return MIN ((int) n - 1, (int) floor (MAX (0, share) * n + 1e-9));
}

/* Puts the value of that rank in its place; smaller ones come to stand before it. */
static double
select_rank (double *values, int low, int high, int rank)
{
  while (low < high)
    {
      double pivot = values[low + (high - low) / 2];
      int i = low, j = high;

      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (pivot < values[j])
            j--;
          if (i <= j)
            {
              double swap = values[i];

              values[i++] = values[j];
              values[j--] = swap;
            }
        }
      if (rank <= j)
        high = j;
      else if (rank >= i)
        low = i;
      else
        break;
    }
  return values[rank];
}

static gboolean
are_equal (const double *values, guint n)
{
  for (guint i = 1; i < n; i++)
    if (values[i] != values[0])
      return FALSE;
  return TRUE;
}

static double
mean_of (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum / n;
}

/* The values at the shares moved by @moves; ascending. */
static void
select_shares (const double *values, guint n, const double *moves, double *found, double *scratch)
{
  int low = 0;

  memcpy (scratch, values, n * sizeof (double));
  for (int i = 0; i < N_SHARES; i++)
    {
      int rank = rank_of (shares[i] + (moves ? moves[i] : 0), n);

      found[i] = select_rank (scratch, low, (int) n - 1, rank);
      low = rank;
    }
}

BfSpread
bf_risk_spread (const double *values, guint n, double *scratch)
{
  double found[N_SHARES];

  if (are_equal (values, n))
    return (BfSpread){ values[0], values[0], values[0], values[0], values[0] };
  select_shares (values, n, NULL, found, scratch);
  return (BfSpread){ mean_of (values, n), found[1], found[2], found[3], found[0] };
}

BfDaySpread
bf_risk_day_spread (const double *days, guint n, gint64 planned, double *scratch)
{
  BfSpread spread = bf_risk_spread (days, n, scratch);

  return (BfDaySpread){
    planned, (gint64) spread.p50, (gint64) spread.p80, (gint64) spread.p90, (gint64) spread.p10
  };
}

static double
error_of_mean (const double *values, guint n)
{
  double mean = mean_of (values, n), square = 0;

  for (guint i = 0; i < n; i++)
    square += (values[i] - mean) * (values[i] - mean);
  return 1.96 * sqrt (square / MAX (1, n - 1) / n);
}

BfSpread
bf_risk_spread_error (const double *values, guint n, double *scratch)
{
  double moves[N_SHARES], low[N_SHARES], high[N_SHARES];

  if (are_equal (values, n))
    return (BfSpread){ 0 };
  for (int i = 0; i < N_SHARES; i++)
    moves[i] = -bf_risk_share_error (shares[i], n);
  select_shares (values, n, moves, low, scratch);
  for (int i = 0; i < N_SHARES; i++)
    moves[i] = -moves[i];
  select_shares (values, n, moves, high, scratch);
  return (BfSpread){ error_of_mean (values, n),
                     (high[1] - low[1]) / 2,
                     (high[2] - low[2]) / 2,
                     (high[3] - low[3]) / 2,
                     (high[0] - low[0]) / 2 };
}

double
bf_risk_share_error (double p, guint n)
{
  return 1.96 * sqrt (p * (1 - p) / MAX (1, n));
}

/* Of equal values those that were drawn first are the smaller ones, lest the tails pick. */
static void
mark_below (const double *values, guint n, double limit, guint wanted, guint64 *marks, double sign)
{
  guint left = wanted;

  for (guint i = 0; i < n; i++)
    left -= sign * values[i] < sign * limit;
  for (guint i = 0; i < n; i++)
    {
      guint draw = sign > 0 ? i : n - 1 - i;
      double value = sign * values[draw];
      gboolean takes = value < sign * limit || (value == sign * limit && left > 0);

      if (value == sign * limit && left > 0)
        left--;
      if (takes)
        marks[draw / 64] |= G_GUINT64_CONSTANT (1) << (draw % 64);
    }
}

void
bf_risk_mark_tails (const double *values, guint n, guint64 *low, guint64 *high, double *scratch)
{
  guint wanted = MAX (1, (guint) (TAIL_SHARE * n));
  double below, above;

  if (are_equal (values, n))
    return;
  memcpy (scratch, values, n * sizeof (double));
  below = select_rank (scratch, 0, (int) n - 1, (int) wanted - 1);
  above = select_rank (scratch, 0, (int) n - 1, (int) (n - wanted));
  mark_below (values, n, below, wanted, low, 1);
  mark_below (values, n, above, wanted, high, -1);
}
