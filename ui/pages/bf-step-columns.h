/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the Steps page. */

#pragma once

#include "bf-table.h"

G_BEGIN_DECLS

extern const BfTableColumn bf_step_columns[];
extern const guint bf_n_step_columns;

/* Areas that the step stops: names, or "Whole site". Owned by the caller. */
char *bf_step_areas_shown (const BfPlan *plan, const BfRoadmapStep *step);

/* "By area" for the id of a strategy. Static, or @id itself. */
const char *bf_strategy_shown (const char *id);

G_END_DECLS
