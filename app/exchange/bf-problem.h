/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that an import has to say: where, what, and how to mend it. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef enum
{
  BF_PROBLEM_ERROR, /* the row, sheet or file cannot be taken */
  BF_PROBLEM_NOTE,  /* taken, and this is how it was understood */
} BfProblemSeverity;

/* The cell among its neighbours, as its program shows them. */
#define BF_EXCERPT_CELLS 6

typedef struct
{
  guint heading_row; /* 0: no row of headings */
  guint n_cells;
  struct
  {
    char *letters, *heading, *value; /* value NULL: blank */
    gboolean wrong;
  } cells[BF_EXCERPT_CELLS];
} BfExcerpt;

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

  /* What an answer needs (bf-mend.h). */
  const BfField *field; /* NULL: no single field */
  char *cell;           /* the whole cell as shown; NULL: blank, or no single cell */
  char *suggestion;     /* canonical text that is probably meant; NULL: none */
  gboolean either;      /* the column's dates can be read both ways */
  BfExcerpt *excerpt;   /* NULL: none, see bf_import_problems */
} BfProblem;

void bf_problem_free (BfProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfProblem, bf_problem_free)

/* What is wrong, behind what the cell holds: "“HIS-O1”: No system ...". Owned by the caller. */
char *bf_problem_sentence (const BfProblem *problem);
/* "systems.xlsx: sheet “Systems”, row 5, C5 “To”, “HIS-O1”: No system ... Did you mean ...", on one
 * line. Owned by the caller. */
char *bf_problem_line (const BfProblem *problem);

G_END_DECLS
