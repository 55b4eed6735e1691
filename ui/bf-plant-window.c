/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plant-window.h"

#include <glib/gi18n-lib.h>

#include "bf-record-inspector.h"

#define WIDTH 380
#define HEIGHT 640
#define OPEN_WINDOW "bf-plant-window"

static void
show_plant (BfRecordInspector *inspector, GParamSpec *pspec, BfSession *session)
{
  const BfPlan *plan = bf_session_get_plan (session);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (inspector));

  if (plan != NULL && bf_plan_plant (plan) != NULL)
    bf_record_inspector_show (inspector, plan, BF_PLANT, 0);
  else if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_window_close (window);
}

/* What goes wrong is said where the plan is. */
static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.toast", parameter);
}

static void
add_action (GtkWidget *window,
            const char *group_name,
            const char *name,
            const char *parameter,
            GCallback activate)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action =
      g_simple_action_new (name, parameter != NULL ? G_VARIANT_TYPE (parameter) : NULL);

  g_signal_connect_object (action, "activate", activate, window, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, group_name, G_ACTION_GROUP (group));
}

static void
close_by_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                          gtk_named_action_new ("page.close-inspector"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (window, keys);
}

static GtkWidget *
window_new (GtkWindow *parent, BfSession *session)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *handle = gtk_window_handle_new ();
  GtkWidget *inspector = bf_record_inspector_new (session);

  gtk_window_set_title (GTK_WINDOW (window), _ ("Plant and Plan Options"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), inspector);
  adw_window_set_content (ADW_WINDOW (window), handle);
  add_action (window, "page", "close-inspector", NULL, G_CALLBACK (close_cb));
  add_action (window, "win", "toast", "s", G_CALLBACK (toast_cb));
  close_by_escape (window);
  bf_session_watch (session, inspector, G_CALLBACK (show_plant), "plan", NULL);
  show_plant (BF_RECORD_INSPECTOR (inspector), NULL, session);
  return window;
}

static gboolean
has_plant (GtkWindow *toasts, BfSession *session)
{
  g_autoptr (GError) error = NULL;
  const BfPlan *plan = bf_session_get_plan (session);
  const char *title = bf_session_get_title (session);

  if (plan == NULL || bf_plan_plant (plan) != NULL)
    return plan != NULL;
  if (bf_session_decide (session, BF_PLANT, title, "name", title, _ ("Name the Plant"), &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (toasts), "win.toast", "s", error->message);
  return FALSE;
}

static void
forget_cb (GtkWindow *toasts)
{
  g_object_set_data (G_OBJECT (toasts), OPEN_WINDOW, NULL);
}

void
bf_plant_window_present (GtkWindow *toasts, BfSession *session)
{
  GtkWidget *open = g_object_get_data (G_OBJECT (toasts), OPEN_WINDOW);

  if (!has_plant (toasts, session))
    return;
  if (open == NULL)
    {
      open = window_new (toasts, session);
      g_object_set_data (G_OBJECT (toasts), OPEN_WINDOW, open);
      g_signal_connect_object (open, "destroy", G_CALLBACK (forget_cb), toasts, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (open));
}
