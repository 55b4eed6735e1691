/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view's state, shared by the files that it is split over by concern: bf-roadmap-view.c holds
 * it, bf-roadmap-view-paint.c paints, bf-roadmap-view-input.c answers to keys, wheel and gestures.
 */

#pragma once

#include "bf-roadmap-view.h"
#include "bf-step-bar.h"

G_BEGIN_DECLS

struct _BfRoadmapView
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment, *vadjustment;
  guint hscroll_policy : 1;
  guint vscroll_policy : 1;

  const BfRoadmap *roadmap; /* borrowed */
  gint64 today;
  gint64 first_day, last_day;
  BfTimeAxis axis;
  BfLaneBy by;
  gboolean fit;
  gboolean has_axis;
  int selected;
  gboolean *shown;
  BfLaneLayout *layout;
  GArray *routes;
  BfShadeScale *scale;
  BfColor *shades;
  BfTimelineColors colors;
  BfTimelineText *text;
  char *today_text;

  BfBarScene scene;
  GHashTable *bars; /* step to BfStepBar that shows it */
  GQueue spare;     /* BfStepBar, children that show nothing */

  double pinch_from;     /* scale when a pinch began */
  int pressed;           /* step under the first press of a click; -1 */
  double drag_x, drag_y; /* adjustments when a drag began */
};

double bf_roadmap_view_field_width (BfRoadmapView *view);
double bf_roadmap_view_field_height (BfRoadmapView *view);
/* Sets the scale; the day at @anchor px of the field stays there. */
void bf_roadmap_view_zoom_to (BfRoadmapView *view, double px_per_day, double anchor);
/* What is seen, in the field's coordinates; and whether a bar is, or nearly. */
BfRect bf_roadmap_view_seen (BfRoadmapView *view);
gboolean bf_roadmap_view_is_seen (const BfRect *seen, const BfBarBox *box);
void bf_roadmap_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void bf_roadmap_view_init_input (BfRoadmapView *view);

G_END_DECLS
