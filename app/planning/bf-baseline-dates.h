/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an approved roadmap said of the steps of today's: for ghost bars and variances.
 *
 * A baseline keeps the JSON object of its day; steps are found by their key. Immutable. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  gint64 approved_on;      /* BF_BLANK: not said */
  gint64 finish;           /* its last release */
  guint n_steps;           /* of today's roadmap; elements of the arrays */
  guint n_known;           /* of them in the baseline */
  gint64 *start, *release; /* days; BF_BLANK: the baseline does not have the step */
  gint64 *cutover;         /* minute of the first one; BF_BLANK without one */
} BfBaselineDates;

/* The baseline approved last; NULL: none. */
const BfBaseline *bf_baseline_newest (const BfPlan *plan);
/* NULL and a sentence when what the baseline keeps is no roadmap. */
BfBaselineDates *
bf_baseline_dates_new (const BfBaseline *baseline, const BfRoadmap *roadmap, GError **error);
void bf_baseline_dates_free (BfBaselineDates *dates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfBaselineDates, bf_baseline_dates_free)

G_END_DECLS
