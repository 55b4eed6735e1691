/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colour roles of the style sheet, for what paints itself.
 *
 * A role is the name that style.css defines, without "bf_": "build", "build_tint", "ink2". Light,
 * dark and high contrast are the style sheet's business; look colours up while painting and keep
 * none. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Magenta for a role that no style sheet names, so that it is seen. */
GdkRGBA bf_palette_color (GtkWidget *widget, const char *role);
/* Sets the source of @cr. */
void bf_palette_source (GtkWidget *widget, cairo_t *cr, const char *role);
/* The same, @alpha times as opaque. */
void bf_palette_source_alpha (GtkWidget *widget, cairo_t *cr, const char *role, double alpha);

G_END_DECLS
