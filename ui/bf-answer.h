/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pages of an import are made of: a finding with its explanation over what is to be
 * decided, and a row of buttons under it all.
 *
 * In a template its children stand under the finding; children of type "side" stand beside it, of
 * type "action" in the row of buttons. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BF_TYPE_ANSWER (bf_answer_get_type ())
G_DECLARE_FINAL_TYPE (BfAnswer, bf_answer, BF, ANSWER, AdwBin)

void bf_answer_say (BfAnswer *self, const char *answer, const char *lead);

G_END_DECLS
