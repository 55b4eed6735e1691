/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cutovers in a draw: which openings, stops and neighbours they have, and where a late one goes. */

#include "bf-risk-private.h"

#include "bf-network.h"

#include <string.h>

#define WEEK_MINUTES ((gint64) 7 * BF_MINUTES_PER_DAY)
#define SHUTDOWN_WEEKS 52
#define DEFAULT_MOST_CUTOVERS 2
#define CORE_DAYS 182
#define DAYS_A_YEAR 365.25
#define ENDLESS_DAYS 1000000

/* --- Openings --- */

/* A shutdown comes again each year, a weekend rule after its own number of weeks. */
static gint64
repeat_of (const BfRiskModel *model, const BfRiskCutover *cutover)
{
  const BfOpenings *all = cutover->openings;
  gint64 weeks = 1;

  for (guint i = 0; i < all->n_areas; i++)
    {
      const BfStretch *stretch = all->stretch[(guint) cutover->opening * all->n_areas + i];
      const BfWindow *window =
          stretch->window < 0
              ? NULL
              : BF_ROW (model->set->plan, WINDOW, BfWindow, (guint) stretch->window);

      if (stretch->shutdown)
        weeks = SHUTDOWN_WEEKS;
      else if (window && window->repeats != BF_BLANK)
        weeks = MAX (weeks, window->repeats);
    }
  return weeks * WEEK_MINUTES;
}

static gboolean
uses_window (const GArray *uses, const BfStretch *stretch)
{
  for (guint i = 0; uses && i < uses->len; i++)
    {
      const BfOpeningUse *use = &g_array_index (uses, BfOpeningUse, i);

      if (use->window == stretch->window && use->occurrence == stretch->occurrence)
        return TRUE;
    }
  return uses == NULL;
}

/* The opening that the schedule chose: of those that hold the cutover the one of its windows. */
static int
planned_opening (const BfRiskCutover *cutover, const BfPlacing *placing)
{
  const BfOpenings *all = cutover->openings;

  for (guint i = 0; i < all->n; i++)
    {
      gboolean same =
          cutover->planned >= all->start[i] && cutover->planned + cutover->need <= all->end[i];

      for (guint j = 0; same && j < all->n_areas; j++)
        same = uses_window (placing->openings, all->stretch[i * all->n_areas + j]);
      if (same)
        return (int) i;
    }
  return BF_RISK_OUTSIDE;
}

static void
fill_openings (BfRiskModel *model, BfRiskCutover *cutover, const BfPlacing *placing)
{
  const BfStep *step = model->steps[cutover->step].step;
  const int *areas;
  guint n = bf_step_cutover_areas (step, (guint) model->activities[cutover->activity].part, &areas);

  cutover->openings = bf_calendar_openings (model->calendar,
                                            areas,
                                            n,
                                            (const int *) (gconstpointer) step->systems->data,
                                            step->systems->len,
                                            cutover->need);
  cutover->latest = g_new0 (gint64, cutover->openings->n + 1);
  for (guint i = 0; i < cutover->openings->n; i++)
    cutover->latest[i] =
        MAX (i ? cutover->latest[i - 1] : G_MININT64, cutover->openings->end[i] - cutover->need);
  if (placing->placement == BF_PLACEMENT_OPENING)
    cutover->opening = planned_opening (cutover, placing);
  if (cutover->opening >= 0)
    cutover->repeat = repeat_of (model, cutover);
}

/* --- Stops outside openings --- */

/* Where in a day a stop begins: at six, or earlier where it would not end on that day. */
static gint64
stop_clock (gint64 need)
{
  return need > 0 ? CLAMP (BF_MINUTES_PER_DAY - need, 0, 360) : 0;
}

static gboolean
is_frozen (const BfRiskModel *model, const BfStep *step, int part, int day)
{
  static const int whole_plant = -1;
  const int *areas;
  guint n = bf_step_cutover_areas (step, (guint) part, &areas);

  if (n == 0)
    areas = &whole_plant;
  for (guint i = 0; i < MAX (1, n); i++)
    if (bf_calendar_freeze (model->calendar, areas[i], model->origin + day) >= 0)
      return TRUE;
  return FALSE;
}

/* Days that a stop touches after its first one. */
static int
touched_days (const BfRiskCutover *cutover)
{
  return (int) ((stop_clock (cutover->need) + MAX (cutover->need, 1) - 1) / BF_MINUTES_PER_DAY);
}

static gboolean
has_same_stops (const BfRiskModel *model, const BfRiskCutover *a, const BfRiskCutover *b)
{
  const int *first, *second;
  guint n = bf_step_cutover_areas (
      model->steps[a->step].step, (guint) model->activities[a->activity].part, &first);
  guint m = bf_step_cutover_areas (
      model->steps[b->step].step, (guint) model->activities[b->activity].part, &second);

  return n == m && touched_days (a) == touched_days (b) &&
         (n == 0 || memcmp (first, second, n * sizeof (int)) == 0);
}

/* A stop begins on a working day; none of its days is under a freeze. Cutovers of the same areas
 * share their table. */
static void
fill_stops (BfRiskModel *model, BfRiskCutover *cutover)
{
  const BfRiskActivity *activity = &model->activities[cutover->activity];
  const BfStep *step = model->steps[cutover->step].step;
  int touched = touched_days (cutover);
  int clear = 0; /* days from here on without a freeze */

  for (const BfRiskCutover *other = model->cutovers; other < cutover; other++)
    if (other->next_stop && has_same_stops (model, other, cutover))
      {
        cutover->next_stop = other->next_stop;
        return;
      }
  cutover->owns_stops = TRUE;
  cutover->next_stop = g_new (int, model->n_days + 1);
  cutover->next_stop[model->n_days] = ENDLESS_DAYS;
  for (int day = model->n_days - 1; day >= 0; day--)
    {
      gboolean works =
          day + 1 < model->n_days && model->count_of_day[day + 1] > model->count_of_day[day];

      clear = is_frozen (model, step, activity->part, day) ? 0 : clear + 1;
      cutover->next_stop[day] = works && clear > touched ? day : cutover->next_stop[day + 1];
    }
}

/* --- The limit of cutovers --- */

typedef struct
{
  int window;
  gint64 occurrence;
  int who; /* an area, -1 the plant without areas; -2 - team */
} Counter;

static guint
hash_counter (gconstpointer data)
{
  const Counter *counter = data;

  return (guint) counter->window * 31u + (guint) counter->who * 7919u +
         (guint) counter->occurrence * 104729u;
}

static gboolean
same_counter (gconstpointer a, gconstpointer b)
{
  const Counter *x = a, *y = b;

  return x->window == y->window && x->occurrence == y->occurrence && x->who == y->who;
}

/* The number of the counter, new when it is the first of its kind; once in @uses from @from on. */
static void
take_counter (GHashTable *known, GArray *uses, guint from, const BfStretch *stretch, int who)
{
  Counter counter = { stretch->window, stretch->occurrence, who };
  gpointer found;
  int number;

  if (!g_hash_table_lookup_extended (known, &counter, NULL, &found))
    {
      found = GUINT_TO_POINTER (g_hash_table_size (known));
      g_hash_table_insert (known, g_memdup2 (&counter, sizeof counter), found);
    }
  number = GPOINTER_TO_INT (found);
  for (guint i = from; i < uses->len; i++)
    if (g_array_index (uses, int, i) == number)
      return;
  g_array_append_val (uses, number);
}

static void
fill_uses (BfRiskModel *model, BfRiskCutover *cutover, GHashTable *known)
{
  const BfStep *step = model->steps[cutover->step].step;
  const BfOpenings *all = cutover->openings;
  int team = bf_step_building_team (model->set, step);
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (int));
  const int *areas;
  guint n = bf_step_cutover_areas (step, (guint) model->activities[cutover->activity].part, &areas);

  cutover->use_first = g_new0 (int, all->n + 1);
  for (guint i = 0; i < all->n; i++)
    {
      guint from = uses->len;

      for (guint j = 0; j < all->n_areas; j++)
        {
          const BfStretch *stretch = all->stretch[i * all->n_areas + j];

          take_counter (known, uses, from, stretch, n ? areas[j] : -1);
          if (team >= 0)
            take_counter (known, uses, from, stretch, -2 - team);
        }
      cutover->use_first[i + 1] = (int) uses->len;
    }
  cutover->uses = (int *) (gpointer) g_array_free (uses, FALSE);
}

static void
fill_counters (BfRiskModel *model)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (hash_counter, same_counter, g_free, NULL);
  const BfPlant *plant = bf_plan_plant (model->set->plan);

  for (guint i = 0; i < model->n_cutovers; i++)
    if (model->cutovers[i].openings)
      fill_uses (model, &model->cutovers[i], known);
  model->n_counters = g_hash_table_size (known);
  model->booked = g_new0 (guint8, model->n_counters + 1);
  model->limit = plant && plant->max_cutovers != BF_BLANK
                     ? (guint8) CLAMP (plant->max_cutovers, 0, 200)
                     : DEFAULT_MOST_CUTOVERS;
  for (guint i = 0; i < model->n_cutovers; i++)
    {
      const BfRiskCutover *cutover = &model->cutovers[i];

      if (cutover->opening >= 0)
        for (int u = cutover->use_first[cutover->opening];
             u < cutover->use_first[cutover->opening + 1];
             u++)
          model->booked[cutover->uses[u]]++;
    }
}

/* --- Core steps --- */

static gboolean
share_area (const BfRiskModel *model, const BfRiskCutover *a, const BfRiskCutover *b)
{
  const int *first, *second;
  guint n = bf_step_cutover_areas (
      model->steps[a->step].step, (guint) model->activities[a->activity].part, &first);
  guint m = bf_step_cutover_areas (
      model->steps[b->step].step, (guint) model->activities[b->activity].part, &second);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (first[i] == second[j])
        return TRUE;
  return n == 0 || m == 0;
}

static gboolean
is_core (const BfRiskModel *model, const BfRiskCutover *cutover)
{
  const BfStep *step = model->steps[cutover->step].step;

  return step->archetype && step->archetype->core;
}

/* Core steps keep their order: the later one waits for half a year after the earlier one. */
static void
add_core_edges (BfRiskModel *model, GArray **before)
{
  for (guint i = 0; i < model->n_cutovers; i++)
    for (guint j = 0; j < model->n_cutovers; j++)
      {
        const BfRiskCutover *from = &model->cutovers[i], *to = &model->cutovers[j];
        BfRiskEdge edge = { from->activity, BF_RISK_EDGE_CORE, CORE_DAYS };

        if (from->step != to->step && from->planned < to->planned && is_core (model, from) &&
            is_core (model, to) && share_area (model, from, to))
          g_array_append_val (before[to->activity], edge);
      }
}

/* --- Whole --- */

static void
fill_cutover (BfRiskModel *model, int a, BfRiskCutover *cutover)
{
  const BfRiskActivity *activity = &model->activities[a];
  const BfActivity *row = &g_array_index (model->network->activities, BfActivity, (guint) a);
  const BfPlacing *placing = &model->schedule->placings[a];
  const BfStep *step = model->steps[activity->step].step;
  double exposure = bf_step_exposure_minor (model->set, step), stop;

  *cutover = (BfRiskCutover){ .activity = a,
                              .step = activity->step,
                              .planned = placing->start_minute,
                              .need = row->minutes,
                              .placement = placing->placement,
                              .opening = BF_RISK_OUTSIDE,
                              .repeat = WEEK_MINUTES };
  cutover->planned_rate =
      bf_plan_planned_stop_factor (model->set->plan, model->set->catalogue) *
      (double) bf_step_cutover_rate_minor (model->set, step, (guint) activity->part);
  if (step->decision && step->decision->benefit_year != BF_BLANK)
    exposure += (double) step->decision->benefit_year;
  stop = step->mean_hours * cutover->planned_rate;
  cutover->patience =
      (gint64) MIN (exposure > 0 ? stop / exposure * DAYS_A_YEAR : ENDLESS_DAYS, ENDLESS_DAYS) *
      BF_MINUTES_PER_DAY;
  if (cutover->need > 0)
    fill_openings (model, cutover, placing);
  if (cutover->need == 0 || (double) cutover->need <= step->bearable_hours * 60 + 1e-6 ||
      cutover->placement == BF_PLACEMENT_BEARABLE)
    fill_stops (model, cutover);
}

/* The one that ends last is what a rollback repeats. */
static void
mark_last (BfRiskModel *model, const BfRiskStep *step)
{
  BfRiskCutover *last = NULL;

  for (int a = step->first; a < step->first + step->n; a++)
    {
      BfRiskCutover *cutover =
          model->activities[a].cutover < 0 ? NULL : &model->cutovers[model->activities[a].cutover];

      if (cutover && (!last || cutover->planned >= last->planned))
        last = cutover;
    }
  if (last)
    last->last = TRUE;
}

void
bf_risk_model_add_cutovers (BfRiskModel *model, GArray **before)
{
  model->cutovers = g_new0 (BfRiskCutover, model->n_activities + 1);
  for (int a = 0; a < (int) model->n_activities; a++)
    {
      BfRiskActivity *activity = &model->activities[a];
      BfRiskStep *step = &model->steps[activity->step];

      activity->cutover = -1;
      if (activity->kind != BF_ACTIVITY_CUTOVER)
        continue;
      activity->cutover = (int) model->n_cutovers;
      fill_cutover (model, a, &model->cutovers[model->n_cutovers++]);
      step->n_cutovers++;
      step->may_stop |= model->cutovers[activity->cutover].need > 0 &&
                        model->cutovers[activity->cutover].next_stop;
    }
  for (guint s = 0; s < model->n_steps; s++)
    mark_last (model, &model->steps[s]);
  fill_counters (model);
  add_core_edges (model, before);
}

void
bf_risk_cutover_clear (BfRiskCutover *cutover)
{
  g_clear_pointer (&cutover->openings, bf_openings_free);
  g_free (cutover->latest);
  g_free (cutover->use_first);
  g_free (cutover->uses);
  if (cutover->owns_stops)
    g_free (cutover->next_stop);
}

/* --- In a draw --- */

static guint8 *
counter_of (const BfRiskBlock *block, int counter, guint draw)
{
  return &block->counters[(guint) counter * block->model->block + draw];
}

static void
book (BfRiskBlock *block, const BfRiskCutover *cutover, int opening, guint draw, int by)
{
  for (int u = cutover->use_first[opening]; u < cutover->use_first[opening + 1]; u++)
    *counter_of (block, cutover->uses[u], draw) += (guint8) by;
}

static gboolean
has_room (const BfRiskBlock *block, const BfRiskCutover *cutover, guint opening, guint draw)
{
  for (int u = cutover->use_first[opening]; u < cutover->use_first[opening + 1]; u++)
    if (*counter_of (block, cutover->uses[u], draw) >= block->model->limit)
      return FALSE;
  return TRUE;
}

/* What others have booked stays theirs. */
static int
find_opening (
    const BfRiskBlock *block, const BfRiskCutover *cutover, guint draw, gint64 from, gint64 *minute)
{
  const BfOpenings *all = cutover->openings;
  guint low = 0, high = all->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cutover->latest[middle] >= from)
        high = middle;
      else
        low = middle + 1;
    }
  for (; low < all->n; low++)
    {
      *minute = MAX (from, all->start[low]);
      if (*minute + cutover->need <= all->end[low] && has_room (block, cutover, low, draw))
        return (int) low;
    }
  return BF_RISK_NEVER;
}

static gboolean
find_stop (const BfRiskModel *model, const BfRiskCutover *cutover, gint64 from, gint64 *minute)
{
  gint64 clock = stop_clock (cutover->need);
  gint64 day = bf_minute_day (from) - model->origin;

  if (!cutover->next_stop)
    return FALSE;
  if (cutover->need && bf_day_minute (model->origin + day) + clock < from)
    day++;
  day = CLAMP (day, 0, model->n_days);
  day = cutover->next_stop[day];
  *minute = bf_day_minute (model->origin + day) + clock;
  return day < ENDLESS_DAYS;
}

static gint64
find_beyond (const BfRiskCutover *cutover, gint64 from)
{
  gint64 late = MAX (0, from - cutover->planned);

  return cutover->planned + (late + cutover->repeat - 1) / cutover->repeat * cutover->repeat;
}

BfRiskPlace
bf_risk_place_cutover (BfRiskBlock *block, const BfRiskCutover *cutover, guint draw, gint64 from)
{
  gint64 in_opening = 0, stop = 0;
  int opening = cutover->openings && cutover->openings->n
                    ? find_opening (block, cutover, draw, from, &in_opening)
                    : BF_RISK_NEVER;
  gboolean stops = find_stop (block->model, cutover, from, &stop);

  if (stops && (opening < 0 || in_opening - stop > cutover->patience))
    return (BfRiskPlace){ stop, BF_RISK_OUTSIDE };
  if (opening < 0)
    return (BfRiskPlace){ find_beyond (cutover, from), BF_RISK_BEYOND };
  book (block, cutover, opening, draw, 1);
  return (BfRiskPlace){ in_opening, opening };
}

void
bf_risk_leave_opening (BfRiskBlock *block, const BfRiskCutover *cutover, guint draw)
{
  if (cutover->opening >= 0)
    book (block, cutover, cutover->opening, draw, -1);
}
