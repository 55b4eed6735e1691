/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline's colours as the style sheet gives them to a widget. */

#pragma once

#include <gtk/gtk.h>

#include "bf-timeline-colors.h"

G_BEGIN_DECLS

/* Roles that no style sheet names come from the default set, light or dark. */
void bf_timeline_colors_for (GtkWidget *widget, BfTimelineColors *colors);
/* TRUE when the person asked for high contrast. */
gboolean bf_timeline_high_contrast (void);
GdkRGBA bf_color_to_rgba (BfColor color);

G_END_DECLS
