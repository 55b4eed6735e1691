/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One big figure with its spread: caption, figure and unit, a line of percentiles, a small chart.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BF_TYPE_FIGURE_CARD (bf_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (BfFigureCard, bf_figure_card, BF, FIGURE_CARD, GtkWidget)

/* @chart is taken. */
GtkWidget *bf_figure_card_new (const char *caption, GtkWidget *chart);
void bf_figure_card_set_caption (BfFigureCard *card, const char *caption);
void
bf_figure_card_show (BfFigureCard *card, const char *figure, const char *unit, const char *spread);

G_END_DECLS
