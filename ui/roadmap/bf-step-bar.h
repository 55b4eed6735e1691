/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One step's bar as a widget: it can be focused, named, pointed at and acted on.
 *
 * A bar comes from a pool and shows one step of its scene at a time; the scene belongs to the
 * view. Its actions ("step.select", "step.open", "step.menu", "step.earlier", "step.later",
 * "step.unpin", "step.reject") have keys of their own, and each emits "action" with its name.
 * Clicks are the view's: a bar moves under the pointer when its row opens. */

#pragma once

#include <gtk/gtk.h>

#include "bf-roadmap-paint.h"

G_BEGIN_DECLS

/* What the bars of one view have in common. */
typedef struct
{
  const BfRoadmap *roadmap;
  guint serial; /* another one with each roadmap */
  const BfLaneLayout *layout;
  const BfTimelineColors *colors;
  BfTimelineText *text;
  const BfColor *shades; /* one a step; NULL: by activity */
  BfRect view;           /* what is seen, in the field's coordinates */
  gboolean high_contrast;
} BfBarScene;

#define BF_TYPE_STEP_BAR (bf_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (BfStepBar, bf_step_bar, BF, STEP_BAR, GtkWidget)

GtkWidget *bf_step_bar_new (const BfBarScene *scene);
/* Shows a step; again after each change of the scene. */
void bf_step_bar_bind (BfStepBar *bar, int step);
int bf_step_bar_get_step (BfStepBar *bar);
/* The bar's box in the layout. */
const BfBarBox *bf_step_bar_get_box (BfStepBar *bar);

G_END_DECLS
