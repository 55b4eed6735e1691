/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plant on any day of a roadmap: "plant on date".
 *
 * A step counts from its release on, as for the phases: on the day of the last release of all, the
 * plant is the one after the last phase. Expected money and hours; the newest planned dates. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef enum
{
  BF_SYSTEM_LIVE,
  BF_SYSTEM_UNSUPPORTED, /* live, and its vendor's support has ended */
  BF_SYSTEM_RETIRED,
} BfSystemState;

typedef struct
{
  gint64 day;
  guint n_released, n_under_way;
  int systems_live, systems_unsupported, systems_retired; /* live counts the unsupported too */
  guint8 *systems; /* BfSystemState, one a system of the plan */
  int interfaces;
  double debt;          /* points of those that are left and not rebuilt */
  gint64 spent_minor;   /* capex, opex and validation until the evening */
  double stopped_hours; /* of the cutovers that are over */
  double lost_hours;    /* of them outside openings */
  double *maturity;     /* one a level of needs->levels */
} BfPlantDay;

BfPlantDay *bf_roadmap_on_day (const BfRoadmap *roadmap, gint64 day);
/* The same when the steps of the set flagged in @released (one a step) are released on @day; money
 * and hours are 0. */
BfPlantDay *bf_plant_day_new (const BfRoadmap *roadmap, const gboolean *released, gint64 day);
void bf_plant_day_free (BfPlantDay *plant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfPlantDay, bf_plant_day_free)

G_END_DECLS
