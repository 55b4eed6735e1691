/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-format.h"
#include "bf-text-scale.h"
#include "bf-timeline-colors-widget.h"

#define KEEP_MARGIN 40.0 /* around a bar that is scrolled to */
#define KEY_SCROLL_SHARE 0.1
#define ROW_PITCH 25.0
#define LEAST_DAYS_WIDE 7 /* cannot zoom in further than this field */

enum
{
  STEP_ACTION,
  STEP_MOVED,
  STEP_REFUSED,
  PHASE_MENU,
  DATE_MOVED,
  LEAVE,
  VIEW_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BfRoadmapView, bf_roadmap_view, BF_TYPE_CANVAS)

double
bf_roadmap_view_field_width (BfRoadmapView *view)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (view)) / view->magnify - BF_LANE_HEAD_WIDTH);
}

double
bf_roadmap_view_field_height (BfRoadmapView *view)
{
  return MAX (1, gtk_widget_get_height (GTK_WIDGET (view)) / view->magnify - BF_HEADER_HEIGHT);
}

BfRect
bf_roadmap_view_get_seen (BfRoadmapView *view)
{
  return (BfRect){ gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view))),
                   gtk_adjustment_get_value (bf_canvas_down (BF_CANVAS (view))),
                   bf_roadmap_view_field_width (view),
                   bf_roadmap_view_field_height (view) };
}

/* --- The layout --- */

static void
update_shades (BfRoadmapView *view)
{
  BfColor tint = view->colors.of[BF_COLOR_BUILD_TINT];
  BfColor hue = view->colors.of[BF_COLOR_BUILD];

  g_clear_pointer (&view->shades, g_free);
  if (view->roadmap && view->scale && view->scale->n > 0)
    {
      view->shades = g_new0 (BfColor, view->roadmap->n_steps + 1);
      for (guint i = 0; i < view->roadmap->n_steps; i++)
        view->shades[i] =
            bf_color_mix (tint, hue, view->scale->of[i] / (double) (BF_SHADE_STEPS - 1));
    }
  view->scene.shades = view->shades;
}

static void
update_scene (BfRoadmapView *view)
{
  view->scene.roadmap = view->roadmap;
  view->scene.layout = view->layout;
  view->scene.colors = &view->colors;
  view->scene.text = view->text;
  view->scene.high_contrast = bf_timeline_high_contrast ();
}

static BfLaneOptions
lane_options (BfRoadmapView *view)
{
  BfLaneOptions options = { 0 };

  options.by = view->by;
  options.spread_height = view->fit ? bf_roadmap_view_field_height (view) : 0;
  options.selected = view->selected;
  options.shown = view->shown;
  options.today = view->today;
  options.baseline = view->baseline;
  options.measure = bf_timeline_text_measure;
  options.measure_data = view->text;
  return options;
}

static void
update_adjustments (BfRoadmapView *view)
{
  BfCanvas *canvas = BF_CANVAS (view);
  double width = bf_roadmap_view_field_width (view);

  bf_canvas_set_extent (canvas,
                        GTK_ORIENTATION_HORIZONTAL,
                        view->layout ? view->layout->width : 0,
                        width,
                        width * KEY_SCROLL_SHARE);
  bf_canvas_set_extent (canvas,
                        GTK_ORIENTATION_VERTICAL,
                        view->layout ? view->layout->height : 0,
                        bf_roadmap_view_field_height (view),
                        ROW_PITCH);
}

/* The whole plan at once: higher bars as long as all lanes stay in sight, lower ones when that
 * brings the last lane into sight. */
static void
choose_density (BfRoadmapView *view)
{
  BfLaneOptions options = lane_options (view);
  double room = bf_roadmap_view_field_height (view);
  BfLaneLayout *other;

  if (!view->fit || view->layout->folded)
    return;
  options.density = view->layout->height > room ? BF_DENSITY_COMPACT : BF_DENSITY_COMFORTABLE;
  other = bf_lane_layout_new (view->roadmap, view->axis, &options);
  if (other->height > room)
    {
      bf_lane_layout_free (other);
      return;
    }
  bf_lane_layout_free (view->layout);
  view->layout = other;
}

/* Makes the layout anew and lets the bars show it. Cheap enough for every change. */
static void
relayout (BfRoadmapView *view)
{
  BfLaneOptions options;

  g_clear_pointer (&view->layout, bf_lane_layout_free);
  g_clear_pointer (&view->routes, g_array_unref);
  if (view->roadmap && view->text && gtk_widget_get_width (GTK_WIDGET (view)) > 0)
    {
      if (view->fit || !view->has_axis)
        view->axis =
            bf_time_axis_fit (view->first_day, view->last_day, bf_roadmap_view_field_width (view));
      view->has_axis = TRUE;
      options = lane_options (view);
      view->layout = bf_lane_layout_new (view->roadmap, view->axis, &options);
      choose_density (view);
      view->routes = bf_lane_routes (view->layout, view->roadmap, view->selected);
    }
  update_scene (view);
  update_adjustments (view);
  bf_roadmap_view_sync_pool (view);
  gtk_widget_queue_allocate (GTK_WIDGET (view));
  gtk_widget_queue_draw (GTK_WIDGET (view));
  g_signal_emit (view, signals[VIEW_CHANGED], 0);
}

static void
scrolled (BfCanvas *canvas)
{
  bf_roadmap_view_sync_pool (BF_ROADMAP_VIEW (canvas));
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  g_signal_emit (canvas, signals[VIEW_CHANGED], 0);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (widget);
  double across = gtk_adjustment_get_page_size (bf_canvas_across (BF_CANVAS (view)));
  double down = gtk_adjustment_get_page_size (bf_canvas_down (BF_CANVAS (view)));
  gboolean same = view->layout && fabs (across - bf_roadmap_view_field_width (view)) < 0.5 &&
                  fabs (down - bf_roadmap_view_field_height (view)) < 0.5;

  if (!same)
    relayout (view);
  bf_roadmap_view_allocate_bars (view);
  bf_roadmap_view_place_date (view);
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
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double least = across ? BF_LANE_HEAD_WIDTH + 200 : BF_HEADER_HEIGHT + 80;

  *minimum = (int) (least * BF_ROADMAP_VIEW (widget)->magnify);
  *natural = MAX (*minimum, across ? 900 : 600);
}

static void
update_colors (BfRoadmapView *view)
{
  bf_timeline_colors_for (GTK_WIDGET (view), &view->colors);
  update_shades (view);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_queue_draw (child);
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (widget);

  GTK_WIDGET_CLASS (bf_roadmap_view_parent_class)->css_changed (widget, change);
  update_colors (view);
}

static void
realize (GtkWidget *widget)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (widget);

  GTK_WIDGET_CLASS (bf_roadmap_view_parent_class)->realize (widget);
  update_colors (view);
}

static void
text_scale_cb (BfRoadmapView *view)
{
  view->magnify = bf_text_scale (GTK_WIDGET (view));
  gtk_widget_queue_resize (GTK_WIDGET (view));
  relayout (view);
}

static void
follow_text_scale (BfRoadmapView *view)
{
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (view)),
                           "notify::gtk-xft-dpi",
                           G_CALLBACK (text_scale_cb),
                           view,
                           G_CONNECT_SWAPPED);
  view->magnify = bf_text_scale (GTK_WIDGET (view));
}

/* --- Focus --- */

/* The bars take one Tab, the date cursor the next. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  int step = view->selected;

  if (view->date != BF_BLANK && ((back && !child) || (forward && child && child != view->cursor)))
    {
      bf_roadmap_view_focus_date (view);
      return TRUE;
    }
  if (child && !(back && child == view->cursor))
    return FALSE;
  if (!view->layout || view->layout->n_bars == 0)
    return FALSE;
  if (step < 0 || view->layout->bar_of[step] < 0)
    step = view->layout->bars[0].step;
  bf_roadmap_view_focus_step (view, step);
  return TRUE;
}

static void
dispose (GObject *object)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (object);
  GtkWidget *child;

  view->roadmap = NULL;
  if (view->bars)
    g_hash_table_remove_all (view->bars);
  g_queue_clear (&view->spare);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (view))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bf_roadmap_view_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (object);

  g_clear_pointer (&view->layout, bf_lane_layout_free);
  g_clear_pointer (&view->routes, g_array_unref);
  g_clear_pointer (&view->scale, bf_shade_scale_free);
  g_clear_pointer (&view->text, bf_timeline_text_free);
  g_clear_pointer (&view->bars, g_hash_table_unref);
  g_free (view->shades);
  g_free (view->shown);
  g_free (view->today_text);
  g_free (view->move_words);
  g_clear_pointer (&view->places, g_array_unref);
  g_clear_pointer (&view->baseline, bf_baseline_dates_free);
  G_OBJECT_CLASS (bf_roadmap_view_parent_class)->finalize (object);
}

static void
add_signals (BfRoadmapViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[STEP_ACTION] = g_signal_new ("step-action",
                                       type,
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       2,
                                       G_TYPE_INT,
                                       G_TYPE_STRING);
  signals[STEP_MOVED] = g_signal_new ("step-moved",
                                      type,
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      2,
                                      G_TYPE_INT,
                                      G_TYPE_INT64);
  signals[STEP_REFUSED] = g_signal_new (
      "step-refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PHASE_MENU] = g_signal_new ("phase-menu",
                                      type,
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      3,
                                      G_TYPE_INT,
                                      G_TYPE_DOUBLE,
                                      G_TYPE_DOUBLE);
  signals[DATE_MOVED] = g_signal_new (
      "date-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LEAVE] =
      g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_CHANGED] =
      g_signal_new ("view-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bf_roadmap_view_class_init (BfRoadmapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BfCanvasClass *canvas_class = BF_CANVAS_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = bf_roadmap_view_snapshot;
  widget_class->css_changed = css_changed;
  widget_class->realize = realize;
  widget_class->query_tooltip = bf_roadmap_view_query_tooltip;
  widget_class->focus = focus;
  canvas_class->scrolled = scrolled;
  canvas_class->zoom = bf_roadmap_view_zoom;
  add_signals (klass);
  gtk_widget_class_set_css_name (widget_class, "roadmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bf_roadmap_view_init (BfRoadmapView *view)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));

  view->selected = -1;
  view->fit = TRUE;
  view->today = BF_BLANK;
  view->date = BF_BLANK;
  view->moving = -1;
  view->text = bf_timeline_text_new (context);
  view->bars = g_hash_table_new (NULL, NULL);
  g_queue_init (&view->spare);
  view->colors = *bf_timeline_colors_default (FALSE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline of the roadmap"), -1);
  follow_text_scale (view);
  bf_roadmap_view_init_date (view);
  bf_roadmap_view_init_input (view);
}

GtkWidget *
bf_roadmap_view_new (void)
{
  return g_object_new (BF_TYPE_ROADMAP_VIEW, NULL);
}

/* --- What is shown --- */

static void
update_today (BfRoadmapView *view, gint64 today)
{
  g_autofree char *day = today == BF_BLANK ? NULL : bf_format_day_of_year (today);

  view->today = today;
  g_clear_pointer (&view->today_text, g_free);
  if (day)
    /* Translators: the pill over the line of today, "Today 17 Mar". */
    view->today_text = g_strdup_printf (_ ("Today %s"), day);
}

static void
update_scale (BfRoadmapView *view, BfShadeBy by)
{
  g_clear_pointer (&view->scale, bf_shade_scale_free);
  if (view->roadmap)
    view->scale = bf_shade_scale_new (view->roadmap, by, bf_format_money_thousands);
  update_shades (view);
}

void
bf_roadmap_view_set_roadmap (BfRoadmapView *view, const BfRoadmap *roadmap, gint64 today)
{
  BfShadeBy by = view->scale ? view->scale->by : BF_SHADE_ACTIVITY;

  g_return_if_fail (BF_IS_ROADMAP_VIEW (view));
  bf_roadmap_view_end_move (view, TRUE);
  g_clear_pointer (&view->baseline, bf_baseline_dates_free);
  view->roadmap = roadmap;
  view->scene.serial++;
  view->selected = -1;
  g_clear_pointer (&view->shown, g_free);
  update_today (view, today);
  update_scale (view, by);
  if (roadmap)
    {
      bf_lane_layout_range (roadmap, today, &view->first_day, &view->last_day);
      view->axis = bf_time_axis (view->first_day, view->last_day, view->axis.px_per_day);
    }
  relayout (view);
  bf_roadmap_view_set_date (view, view->date);
}

const BfRoadmap *
bf_roadmap_view_get_roadmap (BfRoadmapView *view)
{
  return view->roadmap;
}

void
bf_roadmap_view_select (BfRoadmapView *view, int step)
{
  g_return_if_fail (BF_IS_ROADMAP_VIEW (view));
  if (view->selected == step)
    return;
  view->selected = step;
  relayout (view);
}

/* Brings [@from, @to] into the page; what is larger than the page shows its beginning. */
static void
bring_in (GtkAdjustment *adjustment, double from, double to)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (to + KEEP_MARGIN > value + page)
    value = to + KEEP_MARGIN - page;
  if (from - KEEP_MARGIN < value)
    value = from - KEEP_MARGIN;
  gtk_adjustment_set_value (adjustment, value);
}

void
bf_roadmap_view_reveal (BfRoadmapView *view, int step)
{
  const BfBarBox *box;

  if (!view->layout || step < 0 || view->layout->bar_of[step] < 0)
    return;
  box = &view->layout->bars[view->layout->bar_of[step]];
  bring_in (bf_canvas_across (BF_CANVAS (view)), box->extent.x, bf_rect_right (&box->extent));
  bring_in (bf_canvas_down (BF_CANVAS (view)), box->extent.y, bf_rect_bottom (&box->extent));
}

void
bf_roadmap_view_focus_step (BfRoadmapView *view, int step)
{
  GtkWidget *bar;

  bf_roadmap_view_reveal (view, step);
  bf_roadmap_view_sync_pool (view);
  bar = bf_roadmap_view_get_bar (view, step);
  if (bar)
    gtk_widget_grab_focus (bar);
}

void
bf_roadmap_view_set_lanes (BfRoadmapView *view, BfLaneBy by)
{
  view->by = by;
  relayout (view);
}

void
bf_roadmap_view_set_shade (BfRoadmapView *view, BfShadeBy by)
{
  update_scale (view, by);
  relayout (view);
}

const BfShadeScale *
bf_roadmap_view_get_scale (BfRoadmapView *view)
{
  return view->scale && view->scale->n > 0 ? view->scale : NULL;
}

GdkRGBA
bf_roadmap_view_shade_color (BfRoadmapView *view, guint step)
{
  BfColor tint = view->colors.of[BF_COLOR_BUILD_TINT];
  BfColor hue = view->colors.of[BF_COLOR_BUILD];

  return bf_color_to_rgba (bf_color_mix (tint, hue, step / (double) (BF_SHADE_STEPS - 1)));
}

void
bf_roadmap_view_set_shown (BfRoadmapView *view, gboolean *shown)
{
  g_free (view->shown);
  view->shown = shown;
  relayout (view);
}

void
bf_roadmap_view_set_baseline (BfRoadmapView *view, BfBaselineDates *baseline)
{
  g_clear_pointer (&view->baseline, bf_baseline_dates_free);
  view->baseline = baseline;
  relayout (view);
}

double
bf_roadmap_view_get_magnify (BfRoadmapView *view)
{
  return view->magnify;
}

/* --- Zoom --- */

static double
least_scale (BfRoadmapView *view)
{
  return bf_roadmap_view_field_width (view) / (double) (view->last_day - view->first_day + 1);
}

void
bf_roadmap_view_zoom_to (BfRoadmapView *view, double px_per_day, double anchor)
{
  double least = least_scale (view);
  double before = view->axis.px_per_day;

  if (!view->has_axis)
    return;
  view->fit = px_per_day <= least * 1.0001;
  px_per_day = MIN (px_per_day, bf_roadmap_view_field_width (view) / LEAST_DAYS_WIDE);
  view->axis = bf_time_axis_scaled (view->axis, MAX (least, px_per_day));
  bf_canvas_stretch (
      BF_CANVAS (view), GTK_ORIENTATION_HORIZONTAL, view->axis.px_per_day / before, anchor);
  relayout (view);
}

void
bf_roadmap_view_fit (BfRoadmapView *view)
{
  view->fit = TRUE;
  relayout (view);
}

gboolean
bf_roadmap_view_is_fit (BfRoadmapView *view)
{
  return view->fit;
}

void
bf_roadmap_view_zoom_by (BfRoadmapView *view, double factor)
{
  bf_roadmap_view_zoom_to (
      view, view->axis.px_per_day * factor, bf_roadmap_view_field_width (view) / 2);
}

/* What a person wants to see of a step: its cutover, else its middle. */
static gint64
middle_of_step (const BfRoadmapStep *step)
{
  if (step->n_cutovers > 0)
    return bf_minute_day (step->cutovers[0].start);
  return (step->start + step->finish) / 2;
}

void
bf_roadmap_view_show_days (BfRoadmapView *view, int days)
{
  double width = bf_roadmap_view_field_width (view);
  gint64 middle;

  if (!view->layout)
    return;
  middle = bf_time_axis_day (
      view->axis, gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view))) + width / 2);
  if (view->selected >= 0)
    middle = middle_of_step (&view->roadmap->steps[view->selected]);
  bf_roadmap_view_zoom_to (view, width / days, width / 2);
  bf_roadmap_view_show_day (view, middle);
}

double
bf_roadmap_view_get_px_per_day (BfRoadmapView *view)
{
  return view->axis.px_per_day;
}

gboolean
bf_roadmap_view_get_visible_days (BfRoadmapView *view, gint64 *from, gint64 *to)
{
  BfRect seen = bf_roadmap_view_get_seen (view);

  if (!view->layout)
    return FALSE;
  *from = bf_time_axis_day (view->axis, seen.x);
  *to = bf_time_axis_day (view->axis, bf_rect_right (&seen) - 1);
  return TRUE;
}

void
bf_roadmap_view_show_day (BfRoadmapView *view, gint64 day)
{
  double x = bf_time_axis_x (view->axis, day);

  gtk_adjustment_set_value (bf_canvas_across (BF_CANVAS (view)),
                            x - gtk_adjustment_get_page_size (bf_canvas_across (BF_CANVAS (view))) /
                                    2);
}

const BfLaneLayout *
bf_roadmap_view_get_layout (BfRoadmapView *view)
{
  return view->layout;
}

GtkWidget *
bf_roadmap_view_get_bar (BfRoadmapView *view, int step)
{
  return g_hash_table_lookup (view->bars, GINT_TO_POINTER (step));
}
