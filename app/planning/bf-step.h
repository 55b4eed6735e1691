/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A step that could be, or is, on the roadmap: archetype x scope, with all its numbers in one
 * strategy. What the network, the schedule, cost and risk work on.
 *
 * Indices are positions in the plan's tables or in the set. A set is made by bf_steps_propose
 * (candidates), narrowed by selection, and evaluated by bf_step_evaluate for a mode. Durations
 * are working days; a week is five. Money estimates are currency units (doubles), lines are minor
 * units. */

#pragma once

#include "bf-needs.h"

G_BEGIN_DECLS

typedef struct
{
  int team;           /* index of the plan's team; -1: no such team, unbounded at plant rates */
  double person_days; /* over the whole activity, constant a day */
} BfLoad;

#define BF_MAX_LOADS 14

typedef struct
{
  guint n;
  BfLoad of[BF_MAX_LOADS];
} BfLoads;

/* One phase of the step's qualification as it is paid. */
typedef struct
{
  const char *phase; /* "OQ", "FAI_PARTIAL"; "REGRESSION" for a neighbour's partial OQ */
  const char *name;
  gboolean offline;  /* before the cutover */
  gboolean special;  /* a campaign or review; not part of the package */
  gboolean shared;   /* may be saved by a bundle */
  int neighbour;     /* system index of a REGRESSION line; -1 */
  double units;      /* 1 for ordinary phases */
  BfEstimate weeks;  /* of one unit, scaled */
  BfEstimate effort; /* person-days of one unit, scaled, rework excluded */
  BfEstimate rework_chance, rework_fraction;
  double person_days; /* expected, all units, with rework */
  int own_team;       /* team index; -1 unbounded */
  int outside_team;   /* the integrator; -1: none, at the plant's external rate */
  double own_share;   /* of person_days; the rest is the integrator's */
  gint64 cost_minor;  /* person_days x rates, before bundles */
  gint64 saved_minor; /* by bundles; filled in after scheduling, else 0 */
} BfQualificationLine;

/* A special phase as an activity beside the package. */
typedef struct
{
  int line;        /* into lines */
  gboolean review; /* before the cutover (beside the build); else a campaign after it */
  int days;
  BfLoads loads;
} BfCampaign;

typedef struct _BfStep BfStep;

struct _BfStep
{
  const char *key;   /* "ST09:HV-SP/PLC-02", "ST01:site" */
  const char *title; /* the user's, else archetype name with its scope */
  const BfArchetype *archetype;
  BfScope scope;
  const char *const *scope_ids; /* area keys, AREA/system, system key; "site" alone for the site */

  GArray *systems;        /* int, treated or touched; plan order */
  GArray *areas;          /* int, areas that a cutover stops; empty: a plant without areas is one */
  GArray *redone;         /* int, interfaces rebuilt */
  GArray *answers;        /* int, needs of BfNeeds */
  GArray *hard;           /* int, steps of the set that must be released before its first cutover */
  GArray *any_of;         /* int, members of its one-of group in the set; empty: none or met */
  GArray *soft;           /* int */
  GArray *served;         /* int, of a decommission: replacements that it follows */
  GArray *claims;         /* int, claims it relies on (state 1-3 with a due date) */
  gboolean mandatory;     /* answers a decided system, governance, ST04, request */
  gboolean needs_restore; /* its cutover waits for ST04 */
  gboolean needs_owner;   /* its cutover waits for ST02 */
  gboolean decommissions; /* ST38: takes out `systems`, one an area */
  int phase;              /* of bf-phases.h, after raising */
  int usual_phase;        /* where it would stand if no gate broke the horizon */
  const BfStepDecision *decision; /* the user's row; NULL */
  gint64 due;                  /* latest release by a kept-until decision or the user; BF_BLANK */
  gint64 claim_gate;           /* latest "state 4 due by" of its claims; BF_BLANK */
  GPtrArray *why;              /* of const char *, sentences: needs, systems, rules, requirements */
  const char *lowered_because; /* why it stands below its usual phase; also in `why`; NULL */

  /* --- Filled by bf_step_evaluate for one mode. --- */
  int mode; /* BF_MODE_* */
  double size;
  double widened; /* factor of the least sure system */
  BfEstimate build_weeks;
  BfEstimate capex;          /* currency units */
  double opex_year;          /* currency units a year, from release to the horizon's end */
  BfEstimate stop_hours;     /* total */
  BfEstimate overrun_hours;  /* with the mode's factor */
  double problem_chance;     /* mean, with mode and rehearsals */
  double rollback_chance;    /* share of problems; 0 where infeasible, overrun_hours then doubled */
  double redo_cost;          /* currency units */
  BfEstimate parallel_weeks; /* zero in a mode without double running */
  BfEstimate hypercare_weeks;
  gboolean has_cutover;  /* FALSE: released when its work has ended */
  gboolean plans_stop;   /* its cutovers need an opening (or a bearable stop) */
  guint n_cutovers;      /* one, or one an area in wrap and in phases */
  double need_hours;     /* P80 of one cutover */
  double mean_hours;     /* of one cutover */
  double bearable_hours; /* smallest longest bearable stop of its systems; blank or none 0 */
  int build_days, offline_days, online_days, parallel_days, hypercare_days;
  int overlap_days; /* offline qualification starts that long before the build ends */
  int buffer_days;
  double package_weeks; /* calendar time of the ordinary phases, unrounded, before the split */
  double work_weeks, effort_weeks, latency_weeks; /* the three terms; the largest binds */
  int profile;                                    /* BF_PROFILE_* of its qualification */
  BfLoads build_loads, offline_loads, online_loads;
  GArray *lines;     /* BfQualificationLine */
  GArray *campaigns; /* BfCampaign */
};

typedef struct
{
  const BfPlan *plan;           /* borrowed; outlives the set */
  const BfCatalogue *catalogue; /* borrowed */
  const BfNeeds *needs;         /* borrowed */
  GPtrArray *steps;             /* of BfStep *, owned, by key */
  GPtrArray *unmet;             /* of BfUnmet *, owned: needs that no step answers */
  GPtrArray *assumptions;       /* of BfAssumption *, owned */
  GStringChunk *strings;
  GPtrArray *blocks;  /* lists of words that the steps point to */
  gboolean no_buffer; /* cutovers are planned on the mean alone; later sets take it over */
} BfStepSet;

typedef struct
{
  BfNeedKind kind;
  const char *key;
  const char *why;
} BfUnmet;

typedef struct
{
  const char *what;  /* the field or rule */
  const char *value; /* the default that was taken, with its unit */
  const char *basis;
} BfAssumption;

/* All candidates, closed over hard prerequisites; nothing is selected yet. */
BfStepSet *
bf_steps_propose (const BfPlan *plan, const BfCatalogue *catalogue, const BfNeeds *needs);
void bf_step_set_free (BfStepSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfStepSet, bf_step_set_free)
/* -1: none. */
int bf_step_set_find (const BfStepSet *set, const char *key);
/* Adds an assumption once (same what and value are one). Strings are copied. */
void bf_step_set_assume (BfStepSet *set, const char *what, const char *value, const char *basis);

/* Fills the lower half of the step for @mode, any of the catalogue's. May be called again. */
void bf_step_evaluate (BfStepSet *set, BfStep *step, int mode);

/* The mode that the planner takes: the one that the user pinned, whichever it is, else
 * the least expected fully loaded cost; coexistence wins a tie. Evaluates the step. */
int bf_step_default_mode (BfStepSet *set, BfStep *step);

/* A new set of the steps named by @keep (indices, closed over hard and one-of), evaluated in the
 * mode of @modes (by position in @keep; -1: pinned or first), with `hard`, `any_of`, `soft`,
 * `served` renumbered and phases raised. The caller frees it; @set must outlive it. */
BfStepSet *
bf_step_set_select (const BfStepSet *set, const int *keep, const int *modes, guint n_keep);

/* Lets steps stand in the phase of @phases (one a step; -1: where it usually stands), or the first
 * one after it that what they require allows, save those that the user put into one. Nothing else
 * of a step changes. */
void bf_step_set_lower (BfStepSet *set, const int *phases);
/* Where the same steps stand in @other, by key. */
void bf_step_set_lower_like (BfStepSet *set, const BfStepSet *other);
gboolean bf_step_may_stand_lower (const BfStep *step);
gboolean bf_step_is_lowered (const BfStep *step);
/* Says why it is lowered, in `why` and under the assumptions. Takes @sentence. */
void bf_step_lowered_because (BfStepSet *set, BfStep *step, char *sentence);

/* Closes @wanted (one flag a step) over hard prerequisites and one-of groups, in place. */
void bf_step_set_close (const BfStepSet *set, gboolean *wanted);

/* Maturity of every level of needs when the steps flagged in @released are released: each
 * archetype once, lowest cap_band first, then the inventory's caps of that plant on @day.
 * @levels has needs->n_levels elements. */
void
bf_step_set_maturity (const BfStepSet *set, const gboolean *released, gint64 day, double *levels);
/* The plant after these steps, for bf_caps_evaluate; arrays of the right size are filled. */
void bf_step_set_plant_state (const BfStepSet *set,
                              const gboolean *released,
                              gboolean *supported,
                              gboolean *owned,
                              gboolean *mended,
                              gboolean *removed,
                              gboolean *zoned);

/* --- Static money of an evaluated step. --- */

/* The rate of a stopped hour in one area for this step, minor units an hour: the dearest system
 * of the step there, at most the plant's. @area -1 in a plant without areas. */
gint64 bf_step_area_rate_minor (const BfStepSet *set, const BfStep *step, int area);
/* Sum over the areas that cutover number @cutover stops. */
gint64 bf_step_cutover_rate_minor (const BfStepSet *set, const BfStep *step, guint cutover);
/* What an hour costs in which that system stands still, in all areas that it stands in. */
gint64 bf_system_stop_rate_minor (const BfStepSet *set, const BfSystem *system);
/* Plant's own, else the catalogue's in the plant's currency. */
double bf_plan_currency_factor (const BfPlan *plan, const BfCatalogue *catalogue);
gint64 bf_plan_internal_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue);
gint64 bf_plan_external_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue);
double bf_plan_planned_stop_factor (const BfPlan *plan, const BfCatalogue *catalogue);
gint64 bf_plan_start (const BfPlan *plan);
/* Last day of the horizon, included. */
gint64 bf_plan_horizon_end (const BfPlan *plan);
/* The team that does @skill (role fallbacks followed); -1: none in the plan. */
int bf_plan_team_for_skill (const BfPlan *plan, const BfCatalogue *catalogue, int skill);
/* Best capacity (person-days a working day) of a team in the horizon; 0 without periods. */
double bf_plan_team_best_capacity (const BfPlan *plan, int team);
gint64 bf_plan_team_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue, int team);

G_END_DECLS
