/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worked cases 1, 10 and 11 on the two sample plants, and what they leave open. */

#include <math.h>
#include <string.h>

#include "bf-needs.h"
#include "bf-plan-text.h"
#include "bf-test-sample.h"

static const BfLevelNow *
level_of (const BfNeeds *needs, const char *dimension)
{
  for (guint i = 0; i < needs->n_levels; i++)
    if (strcmp (needs->levels[i].dimension, dimension) == 0)
      return &needs->levels[i];
  g_assert_not_reached ();
}

static const BfNeed *
need_of (const BfNeeds *needs, BfNeedKind kind, const char *key)
{
  for (guint i = 0; i < needs->n_needs; i++)
    if (needs->needs[i].kind == kind && strcmp (needs->needs[i].key, key) == 0)
      return &needs->needs[i];
  return NULL;
}

static void
check_level (const BfNeeds *needs, const char *dimension, double effective, double counted)
{
  g_assert_cmpfloat_with_epsilon (level_of (needs, dimension)->effective, effective, 1e-9);
  g_assert_cmpfloat_with_epsilon (level_of (needs, dimension)->counted, counted, 1e-9);
}

static void
check_gap (const BfNeeds *needs, const char *dimension, double gap)
{
  const BfNeed *need = need_of (needs, BF_NEED_GAP, dimension);

  g_assert_nonnull (need);
  g_assert_cmpfloat_with_epsilon (need->size, gap, 1e-9);
}

static void
test_case_1 (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());
  const BfLevelNow *vertical = level_of (needs, "SIRI:D1");

  check_level (needs, "SIRI:D1", 1.4, 1);
  check_gap (needs, "SIRI:D1", 2.0);
  g_assert_cmpfloat (need_of (needs, BF_NEED_GAP, "SIRI:D1")->weight, ==, 5);
  g_assert_cmpstr (vertical->cap_id, ==, "retyped_between_levels");
  g_assert_true (g_strv_contains (vertical->limiting, "PLM-01"));
  g_assert_true (g_strv_contains (vertical->limiting, "BES-01"));
  g_assert_cmpstr (
      need_of (needs, BF_NEED_GAP, "SIRI:D1")->reason,
      ==,
      "Vertical integration (SIRI:D1) stands at 1 and not at 1.4 while a regulated "
      "interface between level 4 and level 3 is retyped or has no owner (ERP-01, BES-01, PLM-01, …); the "
      "target is 3.");
  g_assert_cmpstr (need_of (needs, BF_NEED_GAP, "SIRI:D8")->reason,
                   ==,
                   "Enterprise connectivity (SIRI:D8) stands at 2; the target is 3.");
  check_level (needs, "SIRI:D7", 1.2, 1.2);
  check_gap (needs, "SIRI:D7", 1.8);
  g_assert_cmpstr (level_of (needs, "SIRI:D7")->cap_id, ==, "no_zone");
  g_assert_cmpstr (level_of (needs, "SIRI:D7")->limiting[0], ==, "NET-01");
  g_assert_null (level_of (needs, "SIRI:D7")->limiting[1]);
  check_level (needs, "SIRI:D10", 1.4, 1);
  check_gap (needs, "SIRI:D10", 2.0);
  check_level (needs, "SIRI:D8", 2.0, 2.0);
  g_assert_cmpstr (level_of (needs, "SIRI:D8")->cap_id, ==, "remote_access_unsupported");
  check_gap (needs, "SIRI:D8", 1.0);
  check_level (needs, "SIRI:D13", 1.0, 1.0);
}

static void
test_case_1_pharma (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("pharma");
  g_autoptr (BfPlan) late =
      bf_test_plan_with (plan, "claim | key=NS-CL-03 | valid_until=2026-12-31");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());
  g_autoptr (BfNeeds) later = bf_needs_compute (late, bf_catalogue_get ());

  g_assert_cmpfloat_with_epsilon (level_of (needs, "SIRI:D7")->effective, 1.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (level_of (later, "SIRI:D7")->effective, 1.2, 1e-9);
}

static void
test_few_connected (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");
  guint connected = 0, all = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, i);
      gboolean found = FALSE;

      if (system->isa95_level != BF_LEVEL_1 && system->isa95_level != BF_LEVEL_2)
        continue;
      for (guint k = 0; k < bf_plan_count (plan, BF_INTERFACE); k++)
        {
          const BfInterface *link = BF_ROW (plan, INTERFACE, BfInterface, k);

          found = found || (bf_interface_is_electronic (link) &&
                            (strcmp (link->source_system, system->row.key) == 0 ||
                             strcmp (link->target_system, system->row.key) == 0));
        }
      connected += found;
      all++;
    }
  g_assert_cmpuint (all, ==, 23);
  g_assert_cmpuint (connected, ==, 19);
}

static void
test_case_10 (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");
  gint64 start = bf_day_from_civil (2027, 1, 4);

  g_assert_cmpfloat_with_epsilon (
      bf_obsolescence_score (BF_FIND (plan, SYSTEM, BfSystem, "DNC-01"), start), 90.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      bf_obsolescence_score (BF_FIND (plan, SYSTEM, BfSystem, "MES-01"), start), 67.796715, 1e-6);
}

static void
test_case_11 (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");

  g_assert_cmpfloat (bf_debt_points (BF_FIND (plan, INTERFACE, BfInterface, "IF-002")), ==, 22.5);
  g_assert_cmpfloat (bf_debt_points (BF_FIND (plan, INTERFACE, BfInterface, "IF-001")), ==, 19.5);
  g_assert_cmpfloat (bf_debt_points (BF_FIND (plan, INTERFACE, BfInterface, "IF-029")), ==, 9.0);
}

static void
test_systems (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());
  const BfNeed *mes = need_of (needs, BF_NEED_SYSTEM, "MES-01");
  int furnace = bf_plan_index (plan, BF_SYSTEM, "PLC-01");

  g_assert_nonnull (mes);
  g_assert_true (mes->decided);
  g_assert_cmpint (mes->disposition, ==, BF_DISPOSITION_REPLATFORM);
  g_assert_cmpint (mes->due, ==, bf_day_from_civil (2029, 12, 31));
  g_assert_null (need_of (needs, BF_NEED_SYSTEM, "PLC-01"));
  g_assert_cmpint (needs->support_end[furnace], ==, bf_day_from_civil (2030, 12, 31));
  g_assert_true (needs->no_owner[bf_plan_index (plan, BF_SYSTEM, "BES-01")]);
  g_assert_false (needs->no_restore_test[furnace]);
  g_assert_true (needs->no_restore_test[bf_plan_index (plan, BF_SYSTEM, "HMI-01")]);
}

/* Decisions from the TIME class, and from nothing at all. */
static void
test_undecided (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan (
      "plant | key=P | start=2027-01-01\n"
      "system | system_id=A | name=A | type=MES | time_class=Migrate\n"
      "system | system_id=B | name=B | type=MES | time_class=Invest | eos_date=2001-01-01\n"
      "system | system_id=C | name=C | type=MES | eos_date=2028-01-01\n"
      "system | system_id=D | name=D | type=MES | eos_date=2040-01-01\n"
      "system | system_id=E | name=E | type=MES | eos_date=2028-01-01 | kept_until=2035-01-01 | "
      "kept_by=Board\n");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());

  g_assert_cmpint (need_of (needs, BF_NEED_SYSTEM, "A")->disposition, ==, BF_DISPOSITION_REPLACE);
  g_assert_true (need_of (needs, BF_NEED_SYSTEM, "A")->decided);
  g_assert_null (need_of (needs, BF_NEED_SYSTEM, "B"));
  g_assert_cmpint (needs->disposition[1], ==, BF_DISPOSITION_RETAIN);
  g_assert_cmpint (need_of (needs, BF_NEED_SYSTEM, "C")->disposition, ==, BF_DISPOSITION_REPLACE);
  g_assert_false (need_of (needs, BF_NEED_SYSTEM, "C")->decided);
  g_assert_null (need_of (needs, BF_NEED_SYSTEM, "D"));
  g_assert_null (need_of (needs, BF_NEED_SYSTEM, "E"));
}

static void
test_interfaces (void)
{
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());

  g_assert_nonnull (need_of (needs, BF_NEED_INTERFACE, "IF-002"));
  g_assert_null (need_of (needs, BF_NEED_INTERFACE, "IF-029"));
  /* 3 + 2 + 1 + 2 = 8, x 1.5 = 12: at the threshold. */
  g_assert_nonnull (need_of (needs, BF_NEED_INTERFACE, "IF-005"));
  g_assert_null (need_of (needs, BF_NEED_INTERFACE, "IF-063"));
}

/* Another framework makes a need of its own only where the hub was not rated. */
static void
test_frameworks (void)
{
  g_autoptr (BfPlan) both = bf_test_sample ("aerospace");
  g_autoptr (BfPlan) alone = bf_test_plan (
      "plant | key=P | start=2027-01-01\n"
      "result | key=X | framework=ACATECH | dimension=IS.2 | verified=1.5 | target=3\n");
  g_autoptr (BfNeeds) needs_both = bf_needs_compute (both, bf_catalogue_get ());
  g_autoptr (BfNeeds) needs_alone = bf_needs_compute (alone, bf_catalogue_get ());

  g_assert_null (need_of (needs_both, BF_NEED_GAP, "ACATECH:IS.2"));
  g_assert_false (level_of (needs_both, "ACATECH:IS.2")->makes_need);
  check_gap (needs_alone, "ACATECH:IS.2", 1.5);
}

/* Without an inventory nothing is known that could limit a dimension. */
static void
test_no_inventory (void)
{
  g_autoptr (BfPlan) plan =
      bf_test_plan ("plant | key=P | start=2027-01-01\n"
                    "result | key=X | dimension=SIRI:D10 | verified=2 | target=3\n");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());

  check_level (needs, "SIRI:D10", 2, 2);
}

static void
test_state_rules (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan (
      "plant | key=P | start=2027-01-01\n"
      "offer | key=O | name=O | valid_until=2026-06-30\n"
      "claim | key=C1 | statement=x | dimension=SIRI:D2 | state=3 | offer=O\n"
      "claim | key=C2 | statement=x | dimension=SIRI:D9 | state=3\n"
      "claim | key=C3 | statement=x | dimension=SIRI:D4 | state=0\n"
      "result | key=1 | dimension=SIRI:D1 | claimed=2 | verified=1 | target=3\n"
      "result | key=2 | dimension=SIRI:D2 | claimed=2 | verified=1 | claim_state=3 | claim=C1\n"
      "result | key=3 | dimension=SIRI:D3 | claimed=2 | verified=1 | claim_state=3 | claim=C2\n"
      "result | key=4 | dimension=SIRI:D4 | claimed=2 | verified=1 | claim=C3\n"
      "result | key=5 | dimension=SIRI:D5 | claimed=1 | verified=2 | claim_state=5\n");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());

  g_assert_cmpfloat_with_epsilon (level_of (needs, "SIRI:D1")->effective, 1.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (level_of (needs, "SIRI:D2")->effective, 1.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (level_of (needs, "SIRI:D3")->effective, 1.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (level_of (needs, "SIRI:D4")->effective, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (level_of (needs, "SIRI:D5")->effective, 2.0, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/needs/case-1", test_case_1);
  g_test_add_func ("/needs/case-1-pharma", test_case_1_pharma);
  g_test_add_func ("/needs/few-connected", test_few_connected);
  g_test_add_func ("/needs/case-10", test_case_10);
  g_test_add_func ("/needs/case-11", test_case_11);
  g_test_add_func ("/needs/systems", test_systems);
  g_test_add_func ("/needs/undecided", test_undecided);
  g_test_add_func ("/needs/interfaces", test_interfaces);
  g_test_add_func ("/needs/frameworks", test_frameworks);
  g_test_add_func ("/needs/no-inventory", test_no_inventory);
  g_test_add_func ("/needs/state-rules", test_state_rules);
  return g_test_run ();
}
