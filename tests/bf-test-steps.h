/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small plants with steps made by hand, read from a text that a planner could read. One statement
 * a line, words as a shell splits them, # begins a remark:
 *
 *   plant start=2027-01-04 years=1 week=Mon-Fri cutovers=2 rate=10000 factor=0.5
 *   area LINE [rate=4000]
 *   holiday 2027-05-03 [until=2027-05-04]
 *   system PLC areas=LINE [criticality=5 score=80 incidents=5 rto=8 rate=900 run=12000
 *          stop=4 tested=2026-10-01 owner=Somebody decided=Replace]
 *   shutdown SUM "Summer shutdown" 2027-07-26T00:00 2027-08-16T00:00 [areas=LINE systems=PLC]
 *   freeze AUD "Audit" 2027-03-01T00:00 2027-03-06T00:00
 *   weekend WE "Weekend" 2027-01-09T22:00 2027-12-31T00:00 hours=8 [every=2]
 *   team OT [external]
 *   capacity OT 2027-01-01 2027-12-31 3
 *   budget B27 capex 2027-01-01 2027-12-31 100000 [carry=0.15]
 *   claim CL due=2027-06-30
 *   depend B on=A [kind=release_to_start lag=5]
 *   step A build=30 offline=10 overlap=4 buffer=2 cutover=30 online=5 parallel=20 hypercare=10
 *          needs=B anyof=C,D soft=E serves=F areas=LINE systems=PLC load=OT:15 ...
 *   objective finish
 *
 * A step without cutover= has none; cutover=0 stops nothing. A step's bearable=HOURS stands for a
 * system of its own (KEY-SYSTEM) that bears them. What is expected of it is read by the scenarios'
 * own test. */

#pragma once

#include "bf-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  BfPlan *plan;
  BfNeeds *needs;
  BfStepSet *set;
  BfCalendar *calendar;
  BfScheduleOptions options;
  GPtrArray *expected; /* of char **: the statements that begin with expect, without that word */
  GPtrArray *archetypes;
} BfTestPlant;

/* The plan is sealed, the steps stand by key. Fails the test on what it does not understand. */
BfTestPlant *bf_test_plant_new (const char *text);
void bf_test_plant_free (BfTestPlant *plant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfTestPlant, bf_test_plant_free)

int bf_test_step (const BfTestPlant *plant, const char *key);
/* The position of an activity of that step (@part -1: the first of its kind); the test fails when
 * there is none. */
guint bf_test_activity (const BfTestPlant *plant,
                        const BfNetwork *network,
                        const char *key,
                        BfActivityKind kind,
                        int part);

G_END_DECLS
