/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plant and the options of its plan, each with its editor, in a small window of their own that
 * stands beside what they change. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

/* Shows the plant of the session's plan, in the window that is open already if there is one. A plan
 * without a plant gets one, as an edit. @toasts gets what wants to be said (win.toast). */
void bf_plant_window_present (GtkWindow *toasts, BfSession *session);

G_END_DECLS
