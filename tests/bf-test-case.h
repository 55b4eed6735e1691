/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan with its needs and all the steps that could answer them. */

#pragma once

#include "bf-plan-text.h"
#include "bf-step.h"

G_BEGIN_DECLS

typedef struct
{
  BfPlan *plan;
  BfNeeds *needs;
  BfStepSet *set;
} Case;

/* Takes the plan over. */
static inline void
case_init (Case *one, BfPlan *plan)
{
  one->plan = plan;
  one->needs = bf_needs_compute (plan, bf_catalogue_get ());
  one->set = bf_steps_propose (plan, bf_catalogue_get (), one->needs);
}

static inline void
case_clear (Case *one)
{
  bf_step_set_free (one->set);
  bf_needs_free (one->needs);
  bf_plan_unref (one->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

G_END_DECLS
