/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From records to the flat arrays of the core. */

#include "bf-schedule-compile.h"

#define DAYS_A_YEAR 365.25
#define DEFAULT_MAX_CUTOVERS 2
/* What a load may exceed whole units by, and a capacity fall short of them: less than the checker
 * sees. */
#define UNITS_EPSILON 1e-6

/* --- Time. --- */

static void
compile_time (BfCompiled *self)
{
  BfCore *core = self->core;
  gint64 last = bf_calendar_last_day (self->calendar);

  core->origin = bf_calendar_first_day (self->calendar);
  core->n_days = (int) (last - core->origin + 1);
  core->work_of_day = g_new0 (int, core->n_days + 1);
  core->day_of_work = g_new0 (int, core->n_days + 1);
  for (int day = 0; day < core->n_days; day++)
    {
      core->work_of_day[day] = core->n_work;
      if (bf_calendar_is_working (self->calendar, core->origin + day))
        core->day_of_work[core->n_work++] = day;
    }
  core->work_of_day[core->n_days] = core->n_work;
  core->horizon_day = (int) (bf_plan_horizon_end (self->set->plan) + 1 - core->origin);
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
compile_edges (BfCompiled *self)
{
  BfCore *core = self->core;
  guint n_edges = self->network->edges->len;
  g_autofree int *in_at = g_new0 (int, core->n + 1);
  g_autofree int *out_at = g_new0 (int, core->n + 1);

  core->in_first = g_new0 (int, core->n + 1);
  core->out_first = g_new0 (int, core->n + 1);
  core->out = g_new0 (int, n_edges + 1);
  core->in = (BfCoreEdges){
    g_new0 (int, n_edges + 1),
    g_new0 (guint8, n_edges + 1),
    g_new0 (int, n_edges + 1),
  };
  self->edge = g_new0 (int, n_edges + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      core->in_first[BF_EDGE (self->network, i)->after + 1]++;
      core->out_first[BF_EDGE (self->network, i)->before + 1]++;
    }
  for (int a = 0; a < core->n; a++)
    {
      core->in_first[a + 1] += core->in_first[a];
      core->out_first[a + 1] += core->out_first[a];
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const BfEdge *edge = BF_EDGE (self->network, i);
      int at = core->in_first[edge->after] + in_at[edge->after]++;

      core->in.before[at] = edge->before;
      core->in.kind[at] = (guint8) edge->kind;
      core->in.lag[at] = edge->lag;
      self->edge[at] = (int) i;
      core->out[core->out_first[edge->before] + out_at[edge->before]++] = edge->after;
    }
}

static void
compile_activities (BfCompiled *self)
{
  BfCore *core = self->core;

  core->kind = g_new0 (guint8, core->n + 1);
  core->step = g_new0 (int, core->n + 1);
  core->days = g_new0 (int, core->n + 1);
  core->earliest = g_new0 (int, core->n + 1);
  for (int a = 0; a < core->n; a++)
    {
      const BfActivity *activity = BF_ACTIVITY (self->network, (guint) a);
      const BfStep *step = bf_step_set_get (self->set, (guint) activity->step);

      core->kind[a] = (guint8) activity->kind;
      core->step[a] = activity->step;
      core->days[a] = activity->days;
      if (step->decision && step->decision->earliest != BF_BLANK)
        core->earliest[a] = day_offset (core, step->decision->earliest);
    }
}

static guint64
hash_name (const char *name)
{
  guint64 hash = 14695981039346656037u;

  for (; *name; name++)
    hash = (hash ^ (guint8) *name) * 1099511628211u;
  return hash;
}

static void
compile_steps (BfCompiled *self)
{
  BfCore *core = self->core;

  core->step_first = g_memdup2 (self->network->first, ((gsize) core->n_steps + 1) * sizeof (int));
  core->queue = g_new0 (double, core->n_steps + 1);
  core->prepares = g_new0 (guint8, core->n_steps + 1);
  core->name = g_new0 (guint64, core->n_steps + 1);
  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (self->set, (guint) s);
      int order = step->archetype ? step->archetype->order : step->phase;

      core->queue[s] = step->phase * 1e6 + order * 1e5;
      core->prepares[s] = step->phase == 0 && step->systems->len == 0;
      core->name[s] = hash_name (step->key);
    }
}

/* --- Teams. --- */

/* Person-days on each working day; FALSE: unbounded. Of periods that overlap the one that begins
 * last counts; then the one with the later key. */
static gboolean
find_capacity (const BfCompiled *self, guint team, gint64 *since, double *capacity)
{
  const BfCore *core = self->core;
  gboolean any = FALSE;

  for (int work = 0; work < core->n_work; work++)
    {
      since[work] = G_MININT64;
      capacity[work] = 0;
    }
  for (guint i = 0; i < bf_plan_count (self->set->plan, BF_CAPACITY); i++)
    {
      const BfCapacity *row = BF_ROW (self->set->plan, CAPACITY, BfCapacity, i);
      int from, to;

      if (bf_plan_index (self->set->plan, BF_TEAM, row->team) != (int) team ||
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
            capacity[work] = MAX (0, row->capacity);
          }
    }
  return any;
}

static void
compile_team (BfCompiled *self, guint team, gint64 *since, double *capacity)
{
  BfCore *core = self->core;
  guint64 *word = core->capacity + (gsize) (team / BF_PROFILE_LANES) * (gsize) core->n_work;
  double most = 0;

  if (!find_capacity (self, team, since, capacity))
    return;
  for (int work = 0; work < core->n_work; work++)
    most = MAX (most, capacity[work]);
  self->team_scale[team] = bf_profile_scale (most);
  for (int work = 0; work < core->n_work; work++)
    word[work] |= bf_profile_lane (
        team,
        (int) MIN (BF_PROFILE_MOST,
                   floor (capacity[work] * self->team_scale[team] + UNITS_EPSILON)));
}

static void
compile_teams (BfCompiled *self)
{
  BfCore *core = self->core;
  guint n_teams = bf_plan_count (self->set->plan, BF_TEAM);
  g_autofree gint64 *since = g_new (gint64, core->n_work + 1);
  g_autofree double *capacity = g_new (double, core->n_work + 1);

  core->n_words = (int) ((n_teams + BF_PROFILE_LANES - 1) / BF_PROFILE_LANES);
  core->capacity = g_new0 (guint64, (gsize) core->n_words * (gsize) core->n_work + 1);
  self->team_scale = g_new0 (int, n_teams + 1);
  for (guint team = 0; team < n_teams; team++)
    compile_team (self, team, since, capacity);
}

int
bf_compiled_load (const BfCompiled *self, int a, int team)
{
  const BfActivity *activity = BF_ACTIVITY (self->network, (guint) a);
  double days = 0;

  for (guint i = 0; i < activity->loads.n && activity->days > 0; i++)
    if (activity->loads.of[i].team == team && activity->loads.of[i].person_days > 0)
      days += activity->loads.of[i].person_days;
  if (days <= 0)
    return 0;
  return (int) MIN (BF_PROFILE_MOST,
                    ceil (days / activity->days * self->team_scale[team] - UNITS_EPSILON));
}

static void
compile_loads (BfCompiled *self)
{
  BfCore *core = self->core;
  guint n_teams = bf_plan_count (self->set->plan, BF_TEAM);
  int n = 0;

  core->load_first = g_new0 (int, core->n + 1);
  core->load_word = g_new0 (int, core->n *MAX (1, core->n_words));
  core->load = g_new0 (guint64, core->n * MAX (1, core->n_words));
  for (int a = 0; a < core->n; a++)
    {
      for (int word = 0; word < core->n_words; word++)
        {
          guint first = (guint) word * BF_PROFILE_LANES;
          guint64 load = 0;

          for (guint team = first; team < MIN (n_teams, first + BF_PROFILE_LANES); team++)
            load |= bf_profile_lane (team, bf_compiled_load (self, a, (int) team));
          if (!load)
            continue;
          core->load_word[n] = word;
          core->load[n++] = load;
        }
      core->load_first[a + 1] = n;
    }
}

/* --- Cutovers. --- */

/* One counter for each window, occurrence and area or team. */
static int
counter_for (GHashTable *known, GArray *counters, int window, gint64 occurrence, int who)
{
  g_autofree char *name = g_strdup_printf ("%d/%" G_GINT64_FORMAT "/%d", window, occurrence, who);
  gpointer found;

  if (!g_hash_table_lookup_extended (known, name, NULL, &found))
    {
      BfCounted use = { window, occurrence, who };

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
compile_uses (BfCompiled *self, guint at, GHashTable *known, GArray *counters)
{
  BfCoreCutover *cutover = &self->core->cutovers[at];
  const BfStep *step = bf_step_set_get (self->set, (guint) cutover->step);
  int team = bf_step_building_team (self->set, step);
  const BfOpenings *openings = self->openings[at];
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (int));

  cutover->use_first = g_new0 (int, openings->n + 1);
  for (guint i = 0; i < openings->n; i++)
    {
      guint from = uses->len;

      for (guint j = 0; j < openings->n_areas; j++)
        {
          const BfStretch *stretch = openings->stretch[i * openings->n_areas + j];
          int area = self->n_areas[at] ? self->areas[at][j] : -1;

          append_use (uses,
                      from,
                      counter_for (known, counters, stretch->window, stretch->occurrence, area));
          if (team >= 0)
            append_use (
                uses,
                from,
                counter_for (known, counters, stretch->window, stretch->occurrence, -2 - team));
        }
      cutover->use_first[i + 1] = (int) uses->len;
    }
  cutover->uses = (int *) (gpointer) g_array_free (uses, FALSE);
}

/* Openings of one night overlap; the next one begins when this one is over. */
static void
compile_next (const BfCore *core, BfCoreCutover *cutover)
{
  cutover->next_days = g_new0 (int, cutover->n_openings + 1);
  for (guint i = 0; i < cutover->n_openings; i++)
    {
      gint64 next = bf_day_minute (core->origin + core->horizon_day);

      for (guint k = i + 1; k < cutover->n_openings; k++)
        if (cutover->open_start[k] >= cutover->open_end[i])
          {
            next = MIN (next, cutover->open_start[k]);
            break;
          }
      cutover->next_days[i] = (int) MAX (1, (next - cutover->open_start[i]) / BF_MINUTES_PER_DAY);
    }
}

/* An earlier cutover of the same areas; NULL: none. */
static const BfCoreCutover *
find_twin (const BfCompiled *self, guint at)
{
  for (guint i = 0; i < at; i++)
    if (self->n_areas[i] == self->n_areas[at] &&
        (!self->n_areas[at] ||
         memcmp (self->areas[i], self->areas[at], self->n_areas[at] * sizeof (int)) == 0))
      return &self->core->cutovers[i];
  return NULL;
}

static void
compile_frozen (BfCompiled *self, guint at)
{
  static const int whole_plant = -1;
  const BfCore *core = self->core;
  BfCoreCutover *cutover = &core->cutovers[at];
  const int *areas = self->n_areas[at] ? self->areas[at] : &whole_plant;
  const BfCoreCutover *twin = find_twin (self, at);

  cutover->shares_frozen = twin != NULL;
  if (twin)
    {
      cutover->frozen = twin->frozen;
      return;
    }
  cutover->frozen = g_new0 (guint8, core->n_days + 1);
  for (guint i = 0; i < MAX (1, self->n_areas[at]); i++)
    for (int day = 0; day < core->n_days; day++)
      if (bf_calendar_freeze (self->calendar, areas[i], core->origin + day) >= 0)
        cutover->frozen[day] = 1;
}

static void
compile_openings (BfCompiled *self, guint at)
{
  BfCoreCutover *cutover = &self->core->cutovers[at];
  const BfStep *step = bf_step_set_get (self->set, (guint) cutover->step);
  const int *systems = step->systems ? (const int *) (gconstpointer) step->systems->data : NULL;
  guint n_systems = step->systems ? step->systems->len : 0;
  const BfOpenings *openings = self->openings[at] = bf_calendar_openings (
      self->calendar, self->areas[at], self->n_areas[at], systems, n_systems, cutover->need);

  cutover->n_openings = openings->n;
  cutover->open_start = openings->start;
  cutover->open_end = openings->end;
  compile_next (self->core, cutover);
}

static void
compile_cutover (BfCompiled *self, guint at, int activity)
{
  BfCore *core = self->core;
  BfCoreCutover *cutover = &core->cutovers[at];
  const BfActivity *row = BF_ACTIVITY (self->network, (guint) activity);
  const BfStep *step = bf_step_set_get (self->set, (guint) row->step);

  cutover->activity = activity;
  cutover->step = row->step;
  cutover->need = row->minutes;
  self->part[at] = row->part;
  self->n_areas[at] = bf_step_cutover_areas (step, (guint) row->part, &self->areas[at]);
  cutover->pin = BF_BLANK;
  if (row->part == 0 && step->decision && !self->options->no_pins)
    cutover->pin = step->decision->pinned_cutover;
  if (step->claim_gate != BF_BLANK)
    cutover->gate_day = day_offset (core, step->claim_gate + 1);
  compile_frozen (self, at);
  if (cutover->need == 0)
    return;
  cutover->bearable = (double) cutover->need <= step->bearable_hours * 60 + 1e-6;
  if (cutover->bearable)
    cutover->stop_minor = step->mean_hours *
                          (double) bf_step_cutover_rate_minor (self->set, step, (guint) row->part) *
                          bf_plan_planned_stop_factor (self->set->plan, self->set->catalogue);
  compile_openings (self, at);
}

static gboolean
is_core (const BfCompiled *self, guint at)
{
  const BfStep *step = bf_step_set_get (self->set, (guint) self->core->cutovers[at].step);

  return step->archetype && step->archetype->core;
}

static gboolean
share_area (const BfCompiled *self, guint a, guint b)
{
  if (!self->n_areas[a] || !self->n_areas[b])
    return TRUE;
  for (guint i = 0; i < self->n_areas[a]; i++)
    for (guint j = 0; j < self->n_areas[b]; j++)
      if (self->areas[a][i] == self->areas[b][j])
        return TRUE;
  return FALSE;
}

static void
compile_rivals (BfCompiled *self, guint at)
{
  BfCore *core = self->core;
  BfCoreCutover *cutover = &core->cutovers[at];
  g_autoptr (GArray) rivals = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) core->n_cutovers && is_core (self, at); i++)
    if (core->cutovers[i].step != cutover->step && is_core (self, (guint) i) &&
        share_area (self, at, (guint) i))
      g_array_append_val (rivals, i);
  cutover->n_rivals = rivals->len;
  cutover->rivals = g_memdup2 (rivals->data, rivals->len * sizeof (int));
}

static void
find_cutovers (BfCompiled *self)
{
  BfCore *core = self->core;

  core->cutover = g_new0 (int, core->n + 1);
  for (int a = 0; a < core->n; a++)
    core->cutover[a] = core->kind[a] == BF_ACTIVITY_CUTOVER ? (int) core->n_cutovers++ : -1;
  core->cutovers = g_new0 (BfCoreCutover, core->n_cutovers + 1);
  self->part = g_new0 (int, core->n_cutovers + 1);
  self->areas = g_new0 (const int *, core->n_cutovers + 1);
  self->n_areas = g_new0 (guint, core->n_cutovers + 1);
  self->openings = g_new0 (BfOpenings *, core->n_cutovers + 1);
}

static void
compile_cutovers (BfCompiled *self)
{
  BfCore *core = self->core;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *counters = g_array_new (FALSE, FALSE, sizeof (BfCounted));
  const BfPlant *plant = bf_plan_plant (self->set->plan);

  find_cutovers (self);
  for (int a = 0; a < core->n; a++)
    if (core->cutover[a] >= 0)
      compile_cutover (self, (guint) core->cutover[a], a);
  for (guint i = 0; i < core->n_cutovers; i++)
    {
      if (self->openings[i])
        compile_uses (self, i, known, counters);
      compile_rivals (self, i);
    }
  core->n_counters = counters->len;
  self->counted = (BfCounted *) (gpointer) g_array_free (counters, FALSE);
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
compile_budget (BfCompiled *self, int kind)
{
  BfCore *core = self->core;
  const BfPlan *plan = self->set->plan;
  BfCoreBudget *budget = &core->budgets[kind];
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (Period));
  int taken = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (BF_ROW (plan, BUDGET, BfBudget, i)->kind == kind && bf_budget_pot (plan, i) == i)
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
  self->budget_row[kind] = g_new0 (int, budget->n + 1);
  for (guint i = 0; i < budget->n; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);
      BfBudgetPot money = bf_budget_pot_money (plan, period->row);

      budget->from_day[i] = MAX (taken, day_offset (core, period->from));
      budget->to_day[i] = MAX (budget->from_day[i], day_offset (core, period->to + 1));
      taken = budget->to_day[i];
      self->budget_row[kind][i] = (int) period->row;
      budget->from_work[i] = core->work_of_day[budget->from_day[i]];
      budget->to_work[i] = core->work_of_day[budget->to_day[i]];
      budget->amount[i] = (double) money.amount_minor;
      budget->carry[i] =
          money.moves_all ? BF_CARRY_ALL : (double) money.most_minor / MAX (1, budget->amount[i]);
    }
}

static double
number (double value)
{
  return isnan (value) ? 0 : value;
}

static void
compile_money (BfCompiled *self)
{
  BfCore *core = self->core;
  core->capex = g_new0 (double, core->n + 1);
  core->validation = g_new0 (double, core->n + 1);
  core->opex_day = g_new0 (double, core->n_steps + 1);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    compile_budget (self, kind);
  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (self->set, (guint) s);

      core->capex[self->network->first[s]] =
          number (bf_estimate_mean (step->capex)) * BF_MINOR_PER_UNIT;
      core->opex_day[s] = number (step->opex_year) * BF_MINOR_PER_UNIT / DAYS_A_YEAR;
      for (guint i = 0; step->lines && i < step->lines->len; i++)
        {
          const BfQualificationLine *line = &g_array_index (step->lines, BfQualificationLine, i);
          int pays = bf_network_paying_activity (self->set, self->network, s, (int) i);

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
replacement_of (const BfCompiled *self, const BfStep *decommission, int system)
{
  for (guint i = 0; decommission->served && i < decommission->served->len; i++)
    {
      int step = g_array_index (decommission->served, int, i);
      const BfStep *other = bf_step_set_get (self->set, (guint) step);

      for (guint j = 0; other->systems && j < other->systems->len; j++)
        if (g_array_index (other->systems, int, j) == system)
          return step;
    }
  return -1;
}

static void
compile_double_running (BfCompiled *self)
{
  BfCore *core = self->core;
  guint n_systems = 1;

  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (self->set, (guint) s);

      n_systems += step->systems ? step->systems->len : 0;
    }
  core->double_step = g_new0 (int, n_systems);
  core->double_until = g_new0 (int, n_systems);
  core->double_day = g_new0 (double, n_systems);
  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (self->set, (guint) s);

      for (guint i = 0; step->decommissions && step->systems && i < step->systems->len; i++)
        {
          int system = g_array_index (step->systems, int, i);
          const BfSystem *row = BF_ROW (self->set->plan, SYSTEM, BfSystem, (guint) system);
          int replacement = replacement_of (self, step, system);

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

/* What prepares the others without treating a system opens the roadmap: its delay is counted as if
 * it held up its share of all that is exposed. */
static void
share_exposure (BfCore *core)
{
  double sum = 0;

  for (int s = 0; s < core->n_steps; s++)
    sum += core->exposure_day[s];
  for (int s = 0; s < core->n_steps; s++)
    if (core->prepares[s] && core->exposure_day[s] <= 0)
      core->exposure_day[s] = sum / core->n_steps;
}

static void
compile_objective (BfCompiled *self)
{
  BfCore *core = self->core;
  core->due = g_new0 (int, core->n_steps + 1);
  core->due_is_hard = g_new0 (gboolean, core->n_steps + 1);
  core->exposure_day = g_new0 (double, core->n_steps + 1);
  core->weight = g_new0 (double, core->n_steps + 1);
  core->stake = g_new0 (double, core->n_steps + 1);
  for (int s = 0; s < core->n_steps; s++)
    {
      const BfStep *step = bf_step_set_get (self->set, (guint) s);

      compile_due (core, s, step);
      core->weight[s] = bf_step_weight (self->set, step);
      core->stake[s] = core->capex[core->step_first[s]];
      core->exposure_day[s] = bf_step_exposure_minor (self->set, step) / DAYS_A_YEAR;
      if (step->decision && step->decision->benefit_year != BF_BLANK)
        core->exposure_day[s] += (double) step->decision->benefit_year / DAYS_A_YEAR;
    }
  share_exposure (core);
  for (guint i = 0; i < core->n_cutovers; i++)
    compile_patience (&core->cutovers[i], core->exposure_day[core->cutovers[i].step]);
  compile_double_running (self);
}

BfCompiled *
bf_compiled_new (const BfStepSet *set,
                 const BfNetwork *network,
                 const BfCalendar *calendar,
                 const BfScheduleOptions *options)
{
  BfCompiled *self = g_new0 (BfCompiled, 1);
  BfCore *core = self->core = g_new0 (BfCore, 1);

  self->set = set;
  self->network = network;
  self->calendar = calendar;
  self->options = options;
  core->objective = options->objective;
  core->seed = options->seed;
  core->fixed = options->fixed;
  core->stops = options->stops;
  core->n = (int) network->activities->len;
  core->n_steps = (int) set->steps->len;
  compile_time (self);
  compile_activities (self);
  compile_steps (self);
  compile_edges (self);
  compile_teams (self);
  compile_loads (self);
  compile_cutovers (self);
  compile_money (self);
  compile_objective (self);
  return self;
}

void
bf_compiled_free (BfCompiled *self)
{
  for (guint i = 0; i < self->core->n_cutovers; i++)
    g_clear_pointer (&self->openings[i], bf_openings_free);
  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    g_free (self->budget_row[kind]);
  bf_core_free (self->core);
  g_free (self->edge);
  g_free (self->part);
  g_free (self->areas);
  g_free (self->n_areas);
  g_free (self->openings);
  g_free (self->counted);
  g_free (self->team_scale);
  g_free (self);
}
