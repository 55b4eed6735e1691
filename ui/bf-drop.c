/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-drop.h"

static void
add_path (GStrvBuilder *paths, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    g_strv_builder_add (paths, path);
}

static void
add_lines (GStrvBuilder *paths, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GFile) file = NULL;

      if (*g_strstrip (lines[i]) == '\0' || *lines[i] == '#')
        continue;
      file = g_path_is_absolute (lines[i]) ? g_file_new_for_path (lines[i])
                                           : g_file_new_for_uri (lines[i]);
      add_path (paths, file);
    }
}

char **
bf_drop_paths (const GValue *value)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  GSList *at;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (at = g_value_get_boxed (value); at != NULL; at = at->next)
      add_path (paths, at->data);
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    add_path (paths, g_value_get_object (value));
  else if (G_VALUE_HOLDS_STRING (value))
    add_lines (paths, g_value_get_string (value));
  all = g_strv_builder_end (paths);
  return all[0] != NULL ? g_steal_pointer (&all) : NULL;
}

static gboolean
dropped_cb (GtkWidget *zone, const GValue *value)
{
  g_auto (GStrv) paths = bf_drop_paths (value);

  gtk_widget_remove_css_class (zone, "drop-hover");
  if (paths == NULL)
    return FALSE;
  return gtk_widget_activate_action (zone, "win.open-files", "^as", paths);
}

static GdkDragAction
entered_cb (GtkWidget *zone)
{
  gtk_widget_add_css_class (zone, "drop-hover");
  return GDK_ACTION_COPY;
}

static void
left_cb (GtkWidget *zone)
{
  gtk_widget_remove_css_class (zone, "drop-hover");
}

void
bf_drop_accept (GtkWidget *widget, GtkWidget *zone)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), zone);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (entered_cb), zone);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (left_cb), zone);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
