/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much larger than designed the person's desktop shows text; 1 is as designed. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double bf_text_scale (GtkWidget *widget);

G_END_DECLS
