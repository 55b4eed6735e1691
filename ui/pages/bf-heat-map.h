/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Five by five fields: how likely, and how dear when it happens; each says how many steps it holds,
 * and lists them when it is pressed. */

#pragma once

#include <gtk/gtk.h>

#include "bf-risk-figures.h"

G_BEGIN_DECLS

#define BF_TYPE_HEAT_MAP (bf_heat_map_get_type ())
G_DECLARE_FINAL_TYPE (BfHeatMap, bf_heat_map, BF, HEAT_MAP, GtkWidget)

GtkWidget *bf_heat_map_new (void);
/* Nothing of the arguments is kept. */
void bf_heat_map_show (BfHeatMap *map, const BfRiskFigures *figures, const BfRoadmap *roadmap);

G_END_DECLS
