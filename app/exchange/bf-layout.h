/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the table of a sheet lies: which record it holds, its columns, its first row.
 *
 * Title rows above, headings over two rows, a row of units below them and columns in any order are
 * seen through. A plant may also stand as two columns, field and value. A list of teams with
 * periods holds two records, team and capacity. */

#pragma once

#include "bf-date-words.h"
#include "bf-grid.h"
#include "bf-heading.h"
#include "bf-number-words.h"

G_BEGIN_DECLS

typedef struct
{
  guint column;  /* of the sheet */
  int row;       /* index of the row that holds the value; -1: every row has one */
  char *heading; /* as written, tidied */
  BfRecordKind kind;
  const BfField *field;
  int part; /* as in BfHeadingMatch */
  BfUnit unit;
  gboolean has_unit;

  /* Decided from all rows, see bf-evidence.h. */
  BfDecimalMark mark;
  BfDateOrder order;
  gboolean undecided; /* dates that can be read both ways, and nothing says which */
  gboolean shares;    /* plain numbers of a percentage are shares of 1 */
} BfColumn;

typedef struct
{
  BfRecordKind kind;  /* BF_NO_RECORD: no record was recognised */
  gboolean periods;   /* teams: capacities too */
  guint heading_row;  /* index of the (last) row of headings */
  guint first_row;    /* index of the first row of data */
  gboolean pairs;     /* one record, its fields down the rows */
  gboolean bare;      /* no row of headings: the first row is data */
  GArray *columns;    /* BfColumn */
  GPtrArray *unknown; /* char *, headings that mean no field */

  /* Why a table that looks like one cannot be used. */
  const BfField *missing; /* no column for this required field */
  int twice_a, twice_b;   /* these columns mean one field; -1 */
} BfLayout;

/* A layout that somebody else fills: @heading_row is an index, the data begin below. */
BfLayout *bf_layout_new (BfRecordKind kind, guint heading_row);
/* The same for a table without headings. */
BfLayout *bf_layout_new_bare (BfRecordKind kind);
/* A column of @heading, whose unit in brackets counts. */
void
bf_layout_add (BfLayout *layout, guint column, const char *heading, const BfField *field, int part);
gboolean bf_layout_has_column (const BfLayout *layout, guint column);
/* Looks for what is missing, and for a row of units below the headings, where there are any. */
void bf_layout_settle (BfLayout *layout, const BfGrid *sheet);

/* @file is the base name of the file without its ending. Never NULL. */
BfLayout *bf_layout_find (const BfGrid *sheet, const char *file);
void bf_layout_free (BfLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfLayout, bf_layout_free)

const BfColumn *bf_layout_column (const BfLayout *layout, guint index);
/* The column of that field (of its first part), NULL when there is none. */
const BfColumn *bf_layout_column_of (const BfLayout *layout, const BfField *field);

G_END_DECLS
