/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Proves that a schedule obeys every constraint of the planning rules.
 *
 * It believes nothing but the records of the plan and the catalogue, the estimates of the steps and
 * the dates: working days and public holidays, windows, stops that can be borne, capacities,
 * budgets, orders, restore tests, owners and claims are worked out again, by code that the
 * scheduler does not use (the start of a plan that names none excepted). Of the network only step,
 * kind and part of each activity are read. Soft prerequisites and kept-until dates are wishes, not
 * constraints. */

#pragma once

#include "bf-schedule.h"

G_BEGIN_DECLS

/* Sentences for the person, one a violation, in the order of the constraints; empty: the schedule
 * is feasible. The caller frees the array, which owns them. */
GPtrArray *
bf_checker_run (const BfStepSet *set, const BfNetwork *network, const BfPlacing *placings);

G_END_DECLS
