/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook that went to a meeting and came back: what was changed in it, as a list to take from.
 *
 * Every cell that is a field of a row is compared with what was exported, and the plan of today
 * with both. Rows are found by their key and columns by their heading, so that rows may be sorted
 * or added, columns moved, styles lost and sheets deleted; a list that is not there says nothing.
 * The difference is a value: reading changes nothing, and what is taken becomes one edit. */

#pragma once

#include "bf-document.h"
#include "bf-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  BF_TRIP_CHANGED,  /* the workbook says otherwise, the plan still what was exported */
  BF_TRIP_ADDED,    /* a row that the plan does not have */
  BF_TRIP_REMOVED,  /* a row that is in the plan and no longer in the workbook */
  BF_TRIP_CONFLICT, /* the plan has changed there since; taking it means the workbook's value */
  BF_TRIP_UNCLEAR,  /* cannot be taken */
  BF_N_TRIP_KINDS,
} BfTripKind;

typedef struct
{
  BfTripKind kind;
  const BfRecord *record;
  char *key;            /* of the row; "" where it has none */
  const BfField *field; /* NULL: the row as a whole */
  char *id;             /* "system:MES-01:version", what --take names */
  char *place;          /* "Systems!F12"; of a row that is gone, its sheet */
  /* Canonical texts, NULL blank: as exported, as the plan has it, as the workbook has it. */
  char *was, *is, *wanted;
  char *sentence;    /* why it is unclear or in conflict; NULL */
  GPtrArray *values; /* of an added row: char *, one a field of the record, NULL blank */
  gboolean take;     /* to be set by the person; FALSE for what is unclear */
} BfTripItem;

typedef struct _BfRoundTrip BfRoundTrip;

/* TRUE when the file is a workbook of ours, or a project of MS Project (see bf-mspdi-trip.h). */
gboolean bf_round_trip_is_ours (const char *path);
/* Reads the workbook and compares it with @document. Fails with a sentence when it cannot be read,
 * or shows another plan. */
BfRoundTrip *bf_round_trip_new (const char *path,
                                BfDocument *document,
                                GCancellable *cancellable,
                                GError **error);
void bf_round_trip_free (BfRoundTrip *trip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfRoundTrip, bf_round_trip_free)

/* BfTripItem, by list and row. */
const GPtrArray *bf_round_trip_items (const BfRoundTrip *trip);
/* char *, sentences about lists that were not found. */
const GPtrArray *bf_round_trip_notes (const BfRoundTrip *trip);
/* "Workbook “roadmap.xlsx” of 12 May 2028": the edit's name. */
const char *bf_round_trip_label (const BfRoundTrip *trip);
/* Who saved it last; NULL when the file does not say. */
const char *bf_round_trip_editor (const BfRoundTrip *trip);

/* Sets `take` of all (TRUE: all that can be taken) or of what @id names: an item, a row
 * ("system:MES-01"), a record ("system"). FALSE when it names nothing. */
void bf_round_trip_take_all (BfRoundTrip *trip, gboolean take);
gboolean bf_round_trip_take (BfRoundTrip *trip, const char *id, gboolean take);

/* Writes what is taken as one edit; *@n_taken (may be NULL) is how many. When it fails the document
 * is as it was. */
gboolean
bf_round_trip_apply (BfRoundTrip *trip, BfDocument *document, guint *n_taken, GError **error);

/* "changed", "added", ...: one word, translated. */
const char *bf_trip_kind_word (BfTripKind kind);
/* "MES-01, Version": what the item is about; owned by the caller. */
char *bf_trip_item_title (const BfTripItem *item);

G_END_DECLS
