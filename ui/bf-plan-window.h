/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application's window: header bar, list of pages, the page, and what lies before a plan is
 * open (welcome) or while one is read (import).
 *
 * Everything a person can do here is an action: win.page(s), win.undo, win.redo, win.open,
 * win.import, win.save-copy, win.export-workbook, win.replan, win.cancel, win.sidebar, win.search,
 * win.close-plan, win.open-file(s), win.open-files(as), win.open-sample(s), win.empty-plan,
 * win.show-step(s), win.show-system(s), win.revert(x), win.import-cancel, win.import-again,
 * win.import-good-rows. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_PLAN_WINDOW (bf_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (BfPlanWindow, bf_plan_window, BF, PLAN_WINDOW, AdwApplicationWindow)

BfPlanWindow *bf_plan_window_new (GtkApplication *application);
BfSession *bf_plan_window_get_session (BfPlanWindow *window);
/* TRUE while no plan is open in it, so that it can take one. */
gboolean bf_plan_window_is_empty (BfPlanWindow *window);

/* Shows the document, at the roadmap. */
void bf_plan_window_show_document (BfPlanWindow *window, BfDocument *document);
/* One plan is opened; anything else (spreadsheets, folders) is imported, into the plan that is
 * open or a new one. Paths are absolute or relative to the working directory. */
void bf_plan_window_open_paths (BfPlanWindow *window, const char *const *paths);
void bf_plan_window_show_page (BfPlanWindow *window, const char *id);
/* A sentence that goes away by itself. */
void bf_plan_window_toast (BfPlanWindow *window, const char *sentence);

G_END_DECLS
