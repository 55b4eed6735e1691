/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "risk-fixture.h"

#define FIRST_YEAR 2027
#define N_AREAS 4
#define N_TEAMS 6

static int
years_of (const RiskShape *shape)
{
  return 6 + (int) shape->n_steps / 6;
}

static void
write_windows (GString *text, const RiskShape *shape)
{
  for (int year = FIRST_YEAR; year < FIRST_YEAR + years_of (shape); year++)
    g_string_append_printf (text,
                            "shutdown SP%d \"Spring\" %d-04-10T06:00 %d-04-13T06:00\n"
                            "shutdown SU%d \"Summer\" %d-07-24T06:00 %d-08-14T06:00\n"
                            "shutdown AU%d \"Autumn\" %d-10-02T06:00 %d-10-04T18:00 areas=A0,A1\n"
                            "freeze FR%d \"Year's end\" %d-12-01T00:00 %d-12-24T00:00\n",
                            year,
                            year,
                            year,
                            year,
                            year,
                            year,
                            year,
                            year,
                            year,
                            year,
                            year,
                            year);
  for (int area = 0; area < N_AREAS; area++)
    g_string_append_printf (text,
                            "weekend WE%d \"Weekend\" %d-01-09T06:00 %d-12-31T00:00 hours=20 "
                            "every=%d areas=A%d\n",
                            area,
                            FIRST_YEAR,
                            FIRST_YEAR + years_of (shape) - 1,
                            area == 0 ? 8 : area,
                            area);
}

static void
write_plant (GString *text, const RiskShape *shape)
{
  g_string_append_printf (text,
                          "plant start=%d-01-04 years=%d week=Mon-Fri cutovers=2 rate=10000 "
                          "factor=0.5\n",
                          FIRST_YEAR,
                          years_of (shape));
  for (int area = 0; area < N_AREAS; area++)
    g_string_append_printf (
        text,
        "area A%d\n"
        "system S%d areas=A%d stop=%d criticality=3 score=50 incidents=%d rto=40\n",
        area,
        area,
        area,
        area == 0 ? 24 : 0,
        area == 0 ? 10 : 1);
  for (int team = 0; shape->teams && team < N_TEAMS; team++)
    g_string_append_printf (text,
                            "team T%d\ncapacity T%d %d-01-01 %d-12-31 %d\n",
                            team,
                            team,
                            FIRST_YEAR,
                            FIRST_YEAR + years_of (shape),
                            2 + team % 3);
  if (shape->windows)
    write_windows (text, shape);
}

static void
write_needs (GString *text, GRand *rand, guint i)
{
  guint first = i > 6 ? i - 6 : 0;

  if (i < 4)
    return;
  g_string_append_printf (text, " needs=K%04d", g_rand_int_range (rand, (int) first, (int) i - 2));
  if (i % 3 == 0)
    g_string_append_printf (text, ",K%04u", i - 2);
}

/* Some steps stop two areas, at once or one after the other. */
static void
write_areas (GString *text, guint i, int area)
{
  int other = (area + 1) % N_AREAS;

  if (i % 4 != 1)
    g_string_append_printf (text, " areas=A%d systems=S%d", area, area);
  else
    g_string_append_printf (text,
                            " areas=A%d,A%d systems=S%d,S%d%s",
                            MIN (area, other),
                            MAX (area, other),
                            MIN (area, other),
                            MAX (area, other),
                            i % 8 == 1 ? " by-area" : "");
}

static void
write_step (GString *text, const RiskShape *shape, GRand *rand, guint i)
{
  int area = g_rand_int_range (rand, 0, N_AREAS);
  int build = g_rand_int_range (rand, 10, 60);

  g_string_append_printf (text,
                          "step K%04u build=%d offline=%d overlap=4 buffer=4 online=%d "
                          "parallel=%d hypercare=10",
                          i,
                          build,
                          10 + (int) (i % 7),
                          5 + (int) (i % 11),
                          i % 2 ? 20 : 0);
  write_areas (text, i, area);
  if (shape->windows)
    g_string_append_printf (text, " cutover=%d", i % 5 == 4 ? 0 : g_rand_int_range (rand, 4, 60));
  else
    g_string_append (text, " cutover=0");
  if (shape->windows && i % 9 == 3)
    g_string_append (text, " core");
  if (shape->teams)
    g_string_append_printf (text,
                            " load=T%u:%d offline_load=T%u:6 online_load=T%u:5",
                            i % N_TEAMS,
                            build,
                            (i + 1) % N_TEAMS,
                            (i + 2) % N_TEAMS);
  write_needs (text, rand, i);
  g_string_append_c (text, '\n');
}

/* --- Spreads --- */

static BfEstimate
around (double likely)
{
  return (BfEstimate){ 0.7 * likely, likely, 1.9 * likely };
}

static void
add_lines (BfStep *step, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      BfQualificationLine line = {
        .phase = "OQ",
        .name = "OQ",
        .offline = i < n / 2,
        .neighbour = -1,
        .units = 1,
        .weeks = around (1),
        .effort = around (5),
        .rework_chance = { 0.05, 0.2, 0.5 },
        .rework_fraction = { 0.1, 0.2, 0.6 },
        .person_days = 6,
        .cost_minor = 600000,
      };

      g_array_append_val (step->lines, line);
      step->package_weeks += 1.15;
    }
}

static void
spread_step (BfStep *step, guint n_lines)
{
  step->build_weeks = around (step->build_days / 5.0);
  step->hypercare_weeks = around (2);
  if (step->parallel_days)
    step->parallel_weeks = around (step->parallel_days / 5.0);
  step->capex = around (200000);
  step->opex_year = 8000;
  step->stop_hours = around (step->need_hours / 1.3);
  step->overrun_hours = around (6);
  step->problem_chance = 0.12;
  step->rollback_chance = 0.3;
  step->redo_cost = 10000;
  add_lines (step, n_lines);
}

RiskCase
risk_case_new (const RiskShape *shape)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (shape->seed);
  g_autoptr (GError) error = NULL;
  RiskCase one = { NULL };

  write_plant (text, shape);
  for (guint i = 0; i < shape->n_steps; i++)
    write_step (text, shape, rand, i);
  one.plant = bf_test_plant_new (text->str);
  one.plant->options.schedules = 4;
  one.network = bf_network_build (one.plant->set, &error);
  g_assert_no_error (error);
  one.schedule = bf_schedule_compute (
      one.plant->set, one.network, one.plant->calendar, &one.plant->options, NULL, NULL);
  for (guint i = 0; i < one.plant->set->steps->len; i++)
    spread_step (one.plant->set->steps->pdata[i], shape->n_lines);
  return one;
}

void
risk_case_clear (RiskCase *one)
{
  if (one->schedule)
    bf_schedule_free (one->schedule);
  bf_network_free (one->network);
  bf_test_plant_free (one->plant);
}
