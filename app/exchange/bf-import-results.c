/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maturity results by the catalogue: a framework and a dimension are meant by their id, their
 * short id beside a framework, or their name; levels lie on the framework's scale. */

#include "bf-catalogue.h"
#include "bf-import-private.h"
#include "bf-loose.h"
#include "bf-suggest.h"
#include "bf-words.h"

#include <glib/gi18n-lib.h>

static const BfFramework *
framework_named (const char *text)
{
  g_autofree char *loose = bf_loose (text);
  guint n;
  const BfFramework *all = bf_catalogue_frameworks (bf_catalogue_get (), &n);

  for (guint i = 0; i < n; i++)
    if (bf_loose_is_in (all[i].id, loose) || bf_loose_is_in (all[i].name, loose))
      return &all[i];
  return bf_catalogue_framework (bf_catalogue_get (), text);
}

/* A word of the sheet's or the file's name. */
static const BfFramework *
framework_of_sheet (const BfImportSheet *sheet)
{
  const char *names[] = { sheet->sheet, sheet->file };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) words = names[i] ? g_strsplit_set (names[i], " _-.,()", -1) : NULL;

      for (guint j = 0; words && words[j]; j++)
        {
          const BfFramework *found = *words[j] ? framework_named (words[j]) : NULL;

          if (found)
            return found;
        }
    }
  return NULL;
}

static char *
list_frameworks (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const BfFramework *all = bf_catalogue_frameworks (bf_catalogue_get (), &n);

  for (guint i = 0; i < n; i++)
    if (all[i].n_dimensions > 0)
      g_string_append_printf (text, "%s%s", text->len ? ", " : "", all[i].id);
  return g_strdup (text->str);
}

/* A whole list without a framework is one problem, not one a row. */
static gboolean
is_told (const BfImport *import, const BfImportRow *row, const char *what)
{
  for (guint i = 0; row->sheet && i < import->problems->len; i++)
    {
      const BfProblem *problem = g_ptr_array_index (import->problems, i);

      if (g_str_equal (problem->what, what) && g_strcmp0 (problem->file, row->sheet->file) == 0 &&
          g_strcmp0 (problem->sheet, row->sheet->sheet) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
tell_no_framework (BfImport *import, BfImportRow *row, const char *named)
{
  g_autofree char *known = list_frameworks ();
  const BfField *field = bf_import_field (BF_RESULT, "framework");
  const char *nothing = _ ("Nothing says to which framework these results belong.");

  if (named)
    bf_import_tell_row (import,
                        row,
                        field,
                        named,
                        g_strdup (_ ("The catalogue knows no such framework.")),
                        /* Translators: %s is a list of ids. */
                        g_strdup_printf (_ ("Name one of %s in a column “Framework”."), known));
  else if (is_told (import, row, nothing))
    row->bad = TRUE;
  else
    bf_import_tell_row (import,
                        row,
                        field,
                        NULL,
                        g_strdup (nothing),
                        /* Translators: %s is a list of ids. */
                        g_strdup_printf (_ ("Name one of %s in a column “Framework”, or in the "
                                            "name of the sheet or file."),
                                         known));
}

/* The framework of the row, by its own column, its dimension ("SIRI:D1"), or its sheet. */
static const BfFramework *
find_framework (BfImport *import, BfImportRow *row)
{
  const BfResult *result = row->row;
  const BfField *field = bf_import_field (BF_RESULT, "framework");
  const char *colon = result->dimension ? strchr (result->dimension, ':') : NULL;
  g_autofree char *head =
      colon ? g_strndup (result->dimension, (gsize) (colon - result->dimension)) : NULL;
  const BfFramework *found = result->framework ? framework_named (result->framework)
                             : head            ? framework_named (head)
                             : row->sheet      ? framework_of_sheet (row->sheet)
                                               : NULL;

  if (found)
    {
      bf_import_set (import, row, field, found->id);
      return found;
    }
  tell_no_framework (import, row, result->framework ? result->framework : head);
  return NULL;
}

static const BfDimension *
dimension_named (const BfFramework *framework, const char *text)
{
  const BfDimension *found = bf_catalogue_dimension (bf_catalogue_get (), framework->id, text);
  g_autofree char *loose = found ? NULL : bf_loose (text);

  for (guint i = 0; !found && i < framework->n_dimensions; i++)
    {
      const BfDimension *dimension = &framework->dimensions[i];

      if (bf_loose_is_in (dimension->id, loose) || bf_loose_is_in (dimension->short_id, loose) ||
          bf_loose_is_in (dimension->name, loose))
        found = dimension;
    }
  return found;
}

static void
tell_no_dimension (BfImport *import, BfImportRow *row, const BfFramework *framework)
{
  const BfResult *result = row->row;
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  BfProblem *problem;

  for (guint i = 0; i < framework->n_dimensions; i++)
    {
      g_string_append_printf (known, "%s%s", i ? ", " : "", framework->dimensions[i].id);
      g_ptr_array_add (ids, (gpointer) framework->dimensions[i].id);
    }
  g_ptr_array_add (ids, NULL);
  problem = bf_import_tell_row (
      import,
      row,
      bf_import_field (BF_RESULT, "dimension"),
      result->dimension,
      /* Translators: %s is the id of a framework. */
      g_strdup_printf (_ ("The framework %s has no such dimension."), framework->id),
      /* Translators: %s is a list of ids. */
      g_strdup_printf (_ ("Use one of %s."), known->str));
  if (result->dimension)
    problem->suggestion =
        g_strdup (bf_suggest_word ((const char *const *) ids->pdata, result->dimension));
}

static void
check_levels (BfImport *import, BfImportRow *row, const BfFramework *framework)
{
  static const char *const columns[] = { "claimed", "verified", "low", "high", "target" };

  if (isnan (framework->scale_min))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const BfField *field = bf_import_field (BF_RESULT, columns[i]);
      double level = BF_AT (double, field, row->row);
      g_autofree char *text = NULL;

      if (isnan (level) || (level >= framework->scale_min && level <= framework->scale_max))
        continue;
      text = bf_field_text (field, row->row);
      bf_import_tell_row (
          import,
          row,
          field,
          text,
          /* Translators: the id of a framework, its lowest and its highest level. */
          g_strdup_printf (_ ("The levels of %s lie between %g and %g."),
                           framework->id,
                           framework->scale_min,
                           framework->scale_max),
          g_strdup (_ ("Correct the level, or clear the cell.")));
    }
}

static void
make_key (BfImport *import, BfImportRow *row)
{
  const BfResult *result = row->row;
  gboolean site = !result->scope || bf_words_all (result->scope);
  g_autofree char *key = site ? g_strdup (result->dimension)
                              : g_strdup_printf ("%s@%s", result->dimension, result->scope);

  bf_import_set (import, row, bf_import_field (BF_RESULT, "key"), key);
}

void
bf_import_finish_result (BfImport *import, BfImportRow *row)
{
  const BfField *field = bf_import_field (BF_RESULT, "dimension");
  const BfResult *result = row->row;
  const BfFramework *framework;
  const BfDimension *dimension;

  if (!result->dimension)
    return;
  framework = find_framework (import, row);
  if (!framework)
    return;
  dimension = dimension_named (framework, result->dimension);
  if (!dimension)
    {
      tell_no_dimension (import, row, framework);
      return;
    }
  bf_import_set (import, row, field, dimension->id);
  check_levels (import, row, framework);
  make_key (import, row);
}

/* --- Dimensions that others name ---------------------------------------------------------- */

/* By id, with or without its framework if only one has it, or by name. */
static const BfDimension *
dimension_anywhere (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *head = colon ? g_strndup (text, (gsize) (colon - text)) : NULL;
  const BfFramework *framework = head ? framework_named (head) : NULL;
  const BfDimension *found = framework ? dimension_named (framework, text) : NULL;
  guint n;
  const BfFramework *all = bf_catalogue_frameworks (bf_catalogue_get (), &n);

  if (!found && framework)
    found = dimension_named (framework, colon + 1);
  for (guint i = 0; !found && !head && i < n; i++)
    found = dimension_named (&all[i], text);
  return found;
}

void
bf_import_finish_dimension (BfImport *import, BfImportRow *row)
{
  const BfField *field = bf_import_field (row->kind, "dimension");
  const char *text = BF_AT (const char *, field, row->row);
  g_auto (GStrv) parts = text ? g_strsplit_set (text, ";,\n", -1) : NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; parts && parts[i]; i++)
    {
      g_autofree char *part = bf_tidy (parts[i]);
      const BfDimension *found = *part ? dimension_anywhere (part) : NULL;

      if (!*part)
        continue;
      if (!found)
        {
          bf_import_tell_row (import,
                              row,
                              field,
                              part,
                              g_strdup (_ ("No framework of the catalogue has such a dimension.")),
                              g_strdup (_ ("Write framework and dimension, such as SIRI:D1.")));
          return;
        }
      g_string_append_printf (ids, "%s%s", ids->len ? "; " : "", found->id);
    }
  if (ids->len > 0)
    bf_import_set (import, row, field, ids->str);
}
