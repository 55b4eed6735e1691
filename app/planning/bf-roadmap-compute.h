/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap while it is computed: what its stages hand on. Private to planning. */

#pragma once

#include "bf-cost.h"
#include "bf-risk.h"
#include "bf-roadmap-private.h"
#include "bf-selection.h"

G_BEGIN_DECLS

/* Orders that are only advised, given up for the horizon. */
typedef struct
{
  gboolean loose;        /* they need not be kept */
  double with, without;  /* share of draws past the horizon */
  gint64 horizon_wanted; /* what would bring them back */
  GArray *for_dates;     /* BfSoftOrder that had been given up for a date before; NULL: none */
} BfLoosening;

typedef struct
{
  BfRoadmap *roadmap;
  const BfPlan *plan; /* with the scenario's values */
  const BfCatalogue *catalogue;
  BfRoadmapProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;

  BfStepSet *set; /* of the roadmap */
  BfNetwork *network;
  BfSchedule *schedule;
  GArray *bundles; /* BfBundle */
  BfRisk *risk;
  BfStepCost *costs;   /* a step of the set */
  int *position;       /* of a step of the set in the roadmap */
  GPtrArray *problems; /* char *, owned */
  BfLoosening loosening;
} BfComputing;

/* A copy of @plan in which the fields that the scenario (key or name) overrides have its values;
 * @plan itself for NULL. Fails when the plan has no such scenario, or an override does not fit. */
BfPlan *bf_scenario_apply (const BfPlan *plan, const char *scenario, GError **error);

/* What an earlier JSON says. */
typedef struct _BfKeptDates BfKeptDates;
BfKeptDates *bf_kept_dates_read (const char *json, GError **error);
void bf_kept_dates_free (BfKeptDates *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfKeptDates, bf_kept_dates_free)
/* The steps that it names in their strategies; those that are no candidates any more are added to
 * @problems. */
BfStepSet *
bf_kept_dates_select (const BfKeptDates *kept, const BfStepSet *candidates, GPtrArray *problems);
/* The orders that it does without, and why: fills loosening. */
void bf_kept_dates_loosen (const BfKeptDates *kept, BfComputing *computing);
/* @fixed and @stops, as in BfScheduleOptions, have one element an activity. */
void bf_kept_dates_fix (const BfKeptDates *kept,
                        const BfStepSet *set,
                        const BfNetwork *network,
                        gint64 *fixed,
                        gboolean *stops);

/* Moves steps of a set that cannot be placed to earlier phases, as few as make it possible, and
 * says why in each. FALSE, and nothing moved, where no gate is to blame. */
gboolean bf_roadmap_lower_phases (const BfComputing *computing, BfStepSet *set);

/* Adds the smallest change of the plan that makes the set schedulable, as a sentence. */
void bf_roadmap_relax (BfComputing *computing, const BfStepSet *set);
/* That sentence; NULL when nothing helps. The caller frees it. */
char *bf_roadmap_relief (BfComputing *computing, const BfStepSet *set);
/* A sentence where it takes no more than what each kind of budget lacks (minor units, one a kind),
 * in one of its rows; NULL where it takes more. The caller frees it. */
char *bf_roadmap_money_relief (BfComputing *computing, const BfStepSet *set, const gint64 *lack);
/* TRUE when the set can be placed as the plan is. */
gboolean bf_roadmap_has_room (BfComputing *computing, const BfStepSet *set);

/* Lists running cost on days that no budget of that kind holds under the assumptions. */
void bf_roadmap_assume_outside (BfComputing *computing);

/* Once a selection is placed, tries again what it gave up or left out. A larger set, whose schedule
 * and network then are those of @computing, for the caller to free; NULL: nothing more fits. */
BfStepSet *bf_roadmap_reconsider (BfComputing *computing, BfSelection *selection);

/* Fills what the roadmap leaves open, and why. @selection NULL: dates were kept. */
void bf_roadmap_list_unmet (BfComputing *computing,
                            const BfStepSet *candidates,
                            const BfSelection *selection);

/* What becomes of a schedule in so many draws, 0: in a few, on this thread; NULL when cancelled. */
BfRisk *bf_roadmap_glance (const BfComputing *computing, const BfSchedule *schedule, guint draws);

/* Seeks other schedules of the same steps, from seeds that @round names; keeps the safest of those
 * that are about as good, the present one included. */
void bf_roadmap_restart (BfComputing *computing, guint round);

/* Where the roadmap would hardly end inside the horizon: gives up orders that are only advised, if
 * without them it likelier does; seeks the bundles of both. FALSE: it likely ends in time as it is,
 * and nothing was done. */
gboolean bf_roadmap_secure (BfComputing *computing);

/* Moves cutovers into a common opening where qualifying together pays for the wait. */
void bf_roadmap_seek_bundles (BfComputing *computing);

/* Later stages, in this order. */
void bf_roadmap_assemble (BfComputing *computing);
void bf_roadmap_add_phases (BfComputing *computing);
void bf_roadmap_add_risks (BfComputing *computing);
void bf_roadmap_add_worth (BfComputing *computing);
void bf_roadmap_add_decisions (BfComputing *computing);

G_END_DECLS
