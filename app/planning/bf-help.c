/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-help.h"

#include "bf-limits.h"
#include "bf-roadmap-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Less is not worth a decision. */
#define LEAST_DAYS 7

typedef struct
{
  const BfRoadmap *roadmap;
  const BfRoadmapStep *step;
  GCancellable *cancellable;
  BfLimits *limits;
  gint64 release; /* without any change */
  GPtrArray *found;
} Seeker;

/* --- Planning the step again. --- */

static const BfRoadmapStep *
step_of (const Seeker *self, const char *key)
{
  int index = bf_roadmap_find (self->roadmap, key);

  return index < 0 ? NULL : &self->roadmap->steps[index];
}

static const BfRoadmapCutover *
cutover_of (const BfRoadmapStep *step, int part)
{
  for (guint i = 0; i < step->n_cutovers; i++)
    if (step->cutovers[i].part == part)
      return &step->cutovers[i];
  return NULL;
}

/* The day, for a cutover the minute, on which the roadmap begins an activity of another step. */
static gint64
planned_start (const BfRoadmapStep *step, const BfActivity *activity, gboolean *stop)
{
  const BfRoadmapCutover *cutover =
      activity->kind == BF_ACTIVITY_CUTOVER ? cutover_of (step, activity->part) : NULL;

  *stop = cutover && cutover->placement == BF_PLACEMENT_BEARABLE;
  if (cutover)
    return cutover->start;
  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == activity->kind && step->activities[i].part == activity->part)
      return step->activities[i].start;
  return BF_BLANK;
}

static void
fix_others (const Seeker *self,
            const BfStepSet *set,
            const BfNetwork *network,
            gint64 *fixed,
            gboolean *stops)
{
  for (guint i = 0; i < network->activities->len; i++)
    {
      const BfActivity *activity = &g_array_index (network->activities, BfActivity, i);
      const BfStep *step = g_ptr_array_index (set->steps, (guint) activity->step);
      const BfRoadmapStep *known = step_of (self, step->key);

      fixed[i] = BF_BLANK;
      stops[i] = FALSE;
      if (known && known != self->step)
        fixed[i] = planned_start (known, activity, &stops[i]);
    }
}

static void
shorten_build (const Seeker *self, const BfStepSet *set, BfNetwork *network, int days)
{
  for (guint i = 0; days > 0 && i < network->activities->len; i++)
    {
      BfActivity *activity = &g_array_index (network->activities, BfActivity, i);
      const BfStep *step = g_ptr_array_index (set->steps, (guint) activity->step);

      if (activity->kind == BF_ACTIVITY_BUILD && strcmp (step->key, self->step->key) == 0)
        activity->days = MAX (1, activity->days - days);
    }
}

/* The day of release on that plan; BF_BLANK when there is no roadmap so. */
static gint64
release_on (const Seeker *self, const BfStepSet *set, const BfCalendar *calendar, int shorter_days)
{
  g_autoptr (BfNetwork) network = bf_network_build (set, NULL);
  g_autofree gint64 *fixed = NULL;
  g_autofree gboolean *stops = NULL;
  g_autoptr (BfSchedule) schedule = NULL;
  BfScheduleOptions options = { .objective = BF_OBJECTIVE_FINISH,
                                .seed = self->roadmap->options.seed,
                                .cancellable = self->cancellable };
  int index = bf_step_set_find (set, self->step->key);

  if (!network || index < 0 || g_cancellable_is_cancelled (self->cancellable))
    return BF_BLANK;
  options.fixed = fixed = g_new (gint64, network->activities->len + 1);
  options.stops = stops = g_new (gboolean, network->activities->len + 1);
  fix_others (self, set, network, fixed, stops);
  shorten_build (self, set, network, shorter_days);
  schedule = bf_schedule_compute (set, network, calendar, &options, NULL, NULL);
  return schedule ? schedule->release[index] : BF_BLANK;
}

static gint64
release_with_limits (const Seeker *self)
{
  g_autoptr (BfPlan) plan = bf_limits_lift (self->limits);
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, self->roadmap->catalogue);
  g_autoptr (BfStepSet) set = bf_limits_same_steps (self->limits, plan, needs);
  g_autoptr (BfCalendar) calendar = bf_calendar_new (plan, self->roadmap->catalogue);

  return release_on (self, set, calendar, 0);
}

static gboolean
helps (const Seeker *self, gint64 release)
{
  return release != BF_BLANK && release + LEAST_DAYS <= self->release;
}

/* --- Suggestions. --- */

/* What a change takes: money, people, or somebody's decision. */
static const char *
price_of (BfLimitKind kind)
{
  switch (kind)
    {
    case BF_LIMIT_MONEY:
      return _ ("Takes that budget in that period; the step itself costs the same.");
    case BF_LIMIT_TEAM:
      return _ ("Takes the people; the person-days of the step stay the same.");
    case BF_LIMIT_CUTOVERS:
      return _ ("Takes no money; the plant bears more cutovers at once.");
    case BF_LIMIT_FREEZE:
      return _ ("Takes no money; somebody has to lift the freeze.");
    case BF_LIMIT_DEPENDENCY:
      return _ ("Takes no money; the order of the steps gives way.");
    case BF_LIMIT_CLAIM:
      return _ ("Takes no money; the step no longer rests on the claim.");
    case BF_LIMIT_PIN:
    case BF_LIMIT_EARLIEST:
    case BF_LIMIT_DUE:
    case BF_LIMIT_SHUTDOWN:
    case BF_LIMIT_HORIZON:
    case BF_N_LIMITS:
    default:
      return _ ("Takes no money; a date that somebody set gives way.");
    }
}

/* @how: "with EUR 60 k more in budget B". */
static void
suggest (Seeker *self, const char *how, const char *price, gint64 release)
{
  BfHelp *help = g_new0 (BfHelp, 1);
  g_autofree char *day = bf_day_text (release);

  help->release = release;
  help->days = (int) (self->release - release);
  /* Translators: a day, a number of days, "with EUR 60 k more in budget B". */
  help->text = g_strdup_printf (ngettext ("It is released on %s, %d day earlier, %s.",
                                          "It is released on %s, %d days earlier, %s.",
                                          (gulong) help->days),
                                day,
                                help->days,
                                how);
  help->how = g_strdup (how);
  help->price = g_strdup (price);
  g_ptr_array_add (self->found, help);
}

static gboolean
has_amount (BfLimitKind kind)
{
  return kind == BF_LIMIT_MONEY || kind == BF_LIMIT_CUTOVERS || kind == BF_LIMIT_TEAM;
}

/* An end of the horizon, and a shutdown that nobody planned, bring no step forward by themselves.
 */
static gboolean
is_asked (BfLimitKind kind)
{
  return kind != BF_LIMIT_HORIZON && kind != BF_LIMIT_SHUTDOWN;
}

/* Halves the amount as long as the same date is reached. */
static void
lower (Seeker *self, BfLimit *limit, gint64 release)
{
  gint64 unit = bf_limit_unit (limit->kind);
  gint64 fails = 0, holds = limit->amount / unit;

  while (holds - fails > 1)
    {
      gint64 middle = (fails + holds) / 2;
      gint64 now;

      limit->amount = middle * unit;
      now = release_with_limits (self);
      if (now != BF_BLANK && now <= release)
        holds = middle;
      else
        fails = middle;
    }
  limit->amount = holds * unit;
}

static void
try_limit (Seeker *self, guint index)
{
  BfLimit *limit = BF_LIMIT (self->limits, index);
  gint64 release;

  if (!is_asked (limit->kind))
    return;
  limit->lifted = TRUE;
  if (limit->kind == BF_LIMIT_CUTOVERS || limit->kind == BF_LIMIT_TEAM)
    limit->amount = 1;
  release = release_with_limits (self);
  if (helps (self, release))
    {
      g_autofree char *phrase = NULL;

      if (has_amount (limit->kind))
        lower (self, limit, release);
      phrase = bf_limits_phrase (self->limits, index);
      suggest (self, phrase, price_of (limit->kind), release);
    }
  limit->lifted = FALSE;
}

static int
build_days (const Seeker *self)
{
  int days = 0;

  for (guint i = 0; i < self->step->n_activities; i++)
    if (self->step->activities[i].kind == BF_ACTIVITY_BUILD)
      for (gint64 day = self->step->activities[i].start; day <= self->step->activities[i].finish;
           day++)
        days += bf_calendar_is_working (self->roadmap->calendar, day);
  return days;
}

/* The fewest days off the build that win more than themselves: a window before. */
static void
try_shorter_build (Seeker *self)
{
  int most = build_days (self) / 2;

  for (int days = 1; days <= most; days += MAX (1, days / 4))
    {
      gint64 release = release_on (self, self->roadmap->set, self->roadmap->calendar, days);
      g_autofree char *phrase = NULL;

      if (release == BF_BLANK || self->release - release < 2 * days + LEAST_DAYS)
        continue;
      phrase = g_strdup_printf (ngettext ("with a build that is %d working day shorter",
                                          "with a build that is %d working days shorter",
                                          (gulong) days),
                                days);
      suggest (self,
               phrase,
               _ ("Not priced: ask what the shorter build takes, in people or in scope."),
               release);
      return;
    }
}

static int
compare_help (gconstpointer a, gconstpointer b)
{
  const BfHelp *x = *(const BfHelp *const *) a, *y = *(const BfHelp *const *) b;

  return x->days != y->days ? y->days - x->days : strcmp (x->text, y->text);
}

static void
help_free (gpointer data)
{
  BfHelp *help = data;

  g_free (help->text);
  g_free (help->how);
  g_free (help->price);
  g_free (help);
}

GPtrArray *
bf_help_seek (const BfRoadmap *roadmap,
              const char *step,
              BfRoadmapProgress progress,
              gpointer progress_data,
              GCancellable *cancellable)
{
  int index = bf_roadmap_find (roadmap, step);
  GPtrArray *found = g_ptr_array_new_with_free_func (help_free);
  g_autoptr (BfLimits) limits = NULL;
  Seeker self = { .roadmap = roadmap, .cancellable = cancellable, .found = found };

  if (index < 0 || !roadmap->feasible)
    return found;
  self.step = &roadmap->steps[index];
  self.limits = limits = bf_limits_new (roadmap->set);
  /* What planning it alone finds anyway is no effect of a change. */
  self.release = release_with_limits (&self);
  self.release =
      self.release == BF_BLANK ? self.step->finish : MIN (self.release, self.step->finish);
  try_shorter_build (&self);
  for (guint i = 0; i < limits->limits->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      if (progress)
        progress ((double) (i + 1) / (limits->limits->len + 1), progress_data);
      try_limit (&self, i);
    }
  g_ptr_array_sort (found, compare_help);
  if (g_cancellable_is_cancelled (cancellable))
    g_ptr_array_set_size (found, 0);
  return found;
}
