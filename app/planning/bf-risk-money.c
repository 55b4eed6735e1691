/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money and hours of a step, all draws at once.
 *
 * Amounts are rounded to whole minor units and to 1024ths of an hour: sums of such numbers are
 * exact in any order, so threads may add as they come. */

#include "bf-risk-private.h"

#define DAYS_A_YEAR 365.25

static double
whole (double value, BfDrawn of)
{
  return of >= BF_DRAWN_HOURS ? rint (value * 1024) / 1024 : rint (value);
}

/* --- A block of draws --- */

typedef struct
{
  BfRiskDraws *all;
  guint s;
  const BfRiskStep *step;
  BfRiskSums *sums;
  guint first, n;
} Part;

static void
price_project (Part *part)
{
  double *capex = part->sums->values[BF_DRAWN_CAPEX] + part->first;
  double *opex = part->sums->values[BF_DRAWN_OPEX] + part->first;
  double *project = part->sums->values[BF_DRAWN_PROJECT] + part->first;
  double a_day = part->step->step->opex_year * BF_MINOR_PER_UNIT / DAYS_A_YEAR;
  const guint16 *release =
      part->all->release + (gsize) part->s * part->all->risk->n_draws + part->first;

  bf_risk_draw_capex (part->all->model, part->step, part->first, part->n, capex);
  for (guint i = 0; i < part->n; i++)
    {
      capex[i] = whole (capex[i], BF_DRAWN_CAPEX);
      opex[i] = whole (a_day * MAX (0, part->all->model->horizon_end - release[i]), BF_DRAWN_OPEX);
      project[i] = capex[i] + opex[i];
    }
}

static void
price_validation (Part *part)
{
  double *validation = part->sums->values[BF_DRAWN_VALIDATION] + part->first;

  bf_risk_draw_lines (
      part->all->model, part->step, part->first, part->n, FALSE, &part->sums->lines);
  for (guint i = 0; i < part->n; i++)
    validation[i] = whole (part->sums->lines.validation[i], BF_DRAWN_VALIDATION);
}

/* Planned hours outside openings, trouble, a repetition, and the days on which the plant stands
 * between cutover and release. */
static void
price_downtime (Part *part)
{
  const BfRiskStep *step = part->step;
  gsize at = part->first;
  const float *outside = part->all->outside[part->s], *rate = part->all->outside_rate[part->s];
  const float *interim = part->all->interim[part->s];
  guint64 *marks = part->all->marks[BF_MARK_TROUBLE] + (gsize) part->s * part->all->n_words;
  BfRiskTrouble trouble;

  bf_risk_draw_trouble (part->all->model, step, part->first, part->n, &trouble);
  for (guint i = 0; i < part->n; i++)
    {
      double stop = (double) trouble.stop[i], idle = interim ? (double) interim[at + i] : 0;
      double over = (double) trouble.first[i] + (double) trouble.second[i];
      double lost = over + (outside ? stop * (double) outside[at + i] : 0);
      double hours = stop * (step->n_cutovers + trouble.rolls_back[i]) + over;
      double minor = over * step->mean_rate + (rate ? stop * (double) rate[at + i] : 0);

      if (trouble.rolls_back[i])
        minor += step->step->redo_cost * BF_MINOR_PER_UNIT;
      part->sums->values[BF_DRAWN_HOURS][at + i] =
          whole (hours + idle * step->interim.hours, BF_DRAWN_HOURS);
      part->sums->values[BF_DRAWN_LOST][at + i] =
          whole (lost + idle * step->interim.hours, BF_DRAWN_LOST);
      part->sums->values[BF_DRAWN_DOWNTIME][at + i] =
          whole (minor + idle * step->interim.minor, BF_DRAWN_DOWNTIME);
      if (trouble.trouble[i])
        marks[(at + i) / 64] |= G_GUINT64_CONSTANT (1) << ((at + i) % 64);
    }
}

static void
price_bridges (Part *part)
{
  double values[BF_RISK_BLOCK];

  if (!part->step->n_bridges)
    return;
  bf_risk_draw_bridges (part->all->model, part->step, part->first, part->n, values);
  for (guint i = 0; i < part->n; i++)
    part->sums->bridges[part->first + i] += whole (values[i], BF_DRAWN_CAPEX);
}

/* --- All draws --- */

static void
add_up (const BfRiskDraws *all, guint s, BfRiskSums *sums)
{
  guint n = all->risk->n_draws;
  gsize phase = (gsize) all->model->steps[s].step->phase * n;

  for (int of = 0; of < BF_N_DRAWN; of++)
    {
      const double *values = sums->values[of];
      double *into = sums->phases[of] ? sums->phases[of] + phase : NULL;

      for (guint i = 0; i < n; i++)
        sums->totals[of][i] += values[i];
      for (guint i = 0; into && i < n; i++)
        into[i] += values[i];
    }
}

static void
spread_step (BfRiskDraws *all, guint s, BfRiskSums *sums)
{
  guint n = all->risk->n_draws;
  BfStepRisk *step = &all->risk->steps[s];
  const struct
  {
    BfSpread *spread;
    BfDrawn of;
  } fields[] = {
    { &step->capex, BF_DRAWN_CAPEX },
    { &step->opex, BF_DRAWN_OPEX },
    { &step->project_cost, BF_DRAWN_PROJECT },
    { &step->validation, BF_DRAWN_VALIDATION },
    { &step->downtime_hours, BF_DRAWN_HOURS },
    { &step->lost_hours, BF_DRAWN_LOST },
    { &step->downtime_cost, BF_DRAWN_DOWNTIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i].spread = bf_risk_spread (sums->values[fields[i].of], n, sums->scratch);
}

/* Of the money of the step (what of it is sure moves nothing), and of its release. */
static void
mark_step (BfRiskDraws *all, guint s, BfRiskSums *sums)
{
  guint n = all->risk->n_draws;
  gsize at = (gsize) s * all->n_words;
  const guint16 *release = all->release + (gsize) s * n;
  double *values = sums->values[BF_DRAWN_CAPEX]; /* not needed any more */

  for (guint i = 0; i < n; i++)
    values[i] = sums->values[BF_DRAWN_PROJECT][i] + sums->values[BF_DRAWN_VALIDATION][i] +
                sums->values[BF_DRAWN_DOWNTIME][i];
  bf_risk_mark_tails (
      values, n, all->marks[BF_MARK_CHEAP] + at, all->marks[BF_MARK_DEAR] + at, sums->scratch);
  for (guint i = 0; i < n; i++)
    values[i] = release[i];
  bf_risk_mark_tails (
      values, n, all->marks[BF_MARK_EARLY] + at, all->marks[BF_MARK_LATE] + at, sums->scratch);
  for (guint i = 0; i < n; i++)
    values[i] += (double) all->model->origin;
  all->risk->steps[s].release =
      bf_risk_day_spread (values, n, all->model->schedule->release[s], sums->scratch);
}

void
bf_risk_price_step (BfRiskDraws *all, guint s, BfRiskSums *sums)
{
  guint n = all->risk->n_draws;

  for (guint first = 0; first < n; first += BF_RISK_BLOCK)
    {
      Part part = { all, s, &all->model->steps[s], sums, first, MIN (BF_RISK_BLOCK, n - first) };

      price_project (&part);
      price_validation (&part);
      price_downtime (&part);
      price_bridges (&part);
    }
  add_up (all, s, sums);
  spread_step (all, s, sums);
  mark_step (all, s, sums);
}
