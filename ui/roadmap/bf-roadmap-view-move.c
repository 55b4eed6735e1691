/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging a cutover to another opening: where it could stand is shown while it is dragged, and
 * under the pointer where it would begin, or why it cannot. */

#include "bf-roadmap-view-private.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-step-earliest.h"

#define REACH_PX 8.0 /* an opening that near to the pointer is meant */
#define EDGE_PX 24.0 /* nearer to the edge the field scrolls */
#define EDGE_SCROLL_PX 12.0

gboolean
bf_roadmap_view_begin_move (BfRoadmapView *view, int step)
{
  const BfRoadmapStep *of = step < 0 ? NULL : &view->roadmap->steps[step];

  if (!of || of->n_cutovers == 0 || !of->step || !view->roadmap->calendar)
    return FALSE;
  view->moving = step;
  view->places = bf_step_places (view->roadmap, of);
  view->move_to = of->cutovers[0].start;
  view->move_at = of->cutovers[0].start;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (view), "grabbing");
  return TRUE;
}

/* "Summer shutdown 2029, 21 Jul 2029, 06:00"; before where it stands also, in a second line, who
 * would have to give way. */
static char *
words_of_place (BfRoadmapView *view, int place)
{
  const BfRoadmapStep *step = &view->roadmap->steps[view->moving];
  g_autofree char *when = bf_format_minute (view->move_to);
  g_autofree char *kept =
      view->move_to < step->cutovers[0].start ? bf_step_kept_by (view->roadmap, step) : NULL;
  const BfStepPlace *of = place < 0 ? NULL : &g_array_index (view->places, BfStepPlace, place);
  const char *window =
      of ? bf_calendar_window_name (view->roadmap->calendar, of->window, of->occurrence) : NULL;
  g_autofree char *where = window ? g_strdup_printf ("%s, %s", window, when) : g_strdup (when);

  if (!kept)
    return g_steal_pointer (&where);
  /* Translators: a place on the timeline, then the sentence of what holds the step today. */
  return g_strdup_printf (_ ("%s\nThis has to give way: %s"), where, kept);
}

static void
scroll_at_edge (BfRoadmapView *view, double x)
{
  double value = gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view)));

  if (x < EDGE_PX)
    gtk_adjustment_set_value (bf_canvas_across (BF_CANVAS (view)), value - EDGE_SCROLL_PX);
  else if (x > bf_roadmap_view_field_width (view) - EDGE_PX)
    gtk_adjustment_set_value (bf_canvas_across (BF_CANVAS (view)), value + EDGE_SCROLL_PX);
}

void
bf_roadmap_view_update_move (BfRoadmapView *view, double x)
{
  double field = x / view->magnify - BF_LANE_HEAD_WIDTH;
  double at = field + gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view)));
  double minutes_a_px = 24 * 60 / view->axis.px_per_day;
  g_autofree char *why_not = NULL;
  gint64 start;
  int place = -1;

  if (view->moving < 0)
    return;
  view->move_at = bf_day_minute (view->axis.first_day) + (gint64) (at * minutes_a_px);
  g_clear_pointer (&view->move_words, g_free);
  if (bf_step_place_near (view->roadmap,
                          &view->roadmap->steps[view->moving],
                          view->places,
                          view->move_at,
                          (gint64) (REACH_PX * minutes_a_px),
                          &start,
                          &place,
                          &why_not))
    {
      view->move_to = start;
      view->move_words = words_of_place (view, place);
    }
  else
    {
      view->move_to = BF_BLANK;
      view->move_words = g_steal_pointer (&why_not);
    }
  scroll_at_edge (view, field);
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

void
bf_roadmap_view_end_move (BfRoadmapView *view, gboolean cancel)
{
  g_autofree char *words = g_steal_pointer (&view->move_words);
  gint64 minute = view->move_to;
  int step = view->moving;

  if (step < 0)
    return;
  view->moving = -1;
  g_clear_pointer (&view->places, g_array_unref);
  gtk_widget_set_cursor (GTK_WIDGET (view), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  if (cancel || !words)
    return;
  if (minute == BF_BLANK)
    g_signal_emit_by_name (view, "step-refused", words);
  else if (minute != view->roadmap->steps[step].cutovers[0].start)
    g_signal_emit_by_name (view, "step-moved", step, minute);
}
