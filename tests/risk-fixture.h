/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plants of any size for the simulation: steps in chains over four areas, with shutdowns, weekends,
 * a yearly freeze, core steps, stops that can be borne, and teams if wanted. */

#pragma once

#include "bf-schedule.h"
#include "bf-test-steps.h"

G_BEGIN_DECLS

typedef struct
{
  BfTestPlant *plant;
  BfNetwork *network;
  BfSchedule *schedule; /* NULL when the plant does not allow one */
} RiskCase;

typedef struct
{
  guint n_steps, seed;
  gboolean windows, teams;
  guint n_lines; /* of qualification, a step */
} RiskShape;

RiskCase risk_case_new (const RiskShape *shape);
void risk_case_clear (RiskCase *one);

G_END_DECLS
