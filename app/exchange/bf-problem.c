/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-problem.h"

#include "bf-loose.h"

#include <glib/gi18n-lib.h>

static void
excerpt_free (BfExcerpt *excerpt)
{
  for (guint i = 0; i < excerpt->n_cells; i++)
    {
      g_free (excerpt->cells[i].letters);
      g_free (excerpt->cells[i].heading);
      g_free (excerpt->cells[i].value);
    }
  g_free (excerpt);
}

void
bf_problem_free (BfProblem *problem)
{
  g_free (problem->file);
  g_free (problem->sheet);
  g_free (problem->column);
  g_free (problem->letters);
  g_free (problem->value);
  g_free (problem->what);
  g_free (problem->cure);
  g_free (problem->cell);
  g_free (problem->suggestion);
  g_clear_pointer (&problem->excerpt, excerpt_free);
  g_free (problem);
}

static void
append_place (GString *line, const BfProblem *problem)
{
  const char *mark = ": ";

  if (problem->sheet)
    {
      /* Translators: %s is the name of a sheet. */
      g_string_append_printf (line, _ ("%ssheet “%s”"), mark, problem->sheet);
      mark = ", ";
    }
  if (problem->row > 0)
    {
      /* Translators: %s is a mark such as a comma, %u the number of a row. */
      g_string_append_printf (line, _ ("%srow %u"), mark, problem->row);
      mark = ", ";
    }
  if (problem->line > 0)
    /* Translators: %u is the number of a line of a text file. */
    g_string_append_printf (line, _ (" (line %u)"), problem->line);
  if (problem->letters)
    {
      g_string_append_printf (line, "%s%s", mark, problem->letters);
      if (problem->row > 0)
        g_string_append_printf (line, "%u", problem->row);
      mark = ", ";
    }
  if (problem->column)
    g_string_append_printf (line, " “%s”", problem->column);
}

char *
bf_problem_sentence (const BfProblem *problem)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", problem->value ? problem->value : "");

  if (!problem->value || !*problem->value || g_str_has_prefix (problem->what, quoted))
    return g_strdup (problem->what);
  /* Translators: what a cell holds, and what is wrong with it. */
  return g_strdup_printf (_ ("“%s”: %s"), problem->value, problem->what);
}

char *
bf_problem_line (const BfProblem *problem)
{
  g_autoptr (GString) line = g_string_new (problem->file);
  g_autofree char *sentence = bf_problem_sentence (problem);

  append_place (line, problem);
  g_string_append_printf (line, "%s%s", line->len ? ": " : "", sentence);
  if (*problem->cure)
    g_string_append_printf (line, " %s", problem->cure);
  /* Cells may hold line ends. */
  return bf_tidy (line->str);
}
