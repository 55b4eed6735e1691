/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a roadmap may be from the best one of its steps: what it reached against what no schedule
 * of the same steps goes below. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* A share: of the bound's money, or of the days from the start of the plan to the bound; 0 is
 * proven optimal. NAN: no bound is known. */
double bf_roadmap_gap (const BfRoadmap *roadmap);
/* The same in a sentence with both figures; NULL as above. Caller frees. */
char *bf_roadmap_bound_sentence (const BfRoadmap *roadmap);

G_END_DECLS
