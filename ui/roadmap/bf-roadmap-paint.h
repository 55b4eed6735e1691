/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints what of the timeline is no bar: field, routes, labels, header, lane heads, minimap.
 *
 * Knows no toolkit but cairo and pango, so that print paints the same. In the field the origin of
 * cr is the axis' zero and the top of the first lane; in the header the axis' zero and the top of
 * the header; beside the lanes the left edge of the heads. `view` is what is seen, in the field's
 * coordinates: only that is painted, and labels that stick to an edge stick to its edge. */

#pragma once

#include "bf-lane-layout.h"
#include "bf-step-paint.h"
#include "bf-timeline-text.h"

G_BEGIN_DECLS

#define BF_HEADER_MAJOR 22.0
#define BF_HEADER_MINOR 19.0
#define BF_HEADER_PHASES 26.0
#define BF_HEADER_STRIP 19.0
#define BF_HEADER_HEIGHT                                                                           \
  (BF_HEADER_MAJOR + BF_HEADER_MINOR + BF_HEADER_PHASES + 2 * BF_HEADER_STRIP + 1)

typedef struct
{
  cairo_t *cr;
  const BfTimelineColors *colors;
  BfTimelineText *text;
  const BfRoadmap *roadmap;
  const BfLaneLayout *layout;
  BfRect view;
  BfRect taken; /* of the ruler, by a pill that is no paint; labels give way */
  gboolean high_contrast;
} BfRoadmapPaint;

/* Phase columns, bands, lines of years, gates and support, the selection's ground. */
void bf_roadmap_paint_field (const BfRoadmapPaint *paint);
/* One bar as it stands in the field. @shade may be NULL. */
void bf_roadmap_paint_bar (const BfRoadmapPaint *paint, const BfBarBox *bar, const BfColor *shade);
/* @routes of BfRoute. */
void bf_roadmap_paint_routes (const BfRoadmapPaint *paint, const GArray *routes);
/* The name of one step; @shade as for the bar. */
void
bf_roadmap_paint_label (const BfRoadmapPaint *paint, const BfBarBox *bar, const BfColor *shade);
/* The line of today through the lanes. */
void bf_roadmap_paint_today (const BfRoadmapPaint *paint);

/* Ruler, phases, shutdowns, freezes, today's pill; @today_text "Today 17 Mar", NULL: no pill. */
void bf_roadmap_paint_header (const BfRoadmapPaint *paint, const char *today_text);
/* "Phases", "Shutdowns", "Freezes" beside the header. */
void bf_roadmap_paint_captions (const BfRoadmapPaint *paint);
void bf_roadmap_paint_lane_heads (const BfRoadmapPaint *paint);

/* The whole plan in @width x @height: one line a step; @seen is the part of the axis' days that
 * the viewport shows, as x of the layout. The layout is one of the minimap's own axis. */
void bf_roadmap_paint_minimap (
    const BfRoadmapPaint *paint, double width, double height, double seen_from, double seen_to);

void bf_paint_words (const BfRoadmapPaint *paint,
                     const char *words,
                     BfTextKind kind,
                     BfColorRole role,
                     double x,
                     double y);
/* An upright line on a pixel. */
void bf_paint_upright (
    const BfRoadmapPaint *paint, BfColorRole role, double x, double top, double bottom);
void
bf_paint_level (const BfRoadmapPaint *paint, BfColorRole role, double left, double right, double y);
/* A stone with its foot's middle at @x, @bottom: 8 x 9 px with a round top. */
void bf_paint_stone (const BfRoadmapPaint *paint, double x, double bottom);

G_END_DECLS
