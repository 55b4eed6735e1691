/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A hand-made plant and roadmap for what draws: five areas, shutdowns and freezes of five years,
 * any number of steps. The figures are plausible, not planned: no scheduler is asked. Same number
 * and seed, same roadmap. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller unrefs it. */
BfRoadmap *timeline_fixture_new (guint n_steps, guint32 seed);

G_END_DECLS
