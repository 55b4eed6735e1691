/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person makes of the phases: each one edit of the document, named as the Undo button will
 * name it. The first of them writes the phases that are suggested into the plan. A phase is its
 * index in bf-phases.h.
 *
 * All fail with a sentence for the person. */

#pragma once

#include "bf-session.h"

G_BEGIN_DECLS

gboolean bf_phase_rename (BfSession *session, guint phase, const char *name, GError **error);
/* With the one after: its steps, and steps that are suggested for it, join. */
gboolean bf_phase_merge (BfSession *session, guint phase, GError **error);
/* A new phase after it takes the steps with the keys @steps, NULL-terminated. */
gboolean bf_phase_split (
    BfSession *session, guint phase, const char *name, const char *const *steps, GError **error);
/* Refused where the step requires one of a later phase. */
gboolean
bf_phase_take_step (BfSession *session, guint phase, const BfRoadmapStep *step, GError **error);

G_END_DECLS
