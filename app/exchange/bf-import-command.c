/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-import-command.h"

#include "bf-import-apply.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
print_problems (const BfImport *import, GString *out)
{
  const GPtrArray *problems = bf_import_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      const BfProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = bf_problem_line (problem);

      if (problem->severity == BF_PROBLEM_NOTE)
        /* Translators: %s is something an import has to say. */
        g_string_append_printf (out, _ ("Note: %s"), line);
      else
        g_string_append (out, line);
      g_string_append_c (out, '\n');
    }
}

static void
print_summary (const BfImport *import, const BfImportCount *counts, GString *out)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfImportCount *count = &counts[kind];

      if (count->added + count->changed + count->unchanged > 0)
        /* Translators: the name of a list such as Systems, and three numbers of rows. */
        g_string_append_printf (out,
                                _ ("%s: %u added, %u changed, %u unchanged\n"),
                                _ (bf_record ((BfRecordKind) kind)->plural),
                                count->added,
                                count->changed,
                                count->unchanged);
    }
  if (bf_import_n_errors (import) > 0)
    g_string_append_printf (out,
                            ngettext ("%u error was left out.\n",
                                      "%u errors were left out.\n",
                                      bf_import_n_errors (import)),
                            bf_import_n_errors (import));
}

static void
print_refusal (const BfImport *import, GString *out)
{
  guint n = bf_import_n_errors (import);

  if (n == 0)
    g_string_append (out, _ ("Nothing was imported: no file holds a row.\n"));
  else
    g_string_append_printf (out,
                            ngettext ("Nothing was imported, because of %u error.\n",
                                      "Nothing was imported, because of %u errors.\n",
                                      n),
                            n);
}

static int
fail (const char *sentence, GString *problems)
{
  g_string_append_printf (problems, "%s\n", sentence);
  return 1;
}

/* The plan that is there; NULL without an error when there is none. */
static BfDocument *
open_existing (const char *output, GError **error)
{
  return g_file_test (output, G_FILE_TEST_EXISTS)
             ? bf_document_open (output, BF_OPEN_DEFAULT, error)
             : NULL;
}

static int
write_import (const BfImport *import,
              BfDocument *existing,
              const char *output,
              gboolean erase,
              GString *out,
              GString *problems)
{
  BfImportCount counts[BF_N_RECORDS];
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document =
      existing ? g_object_ref (existing) : bf_document_new (output, &error);

  if (!document)
    return fail (error->message, problems);
  if (!bf_import_apply (import, document, erase, counts, &error))
    {
      g_clear_object (&document);
      if (!existing)
        g_unlink (output);
      return fail (error->message, problems);
    }
  print_summary (import, counts, out);
  return 0;
}

/* @mapping NULL: what is remembered counts alone. */
static BfImport *
read_import (const char *const *inputs,
             BfImportFlags flags,
             const BfPlan *plan,
             const char *map,
             GError **error)
{
  BfMapping *mapping;

  if (!map)
    return bf_import_new (inputs, flags, plan, NULL, error);
  mapping = bf_mapping_read (map, error);
  return mapping ? bf_import_new_mapped (inputs, flags, plan, mapping, NULL, error) : NULL;
}

static void
remember (const char *map, GString *out, GString *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfMapping) mapping = bf_mapping_read (map, &error);
  g_autofree char *path = NULL;

  if (mapping && bf_mapping_remember (mapping, &path, &error))
    /* Translators: %s is a file. */
    g_string_append_printf (
        out, _ ("The mapping is remembered for tables with these headings (%s).\n"), path);
  else
    g_string_append_printf (problems, "%s\n", error->message);
}

int
bf_import_command_run (const char *const *inputs,
                       const char *output,
                       const char *map,
                       BfImportCommandFlags flags,
                       GString *out,
                       GString *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) existing = open_existing (output, &error);
  g_autoptr (BfPlan) plan = existing ? bf_document_snapshot (existing) : NULL;
  g_autoptr (BfImport) import = NULL;
  int code;

  if (error)
    return fail (error->message, problems);
  if (existing && bf_document_is_read_only (existing))
    {
      g_string_append_printf (problems, "%s: ", output);
      return fail (bf_document_read_only_sentence (existing), problems);
    }
  import =
      read_import (inputs,
                   flags & BF_IMPORT_COMMAND_GOOD_ROWS ? BF_IMPORT_GOOD_ROWS : BF_IMPORT_DEFAULT,
                   plan,
                   map,
                   &error);
  if (!import)
    return fail (error->message, problems);
  print_problems (import, problems);
  if (!bf_import_is_good (import))
    {
      print_refusal (import, problems);
      return 1;
    }
  code = write_import (import, existing, output, flags & BF_IMPORT_COMMAND_ERASE, out, problems);
  if (code == 0 && map)
    remember (map, out, problems);
  return code;
}
