/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Proves that a schedule obeys every constraint of the planning rules.
 *
 * It believes nothing but the records of the plan and the catalogue, the estimates of the steps and
 * the dates: working days and public holidays, windows, stops that can be borne, capacities,
 * budgets, orders, restore tests, owners and claims are worked out again, by code that the
 * scheduler does not use (the start of a plan that names none excepted). Of the network only step,
 * kind and part of each activity are read. Soft prerequisites and kept-until dates are wishes, not
 * constraints. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* What a schedule can break, in the order in which it is checked. */
typedef enum
{
  BF_RULE_LENGTH,       /* an activity is missing, or has not its working days */
  BF_RULE_FREE_DAY,     /* work, or a stop outside openings, begins or ends on a free day */
  BF_RULE_START,        /* something begins before the plan */
  BF_RULE_PIECE,        /* a cutover has not its minutes, or not the days that they touch */
  BF_RULE_ORDER,        /* of the activities of one step */
  BF_RULE_OVERLAP,      /* offline qualification beside too much of the build */
  BF_RULE_PREREQUISITE, /* not released before the cutover */
  BF_RULE_GROUP,        /* none of a one-of group is */
  BF_RULE_RESTORE,      /* no restore test, and ST04 is not released */
  BF_RULE_OWNER,        /* no business owner, and ST02 is not released */
  BF_RULE_DECOMMISSION, /* taken out before what takes its place is released */
  BF_RULE_HOME,         /* taken out, and nothing takes its place */
  BF_RULE_GATE,
  BF_RULE_DEPENDENCY, /* of the plan, with its lag */
  BF_RULE_HORIZON,
  BF_RULE_CLAIM,
  BF_RULE_EARLIEST,
  BF_RULE_DUE, /* as the user set it */
  BF_RULE_PIN,
  BF_RULE_AREAS,   /* a system's area is not stopped */
  BF_RULE_OPENING, /* a cutover lies in no single open window of each area */
  BF_RULE_STOP,    /* longer than can be borne, and in no opening */
  BF_RULE_FREEZE,
  BF_RULE_WINDOW, /* more cutovers in a window than an area or a team may have */
  BF_RULE_CORE,
  BF_RULE_TEAM,
  BF_RULE_BUDGET,
  BF_RULE_OUTSIDE, /* money on days that no period holds */
  BF_N_RULES,
} BfRule;

/* Sentences for the person, one a violation, in the order of the constraints; empty: the schedule
 * is feasible. The caller frees the array, which owns them. */
GPtrArray *
bf_checker_run (const BfStepSet *set, const BfNetwork *network, const BfPlacing *placings);
/* The same; @broken gets a bit (1 << BfRule) for each rule that is broken. Where lengths are wrong
 * nothing else is asked. */
GPtrArray *bf_checker_find (const BfStepSet *set,
                            const BfNetwork *network,
                            const BfPlacing *placings,
                            guint32 *broken);

/* What a finished roadmap shows, held against its plan and against itself: dates, cutovers and
 * their openings, what steps wait for, money, bridges of what runs double, totals, budgets.
 * Sentences as above. */
GPtrArray *bf_checker_roadmap (const BfRoadmap *roadmap);

G_END_DECLS
