/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of pages, and under it whether the roadmap holds.
 *
 * Choosing a page activates win.page; the window tells which one is shown. */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* "overview" */
  const char *title; /* N_() */
  const char *icon;
  gboolean group; /* a rule stands above it */
} BfSidebarEntry;

#define BF_TYPE_SIDEBAR (bf_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (BfSidebar, bf_sidebar, BF, SIDEBAR, GtkWidget)

/* @entry is static. */
void bf_sidebar_add (BfSidebar *sidebar, const BfSidebarEntry *entry);
void bf_sidebar_set_session (BfSidebar *sidebar, BfSession *session);
void bf_sidebar_set_page (BfSidebar *sidebar, const char *id);

G_END_DECLS
