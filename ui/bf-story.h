/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap in sentences: what the pages, the slides and a summary say first.
 *
 * Pure functions of the roadmap; all strings are owned by the caller. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* "Connected and proven by March 2031, inside every yearly budget"; where the answer is unsure
 * "Proven by Nov 2031, at P80 by Jun 2032; 39 % of draws end past the horizon" */
char *bf_story_answer (const BfRoadmap *roadmap);
/* TRUE when a share of the draws that nobody would call small ends beyond the horizon. */
gboolean bf_story_is_unsure (const BfRoadmap *roadmap);
/* "Half of 4,000 simulated futures are done by then, eight of ten by ..., nine of ten by ..." */
char *bf_story_spread (const BfRoadmap *roadmap);
/* What stands under the answer: the spread, with what the answer could not say of the budget. */
char *bf_story_lead (const BfRoadmap *roadmap);
/* "Last release planned for 21 Nov 2031, without retirements for 9 Oct 2031"; NULL where no
 * retirement comes last. */
char *bf_story_last_releases (const BfRoadmap *roadmap);
/* "Four phases, 32 steps, 28 cutovers, all inside a shutdown or a weekend" */
char *bf_story_extent (const BfRoadmap *roadmap);
/* "All 32 steps keep their windows, teams and budgets. At most 4 % above the best possible" */
char *bf_story_feasible (const BfRoadmap *roadmap);
/* "Each year stays inside its budget; 2028 is the tight one" */
char *bf_story_budget (const BfRoadmap *roadmap);
/* "Three claims are worth less than they say" */
char *bf_story_claims (guint n_worth_less);

/* "four", above twelve in figures. */
char *bf_story_number (guint n, gboolean capital);

/* Phases that hold a step. */
guint bf_story_count_phases (const BfRoadmap *roadmap);
guint bf_story_count_cutovers (const BfRoadmap *roadmap);

/* Levels of the framework that most results belong to (its id), and how many of them stand at
 * their target now and after the last phase. */
typedef struct
{
  const char *framework;
  guint n, now, then;
} BfTargets;

BfTargets bf_story_targets (const BfRoadmap *roadmap);

/* What a year (the budget periods that end in it) has and what is planned on it, by kind of budget;
 * minor units. Free with g_array_unref; by year. */
typedef struct
{
  int year;
  double available;  /* with what was carried in */
  double carried_in; /* of it */
  double planned[3]; /* BF_BUDGET_CAPEX, _VALIDATION, _OPEX */
} BfBudgetYear;

GArray *bf_story_budget_years (const BfRoadmap *roadmap);
double bf_budget_year_planned (const BfBudgetYear *year);

G_END_DECLS
