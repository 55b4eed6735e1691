/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From records to the flat arrays of the core. */

#include "bf-schedule-core.h"

#define DAYS_A_YEAR 365.25
#define DEFAULT_MAX_CUTOVERS 2

/* --- Time. --- */

static void
compile_time (BfCore *core)
{
  gint64 last = bf_calendar_last_day (core->calendar);

  core->origin = bf_calendar_first_day (core->calendar);
  core->n_days = (int) (last - core->origin + 1);
  core->work_of_day = g_new0 (int, core->n_days + 1);
  core->day_of_work = g_new0 (int, core->n_days + 1);
  for (int day = 0; day < core->n_days; day++)
    {
      core->work_of_day[day] = core->n_work;
      if (bf_calendar_is_working (core->calendar, core->origin + day))
        core->day_of_work[core->n_work++] = day;
    }
  core->work_of_day[core->n_days] = core->n_work;
  core->horizon_day = (int) (bf_plan_horizon_end (core->set->plan) + 1 - core->origin);
  core->horizon_day = CLAMP (core->horizon_day, 0, core->n_days);
  core->horizon_work = core->work_of_day[core->horizon_day];
}

static int
day_offset (const BfCore *core, gint64 day)
{
  return (int) CLAMP (day - core->origin, 0, core->n_days);
}

/* --- Network. --- */

static void
compile_edges (BfCore *core)
{
  guint n_edges = core->network->edges->len;
  g_autofree int *in_at = g_new0 (int, core->n + 1);
  g_autofree int *out_at = g_new0 (int, core->n + 1);

  core->in_first = g_new0 (int, core->n + 1);
  core->out_first = g_new0 (int, core->n + 1);
  core->out = g_new0 (int, n_edges + 1);
  core->in = (BfCoreEdges){
    g_new0 (int, n_edges + 1), g_new0 (guint8, n_edges + 1),   g_new0 (int, n_edges + 1),
    g_new0 (int, n_edges + 1), g_new0 (gboolean, n_edges + 1),
  };
  for (guint i = 0; i < n_edges; i++)
    {
      core->in_first[BF_EDGE (core->network, i)->after + 1]++;
      core->out_first[BF_EDGE (core->network, i)->before + 1]++;
    }
  for (int a = 0; a < core->n; a++)
    {
      core->in_first[a + 1] += core->in_first[a];
      core->out_first[a + 1] += core->out_first[a];
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const BfEdge *edge = BF_EDGE (core->network, i);
      int at = core->in_first[edge->after] + in_at[edge->after]++;

      core->in.before[at] = edge->before;
      core->in.kind[at] = (guint8) edge->kind;
      core->in.lag[at] = edge->lag;
      core->in.edge[at] = (int) i;
      core->in.soft[at] = edge->soft;
      core->out[core->out_first[edge->before] + out_at[edge->before]++] = edge->after;
    }
}

static void
compile_activities (BfCore *core)
{
  guint n_loads = 0;

  core->kind = g_new0 (guint8, core->n + 1);
  core->step = g_new0 (int, core->n + 1);
  core->days = g_new0 (int, core->n + 1);
  core->earliest = g_new0 (int, core->n + 1);
  core->load_first = g_new0 (int, core->n + 1);
  core->load_team = g_new0 (int, core->n *BF_MAX_LOADS + 1);
  core->load_rate = g_new0 (double, core->n *BF_MAX_LOADS + 1);
  for (int a = 0; a < core->n; a++)
    {
      const BfActivity *activity = BF_ACTIVITY (core->network, (guint) a);
      const BfStep *step = bf_step_set_get (core->set, (guint) activity->step);

      core->kind[a] = (guint8) activity->kind;
      core->step[a] = activity->step;
      core->days[a] = activity->days;
      if (step->decision && step->decision->earliest != BF_BLANK)
        core->earliest[a] = day_offset (core, step->decision->earliest);
      for (guint i = 0; i < activity->loads.n && activity->days > 0; i++)
        {
          if (activity->loads.of[i].team < 0 || activity->loads.of[i].person_days <= 0)
            continue;
          core->load_team[n_loads] = activity->loads.of[i].team;
          core->load_rate[n_loads++] = activity->loads.of[i].person_days / activity->days;
        }
      core->load_first[a + 1] = (int) n_loads;
    }
}

/* --- Teams. --- */

/* Of periods that overlap the one that begins last counts; then the one with the later key. */
static void
compile_team (BfCore *core, guint team)
{
  double *capacity = core->capacity + (gsize) team * (gsize) core->n_work;
  g_autofree gint64 *since = g_new (gint64, core->n_work);
  gboolean any = FALSE;

  for (int work = 0; work < core->n_work; work++)
    since[work] = G_MININT64;
  for (guint i = 0; i < bf_plan_count (core->set->plan, BF_CAPACITY); i++)
    {
      const BfCapacity *row = BF_ROW (core->set->plan, CAPACITY, BfCapacity, i);
      int from, to;

      if (bf_plan_index (core->set->plan, BF_TEAM, row->team) != (int) team ||
          isnan (row->capacity) || row->from_day == BF_BLANK)
        continue;
      any = TRUE;
      from = core->work_of_day[day_offset (core, row->from_day)];
      to = row->to_day == BF_BLANK ? core->n_work
                                   : core->work_of_day[day_offset (core, row->to_day + 1)];
      for (int work = from; work < to; work++)
        if (row->from_day >= since[work])
          {
            since[work] = row->from_day;
            capacity[work] = row->capacity;
          }
    }
  for (int work = 0; work < core->n_work && !any; work++)
    capacity[work] = -1;
}

static void
compile_teams (BfCore *core)
{
  core->n_teams = bf_plan_count (core->set->plan, BF_TEAM);
  core->capacity = g_new0 (double, (gsize) core->n_teams *(gsize) core->n_work + 1);
  for (guint team = 0; team < core->n_teams; team++)
    compile_team (core, team);
}

/* --- Cutovers. --- */

/* One counter for each window, occurrence and area or team. */
static int
counter_for (
    BfCore *core, GHashTable *known, GArray *counters, int window, gint64 occurrence, int who)
{
  g_autofree char *name = g_strdup_printf ("%d/%" G_GINT64_FORMAT "/%d", window, occurrence, who);
  gpointer found;

  if (!g_hash_table_lookup_extended (known, name, NULL, &found))
    {
      BfOpeningUse use = { window, occurrence, who };

      found = GINT_TO_POINTER ((int) counters->len);
      g_array_append_val (counters, use);
      g_hash_table_insert (known, g_steal_pointer (&name), found);
    }
  return GPOINTER_TO_INT (found);
}

static void
append_use (GArray *uses, guint from, int counter)
{
  for (guint i = from; i < uses->len; i++)
    if (g_array_index (uses, int, i) == counter)
      return;
  g_array_append_val (uses, counter);
}

static void
compile_uses (BfCore *core, BfCoreCutover *cutover, GHashTable *known, GArray *counters)
{
  const BfStep *step = bf_step_set_get (core->set, (guint) cutover->step);
  int team = bf_step_building_team (core->set, step);
  const BfOpenings *openings = cutover->openings;
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (int));

  cutover->use_first = g_new0 (int, openings->n + 1);
  for (guint i = 0; i < openings->n; i++)
    {
      guint from = uses->len;

      for (guint j = 0; j < openings->n_areas; j++)
        {
          const BfStretch *stretch = openings->stretch[i * openings->n_areas + j];
          int area = cutover->n_areas ? cutover->areas[j] : -1;

          append_use (
              uses,
              from,
              counter_for (core, known, counters, stretch->window, stretch->occurrence, area));
          if (team >= 0)
            append_use (
                uses,
                from,
                counter_for (
                    core, known, counters, stretch->window, stretch->occurrence, -2 - team));
        }
      cutover->use_first[i + 1] = (int) uses->len;
    }
  cutover->uses = (int *) (gpointer) g_array_free (uses, FALSE);
}

static void
compile_frozen (BfCore *core, BfCoreCutover *cutover)
{
  static const int whole_plant = -1;
  const int *areas = cutover->n_areas ? cutover->areas : &whole_plant;

  cutover->frozen = g_new0 (guint8, core->n_days + 1);
  for (guint i = 0; i < MAX (1, cutover->n_areas); i++)
    for (int day = 0; day < core->n_days; day++)
      if (bf_calendar_freeze (core->calendar, areas[i], core->origin + day) >= 0)
        cutover->frozen[day] = 1;
}

static void
compile_cutover (BfCore *core, BfCoreCutover *cutover, int activity)
{
  const BfActivity *row = BF_ACTIVITY (core->network, (guint) activity);
  const BfStep *step = bf_step_set_get (core->set, (guint) row->step);
  const int *systems = step->systems ? (const int *) (gconstpointer) step->systems->data : NULL;
  guint n_systems = step->systems ? step->systems->len : 0;

  cutover->activity = activity;
  cutover->step = row->step;
  cutover->part = row->part;
  cutover->need = row->minutes;
  cutover->n_areas = bf_step_cutover_areas (step, (guint) row->part, &cutover->areas);
  cutover->pin = BF_BLANK;
  if (row->part == 0 && step->decision)
    cutover->pin = step->decision->pinned_cutover;
  if (step->claim_gate != BF_BLANK)
    cutover->gate_day = day_offset (core, step->claim_gate + 1);
  compile_frozen (core, cutover);
  if (cutover->need == 0)
    return;
  cutover->bearable = (double) cutover->need <= step->bearable_hours * 60 + 1e-6;
  if (cutover->bearable)
    cutover->stop_minor = step->mean_hours *
                          (double) bf_step_cutover_rate_minor (core->set, step, (guint) row->part) *
                          bf_plan_planned_stop_factor (core->set->plan, core->set->catalogue);
  cutover->openings = bf_calendar_openings (
      core->calendar, cutover->areas, cutover->n_areas, systems, n_systems, cutover->need);
}

static gboolean
is_core (const BfCore *core, const BfCoreCutover *cutover)
{
  const BfStep *step = bf_step_set_get (core->set, (guint) cutover->step);

  return step->archetype && step->archetype->core;
}

static gboolean
share_area (const BfCoreCutover *a, const BfCoreCutover *b)
{
  if (!a->n_areas || !b->n_areas)
    return TRUE;
  for (guint i = 0; i < a->n_areas; i++)
    for (guint j = 0; j < b->n_areas; j++)
      if (a->areas[i] == b->areas[j])
        return TRUE;
  return FALSE;
}

static void
compile_rivals (BfCore *core, BfCoreCutover *cutover)
{
  cutover->rivals = g_new0 (int, core->n_cutovers);
  for (guint i = 0; i < core->n_cutovers; i++)
    {
      const BfCoreCutover *other = &core->cutovers[i];

      if (other->step != cutover->step && is_core (core, cutover) && is_core (core, other) &&
          share_area (cutover, other))
        cutover->rivals[cutover->n_rivals++] = (int) i;
    }
}

static void
compile_cutovers (BfCore *core)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) counters = g_array_new (FALSE, FALSE, sizeof (BfOpeningUse));
  const BfPlant *plant = bf_plan_plant (core->set->plan);

  core->cutover = g_new0 (int, core->n + 1);
  core->cutovers = g_new0 (BfCoreCutover, core->n + 1);
  for (int a = 0; a < core->n; a++)
    {
      core->cutover[a] = -1;
      if (core->kind[a] != BF_ACTIVITY_CUTOVER)
        continue;
      core->cutover[a] = (int) core->n_cutovers;
      compile_cutover (core, &core->cutovers[core->n_cutovers++], a);
    }
  for (guint i = 0; i < core->n_cutovers; i++)
    {
      if (core->cutovers[i].openings)
        compile_uses (core, &core->cutovers[i], known, counters);
      compile_rivals (core, &core->cutovers[i]);
    }
  core->n_counters = counters->len;
  core->counter_window = g_new0 (int, counters->len + 1);
  core->counter_occurrence = g_new0 (gint64, counters->len + 1);
  core->counter_area = g_new0 (int, counters->len + 1);
  for (guint i = 0; i < counters->len; i++)
    {
      const BfOpeningUse *use = &g_array_index (counters, BfOpeningUse, i);

      core->counter_window[i] = use->window;
      core->counter_occurrence[i] = use->occurrence;
      core->counter_area[i] = use->area;
    }
  core->limit =
      plant && plant->max_cutovers != BF_BLANK ? (int) plant->max_cutovers : DEFAULT_MAX_CUTOVERS;
}

/* --- Money. --- */

typedef struct
{
  gint64 from, to;
  guint row;
} Period;

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const Period *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static void
compile_budget (BfCore *core, int kind)
{
  const BfPlan *plan = core->set->plan;
  BfCoreBudget *budget = &core->budgets[kind];
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (Period));
  int taken = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (BF_ROW (plan, BUDGET, BfBudget, i)->kind == kind)
      {
        Period period = { .row = i };

        bf_budget_period (plan, i, &period.from, &period.to);
        g_array_append_val (periods, period);
      }
  g_array_sort (periods, compare_periods);
  budget->n = periods->len;
  budget->first = core->n_periods;
  core->n_periods += periods->len;
  budget->from_work = g_new0 (int, budget->n + 1);
  budget->to_work = g_new0 (int, budget->n + 1);
  budget->from_day = g_new0 (int, budget->n + 1);
  budget->to_day = g_new0 (int, budget->n + 1);
  budget->amount = g_new0 (double, budget->n + 1);
  budget->carry = g_new0 (double, budget->n + 1);
  budget->row = g_new0 (int, budget->n + 1);
  for (guint i = 0; i < budget->n; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);
      const BfBudget *row = BF_ROW (plan, BUDGET, BfBudget, period->row);

      budget->from_day[i] = MAX (taken, day_offset (core, period->from));
      budget->to_day[i] = MAX (budget->from_day[i], day_offset (core, period->to + 1));
      taken = budget->to_day[i];
      budget->row[i] = (int) period->row;
      budget->from_work[i] = core->work_of_day[budget->from_day[i]];
      budget->to_work[i] = core->work_of_day[budget->to_day[i]];
      budget->amount[i] = row->amount == BF_BLANK ? 0 : (double) row->amount;
      budget->carry[i] = isnan (row->carry_over) ? 0 : row->carry_over;
    }
}

static double
number (double value)
{
  return isnan (value) ? 0 : value;
}

static void
compile_money (BfCore *core)
{
  core->capex = g_new0 (double, core->n + 1);
  core->validation = g_new0 (double, core->n + 1);
  core->opex_day = g_new0 (double, core->n_steps + 1);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    compile_budget (core, kind);
  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (core->set, (guint) s);

      core->capex[core->network->first[s]] =
          number (bf_estimate_mean (step->capex)) * BF_MINOR_PER_UNIT;
      core->opex_day[s] = number (step->opex_year) * BF_MINOR_PER_UNIT / DAYS_A_YEAR;
      for (guint i = 0; step->lines && i < step->lines->len; i++)
        {
          const BfQualificationLine *line = &g_array_index (step->lines, BfQualificationLine, i);
          int pays = bf_network_paying_activity (core->set, core->network, s, (int) i);

          core->validation[pays] += (double) (line->cost_minor - line->saved_minor);
        }
    }
}

/* --- Objective. --- */

static void
compile_due (BfCore *core, int s, const BfStep *step)
{
  gint64 by_user = step->decision ? step->decision->due : BF_BLANK;

  core->due[s] = G_MAXINT;
  if (step->due != BF_BLANK)
    core->due[s] = (int) (step->due - core->origin);
  if (by_user != BF_BLANK && by_user - core->origin <= core->due[s])
    {
      core->due[s] = (int) (by_user - core->origin);
      core->due_is_hard[s] = TRUE;
    }
}

/* Who takes the place of a system that a decommission removes. */
static int
replacement_of (const BfCore *core, const BfStep *decommission, int system)
{
  for (guint i = 0; decommission->served && i < decommission->served->len; i++)
    {
      int step = g_array_index (decommission->served, int, i);
      const BfStep *other = bf_step_set_get (core->set, (guint) step);

      for (guint j = 0; other->systems && j < other->systems->len; j++)
        if (g_array_index (other->systems, int, j) == system)
          return step;
    }
  return -1;
}

static void
compile_double_running (BfCore *core)
{
  guint n_systems = 1;

  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (core->set, (guint) s);

      n_systems += step->systems ? step->systems->len : 0;
    }
  core->double_step = g_new0 (int, n_systems);
  core->double_until = g_new0 (int, n_systems);
  core->double_day = g_new0 (double, n_systems);
  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (core->set, (guint) s);

      for (guint i = 0; step->decommissions && step->systems && i < step->systems->len; i++)
        {
          int system = g_array_index (step->systems, int, i);
          const BfSystem *row = BF_ROW (core->set->plan, SYSTEM, BfSystem, (guint) system);
          int replacement = replacement_of (core, step, system);

          if (replacement < 0 || row->run_cost_year == BF_BLANK)
            continue;
          core->double_step[core->n_double] = replacement;
          core->double_until[core->n_double] = s;
          core->double_day[core->n_double++] = (double) row->run_cost_year / DAYS_A_YEAR;
        }
    }
}

static void
compile_patience (BfCoreCutover *cutover, double exposure_day)
{
  double days = exposure_day > 0 ? cutover->stop_minor / exposure_day : 1e6;

  cutover->patience = (int) MIN (days, 1e6);
}

static void
compile_objective (BfCore *core)
{
  core->due = g_new0 (int, core->n_steps + 1);
  core->due_is_hard = g_new0 (gboolean, core->n_steps + 1);
  core->exposure_day = g_new0 (double, core->n_steps + 1);
  core->weight = g_new0 (double, core->n_steps + 1);
  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (core->set, (guint) s);

      compile_due (core, s, step);
      core->weight[s] = bf_step_weight (core->set, step);
      core->exposure_day[s] = bf_step_exposure_minor (core->set, step) / DAYS_A_YEAR;
      if (step->decision && step->decision->benefit_year != BF_BLANK)
        core->exposure_day[s] += (double) step->decision->benefit_year / DAYS_A_YEAR;
    }
  for (guint i = 0; i < core->n_cutovers; i++)
    compile_patience (&core->cutovers[i], core->exposure_day[core->cutovers[i].step]);
  compile_double_running (core);
}

BfCore *
bf_core_new (const BfStepSet *set,
             const BfNetwork *network,
             const BfCalendar *calendar,
             const BfScheduleOptions *options)
{
  BfCore *core = g_new0 (BfCore, 1);

  core->set = set;
  core->network = network;
  core->calendar = calendar;
  core->options = options;
  core->n = (int) network->activities->len;
  core->n_steps = (int) set->steps->len;
  compile_time (core);
  compile_activities (core);
  compile_edges (core);
  compile_teams (core);
  compile_cutovers (core);
  compile_money (core);
  compile_objective (core);
  return core;
}

static void
free_cutover (BfCoreCutover *cutover)
{
  g_clear_pointer (&cutover->openings, bf_openings_free);
  g_free (cutover->use_first);
  g_free (cutover->uses);
  g_free (cutover->frozen);
  g_free (cutover->rivals);
}

static void
free_budget (BfCoreBudget *budget)
{
  g_free (budget->from_work);
  g_free (budget->to_work);
  g_free (budget->from_day);
  g_free (budget->to_day);
  g_free (budget->amount);
  g_free (budget->carry);
  g_free (budget->row);
}

void
bf_core_free (BfCore *core)
{
  gpointer owned[] = {
    core->work_of_day,  core->day_of_work,
    core->kind,         core->step,
    core->days,         core->earliest,
    core->in_first,     core->in.before,
    core->in.kind,      core->in.lag,
    core->in.edge,      core->in.soft,
    core->out_first,    core->out,
    core->load_first,   core->load_team,
    core->load_rate,    core->cutover,
    core->capacity,     core->counter_window,
    core->counter_area, core->counter_occurrence,
    core->capex,        core->validation,
    core->opex_day,     core->due,
    core->due_is_hard,  core->exposure_day,
    core->weight,       core->double_step,
    core->double_until, core->double_day,
  };

  for (guint i = 0; i < core->n_cutovers; i++)
    free_cutover (&core->cutovers[i]);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    free_budget (&core->budgets[kind]);
  g_free (core->cutovers);
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_free (core);
}
