/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file *.brownfield: an SQLite database that keeps its own diary, the only thing that changes.
 *
 * A document lives in one thread; its snapshots may be read in any. There is no saving: each
 * edit is one durable transaction. Nothing lies beside the file except, while a transaction
 * is written, its rollback journal.
 *
 * Signal "changed" (no arguments): an edit, undo, redo, revert or merge was committed;
 * bf_document_snapshot gives the new plan. Properties "read-only" (boolean) and "name" (string).
 * All errors are of BF_DOCUMENT_ERROR (and BF_FIELD_ERROR for values), with a sentence for the
 * person. */

#pragma once

#include <glib-object.h>

#include "bf-edit.h"
#include "bf-history.h"
#include "bf-plan.h"

G_BEGIN_DECLS

#define BF_TYPE_DOCUMENT (bf_document_get_type ())
G_DECLARE_FINAL_TYPE (BfDocument, bf_document, BF, DOCUMENT, GObject)

#define BF_DOCUMENT_SUFFIX ".brownfield"

typedef enum
{
  BF_DOCUMENT_ERROR_IO,        /* missing, unreadable, the disk failed */
  BF_DOCUMENT_ERROR_FULL,      /* the disk is full */
  BF_DOCUMENT_ERROR_EXISTS,    /* a file of that name is there already */
  BF_DOCUMENT_ERROR_FORMAT,    /* not a Brownfield plan, or with a schema that is not ours */
  BF_DOCUMENT_ERROR_NEWER,     /* made by a newer Brownfield */
  BF_DOCUMENT_ERROR_DAMAGED,   /* cut short or overwritten */
  BF_DOCUMENT_ERROR_LOCKED,    /* somebody else writes it at this moment */
  BF_DOCUMENT_ERROR_READ_ONLY, /* see bf_document_is_read_only */
  BF_DOCUMENT_ERROR_EDIT,      /* an edit is open already, or this one is over */
  BF_DOCUMENT_ERROR_NO_ROW,
  BF_DOCUMENT_ERROR_COLUMN,
  BF_DOCUMENT_ERROR_DUPLICATE,
  BF_DOCUMENT_ERROR_VALUE,
  BF_DOCUMENT_ERROR_CONFLICT,
  BF_DOCUMENT_ERROR_NOTHING,   /* nothing to undo, redo or revert */
  BF_DOCUMENT_ERROR_UNRELATED, /* of a merge: the two have no common past */
} BfDocumentError;

#define BF_DOCUMENT_ERROR (bf_document_error_quark ())
GQuark bf_document_error_quark (void);

typedef enum
{
  BF_OPEN_DEFAULT = 0,
  BF_OPEN_READ_ONLY = 1 << 0,
} BfOpenFlags;

typedef enum
{
  BF_WRITABLE,
  BF_READ_ONLY_ASKED,  /* BF_OPEN_READ_ONLY */
  BF_READ_ONLY_FILE,   /* the file or its folder may not be written */
  BF_READ_ONLY_LOCKED, /* somebody else has it open */
  BF_READ_ONLY_REMOTE, /* it lies on a network share, where locks are not to be trusted */
} BfReadOnly;

/* A new file; it must not exist. */
BfDocument *bf_document_new (const char *path, GError **error);
/* A file that cannot be written is opened read-only, see bf_document_is_read_only; an older version
 * is copied beside itself and brought up to date. Takes 2 s at most when somebody else has it. */
BfDocument *bf_document_open (const char *path, BfOpenFlags flags, GError **error);
/* Without a file, for trying and for imports that may be refused; bf_document_copy saves it. */
BfDocument *bf_document_new_in_memory (void);

const char *bf_document_get_path (BfDocument *document); /* NULL: in memory */
const char *bf_document_get_name (BfDocument *document); /* for a window's title */
BfReadOnly bf_document_get_read_only (BfDocument *document);
gboolean bf_document_is_read_only (BfDocument *document);
/* Why it is read-only, as a sentence for a banner; NULL when it can be written. */
const char *bf_document_read_only_sentence (BfDocument *document);
/* Where the document was copied before it was brought up to date by this opening; NULL: it was
 * not. */
const char *bf_document_get_backup_path (BfDocument *document);

/* The plan now: a new reference to an immutable value, the same one until the next edit (a
 * read-only document: until the file changes). Asked while an edit is open it may show what that
 * edit has done so far. */
BfPlan *bf_document_snapshot (BfDocument *document);

/* Opens an edit, named @label as the Undo button will name it; @reason may be NULL. One at a
 * time. */
BfEdit *
bf_document_begin (BfDocument *document, const char *label, const char *reason, GError **error);

/* Undo goes back to the state at opening, or with bf_document_set_undo_past_opening to the first
 * edit of all. Undoing and redoing are edits too (BfHistoryEntry.undoes). */
gboolean bf_document_can_undo (BfDocument *document);
gboolean bf_document_can_redo (BfDocument *document);
/* Label of the edit that would be undone or redone; NULL when there is none. */
const char *bf_document_undo_label (BfDocument *document);
const char *bf_document_redo_label (BfDocument *document);
gboolean bf_document_undo (BfDocument *document, GError **error);
gboolean bf_document_redo (BfDocument *document, GError **error);
void bf_document_set_undo_past_opening (BfDocument *document, gboolean past_opening);
/* Takes back any older edit, as a new one. When later edits left another value in one of its
 * fields, nothing is changed: BF_DOCUMENT_ERROR_CONFLICT, and @conflicts (may be NULL) becomes a
 * new array of BfConflict. */
gboolean
bf_document_revert (BfDocument *document, gint64 edit_id, GPtrArray **conflicts, GError **error);

/* New array of BfHistoryEntry, oldest first; NULL and an error when the file cannot be read. */
GPtrArray *bf_document_history (BfDocument *document, GError **error);
/* New array of BfChange in the order they happened. */
GPtrArray *bf_document_changes (BfDocument *document, gint64 edit_id, GError **error);

/* Looks at everything: the file's pages, foreign keys, schema, the chain of hashes, whether the
 * diary leads to the rows that are there, whether every reference resolves. New array of
 * BfFinding, empty when all is well; NULL only when the file cannot be read. */
GPtrArray *bf_document_verify (BfDocument *document, GError **error);

/* Copies the document with its diary to @path, over a file that is there (but not its own), in one
 * step: another program sees the old file or the new one. */
gboolean bf_document_copy (BfDocument *document, const char *path, GError **error);

G_END_DECLS
