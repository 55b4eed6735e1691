/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The radar of one framework: verified as a brown area, effective as green triangles, the target as
 * an open blue outline. */

#pragma once

#include "bf-chart.h"

#include "bf-maturity-levels.h"

G_BEGIN_DECLS

#define BF_TYPE_RADAR_VIEW (bf_radar_view_get_type ())
G_DECLARE_FINAL_TYPE (BfRadarView, bf_radar_view, BF, RADAR_VIEW, BfChart)

GtkWidget *bf_radar_view_new (void);
/* Copies what it draws. @label tells it to assistive technology. */
void
bf_radar_view_show (BfRadarView *view, const BfMaturityFramework *framework, const char *label);

G_END_DECLS
