/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the window share. */

#pragma once

#include "bf-plan-window.h"

G_BEGIN_DECLS

void bf_plan_window_install_actions (GtkWidgetClass *klass);
/* TRUE while a page of a plan is on show: not on the welcome and import pages. */
gboolean bf_plan_window_shows_plan (BfPlanWindow *window);
/* Enables what can be done now. */
void bf_plan_window_update_actions (BfPlanWindow *window);

/* Reads spreadsheets into @document, NULL: a new one named after them. */
void bf_plan_window_import (BfPlanWindow *window, const char *const *paths, BfDocument *document);
void bf_plan_window_end_import (BfPlanWindow *window);
/* Finds the entry that the page on show is searched with, and puts the cursor there. */
void bf_plan_window_search (BfPlanWindow *window);

G_END_DECLS
