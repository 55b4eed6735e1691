/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-carry.h"

#include "bf-value.h"

/* The text with one key replaced; of a list, "A; B; A", wherever it stands. */
static char *
replace_key (const BfField *field, const char *text, const char *old_key, const char *new_key)
{
  g_auto (GStrv) keys = NULL;

  if (field->kind != BF_KIND_REFERENCES)
    return g_strdup (bf_key_same (text, old_key) ? new_key : text);
  keys = g_strsplit (text, ";", -1);
  for (int i = 0; keys[i]; i++)
    if (bf_key_same (keys[i], old_key))
      {
        g_free (keys[i]);
        keys[i] = g_strdup (new_key);
      }
    else
      g_strstrip (keys[i]);
  return g_strjoinv ("; ", keys);
}

/* Ids and new texts of the rows whose field says @old_key, in pairs: read first, then written. */
static GPtrArray *
find_uses (BfEdit *edit,
           const BfRecord *record,
           const BfField *field,
           const char *where,
           const char *old_key,
           const char *new_key,
           GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL%s",
                       field->column,
                       record->table,
                       field->column,
                       where);
  BfDatabase *database = bf_edit_get_database (edit);
  sqlite3_stmt *rows = bf_database_query (database, error, sql, "");
  GPtrArray *uses = g_ptr_array_new_with_free_func (g_free);

  while (rows && bf_database_next (database, rows, error))
    {
      const char *before = bf_column_text (rows, 1);
      g_autofree char *after = replace_key (field, before, old_key, new_key);

      if (g_str_equal (before, after))
        continue;
      g_ptr_array_add (uses, g_strdup (bf_column_text (rows, 0)));
      g_ptr_array_add (uses, g_steal_pointer (&after));
    }
  return uses;
}

static gboolean
carry_into (BfEdit *edit,
            const BfRecord *record,
            const BfField *field,
            const char *where,
            const char *old_key,
            const char *new_key,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) uses = find_uses (edit, record, field, where, old_key, new_key, &failure);

  for (guint i = 0; i < uses->len && !failure; i += 2)
    bf_edit_set_diary (edit, record, uses->pdata[i], field, uses->pdata[i + 1], &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* An override names its row by table and key. */
static gboolean
carry_into_overrides (
    BfEdit *edit, const BfRecord *record, const char *old_key, const char *new_key, GError **error)
{
  g_autofree char *where = g_strdup_printf (" AND tbl = '%s'", record->table);

  return carry_into (edit,
                     &bf_override_record,
                     bf_record_field (&bf_override_record, "row_key"),
                     where,
                     old_key,
                     new_key,
                     error);
}

gboolean
bf_carry_key (
    BfEdit *edit, const BfRecord *record, const char *old_key, const char *new_key, GError **error)
{
  g_autofree char *from = g_strdup (old_key);
  g_autofree char *to = g_strdup (new_key);

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfRecord *holder = bf_record ((BfRecordKind) kind);

      for (guint i = 0; i < holder->n_fields; i++)
        if (holder->fields[i].target == record->kind &&
            !carry_into (edit, holder, &holder->fields[i], "", from, to, error))
          return FALSE;
    }
  return carry_into_overrides (edit, record, from, to, error);
}
