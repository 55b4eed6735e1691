/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who of a team is free when, in each draw.
 *
 * Work takes people in the plan's order, and takes those who are free by then, whoever they are: a
 * policy by activities (Stork 2001; Ballestin and Leus 2009). It waits only while too few of the
 * team are free. People who come have worked for nobody; where a team shrinks, those leave who are
 * free first, and work that runs late keeps its people. */

#include "bf-risk-private.h"

#include <string.h>

#define LEAST_PEOPLE 1e-4f

/* --- The plan: who is asked for, and how the team changes before. --- */

/* Of periods that overlap the one that begins last counts. */
static double
capacity_on (const BfPlan *plan, int team, gint64 day)
{
  const char *key = BF_ROW (plan, TEAM, BfTeam, (guint) team)->row.key;
  gint64 latest = G_MININT64;
  double capacity = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *row = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (!row->team || g_ascii_strcasecmp (row->team, key) != 0 || isnan (row->capacity) ||
          (row->from_day != BF_BLANK && row->from_day > day) ||
          (row->to_day != BF_BLANK && row->to_day < day) || row->from_day < latest)
        continue;
      latest = row->from_day;
      capacity = row->capacity;
    }
  return capacity;
}

typedef struct
{
  BfRiskModel *model;
  double *here;  /* people of a team */
  int *earliest; /* an activity: count before which it begins in no draw */
} Listing;

static int
find_earliest (const Listing *self, int a)
{
  const BfRiskActivity *activity = &self->model->activities[a];
  int earliest = activity->earliest;

  if (activity->cutover >= 0)
    return bf_risk_count (self->model, activity->planned_start);
  for (int e = 0; e < activity->n_edges; e++)
    {
      const BfRiskEdge *edge =
          &g_array_index (self->model->edges, BfRiskEdge, (guint) (activity->first_edge + e));

      if (edge->kind != BF_RISK_EDGE_OVERLAP && edge->lag >= 0)
        earliest = MAX (earliest, self->earliest[edge->before]);
    }
  return earliest;
}

static void
list_take (Listing *self, const BfPlacing *placing, int team, double people)
{
  double capacity = capacity_on (self->model->set->plan, team, placing->start);
  BfRiskTake take = { .team = team,
                      .people = (float) people,
                      .change = (float) (capacity - self->here[team]) };

  if (people <= 0 || bf_plan_team_best_capacity (self->model->set->plan, team) <= 0)
    return;
  self->here[team] = capacity;
  g_array_append_val (self->model->takes, take);
}

static void
list_activity (Listing *self, int a)
{
  const BfActivity *row = &g_array_index (self->model->network->activities, BfActivity, (guint) a);
  const BfPlacing *placing = &self->model->schedule->placings[a];
  BfRiskActivity *activity = &self->model->activities[a];
  int days = placing->empty || activity->days == 0
                 ? 0
                 : bf_calendar_count (self->model->calendar, placing->start, placing->finish);

  self->earliest[a] = find_earliest (self, a);
  activity->first_take = (int) self->model->takes->len;
  for (guint i = 0; days > 0 && i < row->loads.n; i++)
    if (row->loads.of[i].team >= 0)
      list_take (self, placing, row->loads.of[i].team, row->loads.of[i].person_days / days);
  activity->n_takes = (int) self->model->takes->len - activity->first_take;
}

/* What no later work of the team begins before. */
static void
fill_floors (const Listing *self)
{
  BfRiskModel *model = self->model;
  guint n_teams = bf_plan_count (model->set->plan, BF_TEAM);
  g_autofree int *floors = g_new (int, n_teams + 1);

  for (guint i = 0; i < n_teams; i++)
    floors[i] = G_MAXINT;
  for (guint i = model->n_activities; i-- > 0;)
    {
      const BfRiskActivity *activity = &model->activities[model->order[i]];

      for (int t = activity->first_take; t < activity->first_take + activity->n_takes; t++)
        {
          BfRiskTake *take = &g_array_index (model->takes, BfRiskTake, (guint) t);

          floors[take->team] = MIN (floors[take->team], self->earliest[model->order[i]]);
          take->floor = floors[take->team];
        }
    }
}

void
bf_risk_model_add_teams (BfRiskModel *model)
{
  g_autofree double *here = g_new0 (double, bf_plan_count (model->set->plan, BF_TEAM) + 1);
  g_autofree int *earliest = g_new0 (int, model->n_activities + 1);
  Listing self = { model, here, earliest };

  model->takes = g_array_new (FALSE, FALSE, sizeof (BfRiskTake));
  for (guint i = 0; i < model->n_activities; i++)
    list_activity (&self, model->order[i]);
  fill_floors (&self);
}

/* --- A draw. --- */

static void
remove_party (BfRiskCrowd *crowd, int at)
{
  crowd->n--;
  memmove (&crowd->parties[at],
           &crowd->parties[at + 1],
           (gsize) (crowd->n - at) * sizeof *crowd->parties);
}

/* The first of the crowd with the second, as if they were free when the second is. */
static void
join_first (BfRiskCrowd *crowd)
{
  crowd->parties[1].people += crowd->parties[0].people;
  remove_party (crowd, 0);
}

static void
add_party (BfRiskCrowd *crowd, BfRiskParty party)
{
  int at;

  if (crowd->n == BF_RISK_PARTIES)
    join_first (crowd);
  for (at = crowd->n; at > 0 && crowd->parties[at - 1].free > party.free; at--)
    ;
  memmove (&crowd->parties[at + 1],
           &crowd->parties[at],
           (gsize) (crowd->n - at) * sizeof *crowd->parties);
  crowd->parties[at] = party;
  crowd->n++;
}

/* Takes people from the party; returns how many. */
static float
take_from (BfRiskCrowd *crowd, int at, float people)
{
  float taken = MIN (people, crowd->parties[at].people);

  crowd->parties[at].people -= taken;
  if (crowd->parties[at].people < LEAST_PEOPLE)
    remove_party (crowd, at);
  return taken;
}

static void
change_crowd (BfRiskCrowd *crowd, float change)
{
  if (change > LEAST_PEOPLE)
    add_party (crowd, (BfRiskParty){ 0, -1, change });
  while (change < -LEAST_PEOPLE && crowd->n)
    change += take_from (crowd, 0, -change);
}

/* The party that completes the people wanted, taken from those who are free first. */
static const BfRiskParty *
find_completing (const BfRiskCrowd *crowd, float people)
{
  int at = 0;

  for (; at < crowd->n; at++)
    {
      people -= crowd->parties[at].people;
      if (people < LEAST_PEOPLE)
        break;
    }
  return crowd->n ? &crowd->parties[MIN (at, crowd->n - 1)] : NULL;
}

void
bf_risk_await_people (BfRiskBlock *block, int a, int *start, int *held_by)
{
  const BfRiskActivity *activity = &block->model->activities[a];

  for (guint i = 0; i < block->n; i++)
    held_by[i] = -1;
  for (int t = activity->first_take; t < activity->first_take + activity->n_takes; t++)
    {
      const BfRiskTake *take = &g_array_index (block->model->takes, BfRiskTake, (guint) t);
      BfRiskCrowd *crowds = block->crowds + (gsize) take->team * block->model->block;

      for (guint i = 0; i < block->n; i++)
        {
          const BfRiskParty *last;

          while (crowds[i].n > 1 && crowds[i].parties[1].free <= take->floor)
            join_first (&crowds[i]);
          change_crowd (&crowds[i], take->change);
          last = find_completing (&crowds[i], take->people);
          if (!last || last->free <= start[i])
            continue;
          start[i] = last->free;
          held_by[i] = last->from;
        }
    }
}

/* Those who have become free last before the start go, so that the others are there for what may
 * begin earlier. */
static float
take_people (BfRiskCrowd *crowd, float people, int start)
{
  float taken = 0;

  for (int at = crowd->n; at-- > 0 && people - taken >= LEAST_PEOPLE;)
    if (crowd->parties[at].free <= start)
      taken += take_from (crowd, at, people - taken);
  return taken;
}

void
bf_risk_keep_people (BfRiskBlock *block, int a, const int *start, const int *end)
{
  const BfRiskActivity *activity = &block->model->activities[a];

  for (int t = activity->first_take; t < activity->first_take + activity->n_takes; t++)
    {
      const BfRiskTake *take = &g_array_index (block->model->takes, BfRiskTake, (guint) t);
      BfRiskCrowd *crowds = block->crowds + (gsize) take->team * block->model->block;

      for (guint i = 0; i < block->n; i++)
        {
          float taken = take_people (&crowds[i], take->people, start[i]);

          if (taken > 0)
            add_party (&crowds[i], (BfRiskParty){ end[i], a, taken });
        }
    }
}
