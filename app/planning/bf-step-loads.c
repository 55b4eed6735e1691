/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is bound by what: the load of each activity, person-days over its whole length.
 *
 * Build: half an internal person of the archetype's team, and integrator days = a share of
 * expected capex over the external day rate (paid by capex). Qualification: each line's own share
 * on its team, the rest on the integrator. An activity that would ask more of a team than it ever
 * gives is lengthened until it does not. */

#include "bf-step-private.h"

static void
add_load (BfLoads *loads, int team, double person_days)
{
  if (person_days <= 0)
    return;
  for (guint i = 0; i < loads->n; i++)
    if (loads->of[i].team == team)
      {
        loads->of[i].person_days += person_days;
        return;
      }
  g_assert (loads->n < BF_MAX_LOADS);
  loads->of[loads->n++] = (BfLoad){ team, person_days };
}

static void
load_lines (const BfStep *step, gboolean offline, BfLoads *loads)
{
  loads->n = 0;
  for (guint i = 0; i < step->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (step->lines, BfQualificationLine, i);

      if (line->special || line->offline != offline)
        continue;
      add_load (loads, line->own_team, line->person_days * line->own_share);
      add_load (loads, line->outside_team, line->person_days * (1 - line->own_share));
    }
}

/* Days below which a team would be asked more than its best capacity. */
static int
least_days (const BfStepSet *set, const BfLoads *loads)
{
  int least = loads->n ? 1 : 0;

  for (guint i = 0; i < loads->n; i++)
    {
      double capacity = bf_plan_team_best_capacity (set->plan, loads->of[i].team);

      if (loads->of[i].team >= 0 && capacity > 0)
        least = MAX (least, bf_whole_days (loads->of[i].person_days / capacity));
    }
  return least;
}

static void
load_build (const BfStepSet *set, BfStep *step)
{
  const BfRules *rules = bf_catalogue_rules (set->catalogue);
  int own = bf_plan_team_for_skill (set->plan, set->catalogue, step->archetype->skill);
  int outside = bf_plan_team_for_skill (set->plan, set->catalogue, BF_SKILL_INTEGRATOR);
  gint64 rate = outside < 0 ? bf_plan_external_rate_minor (set->plan, set->catalogue)
                            : bf_plan_team_rate_minor (set->plan, set->catalogue, outside);
  double bought = rules->labour_share_of_capex * bf_estimate_mean (step->capex);
  double capacity = bf_plan_team_best_capacity (set->plan, own);
  double persons = rules->internal_persons_during_build;
  BfLoads integrator = { 0 };

  add_load (&integrator, outside, rate > 0 ? bought / bf_money_to_units (rate) : 0);
  step->build_days = MAX (step->build_days, least_days (set, &integrator));
  step->build_loads = integrator;
  if (capacity > 0)
    persons = MIN (persons, capacity);
  add_load (&step->build_loads, own, persons * step->build_days);
}

void
bf_step_load (BfStepSet *set, BfStep *step)
{
  load_build (set, step);
  load_lines (step, TRUE, &step->offline_loads);
  load_lines (step, FALSE, &step->online_loads);
  step->offline_days = MAX (step->offline_days, least_days (set, &step->offline_loads));
  step->online_days = MAX (step->online_days, least_days (set, &step->online_loads));
}
