/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The painted parts of the interface map: the bands of the levels and the lines. */

#pragma once

#include <gtk/gtk.h>

#include "bf-interface-map.h"

G_BEGIN_DECLS

void bf_map_paint_bands (GtkWidget *widget, cairo_t *cr, const BfInterfaceMap *map);
void bf_map_paint_line (GtkWidget *widget, cairo_t *cr, const BfMapLine *line, double strength);
/* What stands for such a line in a legend, from @x to @x + @width. */
void bf_map_paint_sample (GtkWidget *widget,
                          cairo_t *cr,
                          BfMapDebt weight,
                          gboolean on_paper,
                          double x,
                          double y,
                          double width);

G_END_DECLS
