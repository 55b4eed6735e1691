/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's actions: what menus, keys, buttons and tests activate by name. */

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "bf-dialogs.h"
#include "bf-export.h"
#include "bf-plan-file.h"
#include "bf-plan-window-private.h"
#include "bf-plant-window.h"
#include "bf-sample.h"

static BfDocument *
document_of (BfPlanWindow *self)
{
  return bf_session_get_document (bf_plan_window_get_session (self));
}

static void
complain (BfPlanWindow *self, const char *heading, const GError *error)
{
  bf_dialogs_show_error (GTK_WINDOW (self), heading, error->message);
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_plan_window_show_page (BF_PLAN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!bf_document_undo (document_of (self), &error))
    bf_plan_window_toast (self, error->message);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!bf_document_redo (document_of (self), &error))
    bf_plan_window_toast (self, error->message);
}

static void
revert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (document_of (self) == NULL)
    return;
  if (!bf_document_revert (document_of (self), g_variant_get_int64 (parameter), NULL, &error))
    complain (self, _ ("This edit cannot be taken back"), error);
}

/* --- Files ---------------------------------------------------------------------------------- */

static void
open_chosen_cb (const char *const *paths, gpointer data)
{
  bf_plan_window_open_paths (data, paths);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_dialogs_choose_plan (GTK_WINDOW (widget), open_chosen_cb, widget);
}

static void
open_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *paths[] = { g_variant_get_string (parameter, NULL), NULL };

  bf_plan_window_open_paths (BF_PLAN_WINDOW (widget), paths);
}

static void
open_files_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  bf_plan_window_open_paths (BF_PLAN_WINDOW (widget), paths);
}

static void
open_sample_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);
  g_autofree char *path = bf_sample_folder (g_variant_get_string (parameter, NULL));
  const char *paths[] = { path, NULL };

  if (path != NULL)
    bf_plan_window_import (self, paths, NULL);
  else
    bf_plan_window_toast (self, _ ("This sample is not installed."));
}

static void
empty_plan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_plan_file_new (_ ("New plan"), &error);

  if (document == NULL)
    complain (self, _ ("No new plan"), error);
  else
    bf_plan_window_show_document (self, document);
}

static void
import_chosen_cb (const char *const *paths, gpointer data)
{
  bf_plan_window_import (data, paths, document_of (data));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_dialogs_choose_spreadsheets (GTK_WINDOW (widget), import_chosen_cb, widget);
}

/* A table that was copied elsewhere is read as a file of its text is. */
static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BfPlanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "brownfield", NULL);
  g_autofree char *path = g_build_filename (folder, _ ("Pasted table.tsv"), NULL);
  const char *paths[] = { path, NULL };

  if (text == NULL || *text == '\0')
    bf_plan_window_toast (self, _ ("Copy a table first; there is no text on the clipboard."));
  else if (g_mkdir_with_parents (folder, 0700) != 0 ||
           !g_file_set_contents (path, text, -1, &error))
    bf_plan_window_toast (self, error != NULL ? error->message : g_strerror (errno));
  else
    bf_plan_window_import (self, paths, document_of (self));
}

static void
import_paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
import_cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_plan_window_end_import (BF_PLAN_WINDOW (widget));
}

static void
copy_chosen_cb (const char *const *paths, gpointer data)
{
  BfPlanWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!bf_document_copy (document_of (self), paths[0], &error))
    complain (self, _ ("The copy was not written"), error);
  else
    bf_plan_window_open_paths (self, paths);
}

static void
save_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);
  g_autofree char *offered =
      bf_plan_file_name (bf_session_get_title (bf_plan_window_get_session (self)), ".brownfield");

  bf_dialogs_choose_target (GTK_WINDOW (self), _ ("Save a Copy"), offered, copy_chosen_cb, self);
}

static void
export_chosen_cb (const char *const *paths, gpointer data)
{
  BfPlanWindow *self = data;
  const BfRoadmap *roadmap = bf_session_get_roadmap (bf_plan_window_get_session (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (BfOrigin) origin = NULL;
  const char *const inputs[] = { bf_document_get_path (document_of (self)), NULL };
  BfWorkbookOptions options = { .inputs = inputs };

  if (roadmap == NULL)
    return;
  origin = bf_origin_new (document_of (self), &error);
  options.origin = origin;
  if (origin != NULL && bf_export_write_with (roadmap, &options, paths[0], &error))
    bf_plan_window_toast (self, _ ("The workbook is written."));
  else
    complain (self, _ ("The workbook was not written"), error);
}

static void
export_workbook_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfSession *session = bf_plan_window_get_session (BF_PLAN_WINDOW (widget));
  g_autofree char *offered = bf_plan_file_name (bf_session_get_title (session), ".xlsx");

  bf_dialogs_choose_target (
      GTK_WINDOW (widget), _ ("Export Workbook"), offered, export_chosen_cb, widget);
}

static void
plant_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_plant_window_present (GTK_WINDOW (widget),
                           bf_plan_window_get_session (BF_PLAN_WINDOW (widget)));
}

static void
close_plan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_session_set_document (bf_plan_window_get_session (BF_PLAN_WINDOW (widget)), NULL);
}

/* --- The roadmap ---------------------------------------------------------------------------- */

static void
replan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_session_replan (bf_plan_window_get_session (BF_PLAN_WINDOW (widget)));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_session_cancel (bf_plan_window_get_session (BF_PLAN_WINDOW (widget)));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_plan_window_search (BF_PLAN_WINDOW (widget));
}

static void
show_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);

  bf_session_set_selected_step (bf_plan_window_get_session (self),
                                g_variant_get_string (parameter, NULL));
  bf_plan_window_show_page (self, "roadmap");
}

static void
show_system_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (widget);

  bf_session_set_selected_system (bf_plan_window_get_session (self),
                                  g_variant_get_string (parameter, NULL));
  bf_plan_window_show_page (self, "systems");
}

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bf_plan_window_toast (BF_PLAN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* --- All of them ---------------------------------------------------------------------------- */

static const struct
{
  const char *name, *parameter;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
} actions[] = {
  { "win.page", "s", page_cb },
  { "win.undo", NULL, undo_cb, GDK_KEY_z, GDK_CONTROL_MASK },
  { "win.redo", NULL, redo_cb, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.revert", "x", revert_cb },
  { "win.open", NULL, open_cb, GDK_KEY_o, GDK_CONTROL_MASK },
  { "win.open-file", "s", open_file_cb },
  { "win.open-files", "as", open_files_cb },
  { "win.open-sample", "s", open_sample_cb },
  { "win.empty-plan", NULL, empty_plan_cb },
  { "win.import", NULL, import_cb, GDK_KEY_i, GDK_CONTROL_MASK },
  { "win.import-paste", NULL, import_paste_cb, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.import-cancel", NULL, import_cancel_cb },
  { "win.save-copy", NULL, save_copy_cb, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.export-workbook", NULL, export_workbook_cb, GDK_KEY_e, GDK_CONTROL_MASK },
  { "win.plant", NULL, plant_cb, GDK_KEY_comma, GDK_CONTROL_MASK },
  { "win.close-plan", NULL, close_plan_cb },
  { "win.replan", NULL, replan_cb, GDK_KEY_F5, 0 },
  { "win.cancel", NULL, cancel_cb, GDK_KEY_Escape, 0 },
  { "win.search", NULL, search_cb, GDK_KEY_f, GDK_CONTROL_MASK },
  { "win.toast", "s", toast_cb },
  { "win.show-step", "s", show_step_cb },
  { "win.show-system", "s", show_system_cb },
};

static void
bind_page_keys (GtkWidgetClass *klass)
{
  static const char *const pages[] = { "overview", "maturity", "systems", "roadmap",
                                       "steps",    "money",    "risk",    "history" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_1 + i, GDK_ALT_MASK, "win.page", "s", pages[i]);
}

void
bf_plan_window_install_actions (GtkWidgetClass *klass)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (
          klass, actions[i].name, actions[i].parameter, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (
            klass, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_install_property_action (klass, "win.sidebar", "sidebar");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F9, 0, "win.sidebar", NULL);
  bind_page_keys (klass);
}

void
bf_plan_window_update_actions (BfPlanWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  BfDocument *document = document_of (window);
  gboolean shows_plan = bf_plan_window_shows_plan (window);
  gboolean has_plan = document != NULL && shows_plan;
  BfSession *session = bf_plan_window_get_session (window);

  gtk_widget_action_set_enabled (widget, "win.undo", has_plan && bf_document_can_undo (document));
  gtk_widget_action_set_enabled (widget, "win.redo", has_plan && bf_document_can_redo (document));
  gtk_widget_action_set_enabled (widget, "win.page", shows_plan);
  gtk_widget_action_set_enabled (widget, "win.save-copy", has_plan);
  gtk_widget_action_set_enabled (widget, "win.close-plan", has_plan);
  gtk_widget_action_set_enabled (widget, "win.plant", has_plan);
  gtk_widget_action_set_enabled (widget, "win.search", has_plan);
  gtk_widget_action_set_enabled (widget, "win.replan", has_plan);
  gtk_widget_action_set_enabled (widget,
                                 "win.export-workbook",
                                 has_plan && bf_session_get_roadmap (session) != NULL &&
                                     !bf_session_shows_draft (session) &&
                                     !bf_session_was_stopped (session));
  gtk_widget_action_set_enabled (widget, "win.cancel", bf_session_get_busy (session));
}
