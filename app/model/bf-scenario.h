/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A named variant of the plan; its overrides stand in their own table. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfScenario::objective, in the order of its choices. */
enum
{
  BF_OBJECTIVE_COST,
  BF_OBJECTIVE_FINISH,
  BF_OBJECTIVE_DOWNTIME,
  BF_N_OBJECTIVES,
};

typedef struct
{
  BfRow row;
  const char *name;
  int objective;
  const char *remark;
} BfScenario;

extern const BfRecord bf_scenario_record;

G_END_DECLS
