/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-text-scale.h"

#define DESIGNED_DPI 96.0
#define MOST 3.0

double
bf_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  /* In 1024ths; the desktop's text scaling is part of it, its window scaling is not. */
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi <= 0 ? 1 : CLAMP (dpi / 1024.0 / DESIGNED_DPI, 0.75, MOST);
}
