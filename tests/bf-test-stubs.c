/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stand-ins for parts that are written beside these tests; weak, so the real ones win. */

#include "bf-schedule.h"

#define WEAK __attribute__ ((weak))

WEAK gint64
bf_plan_start (const BfPlan *plan)
{
  return bf_plan_plant (plan)->start;
}

WEAK gint64
bf_plan_horizon_end (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return bf_day_add_months (plant->start, 12 * (int) plant->horizon_years) - 1;
}

WEAK const char *
bf_activity_kind_id (BfActivityKind kind)
{
  static const char *const ids[] = { "build",  "offline",      "review",   "buffer",   "cutover",
                                     "online", "parallel run", "campaign", "hypercare" };

  return ids[kind];
}
