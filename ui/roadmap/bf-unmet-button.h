/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the roadmap leaves open, behind a button that says how much: needs that no step meets, each
 * with its reason, and steps that the person rejected, each with a button that takes it back.
 * Hidden while nothing is open. */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"

G_BEGIN_DECLS

GtkWidget *bf_unmet_button_new (void);
/* Fills it anew; @roadmap and @plan may be NULL. Rows activate "roadmap.accept" with a key. */
void bf_unmet_button_update (GtkWidget *button, const BfRoadmap *roadmap, const BfPlan *plan);

G_END_DECLS
