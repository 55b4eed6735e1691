/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mini-timeline.h"

#include <math.h>
#include <string.h>

/* Shorter shutdowns would be hairs at this scale. */
#define MIN_BAND_DAYS 7
#define MIN_BAND_WIDTH 3
#define NAME_GAP 6
#define MIN_RIBBON 36

static void
clear_band (gpointer data)
{
  g_free (((BfMiniBand *) data)->name);
}

static gint64
last_day (const BfRoadmap *roadmap)
{
  gint64 last = roadmap->finish.p90;
  guint i;

  for (i = 0; i < roadmap->n_steps; i++)
    last = MAX (last, roadmap->steps[i].finish);
  return last;
}

static gint64
first_day (const BfRoadmap *roadmap, gint64 today)
{
  gint64 first = today;
  guint i;

  for (i = 0; i < roadmap->n_steps; i++)
    first = i == 0 ? roadmap->steps[0].start : MIN (first, roadmap->steps[i].start);
  return first;
}

static void
lay_out_years (BfMiniTimeline *self)
{
  int year, month, day;

  bf_day_to_civil (self->axis.first_day, &year, &month, &day);
  for (;; year++)
    {
      BfMiniYear mark = { .year = year };
      gint64 begin = MAX (bf_day_from_civil (year, 1, 1), self->axis.first_day);

      if (begin > self->axis.last_day)
        return;
      mark.x = bf_time_axis_x (self->axis, begin);
      g_array_append_val (self->years, mark);
    }
}

/* Gates may fall on one day; a ribbon is then a mark and no measure, wide enough for its number. */
static double
end_of_ribbon (const BfMiniTimeline *self, gint64 day, double from, guint behind)
{
  double end = MAX (bf_time_axis_x (self->axis, day + 1), from + MIN_RIBBON);

  return MIN (end, self->width - behind * MIN_RIBBON);
}

/* Ribbons in the order of their gates: a phase may end after the one that follows it. */
static void
lay_out_phases (BfMiniTimeline *self, const BfRoadmap *roadmap)
{
  g_autoptr (GArray) ends = bf_roadmap_phase_ends (roadmap);
  double x = 0;
  guint i;

  for (i = 0; i < ends->len; i++)
    {
      const BfPhaseEnd *end = &g_array_index (ends, BfPhaseEnd, i);
      BfMiniPhase box = { .x = x, .phase = (int) end->phase };

      if (roadmap->phases[end->phase].n_steps == 0)
        continue;
      x = end_of_ribbon (self, end->end, x, ends->len - 1 - i);
      box.width = x - box.x;
      box.has_gate = roadmap->phases[end->phase].gate != BF_BLANK;
      g_array_append_val (self->phases, box);
    }
}

/* "Summer" of "Summer shutdown 2028, special processes". */
static char *
first_word (const char *name)
{
  return g_strndup (name, strcspn (name, " ,"));
}

static gboolean
covers (GArray *bands, double x)
{
  guint i;

  for (i = 0; i < bands->len; i++)
    {
      const BfMiniBand *band = &g_array_index (bands, BfMiniBand, i);

      if (x >= band->x - 1 && x < band->x + band->width + 1)
        return TRUE;
    }
  return FALSE;
}

static void
add_band (BfMiniTimeline *self, const BfWindow *window)
{
  gint64 from = bf_minute_day (window->start), to = bf_minute_day (window->end);
  BfMiniBand band = { .name = NULL };

  if (to - from + 1 < MIN_BAND_DAYS || from < self->axis.first_day || from > self->axis.last_day)
    return;
  band.x = bf_time_axis_x (self->axis, from);
  band.width = MAX (bf_time_axis_x (self->axis, to + 1) - band.x, MIN_BAND_WIDTH);
  if (covers (self->bands, band.x))
    return;
  band.name = first_word (window->name != NULL ? window->name : window->row.key);
  g_array_append_val (self->bands, band);
}

static int
by_x (gconstpointer a, gconstpointer b)
{
  const BfMiniBand *first = a, *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

/* A name that would come too close to the one before it, or leave the card, is left out. */
static void
drop_names (BfMiniTimeline *self, BfMeasureText measure, gpointer data)
{
  double end = -NAME_GAP;
  guint i;

  for (i = 0; i < self->bands->len; i++)
    {
      BfMiniBand *band = &g_array_index (self->bands, BfMiniBand, i);
      double half = measure (band->name, BF_TEXT_STRIP, data) / 2;
      double middle = band->x + band->width / 2;

      if (middle - half < end + NAME_GAP || middle + half > self->width)
        g_clear_pointer (&band->name, g_free);
      else
        end = middle + half;
    }
}

static void
lay_out_bands (BfMiniTimeline *self, const BfPlan *plan, BfMeasureText measure, gpointer data)
{
  guint i;

  for (i = 0; i < bf_plan_count (plan, BF_WINDOW); i++)
    {
      const BfWindow *window = BF_ROW (plan, WINDOW, BfWindow, i);

      if (window->kind == BF_WINDOW_SHUTDOWN && window->repeats == BF_BLANK &&
          window->start != BF_BLANK && window->end != BF_BLANK)
        add_band (self, window);
    }
  g_array_sort (self->bands, by_x);
  drop_names (self, measure, data);
}

static int
by_start (gconstpointer a, gconstpointer b)
{
  const BfRoadmapStep *first = *(const BfRoadmapStep *const *) a;
  const BfRoadmapStep *second = *(const BfRoadmapStep *const *) b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->key, second->key);
}

static void
lay_out_step (BfMiniTimeline *self, const BfRoadmapStep *step, double y)
{
  BfMiniStep line = { .y = y };
  guint i;

  line.from = bf_time_axis_x (self->axis, step->start);
  line.release = bf_time_axis_x (self->axis, step->finish + 1);
  line.cutover = line.release;
  if (step->n_cutovers > 0)
    {
      line.cutover = bf_time_axis_minute_x (self->axis, step->cutovers[0].start);
      line.proves = TRUE;
    }
  g_array_append_val (self->steps, line);
  for (i = 0; i < step->n_cutovers; i++)
    {
      BfMiniPost post = { bf_time_axis_minute_x (self->axis, step->cutovers[i].start), y };

      g_array_append_val (self->posts, post);
    }
}

static void
lay_out_steps (BfMiniTimeline *self, const BfRoadmap *roadmap)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint i;

  for (i = 0; i < roadmap->n_steps; i++)
    g_ptr_array_add (order, (gpointer) &roadmap->steps[i]);
  g_ptr_array_sort (order, by_start);
  self->pitch = (self->bottom - self->top) / MAX (order->len, 1);
  for (i = 0; i < order->len; i++)
    lay_out_step (self, order->pdata[i], self->top + self->pitch * (i + 0.5));
}

static void
place_finish (BfMiniTimeline *self, const BfRoadmap *roadmap)
{
  self->p50 = self->p80 = self->p90 = NAN;
  if (roadmap->draws.n_draws == 0)
    return;
  self->p50 = bf_time_axis_x (self->axis, roadmap->finish.p50);
  self->p80 = bf_time_axis_x (self->axis, roadmap->finish.p80);
  self->p90 = bf_time_axis_x (self->axis, roadmap->finish.p90);
}

BfMiniTimeline *
bf_mini_timeline_new (const BfRoadmap *roadmap,
                      gint64 today,
                      double width,
                      double height,
                      BfMeasureText measure,
                      gpointer data)
{
  BfMiniTimeline *self = g_new0 (BfMiniTimeline, 1);
  gint64 first = first_day (roadmap, today), last = MAX (last_day (roadmap), first + 30);

  /* A twentieth of air behind the finish, for its whisker and its name. */
  last += (last - first) / 20;
  self->width = width;
  self->height = height;
  self->axis = (BfTimeAxis){ first, last, width / (double) (last - first + 1) };
  self->top = BF_MINI_YEAR_ROW + BF_MINI_PHASE_ROW + 6;
  self->bottom = height - BF_MINI_NAME_ROW - 6;
  self->years = g_array_new (FALSE, FALSE, sizeof (BfMiniYear));
  self->phases = g_array_new (FALSE, FALSE, sizeof (BfMiniPhase));
  self->bands = g_array_new (FALSE, FALSE, sizeof (BfMiniBand));
  self->steps = g_array_new (FALSE, FALSE, sizeof (BfMiniStep));
  self->posts = g_array_new (FALSE, FALSE, sizeof (BfMiniPost));
  g_array_set_clear_func (self->bands, clear_band);
  lay_out_years (self);
  lay_out_phases (self, roadmap);
  lay_out_bands (self, roadmap->plan, measure, data);
  lay_out_steps (self, roadmap);
  self->today = today >= first && today <= last ? bf_time_axis_x (self->axis, today) : NAN;
  place_finish (self, roadmap);
  return self;
}

void
bf_mini_timeline_free (BfMiniTimeline *timeline)
{
  g_array_unref (timeline->years);
  g_array_unref (timeline->phases);
  g_array_unref (timeline->bands);
  g_array_unref (timeline->steps);
  g_array_unref (timeline->posts);
  g_free (timeline);
}
