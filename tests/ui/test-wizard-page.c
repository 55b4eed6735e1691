/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page for a spreadsheet that no rule understands: a person says what it is, sees what comes of
 * it, and it is remembered. */

#include "bf-application.h"
#include "bf-plan-window.h"
#include "bf-wizard-page.h"

#include "ui-fixture.h"
#include "ui-look.h"

#include <glib/gstdio.h>

static GtkApplication *application;

static char *
write_strange (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("brownfield-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path,
                                      "Marke;Was es tut;Jahr;Farbe\n"
                                      "X-1;Mixes;1999;red\nX-2;Packs;2O01;blue\n",
                                      -1,
                                      NULL));
  return path;
}

static gboolean
is_choice (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget) &&
         g_object_get_data (G_OBJECT (widget), "column") != NULL &&
         g_strcmp0 (
             ((const BfMappingColumn *) g_object_get_data (G_OBJECT (widget), "column"))->heading,
             data) == 0;
}

/* The column with that heading means the entry of that name. */
static void
say (BfPlanWindow *window, const char *heading, const char *meaning)
{
  GtkWidget *choice = ui_look_find (GTK_WIDGET (window), is_choice, heading);
  GListModel *words;

  g_assert_nonnull (choice);
  words = gtk_drop_down_get_model (GTK_DROP_DOWN (choice));
  for (guint i = 0; i < g_list_model_get_n_items (words); i++)
    {
      g_autoptr (GtkStringObject) word = g_list_model_get_item (words, i);

      if (g_str_equal (gtk_string_object_get_string (word), meaning))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
          return;
        }
    }
  g_error ("%s cannot mean %s", heading, meaning);
}

/* Waits for the button: what a click leads to is read on another thread. */
static void
click (BfPlanWindow *window, const char *label)
{
  GtkWidget *button;

  while ((button = ui_look_button (GTK_WIDGET (window), label)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (!gtk_widget_is_sensitive (button))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
}

static void
forget (void)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "brownfield", "mappings", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* From a file that nobody understands to its rows, the wrong cell answered on the way. */
static void
test_mapped (void)
{
  g_autofree char *path = write_strange ("hall.csv");
  g_autofree char *again = write_strange ("other.csv");
  BfPlanWindow *window;
  BfSession *session;

  forget ();
  window = ui_look_window_with (application, path);
  session = bf_plan_window_get_session (window);
  ui_look_wait (GTK_WIDGET (window), "No table in it is a list of a plan");
  click (window, "Say What It Is…");
  ui_look_wait (GTK_WIDGET (window), "What is in “hall.csv”?");
  ui_look_wait (GTK_WIDGET (window), "No column means anything yet.");
  ui_look_wait (GTK_WIDGET (window), "Packs");
  say (window, "Marke", "Unique id");
  ui_look_wait (GTK_WIDGET (window), "0 rows can be used, 1 place needs an answer");
  say (window, "Was es tut", "Name");
  ui_look_wait (GTK_WIDGET (window), "2 rows can be used");
  say (window, "Jahr", "Install year");
  ui_look_wait (GTK_WIDGET (window), "1 row can be used, 1 place needs an answer");
  ui_look_wait (GTK_WIDGET (window), "2O01");
  click (window, "Remember and Read");
  click (window, "Read as 2001");
  ui_look_wait (GTK_WIDGET (window), "Everything is answered");
  click (window, "Import");
  while (bf_session_get_plan (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (
      BF_FIND (bf_session_get_plan (session), SYSTEM, BfSystem, "X-2")->install_year, ==, 2001);
  gtk_window_destroy (GTK_WINDOW (window));
  window = ui_look_window_with (application, again);
  ui_look_wait (GTK_WIDGET (window), "One place needs an answer");
  gtk_window_destroy (GTK_WINDOW (window));
  forget ();
  g_unlink (path);
  g_unlink (again);
}

static gboolean
is_bare (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), data) == 0;
}

/* The first row is data: columns are named by their letters, and that row counts. */
static void
test_bare (void)
{
  g_autofree char *path = write_strange ("hall.csv");
  BfPlanWindow *window;
  BfSession *session;

  g_assert_true (g_file_set_contents (path, "X-1;Mixes;1999;red\nX-2;Packs;2001;blue\n", -1, NULL));
  forget ();
  window = ui_look_window_with (application, path);
  session = bf_plan_window_get_session (window);
  ui_look_wait (GTK_WIDGET (window), "No table in it is a list of a plan");
  click (window, "Say What It Is…");
  ui_look_wait (GTK_WIDGET (window), "What is in “hall.csv”?");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ui_look_find (GTK_WIDGET (window), is_bare, "No heading row")), TRUE);
  say (window, "A", "Unique id");
  say (window, "B", "Name");
  say (window, "C", "Install year");
  ui_look_wait (GTK_WIDGET (window), "2 rows can be used");
  click (window, "Remember and Read");
  while (bf_session_get_plan (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (
      BF_FIND (bf_session_get_plan (session), SYSTEM, BfSystem, "X-1")->install_year, ==, 1999);
  gtk_window_destroy (GTK_WINDOW (window));
  forget ();
  g_unlink (path);
}

/* Back leads to the problems, and nothing is remembered. */
static void
test_back (void)
{
  g_autofree char *path = write_strange ("hall.csv");
  BfPlanWindow *window = ui_look_window_with (application, path);
  g_autoptr (GPtrArray) remembered = NULL;

  ui_look_wait (GTK_WIDGET (window), "No table in it is a list of a plan");
  click (window, "Say What It Is…");
  ui_look_wait (GTK_WIDGET (window), "What is in “hall.csv”?");
  say (window, "Was es tut", "Name");
  click (window, "Back");
  ui_look_wait (GTK_WIDGET (window), "No table in it is a list of a plan");
  remembered = bf_mappings_remembered ();
  g_assert_cmpuint (remembered->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
}

/* A table on the clipboard comes in by the same way. */
static void
test_pasted (void)
{
  BfPlanWindow *window = bf_plan_window_new (application);
  BfSession *session = bf_plan_window_get_session (window);

  bf_session_set_planner (session, ui_fixture_plan);
  gtk_window_present (GTK_WINDOW (window));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "Unique id\tName\tVendor\nP-1\tPress\tAcme\n");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-paste", NULL);
  while (bf_session_get_plan (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (bf_plan_find (bf_session_get_plan (session), BF_SYSTEM, "P-1"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A list that everybody would recognise, but whose rows have no key: a person says which column
 * names them. */
static void
test_keyless (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "stops.csv", NULL);
  BfPlanWindow *window;

  forget ();
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path,
                                      "Bezeichnung;Beginn;Ende;Bereich;Art\n"
                                      "Sommer 2027;24.07.2027;15.08.2027;alle;Stillstand\n"
                                      "Sommer 2028;24.07.2028;15.08.2028;alle;Stillstand\n",
                                      -1,
                                      NULL));
  window = ui_look_window_with (application, path);
  ui_look_wait (GTK_WIDGET (window), "has no column “Key”");
  click (window, "Say What It Is…");
  ui_look_wait (GTK_WIDGET (window), "What is in “stops.csv”?");
  ui_look_wait (GTK_WIDGET (window), "Shutdowns");
  say (window, "Bezeichnung", "Key");
  ui_look_wait (GTK_WIDGET (window), "2 rows can be used");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
run_tests (void)
{
  g_test_add_func ("/wizard-page/mapped", test_mapped);
  g_test_add_func ("/wizard-page/bare", test_bare);
  g_test_add_func ("/wizard-page/back", test_back);
  g_test_add_func ("/wizard-page/pasted", test_pasted);
  g_test_add_func ("/wizard-page/keyless", test_keyless);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  run_tests ();
  return ui_look_run (&application);
}
