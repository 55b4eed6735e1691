/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the diary tells of a document: edits, their changes, and where two wills met.
 *
 * All of these are plain values that own their text; arrays of them free what they hold. Old and
 * new values are canonical text (bf-field.h); NULL is blank. A change with column NULL is a whole
 * row that came (`old` NULL) or went (`new` NULL), as one JSON object of its SQL columns. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 1, 2, 3 ... in the order they were made */
  char *uuid;
  char *at;  /* UTC, 2028-07-22T06:00:00Z */
  char *who; /* the name of the login: it identifies, it does not authenticate */
  char *label;
  char *reason;  /* NULL: none was given */
  gint64 undoes; /* the edit that this one takes back (undo, revert, redo); 0 none */
  char *hash;    /* SHA-256 over the edit and the hash before it, hexadecimal */
  guint n_changes;
} BfHistoryEntry;

typedef struct
{
  const BfRecord *record; /* static */
  char *row;              /* UUID */
  char *key;              /* the row's key now, or its last one when it is gone */
  char *column;           /* NULL: the whole row */
  char *old_value;
  char *new_value;
} BfChange;

typedef enum
{
  BF_CHOICE_OPEN,   /* nobody has decided */
  BF_CHOICE_OURS,   /* what the document has now stays */
  BF_CHOICE_THEIRS, /* what came in is taken */
} BfConflictChoice;

/* One field, or with column NULL one row, that two edits left differently. Of a merge: `base` is
 * the value when the copies parted, `ours` this document's, `theirs` the other's. Of a revert:
 * `base` is what the edit left, `ours` what stands there now, `theirs` what it would bring back.
 * Of rows, NULL means: not there. */
typedef struct
{
  const BfRecord *record;
  char *row;
  char *key;
  char *column;
  char *base;
  char *ours;
  char *theirs;
  BfConflictChoice choice; /* of a merge, to be set before bf_merge_apply */
} BfConflict;

/* Something that is not as it should be, as one sentence for the person. */
typedef struct
{
  const BfRecord *record; /* NULL: the file as such */
  char *key;              /* NULL: no single row */
  char *column;
  char *sentence;
} BfFinding;

void bf_history_entry_free (BfHistoryEntry *entry);
void bf_change_free (BfChange *change);
void bf_conflict_free (BfConflict *conflict);
void bf_finding_free (BfFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfHistoryEntry, bf_history_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfChange, bf_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfConflict, bf_conflict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfFinding, bf_finding_free)

G_END_DECLS
