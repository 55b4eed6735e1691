/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All about one step: its bar as the legend of itself, why it stands there, what it costs.
 *
 * Shows the step that the session has selected; empty without one. The actions on its buttons are
 * "step.*" of the page around it. */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_INSPECTOR_WIDTH 336

#define BF_TYPE_INSPECTOR (bf_inspector_get_type ())
G_DECLARE_FINAL_TYPE (BfInspector, bf_inspector, BF, INSPECTOR, GtkWidget)

GtkWidget *bf_inspector_new (BfSession *session);
/* Seeks what would bring the step forward that is shown (bf-earlier-panel.h). */
void bf_inspector_seek_earlier (BfInspector *inspector);
void bf_inspector_cancel_earlier (BfInspector *inspector);

G_END_DECLS
