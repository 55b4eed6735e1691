/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user decided about a step. The key is ARCHETYPE:SCOPE, so it stays over recomputations;
 * steps the user said nothing of have no row. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfStepDecision::status, in the order of its choices. */
enum
{
  BF_STATUS_ACCEPTED,
  BF_STATUS_REJECTED,
  BF_STATUS_REQUESTED,
  BF_STATUS_DONE,
  BF_N_STATUS,
};

/* BfStepDecision::strategy, in the order of its choices. */
enum
{
  BF_MODE_WRAP,
  BF_MODE_IN_PLACE,
  BF_MODE_PARALLEL,
  BF_MODE_PHASED,
  BF_MODE_AT_ONCE,
  BF_N_MODES,
};

typedef struct
{
  BfRow row;
  const char *title;
  int status;
  gint64 phase;
  int strategy;
  gint64 pinned_cutover;
  gint64 earliest;
  gint64 due;
  BfEstimate weeks;
  BfEstimate capex;
  BfEstimate stop_hours;
  double problem_chance;
  gint64 estimate_class; /* AACE 1 .. 5 */
  gint64 benefit_year;
  const char *basis;
  const char *owner;
  const char *remark;
} BfStepDecision;

extern const BfRecord bf_step_record;

G_END_DECLS
