/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-planned.h"
#include "bf-roadmap-on-day.h"
#include "bf-spending.h"
#include "bf-test-sample.h"

static BfRoadmap *
compute_sample (const char *name)
{
  g_autoptr (BfPlan) plan = bf_test_sample (name);

  return bf_test_planned (plan, 200);
}

static gint64
last_release (const BfRoadmap *roadmap, int phase)
{
  gint64 day = G_MININT64;

  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].phase <= phase)
      day = MAX (day, roadmap->steps[i].finish);
  return day;
}

/* No step of a later phase is released by then: the day and the phase speak of one plant. */
static gboolean
phase_is_alone (const BfRoadmap *roadmap, int phase, gint64 day)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].phase > phase && roadmap->steps[i].finish <= day)
      return FALSE;
  return TRUE;
}

static void
assert_agrees (const BfRoadmap *roadmap, const BfRoadmapPhase *phase, const BfPlantDay *plant)
{
  g_assert_cmpint (plant->systems_live, ==, phase->systems_live);
  g_assert_cmpint (plant->systems_retired, ==, phase->systems_retired);
  g_assert_cmpint (plant->systems_unsupported, ==, phase->systems_unsupported);
  g_assert_cmpint (plant->interfaces, ==, phase->interfaces);
  g_assert_cmpfloat_with_epsilon (plant->debt, phase->debt, 1e-9);
  for (guint i = 0; i < roadmap->needs->n_levels; i++)
    g_assert_cmpfloat_with_epsilon (plant->maturity[i], phase->maturity[i], 1e-9);
}

static void
check_phases (const BfRoadmap *roadmap)
{
  guint n_alone = 0;

  for (guint i = 0; i < roadmap->n_phases; i++)
    {
      gint64 day = last_release (roadmap, (int) i);
      g_autoptr (BfPlantDay) plant = bf_roadmap_on_day (roadmap, day);

      g_assert_cmpint (roadmap->phases[i].after, ==, day);
      g_assert_cmpint (roadmap->phases[i].spent_minor, ==, plant->spent_minor);
      g_assert_cmpfloat (roadmap->phases[i].stopped_until, ==, plant->stopped_hours);
      g_assert_cmpfloat (roadmap->phases[i].lost_until, ==, plant->lost_hours);
      if (!phase_is_alone (roadmap, (int) i, day))
        continue;
      assert_agrees (roadmap, &roadmap->phases[i], plant);
      n_alone++;
    }
  g_assert_cmpuint (n_alone, >=, 1);
}

static void
check_before (const BfRoadmap *roadmap)
{
  gint64 day = bf_plan_start (roadmap->plan) - 1;
  g_autoptr (BfPlantDay) plant = bf_roadmap_on_day (roadmap, day);

  g_assert_cmpuint (plant->n_released, ==, 0);
  g_assert_cmpuint (plant->n_under_way, ==, 0);
  g_assert_cmpint (plant->systems_retired, ==, 0);
  g_assert_cmpint (plant->systems_live, ==, (int) bf_plan_count (roadmap->plan, BF_SYSTEM));
  g_assert_cmpint (plant->interfaces, ==, (int) bf_plan_count (roadmap->plan, BF_INTERFACE));
  g_assert_cmpint (plant->spent_minor, ==, 0);
  g_assert_cmpfloat (plant->stopped_hours, ==, 0);
}

/* At the end all is spent, to the cent. */
static void
check_end (const BfRoadmap *roadmap)
{
  gint64 day = MAX (bf_plan_horizon_end (roadmap->plan), roadmap->finish.planned);
  g_autoptr (BfPlantDay) plant = bf_roadmap_on_day (roadmap, day);
  gint64 spent = 0;
  double hours = 0, lost = 0;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      spent += bf_spending_of_step (&roadmap->steps[i], BF_MONEY_CAPEX) +
               bf_spending_of_step (&roadmap->steps[i], BF_MONEY_OPEX) +
               bf_spending_of_step (&roadmap->steps[i], BF_MONEY_VALIDATION);
      hours += roadmap->steps[i].n_cutovers > 0 ? roadmap->steps[i].downtime_hours.expected : 0;
      lost += roadmap->steps[i].n_cutovers > 0 ? roadmap->steps[i].lost_hours.expected : 0;
    }
  g_assert_cmpint (plant->spent_minor, ==, spent);
  g_assert_cmpfloat_with_epsilon (plant->stopped_hours, hours, 1e-6);
  g_assert_cmpfloat_with_epsilon (plant->lost_hours, lost, 1e-6);
  g_assert_cmpuint (plant->n_released, ==, roadmap->n_steps);
}

/* Nothing that is spent or retired comes back. */
static void
check_forward (const BfRoadmap *roadmap)
{
  gint64 spent = 0;
  double hours = 0;
  int retired = 0;

  for (gint64 day = bf_plan_start (roadmap->plan); day <= roadmap->finish.planned; day += 30)
    {
      g_autoptr (BfPlantDay) plant = bf_roadmap_on_day (roadmap, day);

      g_assert_cmpint (plant->spent_minor, >=, spent);
      g_assert_cmpfloat (plant->stopped_hours, >=, hours);
      g_assert_cmpint (plant->systems_retired, >=, retired);
      g_assert_cmpint (
          plant->systems_live + retired, <=, (int) bf_plan_count (roadmap->plan, BF_SYSTEM));
      spent = plant->spent_minor;
      hours = plant->stopped_hours;
      retired = plant->systems_retired;
    }
}

static void
test_sample (gconstpointer name)
{
  g_autoptr (BfRoadmap) roadmap = compute_sample (name);

  check_phases (roadmap);
  check_before (roadmap);
  check_end (roadmap);
  check_forward (roadmap);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/on-day/aerospace", "aerospace", test_sample);
  g_test_add_data_func ("/on-day/pharma", "pharma", test_sample);
  g_test_add_data_func ("/on-day/small", "small", test_sample);
  return g_test_run ();
}
