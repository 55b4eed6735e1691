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
void bf_dialogs_show_about (GtkWindow *parent);

G_END_DECLS
