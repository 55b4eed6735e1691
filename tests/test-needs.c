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

static double
debt_of (const char *fields)
{
  g_autofree char *text = g_strdup_printf (
      "system | system_id=A | name=A | type=MES\nsystem | system_id=B | name=B | type=ERP\n"
      "interface | interface_id=I | source_system=A | target_system=B | %s\n",
      fields);
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return bf_debt_points (BF_ROW (plan, INTERFACE, BfInterface, 0));
}

/* Each of the points alone; what is blank counts as no. */
static void
test_debt_points (void)
{
#define GOVERNED " | documented=yes | owner=yes | monitored=yes | tests=yes"
  static const struct
  {
    const char *fields;
    double points;
  } cases[] = {
    { "protocol=OPC UA | pattern=broker" GOVERNED, 0 },
    { "protocol=OPC UA | pattern=point to point" GOVERNED, 2 },
    { "protocol=flat file | pattern=broker" GOVERNED, 1 },
    { "protocol=database link | pattern=broker" GOVERNED, 3 },
    { "protocol=screen scraping | pattern=broker" GOVERNED, 4 },
    { "protocol=paper / retyping | pattern=broker" GOVERNED, 3 },
    { "pattern=broker" GOVERNED, 0 },
    { "pattern=broker | owner=yes | monitored=yes | tests=yes", 2 },
    { "pattern=broker | documented=yes | monitored=yes | tests=yes", 2 },
    { "pattern=broker | documented=yes | owner=yes | tests=yes", 1 },
    { "pattern=broker | documented=yes | owner=yes | monitored=yes", 2 },
    { "pattern=broker | failures_12m=2" GOVERNED, 0 },
    { "pattern=broker | failures_12m=8" GOVERNED, 2 },
    { "protocol=screen scraping | pattern=broker | carries_regulated_data=yes" GOVERNED, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (debt_of (cases[i].fields), ==, cases[i].points);
#undef GOVERNED
}

static double
score_of (const char *fields)
{
  g_autofree char *text =
      g_strdup_printf ("system | system_id=A | name=A | type=MES | %s\n", fields);
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return bf_obsolescence_score (BF_ROW (plan, SYSTEM, BfSystem, 0), bf_day_from_civil (2027, 1, 1));
}

/* Each part of the score at its corners and between them. 2027-01-01 + 1461 days (4 years) is
 * 2031-01-01: 40 x (5 - 4) / 3 = 13.3333, of which 35 % are 4.6667. */
static void
test_score_parts (void)
{
#define QUIET " | experts=3 | zone=Z"
  static const struct
  {
    const char *fields;
    double score;
  } cases[] = {
    { "eos_date=2040-01-01" QUIET, 0 },
    { "eos_date=2031-01-01" QUIET, 0.35 * 40 / 3 },
    { "eos_date=2027-01-01" QUIET, 0.35 * 70 },
    { "eos_date=2020-01-01" QUIET, 35 + 7.5 },
    { "vendor=Siemens" QUIET, 14 },
    { "vendor=in-house" QUIET, 0 },
    { "eos_date=2040-01-01 | spares=stock and market" QUIET, 0 },
    { "eos_date=2040-01-01 | spares=stock only" QUIET, 8 },
    { "eos_date=2040-01-01 | spares=second-hand only" QUIET, 16 },
    { "eos_date=2040-01-01 | spares=none" QUIET, 20 },
    { "eos_date=2040-01-01 | zone=Z", 15 },
    { "eos_date=2040-01-01 | zone=Z | experts=0", 15 },
    { "eos_date=2040-01-01 | zone=Z | experts=1", 9 },
    { "eos_date=2040-01-01 | zone=Z | experts=2", 4.5 },
    { "eos_date=2040-01-01 | experts=3", 7.5 },
    { "eos_date=2020-01-01 | experts=3", 35 + 15 },
    { "eos_date=2040-01-01 | incidents_12m=4" QUIET, 12 },
    { "eos_date=2040-01-01 | incidents_12m=6" QUIET, 15 },
    { "eos_date=2020-01-01 | kept_until=2040-01-01 | kept_by=Board" QUIET, 35 + 7.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (score_of (cases[i].fields), cases[i].score, 1e-9);
#undef QUIET
}

/* A score reaches the threshold when it equals it; the plant may move it. A blank weight is
 * three, a blank criticality too. */
static void
test_thresholds (void)
{
  static const char text[] =
      "plant | key=P | start=2027-01-01 | horizon_years=1%s\n"
      "result | key=R | dimension=SIRI:D2 | verified=1 | target=2\n"
      "result | key=Q | dimension=SIRI:D4 | verified=2 | target=2\n"
      "system | system_id=A | name=A | type=MES | vendor=in-house | spares=none | experts=0 | "
      "incidents_12m=5 | zone=\n"
      "system | system_id=B | name=B | type=MES | eos_date=2035-01-01\n";
  g_autofree char *usual = g_strdup_printf (text, "");
  g_autofree char *lower = g_strdup_printf (text, " | obsolescence_threshold=57.5");
  g_autoptr (BfPlan) plan = bf_test_plan (usual);
  g_autoptr (BfPlan) strict = bf_test_plan (lower);
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());
  g_autoptr (BfNeeds) more = bf_needs_compute (strict, bf_catalogue_get ());

  /* 0 + 20 + 15 + 7.5 + 15 */
  g_assert_cmpfloat_with_epsilon (needs->obsolescence[0], 57.5, 1e-9);
  g_assert_null (need_of (needs, BF_NEED_SYSTEM, "A"));
  g_assert_nonnull (need_of (more, BF_NEED_SYSTEM, "A"));
  g_assert_false (need_of (more, BF_NEED_SYSTEM, "A")->decided);
  g_assert_cmpfloat (need_of (more, BF_NEED_SYSTEM, "A")->weight, ==, 3);
  g_assert_null (need_of (more, BF_NEED_SYSTEM, "B"));
  g_assert_cmpfloat (need_of (needs, BF_NEED_GAP, "SIRI:D2")->weight, ==, 3);
  g_assert_null (need_of (needs, BF_NEED_GAP, "SIRI:D4"));
}

static double
lowest_cap (const BfPlan *plan, const char *dimension, gint64 day, const BfPlantState *state)
{
  guint n;
  const BfCap *all = bf_catalogue_caps (bf_catalogue_get (), &n);
  g_autofree double *caps = g_new (double, n);
  double lowest = NAN;

  bf_caps_evaluate (plan, bf_catalogue_get (), day, state, caps, NULL);
  for (guint i = 0; i < n; i++)
    if (!isnan (caps[i]) && strcmp (all[i].dimension, dimension) == 0 && !(lowest <= caps[i]))
      lowest = caps[i];
  return lowest;
}

/* Each cap holds today, and no more once its cause is gone: a zone for every system, a link that is
 * mended, a system that is supported, or out. The remote access ends on 2027-06-30: on that day it
 * still counts. */
static void
test_caps_lifted (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan (
      "plant | key=P | start=2027-01-01\n"
      "system | system_id=C | name=C | type=PLC | isa95_level=1\n"
      "system | system_id=H | name=H | type=Historian | isa95_level=3 | eos_date=2020-01-01\n"
      "system | system_id=L | name=L | type=PLM | isa95_level=4\n"
      "system | system_id=M | name=M | type=MES | isa95_level=3\n"
      "system | system_id=R | name=R | type=Network | isa95_level=3.5 | eos_date=2027-06-30\n"
      "interface | interface_id=1 | source_system=C | target_system=M | "
      "protocol=paper / retyping\n"
      "interface | interface_id=2 | source_system=L | target_system=M | "
      "protocol=paper / retyping | owner=yes | carries_regulated_data=yes\n");
  gint64 last = bf_day_from_civil (2027, 6, 30);
  gboolean supported[] = { FALSE, TRUE, FALSE, FALSE, TRUE };
  gboolean removed[] = { TRUE, FALSE, FALSE, FALSE, TRUE };
  gboolean mended[] = { TRUE, TRUE };
  BfPlantState links = { .mended = mended };
  BfPlantState systems = { .supported = supported };
  BfPlantState out = { .removed = removed };
  BfPlantState zones = { .zoned = TRUE };

  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D9", last, NULL), ==, 2);
  g_assert_true (isnan (lowest_cap (plan, "SIRI:D9", last, &zones)));
  /* Few connected: 0 of 1; without a zone 2 is still the most. */
  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D7", last, NULL), ==, 1);
  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D7", last, &links), ==, 2);
  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D7", last, &out), ==, 2);
  g_assert_true (isnan (lowest_cap (plan, "SIRI:D8", last, NULL)));
  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D8", last + 1, NULL), ==, 2);
  g_assert_true (isnan (lowest_cap (plan, "SIRI:D8", last + 1, &systems)));
  g_assert_true (isnan (lowest_cap (plan, "SIRI:D8", last + 1, &out)));
  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D10", last, NULL), ==, 1);
  g_assert_true (isnan (lowest_cap (plan, "SIRI:D10", last, &systems)));
  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D1", last, NULL), ==, 1);
  g_assert_true (isnan (lowest_cap (plan, "SIRI:D1", last, &links)));
  g_assert_cmpfloat (lowest_cap (plan, "SIRI:D3", last, NULL), ==, 2);
  g_assert_true (isnan (lowest_cap (plan, "SIRI:D3", last, &links)));
}

/* The 24 months before 2027-01-04 begin on 2025-01-04; a cell that begins with nobody is nobody. */
static void
test_restore_and_owner (void)
{
  g_autoptr (BfPlan) plan = bf_test_plan (
      "plant | key=P | start=2027-01-04\n"
      "system | system_id=A | name=A | type=MES | backup_tested=2025-01-04 | owner_business=Ann\n"
      "system | system_id=B | name=B | type=MES | backup_tested=2025-01-03 | "
      "owner_business=Nobody since 2019\n"
      "system | system_id=C | name=C | type=MES\n");
  g_autoptr (BfNeeds) needs = bf_needs_compute (plan, bf_catalogue_get ());

  g_assert_false (needs->no_restore_test[0]);
  g_assert_true (needs->no_restore_test[1]);
  g_assert_true (needs->no_restore_test[2]);
  g_assert_false (needs->no_owner[0]);
  g_assert_true (needs->no_owner[1]);
  g_assert_true (needs->no_owner[2]);
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
  g_test_add_func ("/needs/debt-points", test_debt_points);
  g_test_add_func ("/needs/score-parts", test_score_parts);
  g_test_add_func ("/needs/thresholds", test_thresholds);
  g_test_add_func ("/needs/caps-lifted", test_caps_lifted);
  g_test_add_func ("/needs/restore-and-owner", test_restore_and_owner);
  g_test_add_func ("/needs/systems", test_systems);
  g_test_add_func ("/needs/undecided", test_undecided);
  g_test_add_func ("/needs/interfaces", test_interfaces);
  g_test_add_func ("/needs/frameworks", test_frameworks);
  g_test_add_func ("/needs/no-inventory", test_no_inventory);
  g_test_add_func ("/needs/state-rules", test_state_rules);
  return g_test_run ();
}
