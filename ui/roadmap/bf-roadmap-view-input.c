/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and gestures of the timeline. */

#include "bf-roadmap-view-private.h"

#define KEY_ZOOM 1.25
#define KEY_PAGE_SHARE 0.8

/* The bar that has the focus; -1: none. */
static int
focused_bar (BfRoadmapView *view)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (view));
  int step = child && BF_IS_STEP_BAR (child) ? bf_step_bar_get_step (BF_STEP_BAR (child)) : -1;

  return step >= 0 && view->layout ? view->layout->bar_of[step] : -1;
}

static gboolean
walk (BfRoadmapView *view, BfWalk way)
{
  int bar;

  if (!view->layout)
    return FALSE;
  bar = bf_lane_layout_walk (view->layout, focused_bar (view), way);
  if (bar < 0)
    return FALSE;
  bf_roadmap_view_focus_step (view, view->layout->bars[bar].step);
  return TRUE;
}

static void
scroll_by (GtkAdjustment *adjustment, double by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
zoom_key (BfRoadmapView *view, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      bf_roadmap_view_zoom_by (view, KEY_ZOOM);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      bf_roadmap_view_zoom_by (view, 1 / KEY_ZOOM);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      bf_roadmap_view_fit (view);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
walk_key (BfRoadmapView *view, guint key)
{
  static const struct
  {
    guint key;
    BfWalk walk;
  } ways[] = {
    { GDK_KEY_Left, BF_WALK_PREVIOUS },
    { GDK_KEY_Right, BF_WALK_NEXT },
    { GDK_KEY_Up, BF_WALK_UP },
    { GDK_KEY_Down, BF_WALK_DOWN },
    { GDK_KEY_KP_Left, BF_WALK_PREVIOUS },
    { GDK_KEY_KP_Right, BF_WALK_NEXT },
    { GDK_KEY_KP_Up, BF_WALK_UP },
    { GDK_KEY_KP_Down, BF_WALK_DOWN },
    { GDK_KEY_Home, BF_WALK_FIRST },
    { GDK_KEY_End, BF_WALK_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].key == key)
      return walk (view, ways[i].walk);
  return FALSE;
}

static gboolean
page_key (BfRoadmapView *view, guint key)
{
  double page = KEY_PAGE_SHARE * bf_roadmap_view_field_height (view);

  if (key != GDK_KEY_Page_Up && key != GDK_KEY_Page_Down)
    return FALSE;
  scroll_by (bf_canvas_down (BF_CANVAS (view)), key == GDK_KEY_Page_Up ? -page : page);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                BfRoadmapView *view)
{
  if (modifiers & GDK_ALT_MASK)
    return FALSE;
  if (zoom_key (view, key))
    return TRUE;
  if (modifiers & GDK_CONTROL_MASK)
    return FALSE;
  if (key == GDK_KEY_Escape && view->moving >= 0)
    {
      bf_roadmap_view_end_move (view, TRUE);
      view->drag = BF_DRAG_NONE;
      return TRUE;
    }
  if (key == GDK_KEY_Escape)
    {
      g_signal_emit_by_name (view, "leave");
      return TRUE;
    }
  return walk_key (view, key) || page_key (view, key);
}

/* --- Wheel and drag --- */

void
bf_roadmap_view_zoom (BfCanvas *canvas, double factor, double x, double y)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (canvas);
  double anchor = x / view->magnify - BF_LANE_HEAD_WIDTH;

  bf_roadmap_view_zoom_to (
      view, view->axis.px_per_day * factor, CLAMP (anchor, 0, bf_roadmap_view_field_width (view)));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, BfRoadmapView *view)
{
  gboolean in_ruler = y / view->magnify < BF_HEADER_MAJOR + BF_HEADER_MINOR &&
                      x / view->magnify > BF_LANE_HEAD_WIDTH;

  bf_canvas_begin_pan (BF_CANVAS (view));
  view->drag = in_ruler && view->date != BF_BLANK ? BF_DRAG_DATE : BF_DRAG_PAN;
  if (view->drag == BF_DRAG_DATE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      bf_roadmap_view_drag_date (view, x);
      bf_roadmap_view_focus_date (view);
    }
}

/* A press on a bar that goes on sideways takes its cutover along; one that stays a click does not.
 */
static void
try_move (GtkGestureDrag *gesture, double x, double dx, BfRoadmapView *view)
{
  if (view->drag != BF_DRAG_PAN || view->pressed < 0 || view->moving >= 0 ||
      !gtk_drag_check_threshold (GTK_WIDGET (view), (int) x, 0, (int) (x + dx), 0))
    return;
  if (bf_roadmap_view_begin_move (view, view->pressed))
    view->drag = BF_DRAG_CUTOVER;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, BfRoadmapView *view)
{
  double x = 0, y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  try_move (gesture, x, dx, view);
  if (view->drag == BF_DRAG_DATE)
    bf_roadmap_view_drag_date (view, x + dx);
  else if (view->drag == BF_DRAG_CUTOVER)
    bf_roadmap_view_update_move (view, x + dx);
  else if (view->drag == BF_DRAG_PAN && view->pressed < 0)
    bf_canvas_pan (BF_CANVAS (view), dx / view->magnify, dy / view->magnify);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, BfRoadmapView *view)
{
  if (view->drag == BF_DRAG_CUTOVER)
    bf_roadmap_view_end_move (view, FALSE);
  view->drag = BF_DRAG_PAN;
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, BfRoadmapView *view)
{
  bf_roadmap_view_end_move (view, TRUE);
  view->drag = BF_DRAG_PAN;
}

/* --- Clicks --- */

int
bf_roadmap_view_step_at (BfRoadmapView *view, double x, double y)
{
  BfRect seen = bf_roadmap_view_get_seen (view);
  int bar;

  x /= view->magnify;
  y /= view->magnify;
  if (!view->layout || x < BF_LANE_HEAD_WIDTH || y < BF_HEADER_HEIGHT)
    return -1;
  bar = bf_lane_layout_bar_at (
      view->layout, x - BF_LANE_HEAD_WIDTH + seen.x, y - BF_HEADER_HEIGHT + seen.y);
  return bar < 0 ? -1 : view->layout->bars[bar].step;
}

/* Position of the phase whose ribbon lies there; -1: none. */
static int
phase_at (BfRoadmapView *view, double x, double y)
{
  double top = BF_HEADER_MAJOR + BF_HEADER_MINOR;
  double at = x / view->magnify - BF_LANE_HEAD_WIDTH;

  y /= view->magnify;
  if (!view->layout || at < 0 || y < top || y >= top + BF_HEADER_PHASES)
    return -1;
  at += bf_roadmap_view_get_seen (view).x;
  for (guint i = 0; i < view->layout->n_ribbons; i++)
    if (at >= view->layout->ribbons[i].x &&
        at < view->layout->ribbons[i].x + view->layout->ribbons[i].width)
      return view->layout->ribbons[i].phase;
  return -1;
}

static void
ask_for_phase_menu (GtkGesture *gesture, double x, double y, BfRoadmapView *view)
{
  int phase = phase_at (view, x, y);

  if (phase < 0)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit_by_name (view, "phase-menu", phase, x, y);
}

/* The second press of a double click is about the step of the first, wherever its row is by then.
 */
static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, BfRoadmapView *view)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  GtkWidget *bar;

  if (n_press == 1)
    view->pressed = bf_roadmap_view_step_at (view, x, y);
  if (view->pressed < 0 && button == GDK_BUTTON_SECONDARY)
    ask_for_phase_menu (GTK_GESTURE (click), x, y, view);
  if (view->pressed < 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  bar = bf_roadmap_view_get_bar (view, view->pressed);
  if (bar)
    gtk_widget_grab_focus (bar);
  if (button != GDK_BUTTON_SECONDARY)
    return;
  g_signal_emit_by_name (view, "step-action", view->pressed, "step.select");
  g_signal_emit_by_name (view, "step-action", view->pressed, "step.menu");
}

/* Selecting opens a panel and moves everything: not while the press may still become a drag. */
static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, BfRoadmapView *view)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (view->pressed < 0 || view->moving >= 0 || button == GDK_BUTTON_SECONDARY)
    return;
  g_signal_emit_by_name (
      view, "step-action", view->pressed, n_press == 2 ? "step.open" : "step.select");
}

void
bf_roadmap_view_init_input (BfRoadmapView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  view->pressed = -1;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), view);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), view);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), view);
  gtk_widget_add_controller (widget, key);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), view);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), view);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), view);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), view);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  /* The press that selects a bar may become the drag that moves it. */
  gtk_gesture_group (drag, click);
}
