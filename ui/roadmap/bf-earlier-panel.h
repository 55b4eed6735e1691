/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "What would bring it forward?": a button, the search in the background, and its answers.
 *
 * Each answer was proved by planning the step again (bf-help.h). What is told is about one roadmap;
 * once the plan has changed the answers go, and the button waits for the next roadmap. Widgets on
 * the main thread, the search on a worker; it ends when the panel leaves its window. */

#pragma once

#include <gtk/gtk.h>

#include "bf-roadmap.h"

G_BEGIN_DECLS

#define BF_TYPE_EARLIER_PANEL (bf_earlier_panel_get_type ())
G_DECLARE_FINAL_TYPE (BfEarlierPanel, bf_earlier_panel, BF, EARLIER_PANEL, GtkWidget)

/* Keeps a reference to @roadmap. */
GtkWidget *bf_earlier_panel_new (const BfRoadmap *roadmap, const BfRoadmapStep *step);
/* Does nothing while it seeks, or when the plan has changed. */
void bf_earlier_panel_seek (BfEarlierPanel *panel);
void bf_earlier_panel_cancel (BfEarlierPanel *panel);
/* The plan has changed. */
void bf_earlier_panel_expire (BfEarlierPanel *panel);
gboolean bf_earlier_panel_is_seeking (BfEarlierPanel *panel);

G_END_DECLS
