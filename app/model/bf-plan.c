/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plan.h"

typedef struct
{
  GPtrArray *rows;
  GHashTable *by_key; /* lower-case key -> index + 1 */
} BfTable;

struct _BfPlan
{
  gatomicrefcount references;
  GStringChunk *strings;
  BfTable tables[BF_N_RECORDS];
  gboolean sealed;
};

BfPlan *
bf_plan_new (void)
{
  BfPlan *plan = g_new0 (BfPlan, 1);

  g_atomic_ref_count_init (&plan->references);
  plan->strings = g_string_chunk_new (4096);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      plan->tables[kind].rows = g_ptr_array_new_with_free_func (g_free);
      plan->tables[kind].by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  return plan;
}

BfPlan *
bf_plan_ref (const BfPlan *plan)
{
  BfPlan *shared = (BfPlan *) plan;

  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

void
bf_plan_unref (BfPlan *plan)
{
  if (!g_atomic_ref_count_dec (&plan->references))
    return;
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      g_ptr_array_unref (plan->tables[kind].rows);
      g_hash_table_unref (plan->tables[kind].by_key);
    }
  g_string_chunk_free (plan->strings);
  g_free (plan);
}

gpointer
bf_plan_add (BfPlan *plan, BfRecordKind kind)
{
  const BfRecord *record = bf_record (kind);
  gpointer row = g_malloc0 (record->size);

  g_assert (!plan->sealed);
  bf_record_blank (record, row);
  g_ptr_array_add (plan->tables[kind].rows, row);
  return row;
}

gpointer
bf_plan_add_copy (BfPlan *plan, BfRecordKind kind, gconstpointer row)
{
  const BfRecord *record = bf_record (kind);
  gpointer copy = bf_plan_add (plan, kind);

  for (guint i = 0; i < record->n_fields; i++)
    {
      g_autofree char *text = bf_field_text (&record->fields[i], row);

      bf_field_set (&record->fields[i], copy, plan->strings, text, NULL);
    }
  ((BfRow *) copy)->id =
      ((const BfRow *) row)->id
          ? g_string_chunk_insert_const (plan->strings, ((const BfRow *) row)->id)
          : NULL;
  return copy;
}

GStringChunk *
bf_plan_strings (BfPlan *plan)
{
  return plan->strings;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const BfRow *const *row_a = a;
  const BfRow *const *row_b = b;

  return g_strcmp0 ((*row_a)->key, (*row_b)->key);
}

static char *
fold_key (const char *key)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (key));

  return g_utf8_strdown (trimmed, -1);
}

void
bf_plan_seal (BfPlan *plan)
{
  g_assert (!plan->sealed);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      BfTable *table = &plan->tables[kind];

      g_ptr_array_sort (table->rows, compare_keys);
      for (guint i = 0; i < table->rows->len; i++)
        {
          const BfRow *row = g_ptr_array_index (table->rows, i);

          g_assert (row->key != NULL);
          g_hash_table_insert (table->by_key, fold_key (row->key), GUINT_TO_POINTER (i + 1));
        }
    }
  plan->sealed = TRUE;
}

guint
bf_plan_count (const BfPlan *plan, BfRecordKind kind)
{
  return plan->tables[kind].rows->len;
}

gconstpointer
bf_plan_row (const BfPlan *plan, BfRecordKind kind, guint index)
{
  g_assert (index < plan->tables[kind].rows->len);
  return g_ptr_array_index (plan->tables[kind].rows, index);
}

int
bf_plan_index (const BfPlan *plan, BfRecordKind kind, const char *key)
{
  g_autofree char *folded = NULL;

  if (!key)
    return -1;
  folded = fold_key (key);
  return GPOINTER_TO_INT (g_hash_table_lookup (plan->tables[kind].by_key, folded)) - 1;
}

gconstpointer
bf_plan_find (const BfPlan *plan, BfRecordKind kind, const char *key)
{
  int index = bf_plan_index (plan, kind, key);

  return index < 0 ? NULL : bf_plan_row (plan, kind, (guint) index);
}

const BfPlant *
bf_plan_plant (const BfPlan *plan)
{
  return bf_plan_count (plan, BF_PLANT) ? bf_plan_row (plan, BF_PLANT, 0) : NULL;
}

gboolean
bf_areas_are_site (const char *const *areas)
{
  if (!areas)
    return TRUE;
  for (guint i = 0; areas[i]; i++)
    if (g_ascii_strcasecmp (areas[i], "all") == 0)
      return TRUE;
  return FALSE;
}
