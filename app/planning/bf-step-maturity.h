/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an archetype lifts. */

#pragma once

#include "bf-step.h"

G_BEGIN_DECLS

/* The lift of @archetype in a dimension; for a dimension of another framework (which is asked for
 * only where the hub was not rated) that of the hub dimension it maps to, the primary one first,
 * of several the largest. NULL: none. */
const BfLift *bf_archetype_lift (const BfCatalogue *catalogue,
                                 const BfArchetype *archetype,
                                 const char *dimension);
/* The highest level that a lift reaches, on the scale of that level. */
double bf_lift_cap (const BfCatalogue *catalogue, const BfLift *lift, const BfLevelNow *level);
/* TRUE when the archetype likely lifts the level beyond where it counts today. */
gboolean bf_archetype_lifts_beyond (const BfCatalogue *catalogue,
                                    const BfArchetype *archetype,
                                    const BfLevelNow *level);
/* The lowest cap on a level on @day when the steps flagged in @released are released, with the
 * systems that it names as " (A, B)" or "", which the caller frees; NULL where none holds. */
const BfCap *bf_step_set_cap (const BfStepSet *set,
                              const gboolean *released,
                              gint64 day,
                              const BfLevelNow *level,
                              char **systems);

G_END_DECLS
