/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The painted pieces of the inspector: a step's bar enlarged, signs of parts, bars of money. */

#pragma once

#include <gtk/gtk.h>

#include "bf-step-parts.h"
#include "bf-timeline-colors.h"

G_BEGIN_DECLS

/* The step's bar, 1.25 times, over the whole width. The step is copied as far as it is painted. */
GtkWidget *bf_enlarged_bar_new (const BfRoadmapStep *step, BfStepStates states);
/* A small sign of a part: the legend. */
GtkWidget *bf_part_sign_new (BfPartKind kind);
/* A square of one hue. */
GtkWidget *bf_color_sign_new (BfColorRole role);
/* Shares of a whole beside each other, a hair apart. */
GtkWidget *bf_stacked_bar_new (const BfColorRole *roles, const double *values, guint n);
/* A bar of @share of @width px. */
GtkWidget *bf_share_bar_new (BfColorRole role, double share, int width);

G_END_DECLS
