/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view's state, shared by the files that it is split over by concern: bf-roadmap-view.c holds
 * it, bf-roadmap-view-pool.c has the bars, bf-roadmap-view-paint.c paints, bf-roadmap-view-input.c
 * answers to keys, wheel and gestures, bf-roadmap-view-date.c moves the date cursor,
 * bf-roadmap-view-move.c a cutover. */

#pragma once

#include "bf-roadmap-view.h"
#include "bf-step-bar.h"
#include "bf-step-places.h"

G_BEGIN_DECLS

typedef enum
{
  BF_DRAG_NONE,
  BF_DRAG_PAN,
  BF_DRAG_DATE,
  BF_DRAG_CUTOVER,
} BfDrag;

struct _BfRoadmapView
{
  BfCanvas parent_instance;

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

  int pressed; /* step under the first press of a click; -1 */
  BfDrag drag;

  double magnify;
  gint64 date;       /* BF_BLANK: no cursor */
  GtkWidget *cursor; /* its pill, a child that may be hidden */
  BfBaselineDates *baseline;

  int moving;       /* step whose cutover is dragged; -1 */
  GArray *places;   /* BfStepPlace, where it could stand */
  gint64 move_to;   /* minute; BF_BLANK: nowhere */
  gint64 move_at;   /* minute under the pointer */
  char *move_words; /* where it would stand, or why it cannot */
};

/* A child at a place of the widget, in px before magnifying. */
void bf_roadmap_view_place_child (BfRoadmapView *view, GtkWidget *child, const BfRect *place);
double bf_roadmap_view_field_width (BfRoadmapView *view);
double bf_roadmap_view_field_height (BfRoadmapView *view);
/* Sets the scale; the day at @anchor px of the field stays there. */
void bf_roadmap_view_zoom_to (BfRoadmapView *view, double px_per_day, double anchor);
/* Gives what is seen its bars, in the order of the lanes; allocates them. */
void bf_roadmap_view_sync_pool (BfRoadmapView *view);
void bf_roadmap_view_allocate_bars (BfRoadmapView *view);
/* Whether a bar is seen, or nearly. */
gboolean bf_roadmap_view_is_seen (const BfRect *seen, const BfBarBox *box);
/* Step under a point of the widget; -1. */
int bf_roadmap_view_step_at (BfRoadmapView *view, double x, double y);

void bf_roadmap_view_init_date (BfRoadmapView *view);
/* Allocates the pill; after every layout and scroll. */
void bf_roadmap_view_place_date (BfRoadmapView *view);
/* Where the pill stands in the widget; no width: nowhere. */
BfRect bf_roadmap_view_date_pill (BfRoadmapView *view);
/* The person has put the date at a point of the widget. */
void bf_roadmap_view_drag_date (BfRoadmapView *view, double x);

/* FALSE: the step has no cutover that could be moved. */
gboolean bf_roadmap_view_begin_move (BfRoadmapView *view, int step);
void bf_roadmap_view_update_move (BfRoadmapView *view, double x);
/* Drops it, or with @cancel leaves it where it was. */
void bf_roadmap_view_end_move (BfRoadmapView *view, gboolean cancel);

/* What the tooltip says at a point of the widget; NULL: nothing. The caller frees it. */
char *bf_roadmap_view_describe (BfRoadmapView *view, double x, double y);
gboolean bf_roadmap_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
void bf_roadmap_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void bf_roadmap_view_init_input (BfRoadmapView *view);
/* BfCanvasClass::zoom. */
void bf_roadmap_view_zoom (BfCanvas *canvas, double factor, double x, double y);

G_END_DECLS
