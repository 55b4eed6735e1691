/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-checker-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

void
bf_checker_say (BfChecker *self, BfRule rule, const char *format, ...)
{
  va_list arguments;
  char *sentence;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->broken |= 1u << rule;
  if (g_ptr_array_find_with_equal_func (self->problems, sentence, g_str_equal, NULL))
    g_free (sentence);
  else
    g_ptr_array_add (self->problems, sentence);
}

const BfStep *
bf_checker_step (const BfChecker *self, guint step)
{
  return g_ptr_array_index (self->set->steps, step);
}

const char *
bf_checker_title (const BfChecker *self, guint step)
{
  const BfStep *row = bf_checker_step (self, step);

  return row->title ? row->title : row->key;
}

int
bf_checker_activity (const BfChecker *self, guint step, BfActivityKind kind, int part)
{
  BF_CHECKER_FOR_ACTIVITIES (self, step, i)
  if (self->activities[i].kind == kind && self->activities[i].part == part)
    return (int) i;
  return -1;
}

guint
bf_checker_n_cutovers (const BfStep *step)
{
  return step->has_cutover ? MAX (1, step->n_cutovers) : 0;
}

/* --- Lengths. --- */

static void
check_length (BfChecker *self, guint step, BfActivityKind kind, int part, int days)
{
  int at = bf_checker_activity (self, step, kind, part);
  const BfPlacing *placing = at < 0 ? NULL : &self->placings[at];
  g_autofree char *start = NULL;

  if (days <= 0 && !placing)
    return;
  if (!placing)
    {
      /* Translators: step, part of a step. */
      bf_checker_say (self,
                      BF_RULE_LENGTH,
                      _ ("“%s” lacks its %s."),
                      bf_checker_title (self, step),
                      bf_activity_kind_id (kind));
      return;
    }
  if (days <= 0)
    return;
  start = bf_day_text (placing->start);
  if (placing->empty || bf_checker_working_days (self, placing->start, placing->finish) != days)
    /* Translators: part of a step, step, day, working days, working days. */
    bf_checker_say (self,
                    BF_RULE_LENGTH,
                    _ ("The %s of “%s” from %s needs %d working days and has %d."),
                    bf_activity_kind_id (kind),
                    bf_checker_title (self, step),
                    start,
                    days,
                    bf_checker_working_days (self, placing->start, placing->finish));
  else if (!bf_checker_works (self, placing->start) || !bf_checker_works (self, placing->finish))
    /* Translators: part of a step, step, day. */
    bf_checker_say (self,
                    BF_RULE_FREE_DAY,
                    _ ("The %s of “%s” from %s begins or ends on a day that is free."),
                    bf_activity_kind_id (kind),
                    bf_checker_title (self, step),
                    start);
  if (placing->start < self->start)
    /* Translators: part of a step, step. */
    bf_checker_say (self,
                    BF_RULE_START,
                    _ ("The %s of “%s” begins before the plan."),
                    bf_activity_kind_id (kind),
                    bf_checker_title (self, step));
}

static void
check_cutover_length (BfChecker *self, guint step, int part)
{
  const BfStep *row = bf_checker_step (self, step);
  int at = bf_checker_activity (self, step, BF_ACTIVITY_CUTOVER, part);
  gint64 need = row->plans_stop ? MAX (1, (gint64) (row->need_hours * 60 + 0.5)) : 0;
  const BfPlacing *placing;

  if (at < 0)
    {
      /* Translators: step, number of the cutover. */
      bf_checker_say (self,
                      BF_RULE_LENGTH,
                      _ ("“%s” lacks cutover %d."),
                      bf_checker_title (self, step),
                      part + 1);
      return;
    }
  placing = &self->placings[at];
  if (placing->start < self->start)
    /* Translators: step. */
    bf_checker_say (self,
                    BF_RULE_START,
                    _ ("A cutover of “%s” begins before the plan."),
                    bf_checker_title (self, step));
  if (placing->finish_minute - placing->start_minute != need ||
      placing->start != bf_minute_day (placing->start_minute) ||
      placing->finish != bf_minute_day (placing->start_minute + MAX (need, 1) - 1))
    /* Translators: step, minutes, minutes. */
    bf_checker_say (self,
                    BF_RULE_PIECE,
                    _ ("The cutover of “%s” needs %d minutes in one piece and has %d."),
                    bf_checker_title (self, step),
                    (int) need,
                    (int) (placing->finish_minute - placing->start_minute));
}

static void
check_lengths (BfChecker *self, guint step)
{
  const BfStep *row = bf_checker_step (self, step);

  check_length (self, step, BF_ACTIVITY_BUILD, 0, row->build_days);
  check_length (self, step, BF_ACTIVITY_OFFLINE, 0, row->offline_days);
  check_length (self, step, BF_ACTIVITY_BUFFER, 0, row->has_cutover ? row->buffer_days : 0);
  check_length (self, step, BF_ACTIVITY_ONLINE, 0, row->online_days);
  check_length (self, step, BF_ACTIVITY_PARALLEL, 0, row->parallel_days);
  check_length (self, step, BF_ACTIVITY_HYPERCARE, 0, row->hypercare_days);
  for (guint i = 0; row->campaigns && i < row->campaigns->len; i++)
    {
      const BfCampaign *campaign = &g_array_index (row->campaigns, BfCampaign, i);

      check_length (self,
                    step,
                    campaign->review ? BF_ACTIVITY_REVIEW : BF_ACTIVITY_CAMPAIGN,
                    (int) i,
                    campaign->days);
    }
  for (guint i = 0; i < bf_checker_n_cutovers (row); i++)
    check_cutover_length (self, step, (int) i);
}

/* --- Order inside a step. --- */

static gboolean
is_before_cutover (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_BUILD || kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_REVIEW ||
         kind == BF_ACTIVITY_BUFFER;
}

static gboolean
is_after_cutover (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_ONLINE || kind == BF_ACTIVITY_PARALLEL ||
         kind == BF_ACTIVITY_CAMPAIGN || kind == BF_ACTIVITY_HYPERCARE;
}

/* TRUE when the second may not begin before the first has ended. */
static gboolean
must_follow (const BfStep *step, BfActivityKind first, BfActivityKind second)
{
  if (second == BF_ACTIVITY_BUFFER)
    return first == BF_ACTIVITY_BUILD || first == BF_ACTIVITY_OFFLINE;
  if (second == BF_ACTIVITY_CUTOVER)
    return is_before_cutover (first);
  if (second == BF_ACTIVITY_HYPERCARE &&
      (first == BF_ACTIVITY_ONLINE || first == BF_ACTIVITY_PARALLEL))
    return TRUE;
  if (!is_after_cutover (second))
    return FALSE;
  return first == BF_ACTIVITY_CUTOVER || (!step->has_cutover && is_before_cutover (first));
}

static void
check_pair (BfChecker *self, guint first, guint second)
{
  const BfActivity *a = &self->activities[first], *b = &self->activities[second];
  const BfPlacing *from = &self->placings[first], *to = &self->placings[second];
  g_autofree char *day = NULL;
  gint64 begins = to->empty ? to->finish + 1 : to->start;

  if (!must_follow (bf_checker_step (self, (guint) a->step), a->kind, b->kind) ||
      begins > from->finish)
    return;
  day = bf_day_text (from->finish);
  /* Translators: part of a step, step, part of a step, day. */
  bf_checker_say (self,
                  BF_RULE_ORDER,
                  _ ("The %s of “%s” begins before its %s has ended on %s."),
                  bf_activity_kind_id (b->kind),
                  bf_checker_title (self, (guint) a->step),
                  bf_activity_kind_id (a->kind),
                  day);
}

/* Offline qualification and reviews beside the build. */
static void
check_beside_build (BfChecker *self, guint step)
{
  const BfStep *row = bf_checker_step (self, step);
  int build = bf_checker_activity (self, step, BF_ACTIVITY_BUILD, 0);
  int offline = bf_checker_activity (self, step, BF_ACTIVITY_OFFLINE, 0);
  int overlap = MIN (row->overlap_days, row->offline_days);

  if (build >= 0 && offline >= 0 && row->build_days > 0 && row->offline_days > 0 &&
      (bf_checker_working_days (self, self->placings[offline].start, self->placings[build].finish) >
           overlap ||
       self->placings[offline].finish < self->placings[build].finish))
    /* Translators: step, working days. */
    bf_checker_say (self,
                    BF_RULE_OVERLAP,
                    _ ("Offline qualification of “%s” lies beside more than the last %d days of "
                       "its build, or ends before it."),
                    bf_checker_title (self, step),
                    overlap);
  BF_CHECKER_FOR_ACTIVITIES (self, step, i)
  if (self->activities[i].kind == BF_ACTIVITY_REVIEW && build >= 0 &&
      !self->placings[build].empty && self->placings[i].start < self->placings[build].start)
    /* Translators: step. */
    bf_checker_say (self,
                    BF_RULE_ORDER,
                    _ ("A review of “%s” begins before its build."),
                    bf_checker_title (self, step));
}

static void
check_order_inside (BfChecker *self)
{
  for (guint s = 0; s < self->set->steps->len; s++)
    {
      BF_CHECKER_FOR_ACTIVITIES (self, s, i)
      BF_CHECKER_FOR_ACTIVITIES (self, s, j)
      check_pair (self, i, j);
      check_beside_build (self, s);
    }
}

/* --- Order between steps. --- */

/* TRUE when each cutover of @after (or, without one, its release) comes after that day. */
static gboolean
cuts_after (const BfChecker *self, guint after, gint64 day)
{
  const BfStep *step = bf_checker_step (self, after);

  if (!step->has_cutover)
    return self->release[after] >= day;
  BF_CHECKER_FOR_ACTIVITIES (self, after, i)
  if (self->activities[i].kind == BF_ACTIVITY_CUTOVER && self->placings[i].start <= day)
    return FALSE;
  return TRUE;
}

static const char *
why_wait (BfRule rule)
{
  if (rule == BF_RULE_RESTORE)
    return _ ("no restore was tested");
  if (rule == BF_RULE_OWNER)
    return _ ("a system has no owner");
  if (rule == BF_RULE_DECOMMISSION)
    return _ ("it takes the place of what is taken out");
  return rule == BF_RULE_GATE ? _ ("its gate holds planned stops") : _ ("it is a prerequisite");
}

static void
check_released (BfChecker *self, guint before, guint after, BfRule rule)
{
  g_autofree char *day = NULL;

  if (before == after || cuts_after (self, after, self->release[before]))
    return;
  day = bf_day_text (self->release[before]);
  /* Translators: step, step, day, and why it must wait. */
  bf_checker_say (self,
                  rule,
                  _ ("“%s” cuts over before “%s” is released on %s (%s)."),
                  bf_checker_title (self, after),
                  bf_checker_title (self, before),
                  day,
                  why_wait (rule));
}

static void
check_all_released (BfChecker *self, const GArray *before, guint after, BfRule rule)
{
  for (guint i = 0; before && i < before->len; i++)
    check_released (self, (guint) g_array_index (before, int, i), after, rule);
}

/* All steps of that archetype. */
static void
check_archetype_released (BfChecker *self, const char *id, guint after, BfRule rule)
{
  for (guint i = 0; i < self->set->steps->len; i++)
    if (bf_checker_step (self, i)->archetype &&
        g_str_equal (bf_checker_step (self, i)->archetype->id, id))
      check_released (self, i, after, rule);
}

static void
check_group (BfChecker *self, guint after)
{
  const BfStep *step = bf_checker_step (self, after);

  if (!step->any_of || !step->any_of->len)
    return;
  for (guint i = 0; i < step->any_of->len; i++)
    if (cuts_after (self, after, self->release[g_array_index (step->any_of, int, i)]))
      return;
  /* Translators: step. */
  bf_checker_say (self,
                  BF_RULE_GROUP,
                  _ ("“%s” cuts over before any step of its one-of group is released."),
                  bf_checker_title (self, after));
}

/* The answer to a system is released before the system is taken out. */
static void
check_taken_out (BfChecker *self, guint after)
{
  const BfStep *step = bf_checker_step (self, after);

  for (guint i = 0; self->set->needs && i < self->set->steps->len; i++)
    {
      const BfStep *other = bf_checker_step (self, i);

      for (guint j = 0; !other->decommissions && other->answers && j < other->answers->len; j++)
        {
          const BfNeed *need = &self->set->needs->needs[g_array_index (other->answers, int, j)];

          for (guint k = 0; need->kind == BF_NEED_SYSTEM && k < step->systems->len; k++)
            if (g_array_index (step->systems, int, k) == need->index)
              check_released (self, i, after, BF_RULE_DECOMMISSION);
        }
    }
}

static gboolean
holds_gate (const BfChecker *self, guint step)
{
  const BfStep *row = bf_checker_step (self, step);

  for (guint i = 0; i < self->set->steps->len; i++)
    {
      const BfStep *next = bf_checker_step (self, i);
      const GArray *lists[] = { next->hard, next->any_of };

      if (next->phase != row->phase + 1 || next->decommissions)
        continue;
      for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
        for (guint j = 0; lists[l] && j < lists[l]->len; j++)
          if (g_array_index (lists[l], int, j) == (int) step)
            return TRUE;
    }
  return FALSE;
}

static gboolean
any_waits_for (const BfChecker *self, const GArray *steps, guint after, gboolean *seen);

static gboolean
rule_makes_wait (const BfChecker *self, const BfStep *step, const BfStep *other)
{
  const char *id = other->archetype ? other->archetype->id : NULL;

  return (g_strcmp0 (id, "ST04") == 0 && bf_checker_lacks_restore (self, step)) ||
         (g_strcmp0 (id, "ST02") == 0 && bf_checker_lacks_owner (self, step));
}

static gboolean
gate_makes_wait (const BfChecker *self, const BfStep *step, guint holder)
{
  const BfStep *row = bf_checker_step (self, holder);

  return step->phase > row->phase && step->has_cutover && step->plans_stop &&
         !step->decommissions && !row->decommissions && holds_gate (self, holder);
}

/* TRUE when something makes @before wait for @after anyway: then no gate holds between the two. */
static gboolean
waits_for (const BfChecker *self, guint before, guint after, gboolean *seen)
{
  const BfStep *step = bf_checker_step (self, before);

  if (before == after)
    return TRUE;
  if (seen[before])
    return FALSE;
  seen[before] = TRUE;
  if (any_waits_for (self, step->hard, after, seen) ||
      any_waits_for (self, step->any_of, after, seen) ||
      any_waits_for (self, step->served, after, seen))
    return TRUE;
  for (guint i = 0; i < bf_plan_count (self->plan, BF_DEPENDENCY); i++)
    {
      const BfDependency *row = BF_ROW (self->plan, DEPENDENCY, BfDependency, i);
      int other = row->before ? bf_checker_find_step (self, row->before) : -1;

      if (other >= 0 && row->after && bf_checker_find_step (self, row->after) == (int) before &&
          waits_for (self, (guint) other, after, seen))
        return TRUE;
    }
  for (guint i = 0; i < self->set->steps->len; i++)
    if ((rule_makes_wait (self, step, bf_checker_step (self, i)) ||
         gate_makes_wait (self, step, i)) &&
        waits_for (self, i, after, seen))
      return TRUE;
  return FALSE;
}

static gboolean
any_waits_for (const BfChecker *self, const GArray *steps, guint after, gboolean *seen)
{
  for (guint i = 0; steps && i < steps->len; i++)
    if (waits_for (self, (guint) g_array_index (steps, int, i), after, seen))
      return TRUE;
  return FALSE;
}

static void
check_gate (BfChecker *self, guint holder)
{
  const BfStep *row = bf_checker_step (self, holder);

  if (row->decommissions || !holds_gate (self, holder))
    return;
  for (guint i = 0; i < self->set->steps->len; i++)
    {
      const BfStep *step = bf_checker_step (self, i);
      g_autofree gboolean *seen = g_new0 (gboolean, self->set->steps->len + 1);

      if (step->phase > row->phase && step->has_cutover && step->plans_stop &&
          !step->decommissions && !waits_for (self, holder, i, seen))
        check_released (self, holder, i, BF_RULE_GATE);
    }
}

/* TRUE when what begins on that day has @lag working days between it and the end of the other; a
 * negative lag: when it lies at most that many working days before the day after that end. */
static gboolean
waits_long_enough (const BfChecker *self, gint64 end, gint64 begins, int lag)
{
  if (lag < 0)
    return begins > end || bf_checker_working_days (self, begins, end) <= -lag;
  return begins > bf_checker_days_after (self, end, lag);
}

static gboolean
starts_late_enough (const BfChecker *self, gint64 before, gint64 after, int lag)
{
  return lag > 0 ? bf_checker_working_days (self, before, after - 1) >= lag
                 : bf_checker_working_days (self, after, before - 1) <= -lag;
}

static gint64
first_cutover (const BfChecker *self, guint step, gboolean last)
{
  gint64 found = BF_BLANK;

  BF_CHECKER_FOR_ACTIVITIES (self, step, i)
  {
    gint64 day = last ? self->placings[i].finish : self->placings[i].start;

    if (self->activities[i].kind != BF_ACTIVITY_CUTOVER)
      continue;
    if (found == BF_BLANK || (last ? day > found : day < found))
      found = day;
  }
  return found == BF_BLANK ? self->release[step] : found;
}

static gint64
first_start (const BfChecker *self, guint step)
{
  int build = bf_checker_activity (self, step, BF_ACTIVITY_BUILD, 0);

  return self->placings[build].empty ? self->placings[build].finish + 1
                                     : self->placings[build].start;
}

static gboolean
keeps_dependency (const BfChecker *self, const BfDependency *row, guint before, guint after)
{
  int lag = row->lag_days == BF_BLANK ? 0 : (int) row->lag_days;
  gint64 cuts = first_cutover (self, after, FALSE);
  gint64 end;

  if (!bf_checker_step (self, after)->has_cutover)
    cuts++; /* a release is no day of its own */
  if (row->kind == BF_DEPENDENCY_RELEASE_TO_START)
    return waits_long_enough (self, self->release[before], first_start (self, after), lag);
  if (row->kind == BF_DEPENDENCY_START_TO_START)
    return starts_late_enough (self, first_start (self, before), first_start (self, after), lag);
  end = row->kind == BF_DEPENDENCY_CUTOVER_TO_CUTOVER ? first_cutover (self, before, TRUE)
                                                      : self->release[before];
  return waits_long_enough (self, end, cuts, lag);
}

static void
check_dependencies (BfChecker *self)
{
  for (guint i = 0; i < bf_plan_count (self->plan, BF_DEPENDENCY); i++)
    {
      const BfDependency *row = BF_ROW (self->plan, DEPENDENCY, BfDependency, i);
      int before = row->before ? bf_checker_find_step (self, row->before) : -1;
      int after = row->after ? bf_checker_find_step (self, row->after) : -1;

      if (before >= 0 && after >= 0 && !keeps_dependency (self, row, (guint) before, (guint) after))
        /* Translators: step, step. */
        bf_checker_say (self,
                        BF_RULE_DEPENDENCY,
                        _ ("“%s” does not wait for “%s” as the dependency of the plan asks."),
                        bf_checker_title (self, (guint) after),
                        bf_checker_title (self, (guint) before));
    }
}

static void
check_order_between (BfChecker *self)
{
  for (guint s = 0; s < self->set->steps->len; s++)
    {
      const BfStep *step = bf_checker_step (self, s);

      const char *const *required = step->archetype ? step->archetype->hard : NULL;

      check_all_released (self, step->hard, s, BF_RULE_PREREQUISITE);
      for (guint i = 0; required && required[i]; i++)
        check_archetype_released (self, required[i], s, BF_RULE_PREREQUISITE);
      check_all_released (self, step->served, s, BF_RULE_DECOMMISSION);
      check_group (self, s);
      check_gate (self, s);
      if (bf_checker_lacks_restore (self, step))
        check_archetype_released (self, "ST04", s, BF_RULE_RESTORE);
      if (bf_checker_lacks_owner (self, step))
        check_archetype_released (self, "ST02", s, BF_RULE_OWNER);
      if (step->decommissions)
        check_taken_out (self, s);
    }
  check_dependencies (self);
}

/* --- Dates. --- */

static void
check_pin (BfChecker *self, guint step, gint64 pin)
{
  int at = bf_checker_activity (self, step, BF_ACTIVITY_CUTOVER, 0);
  gboolean kept;

  if (at < 0)
    return;
  kept = pin % BF_MINUTES_PER_DAY ? self->placings[at].start_minute == pin ||
                                        (!bf_checker_step (self, step)->plans_stop &&
                                         self->placings[at].start == bf_minute_day (pin))
                                  : self->placings[at].start == bf_minute_day (pin);
  if (!kept)
    /* Translators: step. */
    bf_checker_say (self,
                    BF_RULE_PIN,
                    _ ("The first cutover of “%s” is not where it is pinned."),
                    bf_checker_title (self, step));
}

static void
check_dates (BfChecker *self, guint step)
{
  const BfStep *row = bf_checker_step (self, step);
  g_autofree char *release = bf_day_text (self->release[step]);
  gint64 claims = bf_checker_claims_until (self, row);
  gboolean early = FALSE;

  if (self->release[step] > self->horizon_end)
    /* Translators: step, day. */
    bf_checker_say (self,
                    BF_RULE_HORIZON,
                    _ ("“%s” is released on %s, past the horizon."),
                    bf_checker_title (self, step),
                    release);
  if (claims != BF_BLANK && row->has_cutover && !cuts_after (self, step, claims))
    /* Translators: step. */
    bf_checker_say (self,
                    BF_RULE_CLAIM,
                    _ ("“%s” cuts over before the claims that it relies on are due."),
                    bf_checker_title (self, step));
  if (!row->decision)
    return;
  BF_CHECKER_FOR_ACTIVITIES (self, step, i)
  early = early || (row->decision->earliest != BF_BLANK && !self->placings[i].empty &&
                    self->placings[i].start < row->decision->earliest);
  if (early)
    /* Translators: step. */
    bf_checker_say (self,
                    BF_RULE_EARLIEST,
                    _ ("“%s” begins before its earliest date."),
                    bf_checker_title (self, step));
  if (row->decision->due != BF_BLANK && self->release[step] > row->decision->due)
    /* Translators: step, day. */
    bf_checker_say (self,
                    BF_RULE_DUE,
                    _ ("“%s” is released on %s, after it is due."),
                    bf_checker_title (self, step),
                    release);
  if (row->decision->pinned_cutover != BF_BLANK)
    check_pin (self, step, row->decision->pinned_cutover);
}

GArray *
bf_checker_stopped_areas (const BfStep *step, int part)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (int));
  int whole_plant = -1;

  for (guint i = 0; step->areas && i < step->areas->len; i++)
    if (step->n_cutovers <= 1 || (int) i == part)
      g_array_append_val (areas, g_array_index (step->areas, int, i));
  if (!areas->len)
    g_array_append_val (areas, whole_plant);
  return areas;
}

static void
find_activities (BfChecker *self)
{
  guint i = 0;

  self->first = g_new0 (guint, self->set->steps->len + 1);
  for (guint s = 0; s <= self->set->steps->len; s++)
    {
      self->first[s] = i;
      while (i < self->n && self->activities[i].step == (int) s)
        i++;
    }
  g_assert (i == self->n);
}

static void
find_releases (BfChecker *self)
{
  self->release = g_new (gint64, self->set->steps->len + 1);
  for (guint s = 0; s < self->set->steps->len; s++)
    self->release[s] = G_MININT64 + 1;
  for (guint i = 0; i < self->n; i++)
    {
      gint64 *release = &self->release[self->activities[i].step];

      *release = MAX (*release, self->placings[i].finish);
    }
}

GPtrArray *
bf_checker_find (const BfStepSet *set,
                 const BfNetwork *network,
                 const BfPlacing *placings,
                 guint32 *broken)
{
  BfChecker self = {
    .set = set,
    .plan = set->plan,
    .activities = (const BfActivity *) (gconstpointer) network->activities->data,
    .placings = placings,
    .n = network->activities->len,
    .problems = g_ptr_array_new_with_free_func (g_free),
  };

  bf_checker_make_days (&self);
  find_activities (&self);
  find_releases (&self);
  for (guint s = 0; s < set->steps->len; s++)
    check_lengths (&self, s);
  if (!self.problems->len)
    {
      check_order_inside (&self);
      check_order_between (&self);
      for (guint s = 0; s < set->steps->len; s++)
        check_dates (&self, s);
      bf_checker_scopes (&self);
      bf_checker_windows (&self);
      bf_checker_capacities (&self);
      bf_checker_budgets (&self);
    }
  g_free (self.first);
  g_free (self.works);
  g_free (self.before);
  g_free (self.release);
  g_free (self.covers);
  *broken = self.broken;
  return self.problems;
}

GPtrArray *
bf_checker_run (const BfStepSet *set, const BfNetwork *network, const BfPlacing *placings)
{
  guint32 broken;

  return bf_checker_find (set, network, placings, &broken);
}
