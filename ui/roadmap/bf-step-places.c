/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-places.h"

#include <glib/gi18n-lib.h>

#include "bf-plan-defaults.h"
#include "bf-step-earliest.h"

static gint64
plan_first_minute (const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);

  return plant && plant->start != BF_BLANK ? bf_day_minute (plant->start) : G_MININT64;
}

/* The areas that the first cutover stops, as indices. */
static GArray *
cutover_areas (const BfRoadmap *roadmap, const BfRoadmapCutover *cutover)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; cutover->areas && cutover->areas[i]; i++)
    {
      int area = bf_plan_index (roadmap->plan, BF_AREA, cutover->areas[i]);

      if (area >= 0)
        g_array_append_val (areas, area);
    }
  return areas;
}

static BfOpenings *
openings_for (const BfRoadmap *roadmap, const BfRoadmapStep *step, const BfRoadmapCutover *cutover)
{
  static const int no_area = -1;
  g_autoptr (GArray) areas = cutover_areas (roadmap, cutover);
  const GArray *systems = step->step->systems;
  const int *list = areas->len > 0 ? (const int *) (gpointer) areas->data : &no_area;

  return bf_calendar_openings (roadmap->calendar,
                               list,
                               MAX (1, areas->len),
                               systems ? (const int *) (gpointer) systems->data : NULL,
                               systems ? systems->len : 0,
                               cutover->finish - cutover->start);
}

static gboolean
needs_opening (const BfRoadmapStep *step)
{
  return step->n_cutovers > 0 && step->cutovers[0].placement == BF_PLACEMENT_OPENING;
}

GArray *
bf_step_places (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (BfStepPlace));
  g_autoptr (BfOpenings) openings = NULL;
  gint64 first = plan_first_minute (roadmap);
  gint64 last = bf_plan_horizon_end (roadmap->plan);

  if (!needs_opening (step) || !step->step || !roadmap->calendar)
    return places;
  openings = openings_for (roadmap, step, &step->cutovers[0]);
  for (guint i = 0; i < openings->n; i++)
    {
      const BfStretch *stretch = openings->stretch[i * openings->n_areas];
      BfStepPlace place = { openings->start[i], openings->end[i] };

      place.current =
          place.start <= step->cutovers[0].start && step->cutovers[0].finish <= place.end;
      place.window = stretch->window;
      place.occurrence = stretch->occurrence;
      if (place.start >= first && bf_minute_day (place.start) <= last)
        g_array_append_val (places, place);
    }
  return places;
}

/* --- Where something was dropped --- */

static gboolean
is_frozen (const BfRoadmap *roadmap, const GArray *areas, gint64 day)
{
  if (areas->len == 0)
    return bf_calendar_freeze (roadmap->calendar, -1, day) >= 0;
  for (guint i = 0; i < areas->len; i++)
    if (bf_calendar_freeze (roadmap->calendar, g_array_index (areas, int, i), day) >= 0)
      return TRUE;
  return FALSE;
}

/* The window that is open, or frozen, for an area of the cutover at that minute. */
static const BfStretch *
stretch_at (const BfRoadmap *roadmap, const GArray *areas, gint64 minute)
{
  guint n_areas = MAX (1, areas->len);

  for (guint i = 0; i < n_areas; i++)
    {
      int area = areas->len > 0 ? g_array_index (areas, int, i) : -1;
      guint n = 0;
      const BfStretch *all = bf_calendar_stretches (roadmap->calendar, area, &n);

      for (guint k = 0; k < n && all[k].start <= minute; k++)
        if (minute < all[k].end)
          return &all[k];
    }
  return NULL;
}

static char *
too_short (const BfRoadmap *roadmap, const BfRoadmapCutover *cutover, const BfStretch *stretch)
{
  const char *name =
      bf_calendar_window_name (roadmap->calendar, stretch->window, stretch->occurrence);
  double open = (double) (stretch->end - stretch->start) / 60;
  double needed = (double) (cutover->finish - cutover->start) / 60;

  if (open < needed)
    /* Translators: name of a window, hours that it is open, hours that a cutover needs. */
    return g_strdup_printf (
        _ ("%s is open for %.0f h, the cutover needs %.0f h."), name, open, needed);
  /* Translators: name of a window. */
  return g_strdup_printf (_ ("%s is not open to all that the cutover touches."), name);
}

static char *
frozen_by (const BfRoadmap *roadmap, const GArray *areas, gint64 day)
{
  guint n_areas = MAX (1, areas->len);

  for (guint i = 0; i < n_areas; i++)
    {
      int area = areas->len > 0 ? g_array_index (areas, int, i) : -1;
      int window = bf_calendar_freeze (roadmap->calendar, area, day);

      if (window >= 0)
        /* Translators: name of a freeze. */
        return g_strdup_printf (_ ("%s allows no cutover."),
                                bf_calendar_window_name (roadmap->calendar, window, BF_BLANK));
    }
  return NULL;
}

static gint64
minutes_off (const BfStepPlace *place, gint64 minute)
{
  return minute < place->start ? place->start - minute : MAX (0, minute - place->end + 1);
}

static int
nearest_place (const GArray *places, gint64 minute)
{
  int nearest = -1;

  for (guint i = 0; i < places->len; i++)
    if (nearest < 0 || minutes_off (&g_array_index (places, BfStepPlace, i), minute) <
                           minutes_off (&g_array_index (places, BfStepPlace, nearest), minute))
      nearest = (int) i;
  return nearest;
}

static char *
why_no_day (const BfRoadmap *roadmap, const GArray *areas, gint64 day)
{
  g_autofree char *text = bf_day_text (day);

  if (!bf_calendar_is_working (roadmap->calendar, day))
    /* Translators: a day. */
    return g_strdup_printf (_ ("Nobody works on %s."), text);
  return frozen_by (roadmap, areas, day);
}

/* Why no cutover may begin at that minute whatever its opening; NULL: it may. */
static char *
why_never (const BfRoadmap *roadmap, const BfRoadmapStep *step, gint64 minute)
{
  gint64 built = bf_step_build_could_end (roadmap, step);
  gint64 last = bf_plan_horizon_end (roadmap->plan);
  g_autofree char *text = NULL;

  if (bf_minute_day (minute) > last)
    {
      text = bf_day_text (last);
      /* Translators: a day. */
      return g_strdup_printf (_ ("The plan ends on %s."), text);
    }
  if (minute >= plan_first_minute (roadmap) && bf_minute_day (minute) <= built)
    {
      text = bf_day_text (built);
      /* Translators: a day. */
      return g_strdup_printf (_ ("Begun with the plan, the build would end on %s."), text);
    }
  if (minute >= plan_first_minute (roadmap))
    return NULL;
  text = bf_day_text (bf_minute_day (plan_first_minute (roadmap)));
  /* Translators: a day. */
  return g_strdup_printf (_ ("The plan begins on %s."), text);
}

/* A weekend that is too short is nothing that one would aim at: the nearest place wins. */
static char *
find_place (const BfRoadmap *roadmap,
            const BfRoadmapCutover *cutover,
            const GArray *areas,
            const GArray *places,
            gint64 minute,
            gint64 within,
            int *found)
{
  const BfStretch *stretch = stretch_at (roadmap, areas, minute);

  *found = nearest_place (places, minute);
  if (*found < 0)
    return g_strdup (_ ("No window inside the plan is long enough for the cutover."));
  if (minutes_off (&g_array_index (places, BfStepPlace, *found), minute) <= within)
    return NULL;
  if (stretch && stretch->shutdown)
    return too_short (roadmap, cutover, stretch);
  return frozen_by (roadmap, areas, bf_minute_day (minute));
}

gboolean
bf_step_place_near (const BfRoadmap *roadmap,
                    const BfRoadmapStep *step,
                    const GArray *places,
                    gint64 minute,
                    gint64 within,
                    gint64 *start,
                    int *place,
                    char **why_not)
{
  const BfRoadmapCutover *cutover = &step->cutovers[0];
  g_autoptr (GArray) areas = cutover_areas (roadmap, cutover);
  gint64 day = bf_minute_day (minute);
  g_autofree char *why = why_never (roadmap, step, minute);
  int found = -1;

  if (!why && needs_opening (step))
    why = find_place (roadmap, cutover, areas, places, minute, within, &found);
  else if (!why)
    why = why_no_day (roadmap, areas, day);
  if (found >= 0)
    *start = g_array_index (places, BfStepPlace, found).start;
  else
    *start = bf_day_minute (day) + cutover->start - bf_day_minute (bf_minute_day (cutover->start));
  if (place)
    *place = why ? -1 : found;
  if (why_not)
    *why_not = g_steal_pointer (&why);
  return why_not ? *why_not == NULL : why == NULL;
}

/* --- The one before, the one after --- */

/* Several openings may hold the cutover as it stands: none of them is another one. */
static gboolean
find_opening (const GArray *places, const BfRoadmapCutover *cutover, int direction, gint64 *minute)
{
  gboolean found = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      const BfStepPlace *place = &g_array_index (places, BfStepPlace, i);
      gint64 start = place->start;

      if (place->current || (direction > 0 ? start <= cutover->start : start >= cutover->start))
        continue;
      if (!found || (direction > 0 ? start < *minute : start > *minute))
        *minute = start;
      found = TRUE;
    }
  return found;
}

static gboolean
find_working_day (const BfRoadmap *roadmap,
                  const BfRoadmapCutover *cutover,
                  int direction,
                  gint64 *minute)
{
  g_autoptr (GArray) areas = cutover_areas (roadmap, cutover);
  gint64 of_day = cutover->start - bf_day_minute (bf_minute_day (cutover->start));
  gint64 day = bf_minute_day (cutover->start) + direction;

  while (day > bf_calendar_first_day (roadmap->calendar) &&
         day < bf_calendar_last_day (roadmap->calendar))
    {
      if (bf_calendar_is_working (roadmap->calendar, day) && !is_frozen (roadmap, areas, day))
        {
          *minute = bf_day_minute (day) + of_day;
          return *minute >= plan_first_minute (roadmap);
        }
      day += direction;
    }
  return FALSE;
}

gboolean
bf_step_next_opening (const BfRoadmap *roadmap,
                      const BfRoadmapStep *step,
                      int direction,
                      gint64 *minute)
{
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (roadmap && step && minute, FALSE);
  if (step->n_cutovers == 0 || !step->step || !roadmap->calendar)
    return FALSE;
  if (!needs_opening (step))
    return find_working_day (roadmap, &step->cutovers[0], direction, minute);
  places = bf_step_places (roadmap, step);
  return find_opening (places, &step->cutovers[0], direction, minute);
}
