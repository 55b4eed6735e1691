/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plan-text.h"

#include <string.h>

static void
set_column (BfPlan *plan, const BfRecord *record, gpointer row, const char *part, const char *line)
{
  const char *equals = strchr (part, '=');
  g_autofree char *column = equals ? g_strstrip (g_strndup (part, (gsize) (equals - part))) : NULL;
  g_autofree char *value = equals ? g_strstrip (g_strdup (equals + 1)) : NULL;
  const BfField *field = column ? bf_record_field (record, column) : NULL;
  g_autoptr (GError) error = NULL;

  if (!field)
    g_error ("No column in “%s” of: %s", part, line);
  if (!bf_field_set (field, row, bf_plan_strings (plan), value, &error))
    g_error ("%s in: %s", error->message, line);
}

static const BfRecord *
record_of (char **parts, const char *line)
{
  const BfRecord *record = bf_record_for_table (g_strstrip (parts[0]));

  if (!record)
    g_error ("No table in: %s", line);
  return record;
}

static void
add_line (BfPlan *plan, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);
  const BfRecord *record = record_of (parts, line);
  gpointer row = bf_plan_add (plan, record->kind);

  for (guint i = 1; parts[i]; i++)
    set_column (plan, record, row, parts[i], line);
}

static gboolean
says_something (const char *line)
{
  while (g_ascii_isspace (*line))
    line++;
  return *line && *line != '#';
}

BfPlan *
bf_test_plan (const char *text)
{
  BfPlan *plan = bf_plan_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (says_something (lines[i]))
      add_line (plan, lines[i]);
  bf_plan_seal (plan);
  return plan;
}

static gboolean
has_key (const char *part, const BfRecord *record, const char *key)
{
  g_auto (GStrv) words = g_strsplit (part, "=", 2);

  return words[0] && words[1] && strcmp (g_strstrip (words[0]), record->fields[0].column) == 0 &&
         g_ascii_strcasecmp (g_strstrip (words[1]), key) == 0;
}

/* Applies the line to @row when it is about it. */
static gboolean
change_row (BfPlan *plan, const BfRecord *record, gpointer row, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);

  if (record_of (parts, line) != record || !parts[1] ||
      !has_key (parts[1], record, ((const BfRow *) row)->key))
    return FALSE;
  for (guint i = 2; parts[i]; i++)
    set_column (plan, record, row, parts[i], line);
  return TRUE;
}

BfPlan *
bf_test_plan_with (const BfPlan *plan, const char *text)
{
  BfPlan *copy = bf_plan_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < bf_plan_count (plan, kind); i++)
      {
        gpointer row = bf_plan_add_copy (copy, kind, bf_plan_row (plan, kind, i));

        for (guint k = 0; lines[k]; k++)
          if (says_something (lines[k]) && change_row (copy, bf_record (kind), row, lines[k]))
            *lines[k] = '\0';
      }
  for (guint k = 0; lines[k]; k++)
    if (says_something (lines[k]))
      add_line (copy, lines[k]);
  bf_plan_seal (copy);
  return copy;
}

BfPlan *
bf_test_plan_read (const char *file)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("BF_SOURCE_DIR"), "tests", "scenarios", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  return bf_test_plan (text);
}
