/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap-compute.h"

#include <glib/gi18n-lib.h>

static const BfScenario *
find_scenario (const BfPlan *plan, const char *name)
{
  const BfScenario *found = BF_FIND (plan, SCENARIO, BfScenario, name);

  for (guint i = 0; !found && i < bf_plan_count (plan, BF_SCENARIO); i++)
    {
      const BfScenario *row = BF_ROW (plan, SCENARIO, BfScenario, i);

      if (row->name && g_ascii_strcasecmp (row->name, name) == 0)
        found = row;
    }
  return found;
}

/* The copy of the row with that key; a new one where there is none. */
static gpointer
row_of (BfPlan *plan, GHashTable *copies, const BfRecord *record, const char *key)
{
  g_autofree char *folded = g_ascii_strdown (key, -1);
  g_autofree char *name = g_strdup_printf ("%s %s", record->table, folded);
  gpointer row = g_hash_table_lookup (copies, name);

  if (row)
    return row;
  row = bf_plan_add (plan, record->kind);
  bf_field_set (&record->fields[0], row, bf_plan_strings (plan), key, NULL);
  g_hash_table_insert (copies, g_steal_pointer (&name), row);
  return row;
}

static GHashTable *
copy_rows (const BfPlan *plan, BfPlan *copy)
{
  GHashTable *copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < bf_plan_count (plan, (BfRecordKind) kind); i++)
      {
        const BfRow *row = bf_plan_row (plan, (BfRecordKind) kind, i);
        g_autofree char *folded = g_ascii_strdown (row->key, -1);

        g_hash_table_insert (
            copies,
            g_strdup_printf ("%s %s", bf_record ((BfRecordKind) kind)->table, folded),
            bf_plan_add_copy (copy, (BfRecordKind) kind, row));
      }
  return copies;
}

static gboolean
apply_override (BfPlan *plan, GHashTable *copies, const BfOverride *override, GError **error)
{
  const BfRecord *record = override->tbl ? bf_record_for_table (override->tbl) : NULL;
  const BfField *field = record && override->col ? bf_record_field (record, override->col) : NULL;

  if (field && override->row_key)
    return bf_field_set (field,
                         row_of (plan, copies, record, override->row_key),
                         bf_plan_strings (plan),
                         override->value,
                         error);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               /* Translators: key of an override, then a table and a column. */
               _ ("Override %s names no field: “%s”, “%s”."),
               override->row.key,
               override->tbl ? override->tbl : "",
               override->col ? override->col : "");
  return FALSE;
}

BfPlan *
bf_scenario_apply (const BfPlan *plan, const char *scenario, GError **error)
{
  const BfScenario *row = scenario ? find_scenario (plan, scenario) : NULL;
  g_autoptr (BfPlan) copy = NULL;
  g_autoptr (GHashTable) copies = NULL;

  if (!scenario)
    return bf_plan_ref (plan);
  if (!row)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_NOT_FOUND,
                   /* Translators: the name that was asked for. */
                   _ ("The plan has no scenario “%s”."),
                   scenario);
      return NULL;
    }
  copy = bf_plan_new ();
  copies = copy_rows (plan, copy);
  for (guint i = 0; i < bf_plan_count (plan, BF_OVERRIDE); i++)
    {
      const BfOverride *override = BF_ROW (plan, OVERRIDE, BfOverride, i);

      if (override->scenario && g_ascii_strcasecmp (override->scenario, row->row.key) == 0 &&
          !apply_override (copy, copies, override, error))
        return NULL;
    }
  bf_plan_seal (copy);
  return g_steal_pointer (&copy);
}
