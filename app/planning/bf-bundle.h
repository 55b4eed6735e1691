/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What two steps save that cut over in the same opening.
 *
 * Steps on one system, or on two that an electronic regulated interface joins, share VP, SAT, IQ
 * and REPORT: of each phase the cheaper line is saved. Regression on each other falls away, and a
 * neighbour of both counts once. Money in minor units. */

#pragma once

#include "bf-step.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 shared_minor;     /* phases paid once */
  gint64 regression_minor; /* on each other, and of common neighbours */
  gint64 total_minor;
} BfBundleSaving;

/* TRUE when the two could share: different steps with cutovers, on one system or on joined ones. */
gboolean bf_bundle_may_share (const BfStepSet *set, const BfStep *a, const BfStep *b);
/* What the pair saves beyond what is saved already; nothing when they may not share. */
BfBundleSaving bf_bundle_saving (const BfStepSet *set, const BfStep *a, const BfStep *b);
/* Writes the saving into saved_minor of the lines of both steps. A line is saved once, however
 * many bundles it is in. */
void bf_bundle_apply (const BfStepSet *set, BfStep *a, BfStep *b);
/* Takes all savings of the step back. */
void bf_bundle_clear (BfStep *step);

G_END_DECLS
