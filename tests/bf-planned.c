/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-planned.h"

BfRoadmap *
bf_test_planned (const BfPlan *plan, guint draws)
{
  BfRoadmapOptions options = { .seed = 1, .draws = draws };
  g_autoptr (GError) error = NULL;
  BfRoadmap *roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (roadmap->feasible);
  return roadmap;
}
