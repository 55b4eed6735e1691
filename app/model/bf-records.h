/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All record types at once. */

#pragma once

#include "bf-actual.h"
#include "bf-area.h"
#include "bf-assessment.h"
#include "bf-baseline.h"
#include "bf-budget.h"
#include "bf-capacity.h"
#include "bf-claim.h"
#include "bf-cycle.h"
#include "bf-decision.h"
#include "bf-dependency.h"
#include "bf-evidence.h"
#include "bf-holiday.h"
#include "bf-interface.h"
#include "bf-offer.h"
#include "bf-override.h"
#include "bf-phase.h"
#include "bf-plant.h"
#include "bf-requirement.h"
#include "bf-result.h"
#include "bf-risk-entry.h"
#include "bf-scenario.h"
#include "bf-step-decision.h"
#include "bf-system.h"
#include "bf-team.h"
#include "bf-window.h"
