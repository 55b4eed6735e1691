/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a roadmap leaves open: each reason names the step and what stands in its way, and what it
 * says would help does help, by planning again. */

#include "bf-plan-text.h"
#include "bf-planned.h"
#include "bf-test-sample.h"

#include <string.h>

#define LEADERSHIP                                                                                 \
  "plant | key=P | start=2027-01-04 | currency=EUR\n"                                              \
  "result | key=D14 | dimension=SIRI:D14 | verified=1 | target=2 | weight=3\n"

static const char *
why_of (const BfRoadmap *roadmap, const char *key)
{
  for (guint i = 0; i < roadmap->n_unmet; i++)
    if (strcmp (roadmap->unmet[i].key, key) == 0)
      return roadmap->unmet[i].why;
  return NULL;
}

static BfRoadmap *
planned (const char *text)
{
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return bf_test_planned (plan, 20);
}

static gboolean
has_step (const char *text, const char *key)
{
  g_autoptr (BfRoadmap) roadmap = planned (text);

  return bf_roadmap_find (roadmap, key) >= 0;
}

static char *
with_budget (const char *plant, int amount)
{
  return g_strdup_printf ("%sbudget | key=B | kind=capex | amount=%d\n", plant, amount);
}

/* ST01 to ST04 take (10 + 4 x 25 + 60) / 6 + (15 + 4 x 50 + 150) / 6 + (5 + 4 x 20 + 60) / 6 +
 * (30 + 4 x 90 + 250) / 6 = 220 kUSD, at 0.90 EUR 198,000; ST37 takes (30 + 4 x 120 + 400) / 6 =
 * 151.667 kUSD, EUR 136,500. Of 300,000 there are 102,000 left: 34,500 too few. */
static void
test_money (void)
{
  g_autofree char *short_of = with_budget (LEADERSHIP, 300000);
  g_autofree char *enough = with_budget (LEADERSHIP, 334500);
  g_autofree char *nearly = with_budget (LEADERSHIP, 334499);
  g_autoptr (BfRoadmap) roadmap = planned (short_of);

  g_assert_cmpuint (roadmap->n_unmet, ==, 1);
  g_assert_cmpstr (why_of (roadmap, "SIRI:D14"),
                   ==,
                   "“Workforce upskilling programme” would answer it. Its capex of EUR 137 k does "
                   "not fit: the budgets have EUR 102 k left. It works with EUR 35 k more in "
                   "budget B.");
  g_assert_true (has_step (enough, "ST37:site"));
  g_assert_false (has_step (nearly, "ST37:site"));
}

/* 200,000 of 2027 and 100,000 of 2029, neither carried over: 2,000 and 100,000 are left. */
static void
test_years (void)
{
  static const char years[] = LEADERSHIP "budget | key=B27 | year=2027 | kind=capex | "
                                         "amount=%d | carry_over=no\n"
                                         "budget | key=B29 | year=2029 | kind=capex | "
                                         "amount=%d | carry_over=no\n";
  g_autofree char *short_of = g_strdup_printf (years, 200000, 100000);
  g_autofree char *enough = g_strdup_printf (years, 200000, 136500);
  g_autofree char *as_said = g_strdup_printf (years, 239000, 100000);
  g_autoptr (BfRoadmap) roadmap = planned (short_of);
  const char *why = why_of (roadmap, "SIRI:D14");

  g_assert_nonnull (why);
  g_assert_nonnull (strstr (why,
                            "Its capex of EUR 137 k does not fit: the budgets have EUR 102 k left "
                            "in all, and at most EUR 100 k at a time (B29)."));
  /* More in 2029 alone is enough, but so is what the sentence says of 2027. */
  g_assert_nonnull (strstr (why, "It works with EUR 39 k more in budget B27."));
  g_assert_true (has_step (enough, "ST37:site"));
  g_assert_true (has_step (as_said, "ST37:site"));
}

static void
test_rejected (void)
{
  g_autoptr (BfRoadmap) itself = planned (LEADERSHIP "step | key=ST37:site | status=rejected\n");
  g_autoptr (BfRoadmap) required =
      planned ("plant | key=P | start=2027-01-04 | currency=EUR\n"
               "system | system_id=H | name=H | type=Historian | disposition=Replace\n"
               "step | key=ST05:site | status=rejected\n");

  g_assert_cmpstr (why_of (itself, "SIRI:D14"),
                   ==,
                   "“Workforce upskilling programme” would answer it, and was rejected by you.");
  g_assert_cmpstr (
      why_of (required, "H"),
      ==,
      "“Historian consolidation” would answer it; it requires “OT network segmentation "
      "(zones, conduits, industrial DMZ)”, which was rejected by you.");
}

/* The inventory holds the dimension down whatever is done: the step adds nothing. */
static void
test_capped (void)
{
  g_autoptr (BfRoadmap) roadmap =
      planned ("plant | key=P | start=2027-01-04 | currency=EUR\n"
               "system | system_id=W | name=W | type=WMS | isa95_level=4 | disposition=Retain\n"
               "system | system_id=M | name=M | type=MES | isa95_level=3 | disposition=Retain\n"
               "interface | interface_id=I | source_system=W | target_system=M | "
               "protocol=paper / retyping | pattern=manual | documented=yes | owner=yes | "
               "carries_regulated_data=yes\n"
               "result | key=D1 | dimension=SIRI:D1 | verified=1 | target=2 | weight=3\n");

  g_assert_cmpstr (why_of (roadmap, "SIRI:D1"),
                   ==,
                   "“Unified namespace (MQTT broker and topic model)” would answer it. But it adds "
                   "nothing: no more than 1 counts while a regulated interface between level 4 and "
                   "level 3 is retyped or has no owner (W, M).");
}

/* The P80 of 16/60/200 h is 104.62 h, in one piece: 105 h are enough, 104 are not. */
#define CONTROLLER                                                                                 \
  "plant | key=P | start=2027-01-04 | currency=EUR\n"                                              \
  "area | key=A | name=A\n"                                                                        \
  "system | system_id=S | name=S | type=PLC | isa95_level=1 | area=A | disposition=Replace | "     \
  "confidence=measured\n"                                                                          \
  "window | key=W27 | kind=shutdown | start=2027-08-01 00:00 | end=2027-08-02 00:00 | areas=all\n" \
  "window | key=W28 | kind=shutdown | start=2028-08-01 00:00 | end=2028-08-02 00:00 | areas=all\n" \
  "window | key=W30 | name=Summer 2030 | kind=shutdown | start=2030-08-01 00:00 | "                \
  "end=2030-08-%s | areas=all\n"

static void
test_window (void)
{
  g_autofree char *short_of = g_strdup_printf (CONTROLLER, "03 00:00");
  g_autofree char *enough = g_strdup_printf (CONTROLLER, "05 09:00");
  g_autofree char *nearly = g_strdup_printf (CONTROLLER, "05 08:00");
  g_autoptr (BfRoadmap) roadmap = planned (short_of);

  g_assert_cmpstr (why_of (roadmap, "S"),
                   ==,
                   "“Controller and panel replacement on one line (PLC/HMI obsolescence) (A/S)” "
                   "would answer it, but was given up. The cutover of “Controller and panel "
                   "replacement on one line (PLC/HMI obsolescence) (A/S)” needs 104.6 h in one "
                   "piece; the longest opening for it is Summer 2030 with 48.0 h. It works with a "
                   "shutdown of the whole site of 105 hours each August.");
  g_assert_true (has_step (enough, "ST09:A/S"));
  g_assert_false (has_step (nearly, "ST09:A/S"));
}

/* Two fifths of Harrow Vale's money: answers are given up one after another until the rest can be
 * placed, and the last of them frees more than it had to. What fits beside the rest then is part of
 * the plan. */
static void
test_reconsidered (void)
{
  static const int amounts[][5] = { { 480, 880, 980, 760, 340 },
                                    { 48, 132, 248, 352, 392 },
                                    { 60, 192, 280, 200, 68 } };
  static const char *const kinds[] = { "CAP", "OPE", "VAL" };
  g_autoptr (BfPlan) plenty = bf_test_sample ("aerospace");
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (BfRoadmap) roadmap = NULL;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (int year = 0; year < 5; year++)
      g_string_append_printf (rows,
                              "budget | key=BG-%d-%s | amount=%d000\n",
                              2027 + year,
                              kinds[kind],
                              amounts[kind][year]);
  plan = bf_test_plan_with (plenty, rows->str);
  roadmap = bf_test_planned (plan, 20);
  g_assert_true (roadmap->checked);
  g_assert_cmpuint (roadmap->n_unmet, >, 5);
  g_assert_cmpint (bf_roadmap_find (roadmap, "ST07:HV-MT"), >=, 0);
  for (guint i = 0; i < roadmap->n_unmet; i++)
    g_assert_null (strstr (roadmap->unmet[i].why, "There is room for it"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unmet/money", test_money);
  g_test_add_func ("/unmet/years", test_years);
  g_test_add_func ("/unmet/rejected", test_rejected);
  g_test_add_func ("/unmet/capped", test_capped);
  g_test_add_func ("/unmet/window", test_window);
  g_test_add_func ("/unmet/reconsidered", test_reconsidered);
  return g_test_run ();
}
