/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints one step's bar from its parts: timeline, inspector, legend and print.
 *
 * The origin of @cr is the axis' zero and the top of the upper storey. */

#pragma once

#include "bf-step-parts.h"
#include "bf-timeline-colors.h"

G_BEGIN_DECLS

typedef struct
{
  const BfTimelineColors *colors;
  BfBarSize size;
  const BfColor *shade; /* of the upper storey instead of build; NULL: by activity */
  double today_x;       /* how far a started step has come; NAN: not known */
  gboolean high_contrast;
} BfStepLook;

void bf_step_paint (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look);
/* One part alone, for a legend. */
void bf_step_paint_part (cairo_t *cr, const BfPart *part, const BfStepLook *look);
/* A step as one line: cutovers as dots. For the minimap and folded lanes. */
void bf_step_paint_line (
    cairo_t *cr, const BfStepParts *parts, const BfTimelineColors *colors, double y, double width);

/* Sets the source to lines of 45°, @width on @step. */
void bf_hatch_source (cairo_t *cr, BfColor color, double width, double step);
void bf_rounded_rect (cairo_t *cr, double x, double y, double width, double height, double radius);

G_END_DECLS
