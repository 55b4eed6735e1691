/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may become of a schedule: many draws of its durations, efforts, hours, money and trouble.
 *
 * One draw re-times the network. Nothing begins before its planned day, since crews, money and
 * windows are booked for it; what follows a cutover follows it at once. Durations, effort, hours
 * and money are beta-PERT, rework and cutover trouble are Bernoulli, each team has a common factor
 * on the durations of its work. Teams keep their order: who takes over people from whom in the
 * plan waits for them in a draw (the flow of a team's people, Artigues, Michelon and Reusser 2003,
 * taken from those that are free longest). The buffer before a cutover is what a draw may use up.
 * A cutover that is late for its opening waits for the next one that fits; a rollback repeats the
 * last cutover of a step in the one after that. Where the plan names no further window, a
 * shutdown is taken to come again after 52 weeks, a weekend rule after its own number of weeks.
 * Draws do not ask for room in a window (k cutovers) or for half a year between core steps.
 *
 * Percentile q of n draws is element floor (q n) of the sorted ones. Money in minor units, days
 * since 1970. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* expected is the mean of the draws. */
typedef struct
{
  BfSpread capex, opex, validation, project_cost;
  BfSpread downtime_hours, lost_hours, downtime_cost;
  BfDaySpread release; /* planned: the schedule's */
  double criticality;  /* share of draws in which the finish hangs on it */
  BfSwing finish_swing, cost_swing;
} BfStepRisk;

/* The steps with that BfStep.phase together. */
typedef struct
{
  BfSpread project_cost, validation, downtime_cost, lost_hours;
  BfDaySpread release; /* of the last of them */
} BfPhaseRisk;

typedef struct
{
  double miss_chance; /* share of draws that miss the planned opening */
  int margin_days;    /* working days between planned readiness and the cutover, buffer included */
  int delay_days;     /* calendar days to the next opening that fits; -1 none */
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
  double beyond_horizon;
  gint64 *finish_draws;
  double *cost_draws;  /* fully loaded */
  double *hours_draws; /* lost */
} BfRisk;

typedef struct
{
  guint64 seed;
  guint draws;        /* 0: 4,000 */
  double team_spread; /* 0: the default, 0.1; negative: none */
  gboolean tail;      /* the IT tail of the rules */
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
