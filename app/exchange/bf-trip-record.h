/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the hidden sheet of a workbook of ours says (see bf-workbook-trip.h): which plan and state
 * it shows, and what stood in its lists. */

#pragma once

#include "bf-field.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something computed that a person may overwrite. */
typedef struct
{
  char *id; /* column of the record that it is a wish for, or another word */
  char *heading;
  char *text, *points; /* canonical; "" none */
} BfTripFact;

/* A list, or one record whose fields stand below each other. */
typedef struct
{
  const BfRecord *record;
  gboolean pairs, open;
  char *sheet;
  GPtrArray *fields;   /* const BfField *, the key first */
  GPtrArray *headings; /* char *, one a field */
  GPtrArray *rows;     /* GPtrArray of char *: canonical texts as exported, NULL blank */
  GHashTable *by_key;  /* folded key -> one of @rows */
  GHashTable *facts;   /* folded key -> GPtrArray of BfTripFact */
} BfTripList;

typedef struct
{
  char *plan_id, *state, *scenario; /* "" unknown or none */
  char *editor;                     /* who saved the file last; NULL unknown */
  char *saved;                      /* the day, YYYY-MM-DD; NULL unknown */
  GPtrArray *lists;                 /* BfTripList */
  GPtrArray *others;                /* GStrv: sheet, two headings */
  GHashTable *words;                /* "table column shown" -> what is stored */
} BfTripRecord;

/* TRUE when the file is a workbook that Brownfield wrote, whoever saved it since. */
gboolean bf_trip_record_is_in (const char *path);
/* NULL with a sentence when the file cannot be read or is none of ours. */
BfTripRecord *bf_trip_record_read (const char *path, GCancellable *cancellable, GError **error);
/* One that says nothing. */
BfTripRecord *bf_trip_record_new (void);
void bf_trip_record_free (BfTripRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfTripRecord, bf_trip_record_free)

/* What is stored for a word that the sheet shows; NULL for an unknown one. */
const char *bf_trip_record_word (const BfTripRecord *record,
                                 const BfRecord *of,
                                 const BfField *field,
                                 const char *shown);
/* The row as exported; NULL none. */
const GPtrArray *bf_trip_list_find (const BfTripList *list, const char *key);
/* BfTripFact of the row; NULL none. */
const GPtrArray *bf_trip_list_facts (const BfTripList *list, const char *key);

G_END_DECLS
