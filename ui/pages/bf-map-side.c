/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-map-side.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "bf-bar-cell.h"
#include "bf-format.h"
#include "bf-interface-map-paint.h"
#include "bf-interface-map-view.h"
#include "bf-page.h"
#include "bf-paint.h"

#define WIDTH 300
#define MAX_LINKS 9
#define SAMPLE_WIDTH 30
#define SAMPLE_HEIGHT 12

struct _BfMapSide
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkLabel *title, *subtitle, *note, *heading, *more;
  GtkLabel *figures[3];
  GtkWidget *figures_box;
  GtkListBox *links;
};

G_DEFINE_FINAL_TYPE (BfMapSide, bf_map_side, GTK_TYPE_WIDGET)

static guint activated_signal;

/* --- Links --------------------------------------------------------------------------------- */

typedef struct
{
  const BfInterface *interface;
  double debt;
} LinkOfSide;

static int
compare_debt (const void *a, const void *b)
{
  const LinkOfSide *first = a, *second = b;

  if (first->debt < second->debt || first->debt > second->debt)
    return first->debt < second->debt ? 1 : -1;
  return g_strcmp0 (first->interface->row.key, second->interface->row.key);
}

/* Those of the system, or all; the most debt first. */
static GArray *
links_of (const BfPlan *plan, const char *key)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (LinkOfSide));
  guint n = bf_plan_count (plan, BF_INTERFACE), i;

  for (i = 0; i < n; i++)
    {
      const BfInterface *interface = BF_ROW (plan, INTERFACE, BfInterface, i);
      LinkOfSide link = { interface, bf_debt_points (interface) };

      if (key == NULL || g_strcmp0 (interface->source_system, key) == 0 ||
          g_strcmp0 (interface->target_system, key) == 0)
        g_array_append_val (links, link);
    }
  qsort (links->data, links->len, sizeof (LinkOfSide), compare_debt);
  return links;
}

static GtkWidget *
link_row (const BfPlan *plan, const LinkOfSide *link, double worst, int other)
{
  g_autofree char *title = bf_link_title (link->interface);
  g_autofree char *words = bf_link_words (plan, link->interface);
  g_autofree char *debt = bf_format_whole (link->debt);
  GtkWidget *row = bf_page_list_row (title, words);
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *bar = bf_bar_cell_new (), *figure = gtk_label_new (debt);
  g_autofree char *name = NULL;

  bf_bar_cell_set_size (BF_BAR_CELL (bar), 40, 8);
  bf_bar_cell_reset (BF_BAR_CELL (bar), worst);
  bf_bar_cell_add (BF_BAR_CELL (bar), "stop", link->debt);
  gtk_label_set_width_chars (GTK_LABEL (figure), 3);
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_widget_add_css_class (figure, "row-figure");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), figure);
  /* Translators: a link, what it is like, and its score. */
  name = g_strdup_printf (_ ("%s: %s, debt %s"), title, words, debt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "system", GINT_TO_POINTER (other));
  return row;
}

/* What a click leads to: the other end; without a selection, the target. */
static int
other_end (const BfPlan *plan, const BfInterface *interface, const char *key)
{
  gboolean target = key == NULL || g_strcmp0 (interface->source_system, key) == 0;

  return bf_plan_index (
      plan, BF_SYSTEM, target ? interface->target_system : interface->source_system);
}

static void
show_links (BfMapSide *self, const BfPlan *plan, const char *key)
{
  g_autoptr (GArray) links = links_of (plan, key);
  const LinkOfSide *first = (const LinkOfSide *) (gpointer) links->data;
  g_autofree char *most = NULL;
  g_autofree char *more = NULL;
  guint i;

  bf_page_clear_list (self->links);
  for (i = 0; i < MIN (links->len, MAX_LINKS); i++)
    gtk_list_box_append (
        self->links,
        link_row (plan, &first[i], first[0].debt, other_end (plan, first[i].interface, key)));
  gtk_widget_set_visible (GTK_WIDGET (self->links), links->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), links->len > MAX_LINKS || links->len == 0);
  gtk_label_set_text (self->more, _ ("No interface."));
  if (links->len <= MAX_LINKS)
    return;
  most = bf_format_whole (first[MAX_LINKS].debt);
  more = g_strdup_printf (
      ngettext ("%u more, debt %s and less", "%u more, debt %s and less", links->len - MAX_LINKS),
      links->len - MAX_LINKS,
      most);
  gtk_label_set_text (self->more, more);
}

static void
link_activated_cb (BfMapSide *self, GtkListBoxRow *row)
{
  int system = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "system"));

  if (system >= 0)
    g_signal_emit (self, activated_signal, 0, (guint) system);
}

/* --- The selected system ------------------------------------------------------------------- */

static char *
product_words (const BfSystem *system)
{
  g_autoptr (GString) words = g_string_new (system->row.key);
  const char *parts[] = { system->product, system->version, system->os };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (words, "%s%s", i == 1 && parts[0] != NULL ? " " : " · ", parts[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Until when somebody stands behind it. */
static char *
support_words (const BfSystem *system, gint64 today)
{
  g_autofree char *support = bf_format_day (system->eos_date);
  g_autofree char *kept = bf_format_day (system->kept_until);
  g_autofree char *first = NULL;

  if (system->eos_date == BF_BLANK)
    first = g_strdup (_ ("No end of vendor support is stated."));
  else
    first = g_strdup_printf (system->eos_date < today ? _ ("Vendor support ended %s.")
                                                      : _ ("Vendor support ends %s."),
                             support);
  if (system->kept_until == BF_BLANK)
    return g_steal_pointer (&first);
  /* Translators: a sentence about vendor support, and a date. */
  return g_strdup_printf (_ ("%s Kept until %s."), first, kept);
}

static void
show_figures (BfMapSide *self, const BfSystemFigure *figure)
{
  g_autofree char *age = bf_format_whole (figure->obsolescence);
  g_autofree char *links = g_strdup_printf ("%u", figure->links);
  g_autofree char *debt = bf_format_whole (figure->debt);

  gtk_label_set_text (self->figures[0], age);
  gtk_label_set_text (self->figures[1], links);
  gtk_label_set_text (self->figures[2], debt);
}

static void
show_system (
    BfMapSide *self, const BfPlan *plan, const BfSystemFigures *figures, guint index, gint64 today)
{
  const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, index);
  g_autofree char *product = product_words (system);
  g_autofree char *support = support_words (system, today);

  gtk_label_set_text (self->title, system->name != NULL ? system->name : system->row.key);
  gtk_label_set_text (self->subtitle, product);
  gtk_label_set_text (self->note, support);
  gtk_label_set_text (self->heading, _ ("Links by debt"));
  show_figures (self, &figures->systems[index]);
  show_links (self, plan, system->row.key);
}

static void
show_all (BfMapSide *self, const BfPlan *plan, const BfSystemFigures *figures)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u interface, %u on paper", "%u interfaces, %u on paper", figures->interfaces),
      figures->interfaces,
      figures->on_paper);

  gtk_label_set_text (self->title, _ ("What hurts most"));
  gtk_label_set_text (self->subtitle, words);
  gtk_label_set_text (self->heading, _ ("Choose a system, or one of these links"));
  show_links (self, plan, NULL);
}

void
bf_map_side_show (
    BfMapSide *side, const BfPlan *plan, const BfSystemFigures *figures, int system, gint64 today)
{
  gtk_widget_set_visible (side->figures_box, system >= 0);
  gtk_widget_set_visible (GTK_WIDGET (side->note), system >= 0);
  if (system >= 0)
    show_system (side, plan, figures, (guint) system, today);
  else
    show_all (side, plan, figures);
}

/* --- Legend -------------------------------------------------------------------------------- */

static void
draw_sample_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);

  bf_map_paint_sample (GTK_WIDGET (area),
                       cr,
                       kind < 3 ? (BfMapDebt) kind : BF_MAP_DEBT_LOW,
                       kind == 3,
                       0,
                       height / 2 + 0.5,
                       width);
}

static void
draw_ages_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static const char *const roles[] = { "old_1", "old_2", "old_3", "old_4" };
  int step = width / (int) G_N_ELEMENTS (roles);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (roles); i++)
    bf_paint_box (GTK_WIDGET (area), cr, roles[i], (double) i * step, 0, step, height);
  bf_paint_outline (
      GTK_WIDGET (area), cr, "legacy", 0, 0, (double) step * G_N_ELEMENTS (roles), height);
}

static GtkWidget *
legend_row (GtkDrawingAreaDrawFunc draw, guint kind, int width, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *area = gtk_drawing_area_new (), *label = gtk_label_new (words);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GUINT_TO_POINTER (kind), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption-ink");
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
legend_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *high = g_strdup_printf (_ ("Debt %d and more"), (int) BF_MAP_HIGH_DEBT);
  g_autofree char *middle =
      g_strdup_printf (_ ("Debt %d to %d"), (int) BF_MAP_MIDDLE_DEBT, (int) BF_MAP_HIGH_DEBT - 1);
  g_autofree char *low = g_strdup_printf (_ ("Debt below %d"), (int) BF_MAP_MIDDLE_DEBT);

  gtk_box_append (GTK_BOX (box), legend_row (draw_sample_cb, BF_MAP_DEBT_HIGH, SAMPLE_WIDTH, high));
  gtk_box_append (GTK_BOX (box),
                  legend_row (draw_sample_cb, BF_MAP_DEBT_MIDDLE, SAMPLE_WIDTH, middle));
  gtk_box_append (GTK_BOX (box), legend_row (draw_sample_cb, BF_MAP_DEBT_LOW, SAMPLE_WIDTH, low));
  gtk_box_append (GTK_BOX (box),
                  legend_row (draw_sample_cb, 3, SAMPLE_WIDTH, _ ("On paper or retyped")));
  gtk_box_append (GTK_BOX (box),
                  legend_row (draw_ages_cb, 0, 4 * SAMPLE_WIDTH - 20, _ ("Obsolescence")));
  gtk_widget_set_margin_top (box, 12);
  return box;
}

/* --- The widget ---------------------------------------------------------------------------- */

static void
bf_map_side_dispose (GObject *object)
{
  g_clear_pointer (&BF_MAP_SIDE (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (bf_map_side_parent_class)->dispose (object);
}

static void
bf_map_side_class_init (BfMapSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_map_side_dispose;
  activated_signal = g_signal_new ("system-activated",
                                   BF_TYPE_MAP_SIDE,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
figures_new (BfMapSide *self)
{
  static const char *const names[] = { N_ ("obsolescence"), N_ ("links"), N_ ("debt") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint i;

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->figures[i] = add_label (cell, "count-figure");
      gtk_label_set_xalign (self->figures[i], 0.5);
      gtk_label_set_xalign (add_label (cell, "caption-ink"), 0.5);
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)), _ (names[i]));
      gtk_box_append (GTK_BOX (box), cell);
    }
  gtk_widget_add_css_class (box, "bf-card");
  gtk_widget_add_css_class (box, "side-figures");
  return box;
}

static void
bf_map_side_init (BfMapSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = add_label (box, "inspector-title");
  self->subtitle = add_label (box, "caption-ink");
  self->figures_box = figures_new (self);
  gtk_box_append (GTK_BOX (box), self->figures_box);
  self->note = add_label (box, "legacy-note");
  self->heading = add_label (box, "inspector-heading");
  self->links = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->links, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->links), "side-list");
  g_signal_connect_swapped (self->links, "row-activated", G_CALLBACK (link_activated_cb), self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->links), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Links"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->links));
  self->more = add_label (box, "caption-ink");
  gtk_box_append (GTK_BOX (box), legend_new ());
  gtk_widget_add_css_class (box, "inspector-content");
  gtk_widget_set_size_request (box, WIDTH, -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
bf_map_side_new (void)
{
  return g_object_new (BF_TYPE_MAP_SIDE, NULL);
}
