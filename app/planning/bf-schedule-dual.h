/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What no schedule can cost less than, when money is scarce; private to planning.
 *
 * Each step picks the period in which its build, and so its spending, ends, and is released no
 * earlier than that allows with every team free and every opening empty. What ends by the end of a
 * period is paid from the periods so far. The prices of those sums (multipliers) make the steps
 * independent of each other; any prices give a bound, and subgradient steps look for good ones
 * (Lagrangian relaxation after Held and Karp 1971; step lengths after Polyak 1969). */

#pragma once

#include "bf-schedule-core.h"

G_BEGIN_DECLS

/* @relaxed: the core without teams, money and others in the openings; @known: the cost of some
 * schedule. Minor units; 0 where budgets say nothing. */
double bf_core_dual_bound (const BfCore *core, const BfCore *relaxed, double known);

G_END_DECLS
