/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking edits back: which edit is next to undo or redo, and the new edit that puts old values
 * back. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

/* Two stacks of edit ids, led by the diary: an edit that undoes the top of the first moves to the
 * second, one that undoes the top of the second moves back, any other empties the second. */
typedef struct
{
  GArray *done;   /* gint64: can be undone, the last first */
  GArray *undone; /* gint64: the edits that undid, can be undone in turn */
  char *undo_label, *redo_label;
} BfUndo;

BfUndo *bf_undo_new (void);
void bf_undo_free (BfUndo *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfUndo, bf_undo_free)

/* Reads the edits after @after anew. */
void bf_undo_reload (BfUndo *undo, BfDatabase *database, gint64 after);
/* Takes note of one more edit. */
void bf_undo_note (BfUndo *undo, BfDatabase *database, gint64 edit);
/* The next to undo, to redo; 0 none. */
gint64 bf_undo_next (const BfUndo *undo);
gint64 bf_redo_next (const BfUndo *undo);

G_END_DECLS
