/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Systems page: its map and its table show the same selection and the same filter. */

#include "bf-interface-map-view.h"
#include "bf-plan-window.h"
#include "bf-systems-page.h"
#include "bf-table.h"

#include "ui-fixture.h"
#include "ui-look.h"

static GtkApplication *application;

static gboolean
is_map (GtkWidget *widget, gconstpointer data)
{
  return BF_IS_INTERFACE_MAP_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_page (GtkWidget *widget, gconstpointer data)
{
  return BF_IS_SYSTEMS_PAGE (widget);
}

static gboolean
is_box_of (GtkWidget *widget, gconstpointer key)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "map-box") &&
         ui_look_find (widget, ui_look_says, key) != NULL;
}

typedef struct
{
  BfPlanWindow *window;
  BfSession *session;
  GtkWidget *page;
  BfInterfaceMapView *map;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = ui_look_window (application);
  fixture->session = bf_plan_window_get_session (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "systems");
  ui_look_settle ();
  fixture->page = ui_look_find (GTK_WIDGET (fixture->window), is_page, NULL);
  gtk_widget_activate_action (fixture->page, "page.view", "s", "map");
  while (ui_look_find (fixture->page, is_map, NULL) == NULL ||
         bf_interface_map_view_get_map (
             BF_INTERFACE_MAP_VIEW (ui_look_find (fixture->page, is_map, NULL))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->map = BF_INTERFACE_MAP_VIEW (ui_look_find (fixture->page, is_map, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkWidget *
box_of (const Fixture *fixture, const char *key)
{
  return ui_look_find (GTK_WIDGET (fixture->map), is_box_of, key);
}

/* A click on a box selects its system, and lists what it is connected to; another lets go. */
static void
test_select (Fixture *fixture, gconstpointer data)
{
  const BfPlan *plan = bf_session_get_plan (fixture->session);
  const BfInterface *first = BF_ROW (plan, INTERFACE, BfInterface, 0);
  g_autofree char *title = bf_link_title (first);
  GtkWidget *box = box_of (fixture, first->source_system);

  ui_look_wait (fixture->page, "What hurts most");
  g_assert_nonnull (box);
  g_signal_emit_by_name (box, "clicked");
  g_assert_cmpstr (bf_session_get_selected_system (fixture->session), ==, first->source_system);
  g_assert_true (gtk_widget_has_css_class (box, "selected"));
  ui_look_wait (fixture->page, "Links by debt");
  ui_look_wait (fixture->page, title);
  g_signal_emit_by_name (box, "clicked");
  g_assert_null (bf_session_get_selected_system (fixture->session));
  ui_look_wait (fixture->page, "What hurts most");
}

/* Every box says what it is to who cannot see it, and can be reached by keys. */
static void
test_access (Fixture *fixture, gconstpointer data)
{
  const BfInterfaceMap *map = bf_interface_map_view_get_map (fixture->map);
  const BfPlan *plan = bf_session_get_plan (fixture->session);
  guint i;

  g_assert_cmpuint (map->n_boxes, ==, bf_plan_count (plan, BF_SYSTEM));
  for (i = 0; i < map->n_boxes; i++)
    {
      GtkWidget *box =
          box_of (fixture, BF_ROW (plan, SYSTEM, BfSystem, map->boxes[i].system)->row.key);

      g_assert_nonnull (box);
      g_assert_true (gtk_widget_get_focusable (box));
      g_assert_true (
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  g_assert_true (gtk_widget_grab_focus (box_of (fixture, "MES-01")));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_DOWN) ||
                 gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_UP));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double before = bf_interface_map_view_get_zoom (fixture->map);

  gtk_widget_activate_action (fixture->page, "page.zoom-in", NULL);
  g_assert_cmpfloat (bf_interface_map_view_get_zoom (fixture->map), >, before);
  gtk_widget_activate_action (fixture->page, "page.zoom-fit", NULL);
  g_assert_cmpfloat (bf_interface_map_view_get_zoom (fixture->map), <=, 1);
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_mapped (widget);
}

/* What the search leaves out is faint on the map, too. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = ui_look_find (fixture->page, is_search, NULL);

  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "MES-01");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpfloat (gtk_widget_get_opacity (box_of (fixture, "MES-01")), >, 0.9);
  g_assert_cmpfloat (gtk_widget_get_opacity (box_of (fixture, "NET-01")), <, 0.5);
}

/* An edit of the plan is seen on the map. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bf_session_set_selected_system (fixture->session, "MES-01");
  g_assert_true (bf_session_edit (fixture->session,
                                  BF_SYSTEM,
                                  "MES-01",
                                  "name",
                                  "The successor",
                                  "Set “Name” of MES-01",
                                  &error));
  ui_look_wait (fixture->page, "The successor");
  g_assert_nonnull (box_of (fixture, "MES-01"));
  g_assert_true (gtk_widget_has_css_class (box_of (fixture, "MES-01"), "selected"));
}

static const char *
first_key (BfTable *table)
{
  g_autoptr (BfTableRow) row = g_list_model_get_item (bf_table_get_rows (table), 0);

  return bf_table_row_system (row)->row.key;
}

static gboolean
is_table (GtkWidget *widget, gconstpointer data)
{
  return BF_IS_TABLE (widget) && gtk_widget_get_mapped (widget);
}

/* Keys alone find a row and put the rows in another order. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search, *table;
  const char *highest;

  gtk_widget_activate_action (fixture->page, "page.view", "s", "inventory");
  ui_look_wait (fixture->page, "past vendor support");
  table = ui_look_find (fixture->page, is_table, NULL);
  highest = first_key (BF_TABLE (table));
  gtk_widget_activate_action (table, "table.sort-up", NULL);
  g_assert_cmpstr (first_key (BF_TABLE (table)), !=, highest);
  gtk_widget_activate_action (table, "table.sort-down", NULL);
  g_assert_cmpstr (first_key (BF_TABLE (table)), ==, highest);
  search = ui_look_find (fixture->page, is_search, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "MES-01");
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (bf_session_get_selected_system (fixture->session), ==, "MES-01");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpuint (g_list_model_get_n_items (bf_table_get_rows (BF_TABLE (table))), >, 1);
}

static gboolean
is_money_cell (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_EDITABLE_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_suffix (gtk_editable_get_text (GTK_EDITABLE (widget)), "€");
}

static void
type_into (GtkWidget *cell, const char *text)
{
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (cell));
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), TRUE);
  ui_look_settle ();
}

/* What cannot be stays in the cell, with the reason at it, until it is mended. */
static void
test_refused_in_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell;
  g_autofree char *before = NULL;

  gtk_widget_activate_action (fixture->page, "page.view", "s", "inventory");
  ui_look_wait (fixture->page, "past vendor support");
  while ((cell = ui_look_find (fixture->page, is_money_cell, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell)));
  gtk_widget_grab_focus (cell);
  type_into (cell, "twelve");
  g_assert_true (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cell)), ==, "twelve");
  g_assert_true (gtk_widget_has_css_class (cell, "error"));
  gtk_editable_set_text (GTK_EDITABLE (cell), "12");
  g_assert_false (gtk_widget_has_css_class (cell, "error"));
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), TRUE);
  ui_look_settle ();
  g_assert_false (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_look_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cell)), ==, before);
}

static gboolean
is_edited (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_EDITABLE_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (widget));
}

/* By keys alone: the selected row's first cell that can be edited opens, and Escape leaves it. */
static void
test_edit_by_key (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table, *cell;

  gtk_widget_activate_action (fixture->page, "page.view", "s", "inventory");
  ui_look_wait (fixture->page, "past vendor support");
  table = ui_look_find (fixture->page, is_table, NULL);
  bf_table_enter (BF_TABLE (table));
  ui_look_settle ();
  g_assert_true (gtk_widget_activate_action (table, "table.edit", NULL));
  cell = ui_look_find (fixture->page, is_edited, NULL);
  g_assert_nonnull (cell);
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), FALSE);
  g_assert_null (ui_look_find (fixture->page, is_edited, NULL));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/systems-page/select", test_select);
  add ("/systems-page/access", test_access);
  add ("/systems-page/zoom", test_zoom);
  add ("/systems-page/filter", test_filter);
  add ("/systems-page/follows", test_follows);
  add ("/systems-page/keys", test_keys);
  add ("/systems-page/refused-in-place", test_refused_in_place);
  add ("/systems-page/edit-by-key", test_edit_by_key);
  return ui_look_run (&application);
}
