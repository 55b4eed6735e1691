/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-application.h"
#include "bf-plan-window.h"
#include "bf-table.h"

#include "ui-fixture.h"
#include "ui-look.h"

static GtkApplication *application;

static gboolean
is_table (GtkWidget *widget, gconstpointer data)
{
  return BF_IS_TABLE (widget) && gtk_widget_get_mapped (widget);
}

static void
wait_for (BfPlanWindow *window, const char *words)
{
  ui_look_wait (GTK_WIDGET (window), words);
}

static void
activate (BfPlanWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

/* --- Tests ----------------------------------------------------------------------------------- */

static void
test_welcome (void)
{
  BfPlanWindow *window = bf_plan_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  ui_look_settle ();
  g_assert_true (bf_plan_window_is_empty (window));
  wait_for (window, "Drop your spreadsheets here");
  wait_for (window, "Harrow Vale Aerostructures");
  g_assert_null (ui_look_find (GTK_WIDGET (window), ui_look_says, "Overview"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every page can be reached by its action, and says what the roadmap says. */
static void
test_pages (void)
{
  static const char *const pages[][2] = {
    { "overview", "Connected and proven by December 2029" },
    { "maturity", "Vertical integration" },
    { "systems", "Plant network, one flat segment" },
    { "steps", "Network segmentation" },
    { "money", "Fully loaded" },
    { "risk", "Chance to catch the window" },
    { "history", "Begin" },
  };
  BfPlanWindow *window = ui_look_window (application);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i][0]);
      wait_for (window, pages[i][1]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The row of the sidebar that a person would click. */
static gboolean
is_row_of (GtkWidget *widget, gconstpointer title)
{
  return GTK_IS_LIST_BOX_ROW (widget) && ui_look_find (widget, ui_look_says, title) != NULL;
}

static void
test_sidebar (void)
{
  BfPlanWindow *window = ui_look_window (application);
  GtkWidget *row = ui_look_find (GTK_WIDGET (window), is_row_of, "Systems");

  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  wait_for (window, "past vendor support");
  activate (window, "win.sidebar");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An edit is shown at once, named on the Undo button, and taken back by it. */
static void
test_edit_and_undo (void)
{
  BfPlanWindow *window = ui_look_window (application);
  BfSession *session = bf_plan_window_get_session (window);
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "systems");
  wait_for (window, "Order tracking Castline");
  g_assert_true (bf_session_edit (
      session, BF_SYSTEM, "MES-01", "name", "The successor", "Set “Name” of MES-01", &error));
  wait_for (window, "The successor");
  ui_fixture_wait (session);
  g_assert_null (ui_look_find (GTK_WIDGET (window), ui_look_says, "Order tracking Castline"));
  activate (window, "win.undo");
  wait_for (window, "Order tracking Castline");
  activate (window, "win.redo");
  wait_for (window, "The successor");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "history");
  wait_for (window, "takes back edit 2");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A table keeps its selection when the plan under it changes. */
static void
test_table_follows (void)
{
  BfPlanWindow *window = ui_look_window (application);
  BfSession *session = bf_plan_window_get_session (window);
  g_autoptr (GError) error = NULL;
  BfTable *table;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-system", "s", "MES-01");
  ui_look_settle ();
  table = BF_TABLE (ui_look_find (GTK_WIDGET (window), is_table, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (bf_table_get_rows (table)), ==, 6);
  g_assert_cmpstr (bf_table_row_system (bf_table_get_selected (table))->row.key, ==, "MES-01");
  g_assert_true (bf_session_edit (
      session, BF_SYSTEM, "MES-01", "experts", "7", "Set people of MES-01", &error));
  ui_look_settle ();
  g_assert_cmpint (bf_table_row_system (bf_table_get_selected (table))->experts, ==, 7);
  g_assert_cmpstr (bf_session_get_selected_system (session), ==, "MES-01");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
plant_window_of (BfPlanWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (ADW_IS_WINDOW (at->data) && gtk_window_get_transient_for (at->data) == GTK_WINDOW (window))
      return at->data;
  return NULL;
}

static gboolean
is_combo (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_COMBO_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static int
buffer_of (BfSession *session)
{
  return bf_plan_plant (bf_session_get_plan (session))->buffer;
}

/* The options of the plan are edited in a window of their own, each change an edit that is undone
 * like any other; what goes wrong there is said by the window of the plan. */
static void
test_plant (void)
{
  BfPlanWindow *window = ui_look_window (application);
  BfSession *session = bf_plan_window_get_session (window);
  GtkWidget *plant, *buffer;

  activate (window, "win.plant");
  plant = plant_window_of (window);
  activate (window, "win.plant");
  g_assert_true (plant_window_of (window) == plant);
  buffer = ui_look_find (plant, is_combo, "Buffer before cutovers");
  g_assert_nonnull (ui_look_find (plant, is_combo, "Tail of IT projects"));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (buffer)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (buffer), 2);
  ui_fixture_wait (session);
  g_assert_cmpint (buffer_of (session), ==, 0);
  activate (window, "win.undo");
  ui_fixture_wait (session);
  g_assert_cmpint (buffer_of (session), ==, -1);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (buffer)), ==, 0);
  g_assert_true (gtk_widget_activate_action (buffer, "win.toast", "s", "This is no number."));
  wait_for (window, "This is no number.");
  g_assert_true (gtk_widget_activate_action (buffer, "page.close-inspector", NULL));
  ui_look_settle ();
  g_assert_null (plant_window_of (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whatever can be pressed has a name that can be read out. */
static gboolean
is_nameless_button (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *problem = NULL;

  if (!GTK_IS_BUTTON (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (gtk_button_get_label (GTK_BUTTON (widget)) != NULL ||
      gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL)
    return FALSE;
  /* Minimize, maximize, close belong to the toolkit. */
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL)
    return FALSE;
  return !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
test_names (void)
{
  static const char *const pages[] = { "overview", "maturity", "systems", "steps",
                                       "money",    "risk",     "history" };
  BfPlanWindow *window = ui_look_window (application);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i]);
      ui_look_settle ();
      g_assert_null (ui_look_find (GTK_WIDGET (window), is_nameless_button, NULL));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A step that does not exist any more, an empty plan: pages say what to do next. */
static void
test_empty (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  BfPlanWindow *window = bf_plan_window_new (application);

  bf_plan_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (window, "Nothing to plan yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "systems");
  wait_for (window, "No systems yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "maturity");
  wait_for (window, "No results yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "money");
  wait_for (window, "Nothing to pay for yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "risk");
  wait_for (window, "Not simulated yet");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "history");
  wait_for (window, "No edits yet");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/sidebar", test_sidebar);
  g_test_add_func ("/window/edit-and-undo", test_edit_and_undo);
  g_test_add_func ("/window/table-follows", test_table_follows);
  g_test_add_func ("/window/plant", test_plant);
  g_test_add_func ("/window/names", test_names);
  g_test_add_func ("/window/empty", test_empty);
  return ui_look_run (&application);
}
