/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the planner makes of a plan, for tests that read a roadmap and expect one. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* Seed 1, this many draws; not being feasible fails the test. The caller unrefs it. */
BfRoadmap *bf_test_planned (const BfPlan *plan, guint draws);

G_END_DECLS
