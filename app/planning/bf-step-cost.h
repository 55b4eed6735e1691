/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an evaluated step is expected to cost before anybody knows when it happens.
 *
 * Static: cutovers are taken to lie inside an opening, and the release is guessed from the step's
 * phase and lengths; the roadmap's own cost stage replaces the guesses when dates are known. All
 * in minor units, each a line rounded once. */

#pragma once

#include "bf-step.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 capex_minor;
  gint64 opex_minor;       /* from the guessed release to the horizon's end */
  gint64 validation_minor; /* before bundles */
  gint64 downtime_minor;   /* expected, inside an opening */
  gint64 double_minor;     /* the old systems' run cost until they are decommissioned */
  gint64 bridges_minor;
  gint64 project_minor; /* capex + opex */
  gint64 loaded_minor;  /* everything */
} BfStepCost;

BfStepCost bf_step_expected_cost (const BfStepSet *set, const BfStep *step);

/* Expected downtime of the step: p x overrun x rate + p x p(rollback) x (overrun x rate + redo),
 * at the mean rate of its cutovers; outside an opening the planned hours at the planned rate come
 * on top. @outside has one flag a cutover, NULL: all inside. */
gint64
bf_step_expected_downtime_minor (const BfStepSet *set, const BfStep *step, const gboolean *outside);
/* Mean over its cutovers of the rate that each stops, currency units an hour. */
double bf_step_mean_rate (const BfStepSet *set, const BfStep *step);
/* Run cost a year of the old systems that the step takes out and a decommission serves. */
gint64 bf_step_double_run_minor_a_year (const BfStepSet *set, const BfStep *step);
/* TRUE when the old system runs beside its successor until a decommission takes it out. */
gboolean bf_step_runs_double (const BfStepSet *set, const BfStep *step, int system);
/* Electronic interfaces of systems that run double: each needs a bridge while they do. 0 in a mode
 * without double running. */
guint bf_step_n_bridges (const BfStepSet *set, const BfStep *step);
/* Expected cost of one bridge, and its three points, currency units. */
BfEstimate bf_step_bridge (const BfStepSet *set);
/* The day that a step of that phase and length may be released, as a guess. */
gint64 bf_step_release_guess (const BfStepSet *set, const BfStep *step);

G_END_DECLS
