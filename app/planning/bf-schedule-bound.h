/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What no schedule can beat; private to planning.
 *
 * Each step is released no earlier than where network, dates, freezes and openings alone allow it
 * (every team free, every opening empty, all money there). And the last release is no earlier than
 * the first day for which each budget and each team can still do what it has not done before: by
 * every day a team has given at most its capacity and a budget at most its periods so far; the rest
 * must fit behind that day into what the latest ends leave of each activity (a destructive bound in
 * the manner of Klein and Scholl 1999, with energy and money as the test). Of money that is scarce
 * see bf-schedule-dual.h. */

#pragma once

#include "bf-schedule-core.h"

G_BEGIN_DECLS

/* The least of the objective: minor units, or the day of the last release since 1970. @known is the
 * objective of some schedule. */
double bf_core_bound (const BfCore *core, double known);

G_END_DECLS
