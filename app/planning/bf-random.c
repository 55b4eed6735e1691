/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-random.h"

#define N_SHAPES 128 /* intervals between likely == min and likely == max */
#define N_SHARES 256
#define N_CELLS 2048 /* of the integration */

/* --- Numbers --- */

static guint64
mix (guint64 x)
{
  x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

guint64
bf_random_stream (guint64 seed, const char *key)
{
  guint64 stream = mix (seed);

  for (; key && *key; key++)
    stream = mix (stream ^ (guint64) (guchar) *key);
  return stream;
}

double
bf_random_uniform (guint64 stream, guint draw, guint variable)
{
  guint64 bits = mix (mix (stream + draw) + variable);

  return ((double) (bits >> 12) + 0.5) * 0x1p-52;
}

/* --- Quantiles of the standard beta distribution with alpha + beta = 6 --- */

typedef struct
{
  double at[N_SHAPES + 1][N_SHARES + 1];
} Quantiles;

/* Cumulative trapezoids of the density over x, scaled to end at 1. */
static void
integrate (double shape, double *cumulative)
{
  double before = shape > 0 ? 0 : 1;

  cumulative[0] = 0;
  for (int i = 1; i <= N_CELLS; i++)
    {
      double x = (double) i / N_CELLS;
      double density = pow (x, 4 * shape) * pow (1 - x, 4 * (1 - shape));

      cumulative[i] = cumulative[i - 1] + (before + density) / 2;
      before = density;
    }
  for (int i = 0; i <= N_CELLS; i++)
    cumulative[i] /= cumulative[N_CELLS];
}

static void
fill_shape (double shape, double *quantiles)
{
  double cumulative[N_CELLS + 1];
  int cell = 0;

  integrate (shape, cumulative);
  for (int i = 0; i <= N_SHARES; i++)
    {
      double share = (double) i / N_SHARES;
      double width;

      while (cell + 1 < N_CELLS && cumulative[cell + 1] < share)
        cell++;
      width = cumulative[cell + 1] - cumulative[cell];
      quantiles[i] = (cell + (width > 0 ? (share - cumulative[cell]) / width : 0)) / N_CELLS;
    }
  quantiles[0] = 0;
  quantiles[N_SHARES] = 1;
}

static const Quantiles *
get_quantiles (void)
{
  static const Quantiles *shared;

  if (g_once_init_enter (&shared))
    {
      Quantiles *made = g_new (Quantiles, 1);

      for (int i = 0; i <= N_SHAPES; i++)
        fill_shape ((double) i / N_SHAPES, made->at[i]);
      g_once_init_leave (&shared, made);
    }
  return shared;
}

/* Near its ends the distribution function is a power of the distance from the end. */
static double
look_up (const double *quantiles, double shape, double uniform)
{
  double place = uniform * N_SHARES;
  int cell = (int) place;

  if (cell == 0)
    return quantiles[1] * pow (place, 1 / (1 + 4 * shape));
  if (cell == N_SHARES - 1)
    return 1 - (1 - quantiles[cell]) * pow (N_SHARES - place, 1 / (1 + 4 * (1 - shape)));
  return quantiles[cell] + (quantiles[cell + 1] - quantiles[cell]) * (place - cell);
}

double
bf_random_pert (BfEstimate estimate, double uniform)
{
  const Quantiles *table = get_quantiles ();
  double range = estimate.max - estimate.min;
  double shape, place, low, high;
  int row;

  if (!(range > 0))
    return estimate.likely;
  shape = (estimate.likely - estimate.min) / range;
  place = shape * N_SHAPES;
  row = CLAMP ((int) place, 0, N_SHAPES - 1);
  low = look_up (table->at[row], shape, uniform);
  high = look_up (table->at[row + 1], shape, uniform);
  return estimate.min + range * (low + (high - low) * (place - row));
}
