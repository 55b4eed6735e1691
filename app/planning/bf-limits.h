/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people could change when dates are not to their liking; private to planning.
 *
 * A limit is one thing of a plan that somebody decided or could pay for: a pin, a due date, a
 * freeze, a team's size, the money of a budget row, the end of the horizon. Lifting it by an amount
 * gives another plan, on which the same steps can be planned again: that is how a suggestion is
 * proved before it is made. */

#pragma once

#include "bf-step.h"

G_BEGIN_DECLS

/* From what is easily changed to what is not. */
typedef enum
{
  BF_LIMIT_PIN,
  BF_LIMIT_EARLIEST,
  BF_LIMIT_DUE,
  BF_LIMIT_DEPENDENCY,
  BF_LIMIT_CLAIM,
  BF_LIMIT_FREEZE,
  BF_LIMIT_CUTOVERS, /* amount: more a window */
  BF_LIMIT_TEAM,     /* amount: people more in each of its periods; 0: without end */
  BF_LIMIT_MONEY,    /* amount: minor units more in that row */
  BF_LIMIT_SHUTDOWN, /* amount: hours from 1 August each year, the whole site */
  BF_LIMIT_HORIZON,  /* amount: years more */
  BF_N_LIMITS,
} BfLimitKind;

typedef struct
{
  BfLimitKind kind;
  guint row;     /* of its record */
  gint64 amount; /* of the kinds that have one; at first the most that makes sense */
  gboolean lifted;
} BfLimit;

typedef struct
{
  const BfStepSet *set; /* borrowed; its plan is what is changed */
  GArray *limits;       /* BfLimit, by kind and row */
} BfLimits;

/* All limits of the set's plan, none of them lifted. */
BfLimits *bf_limits_new (const BfStepSet *set);
void bf_limits_free (BfLimits *limits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfLimits, bf_limits_free)
#define BF_LIMIT(self, i) (&g_array_index ((self)->limits, BfLimit, (i)))
/* Amounts of that kind are said in such steps. */
gint64 bf_limit_unit (BfLimitKind kind);

/* A copy of the plan without what is lifted. */
BfPlan *bf_limits_lift (const BfLimits *limits);
/* The steps of the set, proposed anew on @plan in the same strategies; one that nothing asks for
 * any more is left out. @needs have to outlive them. */
BfStepSet *bf_limits_same_steps (const BfLimits *limits, const BfPlan *plan, const BfNeeds *needs);
/* "with EUR 246 k more in budget B": what lifting it means. */
char *bf_limits_phrase (const BfLimits *limits, guint limit);

G_END_DECLS
