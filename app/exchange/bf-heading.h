/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a heading means: which field of a record, which of three points, in which unit.
 *
 * Read from the field tables: label, column and synonyms, in their loose forms. A synonym that
 * ends in "?" is weak: it counts only when no other heading means that field. */

#pragma once

#include "bf-records.h"
#include "bf-unit.h"

G_BEGIN_DECLS

typedef struct _BfHeading BfHeading;

typedef struct
{
  const BfField *field;
  int part;           /* 0 the whole field; 1, 2, 3: the lowest, likely, highest of three points */
  gboolean exact;     /* the field's own label or column, not a synonym */
  const BfUnit *unit; /* that the heading names, lent; NULL: none */
} BfHeadingMatch;

/* Any text; blank text means nothing. */
BfHeading *bf_heading_new (const char *text);
void bf_heading_free (BfHeading *heading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfHeading, bf_heading_free)

/* As written, tidied. */
const char *bf_heading_text (const BfHeading *heading);

/* The unit that it names in brackets, lent; NULL: none. */
const BfUnit *bf_heading_unit (const BfHeading *heading);

gboolean bf_heading_match (const BfHeading *heading,
                           BfRecordKind kind,
                           gboolean weak,
                           BfHeadingMatch *match);

/* The records that know the heading, one bit each (1 << kind). */
guint32 bf_heading_records (const BfHeading *heading);

/* TRUE when the name of a sheet or file speaks of the record: one of its names is in it as whole
 * words. */
gboolean bf_heading_names_record (const char *name, BfRecordKind kind);

G_END_DECLS
