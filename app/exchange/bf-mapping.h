/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person said of a table that no rule understands: which list it is, and what each column
 * means. It holds for every table that has all its headings, and then wins over the rules. A table
 * without headings has its columns' letters in their place; what was said of it holds for tables
 * whose first row has the same shape, and only where the rules make nothing of them.
 *
 * As JSON: {"list": "systems", "columns": [{"heading": "Anlage", "field": "system_id"},
 * {"heading": "von", "field": "weeks", "part": "min"}, {"heading": "Farbe", "field": null}]}; a
 * column without a field is passed over. Without headings, "first_row" tells the shape: a letter a
 * cell, T text, N number, D day, B yes or no, _ blank; of words alone, their checksum follows.
 * Mappings that led to an import are remembered in the
 * user's data folder, one file a pattern of headings. */

#pragma once

#include "bf-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *heading;        /* as written, tidied */
  const BfField *field; /* NULL: passed over */
  int part;             /* as in BfHeadingMatch */
} BfMappingColumn;

typedef struct
{
  BfRecordKind kind;
  char *first_row;    /* the shape of the first row of data; NULL: there are headings */
  GPtrArray *columns; /* BfMappingColumn */
} BfMapping;

BfMapping *bf_mapping_copy (const BfMapping *mapping);
void bf_mapping_free (BfMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfMapping, bf_mapping_free)

/* A mapping as a proposal for @sheet: its headings are those of the row of the first thirty that
 * has most of them, and a column means what the rules make of its heading in that list
 * (BF_NO_RECORD: nothing yet). NULL when the sheet has no row of headings. */
BfMapping *bf_mapping_propose (const BfGrid *sheet, BfRecordKind kind);

/* The same for a sheet whose first row is data already: a column a letter, none of which means
 * anything yet. NULL for an empty sheet. */
BfMapping *bf_mapping_propose_letters (const BfGrid *sheet, BfRecordKind kind);

/* Fail with a sentence that says what is wrong with the mapping. */
BfMapping *bf_mapping_read (const char *path, GError **error);
gboolean bf_mapping_write (const BfMapping *mapping, const char *path, GError **error);

/* Keeps it for tables with these headings; *@path (may be NULL) becomes where. */
gboolean bf_mapping_remember (const BfMapping *mapping, char **path, GError **error);
/* BfMapping, all that are remembered; those that cannot be read are left out. */
GPtrArray *bf_mappings_remembered (void);

/* The layout that the mapping makes of @sheet; NULL when it lacks one of the headings, or its first
 * row has another shape. */
BfLayout *bf_mapping_layout (const BfMapping *mapping, const BfGrid *sheet);

G_END_DECLS
