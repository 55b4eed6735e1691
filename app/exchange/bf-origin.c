/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-origin.h"

/* An import writes thousands of changes; nobody reads them in a list. */
#define MAX_CHANGES 20

static gboolean
read_changes (BfOrigin *origin, BfDocument *document, GError **error)
{
  for (guint i = 0; i < origin->history->len; i++)
    {
      const BfHistoryEntry *entry = origin->history->pdata[i];
      GPtrArray *changes = entry->n_changes <= MAX_CHANGES
                               ? bf_document_changes (document, entry->id, error)
                               : g_ptr_array_new ();

      if (!changes)
        return FALSE;
      g_ptr_array_add (origin->changes, changes);
    }
  return TRUE;
}

BfOrigin *
bf_origin_new (BfDocument *document, GError **error)
{
  g_autoptr (BfOrigin) origin = g_new0 (BfOrigin, 1);
  const BfHistoryEntry *first, *last;

  origin->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  origin->history = bf_document_history (document, error);
  if (!origin->history || !read_changes (origin, document, error))
    return NULL;
  first = origin->history->len ? origin->history->pdata[0] : NULL;
  last = origin->history->len ? origin->history->pdata[origin->history->len - 1] : NULL;
  origin->plan_id = g_strdup (first ? first->uuid : "");
  origin->state = g_strdup (last ? last->hash : "");
  return g_steal_pointer (&origin);
}

void
bf_origin_free (BfOrigin *origin)
{
  g_clear_pointer (&origin->history, g_ptr_array_unref);
  g_clear_pointer (&origin->changes, g_ptr_array_unref);
  g_free (origin->plan_id);
  g_free (origin->state);
  g_free (origin);
}
