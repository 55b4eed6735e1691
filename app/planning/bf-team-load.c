/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-team-load.h"

#include <math.h>

#define WEEK 7

static gint64
monday_of (gint64 day)
{
  return day - (bf_day_weekday (day) + 6) % 7;
}

/* Person-days that the team gives on a working day; of periods that overlap the one that begins
 * last counts. */
static double
capacity_on (const BfPlan *plan, int team, gint64 day)
{
  gint64 since = G_MININT64;
  double capacity = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *row = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (bf_plan_index (plan, BF_TEAM, row->team) != team || isnan (row->capacity) ||
          row->from_day == BF_BLANK || day < row->from_day ||
          (row->to_day != BF_BLANK && day > row->to_day) || row->from_day < since)
        continue;
      since = row->from_day;
      capacity = row->capacity;
    }
  return capacity;
}

static gboolean
is_unbounded (const BfPlan *plan, int team)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *row = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (bf_plan_index (plan, BF_TEAM, row->team) == team && !isnan (row->capacity) &&
          row->from_day != BF_BLANK)
        return FALSE;
    }
  return TRUE;
}

/* What the activity asks of the team on each of its working days. */
static double
daily_load (const BfRoadmap *roadmap, const BfRoadmapActivity *activity, int team)
{
  double person_days = 0;
  int days = bf_calendar_count (roadmap->calendar, activity->start, activity->finish);

  for (guint i = 0; i < activity->n_loads; i++)
    if (activity->loads[i].team == team)
      person_days += activity->loads[i].person_days;
  return days > 0 ? person_days / days : 0;
}

static void
add_activity (const BfTeamLoad *load,
              const BfRoadmap *roadmap,
              const BfRoadmapActivity *activity,
              int team,
              double *used)
{
  double daily = daily_load (roadmap, activity, team);

  for (gint64 day = activity->start; daily > 0 && day <= activity->finish; day++)
    if (bf_calendar_is_working (roadmap->calendar, day))
      used[day - load->first_monday] += daily;
}

static void
fill_weeks (const BfTeamLoad *load, const BfRoadmap *roadmap, const double *used, BfTeamLine *line)
{
  for (guint i = 0; i < load->n_weeks * WEEK; i++)
    {
      gint64 day = load->first_monday + i;
      BfTeamWeek *week = &line->weeks[i / WEEK];
      double capacity;

      week->load += used[i];
      if (line->unbounded || !bf_calendar_is_working (roadmap->calendar, day))
        continue;
      capacity = capacity_on (roadmap->plan, line->team, day);
      week->capacity += capacity;
      if (capacity > 0)
        week->peak = MAX (week->peak, MIN (1, used[i] / capacity));
    }
  for (guint i = 0; i < load->n_weeks; i++)
    line->most = MAX (line->most, line->weeks[i].load);
}

/* FALSE: the roadmap asks nothing of the team. */
static gboolean
make_line (const BfTeamLoad *load, const BfRoadmap *roadmap, int team, BfTeamLine *line)
{
  g_autofree double *used = g_new0 (double, load->n_weeks *WEEK + 1);

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_activities; k++)
      add_activity (load, roadmap, &roadmap->steps[i].activities[k], team, used);
  line->team = team;
  line->unbounded = is_unbounded (roadmap->plan, team);
  line->most = 0;
  line->weeks = g_new0 (BfTeamWeek, load->n_weeks + 1);
  fill_weeks (load, roadmap, used, line);
  if (line->most > 0)
    return TRUE;
  g_free (line->weeks);
  return FALSE;
}

static void
set_range (BfTeamLoad *load, const BfRoadmap *roadmap)
{
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      first = MIN (first, roadmap->steps[i].start);
      last = MAX (last, roadmap->steps[i].finish);
      for (guint k = 0; k < roadmap->steps[i].n_activities; k++)
        {
          first = MIN (first, roadmap->steps[i].activities[k].start);
          last = MAX (last, roadmap->steps[i].activities[k].finish);
        }
    }
  if (last < first)
    return;
  load->first_monday = monday_of (first);
  load->n_weeks = (guint) ((last - load->first_monday) / WEEK + 1);
}

BfTeamLoad *
bf_team_load_new (const BfRoadmap *roadmap)
{
  BfTeamLoad *load = g_new0 (BfTeamLoad, 1);
  guint n_teams = bf_plan_count (roadmap->plan, BF_TEAM);

  load->teams = g_new0 (BfTeamLine, n_teams + 1);
  if (!roadmap->calendar)
    return load;
  set_range (load, roadmap);
  for (guint team = 0; load->n_weeks > 0 && team < n_teams; team++)
    if (make_line (load, roadmap, (int) team, &load->teams[load->n_teams]))
      load->n_teams++;
  return load;
}

void
bf_team_load_free (BfTeamLoad *load)
{
  for (guint i = 0; i < load->n_teams; i++)
    g_free (load->teams[i].weeks);
  g_free (load->teams);
  g_free (load);
}

static int
compare_work (gconstpointer a, gconstpointer b)
{
  const BfTeamWork *first = a, *second = b;

  if (first->person_days != second->person_days)
    return first->person_days > second->person_days ? -1 : 1;
  return first->step - second->step;
}

GArray *
bf_team_load_work (const BfTeamLoad *load, const BfRoadmap *roadmap, guint line, guint week)
{
  GArray *work = g_array_new (FALSE, FALSE, sizeof (BfTeamWork));
  gint64 monday = load->first_monday + (gint64) week * WEEK;

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_activities; k++)
      {
        const BfRoadmapActivity *activity = &roadmap->steps[i].activities[k];
        double daily = daily_load (roadmap, activity, load->teams[line].team);
        gint64 from = MAX (monday, activity->start);
        gint64 to = MIN (monday + WEEK - 1, activity->finish);
        BfTeamWork item = { (int) i, activity->kind, 0 };

        if (daily <= 0 || to < from)
          continue;
        item.person_days = daily * bf_calendar_count (roadmap->calendar, from, to);
        if (item.person_days > 0)
          g_array_append_val (work, item);
      }
  g_array_sort (work, compare_work);
  return work;
}
