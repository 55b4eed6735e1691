/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the inspector that counts: what a step costs, the hours that it may lose, what the
 * plant does until the release, and its validation by phase. */

#pragma once

#include <gtk/gtk.h>

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* What all sections of one step are made from. */
typedef struct
{
  GtkBox *box;
  const BfRoadmap *roadmap;
  const BfRoadmapStep *step;
  const char *currency;
} BfInspectorSheet;

void bf_inspector_add_costs (const BfInspectorSheet *sheet);

G_END_DECLS
