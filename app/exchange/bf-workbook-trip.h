/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lets a workbook come back: a hidden sheet that says which plan and which state it shows,
 * which cells are fields of which rows, and what stood in them. Sheets tell it what they wrote;
 * bf-round-trip.h reads it.
 *
 * Its rows, by their first cell:
 *   brownfield  version, plan id, state, scenario, day
 *   table       record's table, "rows" or "pairs", sheet, "open" where rows may come and go
 *   field       record's table, column, heading in the sheet; the key first
 *   row         record's table, then the canonical text of each field, in the order above
 *   fact        record's table, key, what it is a wish for, heading, canonical text, and of an
 *               estimated amount its three points: computed, but a person may overwrite it
 *   other       sheet, the first two headings of a table that holds no record
 *   word        record's table, column, what is stored, what people see
 * Ids are the same in every language. */

#pragma once

#include "bf-field.h"
#include "bf-origin.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

#define BF_TRIP_SHEET "Brownfield"
#define BF_TRIP_VERSION 1
enum
{
  BF_TRIP_WHAT,
  BF_TRIP_TABLE, /* of brownfield: the version */
  BF_TRIP_FIRST, /* what follows */
};

typedef struct _BfTrip BfTrip;
typedef struct _BfTripTable BfTripTable;

BfTrip *bf_trip_new (void);
void bf_trip_free (BfTrip *trip);

/* A list of @kind whose rows begin at @first; @open: rows may be added and taken away. Table, rows
 * and fields live as long as the trip. */
BfTripTable *bf_trip_add_table (
    BfTrip *trip, lxw_worksheet *sheet, BfRecordKind kind, gboolean open, lxw_row_t first);
/* One record whose fields stand below each other, in column @col. */
BfTripTable *
bf_trip_add_pairs (BfTrip *trip, lxw_worksheet *sheet, BfRecordKind kind, lxw_col_t col);
/* Of a list: its column; of pairs: its row. The key comes first, of pairs with the heading
 * above the labels. @heading is what the sheet says. */
void bf_trip_add_field (BfTripTable *table, const BfField *field, guint place, const char *heading);
/* Something computed about the row of that key, in the column of that heading, that a person may
 * overwrite: the column of the record that it is a wish for, or another id. @points may be NULL. */
void bf_trip_add_fact (BfTripTable *table,
                       const char *key,
                       const char *id,
                       const char *heading,
                       const char *text,
                       const char *points);
/* A table that holds no record: where its headings stand, the list above it has ended. */
void bf_trip_add_other (BfTrip *trip, lxw_worksheet *sheet, const char *first, const char *second);
void bf_trip_add_row (BfTripTable *table, gconstpointer row);

/* Writes the hidden sheet and, from it, the words and ranges that cells may take. @origin may be
 * NULL: the plan was in no document. */
void bf_trip_write (
    BfTrip *trip, lxw_workbook *book, const BfOrigin *origin, const char *scenario, gint64 day);

/* How a choice, and a yes or no, is shown. */
const char *bf_trip_choice_label (const BfChoice *choice);
const char *bf_trip_yes_or_no (int yes);

G_END_DECLS
