/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a step stands where it does, followed back: what holds its cutover, what holds that, and so
 * on until something that nobody waits for: the start of the plan, money, a date set by hand.
 *
 * Each link is the activity that the one before waits for. Who waits for a window goes on with what
 * made it ready: a window before was missed for that. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  int step;      /* position in the roadmap */
  int activity;  /* of the step */
  int wait_days; /* calendar days between being ready and a window; 0 */
} BfChainLink;

/* BfChainLink, from the first cutover (else the first activity) back; no activity twice. */
GArray *bf_hold_chain (const BfRoadmap *roadmap, int step);

G_END_DECLS
