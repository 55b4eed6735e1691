/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-bar.h"

#include <math.h>

#include "bf-step-words.h"

#define BLEED 14.0 /* pins and rings reach beyond the box */

struct _BfStepBar
{
  GtkWidget parent_instance;
  const BfBarScene *scene;
  int step;
  guint named; /* serial of the roadmap that the accessible name speaks of */
  int named_step;
};

enum
{
  ACTION,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BfStepBar, bf_step_bar, GTK_TYPE_WIDGET)

static const char *const actions[] = { "step.select",  "step.open",   "step.menu",
                                       "step.earlier", "step.later",  "step.pin",
                                       "step.unpin",   "step.reject", "step.seek-earlier" };

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  /* of two for one action the menu shows the last */
  { GDK_KEY_KP_Enter, 0, "step.open" },
  { GDK_KEY_Return, 0, "step.open" },
  { GDK_KEY_space, 0, "step.select" },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "step.earlier" },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "step.later" },
  { GDK_KEY_e, 0, "step.seek-earlier" },
  { GDK_KEY_p, 0, "step.pin" },
  { GDK_KEY_P, GDK_SHIFT_MASK, "step.unpin" },
  { GDK_KEY_KP_Delete, 0, "step.reject" },
  { GDK_KEY_Delete, 0, "step.reject" },
  { GDK_KEY_Menu, 0, "step.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "step.menu" },
};

static gboolean
is_bound (BfStepBar *bar)
{
  return bar->step >= 0 && bar->scene->layout && bar->scene->roadmap &&
         bar->step < (int) bar->scene->roadmap->n_steps &&
         bar->scene->layout->bar_of[bar->step] >= 0;
}

const BfBarBox *
bf_step_bar_get_box (BfStepBar *bar)
{
  g_return_val_if_fail (is_bound (bar), NULL);
  return &bar->scene->layout->bars[bar->scene->layout->bar_of[bar->step]];
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTION], 0, name);
}

/* --- Painting --- */

/* What of the bar is seen, in the field's coordinates: a bar may be a hundred screens wide. */
static gboolean
seen_box (BfStepBar *bar, const BfBarBox *box, graphene_rect_t *seen)
{
  const BfRect *view = &bar->scene->view;
  graphene_rect_t all, window;

  graphene_rect_init (&all,
                      (float) (box->ring.x - BLEED),
                      (float) (box->ring.y - BLEED),
                      (float) (box->ring.width + 2 * BLEED),
                      (float) (box->ring.height + 2 * BLEED));
  graphene_rect_init (
      &window, (float) view->x, (float) view->y, (float) view->width, (float) view->height);
  return graphene_rect_intersection (&all, &window, seen);
}

static void
paint_focus (cairo_t *cr, const BfBarScene *scene, const BfBarBox *box)
{
  const BfRect *ring = &box->ring;

  bf_rounded_rect (
      cr, floor (ring->x), floor (ring->y) + 2, ceil (ring->width), ceil (ring->height) - 2, 5);
  bf_color_source (cr, scene->colors, BF_COLOR_ACCENT);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfStepBar *bar = BF_STEP_BAR (widget);
  const BfBarScene *scene = bar->scene;
  BfRoadmapPaint paint = { 0 };
  const BfBarBox *box;
  graphene_rect_t seen, local;
  float dx, dy;

  if (!is_bound (bar))
    return;
  box = bf_step_bar_get_box (bar);
  if (!seen_box (bar, box, &seen))
    return;
  dx = -(float) floor (box->extent.x);
  dy = -(float) floor (box->extent.y);
  graphene_rect_offset_r (&seen, dx, dy, &local);
  paint.cr = gtk_snapshot_append_cairo (snapshot, &local);
  cairo_translate (paint.cr, (double) dx, (double) dy);
  paint.colors = scene->colors;
  paint.roadmap = scene->roadmap;
  paint.layout = scene->layout;
  paint.text = scene->text;
  paint.high_contrast = scene->high_contrast;
  bf_roadmap_paint_bar (&paint, box, scene->shades ? &scene->shades[bar->step] : NULL);
  if (gtk_widget_has_visible_focus (widget))
    paint_focus (paint.cr, scene, box);
  cairo_destroy (paint.cr);
}

static gboolean
contains (GtkWidget *widget, double x, double y)
{
  return x >= 0 && y >= 0 && x < gtk_widget_get_width (widget) &&
         y < gtk_widget_get_height (widget);
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
  *minimum = *natural = 1;
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BfStepBar *bar = BF_STEP_BAR (widget);
  g_autofree char *text = NULL;

  if (!is_bound (bar))
    return FALSE;
  text = bf_step_tooltip (bar->scene->roadmap, &bar->scene->roadmap->steps[bar->step]);
  {
    /* Many cutovers make a long line: a label of its own wraps it. */
    GtkWidget *label = gtk_label_new (text);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
    gtk_tooltip_set_custom (tooltip, label);
  }
  return TRUE;
}

static void
state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (bf_step_bar_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static void
bf_step_bar_class_init (BfStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->contains = contains;
  widget_class->query_tooltip = query_tooltip;
  widget_class->state_flags_changed = state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "stepbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (
        widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  signals[ACTION] = g_signal_new ("action",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
}

static void
bf_step_bar_init (BfStepBar *bar)
{
  bar->step = -1;
  bar->named_step = -1;
  gtk_widget_set_focusable (GTK_WIDGET (bar), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (bar), TRUE);
}

GtkWidget *
bf_step_bar_new (const BfBarScene *scene)
{
  BfStepBar *bar = g_object_new (BF_TYPE_STEP_BAR, NULL);

  bar->scene = scene;
  return GTK_WIDGET (bar);
}

static void
update_name (BfStepBar *bar)
{
  const BfRoadmap *roadmap = bar->scene->roadmap;
  g_autofree char *name = NULL;

  if (bar->named == bar->scene->serial && bar->named_step == bar->step)
    return;
  name = bf_step_spoken (roadmap, &roadmap->steps[bar->step]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  bar->named = bar->scene->serial;
  bar->named_step = bar->step;
}

void
bf_step_bar_bind (BfStepBar *bar, int step)
{
  bar->step = step;
  if (!is_bound (bar))
    return;
  update_name (bar);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar),
                               GTK_ACCESSIBLE_STATE_SELECTED,
                               step == bar->scene->layout->selected,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (bar));
}

int
bf_step_bar_get_step (BfStepBar *bar)
{
  return bar->step;
}
