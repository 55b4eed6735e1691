/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans for tests, written as text: one row a line,
 *
 *   system | system_id=DNC-01 | type=CNC/DNC | isa95_level=3
 *
 * the table's name, then column=canonical text; blank lines and lines that begin with # say
 * nothing. A row that cannot be read fails the test with its line. */

#pragma once

#include "bf-plan.h"

G_BEGIN_DECLS

/* A sealed plan; the caller unrefs it. */
BfPlan *bf_test_plan (const char *text);
/* A copy of @plan in which each line of @text changes the row with that key, or adds one. */
BfPlan *bf_test_plan_with (const BfPlan *plan, const char *text);
/* A plan in tests/scenarios. */
BfPlan *bf_test_plan_read (const char *file);

G_END_DECLS
