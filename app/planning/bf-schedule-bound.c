/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-bound.h"

#include "bf-schedule-dual.h"

/* Working days between two days that the work behind is counted from. */
#define STRIDE 20
/* A sum of doubles may be off by so much. */
#define SLACK 1e-6

typedef struct
{
  const BfCore *core;
  BfCore relaxed; /* shares all arrays with core but for these */
  int *no_loads;
  BfCoreCutover *cutovers;
  double *latest; /* an activity, for a given last day */
} Bound;

/* --- Without teams, money and others in the openings. --- */

static void
relax (Bound *self)
{
  const BfCore *core = self->core;
  BfCore *relaxed = &self->relaxed;

  *relaxed = *core;
  self->no_loads = g_new0 (int, core->n + 1);
  self->cutovers = g_memdup2 (core->cutovers, core->n_cutovers * sizeof (BfCoreCutover));
  for (guint i = 0; i < core->n_cutovers; i++)
    self->cutovers[i].n_rivals = 0;
  relaxed->cutovers = self->cutovers;
  relaxed->load_first = self->no_loads;
  relaxed->n_words = 0;
  relaxed->n_periods = 0;
  relaxed->limit = G_MAXINT;
}

/* FALSE: there is no such schedule, and so none at all. */
static gboolean
release_early (const Bound *self, int *release)
{
  g_autoptr (BfPass) pass = bf_pass_new (&self->relaxed);
  g_autofree double *keys = g_new0 (double, self->core->n + 1);

  pass->patience = 0;
  if (!bf_pass_generate (pass, keys))
    return FALSE;
  for (int s = 0; s < self->core->n_steps; s++)
    release[s] = pass->release[s];
  return TRUE;
}

/* --- Money and work that is left for later. --- */

/* How many of its days the activity can have at or behind working day @from. */
static int
days_behind (const Bound *self, int a, int from)
{
  int days = self->core->days[a];
  int end = (int) self->latest[a] + days;

  return CLAMP (end - from, 0, days);
}

/* What the periods before @period hold is gone; the rest is paid in it or behind it. */
static gboolean
can_pay (const Bound *self, const BfCoreBudget *budget, guint period)
{
  const BfCore *core = self->core;
  int from = budget->from_work[period];
  double rest = 0, behind = 0;

  for (guint i = 0; i < period; i++)
    rest -= budget->amount[i];
  for (int a = 0; a < core->n; a++)
    {
      rest += core->capex[a];
      if (core->days[a] > 0)
        behind += core->capex[a] * days_behind (self, a, from) / core->days[a];
      else
        behind += core->capex[a];
    }
  return behind >= rest - 1 - SLACK * ABS (rest);
}

static gboolean
can_work (const Bound *self, guint lane, int from, const gint64 *given)
{
  const BfCore *core = self->core;
  int word = (int) (lane / BF_PROFILE_LANES);
  gint64 rest = -given[from], behind = 0;

  for (int a = 0; a < core->n; a++)
    for (int i = core->load_first[a]; i < core->load_first[a + 1]; i++)
      if (core->load_word[i] == word)
        {
          gint64 units = bf_profile_units (core->load[i], lane);

          rest += units * core->days[a];
          behind += units * days_behind (self, a, from);
        }
  return behind >= rest;
}

static gboolean
team_can_end (const Bound *self, guint lane)
{
  const BfCore *core = self->core;
  const guint64 *capacity =
      core->capacity + (gsize) (lane / BF_PROFILE_LANES) * (gsize) core->n_work;
  g_autofree gint64 *given = g_new0 (gint64, core->n_work + 1);
  gboolean can = TRUE;

  for (int work = 0; work < core->n_work; work++)
    given[work + 1] = given[work] + bf_profile_units (capacity[work], lane);
  for (int from = 0; from < core->horizon_work && can; from += STRIDE)
    can = can_work (self, lane, from, given);
  return can;
}

/* FALSE: not everything can be released by that day. */
static gboolean
can_end_by (Bound *self, int day)
{
  const BfCore *core = self->core;
  const BfCoreBudget *capex = &core->budgets[BF_BUDGET_CAPEX];
  BfCore shorter = *core;
  gboolean can = TRUE;

  shorter.horizon_day = MIN (core->horizon_day, day + 1);
  shorter.horizon_work = core->work_of_day[shorter.horizon_day];
  bf_core_latest_starts (&shorter, FALSE, self->latest);
  for (guint i = 1; i < capex->n && can; i++)
    can = can_pay (self, capex, i);
  for (guint lane = 0; lane < (guint) core->n_words * BF_PROFILE_LANES && can; lane++)
    can = team_can_end (self, lane);
  return can;
}

static int
last_release (Bound *self, const int *release, int known)
{
  int low = 0, high = known;

  for (int s = 0; s < self->core->n_steps; s++)
    low = MAX (low, release[s]);
  high = MAX (low, high);
  while (low < high)
    {
      int middle = (low + high) / 2;

      if (can_end_by (self, middle))
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

double
bf_core_bound (const BfCore *core, double known)
{
  Bound self = { .core = core };
  g_autofree int *release = g_new0 (int, core->n_steps + 1);
  double bound = 0;

  self.latest = g_new0 (double, core->n + 1);
  relax (&self);
  if (!release_early (&self, release))
    bound = known;
  else if (core->objective == BF_OBJECTIVE_FINISH)
    bound = (double) core->origin +
            last_release (&self, release, (int) (known - (double) core->origin));
  else if (core->objective == BF_OBJECTIVE_COST)
    bound =
        MAX (bf_core_least_cost (core, release), bf_core_dual_bound (core, &self.relaxed, known));
  g_free (self.latest);
  g_free (self.no_loads);
  g_free (self.cutovers);
  return MIN (bound, known);
}
