/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-baseline-dates.h"
#include "bf-mspdi-private.h"

#include <glib/gi18n-lib.h>

#define DAY_START (8 * 60)
#define DAY_END (17 * 60)
#define DAY_WORK (8 * 60)

/* Where a step's tasks stand, for links between steps. */
typedef struct
{
  int first; /* uid, as the others; 0: none */
  int first_cutover;
  int release;
} StepPlace;

typedef struct
{
  const BfRoadmap *roadmap;
  GPtrArray *tasks;
  StepPlace *places;
  int *gates; /* uid, one a phase; 0: none */
  BfBaselineDates *baseline;
  int counts[3]; /* of the outline: phases, steps, parts */
} Builder;

static void
free_task (gpointer data)
{
  BfTask *task = data;

  g_free (task->outline);
  g_free (task->name);
  g_free (task->notes);
  g_array_unref (task->links);
  g_free (task);
}

static char *
next_outline (Builder *builder, int level)
{
  const int *counts = builder->counts;

  builder->counts[level - 1]++;
  for (int i = level; i < (int) G_N_ELEMENTS (builder->counts); i++)
    builder->counts[i] = 0;
  if (level == 1)
    return g_strdup_printf ("%d", counts[0]);
  if (level == 2)
    return g_strdup_printf ("%d.%d", counts[0], counts[1]);
  return g_strdup_printf ("%d.%d.%d", counts[0], counts[1], counts[2]);
}

static BfTask *
add_task (
    Builder *builder, BfTaskKind kind, int level, const char *name, gint64 start, gint64 finish)
{
  BfTask *task = g_new0 (BfTask, 1);

  task->uid = (int) builder->tasks->len + 1;
  task->kind = kind;
  task->level = level;
  task->outline = next_outline (builder, level);
  task->name = g_utf8_make_valid (name ? name : "", -1);
  task->start = start;
  task->finish = MAX (start, finish);
  task->baseline_start = task->baseline_finish = BF_BLANK;
  task->links = g_array_new (FALSE, FALSE, sizeof (BfTaskLink));
  g_ptr_array_add (builder->tasks, task);
  return task;
}

static gint64
working_minutes (const Builder *builder, gint64 start, gint64 finish)
{
  if (finish < start)
    return 0;
  return (gint64) bf_calendar_count (builder->roadmap->calendar, start, finish) * DAY_WORK;
}

static BfTaskLink *
find_link (const BfTask *task, int uid)
{
  for (guint i = 0; i < task->links->len; i++)
    if (g_array_index (task->links, BfTaskLink, i).uid == uid)
      return &g_array_index (task->links, BfTaskLink, i);
  return NULL;
}

/* What overlaps is held together by its dates, not by a link from its end. */
static gboolean
agrees (const BfTask *earlier, const BfTask *later, const BfTaskLink *link)
{
  if (link->type == BF_LINK_START_TO_START)
    return earlier->start <= later->start;
  return link->lag_minutes < 0 || earlier->finish <= later->start;
}

/* Two tasks have one link: the later word counts. */
static void
link_with (Builder *builder, int before, int after, BfLinkType type, gint64 lag_minutes)
{
  const BfTask *earlier = g_ptr_array_index (builder->tasks, before - 1);
  BfTask *later = g_ptr_array_index (builder->tasks, after - 1);
  BfTaskLink link = { before, type, lag_minutes };
  BfTaskLink *known = find_link (later, before);

  if (before == after || !agrees (earlier, later, &link))
    return;
  if (known)
    *known = link;
  else
    g_array_append_val (later->links, link);
}

static void
link_tasks (Builder *builder, int before, int after)
{
  link_with (builder, before, after, BF_LINK_FINISH_TO_START, 0);
}

/* --- Names --- */

static const char *
activity_name (BfActivityKind kind)
{
  static const char *const names[BF_N_ACTIVITIES] = {
    [BF_ACTIVITY_BUILD] = N_ ("Prepare and build"),
    [BF_ACTIVITY_OFFLINE] = N_ ("Offline qualification"),
    [BF_ACTIVITY_REVIEW] = N_ ("Review of special processes"),
    [BF_ACTIVITY_BUFFER] = N_ ("Buffer"),
    [BF_ACTIVITY_CUTOVER] = N_ ("Cutover"),
    [BF_ACTIVITY_ONLINE] = N_ ("Online qualification"),
    [BF_ACTIVITY_PARALLEL] = N_ ("Parallel run"),
    [BF_ACTIVITY_CAMPAIGN] = N_ ("Requalification campaign"),
    [BF_ACTIVITY_HYPERCARE] = N_ ("Hypercare"),
  };

  return _ (names[kind]);
}

/* --- Activities --- */

static gboolean
is_before_cutover (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_BUILD || kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_REVIEW ||
         kind == BF_ACTIVITY_BUFFER;
}

/* How far along a step an activity is; each is linked from those of the rank before. */
static int
rank_of (BfActivityKind kind)
{
  if (kind == BF_ACTIVITY_BUFFER)
    return 1;
  if (is_before_cutover (kind))
    return 0;
  if (kind == BF_ACTIVITY_CUTOVER)
    return 2;
  return kind == BF_ACTIVITY_HYPERCARE ? 4 : 3;
}

static BfTask *
add_cutover_task (Builder *builder, const BfRoadmapStep *step, guint number)
{
  const BfRoadmapCutover *cutover = &step->cutovers[number];
  gint64 day = bf_day_minute (bf_minute_day (cutover->start));
  BfTask *task;

  if (cutover->hours > 0 && cutover->finish > cutover->start)
    {
      task = add_task (builder,
                       BF_TASK_STOP,
                       3,
                       activity_name (BF_ACTIVITY_CUTOVER),
                       cutover->start,
                       cutover->finish);
      task->work_minutes = cutover->finish - cutover->start;
    }
  else
    {
      task = add_task (builder,
                       BF_TASK_WORK,
                       3,
                       activity_name (BF_ACTIVITY_CUTOVER),
                       day + DAY_START,
                       day + DAY_END);
      task->work_minutes = DAY_WORK;
    }
  task->cutover = cutover;
  task->notes = g_strdup (cutover->window_name);
  return task;
}

static void
add_activity (Builder *builder, const BfRoadmapActivity *activity)
{
  BfTask *task;

  /* A length of nothing is no task. */
  if (activity->kind == BF_ACTIVITY_CUTOVER || activity->finish < activity->start)
    return;
  task = add_task (builder,
                   BF_TASK_WORK,
                   3,
                   activity_name (activity->kind),
                   bf_day_minute (activity->start) + DAY_START,
                   bf_day_minute (activity->finish) + DAY_END);
  task->work_minutes = working_minutes (builder, activity->start, activity->finish);
  task->activity = activity;
  task->notes = g_strdup (activity->held_by);
}

/* What was approved for the step; its length stays. */
static void
set_baseline (const Builder *builder, BfTask *task, gint64 start, gint64 finish)
{
  if (!builder->baseline || start == BF_BLANK || finish == BF_BLANK)
    return;
  task->baseline_start = start;
  task->baseline_finish = MAX (start, finish);
}

static void
set_part_baseline (const Builder *builder, BfTask *task, guint i)
{
  const BfBaselineDates *baseline = builder->baseline;

  if (!baseline)
    return;
  if (task->uid == builder->places[i].first_cutover && baseline->cutover[i] != BF_BLANK)
    set_baseline (
        builder, task, baseline->cutover[i], baseline->cutover[i] + task->finish - task->start);
  if (task->uid == builder->places[i].release && baseline->release[i] != BF_BLANK)
    set_baseline (builder,
                  task,
                  bf_day_minute (baseline->release[i]) + DAY_END,
                  bf_day_minute (baseline->release[i]) + DAY_END);
}

/* Every part says whose it is and what. */
static void
name_parts (Builder *builder, guint i, guint from)
{
  for (guint k = from; k < builder->tasks->len; k++)
    {
      BfTask *task = g_ptr_array_index (builder->tasks, k);

      task->step = &builder->roadmap->steps[i];
      task->what = task->activity ? bf_activity_kind_id (task->activity->kind) : "release";
      set_part_baseline (builder, task, i);
    }
}

typedef struct
{
  int uid;
  int rank;
} Placed;

static void
add_placed (GArray *placed, int uid, int rank)
{
  Placed one = { uid, rank };

  g_array_append_val (placed, one);
}

/* From the nearest rank below that has tasks; cutovers of one step follow each other. */
static void
link_within (Builder *builder, const GArray *placed, int release)
{
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *after = &g_array_index (placed, Placed, i);

      for (guint k = 0; k < placed->len; k++)
        {
          const Placed *before = &g_array_index (placed, Placed, k);
          gboolean chained = before->rank == 2 && after->rank == 2 && before->uid < after->uid;

          if (before->rank < after->rank || chained)
            link_tasks (builder, before->uid, after->uid);
        }
      link_tasks (builder, after->uid, release);
    }
}

static void
add_parts (Builder *builder, const BfRoadmapStep *step, StepPlace *place)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  gint64 release = bf_day_minute (step->finish) + DAY_END;
  guint cutover = 0, first = builder->tasks->len;
  BfTask *task;

  for (guint i = 0; i < step->n_activities; i++)
    {
      const BfRoadmapActivity *activity = &step->activities[i];
      guint before = builder->tasks->len;

      if (activity->kind == BF_ACTIVITY_CUTOVER && cutover < step->n_cutovers)
        {
          task = add_cutover_task (builder, step, cutover);
          task->activity = activity;
          if (cutover++ == 0)
            place->first_cutover = task->uid;
        }
      else
        add_activity (builder, activity);
      if (builder->tasks->len > before)
        add_placed (placed, (int) builder->tasks->len, rank_of (activity->kind));
    }
  task = add_task (builder, BF_TASK_MILESTONE, 3, _ ("Release"), release, release);
  place->release = task->uid;
  place->first = (int) first + 1;
  link_within (builder, placed, task->uid);
}

static void
add_step (Builder *builder, guint i)
{
  const BfRoadmapStep *step = &builder->roadmap->steps[i];
  BfTask *task = add_task (builder,
                           BF_TASK_SUMMARY,
                           2,
                           step->title,
                           bf_day_minute (step->start) + DAY_START,
                           bf_day_minute (step->finish) + DAY_END);

  task->work_minutes = working_minutes (builder, step->start, step->finish);
  task->critical = step->criticality >= 0.5;
  task->notes = step->why ? g_strjoinv (" ", (char **) step->why) : NULL;
  task->step = step;
  task->what = "step";
  if (builder->baseline && builder->baseline->release[i] != BF_BLANK &&
      builder->baseline->start[i] != BF_BLANK)
    set_baseline (builder,
                  task,
                  bf_day_minute (builder->baseline->start[i]) + DAY_START,
                  bf_day_minute (builder->baseline->release[i]) + DAY_END);
  add_parts (builder, step, &builder->places[i]);
  name_parts (builder, i, (guint) task->uid);
}

/* --- Phases --- */

static void
phase_extent (const BfRoadmap *roadmap, int phase, gint64 *start, gint64 *finish)
{
  gint64 gate = roadmap->phases[phase].gate;

  *start = G_MAXINT64;
  *finish = G_MININT64;
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].phase == phase)
      {
        *start = MIN (*start, roadmap->steps[i].start);
        *finish = MAX (*finish, roadmap->steps[i].finish);
      }
  if (gate == BF_BLANK)
    return;
  *start = MIN (*start, gate);
  *finish = MAX (*finish, gate);
}

static void
add_gate (Builder *builder, int phase)
{
  const BfRoadmapPhase *of = &builder->roadmap->phases[phase];
  /* Translators: %1$s is the number of a phase, %2$s its name. */
  g_autofree char *name = g_strdup_printf (_ ("Gate %1$s: %2$s"), of->id, of->name);
  gint64 at = of->gate == BF_BLANK ? 0 : bf_day_minute (of->gate) + DAY_END;
  BfTask *task;

  if (of->gate == BF_BLANK)
    return;
  task = add_task (builder, BF_TASK_MILESTONE, 2, name, at, at);
  task->what = "gate";
  builder->gates[phase] = task->uid;
  for (guint i = 0; i < builder->roadmap->n_steps; i++)
    if (builder->roadmap->steps[i].phase == phase && builder->roadmap->steps[i].at_gate)
      link_tasks (builder, builder->places[i].release, task->uid);
}

static void
add_phase (Builder *builder, int phase)
{
  const BfRoadmapPhase *of = &builder->roadmap->phases[phase];
  g_autofree char *name = g_strdup_printf ("%s %s", of->id, of->name);
  gint64 start, finish;
  BfTask *task;

  phase_extent (builder->roadmap, phase, &start, &finish);
  if (start > finish)
    return;
  task = add_task (builder,
                   BF_TASK_SUMMARY,
                   1,
                   name,
                   bf_day_minute (start) + DAY_START,
                   bf_day_minute (finish) + DAY_END);
  task->work_minutes = working_minutes (builder, start, finish);
  task->what = "phase";
  for (guint i = 0; i < builder->roadmap->n_steps; i++)
    if (builder->roadmap->steps[i].phase == phase)
      add_step (builder, i);
  add_gate (builder, phase);
}

/* A step's first cutover waits for the release of what it requires; without a cutover its own
 * release does. */
static void
link_steps (Builder *builder)
{
  const BfRoadmap *roadmap = builder->roadmap;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const StepPlace *place = &builder->places[i];
      int waits = place->first_cutover ? place->first_cutover : place->release;

      for (guint k = 0; roadmap->steps[i].requires && roadmap->steps[i].requires[k]; k++)
        {
          int other = bf_roadmap_find (roadmap, roadmap->steps[i].requires[k]);

          if (other >= 0 && builder->places[other].release && waits)
            link_tasks (builder, builder->places[other].release, waits);
        }
    }
}

/* Cutovers of the next phase wait at a gate that holds. */
static void
link_gates (Builder *builder)
{
  const BfRoadmap *roadmap = builder->roadmap;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      int before = roadmap->steps[i].phase - 1;

      if (before >= 0 && builder->gates[before] && roadmap->phases[before].holds &&
          builder->places[i].first_cutover)
        link_tasks (builder, builder->gates[before], builder->places[i].first_cutover);
    }
}

static void
link_dependency (Builder *builder, const BfDependency *row)
{
  int before = row->before ? bf_roadmap_find (builder->roadmap, row->before) : -1;
  int after = row->after ? bf_roadmap_find (builder->roadmap, row->after) : -1;
  gint64 lag = row->lag_days == BF_BLANK ? 0 : row->lag_days * DAY_WORK;
  const StepPlace *from, *to;
  int cutover;

  if (before < 0 || after < 0)
    return;
  from = &builder->places[before];
  to = &builder->places[after];
  cutover = to->first_cutover ? to->first_cutover : to->release;
  if (row->kind == BF_DEPENDENCY_START_TO_START)
    link_with (builder, from->first, to->first, BF_LINK_START_TO_START, lag);
  else if (row->kind == BF_DEPENDENCY_RELEASE_TO_START)
    link_with (builder, from->release, to->first, BF_LINK_FINISH_TO_START, lag);
  else if (row->kind == BF_DEPENDENCY_CUTOVER_TO_CUTOVER && from->first_cutover)
    link_with (builder, from->first_cutover, cutover, BF_LINK_FINISH_TO_START, lag);
  else
    link_with (builder, from->release, cutover, BF_LINK_FINISH_TO_START, lag);
}

static void
link_dependencies (Builder *builder)
{
  const BfPlan *plan = builder->roadmap->plan;

  for (guint i = 0; i < bf_plan_count (plan, BF_DEPENDENCY); i++)
    link_dependency (builder, BF_ROW (plan, DEPENDENCY, BfDependency, i));
}

const char *
bf_task_field_alias (BfTaskField field)
{
  static const char *const aliases[BF_N_TASK_FIELDS] = {
    BF_TASK_FIELD_PREFIX "step",
    BF_TASK_FIELD_PREFIX "kind",
    BF_TASK_FIELD_PREFIX "window",
    BF_TASK_FIELD_PREFIX "start as exported",
    BF_TASK_FIELD_PREFIX "links as exported",
  };

  return aliases[field];
}

GPtrArray *
bf_mspdi_tasks (const BfRoadmap *roadmap)
{
  const BfBaseline *baseline = bf_baseline_newest (roadmap->plan);
  Builder builder = { .roadmap = roadmap,
                      .tasks = g_ptr_array_new_with_free_func (free_task),
                      .places = g_new0 (StepPlace, roadmap->n_steps),
                      .gates = g_new0 (int, roadmap->n_phases) };

  if (baseline)
    builder.baseline = bf_baseline_dates_new (baseline, roadmap, NULL);
  for (guint phase = 0; phase < roadmap->n_phases; phase++)
    add_phase (&builder, (int) phase);
  link_steps (&builder);
  link_gates (&builder);
  link_dependencies (&builder);
  g_clear_pointer (&builder.baseline, bf_baseline_dates_free);
  g_free (builder.gates);
  g_free (builder.places);
  return builder.tasks;
}
