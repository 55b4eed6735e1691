/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the Systems page. Their rows' details are a BfSystemFigures. */

#pragma once

#include "bf-table.h"

G_BEGIN_DECLS

extern const BfTableColumn bf_system_columns[];
extern const guint bf_n_system_columns;

/* "Machining", "Whole site", "Assembly, Stores". Owned by the caller. */
char *bf_areas_shown (const BfPlan *plan, const char *const *areas);

G_END_DECLS
