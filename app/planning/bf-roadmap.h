/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap: everything that follows from a plan. Computed, never stored.
 *
 * bf_roadmap_compute is pure: same plan and options give the same roadmap on any thread. The
 * result is immutable and reference counted; pages, exports and the command line read it. It owns
 * its texts and keeps the plan alive. Money is minor units, days are days since 1970, both ends
 * included; hours, maturity and shares are doubles. */

#pragma once

#include <gio/gio.h>

#include "bf-schedule.h"

G_BEGIN_DECLS

/* Expected value and percentiles of the simulation. */
typedef struct
{
  double expected, p50, p80, p90, p10;
} BfSpread;

typedef struct
{
  gint64 planned, p50, p80, p90, p10; /* days */
} BfDaySpread;

/* What-if by conditional means: how far the roadmap's mean moves when one thing ends up in the
 * lowest, and in the highest, fifth of its draws. */
typedef struct
{
  double low, high;
} BfSwing;

typedef struct
{
  int part;             /* which of the step's cutovers */
  gint64 start, finish; /* minutes */
  double hours;         /* needed; 0: no planned stop */
  BfPlacement placement;
  const char *const *windows;        /* "SD-2028-SUM" or "WE-MC@2028-01-15", NULL-terminated */
  const char *window_name;           /* for people: "Summer shutdown 2028", "Weekend"; NULL none */
  const char *const *areas;          /* keys */
  gint64 opening_start, opening_end; /* minutes of the common opening; BF_BLANK without one */
  double miss_chance;                /* share of draws that miss this opening */
  int margin_days;                   /* working days between ready and the cutover */
  int delay_if_missed_days;          /* calendar days to the next that fits; -1 none */
  double mean_delay_days;            /* calendar days, over the draws that miss it */
} BfRoadmapCutover;

typedef struct
{
  BfActivityKind kind;
  int part; /* number of the cutover, of the campaign; else 0 */
  gint64 start, finish;
  guint n_loads;
  const BfLoad *loads;
  BfHold hold;
  gint64 ready; /* cutovers: the first day that network, claims and dates allow; else BF_BLANK */
  const char *held_by;
  /* The activity that it waits for: key of its step (NULL: none, or it has no day), kind, part. */
  const char *after;
  BfActivityKind after_kind;
  int after_part;
} BfRoadmapActivity;

typedef struct
{
  const char *phase, *name;
  double units, weeks, person_days;
  gint64 cost_minor; /* after bundles */
} BfRoadmapQualification;

typedef struct
{
  const BfStep *step; /* evaluated in its mode; owned by the roadmap */
  const char *key;
  const char *title;
  const char *short_title; /* for bars: short name and scope */
  int phase;               /* position in phases */
  gboolean at_gate;        /* the gate of its phase waits for its release */
  const char *strategy;    /* mode id */
  gint64 start, finish;    /* finish: the release */
  BfDaySpread release;
  guint n_cutovers;
  BfRoadmapCutover *cutovers; /* by start */
  guint n_activities;
  BfRoadmapActivity *activities; /* cutovers included, by start */
  guint n_qualification;
  BfRoadmapQualification *qualification;
  BfSpread capex, opex, validation; /* minor units */
  BfSpread project_cost;            /* capex + opex */
  BfSpread downtime_hours;          /* every stopped hour */
  BfSpread lost_hours;              /* outside openings */
  BfSpread downtime_cost;
  gint64 double_running_minor;
  gint64 bridges_minor;
  gint64
      fully_loaded_minor; /* expected: project + validation + downtime + double running + bridges */
  gint64 saved_minor;     /* by bundles */
  const char *bundle_with; /* title of the step it shares qualification with; NULL */
  double criticality;      /* share of draws in which it drives the finish */
  BfSwing finish_swing;    /* days that the roadmap's finish moves with this release */
  BfSwing cost_swing;      /* minor units that its fully loaded cost moves with this step's */
  /* Interim operation: weeks from the first cutover to the release in which product is held in
   * quarantine, hours for which the plant stands in between; 0 where it runs. */
  int quarantine_weeks;
  double interim_hours;
  double miss_chance, trouble_chance; /* of any of its cutovers */
  BfSwing missed_swing;  /* days that the finish moves without, and with a missed opening of it */
  BfSwing trouble_swing; /* lost hours of the roadmap without, and with trouble at its cutover */
  const char *const *requires; /* step keys */
  const char *const *why;      /* sentences */
  const char *held_by;         /* the sentence for the first cutover, else the build */
  const char *justification;   /* of at once; NULL */
} BfRoadmapStep;

typedef struct
{
  int position;
  int index;      /* of bf-phases.h */
  const char *id; /* its number, "1" .. */
  const char *name;
  gint64 gate;    /* day of the last release that it waits for; BF_BLANK: it waits for none */
  gboolean holds; /* a later cutover waits at the gate */
  gint64 start, finish;
  gint64 project_cost_minor, validation_cost_minor;
  double downtime_hours;
  guint n_steps;
  BfDaySpread release; /* of its last step; planned: finish */
  BfSpread project_cost, validation_cost, downtime_cost, lost_hours; /* draws; expected: mean */
  BfSpread stopped_hours;                                            /* every stopped hour, draws */
  double *maturity; /* one a level of needs->levels, after this phase */
  int systems_live, systems_retired, systems_unsupported, interfaces;
  double debt; /* points */
  /* Of the whole roadmap, until the evening of its last release or of one of a phase before. */
  gint64 after;                     /* that day */
  gint64 spent_minor;               /* capex, opex and validation, expected */
  double stopped_until, lost_until; /* hours, expected */
} BfRoadmapPhase;

typedef struct
{
  int budget; /* row of the plan */
  gint64 available_minor, carried_in_minor, planned_minor;
} BfRoadmapPeriod;

typedef struct
{
  const char *text;   /* sentence: what could move it */
  const char *effect; /* "+22 wk, past the 31 Dec 2029 deadline" */
  double chance;
  int step;         /* position in steps; -1: none */
  double weight;    /* for sorting: chance x money or days */
  const char *what; /* text beside the title of the step: "misses Summer 2030"; NULL: no step */
} BfRoadmapRisk;

typedef struct
{
  gint64 due;
  const char *title;
  const char *detail;
  int step; /* -1: none */
} BfRoadmapDecision;

/* A soft order that the roadmap does without. */
typedef struct
{
  const char *before, *after; /* keys of steps */
  double with, without;       /* share of draws past the horizon; NAN: it was given up for a date */
  gint64 horizon_wanted;      /* what would bring it back; BF_BLANK: see above */
} BfRoadmapOrder;

/* The draws, for histograms and S-curves; each array has n_draws elements in draw order. */
typedef struct
{
  guint n_draws;
  const gint64 *finish;
  const double *cost;  /* fully loaded, minor units */
  const double *hours; /* lost */
} BfDraws;

/* Expected money, minor units. */
typedef struct
{
  double do_nothing_loss; /* exposure of all treated systems to the horizon's end, nothing done */
  double avoided_loss;    /* of that, what falls after the releases */
  double benefit;         /* inside the horizon, as the user gave it; 0: none given */
  double npv;             /* all costs and the benefit, inside the horizon; NAN without a benefit */
  gint64 payback;         /* day, may lie past the horizon; BF_BLANK: no benefit, or never */
  double discount_rate;   /* a year */
} BfWorth;

/* The rate where the plant names none. */
#define BF_DEFAULT_DISCOUNT_RATE 0.08

typedef struct
{
  guint64 seed;
  guint draws; /* 0: the default, 4,000 */
  guint schedules;
  BfObjective objective;
  const char *scenario;   /* key; NULL: none */
  gboolean tail;          /* the 18 % IT tail, also where the plan does not ask for it */
  gboolean no_buffer;     /* no buffer before cutovers, whatever the plan says; listed under the
                           * assumptions */
  const char *keep_dates; /* JSON text of an earlier --json: selection, strategies, dates; NULL */
} BfRoadmapOptions;

typedef struct
{
  BfRoadmapOptions options;
  const BfPlan *plan;
  const BfCatalogue *catalogue;
  const BfNeeds *needs;
  const BfStepSet *set; /* the selected, evaluated steps */
  const BfCalendar *calendar;

  gboolean feasible; /* FALSE: steps may be empty, problems say why and the smallest relaxation */
  gboolean checked;  /* the independent checker found nothing */
  guint n_steps;
  BfRoadmapStep *steps; /* by phase, start, key */
  guint n_phases;
  BfRoadmapPhase *phases;
  guint n_periods;
  BfRoadmapPeriod *periods; /* in the order of the plan's budgets */
  guint n_risks;
  BfRoadmapRisk *risks; /* most serious first */
  guint n_decisions;
  BfRoadmapDecision *decisions; /* by date */
  BfDraws draws;

  BfSpread project_cost, capex, opex, validation_cost, downtime_cost, fully_loaded; /* minor */
  BfSpread downtime_hours, lost_hours;
  BfSpread double_running, bridges; /* minor */
  BfDaySpread finish;
  BfWorth worth;
  gint64 finish_without_decommission;
  int finish_error_days; /* half the 95 % interval of the finish's P80 */
  /* Half the 95 % intervals of all percentiles: days, minor units, hours. */
  BfSpread finish_error, fully_loaded_error, lost_hours_error;
  double beyond_horizon;   /* share of draws */
  double objective, bound; /* minor units or days since 1970: what was reached, and what no schedule
                            * of these steps goes below; 0: unknown */

  guint n_unmet;
  const BfUnmet *unmet;
  guint n_orders;
  const BfRoadmapOrder *orders; /* each is under the assumptions as a sentence, too */
  guint n_assumptions;
  const BfAssumption *assumptions;
  guint n_problems;
  const char *const *problems; /* sentences */
} BfRoadmap;

/* @options may be NULL. Fails with a GError when cancelled (G_IO_ERROR_CANCELLED), when the
 * dependencies of the plan have a loop, or when scenario or kept dates cannot be read; a plan
 * without feasible roadmap is no error but feasible FALSE. @progress (may be NULL) is called on the
 * computing thread. */
typedef void (*BfRoadmapProgress) (double share, gpointer data);
BfRoadmap *bf_roadmap_compute (const BfPlan *plan,
                               const BfRoadmapOptions *options,
                               BfRoadmapProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GError **error);
BfRoadmap *bf_roadmap_ref (const BfRoadmap *roadmap);
void bf_roadmap_unref (BfRoadmap *roadmap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfRoadmap, bf_roadmap_unref)

/* Where a strip of phases divides, a new array of BfPhaseEnd in the order of their numbers and
 * days. A phase ends with its gate; those without one share their last releases, decommissions
 * apart, in that order. */
typedef struct
{
  guint phase; /* position in phases */
  gint64 end;
} BfPhaseEnd;
GArray *bf_roadmap_phase_ends (const BfRoadmap *roadmap);
/* What the plant is after a phase, and what it has taken until then, in two lines: "After it (2 Jun
 * 2028): systems live 41, ...", "Until then: spent ...". The caller frees it. */
char *bf_roadmap_phase_after (const BfRoadmap *roadmap, guint phase);
/* Joint confidence: the share of draws that end by @day and cost at most @cost_minor. */
double bf_roadmap_confidence (const BfRoadmap *roadmap, gint64 day, double cost_minor);
/* Contingency: what the expected fully loaded cost lacks to its P80, minor units, at least 0. */
double bf_roadmap_contingency_minor (const BfRoadmap *roadmap);
/* Position of the step with that key; -1: none. */
int bf_roadmap_find (const BfRoadmap *roadmap, const char *key);

G_END_DECLS
