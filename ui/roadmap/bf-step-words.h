/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline says of a step in words. All strings are owned by the caller. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* For assistive technology, one sentence: step, phase, dates, window, hours, cost. */
char *bf_step_spoken (const BfRoadmap *roadmap, const BfRoadmapStep *step);
/* For the pointer: the same in lines. */
char *bf_step_tooltip (const BfRoadmap *roadmap, const BfRoadmapStep *step);
/* "Machining · phase 2 · replaces DNC-01 and BES-02" */
char *bf_step_byline (const BfRoadmap *roadmap, const BfRoadmapStep *step);
/* At most three sentences: what binds, the margin, what happens otherwise. */
char *bf_step_why_here (const BfRoadmap *roadmap, const BfRoadmapStep *step);
/* "IQ", "Partial first article": narrow columns; the name itself where there is none. */
const char *bf_qualification_short_name (const BfRoadmapQualification *phase);
/* A phrase as a line of its own: "waits for ..." is "Waits for ...". */
char *bf_with_capital (const char *phrase);

G_END_DECLS
