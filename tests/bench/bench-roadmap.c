/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person waits for: the first roadmap that can be kept, the one that ends first beside its
 * bound, and how soon a search that is cancelled is over. */

#include "bench.h"

#include "bf-input.h"
#include "bf-roadmap-bound.h"
#include "bf-roadmap.h"
#include "bf-schedule.h"

#define RUNS 5
#define MOST_PASSES 64
#define N_CANCELS 20
/* Between the begin of a computation and its being cancelled, milliseconds. */
#define CANCEL_STEP_MS 13

static double
ms_since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000;
}

/* --- The first. --- */

/* From the steps to a schedule that keeps all rules: passes, twice as many as before until one
 * does. NULL: none. */
static BfSchedule *
first_schedule (const BfRoadmap *roadmap)
{
  g_autoptr (BfCalendar) calendar = bf_calendar_new (roadmap->set->plan, roadmap->set->catalogue);
  g_autoptr (BfNetwork) network = bf_network_build (roadmap->set, NULL);
  BfSchedule *schedule = NULL;

  for (guint passes = 1; !schedule && passes <= MOST_PASSES; passes *= 2)
    {
      BfScheduleOptions options = { .seed = 1, .schedules = passes };

      schedule = bf_schedule_compute (roadmap->set, network, calendar, &options, NULL, NULL);
    }
  return schedule;
}

/* The best of some runs; -1: none. */
static double
time_first (const BfRoadmap *roadmap)
{
  double best = -1;

  for (int i = 0; i < RUNS; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (BfSchedule) schedule = first_schedule (roadmap);
      double ms = ms_since (began);

      if (schedule && (best < 0 || ms < best))
        best = ms;
    }
  return best;
}

/* The same with everything that a person sees beside it, from the plan on. */
static double
time_draft (const BfPlan *plan)
{
  double best = -1;

  for (int i = 0; i < RUNS; i++)
    {
      BfRoadmapOptions options = { .seed = 1, .schedules = 1, .draws = 1 };
      gint64 began = g_get_monotonic_time ();
      g_autoptr (BfRoadmap) roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, NULL);

      double ms = ms_since (began);

      if (roadmap && roadmap->feasible && (best < 0 || ms < best))
        best = ms;
    }
  return best;
}

/* --- Cancelling. --- */

typedef struct
{
  GCancellable *cancellable;
  gint64 at; /* microseconds from now on; then when it was cancelled */
} Cancel;

static gpointer
cancel_cb (gpointer data)
{
  Cancel *cancel = data;

  g_usleep ((gulong) cancel->at);
  cancel->at = g_get_monotonic_time ();
  g_cancellable_cancel (cancel->cancellable);
  return NULL;
}

/* How long a computation went on after it was cancelled; -1: it was over before. */
static double
cancel_after (const BfPlan *plan, gint64 microseconds)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancel cancel = { cancellable, microseconds };
  BfRoadmapOptions options = { .seed = 1 };
  GThread *thread = g_thread_new ("cancel", cancel_cb, &cancel);
  g_autoptr (BfRoadmap) roadmap =
      bf_roadmap_compute (plan, &options, NULL, NULL, cancellable, NULL);
  gint64 over = g_get_monotonic_time ();

  g_thread_join (thread);
  return roadmap ? -1 : (double) (over - cancel.at) / 1000;
}

static void
print_cancels (const BfPlan *plan)
{
  double worst = 0, sum = 0;
  int n = 0;

  for (int i = 1; i <= N_CANCELS; i++)
    {
      double ms = cancel_after (plan, i * CANCEL_STEP_MS * 1000);

      if (ms < 0)
        continue;
      worst = MAX (worst, ms);
      sum += ms;
      n++;
    }
  g_print (", \"cancelled\": %d, \"cancel_ms\": %.1f, \"cancel_worst_ms\": %.1f",
           n,
           sum / MAX (1, n),
           worst);
}

/* --- The earliest finish. --- */

static void
print_finish (const BfPlan *plan)
{
  BfRoadmapOptions options = { .seed = 1, .objective = BF_OBJECTIVE_FINISH };
  gint64 began = g_get_monotonic_time ();
  g_autoptr (BfRoadmap) roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, NULL);

  if (roadmap)
    g_print (
        ", \"finish_gap\": %.4f, \"finish_ms\": %.0f", bf_roadmap_gap (roadmap), ms_since (began));
}

static int
measure (const char *path)
{
  const char *const inputs[] = { path, NULL };
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autoptr (BfPlan) plan = bf_input_read (inputs, problems);
  g_autoptr (BfRoadmap) roadmap = NULL;
  BfRoadmapOptions options = { .seed = 1, .draws = 1 };
  gint64 began = g_get_monotonic_time ();

  if (!plan)
    {
      g_printerr ("%s", problems->str);
      return 1;
    }
  roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, NULL);
  if (!roadmap)
    return 3;
  g_print ("{\"plan\": \"%s\", \"steps\": %u, \"whole_ms\": %.0f, \"gap\": %.4f, "
           "\"first_schedule_ms\": %.1f, \"first_roadmap_ms\": %.1f",
           path,
           roadmap->n_steps,
           ms_since (began),
           bf_roadmap_gap (roadmap),
           time_first (roadmap),
           time_draft (plan));
  print_finish (plan);
  print_cancels (plan);
  g_print ("}");
  return 0;
}

int
bench_roadmap (int argc, char **argv)
{
  int code = argc > 1 ? 0 : 2;

  g_print ("{\"bench\": \"roadmap\", \"runs\": [");
  for (int i = 1; i < argc && !code; i++)
    {
      g_print ("%s\n  ", i > 1 ? "," : "");
      code = measure (argv[i]);
    }
  g_print ("\n]}\n");
  return code;
}
