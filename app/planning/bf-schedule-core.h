/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheduling problem on flat arrays, and one pass of serial generation over it; private to
 * planning and the benchmarks.
 *
 * The problem knows nothing of plans: bf-schedule-compile.h makes it from one and says what its
 * numbers stand for. Days are offsets from the planning start (day 0), working days are counted
 * from it too (index 0 is the first working day on or after the start). An activity holds working
 * days [start_work, end_work); a cutover holds minutes and counts as working days from the first
 * working day on or after its start to the first one after its end. Nothing is allocated while a
 * pass runs. Method: serial schedule generation (Kolisch 1996), every activity at its earliest
 * feasible place, for cutovers inside openings. */

#pragma once

#include "bf-calendar.h"
#include "bf-profile.h"
#include "bf-schedule.h"

G_BEGIN_DECLS

/* Edges into an activity, as parallel arrays of the core. */
typedef struct
{
  int *before;
  guint8 *kind; /* BfEdgeKind */
  int *lag;
} BfCoreEdges;

typedef struct
{
  int activity;
  int step;
  gint64 need;                         /* minutes; 0: no planned stop */
  gboolean bearable;                   /* may be placed outside openings */
  double stop_minor;                   /* what that costs, expected */
  int patience;                        /* days that an opening may be later and still be cheaper */
  gint64 pin;                          /* minute; BF_BLANK */
  int gate_day;                        /* first day on which its claims allow it */
  guint n_openings;                    /* 0: no planned stop, or none fits */
  const gint64 *open_start, *open_end; /* minutes, half-open; by start, then end; not owned */
  int *next_days;         /* an opening: to the next that is open later, or to the horizon */
  int *use_first;         /* an opening (and one more): into uses */
  int *uses;              /* counters that a cutover in the opening takes */
  guint8 *frozen;         /* a day: one of its areas is under a freeze */
  gboolean shares_frozen; /* it belongs to an earlier cutover of the same areas */
  guint n_rivals;
  int *rivals; /* other core cutovers (positions in cutovers) that share an area */
} BfCoreCutover;

/* Periods of one kind of budget, disjoint, by start. */
typedef struct
{
  guint n;
  int *from_work, *to_work; /* working days, half-open */
  int *from_day, *to_day;   /* days, half-open */
  double *amount, *carry;   /* minor units; share of the amount that moves, BF_CARRY_ALL */
  guint first;              /* into the planned money of a pass */
} BfCoreBudget;

typedef struct
{
  BfObjective objective;
  guint64 seed;
  const gint64 *fixed;   /* see BfScheduleOptions; not owned */
  const gboolean *stops; /* likewise */

  gint64 origin;    /* the planning start */
  int n_days;       /* known */
  int n_work;       /* working days among them */
  int *work_of_day; /* a day (and one more): index of the first working day on or after it */
  int *day_of_work;
  int horizon_day;  /* first day past the horizon */
  int horizon_work; /* working days inside it */

  int n; /* activities */
  int n_steps;
  int *step_first;  /* a step: its first activity; one more element at the end */
  double *queue;    /* a step: the order in which a plant would take them on */
  guint8 *prepares; /* a step: opens the roadmap without treating a system */
  guint64 *name;    /* a step: a number that stays when other steps come and go */
  guint8 *kind;     /* an activity: BfActivityKind */
  int *step;
  int *days;
  int *earliest; /* day before which it does not start */
  int *in_first; /* an activity (and one more): into in */
  BfCoreEdges in;
  int *out_first, *out; /* activities after it */
  int *load_first;      /* an activity (and one more): into loads */
  int *load_word;       /* of the profile */
  guint64 *load;        /* what it takes of it each day */
  int *cutover;         /* an activity: position in cutovers; -1 */
  guint n_cutovers;
  BfCoreCutover *cutovers;

  int n_words;       /* of the profile */
  guint64 *capacity; /* a word: n_work days */
  guint n_counters;
  int limit; /* cutovers a counter */

  /* What plain problems have besides, see bf-makespan.h; plans have none of it. */
  guint8 *in_window; /* an activity: lies whole inside one window; NULL: none does */
  int n_windows;
  int *window_from, *window_to; /* working days, half-open, disjoint, by start */
  int *mode_first;              /* an activity (and one more): its modes; NULL: days and load */
  int *mode_days;               /* a mode, at least 1 */
  guint64 *mode_load;           /* a mode: n_words */
  int n_funds;                  /* what does not renew */
  int *fund;                    /* a fund: how much there is */
  int *mode_fund;               /* a mode: n_funds */

  BfCoreBudget budgets[BF_N_BUDGETS];
  guint n_periods;
  double *capex, *validation; /* an activity pays, minor units */
  double *opex_day;           /* a step, minor units a calendar day */
  double margin_minor;        /* kept free in each period, for rounding */
  int *hold; /* a step: not released before that day, for the sake of others' running cost; NULL:
              * none is */

  int *due;              /* a step: last day of its release; G_MAXINT none */
  gboolean *due_is_hard; /* set by the user */
  double *exposure_day;  /* a step: minor units a day until its release, benefit included */
  double *weight;        /* a step */
  double *stake;         /* a step: minor units that buy nothing when it is released too late */
  guint n_double;        /* systems that run double */
  int *double_step, *double_until; /* from the last cutover of one step to the release of another */
  double *double_day;              /* minor units a day */
  guint n_advised;                 /* orders that need not be kept, and had better be */
  int *advised_before, *advised_after; /* activities */
} BfCore;

void bf_core_free (BfCore *core);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfCore, bf_core_free)

/* No day has been decided. */
#define BF_NOT_YET G_MININT

/* What kept an activity from a place. */
typedef enum
{
  BF_BLOCK_NONE,
  BF_BLOCK_TEAM,
  BF_BLOCK_BUDGET,
  BF_BLOCK_WINDOW,
  BF_BLOCK_CAPACITY,
  BF_BLOCK_CORE,
  BF_BLOCK_FREEZE,
  BF_BLOCK_PIN,
  BF_BLOCK_OUTSIDE, /* money that no period holds */
} BfBlock;

/* One schedule, whole or in the making. */
typedef struct
{
  const BfCore *core;
  int *start_work, *end_work; /* an activity */
  int *start_day, *end_day;   /* days, both included; of an empty activity its day */
  gint64 *start_minute, *end_minute;
  guint8 *placement;
  int *opening; /* a cutover: chosen opening; -1 */
  gboolean *placed;
  guint64 *left; /* a word of the profile: n_work days */
  int *counters;
  double *planned; /* a period */
  double *delta;   /* scratch, a period */
  int *ends_left;  /* a step: activities not placed */
  int *opex_from;  /* a step: its running cost is booked from the day after; BF_NOT_YET */
  int *ahead_work, *ahead_day; /* scratch, an activity: see bf_pass_release_ahead */
  int *release;                /* a step: day */
  int n_placed;
  int failed;         /* activity without a place; -1 */
  BfBlock block;      /* what kept it */
  int block_detail;   /* team, kind of budget */
  int block_period;   /* the overdrawn period of that kind */
  double block_minor; /* by how much */
  int *order;         /* the activities in the order in which they were placed */
  int n_order;
  int n_work;        /* activities placed since the pass was made: what it cost */
  int *heap, *waits; /* scratch, an activity */

  /* How cutovers choose between an opening and a bearable stop: days that the opening may be
   * later; -1: the cutover's own patience. */
  int patience;
  const int *patience_of; /* a cutover: the same for it alone; NULL: all alike; not owned */
  const int *wait; /* an activity: a working day before which it does not start, by choice; NULL:
                      none waits; not owned */
} BfPass;

BfPass *bf_pass_new (const BfCore *core);
void bf_pass_free (BfPass *pass);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfPass, bf_pass_free)
void bf_pass_copy (BfPass *to, const BfPass *from);
void bf_pass_reset (BfPass *pass);

/* Places all activities, those with the smallest @keys first as far as the network allows. FALSE
 * when one finds no place; see failed. */
gboolean bf_pass_generate (BfPass *pass, const double *keys);
/* Writes that order. */
void bf_pass_order (BfPass *pass, const double *keys, int *order);
/* Keeps the first @same of the activities placed, which must be those of @order, takes out the
 * others and places what follows in @order. FALSE as above. Not for fixed dates. */
gboolean bf_pass_follow (BfPass *pass, const int *order, int same);

/* The earliest working day (for a cutover: day) that the edges allow; @binding gets the position in
 * core->in of the edge that says so, -1 none. */
int bf_pass_ready (const BfPass *pass, int activity, int *binding);
/* The same for one edge into it, a position in core->in. */
int bf_pass_edge_work (const BfPass *pass, int at, int after);
int bf_pass_edge_day (const BfPass *pass, int at);
/* Writes the activity's first place from that day on, not booked yet, whatever its step's running
 * cost; FALSE: there is none. */
gboolean bf_pass_find_place (BfPass *pass, int activity, int day);
/* Removes a placed activity and puts it back; used to ask what holds it. */
void bf_pass_take_out (BfPass *pass, int activity);
void bf_pass_put_back (BfPass *pass, int activity);
/* The team that lacks capacity for the activity on that working day; -1: none. */
int bf_pass_short_team (const BfPass *pass, int activity, int work);
/* What keeps the taken-out activity from starting on that working day; @detail gets the team or the
 * kind of budget. */
BfBlock bf_pass_block_at (BfPass *pass, int activity, int work, int *detail);
/* What keeps the taken-out activity of 0 days from the end of that working day. */
BfBlock bf_pass_block_event (BfPass *pass, int activity, int work, int *detail);
/* What keeps the taken-out cutover from that opening at that minute; of a core cutover in the way
 * @detail gets the position. */
BfBlock bf_pass_block_in (
    const BfPass *pass, const BfCoreCutover *cutover, int opening, gint64 minute, int *detail);
/* Days from one core cutover of an area to the next. */
#define BF_CORE_DISTANCE_DAYS 182
/* Where in a day a bearable stop of @need minutes begins. */
gint64 bf_core_stop_clock (gint64 need);

/* --- Parts of a pass that have files of their own. --- */

int bf_core_day_of_work (const BfCore *core, int work);
int bf_core_work_of_day (const BfCore *core, int day);

/* Writes the cutover's first place from that day on, not booked yet; FALSE: there is none. */
gboolean bf_pass_place_cutover (BfPass *pass, const BfCoreCutover *cutover, int day);
void bf_pass_fix_cutover (BfPass *pass, const BfCoreCutover *cutover, gint64 minute);

/* What the activity would put on periods when it held working days from .. to (half-open; from ==
 * to: that day alone), into delta. */
BfBlock bf_pass_spread_money (BfPass *pass, int activity, int from, int to, int day, int *kind);
/* By how many working days at least it is too early there, of those that it was kept from by the
 * budgets of that kind. */
int bf_pass_days_too_early (const BfPass *pass, int activity, int kind);
BfBlock bf_pass_block_by_money (BfPass *pass, int activity, int from, int to, int day, int *kind);

/* Adds to delta what the step costs to run from the day after @release to the horizon's end, or
 * takes it away; FALSE: it falls into no period. */
gboolean bf_pass_spread_opex (BfPass *pass, int step, int release, double sign);
/* FALSE when delta overdraws a period of that kind: see block_period and block_minor. */
gboolean bf_pass_kind_holds (BfPass *pass, int kind);

/* --- Running cost, see bf-schedule-opex.c. --- */

gboolean bf_core_has_opex (const BfCore *core, int step);
/* The earliest release that follows from what is placed of the step, and @activity (-1: none). */
int bf_pass_release_ahead (BfPass *pass, int step, int activity);
/* The earliest release from that day on that the budgets of running cost allow. */
int bf_pass_least_release (BfPass *pass, int step, int day);
/* Books the step's running cost as its placed activities ask; to be called when they change. */
void bf_pass_reserve_opex (BfPass *pass, int step);
/* Moves an activity whose place is written to where its step's running cost is there from the
 * release on; FALSE: there is no such place. */
gboolean bf_pass_move_for_opex (BfPass *pass, int activity);

/* Value of a whole pass: compared member by member, smaller is better. */
typedef struct
{
  double hard_late, late; /* days past due dates, by weight */
  double primary;         /* the objective */
  double secondary;       /* the earliest weighted release, or cost */
} BfScore;

/* Day of it; 0 before any. */
int bf_pass_last_release (const BfPass *pass);
BfScore bf_pass_score (const BfPass *pass);
int bf_score_compare (const BfScore *a, const BfScore *b);
double bf_pass_cost_minor (const BfPass *pass);
/* What the cost is at least when no step is released before these days. */
double bf_core_least_cost (const BfCore *core, const int *release);
/* Of that, a step released on that day. */
double bf_core_step_cost (const BfCore *core, int step, int release);

/* Latest starts by the network, windows, due dates and the horizon, without teams and money. */
void bf_core_latest_starts (const BfCore *core, gboolean with_due, double *latest);

G_END_DECLS
