/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as one JSON object, for machines.
 *
 * Its keys are stable: keys may be added, never renamed. Money is whole currency units with two
 * decimals, days YYYY-MM-DD, cutover times YYYY-MM-DDTHH:MM, hours numbers, shares of 1, maturity
 * with one decimal. Same roadmap, same bytes, whatever locale or time zone. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller frees it. */
char *bf_roadmap_to_json (const BfRoadmap *roadmap);

G_END_DECLS
