/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plan-file.h"

#include <errno.h>
#include <gtk/gtk.h>

#define MIME_TYPE "application/vnd.brownfield.plan"
#define MAX_RECENT 5

char *
bf_plan_file_name (const char *name, const char *suffix)
{
  GString *out = g_string_new (NULL);

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name);

      g_string_append_unichar (out, g_unichar_isalnum (c) || c == ' ' ? c : '-');
    }
  g_string_append (out, suffix);
  return g_string_free (out, FALSE);
}

static char *
folder_of_plans (void)
{
  return g_build_filename (g_get_user_data_dir (), "brownfield", "plans", NULL);
}

BfDocument *
bf_plan_file_new (const char *name, GError **error)
{
  g_autofree char *folder = folder_of_plans ();
  guint n;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
      return NULL;
    }
  for (n = 1;; n++)
    {
      g_autofree char *suffix =
          n == 1 ? g_strdup (BF_DOCUMENT_SUFFIX) : g_strdup_printf ("-%u" BF_DOCUMENT_SUFFIX, n);
      g_autofree char *file = bf_plan_file_name (name, suffix);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return bf_document_new (path, error);
    }
}

void
bf_plan_file_remember (BfDocument *document, const char *name)
{
  const char *path = bf_document_get_path (document);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  GtkRecentData data = {
    .display_name = (char *) name,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "brownfield",
    .app_exec = (char *) "brownfield %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
recent_plan_free (BfRecentPlan *plan)
{
  g_free (plan->path);
  g_free (plan->name);
  g_free (plan);
}

static BfRecentPlan *
recent_plan_new (GtkRecentInfo *info)
{
  g_autofree char *path = NULL;
  BfRecentPlan *plan;

  if (!gtk_recent_info_has_application (info, "brownfield") || !gtk_recent_info_exists (info))
    return NULL;
  path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  if (path == NULL)
    return NULL;
  plan = g_new0 (BfRecentPlan, 1);
  plan->path = g_steal_pointer (&path);
  plan->name = g_strdup (gtk_recent_info_get_display_name (info));
  plan->used = g_date_time_to_unix (gtk_recent_info_get_modified (info));
  return plan;
}

static int
later_first (gconstpointer a, gconstpointer b)
{
  const BfRecentPlan *first = *(BfRecentPlan *const *) a, *second = *(BfRecentPlan *const *) b;

  return (first->used < second->used) - (first->used > second->used);
}

GPtrArray *
bf_plan_file_recent (void)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) recent_plan_free);
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *at;

  for (at = infos; at != NULL; at = at->next)
    {
      BfRecentPlan *plan = recent_plan_new (at->data);

      if (plan != NULL)
        g_ptr_array_add (plans, plan);
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (plans, later_first);
  if (plans->len > MAX_RECENT)
    g_ptr_array_set_size (plans, MAX_RECENT);
  return plans;
}
