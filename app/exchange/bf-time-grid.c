/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-time-grid.h"

#include "bf-period.h"

/* So that a ruler is one, however short the plan. */
#define MIN_CELLS 26

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

static gint64
first_edge (BfTimeScale scale, gint64 day)
{
  if (scale == BF_TIME_WEEKS)
    return day - bf_day_weekday (day) + 1;
  return scale == BF_TIME_MONTHS ? first_of_month (day)
                                 : bf_period_quarter (&bf_year_rule_calendar, day).from;
}

static gint64
next_edge (BfTimeScale scale, gint64 edge)
{
  if (scale == BF_TIME_WEEKS)
    return edge + 7;
  return bf_day_add_months (edge, scale == BF_TIME_MONTHS ? 1 : 3);
}

static GArray *
edges_of (BfTimeScale scale, gint64 first, gint64 last)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 at = first_edge (scale, first);

  for (; at <= last || edges->len < MIN_CELLS; at = next_edge (scale, at))
    g_array_append_val (edges, at);
  g_array_append_val (edges, at);
  return edges;
}

BfTimeGrid *
bf_time_grid_new (const BfRoadmap *roadmap, guint max_cells)
{
  BfTimeGrid *grid = g_new0 (BfTimeGrid, 1);
  g_autoptr (GArray) edges = NULL;
  gint64 first, last;

  extent (roadmap, &first, &last);
  edges = edges_of (grid->scale, first, last);
  while (edges->len - 1 > max_cells && grid->scale < BF_TIME_QUARTERS)
    {
      grid->scale++;
      g_array_unref (edges);
      edges = edges_of (grid->scale, first, last);
    }
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
