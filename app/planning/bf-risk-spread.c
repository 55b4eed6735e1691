/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Percentiles, and how well they are known: the values are counted into bins, and in the bin of
 * each percentile the rank is selected (Hoare 1961). */

#include "bf-risk-private.h"

/* A fifth of the draws at either end. */
#define TAIL_SHARE 0.2
#define N_SHARES 4
#define N_BINS 1024

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

typedef struct
{
  double low, high, scale;
  guint16 slot[N_BINS]; /* a bin: which of the wanted ones it is, and one; 0 none */
  int start[N_SHARES], fill[N_SHARES], base[N_SHARES];
} Bins;

/* Four at a time, for a comparison takes as long as four do at once. */
static void
find_range (Bins *bins, const double *values, guint n)
{
  double low[4], high[4];

  for (int j = 0; j < 4; j++)
    low[j] = high[j] = values[0];
  for (guint i = 0; i + 4 <= n; i += 4)
    for (int j = 0; j < 4; j++)
      {
        low[j] = values[i + j] < low[j] ? values[i + j] : low[j];
        high[j] = values[i + j] > high[j] ? values[i + j] : high[j];
      }
  for (guint i = n & ~3u; i < n; i++)
    {
      low[0] = MIN (low[0], values[i]);
      high[0] = MAX (high[0], values[i]);
    }
  bins->low = MIN (MIN (low[0], low[1]), MIN (low[2], low[3]));
  bins->high = MAX (MAX (high[0], high[1]), MAX (high[2], high[3]));
  bins->scale = bins->high > bins->low ? (N_BINS - 1) / (bins->high - bins->low) : 0;
}

/* Marks the bins that hold a rank, each with room for all its values. */
static void
want_bins (Bins *bins,
           const double *values,
           guint n,
           const int *ranks,
           int n_ranks,
           int *of_rank,
           guint16 *bin_of_value)
{
  int counts[N_BINS] = { 0 };
  int before = 0, room = 0, n_slots = 0, rank = 0;

  for (guint i = 0; i < n; i++)
    counts[bin_of_value[i] = (guint16) ((values[i] - bins->low) * bins->scale)]++;
  for (int bin = 0; bin < N_BINS; bin++)
    {
      gboolean wanted = FALSE;

      for (; rank < n_ranks && ranks[rank] < before + counts[bin]; rank++)
        {
          of_rank[rank] = n_slots;
          wanted = TRUE;
        }
      bins->slot[bin] = wanted ? (guint16) (n_slots + 1) : 0;
      if (wanted)
        {
          bins->start[n_slots] = bins->fill[n_slots] = room;
          bins->base[n_slots++] = before;
          room += counts[bin];
        }
      before += counts[bin];
    }
}

/* The values of @n_ranks ascending ranks, at most N_SHARES. */
static void
select_ranks (
    const double *values, guint n, const int *ranks, int n_ranks, double *found, double *scratch)
{
  guint16 *bin_of_value = (guint16 *) (gpointer) (scratch + n);
  Bins bins;
  int of_rank[N_SHARES] = { 0 };

  find_range (&bins, values, n);
  want_bins (&bins, values, n, ranks, n_ranks, of_rank, bin_of_value);
  for (guint i = 0; i < n; i++)
    {
      int slot = bins.slot[bin_of_value[i]];

      if (slot)
        scratch[bins.fill[slot - 1]++] = values[i];
    }
  for (int i = 0; i < n_ranks; i++)
    {
      int slot = of_rank[i];

      found[i] = select_rank (scratch,
                              bins.start[slot],
                              bins.fill[slot] - 1,
                              bins.start[slot] + ranks[i] - bins.base[slot]);
    }
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
  double sums[4] = { 0 };

  for (guint i = 0; i + 4 <= n; i += 4)
    for (int j = 0; j < 4; j++)
      sums[j] += values[i + j];
  for (guint i = n & ~3u; i < n; i++)
    sums[0] += values[i];
  return (sums[0] + sums[1] + sums[2] + sums[3]) / n;
}

/* The values at the shares moved by @moves; ascending. */
static void
select_shares (const double *values, guint n, const double *moves, double *found, double *scratch)
{
  int ranks[N_SHARES];

  for (int i = 0; i < N_SHARES; i++)
    ranks[i] = rank_of (shares[i] + (moves ? moves[i] : 0), n);
  select_ranks (values, n, ranks, N_SHARES, found, scratch);
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

static void
set_mark (guint64 *marks, guint draw)
{
  marks[draw / 64] |= G_GUINT64_CONSTANT (1) << (draw % 64);
}

/* Marks what is beyond the limit, and says how many those are. */
static guint
mark_beyond (const double *values, guint n, double limit, gboolean above, guint64 *marks)
{
  guint count = 0;

  for (guint first = 0; first < n; first += 64)
    {
      guint64 word = 0;

      for (guint i = first; i < MIN (first + 64, n); i++)
        word |= (guint64) (above ? values[i] > limit : values[i] < limit) << (i - first);
      marks[first / 64] = word;
      count += (guint) __builtin_popcountll (word);
    }
  return count;
}

/* Of equal values those that were drawn first are the smaller ones, lest the tails pick. */
static void
mark_tail (
    const double *values, guint n, double limit, guint wanted, gboolean above, guint64 *marks)
{
  guint left = wanted - mark_beyond (values, n, limit, above, marks);

  for (guint i = 0; i < n && left > 0; i++)
    {
      guint draw = above ? n - 1 - i : i;

      if (values[draw] != limit)
        continue;
      set_mark (marks, draw);
      left--;
    }
}

void
bf_risk_mark_tails (const double *values, guint n, guint64 *low, guint64 *high, double *scratch)
{
  guint wanted = MAX (1, (guint) (TAIL_SHARE * n));
  int ranks[] = { (int) wanted - 1, (int) (n - wanted) };
  double limits[2];

  if (are_equal (values, n))
    return;
  select_ranks (values, n, ranks, 2, limits, scratch);
  mark_tail (values, n, limits[0], wanted, FALSE, low);
  mark_tail (values, n, limits[1], wanted, TRUE, high);
}
