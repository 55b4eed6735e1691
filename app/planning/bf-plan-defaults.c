/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plan-defaults.h"

#include <glib/gi18n-lib.h>

#include "bf-step.h"

/* The reference plant of steps.json. */
#define REFERENCE_EMPLOYEES 250
#define REFERENCE_LINES 5
#define REFERENCE_MACHINES 60
#define DEFAULT_YEARS 5

/* --- Profile, size. --- */

static const struct
{
  guint32 impacts;
  int profile;
} profiles_of_impacts[] = {
  { (1u << BF_IMPACT_GXP_DIRECT) | (1u << BF_IMPACT_GXP_INDIRECT), BF_PROFILE_PHARMA_GXP },
  { (1u << BF_IMPACT_AS9100_AS9102) | (1u << BF_IMPACT_NADCAP_PROCESS),
    BF_PROFILE_AEROSPACE_AS9100 },
  { 1u << BF_IMPACT_IATF_PPAP, BF_PROFILE_AUTOMOTIVE_IATF },
  { 1u << BF_IMPACT_ISO_13485, BF_PROFILE_MEDICAL_DEVICE },
};

static int
profile_of_systems (const BfPlan *plan)
{
  int best = BF_PROFILE_GENERAL;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (profiles_of_impacts); i++)
    {
      guint n = 0;

      for (guint k = 0; k < bf_plan_count (plan, BF_SYSTEM); k++)
        n += (BF_ROW (plan, SYSTEM, BfSystem, k)->reg_impact & profiles_of_impacts[i].impacts) != 0;
      if (n > most)
        {
          most = n;
          best = profiles_of_impacts[i].profile;
        }
    }
  return best;
}

int
bf_plan_profile (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && plant->profile >= 0 ? plant->profile : profile_of_systems (plan);
}

static double
count_or (gint64 count, double otherwise)
{
  return count == BF_BLANK || count <= 0 ? otherwise : (double) count;
}

double
bf_plan_employees (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return count_or (plant ? plant->employees : BF_BLANK, REFERENCE_EMPLOYEES);
}

double
bf_plan_lines (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return count_or (plant ? plant->lines : BF_BLANK, REFERENCE_LINES);
}

double
bf_plan_machines (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return count_or (plant ? plant->machines : BF_BLANK, REFERENCE_MACHINES);
}

double
bf_system_criticality (const BfSystem *system)
{
  return system->business_criticality == BF_BLANK ? 3 : (double) system->business_criticality;
}

/* --- Thresholds. --- */

double
bf_plan_obsolescence_threshold (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && !isnan (plant->obsolescence_threshold)
             ? plant->obsolescence_threshold
             : bf_catalogue_rules (catalogue)->obsolescence_threshold;
}

double
bf_plan_debt_threshold (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && !isnan (plant->debt_threshold) ? plant->debt_threshold
                                                 : bf_catalogue_rules (catalogue)->debt_threshold;
}

int
bf_plan_restore_test_months (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && plant->restore_test_months != BF_BLANK
             ? (int) plant->restore_test_months
             : bf_catalogue_rules (catalogue)->restore_test_months;
}

int
bf_plan_rehearsals (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && plant->rehearsals != BF_BLANK ? (int) plant->rehearsals
                                                : bf_catalogue_rules (catalogue)->rehearsals;
}

gboolean
bf_plan_has_buffer (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return !plant || plant->buffer != 0;
}

gboolean
bf_plan_has_tail (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && plant->it_tail == 1;
}

/* --- Money. --- */

static const char *
currency_of (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && plant->currency ? plant->currency : BF_DEFAULT_CURRENCY;
}

double
bf_plan_currency_factor (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);
  double factor = bf_catalogue_currency_factor (catalogue, currency_of (plan));

  if (plant && !isnan (plant->catalogue_factor) && plant->catalogue_factor > 0)
    return plant->catalogue_factor;
  return isnan (factor) ? 1 : factor;
}

static gint64
from_usd (const BfPlan *plan, const BfCatalogue *catalogue, double usd)
{
  return bf_money_from_units (usd * bf_plan_currency_factor (plan, catalogue));
}

gint64
bf_plan_internal_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && plant->internal_day_rate != BF_BLANK
             ? plant->internal_day_rate
             : from_usd (plan, catalogue, bf_catalogue_rules (catalogue)->internal_day_usd.likely);
}

gint64
bf_plan_external_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && plant->external_day_rate != BF_BLANK
             ? plant->external_day_rate
             : from_usd (plan, catalogue, bf_catalogue_rules (catalogue)->external_day_usd.likely);
}

gint64
bf_plan_stop_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);
  gint64 employees = (gint64) bf_plan_employees (plan);

  if (plant && plant->downtime_cost_h != BF_BLANK)
    return plant->downtime_cost_h;
  return from_usd (plan, catalogue, bf_catalogue_downtime_anchor_usd (catalogue, employees));
}

double
bf_plan_planned_stop_factor (const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);

  return plant && !isnan (plant->planned_stop_factor)
             ? plant->planned_stop_factor
             : bf_catalogue_rules (catalogue)->planned_stop_factor.likely;
}

/* --- Time. --- */

static gint64
next_quarter (gint64 day)
{
  int year, month, of_month;

  bf_day_to_civil (day, &year, &month, &of_month);
  return bf_day_add_months (bf_day_from_civil (year, (month - 1) / 3 * 3 + 1, 1), 3);
}

static gint64
latest_assessment (const BfPlan *plan)
{
  gint64 latest = BF_BLANK;

  for (guint i = 0; i < bf_plan_count (plan, BF_RESULT); i++)
    latest = MAX (latest, BF_ROW (plan, RESULT, BfResult, i)->assessed_on);
  for (guint i = 0; i < bf_plan_count (plan, BF_ASSESSMENT); i++)
    latest = MAX (latest, BF_ROW (plan, ASSESSMENT, BfAssessment, i)->assessed_on);
  return latest;
}

static gint64
first_period (const BfPlan *plan)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    if (BF_ROW (plan, CAPACITY, BfCapacity, i)->from_day != BF_BLANK)
      first = MIN (first, BF_ROW (plan, CAPACITY, BfCapacity, i)->from_day);
  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (BF_ROW (plan, BUDGET, BfBudget, i)->from_day != BF_BLANK)
      first = MIN (first, BF_ROW (plan, BUDGET, BfBudget, i)->from_day);
  return first == G_MAXINT64 ? bf_day_from_civil (2027, 1, 1) : first;
}

gint64
bf_plan_start (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);
  gint64 assessed;

  if (plant && plant->start != BF_BLANK)
    return plant->start;
  if (plant && plant->status_date != BF_BLANK)
    return next_quarter (plant->status_date);
  assessed = latest_assessment (plan);
  return assessed == BF_BLANK ? first_period (plan) : next_quarter (assessed);
}

gint64
bf_plan_horizon_end (const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);
  int years = plant && plant->horizon_years != BF_BLANK && plant->horizon_years > 0
                  ? (int) plant->horizon_years
                  : DEFAULT_YEARS;

  return bf_day_add_months (bf_plan_start (plan), 12 * years) - 1;
}

/* --- Teams. --- */

int
bf_team_skill (const BfTeam *team, const BfCatalogue *catalogue)
{
  return team->skill >= 0 ? team->skill : bf_catalogue_skill_of_name (catalogue, team->name);
}

static int
team_with (const BfPlan *plan, const BfCatalogue *catalogue, int skill)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_TEAM); i++)
    if (bf_team_skill (BF_ROW (plan, TEAM, BfTeam, i), catalogue) == skill)
      return (int) i;
  return -1;
}

static gboolean
is_of_team (const BfCapacity *capacity, const BfTeam *team)
{
  return capacity->team && g_ascii_strcasecmp (capacity->team, team->row.key) == 0;
}

static gboolean
has_periods (const BfPlan *plan, int team)
{
  const BfTeam *row = BF_ROW (plan, TEAM, BfTeam, (guint) team);

  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    if (is_of_team (BF_ROW (plan, CAPACITY, BfCapacity, i), row))
      return TRUE;
  return FALSE;
}

/* The integrator is never stood in for: without one the work is bought at the external rate. A
 * team of which nobody said what it can give is unbounded. */
int
bf_plan_team_for_skill (const BfPlan *plan, const BfCatalogue *catalogue, int skill)
{
  int team = -1;

  for (int hops = 0; team < 0 && skill >= 0 && hops < BF_N_SKILLS; hops++)
    {
      team = team_with (plan, catalogue, skill);
      if (team < 0 && skill == BF_SKILL_INTEGRATOR)
        return -1;
      skill = bf_catalogue_skill_fallback (catalogue, skill);
    }
  if (team < 0)
    team = team_with (plan, catalogue, BF_SKILL_APPLICATIONS);
  return team >= 0 && has_periods (plan, team) ? team : -1;
}

double
bf_plan_team_best_capacity (const BfPlan *plan, int team)
{
  const BfTeam *row = team < 0 ? NULL : BF_ROW (plan, TEAM, BfTeam, (guint) team);
  gint64 start = bf_plan_start (plan);
  gint64 end = bf_plan_horizon_end (plan);
  double best = 0;

  for (guint i = 0; row && i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (plan, CAPACITY, BfCapacity, i);
      gboolean inside = (capacity->from_day == BF_BLANK || capacity->from_day <= end) &&
                        (capacity->to_day == BF_BLANK || capacity->to_day >= start);

      if (is_of_team (capacity, row) && inside && !isnan (capacity->capacity))
        best = MAX (best, capacity->capacity);
    }
  return best;
}

/* A team has one rate: that of its first period that names one. */
gint64
bf_plan_team_rate_minor (const BfPlan *plan, const BfCatalogue *catalogue, int team)
{
  const BfTeam *row = team < 0 ? NULL : BF_ROW (plan, TEAM, BfTeam, (guint) team);

  for (guint i = 0; row && i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (is_of_team (capacity, row) && capacity->day_rate != BF_BLANK)
        return capacity->day_rate;
    }
  return row && row->kind == BF_TEAM_EXTERNAL ? bf_plan_external_rate_minor (plan, catalogue)
                                              : bf_plan_internal_rate_minor (plan, catalogue);
}

/* --- What was assumed. --- */

typedef struct
{
  BfAssume assume;
  gpointer data;
} BfAssumer;

static void
assume_text (BfAssumer *to, const char *what, const char *value, const char *basis)
{
  to->assume (what, value, basis, to->data);
}

static void
assume_count (BfAssumer *to, const char *what, double value, const char *unit)
{
  g_autofree char *text = g_strdup_printf ("%.0f %s", value, unit);

  assume_text (to, what, text, _ ("The reference plant of the catalogue"));
}

static void
assume_money (BfAssumer *to, const BfPlan *plan, const char *what, gint64 minor, const char *basis)
{
  g_autofree char *amount = bf_money_format (minor);
  g_autofree char *text = g_strconcat (amount, " ", currency_of (plan), NULL);

  assume_text (to, what, text, basis);
}

static void
assume_size (BfAssumer *to, const BfPlant *plant)
{
  if (!plant || plant->employees == BF_BLANK)
    assume_count (to, _ ("Plant: Employees"), REFERENCE_EMPLOYEES, _ ("people"));
  if (!plant || plant->lines == BF_BLANK)
    assume_count (to, _ ("Plant: Production lines"), REFERENCE_LINES, _ ("lines"));
  if (!plant || plant->machines == BF_BLANK)
    assume_count (to, _ ("Plant: Machines"), REFERENCE_MACHINES, _ ("machines"));
}

static void
assume_rates (BfAssumer *to, const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);
  const char *labour = bf_catalogue_basis (catalogue, "qualification/labour/internal_day_usd");

  if (!plant || plant->internal_day_rate == BF_BLANK)
    assume_money (to,
                  plan,
                  _ ("Plant: Internal day rate"),
                  bf_plan_internal_rate_minor (plan, catalogue),
                  labour);
  if (!plant || plant->external_day_rate == BF_BLANK)
    assume_money (to,
                  plan,
                  _ ("Plant: External day rate"),
                  bf_plan_external_rate_minor (plan, catalogue),
                  bf_catalogue_basis (catalogue, "qualification/labour/external_day_usd"));
  if (!plant || plant->downtime_cost_h == BF_BLANK)
    assume_money (to,
                  plan,
                  _ ("Plant: Cost of one stopped hour"),
                  bf_plan_stop_rate_minor (plan, catalogue),
                  _ ("Survey anchor by the number of employees; ask and enter your own"));
}

static void
assume_period (BfAssumer *to, const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);
  g_autofree char *start = bf_day_format (bf_plan_start (plan));
  g_autofree char *years = g_strdup_printf (_ ("%d years"), DEFAULT_YEARS);

  if (!plant || plant->start == BF_BLANK)
    assume_text (to, _ ("Plant: Planning start"), start, _ ("The quarter after the latest date"));
  if (!plant || plant->horizon_years == BF_BLANK)
    assume_text (to, _ ("Plant: Horizon"), years, _ ("Planning rule"));
}

static void
assume_currency (BfAssumer *to, const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfPlant *plant = bf_plan_plant (plan);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!plant || !plant->currency)
    assume_text (to, _ ("Plant: Currency"), BF_DEFAULT_CURRENCY, _ ("Planning rule"));
  if (plant && !isnan (plant->catalogue_factor))
    return;
  g_ascii_formatd (number, sizeof number, "%.6g", bf_plan_currency_factor (plan, catalogue));
  assume_text (to,
               _ ("Plant: Catalogue currency factor"),
               number,
               bf_catalogue_basis (catalogue, "rules/usd_to_plant_currency"));
}

static void
assume_teams (BfAssumer *to, const BfPlan *plan, const BfCatalogue *catalogue)
{
  const BfField *field = bf_record_field (&bf_team_record, "skill");

  if (bf_plan_count (plan, BF_TEAM) == 0)
    assume_text (to, _ ("Teams"), _ ("unbounded, at the plant's rates"), _ ("Planning rule"));
  for (guint i = 0; i < bf_plan_count (plan, BF_TEAM); i++)
    {
      const BfTeam *team = BF_ROW (plan, TEAM, BfTeam, i);
      int skill = bf_team_skill (team, catalogue);
      g_autofree char *what = g_strdup_printf (_ ("Team %s: Skill"), team->row.key);
      g_autofree char *capacity = g_strdup_printf (_ ("Team %s: Capacity"), team->row.key);

      if (!has_periods (plan, (int) i))
        assume_text (to, capacity, _ ("unbounded, at the plant's rates"), _ ("Planning rule"));
      if (team->skill < 0)
        assume_text (to,
                     what,
                     skill < 0 ? _ ("none") : field->choices[skill].id,
                     _ ("Guessed from the team's name"));
    }
}

static void
assume_budgets (BfAssumer *to, const BfPlan *plan)
{
  const BfField *field = bf_record_field (&bf_budget_record, "kind");

  for (int kind = 0; kind < BF_N_BUDGETS; kind++)
    {
      g_autofree char *what = g_strdup_printf (_ ("Budget: %s"), field->choices[kind].id);
      gboolean found = FALSE;

      for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
        found = found || BF_ROW (plan, BUDGET, BfBudget, i)->kind == kind;
      if (!found)
        assume_text (to, what, _ ("unlimited"), _ ("Planning rule"));
    }
}

/* One entry a field of the inventory, however many systems leave it blank. */
static void
assume_for_systems (BfAssumer *to, const BfPlan *plan, const char *column, const char *value)
{
  const BfField *field = bf_record_field (&bf_system_record, column);
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    n += bf_field_is_blank (field, bf_plan_row (plan, BF_SYSTEM, i));
  if (n == 0)
    return;
  /* Translators: the name of a column of the inventory. */
  what = g_strdup_printf (_ ("Systems: %s"), _ (field->label));
  /* Translators: a value, and how many systems it was taken for. */
  text = g_strdup_printf (ngettext ("%s (%u system)", "%s (%u systems)", n), value, n);
  assume_text (to, what, text, _ ("Planning rule"));
}

static void
assume_inventory (BfAssumer *to, const BfPlan *plan)
{
  assume_for_systems (to, plan, "confidence", _ ("guess, widens the upper side by 1.3"));
  assume_for_systems (to, plan, "business_criticality", "3");
  assume_for_systems (to, plan, "max_stop_h", _ ("0 h: no stop is bearable"));
  assume_for_systems (to, plan, "backup_tested", _ ("no restore test"));
  assume_for_systems (to, plan, "downtime_cost_h", _ ("the rate of the area"));
  assume_for_systems (to, plan, "experts", _ ("nobody able to maintain it"));
}

/* Only what is used is assumed: without a benefit nothing is discounted. */
static void
assume_discount_rate (BfAssumer *to, const BfPlan *plan)
{
  const BfPlant *plant = bf_plan_plant (plan);
  gboolean any = FALSE;

  for (guint i = 0; i < bf_plan_count (plan, BF_STEP); i++)
    any = any || BF_ROW (plan, STEP, BfStepDecision, i)->benefit_year != BF_BLANK;
  if (any && (!plant || isnan (plant->discount_rate)))
    assume_text (to, _ ("Plant: Discount rate"), "8 %", _ ("Planning rule"));
}

void
bf_plan_assume (const BfPlan *plan, const BfCatalogue *catalogue, BfAssume assume, gpointer data)
{
  const BfField *profiles = bf_record_field (&bf_plant_record, "profile");
  const BfPlant *plant = bf_plan_plant (plan);
  BfAssumer to = { assume, data };

  if (!plant || plant->profile < 0)
    assume_text (&to,
                 _ ("Plant: Industry profile"),
                 profiles->choices[bf_plan_profile (plan)].id,
                 _ ("Named by most systems' regulatory impact"));
  assume_period (&to, plan);
  assume_currency (&to, plan, catalogue);
  assume_size (&to, plant);
  assume_rates (&to, plan, catalogue);
  if (!plant || isnan (plant->planned_stop_factor))
    assume_text (
        &to,
        _ ("Plant: Planned to unplanned stop factor"),
        "0.5",
        bf_catalogue_basis (catalogue, "downtime/default_model/planned_to_unplanned_factor"));
  if (!plant || plant->max_cutovers == BF_BLANK)
    assume_text (&to, _ ("Plant: Cutovers per window and area"), "2", _ ("Planning rule"));
  assume_discount_rate (&to, plan);
  assume_inventory (&to, plan);
  assume_teams (&to, plan, catalogue);
  assume_budgets (&to, plan);
  if (bf_plan_count (plan, BF_WINDOW) == 0)
    assume_text (&to,
                 _ ("Shutdowns"),
                 _ ("every weekend, two summer weeks, the turn of the year"),
                 _ ("Planning rule"));
}
