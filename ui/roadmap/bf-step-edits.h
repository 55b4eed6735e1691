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
  BF_STEP_EDIT_ERROR_NO_PHASE,
} BfStepEditError;

/* To the opening before (@direction -1) or after (1), see bf_step_next_opening. */
gboolean
bf_step_move_cutover (BfSession *session, const BfRoadmapStep *step, int direction, GError **error);
/* To a place that bf_step_place_near gave. */
gboolean
bf_step_pin_at (BfSession *session, const BfRoadmapStep *step, gint64 minute, GError **error);
gboolean bf_step_pin (BfSession *session, const BfRoadmapStep *step, GError **error);
gboolean bf_step_unpin (BfSession *session, const BfRoadmapStep *step, GError **error);
/* @status: BF_STATUS_ACCEPTED or BF_STATUS_REJECTED. The step need not be on the roadmap. @reason
 * may be NULL. */
gboolean bf_step_set_status (BfSession *session,
                             const char *key,
                             const char *title,
                             int status,
                             const char *reason,
                             GError **error);

G_END_DECLS
