/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mend.h"

#include <glib/gi18n-lib.h>

BfMend *
bf_mend_new (const BfProblem *problem, BfMendKind kind, const char *text)
{
  BfMend *mend = g_new0 (BfMend, 1);

  mend->kind = kind;
  mend->file = g_strdup (problem->file);
  mend->sheet = g_strdup (problem->sheet);
  mend->row = problem->row;
  mend->letters = g_strdup (problem->letters);
  mend->heading = g_strdup (problem->column);
  mend->cell = g_strdup (problem->cell);
  mend->text = text && *text ? g_strdup (text) : NULL;
  return mend;
}

BfMend *
bf_mend_copy (const BfMend *mend)
{
  BfMend *copy = g_memdup2 (mend, sizeof *mend);

  copy->file = g_strdup (mend->file);
  copy->sheet = g_strdup (mend->sheet);
  copy->letters = g_strdup (mend->letters);
  copy->heading = g_strdup (mend->heading);
  copy->cell = g_strdup (mend->cell);
  copy->text = g_strdup (mend->text);
  return copy;
}

void
bf_mend_free (BfMend *mend)
{
  g_free (mend->file);
  g_free (mend->sheet);
  g_free (mend->letters);
  g_free (mend->heading);
  g_free (mend->cell);
  g_free (mend->text);
  g_free (mend);
}

static gboolean
is_of_column (const BfMend *mend)
{
  return mend->kind == BF_MEND_DAY_FIRST || mend->kind == BF_MEND_MONTH_FIRST;
}

gboolean
bf_mend_same_place (const BfMend *a, const BfMend *b)
{
  return g_strcmp0 (a->file, b->file) == 0 && g_strcmp0 (a->sheet, b->sheet) == 0 &&
         g_strcmp0 (a->letters, b->letters) == 0 && is_of_column (a) == is_of_column (b) &&
         (is_of_column (a) || a->row == b->row);
}

char *
bf_mend_words (const BfMend *mend)
{
  const char *cell = mend->cell ? mend->cell : "";

  switch (mend->kind)
    {
    case BF_MEND_READ_AS:
      if (!mend->text)
        /* Translators: %s is what a cell holds. */
        return g_strdup_printf (_ ("“%s” was read as unknown."), cell);
      /* Translators: what a cell holds, and what it stands for. */
      return g_strdup_printf (_ ("“%s” was read as “%s”."), cell, mend->text);
    case BF_MEND_LEAVE_OUT:
      return g_strdup (_ ("The row was left out."));
    case BF_MEND_ACCEPT:
      /* Translators: %s is what a cell holds. */
      return g_strdup_printf (_ ("“%s” is right as it was understood."), cell);
    case BF_MEND_DAY_FIRST:
      return g_strdup (_ ("The dates of the column were read with the day first."));
    case BF_MEND_MONTH_FIRST:
      return g_strdup (_ ("The dates of the column were read with the month first."));
    default:
      g_assert_not_reached ();
    }
}

char *
bf_mend_line (const BfMend *mend)
{
  g_autoptr (GString) line = g_string_new (mend->file);
  g_autofree char *words = bf_mend_words (mend);

  if (mend->sheet)
    /* Translators: %s is the name of a sheet. */
    g_string_append_printf (line, _ (", sheet “%s”"), mend->sheet);
  if (mend->letters && is_of_column (mend))
    /* Translators: %s is the letter of a column. */
    g_string_append_printf (line, _ (", column %s"), mend->letters);
  else if (mend->letters)
    g_string_append_printf (line, ", %s%u", mend->letters, mend->row);
  else if (mend->row > 0)
    /* Translators: %u is the number of a row. */
    g_string_append_printf (line, _ (", row %u"), mend->row);
  if (mend->heading)
    g_string_append_printf (line, " “%s”", mend->heading);
  g_string_append_printf (line, ": %s", words);
  return g_string_free (g_steal_pointer (&line), FALSE);
}
