/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one window is looking at: document, plan, roadmap, selection, visible time.
 *
 * The session is the only thing that pages listen to. It follows its document: each edit gives a
 * new plan (notify::plan), and a roadmap is computed from it in the background; the newest request
 * wins, and until it is there the pages show the roadmap before. Everything happens on the main
 * thread except the computing. Days are days since 1970, both ends included.
 *
 * Properties, all with notify: document (object), plan and roadmap (pointers, borrowed, NULL
 * before there is one), title, subtitle, selected-step (key or NULL), selected-system (key or
 * NULL), visible-from and visible-to (days, BF_BLANK before anybody set them), busy, progress
 * (0 .. 1), problem (the sentence why there is no roadmap, NULL when there is one). */

#pragma once

#include <gio/gio.h>

#include "bf-document.h"
#include "bf-roadmap.h"

G_BEGIN_DECLS

#define BF_TYPE_SESSION (bf_session_get_type ())
G_DECLARE_FINAL_TYPE (BfSession, bf_session, BF, SESSION, GObject)

/* What computes a roadmap on a worker thread: bf_roadmap_compute, or a fixture in tests. */
typedef BfRoadmap *(*BfSessionPlanner) (const BfPlan *plan,
                                        const BfRoadmapOptions *options,
                                        BfRoadmapProgress progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);

BfSession *bf_session_new (void);
/* Calls @changed (@owner) whenever one of the properties (names, ended by NULL) changes, as long as
 * both live. */
void bf_session_watch (BfSession *session, gpointer owner, GCallback changed, ...)
    G_GNUC_NULL_TERMINATED;

/* --- What is shown. --- */

BfDocument *bf_session_get_document (BfSession *session);
/* Takes a reference; NULL shows nothing. */
void bf_session_set_document (BfSession *session, BfDocument *document);
const BfPlan *bf_session_get_plan (BfSession *session);
/* Valid until the next notify::roadmap; keep it longer with bf_roadmap_ref. */
const BfRoadmap *bf_session_get_roadmap (BfSession *session);
/* Shows a roadmap that was computed elsewhere, and its plan. Tests and previews. */
void bf_session_show_roadmap (BfSession *session, const BfRoadmap *roadmap);

/* Name of the plan, and "Phased · 4,000 draws · seed 1". */
const char *bf_session_get_title (BfSession *session);
const char *bf_session_get_subtitle (BfSession *session);

/* --- Where the person is looking. --- */

const char *bf_session_get_selected_step (BfSession *session);
void bf_session_set_selected_step (BfSession *session, const char *key);
/* Position in the roadmap; -1: none selected, or not on this roadmap. */
int bf_session_get_selected_index (BfSession *session);
const char *bf_session_get_selected_system (BfSession *session);
void bf_session_set_selected_system (BfSession *session, const char *key);
void bf_session_set_visible (BfSession *session, gint64 from, gint64 to);
/* The status date of the plan, else the start of planning, else today. */
gint64 bf_session_get_today (BfSession *session);

/* --- Planning. --- */

/* NULL: no planning; the session shows what bf_session_show_roadmap gives it. */
void bf_session_set_planner (BfSession *session, BfSessionPlanner planner);
/* Where nothing is shown yet, a roadmap of a short search comes first; busy stays TRUE until the
 * real one is there. Off by default. */
void bf_session_set_drafts (BfSession *session, gboolean drafts);
/* What is shown is such a draft: to be looked at, not to be handed on. */
gboolean bf_session_shows_draft (BfSession *session);
/* Copied; strings are interned. Replans. */
void bf_session_set_options (BfSession *session, const BfRoadmapOptions *options);
/* Computes again; a request under way is cancelled. */
void bf_session_replan (BfSession *session);
/* A person stops the request under way, if there is one. */
void bf_session_cancel (BfSession *session);
/* It was stopped since: what is shown may be a draft, or older than the plan. bf_session_replan
 * goes on. */
gboolean bf_session_was_stopped (BfSession *session);
gboolean bf_session_get_busy (BfSession *session);
double bf_session_get_progress (BfSession *session);
const char *bf_session_get_problem (BfSession *session);

/* --- Editing: one named edit of one field. --- */

/* Sets one field of the row with @key (canonical text; NULL: blank) in an edit named @label.
 * FALSE with a sentence when the value does not fit or the document refuses. */
gboolean bf_session_edit (BfSession *session,
                          BfRecordKind kind,
                          const char *key,
                          const char *column,
                          const char *text,
                          const char *label,
                          GError **error);
/* The same for a row that may not be there yet: it is added with that key. */
gboolean bf_session_decide (BfSession *session,
                            BfRecordKind kind,
                            const char *key,
                            const char *column,
                            const char *text,
                            const char *label,
                            GError **error);

G_END_DECLS
