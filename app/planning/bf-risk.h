/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may become of a schedule: many draws of its durations, efforts, hours, money and trouble.
 *
 * One draw re-times the network. Nothing begins before its planned day, since crews, money and
 * windows are booked for it; what follows a cutover follows it at once. Durations, effort, hours
 * and money are beta-PERT, rework and cutover trouble are Bernoulli, each variable stratified over
 * the draws (see bf-random.h). Common factors (beta-PERT, 1 +- a spread) bear on lengths: each
 * team's on the work that it does most of (10 %), each vendor's on what comes before the cutovers
 * of steps most of whose systems name it (10 %), each area's on what comes after the cutovers of
 * steps that stop it (5 %, the mean over a step's areas). Teams keep their order: work takes people
 * in the order in which the plan begins it, whoever of the team is free in that draw, and waits
 * while too few are (a policy by activities, Stork 2001); where a team shrinks, or past its last
 * period, work that runs late keeps its people. The buffer before a cutover is what a draw may use
 * up.
 *
 * A cutover that is late for its opening goes where the planner would put it: into the next opening
 * that fits and has room (at most k cutovers a window and area, or building team; places booked by
 * the plan stay with those they are booked for until they, too, are late), or, where a stop can be
 * borne and the opening is further off than the stop costs against what the step costs a day until
 * its release, to the next working day without a freeze. A rollback repeats the last cutover of a
 * step in the same way. Core steps of an area keep their order and half a year. Where the plan
 * names no further window, a shutdown is taken to come again after 52 weeks, a weekend rule after
 * its own number of weeks. An overrun may run into a freeze; budgets are not asked again. Planned
 * hours inside an opening cost nothing, however long they are drawn; what is longer is trouble.
 *
 * Percentile q of n draws is element floor (q n) of the sorted ones. Money in minor units, days
 * since 1970. The number of threads changes no figure. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* expected is the mean of the draws. */
typedef struct
{
  BfSpread capex, opex, validation, project_cost;
  BfSpread downtime_hours, lost_hours, downtime_cost;
  BfDaySpread release;                /* planned: the schedule's */
  double criticality;                 /* share of draws in which the finish hangs on it */
  double miss_chance, trouble_chance; /* of any of its cutovers */
  BfSwing finish_swing, cost_swing;
  BfSwing missed_swing;  /* days that the mean finish moves when no, and when some cutover of it
                          * misses its opening */
  BfSwing trouble_swing; /* lost hours of the roadmap, without and with trouble at its cutover */
} BfStepRisk;

/* The steps with that BfStep.phase together. */
typedef struct
{
  BfSpread project_cost, validation, downtime_cost, downtime_hours, lost_hours;
  BfDaySpread release; /* of the last of them */
} BfPhaseRisk;

typedef struct
{
  double miss_chance;     /* share of draws that miss the planned opening */
  double mean_delay_days; /* calendar days, over the draws that miss it */
  int margin_days; /* working days between planned readiness and the cutover, buffer included */
  int delay_days;  /* calendar days to the next opening that fits; -1 none */
  gint64 opening_start, opening_end; /* minutes; BF_BLANK without one */
} BfCutoverRisk;

typedef struct
{
  guint n_draws, n_steps;
  BfStepRisk *steps;
  guint n_phases; /* the highest phase of a step, and one more */
  BfPhaseRisk *phases;
  BfCutoverRisk *cutovers; /* one an activity; zero for others */
  BfSpread capex, opex, project_cost, validation, downtime_cost, double_running, bridges;
  BfSpread fully_loaded, downtime_hours, lost_hours;
  BfDaySpread finish;
  int finish_error_days; /* half the 95 % interval of the finish's P80 */
  /* Half the 95 % intervals of mean and percentiles, between order statistics; days, minor units,
   * hours. Stratified draws know them better than that. */
  BfSpread finish_error, fully_loaded_error, lost_hours_error;
  double beyond_horizon;
  gint64 *finish_draws;
  double *cost_draws;  /* fully loaded */
  double *hours_draws; /* lost */
} BfRisk;

typedef struct
{
  guint64 seed;
  guint draws;          /* 0: 4,000 */
  double team_spread;   /* 0: the default, 0.1; negative: none */
  double vendor_spread; /* 0: the default, 0.1; negative: none */
  double area_spread;   /* 0: the default, 0.05; negative: none */
  guint threads;        /* 0: as many as there are processors */
  gboolean plain;       /* draws that are not stratified, to compare */
  gboolean tail;        /* the IT tail of the rules, on the capex of what is configured or coded */
  GCancellable *cancellable;
} BfRiskOptions;

/* Fails only with G_IO_ERROR_CANCELLED. */
BfRisk *bf_risk_simulate (const BfStepSet *set,
                          const BfNetwork *network,
                          const BfCalendar *calendar,
                          const BfSchedule *schedule,
                          const BfRiskOptions *options,
                          GError **error);
void bf_risk_free (BfRisk *risk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfRisk, bf_risk_free)

/* Half the 95 % interval of a share @p that was counted in @n draws. */
double bf_risk_share_error (double p, guint n);

G_END_DECLS
