/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mapping-command.h"

#include "bf-command-private.h"
#include "bf-mapping.h"
#include "bf-template.h"

#include <glib/gi18n-lib.h>

/* The sheet that was asked for, else the first that has headings. */
static BfMapping *
propose (const GPtrArray *sheets, const char *wanted, gboolean letters, BfRecordKind kind)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const BfGrid *sheet = g_ptr_array_index (sheets, i);
      BfMapping *mapping = NULL;

      if (!sheet->hidden && (!wanted || g_strcmp0 (sheet->name, wanted) == 0))
        mapping =
            letters ? bf_mapping_propose_letters (sheet, kind) : bf_mapping_propose (sheet, kind);
      if (mapping)
        return mapping;
    }
  return NULL;
}

static int
fail (GString *problems, const char *path, const char *sentence)
{
  g_string_append_printf (problems, "%s: %s\n", path, sentence);
  return BF_EXIT_INPUT;
}

static int
write_proposal (const char *path,
                const char *sheet,
                gboolean letters,
                BfRecordKind kind,
                const char *output,
                GString *out,
                GString *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = bf_grids_read (path, NULL, NULL, NULL, &error);
  g_autoptr (BfMapping) mapping = sheets ? propose (sheets, sheet, letters, kind) : NULL;

  if (!sheets)
    return fail (problems, path, error->message);
  if (!mapping)
    return fail (problems,
                 path,
                 letters ? _ ("No sheet of that name holds anything.")
                         : _ ("No sheet of that name has a row of headings; where there is none, "
                              "say --no-headings."));
  if (!bf_mapping_write (mapping, output, &error))
    return fail (problems, output, error->message);
  g_string_append_printf (
      out,
      /* Translators: a file, and another. */
      _ ("%s: say in it which list the sheet is and what each column means, then import %s with "
         "--map.\n"),
      output,
      path);
  return BF_EXIT_DONE;
}

int
bf_command_map (char ***args, GString *out, GString *problems)
{
  g_autofree char *output = NULL, *sheet = NULL, *list = NULL;
  gboolean letters = FALSE;
  GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
                             { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet, NULL, NULL },
                             { "list", 0, 0, G_OPTION_ARG_STRING, &list, NULL, NULL },
                             { "no-headings", 0, 0, G_OPTION_ARG_NONE, &letters, NULL, NULL },
                             { NULL } };
  BfRecordKind kind;

  if (!bf_command_parse (args, entries, problems))
    return BF_EXIT_USAGE;
  if (g_strv_length (*args) != 2)
    return bf_command_misused ("map", _ ("Name one spreadsheet."), problems);
  if (!output)
    return bf_command_misused ("map", _ ("Say with -o where the mapping goes."), problems);
  kind = list ? bf_template_find (list) : BF_NO_RECORD;
  if (list && kind == BF_NO_RECORD)
    return bf_command_misused (
        "map", _ ("No list has that name; “brownfield list templates” shows the names."), problems);
  return write_proposal ((*args)[1], sheet, letters, kind, output, out, problems);
}
