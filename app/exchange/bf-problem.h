/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that an import has to say: where, what, and how to mend it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_PROBLEM_ERROR, /* the row, sheet or file cannot be taken */
  BF_PROBLEM_NOTE,  /* taken, and this is how it was understood */
} BfProblemSeverity;

typedef struct
{
  BfProblemSeverity severity;
  char *file;    /* base name */
  char *sheet;   /* NULL: text, or the file as a whole */
  guint row;     /* as the spreadsheet program counts; 0: no single row */
  guint line;    /* of a text file where it differs from row, else 0 */
  char *column;  /* heading; NULL: no single column */
  char *letters; /* "C"; NULL as column */
  char *value;   /* as typed; NULL: none */
  char *what;    /* a sentence */
  char *cure;    /* a sentence; "" when there is nothing to mend */
} BfProblem;

void bf_problem_free (BfProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfProblem, bf_problem_free)

/* "systems.xlsx: sheet “Systems”, row 5, C5 “To”, “HIS-O1”: No system ... Did you mean ...", on one
 * line. Owned by the caller. */
char *bf_problem_line (const BfProblem *problem);

G_END_DECLS
