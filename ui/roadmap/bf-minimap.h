/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole plan in one strip, with the part that the timeline shows framed; drag to go there. */

#pragma once

#include "bf-strip.h"

G_BEGIN_DECLS

#define BF_TYPE_MINIMAP (bf_minimap_get_type ())
G_DECLARE_FINAL_TYPE (BfMinimap, bf_minimap, BF, MINIMAP, BfStrip)

GtkWidget *bf_minimap_new (BfRoadmapView *view);

G_END_DECLS
