/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page's state, shared by the files that it is split over by concern: bf-roadmap-page.c builds
 * it and follows the session, bf-roadmap-page-actions.c does what the person asks for,
 * bf-roadmap-page-date.c looks at one day, bf-roadmap-page-filter.c says which steps are shown,
 * bf-roadmap-page-phases.c changes the phases. */

#pragma once

#include "bf-roadmap-page.h"
#include "bf-roadmap-tools.h"
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
  BfRoadmapTools *tools;
  GtkWidget *inspector, *date_panel;
  GtkWidget *teams; /* the strip under the timeline */
  GSimpleActionGroup *actions, *step_actions, *phase_actions;
  char *filter;
  char *asked;         /* key of the step that a question is about */
  int menu_frames;     /* until the menu of the selected step opens */
  int asked_phase;     /* index of the phase that a question is about */
  gboolean teams_said; /* the person has said whether the teams are shown */
  gboolean opened;     /* the inspector shows what is selected, until the person closes it */
};

void bf_roadmap_page_add_actions (BfRoadmapPage *page);
/* Does what a bar, its menu, a key or the inspector asks for: "step.reject". */
void bf_roadmap_page_act (BfRoadmapPage *page, int step, const char *action);
/* Pins its cutover to an opening that begins at @minute. */
void bf_roadmap_page_move (BfRoadmapPage *page, int step, gint64 minute);
void bf_roadmap_page_open_inspector (BfRoadmapPage *page, gboolean open);
/* Shows the team strip as the action says, or by the zoom while the person has not said. */
void bf_roadmap_page_update_teams (BfRoadmapPage *page);
/* Gives the view the baseline that the plan holds, if it is to be seen. */
void bf_roadmap_page_update_baseline (BfRoadmapPage *page);

/* A menu at a place of the page. */
void bf_roadmap_page_pop_up (BfRoadmapPage *page, GMenuModel *menu, GdkRectangle at);

/* --- Phases. --- */
void bf_roadmap_page_add_phase_actions (BfRoadmapPage *page);
void bf_roadmap_page_update_phases (BfRoadmapPage *page);
/* For the phase at that position of the roadmap. */
void bf_roadmap_page_show_phase_menu (BfRoadmapPage *page, int position, double x, double y);
/* A submenu a phase. */
GMenuModel *bf_roadmap_phases_menu (const BfPlan *plan);
/* Where the selected step may go. */
GMenuModel *bf_roadmap_move_menu (const BfPlan *plan);

/* --- Plant on date. --- */
void bf_roadmap_page_add_date_actions (BfRoadmapPage *page);
/* BF_BLANK closes it. */
void bf_roadmap_page_show_date (BfRoadmapPage *page, gint64 day);

void bf_roadmap_page_update_span (BfRoadmapPage *page);
void bf_roadmap_page_update_labels (BfRoadmapPage *page);

/* One flag a step, to be freed; NULL when the filter lets all through. @n becomes how many. */
gboolean *bf_roadmap_filter_apply (const BfRoadmap *roadmap, const char *filter, guint *n);
/* "Phase 2", "Critical", ... of the filter's id. */
char *bf_roadmap_filter_label (const BfRoadmap *roadmap, const char *filter);
GMenuModel *bf_roadmap_filter_menu (const BfRoadmap *roadmap);

G_END_DECLS
