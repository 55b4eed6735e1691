/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that a gate would keep from the horizon move to earlier phases. */

#include "bf-json.h"
#include "bf-plan-text.h"
#include "bf-planned.h"

#include <stdlib.h>

static const BfRoadmapStep *
step_of (const BfRoadmap *roadmap, const char *key)
{
  int index = bf_roadmap_find (roadmap, key);

  g_assert_cmpint (index, >=, 0);
  return &roadmap->steps[index];
}

/* Two summers. Backup takes the first, so segmentation has the second, and gate 2 waits for it:
 * program control (phase 3) requires it. Program control bears its stop on any day; the controllers
 * of phase 3 need a summer too. */
static const char gated[] =
    "area | key=A | name=Hall\n"
    "window | key=W27 | kind=shutdown | name=Summer 2027 | start=2027-07-24T06:00"
    " | end=2027-08-16T06:00\n"
    "window | key=W28 | kind=shutdown | name=Summer 2028 | start=2028-07-22T06:00"
    " | end=2028-08-14T06:00\n"
    "system | system_id=NET | name=Network | type=Network | area=A | disposition=Replace"
    " | owner_business=IT | max_stop_h=1\n"
    "system | system_id=DNC | name=Programs | type=CNC/DNC | isa95_level=3 | area=A"
    " | disposition=Replace | owner_business=Shop | max_stop_h=200\n"
    "system | system_id=PLC | name=Controllers | type=PLC | isa95_level=1 | area=A"
    " | disposition=Replace | owner_business=Shop | max_stop_h=1\n";

static BfRoadmap *
compute_gated (int years, const char *rows)
{
  g_autofree char *text = g_strdup_printf (
      "plant | key=P | name=Works | start=2027-01-04 | horizon_years=%d | currency=EUR\n%s%s",
      years,
      gated,
      rows);
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return bf_test_planned (plan, 100);
}

#define THIRD_SUMMER                                                                               \
  "window | key=W29 | kind=shutdown | name=Summer 2029 | start=2029-07-21T06:00"                   \
  " | end=2029-08-13T06:00\n"

static int
phase_of (const BfRoadmap *roadmap, const char *key)
{
  return atoi (roadmap->phases[step_of (roadmap, key)->phase].id);
}

/* Of what the gate holds only the controllers cannot wait, and the phase before theirs is early
 * enough. */
static void
test_gate_breaks_horizon (void)
{
  g_autoptr (BfRoadmap) roadmap = compute_gated (2, "");
  const BfRoadmapStep *moved = step_of (roadmap, "ST09:A/PLC");
  const char *const *why = moved->why;
  int listed = 0;

  g_assert_true (roadmap->checked);
  g_assert_cmpint (phase_of (roadmap, "ST05:site"), ==, 2);
  g_assert_cmpint (phase_of (roadmap, "ST32:site"), ==, 3);
  g_assert_cmpint (phase_of (roadmap, "ST09:A/PLC"), ==, 2);
  g_assert_cmpint (moved->step->usual_phase, ==, 2);
  for (guint i = 0; i < roadmap->n_steps; i++)
    g_assert_true (!roadmap->steps[i].step->lowered_because == (&roadmap->steps[i] != moved));
  while (why[1])
    why++;
  for (guint i = 0; i < roadmap->n_assumptions; i++)
    if (g_str_equal (roadmap->assumptions[i].what, "ST09:A/PLC: Phase"))
      {
        g_assert_cmpstr (roadmap->assumptions[i].value, ==, "2");
        g_assert_cmpstr (roadmap->assumptions[i].basis, ==, *why);
        listed++;
      }
  g_assert_cmpint (listed, ==, 1);
  g_assert_cmpstr (*why,
                   ==,
                   "It stands in phase 2 instead of phase 3: gate 2 waits for “OT network "
                   "segmentation (zones, conduits, industrial DMZ)” until 25 Aug 2028, and behind "
                   "it no place inside the horizon is left.");
}

/* With a third summer behind the horizon it is known by how much: the cutover begins on 21 July
 * 2029, and what follows takes until 18 September, as it took until the 19th when the cutover began
 * on 22 July 2028. The horizon ends on 3 January 2029. */
static void
test_gate_breaks_horizon_by (void)
{
  g_autoptr (BfRoadmap) roadmap = compute_gated (2, THIRD_SUMMER);
  const BfRoadmapStep *moved = step_of (roadmap, "ST09:A/PLC");

  g_assert_true (roadmap->checked);
  g_assert_cmpint (phase_of (roadmap, "ST09:A/PLC"), ==, 2);
  g_assert_cmpstr (moved->step->lowered_because,
                   ==,
                   "It stands in phase 2 instead of phase 3: gate 2 waits for “OT network "
                   "segmentation (zones, conduits, industrial DMZ)” until 25 Aug 2028, and behind "
                   "it the roadmap would end 258 days after the horizon.");
}

/* Nothing moves that need not, and nothing that the user put where it is. */
static void
test_gate_moves_nothing (void)
{
  g_autoptr (BfRoadmap) longer = compute_gated (3, THIRD_SUMMER);
  g_autoptr (BfRoadmap) told = compute_gated (2, "step | key=ST09:A/PLC | phase=3\n");

  g_assert_true (longer->checked);
  g_assert_cmpint (phase_of (longer, "ST09:A/PLC"), ==, 3);
  for (guint i = 0; i < longer->n_steps; i++)
    g_assert_null (longer->steps[i].step->lowered_because);
  g_assert_cmpint (bf_roadmap_find (told, "ST09:A/PLC"), ==, -1);
  for (guint i = 0; i < told->n_steps; i++)
    g_assert_null (told->steps[i].step->lowered_because);
}

/* A replan from kept dates has it in the same phase, for the same reason, and to the byte. */
static void
test_gate_is_kept (void)
{
  g_autoptr (BfRoadmap) first = compute_gated (2, "");
  g_autofree char *json = bf_roadmap_to_json (first);
  BfRoadmapOptions options = { .seed = 1, .draws = 100, .keep_dates = json };
  g_autoptr (BfRoadmap) again = bf_roadmap_compute (first->plan, &options, NULL, NULL, NULL, NULL);
  const BfStep *moved = step_of (again, "ST09:A/PLC")->step;

  g_assert_true (again->checked);
  g_assert_cmpint (phase_of (again, "ST09:A/PLC"), ==, 2);
  g_assert_cmpint (moved->usual_phase, ==, 2);
  g_assert_cmpstr (
      moved->lowered_because, ==, step_of (first, "ST09:A/PLC")->step->lowered_because);
  for (guint i = 0; i < first->n_steps; i++)
    g_assert_cmpint (first->steps[i].finish, ==, again->steps[i].finish);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gates/break-the-horizon", test_gate_breaks_horizon);
  g_test_add_func ("/gates/break-it-by", test_gate_breaks_horizon_by);
  g_test_add_func ("/gates/move-nothing", test_gate_moves_nothing);
  g_test_add_func ("/gates/are-kept", test_gate_is_kept);
  return g_test_run ();
}
