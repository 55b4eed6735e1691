/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person decides about a step on the timeline: each one edit of the document, named as the
 * Undo button will name it. The session replans by itself.
 *
 * All fail with a sentence for the person: no document, read-only, no such opening. */

#pragma once

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_STEP_EDIT_ERROR (bf_step_edit_error_quark ())
GQuark bf_step_edit_error_quark (void);

typedef enum
{
  BF_STEP_EDIT_ERROR_NO_DOCUMENT,
  BF_STEP_EDIT_ERROR_NO_CUTOVER,
  BF_STEP_EDIT_ERROR_NO_OPENING,
} BfStepEditError;

/* Start of the opening before (@direction -1) or after (1) the one that the step's first cutover
 * lies in, long enough for it and open to all that it touches; without a planned stop the working
 * day before or after that no freeze touches. FALSE: there is none inside the plan. */
gboolean bf_step_next_opening (const BfRoadmap *roadmap,
                               const BfRoadmapStep *step,
                               int direction,
                               gint64 *minute);

gboolean
bf_step_move_cutover (BfSession *session, const BfRoadmapStep *step, int direction, GError **error);
gboolean bf_step_pin (BfSession *session, const BfRoadmapStep *step, GError **error);
gboolean bf_step_unpin (BfSession *session, const BfRoadmapStep *step, GError **error);
/* @status: BF_STATUS_ACCEPTED or BF_STATUS_REJECTED. */
gboolean
bf_step_set_status (BfSession *session, const BfRoadmapStep *step, int status, GError **error);

G_END_DECLS
