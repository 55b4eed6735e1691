/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Frames of the timeline while it scrolls and zooms, at some sizes of the plan: milliseconds a
 * frame from the change to the end of painting, as JSON. A display of its own, painted by cairo;
 * --steps N measures that size instead. */

#include <adwaita.h>

#include "bf-roadmap-view.h"
#include "timeline-fixture.h"

#define N_FRAMES 60
#define WARM_UP 5
#define SCROLL_PX 37

typedef struct
{
  BfRoadmap *roadmap;
  GtkWidget *window, *scroller;
  BfRoadmapView *view;
  void (*change) (BfRoadmapView *view, GtkWidget *scroller, guint frame);
  guint frame;
  gint64 began;
  double times[N_FRAMES]; /* ms */
} Bench;

static void
scroll_on (BfRoadmapView *view, GtkWidget *scroller, guint frame)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double room = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);

  gtk_adjustment_set_value (across, (frame * SCROLL_PX) % (guint) MAX (1, room));
  gtk_adjustment_set_value (down, frame * SCROLL_PX / 4.0);
}

static void
zoom_on (BfRoadmapView *view, GtkWidget *scroller, guint frame)
{
  bf_roadmap_view_zoom_by (view, frame % 30 < 15 ? 1.1 : 1 / 1.1);
}

/* --- One frame after the other --- */

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;

  bench->began = g_get_monotonic_time ();
  bench->change (bench->view, bench->scroller, bench->frame);
  gtk_widget_queue_draw (GTK_WIDGET (bench->view));
  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  double ms = (double) (g_get_monotonic_time () - bench->began) / 1000;

  if (bench->began == 0)
    return;
  if (bench->frame >= WARM_UP && bench->frame - WARM_UP < N_FRAMES)
    bench->times[bench->frame - WARM_UP] = ms;
  bench->frame++;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
run (Bench *bench, const char *what)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);
  gulong painted = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), bench);
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (bench->view), tick_cb, bench, NULL);
  double sum = 0;

  bench->frame = 0;
  bench->began = 0;
  while (bench->frame < WARM_UP + N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (bench->view), tick);
  g_signal_handler_disconnect (clock, painted);
  for (guint i = 0; i < N_FRAMES; i++)
    sum += bench->times[i];
  qsort (bench->times, N_FRAMES, sizeof (double), compare_times);
  g_print ("\"%s_ms\": {\"mean\": %.2f, \"median\": %.2f, \"p95\": %.2f}",
           what,
           sum / N_FRAMES,
           bench->times[N_FRAMES / 2],
           bench->times[N_FRAMES * 95 / 100]);
}

static void
open_window (Bench *bench, guint n_steps)
{
  bench->roadmap = timeline_fixture_new (n_steps, 7);
  bench->window = gtk_window_new ();
  bench->scroller = gtk_scrolled_window_new ();
  bench->view = BF_ROADMAP_VIEW (bf_roadmap_view_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (bench->scroller), GTK_WIDGET (bench->view));
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->scroller);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1200, 800);
  bf_roadmap_view_set_roadmap (
      bench->view, bench->roadmap, bf_plan_plant (bench->roadmap->plan)->status_date);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (!bf_roadmap_view_get_layout (bench->view))
    g_main_context_iteration (NULL, TRUE);
}

static void
close_window (Bench *bench)
{
  bf_roadmap_view_set_roadmap (bench->view, NULL, BF_BLANK);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  bf_roadmap_unref (bench->roadmap);
}

static void
measure (guint n_steps, gboolean first)
{
  Bench bench = { 0 };

  open_window (&bench, n_steps);
  g_print ("%s\n  {\"steps\": %u, ", first ? "" : ",", n_steps);
  bench.change = scroll_on;
  run (&bench, "scroll_all");
  g_print (", ");
  bench.change = zoom_on;
  run (&bench, "zoom");
  g_print (", ");
  bf_roadmap_view_show_days (bench.view, 366);
  bench.change = scroll_on;
  run (&bench, "scroll_year");
  g_print ("}");
  close_window (&bench);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 40, 200, 2000 };
  gboolean first = TRUE;

  gtk_init ();
  adw_init ();
  g_print ("{\"bench\": \"frames\", \"runs\": [");
  for (int i = 1; i + 1 < argc; i += 2)
    if (g_str_equal (argv[i], "--steps"))
      {
        measure ((guint) g_ascii_strtoull (argv[i + 1], NULL, 10), first);
        first = FALSE;
      }
  for (guint i = 0; first && i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i], i == 0);
  g_print ("\n]}\n");
  return 0;
}
