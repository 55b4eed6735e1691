/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The interface map as a widget: systems as boxes that take the focus, lines painted between them.
 *
 * Goes into a scrolled window. Below its full size the map is laid out anew for the room there is,
 * so that it always fills the width; above it is panned by scrolling, dragging the ground, or
 * walking the boxes with the arrow keys. Actions: "map.zoom-in", "map.zoom-out", "map.zoom-fit". */

#pragma once

#include <gtk/gtk.h>

#include "bf-canvas.h"
#include "bf-interface-map.h"
#include "bf-system-figures.h"

G_BEGIN_DECLS

#define BF_TYPE_INTERFACE_MAP_VIEW (bf_interface_map_view_get_type ())
G_DECLARE_FINAL_TYPE (BfInterfaceMapView, bf_interface_map_view, BF, INTERFACE_MAP_VIEW, BfCanvas)

typedef enum
{
  BF_MAP_SHOW_SELECTED, /* the links of the selected system */
  BF_MAP_SHOW_DEBT,     /* those with high debt */
  BF_MAP_SHOW_PAPER,    /* those on paper */
} BfMapHighlight;

GtkWidget *bf_interface_map_view_new (void);
/* Both are kept; NULL shows nothing. @figures belong to @plan and are borrowed until the next
 * call. */
void bf_interface_map_view_show (BfInterfaceMapView *view,
                                 const BfPlan *plan,
                                 const BfSystemFigures *figures);
/* Position in the plan; -1: none. */
void bf_interface_map_view_select (BfInterfaceMapView *view, int system);
void bf_interface_map_view_highlight (BfInterfaceMapView *view, BfMapHighlight highlight);
/* Boxes for which @wanted is FALSE are faint; NULL: none. One a system, copied. */
void bf_interface_map_view_filter (BfInterfaceMapView *view, const gboolean *wanted);
double bf_interface_map_view_get_zoom (BfInterfaceMapView *view);
const BfInterfaceMap *bf_interface_map_view_get_map (BfInterfaceMapView *view);

/* Signal: "system-activated" (guint, position in the plan). */

/* "ERP-01 → MES-01" and "database link, not documented". Owned by the caller. */
char *bf_link_title (const BfInterface *interface);
char *bf_link_words (const BfPlan *plan, const BfInterface *interface);

G_END_DECLS
