/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One problem of an import as a card: what, where, the cell among its neighbours, and the answers
 * that mend it with one click.
 *
 * Signals: "answered" (BfMend *, borrowed). */

#pragma once

#include <gtk/gtk.h>

#include "bf-import.h"

G_BEGIN_DECLS

#define BF_TYPE_PROBLEM_CARD (bf_problem_card_get_type ())
G_DECLARE_FINAL_TYPE (BfProblemCard, bf_problem_card, BF, PROBLEM_CARD, GtkListBoxRow)

/* A row of a list box; @problem, @import and @plan (may be NULL) must outlive it. */
GtkWidget *
bf_problem_card_new (const BfProblem *problem, const BfImport *import, const BfPlan *plan);
const BfProblem *bf_problem_card_get_problem (BfProblemCard *card);
/* Puts the cursor on the likeliest answer; FALSE when there is none. */
gboolean bf_problem_card_focus (BfProblemCard *card);

/* "Interfaces, row 31, column C". Owned by the caller. */
char *bf_problem_place (const BfProblem *problem);

G_END_DECLS
