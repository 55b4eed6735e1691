/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The simulation of a plan, or of made-up plants: how fast, and how well its percentiles are known
 * against one run of 40 times as many draws. */

#include "bench.h"

#include <time.h>

#include "bf-input.h"
#include "bf-risk.h"
#include "bf-roadmap.h"
#include "risk-fixture.h"

#define N_SEEDS 24
#define LONG_RUN 40
#define MOST_LONG 200000

typedef struct
{
  const char *name;
  const BfStepSet *set;
  const BfCalendar *calendar;
  const BfNetwork *network;
  const BfSchedule *schedule;
  guint draws, threads;
} Subject;

static BfRisk *
simulate (const Subject *subject, BfRiskOptions options, double *seconds)
{
  gint64 before = g_get_monotonic_time ();
  BfRisk *risk = bf_risk_simulate (
      subject->set, subject->network, subject->calendar, subject->schedule, &options, NULL);

  if (seconds)
    *seconds = (double) (g_get_monotonic_time () - before) / G_USEC_PER_SEC;
  return risk;
}

/* The best of three: others use the machine too. @cpu: time of the processor, not of the clock on
 * the wall. */
static double
time_it (const Subject *subject, guint threads, gboolean cpu)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < 3; i++)
    {
      double seconds;
      clock_t before = clock ();

      bf_risk_free (
          simulate (subject,
                    (BfRiskOptions){ .seed = 1, .draws = subject->draws, .threads = threads },
                    &seconds));
      best = MIN (best, cpu ? (double) (clock () - before) / CLOCKS_PER_SEC : seconds);
    }
  return best;
}

static void
add_square (double *sums, double p50, double p80, double p90)
{
  sums[0] += p50 * p50;
  sums[1] += p80 * p80;
  sums[2] += p90 * p90;
}

/* Root mean squares over the seeds, days and shares of the cost. */
static void
print_errors (const Subject *subject, const BfRisk *truth, guint draws, gboolean plain)
{
  double days[3] = { 0 }, cost[3] = { 0 }, all = truth->fully_loaded.p50;
  BfSpread stated = { 0 };

  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (BfRisk) risk =
          simulate (subject, (BfRiskOptions){ .seed = seed, .draws = draws, .plain = plain }, NULL);

      add_square (days,
                  (double) (risk->finish.p50 - truth->finish.p50),
                  (double) (risk->finish.p80 - truth->finish.p80),
                  (double) (risk->finish.p90 - truth->finish.p90));
      add_square (cost,
                  (risk->fully_loaded.p50 - truth->fully_loaded.p50) / all,
                  (risk->fully_loaded.p80 - truth->fully_loaded.p80) / all,
                  (risk->fully_loaded.p90 - truth->fully_loaded.p90) / all);
      stated = risk->finish_error;
    }
  g_print ("%s\n    {\"draws\": %u, \"stratified\": %s, \"finish_days\": [%.2f, %.2f, %.2f], "
           "\"stated_days\": [%.1f, %.1f, %.1f], \"cost_share\": [%.6f, %.6f, %.6f]}",
           plain ? "," : "",
           draws,
           plain ? "false" : "true",
           sqrt (days[0] / N_SEEDS),
           sqrt (days[1] / N_SEEDS),
           sqrt (days[2] / N_SEEDS),
           stated.p50,
           stated.p80,
           stated.p90,
           sqrt (cost[0] / N_SEEDS),
           sqrt (cost[1] / N_SEEDS),
           sqrt (cost[2] / N_SEEDS));
}

/* A fifth of the draws, stratified, beside all of them, plain: P50, P80, P90. */
static void
compare_errors (const Subject *subject)
{
  g_autoptr (BfRisk) truth =
      simulate (subject,
                (BfRiskOptions){ .seed = 999, .draws = MIN (LONG_RUN * subject->draws, MOST_LONG) },
                NULL);

  g_print (",\n   \"errors\": [");
  print_errors (subject, truth, MAX (1, subject->draws / 5), FALSE);
  print_errors (subject, truth, subject->draws, TRUE);
  g_print ("]");
}

static void
measure (const Subject *subject, gboolean errors)
{
  guint n = subject->network->activities->len;
  double seconds = time_it (subject, subject->threads, FALSE);
  double alone = time_it (subject, 1, TRUE);

  g_print ("\n  {\"plan\": \"%s\", \"steps\": %u, \"activities\": %u, \"draws\": %u, \"threads\": "
           "%u,\n   \"seconds\": %.3f, \"draws_per_second\": %.0f, "
           "\"ns_per_activity_and_draw_on_one_thread\": %.1f",
           subject->name,
           subject->set->steps->len,
           n,
           subject->draws,
           subject->threads,
           seconds,
           subject->draws / seconds,
           alone * 1e9 / n / subject->draws);
  if (errors)
    compare_errors (subject);
  g_print ("}");
}

/* --- Made-up plants --- */

static void
measure_made (const char *name, const RiskShape *shape, guint draws, guint threads, gboolean errors)
{
  RiskCase one = risk_case_new (shape);

  if (one.schedule)
    {
      Subject subject = { name,  one.plant->set, one.plant->calendar, one.network, one.schedule,
                          draws, threads };

      measure (&subject, errors);
    }
  else
    g_print ("\n  {\"plan\": \"%s\", \"schedule\": null}", name);
  risk_case_clear (&one);
}

static void
measure_all_made (guint draws, guint threads)
{
  static const RiskShape full = { 60, 1, TRUE, TRUE, 10 }, plain = { 28, 1, FALSE, FALSE, 0 };

  measure_made ("60 steps with windows, teams and qualification",
                &full,
                draws ? draws : 10000,
                threads,
                TRUE);
  g_print (",");
  measure_made ("200 activities without teams", &plain, draws ? draws : 10000, threads, FALSE);
}

/* --- A plan --- */

static int
measure_plan (const char *path, guint draws, guint threads)
{
  const char *const inputs[] = { path, NULL };
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autoptr (BfPlan) plan = bf_input_read (inputs, problems);
  g_autoptr (BfRoadmap) roadmap = NULL;
  g_autoptr (BfNetwork) network = NULL;
  g_autoptr (BfSchedule) schedule = NULL;
  BfRoadmapOptions wanted = { .seed = 1, .draws = 1 };
  BfScheduleOptions options = { .seed = 1 };
  Subject subject;

  if (!plan)
    {
      g_printerr ("%s", problems->str);
      return 1;
    }
  roadmap = bf_roadmap_compute (plan, &wanted, NULL, NULL, NULL, NULL);
  network = roadmap ? bf_network_build (roadmap->set, NULL) : NULL;
  schedule =
      network ? bf_schedule_compute (roadmap->set, network, roadmap->calendar, &options, NULL, NULL)
              : NULL;
  if (!schedule)
    {
      g_printerr ("%s cannot be scheduled.\n", path);
      return 3;
    }
  subject =
      (Subject){ path,   roadmap->set, roadmap->calendar, network, schedule, draws ? draws : 4000,
                 threads };
  measure (&subject, TRUE);
  return 0;
}

int
bench_simulate (int argc, char **argv)
{
  guint draws = 0, threads = 2;
  const char *path = NULL;
  int code = 0;

  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--draws") && i + 1 < argc)
      draws = (guint) g_ascii_strtoull (argv[++i], NULL, 10);
    else if (g_str_equal (argv[i], "--threads") && i + 1 < argc)
      threads = (guint) g_ascii_strtoull (argv[++i], NULL, 10);
    else
      path = argv[i];
  g_print ("{\"bench\": \"simulate\", \"runs\": [");
  if (path)
    code = measure_plan (path, draws, threads);
  else
    measure_all_made (draws, threads);
  g_print ("\n]}\n");
  return code;
}
