/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-palette.h"

GdkRGBA
bf_palette_color (GtkWidget *widget, const char *role)
{
  char name[64];
  GdkRGBA color = { 1, 0, 1, 1 };

  g_snprintf (name, sizeof name, "bf_%s", role);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  return color;
}

void
bf_palette_source (GtkWidget *widget, cairo_t *cr, const char *role)
{
  bf_palette_source_alpha (widget, cr, role, 1);
}

void
bf_palette_source_alpha (GtkWidget *widget, cairo_t *cr, const char *role, double alpha)
{
  GdkRGBA color = bf_palette_color (widget, role);

  color.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &color);
}
