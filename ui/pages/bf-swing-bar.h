/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One bar of a tornado: what pulls the mean down stands left of the post, what drives it up right
 * of it. Decoration; the row says the figures. */

#pragma once

#include "bf-chart.h"

G_BEGIN_DECLS

#define BF_TYPE_SWING_BAR (bf_swing_bar_get_type ())
G_DECLARE_FINAL_TYPE (BfSwingBar, bf_swing_bar, BF, SWING_BAR, BfChart)

/* @least and @most: the ends of all bars of the block, so that their posts stand in line. */
GtkWidget *bf_swing_bar_new (double low, double high, double least, double most);

G_END_DECLS
