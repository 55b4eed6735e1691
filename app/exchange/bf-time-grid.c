/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-time-grid.h"

#include "bf-spending.h"

static gint64
first_of_month (gint64 day)
{
  int year, month;

  bf_day_to_civil (day, &year, &month, NULL);
  return bf_day_from_civil (year, month, 1);
}

static void
extent (const BfRoadmap *roadmap, gint64 *first, gint64 *last)
{
  *first = bf_plan_start (roadmap->plan);
  *last = *first;
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      *first = MIN (*first, roadmap->steps[i].start);
      *last = MAX (*last, roadmap->steps[i].finish);
    }
  for (guint i = 0; i < roadmap->n_phases; i++)
    if (roadmap->phases[i].gate != BF_BLANK)
      *last = MAX (*last, roadmap->phases[i].gate);
}

BfTimeGrid *
bf_time_grid_new (const BfRoadmap *roadmap, guint max_months)
{
  BfTimeGrid *grid = g_new0 (BfTimeGrid, 1);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first, last, at;
  int months = 1;

  extent (roadmap, &first, &last);
  if (bf_day_add_months (first_of_month (first), (int) max_months) <= last)
    months = 3;
  at = months == 3 ? bf_spending_quarter (first) : first_of_month (first);
  for (; at <= last; at = bf_day_add_months (at, months))
    g_array_append_val (edges, at);
  g_array_append_val (edges, at);
  grid->quarters = months == 3;
  grid->n_cells = edges->len - 1;
  grid->edges = (gint64 *) (gpointer) g_array_free (g_steal_pointer (&edges), FALSE);
  return grid;
}

void
bf_time_grid_free (BfTimeGrid *grid)
{
  g_free (grid->edges);
  g_free (grid);
}

int
bf_time_grid_cell (const BfTimeGrid *grid, gint64 day)
{
  for (guint i = 0; i < grid->n_cells; i++)
    if (grid->edges[i] <= day && day < grid->edges[i + 1])
      return (int) i;
  return -1;
}

static gint64
days_in (gint64 start, gint64 finish, gint64 from, gint64 to)
{
  return MAX (0, MIN (finish, to) - MAX (start, from) + 1);
}

static BfSign
sign_of (BfActivityKind kind, gboolean retires)
{
  switch (kind)
    {
    case BF_ACTIVITY_BUILD:
      return retires ? BF_SIGN_RETIRE : BF_SIGN_BUILD;
    case BF_ACTIVITY_OFFLINE:
    case BF_ACTIVITY_REVIEW:
      return BF_SIGN_OFFLINE;
    case BF_ACTIVITY_ONLINE:
    case BF_ACTIVITY_CAMPAIGN:
      return BF_SIGN_ONLINE;
    case BF_ACTIVITY_PARALLEL:
      return BF_SIGN_PARALLEL;
    case BF_ACTIVITY_HYPERCARE:
      return BF_SIGN_HYPERCARE;
    case BF_ACTIVITY_CUTOVER:
      return BF_SIGN_CUTOVER;
    case BF_ACTIVITY_BUFFER:
    case BF_N_ACTIVITIES:
    default:
      return BF_SIGN_WAIT;
    }
}

static gboolean
cuts_over (const BfRoadmapStep *step, gint64 from, gint64 to)
{
  for (guint i = 0; i < step->n_cutovers; i++)
    {
      const BfRoadmapCutover *cutover = &step->cutovers[i];
      gint64 last = bf_minute_day (MAX (cutover->start, cutover->finish - 1));

      if (days_in (bf_minute_day (cutover->start), last, from, to) > 0)
        return TRUE;
    }
  return FALSE;
}

BfSign
bf_time_grid_sign (const BfTimeGrid *grid, const BfRoadmapStep *step, guint cell)
{
  gint64 from = grid->edges[cell], to = grid->edges[cell + 1] - 1;
  gboolean retires = g_str_has_prefix (step->key, "ST38:");
  gint64 days[BF_N_SIGNS] = { 0 };
  BfSign best = BF_SIGN_WAIT;

  if (days_in (step->start, step->finish, from, to) == 0)
    return BF_SIGN_NONE;
  if (cuts_over (step, from, to))
    return BF_SIGN_CUTOVER;
  for (guint i = 0; i < step->n_activities; i++)
    {
      const BfRoadmapActivity *activity = &step->activities[i];

      days[sign_of (activity->kind, retires)] +=
          days_in (activity->start, activity->finish, from, to);
    }
  /* Waiting shows only where nothing is done. */
  days[BF_SIGN_WAIT] = 0;
  for (int sign = BF_SIGN_BUILD; sign < BF_N_SIGNS; sign++)
    if (days[sign] > days[best])
      best = (BfSign) sign;
  return best;
}
