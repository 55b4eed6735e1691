/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-private.h"

#include "bf-network.h"

#define DEFAULT_DRAWS 4000
#define MORE_DAYS 2200 /* beyond the calendar */
#define TEAM_SPREAD 0.1
#define VENDOR_SPREAD 0.1
#define AREA_SPREAD 0.05
#define WIDE_PLAN 4000 /* activities, from which blocks are small */

/* --- Days --- */

static gboolean
is_working (const BfRiskModel *model, gint64 day)
{
  return day <= bf_calendar_last_day (model->calendar)
             ? bf_calendar_is_working (model->calendar, day)
             : bf_day_weekday (day) < 5;
}

static void
fill_days (BfRiskModel *model)
{
  model->origin = bf_calendar_first_day (model->calendar);
  model->horizon_end = (int) (bf_plan_horizon_end (model->set->plan) - model->origin);
  model->n_days = (int) (bf_calendar_last_day (model->calendar) - model->origin) + 1 + MORE_DAYS;
  model->day_of_count = g_new0 (int, model->n_days + 1);
  model->count_of_day = g_new0 (int, model->n_days + 1);
  for (int day = 0; day < model->n_days; day++)
    {
      model->count_of_day[day] = model->n_work;
      if (is_working (model, model->origin + day))
        model->day_of_count[model->n_work++] = day;
    }
}

/* --- Common factors --- */

static char *
vendor_of (const BfRiskModel *model, const BfStep *step, guint index)
{
  const BfSystem *system = BF_ROW (
      model->set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, index));
  g_autofree char *trimmed = g_strstrip (g_strdup (system->vendor ? system->vendor : ""));

  return g_utf8_casefold (trimmed, -1);
}

/* The vendor that most systems of the step name; of several the first. NULL: none is named. */
static char *
main_vendor (const BfRiskModel *model, const BfStep *step)
{
  char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < step->systems->len; i++)
    {
      g_autofree char *vendor = vendor_of (model, step, i);
      guint n = 0;

      for (guint j = 0; j < step->systems->len; j++)
        {
          g_autofree char *other = vendor_of (model, step, j);

          n += g_str_equal (vendor, other);
        }
      if (!*vendor || n <= most)
        continue;
      most = n;
      g_free (best);
      best = g_steal_pointer (&vendor);
    }
  return best;
}

static double
spread_of (double option, double usual)
{
  return option == 0 ? usual : MAX (0, option);
}

static int
add_factor (BfRiskModel *model, GArray *streams, GArray *spreads, const char *key, double spread)
{
  guint64 stream = bf_random_stream (model->options.seed, key);

  g_array_append_val (streams, stream);
  g_array_append_val (spreads, spread);
  return (int) streams->len - 1;
}

static void
add_vendors (BfRiskModel *model, GArray *streams, GArray *spreads)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  double spread = spread_of (model->options.vendor_spread, VENDOR_SPREAD);

  for (guint s = 0; s < model->n_steps; s++)
    {
      g_autofree char *vendor = main_vendor (model, model->steps[s].step);
      g_autofree char *key = g_strconcat ("vendor:", vendor, NULL);
      gpointer found;

      model->steps[s].vendor = -1;
      if (!vendor || spread <= 0)
        continue;
      if (!g_hash_table_lookup_extended (known, vendor, NULL, &found))
        {
          found = GINT_TO_POINTER (add_factor (model, streams, spreads, key, spread));
          g_hash_table_insert (known, g_steal_pointer (&vendor), found);
        }
      model->steps[s].vendor = GPOINTER_TO_INT (found);
    }
}

static void
add_areas (BfRiskModel *model, GArray *streams, GArray *spreads)
{
  int first = (int) streams->len;
  double spread = spread_of (model->options.area_spread, AREA_SPREAD);

  for (guint i = 0; i < bf_plan_count (model->set->plan, BF_AREA); i++)
    {
      g_autofree char *key =
          g_strconcat ("area:", BF_ROW (model->set->plan, AREA, BfArea, i)->row.key, NULL);

      add_factor (model, streams, spreads, key, spread);
    }
  for (guint s = 0; s < model->n_steps; s++)
    {
      BfRiskStep *step = &model->steps[s];

      step->n_areas = spread > 0 ? step->step->areas->len : 0;
      step->areas = g_new (int, step->n_areas + 1);
      for (guint i = 0; i < step->n_areas; i++)
        step->areas[i] = first + g_array_index (step->step->areas, int, i);
    }
}

/* Teams come first, so a team's factor has the team's number. */
static void
fill_factors (BfRiskModel *model)
{
  GArray *streams = g_array_new (FALSE, FALSE, sizeof (guint64));
  GArray *spreads = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < bf_plan_count (model->set->plan, BF_TEAM); i++)
    add_factor (model,
                streams,
                spreads,
                BF_ROW (model->set->plan, TEAM, BfTeam, i)->row.key,
                spread_of (model->options.team_spread, TEAM_SPREAD));
  add_vendors (model, streams, spreads);
  add_areas (model, streams, spreads);
  model->n_factors = streams->len;
  model->factor_streams = (guint64 *) (gpointer) g_array_free (streams, FALSE);
  model->factor_spreads = (double *) (gpointer) g_array_free (spreads, FALSE);
}

/* --- Activities --- */

static int
main_team (const BfLoads *loads)
{
  int team = -1;
  double most = 0;

  for (guint i = 0; i < loads->n; i++)
    if (loads->of[i].team >= 0 && loads->of[i].person_days > most)
      {
        most = loads->of[i].person_days;
        team = loads->of[i].team;
      }
  return team;
}

static gboolean
is_booked (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_BUILD || kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_REVIEW ||
         kind == BF_ACTIVITY_CUTOVER;
}

static void
fill_activity (BfRiskModel *model, guint i)
{
  const BfActivity *row = &g_array_index (model->network->activities, BfActivity, i);
  const BfPlacing *placing = &model->schedule->placings[i];
  const BfStep *step = model->steps[row->step].step;
  BfRiskActivity *activity = &model->activities[i];

  *activity = (BfRiskActivity){ .kind = row->kind,
                                .step = row->step,
                                .part = row->part,
                                .days = row->days,
                                .team = main_team (&row->loads),
                                .planned_start = (int) (placing->start - model->origin),
                                .planned_finish = (int) (placing->finish - model->origin),
                                .cutover = -1 };
  if (is_booked (row->kind))
    activity->earliest = bf_risk_count (model, activity->planned_start);
  if (row->kind == BF_ACTIVITY_REVIEW || row->kind == BF_ACTIVITY_CAMPAIGN)
    activity->line = g_array_index (step->campaigns, BfCampaign, row->part).line;
}

/* Soft orders that the plan does not keep hold nobody in a draw either. */
static gboolean
is_given_up (const BfRiskModel *model, const BfEdge *edge)
{
  return edge->soft && !bf_schedule_keeps (model->schedule->placings, edge);
}

static void
add_network_edges (BfRiskModel *model, GArray **before)
{
  static const BfRiskEdgeKind kinds[] = {
    [BF_EDGE_FINISH_START] = BF_RISK_EDGE_FINISH, [BF_EDGE_OVERLAP] = BF_RISK_EDGE_OVERLAP,
    [BF_EDGE_RELEASE] = BF_RISK_EDGE_FINISH,      [BF_EDGE_LIVE] = BF_RISK_EDGE_OVERLAP,
    [BF_EDGE_START_START] = BF_RISK_EDGE_START,
  };

  for (guint i = 0; i < model->network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (model->network->edges, BfEdge, i);
      BfRiskEdge own = { edge->before, kinds[edge->kind], edge->lag };

      /* It may begin earlier by its own days, and does not end before. */
      if (edge->kind == BF_EDGE_LIVE)
        own.lag = model->activities[edge->after].days - edge->lag;
      if (!is_given_up (model, edge))
        g_array_append_val (before[edge->after], own);
    }
}

/* --- Order --- */

typedef struct
{
  BfRiskModel *model;
  GArray **before;
  int *position; /* 0: not seen, -1: being visited, else 1 and more */
  int n;
} Sorting;

/* Depth first; what would close a ring (no plan has one, save by a negative lag) is dropped. */
static void
visit (Sorting *self, int activity)
{
  GArray *before = self->before[activity];

  self->position[activity] = -1;
  for (guint i = 0; i < before->len; i++)
    {
      int other = g_array_index (before, BfRiskEdge, i).before;

      if (self->position[other] == 0)
        visit (self, other);
      if (self->position[other] < 0)
        g_array_remove_index (before, i--);
    }
  self->model->order[self->n++] = activity;
  self->position[activity] = self->n;
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfRiskModel *model = data;
  int x = *(const int *) a, y = *(const int *) b;
  int from = model->activities[x].planned_start, to = model->activities[y].planned_start;

  return from != to ? from - to : x - y;
}

/* What the plan starts first comes first, as far as the edges allow. */
static void
sort_activities (BfRiskModel *model, GArray **before)
{
  g_autofree int *by_start = g_new (int, model->n_activities + 1);
  g_autofree int *position = g_new0 (int, model->n_activities + 1);
  Sorting self = { model, before, position, 0 };

  model->order = g_new (int, model->n_activities + 1);
  for (guint i = 0; i < model->n_activities; i++)
    by_start[i] = (int) i;
  g_qsort_with_data (by_start, (int) model->n_activities, sizeof (int), compare_starts, model);
  for (guint i = 0; i < model->n_activities; i++)
    if (position[by_start[i]] == 0)
      visit (&self, by_start[i]);
}

/* One edge of a kind and lag is enough. */
static gboolean
is_known (const BfRiskModel *model, const BfRiskActivity *activity, const BfRiskEdge *edge)
{
  for (guint i = (guint) activity->first_edge; i < model->edges->len; i++)
    {
      const BfRiskEdge *known = &g_array_index (model->edges, BfRiskEdge, i);

      if (known->before == edge->before && known->kind == edge->kind && known->lag == edge->lag)
        return TRUE;
    }
  return FALSE;
}

/* The last day of an activity is asked for by what has no length of its own, and by the release of
 * a step, unless another activity of the step follows anyway. */
static void
mark_wanted_days (BfRiskModel *model)
{
  g_autofree gboolean *followed = g_new0 (gboolean, model->n_activities + 1);

  for (guint i = 0; i < model->n_activities; i++)
    for (int e = 0; e < model->activities[i].n_edges; e++)
      {
        const BfRiskEdge *edge = &g_array_index (
            model->edges, BfRiskEdge, (guint) (model->activities[i].first_edge + e));
        BfRiskActivity *before = &model->activities[edge->before];

        before->wants_day |= model->activities[i].days == 0;
        if (before->step == model->activities[i].step && edge->kind == BF_RISK_EDGE_FINISH &&
            edge->lag >= 0)
          followed[edge->before] = TRUE;
      }
  for (guint i = 0; i < model->n_activities; i++)
    model->activities[i].wants_day |= !followed[i];
}

static void
flatten_edges (BfRiskModel *model, GArray **before)
{
  model->edges = g_array_new (FALSE, FALSE, sizeof (BfRiskEdge));
  for (guint i = 0; i < model->n_activities; i++)
    {
      BfRiskActivity *activity = &model->activities[i];

      activity->first_edge = (int) model->edges->len;
      for (guint e = 0; e < before[i]->len; e++)
        {
          const BfRiskEdge *edge = &g_array_index (before[i], BfRiskEdge, e);

          if (!is_known (model, activity, edge))
            g_array_append_vals (model->edges, edge, 1);
        }
      activity->n_edges = (int) model->edges->len - activity->first_edge;
    }
  mark_wanted_days (model);
}

static void
fill_network (BfRiskModel *model)
{
  g_autofree GArray **before = g_new (GArray *, model->n_activities + 1);

  for (guint i = 0; i < model->n_activities; i++)
    before[i] = g_array_new (FALSE, FALSE, sizeof (BfRiskEdge));
  add_network_edges (model, before);
  bf_risk_model_add_cutovers (model, before);
  sort_activities (model, before);
  flatten_edges (model, before);
  bf_risk_model_add_teams (model);
  for (guint i = 0; i < model->n_activities; i++)
    g_array_unref (before[i]);
}

/* --- Steps --- */

static void
fill_lines (BfRiskModel *model, BfRiskStep *step)
{
  double weeks[2] = { 0, 0 };

  model->n_lines = MAX (model->n_lines, step->step->lines->len);
  for (guint i = 0; i < step->step->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (step->step->lines, BfQualificationLine, i);

      if (line->special || line->neighbour >= 0)
        continue;
      weeks[line->offline] += bf_estimate_mean (line->weeks);
      step->own_days += line->person_days;
    }
  step->offline_share = weeks[0] + weeks[1] > 0 ? weeks[1] / (weeks[0] + weeks[1]) : 0;
}

static void
fill_step (BfRiskModel *model, guint i)
{
  BfRiskStep *step = &model->steps[i];
  const BfArchetype *archetype;

  step->step = g_ptr_array_index (model->set->steps, i);
  archetype = step->step->archetype;
  step->stream = bf_random_stream (model->options.seed, step->step->key);
  step->first = model->network->first[i];
  step->n = model->network->first[i + 1] - step->first;
  step->mean_rate = bf_step_mean_rate (model->set, step->step) * BF_MINOR_PER_UNIT;
  step->n_bridges = bf_step_n_bridges (model->set, step->step);
  step->interim = bf_cost_of_interim_day (model->set, step->step);
  step->double_runs = bf_cost_double_runs (model->set, (int) i);
  step->heavy =
      archetype && (archetype->gamp_category == BF_GAMP_4 || archetype->gamp_category == BF_GAMP_5);
  fill_lines (model, step);
}

/* --- Whole --- */

BfRiskModel *
bf_risk_model_new (const BfStepSet *set,
                   const BfNetwork *network,
                   const BfCalendar *calendar,
                   const BfSchedule *schedule,
                   const BfRiskOptions *options)
{
  BfRiskModel *model = g_new0 (BfRiskModel, 1);

  model->set = set;
  model->network = network;
  model->calendar = calendar;
  model->schedule = schedule;
  model->options = *options;
  model->n_draws = options->draws ? options->draws : DEFAULT_DRAWS;
  model->n_strata = options->plain ? 0 : model->n_draws;
  model->n_activities = network->activities->len;
  model->block = model->n_activities > WIDE_PLAN ? 64 : BF_RISK_BLOCK;
  model->n_steps = set->steps->len;
  model->bridge = bf_step_bridge (set);
  model->activities = g_new0 (BfRiskActivity, model->n_activities + 1);
  model->steps = g_new0 (BfRiskStep, model->n_steps + 1);
  fill_days (model);
  for (guint i = 0; i < model->n_steps; i++)
    fill_step (model, i);
  fill_factors (model);
  for (guint i = 0; i < model->n_activities; i++)
    fill_activity (model, i);
  fill_network (model);
  return model;
}

void
bf_risk_model_free (BfRiskModel *model)
{
  gpointer owned[] = {
    model->activities,   model->steps,          model->cutovers,
    model->order,        model->factor_streams, model->booked,
    model->day_of_count, model->count_of_day,   model->factor_spreads,
  };

  for (guint i = 0; i < model->n_cutovers; i++)
    bf_risk_cutover_clear (&model->cutovers[i]);
  for (guint i = 0; i < model->n_steps; i++)
    {
      g_array_unref (model->steps[i].double_runs);
      g_free (model->steps[i].areas);
    }
  g_array_unref (model->edges);
  g_array_unref (model->takes);
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_free (model);
}
