/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which answers a problem of an import can have: what stands on the buttons of its card, and what
 * can be chosen instead. Values, without widgets. */

#pragma once

#include "bf-import.h"

G_BEGIN_DECLS

typedef struct
{
  char *label; /* "Use HIS-01" */
  BfMendKind kind;
  char *text; /* canonical; NULL: blank, or not needed */
} BfMendOffer;

/* New array of BfMendOffer, the likeliest first; empty when only the file can be mended. */
GPtrArray *bf_mend_offers (const BfProblem *problem);

typedef struct
{
  char *text; /* canonical */
  char *name; /* what it is called besides; NULL */
} BfMendCandidate;

/* New array of BfMendCandidate: every row that a reference may mean, every word of a choice; NULL
 * when the field takes what is typed. @plan may be NULL. */
GPtrArray *
bf_mend_candidates (const BfProblem *problem, const BfImport *import, const BfPlan *plan);

/* "Type a Date…"; NULL when the field is chosen from a list, or when there is no cell. */
const char *bf_mend_type_label (const BfProblem *problem);

G_END_DECLS
