/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ruler of the timeline: whole weeks, months or quarters, the finest of which few enough hold
 * the roadmap; some however short it is. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef enum
{
  BF_TIME_WEEKS, /* from Monday */
  BF_TIME_MONTHS,
  BF_TIME_QUARTERS,
  BF_N_TIME_SCALES,
} BfTimeScale;

typedef struct
{
  BfTimeScale scale;
  guint n_cells;
  gint64 *edges; /* first day of each cell, and the day after the last: n_cells + 1 */
} BfTimeGrid;

/* From the plan's start to the last release or gate; at most @max_cells, quarters however many. */
BfTimeGrid *bf_time_grid_new (const BfRoadmap *roadmap, guint max_cells);
void bf_time_grid_free (BfTimeGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfTimeGrid, bf_time_grid_free)

/* The cell that @day lies in; -1 outside. */
int bf_time_grid_cell (const BfTimeGrid *grid, gint64 day);

G_END_DECLS
