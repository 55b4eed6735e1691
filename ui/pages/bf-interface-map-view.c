/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-interface-map-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-field-editor.h"
#include "bf-format.h"
#include "bf-interface-map-paint.h"
#include "bf-paint.h"

#define MIN_ZOOM 0.4
#define MAX_ZOOM 2.5
#define ZOOM_STEP 1.2
#define KEY_SCROLL_SHARE 0.1
#define BOX_PADDING 12
#define REACH 6.0
#define MARGIN 24 /* kept in sight around a box that gets the focus */

struct _BfInterfaceMapView
{
  BfCanvas parent_instance;

  BfPlan *plan;
  const BfSystemFigures *figures;
  BfInterfaceMap *map;
  GPtrArray *boxes; /* GtkWidget, one a box of the map */
  double zoom;
  int selected; /* system */
  BfMapHighlight highlight;
  gboolean *wanted; /* NULL: all */
};

G_DEFINE_FINAL_TYPE (BfInterfaceMapView, bf_interface_map_view, BF_TYPE_CANVAS)

static guint activated_signal;

/* --- Words --------------------------------------------------------------------------------- */

char *
bf_link_title (const BfInterface *interface)
{
  /* Translators: the keys of two systems, from the first to the second. */
  return g_strdup_printf (_ ("%s → %s"), interface->source_system, interface->target_system);
}

char *
bf_link_words (const BfPlan *plan, const BfInterface *interface)
{
  const BfField *field = bf_record_field (&bf_interface_record, "protocol");
  g_autofree char *protocol = bf_field_shown (plan, field, interface);
  const char *how = protocol != NULL ? protocol : _ ("protocol not stated");

  if (interface->documented == 1)
    return g_strdup (how);
  /* Translators: %s is a protocol such as OPC UA. */
  return g_strdup_printf (_ ("%s, not documented"), how);
}

static char *
box_words (BfInterfaceMapView *self, guint index)
{
  const BfSystem *system = BF_ROW (self->plan, SYSTEM, BfSystem, index);
  const BfSystemFigure *figure = &self->figures->systems[index];
  g_autofree char *age = bf_format_whole (figure->obsolescence);
  g_autofree char *debt = bf_format_whole (figure->debt);

  /* Translators: a system's key and name, two scores and a number between them. */
  return g_strdup_printf (ngettext ("%s, %s: obsolescence %s, %u link, debt %s",
                                    "%s, %s: obsolescence %s, %u links, debt %s",
                                    figure->links),
                          system->row.key,
                          system->name != NULL ? system->name : system->row.key,
                          age,
                          figure->links,
                          debt);
}

/* --- Boxes --------------------------------------------------------------------------------- */

static void
box_clicked_cb (GtkButton *button, BfInterfaceMapView *self)
{
  guint system = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "system"));

  g_signal_emit (self, activated_signal, 0, system);
}

static GtkWidget *
box_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
box_new (BfInterfaceMapView *self, guint system)
{
  static const char *const ages[] = { "age-1", "age-2", "age-3", "age-4" };
  GtkWidget *button = gtk_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  double obsolescence = self->figures->systems[system].obsolescence;
  g_autofree char *score = bf_format_whole (obsolescence);
  g_autofree char *name = box_words (self, system);

  gtk_box_append (GTK_BOX (words),
                  box_label (BF_ROW (self->plan, SYSTEM, BfSystem, system)->row.key, "map-key"));
  gtk_box_append (GTK_BOX (words), box_label (score, "map-score"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "map-box");
  gtk_widget_add_css_class (button, ages[bf_map_age (obsolescence)]);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "system", GUINT_TO_POINTER (system));
  g_signal_connect (button, "clicked", G_CALLBACK (box_clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
clear_boxes (BfInterfaceMapView *self)
{
  guint i;

  for (i = 0; i < self->boxes->len; i++)
    gtk_widget_unparent (self->boxes->pdata[i]);
  g_ptr_array_set_size (self->boxes, 0);
}

/* One a system, in the plan's order; the map says where they stand. */
static void
make_boxes (BfInterfaceMapView *self)
{
  guint n = self->plan != NULL ? bf_plan_count (self->plan, BF_SYSTEM) : 0, i;

  clear_boxes (self);
  for (i = 0; i < n; i++)
    g_ptr_array_add (self->boxes, box_new (self, i));
}

static void
mark_boxes (BfInterfaceMapView *self)
{
  guint i;

  for (i = 0; i < self->boxes->len; i++)
    {
      GtkWidget *box = self->boxes->pdata[i];

      if ((int) i == self->selected)
        gtk_widget_add_css_class (box, "selected");
      else
        gtk_widget_remove_css_class (box, "selected");
      gtk_widget_set_opacity (box, self->wanted == NULL || self->wanted[i] ? 1 : 0.3);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
widest_key (BfInterfaceMapView *self)
{
  static const BfTextStyle style = { 11, 700, "ink", 0 };
  double widest = 0;
  guint n = bf_plan_count (self->plan, BF_SYSTEM), i;

  for (i = 0; i < n; i++)
    widest =
        MAX (widest,
             bf_paint_text_width (
                 GTK_WIDGET (self), &style, BF_ROW (self->plan, SYSTEM, BfSystem, i)->row.key));
  return widest + BOX_PADDING;
}

/* --- Room ---------------------------------------------------------------------------------- */

static double
scroll_at (BfInterfaceMapView *self, GtkOrientation orientation)
{
  BfCanvas *canvas = BF_CANVAS (self);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  return floor (
      gtk_adjustment_get_value (across ? bf_canvas_across (canvas) : bf_canvas_down (canvas)));
}

static void
configure (BfInterfaceMapView *self, GtkOrientation orientation, double all, double page)
{
  bf_canvas_set_extent (BF_CANVAS (self), orientation, all, page, page * KEY_SCROLL_SHARE);
}

static BfMapRoom
room_at (BfInterfaceMapView *self, double zoom, double width, double height)
{
  return (BfMapRoom){ width / MIN (zoom, 1), height / MIN (zoom, 1), widest_key (self) };
}

static void
lay_out (BfInterfaceMapView *self, double width, double height)
{
  BfMapRoom room = room_at (self, self->zoom, width, height);

  g_clear_pointer (&self->map, bf_interface_map_free);
  self->map = bf_interface_map_new (self->plan, &room);
}

static void
allocate_box (BfInterfaceMapView *self, const BfMapBox *box)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) (box->x * self->zoom - scroll_at (self, 0)),
                                             (float) (box->y * self->zoom - scroll_at (self, 1)));
  GskTransform *transform = gsk_transform_translate (NULL, &at);

  transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
  gtk_widget_allocate (self->boxes->pdata[box->system],
                       (int) self->map->box_width,
                       (int) BF_MAP_BOX_HEIGHT,
                       -1,
                       transform);
}

static void
bf_interface_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (widget);
  guint i;

  if (self->plan == NULL || width <= 0)
    return;
  if (self->map == NULL)
    lay_out (self, width, height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, ceil (self->map->width * self->zoom), width);
  configure (self, GTK_ORIENTATION_VERTICAL, ceil (self->map->height * self->zoom), height);
  for (i = 0; i < self->map->n_boxes; i++)
    allocate_box (self, &self->map->boxes[i]);
}

static void
forget_map (BfInterfaceMapView *self)
{
  g_clear_pointer (&self->map, bf_interface_map_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Another width or height wants another layout; that is known only when it is there. */
static void
bf_interface_map_view_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (widget);
  guint i;

  /* Children must be measured before they are allocated. */
  for (i = 0; i < self->boxes->len; i++)
    gtk_widget_measure (self->boxes->pdata[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 0;
  *natural = 600;
}

/* --- Zoom ---------------------------------------------------------------------------------- */

static void
set_zoom (BfInterfaceMapView *self, double zoom)
{
  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (fabs (zoom - 1) < 0.02)
    zoom = 1;
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  forget_map (self);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (widget);

  set_zoom (self, self->zoom * ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (widget);

  set_zoom (self, self->zoom / ZOOM_STEP);
}

/* The largest zoom at which all of it is in sight. */
static void
zoom_fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double zoom;

  if (self->plan == NULL || width <= 0)
    return;
  for (zoom = 1; zoom > MIN_ZOOM; zoom -= 0.05)
    {
      BfMapRoom room = room_at (self, zoom, width, height);
      g_autoptr (BfInterfaceMap) map = bf_interface_map_new (self->plan, &room);

      if (map->height * zoom <= height + 1 && map->width * zoom <= width + 1)
        break;
    }
  set_zoom (self, zoom);
}

/* The layout follows the zoom below 1, so the point stays only nearly where it is. */
static void
zoom_at (BfCanvas *canvas, double factor, double x, double y)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (canvas);
  double before = self->zoom;

  set_zoom (self, self->zoom * factor);
  bf_canvas_stretch (canvas, GTK_ORIENTATION_HORIZONTAL, self->zoom / before, x);
  bf_canvas_stretch (canvas, GTK_ORIENTATION_VERTICAL, self->zoom / before, y);
}

static void
scrolled (BfCanvas *canvas)
{
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* --- Pan ----------------------------------------------------------------------------------- */

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, BfCanvas *canvas)
{
  bf_canvas_pan (canvas, dx, dy);
}

static void
show_range (GtkAdjustment *adjustment, double from, double to)
{
  gtk_adjustment_clamp_page (adjustment, from - MARGIN, to + MARGIN);
}

/* A box that the keyboard reaches comes into sight. */
static void
bf_interface_map_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (widget);
  int index = -1;

  GTK_WIDGET_CLASS (bf_interface_map_view_parent_class)->set_focus_child (widget, child);
  if (child != NULL && self->map != NULL)
    index = bf_interface_map_find (
        self->map, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "system")));
  if (index >= 0)
    {
      const BfMapBox *box = &self->map->boxes[index];

      show_range (bf_canvas_across (BF_CANVAS (self)),
                  box->x * self->zoom,
                  (box->x + self->map->box_width) * self->zoom);
      show_range (bf_canvas_down (BF_CANVAS (self)),
                  box->y * self->zoom,
                  (box->y + BF_MAP_BOX_HEIGHT) * self->zoom);
    }
}

/* --- Painting ------------------------------------------------------------------------------ */

static gboolean
touches_selected (BfInterfaceMapView *self, const BfMapLine *line)
{
  return (int) self->map->boxes[line->from].system == self->selected ||
         (int) self->map->boxes[line->to].system == self->selected;
}

static gboolean
is_strong (BfInterfaceMapView *self, const BfMapLine *line)
{
  switch (self->highlight)
    {
    case BF_MAP_SHOW_DEBT:
      return line->weight == BF_MAP_DEBT_HIGH;
    case BF_MAP_SHOW_PAPER:
      return line->on_paper;
    case BF_MAP_SHOW_SELECTED:
    default:
      return touches_selected (self, line);
    }
}

static void
paint_lines (BfInterfaceMapView *self, cairo_t *cr, gboolean strong)
{
  guint i;

  for (i = 0; i < self->map->n_lines; i++)
    if (is_strong (self, &self->map->lines[i]) == strong)
      bf_map_paint_line (GTK_WIDGET (self), cr, &self->map->lines[i], strong ? 1 : 0.3);
}

static void
bf_interface_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget),
        height = (float) gtk_widget_get_height (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr;

  if (self->map == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &all);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_translate (cr, -scroll_at (self, 0), -scroll_at (self, 1));
  cairo_scale (cr, self->zoom, self->zoom);
  bf_map_paint_bands (widget, cr, self->map);
  paint_lines (self, cr, FALSE);
  paint_lines (self, cr, TRUE);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (bf_interface_map_view_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
query_tooltip_cb (
    BfInterfaceMapView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  double at_x = (x + scroll_at (self, 0)) / self->zoom,
         at_y = (y + scroll_at (self, 1)) / self->zoom;
  int index = self->map != NULL && !keyboard
                  ? bf_interface_map_line_at (self->map, at_x, at_y, REACH / self->zoom)
                  : -1;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *debt = NULL;
  g_autofree char *text = NULL;
  const BfInterface *interface;

  if (index < 0)
    return FALSE;
  interface = BF_ROW (self->plan, INTERFACE, BfInterface, self->map->lines[index].interface);
  title = bf_link_title (interface);
  words = bf_link_words (self->plan, interface);
  debt = bf_format_whole (self->map->lines[index].debt);
  /* Translators: a link, what it is like, and its score. */
  text = g_strdup_printf (_ ("%s: %s, debt %s"), title, words, debt);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* --- The widget ---------------------------------------------------------------------------- */

static void
bf_interface_map_view_dispose (GObject *object)
{
  BfInterfaceMapView *self = BF_INTERFACE_MAP_VIEW (object);

  if (self->boxes != NULL)
    clear_boxes (self);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->map, bf_interface_map_free);
  g_clear_pointer (&self->plan, bf_plan_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (bf_interface_map_view_parent_class)->dispose (object);
}

static void
install_zoom (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "map.zoom-out", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "map.zoom-fit", NULL);
}

static void
bf_interface_map_view_class_init (BfInterfaceMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BfCanvasClass *canvas_class = BF_CANVAS_CLASS (klass);

  object_class->dispose = bf_interface_map_view_dispose;
  widget_class->measure = bf_interface_map_view_measure;
  widget_class->size_allocate = bf_interface_map_view_size_allocate;
  widget_class->snapshot = bf_interface_map_view_snapshot;
  widget_class->set_focus_child = bf_interface_map_view_set_focus_child;
  canvas_class->scrolled = scrolled;
  canvas_class->zoom = zoom_at;
  activated_signal = g_signal_new ("system-activated",
                                   BF_TYPE_INTERFACE_MAP_VIEW,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_UINT);
  install_zoom (widget_class);
  gtk_widget_class_set_css_name (widget_class, "interfacemap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bf_interface_map_view_init (BfInterfaceMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->boxes = g_ptr_array_new ();
  self->zoom = 1;
  self->selected = -1;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (bf_canvas_begin_pan), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Interface map"), -1);
}

GtkWidget *
bf_interface_map_view_new (void)
{
  return g_object_new (BF_TYPE_INTERFACE_MAP_VIEW, NULL);
}

void
bf_interface_map_view_show (BfInterfaceMapView *view,
                            const BfPlan *plan,
                            const BfSystemFigures *figures)
{
  g_clear_pointer (&view->plan, bf_plan_unref);
  view->plan = plan != NULL ? bf_plan_ref ((BfPlan *) plan) : NULL;
  view->figures = figures;
  g_clear_pointer (&view->wanted, g_free);
  make_boxes (view);
  mark_boxes (view);
  gtk_widget_queue_resize (GTK_WIDGET (view));
  forget_map (view);
}

void
bf_interface_map_view_select (BfInterfaceMapView *view, int system)
{
  view->selected = system;
  mark_boxes (view);
}

void
bf_interface_map_view_highlight (BfInterfaceMapView *view, BfMapHighlight highlight)
{
  view->highlight = highlight;
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

void
bf_interface_map_view_filter (BfInterfaceMapView *view, const gboolean *wanted)
{
  g_free (view->wanted);
  view->wanted = wanted != NULL ? g_memdup2 (wanted, sizeof (gboolean) * view->boxes->len) : NULL;
  mark_boxes (view);
}

double
bf_interface_map_view_get_zoom (BfInterfaceMapView *view)
{
  return view->zoom;
}

const BfInterfaceMap *
bf_interface_map_view_get_map (BfInterfaceMapView *view)
{
  return view->map;
}
