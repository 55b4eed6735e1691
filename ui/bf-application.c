/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-application.h"

#include <glib/gi18n-lib.h>

#include "bf-dialogs.h"
#include "bf-plan-window.h"

struct _BfApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (BfApplication, bf_application, ADW_TYPE_APPLICATION)

static BfPlanWindow *
new_window (GApplication *application)
{
  BfPlanWindow *window = bf_plan_window_new (GTK_APPLICATION (application));

  bf_session_set_drafts (bf_plan_window_get_session (window), TRUE);
  bf_session_set_planner (bf_plan_window_get_session (window), bf_roadmap_compute);
  return window;
}

/* A window that shows nothing yet takes the next plan. */
static BfPlanWindow *
window_for_opening (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (BF_IS_PLAN_WINDOW (active) && bf_plan_window_is_empty (BF_PLAN_WINDOW (active)))
    return BF_PLAN_WINDOW (active);
  return new_window (application);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (new_window (data)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bf_dialogs_show_about (gtk_application_get_active_window (data));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (data);
}

/* For screenshots and for who wants the other style than the desktop's. */
static void
choose_color_scheme (void)
{
  const char *wanted = g_getenv ("BF_COLOR_SCHEME");

  if (g_strcmp0 (wanted, "dark") == 0)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  else if (g_strcmp0 (wanted, "light") == 0)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
bf_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new", .activate = new_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const char *const new_keys[] = { "<Control>n", NULL };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const close_keys[] = { "<Control>w", NULL };
  static const char *const help_keys[] = { "<Control>question", NULL };
  GtkApplication *app = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (bf_application_parent_class)->startup (application);
  choose_color_scheme ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (app, "app.new", new_keys);
  gtk_application_set_accels_for_action (app, "app.quit", quit_keys);
  gtk_application_set_accels_for_action (app, "window.close", close_keys);
  gtk_application_set_accels_for_action (app, "win.show-help-overlay", help_keys);
}

static void
bf_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (window_for_opening (application)));
}

static void
bf_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  BfPlanWindow *window = window_for_opening (application);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  int i;

  for (i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  gtk_window_present (GTK_WINDOW (window));
  bf_plan_window_open_paths (window, (const char *const *) paths);
}

static void
bf_application_class_init (BfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = bf_application_startup;
  application_class->activate = bf_application_activate;
  application_class->open = bf_application_open;
}

static void
bf_application_init (BfApplication *self)
{
}

BfApplication *
bf_application_new (GApplicationFlags flags)
{
  g_set_application_name (_ ("Brownfield"));
  return g_object_new (BF_TYPE_APPLICATION,
                       "application-id",
                       BF_APP_ID,
                       "resource-base-path",
                       "/org/brownfield/Brownfield",
                       "flags",
                       flags,
                       NULL);
}

int
bf_application_run (int argc, char **argv)
{
  g_autoptr (BfApplication) application = bf_application_new (G_APPLICATION_HANDLES_OPEN);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
