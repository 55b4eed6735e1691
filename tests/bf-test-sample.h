/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped sample plants as plans, through the import that people use. */

#pragma once

#include "bf-plan.h"

G_BEGIN_DECLS

/* "aerospace", "pharma", "small": a sealed plan; the caller unrefs it. A problem with an error
 * fails the test. */
BfPlan *bf_test_sample (const char *name);

G_END_DECLS
