/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a value, said where it was typed: a small bubble at the widget, and the state
 * that assistive technology reads. One at a time for a widget. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks @widget as wrong (style class "error") and says why. */
void bf_complaint_show (GtkWidget *widget, const char *sentence);
/* Takes mark and bubble away; harmless when there is none. */
void bf_complaint_clear (GtkWidget *widget);

G_END_DECLS
