/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schedule-anneal.h"
#include "bf-schedule-bound.h"
#include "bf-schedule-compile.h"
#include "bf-schedule-hold.h"
#include "bf-schedule-search.h"

#include <glib/gi18n-lib.h>

/* As many as a network of that many activities needs, up to so many. */
#define SCHEDULES_AN_ACTIVITY 40
#define DEFAULT_SCHEDULES 4000
/* The earliest finish has many schedules that end on the same day; it takes as long again. */
#define DEFAULT_FINISH_SCHEDULES 8000
/* Activities placed at most without being asked for more, and schedules at least: a plan of
 * thousands of steps is answered too while somebody waits. */
#define DEFAULT_PLACED 2000000
#define LEAST_SCHEDULES 100
/* As many of them look for any schedule. */
#define FIRST_SCHEDULES 60
/* What a search with soft prerequisites given up may take of the first one's schedules. */
#define SOFT_SHARE 4
/* How often soft prerequisites are given up in the search for a plan that keeps its dates. */
#define SOFT_ROUNDS 6

G_DEFINE_QUARK (bf - schedule - error - quark, bf_schedule_error)

/* One question to the scheduler, and what has become of its soft edges. */
typedef struct
{
  const BfStepSet *set;
  const BfNetwork *network; /* as given */
  const BfCalendar *calendar;
  const BfScheduleOptions *options;
  guint schedules;
  gboolean *dropped; /* an edge of network: soft, and given up */
  double margin_minor;
  gboolean is_round; /* one more try, with soft edges given up */
  guint tried;
} Question;

/* An answer with the network it was found on. */
typedef struct
{
  BfNetwork *network;
  BfCompiled *compiled;
  BfSearchResult result;
  guint n_dropped;
} Answer;

static void
clear_answer (Answer *answer)
{
  bf_search_result_clear (&answer->result);
  g_clear_pointer (&answer->compiled, bf_compiled_free);
  g_clear_pointer (&answer->network, bf_network_free);
}

static const char *
title_of (const BfStepSet *set, int step)
{
  const BfStep *row = bf_step_set_get (set, (guint) step);

  return row->title ? row->title : row->key;
}

/* --- What can be seen without a pass. --- */

static double
person_days (const BfCompiled *self, int a, int team)
{
  const BfActivity *activity = BF_ACTIVITY (self->network, (guint) a);
  double days = 0;

  for (guint i = 0; i < activity->loads.n; i++)
    if (activity->loads.of[i].team == team)
      days += activity->loads.of[i].person_days;
  return days / activity->days;
}

/* A load that is larger than its team ever gives. */
static gboolean
check_team (const BfCompiled *self, int a, int team, int *culprit, GError **error)
{
  const BfCore *core = self->core;
  const guint64 *left = core->capacity + (gsize) (team / BF_PROFILE_LANES) * (gsize) core->n_work;
  int need = bf_compiled_load (self, a, team);
  int most = 0;
  char needs[G_ASCII_DTOSTR_BUF_SIZE], gives[G_ASCII_DTOSTR_BUF_SIZE];

  for (int work = 0; work < core->horizon_work; work++)
    most = MAX (most, bf_profile_units (left[work], (guint) team));
  if (need <= most)
    return TRUE;
  *culprit = core->step[a];
  g_set_error (
      error,
      BF_SCHEDULE_ERROR,
      BF_SCHEDULE_ERROR_TEAM,
      /* Translators: step, person-days a day, team, person-days a day. */
      _ ("“%s” needs %s person-days a day of %s, which never gives more than %s."),
      title_of (self->set, core->step[a]),
      g_ascii_formatd (needs, sizeof needs, "%.2f", person_days (self, a, team)),
      BF_ROW (self->set->plan, TEAM, BfTeam, (guint) team)->row.key,
      g_ascii_formatd (gives, sizeof gives, "%.2f", (double) most / self->team_scale[team]));
  return FALSE;
}

/* The longest common opening, however short. */
static gint64
longest_opening (const BfCompiled *self, guint at, const BfStretch **stretch)
{
  const BfCore *core = self->core;
  const BfStep *step = bf_step_set_get (self->set, (guint) core->cutovers[at].step);
  const int *systems = step->systems ? (const int *) (gconstpointer) step->systems->data : NULL;
  g_autoptr (BfOpenings) all = bf_calendar_openings (self->calendar,
                                                     self->areas[at],
                                                     self->n_areas[at],
                                                     systems,
                                                     step->systems ? step->systems->len : 0,
                                                     1);
  gint64 longest = 0;

  for (guint i = 0; i < all->n; i++)
    if (all->end[i] - all->start[i] > longest &&
        all->end[i] <= bf_day_minute (core->origin + core->horizon_day))
      {
        longest = all->end[i] - all->start[i];
        *stretch = all->stretch[i * all->n_areas];
      }
  return longest;
}

static gboolean
check_cutover (const BfCompiled *self, guint at, int *culprit, GError **error)
{
  const BfCoreCutover *cutover = &self->core->cutovers[at];
  char needs[G_ASCII_DTOSTR_BUF_SIZE], has[G_ASCII_DTOSTR_BUF_SIZE];
  const BfStretch *stretch = NULL;
  gint64 longest;

  if (cutover->need == 0 || cutover->bearable || cutover->n_openings)
    return TRUE;
  *culprit = cutover->step;
  longest = longest_opening (self, at, &stretch);
  g_ascii_formatd (needs, sizeof needs, "%.1f", (double) cutover->need / 60);
  g_ascii_formatd (has, sizeof has, "%.1f", (double) longest / 60);
  if (stretch)
    g_set_error (
        error,
        BF_SCHEDULE_ERROR,
        BF_SCHEDULE_ERROR_NO_OPENING,
        /* Translators: step, hours, name of a window, hours. */
        _ ("The cutover of “%s” needs %s h in one piece; the longest opening for it is %s with %s h."),
        title_of (self->set, cutover->step),
        needs,
        bf_calendar_window_name (self->calendar, stretch->window, stretch->occurrence),
        has);
  else
    g_set_error (error,
                 BF_SCHEDULE_ERROR,
                 BF_SCHEDULE_ERROR_NO_OPENING,
                 /* Translators: step, hours. */
                 _ ("The cutover of “%s” needs %s h, and no window is open for it."),
                 title_of (self->set, cutover->step),
                 needs);
  return FALSE;
}

static gboolean
check_problem (const BfCompiled *self, int *culprit, GError **error)
{
  guint n_teams = bf_plan_count (self->set->plan, BF_TEAM);

  for (int a = 0; a < self->core->n; a++)
    for (guint team = 0; team < n_teams; team++)
      if (!check_team (self, a, (int) team, culprit, error))
        return FALSE;
  for (guint i = 0; i < self->core->n_cutovers; i++)
    if (!check_cutover (self, i, culprit, error))
      return FALSE;
  return TRUE;
}

/* --- Failures of all passes. --- */

static void
fail_money (const BfCompiled *self, const BfSearchResult *result, const char *ready, GError **error)
{
  const BfCore *core = self->core;
  static const char *const kinds[BF_N_BUDGETS] = {
    N_ ("capex"),
    N_ ("validation"),
    N_ ("opex"),
  };

  g_set_error (error,
               BF_SCHEDULE_ERROR,
               BF_SCHEDULE_ERROR_BUDGET,
               /* Translators: kind of money, step, day. */
               _ ("No budget period after %3$s has the %1$s for “%2$s”."),
               _ (kinds[result->block_detail]),
               title_of (self->set, core->step[result->failed]),
               ready);
}

static void
fail_cutover (const BfCompiled *self,
              const BfSearchResult *result,
              const char *ready,
              GError **error)
{
  const BfCore *core = self->core;
  const BfCoreCutover *cutover = &core->cutovers[core->cutover[result->failed]];
  g_autofree char *pin =
      cutover->pin == BF_BLANK ? NULL : bf_day_text (bf_minute_day (cutover->pin));
  g_autofree char *end = bf_day_text (core->origin + core->horizon_day - 1);
  const char *title = title_of (self->set, cutover->step);

  if (result->block == BF_BLOCK_PIN)
    g_set_error (error,
                 BF_SCHEDULE_ERROR,
                 BF_SCHEDULE_ERROR_PIN,
                 /* Translators: step, day, day. */
                 _ ("The cutover of “%s” is pinned to %s, but it is ready on %s at the earliest or "
                    "does not fit there."),
                 title,
                 pin,
                 ready);
  else
    g_set_error (error,
                 BF_SCHEDULE_ERROR,
                 BF_SCHEDULE_ERROR_NO_OPENING,
                 /* Translators: step, day, day. */
                 _ ("The cutover of “%s” is ready on %s and finds no free opening that is long "
                    "enough before the horizon ends on %s."),
                 title,
                 ready,
                 end);
}

static void
fail_horizon (const BfCompiled *self,
              const BfSearchResult *result,
              const char *ready,
              GError **error)
{
  const BfCore *core = self->core;
  g_autofree char *end = bf_day_text (core->origin + core->horizon_day - 1);
  const char *title = title_of (self->set, core->step[result->failed]);

  if (result->block == BF_BLOCK_TEAM)
    g_set_error (
        error,
        BF_SCHEDULE_ERROR,
        BF_SCHEDULE_ERROR_HORIZON,
        /* Translators: step, day, team, day. */
        _ ("“%s” is ready on %s, but %s has no room for it before the horizon ends on %s."),
        title,
        ready,
        BF_ROW (self->set->plan, TEAM, BfTeam, (guint) result->block_detail)->row.key,
        end);
  else
    g_set_error (error,
                 BF_SCHEDULE_ERROR,
                 BF_SCHEDULE_ERROR_HORIZON,
                 /* Translators: step, day, day. */
                 _ ("“%s” is ready for its next part on %s and does not end before the horizon "
                    "ends on %s."),
                 title,
                 ready,
                 end);
}

static void
fail (const BfCompiled *self, const BfSearchResult *result, int *culprit, GError **error)
{
  const BfCore *core = self->core;
  g_autofree char *ready = bf_day_text (core->origin + result->ready_day);

  *culprit = core->step[result->failed];
  if (result->block == BF_BLOCK_BUDGET || result->block == BF_BLOCK_OUTSIDE)
    fail_money (self, result, ready, error);
  else if (core->cutover[result->failed] >= 0)
    fail_cutover (self, result, ready, error);
  else
    fail_horizon (self, result, ready, error);
}

static void
fail_due (const BfCompiled *self, const BfPass *best, int *culprit, GError **error)
{
  const BfCore *core = self->core;
  int worst = 0;

  for (int s = 0; s < core->n_steps; s++)
    if (core->due_is_hard[s] && best->release[s] - core->due[s] > worst)
      {
        g_autofree char *release = bf_day_text (core->origin + best->release[s]);
        g_autofree char *due = bf_day_text (core->origin + core->due[s]);

        worst = best->release[s] - core->due[s];
        *culprit = s;
        g_clear_error (error);
        g_set_error (error,
                     BF_SCHEDULE_ERROR,
                     BF_SCHEDULE_ERROR_DUE,
                     /* Translators: step, day, days, day. */
                     _ ("“%s” can be released on %s at best, %d days after it is due on %s."),
                     title_of (self->set, s),
                     release,
                     worst,
                     due);
      }
}

/* --- Searching, with soft edges given up where that helps. --- */

static BfNetwork *
without_dropped (const Question *question)
{
  const BfNetwork *from = question->network;
  BfNetwork *network = g_new0 (BfNetwork, 1);
  guint n_steps = question->set->steps->len;

  network->activities = g_array_copy (from->activities);
  network->edges = g_array_new (FALSE, FALSE, sizeof (BfEdge));
  network->first = g_memdup2 (from->first, (n_steps + 1) * sizeof (int));
  for (guint i = 0; i < from->edges->len; i++)
    if (!question->dropped[i])
      g_array_append_val (network->edges, *BF_EDGE (from, i));
  return network;
}

static gboolean
overdrawn (const Question *question, const BfNetwork *network, const BfPlacing *placings)
{
  const BfStepSet *set = question->set;
  guint n = bf_plan_count (question->set->plan, BF_BUDGET);
  g_autofree gint64 *planned = g_new0 (gint64, n + 1);
  g_autofree gint64 *available = g_new0 (gint64, n + 1);
  g_autofree gint64 *carried = g_new0 (gint64, n + 1);

  for (guint s = 0; s < set->steps->len; s++)
    bf_schedule_spend (set, network, question->calendar, placings, (int) s, planned, NULL);
  bf_budget_carry (question->set->plan, planned, available, carried);
  for (guint i = 0; i < n; i++)
    if (planned[i] > 0 && planned[i] > available[i])
      return TRUE;
  return FALSE;
}

/* --- From a pass to the result. --- */

static GArray *
opening_uses (const BfCompiled *self, int cutover, int opening)
{
  const BfOpenings *all = self->openings[cutover];
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (BfOpeningUse));

  for (guint i = 0; i < all->n_areas; i++)
    {
      const BfStretch *stretch = all->stretch[(guint) opening * all->n_areas + i];
      BfOpeningUse use = {
        stretch->window,
        stretch->occurrence,
        self->n_areas[cutover] ? self->areas[cutover][i] : -1,
      };

      g_array_append_val (uses, use);
    }
  return uses;
}

static void
fill_placing (const BfCompiled *self, const BfPass *pass, int a, BfPlacing *placing)
{
  const BfCore *core = pass->core;

  placing->start = core->origin + pass->start_day[a];
  placing->finish = core->origin + pass->end_day[a];
  placing->start_minute = placing->finish_minute = BF_BLANK;
  placing->empty = core->days[a] == 0 && core->cutover[a] < 0;
  placing->hold_other = placing->ready_other = -1;
  placing->ready = BF_BLANK;
  if (core->cutover[a] < 0)
    return;
  placing->start_minute = pass->start_minute[a];
  placing->finish_minute = pass->end_minute[a];
  placing->placement = (BfPlacement) pass->placement[a];
  if (pass->opening[a] >= 0)
    placing->openings = opening_uses (self, core->cutover[a], pass->opening[a]);
}

static gint64
first_day (const BfPass *pass, int step)
{
  const BfCore *core = pass->core;
  int first = G_MAXINT;

  for (int a = core->step_first[step]; a < core->step_first[step + 1]; a++)
    if (core->days[a] > 0 || core->cutover[a] >= 0)
      first = MIN (first, pass->start_day[a]);
  return core->origin + (first == G_MAXINT ? MAX (0, pass->release[step]) : first);
}

static BfSchedule *
make_schedule (const BfCompiled *self, const BfPass *pass, const BfScore *score)
{
  const BfCore *core = pass->core;
  BfSchedule *schedule = g_new0 (BfSchedule, 1);

  schedule->n_placings = (guint) core->n;
  schedule->placings = g_new0 (BfPlacing, core->n + 1);
  schedule->start = g_new0 (gint64, core->n_steps + 1);
  schedule->release = g_new0 (gint64, core->n_steps + 1);
  schedule->late_days = g_new0 (int, core->n_steps + 1);
  schedule->given_up = g_array_new (FALSE, FALSE, sizeof (BfSoftOrder));
  schedule->strings = g_string_chunk_new (4096);
  schedule->cost = score->primary;
  for (int a = 0; a < core->n; a++)
    fill_placing (self, pass, a, &schedule->placings[a]);
  for (int s = 0; s < core->n_steps; s++)
    {
      schedule->start[s] = first_day (pass, s);
      schedule->release[s] = core->origin + pass->release[s];
      if (core->due[s] != G_MAXINT)
        schedule->late_days[s] = MAX (0, pass->release[s] - core->due[s]);
    }
  return schedule;
}

static guint
passes_to_improve (const Question *question)
{
  guint rest = question->schedules > FIRST_SCHEDULES ? question->schedules - FIRST_SCHEDULES : 0;

  return question->options->fixed ? 0 : question->is_round ? rest / SOFT_SHARE : rest;
}

/* What was given up weighs in the search nevertheless. */
static void
advise_dropped (const Question *question, BfCore *core)
{
  guint n = question->network->edges->len;

  core->advised_before = g_new (int, n + 1);
  core->advised_after = g_new (int, n + 1);
  for (guint i = 0; i < n; i++)
    {
      if (!question->dropped[i])
        continue;
      core->advised_before[core->n_advised] = BF_EDGE (question->network, i)->before;
      core->advised_after[core->n_advised++] = BF_EDGE (question->network, i)->after;
    }
}

/* Searches once with the soft edges as they are; again with room for rounding when the exact money
 * of a tight period would be overdrawn by cents. FALSE when cancelled. */
static gboolean
search (Question *question, Answer *answer)
{
  BfAnnealOptions improving = { passes_to_improve (question),
                                question->options->haste,
                                question->options->others,
                                question->options->cancellable };
  gboolean again = TRUE;

  *answer = (Answer){ .network = without_dropped (question) };
  answer->compiled =
      bf_compiled_new (question->set, answer->network, question->calendar, question->options);
  advise_dropped (question, answer->compiled->core);
  answer->n_dropped = answer->compiled->core->n_advised;
  while (again)
    {
      g_autoptr (BfSchedule) schedule = NULL;

      answer->compiled->core->margin_minor = question->margin_minor;
      if (!bf_core_search (answer->compiled->core,
                           MIN (question->schedules, FIRST_SCHEDULES),
                           question->options->cancellable,
                           &answer->result) ||
          !bf_core_hold (answer->compiled->core, question->options->cancellable, &answer->result))
        return FALSE;
      if (answer->result.found)
        bf_core_anneal (answer->compiled->core, &improving, &answer->result);
      question->tried += answer->result.tried;
      if (!answer->result.found || question->margin_minor > 0)
        return TRUE;
      schedule = make_schedule (answer->compiled, answer->result.best, &answer->result.score);
      again = overdrawn (question, answer->network, schedule->placings);
      if (again)
        {
          question->margin_minor = answer->compiled->core->n_steps;
          bf_search_result_clear (&answer->result);
        }
    }
  return TRUE;
}

/* Marks a step and all that it waits for. */
static void
mark_behind (const Question *question, int step, gboolean *behind)
{
  if (behind[step])
    return;
  behind[step] = TRUE;
  for (guint i = 0; i < question->network->edges->len; i++)
    {
      const BfEdge *edge = BF_EDGE (question->network, i);

      if (!question->dropped[i] &&
          BF_ACTIVITY (question->network, (guint) edge->after)->step == step)
        mark_behind (question, BF_ACTIVITY (question->network, (guint) edge->before)->step, behind);
    }
}

static void
drop_all_soft (Question *question)
{
  for (guint i = 0; i < question->network->edges->len; i++)
    question->dropped[i] = BF_EDGE (question->network, i)->soft;
}

/* Gives up the soft prerequisites on the way to steps in trouble; FALSE when there is none. */
static gboolean
drop_soft (Question *question, const Answer *answer)
{
  const BfCore *core = answer->compiled->core;
  int n_steps = core->n_steps;
  g_autofree gboolean *behind = g_new0 (gboolean, n_steps + 1);
  gboolean any = FALSE;

  if (!answer->result.found)
    mark_behind (question, core->step[answer->result.failed], behind);
  for (int s = 0; answer->result.found && s < n_steps; s++)
    if (core->due[s] != G_MAXINT && answer->result.best->release[s] > core->due[s])
      mark_behind (question, s, behind);
  for (guint i = 0; i < question->network->edges->len; i++)
    {
      const BfEdge *edge = BF_EDGE (question->network, i);

      if (!edge->soft || question->dropped[i] ||
          !behind[BF_ACTIVITY (question->network, (guint) edge->after)->step])
        continue;
      question->dropped[i] = TRUE;
      any = TRUE;
    }
  return any;
}

static gboolean
is_sound (const Answer *answer)
{
  return answer->result.found && answer->result.score.hard_late <= 0 &&
         answer->result.score.late <= 0;
}

static gboolean
is_better (const Answer *now, const Answer *before)
{
  if (!now->result.found || !before->result.found)
    return now->result.found && !before->result.found;
  if (now->result.score.hard_late != before->result.score.hard_late)
    return now->result.score.hard_late < before->result.score.hard_late;
  return now->result.score.late < before->result.score.late;
}

/* The answer that keeps dates best with the fewest soft prerequisites given up. */
static gboolean
find_answer (Question *question, Answer *best)
{
  if (!search (question, best))
    return FALSE;
  for (guint round = 0; round < SOFT_ROUNDS && !is_sound (best); round++)
    {
      Answer now;

      if (!drop_soft (question, best))
        break;
      question->is_round = TRUE;
      if (!search (question, &now))
        {
          clear_answer (&now);
          return FALSE;
        }
      if (is_better (&now, best))
        {
          clear_answer (best);
          *best = now;
        }
      else
        clear_answer (&now);
    }
  return TRUE;
}

gboolean
bf_schedule_keeps (const BfPlacing *placings, const BfEdge *edge)
{
  const BfPlacing *before = &placings[edge->before], *after = &placings[edge->after];

  return after->empty ? after->finish >= before->finish : after->start > before->finish;
}

/* The soft orders that the answer goes without and that it does not happen to keep. */
static void
list_given_up (const Question *question, const Answer *answer, BfSchedule *schedule)
{
  for (guint i = 0; answer->n_dropped && i < question->network->edges->len; i++)
    {
      const BfEdge *edge = BF_EDGE (question->network, i);
      BfSoftOrder order = {
        BF_ACTIVITY (question->network, (guint) edge->before)->step,
        BF_ACTIVITY (question->network, (guint) edge->after)->step,
      };
      gboolean known = !edge->soft || bf_schedule_keeps (schedule->placings, edge);

      for (guint j = 0; j < schedule->given_up->len && !known; j++)
        {
          const BfSoftOrder *other = &g_array_index (schedule->given_up, BfSoftOrder, j);

          known = other->before == order.before && other->after == order.after;
        }
      if (!known)
        g_array_append_val (schedule->given_up, order);
    }
}

/* A schedule with all that is said of it; @bound as of the best. */
static BfSchedule *
tell (const Question *question,
      const Answer *answer,
      BfPass *pass,
      const BfScore *score,
      double bound)
{
  BfSchedule *schedule = make_schedule (answer->compiled, pass, score);

  schedule->tried = question->tried;
  schedule->bound = bound;
  list_given_up (question, answer, schedule);
  bf_pass_explain (pass, answer->compiled, schedule->placings, schedule->strings);
  return schedule;
}

static GPtrArray *
tell_others (const Question *question, const Answer *answer, double bound)
{
  const GArray *pool = answer->result.pool;
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_schedule_free);

  for (guint i = 0; pool && i < pool->len; i++)
    {
      const BfSnapshot *snapshot = &g_array_index (pool, BfSnapshot, i);
      BfSchedule *schedule = tell (question, answer, snapshot->pass, &snapshot->score, bound);

      if (overdrawn (question, answer->network, schedule->placings))
        bf_schedule_free (schedule);
      else
        g_ptr_array_add (others, schedule);
    }
  return others;
}

static BfSchedule *
answer_question (Question *question, Answer *answer, int *culprit, GError **error)
{
  BfSchedule *schedule;
  double bound = 0;

  if (!answer->result.found)
    {
      fail (answer->compiled, &answer->result, culprit, error);
      return NULL;
    }
  if (answer->result.score.hard_late > 0)
    {
      fail_due (answer->compiled, answer->result.best, culprit, error);
      return NULL;
    }
  if (!question->options->fixed)
    bound = bf_core_bound (answer->compiled->core, answer->result.score.primary);
  schedule = tell (question, answer, answer->result.best, &answer->result.score, bound);
  if (question->options->others)
    schedule->others = tell_others (question, answer, bound);
  return schedule;
}

guint
bf_schedule_usual_passes (const BfNetwork *network, BfObjective objective)
{
  guint most = objective == BF_OBJECTIVE_FINISH ? DEFAULT_FINISH_SCHEDULES : DEFAULT_SCHEDULES;
  guint n = network->activities->len;

  most = MIN (most, MAX (LEAST_SCHEDULES, DEFAULT_PLACED / MAX (1, n)));
  return MIN (most, SCHEDULES_AN_ACTIVITY * n);
}

BfSchedule *
bf_schedule_compute (const BfStepSet *set,
                     const BfNetwork *network,
                     const BfCalendar *calendar,
                     const BfScheduleOptions *options,
                     int *culprit,
                     GError **error)
{
  static const BfScheduleOptions defaults = { .seed = 1 };
  Question question = { set, network, calendar, options ? options : &defaults };
  Answer answer = { 0 };
  BfSchedule *schedule = NULL;
  int ignored;

  culprit = culprit ? culprit : &ignored;
  *culprit = -1;
  question.schedules = question.options->schedules
                           ? question.options->schedules
                           : bf_schedule_usual_passes (network, question.options->objective);
  question.dropped = g_new0 (gboolean, network->edges->len + 1);
  if (question.options->loose)
    drop_all_soft (&question);
  answer.compiled = bf_compiled_new (set, network, calendar, question.options);
  if (check_problem (answer.compiled, culprit, error))
    {
      clear_answer (&answer);
      if (find_answer (&question, &answer))
        schedule = answer_question (&question, &answer, culprit, error);
      else
        g_set_error (
            error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_CANCELLED, _ ("Planning was stopped."));
    }
  clear_answer (&answer);
  g_free (question.dropped);
  return schedule;
}

void
bf_schedule_free (BfSchedule *schedule)
{
  for (guint i = 0; i < schedule->n_placings; i++)
    if (schedule->placings[i].openings)
      g_array_unref (schedule->placings[i].openings);
  g_free (schedule->placings);
  g_free (schedule->start);
  g_free (schedule->release);
  g_free (schedule->late_days);
  g_array_unref (schedule->given_up);
  g_clear_pointer (&schedule->others, g_ptr_array_unref);
  g_string_chunk_free (schedule->strings);
  g_free (schedule);
}
