/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every team has to do week by week, against what it gives.
 *
 * Person-days; weeks begin on Monday. An activity's load lies evenly on its working days, as the
 * scheduler puts it, so a week never holds more than its days give; full days inside it show as a
 * peak. Immutable. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  double load;
  double capacity; /* 0: nobody is there */
  double peak;     /* largest share of a day's capacity, 0 .. 1; 0 for an unbounded team */
} BfTeamWeek;

typedef struct
{
  int team;           /* of the plan */
  gboolean unbounded; /* no period says what it gives */
  double most;        /* largest load of a week */
  BfTeamWeek *weeks;
} BfTeamLine;

typedef struct
{
  gint64 first_monday;
  guint n_weeks;
  guint n_teams;
  BfTeamLine *teams; /* those that the roadmap uses, in the plan's order */
} BfTeamLoad;

BfTeamLoad *bf_team_load_new (const BfRoadmap *roadmap);
void bf_team_load_free (BfTeamLoad *load);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfTeamLoad, bf_team_load_free)

/* Who works for a line's team in a week. */
typedef struct
{
  int step; /* position in the roadmap */
  BfActivityKind kind;
  double person_days;
} BfTeamWork;

/* Of BfTeamWork, most work first; the caller unrefs it. */
GArray *
bf_team_load_work (const BfTeamLoad *load, const BfRoadmap *roadmap, guint line, guint week);

G_END_DECLS
