/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small level bar, 62 × 8, that stands before its figure in a table cell or a list. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BF_TYPE_BAR_CELL (bf_bar_cell_get_type ())
G_DECLARE_FINAL_TYPE (BfBarCell, bf_bar_cell, BF, BAR_CELL, GtkWidget)

#define BF_BAR_PARTS 4

GtkWidget *bf_bar_cell_new (void);
/* Changes the size from 62 × 8; @width -1: as wide as there is room. */
void bf_bar_cell_set_size (BfBarCell *bar, int width, int height);
/* Takes all parts away, and sets what full means (0: nothing is drawn). */
void bf_bar_cell_reset (BfBarCell *bar, double full);
/* A part of that length in the colour of @role (a static string); parts stand side by side. */
void bf_bar_cell_add (BfBarCell *bar, const char *role, double length);
/* An ink post at a length; NAN: none. The trough then ends there. */
void bf_bar_cell_set_post (BfBarCell *bar, double at);

G_END_DECLS
