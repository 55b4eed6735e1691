/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell that cannot be read probably means: "end 2009" a day, "2.5O" a number, "Intrument" a
 * word. Only ever offered to the person, never taken by itself. */

#pragma once

#include "bf-layout.h"

G_BEGIN_DECLS

/* Canonical text of the column's field; NULL when nothing is near, or when the cell can be read as
 * it is. A year, quarter or month alone is its last day, as a start its first. Owned by the
 * caller. */
char *bf_suggest (const BfColumn *column, const BfCell *cell);
/* The nearest of @words (NULL-terminated) to @text, NULL when none is near. Lent. */
const char *bf_suggest_word (const char *const *words, const char *text);

G_END_DECLS
