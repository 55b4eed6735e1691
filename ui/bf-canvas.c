/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-canvas.h"

#include <math.h>

#define WHEEL_ZOOM 1.15

typedef struct
{
  GtkAdjustment *adjustments[2]; /* by orientation */
  GtkScrollablePolicy policies[2];
  double pan_from[2];
  double pinched; /* scale of the pinch that was answered last */
} BfCanvasPrivate;

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (BfCanvas,
                                  bf_canvas,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (BfCanvas)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static BfCanvasPrivate *
private_of (gpointer canvas)
{
  return bf_canvas_get_instance_private (BF_CANVAS (canvas));
}

/* --- Adjustments --- */

static void
scrolled_cb (BfCanvas *canvas)
{
  if (BF_CANVAS_GET_CLASS (canvas)->scrolled)
    BF_CANVAS_GET_CLASS (canvas)->scrolled (canvas);
}

static void
drop_adjustment (BfCanvas *canvas, GtkOrientation orientation)
{
  GtkAdjustment **slot = &private_of (canvas)->adjustments[orientation];

  if (*slot)
    g_signal_handlers_disconnect_by_func (*slot, scrolled_cb, canvas);
  g_clear_object (slot);
}

static void
set_adjustment (BfCanvas *canvas, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  drop_adjustment (canvas, orientation);
  if (!adjustment)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  private_of (canvas)->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), canvas);
}

GtkAdjustment *
bf_canvas_across (BfCanvas *canvas)
{
  return private_of (canvas)->adjustments[GTK_ORIENTATION_HORIZONTAL];
}

GtkAdjustment *
bf_canvas_down (BfCanvas *canvas)
{
  return private_of (canvas)->adjustments[GTK_ORIENTATION_VERTICAL];
}

void
bf_canvas_set_extent (
    BfCanvas *canvas, GtkOrientation orientation, double all, double page, double step)
{
  GtkAdjustment *adjustment = private_of (canvas)->adjustments[orientation];
  double upper = MAX (all, page);

  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page),
                            0,
                            upper,
                            step,
                            page * 0.9,
                            page);
}

void
bf_canvas_stretch (BfCanvas *canvas, GtkOrientation orientation, double factor, double anchor)
{
  GtkAdjustment *adjustment = private_of (canvas)->adjustments[orientation];
  double at = gtk_adjustment_get_value (adjustment) + anchor;

  gtk_adjustment_set_upper (adjustment, gtk_adjustment_get_upper (adjustment) * factor);
  gtk_adjustment_set_value (adjustment, at * factor - anchor);
}

/* --- Wheel, pinch, hand --- */

void
bf_canvas_begin_pan (BfCanvas *canvas)
{
  BfCanvasPrivate *self = private_of (canvas);

  for (guint i = 0; i < 2; i++)
    self->pan_from[i] = gtk_adjustment_get_value (self->adjustments[i]);
}

void
bf_canvas_pan (BfCanvas *canvas, double dx, double dy)
{
  BfCanvasPrivate *self = private_of (canvas);

  gtk_adjustment_set_value (bf_canvas_across (canvas),
                            self->pan_from[GTK_ORIENTATION_HORIZONTAL] - dx);
  gtk_adjustment_set_value (bf_canvas_down (canvas), self->pan_from[GTK_ORIENTATION_VERTICAL] - dy);
}

/* Where the pointer is; the middle when the event does not say. */
static void
pointer_at (GtkEventController *controller, double *x, double *y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (widget);
  double event_x, event_y, dx, dy;

  *x = gtk_widget_get_width (widget) / 2.0;
  *y = gtk_widget_get_height (widget) / 2.0;
  if (!event || !gdk_event_get_position (event, &event_x, &event_y))
    return;
  gtk_native_get_surface_transform (native, &dx, &dy);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), widget, event_x - dx, event_y - dy, x, y);
}

static gboolean
wheel_cb (GtkEventControllerScroll *controller, double dx, double dy, BfCanvas *canvas)
{
  GdkModifierType modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double x, y;

  if (!(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  pointer_at (GTK_EVENT_CONTROLLER (controller), &x, &y);
  BF_CANVAS_GET_CLASS (canvas)->zoom (canvas, pow (WHEEL_ZOOM, -dy), x, y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, BfCanvas *canvas)
{
  private_of (canvas)->pinched = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, BfCanvas *canvas)
{
  BfCanvasPrivate *self = private_of (canvas);
  double x = 0, y = 0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  BF_CANVAS_GET_CLASS (canvas)->zoom (canvas, scale / self->pinched, x, y);
  self->pinched = scale;
}

static void
listen (GtkWidget *widget)
{
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  /* Before the scrolled window, which would scroll. */
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), widget);
  gtk_widget_add_controller (widget, wheel);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), widget);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/* --- The widget --- */

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (BF_CANVAS (object), id == PROP_VADJUSTMENT, g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    private_of (object)->policies[id == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BfCanvasPrivate *self = private_of (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id == PROP_VADJUSTMENT]);
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[id == PROP_VSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dispose (GObject *object)
{
  drop_adjustment (BF_CANVAS (object), GTK_ORIENTATION_HORIZONTAL);
  drop_adjustment (BF_CANVAS (object), GTK_ORIENTATION_VERTICAL);
  G_OBJECT_CLASS (bf_canvas_parent_class)->dispose (object);
}

static void
bf_canvas_class_init (BfCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = set_property;
  object_class->get_property = get_property;
  object_class->dispose = dispose;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
bf_canvas_init (BfCanvas *canvas)
{
  set_adjustment (canvas, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (canvas, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (canvas), GTK_OVERFLOW_HIDDEN);
  listen (GTK_WIDGET (canvas));
}
