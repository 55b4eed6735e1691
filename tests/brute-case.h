/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tiny plants by chance, small enough to try every schedule.
 *
 * Days count from the planning start, Monday 4 January 2027, minutes from its midnight. Some weeks
 * after the start a holiday begins that outlasts the horizon, so that work must end before it;
 * cutovers may still lie in later windows. Areas and steps in sets are bits; an empty set of areas
 * is all of them. A team's work is counted in half persons, so that no sum is ever rounded. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BRUTE_HORIZON 365
#define BRUTE_NONE (-1)
#define BRUTE_MAX_STEPS 4
#define BRUTE_MAX_WINDOWS 6
#define BRUTE_MAX_BUDGETS 6

typedef enum
{
  BRUTE_BUILD,
  BRUTE_OFFLINE,
  BRUTE_REVIEW,
  BRUTE_BUFFER,
  BRUTE_CUTOVER,
  BRUTE_ONLINE,
  BRUTE_PARALLEL,
  BRUTE_CAMPAIGN,
  BRUTE_HYPERCARE,
  BRUTE_N_KINDS,
} BruteKind;

typedef enum
{
  BRUTE_RELEASE_TO_CUTOVER,
  BRUTE_RELEASE_TO_START,
  BRUTE_CUTOVER_TO_CUTOVER,
  BRUTE_START_TO_START,
} BruteOrder;

typedef struct
{
  int days[BRUTE_N_KINDS];   /* working days; that of the cutover is not read */
  int halves[BRUTE_N_KINDS]; /* of a person a day, of the step's team */
  int money[BRUTE_N_KINDS];  /* units a day; the build's is capex, the others' validation */
  int opex;                  /* units a day */
  int team;                  /* BRUTE_NONE */
  int overlap;
  gboolean cuts, by_area, core;
  int need, bearable; /* minutes; need 0: stops nothing */
  guint areas;
  gboolean has_system, tested, owned;
  guint needs;   /* steps before it, of smaller number */
  guint depends; /* one more step before it, by the plan's own dependency; 0 none */
  BruteOrder order;
  int lag;
  int phase;
  int earliest, due, claim; /* days */
  int pin;                  /* minute; midnight: that day */
} BruteStep;

typedef enum
{
  BRUTE_SHUTDOWN,
  BRUTE_WEEKEND,
  BRUTE_FREEZE,
} BruteWindowKind;

typedef struct
{
  BruteWindowKind kind;
  guint areas;
  int start, end; /* minutes */
  int open;       /* minutes of an occurrence */
  int every;      /* weeks */
  guint systems;  /* of these steps alone; 0: open for all */
  gboolean assumed;
} BruteWindow;

typedef struct
{
  int kind; /* 0 capex, 1 validation, 2 opex */
  int from, to;
  int amount; /* units */
  int carry;  /* percent; BRUTE_NONE: all of it */
} BruteBudget;

typedef struct
{
  int n_steps, n_areas, n_teams, n_windows, n_budgets;
  BruteStep steps[BRUTE_MAX_STEPS];
  BruteWindow windows[BRUTE_MAX_WINDOWS];
  BruteBudget budgets[BRUTE_MAX_BUDGETS];
  struct
  {
    int until;         /* last day of the first period */
    int first, second; /* halves of a person */
  } teams[2];
  int last_day;                      /* on which people work */
  int free_day;                      /* a holiday besides; BRUTE_NONE */
  int limit;                         /* cutovers a window */
  gboolean restore_rule, owner_rule; /* the first step is ST04, or ST02 */
} BruteCase;

BruteCase brute_case_new (guint32 seed);
/* As bf-test-steps.h reads it. With @renamed the steps' keys stand in the opposite order. */
char *brute_case_text (const BruteCase *self, gboolean renamed);
/* "S2", or renamed "R1". */
char *brute_case_key (const BruteCase *self, int step, gboolean renamed);

/* Variants that allow at least what the case allows. */
BruteCase brute_case_with_capacity (const BruteCase *self);
BruteCase brute_case_with_window (const BruteCase *self);
BruteCase brute_case_with_budget (const BruteCase *self);

G_END_DECLS
