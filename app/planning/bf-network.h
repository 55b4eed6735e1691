/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loops of a network, and the facts about steps that network and scheduler share; private to
 * planning. */

#pragma once

#include "bf-schedule.h"
#include "bf-step-private.h"

G_BEGIN_DECLS

/* The rings of the network as text; NULL when it has none. */
char *bf_network_find_loops (const BfStepSet *set, const BfNetwork *network);

const BfStep *bf_step_set_get (const BfStepSet *set, guint step);
/* The team that builds, for the limit of cutovers in a window: the first of the plan's own staff
 * among the loads of the build; -1: none. */
int bf_step_building_team (const BfStepSet *set, const BfStep *step);

/* TRUE when the gate of the step's phase waits for it: a step of the phase after requires it, and
 * neither takes systems out. */
gboolean bf_network_gate_waits_for (const BfStepSet *set, guint step);

/* The activity over which a qualification line of a step is paid. */
int bf_network_paying_activity (const BfStepSet *set, const BfNetwork *network, int step, int line);

#define BF_ACTIVITY(network, i) (&g_array_index ((network)->activities, BfActivity, (i)))
#define BF_EDGE(network, i) (&g_array_index ((network)->edges, BfEdge, (i)))

G_END_DECLS
