/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worked cases 2 to 7, on the two sample plants and on small ones. */

#include <math.h>
#include <string.h>

#include "bf-bundle.h"
#include "bf-step-cost.h"
#include "bf-test-case.h"
#include "bf-test-sample.h"

static BfStep *
step_of (const Case *one, const char *key)
{
  int index = bf_step_set_find (one->set, key);

  g_assert_cmpint (index, >=, 0);
  return g_ptr_array_index (one->set->steps, (guint) index);
}

static const BfQualificationLine *
line_of (const BfStep *step, const char *phase)
{
  for (guint i = 0; i < step->lines->len; i++)
    if (strcmp (g_array_index (step->lines, BfQualificationLine, i).phase, phase) == 0)
      return &g_array_index (step->lines, BfQualificationLine, i);
  return NULL;
}

/* Case 2 (a): latency binds. */
static void
test_latency (void)
{
  g_auto (Case) one = { 0 };
  BfStep *step;

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04 | profile=aerospace_as9100 | "
                           "employees=250 | currency=EUR\n"));
  step = step_of (&one, "ST04:site");
  g_assert_cmpfloat_with_epsilon (step->size, 1, 1e-9);
  g_assert_null (line_of (step, "VP"));
  g_assert_cmpfloat_with_epsilon (step->work_weeks, 0.373333, 1e-6);
  g_assert_cmpfloat_with_epsilon (step->latency_weeks, 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (step->package_weeks, 0.75, 1e-9);
  g_assert_cmpint (step->offline_days, ==, 0);
  g_assert_cmpint (step->online_days, ==, 4);
}

/* Case 2 (b): all ten phases of category 4 at factor 1; the work binds. */
static void
test_package (void)
{
  g_auto (Case) one = { 0 };
  const char *const phases[] = { "VP", "URS", "SPEC", "FAT",    "SAT", "IQ",
                                 "OQ", "PQ",  "DATA", "REPORT", NULL };
  BfArchetype all;
  BfStep *step;

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04 | profile=pharma_gxp\n"
                           "system | system_id=A | name=A | type=PLC | isa95_level=1 | units=3 | "
                           "disposition=Encapsulate | reg_impact=GxP direct | "
                           "confidence=measured | gamp_category=4\n"));
  step = step_of (&one, "ST08:site");
  g_assert_cmpfloat_with_epsilon (step->size, 1, 1e-9);
  all = *step->archetype;
  all.qualification_phases = phases;
  step->archetype = &all;
  bf_step_evaluate (one.set, step, BF_MODE_WRAP);
  g_assert_cmpuint (step->lines->len, ==, 10);
  g_assert_cmpfloat_with_epsilon (step->work_weeks, 18.85, 1e-9);
  g_assert_cmpfloat_with_epsilon (step->latency_weeks, 8.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (step->package_weeks, 18.85, 1e-9);
  g_assert_cmpfloat (ceil (5 * step->package_weeks), ==, 95);
}

/* Case 2 (c): the table of "general" stands as it is, its factor is not applied again. */
static void
test_general (void)
{
  g_auto (Case) one = { 0 };
  BfStep *step;

  case_init (&one,
             bf_test_plan ("plant | key=P | start=2027-01-04 | profile=pharma_gxp\n"
                           "system | system_id=A | name=A | type=PLC | isa95_level=1 | units=3 | "
                           "disposition=Encapsulate | reg_impact=none | confidence=measured\n"));
  step = step_of (&one, "ST08:site");
  g_assert_cmpint (step->profile, ==, BF_PROFILE_GENERAL);
  g_assert_cmpfloat_with_epsilon (step->work_weeks, 6.126667, 1e-6);
  g_assert_cmpfloat_with_epsilon (step->latency_weeks, 2.8875, 1e-9);
}

static void
test_multiplicity (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;
  const BfQualificationLine *line;
  const BfCampaign *campaign;

  case_init (&one, bf_test_sample ("aerospace"));
  step = step_of (&one, "ST32:site");
  line = line_of (step, "FAI_PARTIAL");
  campaign = &g_array_index (step->campaigns, BfCampaign, 0);
  g_assert_cmpuint (step->systems->len, ==, 3);
  g_assert_cmpfloat (line->units, ==, 340);
  g_assert_cmpfloat_with_epsilon (line->person_days, 710.60, 1e-9);
  g_assert_cmpint (line->cost_minor, ==, 36951200);
  g_assert_cmpint (campaign->days, ==, 474);
  g_assert_false (campaign->review);
  g_assert_cmpfloat (line->own_share, ==, 1);
}

/* A row that names a system stands for all units of a special phase. */
static void
test_final_rows (void)
{
  g_auto (Case) one = { 0 };
  const BfQualificationLine *line;

  case_init (&one, bf_test_sample ("pharma"));
  line = line_of (step_of (&one, "ST09:NS-FIL/NS-ISO-01"), "EQUIP_REQUAL");
  g_assert_cmpfloat (line->units, ==, 1);
  g_assert_cmpfloat (line->effort.likely, ==, 55);
  line = line_of (step_of (&one, "ST10:NS-EMS-01"), "PQ");
  g_assert_cmpfloat (line->effort.likely, ==, 14);
  g_assert_cmpfloat (line->weeks.max, ==, 12);
  g_assert_cmpfloat (line->rework_chance.likely, ==, 0.2);
}

#define EVERYBODY_1000                                                                             \
  "plant | key=P | start=2027-01-04 | profile=pharma_gxp | internal_day_rate=1000 | "              \
  "external_day_rate=1000 | employees=250\n"

/* Own rows of the system are final: FAT one week before, IQ three weeks after the cutover, 40
 * person-days of which the validation team does 20. At half of its one person they are 20 / 0.5 / 5
 * = 8 weeks, more than the 4 of the phases: 8 x 1/4 = 2 weeks before the cutover, 6 after it. */
static void
test_effort (void)
{
  const char *const phases[] = { "FAT", "IQ", NULL };
  static const char text[] = EVERYBODY_1000
      "system | system_id=A | name=A | type=PLC | isa95_level=1 | units=3 | "
      "disposition=Encapsulate | reg_impact=GxP direct | confidence=measured\n"
      "cycle | key=1 | phase=FAT | system=A | weeks=1 | effort=0 | rework_chance=0\n"
      "cycle | key=2 | phase=IQ | system=A | weeks=3 | effort=40 | rework_chance=0\n";
  g_auto (Case) alone = { 0 };
  g_auto (Case) team = { 0 };
  Case *const cases[] = { &alone, &team };
  const double effort_weeks[] = { 0, 8 }, package_weeks[] = { 4, 8 };
  const int offline_days[] = { 5, 10 }, online_days[] = { 15, 30 };

  case_init (&alone, bf_test_plan (text));
  case_init (&team,
             bf_test_plan_with (alone.plan,
                                "team | key=V | name=V | skill=validation\n"
                                "capacity | key=C | team=V | capacity=1\n"
                                "team | key=Q | name=Q | skill=quality\n"
                                "capacity | key=D | team=Q | capacity=1\n"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BfStep *step = step_of (cases[i], "ST08:site");
      BfArchetype two = *step->archetype;

      two.qualification_phases = phases;
      step->archetype = &two;
      bf_step_evaluate (cases[i]->set, step, BF_MODE_WRAP);
      g_assert_cmpfloat_with_epsilon (step->work_weeks, 4, 1e-9);
      g_assert_cmpfloat_with_epsilon (step->effort_weeks, effort_weeks[i], 1e-9);
      g_assert_cmpfloat_with_epsilon (step->package_weeks, package_weeks[i], 1e-9);
      g_assert_cmpint (step->offline_days, ==, offline_days[i]);
      g_assert_cmpint (step->online_days, ==, online_days[i]);
    }
}

/* Each special phase where the profile knows it, by the largest count of its regulation (never the
 * sum), the number of trains, or the areas and what lies between them. */
static void
test_units (void)
{
  static const struct
  {
    const char *profile, *impact, *phase, *other;
    double units;
    gboolean review;
  } cases[] = {
    { "medical_device", "ISO 13485", "PROC_VAL", "EQUIP_REQUAL", 12, FALSE },
    { "automotive_iatf", "IATF / PPAP", "PPAP_CHANGE", "PROC_VAL", 12, FALSE },
    { "aerospace_as9100", "Nadcap process", "NADCAP_IMPACT", "FAI_PARTIAL", 12, TRUE },
    { "aerospace_as9100", "AS9100 / AS9102", "FAI_PARTIAL", "NADCAP_IMPACT", 12, FALSE },
    { "pharma_gxp", "GxP direct", "EQUIP_REQUAL", "FAI_PARTIAL", 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("plant | key=P | start=2027-01-04 | profile=%s\n"
                           "area | key=L | name=L\narea | key=M | name=M\n"
                           "system | system_id=C | name=C | type=PLC | isa95_level=1 | area=L | "
                           "disposition=Replace | reg_impact=%s | part_or_process_count=7\n"
                           "system | system_id=H | name=H | type=HMI | isa95_level=2 | area=L | "
                           "disposition=Replace | reg_impact=%s | part_or_process_count=12\n"
                           "interface | interface_id=I | source_system=C | target_system=H\n"
                           "step | key=ST05:site | status=requested\n",
                           cases[i].profile,
                           cases[i].impact,
                           cases[i].impact);
      g_auto (Case) one = { 0 };
      const BfStep *step;

      case_init (&one, bf_test_plan (text));
      step = step_of (&one, "ST09:L/C");
      g_assert_nonnull (line_of (step, cases[i].phase));
      g_assert_cmpfloat (line_of (step, cases[i].phase)->units, ==, cases[i].units);
      g_assert_null (line_of (step, cases[i].other));
      g_assert_cmpuint (step->campaigns->len, ==, 1);
      g_assert_true (g_array_index (step->campaigns, BfCampaign, 0).review == cases[i].review);
      g_assert_cmpfloat (line_of (step_of (&one, "ST05:site"), "CYBER_ACCEPT")->units, ==, 3);
    }
}

/* Case 4: two steps on systems that an electronic regulated interface joins. Step A has effort
 * factor 1 (ST12 at its reference size), step B 0.56 (ST32 at its own). */
static void
test_bundle (void)
{
  g_auto (Case) one = { 0 };
  BfStep *a, *b;
  BfBundleSaving saving;

  case_init (
      &one,
      bf_test_plan (EVERYBODY_1000
                    "system | system_id=H | name=H | type=Historian | units=2 | "
                    "disposition=Replace | reg_impact=GxP direct | confidence=measured\n"
                    "system | system_id=D | name=D | type=CNC/DNC | isa95_level=3 | units=3 | "
                    "disposition=Replace | reg_impact=GxP direct | confidence=measured\n"
                    "interface | interface_id=I | source_system=D | target_system=H | "
                    "protocol=OPC UA | pattern=gateway | carries_regulated_data=yes\n"));
  a = step_of (&one, "ST12:site");
  b = step_of (&one, "ST32:site");
  g_assert_true (bf_bundle_may_share (one.set, a, b));
  saving = bf_bundle_saving (one.set, a, b);
  g_assert_cmpint (saving.shared_minor, ==, 1029204);
  g_assert_cmpint (saving.total_minor, ==, 1029204);
  bf_bundle_apply (one.set, a, b);
  g_assert_cmpint (line_of (b, "VP")->saved_minor, ==, 327647);
  g_assert_cmpint (line_of (b, "SAT")->saved_minor, ==, 232228);
  g_assert_cmpint (line_of (b, "IQ")->saved_minor, ==, 201390);
  g_assert_cmpint (line_of (b, "REPORT")->saved_minor, ==, 267939);
  g_assert_cmpint (line_of (b, "OQ")->saved_minor, ==, 0);
  g_assert_cmpint (line_of (a, "VP")->saved_minor, ==, 0);
}

/* Regression on each other falls away, a common neighbour counts once. */
static void
test_bundle_regression (void)
{
  g_auto (Case) one = { 0 };
  BfStep *a, *b;
  BfBundleSaving saving;

  case_init (
      &one,
      bf_test_plan (EVERYBODY_1000
                    "system | system_id=H | name=H | type=Historian | units=2 | gamp_category=4 | "
                    "disposition=Replace | reg_impact=GxP direct | validated_state=validated\n"
                    "system | system_id=D | name=D | type=CNC/DNC | isa95_level=3 | units=3 | "
                    "gamp_category=4 | disposition=Replace | reg_impact=GxP direct | "
                    "validated_state=validated\n"
                    "system | system_id=N | name=N | type=MES | gamp_category=4 | "
                    "disposition=Retain | reg_impact=GxP direct | validated_state=validated\n"
                    "interface | interface_id=I | source_system=D | target_system=H | "
                    "protocol=OPC UA | pattern=gateway | carries_regulated_data=yes\n"
                    "interface | interface_id=J | source_system=D | target_system=N | "
                    "protocol=OPC UA | pattern=gateway | carries_regulated_data=yes\n"
                    "interface | interface_id=K | source_system=H | target_system=N | "
                    "protocol=OPC UA | pattern=gateway | carries_regulated_data=yes\n"));
  a = step_of (&one, "ST12:site");
  b = step_of (&one, "ST32:site");
  saving = bf_bundle_saving (one.set, a, b);
  g_assert_cmpint (saving.regression_minor, ==, 3 * line_of (a, "REGRESSION")->cost_minor);
  g_assert_cmpint (saving.total_minor, ==, saving.shared_minor + saving.regression_minor);
}

static void
test_no_bundle (void)
{
  g_auto (Case) one = { 0 };

  case_init (&one, bf_test_sample ("aerospace"));
  g_assert_true (bf_bundle_may_share (
      one.set, step_of (&one, "ST09:HV-SP/PLC-02"), step_of (&one, "ST10:SCA-01")));
  g_assert_false (
      bf_bundle_may_share (one.set, step_of (&one, "ST36:site"), step_of (&one, "ST10:SCA-01")));
}

/* Case 5. */
static void
test_downtime (void)
{
  g_auto (Case) one = { 0 };
  const gboolean outside[] = { TRUE };
  BfStep *step;

  case_init (&one, bf_test_sample ("aerospace"));
  step = step_of (&one, "ST32:site");
  g_assert_cmpint (bf_step_cutover_rate_minor (one.set, step, 0), ==, 1100000);
  g_assert_cmpfloat_with_epsilon (step->problem_chance, 0.0968333, 1e-7);
  g_assert_cmpfloat_with_epsilon (step->capex.max, 432900, 1e-6);
  g_assert_cmpfloat_with_epsilon (bf_estimate_mean (step->capex), 156150, 1e-6);
  g_assert_cmpfloat_with_epsilon (step->redo_cost, 7807.50, 1e-6);
  g_assert_cmpfloat_with_epsilon (step->stop_hours.max, 39.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (step->mean_hours, 10.8, 1e-9);
  g_assert_cmpint (bf_step_expected_downtime_minor (one.set, step, NULL), ==, 484253);
  g_assert_cmpint (bf_step_expected_downtime_minor (one.set, step, outside), ==, 6424253);
}

/* Case 6. */
static void
test_regression (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;
  guint n = 0;

  case_init (&one, bf_test_sample ("pharma"));
  step = step_of (&one, "ST12:site");
  for (guint i = 0; i < step->lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (step->lines, BfQualificationLine, i);

      if (line->neighbour < 0 ||
          strcmp (BF_ROW (one.plan, SYSTEM, BfSystem, (guint) line->neighbour)->row.key,
                  "NS-EMS-01") != 0)
        continue;
      n++;
      g_assert_cmpfloat_with_epsilon (bf_estimate_mean (line->effort), 7.833333, 1e-6);
      g_assert_cmpfloat_with_epsilon (line->person_days, 8.884306, 1e-6);
      g_assert_cmpint (line->cost_minor, ==, 955063);
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Case 7, on the step itself. */
static void
test_pert (void)
{
  g_auto (Case) one = { 0 };
  const BfStep *step;

  case_init (&one, bf_test_sample ("aerospace"));
  step = step_of (&one, "ST09:HV-SP/PLC-02");
  g_assert_cmpfloat_with_epsilon (step->mean_hours, 76.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (step->need_hours, 104.62, 0.005);
  bf_step_evaluate (one.set, (BfStep *) step, BF_MODE_IN_PLACE);
  g_assert_cmpint (bf_money_from_units (bf_estimate_mean (step->capex)), ==, 43800000);
}

/* A claim in state 3 lowers FAT and OQ once, unless its offer is knocked out. */
static void
test_leverage (void)
{
  const char *text = EVERYBODY_1000
      "system | system_id=A | name=A | type=PLC | isa95_level=1 | units=3 | "
      "disposition=Encapsulate | reg_impact=GxP direct | confidence=measured\n"
      "offer | key=O | name=O | scope=Release 5 | q1=3 | q2=3 | q3=2 | q4=2 | q5=2 | q6=2\n"
      "claim | key=C | statement=c | offer=O | system=A | dimension=SIRI:D7 | state=3\n";
  g_auto (Case) with = { 0 };
  g_auto (Case) knocked = { 0 };
  g_auto (Case) weak = { 0 };
  const BfQualificationLine *full, *less;

  case_init (&with, bf_test_plan (text));
  case_init (&knocked, bf_test_plan_with (with.plan, "offer | key=O | q3=1"));
  case_init (&weak, bf_test_plan_with (with.plan, "claim | key=C | state=2"));
  full = line_of (step_of (&weak, "ST08:site"), "OQ");
  less = line_of (step_of (&with, "ST08:site"), "OQ");
  g_assert_cmpfloat_with_epsilon (less->person_days, 0.85 * full->person_days, 1e-9);
  less = line_of (step_of (&with, "ST08:site"), "PQ");
  g_assert_cmpfloat (
      less->person_days, ==, line_of (step_of (&weak, "ST08:site"), "PQ")->person_days);
  less = line_of (step_of (&knocked, "ST08:site"), "OQ");
  g_assert_cmpfloat (less->person_days, ==, full->person_days);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qualification/case-2-latency", test_latency);
  g_test_add_func ("/qualification/case-2-package", test_package);
  g_test_add_func ("/qualification/case-2-general", test_general);
  g_test_add_func ("/qualification/case-3", test_multiplicity);
  g_test_add_func ("/qualification/final-rows", test_final_rows);
  g_test_add_func ("/qualification/effort", test_effort);
  g_test_add_func ("/qualification/units", test_units);
  g_test_add_func ("/qualification/case-4", test_bundle);
  g_test_add_func ("/qualification/bundle-regression", test_bundle_regression);
  g_test_add_func ("/qualification/no-bundle", test_no_bundle);
  g_test_add_func ("/qualification/case-5", test_downtime);
  g_test_add_func ("/qualification/case-6", test_regression);
  g_test_add_func ("/qualification/case-7", test_pert);
  g_test_add_func ("/qualification/leverage", test_leverage);
  return g_test_run ();
}
