/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person answered to a problem of an import: how a cell is to be read, or that its row is
 * left out.
 *
 * A mend holds for one reading of one file, and only while the cell says what it said when it was
 * answered: a file that was corrected meanwhile is read as it stands. Mends that took effect are
 * told in the import's edit. The file itself is never touched. */

#pragma once

#include "bf-problem.h"

G_BEGIN_DECLS

typedef enum
{
  BF_MEND_READ_AS,     /* the cell stands for `text`; NULL: for nothing */
  BF_MEND_LEAVE_OUT,   /* the row is no record */
  BF_MEND_ACCEPT,      /* the note is right; nothing is read otherwise */
  BF_MEND_DAY_FIRST,   /* the dates of the column have the day first */
  BF_MEND_MONTH_FIRST, /* or the month */
} BfMendKind;

typedef struct
{
  BfMendKind kind;
  char *file;
  char *sheet;   /* NULL: text */
  guint row;     /* as BfProblem.row */
  char *letters; /* of the column; NULL: the row as a whole */
  char *heading; /* of the column; NULL as letters */
  char *cell;    /* what the cell showed; NULL: nothing */
  char *text;    /* canonical text of the field */
} BfMend;

/* An answer to @problem. @text is canonical text of its field, for BF_MEND_READ_AS. */
BfMend *bf_mend_new (const BfProblem *problem, BfMendKind kind, const char *text);
BfMend *bf_mend_copy (const BfMend *mend);
void bf_mend_free (BfMend *mend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfMend, bf_mend_free)

/* TRUE when both answer the same cell, row or column. */
gboolean bf_mend_same_place (const BfMend *a, const BfMend *b);

/* "systems.csv, L3 “End of vendor support”: “end 2009” was read as “2009-12-31”." Owned by the
 * caller. */
char *bf_mend_line (const BfMend *mend);
/* The same without the place. */
char *bf_mend_words (const BfMend *mend);

G_END_DECLS
