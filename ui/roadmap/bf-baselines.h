/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping today's roadmap as the baseline that later ones are held against. */

#pragma once

#include "bf-session.h"

G_BEGIN_DECLS

/* Stores the session's roadmap as it stands, in one edit with its reason (may be NULL or empty).
 * Fails with a sentence: no plan is open, nothing is planned, the document refuses. */
gboolean bf_baseline_set (BfSession *session, const char *reason, GError **error);

G_END_DECLS
