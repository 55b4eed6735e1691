/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn of a step: lengths, trouble, effort, money. */

#include "bf-risk-private.h"

#include <string.h>

/* What a step's numbers are drawn from; lines follow, a block each. */
enum
{
  VARIABLE_BUILD,
  VARIABLE_CAPEX,
  VARIABLE_STOP,
  VARIABLE_TROUBLE,
  VARIABLE_OVERRUN,
  VARIABLE_ROLLBACK,
  VARIABLE_SECOND_OVERRUN,
  VARIABLE_PARALLEL,
  VARIABLE_HYPERCARE,
  VARIABLE_TAIL,
  VARIABLE_BRIDGE,
  VARIABLE_LINES = 32,
};
enum
{
  LINE_WEEKS,
  LINE_EFFORT,
  LINE_CHANCE,
  LINE_REWORK,
  LINE_FRACTION,
  LINE_BLOCK = 8,
};

/* --- One variable --- */

static void
draw_uniforms (const BfRiskModel *model,
               const BfRiskStep *step,
               guint variable,
               guint first,
               guint n,
               float *values)
{
  BfStrata strata = bf_strata_new (step->stream, variable, model->n_strata);

  bf_strata_fill (&strata, first, n, values);
}

static void
draw_pert (const BfRiskModel *model,
           const BfRiskStep *step,
           guint variable,
           BfEstimate estimate,
           guint first,
           guint n,
           float *values)
{
  if (estimate.max > estimate.min)
    draw_uniforms (model, step, variable, first, n, values);
  bf_random_pert_all (estimate, values, n);
}

static void
draw_events (const BfRiskModel *model,
             const BfRiskStep *step,
             guint variable,
             double chance,
             guint first,
             guint n,
             guint8 *happens)
{
  float uniforms[BF_RISK_BLOCK];

  if (!(chance > 0))
    {
      memset (happens, 0, n);
      return;
    }
  draw_uniforms (model, step, variable, first, n, uniforms);
  for (guint i = 0; i < n; i++)
    happens[i] = uniforms[i] < (float) chance;
}

/* Where the event happens the variable's value, else 0. */
static void
draw_where (const BfRiskModel *model,
            const BfRiskStep *step,
            guint variable,
            BfEstimate estimate,
            const guint8 *happens,
            guint first,
            guint n,
            float *values)
{
  BfStrata strata = bf_strata_new (step->stream, variable, model->n_strata);
  guint which[BF_RISK_BLOCK + 1], count = 0;
  float drawn[BF_RISK_BLOCK];

  for (guint i = 0; i < n; i++)
    {
      values[i] = 0;
      which[count] = i;
      count += happens[i];
    }
  if (estimate.max > estimate.min)
    for (guint i = 0; i < count; i++)
      drawn[i] = bf_strata_get (&strata, first + which[i]);
  bf_random_pert_all (estimate, drawn, count);
  for (guint i = 0; i < count; i++)
    values[which[i]] = drawn[i];
}

/* --- Factors --- */

void
bf_risk_draw_factor (const BfRiskModel *model, guint factor, guint first, guint n, float *values)
{
  double spread = model->factor_spreads[factor];
  BfEstimate around = { 1 - spread, 1, 1 + spread };

  if (spread > 0)
    {
      BfStrata strata = bf_strata_new (model->factor_streams[factor], 0, model->n_strata);

      bf_strata_fill (&strata, first, n, values);
    }
  bf_random_pert_all (around, values, n);
}

/* --- Lengths --- */

void
bf_risk_draw_scale (const BfRiskModel *model,
                    const BfRiskStep *step,
                    BfActivityKind kind,
                    guint first,
                    guint n,
                    float *values)
{
  BfEstimate estimate = kind == BF_ACTIVITY_BUILD      ? step->step->build_weeks
                        : kind == BF_ACTIVITY_PARALLEL ? step->step->parallel_weeks
                                                       : step->step->hypercare_weeks;
  guint variable = kind == BF_ACTIVITY_BUILD      ? VARIABLE_BUILD
                   : kind == BF_ACTIVITY_PARALLEL ? VARIABLE_PARALLEL
                                                  : VARIABLE_HYPERCARE;
  double mean = bf_estimate_mean (estimate);

  /* Over the mean that the plan took; 1 where nothing is estimated. */
  estimate = mean > 0 ? bf_estimate_scaled (estimate, 1 / mean) : (BfEstimate){ 1, 1, 1 };
  if (!(estimate.max > estimate.min))
    estimate = (BfEstimate){ 1, 1, 1 };
  draw_pert (model, step, variable, estimate, first, n, values);
}

/* --- Lines --- */

/* 1 and what rework adds. One unit is reworked or not; of many a share is. */
static void
draw_rework (const BfRiskModel *model,
             const BfRiskStep *step,
             guint variable,
             const BfQualificationLine *line,
             guint first,
             guint n,
             float *values)
{
  float fraction[BF_RISK_BLOCK];
  guint8 happens[BF_RISK_BLOCK];

  if (line->units > 1)
    {
      draw_pert (model, step, variable + LINE_CHANCE, line->rework_chance, first, n, values);
      draw_pert (model, step, variable + LINE_FRACTION, line->rework_fraction, first, n, fraction);
      for (guint i = 0; i < n; i++)
        values[i] = 1 + values[i] * fraction[i];
      return;
    }
  /* Of a chance that is itself drawn only the mean counts. */
  draw_events (model,
               step,
               variable + LINE_REWORK,
               bf_estimate_mean (line->rework_chance),
               first,
               n,
               happens);
  draw_where (
      model, step, variable + LINE_FRACTION, line->rework_fraction, happens, first, n, values);
  for (guint i = 0; i < n; i++)
    values[i] += 1;
}

/* Effort with rework over the expected one. */
static void
draw_effort (const BfRiskModel *model,
             const BfRiskStep *step,
             guint variable,
             const BfQualificationLine *line,
             const float *rework,
             guint first,
             guint n,
             float *scale)
{
  float factor = line->person_days > 0 ? (float) (line->units / line->person_days) : 0;

  draw_pert (model, step, variable + LINE_EFFORT, line->effort, first, n, scale);
  for (guint i = 0; i < n; i++)
    scale[i] = factor > 0 ? factor * scale[i] * rework[i] : 1;
}

typedef struct
{
  float weeks[2][BF_RISK_BLOCK]; /* online, offline */
  float days[BF_RISK_BLOCK];
} Package;

/* What the ordinary phases become: the largest of work, approvals and effort. */
static void
draw_package (const BfRiskStep *step, const Package *package, guint n, BfRiskLines *out)
{
  float latency = (float) step->step->latency_weeks;
  float effort = step->own_days > 0 ? (float) (step->step->effort_weeks / step->own_days) : 0;
  float planned = (float) MAX (step->step->package_weeks, 1e-9);
  float offline = (float) step->offline_share;

  for (guint i = 0; i < n; i++)
    {
      float work = package->weeks[0][i] + package->weeks[1][i];
      float whole = MAX (MAX (work, latency), effort * package->days[i]) / planned;
      float share = work > 0 ? package->weeks[1][i] / work : 0;

      out->offline[i] = offline > 0 ? whole * share / offline : 1;
      out->online[i] = offline < 1 ? whole * (1 - share) / (1 - offline) : 1;
    }
}

static void
draw_line (const BfRiskModel *model,
           const BfRiskStep *step,
           guint index,
           guint first,
           guint n,
           gboolean times,
           Package *package,
           BfRiskLines *out)
{
  const BfQualificationLine *line = &g_array_index (step->step->lines, BfQualificationLine, index);
  guint variable = VARIABLE_LINES + LINE_BLOCK * index;
  gboolean ordinary = !line->special && line->neighbour < 0;
  double cost = (double) (line->cost_minor - line->saved_minor);
  float rework[BF_RISK_BLOCK], values[BF_RISK_BLOCK];

  if (times && line->neighbour >= 0)
    return;
  draw_rework (model, step, variable, line, first, n, rework);
  if (!times || line->special || step->step->effort_weeks > 0)
    draw_effort (model, step, variable, line, rework, first, n, values);
  for (guint i = 0; !times && i < n; i++)
    out->validation[i] += values[i] * cost;
  if (times && line->special)
    memcpy (out->lines + index * BF_RISK_BLOCK, values, n * sizeof (float));
  if (!times || !ordinary)
    return;
  for (guint i = 0; step->step->effort_weeks > 0 && i < n; i++)
    package->days[i] += values[i] * (float) line->person_days;
  draw_pert (model, step, variable + LINE_WEEKS, line->weeks, first, n, values);
  for (guint i = 0; i < n; i++)
    package->weeks[line->offline][i] += rework[i] * values[i];
}

void
bf_risk_draw_lines (const BfRiskModel *model,
                    const BfRiskStep *step,
                    guint first,
                    guint n,
                    gboolean times,
                    BfRiskLines *out)
{
  Package package = { 0 };

  for (guint i = 0; i < n; i++)
    out->validation[i] = 0;
  for (guint i = 0; i < step->step->lines->len; i++)
    draw_line (model, step, i, first, n, times, &package, out);
  if (times)
    draw_package (step, &package, n, out);
}

/* --- Trouble --- */

void
bf_risk_draw_trouble (
    const BfRiskModel *model, const BfRiskStep *step, guint first, guint n, BfRiskTrouble *out)
{
  const BfStep *row = step->step;
  BfEstimate each = bf_estimate_scaled (row->stop_hours, 1.0 / MAX (1, row->n_cutovers));

  draw_pert (
      model, step, VARIABLE_STOP, row->plans_stop ? each : BF_ESTIMATE_ZERO, first, n, out->stop);
  draw_events (model,
               step,
               VARIABLE_TROUBLE,
               row->has_cutover ? row->problem_chance : 0,
               first,
               n,
               out->trouble);
  draw_events (model, step, VARIABLE_ROLLBACK, row->rollback_chance, first, n, out->rolls_back);
  for (guint i = 0; i < n; i++)
    out->rolls_back[i] &= out->trouble[i];
  draw_where (
      model, step, VARIABLE_OVERRUN, row->overrun_hours, out->trouble, first, n, out->first);
  draw_where (model,
              step,
              VARIABLE_SECOND_OVERRUN,
              row->overrun_hours,
              out->rolls_back,
              first,
              n,
              out->second);
}

/* --- Money --- */

static void
draw_money (const BfRiskModel *model,
            const BfRiskStep *step,
            guint variable,
            BfEstimate units,
            double factor,
            guint first,
            guint n,
            double *values)
{
  float drawn[BF_RISK_BLOCK];

  draw_pert (model, step, variable, units, first, n, drawn);
  for (guint i = 0; i < n; i++)
    values[i] = (double) drawn[i] * factor * BF_MINOR_PER_UNIT;
}

void
bf_risk_draw_capex (
    const BfRiskModel *model, const BfRiskStep *step, guint first, guint n, double *values)
{
  const BfRules *rules = bf_catalogue_rules (model->set->catalogue);
  guint8 tail[BF_RISK_BLOCK];

  draw_money (model, step, VARIABLE_CAPEX, step->step->capex, 1, first, n, values);
  if (!model->options.tail || !step->heavy)
    return;
  draw_events (model, step, VARIABLE_TAIL, rules->tail_chance, first, n, tail);
  for (guint i = 0; i < n; i++)
    if (tail[i])
      values[i] *= 1 + rules->tail_factor;
}

void
bf_risk_draw_bridges (
    const BfRiskModel *model, const BfRiskStep *step, guint first, guint n, double *values)
{
  draw_money (model, step, VARIABLE_BRIDGE, model->bridge, step->n_bridges, first, n, values);
}
