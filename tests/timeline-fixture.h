/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A hand-made plant and roadmap for what draws: five areas, shutdowns and freezes of five years,
 * any number of steps. The figures are plausible, not planned: no scheduler is asked. Same number
 * and seed, same roadmap. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct _TimelineFixture TimelineFixture;

TimelineFixture *timeline_fixture_new (guint n_steps, guint32 seed);
void timeline_fixture_free (TimelineFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TimelineFixture, timeline_fixture_free)

/* Not reference counted: do not call bf_roadmap_ref on it. */
const BfRoadmap *timeline_fixture_roadmap (TimelineFixture *fixture);

G_END_DECLS
