/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which document a roadmap's plan came from, and what its diary told at that moment: a value that
 * an export may read on any thread. */

#pragma once

#include "bf-document.h"

G_BEGIN_DECLS

typedef struct
{
  char *plan_id;      /* UUID of the document's first edit; every copy of it has the same */
  char *state;        /* hash of its last edit */
  GPtrArray *history; /* BfHistoryEntry, oldest first */
  GPtrArray *changes; /* GPtrArray of BfChange, one a history entry; of long edits the first ones */
} BfOrigin;

/* NULL and an error when the diary cannot be read. A document without an edit has ids "". */
BfOrigin *bf_origin_new (BfDocument *document, GError **error);
void bf_origin_free (BfOrigin *origin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfOrigin, bf_origin_free)

G_END_DECLS
