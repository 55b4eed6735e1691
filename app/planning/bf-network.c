/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-network.h"

#include <string.h>

/* A step's activities by role, while the network is made. */
typedef struct
{
  GArray *starts;    /* activities with which its own work begins */
  GArray *cutovers;  /* or, in a step without one, its release */
  GArray *terminals; /* activities whose last end is the release */
  int build;
} Roles;

typedef struct
{
  const BfStepSet *set;
  BfNetwork *network;
  Roles *roles;      /* a step */
  GArray **outgoing; /* an activity: int, activities after it; made when loops are looked for */
} Builder;

static GArray *
new_ints (void)
{
  return g_array_new (FALSE, FALSE, sizeof (int));
}

static guint
count (const GArray *array)
{
  return array ? array->len : 0;
}

const BfStep *
bf_step_set_get (const BfStepSet *set, guint step)
{
  return g_ptr_array_index (set->steps, step);
}

int
bf_step_building_team (const BfStepSet *set, const BfStep *step)
{
  for (guint i = 0; i < step->build_loads.n; i++)
    {
      int team = step->build_loads.of[i].team;

      if (team >= 0 && BF_ROW (set->plan, TEAM, BfTeam, (guint) team)->kind != BF_TEAM_EXTERNAL)
        return team;
    }
  return -1;
}

/* --- Activities. --- */

static int
add_activity (Builder *self, BfActivityKind kind, guint step, int part, int days, BfLoads loads)
{
  BfActivity activity = {
    .kind = kind,
    .step = (int) step,
    .part = part,
    .days = MAX (0, days),
    .loads = loads,
  };

  g_array_append_val (self->network->activities, activity);
  return (int) self->network->activities->len - 1;
}

static void
add_edge (Builder *self, int before, int after, BfEdgeKind kind, int lag)
{
  BfEdge edge = { .before = before, .after = after, .kind = kind, .lag = lag, .gate = -1 };

  g_array_append_val (self->network->edges, edge);
}

static void
add_edges (Builder *self, const GArray *before, const GArray *after)
{
  for (guint i = 0; i < before->len; i++)
    for (guint j = 0; j < after->len; j++)
      add_edge (self,
                g_array_index (before, int, i),
                g_array_index (after, int, j),
                BF_EDGE_FINISH_START,
                0);
}

/* Build, offline qualification and buffer, and the reviews beside them: what a cutover waits for.
 */
static GArray *
add_preparation (Builder *self, guint index, const BfStep *step, Roles *roles)
{
  static const BfLoads none;
  GArray *work = new_ints ();

  roles->build =
      add_activity (self, BF_ACTIVITY_BUILD, index, 0, step->build_days, step->build_loads);
  g_array_append_val (roles->starts, roles->build);
  g_array_append_val (work, roles->build);
  if (step->offline_days > 0)
    {
      int offline = add_activity (
          self, BF_ACTIVITY_OFFLINE, index, 0, step->offline_days, step->offline_loads);

      add_edge (self, roles->build, offline, BF_EDGE_OVERLAP, step->overlap_days);
      g_array_append_val (work, offline);
    }
  if (step->has_cutover && step->buffer_days > 0)
    {
      int buffer = add_activity (self, BF_ACTIVITY_BUFFER, index, 0, step->buffer_days, none);

      for (guint i = 0; i < work->len; i++)
        add_edge (self, g_array_index (work, int, i), buffer, BF_EDGE_FINISH_START, 0);
      g_array_set_size (work, 0);
      g_array_append_val (work, buffer);
    }
  return work;
}

static void
add_campaigns (
    Builder *self, guint index, const BfStep *step, Roles *roles, gboolean reviews, GArray *found)
{
  for (guint i = 0; i < count (step->campaigns); i++)
    {
      const BfCampaign *campaign = &g_array_index (step->campaigns, BfCampaign, i);
      int activity;

      if (!campaign->review != !reviews)
        continue;
      activity = add_activity (self,
                               reviews ? BF_ACTIVITY_REVIEW : BF_ACTIVITY_CAMPAIGN,
                               index,
                               (int) i,
                               campaign->days,
                               campaign->loads);
      g_array_append_val (found, activity);
      if (reviews)
        {
          add_edge (self, roles->build, activity, BF_EDGE_START_START, 0);
          g_array_append_val (roles->starts, activity);
        }
    }
}

static void
add_cutovers (Builder *self, guint index, const BfStep *step, Roles *roles)
{
  static const BfLoads none;

  for (guint part = 0; step->has_cutover && part < MAX (1, step->n_cutovers); part++)
    {
      int cutover = add_activity (self, BF_ACTIVITY_CUTOVER, index, (int) part, 0, none);

      if (step->plans_stop)
        BF_ACTIVITY (self->network, (guint) cutover)->minutes =
            MAX (1, (gint64) (step->need_hours * 60 + 0.5));
      g_array_append_val (roles->cutovers, cutover);
    }
}

/* Online qualification beside the parallel run; hypercare follows both. */
static GArray *
add_proving (Builder *self, guint index, const BfStep *step, const GArray *after)
{
  static const BfLoads none;
  GArray *proving = new_ints ();

  if (step->online_days > 0)
    {
      int online =
          add_activity (self, BF_ACTIVITY_ONLINE, index, 0, step->online_days, step->online_loads);

      g_array_append_val (proving, online);
    }
  if (step->parallel_days > 0)
    {
      int parallel = add_activity (self, BF_ACTIVITY_PARALLEL, index, 0, step->parallel_days, none);

      g_array_append_val (proving, parallel);
    }
  add_edges (self, after, proving);
  return proving;
}

static void
add_step (Builder *self, guint index)
{
  static const BfLoads none;
  const BfStep *step = bf_step_set_get (self->set, index);
  Roles *roles = &self->roles[index];
  g_autoptr (GArray) work = NULL;
  g_autoptr (GArray) reviews = new_ints ();
  g_autoptr (GArray) proving = NULL;
  g_autoptr (GArray) release = new_ints ();
  int hypercare;

  self->network->first[index] = (int) self->network->activities->len;
  *roles = (Roles){ new_ints (), new_ints (), new_ints (), 0 };
  work = add_preparation (self, index, step, roles);
  add_campaigns (self, index, step, roles, TRUE, reviews);
  g_array_append_vals (work, reviews->data, reviews->len);
  add_cutovers (self, index, step, roles);
  add_edges (self, work, roles->cutovers);
  proving = add_proving (self, index, step, roles->cutovers->len ? roles->cutovers : work);
  add_campaigns (self, index, step, roles, FALSE, roles->terminals);
  add_edges (self, roles->cutovers->len ? roles->cutovers : work, roles->terminals);
  hypercare = add_activity (self, BF_ACTIVITY_HYPERCARE, index, 0, step->hypercare_days, none);
  g_array_append_val (release, hypercare);
  add_edges (self, proving, release);
  add_edges (self, roles->cutovers->len ? roles->cutovers : work, release);
  g_array_append_val (roles->terminals, hypercare);
  if (!roles->cutovers->len)
    g_array_append_val (roles->cutovers, hypercare);
}

/* --- Edges between steps. --- */

/* A step without a cutover is released when all that it requires is; its work does not wait. */
static gboolean
releases (const Builder *self, int after, BfEdgeKind kind)
{
  const BfActivity *activity = BF_ACTIVITY (self->network, (guint) after);

  return kind == BF_EDGE_RELEASE && activity->kind == BF_ACTIVITY_HYPERCARE && activity->days > 0;
}

static void
join (Builder *self,
      const GArray *before,
      const GArray *after,
      BfEdgeKind kind,
      int lag,
      int gate,
      gboolean soft)
{
  for (guint i = 0; i < before->len; i++)
    for (guint j = 0; j < after->len; j++)
      {
        int waits = g_array_index (after, int, j);
        BfEdge edge = {
          .before = g_array_index (before, int, i),
          .after = waits,
          .kind = releases (self, waits, kind) ? BF_EDGE_LIVE : kind,
          .lag = lag,
          .gate = gate,
          .soft = soft,
        };

        g_array_append_val (self->network->edges, edge);
        if (self->outgoing)
          g_array_append_val (self->outgoing[edge.before], edge.after);
      }
}

static void
require (Builder *self, guint before, guint after)
{
  join (self,
        self->roles[before].terminals,
        self->roles[after].cutovers,
        BF_EDGE_RELEASE,
        0,
        -1,
        FALSE);
}

static void
require_all (Builder *self, const GArray *before, guint after)
{
  for (guint i = 0; i < count (before); i++)
    require (self, (guint) g_array_index (before, int, i), after);
}

static void
require_archetype (Builder *self, const char *archetype, guint after)
{
  for (guint i = 0; i < self->set->steps->len; i++)
    {
      const BfStep *step = bf_step_set_get (self->set, i);

      if (i != after && step->archetype && g_strcmp0 (step->archetype->id, archetype) == 0)
        require (self, i, after);
    }
}

static void
add_requirements (Builder *self, guint index)
{
  const BfStep *step = bf_step_set_get (self->set, index);

  require_all (self, step->hard, index);
  require_all (self, step->served, index);
  if (step->needs_restore)
    require_archetype (self, "ST04", index);
  if (step->needs_owner)
    require_archetype (self, "ST02", index);
}

static int
find_step (const BfStepSet *set, const char *key)
{
  g_autofree char *folded = key ? g_utf8_casefold (key, -1) : NULL;

  for (guint i = 0; folded && i < set->steps->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (bf_step_set_get (set, i)->key, -1);

      if (g_str_equal (folded, other))
        return (int) i;
    }
  return -1;
}

static void
add_dependency (Builder *self, const BfDependency *dependency)
{
  int before = find_step (self->set, dependency->before);
  int after = find_step (self->set, dependency->after);
  int lag = dependency->lag_days == BF_BLANK ? 0 : (int) dependency->lag_days;
  const Roles *from, *to;

  if (before < 0 || after < 0)
    return;
  from = &self->roles[before];
  to = &self->roles[after];
  if (dependency->kind == BF_DEPENDENCY_RELEASE_TO_START)
    join (self, from->terminals, to->starts, BF_EDGE_RELEASE, lag, -1, FALSE);
  else if (dependency->kind == BF_DEPENDENCY_CUTOVER_TO_CUTOVER)
    join (self, from->cutovers, to->cutovers, BF_EDGE_RELEASE, lag, -1, FALSE);
  else if (dependency->kind == BF_DEPENDENCY_START_TO_START)
    for (guint i = 0; i < to->starts->len; i++)
      add_edge (self, from->build, g_array_index (to->starts, int, i), BF_EDGE_START_START, lag);
  else
    join (self, from->terminals, to->cutovers, BF_EDGE_RELEASE, lag, -1, FALSE);
}

/* --- Edges that are left out where they would make a loop. --- */

static void
index_edges (Builder *self)
{
  guint n = self->network->activities->len;

  self->outgoing = g_new (GArray *, n);
  for (guint i = 0; i < n; i++)
    self->outgoing[i] = new_ints ();
  for (guint i = 0; i < self->network->edges->len; i++)
    {
      const BfEdge *edge = BF_EDGE (self->network, i);

      g_array_append_val (self->outgoing[edge->before], edge->after);
    }
}

static gboolean
reaches (const Builder *self, const GArray *from, const GArray *to)
{
  guint n = self->network->activities->len;
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  g_autoptr (GArray) stack = new_ints ();

  g_array_append_vals (stack, from->data, from->len);
  while (stack->len)
    {
      int at = g_array_index (stack, int, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      if (seen[at])
        continue;
      seen[at] = TRUE;
      g_array_append_vals (stack, self->outgoing[at]->data, self->outgoing[at]->len);
    }
  for (guint i = 0; i < to->len; i++)
    if (seen[g_array_index (to, int, i)])
      return TRUE;
  return FALSE;
}

/* FALSE when @before cannot be released before the cutover of @after. */
static gboolean
join_without_loop (Builder *self, guint before, guint after, int gate, gboolean soft)
{
  const GArray *from = self->roles[before].terminals;
  const GArray *to = self->roles[after].cutovers;

  if (before == after || reaches (self, to, from))
    return FALSE;
  join (self, from, to, BF_EDGE_RELEASE, 0, gate, soft);
  return TRUE;
}

/* All members that stand in the set, save those that would make a loop; the first one if all do,
 * so that the loop is found. */
static void
add_group (Builder *self, guint index)
{
  const BfStep *step = bf_step_set_get (self->set, index);
  gboolean met = FALSE;

  for (guint i = 0; i < count (step->any_of); i++)
    if (join_without_loop (self, (guint) g_array_index (step->any_of, int, i), index, -1, FALSE))
      met = TRUE;
  if (!met && count (step->any_of))
    require (self, (guint) g_array_index (step->any_of, int, 0), index);
}

static gboolean
requires (const GArray *list, guint step)
{
  for (guint j = 0; j < count (list); j++)
    if (g_array_index (list, int, j) == (int) step)
      return TRUE;
  return FALSE;
}

gboolean
bf_network_gate_waits_for (const BfStepSet *set, guint step)
{
  const BfStep *held_for = bf_step_set_get (set, step);

  for (guint i = 0; !held_for->decommissions && i < set->steps->len; i++)
    {
      const BfStep *next = bf_step_set_get (set, i);

      if (next->phase == held_for->phase + 1 && !next->decommissions &&
          (requires (next->hard, step) || requires (next->any_of, step)))
        return TRUE;
    }
  return FALSE;
}

/* Gate n waits for the steps of phase n that a step of phase n + 1 requires, and holds the cutovers
 * with a planned stop of later phases. */
static void
add_gate (Builder *self, guint holder)
{
  const BfStep *held_for = bf_step_set_get (self->set, holder);

  if (!bf_network_gate_waits_for (self->set, holder))
    return;
  for (guint i = 0; i < self->set->steps->len; i++)
    {
      const BfStep *step = bf_step_set_get (self->set, i);

      if (step->phase > held_for->phase && step->has_cutover && step->plans_stop &&
          !step->decommissions)
        join_without_loop (self, holder, i, held_for->phase, FALSE);
    }
}

static void
add_optional_edges (Builder *self)
{
  guint n = self->set->steps->len;

  index_edges (self);
  for (guint i = 0; i < n; i++)
    add_group (self, i);
  for (guint i = 0; i < n; i++)
    add_gate (self, i);
  for (guint i = 0; i < n; i++)
    {
      const BfStep *step = bf_step_set_get (self->set, i);

      for (guint j = 0; j < count (step->soft); j++)
        join_without_loop (self, (guint) g_array_index (step->soft, int, j), i, -1, TRUE);
    }
}

static void
clear_builder (Builder *self)
{
  for (guint i = 0; i < self->set->steps->len; i++)
    {
      g_array_unref (self->roles[i].starts);
      g_array_unref (self->roles[i].cutovers);
      g_array_unref (self->roles[i].terminals);
    }
  for (guint i = 0; self->outgoing && i < self->network->activities->len; i++)
    g_array_unref (self->outgoing[i]);
  g_free (self->roles);
  g_free (self->outgoing);
}

static gboolean
check_loops (const Builder *self, GError **error)
{
  g_autofree char *loops = bf_network_find_loops (self->set, self->network);

  if (!loops)
    return TRUE;
  g_set_error (error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_LOOP, "%s", loops);
  return FALSE;
}

BfNetwork *
bf_network_build (const BfStepSet *set, GError **error)
{
  g_autoptr (BfNetwork) network = g_new0 (BfNetwork, 1);
  Builder self = { set, network, g_new0 (Roles, set->steps->len), NULL };
  gboolean sound;

  network->activities = g_array_new (FALSE, FALSE, sizeof (BfActivity));
  network->edges = g_array_new (FALSE, FALSE, sizeof (BfEdge));
  network->first = g_new0 (int, set->steps->len + 1);
  for (guint i = 0; i < set->steps->len; i++)
    add_step (&self, i);
  network->first[set->steps->len] = (int) network->activities->len;
  for (guint i = 0; i < set->steps->len; i++)
    add_requirements (&self, i);
  for (guint i = 0; i < bf_plan_count (set->plan, BF_DEPENDENCY); i++)
    add_dependency (&self, BF_ROW (set->plan, DEPENDENCY, BfDependency, i));
  sound = check_loops (&self, error);
  if (sound)
    {
      add_optional_edges (&self);
      sound = check_loops (&self, error);
    }
  clear_builder (&self);
  return sound ? g_steal_pointer (&network) : NULL;
}

void
bf_network_free (BfNetwork *network)
{
  g_array_unref (network->activities);
  g_array_unref (network->edges);
  g_free (network->first);
  g_free (network);
}

const char *
bf_activity_kind_id (BfActivityKind kind)
{
  static const char *const ids[BF_N_ACTIVITIES] = {
    "build",  "offline",      "review",   "buffer",    "cutover",
    "online", "parallel run", "campaign", "hypercare",
  };

  return ids[kind];
}
