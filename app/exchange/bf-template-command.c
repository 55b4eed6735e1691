/* SPDX-License-Identifier: GPL-3.0-or-later */

/* brownfield template: blank spreadsheets to hand out. */

#include "bf-command-private.h"

#include "bf-loose.h"
#include "bf-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The list that the file's name means; every list for "plant". */
static gboolean
read_name (const char *path, BfRecordKind *kind)
{
  g_autofree char *base = g_path_get_basename (path);

  base[strlen (base) - strlen (".xlsx")] = '\0';
  *kind = bf_template_find (base);
  if (*kind == BF_PLANT)
    *kind = BF_NO_RECORD;
  else if (*kind == BF_NO_RECORD)
    return FALSE;
  return TRUE;
}

static gboolean
is_xlsx (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx");
}

int
bf_command_template (char ***args, GString *out, GString *problems)
{
  gboolean all = FALSE;
  GOptionEntry entries[] = { { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL }, { NULL } };
  g_autoptr (GError) error = NULL;
  BfRecordKind kind = BF_NO_RECORD;
  const char *path;

  if (!bf_command_parse (args, entries, problems))
    return BF_EXIT_USAGE;
  if (g_strv_length (*args) != 2)
    return bf_command_misused ("template", _ ("Name one file to make."), problems);
  path = (*args)[1];
  if (!is_xlsx (path))
    return bf_command_misused ("template", _ ("The name of a template ends in .xlsx."), problems);
  if (!all && !read_name (path, &kind))
    return bf_command_misused ("template",
                               _ ("No list has that name; “brownfield list templates” shows "
                                  "the names, and --all writes every list."),
                               problems);
  if (!bf_template_write (kind, path, &error))
    {
      g_string_append_printf (problems, "%s\n", error->message);
      return BF_EXIT_INPUT;
    }
  /* Translators: %s is a file. */
  g_string_append_printf (out, _ ("Template: %s\n"), path);
  return BF_EXIT_DONE;
}
