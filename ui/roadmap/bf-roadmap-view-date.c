/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The date cursor of the timeline: a line through the lanes and a pill in the ruler. */

#include "bf-roadmap-view-private.h"

#include <math.h>

#include "bf-date-cursor.h"

static BfRect
pill_box (BfRoadmapView *view)
{
  double seen = gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view)));
  double width = bf_date_cursor_get_width (BF_DATE_CURSOR (view->cursor));
  double x = bf_time_axis_x (view->axis, view->date) - floor (seen);
  double left = CLAMP (x - width / 2, 0, bf_roadmap_view_field_width (view) - width);

  return (BfRect){ floor (BF_LANE_HEAD_WIDTH + left),
                   (BF_HEADER_MAJOR - BF_DATE_CURSOR_HEIGHT) / 2,
                   width,
                   BF_DATE_CURSOR_HEIGHT };
}

/* Out of sight, for the field has scrolled away from it. */
static gboolean
is_aside (BfRoadmapView *view)
{
  double seen = gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view)));
  double x = bf_time_axis_x (view->axis, view->date) - seen;

  return x < -1 || x > bf_roadmap_view_field_width (view) + 1;
}

BfRect
bf_roadmap_view_date_pill (BfRoadmapView *view)
{
  BfRect none = { -1e6, 0, 0, 0 };

  return view->date == BF_BLANK || is_aside (view) ? none : pill_box (view);
}

void
bf_roadmap_view_place_date (BfRoadmapView *view)
{
  gboolean shown = view->date != BF_BLANK && view->layout && !is_aside (view);
  BfRect box;

  gtk_widget_set_child_visible (view->cursor, shown);
  if (!shown)
    return;
  box = pill_box (view);
  bf_roadmap_view_place_child (view, view->cursor, &box);
}

static void
move_to (BfRoadmapView *view, gint64 day)
{
  day = CLAMP (day, view->first_day, view->last_day);
  if (day == view->date)
    return;
  bf_roadmap_view_set_date (view, day);
  g_signal_emit_by_name (view, "date-moved", day);
}

static void
moved_cb (BfDateCursor *cursor, gint64 day, BfRoadmapView *view)
{
  move_to (view, day);
  bf_roadmap_view_reveal_date (view);
}

void
bf_roadmap_view_drag_date (BfRoadmapView *view, double x)
{
  double field = x / view->magnify - BF_LANE_HEAD_WIDTH;

  move_to (view,
           bf_time_axis_day (
               view->axis, field + gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view)))));
}

void
bf_roadmap_view_set_date (BfRoadmapView *view, gint64 day)
{
  g_return_if_fail (BF_IS_ROADMAP_VIEW (view));
  view->date = day;
  gtk_widget_set_visible (view->cursor, day != BF_BLANK);
  if (day != BF_BLANK)
    {
      bf_date_cursor_set_day (BF_DATE_CURSOR (view->cursor), day);
      bf_date_cursor_set_range (BF_DATE_CURSOR (view->cursor), view->first_day, view->last_day);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (view));
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

gint64
bf_roadmap_view_get_date (BfRoadmapView *view)
{
  return view->date;
}

void
bf_roadmap_view_reveal_date (BfRoadmapView *view)
{
  if (view->date != BF_BLANK && view->layout && is_aside (view))
    bf_roadmap_view_show_day (view, view->date);
}

void
bf_roadmap_view_focus_date (BfRoadmapView *view)
{
  if (view->date == BF_BLANK)
    return;
  bf_roadmap_view_reveal_date (view);
  bf_roadmap_view_place_date (view);
  gtk_widget_grab_focus (view->cursor);
}

void
bf_roadmap_view_init_date (BfRoadmapView *view)
{
  view->cursor = bf_date_cursor_new (view->text, &view->colors);
  gtk_widget_set_visible (view->cursor, FALSE);
  gtk_widget_set_parent (view->cursor, GTK_WIDGET (view));
  g_signal_connect (view->cursor, "moved", G_CALLBACK (moved_cb), view);
}
