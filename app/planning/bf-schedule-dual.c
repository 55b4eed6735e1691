/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-dual.h"

#define ROUNDS 300
#define SHORTER 0.5 /* of the step length, after so many rounds without a better bound */
#define PATIENCE 15
#define NEVER G_MAXDOUBLE

typedef struct
{
  const BfCore *core;
  BfCore relaxed; /* with days of its own before which activities do not start */
  int *earliest;
  BfPass *pass;
  const BfCoreBudget *capex;
  double *cost;   /* a step, a period in which its spending ends; NEVER: it cannot */
  double *spends; /* a step: by the activity that spends most */
  double *given;  /* a period: what it and those before hold */
  double *price;  /* a period */
  double *slope;  /* a period: what is spent too much at those prices */
} Dual;

/* --- What a step costs when its spending ends in a period. --- */

static int
main_spender (const BfCore *core, int step)
{
  int most = -1;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    if (core->capex[a] > 0 && core->days[a] > 0 && (most < 0 || core->capex[a] > core->capex[most]))
      most = a;
  return most;
}

/* Its release with everything else where it is; -1: there is no place. */
static int
place_step (Dual *self, int step)
{
  const BfCore *core = self->core;
  gboolean placed = TRUE;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    bf_pass_take_out (self->pass, a);
  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    {
      placed = bf_pass_find_place (self->pass, a, -1) && placed;
      bf_pass_put_back (self->pass, a);
    }
  return placed ? self->pass->release[step] : -1;
}

static double
cost_of_period (Dual *self, int step, int spender, guint period)
{
  const BfCore *core = self->core;
  int from = self->capex->from_work[period] - core->days[spender] + 1;
  int known = self->earliest[spender];
  int release;

  if (from >= core->n_work)
    return NEVER;
  self->earliest[spender] = MAX (known, core->day_of_work[MAX (0, from)]);
  release = place_step (self, step);
  self->earliest[spender] = known;
  if (release < 0 || release >= core->horizon_day)
    return NEVER;
  return bf_core_step_cost (core, step, release);
}

/* FALSE: a step can be paid in no period. */
static gboolean
fill_costs (Dual *self)
{
  const BfCore *core = self->core;

  for (int s = 0; s < core->n_steps; s++)
    {
      int spender = main_spender (core, s);
      double *costs = self->cost + (gsize) s * self->capex->n;
      gboolean any = FALSE;

      self->spends[s] = spender < 0 ? 0 : core->capex[spender];
      for (guint i = 0; i < self->capex->n; i++)
        {
          gboolean over = spender >= 0 && self->pass->end_work[spender] > self->capex->to_work[i];

          costs[i] = over          ? NEVER
                     : spender < 0 ? bf_core_step_cost (core, s, self->pass->release[s])
                                   : cost_of_period (self, s, spender, i);
          any = any || costs[i] < NEVER;
        }
      if (spender >= 0)
        place_step (self, s);
      if (!any)
        return FALSE;
    }
  return TRUE;
}

/* --- Prices. --- */

/* The bound at these prices, and the slope of it. */
static double
value_at_prices (Dual *self)
{
  guint n = self->capex->n;
  double value = 0;

  for (guint i = 0; i < n; i++)
    {
      value -= self->price[i] * self->given[i];
      self->slope[i] = -self->given[i];
    }
  for (int s = 0; s < self->core->n_steps; s++)
    {
      double behind = 0, least = NEVER;
      guint best = 0;

      for (guint i = n; i-- > 0;)
        {
          double cost = self->cost[(gsize) s * n + i];

          behind += self->price[i];
          if (cost < NEVER && cost + self->spends[s] * behind < least)
            {
              least = cost + self->spends[s] * behind;
              best = i;
            }
        }
      value += least;
      for (guint i = best; i < n; i++)
        self->slope[i] += self->spends[s];
    }
  return value;
}

static double
climb (Dual *self, double known)
{
  guint n = self->capex->n;
  double best = 0, stride = 1;
  int idle = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      double value = value_at_prices (self), steepness = 0;

      idle = value > best ? 0 : idle + 1;
      best = MAX (best, value);
      if (idle >= PATIENCE)
        {
          stride *= SHORTER;
          idle = 0;
        }
      for (guint i = 0; i < n; i++)
        steepness += self->slope[i] * self->slope[i];
      if (steepness <= 0 || value >= known)
        break;
      for (guint i = 0; i < n; i++)
        self->price[i] =
            MAX (0, self->price[i] + stride * (known - value) / steepness * self->slope[i]);
    }
  return best;
}

/* --- Whole. --- */

static void
add_up_periods (Dual *self)
{
  double sum = 0;

  for (guint i = 0; i < self->capex->n; i++)
    {
      sum += self->capex->amount[i];
      self->given[i] = sum;
    }
}

double
bf_core_dual_bound (const BfCore *core, const BfCore *relaxed, double known)
{
  Dual self = { .core = core, .relaxed = *relaxed, .capex = &core->budgets[BF_BUDGET_CAPEX] };
  guint n = self.capex->n;
  g_autoptr (BfPass) pass = NULL;
  g_autofree double *keys = g_new0 (double, core->n + 1);
  g_autofree int *earliest = g_memdup2 (core->earliest, (gsize) core->n * sizeof (int));
  g_autofree double *costs = g_new0 (double, (gsize) core->n_steps *n + 1);
  g_autofree double *spends = g_new0 (double, core->n_steps + 1);
  g_autofree double *periods = g_new0 (double, 3 * (gsize) n + 1);

  if (n == 0 || core->n == 0)
    return 0;
  self.relaxed.earliest = self.earliest = earliest;
  self.pass = pass = bf_pass_new (&self.relaxed);
  self.cost = costs;
  self.spends = spends;
  self.given = periods;
  self.price = periods + n;
  self.slope = periods + 2 * n;
  pass->patience = 0;
  add_up_periods (&self);
  if (!bf_pass_generate (pass, keys) || !fill_costs (&self))
    return known;
  return climb (&self, known);
}
