/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step's qualification costs and how long its package takes: ordinary phases, special
 * phases with their multiplicity, regression of neighbours, the leverage of claims.
 *
 * Own estimates: a row that names a system of the step is final, of several the one with the most
 * effort; one without replaces the catalogue's and is scaled like it. A row counts for its profile
 * or for all, and for its GAMP category or, when blank, for any. Expected person-days of a phase =
 * units x mean effort x (1 + mean chance x mean fraction of rework). Package = the largest of the
 * sum of mean phase weeks, each own team's person-days over half its best capacity, and approval
 * latency, split before and after the cutover by phase weeks. Regression effort loads the package
 * but has no weeks of its own: it runs beside the step's tests. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-step-private.h"

#define DAYS_A_WEEK 5

typedef struct
{
  BfStepSet *set;
  BfStep *step;
  int profile;       /* of the step */
  int plant_profile; /* special phases go by this one */
  double effort_scale, weeks_scale;
} BfQualifying;

/* --- Profile. --- */

static gboolean
is_regulated (const BfSystem *system)
{
  return (system->reg_impact & ~((1u << BF_IMPACT_NONE) | (1u << BF_IMPACT_SAFETY))) != 0;
}

static int
profile_of (const BfStepSet *set, const BfStep *step)
{
  int plant = bf_plan_profile (set->plan);

  for (guint i = 0; i < step->systems->len; i++)
    if (is_regulated (
            BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i))))
      return plant;
  return step->systems->len ? BF_PROFILE_GENERAL : plant;
}

/* --- Own estimates. --- */

#define CYCLE_ALL_PROFILES BF_N_PROFILES

static gboolean
cycle_is_about (const BfCycle *cycle, int profile, int category, const char *phase)
{
  return cycle->phase && g_ascii_strcasecmp (cycle->phase, phase) == 0 &&
         (cycle->profile < 0 || cycle->profile == CYCLE_ALL_PROFILES ||
          cycle->profile == profile) &&
         (cycle->gamp_category < 0 || category < 0 || cycle->gamp_category == category);
}

static double
effort_of (const BfCycle *cycle)
{
  return bf_estimate_is_blank (cycle->effort) ? 0 : bf_estimate_mean (cycle->effort);
}

/* The row that counts for one of @systems; *final when it names one of them. NULL: none. */
static const BfCycle *
own_cycle (const BfPlan *plan,
           int profile,
           int category,
           const char *phase,
           const GArray *systems,
           gboolean *final)
{
  const BfCycle *general = NULL;
  const BfCycle *named = NULL;

  for (guint i = 0; i < bf_plan_count (plan, BF_CYCLE); i++)
    {
      const BfCycle *cycle = BF_ROW (plan, CYCLE, BfCycle, i);

      if (!cycle_is_about (cycle, profile, category, phase))
        continue;
      if (!cycle->system)
        general = general ? general : cycle;
      else if (bf_ints_contain (systems, bf_plan_index (plan, BF_SYSTEM, cycle->system)) &&
               (!named || effort_of (cycle) > effort_of (named)))
        named = cycle;
    }
  *final = named != NULL;
  return named ? named : general;
}

static BfEstimate
constant (double value)
{
  return (BfEstimate){ value, value, value };
}

static void
apply_cycle (const BfQualifying *to, BfQualificationLine *line, const BfCycle *cycle)
{
  const BfCatalogue *catalogue = to->set->catalogue;

  if (!cycle)
    return;
  if (!bf_estimate_is_blank (cycle->weeks))
    line->weeks = bf_estimate_in_class (catalogue, cycle->weeks, cycle->estimate_class);
  if (!bf_estimate_is_blank (cycle->effort))
    line->effort = bf_estimate_in_class (catalogue, cycle->effort, cycle->estimate_class);
  if (!isnan (cycle->rework_chance))
    line->rework_chance = constant (cycle->rework_chance);
}

/* --- Price. --- */

static void
price_line (BfQualifying *to, BfQualificationLine *line, int skill, double own_share)
{
  const BfPlan *plan = to->set->plan;
  const BfCatalogue *catalogue = to->set->catalogue;
  gint64 own, outside;

  line->own_team = bf_plan_team_for_skill (plan, catalogue, skill);
  line->outside_team = bf_plan_team_for_skill (plan, catalogue, BF_SKILL_INTEGRATOR);
  line->own_share = own_share;
  line->person_days =
      line->units * bf_estimate_mean (line->effort) *
      (1 + bf_estimate_mean (line->rework_chance) * bf_estimate_mean (line->rework_fraction));
  own = bf_plan_team_rate_minor (plan, catalogue, line->own_team);
  outside = line->outside_team < 0 ? bf_plan_external_rate_minor (plan, catalogue)
                                   : bf_plan_team_rate_minor (plan, catalogue, line->outside_team);
  line->cost_minor =
      bf_money_from_units (line->person_days * (own_share * bf_money_to_units (own) +
                                                (1 - own_share) * bf_money_to_units (outside)));
}

/* --- Supplier leverage. --- */

/* Knocked out: no scope statement, or regulated use below 2 in a regulated plant. */
static gboolean
offer_is_knocked_out (const BfStepSet *set, const BfOffer *offer)
{
  gboolean regulated = bf_plan_profile (set->plan) != BF_PROFILE_GENERAL;

  if (offer->q2 == 0 || !offer->scope || !*offer->scope)
    return TRUE;
  return regulated && (offer->q3 == BF_BLANK || offer->q3 < 2);
}

static gboolean
has_leverage (const BfStepSet *set, const BfStep *step)
{
  gint64 start = bf_plan_start (set->plan);

  for (guint i = 0; i < bf_plan_count (set->plan, BF_CLAIM); i++)
    {
      const BfClaim *claim = BF_ROW (set->plan, CLAIM, BfClaim, i);
      const BfOffer *offer = BF_FIND (set->plan, OFFER, BfOffer, claim->offer);
      int system = bf_plan_index (set->plan, BF_SYSTEM, claim->system);
      gboolean expired = offer && offer->valid_until != BF_BLANK && offer->valid_until < start;

      if (system >= 0 && bf_ints_contain (step->systems, system) &&
          bf_claim_state_on (claim, start) >= 3 && !expired &&
          !(offer && offer_is_knocked_out (set, offer)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_lever (const char *phase)
{
  return strcmp (phase, "OQ") == 0 || strcmp (phase, "FAT") == 0;
}

/* --- Ordinary phases. --- */

static const BfQualificationPhase *
phase_of (const BfCatalogue *catalogue, int profile, int category, const char *phase)
{
  const BfProfile *table = &bf_catalogue_profiles (catalogue, NULL)[profile];

  if (category < 0 || category > BF_GAMP_5)
    return NULL;
  for (guint i = 0; i < table->n_phases[category]; i++)
    if (strcmp (table->categories[category][i].id, phase) == 0)
      return &table->categories[category][i];
  return NULL;
}

static void
name_left_out (BfQualifying *to, const char *phase)
{
  /* Translators: a step's key and a qualification phase. */
  g_autofree char *what = g_strdup_printf (_ ("%s, phase %s"), to->step->key, phase);

  bf_step_set_assume (to->set,
                      what,
                      _ ("left out"),
                      _ ("The GAMP category of the step has no such phase in this profile"));
}

static void
add_ordinary (BfQualifying *to, const char *id)
{
  int category = to->step->archetype->gamp_category;
  const BfQualificationPhase *phase = phase_of (to->set->catalogue, to->profile, category, id);
  const BfMode *mode = &bf_catalogue_modes (to->set->catalogue, NULL)[to->step->mode];
  const BfRules *rules = bf_catalogue_rules (to->set->catalogue);
  int skill = bf_catalogue_phase_skill (to->set->catalogue, id);
  BfQualificationLine line = { .neighbour = -1, .units = 1 };
  gboolean final = FALSE;

  if (!phase)
    {
      name_left_out (to, id);
      return;
    }
  line.phase = phase->id;
  line.name = phase->name;
  line.offline = bf_catalogue_phase_is_offline (to->set->catalogue, id, mode->double_running);
  line.shared = bf_catalogue_phase_is_shared (to->set->catalogue, id);
  line.weeks = phase->weeks;
  line.effort = phase->effort;
  line.rework_chance = phase->rework_chance;
  line.rework_fraction = phase->rework_fraction;
  apply_cycle (
      to, &line, own_cycle (to->set->plan, to->profile, category, id, to->step->systems, &final));
  if (!final)
    {
      line.weeks = bf_estimate_scaled (line.weeks, to->weeks_scale);
      line.effort = bf_estimate_scaled (line.effort, to->effort_scale);
    }
  if (has_lever (id) && has_leverage (to->set, to->step))
    line.effort = bf_estimate_scaled (line.effort, 1 - rules->supplier_leverage.likely);
  price_line (to,
              &line,
              skill < 0 ? to->step->archetype->skill : skill,
              1 - rules->external_share_of_phases);
  g_array_append_val (to->step->lines, line);
}

/* --- Special phases. --- */

static const struct
{
  BfUnits units;
  int impact;
} counted_by[] = {
  { BF_UNITS_PARTS, BF_IMPACT_AS9100_AS9102 },
  { BF_UNITS_PROCESSES, BF_IMPACT_NADCAP_PROCESS },
  { BF_UNITS_PART_FAMILIES, BF_IMPACT_IATF_PPAP },
  { BF_UNITS_DEVICE_PROCESSES, BF_IMPACT_ISO_13485 },
};

static double
largest_count (const BfStepSet *set, const BfStep *step, int impact)
{
  double most = 0;

  for (guint i = 0; i < step->systems->len; i++)
    {
      const BfSystem *system =
          BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i));

      if ((system->reg_impact & (1u << impact)) && system->part_or_process_count != BF_BLANK)
        most = MAX (most, (double) system->part_or_process_count);
    }
  return most;
}

static double
trains_of (const BfStepSet *set, const BfStep *step)
{
  double n = 0;

  for (guint i = 0; i < step->systems->len; i++)
    n += (BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i))
              ->reg_impact &
          (1u << BF_IMPACT_GXP_DIRECT)) != 0;
  return n;
}

static double
units_of (const BfStepSet *set, const BfStep *step, BfUnits units)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted_by); i++)
    if (counted_by[i].units == units)
      return largest_count (set, step, counted_by[i].impact);
  if (units == BF_UNITS_TRAINS)
    return trains_of (set, step);
  return units == BF_UNITS_ZONES ? bf_plan_count (set->plan, BF_AREA) + 1 : 1;
}

static const BfSpecialPhase *
special_by_id (const BfCatalogue *catalogue, const char *id)
{
  guint n;
  const BfSpecialPhase *all = bf_catalogue_special_phases (catalogue, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (all[i].id, id) == 0)
      return &all[i];
  g_assert_not_reached ();
}

static gboolean
profile_knows (const BfCatalogue *catalogue, const BfSpecialPhase *special, int profile)
{
  return strcmp (special->profile, "all") == 0 ||
         strcmp (special->profile, bf_catalogue_profiles (catalogue, NULL)[profile].id) == 0;
}

/* Own staff alone, at a share of the team's best capacity; never shorter than one unit. */
static int
campaign_days (BfQualifying *to, const BfQualificationLine *line)
{
  double share = bf_catalogue_rules (to->set->catalogue)->special_share_of_team;
  double capacity = bf_plan_team_best_capacity (to->set->plan, line->own_team);
  int unit = bf_whole_days (DAYS_A_WEEK * bf_estimate_mean (line->weeks));

  if (capacity <= 0)
    return unit;
  return MAX (unit, bf_whole_days (line->person_days / (share * capacity)));
}

static void
add_campaign (BfQualifying *to, const BfQualificationLine *line)
{
  BfCampaign campaign = {
    .line = (int) to->step->lines->len,
    .review = line->offline,
    .days = campaign_days (to, line),
    .loads = { .n = 1, .of = { { line->own_team, line->person_days } } },
  };

  g_array_append_val (to->step->campaigns, campaign);
}

static void
add_special (BfQualifying *to, const BfSpecialUse *use)
{
  const BfCatalogue *catalogue = to->set->catalogue;
  const BfSpecialPhase *special = special_by_id (catalogue, use->phase);
  BfQualificationLine line = { .neighbour = -1, .special = TRUE };
  gboolean final = FALSE;
  const BfCycle *cycle;

  if (!profile_knows (catalogue, special, to->plant_profile))
    return;
  line.units = units_of (to->set, to->step, use->units);
  if (line.units <= 0)
    return;
  line.phase = special->id;
  line.name = special->name;
  line.offline = bf_catalogue_special_is_offline (catalogue, special->id);
  line.weeks = special->weeks;
  line.effort = special->effort;
  line.rework_chance = special->rework_chance;
  line.rework_fraction = special->rework_fraction;
  cycle = own_cycle (to->set->plan, to->plant_profile, -1, special->id, to->step->systems, &final);
  apply_cycle (to, &line, cycle);
  if (final)
    line.units = 1;
  price_line (to,
              &line,
              bf_catalogue_phase_skill (catalogue, special->id),
              1 - bf_catalogue_rules (catalogue)->external_share_of_special);
  add_campaign (to, &line);
  g_array_append_val (to->step->lines, line);
}

/* --- Regression. --- */

static void
add_regression (BfQualifying *to, int neighbour)
{
  const BfSystem *system = BF_ROW (to->set->plan, SYSTEM, BfSystem, (guint) neighbour);
  const BfRules *rules = bf_catalogue_rules (to->set->catalogue);
  int profile = is_regulated (system) ? to->plant_profile : BF_PROFILE_GENERAL;
  const BfQualificationPhase *phase =
      phase_of (to->set->catalogue, profile, system->gamp_category, "OQ");
  g_autoptr (GArray) only = g_array_new (FALSE, FALSE, sizeof (int));
  BfQualificationLine line = { .neighbour = neighbour, .units = 1, .phase = "REGRESSION" };
  gboolean final;

  if (!phase)
    return;
  g_array_append_val (only, neighbour);
  line.name =
      bf_step_set_take (to->set,
                        /* Translators: the key of a system. */
                        g_strdup_printf (_ ("Regression of %s (half an OQ)"), system->row.key));
  line.weeks = phase->weeks;
  line.effort = phase->effort;
  line.rework_chance = phase->rework_chance;
  line.rework_fraction = phase->rework_fraction;
  apply_cycle (
      to, &line, own_cycle (to->set->plan, profile, system->gamp_category, "OQ", only, &final));
  line.weeks = bf_estimate_scaled (line.weeks, rules->partial_oq_share);
  line.effort = bf_estimate_scaled (line.effort, rules->partial_oq_share);
  price_line (to,
              &line,
              bf_catalogue_phase_skill (to->set->catalogue, "OQ"),
              1 - rules->external_share_of_phases);
  g_array_append_val (to->step->lines, line);
}

static void
note_neighbour (const BfQualifying *to, int inside, int outside, GArray *neighbours)
{
  if (inside >= 0 && outside >= 0 && bf_ints_contain (to->step->systems, inside) &&
      !bf_ints_contain (to->step->systems, outside) &&
      BF_ROW (to->set->plan, SYSTEM, BfSystem, (guint) outside)->validated_state ==
          BF_VALIDATION_VALIDATED)
    bf_ints_add (neighbours, outside);
}

/* Validated systems behind an electronic regulated interface, each once. */
static void
add_regressions (BfQualifying *to)
{
  g_autoptr (GArray) neighbours = g_array_new (FALSE, FALSE, sizeof (int));
  const BfNeeds *needs = to->set->needs;

  if (!to->step->archetype->changes)
    return;
  for (guint i = 0; i < bf_plan_count (to->set->plan, BF_INTERFACE); i++)
    {
      const BfInterface *row = BF_ROW (to->set->plan, INTERFACE, BfInterface, i);

      if (row->carries_regulated_data != 1 || !bf_interface_is_electronic (row))
        continue;
      note_neighbour (to, needs->from[i], needs->to[i], neighbours);
      note_neighbour (to, needs->to[i], needs->from[i], neighbours);
    }
  for (guint i = 0; i < neighbours->len; i++)
    add_regression (to, g_array_index (neighbours, int, i));
}

/* --- Calendar time of the package. --- */

static double
own_days_of (const BfStep *step, int team)
{
  double days = 0;

  for (guint i = 0; i < step->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (step->lines, BfQualificationLine, i);

      if (!line->special && line->own_team == team)
        days += line->person_days * line->own_share;
    }
  return days;
}

static double
effort_weeks (const BfStepSet *set, const BfStep *step)
{
  double share = bf_catalogue_rules (set->catalogue)->special_share_of_team;
  double most = 0;

  for (guint team = 0; team < bf_plan_count (set->plan, BF_TEAM); team++)
    {
      double capacity = bf_plan_team_best_capacity (set->plan, (int) team);
      double days = own_days_of (step, (int) team);

      if (capacity > 0)
        most = MAX (most, days / (share * capacity) / DAYS_A_WEEK);
    }
  return most;
}

static double
latency_weeks (BfQualifying *to, guint n_done)
{
  const BfRules *rules = bf_catalogue_rules (to->set->catalogue);
  const BfProfile *profile = &bf_catalogue_profiles (to->set->catalogue, NULL)[to->profile];
  int category = to->step->archetype->gamp_category;

  return rules->documents[category].likely * n_done / profile->n_phases[category] /
         rules->parallel_documents.likely * rules->weeks_per_document_cycle.likely *
         profile->duration_factor;
}

static void
fill_package (BfQualifying *to)
{
  BfStep *step = to->step;
  double weeks[2] = { 0, 0 }; /* online, offline */
  guint n = 0;
  double share;

  for (guint i = 0; i < step->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (step->lines, BfQualificationLine, i);

      if (line->special || line->neighbour >= 0)
        continue;
      weeks[line->offline] += bf_estimate_mean (line->weeks);
      n++;
    }
  step->work_weeks = weeks[0] + weeks[1];
  step->effort_weeks = effort_weeks (to->set, step);
  step->latency_weeks = n ? latency_weeks (to, n) : 0;
  step->package_weeks = MAX (step->work_weeks, MAX (step->effort_weeks, step->latency_weeks));
  share = step->work_weeks > 0 ? weeks[1] / step->work_weeks : 0;
  step->offline_days = bf_whole_days (DAYS_A_WEEK * step->package_weeks * share);
  step->online_days = bf_whole_days (DAYS_A_WEEK * step->package_weeks * (1 - share));
}

static void
clear_lines (BfStep *step)
{
  g_clear_pointer (&step->lines, g_array_unref);
  g_clear_pointer (&step->campaigns, g_array_unref);
  step->lines = g_array_new (FALSE, FALSE, sizeof (BfQualificationLine));
  step->campaigns = g_array_new (FALSE, FALSE, sizeof (BfCampaign));
  step->work_weeks = step->effort_weeks = step->latency_weeks = step->package_weeks = 0;
  step->offline_days = step->online_days = 0;
}

void
bf_step_qualify (BfStepSet *set, BfStep *step)
{
  const BfArchetype *archetype = step->archetype;
  const BfRules *rules = bf_catalogue_rules (set->catalogue);
  BfQualifying to = {
    .set = set,
    .step = step,
    .profile = profile_of (set, step),
    .plant_profile = bf_plan_profile (set->plan),
    .effort_scale = archetype->effort_factor * pow (step->size, rules->qualification_exponent),
    .weeks_scale = archetype->duration_factor * pow (step->size, rules->weeks_exponent),
  };

  clear_lines (step);
  step->profile = to.profile;
  if (archetype->gamp_category < 0)
    return;
  for (guint i = 0; archetype->qualification_phases[i]; i++)
    add_ordinary (&to, archetype->qualification_phases[i]);
  add_regressions (&to);
  for (guint i = 0; i < archetype->n_special; i++)
    add_special (&to, &archetype->special[i]);
  fill_package (&to);
}
