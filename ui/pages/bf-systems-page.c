/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-systems-page.h"

#include <glib/gi18n-lib.h>

#include "bf-interface-map-view.h"
#include "bf-map-side.h"
#include "bf-page.h"
#include "bf-record-inspector.h"
#include "bf-system-columns.h"
#include "bf-system-figures.h"
#include "bf-table.h"

struct _BfSystemsPage
{
  AdwBin parent_instance;

  BfSession *session;
  GtkBox *counts;
  GtkEditable *search;
  GtkDropDown *areas;
  GtkStack *stack;
  AdwBin *table_place;
  GtkLabel *footer;
  GtkRevealer *inspector;
  BfTable *table;
  BfRecordInspector *fields;

  GtkStack *views;
  GtkBox *map_place;
  GtkWidget *map_tools, *add_button;
  GtkDropDown *highlight;
  BfInterfaceMapView *map;
  BfMapSide *side;
  BfSystemFigures *figures;
  gboolean map_is_old; /* plan or figures have changed since the map was shown */
  const char *area;    /* key of the chosen one; NULL: all */
  char *wanted_words;  /* folded; NULL: all */
};

G_DEFINE_FINAL_TYPE (BfSystemsPage, bf_systems_page, ADW_TYPE_BIN)

/* --- Filter ---------------------------------------------------------------------------------- */

static gboolean
is_in_area (const BfSystem *system, const char *area)
{
  return bf_areas_are_site (system->area) || g_strv_contains (system->area, area);
}

static gboolean
is_wanted (BfSystemsPage *self, const BfSystem *system)
{
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (self->area != NULL && !is_in_area (system, self->area))
    return FALSE;
  if (self->wanted_words == NULL)
    return TRUE;
  words = g_strjoin (" ",
                     system->row.key,
                     system->name != NULL ? system->name : "",
                     system->vendor != NULL ? system->vendor : "",
                     system->product != NULL ? system->product : "",
                     NULL);
  folded = g_utf8_casefold (words, -1);
  return strstr (folded, self->wanted_words) != NULL;
}

static gboolean
wanted_cb (BfTableRow *row, gpointer data)
{
  return is_wanted (data, bf_table_row_system (row));
}

/* --- The map --------------------------------------------------------------------------------- */

static gboolean
shows_map (BfSystemsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "map") == 0;
}

static void
filter_map (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  guint n = plan != NULL ? bf_plan_count (plan, BF_SYSTEM) : 0, i;
  g_autofree gboolean *wanted = g_new (gboolean, MAX (n, 1));

  for (i = 0; i < n; i++)
    wanted[i] = is_wanted (self, BF_ROW (plan, SYSTEM, BfSystem, i));
  bf_interface_map_view_filter (self->map,
                                self->area != NULL || self->wanted_words != NULL ? wanted : NULL);
}

static void
select_on_map (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  const char *key = bf_session_get_selected_system (self->session);
  int index = key != NULL ? bf_plan_index (plan, BF_SYSTEM, key) : -1;

  bf_interface_map_view_select (self->map, index);
  bf_map_side_show (self->side, plan, self->figures, index, bf_session_get_today (self->session));
}

/* The map is laid out only when somebody looks at it. */
static void
show_map (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);

  if (!shows_map (self) || plan == NULL)
    return;
  if (self->map_is_old)
    bf_interface_map_view_show (self->map, plan, self->figures);
  self->map_is_old = FALSE;
  filter_map (self);
  select_on_map (self);
}

static void
highlight_cb (BfSystemsPage *self)
{
  if (self->map != NULL)
    bf_interface_map_view_highlight (self->map,
                                     (BfMapHighlight) gtk_drop_down_get_selected (self->highlight));
}

static void
show_tools (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  gboolean map = shows_map (self);

  gtk_widget_set_visible (self->map_tools, map);
  gtk_widget_set_visible (self->add_button, !map);
  gtk_revealer_set_reveal_child (
      self->inspector,
      !map && plan != NULL &&
          bf_plan_index (plan, BF_SYSTEM, bf_session_get_selected_system (self->session)) >= 0);
}

static void
view_cb (BfSystemsPage *self)
{
  if (self->map == NULL)
    return;
  show_tools (self);
  show_map (self);
}

/* "inventory" or "map" */
static void
show_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (BF_SYSTEMS_PAGE (widget)->views,
                                    g_variant_get_string (parameter, NULL));
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("map.", strchr (name, '.') + 1, NULL);

  gtk_widget_activate_action (GTK_WIDGET (BF_SYSTEMS_PAGE (widget)->map), action, NULL);
}

static void
map_activated_cb (BfSystemsPage *self, guint system)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  const char *key = BF_ROW (plan, SYSTEM, BfSystem, system)->row.key;
  const char *before = bf_session_get_selected_system (self->session);

  /* A second click lets go of it. */
  bf_session_set_selected_system (self->session, g_strcmp0 (before, key) == 0 ? NULL : key);
}

static void
link_activated_cb (BfSystemsPage *self, guint system)
{
  const BfPlan *plan = bf_session_get_plan (self->session);

  bf_session_set_selected_system (self->session, BF_ROW (plan, SYSTEM, BfSystem, system)->row.key);
}

static void
show_stack (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  guint all = plan != NULL ? bf_plan_count (plan, BF_SYSTEM) : 0;
  guint shown = g_list_model_get_n_items (bf_table_get_rows (self->table));

  gtk_stack_set_visible_child_name (self->stack,
                                    all == 0     ? "none"
                                    : shown == 0 ? "no-match"
                                                 : "table");
  gtk_widget_set_visible (GTK_WIDGET (self->counts), all > 0);
  /* Without systems there is nothing to map, and the inventory says what to do. */
  if (all == 0)
    gtk_stack_set_visible_child_name (self->views, "inventory");
}

static const char *
chosen_area (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  guint selected = gtk_drop_down_get_selected (self->areas);

  if (plan == NULL || selected == 0 || selected > bf_plan_count (plan, BF_AREA))
    return NULL;
  return BF_ROW (plan, AREA, BfArea, selected - 1)->row.key;
}

static void
filter_cb (BfSystemsPage *self)
{
  const char *words = gtk_editable_get_text (self->search);

  if (self->session == NULL)
    return;
  g_free (self->wanted_words);
  self->wanted_words = *words != '\0' ? g_utf8_casefold (words, -1) : NULL;
  self->area = chosen_area (self);
  bf_table_refilter (self->table);
  show_stack (self);
  if (shows_map (self))
    filter_map (self);
}

static void
clear_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfSystemsPage *self = BF_SYSTEMS_PAGE (widget);

  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->areas, 0);
  filter_cb (self);
}

/* Escape in the search lets go of it. */
static void
search_stopped_cb (BfSystemsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.clear-filter", NULL);
}

static void
search_entered_cb (BfSystemsPage *self)
{
  bf_table_enter (self->table);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BF_SYSTEMS_PAGE (widget)->search));
}

static void
close_inspector_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_session_set_selected_system (BF_SYSTEMS_PAGE (widget)->session, NULL);
}

/* --- Adding ---------------------------------------------------------------------------------- */

static char *
free_key (const BfPlan *plan)
{
  guint n;

  for (n = bf_plan_count (plan, BF_SYSTEM) + 1;; n++)
    {
      g_autofree char *key = g_strdup_printf ("SYS-%02u", n);

      if (bf_plan_find (plan, BF_SYSTEM, key) == NULL)
        return g_steal_pointer (&key);
    }
}

static gboolean
insert_system (BfSystemsPage *self, const char *key, GError **error)
{
  BfDocument *document = bf_session_get_document (self->session);
  g_autofree char *label = g_strdup_printf (_ ("Add system %s"), key);
  g_autoptr (BfEdit) edit = bf_document_begin (document, label, NULL, error);
  BfSystem system;

  bf_record_blank (&bf_system_record, &system);
  system.row.key = key;
  system.name = _ ("New system");
  return edit != NULL && bf_edit_insert (edit, BF_SYSTEM, &system, error) &&
         bf_edit_commit (edit, error);
}

static void
add_system_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfSystemsPage *self = BF_SYSTEMS_PAGE (widget);
  const BfPlan *plan = bf_session_get_plan (self->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  if (bf_session_get_document (self->session) == NULL)
    return;
  key = free_key (plan);
  if (insert_system (self, key, &error))
    bf_session_set_selected_system (self->session, key);
  else
    bf_page_toast (widget, error->message);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
add_count (BfSystemsPage *self, guint n, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *figure = g_strdup_printf ("%u", n);
  GtkWidget *number = gtk_label_new (figure), *label = gtk_label_new (words);

  gtk_widget_set_valign (number, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (number, "count-figure");
  gtk_widget_add_css_class (label, "lead");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->counts, box);
}

static void
show_counts (BfSystemsPage *self, const BfSystemFigures *figures)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_box_remove (self->counts, child);
  add_count (self, figures->n_systems, ngettext ("system", "systems", figures->n_systems));
  add_count (self, figures->past_support, _ ("past vendor support"));
  add_count (self, figures->unmaintained, _ ("that nobody can maintain"));
  add_count (self, figures->interfaces, ngettext ("interface", "interfaces", figures->interfaces));
  add_count (self, figures->on_paper, _ ("of them on paper"));
}

static void
show_areas (BfSystemsPage *self, const BfPlan *plan)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->areas);
  guint n = bf_plan_count (plan, BF_AREA), i;

  gtk_string_list_append (names, _ ("Area: all"));
  for (i = 0; i < n; i++)
    {
      const BfArea *area = BF_ROW (plan, AREA, BfArea, i);

      gtk_string_list_append (names, area->name != NULL ? area->name : area->row.key);
    }
  gtk_drop_down_set_model (self->areas, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->areas, selected <= n ? selected : 0);
}

static void
show_footer (BfSystemsPage *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext (
          "%u system. Obsolescence: support date, spares, people, incidents. Debt: protocol, "
          "owner, test, record, failures of each link. F2 edits a cell.",
          "%u systems. Obsolescence: support date, spares, people, incidents. Debt: protocol, "
          "owner, test, record, failures of each link. F2 edits a cell.",
          n),
      n);

  gtk_label_set_text (self->footer, text);
  gtk_widget_set_visible (GTK_WIDGET (self->footer), n > 0);
}

static void
show_selected (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  const char *key = bf_session_get_selected_system (self->session);
  int index = plan != NULL ? bf_plan_index (plan, BF_SYSTEM, key) : -1;

  bf_table_select (self->table, index);
  bf_record_inspector_show (self->fields, plan, BF_SYSTEM, index);
  show_tools (self);
  if (shows_map (self) && plan != NULL && !self->map_is_old)
    select_on_map (self);
}

static void
show_systems (BfSystemsPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  const BfRoadmap *roadmap = bf_session_get_roadmap (self->session);
  BfSystemFigures *figures;

  if (plan == NULL)
    return;
  figures = bf_system_figures_new (plan, roadmap, bf_session_get_today (self->session));
  show_areas (self, plan);
  self->area = chosen_area (self);
  show_counts (self, figures);
  show_footer (self, figures->n_systems);
  bf_table_show (self->table,
                 plan,
                 roadmap,
                 figures->n_systems,
                 figures,
                 (GDestroyNotify) bf_system_figures_free);
  self->figures = figures;
  self->map_is_old = TRUE;
  show_selected (self);
  show_stack (self);
  show_map (self);
}

static void
row_selected_cb (BfSystemsPage *self)
{
  BfTableRow *row = bf_table_get_selected (self->table);

  bf_session_set_selected_system (self->session,
                                  row != NULL ? bf_table_row_system (row)->row.key : NULL);
}

static void
refused_cb (BfSystemsPage *self, const char *sentence)
{
  bf_page_toast (GTK_WIDGET (self), sentence);
}

static void
bf_systems_page_dispose (GObject *object)
{
  BfSystemsPage *self = BF_SYSTEMS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted_words, g_free);
  G_OBJECT_CLASS (bf_systems_page_parent_class)->dispose (object);
}

static void
bf_systems_page_class_init (BfSystemsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_systems_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-systems-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, counts);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, search);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, areas);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, table_place);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, footer);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, views);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, map_place);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, map_tools);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, BfSystemsPage, highlight);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, highlight_cb);
  gtk_widget_class_install_action (widget_class, "page.view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom-fit", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "page.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.close-inspector", NULL, close_inspector_cb);
  gtk_widget_class_install_action (widget_class, "page.add-system", NULL, add_system_cb);
}

static void
bf_systems_page_init (BfSystemsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bf_page_name_choice (self->areas, _ ("Area"));
  bf_page_name_choice (self->highlight, _ ("What to show"));
}

static void
add_table (BfSystemsPage *self)
{
  GtkWidget *table = bf_table_new (bf_system_columns, bf_n_system_columns, _ ("Systems"));

  self->table = BF_TABLE (table);
  bf_table_set_editing (self->table, self->session, BF_SYSTEM);
  bf_table_set_frame (self->table, GTK_WIDGET (self));
  bf_table_set_filter (self->table, wanted_cb, self);
  bf_table_sort (self->table, "obsolescence", GTK_SORT_DESCENDING);
  adw_bin_set_child (self->table_place, table);
  g_signal_connect_swapped (table, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (table, "edit-refused", G_CALLBACK (refused_cb), self);
}

static void
add_map (BfSystemsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->map = BF_INTERFACE_MAP_VIEW (bf_interface_map_view_new ());
  self->side = BF_MAP_SIDE (bf_map_side_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->map));
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (self->map_place, scroller);
  gtk_box_append (self->map_place, GTK_WIDGET (self->side));
  g_signal_connect_swapped (self->map, "system-activated", G_CALLBACK (map_activated_cb), self);
  g_signal_connect_swapped (self->side, "system-activated", G_CALLBACK (link_activated_cb), self);
}

GtkWidget *
bf_systems_page_new (BfSession *session)
{
  BfSystemsPage *self = g_object_new (BF_TYPE_SYSTEMS_PAGE, NULL);
  GtkWidget *fields = bf_record_inspector_new (session);

  self->session = g_object_ref (session);
  self->fields = BF_RECORD_INSPECTOR (fields);
  gtk_revealer_set_child (self->inspector, fields);
  add_table (self);
  add_map (self);
  bf_session_watch (session, self, G_CALLBACK (show_systems), "plan", "roadmap", NULL);
  bf_session_watch (session, self, G_CALLBACK (show_selected), "selected-system", NULL);
  show_systems (self);
  return GTK_WIDGET (self);
}
