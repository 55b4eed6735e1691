/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tiny plant as tasks, links and openings, for the search over all its schedules. */

#pragma once

#include "brute-search.h"

G_BEGIN_DECLS

#define BRUTE_DAY 1440
#define BRUTE_KNOWN_DAYS (BRUTE_HORIZON + 60)
#define BRUTE_MAX_TASKS (BRUTE_MAX_STEPS * (BRUTE_N_KINDS + 1))
#define BRUTE_NEVER 100000

typedef enum
{
  BRUTE_FOLLOWS,  /* starts after the other's end, lag working days later */
  BRUTE_OVERLAPS, /* starts at most lag working days before the other's end, and ends no earlier */
  BRUTE_ENDS_AFTER,   /* ends on the other's last day, lag working days later, or after that */
  BRUTE_STARTS_AFTER, /* starts lag working days after the other's start, or later */
} BruteLinkKind;

typedef struct
{
  int before, after;
  BruteLinkKind kind;
  int lag;
  gboolean goes_live; /* a step without a cutover goes live: its release waits; the program lets its
                       * hypercare end no earlier */
} BruteLink;

typedef struct
{
  BruteKind kind;
  int step, part, days;
  int halves, money, money_kind;
  gboolean held; /* by people or money: to be tried everywhere */
} BruteTask;

typedef struct
{
  int window, occurrence, slot;
} BruteUse;

typedef struct
{
  int start, end;
  int n_uses;
  BruteUse uses[2];
} BruteOpening;

typedef struct
{
  int start_day, end_day;
  int start_work; /* index of the first working day; of work alone */
  const BruteOpening *opening;
} BrutePlace;

typedef struct
{
  const BruteCase *plant;
  int n_slots;
  gboolean frozen[2][BRUTE_KNOWN_DAYS];
  GArray *stretches[2]; /* BruteOpening with one use */

  int n_work;
  int work_of_day[BRUTE_KNOWN_DAYS + 2]; /* working days before it */
  int day_of_work[BRUTE_KNOWN_DAYS];

  int n;
  BruteTask tasks[BRUTE_MAX_TASKS];
  int of[BRUTE_MAX_STEPS][BRUTE_N_KINDS]; /* first task of that kind; BRUTE_NONE */
  int n_cutovers[BRUTE_MAX_STEPS];
  GArray *links;
  GArray *openings[BRUTE_MAX_TASKS];

  BrutePlace placed[BRUTE_MAX_TASKS];
  int latest[BRUTE_MAX_TASKS]; /* day by which it must have ended */
  int used[2][BRUTE_KNOWN_DAYS];
  gint64 planned[BRUTE_MAX_BUDGETS]; /* hundredths of a unit */
  int best;                          /* finish to be beaten */
  int least;                         /* nothing ends earlier */
  guint64 tried, most;
  gboolean relaxed; /* neither people nor money nor other cutovers count */
  gboolean lenient; /* by the letter, see goes_live */
} Brute;

Brute *brute_new (const BruteCase *plant);
void brute_free (Brute *self);

gboolean brute_works (const Brute *self, int day);
/* TRUE when minutes from @start to @end touch a day under a freeze. */
gboolean brute_is_frozen (const Brute *self, int slot, int start, int end);
gboolean brute_stops (const Brute *self, const BruteTask *task, int slot);

/* The first day, and the first working day, that the links and dates allow. */
int brute_ready_day (const Brute *self, int t);
int brute_ready_work (const Brute *self, int t);
/* TRUE when people and other cutovers leave room there. */
gboolean brute_has_place (const Brute *self, int t, const BrutePlace *place);
/* Takes people and money for a task, or with @sign -1 gives them back; FALSE: not enough money. */
gboolean brute_book (Brute *self, int t, const BrutePlace *place, int sign);

G_END_DECLS
