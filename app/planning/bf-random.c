/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-random.h"

/* The two loops over many numbers are most of a simulation: several at once, and as wide as the
 * processor goes. The width changes no bit of any result. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__)
#define WIDE __attribute__ ((target_clones ("avx2", "default"), optimize ("O3")))
#else
#define WIDE
#endif

#define N_SHAPES 128 /* intervals between likely == min and likely == max */
#define N_SHARES 256
#define N_CELLS 512 /* of the integration */

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

/* Draws stand in a grid of 2^bits columns and as few rows as hold them all. */
BfStrata
bf_strata_new (guint64 stream, guint variable, guint n_draws)
{
  guint64 first = mix (stream + variable), second = mix (first), third = mix (second);
  guint n = n_draws;
  int bits = (g_bit_storage (MAX (n, 1) - 1) + 1) / 2;

  return (BfStrata){
    .key = { (guint32) first, (guint32) (first >> 32), (guint32) second, (guint32) (second >> 32) },
    .odd = { (guint32) third | 1, (guint32) (third >> 32) | 1 },
    .n = n,
    .bits = bits,
    .rows = (n + (1u << bits) - 1) >> bits,
    .width = 1 / (float) MAX (n, 1),
  };
}

static inline guint32
hash (guint32 x, guint32 key, guint32 odd)
{
  x = (x ^ key) * odd;
  return (x ^ (x >> 15)) * 0x846ca68bu;
}

/* Moves a row by what its column says, a column by what its row says: one-to-one in the grid. */
static inline guint32
scramble (const BfStrata *strata, guint32 at)
{
  guint32 mask = (1u << strata->bits) - 1, rows = strata->rows;
  guint32 column = at & mask, row = at >> strata->bits;

  row += ((hash (column, strata->key[0], strata->odd[0]) >> 16) * rows) >> 16;
  row -= row >= rows ? rows : 0;
  column = (column + (hash (row, strata->key[1], strata->odd[1]) >> 16)) & mask;
  row += ((hash (column, strata->key[2], strata->odd[0]) >> 16) * rows) >> 16;
  row -= row >= rows ? rows : 0;
  return row << strata->bits | column;
}

/* Out of the grid's last, unfinished row. */
static inline guint32
walk (const BfStrata *strata, guint32 at)
{
  while (at >= strata->n)
    at = scramble (strata, at);
  return at;
}

/* Where in its n-th the number lies. */
static inline float
place_in (const BfStrata *strata, guint32 stratum)
{
  guint32 at = hash (stratum, strata->key[3], strata->odd[1]) >> 8;

  return ((float) (gint32) stratum + (float) (gint32) at * 0x1p-24f) * strata->width;
}

static float
plain (const BfStrata *strata, guint draw)
{
  guint64 key = (guint64) strata->key[0] << 32 | strata->key[1];

  return (float) (mix (key + draw) >> 40) * 0x1p-24f;
}

float
bf_strata_get (const BfStrata *strata, guint draw)
{
  if (strata->n == 0)
    return plain (strata, draw);
  return place_in (strata, walk (strata, scramble (strata, draw)));
}

#define AT_ONCE 128

WIDE static void
fill_some (BfStrata strata, guint first, guint n, float *uniforms)
{
  guint32 at[AT_ONCE];

  for (guint i = 0; i < n; i++)
    at[i] = scramble (&strata, first + i);
  for (guint i = 0; i < n; i++)
    at[i] = G_UNLIKELY (at[i] >= strata.n) ? walk (&strata, at[i]) : at[i];
  for (guint i = 0; i < n; i++)
    uniforms[i] = place_in (&strata, at[i]);
}

void
bf_strata_fill (const BfStrata *strata, guint first, guint n, float *uniforms)
{
  for (guint i = 0; strata->n == 0 && i < n; i++)
    uniforms[i] = plain (strata, first + i);
  for (guint i = 0; strata->n > 0 && i < n; i += AT_ONCE)
    fill_some (*strata, first + i, MIN (AT_ONCE, n - i), uniforms + i);
}

/* --- Quantiles of the standard beta distribution with alpha + beta = 6 --- */

typedef struct
{
  float at[N_SHAPES + 1][N_SHARES + 2];
} Quantiles;

/* The share that stands at position 0 .. N_SHARES of the table. */
static double
share_at (int position)
{
  double t = 2.0 * position / N_SHARES;

  return t <= 1 ? t * t * t * t / 2 : 1 - pow (2 - t, 4) / 2;
}

static double
position_of (double share)
{
  double near = MIN (share, 1 - share);
  double t = sqrt (sqrt (2 * MAX (near, 0))) * (N_SHARES / 2);

  return share < 0.5 ? t : N_SHARES - t;
}

/* One shape: its density at the edges and middles of the cells, and what lies below each edge. */
typedef struct
{
  double alpha, beta, whole;
  double density[2 * N_CELLS + 1];
  double below[N_CELLS + 1];
} Shape;

/* What the density's series at 0 gives beyond its first term, over x^alpha / alpha. */
static double
series (const Shape *shape, double x)
{
  double a = shape->alpha, b = shape->beta - 1;

  return 1 - b * a * x / (a + 1) + b * (b - 1) / 2 * a * x * x / (a + 2) -
         b * (b - 1) * (b - 2) / 6 * a * x * x * x / (a + 3);
}

/* Simpson's rule, save in the first cell, where the density may rise infinitely fast. */
static void
integrate (Shape *shape, double likely)
{
  double edge = 1.0 / N_CELLS;

  shape->alpha = 1 + 4 * likely;
  shape->beta = 5 - 4 * likely;
  for (int i = 0; i <= 2 * N_CELLS; i++)
    {
      double x = 0.5 * i / N_CELLS;

      shape->density[i] = pow (x, shape->alpha - 1) * pow (1 - x, shape->beta - 1);
    }
  shape->below[0] = 0;
  shape->below[1] = pow (edge, shape->alpha) / shape->alpha * series (shape, edge);
  for (int i = 1; i < N_CELLS; i++)
    shape->below[i + 1] = shape->below[i] + (shape->density[2 * i] + 4 * shape->density[2 * i + 1] +
                                             shape->density[2 * i + 2]) *
                                                edge / 6;
  shape->whole = shape->below[N_CELLS];
}

/* In the first cell by the series; else Newton on the parabola through the cell's densities. */
static double
invert (const Shape *shape, int cell, double target)
{
  const double *density = shape->density + 2 * cell;
  double x = 0, slope = density[2] - density[0];
  double bend = 2 * (density[2] - 2 * density[1] + density[0]);

  if (cell == 0)
    {
      for (int i = 0; i < 4; i++)
        x = pow (target * shape->alpha / series (shape, x), 1 / shape->alpha);
      return x;
    }
  target = (target - shape->below[cell]) * N_CELLS;
  x = target / MAX ((density[0] + 4 * density[1] + density[2]) / 6, 1e-300);
  for (int i = 0; i < 3; i++)
    {
      double linear = slope - bend;
      double at = density[0] + x * (linear + x * bend);
      double area = x * (density[0] + x * (linear / 2 + x * bend / 3));

      x = CLAMP (x - (area - target) / MAX (at, 1e-300), 0, 1);
    }
  return (cell + x) / N_CELLS;
}

static void
fill_shape (Quantiles *table, int row)
{
  Shape shape;
  int cell = 0;

  integrate (&shape, (double) row / N_SHAPES);
  for (int i = 0; i <= N_SHARES; i++)
    {
      double target = share_at (i) * shape.whole;

      while (cell + 1 < N_CELLS && shape.below[cell + 1] < target)
        cell++;
      table->at[row][i] = i == 0 ? 0 : i == N_SHARES ? 1 : (float) invert (&shape, cell, target);
    }
  /* A likely value on the other side is the mirror image. */
  for (int i = 0; i <= N_SHARES; i++)
    table->at[N_SHAPES - row][N_SHARES - i] = 1 - table->at[row][i];
}

static const Quantiles *
get_quantiles (void)
{
  static const Quantiles *shared;

  if (g_once_init_enter (&shared))
    {
      Quantiles *made = g_new0 (Quantiles, 1);

      for (int i = 0; i <= N_SHAPES / 2; i++)
        fill_shape (made, i);
      g_once_init_leave (&shared, made);
    }
  return shared;
}

/* The table's row for the estimate, between its two nearest shapes, in units of the estimate. */
WIDE static void
blend_row (BfEstimate estimate, float *row)
{
  const Quantiles *table = get_quantiles ();
  double range = estimate.max - estimate.min;
  double place = CLAMP ((estimate.likely - estimate.min) / range, 0, 1) * N_SHAPES;
  int below = MIN ((int) place, N_SHAPES - 1);
  float high = (float) (range * (place - below)), low = (float) range - high;
  const float *first = table->at[below], *second = table->at[below + 1];

  for (int i = 0; i <= N_SHARES; i++)
    row[i] = (float) estimate.min + low * first[i] + high * second[i];
  row[N_SHARES + 1] = row[N_SHARES];
}

WIDE static void
look_up (const float *row, float *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      float share = values[i];
      float near = MIN (share, 1 - share);
      float root = sqrtf (sqrtf (2 * near)) * (N_SHARES / 2);
      float place = share < 0.5f ? root : N_SHARES - root;
      int cell = (int) place;

      values[i] = row[cell] + (row[cell + 1] - row[cell]) * (place - (float) cell);
    }
}

void
bf_random_pert_all (BfEstimate estimate, float *values, guint n)
{
  float row[N_SHARES + 2];

  if (!(estimate.max > estimate.min))
    {
      for (guint i = 0; i < n; i++)
        values[i] = (float) estimate.likely;
      return;
    }
  blend_row (estimate, row);
  look_up (row, values, n);
}

double
bf_random_pert (BfEstimate estimate, double uniform)
{
  const Quantiles *table;
  double range = estimate.max - estimate.min;
  double place, at, low, high;
  int row, cell;

  if (!(range > 0))
    return estimate.likely;
  table = get_quantiles ();
  place = CLAMP ((estimate.likely - estimate.min) / range, 0, 1) * N_SHAPES;
  row = MIN ((int) place, N_SHAPES - 1);
  at = position_of (CLAMP (uniform, 0, 1));
  cell = MIN ((int) at, N_SHARES - 1);
  low = table->at[row][cell] + (table->at[row][cell + 1] - table->at[row][cell]) * (at - cell);
  high = table->at[row + 1][cell] +
         (table->at[row + 1][cell + 1] - table->at[row + 1][cell]) * (at - cell);
  return estimate.min + range * (low + (high - low) * (place - row));
}
