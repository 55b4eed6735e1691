/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words as people mean them, whatever blanks, capitals and marks they use. Never by the locale. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters and digits only, without case, accents of German written out: "Kritikalität 1-5" is
 * "kritikalitaet15". Owned by the caller. */
char *bf_loose (const char *text);

/* Trimmed, every run of blanks (no-break ones and line ends too) one blank. Owned by the
 * caller. */
char *bf_tidy (const char *text);
/* Only trimmed, of every kind of blank. Owned by the caller. */
char *bf_trim (const char *text);

/* What keys are compared by: tidy and without case. Owned by the caller. */
char *bf_fold (const char *text);

/* TRUE when the loose form of a word of @list (separated by |) is @loose. */
gboolean bf_loose_is_in (const char *list, const char *loose);

/* The number of changes (a letter put in, taken out, replaced, swapped with its neighbour) from
 * @a to @b, without case; letters that look alike (O and 0, I, l and 1) count half. */
double bf_distance (const char *a, const char *b);

G_END_DECLS
