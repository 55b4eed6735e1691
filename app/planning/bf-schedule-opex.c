/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running cost of steps in a schedule in the making.
 *
 * It is paid from the release to the horizon's end, so what is placed first behind the preparation
 * decides about it: the earliest release that follows from there is the dearest one that is still
 * possible. The cutover (in a step without one its online qualification, campaign or hypercare)
 * waits until that release can be paid, and its money is taken then. So what follows a cutover is
 * never torn from it. The release alone waits where no later place is left, where the step would
 * miss its due date, and, when the earliest finish is asked for, where it would be released later
 * than that. */

#include "bf-schedule-core.h"

#include <string.h>

/* Money that a sum of doubles may be off by, in minor units. */
#define MONEY_EPSILON 1e-3

gboolean
bf_core_has_opex (const BfCore *core, int step)
{
  return core->n_periods > 0 && core->budgets[BF_BUDGET_OPEX].n > 0 && core->opex_day[step] > 0;
}

static gboolean
goes_live (const BfCore *core, int a)
{
  return core->kind[a] >= BF_ACTIVITY_CUTOVER;
}

/* --- The release ahead. --- */

/* The first working day, or the first day, that the edges allow, as far as they are known. */
static int
ready_ahead (const BfPass *pass, int a, gboolean by_day)
{
  const BfCore *core = pass->core;
  int ready = by_day ? core->earliest[a] : bf_core_work_of_day (core, core->earliest[a]);

  for (int at = core->in_first[a]; at < core->in_first[a + 1]; at++)
    {
      int before = core->in.before[at];

      if (core->step[before] == core->step[a])
        ready = MAX (ready, by_day ? pass->ahead_day[before] + 1 : pass->ahead_work[before]);
      else if (pass->placed[before])
        ready = MAX (ready, by_day ? bf_pass_edge_day (pass, at) : bf_pass_edge_work (pass, at, a));
    }
  return ready;
}

static void
look_ahead (BfPass *pass, int a)
{
  const BfCore *core = pass->core;

  if (core->days[a])
    {
      pass->ahead_work[a] = ready_ahead (pass, a, FALSE) + core->days[a];
      pass->ahead_day[a] = bf_core_day_of_work (core, pass->ahead_work[a] - 1);
      return;
    }
  pass->ahead_day[a] = ready_ahead (pass, a, TRUE) - (core->cutover[a] < 0);
  pass->ahead_work[a] = bf_core_work_of_day (core, pass->ahead_day[a] + 1);
}

int
bf_pass_release_ahead (BfPass *pass, int step, int activity)
{
  const BfCore *core = pass->core;
  int release = -1;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    {
      if (goes_live (core, a) && !pass->placed[a] && a != activity)
        look_ahead (pass, a);
      else
        {
          pass->ahead_work[a] = pass->end_work[a];
          pass->ahead_day[a] = pass->end_day[a];
        }
      release = MAX (release, pass->ahead_day[a]);
    }
  return release;
}

/* --- Money. --- */

int
bf_pass_least_release (BfPass *pass, int step, int day)
{
  const BfCore *core = pass->core;

  if (core->hold)
    day = MAX (day, core->hold[step]);
  for (;;)
    {
      gboolean any;

      memset (pass->delta, 0, core->n_periods * sizeof (double));
      if (pass->opex_from[step] != BF_NOT_YET)
        bf_pass_spread_opex (pass, step, pass->opex_from[step], -1);
      any = bf_pass_spread_opex (pass, step, day, 1);
      if (!any || bf_pass_kind_holds (pass, BF_BUDGET_OPEX))
        return day;
      day += (int) MAX (1, ceil ((pass->block_minor - MONEY_EPSILON) / core->opex_day[step]));
    }
}

static void
book (BfPass *pass, int step, int release, double sign)
{
  memset (pass->delta, 0, pass->core->n_periods * sizeof (double));
  bf_pass_spread_opex (pass, step, release, sign);
  for (guint i = 0; i < pass->core->n_periods; i++)
    pass->planned[i] += pass->delta[i];
}

static gboolean
is_live (const BfPass *pass, int step)
{
  const BfCore *core = pass->core;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    if (goes_live (core, a) && pass->placed[a])
      return TRUE;
  return FALSE;
}

void
bf_pass_reserve_opex (BfPass *pass, int step)
{
  int release = BF_NOT_YET;

  if (!bf_core_has_opex (pass->core, step))
    return;
  if (pass->ends_left[step] == 0)
    release = pass->release[step];
  else if (is_live (pass, step))
    release = bf_pass_least_release (pass, step, bf_pass_release_ahead (pass, step, -1));
  if (release == pass->opex_from[step])
    return;
  if (pass->opex_from[step] != BF_NOT_YET)
    book (pass, step, pass->opex_from[step], -1);
  if (release != BF_NOT_YET)
    book (pass, step, release, 1);
  pass->opex_from[step] = release;
}

/* --- Places. --- */

/* A day later than the activity's place, and no later than where its release can be paid: moved by
 * some working days it moves the release by no more of them. */
static int
next_day (const BfPass *pass, int a, int release, int least)
{
  const BfCore *core = pass->core;
  int later = bf_core_work_of_day (core, least + 1) - bf_core_work_of_day (core, release + 1);
  int work = MIN (pass->start_work[a] + later, core->n_work) - 1;

  return MAX (pass->start_day[a] + 1, bf_core_day_of_work (core, work));
}

static gboolean
fail_for_opex (BfPass *pass)
{
  pass->block = BF_BLOCK_BUDGET;
  pass->block_detail = BF_BUDGET_OPEX;
  return FALSE;
}

/* The last day on which an activity that moves may have its step released. */
static int
last_release (const BfCore *core, int step, int least)
{
  int last = MIN (core->horizon_day - 1, core->due[step]);

  if (core->objective == BF_OBJECTIVE_FINISH)
    last = MIN (last, bf_core_day_of_work (core, bf_core_work_of_day (core, least)));
  return last;
}

gboolean
bf_pass_move_for_opex (BfPass *pass, int a)
{
  const BfCore *core = pass->core;
  int step = core->step[a];
  gboolean is_last = pass->ends_left[step] == 1;
  int last, release, least;

  if (!goes_live (core, a) || !bf_core_has_opex (core, step) || (!is_last && is_live (pass, step)))
    return TRUE;
  release = bf_pass_release_ahead (pass, step, a);
  least = bf_pass_least_release (pass, step, release);
  last = last_release (core, step, least);
  while (release < least)
    {
      gboolean found = bf_pass_find_place (pass, a, next_day (pass, a, release, least));

      release = found ? bf_pass_release_ahead (pass, step, a) : core->n_days;
      if (!is_last && (!found || release > last))
        return bf_pass_find_place (pass, a, -1);
      if (!found)
        return fail_for_opex (pass);
    }
  return TRUE;
}
