/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The simulation's inside, on flat arrays; private to it.
 *
 * Days are offsets from the calendar's first day, times are counts of working days since it: an
 * activity has `start` and `end`, the end excluded. Cutovers have minutes (since 1970) and calendar
 * days. Draws are computed in blocks; whatever a block writes of a draw has a place of its own, and
 * sums are of whole numbers, so the number of threads changes nothing. Times come first, all steps
 * of a block of draws; then money, all draws of a step: its random numbers are looked up again
 * rather than kept. */

#pragma once

#include "bf-cost.h"
#include "bf-random.h"
#include "bf-risk.h"

G_BEGIN_DECLS

#define BF_RISK_BLOCK 128 /* draws, at most; a multiple of 64 */

/* --- The schedule as the draws see it. --- */

typedef enum
{
  BF_RISK_EDGE_FINISH, /* after starts `lag` working days after before's end */
  BF_RISK_EDGE_OVERLAP,
  BF_RISK_EDGE_START,
  BF_RISK_EDGE_CORE, /* after starts `lag` calendar days after before's last day */
} BfRiskEdgeKind;

typedef struct
{
  int before;
  BfRiskEdgeKind kind;
  int lag;
} BfRiskEdge;

typedef struct
{
  BfActivityKind kind;
  int step, part, days;
  int earliest;                      /* count before which it does not begin */
  int planned_start, planned_finish; /* days */
  int team;                          /* whose factor it bears; -1 */
  int cutover;                       /* -1 */
  int line;                          /* of a review or campaign */
  int first_edge, n_edges;
  int first_take, n_takes;
  gboolean wants_day; /* its last day is asked for */
} BfRiskActivity;

/* People of a team that an activity asks for. */
typedef struct
{
  int team;
  int floor;    /* count before which neither it nor later work of the team begins in any draw */
  float people; /* a day */
  float change; /* of the team since its work before this: people come, or gone */
} BfRiskTake;

typedef struct
{
  int activity, step;
  gint64 planned; /* minute */
  gint64 need;    /* minutes; 0: no planned stop */
  BfPlacement placement;
  int opening;         /* planned; -1 */
  gint64 patience;     /* minutes that an opening may be later than a stop and still be cheaper */
  double planned_rate; /* minor units an hour outside openings */
  BfOpenings *openings;
  gint64 *latest;        /* an opening: the largest of the latest starts up to it */
  int *use_first, *uses; /* counters that a cutover in an opening takes */
  int *next_stop;        /* a day: the first on or after it that allows a stop; NULL: none does */
  gboolean owns_stops;
  gint64 repeat; /* minutes after which it is taken to come again beyond the windows */
  gboolean last; /* the step's last cutover, that a rollback repeats */
} BfRiskCutover;

typedef struct
{
  const BfStep *step;
  guint64 stream;
  int first, n; /* activities */
  int vendor;   /* factor that it bears before the cutover; -1 */
  int *areas;   /* factors that it bears after it, their mean */
  guint n_areas, n_cutovers;
  double mean_rate;  /* minor units an hour */
  gboolean may_stop; /* some cutover may stand outside openings */
  double offline_share, own_days;
  guint n_bridges;
  GArray *double_runs; /* BfDoubleRun */
  BfInterimDay interim;
  gboolean heavy; /* the tail of IT projects is its own too */
} BfRiskStep;

typedef struct
{
  const BfStepSet *set;
  const BfNetwork *network;
  const BfCalendar *calendar;
  const BfSchedule *schedule;
  BfRiskOptions options;
  guint n_draws, block; /* draws in all; in a block */
  guint n_strata;       /* the draws, or 0 */

  guint n_activities, n_steps, n_cutovers;
  BfRiskActivity *activities;
  BfRiskStep *steps;
  BfRiskCutover *cutovers;
  GArray *edges; /* BfRiskEdge, of one activity together */
  GArray *takes; /* BfRiskTake, of one activity together */
  int *order;    /* activities, what comes before first */
  guint n_lines; /* the most of a step */

  guint n_factors; /* teams, then vendors, then areas */
  guint64 *factor_streams;
  double *factor_spreads;

  guint n_counters; /* of cutovers in a window and area, or team */
  guint8 *booked;   /* a counter: cutovers planned */
  guint8 limit;

  BfEstimate bridge;
  gint64 origin; /* the calendar's first day */
  int horizon_end;
  int n_days, n_work;
  int *day_of_count, *count_of_day; /* on beyond the calendar, Monday to Friday */
} BfRiskModel;

BfRiskModel *bf_risk_model_new (const BfStepSet *set,
                                const BfNetwork *network,
                                const BfCalendar *calendar,
                                const BfSchedule *schedule,
                                const BfRiskOptions *options);
void bf_risk_model_free (BfRiskModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfRiskModel, bf_risk_model_free)

static inline int
bf_risk_day (const BfRiskModel *model, int count)
{
  return count < 0 ? count : model->day_of_count[MIN (count, model->n_work - 1)];
}

/* Working days before the day. */
static inline int
bf_risk_count (const BfRiskModel *model, int day)
{
  return day < 0 ? day : model->count_of_day[MIN (day, model->n_days - 1)];
}

/* Parts of bf_risk_model_new: cutovers, and edges by core steps' distance as a list of BfRiskEdge
 * for each activity; what is asked of teams, once edges and order are known. */
void bf_risk_model_add_cutovers (BfRiskModel *model, GArray **before);
void bf_risk_model_add_teams (BfRiskModel *model);
void bf_risk_cutover_clear (BfRiskCutover *cutover);

/* --- Numbers of a step, for some draws. --- */

typedef struct
{
  float stop[BF_RISK_BLOCK];   /* hours of one cutover */
  float first[BF_RISK_BLOCK];  /* hours of overrun */
  float second[BF_RISK_BLOCK]; /* of the repetition */
  guint8 trouble[BF_RISK_BLOCK], rolls_back[BF_RISK_BLOCK];
} BfRiskTrouble;

/* Efforts and weeks of the qualification lines. */
typedef struct
{
  float offline[BF_RISK_BLOCK], online[BF_RISK_BLOCK]; /* drawn over planned length */
  double validation[BF_RISK_BLOCK];                    /* minor units */
  float *lines; /* line x BF_RISK_BLOCK: effort over the expected, of special lines */
} BfRiskLines;

void
bf_risk_draw_factor (const BfRiskModel *model, guint factor, guint first, guint n, float *values);
void bf_risk_draw_trouble (
    const BfRiskModel *model, const BfRiskStep *step, guint first, guint n, BfRiskTrouble *out);
/* @times: lengths are wanted, else validation. */
void bf_risk_draw_lines (const BfRiskModel *model,
                         const BfRiskStep *step,
                         guint first,
                         guint n,
                         gboolean times,
                         BfRiskLines *out);
/* Scale of the build, the parallel run or hypercare. */
void bf_risk_draw_scale (const BfRiskModel *model,
                         const BfRiskStep *step,
                         BfActivityKind kind,
                         guint first,
                         guint n,
                         float *values);
/* Minor units. */
void bf_risk_draw_capex (
    const BfRiskModel *model, const BfRiskStep *step, guint first, guint n, double *values);
void bf_risk_draw_bridges (
    const BfRiskModel *model, const BfRiskStep *step, guint first, guint n, double *values);

/* --- Times of a block of draws. --- */

#define BF_RISK_OUTSIDE -1 /* a stop outside openings */
#define BF_RISK_BEYOND -2  /* an opening that the plan does not name */
#define BF_RISK_NEVER -3   /* no such cutover */

typedef struct
{
  gint64 minute;
  int opening;
} BfRiskPlace;

/* People of a team who are free from the same count on; those who work are free after it. */
typedef struct
{
  int free;
  int from; /* activity that had them; -1: nobody yet */
  float people;
} BfRiskParty;

/* A team in a draw. Where there are more parties, those who are free first go together. */
#define BF_RISK_PARTIES 32
typedef struct
{
  int n;
  BfRiskParty parties[BF_RISK_PARTIES]; /* by when they are free */
} BfRiskCrowd;

/* Arrays are of rows of model->block draws. */
typedef struct
{
  const BfRiskModel *model;
  guint first, n;         /* draws */
  int *start, *end, *day; /* an activity; day: the last one */
  float *factors;         /* a factor */
  BfRiskTrouble *trouble; /* a step, one each */
  BfRiskPlace *places;    /* a cutover */
  BfRiskPlace *again;     /* a cutover: of the repetition */
  guint8 *counters;       /* a counter */
  BfRiskCrowd *crowds;    /* a team */
  int *held_by;           /* an activity: by whose people it is held up; -1 */
  int *release;           /* a step: day */
  int *cutover_day;       /* a step: last day of its last cutover; -1 none */
  int *finish, *last;     /* day, and the activity that ends on it */
  BfRiskLines lines;
} BfRiskBlock;

BfRiskBlock *bf_risk_block_new (const BfRiskModel *model);
void bf_risk_block_free (BfRiskBlock *block);
/* FALSE when cancelled. */
gboolean bf_risk_block_fill (BfRiskBlock *block, guint first, guint n);
/* Puts the starts off until people of each team are free, and says whom they wait for. */
void bf_risk_await_people (BfRiskBlock *block, int activity, int *start, int *held_by);
/* Keeps them until the end. */
void bf_risk_keep_people (BfRiskBlock *block, int activity, const int *start, const int *end);
/* A cutover that cannot keep its planned place first leaves it. */
void bf_risk_leave_opening (BfRiskBlock *block, const BfRiskCutover *cutover, guint draw);
/* The best place from that minute on; books it. */
BfRiskPlace
bf_risk_place_cutover (BfRiskBlock *block, const BfRiskCutover *cutover, guint draw, gint64 from);
/* What the activity waited for in that draw of the block; -1: for its planned day. */
int bf_risk_block_binding (const BfRiskBlock *block, int activity, guint draw);
/* Minor units of old systems beside their successors in that draw of the block. */
double bf_risk_block_double_running (const BfRiskBlock *block, guint draw);

/* --- All draws. --- */

/* What is drawn of each step, in whole hundredths of a unit or 1024ths of an hour. */
typedef enum
{
  BF_DRAWN_CAPEX,
  BF_DRAWN_OPEX,
  BF_DRAWN_PROJECT,
  BF_DRAWN_VALIDATION,
  BF_DRAWN_DOWNTIME,
  BF_DRAWN_HOURS,
  BF_DRAWN_LOST,
  BF_N_DRAWN,
} BfDrawn;

/* Which draws, a bit each, of a step. */
typedef enum
{
  BF_MARK_MISSED,  /* some cutover missed its opening */
  BF_MARK_TROUBLE, /* a cutover had trouble */
  BF_MARK_EARLY,   /* the fifth with the earliest releases */
  BF_MARK_LATE,
  BF_MARK_CHEAP, /* the fifth with the least cost */
  BF_MARK_DEAR,
  BF_N_MARKS,
} BfMark;

typedef struct
{
  const BfRiskModel *model;
  BfRisk *risk;
  guint n_words;                              /* of a mark */
  guint16 *release;                           /* step x draw: day */
  guint64 *marks[BF_N_MARKS];                 /* step x word */
  float **outside, **outside_rate, **interim; /* a step x draw, NULL where there is none */
  double *totals[BF_N_DRAWN];                 /* a draw */
  double *double_running, *bridges;           /* a draw */
  double *phases[BF_N_DRAWN];                 /* phase x draw; some are NULL */
  guint *missed, *critical;                   /* an activity, a step: draws */
  gint64 *delay;                              /* an activity: days over all misses */
} BfRiskDraws;

/* Money and hours of a step over all draws, and what follows of it alone; adds to the sums, whose
 * owner is the thread. */
typedef struct
{
  double *totals[BF_N_DRAWN], *phases[BF_N_DRAWN], *bridges;
  double *values[BF_N_DRAWN]; /* a draw, of the step at hand */
  double *scratch;
  BfRiskLines lines;
} BfRiskSums;

void bf_risk_price_step (BfRiskDraws *all, guint step, BfRiskSums *sums);

/* Percentiles; expected is the mean. @scratch has room for twice @n. */
BfSpread bf_risk_spread (const double *values, guint n, double *scratch);
/* Of whole days, @planned left to the caller. */
BfDaySpread bf_risk_day_spread (const double *days, guint n, gint64 planned, double *scratch);
/* Half the 95 % interval of the percentiles, between order statistics. */
BfSpread bf_risk_spread_error (const double *values, guint n, double *scratch);
/* Marks the fifth with the smallest and the largest values; none where all are equal. */
void
bf_risk_mark_tails (const double *values, guint n, guint64 *low, guint64 *high, double *scratch);
void bf_risk_group_phases (BfRiskDraws *all);
void bf_risk_find_swings (BfRiskDraws *all);

G_END_DECLS
