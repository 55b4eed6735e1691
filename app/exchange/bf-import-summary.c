/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-import-apply.h"

#include <glib/gi18n-lib.h>

/* A wrong column of a long list must not make an edit's reason a book. */
#define MAX_LINES 100

static void
append_line (GString *out, const char *line)
{
  g_string_append_printf (out, "%s%s", out->len ? "\n" : "", line);
}

static void
append_count (GString *out, BfRecordKind kind, const BfImportCount *count)
{
  g_autofree char *line = NULL;

  if (count->added + count->changed + count->unchanged == 0)
    return;
  /* Translators: the name of a list such as Systems, and three numbers of rows. */
  line = g_strdup_printf (_ ("%s: %u added, %u changed, %u unchanged."),
                          _ (bf_record (kind)->plural),
                          count->added,
                          count->changed,
                          count->unchanged);
  append_line (out, line);
}

static void
append_problems (GString *out, const GPtrArray *problems, BfProblemSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const BfProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *said = NULL;
      g_autofree char *line = NULL;

      if (problem->severity != severity || n++ >= MAX_LINES)
        continue;
      said = bf_problem_line (problem);
      /* Translators: %s is something an import has to say. */
      line =
          g_strdup_printf (severity == BF_PROBLEM_NOTE ? _ ("Note: %s") : _ ("Left out: %s"), said);
      append_line (out, line);
    }
  if (n > MAX_LINES)
    {
      g_autofree char *line =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_LINES), n - MAX_LINES);

      append_line (out, line);
    }
}

char *
bf_import_summary (const BfImport *import, const GArray *changes)
{
  const GPtrArray *answers = bf_import_answers (import);
  g_autoptr (GString) out = g_string_new (NULL);
  BfImportCount counts[BF_N_RECORDS];

  bf_import_count (changes, counts);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    append_count (out, (BfRecordKind) kind, &counts[kind]);
  for (guint i = 0; i < answers->len; i++)
    {
      /* Translators: %s is how a problem of an import was answered. */
      g_autofree char *line =
          g_strdup_printf (_ ("Answered: %s"), (const char *) g_ptr_array_index (answers, i));

      append_line (out, line);
    }
  append_problems (out, bf_import_problems (import), BF_PROBLEM_ERROR);
  append_problems (out, bf_import_problems (import), BF_PROBLEM_NOTE);
  return g_strdup (out->str);
}
