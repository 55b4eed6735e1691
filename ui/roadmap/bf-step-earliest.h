/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far forward a cutover could be dragged, and what keeps it from there today: the words at the
 * pointer before it is dropped. Read from the roadmap, nothing is planned. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* Whatever gives way, the build comes first: the day on which it would end had it begun with the
 * plan. */
gint64 bf_step_build_could_end (const BfRoadmap *roadmap, const BfRoadmapStep *step);

/* The sentence of what would have to give way for an earlier cutover: a team, a budget, another
 * step, else its own work. NULL when only a pin holds it. The caller frees it. */
char *bf_step_kept_by (const BfRoadmap *roadmap, const BfRoadmapStep *step);

G_END_DECLS
