/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Proves that a schedule obeys every constraint of the planning rules.
 *
 * It believes nothing but the records of the plan, the steps and the dates: working days, windows,
 * capacities, budgets and orders are worked out again, by code that the scheduler does not use
 * (public holidays by rule, the working week's words and the building team excepted). Of the
 * network only step, kind and part of each activity are read. Soft prerequisites and kept-until
 * dates are wishes, not constraints. */

#pragma once

#include "bf-schedule.h"

G_BEGIN_DECLS

/* Sentences for the person, one a violation, in the order of the constraints; empty: the schedule
 * is feasible. The caller frees the array, which owns them. */
GPtrArray *
bf_checker_run (const BfStepSet *set, const BfNetwork *network, const BfPlacing *placings);

G_END_DECLS
