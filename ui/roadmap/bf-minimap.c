/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-minimap.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-roadmap-paint.h"
#include "bf-timeline-colors-widget.h"

#define HEIGHT 48
#define CAPTION_INSET 13.0

struct _BfMinimap
{
  GtkWidget parent_instance;
  BfRoadmapView *view; /* borrowed: they live in one page */
  BfLaneLayout *layout;
  const BfRoadmap *of; /* what the layout was made for */
  int of_width;
  BfTimelineText *text;
  BfTimelineColors colors;
  double grip; /* days between the pointer and the middle of the frame */
};

G_DEFINE_FINAL_TYPE (BfMinimap, bf_minimap, GTK_TYPE_WIDGET)

static double
magnify (BfMinimap *map)
{
  return bf_roadmap_view_get_magnify (map->view);
}

static double
map_width (BfMinimap *map)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (map)) / magnify (map) - BF_LANE_HEAD_WIDTH);
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
  const BfRoadmap *roadmap = bf_roadmap_view_get_roadmap (map->view);
  const BfLaneLayout *seen = bf_roadmap_view_get_layout (map->view);
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
  options.measure_data = map->text;
  map->layout = bf_lane_layout_new (roadmap, whole_axis (map, roadmap, options.today), &options);
}

static void
paint_map (BfMinimap *map, cairo_t *cr)
{
  BfRoadmapPaint paint = { 0 };
  gint64 from, to;

  paint.cr = cr;
  paint.colors = &map->colors;
  paint.text = map->text;
  paint.roadmap = map->of;
  paint.layout = map->layout;
  paint.high_contrast = bf_timeline_high_contrast ();
  cairo_scale (cr, magnify (map), magnify (map));
  bf_paint_level (&paint, BF_COLOR_BORDER, 0, BF_LANE_HEAD_WIDTH + map_width (map), 0);
  bf_paint_words (
      &paint, _ ("Whole plan"), BF_TEXT_STRIP, BF_COLOR_INK2, CAPTION_INSET, HEIGHT / 2.0);
  if (!map->layout || !bf_roadmap_view_get_visible_days (map->view, &from, &to))
    return;
  cairo_translate (cr, BF_LANE_HEAD_WIDTH, 1);
  bf_roadmap_paint_minimap (&paint,
                            map_width (map),
                            HEIGHT - 1,
                            MAX (0, bf_time_axis_x (map->layout->axis, from)),
                            MIN (map_width (map), bf_time_axis_x (map->layout->axis, to + 1)));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfMinimap *map = BF_MINIMAP (widget);
  graphene_rect_t box = GRAPHENE_RECT_INIT (
      0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  GdkRGBA ground;
  cairo_t *cr;

  ensure_layout (map);
  bf_timeline_colors_for (widget, &map->colors);
  ground = bf_color_to_rgba (map->colors.of[BF_COLOR_WINDOW]);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  paint_map (map, cr);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;
  double by = magnify (BF_MINIMAP (widget));

  *minimum = (int) ceil (by * (upright ? HEIGHT : BF_LANE_HEAD_WIDTH)) + (upright ? 0 : 100);
  *natural = MAX (*minimum, upright ? 0 : 600);
}

/* --- Dragging the frame --- */

static gint64
day_at (BfMinimap *map, double x)
{
  return bf_time_axis_day (map->layout->axis, x / magnify (map) - BF_LANE_HEAD_WIDTH);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, BfMinimap *map)
{
  gint64 from, to, day;

  if (!map->layout || !bf_roadmap_view_get_visible_days (map->view, &from, &to))
    return;
  day = day_at (map, x);
  map->grip = 0;
  if (day >= from && day <= to)
    map->grip = (double) (from + to) / 2 - (double) day;
  else
    bf_roadmap_view_show_day (map->view, day);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, BfMinimap *map)
{
  double x, y;

  if (!map->layout || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  bf_roadmap_view_show_day (map->view, day_at (map, x + dx) + (gint64) map->grip);
}

static void
view_changed_cb (BfRoadmapView *view, BfMinimap *map)
{
  gtk_widget_queue_draw (GTK_WIDGET (map));
}

static void
finalize (GObject *object)
{
  BfMinimap *map = BF_MINIMAP (object);

  g_clear_pointer (&map->layout, bf_lane_layout_free);
  g_clear_pointer (&map->text, bf_timeline_text_free);
  G_OBJECT_CLASS (bf_minimap_parent_class)->finalize (object);
}

static void
bf_minimap_class_init (BfMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bf_minimap_init (BfMinimap *map)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  map->text = bf_timeline_text_new (gtk_widget_get_pango_context (GTK_WIDGET (map)));
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
  BfMinimap *map = g_object_new (BF_TYPE_MINIMAP, NULL);

  map->view = view;
  g_signal_connect_object (view, "view-changed", G_CALLBACK (view_changed_cb), map, 0);
  return GTK_WIDGET (map);
}
