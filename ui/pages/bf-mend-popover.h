/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two ways to answer with something that no button offers: choose it from a list, or type it.
 * What is typed is checked in place. */

#pragma once

#include <gtk/gtk.h>

#include "bf-problem.h"

G_BEGIN_DECLS

/* @text is canonical. */
typedef void (*BfMendAnswered) (const char *text, gpointer data);

/* A popover with @candidates (BfMendCandidate, taken) and a search. */
GtkWidget *bf_mend_choose_new (GPtrArray *candidates, BfMendAnswered answered, gpointer data);
/* A popover with an entry for a value of the problem's field, at first what the cell holds. */
GtkWidget *bf_mend_type_new (const BfProblem *problem, BfMendAnswered answered, gpointer data);

G_END_DECLS
