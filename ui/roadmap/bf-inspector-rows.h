/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines that the panels beside the timeline are made of. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bf_inspector_add_heading (GtkBox *box, const char *text);
/* Sign, words, figure: a row of a legend or a list; returns it. @sign and @middle may be NULL. */
GtkWidget *bf_inspector_add_row (
    GtkBox *box, GtkWidget *sign, const char *words, GtkWidget *middle, const char *figure);
/* A wrapped line in small letters under a row. */
void bf_inspector_add_note (GtkBox *box, const char *text);
/* A flat button of the head; its name is also its tooltip. */
GtkWidget *bf_inspector_button_new (const char *icon, const char *action, const char *name);
/* What scrolls under the head, as high as there is room. */
GtkWidget *bf_inspector_scroller_new (void);

G_END_DECLS
