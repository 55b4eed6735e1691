/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks for steps that would qualify together if they cut over together.
 *
 * Of two steps that may share, the one that cuts over first is tried in the opening of the other
 * one, with all other dates as they are; what follows its cutover moves along. The move is kept
 * when the checker finds nothing and when what it saves outweighs what the later release costs
 * (exposure, downtime, double running): the objective's own money less the savings. Under another
 * objective than cost it must not make that one worse. Pairs are tried by saving, ties by key. */

#include "bf-roadmap-compute.h"

#include "bf-bundle.h"
#include "bf-checker.h"

#include <glib/gi18n-lib.h>

#define MOST_TRIES 24
/* Nobody leaves a finished step waiting longer than that to save a protocol. */
#define MOST_WAIT_DAYS 364

typedef struct
{
  BfComputing *computing;
  guint n; /* activities */
} Seeker;

static BfStep *
get_step (const Seeker *self, int step)
{
  return g_ptr_array_index (self->computing->set->steps, (guint) step);
}

static gint64
total_saving (const Seeker *self, const BfSchedule *schedule)
{
  g_autoptr (GArray) bundles =
      bf_cost_find_bundles (self->computing->set, self->computing->network, schedule);
  gint64 sum = 0;

  for (guint i = 0; i < bundles->len; i++)
    sum += g_array_index (bundles, BfBundle, i).saved_minor;
  for (guint i = 0; i < self->computing->set->steps->len; i++)
    bf_bundle_clear (get_step (self, (int) i));
  return sum;
}

/* The step's only cutover when it lies in an opening; -1 otherwise. */
static int
single_cutover (const Seeker *self, int step)
{
  const BfNetwork *network = self->computing->network;
  int found = -1;

  if (get_step (self, step)->n_cutovers != 1)
    return -1;
  for (int a = network->first[step]; a < network->first[step + 1]; a++)
    if (g_array_index (network->activities, BfActivity, a).kind == BF_ACTIVITY_CUTOVER)
      found = a;
  return found >= 0 && self->computing->schedule->placings[found].placement == BF_PLACEMENT_OPENING
             ? found
             : -1;
}

/* --- Candidates --- */

typedef struct
{
  int moved, target; /* cutovers: activities */
  gint64 saved_minor;
} Move;

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const Move *x = a, *y = b;

  if (x->saved_minor != y->saved_minor)
    return x->saved_minor > y->saved_minor ? -1 : 1;
  if (x->moved != y->moved)
    return x->moved < y->moved ? -1 : 1;
  return x->target < y->target ? -1 : x->target > y->target;
}

static void
add_move (const Seeker *self, int a, int b, GArray *moves)
{
  const BfPlacing *placings = self->computing->schedule->placings;
  int x = single_cutover (self, a), y = single_cutover (self, b);
  Move move = { x, y, 0 };

  if (x < 0 || y < 0 || placings[x].start_minute == placings[y].start_minute)
    return;
  if (placings[x].start_minute > placings[y].start_minute)
    move = (Move){ y, x, 0 };
  if (placings[move.target].start - placings[move.moved].start > MOST_WAIT_DAYS)
    return;
  move.saved_minor =
      bf_bundle_saving (self->computing->set, get_step (self, a), get_step (self, b)).total_minor;
  if (move.saved_minor > 0)
    g_array_append_val (moves, move);
}

static GArray *
find_moves (const Seeker *self)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (Move));
  int n = (int) self->computing->set->steps->len;

  for (int a = 0; a < n; a++)
    for (int b = a + 1; b < n; b++)
      add_move (self, a, b, moves);
  g_array_sort (moves, compare_moves);
  return moves;
}

/* --- Trying --- */

/* What follows the moved cutover in its step is free; all else stands. */
static void
fix_all_but (const Seeker *self, const Move *move, gint64 *fixed, gboolean *stops)
{
  const BfPlacing *placings = self->computing->schedule->placings;
  const GArray *activities = self->computing->network->activities;
  int step = g_array_index (activities, BfActivity, move->moved).step;

  for (guint i = 0; i < self->n; i++)
    {
      const BfActivity *activity = &g_array_index (activities, BfActivity, i);
      gboolean follows = activity->step == step && placings[i].start > placings[move->moved].start;

      fixed[i] = placings[i].empty || follows ? BF_BLANK : placings[i].start;
      stops[i] = FALSE;
      if (activity->kind != BF_ACTIVITY_CUTOVER)
        continue;
      fixed[i] = placings[i].start_minute;
      stops[i] = placings[i].placement == BF_PLACEMENT_BEARABLE;
    }
  fixed[move->moved] = placings[move->target].start_minute;
}

static BfSchedule *
try_move (const Seeker *self, const Move *move)
{
  BfComputing *computing = self->computing;
  g_autofree gint64 *fixed = g_new (gint64, self->n + 1);
  g_autofree gboolean *stops = g_new (gboolean, self->n + 1);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (BfSchedule) schedule = NULL;
  BfScheduleOptions options = {
    .objective = computing->roadmap->options.objective,
    .seed = computing->roadmap->options.seed,
    .schedules = 1,
    .fixed = fixed,
    .stops = stops,
    .loose = computing->loosening.loose,
    .cancellable = computing->cancellable,
  };

  fix_all_but (self, move, fixed, stops);
  schedule = bf_schedule_compute (
      computing->set, computing->network, computing->roadmap->calendar, &options, NULL, NULL);
  if (!schedule)
    return NULL;
  faults = bf_checker_run (computing->set, computing->network, schedule->placings);
  return faults->len ? NULL : g_steal_pointer (&schedule);
}

static gboolean
is_late (const BfSchedule *schedule, const BfSchedule *before, guint n_steps)
{
  for (guint s = 0; s < n_steps; s++)
    if (schedule->late_days[s] > before->late_days[s])
      return TRUE;
  return FALSE;
}

static gboolean
is_better (const Seeker *self, const BfSchedule *now)
{
  const BfSchedule *before = self->computing->schedule;
  double gained = (double) (total_saving (self, now) - total_saving (self, before));

  if (gained <= 0 || is_late (now, before, self->computing->set->steps->len))
    return FALSE;
  if (self->computing->roadmap->options.objective != BF_OBJECTIVE_COST)
    return now->cost <= before->cost;
  return now->cost - gained < before->cost;
}

static void
explain_move (const Seeker *self, const Move *move, BfSchedule *now)
{
  const GArray *activities = self->computing->network->activities;
  int other = g_array_index (activities, BfActivity, move->target).step;
  BfPlacing *placing = &now->placings[move->moved];
  g_autofree char *sentence =
      /* Translators: title of a step. */
      g_strdup_printf (_ ("waits for “%s”, to qualify together with it"),
                       get_step (self, other)->title);

  placing->hold = BF_HELD_BY_PREDECESSOR;
  placing->hold_other = move->target;
  placing->held_by = g_string_chunk_insert_const (now->strings, sentence);
}

/* The explanations of what did not move, and the orders given up, are those of the search before.
 */
static void
keep_explanations (const Seeker *self, const Move *move, BfSchedule *now)
{
  const BfSchedule *before = self->computing->schedule;
  const GArray *activities = self->computing->network->activities;
  int step = g_array_index (activities, BfActivity, move->moved).step;

  for (guint i = 0; i < self->n; i++)
    {
      if (g_array_index (activities, BfActivity, i).step == step &&
          before->placings[i].start != now->placings[i].start)
        continue;
      now->placings[i].hold = before->placings[i].hold;
      now->placings[i].hold_other = before->placings[i].hold_other;
      now->placings[i].ready = before->placings[i].ready;
      now->placings[i].ready_other = before->placings[i].ready_other;
      now->placings[i].held_by =
          before->placings[i].held_by
              ? g_string_chunk_insert_const (now->strings, before->placings[i].held_by)
              : NULL;
    }
  now->bound = MIN (before->bound, now->cost);
  g_array_set_size (now->given_up, 0);
  g_array_append_vals (now->given_up, before->given_up->data, before->given_up->len);
  explain_move (self, move, now);
}

void
bf_roadmap_seek_bundles (BfComputing *computing)
{
  Seeker self = { computing, computing->network->activities->len };
  g_autoptr (GArray) moves = find_moves (&self);

  for (guint i = 0; i < MIN (moves->len, MOST_TRIES); i++)
    {
      const Move *move = &g_array_index (moves, Move, i);
      const BfPlacing *placings = computing->schedule->placings;
      BfSchedule *schedule;

      /* An earlier move may have brought them together, or past each other. */
      if (placings[move->moved].start_minute >= placings[move->target].start_minute)
        continue;
      schedule = try_move (&self, move);
      if (schedule && is_better (&self, schedule))
        {
          keep_explanations (&self, move, schedule);
          bf_schedule_free (computing->schedule);
          computing->schedule = schedule;
        }
      else if (schedule)
        bf_schedule_free (schedule);
    }
}
