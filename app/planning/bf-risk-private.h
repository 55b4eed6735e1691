/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule as the draws see it; private to the simulation.
 *
 * Times are counts of working days since the calendar's first day: an activity has `start` and
 * `end`, the end excluded. Cutovers have calendar days besides. */

#pragma once

#include "bf-cost.h"
#include "bf-risk.h"

G_BEGIN_DECLS

typedef struct
{
  int before;
  BfEdgeKind kind;
  int lag;
} BfModelEdge;

typedef struct
{
  const BfActivity *activity;
  const BfPlacing *placing;
  gint64 earliest;      /* working-day count before which it does not begin; G_MININT64: none */
  int team;             /* whose factor it bears; -1 */
  GArray *before;       /* BfModelEdge */
  BfOpenings *openings; /* of a cutover in an opening; else NULL */
  guint opening;        /* the planned one */
  gint64 repeat; /* minutes after which it is taken to come again beyond the plan's windows */
  gboolean last; /* the step's last cutover, that a rollback repeats */
} BfModelActivity;

typedef struct
{
  const BfStep *step;
  guint64 stream;
  double mean_rate, planned_rate; /* minor units an hour; the planned one of bearable cutovers */
  double outside_share;           /* of its cutovers, those that are bearable stops */
  guint n_bridges;
  GArray *double_runs; /* BfDoubleRun */
  double offline_share, own_days;
  BfInterimDay interim;
} BfModelStep;

typedef struct
{
  const BfStepSet *set;
  const BfNetwork *network;
  const BfCalendar *calendar;
  const BfSchedule *schedule;
  BfRiskOptions options;
  guint n_activities, n_steps, n_teams;
  BfModelActivity *activities;
  int *order; /* activities, what comes before first */
  BfModelStep *steps;
  guint64 *team_streams;
  BfEstimate bridge;
  gint64 first_day, horizon_end;
  gint64 n_work; /* working days known */
  gint64 *work;  /* the day of each */
  gint64 *count; /* of each day from first_day: working days before it */
  gint64 n_days;
} BfRiskModel;

BfRiskModel *bf_risk_model_new (const BfStepSet *set,
                                const BfNetwork *network,
                                const BfCalendar *calendar,
                                const BfSchedule *schedule,
                                const BfRiskOptions *options);
void bf_risk_model_free (BfRiskModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfRiskModel, bf_risk_model_free)

/* Beyond the calendar every five of seven days are working days. */
gint64 bf_risk_model_day (const BfRiskModel *model, gint64 count);
gint64 bf_risk_model_count (const BfRiskModel *model, gint64 day);
/* First minute from which the cutover fits an opening at @from or later. *opening: which, -1 a
 * repetition that the plan does not name. */
gint64 bf_risk_model_fit (const BfRiskModel *model,
                          const BfModelActivity *activity,
                          gint64 from,
                          int *opening);
/* Adds the edges by which people go from one activity to the next. */
void bf_risk_model_add_teams (BfRiskModel *model);

/* One draw. */
typedef struct
{
  gint64 *start, *end; /* an activity, working-day counts */
  gint64 *end_day;
  gint64 *cutover_day; /* a step: last day of its last cutover; G_MININT64 */
  int *binding;        /* an activity: what it waited for; -1 */
  gboolean *missed;    /* an activity */
  gint64 *release;     /* a step */
  double *factor;      /* a team */
  double *capex, *opex, *validation, *hours, *lost, *downtime_cost; /* a step */
  double *overrun_hours, *stop_hours;                               /* a step */
  gboolean *rolls_back;                                             /* a step */
  double *offline_scale, *online_scale;                             /* a step */
  double **line_scale; /* a step and line: effort of the draw over the expected */
  double double_running, bridges;
  gint64 finish;
  int last; /* activity that ends last */
} BfRiskDraw;

BfRiskDraw *bf_risk_draw_new (const BfRiskModel *model);
void bf_risk_draw_free (BfRiskDraw *draw, const BfRiskModel *model);
void bf_risk_draw_fill (BfRiskDraw *draw, const BfRiskModel *model, guint number);

/* --- All draws. --- */

/* What is kept of each draw. */
typedef enum
{
  BF_DRAWN_CAPEX,
  BF_DRAWN_OPEX,
  BF_DRAWN_PROJECT,
  BF_DRAWN_VALIDATION,
  BF_DRAWN_HOURS,
  BF_DRAWN_LOST,
  BF_DRAWN_DOWNTIME,
  BF_N_DRAWN,
} BfDrawn;

typedef struct
{
  const BfRiskModel *model;
  BfRisk *risk;
  double *values[BF_N_DRAWN]; /* step x draw */
  double *totals[BF_N_DRAWN]; /* a draw */
  double *double_running, *bridges;
  gint64 *release; /* step x draw */
  guint *missed;   /* an activity */
  guint *critical; /* a step */
  gboolean *seen;  /* a step */
} BfRiskDraws;

/* Percentiles; expected is the mean. */
BfSpread bf_risk_spread (const double *values, guint n);
/* @error (may be NULL): half the 95 % interval of the P80, between order statistics. */
BfDaySpread bf_risk_day_spread (const gint64 *days, guint n, gint64 planned, int *error);
void bf_risk_group_phases (BfRiskDraws *all);
void bf_risk_find_swings (BfRiskDraws *all);

G_END_DECLS
