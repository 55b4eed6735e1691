/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A painted strip under the timeline, with a head as wide as those of the lanes: what minimap and
 * team strip have in common. Follows the view's changes, colours and text scale. Lengths are px
 * before magnifying. */

#pragma once

#include "bf-roadmap-paint.h"
#include "bf-roadmap-view.h"

G_BEGIN_DECLS

#define BF_STRIP_CAPTION_INSET 13.0

#define BF_TYPE_STRIP (bf_strip_get_type ())
G_DECLARE_DERIVABLE_TYPE (BfStrip, bf_strip, BF, STRIP, GtkWidget)

struct _BfStripClass
{
  GtkWidgetClass parent_class;

  BfColorRole ground;
  double (*height) (BfStrip *strip);
  /* @paint begins at the strip's corner and knows the view's roadmap, layout and what is seen. */
  void (*paint) (BfStrip *strip, BfRoadmapPaint *paint);
  /* The view shows something else; the strip is painted anew whether there is one or not. */
  void (*changed) (BfStrip *strip);
};

/* The view is borrowed: both live in one page. */
GtkWidget *bf_strip_new (GType type, BfRoadmapView *view);
BfRoadmapView *bf_strip_get_view (BfStrip *strip);
BfTimelineText *bf_strip_get_text (BfStrip *strip);
double bf_strip_magnify (BfStrip *strip);
/* Of the field beside the head. */
double bf_strip_field_width (BfStrip *strip);

G_END_DECLS
