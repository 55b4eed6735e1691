/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make, select and evaluate steps share. */

#pragma once

#include "bf-plan-defaults.h"
#include "bf-step.h"

G_BEGIN_DECLS

/* --- The set. --- */

BfStepSet *bf_step_set_new (const BfPlan *plan, const BfCatalogue *catalogue, const BfNeeds *needs);
/* Adds @step, which the set then owns; call bf_step_set_sort when all are in. */
void bf_step_set_add (BfStepSet *set, BfStep *step);
void bf_step_set_sort (BfStepSet *set);
/* The set's copy of @text, which is freed. */
const char *bf_step_set_take (BfStepSet *set, char *text);
void bf_step_set_unmet (BfStepSet *set, BfNeedKind kind, const char *key, char *take_why);

BfStep *bf_step_new (BfStepSet *set, const BfArchetype *archetype, const char *scope_id);
/* A step of @set like @step; links between steps (hard, any_of, soft, served) are left empty. */
BfStep *bf_step_copy (BfStepSet *set, const BfStep *step);
/* A sentence, once. */
void bf_step_say (BfStepSet *set, BfStep *step, char *take_sentence);
gboolean bf_ints_contain (const GArray *ints, int value);
/* Keeps the ints ascending; TRUE when @value was new. */
gboolean bf_ints_add (GArray *ints, int value);
gboolean bf_step_is (const BfStep *step, const char *archetype);

/* --- What fits what. --- */

gboolean bf_archetype_fits (const BfArchetype *archetype, const BfSystem *system, int disposition);
/* The first archetype in the rules' order that answers the system; NULL none. */
const BfArchetype *
bf_archetype_for_system (const BfCatalogue *catalogue, const BfSystem *system, int disposition);
gboolean bf_archetype_redoes (const BfArchetype *archetype, int type_a, int type_b);
gboolean bf_archetype_redoes_interface (const BfArchetype *archetype,
                                        const BfPlan *plan,
                                        const BfInterface *interface);
/* TRUE for a 7R decision that takes the old system out. */
gboolean bf_disposition_takes_out (int disposition);
/* FALSE for kinds that go with their replacement (controllers, panels, instruments, ...). */
gboolean bf_system_needs_decommission (const BfSystem *system);
/* The scope of the archetype's step for that system: "site", "HV-MC", "HV-SP/PLC-02", "MES-01";
 * the caller frees it. */
char *bf_scope_of_system (const BfPlan *plan, const BfArchetype *archetype, int system);
/* The scope of a step without a system of its own: the area, line or system with most systems of
 * its types; "site" where there is none. */
char *bf_scope_by_types (const BfPlan *plan, const BfArchetype *archetype);
/* An equivalent for a one-of group stands in the plant (2.2 of the planning rules). */
gboolean bf_equivalent_stands (const BfStepSet *set, const char *const *group);

/* --- Stages of bf_steps_propose. --- */

/* The step of that archetype and scope, made when it is missing; NULL when the user rejected it or
 * has done it. */
BfStep *bf_steps_want (BfStepSet *set, const BfArchetype *archetype, const char *scope_id);
gboolean bf_steps_are_done (const BfStepSet *set, const char *archetype);
/* TRUE when the user has ticked the step that answers the system as done. */
gboolean bf_steps_answer_is_done (const BfStepSet *set, int system);
void bf_steps_fill_scope (BfStepSet *set, BfStep *step);
void bf_steps_add_prerequisites (BfStepSet *set);
void bf_steps_add_decommissions (BfStepSet *set);
/* Fills phases from what the steps require. */
void bf_steps_phase (BfStepSet *set);
/* Fills hard, any_of, soft, served, phases, needs_restore, needs_owner, due, claims. */
void bf_steps_link (BfStepSet *set);
void bf_steps_explain (BfStepSet *set);
/* Why no step of the set answers the need; the caller frees it. */
char *bf_steps_why_unmet (const BfStepSet *set, const BfNeed *need);
/* TRUE when the interface is one that the cap of the level names both ends of, and is retyped or
 * without an owner. */
gboolean bf_steps_link_limits (const BfStepSet *set, const BfLevelNow *level, guint interface);

/* --- Closure. --- */

/* bf_step_set_close without the steps flagged in @banned (NULL: none). */
void bf_step_set_close_but (const BfStepSet *set, gboolean *wanted, const gboolean *banned);
/* TRUE when the step cannot live: all steps of a hard prerequisite, of its one-of group, or of
 * what a decommission serves are banned. */
gboolean bf_step_set_is_stuck (const BfStepSet *set, guint index, const gboolean *banned);

/* --- Parts of bf_step_evaluate. --- */

/* An own single value in the range of its AACE class (blank: none); three points stay as they
 * are. */
BfEstimate
bf_estimate_in_class (const BfCatalogue *catalogue, BfEstimate estimate, gint64 estimate_class);

void bf_step_qualify (BfStepSet *set, BfStep *step);
void bf_step_load (BfStepSet *set, BfStep *step);
/* The areas (indices) that a cutover of the step stops. */
guint bf_step_cutover_areas (const BfStep *step, guint cutover, const int **areas);
int bf_whole_days (double days);

G_END_DECLS
