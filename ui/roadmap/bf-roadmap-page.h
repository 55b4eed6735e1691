/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Roadmap page: tools, timeline, minimap, and the inspector of the selected step.
 *
 * Its actions have the prefixes "roadmap" (lanes, colour, filter, span, zoom-in, zoom-out) and
 * "step" (open, earlier, later, pin, unpin, accept, reject, close; they are about the selected
 * step). */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_ROADMAP_PAGE (bf_roadmap_page_get_type ())
G_DECLARE_FINAL_TYPE (BfRoadmapPage, bf_roadmap_page, BF, ROADMAP_PAGE, GtkWidget)

GtkWidget *bf_roadmap_page_new (BfSession *session);

G_END_DECLS
