/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-story.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-format.h"
#include "bf-roadmap-bound.h"

/* Shares of a year's budget from which it is called tight. */
#define TIGHT 0.9
#define EPSILON 1e-9
/* Share of draws beyond the horizon from which the answer names it. */
#define UNSURE 0.05

char *
bf_story_number (guint n, gboolean capital)
{
  static const char *const words[][2] = {
    { N_ ("no"), N_ ("No") },         { N_ ("one"), N_ ("One") },
    { N_ ("two"), N_ ("Two") },       { N_ ("three"), N_ ("Three") },
    { N_ ("four"), N_ ("Four") },     { N_ ("five"), N_ ("Five") },
    { N_ ("six"), N_ ("Six") },       { N_ ("seven"), N_ ("Seven") },
    { N_ ("eight"), N_ ("Eight") },   { N_ ("nine"), N_ ("Nine") },
    { N_ ("ten"), N_ ("Ten") },       { N_ ("eleven"), N_ ("Eleven") },
    { N_ ("twelve"), N_ ("Twelve") },
  };

  if (n < G_N_ELEMENTS (words))
    return g_strdup (_ (words[n][capital ? 1 : 0]));
  return bf_format_count (n);
}

/* --- Budget --------------------------------------------------------------------------------- */

static BfBudgetYear *
year_of (GArray *years, int year)
{
  BfBudgetYear fresh = { .year = year };
  guint i;

  for (i = 0; i < years->len && g_array_index (years, BfBudgetYear, i).year < year; i++)
    continue;
  if (i == years->len || g_array_index (years, BfBudgetYear, i).year != year)
    g_array_insert_val (years, i, fresh);
  return &g_array_index (years, BfBudgetYear, i);
}

static int
budget_year (const BfBudget *budget)
{
  int year = 0, month, day;

  if (budget->year != BF_BLANK)
    return (int) budget->year;
  if (budget->to_day != BF_BLANK)
    bf_day_to_civil (budget->to_day, &year, &month, &day);
  return year;
}

GArray *
bf_story_budget_years (const BfRoadmap *roadmap)
{
  GArray *years = g_array_new (FALSE, TRUE, sizeof (BfBudgetYear));
  guint i;

  for (i = 0; i < roadmap->n_periods; i++)
    {
      const BfRoadmapPeriod *period = &roadmap->periods[i];
      const BfBudget *budget = BF_ROW (roadmap->plan, BUDGET, BfBudget, period->budget);
      BfBudgetYear *year = year_of (years, budget_year (budget));

      year->available += (double) period->available_minor;
      year->carried_in += (double) period->carried_in_minor;
      if (budget->kind >= 0 && budget->kind < BF_N_BUDGETS)
        year->planned[budget->kind] += (double) period->planned_minor;
    }
  return years;
}

double
bf_budget_year_planned (const BfBudgetYear *year)
{
  return year->planned[BF_BUDGET_CAPEX] + year->planned[BF_BUDGET_VALIDATION] +
         year->planned[BF_BUDGET_OPEX];
}

static gboolean
budgets_hold (const BfRoadmap *roadmap)
{
  guint i;

  for (i = 0; i < roadmap->n_periods; i++)
    if (roadmap->periods[i].planned_minor > roadmap->periods[i].available_minor)
      return FALSE;
  return TRUE;
}

/* The period that uses most of its money: kinds cannot pay for each other. -1: none. */
static int
tightest_period (const BfRoadmap *roadmap, double *share)
{
  int tightest = -1;
  guint i;

  *share = 0;
  for (i = 0; i < roadmap->n_periods; i++)
    {
      const BfRoadmapPeriod *period = &roadmap->periods[i];
      double used = period->available_minor > 0
                        ? (double) period->planned_minor / (double) period->available_minor
                        : period->planned_minor > 0;

      if (used > *share)
        {
          *share = used;
          tightest = (int) i;
        }
    }
  return tightest;
}

char *
bf_story_budget (const BfRoadmap *roadmap)
{
  static const char *const kinds[BF_N_BUDGETS] = {
    N_ ("capex"),
    N_ ("validation"),
    N_ ("opex"),
  };
  double share;
  int tightest = tightest_period (roadmap, &share);
  const BfBudget *budget;
  int year;

  if (tightest < 0)
    return g_strdup (roadmap->n_periods == 0 ? _ ("No budget yet: nothing limits the plan")
                                             : _ ("Each year stays well inside its budget"));
  budget = BF_ROW (roadmap->plan, BUDGET, BfBudget, roadmap->periods[tightest].budget);
  year = budget_year (budget);
  if (!budgets_hold (roadmap))
    return g_strdup_printf (_ ("%d asks for more than its budget"), year);
  if (share < TIGHT)
    return g_strdup (_ ("Each year stays well inside its budget"));
  /* Translators: capex, validation or opex; a year. */
  return g_strdup_printf (_ ("Each year stays inside its budget; %s of %d is the tight one"),
                          _ (kinds[CLAMP (budget->kind, 0, BF_N_BUDGETS - 1)]),
                          year);
}

/* --- Extent --------------------------------------------------------------------------------- */

guint
bf_story_count_phases (const BfRoadmap *roadmap)
{
  guint n = 0, i;

  for (i = 0; i < roadmap->n_phases; i++)
    n += roadmap->phases[i].n_steps > 0;
  return n;
}

guint
bf_story_count_cutovers (const BfRoadmap *roadmap)
{
  guint n = 0, i;

  for (i = 0; i < roadmap->n_steps; i++)
    n += roadmap->steps[i].n_cutovers;
  return n;
}

static guint
count_placed (const BfRoadmap *roadmap, BfPlacement placement)
{
  guint n = 0, i, k;

  for (i = 0; i < roadmap->n_steps; i++)
    for (k = 0; k < roadmap->steps[i].n_cutovers; k++)
      n += roadmap->steps[i].cutovers[k].placement == placement;
  return n;
}

static char *
where_cutovers_stand (const BfRoadmap *roadmap)
{
  guint all = bf_story_count_cutovers (roadmap);
  guint inside = count_placed (roadmap, BF_PLACEMENT_OPENING);
  guint bearable = count_placed (roadmap, BF_PLACEMENT_BEARABLE);

  if (all == 0)
    return g_strdup ("");
  if (inside == all)
    return g_strdup (_ (", all inside a shutdown or a weekend"));
  if (bearable == 0)
    return g_strdup (_ (", every stop inside a shutdown or a weekend"));
  return g_strdup_printf (_ (", %u inside a shutdown or a weekend"), inside);
}

char *
bf_story_extent (const BfRoadmap *roadmap)
{
  guint n_phases = bf_story_count_phases (roadmap), n_cutovers = bf_story_count_cutovers (roadmap);
  g_autofree char *number = bf_story_number (n_phases, TRUE);
  g_autofree char *phases = NULL;
  g_autofree char *steps = NULL;
  g_autofree char *cutovers = NULL;
  g_autofree char *where = where_cutovers_stand (roadmap);

  /* Translators: a number in words, as in "Four phases". */
  phases = g_strdup_printf (ngettext ("%s phase", "%s phases", n_phases), number);
  steps = g_strdup_printf (ngettext ("%u step", "%u steps", roadmap->n_steps), roadmap->n_steps);
  cutovers = g_strdup_printf (ngettext ("%u cutover", "%u cutovers", n_cutovers), n_cutovers);
  /* Translators: phases, steps, cutovers, where the cutovers stand (begins with a comma). */
  return g_strdup_printf (_ ("%s, %s, %s%s"), phases, steps, cutovers, where);
}

gboolean
bf_story_is_unsure (const BfRoadmap *roadmap)
{
  return roadmap->draws.n_draws > 0 && roadmap->beyond_horizon >= UNSURE;
}

/* --- Answer --------------------------------------------------------------------------------- */

/* A half chance is no promise where many draws run out of the time that the plan looks at. */
static char *
unsure_answer (const BfRoadmap *roadmap)
{
  g_autofree char *p50 = bf_format_month_tight (roadmap->finish.p50);
  g_autofree char *p80 = bf_format_month_tight (roadmap->finish.p80);
  g_autofree char *share = bf_format_percent (roadmap->beyond_horizon);

  /* Translators: two months, then a share of the draws, as in "39 %". */
  return g_strdup_printf (
      _ ("Proven by %s, at P80 by %s; %s of draws end past the horizon"), p50, p80, share);
}

char *
bf_story_answer (const BfRoadmap *roadmap)
{
  g_autofree char *month = NULL;

  if (!roadmap->feasible)
    return g_strdup (_ ("No roadmap keeps every rule"));
  if (roadmap->n_steps == 0)
    return g_strdup (_ ("Nothing to plan yet"));
  if (bf_story_is_unsure (roadmap))
    return unsure_answer (roadmap);
  month = bf_format_month (roadmap->finish.p50);
  if (roadmap->n_periods == 0)
    /* Translators: a month, as in "March 2031". */
    return g_strdup_printf (_ ("Connected and proven by %s"), month);
  if (!budgets_hold (roadmap))
    return g_strdup_printf (_ ("Connected and proven by %s, beyond the budget"), month);
  return g_strdup_printf (_ ("Connected and proven by %s, inside every yearly budget"), month);
}

char *
bf_story_spread (const BfRoadmap *roadmap)
{
  g_autofree char *draws = NULL;
  g_autofree char *p80 = NULL;
  g_autofree char *p90 = NULL;

  if (!roadmap->feasible)
    return g_strdup (roadmap->n_problems > 0 ? roadmap->problems[0] : "");
  if (roadmap->draws.n_draws == 0)
    return g_strdup (_ ("Not simulated yet."));
  draws = bf_format_count (roadmap->draws.n_draws);
  p80 = bf_format_day (roadmap->finish.p80);
  p90 = bf_format_day (roadmap->finish.p90);
  /* Translators: number of draws, two dates. */
  return g_strdup_printf (_ ("Half of %s simulated futures are done by then, eight of ten by %s, "
                             "nine of ten by %s."),
                          draws,
                          p80,
                          p90);
}

char *
bf_story_last_releases (const BfRoadmap *roadmap)
{
  g_autofree char *last = NULL;
  g_autofree char *without = NULL;

  if (!roadmap->feasible || roadmap->finish_without_decommission == BF_BLANK ||
      roadmap->finish_without_decommission >= roadmap->finish.planned)
    return NULL;
  last = bf_format_day (roadmap->finish.planned);
  without = bf_format_day (roadmap->finish_without_decommission);
  /* Translators: two days; a retirement is the step that takes old systems out. */
  return g_strdup_printf (
      _ ("Last release planned for %s, without retirements for %s"), last, without);
}

char *
bf_story_lead (const BfRoadmap *roadmap)
{
  g_autofree char *spread = bf_story_spread (roadmap);

  if (!bf_story_is_unsure (roadmap) || roadmap->n_periods == 0)
    return g_steal_pointer (&spread);
  /* The answer had no room for the budget. */
  return g_strdup_printf ("%s %s",
                          spread,
                          budgets_hold (roadmap) ? _ ("Every yearly budget holds.")
                                                 : _ ("A yearly budget does not hold."));
}

char *
bf_story_feasible (const BfRoadmap *roadmap)
{
  double gap = bf_roadmap_gap (roadmap);
  g_autofree char *kept = NULL;

  if (roadmap->n_steps == 0)
    return g_strdup (_ ("There is nothing to do"));
  kept = g_strdup_printf (ngettext ("Its only step keeps windows, teams and budgets",
                                    "All %u steps keep their windows, teams and budgets",
                                    roadmap->n_steps),
                          roadmap->n_steps);
  if (isnan (gap))
    return g_steal_pointer (&kept);
  if (gap == 0)
    /* Translators: "All 31 steps keep their windows, teams and budgets". */
    return g_strdup_printf (_ ("%s. Proven optimal"), kept);
  /* Translators: "All 31 steps keep their windows, teams and budgets", percent. */
  return g_strdup_printf (
      _ ("%s. At most %d %% above the best possible"), kept, (int) ceil (gap * 100));
}

/* --- Maturity ------------------------------------------------------------------------------- */

static const BfResult *
result_of (const BfRoadmap *roadmap, guint level)
{
  return BF_ROW (roadmap->plan, RESULT, BfResult, roadmap->needs->levels[level].result);
}

static const char *
main_framework (const BfRoadmap *roadmap)
{
  const char *best = NULL;
  guint most = 0, i, k;

  for (i = 0; i < roadmap->needs->n_levels; i++)
    {
      const char *framework = result_of (roadmap, i)->framework;
      guint n = 0;

      for (k = 0; k < roadmap->needs->n_levels; k++)
        n += g_strcmp0 (framework, result_of (roadmap, k)->framework) == 0;
      if (n > most && roadmap->needs->levels[i].makes_need)
        {
          most = n;
          best = framework;
        }
    }
  return best;
}

BfTargets
bf_story_targets (const BfRoadmap *roadmap)
{
  BfTargets targets = { .framework = NULL };
  const double *then =
      roadmap->n_phases > 0 ? roadmap->phases[roadmap->n_phases - 1].maturity : NULL;
  guint i;

  if (roadmap->needs == NULL)
    return targets;
  targets.framework = main_framework (roadmap);
  for (i = 0; i < roadmap->needs->n_levels; i++)
    {
      const BfLevelNow *level = &roadmap->needs->levels[i];

      if (g_strcmp0 (targets.framework, result_of (roadmap, i)->framework) != 0 ||
          isnan (level->target))
        continue;
      targets.n++;
      targets.now += level->counted + EPSILON >= level->target;
      targets.then += then != NULL && then[i] + EPSILON >= level->target;
    }
  return targets;
}

char *
bf_story_claims (guint n_worth_less)
{
  g_autofree char *number = bf_story_number (n_worth_less, TRUE);

  if (n_worth_less == 0)
    return g_strdup (_ ("Every claim is worth what it says"));
  /* Translators: a number in words, as in "Three claims are ...". */
  return g_strdup_printf (ngettext ("%s claim is worth less than it says",
                                    "%s claims are worth less than they say",
                                    n_worth_less),
                          number);
}
