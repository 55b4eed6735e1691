/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the draws say, as members of the JSON of a roadmap: "risk" of the whole, of phases, of
 * steps. Money in units, times in days or hours as each name says, shares from 0 to 1. */

#pragma once

#include "bf-json-writer.h"
#include "bf-roadmap.h"

G_BEGIN_DECLS

void bf_json_risk (BfJsonWriter *writer, const BfRoadmap *roadmap);
void bf_json_phase_risk (BfJsonWriter *writer, const BfRoadmapPhase *phase);
void bf_json_step_risk (BfJsonWriter *writer, const BfRoadmapStep *step);

G_END_DECLS
