/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline: a scrollable field of lanes under a sticky header, beside sticky lane heads.
 *
 * Bars are child widgets from a pool for what is seen; all else is painted. One Tab comes in, one
 * goes out; arrows walk between bars and lanes, + - 0 zoom, Home and End go to the ends of time.
 *
 * Signals: "step-action" (int step, const char *action): something was done to a bar, an action
 * name of BfStepBar; the view itself has only made it visible. "step-moved" (int step, gint64
 * minute): its cutover was dragged to an opening that begins then. "step-refused" (const char
 * *sentence): it was dropped where it cannot stand. "phase-menu" (int position, double x, double
 * y): the menu of a phase was asked for there. "date-moved" (gint64 day): the date cursor was
 * dragged or moved by keys. "leave": Escape was pressed. "view-changed": scale or visible days have
 * changed.
 *
 * A desktop that shows text larger shows the whole timeline larger: what is said in px below is px
 * before that. */

#pragma once

#include <gtk/gtk.h>

#include "bf-baseline-dates.h"
#include "bf-canvas.h"
#include "bf-lane-layout.h"
#include "bf-step-shade.h"

G_BEGIN_DECLS

#define BF_TYPE_ROADMAP_VIEW (bf_roadmap_view_get_type ())
G_DECLARE_FINAL_TYPE (BfRoadmapView, bf_roadmap_view, BF, ROADMAP_VIEW, BfCanvas)

GtkWidget *bf_roadmap_view_new (void);

/* Borrowed: set NULL or another one before it goes. */
void bf_roadmap_view_set_roadmap (BfRoadmapView *view, const BfRoadmap *roadmap, gint64 today);
const BfRoadmap *bf_roadmap_view_get_roadmap (BfRoadmapView *view);
/* Position of the step in the roadmap; -1: none. Does not scroll. */
void bf_roadmap_view_select (BfRoadmapView *view, int step);
/* Scrolls so that the step's bar is seen. */
void bf_roadmap_view_reveal (BfRoadmapView *view, int step);
/* The same, and gives it the focus. */
void bf_roadmap_view_focus_step (BfRoadmapView *view, int step);

void bf_roadmap_view_set_lanes (BfRoadmapView *view, BfLaneBy by);
void bf_roadmap_view_set_shade (BfRoadmapView *view, BfShadeBy by);
/* Takes the scale's place in the legend: lent until the next change; NULL by activity. */
const BfShadeScale *bf_roadmap_view_get_scale (BfRoadmapView *view);
/* The colour of a step of the scale. */
GdkRGBA bf_roadmap_view_shade_color (BfRoadmapView *view, guint step);
/* Takes @shown, one a step of the roadmap; NULL shows all. */
void bf_roadmap_view_set_shown (BfRoadmapView *view, gboolean *shown);

/* The day that the person looks at, a line with a pill that is dragged in the ruler or moved by
 * keys; BF_BLANK takes it away. */
void bf_roadmap_view_set_date (BfRoadmapView *view, gint64 day);
gint64 bf_roadmap_view_get_date (BfRoadmapView *view);
/* Scrolls so that it is seen. */
void bf_roadmap_view_reveal_date (BfRoadmapView *view);
/* Gives the pill the focus. */
void bf_roadmap_view_focus_date (BfRoadmapView *view);
/* Takes @baseline; NULL shows none. */
void bf_roadmap_view_set_baseline (BfRoadmapView *view, BfBaselineDates *baseline);

/* The whole plan in the width, also after resizing, until the person zooms. */
void bf_roadmap_view_fit (BfRoadmapView *view);
gboolean bf_roadmap_view_is_fit (BfRoadmapView *view);
/* About the middle of what is seen. */
void bf_roadmap_view_zoom_by (BfRoadmapView *view, double factor);
/* Shows @days days; what is in the middle stays there, or the selected step. */
void bf_roadmap_view_show_days (BfRoadmapView *view, int days);
double bf_roadmap_view_get_px_per_day (BfRoadmapView *view);
/* FALSE before the view has a size and a roadmap. */
gboolean bf_roadmap_view_get_visible_days (BfRoadmapView *view, gint64 *from, gint64 *to);
/* What is seen of the field, in px before magnifying. */
BfRect bf_roadmap_view_get_seen (BfRoadmapView *view);
/* Puts @day in the middle. */
void bf_roadmap_view_show_day (BfRoadmapView *view, gint64 day);

/* Lent until the next change; NULL without a roadmap. Tests and the inspector. */
const BfLaneLayout *bf_roadmap_view_get_layout (BfRoadmapView *view);
/* How much larger than designed the desktop shows text. */
double bf_roadmap_view_get_magnify (BfRoadmapView *view);
/* The bar's widget while it is seen; NULL otherwise. */
GtkWidget *bf_roadmap_view_get_bar (BfRoadmapView *view, int step);

G_END_DECLS
