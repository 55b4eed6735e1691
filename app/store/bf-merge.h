/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing a copy's edits back into the document they parted from, field by field.
 *
 * The two parted after their last common edit, or after the edit of the other that was merged
 * last. Of each field that the other touched since: when ours is still what it was then, theirs
 * is taken; when both are the same, it is already so; otherwise it is a conflict that a person
 * decides. A merge is one edit and can be undone. */

#pragma once

#include "bf-document.h"

G_BEGIN_DECLS

typedef struct _BfMerge BfMerge;

/* Compares, and writes nothing. Errors: those of opening, and BF_DOCUMENT_ERROR_UNRELATED. */
BfMerge *bf_merge_new (BfDocument *document, const char *other_path, GError **error);
void bf_merge_free (BfMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfMerge, bf_merge_free)

/* BfChange: what will be taken without asking. Owned by the merge. */
GPtrArray *bf_merge_get_changes (BfMerge *merge);
/* BfConflict; set `choice` of each. Owned by the merge. */
GPtrArray *bf_merge_get_conflicts (BfMerge *merge);

/* Writes one edit. Fails with BF_DOCUMENT_ERROR_CONFLICT while a conflict is open, and with _EDIT
 * when the document has changed since bf_merge_new. */
gboolean bf_merge_apply (BfMerge *merge, GError **error);

/* All at once, every conflict decided the same way; with BF_CHOICE_OPEN nothing is written when
 * there is one. @conflicts (may be NULL) becomes a new array of BfConflict, @n_applied the number
 * of changes taken without asking. */
gboolean bf_document_merge (BfDocument *document,
                            const char *other_path,
                            BfConflictChoice choice,
                            guint *n_applied,
                            GPtrArray **conflicts,
                            GError **error);

G_END_DECLS
