/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The phases of a plan: the rows that the user made of them, or the catalogue's five.
 *
 * A phase has an index (0 ..), which steps carry, and a number, which people see: the position of
 * its row. Rows stand by position, then key. A step without a phase of its own begins in the phase
 * of the row that takes the catalogue's suggestion. Rows that take none of them follow the
 * suggestions by their place, the last row taking what is left. */

#pragma once

#include "bf-catalogue.h"
#include "bf-plan.h"

G_BEGIN_DECLS

guint bf_phases_count (const BfPlan *plan, const BfCatalogue *catalogue);
/* NULL for a phase of the catalogue. */
const BfPhase *bf_phases_row (const BfPlan *plan, guint index);
const char *bf_phases_name (const BfPlan *plan, const BfCatalogue *catalogue, guint index);
int bf_phases_number (const BfPlan *plan, guint index);
/* The suggestions that the phase takes, one bit each. */
guint32 bf_phases_suggested (const BfPlan *plan, const BfCatalogue *catalogue, guint index);

/* The phase with that number; where there is none, the nearest. */
int bf_phases_find (const BfPlan *plan, const BfCatalogue *catalogue, gint64 number);
/* The phase that takes the catalogue's suggestion 0 .. 4. */
int bf_phases_default (const BfPlan *plan, const BfCatalogue *catalogue, int suggestion);

G_END_DECLS
