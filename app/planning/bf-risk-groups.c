/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the draws say of phases, and how far each step moves the whole. */

#include "bf-risk-private.h"

/* --- Phases --- */

static void
latest_releases (const BfRiskDraws *all, int phase, double *latest, gint64 *planned)
{
  guint n = all->risk->n_draws;

  *planned = BF_BLANK;
  for (guint i = 0; i < n; i++)
    latest[i] = 0;
  for (guint s = 0; s < all->model->n_steps; s++)
    {
      const guint16 *release = all->release + (gsize) s * n;

      if (all->model->steps[s].step->phase != phase)
        continue;
      *planned = MAX (*planned, all->model->schedule->release[s]);
      for (guint i = 0; i < n; i++)
        latest[i] = MAX (latest[i], release[i]);
    }
  for (guint i = 0; i < n; i++)
    latest[i] += (double) all->model->origin;
}

void
bf_risk_group_phases (BfRiskDraws *all)
{
  BfRisk *risk = all->risk;
  guint n = risk->n_draws;
  g_autofree double *latest = g_new (double, n), *scratch = g_new (double, 2 * (gsize) n);

  for (int phase = 0; phase < (int) risk->n_phases; phase++)
    {
      gsize at = (gsize) phase * n;
      gint64 planned;

      latest_releases (all, phase, latest, &planned);
      risk->phases[phase] = (BfPhaseRisk){
        .project_cost = bf_risk_spread (all->phases[BF_DRAWN_PROJECT] + at, n, scratch),
        .validation = bf_risk_spread (all->phases[BF_DRAWN_VALIDATION] + at, n, scratch),
        .downtime_cost = bf_risk_spread (all->phases[BF_DRAWN_DOWNTIME] + at, n, scratch),
        .downtime_hours = bf_risk_spread (all->phases[BF_DRAWN_HOURS] + at, n, scratch),
        .lost_hours = bf_risk_spread (all->phases[BF_DRAWN_LOST] + at, n, scratch),
        .release = bf_risk_day_spread (latest, n, planned, scratch),
      };
      if (planned == BF_BLANK)
        risk->phases[phase].release = (BfDaySpread){ planned, planned, planned, planned, planned };
    }
}

/* --- Swings --- */

/* The mean of @effects over the marked draws, or over the others, against that over all; 0 where
 * there are none of either. */
static double
marked_swing (const guint64 *marks, gboolean others, const double *effects, guint n, double mean)
{
  double sum = 0;
  guint count = 0;

  for (guint first = 0; first < n; first += 64)
    {
      guint64 word = others ? ~marks[first / 64] : marks[first / 64];

      if (n - first < 64)
        word &= (G_GUINT64_CONSTANT (1) << (n - first)) - 1;
      count += (guint) __builtin_popcountll (word);
      for (; word; word &= word - 1)
        sum += effects[first + (guint) __builtin_ctzll (word)];
    }
  return count && count < n ? sum / count - mean : 0;
}

static double
mean_of (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum / n;
}

static BfSwing
tail_swing (
    const BfRiskDraws *all, guint s, BfMark low, BfMark high, const double *effects, double mean)
{
  gsize at = (gsize) s * all->n_words;
  guint n = all->risk->n_draws;

  return (BfSwing){ marked_swing (all->marks[low] + at, FALSE, effects, n, mean),
                    marked_swing (all->marks[high] + at, FALSE, effects, n, mean) };
}

static BfSwing
event_swing (const BfRiskDraws *all, guint s, BfMark event, const double *effects, double mean)
{
  gsize at = (gsize) s * all->n_words;
  guint n = all->risk->n_draws;

  return (BfSwing){ marked_swing (all->marks[event] + at, TRUE, effects, n, mean),
                    marked_swing (all->marks[event] + at, FALSE, effects, n, mean) };
}

static double
share_marked (const BfRiskDraws *all, guint s, BfMark event)
{
  guint count = 0;

  for (guint i = 0; i < all->n_words; i++)
    count += (guint) __builtin_popcountll (all->marks[event][(gsize) s * all->n_words + i]);
  return (double) count / all->risk->n_draws;
}

void
bf_risk_find_swings (BfRiskDraws *all)
{
  BfRisk *risk = all->risk;
  guint n = risk->n_draws;
  g_autofree double *finish = g_new (double, n);
  double mean_finish, mean_cost = mean_of (risk->cost_draws, n);
  double mean_hours = mean_of (risk->hours_draws, n);

  for (guint i = 0; i < n; i++)
    finish[i] = (double) risk->finish_draws[i];
  mean_finish = mean_of (finish, n);
  for (guint s = 0; s < all->model->n_steps; s++)
    {
      BfStepRisk *step = &risk->steps[s];

      step->finish_swing = tail_swing (all, s, BF_MARK_EARLY, BF_MARK_LATE, finish, mean_finish);
      step->cost_swing =
          tail_swing (all, s, BF_MARK_CHEAP, BF_MARK_DEAR, risk->cost_draws, mean_cost);
      step->missed_swing = event_swing (all, s, BF_MARK_MISSED, finish, mean_finish);
      step->trouble_swing = event_swing (all, s, BF_MARK_TROUBLE, risk->hours_draws, mean_hours);
      step->miss_chance = share_marked (all, s, BF_MARK_MISSED);
      step->trouble_chance = share_marked (all, s, BF_MARK_TROUBLE);
    }
}
