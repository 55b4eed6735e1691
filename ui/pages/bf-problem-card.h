/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One problem of an import as a card: what, where, the cell itself, and the cure. */

#pragma once

#include <gtk/gtk.h>

#include "bf-problem.h"

G_BEGIN_DECLS

/* A row of a list box. */
GtkWidget *bf_problem_card_new (const BfProblem *problem);
/* "Interfaces, row 31, column C". Owned by the caller. */
char *bf_problem_place (const BfProblem *problem);

G_END_DECLS
