/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of buttons over the timeline. Where it is narrow, beside an open panel, the words that
 * the menus themselves repeat are left out, so that the window never has to grow; what a screen
 * reader says stays whole. */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_ROADMAP_TOOLS (bf_roadmap_tools_get_type ())
G_DECLARE_FINAL_TYPE (BfRoadmapTools, bf_roadmap_tools, BF, ROADMAP_TOOLS, GtkWidget)

GtkWidget *bf_roadmap_tools_new (void);
/* What the lanes stand for, the colours, and which steps are shown: "Area", "Activity", "Filter".
 */
void bf_roadmap_tools_set_words (BfRoadmapTools *tools,
                                 const char *lanes,
                                 const char *colour,
                                 const char *filter);
void bf_roadmap_tools_set_filters (BfRoadmapTools *tools, GMenuModel *menu);
/* Under "More": a submenu a phase. */
void bf_roadmap_tools_set_phases (BfRoadmapTools *tools, GMenuModel *menu);
void
bf_roadmap_tools_set_open (BfRoadmapTools *tools, const BfRoadmap *roadmap, const BfPlan *plan);

G_END_DECLS
