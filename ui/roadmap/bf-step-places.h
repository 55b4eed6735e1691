/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the first cutover of a step could stand: openings long enough for it and open to all that
 * it touches; without a planned stop the working days that no freeze touches.
 *
 * Pure: asks the roadmap's calendar, not the scheduler. A place is one that a pin may name; whether
 * the whole plan then still fits, the planner says. Minutes are half-open. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 start, end;
  gboolean current;  /* the cutover stands in it */
  int window;        /* of the plan; -1 assumed */
  gint64 occurrence; /* BF_BLANK: not one of a rule */
} BfStepPlace;

/* Openings by start, inside the plan; empty for a step without a cutover or with one that needs
 * none. The caller unrefs the array. */
GArray *bf_step_places (const BfRoadmap *roadmap, const BfRoadmapStep *step);

/* Where the cutover would begin if it were dropped at @minute: in the place that is not more than
 * @within minutes away, else, outside shutdowns and freezes, in the nearest one. FALSE: it cannot
 * stand there, and @why_not (may be NULL) becomes the sentence why. @place (may be NULL) becomes
 * the position in @places, which are those of the step; -1: a working day. */
gboolean bf_step_place_near (const BfRoadmap *roadmap,
                             const BfRoadmapStep *step,
                             const GArray *places,
                             gint64 minute,
                             gint64 within,
                             gint64 *start,
                             int *place,
                             char **why_not);

/* Start of the place before (@direction -1) or after (1) the one that the step's first cutover
 * lies in; of a step that needs no opening the working day. FALSE: there is none inside the plan.
 */
gboolean bf_step_next_opening (const BfRoadmap *roadmap,
                               const BfRoadmapStep *step,
                               int direction,
                               gint64 *minute);

G_END_DECLS
