/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a person waits: milliseconds from the start of the process to the window's first frame,
 * from there to the first frame with a roadmap, and to the frame with the final one, as JSON. Each
 * plan is opened by a process of its own, on a display of its own, painted by cairo.
 *
 * A number of steps instead of a path shows a roadmap of that size that is already computed. */

#include "bf-application.h"
#include "bf-plan-window.h"
#include "timeline-fixture.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static gint64 began; /* all times: microseconds of the monotonic clock */

typedef struct
{
  GtkApplication *application;
  const char *what;
  BfPlanWindow *window;
  BfRoadmap *roadmap; /* to be shown, of a number of steps */
  gint64 first_frame, first_roadmap, final_roadmap;
} Bench;

static double
ms (gint64 from, gint64 to)
{
  return (double) (to - from) / 1000;
}

static void
report (const Bench *bench)
{
  BfSession *session = bf_plan_window_get_session (bench->window);

  g_print ("{\"opens\": \"%s\", \"steps\": %u, \"first_frame_ms\": %.0f, \"roadmap_ms\": %.0f, "
           "\"final_roadmap_ms\": %.0f}",
           bench->what,
           bf_session_get_roadmap (session)->n_steps,
           ms (began, bench->first_frame),
           ms (bench->first_frame, bench->first_roadmap),
           ms (bench->first_frame, bench->final_roadmap));
}

static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  BfSession *session = bf_plan_window_get_session (bench->window);
  gint64 now = g_get_monotonic_time ();

  if (bench->first_frame == 0)
    bench->first_frame = now;
  if (bf_session_get_roadmap (session) == NULL)
    {
      if (bench->roadmap != NULL)
        bf_session_show_roadmap (session, bench->roadmap);
      return;
    }
  /* The frame after the one in which the news came shows it. */
  if (bench->first_roadmap == 0)
    bench->first_roadmap = now;
  if (bf_session_get_busy (session))
    return;
  bench->final_roadmap = now;
  report (bench);
  fflush (NULL);
  _exit (0);
}

static void
open_cb (GApplication *application, Bench *bench)
{
  g_autoptr (BfDocument) document = NULL;
  const char *paths[] = { bench->what, NULL };
  guint n_steps = (guint) g_ascii_strtoull (bench->what, NULL, 10);

  bench->window = bf_plan_window_new (bench->application);
  bf_session_set_drafts (bf_plan_window_get_session (bench->window), TRUE);
  bf_session_set_planner (bf_plan_window_get_session (bench->window), bf_roadmap_compute);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)),
                    "after-paint",
                    G_CALLBACK (painted_cb),
                    bench);
  if (n_steps == 0)
    {
      bf_plan_window_open_paths (bench->window, paths);
      return;
    }
  bench->roadmap = timeline_fixture_new (n_steps, 7);
  document = bf_document_new_in_memory ();
  bf_plan_window_show_document (bench->window, document);
  bf_session_cancel (bf_plan_window_get_session (bench->window));
}

static int
measure (const char *what)
{
  g_autoptr (BfApplication) application = bf_application_new (G_APPLICATION_NON_UNIQUE);
  Bench bench = { .application = GTK_APPLICATION (application), .what = what };

  g_signal_connect (application, "activate", G_CALLBACK (open_cb), &bench);
  g_signal_connect (application, "activate", G_CALLBACK (g_application_hold), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* When this process was started, not when it had loaded its libraries: the parent says so. */
static gboolean
measure_apart (const char *program, const char *what, GError **error)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *arguments[] = { program, "--began", now, what, NULL };
  int status = 0;

  return g_spawn_sync (NULL,
                       (char **) arguments,
                       NULL,
                       G_SPAWN_CHILD_INHERITS_STDIN,
                       NULL,
                       NULL,
                       NULL,
                       NULL,
                       &status,
                       error) &&
         g_spawn_check_wait_status (status, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 4 && g_str_equal (argv[1], "--began"))
    {
      began = g_ascii_strtoll (argv[2], NULL, 10);
      return measure (argv[3]);
    }
  g_print ("{\"bench\": \"opening\", \"runs\": [");
  for (int i = 1; i < argc; i++)
    {
      g_print ("%s\n  ", i > 1 ? "," : "");
      if (!measure_apart (argv[0], argv[i], &error))
        g_error ("%s", error->message);
    }
  g_print ("\n]}\n");
  return 0;
}
