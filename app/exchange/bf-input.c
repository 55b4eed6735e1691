/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-input.h"

#include "bf-document.h"
#include "bf-import-apply.h"
#include "bf-sample.h"

#include <glib/gi18n-lib.h>

static BfPlan *
read_document (const char *path, BfOrigin **origin, GString *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_READ_ONLY, &error);

  if (document && (!origin || (*origin = bf_origin_new (document, &error))))
    return bf_document_snapshot (document);
  g_string_append_printf (problems, "%s\n", error->message);
  return NULL;
}

/* A path as it is, or the folder of a sample. NULL with a problem when it is neither. */
static char *
resolve (const char *input, GString *problems)
{
  char *folder =
      g_file_test (input, G_FILE_TEST_EXISTS) ? g_strdup (input) : bf_sample_folder (input);
  g_auto (GStrv) samples = NULL;
  g_autofree char *names = NULL;

  if (folder)
    return folder;
  samples = bf_sample_names ();
  names = g_strjoinv (", ", samples);
  g_string_append_printf (problems,
                          /* Translators: what was typed, and the names of the samples. */
                          _ ("%s: there is no such file or folder, and no sample of that name "
                             "(samples: %s).\n"),
                          input,
                          names);
  return NULL;
}

static void
list_errors (const BfImport *import, GString *problems)
{
  const GPtrArray *all = bf_import_problems (import);

  for (guint i = 0; i < all->len; i++)
    {
      const BfProblem *problem = g_ptr_array_index (all, i);
      g_autofree char *line =
          problem->severity == BF_PROBLEM_ERROR ? bf_problem_line (problem) : NULL;

      if (line)
        g_string_append_printf (problems, "%s\n", line);
    }
}

static BfPlan *
read_spreadsheets (const char *const *paths, GString *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfImport) import = bf_import_new (paths, BF_IMPORT_DEFAULT, NULL, NULL, &error);
  g_autoptr (BfDocument) document = NULL;

  if (import && bf_import_is_good (import))
    {
      document = bf_document_new_in_memory ();
      if (bf_import_apply (import, document, FALSE, NULL, &error))
        return bf_document_snapshot (document);
    }
  if (import)
    list_errors (import, problems);
  if (error)
    g_string_append_printf (problems, "%s\n", error->message);
  else if (import && bf_import_n_errors (import) == 0)
    g_string_append (problems, _ ("No file holds a row that could be planned with.\n"));
  return NULL;
}

static gboolean
is_document (const char *path)
{
  return g_str_has_suffix (path, BF_DOCUMENT_SUFFIX);
}

GPtrArray *
bf_input_resolve (const char *const *inputs, GString *problems)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (; *inputs; inputs++)
    {
      char *path = resolve (*inputs, problems);

      if (!path)
        return NULL;
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  return g_steal_pointer (&paths);
}

BfPlan *
bf_input_read (const char *const *inputs, GString *problems)
{
  return bf_input_read_from (inputs, NULL, problems);
}

BfPlan *
bf_input_read_from (const char *const *inputs, BfOrigin **origin, GString *problems)
{
  g_autoptr (GPtrArray) paths = bf_input_resolve (inputs, problems);
  guint n = paths ? paths->len - 1 : 0;
  guint n_documents = 0;

  for (guint i = 0; i < n; i++)
    n_documents += is_document (paths->pdata[i]);
  if (n_documents == 1 && n == 1)
    return read_document (paths->pdata[0], origin, problems);
  if (n_documents > 0)
    g_string_append (problems,
                     _ ("A plan has to stand alone; import spreadsheets into it first.\n"));
  if (n_documents > 0 || n == 0)
    return NULL;
  return read_spreadsheets ((const char *const *) paths->pdata, problems);
}
