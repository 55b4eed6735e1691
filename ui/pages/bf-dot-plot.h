/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One dimension on a line: low to high as a capsule, verified, claimed, effective, target. */

#pragma once

#include "bf-chart.h"

#include "bf-maturity-levels.h"

G_BEGIN_DECLS

#define BF_TYPE_DOT_PLOT (bf_dot_plot_get_type ())
G_DECLARE_FINAL_TYPE (BfDotPlot, bf_dot_plot, BF, DOT_PLOT, BfChart)

/* @level NULL: the heading of the scale. */
GtkWidget *bf_dot_plot_new (const BfMaturityFramework *framework, const BfMaturityLevel *level);

/* Five pips: how far a claim is proven. */
GtkWidget *bf_claim_pips_new (int state);

G_END_DECLS
