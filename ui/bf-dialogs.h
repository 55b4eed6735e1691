/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every dialog in one place: choosing files, about, and what cannot be done.
 *
 * The calls that newer GTK and libadwaita replaced live here and nowhere else. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @paths: NULL-terminated, of the call only. */
typedef void (*BfPathsChosen) (const char *const *paths, gpointer data);

/* Plans: one file. */
void bf_dialogs_choose_plan (GtkWindow *parent, BfPathsChosen chosen, gpointer data);
/* Spreadsheets: one or several. */
void bf_dialogs_choose_spreadsheets (GtkWindow *parent, BfPathsChosen chosen, gpointer data);
/* Where to write; @name is offered. */
void bf_dialogs_choose_target (
    GtkWindow *parent, const char *title, const char *name, BfPathsChosen chosen, gpointer data);

/* A sentence that wants to be read: what did not work and why. */
void bf_dialogs_show_error (GtkWindow *parent, const char *heading, const char *sentence);

/* Asks why: a line to fill, which may stay empty, and a button that does it. @given is called with
 * the reason unless the person cancels; @owner (a GObject, its data) is kept alive until then. */
typedef void (*BfReasonGiven) (const char *reason, gpointer owner);
void bf_dialogs_ask_reason (GtkWindow *parent,
                            const char *heading,
                            const char *sentence,
                            const char *button,
                            BfReasonGiven given,
                            gpointer owner);
/* The same for a name, which is there already. */
void bf_dialogs_ask_name (GtkWindow *parent,
                          const char *heading,
                          const char *sentence,
                          const char *name,
                          const char *button,
                          BfReasonGiven given,
                          gpointer owner);
/* And which of @titles (NULL-terminated) it is about: @chosen has a flag each. */
typedef void (*BfPartGiven) (const char *name, const gboolean *chosen, gpointer owner);
void bf_dialogs_ask_part (GtkWindow *parent,
                          const char *heading,
                          const char *sentence,
                          const char *name,
                          const char *const *titles,
                          const char *button,
                          BfPartGiven given,
                          gpointer owner);
void bf_dialogs_show_about (GtkWindow *parent);

G_END_DECLS
