/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small but complete roadmap made by hand, for what reads one: ten steps in four phases of an
 * invented plant, with cutovers, activities, risks, decisions and draws. The figures are
 * plausible, not planned; needs and calendar are the real ones of its plan. Same every time. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller unrefs it. */
BfRoadmap *bf_test_roadmap (void);

G_END_DECLS
