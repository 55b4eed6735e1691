/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the draws say of phases, and how far each step moves the whole. */

#include "bf-risk-private.h"

/* A fifth of the draws at either end. */
#define TAIL_SHARE 0.2

static const double *
values_of (const BfRiskDraws *all, BfDrawn of, guint step)
{
  return all->values[of] + (gsize) step * all->risk->n_draws;
}

/* --- Phases --- */

static int
phase_of (const BfRiskDraws *all, guint step)
{
  return all->model->steps[step].step->phase;
}

static BfSpread
phase_spread (const BfRiskDraws *all, int phase, BfDrawn of, double *sums)
{
  guint n = all->risk->n_draws;

  for (guint i = 0; i < n; i++)
    sums[i] = 0;
  for (guint s = 0; s < all->model->n_steps; s++)
    for (guint i = 0; phase_of (all, s) == phase && i < n; i++)
      sums[i] += values_of (all, of, s)[i];
  return bf_risk_spread (sums, n);
}

static BfDaySpread
phase_release (const BfRiskDraws *all, int phase)
{
  guint n = all->risk->n_draws;
  g_autofree gint64 *last = g_new (gint64, n);
  gint64 planned = BF_BLANK;

  for (guint i = 0; i < n; i++)
    last[i] = BF_BLANK;
  for (guint s = 0; s < all->model->n_steps; s++)
    {
      if (phase_of (all, s) != phase)
        continue;
      planned = MAX (planned, all->model->schedule->release[s]);
      for (guint i = 0; i < n; i++)
        last[i] = MAX (last[i], all->release[(gsize) s * n + i]);
    }
  return bf_risk_day_spread (last, n, planned, NULL);
}

void
bf_risk_group_phases (BfRiskDraws *all)
{
  BfRisk *risk = all->risk;
  g_autofree double *sums = g_new (double, risk->n_draws);

  for (guint s = 0; s < all->model->n_steps; s++)
    risk->n_phases = MAX (risk->n_phases, (guint) phase_of (all, s) + 1);
  risk->phases = g_new0 (BfPhaseRisk, risk->n_phases + 1);
  for (int phase = 0; phase < (int) risk->n_phases; phase++)
    risk->phases[phase] = (BfPhaseRisk){
      .project_cost = phase_spread (all, phase, BF_DRAWN_PROJECT, sums),
      .validation = phase_spread (all, phase, BF_DRAWN_VALIDATION, sums),
      .downtime_cost = phase_spread (all, phase, BF_DRAWN_DOWNTIME, sums),
      .lost_hours = phase_spread (all, phase, BF_DRAWN_LOST, sums),
      .release = phase_release (all, phase),
    };
}

/* --- Swings --- */

typedef struct
{
  double cause, effect;
  guint draw;
} Pair;

/* Equal causes stand as they were drawn, lest the tails pick effects. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->cause != y->cause)
    return x->cause < y->cause ? -1 : 1;
  return x->draw < y->draw ? -1 : x->draw > y->draw;
}

static double
mean_effect (const Pair *pairs, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += pairs[i].effect;
  return n ? sum / n : 0;
}

/* Nothing where the cause does not vary. */
static BfSwing
swing_of (Pair *pairs, guint n)
{
  guint tail = MAX (1, (guint) (TAIL_SHARE * n));
  double mean = mean_effect (pairs, n);

  qsort (pairs, n, sizeof (Pair), compare_pairs);
  if (n == 0 || pairs[0].cause == pairs[n - 1].cause)
    return (BfSwing){ 0, 0 };
  return (BfSwing){ mean_effect (pairs, tail) - mean, mean_effect (pairs + n - tail, tail) - mean };
}

static void
find_swings_of (BfRiskDraws *all, guint s, Pair *pairs)
{
  BfRisk *risk = all->risk;
  guint n = risk->n_draws;

  for (guint i = 0; i < n; i++)
    pairs[i] =
        (Pair){ (double) all->release[(gsize) s * n + i], (double) risk->finish_draws[i], i };
  risk->steps[s].finish_swing = swing_of (pairs, n);
  for (guint i = 0; i < n; i++)
    pairs[i] = (Pair){ values_of (all, BF_DRAWN_PROJECT, s)[i] +
                           values_of (all, BF_DRAWN_VALIDATION, s)[i] +
                           values_of (all, BF_DRAWN_DOWNTIME, s)[i],
                       risk->cost_draws[i],
                       i };
  risk->steps[s].cost_swing = swing_of (pairs, n);
}

void
bf_risk_find_swings (BfRiskDraws *all)
{
  g_autofree Pair *pairs = g_new (Pair, all->risk->n_draws);

  for (guint s = 0; s < all->model->n_steps; s++)
    find_swings_of (all, s, pairs);
}
