/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a test looks at a window: for words on screen, for a button by its name. The test's timeout
 * is the only clock. */

#pragma once

#include "bf-plan-window.h"

G_BEGIN_DECLS

typedef gboolean (*UiWanted) (GtkWidget *widget, gconstpointer data);

/* The first widget of the tree that is wanted; NULL. */
GtkWidget *ui_look_find (GtkWidget *root, UiWanted wanted, gconstpointer data);
/* TRUE for a label on screen that has the words. */
gboolean ui_look_says (GtkWidget *widget, gconstpointer words);
/* The button on screen with exactly that label; NULL. */
GtkWidget *ui_look_button (GtkWidget *root, const char *label);
/* Runs the main loop until a label on screen has the words. */
void ui_look_wait (GtkWidget *root, const char *words);
/* Runs the main loop until nothing is left to do. */
void ui_look_settle (void);

/* A window on show with the fixture's document and its roadmap; the test destroys it. */
BfPlanWindow *ui_look_window (GtkApplication *application);

/* A window on show that imports the file and plans with the fixture; the test destroys it. */
BfPlanWindow *ui_look_window_with (GtkApplication *application, const char *path);

/* Runs the tests inside an application of ours, which @application is set to; what main returns. */
int ui_look_run (GtkApplication **application);

G_END_DECLS
