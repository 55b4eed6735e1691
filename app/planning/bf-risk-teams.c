/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who takes over people from whom: the flow of each team's people through the plan. */

#include "bf-risk-private.h"

typedef struct
{
  int from; /* activity that had them; -1: nobody yet */
  double people;
} Share;

typedef struct
{
  int activity;
  gint64 finish;
  double people;
} Running;

typedef struct
{
  BfRiskModel *model;
  GArray **before; /* an activity: BfRiskEdge */
  int team;
  GArray *free;    /* Share, free longest first */
  GArray *running; /* Running */
} Flow;

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

static double
people_of (const Flow *flow, int index)
{
  const BfActivity *activity =
      &g_array_index (flow->model->network->activities, BfActivity, (guint) index);
  const BfPlacing *placing = &flow->model->schedule->placings[index];
  int days = placing->empty
                 ? 0
                 : bf_calendar_count (flow->model->calendar, placing->start, placing->finish);

  for (guint i = 0; days > 0 && i < activity->loads.n; i++)
    if (activity->loads.of[i].team == flow->team)
      return activity->loads.of[i].person_days / days;
  return 0;
}

static double
people_here (const Flow *flow)
{
  double sum = 0;

  for (guint i = 0; i < flow->free->len; i++)
    sum += g_array_index (flow->free, Share, i).people;
  for (guint i = 0; i < flow->running->len; i++)
    sum += g_array_index (flow->running, Running, i).people;
  return sum;
}

/* People of work that has ended are free again, in the order in which it ended. */
static void
release_until (Flow *flow, gint64 day)
{
  for (guint i = 0; i < flow->running->len;)
    {
      Running *running = &g_array_index (flow->running, Running, i);
      Share share = { running->activity, running->people };

      if (running->finish >= day)
        {
          i++;
          continue;
        }
      g_array_append_val (flow->free, share);
      g_array_remove_index (flow->running, i);
    }
}

/* New people have worked for nobody; those who leave are the ones who are free longest. */
static void
match_capacity (Flow *flow, double capacity)
{
  double more = capacity - people_here (flow);

  if (more > 0)
    {
      Share share = { -1, more };

      g_array_prepend_val (flow->free, share);
      return;
    }
  while (more < -1e-9 && flow->free->len)
    {
      Share *share = &g_array_index (flow->free, Share, 0);
      double gone = MIN (share->people, -more);

      share->people -= gone;
      more += gone;
      if (share->people < 1e-9)
        g_array_remove_index (flow->free, 0);
    }
}

static void
take (Flow *flow, int activity, double people)
{
  double wanted = people;

  while (wanted > 1e-9 && flow->free->len)
    {
      Share *share = &g_array_index (flow->free, Share, 0);
      double taken = MIN (share->people, wanted);
      BfRiskEdge edge = { share->from, BF_RISK_EDGE_FINISH, 0 };

      if (share->from >= 0)
        g_array_append_val (flow->before[activity], edge);
      wanted -= taken;
      share->people -= taken;
      if (share->people < 1e-9)
        g_array_remove_index (flow->free, 0);
    }
}

static int
compare_running (gconstpointer a, gconstpointer b)
{
  const Running *x = a, *y = b;

  if (x->finish != y->finish)
    return x->finish < y->finish ? -1 : 1;
  return x->activity < y->activity ? -1 : x->activity > y->activity;
}

static void
start_activity (Flow *flow, int index)
{
  const BfPlacing *placing = &flow->model->schedule->placings[index];
  double people = people_of (flow, index);
  Running running = { index, placing->finish, people };

  if (people <= 0)
    return;
  release_until (flow, placing->start);
  match_capacity (flow, capacity_on (flow->model->set->plan, flow->team, placing->start));
  take (flow, index, people);
  g_array_append_val (flow->running, running);
  g_array_sort (flow->running, compare_running);
}

int
bf_risk_model_compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfRiskModel *model = data;
  int x = *(const int *) a, y = *(const int *) b;
  int from = model->activities[x].planned_start, to = model->activities[y].planned_start;

  return from != to ? from - to : x - y;
}

void
bf_risk_model_add_teams (BfRiskModel *model, GArray **before)
{
  g_autofree int *by_start = g_new (int, model->n_activities + 1);

  for (guint i = 0; i < model->n_activities; i++)
    by_start[i] = (int) i;
  g_qsort_with_data (
      by_start, (int) model->n_activities, sizeof (int), bf_risk_model_compare_starts, model);
  for (guint team = 0; team < bf_plan_count (model->set->plan, BF_TEAM); team++)
    {
      Flow flow = { model, before, (int) team, NULL, NULL };

      if (bf_plan_team_best_capacity (model->set->plan, (int) team) <= 0)
        continue;
      flow.free = g_array_new (FALSE, FALSE, sizeof (Share));
      flow.running = g_array_new (FALSE, FALSE, sizeof (Running));
      for (guint i = 0; i < model->n_activities; i++)
        start_activity (&flow, by_start[i]);
      g_array_unref (flow.free);
      g_array_unref (flow.running);
    }
}
