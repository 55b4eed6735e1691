/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan's settings with the defaults that stand in for blanks.
 *
 * Missing input never stops a plan: each function gives the plant's own value, or the default of
 * the planning rules; bf_plan_assume lists those that were taken, so that people see which field
 * would replace them. Without a plant row the profile is the one that most systems' regulatory
 * impacts name. Without a planning start: the first day of the quarter after the status date, or
 * after the latest assessment; failing both the start of the first budget or capacity period. The
 * rest is declared in bf-step.h beside the values that the stages share. */

#pragma once

#include "bf-catalogue.h"
#include "bf-plan.h"

G_BEGIN_DECLS

#define BF_DEFAULT_CURRENCY "EUR"

int bf_plan_profile (const BfPlan *plan);
double bf_plan_employees (const BfPlan *plan);
double bf_plan_lines (const BfPlan *plan);
double bf_plan_machines (const BfPlan *plan);
double bf_plan_obsolescence_threshold (const BfPlan *plan, const BfCatalogue *catalogue);
double bf_plan_debt_threshold (const BfPlan *plan, const BfCatalogue *catalogue);
int bf_plan_restore_test_months (const BfPlan *plan, const BfCatalogue *catalogue);
int bf_plan_rehearsals (const BfPlan *plan, const BfCatalogue *catalogue);
/* Options of the plan: a buffer before cutovers (blank: yes), the tail of IT projects in the
 * simulation (blank: no). */
gboolean bf_plan_has_buffer (const BfPlan *plan);
gboolean bf_plan_has_tail (const BfPlan *plan);
/* The plant's rate of a stopped hour: its own, else the survey anchor for its size. */
gint64 bf_plan_stop_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue);
/* What a system weighs, 1 to 5; blank counts 3. */
double bf_system_criticality (const BfSystem *system);
/* The skill that a team is taken for: its own, else the one that its name speaks of; -1. */
int bf_team_skill (const BfTeam *team, const BfCatalogue *catalogue);

/* Calls @assume for every default that stands for a blank of this plan. */
typedef void (*BfAssume) (const char *what, const char *value, const char *basis, gpointer data);
void
bf_plan_assume (const BfPlan *plan, const BfCatalogue *catalogue, BfAssume assume, gpointer data);

G_END_DECLS
