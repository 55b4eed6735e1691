/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Systems page counts and scores, for all systems at once. Pure. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  double obsolescence; /* 0 .. 100 */
  guint links;
  double debt; /* points of all its links */
  int step;    /* position in the roadmap of the first step that treats it; -1 */
} BfSystemFigure;

typedef struct
{
  guint n_systems;
  BfSystemFigure *systems; /* in the plan's order */
  double worst_debt;
  guint past_support; /* before @today */
  guint unmaintained; /* nobody is able to maintain it */
  guint interfaces, on_paper;
} BfSystemFigures;

/* @roadmap may be NULL: no steps then. */
BfSystemFigures *bf_system_figures_new (const BfPlan *plan, const BfRoadmap *roadmap, gint64 today);
void bf_system_figures_free (BfSystemFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfSystemFigures, bf_system_figures_free)

G_END_DECLS
