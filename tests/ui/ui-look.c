/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-look.h"

#include <string.h>

#include "bf-application.h"
#include "ui-fixture.h"

GtkWidget *
ui_look_find (GtkWidget *root, UiWanted wanted, gconstpointer data)
{
  GtkWidget *child, *found;

  if (wanted (root, data))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((found = ui_look_find (child, wanted, data)) != NULL)
      return found;
  return NULL;
}

gboolean
ui_look_says (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
ui_look_button (GtkWidget *root, const char *label)
{
  return ui_look_find (root, is_button, label);
}

void
ui_look_wait (GtkWidget *root, const char *words)
{
  while (ui_look_find (root, ui_look_says, words) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
ui_look_settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

BfPlanWindow *
ui_look_window (GtkApplication *application)
{
  g_autoptr (BfDocument) document = ui_fixture_document ();
  BfPlanWindow *window = bf_plan_window_new (application);

  bf_session_set_planner (bf_plan_window_get_session (window), ui_fixture_plan);
  bf_plan_window_show_document (window, document);
  ui_fixture_wait (bf_plan_window_get_session (window));
  gtk_window_present (GTK_WINDOW (window));
  ui_look_settle ();
  return window;
}

static int status;

static void
run_tests_cb (GApplication *app)
{
  g_application_hold (app);
  status = g_test_run ();
  /* The program's own way out: what it leaves behind in the toolkit is complained about here. */
  g_application_release (app);
  g_signal_stop_emission_by_name (app, "activate");
}

BfPlanWindow *
ui_look_window_with (GtkApplication *application, const char *path)
{
  BfPlanWindow *window = bf_plan_window_new (application);
  const char *paths[] = { path, NULL };

  bf_session_set_planner (bf_plan_window_get_session (window), ui_fixture_plan);
  gtk_window_present (GTK_WINDOW (window));
  bf_plan_window_open_paths (window, paths);
  return window;
}

int
ui_look_run (GtkApplication **application)
{
  g_autoptr (BfApplication) app = bf_application_new (G_APPLICATION_NON_UNIQUE);

  *application = GTK_APPLICATION (app);
  g_signal_connect (app, "activate", G_CALLBACK (run_tests_cb), NULL);
  g_application_run (G_APPLICATION (app), 0, NULL);
  return status;
}
