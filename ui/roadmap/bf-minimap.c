/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-minimap.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 48.0

struct _BfMinimap
{
  BfStrip parent_instance;
  BfLaneLayout *layout;
  const BfRoadmap *of; /* what the layout was made for */
  int of_width;
  double grip; /* days between the pointer and the middle of the frame */
};

G_DEFINE_FINAL_TYPE (BfMinimap, bf_minimap, BF_TYPE_STRIP)

static BfRoadmapView *
view_of (BfMinimap *map)
{
  return bf_strip_get_view (BF_STRIP (map));
}

static double
map_width (BfMinimap *map)
{
  return bf_strip_field_width (BF_STRIP (map));
}

static BfTimeAxis
whole_axis (BfMinimap *map, const BfRoadmap *roadmap, gint64 today)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  gint64 first, last;

  bf_lane_layout_range (roadmap, today, &first, &last);
  if (plant && plant->start != BF_BLANK && plant->horizon_years != BF_BLANK)
    last = MAX (last, bf_day_add_months (plant->start, 12 * (int) plant->horizon_years));
  return bf_time_axis_fit (first, last, map_width (map));
}

static void
ensure_layout (BfMinimap *map)
{
  const BfRoadmap *roadmap = bf_roadmap_view_get_roadmap (view_of (map));
  const BfLaneLayout *seen = bf_roadmap_view_get_layout (view_of (map));
  int width = gtk_widget_get_width (GTK_WIDGET (map));
  BfLaneOptions options = { 0 };

  if (map->layout && map->of == roadmap && map->of_width == width)
    return;
  g_clear_pointer (&map->layout, bf_lane_layout_free);
  map->of = roadmap;
  map->of_width = width;
  if (!roadmap)
    return;
  options.selected = -1;
  options.today = seen ? seen->today : BF_BLANK;
  options.measure = bf_timeline_text_measure;
  options.measure_data = bf_strip_get_text (BF_STRIP (map));
  map->layout = bf_lane_layout_new (roadmap, whole_axis (map, roadmap, options.today), &options);
}

static void
paint (BfStrip *strip, BfRoadmapPaint *paint)
{
  BfMinimap *map = BF_MINIMAP (strip);
  gint64 from, to;

  ensure_layout (map);
  bf_paint_level (paint, BF_COLOR_BORDER, 0, BF_LANE_HEAD_WIDTH + map_width (map), 0);
  bf_paint_words (
      paint, _ ("Whole plan"), BF_TEXT_STRIP, BF_COLOR_INK2, BF_STRIP_CAPTION_INSET, HEIGHT / 2);
  if (!map->layout || !bf_roadmap_view_get_visible_days (view_of (map), &from, &to))
    return;
  paint->layout = map->layout;
  cairo_translate (paint->cr, BF_LANE_HEAD_WIDTH, 1);
  bf_roadmap_paint_minimap (paint,
                            map_width (map),
                            HEIGHT - 1,
                            MAX (0, bf_time_axis_x (map->layout->axis, from)),
                            MIN (map_width (map), bf_time_axis_x (map->layout->axis, to + 1)));
}

static double
height (BfStrip *strip)
{
  return HEIGHT;
}

/* --- Dragging the frame --- */

static gint64
day_at (BfMinimap *map, double x)
{
  return bf_time_axis_day (map->layout->axis,
                           x / bf_strip_magnify (BF_STRIP (map)) - BF_LANE_HEAD_WIDTH);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, BfMinimap *map)
{
  gint64 from, to, day;

  if (!map->layout || !bf_roadmap_view_get_visible_days (view_of (map), &from, &to))
    return;
  day = day_at (map, x);
  map->grip = 0;
  if (day >= from && day <= to)
    map->grip = (double) (from + to) / 2 - (double) day;
  else
    bf_roadmap_view_show_day (view_of (map), day);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, BfMinimap *map)
{
  double x, y;

  if (!map->layout || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  bf_roadmap_view_show_day (view_of (map), day_at (map, x + dx) + (gint64) map->grip);
}

static void
finalize (GObject *object)
{
  BfMinimap *map = BF_MINIMAP (object);

  g_clear_pointer (&map->layout, bf_lane_layout_free);
  G_OBJECT_CLASS (bf_minimap_parent_class)->finalize (object);
}

static void
bf_minimap_class_init (BfMinimapClass *klass)
{
  BfStripClass *strip_class = BF_STRIP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  strip_class->ground = BF_COLOR_WINDOW;
  strip_class->height = height;
  strip_class->paint = paint;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "minimap");
}

static void
bf_minimap_init (BfMinimap *map)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (map),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Whole plan, with the part that is seen"),
                                  -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), map);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), map);
  gtk_widget_add_controller (GTK_WIDGET (map), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
bf_minimap_new (BfRoadmapView *view)
{
  return bf_strip_new (BF_TYPE_MINIMAP, view);
}
