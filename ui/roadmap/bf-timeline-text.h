/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text layouts of the timeline, made once each: making them is what costs.
 *
 * Belongs to one pango context (a widget's, or a printer's). Its measure function is what a lane
 * layout asks for widths. */

#pragma once

#include <pango/pangocairo.h>

#include "bf-text-kind.h"

G_BEGIN_DECLS

typedef struct _BfTimelineText BfTimelineText;

BfTimelineText *bf_timeline_text_new (PangoContext *context);
void bf_timeline_text_free (BfTimelineText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfTimelineText, bf_timeline_text_free)

/* A BfMeasureText; @data is the BfTimelineText. */
double bf_timeline_text_measure (const char *words, BfTextKind kind, gpointer data);

/* Draws the words from @x on, their middle at @y, in the source of @cr. @max_width: they end in an
 * ellipsis there; below 0 no limit. */
void bf_timeline_text_draw (BfTimelineText *text,
                            cairo_t *cr,
                            const char *words,
                            BfTextKind kind,
                            double x,
                            double y,
                            double max_width);

G_END_DECLS
