/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a placed step is expected to cost, and what steps save by qualifying together.
 *
 * The same lines as bf-step-cost.h, now with dates: planned hours outside an opening cost the
 * planned rate, opex runs from the day after the release to the horizon's end, the old systems
 * run double from the last cutover to the release of their decommission (without one: to the
 * horizon's end). Minor units, each line rounded once; a year has 365.25 days. */

#pragma once

#include "bf-schedule.h"
#include "bf-step-cost.h"

G_BEGIN_DECLS

BfStepCost bf_cost_of_step (const BfStepSet *set,
                            const BfNetwork *network,
                            const BfCalendar *calendar,
                            const BfSchedule *schedule,
                            int step);

/* Expected hours that production stands: planned ones, and trouble. A rollback stops again for the
 * cutover that is repeated. *lost (may be NULL) gets those outside openings. */
double bf_cost_of_hours (const BfStepSet *set,
                         const BfNetwork *network,
                         const BfCalendar *calendar,
                         const BfSchedule *schedule,
                         int step,
                         double *lost);

/* What a working day between the last cutover and the release costs where the plant stops meanwhile
 * (interim operation "stops" of a system of the step): the shifts of the areas that stand, eight
 * hours each as the area's shift pattern counts them, at the planned rate. All areas stand at the
 * same time, so the hours are those of the longest day. */
typedef struct
{
  double hours, minor;
} BfInterimDay;

BfInterimDay bf_cost_of_interim_day (const BfStepSet *set, const BfStep *step);

/* Hours that the plant stands between the last cutover and the release for it; 0 where it runs. */
double bf_cost_of_interim_hours (const BfStepSet *set,
                                 const BfNetwork *network,
                                 const BfCalendar *calendar,
                                 const BfSchedule *schedule,
                                 int step);

/* Opex of a step released on @release, minor units. */
gint64 bf_cost_of_opex (const BfStepSet *set, const BfStep *step, gint64 release);

/* One old system that runs beside its successor. */
typedef struct
{
  gint64 minor_a_year;
  int decommission; /* step of the set that takes it out; -1: none does */
} BfDoubleRun;

/* New array of BfDoubleRun; those without a run cost are left out. */
GArray *bf_cost_double_runs (const BfStepSet *set, int step);

/* Two steps that share phases because they cut over in the same opening. */
typedef struct
{
  int cheaper, dearer; /* steps; the saving lowers the cheaper one */
  gint64 saved_minor;
} BfBundle;

/* Finds the bundles of a schedule and fills saved_minor of the lines of @set (see bf-bundle.h). The
 * largest saving is taken first, ties by key; no line is saved twice. New array of BfBundle. */
GArray *bf_cost_find_bundles (BfStepSet *set, const BfNetwork *network, const BfSchedule *schedule);

G_END_DECLS
