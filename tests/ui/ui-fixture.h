/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document and a roadmap for the tests of the window, and how to look a widget up. */

#pragma once

#include "bf-session.h"
#include "bf-test-roadmap.h"

G_BEGIN_DECLS

/* In memory, with every row of the hand-made roadmap's plan. */
BfDocument *ui_fixture_document (void);
/* A planner for sessions: the hand-made roadmap, whatever the plan. */
BfRoadmap *ui_fixture_plan (const BfPlan *plan,
                            const BfRoadmapOptions *options,
                            BfRoadmapProgress progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GError **error);
/* Runs the main loop until the session has computed. */
void ui_fixture_wait (BfSession *session);

G_END_DECLS
