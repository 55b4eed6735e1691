/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A hand-made plan and roadmap for what goes out: names that formats stumble over, money to the
 * cent, two frameworks, budgets that start in February, one step without a cutover and one with
 * three. No planner is asked; the same bytes every time. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct _ExportsFixture ExportsFixture;

/* The first six steps have names of their own; without any the roadmap is infeasible. */
ExportsFixture *exports_fixture_new (guint n_steps);
void exports_fixture_free (ExportsFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportsFixture, exports_fixture_free)

/* Not reference counted: do not call bf_roadmap_ref on it. */
BfRoadmap *exports_fixture_roadmap (ExportsFixture *fixture);

G_END_DECLS
