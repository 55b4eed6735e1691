/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap page in a window of its own, with a roadmap that the test made. */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"

G_BEGIN_DECLS

typedef struct
{
  BfRoadmap *roadmap;
  BfDocument *document;
  BfSession *session;
  GtkWidget *window, *page;
} Stage;

/* Takes @roadmap; the document is empty. */
void ui_stage_set_up (Stage *stage, BfRoadmap *roadmap);
/* A fixture's teardown. */
void ui_stage_tear_down (Stage *stage, gconstpointer data);
/* Runs what the main loop has waiting. */
void ui_stage_settle (void);

G_END_DECLS
