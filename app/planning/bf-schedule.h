/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When everything happens: a network of activities placed on the plant's calendar.
 *
 * The network is flat: activities in arrays, edges in arrays. Days are days since 1970, both ends
 * of an activity included; a length of 0 working days is start == finish of the day before what
 * follows, flagged empty. Cutovers have minutes too. Method: serial generation over one profile of
 * capacities, by several priority rules and then by simulated annealing of the order; cutovers
 * atomic in openings. The checker
 * (bf-checker.h) proves the result without using any code of the scheduler. */

#pragma once

#include <gio/gio.h>

#include "bf-calendar.h"
#include "bf-step.h"

G_BEGIN_DECLS

typedef enum
{
  BF_ACTIVITY_BUILD,
  BF_ACTIVITY_OFFLINE,
  BF_ACTIVITY_REVIEW,
  BF_ACTIVITY_BUFFER,
  BF_ACTIVITY_CUTOVER,
  BF_ACTIVITY_ONLINE,
  BF_ACTIVITY_PARALLEL,
  BF_ACTIVITY_CAMPAIGN,
  BF_ACTIVITY_HYPERCARE,
  BF_N_ACTIVITIES,
} BfActivityKind;

/* "build", "offline", ..., "parallel run", ... as in JSON. */
const char *bf_activity_kind_id (BfActivityKind kind);

typedef struct
{
  BfActivityKind kind;
  int step;       /* in the set */
  int part;       /* number of the cutover, of the campaign; else 0 */
  int days;       /* working days; 0 for a cutover */
  gint64 minutes; /* needed length of a cutover; 0: no planned stop, takes that day */
  BfLoads loads;
} BfActivity;

typedef enum
{
  BF_EDGE_FINISH_START, /* after starts on the working day after before's finish, plus lag */
  BF_EDGE_OVERLAP,      /* after may start `lag` working days before before's finish (offline
                         * qualification), and does not end before it */
  BF_EDGE_RELEASE,      /* FINISH_START that stands for a prerequisite, gate or user dependency */
  BF_EDGE_LIVE, /* RELEASE into the hypercare of a step without a cutover: it does not end before
                 * before's finish, plus lag */
  BF_EDGE_START_START, /* after starts no earlier than `lag` working days after before's start */
} BfEdgeKind;

typedef struct
{
  int before, after; /* activities */
  BfEdgeKind kind;
  int lag;       /* working days, may be negative */
  int gate;      /* phase (0 ..) whose gate makes it; -1 */
  gboolean soft; /* may be given up where a due date or the horizon would be missed */
} BfEdge;

/* A step always has a build and a hypercare (its release), maybe of 0 days; of the other kinds
 * those that it needs. A cutover waits for build, offline qualification, reviews and buffer; a step
 * without one is released when its work has ended and all that it requires is released. Cutover
 * number `part` stops all areas of the step when there is one, else its area number `part`.
 * Campaigns follow the cutovers and hold the release (the last end), not hypercare. Gates and soft
 * prerequisites that would make a loop are left out, and so are further members of a one-of
 * group. */
typedef struct
{
  GArray *activities; /* BfActivity; of one step together, steps in the set's order */
  GArray *edges;      /* BfEdge */
  int *first;         /* a step: its first activity; one more element at the end */
} BfNetwork;

/* Fails with BF_SCHEDULE_ERROR_LOOP and the step keys of each ring, each followed by what it needs
 * ("A → B → A; D → D"). */
BfNetwork *bf_network_build (const BfStepSet *set, GError **error);
void bf_network_free (BfNetwork *network);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfNetwork, bf_network_free)

typedef enum
{
  BF_PLACEMENT_NO_STOP,
  BF_PLACEMENT_BEARABLE,
  BF_PLACEMENT_OPENING,
} BfPlacement;

typedef enum
{
  BF_HELD_BY_START,       /* of the plan */
  BF_HELD_BY_PREDECESSOR, /* other: activity */
  BF_HELD_BY_WINDOW,      /* waited for an opening; missed says which one it missed */
  BF_HELD_BY_TEAM,        /* team, and other: the activity that has it */
  BF_HELD_BY_BUDGET,      /* budget period index */
  BF_HELD_BY_FREEZE,
  BF_HELD_BY_GATE, /* gate number, other: the step's last activity it waits for */
  BF_HELD_BY_CLAIM,
  BF_HELD_BY_CAPACITY, /* of a window: k cutovers are in it already */
  BF_HELD_BY_CORE,     /* half a year between core steps of an area */
  BF_HELD_BY_PIN,
  BF_HELD_BY_DUE, /* not used by forward passes */
} BfHold;

typedef struct
{
  gint64 start, finish;               /* days, both included */
  gint64 start_minute, finish_minute; /* cutovers */
  gboolean empty;                     /* no working day of its own */
  BfPlacement placement;              /* cutovers */
  GArray *openings;                   /* BfOpeningUse, cutovers in an opening; else NULL */
  BfHold hold;
  int hold_other;      /* see BfHold; -1 */
  gint64 ready;        /* cutovers: the first day that network, claims and dates allow */
  int ready_other;     /* cutovers: the activity that leaves no earlier one; -1 */
  const char *held_by; /* the sentence: names and figures; owned by the schedule */
} BfPlacing;

typedef struct
{
  int window;        /* of the plan */
  gint64 occurrence; /* day that an occurrence of a repeating rule starts; BF_BLANK otherwise */
  int area;          /* -1: plant without areas */
} BfOpeningUse;

/* BF_OBJECTIVE_COST, _FINISH, _DOWNTIME of bf-scenario.h. */
typedef int BfObjective;

typedef struct
{
  BfObjective objective;
  guint64 seed;
  guint schedules; /* how many passes the search may make; 0: the default, at most 4,000 */
  const gint64
      *fixed; /* keep-dates: start day (minute for cutovers) an activity, BF_BLANK free; or NULL */
  const gboolean *stops; /* keep-dates: of the fixed cutovers, those that are bearable stops, even
                          * where an opening happens to hold them; or NULL */
  gboolean no_pins;      /* cutovers need not keep the dates that the user pinned */
  gboolean loose;        /* soft prerequisites need not be kept */
  double haste; /* what a day of the last release weighs in the search besides the objective, as a
                 * share of what a day of the whole plan costs */
  guint others; /* as many other schedules that are about as good are handed back, if found */
  GCancellable *cancellable;
} BfScheduleOptions;

/* Schedules of one objective are about as good when they differ by no more than that: a share of
 * it, or days where it is a date. Nobody knows costs any better. */
#define BF_SCHEDULE_SAME_SHARE 0.03
#define BF_SCHEDULE_SAME_DAYS 14

/* TRUE when the dates keep an order, as a soft one need not be kept: what has no length of its own
 * ends no earlier than what it follows. */
gboolean bf_schedule_keeps (const BfPlacing *placings, const BfEdge *edge);

/* A soft prerequisite that was given up so that a due date or the horizon is kept. */
typedef struct
{
  int before, after; /* steps */
} BfSoftOrder;

typedef struct
{
  BfPlacing *placings; /* one an activity */
  guint n_placings;
  gint64 *start;     /* a step: first day */
  gint64 *release;   /* a step: last day; the release */
  double cost;       /* the objective's value: minor units, or the day of the last release */
  double bound;      /* what no schedule of this network goes below; 0: unknown */
  int *late_days;    /* a step: calendar days past its due date; 0 */
  GArray *given_up;  /* BfSoftOrder */
  guint tried;       /* schedules generated */
  GPtrArray *others; /* BfSchedule, owned: met on the way, about as good; NULL: none asked for */
  GStringChunk *strings;
} BfSchedule;

#define BF_SCHEDULE_ERROR (bf_schedule_error_quark ())
GQuark bf_schedule_error_quark (void);

typedef enum
{
  BF_SCHEDULE_ERROR_LOOP,
  BF_SCHEDULE_ERROR_NO_OPENING, /* a cutover fits no opening of the horizon */
  BF_SCHEDULE_ERROR_TEAM,       /* a load is larger than a team ever gives */
  BF_SCHEDULE_ERROR_BUDGET,     /* a step's money fits no period */
  BF_SCHEDULE_ERROR_HORIZON,    /* does not end inside the horizon */
  BF_SCHEDULE_ERROR_PIN,
  BF_SCHEDULE_ERROR_DUE, /* a date that the user set for the release cannot be kept */
  BF_SCHEDULE_ERROR_CANCELLED,
} BfScheduleError;

/* On failure the error names the constraint, and *culprit (may be NULL) is the step that could not
 * be placed, so that selection can give one up.
 *
 * Days of capacity: of periods that overlap the one that begins last counts; a team without any
 * period, and a load without a team, are unbounded. A bearable stop begins at 06:00, or earlier
 * where it would not end on that day. A pin at 00:00 means any time of that day. A cutover waits
 * until the day after a claim's date. Two core cutovers lie apart from the last day of one to the
 * first of the other. A due date of the user is kept or the plan is not feasible; one of a
 * kept-until decision comes first in the objective, see late_days. */
/* How many passes a search makes that is not told. */
guint bf_schedule_usual_passes (const BfNetwork *network, BfObjective objective);

BfSchedule *bf_schedule_compute (const BfStepSet *set,
                                 const BfNetwork *network,
                                 const BfCalendar *calendar,
                                 const BfScheduleOptions *options,
                                 int *culprit,
                                 GError **error);
void bf_schedule_free (BfSchedule *schedule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfSchedule, bf_schedule_free)

/* Money that a step puts on budget periods when placed so: expected capex evenly over the working
 * days of the build, validation over its activities (offline lines over offline qualification,
 * online ones over online qualification, each special line over its review or campaign; what has
 * no activity of its own days over the build or hypercare), opex from the day after release to the
 * horizon's end by calendar days (a year has 365.25). An activity of 0 days pays on its day. One
 * rounding a step, kind and period; the last period takes the remainder. A day's money falls into
 * the first period, by start and key, that holds it. @planned has one element a budget row of the
 * plan, minor units, added to. Capex and validation outside every period of a kind that has budgets
 * are returned in *outside_minor (may be NULL); opex outside them is nobody's budget. */
void bf_schedule_spend (const BfStepSet *set,
                        const BfNetwork *network,
                        const BfCalendar *calendar,
                        const BfPlacing *placings,
                        int step,
                        gint64 *planned,
                        gint64 *outside_minor);

/* What carry-over leaves a budget row with: given planned spending of all rows of its kind before
 * it, by start and key. @available (own amount and what was carried in) and @carried (in), one
 * element a budget row. What was planned on a pot is shared among its rows in @planned: each up to
 * what it has, in the order of the plan. */
void bf_budget_carry (const BfPlan *plan, gint64 *planned, gint64 *available, gint64 *carried);

/* Rows of one kind with the very same days are one pot of money, counted on the first of them: the
 * pot of a row. What moves on from it is at most the sum of what its rows let move, where "yes"
 * stands for the row's own amount, or everything where all rows say "yes". Minor units. */
typedef struct
{
  gint64 amount_minor, most_minor;
  gboolean moves_all;
} BfBudgetPot;
guint bf_budget_pot (const BfPlan *plan, guint budget);
BfBudgetPot bf_budget_pot_money (const BfPlan *plan, guint pot);

/* Days of a budget row: its own, else its year, else the plan's time. Both included. */
void bf_budget_period (const BfPlan *plan, guint budget, gint64 *from, gint64 *to);
/* What the treated systems of a step cost a year while it is not released: incidents times
 * recovery, and the chance to be forced to replace it (see bf_needs). Minor units. */
double bf_step_exposure_minor (const BfStepSet *set, const BfStep *step);
/* 1 + criticality x score / 100 of the treated system that matters most; 1 without one. */
double bf_step_weight (const BfStepSet *set, const BfStep *step);

G_END_DECLS
