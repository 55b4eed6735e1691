/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Candidates of the two sample plants, and the rules one by one on small plans. */

#include <math.h>
#include <string.h>

#include "bf-step-cost.h"
#include "bf-step-private.h"
#include "bf-test-case.h"
#include "bf-test-sample.h"

static BfStep *
find (const BfStepSet *set, const char *key)
{
  int index = bf_step_set_find (set, key);

  return index < 0 ? NULL : g_ptr_array_index (set->steps, (guint) index);
}

/* "A B" of the systems, steps or areas behind indices. */
static char *
systems_of (const BfStepSet *set, const BfStep *step)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < step->systems->len; i++)
    g_string_append_printf (
        text,
        "%s%s",
        i ? " " : "",
        BF_ROW (set->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i))
            ->row.key);
  return g_string_free (text, FALSE);
}

static char *
steps_of (const BfStepSet *set, const GArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const BfStep *step = g_ptr_array_index (set->steps, (guint) g_array_index (steps, int, i));

      g_string_append_printf (text, "%s%s", i ? " " : "", step->key);
    }
  return g_string_free (text, FALSE);
}

static void
check_systems (const Case *one, const char *key, const char *expected)
{
  g_autofree char *systems = systems_of (one->set, find (one->set, key));

  g_assert_cmpstr (systems, ==, expected);
}

static gboolean
is_assumed (const BfStepSet *set, const char *what, const char *value)
{
  for (guint i = 0; i < set->assumptions->len; i++)
    {
      const BfAssumption *assumption = g_ptr_array_index (set->assumptions, i);

      if (strstr (assumption->what, what) && strcmp (assumption->value, value) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_unmet (const BfStepSet *set, const char *key)
{
  for (guint i = 0; i < set->unmet->len; i++)
    if (strcmp (((const BfUnmet *) g_ptr_array_index (set->unmet, i))->key, key) == 0)
      return TRUE;
  return FALSE;
}

static BfStepSet *
select_mandatory (const BfStepSet *set)
{
  g_autofree int *keep = g_new (int, set->steps->len);
  guint n = 0;

  for (guint i = 0; i < set->steps->len; i++)
    if (((const BfStep *) g_ptr_array_index (set->steps, i))->mandatory)
      keep[n++] = (int) i;
  return bf_step_set_select (set, keep, NULL, n);
}

/* --- The sample plants. --- */

static void
test_harrow_vale (void)
{
  g_auto (Case) one = { 0 };
  g_autoptr (BfStepSet) chosen = NULL;

  case_init (&one, bf_test_sample ("aerospace"));
  check_systems (&one, "ST09:HV-SP/PLC-02", "HMI-01 PLC-02");
  check_systems (&one, "ST32:site", "BES-02 DNC-01 TOL-01");
  check_systems (&one, "ST12:site", "BAT-01 HIS-01");
  check_systems (&one, "ST16:site", "BES-01");
  check_systems (&one, "ST07:HV-MT", "CMM-01");
  check_systems (&one, "ST07:site", "SRV-01");
  check_systems (&one, "ST20:site", "WIN-01");
  check_systems (&one, "ST25:site", "BES-03 FAI-01 GAU-01 SPC-01");
  check_systems (&one, "ST36:site", "EDI-01");
  check_systems (&one, "ST38:HV-SP", "BAT-01 HIS-01 SCA-01");
  g_assert_true (is_unmet (one.set, "IF-059"));
  chosen = select_mandatory (one.set);
  g_assert_cmpuint (chosen->steps->len, ==, 32);
}

static void
test_nordlicht (void)
{
  g_auto (Case) one = { 0 };
  g_autoptr (BfStepSet) chosen = NULL;

  case_init (&one, bf_test_sample ("pharma"));
  check_systems (&one, "ST19:site", "NS-BPR-01");
  check_systems (&one, "ST12:site", "NS-BES-01 NS-HIS-01 NS-XLS-01");
  check_systems (&one, "ST38:NS-QCL", "NS-BES-02 NS-LIMS-01 NS-XLS-01");
  /* The execution system is alive, supported and invested in: nothing has to come before. */
  g_assert_cmpuint (find (one.set, "ST19:site")->any_of->len, ==, 0);
  g_assert_cmpuint (one.set->unmet->len, ==, 0);
  chosen = select_mandatory (one.set);
  g_assert_cmpuint (chosen->steps->len, ==, 24);
}

/* Nothing at all still makes a plan: governance and restore. */
static void
test_empty (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one, bf_test_plan (""));
  g_assert_cmpuint (one.set->steps->len, ==, 4);
  g_assert_true (is_assumed (one.set, "Teams", "unbounded, at the plant's rates"));
  g_assert_true (is_assumed (one.set, "Plant: Employees", "250 people"));
  g_assert_true (is_assumed (one.set, "Budget: capex", "unlimited"));
  g_assert_cmpfloat_with_epsilon (find (one.set, "ST04:site")->size, 1, 1e-12);
}

/* A plant that was rated by another framework alone is planned through the crosswalk. */
static void
test_other_framework (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04\n"
                           "result | key=X | framework=ACATECH | dimension=IS.2 | verified=1.5 | "
                           "target=3 | weight=3\n"));
  /* IS.2 maps to SIRI:D1 and D2 first. */
  g_assert_nonnull (find (one.set, "ST36:site"));
  g_assert_nonnull (find (one.set, "ST13:site"));
  g_assert_cmpuint (one.set->unmet->len, ==, 0);
}

/* A group without an equivalent gets the cheapest member that there is a system for. */
static void
test_one_of (void)
{
  const char *text = "plant | key=P | start=2027-01-04\n"
                     "system | system_id=M | name=M | type=MES | disposition=Retain | "
                     "time_class=%s | experts=2 | eos_date=2040-01-01\n"
                     "step | key=ST30:site | status=requested\n";
  g_auto (Case) alive = { 0 };
  g_auto (Case) leaving = { 0 };
  g_auto (GStrv) parts = g_strsplit (text, "%s", 2);
  g_autofree char *invest = g_strconcat (parts[0], "Invest", parts[1], NULL);
  g_autofree char *migrate = g_strconcat (parts[0], "Migrate", parts[1], NULL);

  case_init (&alive, bf_test_plan (invest));
  case_init (&leaving, bf_test_plan (migrate));
  g_assert_null (find (alive.set, "ST17:M"));
  g_assert_cmpuint (find (alive.set, "ST30:site")->any_of->len, ==, 0);
  g_assert_nonnull (find (leaving.set, "ST17:M"));
  g_assert_cmpuint (find (leaving.set, "ST30:site")->any_of->len, ==, 1);
}

/* --- Links. --- */

/* An equivalent is supported or kept, invested in or tolerated, and somebody can maintain it. */
static void
test_equivalents (void)
{
  static const struct
  {
    const char *fields;
    gboolean stands;
  } cases[] = {
    { "time_class=Invest | experts=1 | eos_date=2027-01-04", TRUE },
    { "time_class=Tolerate | experts=1", TRUE },
    { "time_class=Tolerate | experts=1 | eos_date=2027-01-03", FALSE },
    { "time_class=Tolerate | experts=1 | eos_date=2020-01-01 | kept_until=2029-01-01 | "
      "kept_by=Board",
      TRUE },
    { "time_class=Tolerate | experts=1 | eos_date=2020-01-01 | kept_until=2029-01-01", FALSE },
    { "time_class=Migrate | experts=1", FALSE },
    { "time_class=Eliminate | experts=1", FALSE },
    { "experts=1", FALSE },
    { "time_class=Invest | experts=0", FALSE },
    { "time_class=Invest", FALSE },
  };
  const char *const group[] = { "ST17", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("plant | key=P | start=2027-01-04\n"
                           "system | system_id=M | name=M | type=MES | disposition=Retain | %s\n",
                           cases[i].fields);
      g_auto (Case) one = { 0 };

      case_init (&one, bf_test_plan (text));
      g_assert_cmpint (bf_equivalent_stands (one.set, group), ==, cases[i].stands);
    }
}

/* Controllers, panels, networks and instruments go with their replacement; what holds records does
 * not, a program store of level 3 included. */
static void
test_records (void)
{
  g_autoptr (BfPlan) plan =
      bf_test_plan ("plant | key=P | start=2027-01-04\n"
                    "system | system_id=A | name=A | type=PLC\n"
                    "system | system_id=B | name=B | type=HMI\n"
                    "system | system_id=C | name=C | type=Network\n"
                    "system | system_id=D | name=D | type=Instrument\n"
                    "system | system_id=E | name=E | type=BMS\n"
                    "system | system_id=F | name=F | type=CNC/DNC | isa95_level=1\n"
                    "system | system_id=G | name=G | type=CNC/DNC | isa95_level=3\n"
                    "system | system_id=H | name=H | type=SCADA\n"
                    "system | system_id=I | name=I | type=Spreadsheet/Access tool\n");

  for (guint i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    g_assert_cmpint (bf_system_needs_decommission (BF_ROW (plan, SYSTEM, BfSystem, i)), ==, i >= 6);
}

static void
test_prerequisites (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;
  g_autofree char *hard = NULL;
  g_autofree char *served = NULL;

  case_init (&one, bf_test_sample ("aerospace"));
  hard = steps_of (one.set, find (one.set, "ST32:site")->hard);
  g_assert_cmpstr (hard, ==, "ST04:site ST05:site ST08:HV-MC");
  served = steps_of (one.set, find (one.set, "ST38:HV-MC")->served);
  g_assert_cmpstr (served, ==, "ST28:site ST32:site");
  step = find (one.set, "ST16:site");
  g_assert_true (step->needs_restore);
  g_assert_true (step->needs_owner);
  g_assert_false (find (one.set, "ST17:MES-01")->needs_restore);
  g_assert_false (find (one.set, "ST04:site")->needs_restore);
}

static void
test_phases (void)
{
  g_auto (Case) one = { 0 };
  g_auto (Case) moved = { 0 };

  case_init (&one, bf_test_sample ("aerospace"));
  case_init (&moved, bf_test_plan_with (one.plan, "step | key=ST15:site | phase=4"));
  g_assert_cmpint (find (one.set, "ST16:site")->phase, ==, 2);
  /* The user's phase counts from 1 and raises what requires it. */
  g_assert_cmpint (find (moved.set, "ST15:site")->phase, ==, 3);
  g_assert_cmpint (find (moved.set, "ST16:site")->phase, ==, 3);
}

static void
test_soft_loops (void)
{
  g_auto (Case) one = { 0 };
  g_autofree char *soft = NULL;

  case_init (&one, bf_test_sample ("aerospace"));
  /* ST20 wants ST31 before it and ST31 wants ST20: one of them stays. */
  soft = steps_of (one.set, find (one.set, "ST20:site")->soft);
  g_assert_cmpstr (soft, ==, "ST15:site ST31:site");
  g_assert_cmpuint (find (one.set, "ST31:site")->soft->len, ==, 0);
  g_assert_true (is_assumed (one.set, "ST31:site after ST20:site", "dropped"));
}

static void
test_claims (void)
{
  g_auto (Case) one = { 0 };
  g_auto (Case) undated = { 0 };
  const BfStep *step;

  case_init (&one, bf_test_sample ("aerospace"));
  step = find (one.set, "ST17:MES-01");
  g_assert_cmpuint (step->claims->len, ==, 1);
  g_assert_cmpint (step->claim_gate, ==, bf_day_from_civil (2028, 9, 30));
  g_assert_cmpint (step->due, ==, bf_day_from_civil (2029, 12, 31));
  case_init (&undated, bf_test_plan_with (one.plan, "claim | key=CL-03 | state_4_due="));
  g_assert_cmpuint (find (undated.set, "ST17:MES-01")->claims->len, ==, 0);
  g_assert_true (is_assumed (undated.set, "CL-03", "not relied on"));
}

static void
test_why (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;
  gboolean names_requirement = FALSE;

  case_init (&one, bf_test_sample ("aerospace"));
  step = find (one.set, "ST32:site");
  for (guint i = 0; i < step->why->len; i++)
    names_requirement =
        names_requirement || strstr (g_ptr_array_index (step->why, i), "(RQ-05)") != NULL;
  g_assert_true (names_requirement);
  for (guint i = 0; i < one.set->steps->len; i++)
    g_assert_cmpuint (((const BfStep *) g_ptr_array_index (one.set->steps, i))->why->len, >, 0);
}

/* --- Decisions of the user. --- */

static void
test_rejected (void)
{
  g_auto (Case) one = { 0 };
  g_auto (Case) without = { 0 };

  case_init (&one, bf_test_sample ("aerospace"));
  case_init (&without,
             bf_test_plan_with (one.plan,
                                "step | key=ST05:site | status=rejected\n"
                                "step | key=ST04:site | status=rejected\n"));
  g_assert_null (find (without.set, "ST05:site"));
  g_assert_null (find (without.set, "ST32:site"));
  g_assert_true (is_unmet (without.set, "NET-01"));
  g_assert_true (is_unmet (without.set, "DNC-01"));
  g_assert_nonnull (find (without.set, "ST04:site"));
}

static void
test_done (void)
{
  g_auto (Case) one = { 0 };
  g_auto (Case) done = { 0 };

  case_init (&one, bf_test_sample ("aerospace"));
  case_init (&done, bf_test_plan_with (one.plan, "step | key=ST04:site | status=done"));
  g_assert_null (find (done.set, "ST04:site"));
  g_assert_nonnull (find (done.set, "ST32:site"));
  g_assert_false (find (done.set, "ST32:site")->needs_restore);
}

/* Replacements that are done leave their old systems to be taken out, and nothing unmet. */
static void
test_replaced (void)
{
  g_auto (Case) one = { 0 };
  g_auto (Case) done = { 0 };
  g_autoptr (BfStepSet) chosen = NULL;

  case_init (&one, bf_test_sample ("aerospace"));
  case_init (&done,
             bf_test_plan_with (one.plan,
                                "step | key=ST12:site | status=done\n"
                                "step | key=ST10:SCA-01 | status=done\n"));
  g_assert_null (find (done.set, "ST12:site"));
  g_assert_false (is_unmet (done.set, "HIS-01"));
  check_systems (&done, "ST38:HV-SP", "BAT-01 HIS-01 SCA-01");
  chosen = select_mandatory (done.set);
  g_assert_nonnull (find (chosen, "ST38:HV-SP"));
}

/* An accepted step stays when nothing asks for it any more, unless its scope has gone. */
static void
test_accepted (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04\n"
                           "system | system_id=M | name=M | type=MES\n"
                           "step | key=ST37:site | status=accepted\n"
                           "step | key=ST17:M | status=accepted\n"
                           "step | key=ST17:GONE | status=accepted\n"));
  g_assert_true (find (one.set, "ST37:site")->mandatory);
  check_systems (&one, "ST17:M", "M");
  g_assert_null (find (one.set, "ST17:GONE"));
}

/* A team of which nobody said what it can give does not stop the plan. */
static void
test_team_without_periods (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04\n"
                           "team | key=T | name=IT | skill=applications\n"));
  g_assert_cmpint (
      bf_plan_team_for_skill (one.plan, bf_catalogue_get (), BF_SKILL_APPLICATIONS), ==, -1);
  g_assert_true (is_assumed (one.set, "Team T: Capacity", "unbounded, at the plant's rates"));
}

static void
test_requested (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04\n"
                           "system | system_id=C | name=C | type=CNC/DNC | isa95_level=1\n"
                           "step | key=ST21:site | status=requested\n"
                           "step | key=ST99:site | status=requested\n"));
  g_assert_true (find (one.set, "ST21:site")->mandatory);
  /* Its prerequisite has no need of its own and takes what there is of its types. */
  check_systems (&one, "ST08:site", "C");
  g_assert_true (is_unmet (one.set, "ST99:site"));
}

static void
test_overrides (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04 | currency=EUR\n"
                           "system | system_id=M | name=M | type=MES | disposition=Replatform\n"
                           "step | key=ST17:M | title=New route cards | strategy=in_place | "
                           "capex=10/20/30 | weeks=1/1/1 | stop_hours=0/0/0 | "
                           "problem_chance=0.5 | due=2028-01-01\n"));
  step = find (one.set, "ST17:M");
  g_assert_cmpstr (step->title, ==, "New route cards");
  g_assert_cmpint (step->mode, ==, BF_MODE_IN_PLACE);
  g_assert_cmpfloat (step->capex.max, ==, 30);
  g_assert_cmpint (step->build_days, ==, 5);
  g_assert_false (step->has_cutover);
  g_assert_cmpuint (step->n_cutovers, ==, 0);
  g_assert_cmpfloat (step->problem_chance, ==, 0.5);
  g_assert_cmpint (step->due, ==, bf_day_from_civil (2028, 1, 1));
}

/* --- Estimates. --- */

static void
test_size (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04 | currency=EUR | employees=1000000\n"
                           "area | key=A | name=A\n"
                           "area | key=B | name=B\n"
                           "system | system_id=C | name=C | type=PLC | isa95_level=1 | area=A | "
                           "units=6 | disposition=Encapsulate | confidence=interview\n"
                           "system | system_id=D | name=D | type=CMMS | disposition=Replace | "
                           "confidence=documented\n"));
  step = find (one.set, "ST08:A");
  g_assert_cmpfloat_with_epsilon (step->size, pow (2, 0.6), 1e-12);
  g_assert_cmpfloat_with_epsilon (
      step->capex.max - step->capex.likely, 600000 * 0.9 * step->size * 1.15, 1e-6);
  g_assert_cmpfloat_with_epsilon (step->build_weeks.likely, 12 * pow (step->size, 0.3), 1e-9);
  g_assert_cmpuint (step->n_cutovers, ==, 1);
  step = find (one.set, "ST26:site");
  g_assert_cmpfloat (step->size, ==, 2);
  g_assert_cmpuint (step->n_cutovers, ==, 2);
  g_assert_true (step->has_cutover);
  g_assert_false (step->plans_stop);
}

/* Another mode than the first multiplies by the ratio of the factors. */
static void
test_modes (void)
{
  g_auto (Case) one = { 0 };
  BfStep *step;
  double overrun, chance, capex, weeks;

  case_init (&one, bf_test_sample ("aerospace"));
  step = find (one.set, "ST09:HV-SP/PLC-02");
  bf_step_evaluate (one.set, step, BF_MODE_IN_PLACE);
  overrun = step->overrun_hours.likely;
  chance = step->problem_chance;
  capex = step->capex.likely;
  weeks = step->build_weeks.likely;
  g_assert_cmpfloat_with_epsilon (overrun, 16, 1e-12);
  bf_step_evaluate (one.set, step, BF_MODE_PHASED);
  g_assert_cmpfloat_with_epsilon (step->overrun_hours.likely, overrun * 0.4 / 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (step->problem_chance, chance * 0.6 / 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (step->capex.likely, capex * 1.05, 1e-6);
  g_assert_cmpfloat_with_epsilon (step->build_weeks.likely, weeks * 1.35, 1e-9);
}

/* The user may pin any strategy; at once carries its justification. */
static void
test_pinned_at_once (void)
{
  g_auto (Case) one = { 0 };
  g_auto (Case) pinned = { 0 };
  const BfStep *step;

  case_init (&one, bf_test_sample ("aerospace"));
  case_init (&pinned, bf_test_plan_with (one.plan, "step | key=ST32:site | strategy=at_once"));
  step = find (pinned.set, "ST32:site");
  g_assert_cmpint (step->mode, ==, BF_MODE_AT_ONCE);
  g_assert_cmpuint (step->n_cutovers, ==, 1);
  g_assert_cmpuint (step->why->len, ==, find (one.set, "ST32:site")->why->len + 1);
  g_assert_nonnull (strstr (g_ptr_array_index (step->why, step->why->len - 1), "pinned"));
}

/* No way back: no rollback, but the overrun doubles. */
static void
test_no_rollback (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;

  case_init (&one, bf_test_sample ("aerospace"));
  step = find (one.set, "ST38:HV-SP");
  g_assert_cmpfloat (step->rollback_chance, ==, 0);
  g_assert_cmpfloat (step->overrun_hours.likely, ==, 2 * step->archetype->overrun_hours.likely);
}

/* The load of a step never asks more of a team than it gives at its best. */
static void
test_loads (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one, bf_test_sample ("pharma"));
  for (guint i = 0; i < one.set->steps->len; i++)
    {
      const BfStep *step = g_ptr_array_index (one.set->steps, i);
      const BfLoads *const loads[] = { &step->build_loads,
                                       &step->offline_loads,
                                       &step->online_loads };
      const int days[] = { step->build_days, step->offline_days, step->online_days };

      for (guint k = 0; k < G_N_ELEMENTS (loads); k++)
        for (guint l = 0; l < loads[k]->n; l++)
          g_assert_cmpfloat (loads[k]->of[l].person_days,
                             <=,
                             days[k] * bf_plan_team_best_capacity (one.plan, loads[k]->of[l].team) +
                                 1e-6);
    }
}

/* --- Rates. --- */

static void
test_rates (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *network;
  gint64 sum = 0;

  case_init (&one, bf_test_sample ("aerospace"));
  network = find (one.set, "ST05:site");
  /* NET-01 costs 23,000 an hour on the whole site: split by the areas' own rates. */
  for (guint i = 0; i < network->n_cutovers; i++)
    sum += bf_step_cutover_rate_minor (one.set, network, i);
  g_assert_cmpint (ABS (sum - 2300000), <=, 5);
  g_assert_cmpint (
      bf_step_area_rate_minor (one.set, network, bf_plan_index (one.plan, BF_AREA, "HV-SP")),
      ==,
      (gint64) round (2300000.0 * 14500 / 39500));
  /* ST04 touches no system: the area's own rate. */
  g_assert_cmpint (bf_step_area_rate_minor (one.set,
                                            find (one.set, "ST04:site"),
                                            bf_plan_index (one.plan, BF_AREA, "HV-MT")),
                   ==,
                   420000);
}

/* --- A set that is chosen. --- */

static void
test_select (void)
{
  g_auto (Case) one = { 0 };
  g_autoptr (BfStepSet) chosen = NULL;
  int keep[1];
  g_autofree char *keys = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));

  case_init (&one, bf_test_sample ("aerospace"));
  keep[0] = bf_step_set_find (one.set, "ST32:site");
  chosen = bf_step_set_select (one.set, keep, NULL, 1);
  for (guint i = 0; i < chosen->steps->len; i++)
    g_array_append_val (all, i);
  keys = steps_of (chosen, all);
  g_assert_cmpstr (keys, ==, "ST01:site ST02:site ST04:site ST05:site ST32:site ST38:HV-MC");
  /* Only what ST32 replaces is taken out, not the workbook of ST28. */
  g_free (keys);
  keys = systems_of (chosen, find (chosen, "ST38:HV-MC"));
  g_assert_cmpstr (keys, ==, "BES-02 DNC-01 TOL-01");
  g_assert_true (is_unmet (chosen, "MES-01"));
}

/* What is retained gets no step and is listed with the end of its support. */
static void
test_retained (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04\n"
                           "system | system_id=A | name=A | type=MES | disposition=Retain | "
                           "eos_date=2030-06-30\n"
                           "system | system_id=B | name=B | type=ERP | time_class=Tolerate | "
                           "eos_date=2021-12-31\n"
                           "system | system_id=C | name=C | type=LIMS | disposition=Retain | "
                           "eos_date=2021-12-31 | kept_until=2029-12-31 | kept_by=Board\n"
                           "system | system_id=D | name=D | type=QMS | disposition=Retain\n"
                           "system | system_id=E | name=E | type=CMMS | disposition=Replace\n"));
  g_assert_true (is_assumed (one.set, "System A, retained", "supported until 30 Jun 2030"));
  g_assert_true (is_assumed (one.set, "System B, retained", "out of support since 31 Dec 2021"));
  g_assert_true (is_assumed (one.set, "System C, retained", "kept until 31 Dec 2029"));
  g_assert_true (is_assumed (one.set, "System D, retained", "end of support unknown"));
  for (guint i = 0; i < one.set->steps->len; i++)
    for (int system = 0; system < 4; system++)
      g_assert_false (bf_step_runs_double (one.set, g_ptr_array_index (one.set->steps, i), system));
  g_assert_nonnull (find (one.set, "ST26:site"));
  g_assert_cmpuint (one.needs->n_needs, ==, 1);
}

/* --- Maturity. --- */

static double
level_after (const Case *one, const char *dimension, const char *const *released)
{
  g_autofree gboolean *flags = g_new0 (gboolean, one->set->steps->len);
  g_autofree double *levels = g_new0 (double, one->needs->n_levels);

  for (guint i = 0; released[i]; i++)
    flags[bf_step_set_find (one->set, released[i])] = TRUE;
  bf_step_set_maturity (one->set, flags, bf_plan_horizon_end (one->plan), levels);
  for (guint i = 0; i < one->needs->n_levels; i++)
    if (strcmp (one->needs->levels[i].dimension, dimension) == 0)
      return levels[i];
  return NAN;
}

static void
test_maturity (void)
{
  g_auto (Case) one = { 0 };
  const char *const nothing[] = { NULL };
  const char *const wrap[] = { "ST08:HV-MC", NULL };
  const char *const zones[] = { "ST05:site", "ST08:HV-MC", NULL };
  const char *const historian[] = { "ST12:site", NULL };

  case_init (&one, bf_test_sample ("aerospace"));
  g_assert_cmpfloat_with_epsilon (level_after (&one, "SIRI:D7", nothing), 1.2, 1e-9);
  /* 1.2 + 1, but never above band 2 of the step. */
  g_assert_cmpfloat_with_epsilon (level_after (&one, "SIRI:D7", wrap), 2.0, 1e-9);
  /* With zones the inventory allows band 3: 1.2, by ST08 (band 2) 2.0, by ST05 (band 3) 3.0. */
  g_assert_cmpfloat_with_epsilon (level_after (&one, "SIRI:D7", zones), 3.0, 1e-9);
  /* A new historian lifts the cap of 1 and adds its own band: 1.4 + 1, at most 2. */
  g_assert_cmpfloat_with_epsilon (level_after (&one, "SIRI:D10", nothing), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (level_after (&one, "SIRI:D10", historian), 2.0, 1e-9);
}

/* Where both are selected in an area, what only reads comes first; neither selects the other. */
static void
test_reading (void)
{
  g_auto (Case) one = { 0 };
  BfStep *writer;
  int both[2];
  g_autoptr (BfStepSet) alone = NULL;
  g_autoptr (BfStepSet) together = NULL;

  case_init (&one, bf_test_sample ("aerospace"));
  both[0] = bf_step_set_find (one.set, "ST32:site");
  both[1] = bf_step_set_find (one.set, "ST08:HV-MC");
  alone = bf_step_set_select (one.set, both, NULL, 1);
  together = bf_step_set_select (one.set, both, NULL, 2);
  g_assert_null (find (alone, "ST08:HV-MC"));
  g_assert_nonnull (find (alone, "ST32:site"));
  writer = find (together, "ST32:site");
  g_assert_true (bf_ints_contain (writer->hard, bf_step_set_find (together, "ST08:HV-MC")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steps/harrow-vale", test_harrow_vale);
  g_test_add_func ("/steps/nordlicht", test_nordlicht);
  g_test_add_func ("/steps/empty", test_empty);
  g_test_add_func ("/steps/other-framework", test_other_framework);
  g_test_add_func ("/steps/one-of", test_one_of);
  g_test_add_func ("/steps/equivalents", test_equivalents);
  g_test_add_func ("/steps/records", test_records);
  g_test_add_func ("/steps/prerequisites", test_prerequisites);
  g_test_add_func ("/steps/phases", test_phases);
  g_test_add_func ("/steps/soft-loops", test_soft_loops);
  g_test_add_func ("/steps/claims", test_claims);
  g_test_add_func ("/steps/why", test_why);
  g_test_add_func ("/steps/rejected", test_rejected);
  g_test_add_func ("/steps/done", test_done);
  g_test_add_func ("/steps/replaced", test_replaced);
  g_test_add_func ("/steps/accepted", test_accepted);
  g_test_add_func ("/steps/team-without-periods", test_team_without_periods);
  g_test_add_func ("/steps/requested", test_requested);
  g_test_add_func ("/steps/overrides", test_overrides);
  g_test_add_func ("/steps/size", test_size);
  g_test_add_func ("/steps/modes", test_modes);
  g_test_add_func ("/steps/pinned-at-once", test_pinned_at_once);
  g_test_add_func ("/steps/no-rollback", test_no_rollback);
  g_test_add_func ("/steps/loads", test_loads);
  g_test_add_func ("/steps/rates", test_rates);
  g_test_add_func ("/steps/select", test_select);

  g_test_add_func ("/steps/retained", test_retained);
  g_test_add_func ("/steps/reading", test_reading);
  g_test_add_func ("/steps/maturity", test_maturity);
  return g_test_run ();
}
