/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cutovers against windows and freezes, straight from the plan's rows. */

#include "bf-checker-private.h"

#include <glib/gi18n-lib.h>

#define CORE_DAYS 182
#define WEEK (7 * BF_MINUTES_PER_DAY)

gboolean
bf_checker_covers_area (const BfChecker *self, const char *const *keys, int area)
{
  if (area < 0 || !keys || !keys[0])
    return TRUE;
  for (guint i = 0; keys[i]; i++)
    if (g_ascii_strcasecmp (keys[i], "all") == 0 ||
        bf_plan_index (self->plan, BF_AREA, keys[i]) == area)
      return TRUE;
  return FALSE;
}

static const BfWindow *
window_at (const BfChecker *self, guint i)
{
  return BF_ROW (self->plan, WINDOW, BfWindow, i);
}

static guint
n_windows (const BfChecker *self)
{
  return bf_plan_count (self->plan, BF_WINDOW);
}

/* From the table: keys are folded once a window, not once a question. */
static gboolean
window_covers (const BfChecker *self, guint window, int area)
{
  gsize n_areas = bf_plan_count (self->plan, BF_AREA);

  return area < 0 || self->covers[window * n_areas + (gsize) area];
}

static void
make_covers (BfChecker *self)
{
  gsize n_areas = bf_plan_count (self->plan, BF_AREA);

  self->covers = g_new0 (gboolean, n_windows (self) * n_areas + 1);
  for (guint i = 0; i < n_windows (self); i++)
    for (gsize area = 0; area < n_areas; area++)
      self->covers[i * n_areas + area] =
          bf_checker_covers_area (self, window_at (self, i)->areas, (int) area);
}

static gboolean
is_usable (const BfWindow *window)
{
  return window->start != BF_BLANK && window->end != BF_BLANK && window->end > window->start;
}

static gboolean
is_frozen (const BfChecker *self, int area, gint64 day)
{
  for (guint i = 0; i < n_windows (self); i++)
    {
      const BfWindow *window = window_at (self, i);

      if (window->kind == BF_WINDOW_FREEZE && is_usable (window) && window_covers (self, i, area) &&
          window->start < bf_day_minute (day + 1) && window->end > bf_day_minute (day))
        return TRUE;
    }
  return FALSE;
}

/* --- Assumed windows. --- */

static gboolean
windows_are_assumed (const BfChecker *self)
{
  for (guint i = 0; i < n_windows (self); i++)
    if (window_at (self, i)->kind == BF_WINDOW_SHUTDOWN ||
        window_at (self, i)->kind == BF_WINDOW_WEEKEND)
      return FALSE;
  return TRUE;
}

/* Start of the assumed shutdown of a year: the last Saturday of July, or Christmas Eve. */
static gint64
assumed_start (int year, gboolean summer)
{
  gint64 day = bf_day_from_civil (year, 7, 31);

  if (!summer)
    return bf_day_minute (bf_day_from_civil (year, 12, 24)) + 12 * 60;
  while (bf_day_weekday (day) != 6)
    day--;
  return bf_day_minute (day) + 6 * 60;
}

static gint64
assumed_end (int year, gboolean summer)
{
  return summer ? assumed_start (year, TRUE) + 2 * WEEK
                : bf_day_minute (bf_day_from_civil (year + 1, 1, 2)) + 6 * 60;
}

static gboolean
meets_assumed_shutdown (gint64 start, gint64 end)
{
  int year;

  bf_day_to_civil (bf_minute_day (start), &year, NULL, NULL);
  for (int y = year - 1; y <= year; y++)
    for (int summer = 0; summer < 2; summer++)
      if (assumed_start (y, summer) < end && start < assumed_end (y, summer))
        return TRUE;
  return FALSE;
}

static gboolean
assumed_is_open (const BfChecker *self, const BfOpeningUse *use, const BfPlacing *placing)
{
  gint64 day = use->occurrence;
  gint64 saturday = bf_day_minute (day) + 6 * 60;
  int year;

  if (!windows_are_assumed (self) || day == BF_BLANK)
    return FALSE;
  bf_day_to_civil (day, &year, NULL, NULL);
  for (int summer = 0; summer < 2; summer++)
    if (bf_minute_day (assumed_start (year, summer)) == day)
      return placing->start_minute >= assumed_start (year, summer) &&
             placing->finish_minute <= assumed_end (year, summer);
  if (bf_day_weekday (day) != 6 ||
      meets_assumed_shutdown (saturday, saturday + 2 * BF_MINUTES_PER_DAY))
    return FALSE;
  for (gint64 touched = day; touched <= day + 2; touched++)
    for (int area = -1; area < (int) bf_plan_count (self->plan, BF_AREA); area++)
      if ((area >= 0 || !bf_plan_count (self->plan, BF_AREA)) && is_frozen (self, area, touched))
        return FALSE;
  return placing->start_minute >= saturday &&
         placing->finish_minute <= saturday + 2 * BF_MINUTES_PER_DAY;
}

/* --- Weekend rules. --- */

static gint64
rule_end (const BfWindow *rule, gint64 start)
{
  gint64 end;

  if (!isnan (rule->open_hours) && rule->open_hours > 0)
    end = start + (gint64) (rule->open_hours * 60 + 0.5);
  else
    {
      gint64 day = bf_minute_day (start) + 1;

      while (bf_day_weekday (day) != 1)
        day++;
      end = bf_day_minute (day) + 6 * 60;
    }
  return MIN (end, rule->end);
}

/* Whether a shutdown or freeze of one of the rule's areas meets this occurrence. */
static gboolean
occurrence_falls (const BfChecker *self, guint rule, gint64 start, gint64 end)
{
  int n_areas = (int) bf_plan_count (self->plan, BF_AREA);

  for (int area = n_areas ? 0 : -1; area < MAX (n_areas, 0); area++)
    {
      if (!window_covers (self, rule, area))
        continue;
      for (guint i = 0; i < n_windows (self); i++)
        {
          const BfWindow *other = window_at (self, i);

          if (other->kind == BF_WINDOW_SHUTDOWN && is_usable (other) &&
              window_covers (self, i, area) && other->start < end && other->end > start)
            return TRUE;
        }
      for (gint64 day = bf_minute_day (start); bf_day_minute (day) < end; day++)
        if (is_frozen (self, area, day))
          return TRUE;
    }
  return FALSE;
}

static gboolean
weekend_is_open (const BfChecker *self,
                 const BfWindow *rule,
                 const BfOpeningUse *use,
                 const BfPlacing *placing)
{
  gint64 weeks = rule->repeats == BF_BLANK || rule->repeats < 1 ? 1 : rule->repeats;
  gint64 days = use->occurrence - bf_minute_day (rule->start);
  gint64 start = rule->start + days * BF_MINUTES_PER_DAY;

  return use->occurrence != BF_BLANK && days >= 0 && days % (7 * weeks) == 0 && start < rule->end &&
         placing->start_minute >= start && placing->finish_minute <= rule_end (rule, start) &&
         !occurrence_falls (self, (guint) use->window, start, rule_end (rule, start));
}

/* --- One cutover. --- */

static gboolean
system_stands_in (const BfChecker *self, int system, int area)
{
  return bf_checker_covers_area (
      self, BF_ROW (self->plan, SYSTEM, BfSystem, (guint) system)->area, area);
}

/* A window that names systems must name each that the step touches in the area. */
static gboolean
is_open_to (const BfChecker *self, const BfWindow *window, const BfStep *step, int area)
{
  guint there = 0;

  if (!window->systems || !window->systems[0])
    return TRUE;
  for (guint i = 0; step->systems && i < step->systems->len; i++)
    {
      int system = g_array_index (step->systems, int, i);
      gboolean named = FALSE;

      if (!system_stands_in (self, system, area))
        continue;
      there++;
      for (guint j = 0; window->systems[j]; j++)
        named = named || bf_plan_index (self->plan, BF_SYSTEM, window->systems[j]) == system;
      if (!named)
        return FALSE;
    }
  return there > 0;
}

static gboolean
use_is_open (const BfChecker *self,
             const BfStep *step,
             const BfOpeningUse *use,
             const BfPlacing *placing)
{
  const BfWindow *window;

  if (use->window < 0)
    return assumed_is_open (self, use, placing);
  window = window_at (self, (guint) use->window);
  if (!is_usable (window) || !window_covers (self, (guint) use->window, use->area) ||
      !is_open_to (self, window, step, use->area))
    return FALSE;
  if (window->kind == BF_WINDOW_WEEKEND)
    return weekend_is_open (self, window, use, placing);
  return window->kind == BF_WINDOW_SHUTDOWN && use->occurrence == BF_BLANK &&
         placing->start_minute >= window->start && placing->finish_minute <= window->end;
}

static void
check_opening (BfChecker *self, guint step, const BfPlacing *placing, const GArray *areas)
{
  const BfStep *row = bf_checker_step (self, step);
  g_autofree char *start = bf_minute_format (placing->start_minute);

  for (guint i = 0; i < areas->len; i++)
    {
      guint open = 0;

      for (guint j = 0; placing->openings && j < placing->openings->len; j++)
        {
          const BfOpeningUse *use = &g_array_index (placing->openings, BfOpeningUse, j);

          if (use->area == g_array_index (areas, int, i))
            open += use_is_open (self, row, use, placing) ? 1 : 100;
        }
      if (open != 1)
        /* Translators: step, time. */
        bf_checker_say (
            self,
            BF_RULE_OPENING,
            _ ("The cutover of “%s” on %s does not lie whole in one window of each area that it "
               "stops."),
            bf_checker_title (self, step),
            start);
    }
}

static void
check_freezes (BfChecker *self, guint step, const BfPlacing *placing, const GArray *areas)
{
  for (gint64 day = placing->start; day <= placing->finish; day++)
    for (guint i = 0; i < areas->len; i++)
      {
        g_autofree char *text = NULL;

        if (!is_frozen (self, g_array_index (areas, int, i), day))
          continue;
        text = bf_day_text (day);
        /* Translators: step, day. */
        bf_checker_say (self,
                        BF_RULE_FREEZE,
                        _ ("The cutover of “%s” touches %s, a day under a freeze."),
                        bf_checker_title (self, step),
                        text);
        return;
      }
}

static void
check_cutover (BfChecker *self, guint step, int part, const BfPlacing *placing)
{
  const BfStep *row = bf_checker_step (self, step);
  g_autoptr (GArray) areas = bf_checker_stopped_areas (row, part);
  gint64 minutes = placing->finish_minute - placing->start_minute;
  gboolean may_stop =
      !row->plans_stop || (double) minutes <= bf_checker_bearable_hours (self, row) * 60 + 1e-6;

  check_freezes (self, step, placing, areas);
  if (placing->placement == BF_PLACEMENT_OPENING)
    {
      check_opening (self, step, placing, areas);
      return;
    }
  if (!may_stop || (placing->placement == BF_PLACEMENT_NO_STOP) != !row->plans_stop)
    /* Translators: step. */
    bf_checker_say (self,
                    BF_RULE_STOP,
                    _ ("The cutover of “%s” needs an opening and has none."),
                    bf_checker_title (self, step));
  if (!bf_checker_works (self, placing->start))
    /* Translators: step. */
    bf_checker_say (self,
                    BF_RULE_FREE_DAY,
                    _ ("The cutover of “%s” outside openings begins on a day that is free."),
                    bf_checker_title (self, step));
}

/* --- Cutovers against each other. --- */

/* Counts a use by area, and once a window by team. */
static void
count_uses (BfChecker *self, guint step, const BfPlacing *placing, GHashTable *counts)
{
  int team = bf_checker_building_team (self, bf_checker_step (self, step));
  g_autoptr (GHashTable) teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; placing->openings && i < placing->openings->len; i++)
    {
      const BfOpeningUse *use = &g_array_index (placing->openings, BfOpeningUse, i);
      g_autofree char *name =
          g_strdup_printf ("%d@%" G_GINT64_FORMAT, use->window, use->occurrence);
      char *by_area = g_strdup_printf ("%s area %d", name, use->area);
      char *by_team = g_strdup_printf ("%s team %d", name, team);

      g_hash_table_insert (
          counts,
          by_area,
          GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, by_area)) + 1));
      if (team >= 0 && g_hash_table_add (teams, g_strdup (by_team)))
        g_hash_table_insert (
            counts,
            by_team,
            GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, by_team)) + 1));
      else
        g_free (by_team);
    }
}

static void
check_limit (BfChecker *self)
{
  const BfPlant *plant = bf_plan_plant (self->plan);
  int limit = plant && plant->max_cutovers != BF_BLANK ? (int) plant->max_cutovers : 2;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, count;

  for (guint i = 0; i < self->n; i++)
    if (self->activities[i].kind == BF_ACTIVITY_CUTOVER &&
        self->placings[i].placement == BF_PLACEMENT_OPENING)
      count_uses (self, (guint) self->activities[i].step, &self->placings[i], counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &name, &count))
    if (GPOINTER_TO_INT (count) > limit)
      {
        int window = atoi (name);

        /* Translators: key of a window, number of cutovers, most that there may be. */
        bf_checker_say (self,
                        BF_RULE_WINDOW,
                        _ ("Window %s holds %d cutovers of one area or team, more than %d."),
                        window < 0 ? "" : window_at (self, (guint) window)->row.key,
                        GPOINTER_TO_INT (count),
                        limit);
      }
}

static gboolean
share_area (const BfStep *a, int part_a, const BfStep *b, int part_b)
{
  g_autoptr (GArray) areas_a = bf_checker_stopped_areas (a, part_a);
  g_autoptr (GArray) areas_b = bf_checker_stopped_areas (b, part_b);

  for (guint i = 0; i < areas_a->len; i++)
    for (guint j = 0; j < areas_b->len; j++)
      if (g_array_index (areas_a, int, i) == g_array_index (areas_b, int, j) ||
          g_array_index (areas_a, int, i) < 0 || g_array_index (areas_b, int, j) < 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_core_cutover (const BfChecker *self, guint i)
{
  const BfArchetype *archetype =
      bf_checker_step (self, (guint) self->activities[i].step)->archetype;

  return self->activities[i].kind == BF_ACTIVITY_CUTOVER && archetype && archetype->core;
}

static void
check_core_pair (BfChecker *self, guint i, guint j)
{
  const BfActivity *a = &self->activities[i], *b = &self->activities[j];
  const BfStep *step_a = bf_checker_step (self, (guint) a->step);
  const BfStep *step_b = bf_checker_step (self, (guint) b->step);
  gint64 apart = MAX (self->placings[j].start - self->placings[i].finish,
                      self->placings[i].start - self->placings[j].finish);

  if (apart >= CORE_DAYS || !share_area (step_a, a->part, step_b, b->part))
    return;
  /* Translators: step, step, days, days. */
  bf_checker_say (self,
                  BF_RULE_CORE,
                  _ ("The core steps “%s” and “%s” cut over in one area %d days apart, less than "
                     "%d."),
                  bf_checker_title (self, (guint) a->step),
                  bf_checker_title (self, (guint) b->step),
                  (int) MAX (0, apart),
                  CORE_DAYS);
}

void
bf_checker_windows (BfChecker *self)
{
  make_covers (self);
  for (guint i = 0; i < self->n; i++)
    if (self->activities[i].kind == BF_ACTIVITY_CUTOVER)
      check_cutover (
          self, (guint) self->activities[i].step, self->activities[i].part, &self->placings[i]);
  check_limit (self);
  for (guint i = 0; i < self->n; i++)
    for (guint j = i + 1; is_core_cutover (self, i) && j < self->n; j++)
      if (is_core_cutover (self, j) && self->activities[i].step != self->activities[j].step)
        check_core_pair (self, i, j);
}
