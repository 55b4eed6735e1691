/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a cell to the canonical text of a field, and what must be known of its column first. */

#pragma once

#include "bf-layout.h"

G_BEGIN_DECLS

/* Looks at every row of @layout's columns: which decimal mark and order of dates they use. */
void bf_convert_judge (BfLayout *layout, const BfGrid *sheet);
/* The decimal mark that the columns of one file agree on, given its layouts and sheets (as many,
 * in the same order); semicolons speak for the comma. Puts it into columns that have none. */
void bf_convert_judge_file (const GPtrArray *layouts, const GPtrArray *sheets);

typedef struct
{
  char *text; /* canonical; of a reference as typed; NULL: blank */
  /* When it cannot be: two sentences, what is wrong and how to mend it. */
  char *what;
  char *cure;
  gboolean guessed; /* "1.234" read with a decimal point since nothing decides */
  gboolean named;   /* a name where yes or no is asked for */
} BfConverted;

void bf_converted_clear (BfConverted *converted);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BfConverted, bf_converted_clear)

/* FALSE when the cell cannot be a value of the field; then `what` and `cure` are set. One part of
 * three points comes as a plain number. */
gboolean bf_convert_cell (const BfColumn *column, const BfCell *cell, BfConverted *converted);

/* "1–2.5–5" taken apart; NULL when the text is not three numbers. Owned by the caller. */
char **bf_convert_split_points (const char *text);

G_END_DECLS
