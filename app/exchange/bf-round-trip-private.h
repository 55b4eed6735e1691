/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a round trip share while the workbook is compared. */

#pragma once

#include "bf-grid.h"
#include "bf-round-trip.h"
#include "bf-trip-record.h"

G_BEGIN_DECLS

struct _BfRoundTrip
{
  BfTripRecord *record;
  GPtrArray *grids; /* BfGrid */
  BfPlan *plan;
  GPtrArray *items; /* BfTripItem */
  GPtrArray *notes; /* char * */
  char *label;
};

/* bf-round-trip.c: without items yet; and whether it shows this plan, else a sentence. */
BfRoundTrip *bf_round_trip_blank (BfDocument *document);
gboolean bf_round_trip_is_of (const BfRoundTrip *trip,
                              BfDocument *document,
                              const char *path,
                              GError **error);

/* Where a list stands in the workbook. */
typedef struct
{
  const BfTripList *list;
  const BfGrid *grid;
  guint heading;   /* index of the row of headings */
  guint end;       /* index after the last row */
  GArray *columns; /* int, one a field; -1: the column is not there */
} BfTripPlace;

/* bf-trip-place.c: FALSE when the list is not there. */
gboolean bf_trip_place_find (const BfRoundTrip *trip, const BfTripList *list, BfTripPlace *place);
void bf_trip_place_clear (BfTripPlace *place);
/* The cell of a field in a row; a blank one where it has no column. */
const BfCell *bf_trip_place_cell (const BfTripPlace *place, const BfGridRow *row, guint field);

/* The column of that heading; -1. */
int bf_trip_place_column (const BfTripPlace *place, const char *heading);

/* A row of a list that is being compared. */
typedef struct
{
  BfRoundTrip *trip;
  const BfTripPlace *place;
  const BfGridRow *row;  /* NULL: it is gone */
  const GPtrArray *base; /* as exported; NULL: an added row */
  gconstpointer known;   /* of the plan; NULL: it has none */
  const char *key;
} BfTripRow;

/* bf-round-trip.c: the field of the list at @index is wanted to be @wanted, a text that differs
 * from what was exported; @column is where that stands. */
void bf_trip_row_change (const BfTripRow *at, guint index, const char *wanted, int column);
/* Takes @why. */
void bf_trip_row_unclear (
    const BfTripRow *at, const BfField *field, int column, const char *wanted, char *why);

/* bf-trip-facts.c: what was overwritten although the plan computed it. */
void bf_trip_facts_compare (const BfTripRow *at);

/* bf-trip-value.c: the cell as canonical text (NULL blank); FALSE and a sentence when it cannot be
 * read. */
gboolean bf_trip_value_read (const BfRoundTrip *trip,
                             const BfRecord *record,
                             const BfField *field,
                             const BfCell *cell,
                             char **text,
                             char **sentence);
/* Whether two canonical texts mean the same, the last digits of a number and blanks around a text
 * aside. */
gboolean
bf_trip_value_same (const BfRecord *record, const BfField *field, const char *a, const char *b);

G_END_DECLS
