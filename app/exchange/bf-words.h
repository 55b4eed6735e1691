/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words with a fixed meaning: yes and no, repeats, choices. Compared by their loose forms. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* 1 yes, 0 no, -1 neither. English, German, French, Spanish, Italian, Dutch, Polish, Portuguese,
 * Danish, Czech; x, a tick, 1 and 0. */
int bf_words_yes_no (const char *text);

/* "every 2nd weekend", "alle 2 Wochen", "weekly", "2": the number of weeks; 0 for once; -1 when it
 * says something else. */
int bf_words_repeat (const char *text);

/* Index of the choice meant by @text, -1 when there is none. */
int bf_words_choice (const BfChoice *choices, const char *text);
/* "MES, ERP, PLM"; owned by the caller. */
char *bf_words_choices (const BfChoice *choices);

/* TRUE for a word that means every area. */
gboolean bf_words_all (const char *text);
/* TRUE for "Total", "Summe" and the like. */
gboolean bf_words_total (const char *text);

G_END_DECLS
