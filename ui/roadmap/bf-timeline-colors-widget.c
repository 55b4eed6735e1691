/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-timeline-colors-widget.h"

#include <adwaita.h>

void
bf_timeline_colors_for (GtkWidget *widget, BfTimelineColors *colors)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  *colors = *bf_timeline_colors_default (adw_style_manager_get_dark (manager));
  for (guint i = 0; i < BF_N_COLORS; i++)
    {
      GdkRGBA rgba;

      if (gtk_style_context_lookup_color (context, bf_timeline_color_name (i), &rgba))
        colors->of[i] = (BfColor){ rgba.red, rgba.green, rgba.blue };
    }
}

gboolean
bf_timeline_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

GdkRGBA
bf_color_to_rgba (BfColor color)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue, 1 };
}
