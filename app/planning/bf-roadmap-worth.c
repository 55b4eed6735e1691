/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether it is worth it: the loss that the roadmap avoids against doing nothing, and with benefits
 * that the user gave the net present value and the day that pays it back.
 *
 * Doing nothing costs the exposure of all treated systems (PLANNING 1.5, as the objective counts
 * it) until the horizon's end; what falls after a step's release is avoided. Money flows day by
 * day: capex evenly over the build, validation over the qualification, opex and benefit from the
 * day after the release, downtime on the last day of the cutovers, bridges on the first, double
 * running from there on. Present value: each day's money x (1 + rate) ^ -(days from the planning
 * start / 365.25), inside the horizon. Payback is not discounted; past the horizon benefits and
 * opex go on as on its last day. */

#include "bf-roadmap-compute.h"

#include <math.h>

#define DAYS_A_YEAR 365.25
#define MOST_YEARS 30

typedef struct
{
  gint64 first;
  int n;
  double *minor; /* a day of the horizon; what is earned is positive */
} Flow;

/* Evenly over the days, both included; days outside the horizon fall to its nearest day. */
static void
pay (Flow *flow, gint64 from, gint64 to, double minor)
{
  double share = minor / (double) MAX (1, to - from + 1);

  for (gint64 day = from; day <= MAX (from, to); day++)
    flow->minor[CLAMP (day - flow->first, 0, flow->n - 1)] += share;
}

static gboolean
is_qualification (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_REVIEW || kind == BF_ACTIVITY_ONLINE ||
         kind == BF_ACTIVITY_CAMPAIGN;
}

static void
pay_validation (Flow *flow, const BfRoadmapStep *step)
{
  gint64 days = 0;

  for (guint i = 0; i < step->n_activities; i++)
    if (is_qualification (step->activities[i].kind))
      days += step->activities[i].finish - step->activities[i].start + 1;
  if (days <= 0)
    pay (flow, step->finish, step->finish, -step->validation.expected);
  for (guint i = 0; i < step->n_activities && days > 0; i++)
    {
      const BfRoadmapActivity *activity = &step->activities[i];
      gint64 own = activity->finish - activity->start + 1;

      if (is_qualification (activity->kind) && own > 0)
        pay (flow,
             activity->start,
             activity->finish,
             -step->validation.expected * (double) own / (double) days);
    }
}

static void
pay_build (Flow *flow, const BfRoadmapStep *step)
{
  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == BF_ACTIVITY_BUILD)
      pay (flow, step->activities[i].start, step->activities[i].finish, -step->capex.expected);
}

static void
pay_cutover (Flow *flow, const BfRoadmapStep *step, gint64 end)
{
  gint64 first = step->finish, last = step->finish;

  if (step->n_cutovers)
    {
      first = bf_minute_day (step->cutovers[0].start);
      last = bf_minute_day (step->cutovers[step->n_cutovers - 1].finish);
    }
  pay (flow, first, first, -(double) step->bridges_minor);
  pay (flow, last, last, -step->downtime_cost.expected);
  pay (flow, last, MAX (last, end), -(double) step->double_running_minor);
}

static double
benefit_a_day (const BfRoadmapStep *step)
{
  const BfStepDecision *decision = step->step->decision;

  return decision && decision->benefit_year != BF_BLANK
             ? (double) decision->benefit_year / DAYS_A_YEAR
             : 0;
}

static double
opex_a_day (const BfRoadmapStep *step)
{
  double year = step->step->opex_year * BF_MINOR_PER_UNIT;

  return isnan (year) ? 0 : year / DAYS_A_YEAR;
}

static void
pay_step (Flow *flow, const BfRoadmapStep *step, gint64 end)
{
  pay_build (flow, step);
  pay_validation (flow, step);
  pay_cutover (flow, step, end);
  if (step->finish < end)
    {
      pay (flow, step->finish + 1, end, -step->opex.expected);
      pay (flow, step->finish + 1, end, benefit_a_day (step) * (double) (end - step->finish));
    }
}

/* --- Present value and payback. --- */

static double
present_value (const Flow *flow, double rate)
{
  double sum = 0;

  for (int i = 0; i < flow->n; i++)
    sum += flow->minor[i] * pow (1 + rate, -i / DAYS_A_YEAR);
  return sum;
}

static gint64
payback_day (const Flow *flow, double benefit_day, double opex_day)
{
  double sum = 0, net = benefit_day - opex_day;
  gint64 last = BF_BLANK;

  for (int i = 0; i < flow->n; i++)
    {
      sum += flow->minor[i];
      if (sum < 0)
        last = BF_BLANK;
      else if (last == BF_BLANK)
        last = flow->first + i;
    }
  if (sum >= 0)
    return last;
  if (net <= 0 || -sum / net > MOST_YEARS * DAYS_A_YEAR)
    return BF_BLANK;
  return flow->first + flow->n - 1 + (gint64) ceil (-sum / net);
}

static double
discount_rate (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && !isnan (plant->discount_rate) ? plant->discount_rate : BF_DEFAULT_DISCOUNT_RATE;
}

/* --- Whole. --- */

static void
add_losses (BfRoadmap *roadmap, gint64 start, gint64 end)
{
  BfWorth *worth = &roadmap->worth;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];
      double day = bf_step_exposure_minor (roadmap->set, step->step) / DAYS_A_YEAR;

      worth->do_nothing_loss += day * (double) (end - start + 1);
      worth->avoided_loss += day * (double) MAX (0, end - step->finish);
    }
}

void
bf_roadmap_add_worth (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  BfWorth *worth = &roadmap->worth;
  gint64 start = bf_plan_start (computing->plan);
  gint64 end = bf_plan_horizon_end (computing->plan);
  Flow flow = { start, (int) (end - start + 1), NULL };
  double benefit_day = 0, opex_day = 0;

  worth->discount_rate = discount_rate (computing->plan);
  add_losses (roadmap, start, end);
  flow.minor = g_new0 (double, flow.n + 1);
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];

      pay_step (&flow, step, end);
      benefit_day += benefit_a_day (step);
      opex_day += opex_a_day (step);
      worth->benefit += benefit_a_day (step) * (double) MAX (0, end - step->finish);
    }
  worth->npv = benefit_day > 0 ? present_value (&flow, worth->discount_rate) : NAN;
  worth->payback = benefit_day > 0 ? payback_day (&flow, benefit_day, opex_day) : BF_BLANK;
  g_free (flow.minor);
}
