/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import page: problems with their answers, and what comes of them. */

#include "bf-application.h"
#include "bf-plan-window.h"

#include "ui-fixture.h"
#include "ui-look.h"

#include <glib/gstdio.h>

static GtkApplication *application;

static char *
write_file (const char *name, const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("brownfield-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
click (BfPlanWindow *window, const char *label)
{
  GtkWidget *button = ui_look_button (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Two answers, one taken back and given anew, then the import: the diary says so. */
static void
test_answers (void)
{
  g_autofree char *path = write_file ("systems.csv",
                                      "Unique id,Name,End of vendor support,Install year,Vendor\n"
                                      "A-1,Mill,end 2009,2O01,X\n");
  BfPlanWindow *window = ui_look_window_with (application, path);
  BfSession *session = bf_plan_window_get_session (window);
  const BfSystem *system;

  ui_look_wait (GTK_WIDGET (window), "Two places need an answer");
  click (window, "Use 31 Dec 2009");
  ui_look_wait (GTK_WIDGET (window), "One place needs an answer");
  ui_look_wait (GTK_WIDGET (window), "“end 2009” was read as “2009-12-31”.");
  click (window, "Take Back");
  ui_look_wait (GTK_WIDGET (window), "Two places need an answer");
  click (window, "Use 31 Dec 2009");
  ui_look_wait (GTK_WIDGET (window), "One place needs an answer");
  click (window, "Read as 2001");
  ui_look_wait (GTK_WIDGET (window), "Everything is answered");
  click (window, "Import");
  while (bf_session_get_plan (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  system = BF_FIND (bf_session_get_plan (session), SYSTEM, BfSystem, "A-1");
  g_assert_nonnull (system);
  g_assert_cmpint (system->install_year, ==, 2001);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "history");
  ui_look_wait (GTK_WIDGET (window), "1 added");
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
}

/* A long list keeps the window alive, and Cancel leaves nothing behind. */
static void
test_cancel (void)
{
  g_autoptr (GString) text = g_string_new ("Unique id,Name,Vendor,Install year\n");
  g_autofree char *path = NULL;
  BfPlanWindow *window;
  guint i;

  for (i = 0; i < 20000; i++)
    g_string_append_printf (text, "S-%u,Machine %u,X,2012\n", i, i);
  path = write_file ("long.csv", text->str);
  window = ui_look_window_with (application, path);
  ui_look_wait (GTK_WIDGET (window), "Writing the rows");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-cancel", NULL);
  ui_look_wait (GTK_WIDGET (window), "Drop your spreadsheets here");
  g_assert_null (bf_session_get_document (bf_plan_window_get_session (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-page/answers", test_answers);
  g_test_add_func ("/import-page/cancel", test_cancel);
  return ui_look_run (&application);
}
