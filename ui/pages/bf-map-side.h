/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Beside the interface map: what the selected system is worth, its links with the most debt first
 * (the lines' table twin), and what lines and boxes mean. Without a selection, the worst links of
 * all.
 *
 * Signal: "system-activated" (guint, position in the plan): the other end of a link. */

#pragma once

#include <gtk/gtk.h>

#include "bf-plan.h"
#include "bf-system-figures.h"

G_BEGIN_DECLS

#define BF_TYPE_MAP_SIDE (bf_map_side_get_type ())
G_DECLARE_FINAL_TYPE (BfMapSide, bf_map_side, BF, MAP_SIDE, GtkWidget)

GtkWidget *bf_map_side_new (void);
/* @system -1: none selected. @today: before it vendor support is over. */
void bf_map_side_show (
    BfMapSide *side, const BfPlan *plan, const BfSystemFigures *figures, int system, gint64 today);

G_END_DECLS
