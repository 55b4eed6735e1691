/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-parting.h"

#include <glib/gi18n-lib.h>

#include "bf-diary.h"

void
bf_parting_clear (BfParting *parting)
{
  g_clear_pointer (&parting->last_uuid, g_free);
  g_clear_pointer (&parting->last_hash, g_free);
}

/* Id of the last edit that both have from the first on; hashes agree only when all before them
 * do. */
static gint64
last_common (GPtrArray *ours, GPtrArray *theirs)
{
  gint64 common = 0;

  for (guint i = 0; i < MIN (ours->len, theirs->len); i++)
    {
      const BfHistoryEntry *a = g_ptr_array_index (ours, i);
      const BfHistoryEntry *b = g_ptr_array_index (theirs, i);

      if (!g_str_equal (a->uuid, b->uuid) || g_strcmp0 (a->hash, b->hash) != 0)
        break;
      common = b->id;
    }
  return common;
}

/* uuid -> hash of their edits up to which we have merged, of merges that were not undone. */
static GHashTable *
merged_before (BfDatabase *ours, GError **error)
{
  sqlite3_stmt *notes =
      bf_database_query (ours,
                         error,
                         "SELECT row, new FROM change WHERE tbl = ? AND col = ? ORDER BY id",
                         "ss",
                         BF_DIARY_TABLE,
                         BF_DIARY_MERGED);
  GHashTable *merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (notes && bf_database_next (ours, notes, error))
    if (bf_column_text (notes, 1))
      g_hash_table_insert (
          merged, g_strdup (bf_column_text (notes, 0)), g_strdup (bf_column_text (notes, 1)));
    else
      g_hash_table_remove (merged, bf_column_text (notes, 0));
  return merged;
}

gboolean
bf_parting_find (BfDatabase *ours, BfDatabase *theirs, BfParting *parting, GError **error)
{
  g_autoptr (GPtrArray) our_edits = bf_diary_history (ours, error);
  g_autoptr (GPtrArray) their_edits = our_edits ? bf_diary_history (theirs, error) : NULL;
  g_autoptr (GHashTable) merged = NULL;

  if (!their_edits)
    return FALSE;
  parting->first = last_common (our_edits, their_edits) + 1;
  parting->ours_first = parting->first;
  if (parting->first == 1)
    {
      g_set_error_literal (error,
                           BF_DOCUMENT_ERROR,
                           BF_DOCUMENT_ERROR_UNRELATED,
                           _ ("The two plans have no common past, so they cannot be merged. Import "
                              "the other one’s workbook instead."));
      return FALSE;
    }
  merged = merged_before (ours, NULL);
  for (guint i = 0; i < their_edits->len; i++)
    {
      const BfHistoryEntry *edit = g_ptr_array_index (their_edits, i);

      if (g_strcmp0 (g_hash_table_lookup (merged, edit->uuid), edit->hash) == 0)
        parting->first = MAX (parting->first, edit->id + 1);
      if (i + 1 == their_edits->len)
        {
          parting->last_uuid = g_strdup (edit->uuid);
          parting->last_hash = g_strdup (edit->hash);
        }
    }
  return TRUE;
}
