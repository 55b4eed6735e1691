/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Maturity page shows of each framework of a plan: its dimensions side by side. Pure. */

#pragma once

#include "bf-needs.h"

G_BEGIN_DECLS

typedef struct
{
  const BfResult *result; /* of the plan */
  const char *short_id;   /* "D7" */
  const char *name;
  double verified, claimed, effective, low, high, target; /* NAN: not stated */
  int claim_state;                                        /* -1: no claim */
} BfMaturityLevel;

typedef struct
{
  const char *id; /* "SIRI" */
  double scale_min, scale_max;
  double shown_max;          /* the highest level that is drawn */
  const char *unit;          /* "band" */
  gint64 assessed_on;        /* the latest; BF_BLANK */
  const char *assessor_type; /* NULL */
  GArray *levels;            /* BfMaturityLevel, in the catalogue's order */
} BfMaturityFramework;

/* New array of BfMaturityFramework, the one with most dimensions first. The plan must outlive it.
 */
GPtrArray *bf_maturity_frameworks (const BfPlan *plan, const BfNeeds *needs);

/* Names of claim states 0 .. 5. */
const char *bf_claim_state_name (int state);

G_END_DECLS
