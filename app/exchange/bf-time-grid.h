/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap on a ruler of whole months (or quarters, when there are many): which cell of a step
 * shows what. A cutover claims its cell; otherwise the activity with most days in it does. */

#pragma once

#include "bf-roadmap.h"
#include "bf-workbook-style.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean quarters;
  guint n_cells;
  gint64 *edges; /* first day of each cell, and the day after the last: n_cells + 1 */
} BfTimeGrid;

/* From the plan's start to the last release or gate; at most @max_months of them, else quarters. */
BfTimeGrid *bf_time_grid_new (const BfRoadmap *roadmap, guint max_months);
void bf_time_grid_free (BfTimeGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfTimeGrid, bf_time_grid_free)

/* The cell that @day lies in; -1 outside. */
int bf_time_grid_cell (const BfTimeGrid *grid, gint64 day);
BfSign bf_time_grid_sign (const BfTimeGrid *grid, const BfRoadmapStep *step, guint cell);

G_END_DECLS
