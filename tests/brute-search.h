/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every schedule of a tiny plant is tried, by the planning rules alone: nothing of the program is
 * used. Days as in brute-case.h. What neither people nor money hold is placed at its earliest, for
 * that hurts nobody; all else is tried on every day, as long as an earlier finish is possible. */

#pragma once

#include "brute-case.h"

G_BEGIN_DECLS

typedef enum
{
  BRUTE_INFEASIBLE,
  BRUTE_OPTIMAL,
  BRUTE_UNDECIDED, /* too much to try */
} BruteVerdict;

typedef struct
{
  BruteVerdict verdict;
  int finish; /* day of the last release; of an undecided case the best that was seen */
  guint64 tried;
} BruteResult;

BruteResult brute_search (const BruteCase *plant, guint64 most);

/* A part of somebody's schedule; days and minutes from the planning start. */
typedef struct
{
  BruteKind kind;
  int step, part; /* part: number of the cutover */
  int start, finish;
  int start_minute, finish_minute; /* cutovers */
  gboolean in_opening;             /* else outside */
  int n_uses;
  struct
  {
    int window;     /* number; BRUTE_NONE: an assumed one */
    int occurrence; /* day; BRUTE_NONE */
    int area;       /* number; BRUTE_NONE: a plant without areas */
  } uses[2];
} BrutePart;

/* TRUE when a schedule obeys all rules. A later finish is no fault. */
gboolean brute_accepts (const BruteCase *plant, const BrutePart *parts, int n);

G_END_DECLS
