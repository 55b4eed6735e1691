/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-checker.h"
#include "bf-plan-defaults.h"
#include "bf-roadmap-compute.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_DRAWS 4000
/* What finds out whether the steps can be placed at all. */
#define FIRST_SCHEDULES 400
/* Each failure takes at least one step out, so this is never reached by a sound plan. */
#define MAX_ROUNDS 400

static gboolean
go_on (const BfComputing *computing, double share, GError **error)
{
  if (computing->progress)
    computing->progress (share, computing->progress_data);
  return !g_cancellable_set_error_if_cancelled (computing->cancellable, error);
}

/* --- Setting up --- */

static BfRoadmapOptions
completed (BfRoadmap *roadmap, const BfRoadmapOptions *options)
{
  BfRoadmapOptions all = options ? *options : (BfRoadmapOptions){ .seed = 1 };

  all.seed = all.seed ? all.seed : 1;
  all.draws = all.draws ? all.draws : DEFAULT_DRAWS;
  all.scenario = bf_roadmap_text (roadmap, all.scenario);
  all.no_buffer = all.no_buffer || !bf_plan_has_buffer (roadmap->plan);
  all.tail = all.tail || bf_plan_has_tail (roadmap->plan);
  all.keep_dates = NULL; /* an input, no part of the result */
  return all;
}

/* What the plan leaves open of its options, and what is dangerous to turn off. */
static void
assume_options (const BfComputing *computing, BfStepSet *candidates)
{
  const BfRoadmapOptions *options = &computing->roadmap->options;
  const BfPlant *plant = bf_plan_plant (computing->plan);

  if (options->no_buffer)
    bf_step_set_assume (candidates,
                        _ ("Buffer before cutovers"),
                        _ ("none"),
                        _ ("Turned off: expect that every second cutover misses its window"));
  else if (!plant || plant->buffer < 0)
    bf_step_set_assume (
        candidates, _ ("Plant: Buffer before cutovers"), _ ("yes"), _ ("Planning rule"));
  if (!options->tail && (!plant || plant->it_tail < 0))
    bf_step_set_assume (
        candidates, _ ("Plant: Tail of IT projects"), _ ("no"), _ ("Planning rule"));
}

static BfStepSet *
propose (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  BfNeeds *needs = bf_needs_compute (computing->plan, computing->catalogue);
  BfStepSet *candidates;

  roadmap->needs = bf_roadmap_own (roadmap, needs, (GDestroyNotify) bf_needs_free);
  roadmap->calendar = bf_roadmap_own (roadmap,
                                      bf_calendar_new (computing->plan, computing->catalogue),
                                      (GDestroyNotify) bf_calendar_free);
  candidates = bf_roadmap_own (roadmap,
                               bf_steps_propose (computing->plan, computing->catalogue, needs),
                               (GDestroyNotify) bf_step_set_free);
  candidates->no_buffer = roadmap->options.no_buffer;
  assume_options (computing, candidates);
  return candidates;
}

static void
take_set (BfComputing *computing, BfStepSet *set)
{
  computing->set = set;
  computing->roadmap->set =
      bf_roadmap_own (computing->roadmap, set, (GDestroyNotify) bf_step_set_free);
}

static void
take_larger (BfComputing *computing, BfSelection *selection, BfStepSet *set)
{
  BfStepSet *larger = bf_roadmap_reconsider (computing, selection);

  if (larger)
    bf_step_set_free (set);
  take_set (computing, larger ? larger : set);
}

/* --- Placing --- */

typedef enum
{
  PLACED,
  NOT_PLACED, /* something may be given up */
  BROKEN,     /* cancelled, or a loop */
} Outcome;

static Outcome
place (BfComputing *computing,
       const BfStepSet *set,
       const BfKeptDates *kept,
       gboolean quick,
       int *culprit,
       GError **error)
{
  g_autoptr (BfNetwork) network = bf_network_build (set, error);
  g_autofree gint64 *fixed = NULL;
  g_autofree gboolean *stops = NULL;
  BfScheduleOptions options = {
    .objective = computing->roadmap->options.objective,
    .seed = computing->roadmap->options.seed,
    .schedules = computing->roadmap->options.schedules,
    .loose = computing->loosening.loose,
    .cancellable = computing->cancellable,
  };

  if (!network)
    return BROKEN;
  if (quick)
    options.schedules =
        MIN (FIRST_SCHEDULES,
             options.schedules ? options.schedules
                               : bf_schedule_usual_passes (network, options.objective));
  if (kept)
    {
      options.fixed = fixed = g_new (gint64, network->activities->len + 1);
      options.stops = stops = g_new (gboolean, network->activities->len + 1);
      bf_kept_dates_fix (kept, set, network, fixed, stops);
    }
  computing->schedule =
      bf_schedule_compute (set, network, computing->roadmap->calendar, &options, culprit, error);
  if (!computing->schedule)
    return g_cancellable_is_cancelled (computing->cancellable) ? BROKEN : NOT_PLACED;
  computing->network = g_steal_pointer (&network);
  return PLACED;
}

/* A window, a team or a pin is the step's own trouble; money and time are everybody's. */
static gboolean
is_own_trouble (const GError *error)
{
  return g_error_matches (error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_NO_OPENING) ||
         g_error_matches (error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_TEAM) ||
         g_error_matches (error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_PIN) ||
         g_error_matches (error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_DUE);
}

static gboolean
is_pinned (const BfStepSet *set, guint step)
{
  const BfStep *row = g_ptr_array_index (set->steps, step);

  return row->decision && row->decision->pinned_cutover != BF_BLANK;
}

/* TRUE where the steps can be placed but for the dates that the user pinned. */
static gboolean
is_pins_fault (const BfComputing *computing, const BfStepSet *set)
{
  g_autoptr (BfNetwork) network = bf_network_build (set, NULL);
  g_autoptr (BfSchedule) schedule = NULL;
  BfScheduleOptions options = {
    .objective = computing->roadmap->options.objective,
    .seed = computing->roadmap->options.seed,
    .schedules = FIRST_SCHEDULES,
    .no_pins = TRUE,
    .cancellable = computing->cancellable,
  };
  gboolean any = FALSE;

  for (guint i = 0; i < set->steps->len; i++)
    any |= is_pinned (set, i);
  if (network && any)
    schedule =
        bf_schedule_compute (set, network, computing->roadmap->calendar, &options, NULL, NULL);
  return schedule != NULL;
}

/* Nothing is given up for a pin, neither the step that has it nor others: the user has to decide.
 */
static gboolean
give_up (const BfComputing *computing,
         BfSelection *selection,
         const BfStepSet *set,
         int culprit,
         const GError *error)
{
  const char *key =
      culprit >= 0 ? ((const BfStep *) g_ptr_array_index (set->steps, (guint) culprit))->key : NULL;

  if (is_pins_fault (computing, set))
    return FALSE;
  if (is_own_trouble (error) && key && bf_selection_give_up (selection, key, TRUE, error->message))
    return TRUE;
  return bf_selection_give_up (selection, NULL, FALSE, error->message);
}

static void
say_infeasible (BfComputing *computing, const BfStepSet *set, const GError *error)
{
  g_ptr_array_add (computing->problems, g_strdup (error->message));
  bf_roadmap_relax (computing, set);
}

/* Dates that are due may need the whole search. */
static Outcome
place_any (BfComputing *computing, const BfStepSet *set, int *culprit, GError **error)
{
  g_autoptr (GError) fault = NULL;
  Outcome outcome = place (computing, set, NULL, TRUE, culprit, &fault);

  if (outcome == NOT_PLACED && g_error_matches (fault, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_DUE))
    return place (computing, set, NULL, FALSE, culprit, error);
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  return outcome;
}

/* Narrows the selection until it can be placed. Infeasible: the set is there, the schedule not. */
static gboolean
place_selection (BfComputing *computing, BfSelection *selection, GError **error)
{
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      BfStepSet *set = bf_selection_steps (selection);
      g_autoptr (GError) fault = NULL;
      int culprit = -1;
      Outcome outcome = place_any (computing, set, &culprit, &fault);

      if (outcome == NOT_PLACED && bf_roadmap_lower_phases (computing, set))
        {
          g_clear_error (&fault);
          outcome = place_any (computing, set, &culprit, &fault);
        }
      if (outcome == BROKEN)
        {
          bf_step_set_free (set);
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      if (outcome == PLACED || !give_up (computing, selection, set, culprit, fault))
        {
          if (outcome != PLACED)
            say_infeasible (computing, set, fault);
          take_larger (computing, selection, set);
          return TRUE;
        }
      bf_step_set_free (set);
      if (!go_on (computing, 0.3, error))
        return FALSE;
    }
  g_assert_not_reached ();
}

static gboolean
place_kept (BfComputing *computing, const BfStepSet *candidates, const char *json, GError **error)
{
  g_autoptr (BfKeptDates) kept = bf_kept_dates_read (json, error);
  g_autoptr (GError) fault = NULL;
  Outcome outcome;
  int culprit;

  if (!kept)
    return FALSE;
  take_set (computing, bf_kept_dates_select (kept, candidates, computing->problems));
  bf_kept_dates_loosen (kept, computing);
  outcome = place (computing, computing->set, kept, FALSE, &culprit, &fault);
  if (outcome == BROKEN)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (outcome == NOT_PLACED)
    g_ptr_array_add (computing->problems, g_strdup (fault->message));
  return outcome != BROKEN;
}

/* Better and safer schedules of the same steps, with their bundles. */
static gboolean
improve (BfComputing *computing, GError **error)
{
  bf_roadmap_restart (computing, 0);
  if (!go_on (computing, 0.4, error))
    return FALSE;
  if (bf_roadmap_secure (computing))
    return go_on (computing, 0.5, error);
  bf_roadmap_restart (computing, 1);
  if (!go_on (computing, 0.5, error))
    return FALSE;
  bf_roadmap_seek_bundles (computing);
  return TRUE;
}

/* --- After placing --- */

static void
check (BfComputing *computing)
{
  g_autoptr (GPtrArray) found =
      bf_checker_run (computing->set, computing->network, computing->schedule->placings);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (computing->problems, g_strdup (found->pdata[i]));
  computing->roadmap->feasible = computing->roadmap->checked = found->len == 0;
}

static void
price (BfComputing *computing)
{
  guint n = computing->set->steps->len;

  computing->bundles =
      bf_cost_find_bundles (computing->set, computing->network, computing->schedule);
  computing->costs = g_new0 (BfStepCost, n + 1);
  for (guint i = 0; i < n; i++)
    computing->costs[i] = bf_cost_of_step (computing->set,
                                           computing->network,
                                           computing->roadmap->calendar,
                                           computing->schedule,
                                           (int) i);
}

static gboolean
simulate (BfComputing *computing, GError **error)
{
  BfRiskOptions options = {
    .seed = computing->roadmap->options.seed,
    .draws = computing->roadmap->options.draws,
    .tail = computing->roadmap->options.tail,
    .cancellable = computing->cancellable,
  };

  computing->risk = bf_risk_simulate (computing->set,
                                      computing->network,
                                      computing->roadmap->calendar,
                                      computing->schedule,
                                      &options,
                                      error);
  return computing->risk != NULL;
}

static gboolean
complete (BfComputing *computing, GError **error)
{
  price (computing);
  check (computing);
  if (!go_on (computing, 0.6, error) || !simulate (computing, error))
    return FALSE;
  bf_roadmap_assemble (computing);
  bf_roadmap_add_phases (computing);
  bf_roadmap_add_worth (computing);
  bf_roadmap_add_risks (computing);
  bf_roadmap_add_decisions (computing);
  return go_on (computing, 1, error);
}

/* --- What stays open --- */

static void
list_assumptions (BfComputing *computing)
{
  BfRoadmap *roadmap = computing->roadmap;
  guint n = computing->set->assumptions->len;
  BfAssumption *assumptions = bf_roadmap_array (roadmap, BfAssumption, n);

  for (guint i = 0; i < n; i++)
    assumptions[i] = *(const BfAssumption *) g_ptr_array_index (computing->set->assumptions, i);
  roadmap->n_assumptions = n;
  roadmap->assumptions = assumptions;
}

static void
list_problems (BfComputing *computing)
{
  computing->roadmap->problems = bf_roadmap_list (computing->roadmap, computing->problems);
  computing->roadmap->n_problems = computing->problems->len;
}

/* --- Whole --- */

static void
computing_clear (BfComputing *computing)
{
  g_clear_pointer (&computing->network, bf_network_free);
  g_clear_pointer (&computing->schedule, bf_schedule_free);
  g_clear_pointer (&computing->bundles, g_array_unref);
  g_clear_pointer (&computing->risk, bf_risk_free);
  g_clear_pointer (&computing->costs, g_free);
  g_clear_pointer (&computing->position, g_free);
  g_clear_pointer (&computing->problems, g_ptr_array_unref);
  g_clear_pointer (&computing->loosening.for_dates, g_array_unref);
}

static gboolean
compute (BfComputing *computing, const char *keep_dates, GError **error)
{
  BfStepSet *candidates = propose (computing);
  g_autoptr (BfSelection) selection = NULL;
  gboolean going;

  if (!go_on (computing, 0.1, error))
    return FALSE;
  if (!keep_dates)
    selection = bf_selection_propose (candidates, 0);
  if (!go_on (computing, 0.2, error))
    return FALSE;
  going = keep_dates ? place_kept (computing, candidates, keep_dates, error)
                     : place_selection (computing, selection, error);
  if (going && computing->schedule && !keep_dates)
    going = improve (computing, error);
  if (going && computing->schedule)
    going = complete (computing, error);
  if (!going)
    return FALSE;
  if (computing->schedule)
    bf_roadmap_assume_outside (computing);
  bf_roadmap_list_unmet (computing, candidates, selection);
  list_assumptions (computing);
  list_problems (computing);
  return TRUE;
}

BfRoadmap *
bf_roadmap_compute (const BfPlan *plan,
                    const BfRoadmapOptions *options,
                    BfRoadmapProgress progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (BfPlan) own = bf_scenario_apply (plan, options ? options->scenario : NULL, error);
  g_autoptr (BfRoadmap) roadmap = NULL;
  BfComputing computing = { .plan = own,
                            .catalogue = bf_catalogue_get (),
                            .progress = progress,
                            .progress_data = progress_data,
                            .cancellable = cancellable,
                            .loosening = { .horizon_wanted = BF_BLANK } };
  gboolean done;

  if (!own)
    return NULL;
  roadmap = computing.roadmap = bf_roadmap_new (own, computing.catalogue);
  roadmap->options = completed (roadmap, options);
  computing.problems = g_ptr_array_new_with_free_func (g_free);
  done = compute (&computing, options ? options->keep_dates : NULL, error);
  computing_clear (&computing);
  return done ? g_steal_pointer (&roadmap) : NULL;
}
