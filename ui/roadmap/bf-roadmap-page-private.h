/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page's state, shared by the files that it is split over by concern: bf-roadmap-page.c builds
 * it and follows the session, bf-roadmap-page-actions.c does what the person asks for,
 * bf-roadmap-page-filter.c says which steps are shown. */

#pragma once

#include "bf-roadmap-page.h"
#include "bf-roadmap-view.h"

G_BEGIN_DECLS

struct _BfRoadmapPage
{
  GtkWidget parent_instance;
  BfSession *session;
  GtkWidget *box;
  GtkWidget *stack; /* "plan" or "empty" */
  GtkWidget *empty;
  BfRoadmapView *view;
  GtkWidget *legend;
  GtkWidget *lanes_button, *colour_button, *filter_button;
  GtkWidget *inspector;
  GSimpleActionGroup *actions, *step_actions;
  char *filter;
  gboolean opened; /* the inspector shows what is selected, until the person closes it */
};

void bf_roadmap_page_add_actions (BfRoadmapPage *page);
/* Does what a bar, its menu, a key or the inspector asks for: "step.reject". */
void bf_roadmap_page_act (BfRoadmapPage *page, int step, const char *action);
void bf_roadmap_page_open_inspector (BfRoadmapPage *page, gboolean open);
void bf_roadmap_page_update_span (BfRoadmapPage *page);
void bf_roadmap_page_update_labels (BfRoadmapPage *page);

/* One flag a step, to be freed; NULL when the filter lets all through. @n becomes how many. */
gboolean *bf_roadmap_filter_apply (const BfRoadmap *roadmap, const char *filter, guint *n);
/* "Phase 2", "Critical", ... of the filter's id. */
char *bf_roadmap_filter_label (const BfRoadmap *roadmap, const char *filter);
GMenuModel *bf_roadmap_filter_menu (const BfRoadmap *roadmap);

G_END_DECLS
