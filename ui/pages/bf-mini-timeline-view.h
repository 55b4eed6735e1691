/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints BfMiniTimeline; a click opens the Roadmap page. */

#pragma once

#include "bf-chart.h"

#include "bf-roadmap.h"

G_BEGIN_DECLS

#define BF_TYPE_MINI_TIMELINE_VIEW (bf_mini_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (BfMiniTimelineView, bf_mini_timeline_view, BF, MINI_TIMELINE_VIEW, BfChart)

GtkWidget *bf_mini_timeline_view_new (void);
/* Takes a reference; NULL draws nothing. */
void bf_mini_timeline_view_show (BfMiniTimelineView *view, const BfRoadmap *roadmap, gint64 today);

G_END_DECLS
