/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-stage.h"

#include "bf-roadmap-page.h"

void
ui_stage_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
ui_stage_set_up (Stage *stage, BfRoadmap *roadmap)
{
  stage->roadmap = roadmap;
  stage->document = bf_document_new_in_memory ();
  stage->session = bf_session_new ();
  bf_session_set_document (stage->session, stage->document);
  bf_session_show_roadmap (stage->session, roadmap);
  stage->page = bf_roadmap_page_new (stage->session);
  stage->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (stage->window), stage->page);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (stage->window));
  ui_stage_settle ();
}

void
ui_stage_tear_down (Stage *stage, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  ui_stage_settle ();
  g_clear_object (&stage->session);
  g_clear_object (&stage->document);
  bf_roadmap_unref (stage->roadmap);
}
