/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A finished roadmap held against its plan and against itself: what is shown must be what was
 * planned, and every sum the sum of its parts. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-checker.h"

#define DAYS_A_YEAR 365.25
/* Doubles that hold whole minor units. */
#define MINOR_EPSILON 0.5

typedef struct
{
  const BfRoadmap *roadmap;
  const BfPlan *plan;
  GPtrArray *problems;
} Audit;

static void G_GNUC_PRINTF (2, 3) say (Audit *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
differ (double a, double b)
{
  return fabs (a - b) > MINOR_EPSILON;
}

/* --- Dates. --- */

static gboolean
is_window (const Audit *self, const char *id)
{
  g_autofree char *key = g_strndup (id, strcspn (id, "@"));

  return g_str_equal (key, "ASSUMED") || bf_plan_index (self->plan, BF_WINDOW, key) >= 0;
}

static gboolean
has_activity (const BfRoadmapStep *step, const BfRoadmapCutover *cutover)
{
  gint64 last = MAX (cutover->start, cutover->finish - 1);

  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == BF_ACTIVITY_CUTOVER &&
        step->activities[i].part == cutover->part &&
        step->activities[i].start == bf_minute_day (cutover->start) &&
        step->activities[i].finish == bf_minute_day (last))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_its_opening (const Audit *self, const BfRoadmapCutover *cutover)
{
  guint n = 0;

  for (; cutover->windows && cutover->windows[n]; n++)
    if (!is_window (self, cutover->windows[n]))
      return FALSE;
  if (cutover->placement != BF_PLACEMENT_OPENING)
    return n == 0;
  return n > 0 && cutover->opening_start <= cutover->start &&
         cutover->finish <= cutover->opening_end;
}

static void
check_cutover (Audit *self, const BfRoadmapStep *step, const BfRoadmapCutover *cutover)
{
  if (fabs (cutover->hours * 60 - (double) (cutover->finish - cutover->start)) > 1 ||
      !has_activity (step, cutover))
    /* Translators: step. */
    say (self, _ ("A cutover of “%s” is not shown as it was planned."), step->title);
  if (!is_in_its_opening (self, cutover))
    /* Translators: step. */
    say (self, _ ("A cutover of “%s” does not lie in the opening that is named."), step->title);
}

static void
check_dates (Audit *self, const BfRoadmapStep *step)
{
  gint64 first = step->finish, last = G_MININT64;

  for (guint i = 0; i < step->n_activities; i++)
    {
      first = MIN (first, step->activities[i].start);
      last = MAX (last, step->activities[i].finish);
    }
  if (step->n_activities && (first != step->start || last > step->finish))
    /* Translators: step. */
    say (self, _ ("The dates of “%s” are not those of its parts."), step->title);
  for (guint i = 0; i < step->n_cutovers; i++)
    check_cutover (self, step, &step->cutovers[i]);
}

/* What a step requires is released before its first cutover, or its own release without one. */
static void
check_requires (Audit *self, const BfRoadmapStep *step)
{
  for (guint i = 0; step->requires && step->requires[i]; i++)
    {
      int at = bf_roadmap_find (self->roadmap, step->requires[i]);
      gint64 released = at < 0 ? G_MININT64 : self->roadmap->steps[at].finish;
      gint64 day = step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : step->finish + 1;

      if (at < 0 || released >= day)
        /* Translators: step, key of a step. */
        say (self, _ ("“%s” does not wait for %s."), step->title, step->requires[i]);
    }
}

/* --- Money of a step. --- */

static gint64
qualification_minor (const BfRoadmapStep *step)
{
  gint64 sum = 0;

  for (guint i = 0; i < step->n_qualification; i++)
    sum += step->qualification[i].cost_minor;
  return sum;
}

static void
check_money (Audit *self, const BfRoadmapStep *step)
{
  double days = (double) MAX (0, bf_plan_horizon_end (self->plan) - step->finish);
  double opex = (double) bf_money_from_units (step->step->opex_year * days / DAYS_A_YEAR);
  double capex = (double) bf_money_from_units (bf_estimate_mean (step->step->capex));
  double loaded = step->capex.expected + step->opex.expected + step->validation.expected +
                  step->downtime_cost.expected +
                  (double) (step->double_running_minor + step->bridges_minor);

  if (differ (step->capex.expected, capex) || differ (step->opex.expected, opex) ||
      differ (step->validation.expected, (double) qualification_minor (step)))
    /* Translators: step. */
    say (self, _ ("The money of “%s” is not that of its estimates and dates."), step->title);
  if (differ (step->project_cost.expected, capex + opex) ||
      differ ((double) step->fully_loaded_minor, loaded))
    /* Translators: step. */
    say (self, _ ("The sums of “%s” are not those of their parts."), step->title);
}

/* --- Bridges. --- */

static gboolean
touches (const BfRoadmapStep *step, int system)
{
  for (guint i = 0; step->step->systems && i < step->step->systems->len; i++)
    if (g_array_index (step->step->systems, int, i) == system)
      return TRUE;
  return FALSE;
}

/* A system that one step answers and a decommission takes out later runs double between. */
static gboolean
runs_double (const Audit *self, const BfRoadmapStep *step, const char *key)
{
  int system = bf_plan_index (self->plan, BF_SYSTEM, key);
  gboolean served = FALSE;

  if (system < 0 || step->step->decommissions || !touches (step, system))
    return FALSE;
  for (guint i = 0; i < self->roadmap->n_steps && !served; i++)
    {
      const BfRoadmapStep *other = &self->roadmap->steps[i];
      const GArray *replacements = other->step->served;

      for (guint k = 0; other->step->decommissions && touches (other, system) && replacements &&
                        k < replacements->len;
           k++)
        served = served || g_ptr_array_index (self->roadmap->set->steps,
                                              (guint) g_array_index (replacements, int, k)) ==
                               (gpointer) step->step;
    }
  return served;
}

static gboolean
is_electronic (const BfInterface *interface)
{
  return interface->protocol != BF_PROTOCOL_PAPER_RETYPING &&
         interface->pattern != BF_PATTERN_MANUAL;
}

/* Each electronic interface of a system that runs double is bridged while it does. */
static void
check_bridges (Audit *self, const BfRoadmapStep *step)
{
  guint needed = 0;

  if (!bf_catalogue_modes (self->roadmap->catalogue, NULL)[step->step->mode].double_running)
    return;
  for (guint i = 0; i < bf_plan_count (self->plan, BF_INTERFACE); i++)
    {
      const BfInterface *row = BF_ROW (self->plan, INTERFACE, BfInterface, i);

      needed += is_electronic (row) && (runs_double (self, step, row->source_system) ||
                                        runs_double (self, step, row->target_system));
    }
  if (needed > 0 && step->bridges_minor <= 0)
    /* Translators: step, number of interfaces. */
    say (self,
         ngettext ("“%s” leaves %u interface of a system that runs double without a bridge.",
                   "“%s” leaves %u interfaces of systems that run double without a bridge.",
                   needed),
         step->title,
         needed);
}

/* --- The whole. --- */

static void
check_totals (Audit *self)
{
  const BfRoadmap *roadmap = self->roadmap;
  double capex = 0, opex = 0, validation = 0, loaded = 0;
  gint64 finish = G_MININT64;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      capex += roadmap->steps[i].capex.expected;
      opex += roadmap->steps[i].opex.expected;
      validation += roadmap->steps[i].validation.expected;
      loaded += (double) roadmap->steps[i].fully_loaded_minor;
      finish = MAX (finish, roadmap->steps[i].finish);
    }
  if (differ (roadmap->capex.expected, capex) || differ (roadmap->opex.expected, opex) ||
      differ (roadmap->validation_cost.expected, validation) ||
      differ (roadmap->project_cost.expected, capex + opex) ||
      differ (roadmap->fully_loaded.expected, loaded))
    say (self, _ ("The totals of the roadmap are not the sums of its steps."));
  if (roadmap->n_steps && roadmap->finish.planned != finish)
    say (self, _ ("The roadmap does not end with its last release."));
}

static void
check_periods (Audit *self)
{
  const BfRoadmap *roadmap = self->roadmap;
  double planned[BF_N_BUDGETS] = { 0 };
  const double spent[] = { roadmap->capex.expected, roadmap->validation_cost.expected };
  gboolean any[BF_N_BUDGETS] = { FALSE };

  for (guint i = 0; i < roadmap->n_periods; i++)
    {
      const BfRoadmapPeriod *period = &roadmap->periods[i];
      const BfBudget *row = BF_ROW (self->plan, BUDGET, BfBudget, (guint) period->budget);

      planned[row->kind] += (double) period->planned_minor;
      any[row->kind] = TRUE;
      if (period->available_minor !=
              (row->amount == BF_BLANK ? 0 : row->amount) + period->carried_in_minor ||
          (period->planned_minor > 0 && period->planned_minor > period->available_minor))
        /* Translators: key of a budget. */
        say (self, _ ("Budget %s does not hold what is shown for it."), row->row.key);
    }
  for (int kind = BF_BUDGET_CAPEX; kind <= BF_BUDGET_VALIDATION; kind++)
    if (any[kind] && differ (planned[kind], spent[kind]))
      say (self, _ ("The budgets do not hold what the steps spend."));
}

GPtrArray *
bf_checker_roadmap (const BfRoadmap *roadmap)
{
  Audit self = { roadmap, roadmap->plan, g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      check_dates (&self, &roadmap->steps[i]);
      check_requires (&self, &roadmap->steps[i]);
      check_money (&self, &roadmap->steps[i]);
      check_bridges (&self, &roadmap->steps[i]);
    }
  check_totals (&self);
  check_periods (&self);
  return self.problems;
}
