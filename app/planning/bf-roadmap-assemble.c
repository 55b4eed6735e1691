/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps, totals and budget periods of a roadmap, from what the stages found. */

#include "bf-roadmap-compute.h"

#include "bf-step-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const BfStep *
get_step (const BfComputing *computing, int step)
{
  return g_ptr_array_index (computing->set->steps, (guint) step);
}

static const BfActivity *
get_activity (const BfComputing *computing, int activity)
{
  return &g_array_index (computing->network->activities, BfActivity, activity);
}

/* --- Cutovers --- */

static const char *const *
area_keys (const BfComputing *computing, const BfStep *step, guint part)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const int *areas;
  guint n = bf_step_cutover_areas (step, part, &areas);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (keys,
                     (gpointer) BF_ROW (computing->plan, AREA, BfArea, (guint) areas[i])->row.key);
  return bf_roadmap_list (computing->roadmap, keys);
}

static void
add_once (GPtrArray *list, char *take)
{
  if (g_ptr_array_find_with_equal_func (list, take, g_str_equal, NULL))
    g_free (take);
  else
    g_ptr_array_add (list, take);
}

static void
name_windows (const BfComputing *computing, const BfPlacing *placing, BfRoadmapCutover *cutover)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; placing->openings && i < placing->openings->len; i++)
    {
      const BfOpeningUse *use = &g_array_index (placing->openings, BfOpeningUse, i);

      add_once (ids,
                bf_calendar_window_id (computing->roadmap->calendar, use->window, use->occurrence));
      add_once (names,
                g_strdup (bf_calendar_window_name (
                    computing->roadmap->calendar, use->window, use->occurrence)));
    }
  cutover->windows = bf_roadmap_list (computing->roadmap, ids);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  cutover->window_name = *joined ? bf_roadmap_text (computing->roadmap, joined) : NULL;
}

static void
fill_cutover (const BfComputing *computing, const BfStep *row, int a, BfRoadmapCutover *cutover)
{
  const BfActivity *activity = get_activity (computing, a);
  const BfPlacing *placing = &computing->schedule->placings[a];
  const BfCutoverRisk *risk = &computing->risk->cutovers[a];

  cutover->part = activity->part;
  cutover->start = placing->start_minute;
  cutover->finish = placing->finish_minute;
  cutover->hours = row->plans_stop ? row->need_hours : 0;
  cutover->placement = placing->placement;
  cutover->areas = area_keys (computing, row, (guint) activity->part);
  cutover->opening_start = risk->opening_start;
  cutover->opening_end = risk->opening_end;
  cutover->miss_chance = risk->miss_chance;
  cutover->margin_days = risk->margin_days;
  cutover->delay_if_missed_days = risk->delay_days;
  cutover->mean_delay_days = risk->mean_delay_days;
  name_windows (computing, placing, cutover);
}

static int
compare_cutovers (gconstpointer a, gconstpointer b)
{
  const BfRoadmapCutover *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->part < y->part ? -1 : x->part > y->part;
}

static void
fill_cutovers (const BfComputing *computing, int s, BfRoadmapStep *step)
{
  const BfStep *row = step->step;

  step->cutovers = bf_roadmap_array (computing->roadmap, BfRoadmapCutover, row->n_cutovers + 1);
  for (int a = computing->network->first[s]; a < computing->network->first[s + 1]; a++)
    if (get_activity (computing, a)->kind == BF_ACTIVITY_CUTOVER)
      fill_cutover (computing, row, a, &step->cutovers[step->n_cutovers++]);
  qsort (step->cutovers, step->n_cutovers, sizeof (BfRoadmapCutover), compare_cutovers);
}

/* --- Activities --- */

static int
compare_activities (gconstpointer a, gconstpointer b)
{
  const BfRoadmapActivity *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->part < y->part ? -1 : x->part > y->part;
}

static gboolean
waits_for_place (const BfPlacing *placing)
{
  return placing->hold == BF_HELD_BY_WINDOW || placing->hold == BF_HELD_BY_CAPACITY ||
         placing->hold == BF_HELD_BY_FREEZE;
}

/* The activity that a placing waits for, of a cutover that waits for a place in a window the one
 * that made it ready; of one without a day of its own what that waits for. -1:
 * none. */
static int
holder_of (const BfComputing *computing, const BfPlacing *placing)
{
  int other = -1;

  do
    {
      gboolean waits = placing->hold == BF_HELD_BY_PREDECESSOR ||
                       placing->hold == BF_HELD_BY_TEAM || placing->hold == BF_HELD_BY_GATE ||
                       placing->hold == BF_HELD_BY_CORE;

      other = waits ? placing->hold_other : waits_for_place (placing) ? placing->ready_other : -1;
      placing = other >= 0 ? &computing->schedule->placings[other] : NULL;
    }
  while (placing && placing->empty);
  return other;
}

static void
fill_holder (const BfComputing *computing, const BfPlacing *placing, BfRoadmapActivity *activity)
{
  int other = holder_of (computing, placing);
  const BfActivity *holder = other >= 0 ? get_activity (computing, other) : NULL;

  if (!holder)
    return;
  activity->after =
      ((const BfStep *) g_ptr_array_index (computing->set->steps, (guint) holder->step))->key;
  activity->after_kind = holder->kind;
  activity->after_part = holder->part;
}

/* Activities without a day of their own are not shown; the release of a step always has one. */
static void
fill_activities (const BfComputing *computing, int s, BfRoadmapStep *step)
{
  int first = computing->network->first[s];
  int n = computing->network->first[s + 1] - first;

  step->activities = bf_roadmap_array (computing->roadmap, BfRoadmapActivity, (gsize) n);
  for (int a = first; a < first + n; a++)
    {
      const BfActivity *activity = get_activity (computing, a);
      const BfPlacing *placing = &computing->schedule->placings[a];
      BfLoad *loads = bf_roadmap_array (computing->roadmap, BfLoad, activity->loads.n);

      if (placing->empty)
        continue;
      memcpy (loads, activity->loads.of, activity->loads.n * sizeof (BfLoad));
      step->activities[step->n_activities++] = (BfRoadmapActivity){
        .kind = activity->kind,
        .part = activity->part,
        .start = placing->start,
        .finish = placing->finish,
        .n_loads = activity->loads.n,
        .loads = loads,
        .hold = placing->hold,
        .ready = placing->ready,
        .held_by = bf_roadmap_text (computing->roadmap, placing->held_by),
      };
      fill_holder (computing, placing, &step->activities[step->n_activities - 1]);
    }
  qsort (step->activities, step->n_activities, sizeof (BfRoadmapActivity), compare_activities);
}

/* The sentence for the first cutover, else for the build, else for what there is. */
static const char *
held_by (const BfComputing *computing, int s)
{
  const char *sentence = NULL;
  gint64 earliest = G_MAXINT64;

  for (int a = computing->network->first[s]; a < computing->network->first[s + 1]; a++)
    {
      const BfPlacing *placing = &computing->schedule->placings[a];

      if (get_activity (computing, a)->kind == BF_ACTIVITY_CUTOVER &&
          placing->start_minute < earliest)
        {
          earliest = placing->start_minute;
          sentence = placing->held_by;
        }
    }
  return bf_roadmap_text (
      computing->roadmap,
      sentence ? sentence : computing->schedule->placings[computing->network->first[s]].held_by);
}

/* --- Texts --- */

/* The user's title stays; the catalogue's gives way to its short name. */
static const char *
short_title (BfRoadmap *roadmap, const BfStep *step)
{
  const char *scope = step->scope_ids[0];
  const char *own = strrchr (scope, '/');
  g_autofree char *joined = NULL;

  if (step->decision && step->decision->title)
    return step->title;
  if (step->scope == BF_SCOPE_SITE || g_str_equal (scope, "site"))
    return step->archetype->short_name;
  /* A line says its controller; the area stands in the lane. */
  joined = g_strdup_printf ("%s %s", step->archetype->short_name, own ? own + 1 : scope);
  return bf_roadmap_text (roadmap, joined);
}

static gboolean
is_required (const BfComputing *computing, int before, int after)
{
  for (guint i = 0; i < computing->network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (computing->network->edges, BfEdge, i);

      if ((edge->kind == BF_EDGE_RELEASE || edge->kind == BF_EDGE_LIVE) && !edge->soft &&
          edge->gate < 0 && edge->lag >= 0 &&
          get_activity (computing, edge->before)->step == before &&
          get_activity (computing, edge->after)->step == after &&
          get_activity (computing, edge->before)->kind != BF_ACTIVITY_CUTOVER)
        return TRUE;
    }
  return FALSE;
}

static const char *const *
required_keys (const BfComputing *computing, int s)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < computing->set->steps->len; i++)
    if (is_required (computing, (int) i, s))
      g_ptr_array_add (keys, (gpointer) get_step (computing, (int) i)->key);
  return bf_roadmap_list (computing->roadmap, keys);
}

static const char *const *
reasons (const BfComputing *computing, const BfStep *step)
{
  return bf_roadmap_list (computing->roadmap, step->why);
}

static const char *
justification (const BfComputing *computing, const BfStep *step)
{
  if (step->mode != BF_MODE_AT_ONCE)
    return NULL;
  if (step->decision && step->decision->strategy == BF_MODE_AT_ONCE)
    return bf_roadmap_text (
        computing->roadmap,
        _ ("Replacing everything at once was chosen by hand; see the remark of the step."));
  return bf_roadmap_text (computing->roadmap,
                          _ ("At once costs least of the strategies that the step allows, trouble, "
                             "downtime and double running included."));
}

/* --- Qualification and money --- */

static void
fill_qualification (const BfComputing *computing, BfRoadmapStep *step)
{
  const GArray *lines = step->step->lines;

  step->n_qualification = lines->len;
  step->qualification = bf_roadmap_array (computing->roadmap, BfRoadmapQualification, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (lines, BfQualificationLine, i);

      step->qualification[i] = (BfRoadmapQualification){
        .phase = line->phase,
        .name = line->name,
        .units = line->units,
        .weeks = bf_estimate_mean (line->weeks),
        .person_days = line->person_days,
        .cost_minor = line->cost_minor - line->saved_minor,
      };
      step->saved_minor += line->saved_minor;
    }
}

static const char *
bundle_partner (const BfComputing *computing, int s)
{
  for (guint i = 0; i < computing->bundles->len; i++)
    {
      const BfBundle *bundle = &g_array_index (computing->bundles, BfBundle, i);

      if (bundle->cheaper == s || bundle->dearer == s)
        return get_step (computing, bundle->cheaper == s ? bundle->dearer : bundle->cheaper)->title;
    }
  return NULL;
}

static BfSpread
with_expected (BfSpread spread, double expected)
{
  spread.expected = expected;
  return spread;
}

static void
fill_money (const BfComputing *computing, int s, BfRoadmapStep *step)
{
  const BfStepCost *cost = &computing->costs[s];
  const BfStepRisk *risk = &computing->risk->steps[s];
  double lost;
  double hours = bf_cost_of_hours (computing->set,
                                   computing->network,
                                   computing->roadmap->calendar,
                                   computing->schedule,
                                   s,
                                   &lost);

  step->capex = with_expected (risk->capex, (double) cost->capex_minor);
  step->opex = with_expected (risk->opex, (double) cost->opex_minor);
  step->validation = with_expected (risk->validation, (double) cost->validation_minor);
  step->project_cost = with_expected (risk->project_cost, (double) cost->project_minor);
  step->downtime_hours = with_expected (risk->downtime_hours, hours);
  step->lost_hours = with_expected (risk->lost_hours, lost);
  step->downtime_cost = with_expected (risk->downtime_cost, (double) cost->downtime_minor);
  step->double_running_minor = cost->double_minor;
  step->bridges_minor = cost->bridges_minor;
  step->fully_loaded_minor = cost->loaded_minor;
}

/* --- Steps --- */

static void
fill_risk (const BfStepRisk *risk, BfRoadmapStep *step)
{
  step->release = risk->release;
  step->criticality = risk->criticality;
  step->finish_swing = risk->finish_swing;
  step->cost_swing = risk->cost_swing;
  step->miss_chance = risk->miss_chance;
  step->trouble_chance = risk->trouble_chance;
  step->missed_swing = risk->missed_swing;
  step->trouble_swing = risk->trouble_swing;
}

/* What the plant does until the release; begun weeks count. */
static void
fill_interim (const BfComputing *computing, int s, BfRoadmapStep *step)
{
  const BfStep *row = step->step;
  gint64 from = step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : BF_BLANK;

  for (guint i = 0; from != BF_BLANK && i < row->systems->len; i++)
    if (BF_ROW (computing->plan, SYSTEM, BfSystem, (guint) g_array_index (row->systems, int, i))
            ->interim_operation == BF_INTERIM_QUARANTINE)
      step->quarantine_weeks = (int) ((step->finish - from + 6) / 7);
  step->interim_hours = bf_cost_of_interim_hours (
      computing->set, computing->network, computing->roadmap->calendar, computing->schedule, s);
}

static void
fill_step (const BfComputing *computing, int s, BfRoadmapStep *step)
{
  const BfStep *row = get_step (computing, s);

  step->step = row;
  step->key = row->key;
  step->title = row->title;
  step->short_title = short_title (computing->roadmap, row);
  step->strategy = bf_catalogue_modes (computing->catalogue, NULL)[row->mode].id;
  step->start = computing->schedule->start[s];
  step->finish = computing->schedule->release[s];
  fill_risk (&computing->risk->steps[s], step);
  step->requires = required_keys (computing, s);
  step->why = reasons (computing, row);
  step->held_by = held_by (computing, s);
  step->justification = justification (computing, row);
  step->bundle_with = bundle_partner (computing, s);
  fill_cutovers (computing, s, step);
  fill_interim (computing, s, step);
  fill_activities (computing, s, step);
  fill_qualification (computing, step);
  fill_money (computing, s, step);
}

typedef struct
{
  int step, phase;
  gint64 start;
} Order;

/* Steps of a set stand by key. */
static int
compare_order (gconstpointer a, gconstpointer b)
{
  const Order *x = a, *y = b;

  if (x->phase != y->phase)
    return x->phase < y->phase ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->step < y->step ? -1 : x->step > y->step;
}

static void
fill_steps (BfComputing *computing)
{
  guint n = computing->set->steps->len;
  g_autofree Order *order = g_new (Order, n + 1);
  BfRoadmap *roadmap = computing->roadmap;

  for (guint i = 0; i < n; i++)
    order[i] =
        (Order){ (int) i, get_step (computing, (int) i)->phase, computing->schedule->start[i] };
  qsort (order, n, sizeof (Order), compare_order);
  computing->position = g_new0 (int, n + 1);
  roadmap->n_steps = n;
  roadmap->steps = bf_roadmap_array (roadmap, BfRoadmapStep, n);
  for (guint i = 0; i < n; i++)
    {
      computing->position[order[i].step] = (int) i;
      fill_step (computing, order[i].step, &roadmap->steps[i]);
    }
}

/* --- Totals --- */

static void
fill_totals (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  const BfRisk *risk = computing->risk;
  BfStepCost sum = { 0 };
  double hours = 0, lost = 0;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfStepCost *cost = &computing->costs[i];

      sum.capex_minor += cost->capex_minor;
      sum.opex_minor += cost->opex_minor;
      sum.validation_minor += cost->validation_minor;
      sum.downtime_minor += cost->downtime_minor;
      sum.double_minor += cost->double_minor;
      sum.bridges_minor += cost->bridges_minor;
      sum.project_minor += cost->project_minor;
      sum.loaded_minor += cost->loaded_minor;
      hours += roadmap->steps[i].downtime_hours.expected;
      lost += roadmap->steps[i].lost_hours.expected;
    }
  roadmap->capex = with_expected (risk->capex, (double) sum.capex_minor);
  roadmap->opex = with_expected (risk->opex, (double) sum.opex_minor);
  roadmap->project_cost = with_expected (risk->project_cost, (double) sum.project_minor);
  roadmap->validation_cost = with_expected (risk->validation, (double) sum.validation_minor);
  roadmap->downtime_cost = with_expected (risk->downtime_cost, (double) sum.downtime_minor);
  roadmap->double_running = with_expected (risk->double_running, (double) sum.double_minor);
  roadmap->bridges = with_expected (risk->bridges, (double) sum.bridges_minor);
  roadmap->fully_loaded = with_expected (risk->fully_loaded, (double) sum.loaded_minor);
  roadmap->downtime_hours = with_expected (risk->downtime_hours, hours);
  roadmap->lost_hours = with_expected (risk->lost_hours, lost);
}

static void
fill_finish (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;

  roadmap->finish = computing->risk->finish;
  roadmap->finish_error_days = computing->risk->finish_error_days;
  roadmap->finish_error = computing->risk->finish_error;
  roadmap->fully_loaded_error = computing->risk->fully_loaded_error;
  roadmap->lost_hours_error = computing->risk->lost_hours_error;
  roadmap->beyond_horizon = computing->risk->beyond_horizon;
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (!roadmap->steps[i].step->decommissions)
      roadmap->finish_without_decommission =
          MAX (roadmap->finish_without_decommission, roadmap->steps[i].finish);
}

static void
fill_draws (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  BfRisk *risk = computing->risk;

  roadmap->draws = (BfDraws){
    .n_draws = risk->n_draws,
    .finish = bf_roadmap_own (roadmap, g_steal_pointer (&risk->finish_draws), g_free),
    .cost = bf_roadmap_own (roadmap, g_steal_pointer (&risk->cost_draws), g_free),
    .hours = bf_roadmap_own (roadmap, g_steal_pointer (&risk->hours_draws), g_free),
  };
}

/* --- Budgets --- */

static void
fill_periods (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  guint n = bf_plan_count (computing->plan, BF_BUDGET);
  g_autofree gint64 *planned = g_new0 (gint64, n + 1);
  g_autofree gint64 *available = g_new0 (gint64, n + 1);
  g_autofree gint64 *carried = g_new0 (gint64, n + 1);

  for (guint s = 0; s < computing->set->steps->len; s++)
    bf_schedule_spend (computing->set,
                       computing->network,
                       roadmap->calendar,
                       computing->schedule->placings,
                       (int) s,
                       planned,
                       NULL);
  bf_budget_carry (computing->plan, planned, available, carried);
  roadmap->n_periods = n;
  roadmap->periods = bf_roadmap_array (roadmap, BfRoadmapPeriod, n);
  for (guint i = 0; i < n; i++)
    roadmap->periods[i] = (BfRoadmapPeriod){ (int) i, available[i], carried[i], planned[i] };
}

/* --- Orders given up --- */

static gboolean
is_for_the_horizon (const BfLoosening *loosening, const BfSoftOrder *order)
{
  for (guint i = 0; loosening->for_dates && i < loosening->for_dates->len; i++)
    {
      const BfSoftOrder *other = &g_array_index (loosening->for_dates, BfSoftOrder, i);

      if (other->before == order->before && other->after == order->after)
        return FALSE;
    }
  return loosening->horizon_wanted != BF_BLANK;
}

static BfRoadmapOrder
fill_order (const BfComputing *computing, const BfSoftOrder *soft)
{
  const BfLoosening *loosening = &computing->loosening;
  BfRoadmapOrder order = {
    .before = get_step (computing, soft->before)->key,
    .after = get_step (computing, soft->after)->key,
    .with = NAN,
    .without = NAN,
    .horizon_wanted = BF_BLANK,
  };

  if (is_for_the_horizon (loosening, soft))
    {
      order.with = loosening->with;
      order.without = loosening->without;
      order.horizon_wanted = loosening->horizon_wanted;
    }
  return order;
}

static char *
order_sentence (const BfComputing *computing, const BfRoadmapOrder *order)
{
  gint64 end = bf_plan_horizon_end (computing->plan);
  g_autofree char *end_text = bf_day_text (end);

  if (order->horizon_wanted == BF_BLANK)
    return g_strdup (_ ("It would better follow this step, but then a date or the horizon would "
                        "be missed."));
  /* Translators: two shares of a hundred, a day, days. */
  return g_strdup_printf (_ ("It would better follow this step, but with such orders %.0f %%, and "
                             "without them %.0f %% of the simulated roadmaps end after the "
                             "horizon, %s. A horizon %d days longer would bring them back."),
                          100 * order->with,
                          100 * order->without,
                          end_text,
                          (int) (order->horizon_wanted - end));
}

/* Soft orders that were dropped so that a date or the horizon is kept. */
static void
list_dropped_orders (BfComputing *computing)
{
  const GArray *given_up = computing->schedule->given_up;
  BfRoadmapOrder *orders = bf_roadmap_array (computing->roadmap, BfRoadmapOrder, given_up->len);

  for (guint i = 0; i < given_up->len; i++)
    {
      const BfSoftOrder *soft = &g_array_index (given_up, BfSoftOrder, i);
      g_autofree char *why = NULL;

      orders[i] = fill_order (computing, soft);
      why = order_sentence (computing, &orders[i]);
      bf_step_set_assume (computing->set,
                          get_step (computing, soft->after)->title,
                          get_step (computing, soft->before)->title,
                          why);
    }
  computing->roadmap->n_orders = given_up->len;
  computing->roadmap->orders = orders;
}

void
bf_roadmap_assemble (BfComputing *computing)
{
  fill_steps (computing);
  fill_totals (computing);
  fill_finish (computing);
  fill_draws (computing);
  fill_periods (computing);
  list_dropped_orders (computing);
  computing->roadmap->objective = computing->schedule->cost;
  computing->roadmap->bound = computing->schedule->bound;
}
