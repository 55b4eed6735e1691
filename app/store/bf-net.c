/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-net.h"

static void
net_field_free (BfNetField *field)
{
  g_free (field->old_text);
  g_free (field->new_text);
  g_free (field);
}

static void
net_row_free (BfNetRow *row)
{
  g_free (row->id);
  g_free (row->was_json);
  g_free (row->is_json);
  g_ptr_array_unref (row->fields);
  g_free (row);
}

BfNetField *
bf_net_row_field (BfNetRow *row, const BfField *field)
{
  for (guint i = 0; i < row->fields->len; i++)
    {
      BfNetField *net = g_ptr_array_index (row->fields, i);

      if (net->field == field)
        return net;
    }
  return NULL;
}

static char *
row_name (const BfRecord *record, const char *id)
{
  return g_strconcat (record->table, "\n", id, NULL);
}

BfNetRow *
bf_net_find (BfNet *net, const BfRecord *record, const char *id)
{
  g_autofree char *name = row_name (record, id);

  return g_hash_table_lookup (net->index, name);
}

void
bf_net_free (BfNet *net)
{
  g_hash_table_unref (net->index);
  g_ptr_array_unref (net->rows);
  g_free (net);
}

static char *
extract (BfDatabase *database, const char *json, const char *column, gboolean quoted)
{
  const char *sql = quoted ? "SELECT nullif (quote (1.0 * json_extract (?1, '$.' || ?2)), 'NULL')"
                           : "SELECT json_extract (?1, '$.' || ?2)";
  sqlite3_stmt *row = bf_database_query (database, NULL, sql, "ss", json, column);
  char *text = NULL;

  if (row && bf_database_next (database, row, NULL))
    {
      text = g_strdup (bf_column_text (row, 0));
      sqlite3_reset (row);
    }
  return text;
}

char *
bf_net_json_text (BfDatabase *database, const char *json, const BfField *field)
{
  static const char *const names[] = { "min", "likely", "max" };
  char *parts[4] = { NULL };
  char *text;

  if (field->kind != BF_KIND_ESTIMATE)
    return extract (database,
                    json,
                    field->column,
                    field->kind == BF_KIND_NUMBER || field->kind == BF_KIND_PERCENT ||
                        field->kind == BF_KIND_CARRY);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s_%s", field->column, names[i]);

      parts[i] = extract (database, json, column, TRUE);
    }
  text = parts[0] ? g_strjoinv ("/", parts) : NULL;
  for (int i = 0; i < 3; i++)
    g_free (parts[i]);
  return text;
}

/* --- Adding up ---------------------------------------------------------------------------- */

/* One row of the diary's `change`, lent. */
typedef struct
{
  const BfRecord *record;
  const char *id;
  const BfField *field; /* NULL: the whole row */
  const char *old_text;
  const char *new_text;
} Change;

static BfNetRow *
row_of (BfNet *net, const Change *change)
{
  g_autofree char *name = row_name (change->record, change->id);
  BfNetRow *row = g_hash_table_lookup (net->index, name);

  if (row)
    return row;
  row = g_new0 (BfNetRow, 1);
  row->record = change->record;
  row->id = g_strdup (change->id);
  row->was = row->is = change->field || change->old_text;
  row->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) net_field_free);
  g_hash_table_insert (net->index, g_steal_pointer (&name), row);
  g_ptr_array_add (net->rows, row);
  return row;
}

/* @old_text counts only when the field is not in the net yet. */
static void
add_field (BfNetRow *row, const BfField *changed, const char *old_text, const char *new_text)
{
  BfNetField *field = bf_net_row_field (row, changed);

  if (!field)
    {
      field = g_new0 (BfNetField, 1);
      field->field = changed;
      field->old_text = g_strdup (old_text);
      g_ptr_array_add (row->fields, field);
    }
  g_free (field->new_text);
  field->new_text = g_strdup (new_text);
}

/* It went and came again: what differs between the two pictures has changed. */
static void
add_return (BfDatabase *database, BfNetRow *row, const char *json)
{
  for (guint i = 0; i < row->record->n_fields; i++)
    {
      const BfField *field = &row->record->fields[i];
      g_autofree char *old_text = bf_net_json_text (database, row->was_json, field);
      g_autofree char *new_text = bf_net_json_text (database, json, field);

      add_field (row, field, old_text, new_text);
    }
  g_clear_pointer (&row->was_json, g_free);
}

static void
add_change (BfDatabase *database, BfNetRow *row, const Change *change)
{
  if (change->field)
    {
      add_field (row, change->field, change->old_text, change->new_text);
      return;
    }
  row->is = change->new_text != NULL;
  if (row->is && row->was)
    add_return (database, row, change->new_text);
  else if (row->is)
    {
      g_free (row->is_json);
      row->is_json = g_strdup (change->new_text);
    }
  else if (row->was)
    {
      g_free (row->was_json);
      row->was_json = g_strdup (change->old_text);
    }
  else
    g_ptr_array_set_size (row->fields, 0);
}

static gboolean
is_nothing (BfNetRow *row)
{
  for (guint i = row->fields->len; i > 0; i--)
    {
      BfNetField *field = g_ptr_array_index (row->fields, i - 1);

      if (g_strcmp0 (field->old_text, field->new_text) == 0)
        g_ptr_array_remove_index (row->fields, i - 1);
    }
  if (!row->was && !row->is)
    return TRUE;
  return row->was && row->is && row->fields->len == 0;
}

static gboolean
read_change (sqlite3_stmt *rows, Change *change)
{
  const char *column = bf_column_text (rows, 2);

  change->record = bf_record_for_table (bf_column_text (rows, 0));
  change->id = bf_column_text (rows, 1);
  change->field = change->record && *column ? bf_record_field (change->record, column) : NULL;
  change->old_text = bf_column_text (rows, 3);
  change->new_text = bf_column_text (rows, 4);
  /* Notes about the diary itself, and columns that a migration took away, are not rows. */
  return change->record && (change->field || !*column);
}

static void
drop_nothings (BfNet *net)
{
  for (guint i = net->rows->len; i > 0; i--)
    {
      BfNetRow *row = g_ptr_array_index (net->rows, i - 1);
      g_autofree char *name = row_name (row->record, row->id);

      if (!is_nothing (row))
        continue;
      g_hash_table_remove (net->index, name);
      g_ptr_array_remove_index (net->rows, i - 1);
    }
}

BfNet *
bf_net_new (BfDatabase *database, gint64 first, gint64 last, GError **error)
{
  sqlite3_stmt *rows = bf_database_query (
      database,
      error,
      "SELECT tbl, row, col, old, new FROM change WHERE edit BETWEEN ? AND ? ORDER BY id",
      "ii",
      first,
      last);
  g_autoptr (BfNet) net = g_new0 (BfNet, 1);
  g_autoptr (GError) failure = NULL;
  Change change;

  net->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) net_row_free);
  net->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!rows)
    return NULL;
  while (bf_database_next (database, rows, &failure))
    if (read_change (rows, &change))
      add_change (database, row_of (net, &change), &change);
  if (!failure)
    {
      drop_nothings (net);
      return g_steal_pointer (&net);
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
