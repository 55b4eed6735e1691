/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is taken from a workbook that came back, and how it becomes one edit. */

#include "bf-round-trip-private.h"

#include <glib/gi18n-lib.h>

void
bf_round_trip_take_all (BfRoundTrip *trip, gboolean take)
{
  for (guint i = 0; i < trip->items->len; i++)
    {
      BfTripItem *item = trip->items->pdata[i];

      item->take = take && item->kind != BF_TRIP_UNCLEAR;
    }
}

/* The item itself, its row or its record. */
static gboolean
is_meant (const BfTripItem *item, const char *id)
{
  gsize length = strlen (id);

  return g_ascii_strncasecmp (item->id, id, length) == 0 &&
         (item->id[length] == '\0' || item->id[length] == ':');
}

gboolean
bf_round_trip_take (BfRoundTrip *trip, const char *id, gboolean take)
{
  gboolean found = FALSE;

  for (guint i = 0; i < trip->items->len; i++)
    {
      BfTripItem *item = trip->items->pdata[i];

      if (!is_meant (item, id))
        continue;
      item->take = take && item->kind != BF_TRIP_UNCLEAR;
      found = TRUE;
    }
  return found;
}

/* --- Writing --- */

/* A row of the record with @values (char *, one a field, NULL blank). */
static gboolean
insert_row (BfEdit *edit, const BfRecord *record, const GPtrArray *values, GError **error)
{
  g_autofree gpointer row = g_malloc0 (record->size);
  GStringChunk *strings = g_string_chunk_new (256);
  gboolean good = TRUE;

  bf_record_blank (record, row);
  for (guint i = 0; good && i < record->n_fields; i++)
    good = values->pdata[i] == NULL ||
           bf_field_set (&record->fields[i], row, strings, values->pdata[i], error);
  good = good && bf_edit_insert (edit, record->kind, row, error);
  g_string_chunk_free (strings);
  return good;
}

/* The first word that a meeting says about a step makes its row. */
static gboolean
insert_step (BfEdit *edit, const BfTripItem *item, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (values, (gint) item->record->n_fields);
  values->pdata[0] = g_strdup (item->key);
  return insert_row (edit, item->record, values, error);
}

static gboolean
write_item (
    BfEdit *edit, const BfPlan *plan, GHashTable *made, const BfTripItem *item, GError **error)
{
  if (item->kind == BF_TRIP_ADDED)
    return insert_row (edit, item->record, item->values, error);
  if (item->field == NULL)
    return bf_edit_delete (edit, item->record->kind, item->key, error);
  if (!bf_plan_find (plan, item->record->kind, item->key) && g_hash_table_add (made, item->key) &&
      !insert_step (edit, item, error))
    return FALSE;
  return bf_edit_set (
      edit, item->record->kind, item->key, item->field->column, item->wanted, error);
}

/* Added rows first, since others may name them; rows go last. */
static int
turn_of (const BfTripItem *item)
{
  if (item->kind == BF_TRIP_ADDED)
    return 0;
  return item->field ? 1 : 2;
}

static gboolean
write_items (const BfRoundTrip *trip, BfEdit *edit, const BfPlan *plan, guint *n, GError **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);

  for (int turn = 0; turn <= 2; turn++)
    for (guint i = 0; i < trip->items->len; i++)
      {
        const BfTripItem *item = trip->items->pdata[i];

        if (!item->take || item->kind == BF_TRIP_UNCLEAR || turn_of (item) != turn)
          continue;
        if (!write_item (edit, plan, made, item, error))
          return FALSE;
        (*n)++;
      }
  return TRUE;
}

gboolean
bf_round_trip_apply (BfRoundTrip *trip, BfDocument *document, guint *n_taken, GError **error)
{
  const char *editor = trip->record->editor;
  g_autofree char *reason =
      /* Translators: %s is the name of a person. */
      editor ? g_strdup_printf (_ ("The workbook was last saved by %s."), editor) : NULL;
  g_autoptr (BfPlan) plan = bf_document_snapshot (document);
  g_autoptr (BfEdit) edit = bf_document_begin (document, trip->label, reason, error);
  guint n = 0;

  if (!edit || !write_items (trip, edit, plan, &n, error))
    return FALSE;
  if (n_taken)
    *n_taken = n;
  return bf_edit_commit (edit, error);
}

/* --- Words --- */

const char *
bf_trip_kind_word (BfTripKind kind)
{
  static const char *const words[BF_N_TRIP_KINDS] = {
    [BF_TRIP_CHANGED] = N_ ("changed"),        [BF_TRIP_ADDED] = N_ ("added"),
    [BF_TRIP_REMOVED] = N_ ("removed"),        [BF_TRIP_CONFLICT] = N_ ("in conflict"),
    [BF_TRIP_UNCLEAR] = N_ ("not understood"),
  };

  return _ (words[kind]);
}

char *
bf_trip_item_title (const BfTripItem *item)
{
  const char *key = *item->key ? item->key : _ ("a row without a key");

  if (item->field)
    return g_strdup_printf ("%s %s, %s", _ (item->record->label), key, _ (item->field->label));
  return g_strdup_printf ("%s %s", _ (item->record->label), key);
}
