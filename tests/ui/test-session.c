/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-session.h"

#include "ui-fixture.h"

static int planned; /* atomic: how often a planner was asked */
static GMutex gate;
static GCond opened;
static gboolean is_open;

static BfRoadmap *
counting_planner (const BfPlan *plan,
                  const BfRoadmapOptions *options,
                  BfRoadmapProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_atomic_int_inc (&planned);
  return ui_fixture_plan (plan, options, progress, progress_data, cancellable, error);
}

/* The first request hangs until it is cancelled and the gate opens, and then returns a roadmap
 * nevertheless; the others answer at once. */
static BfRoadmap *
stubborn_planner (const BfPlan *plan,
                  const BfRoadmapOptions *options,
                  BfRoadmapProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  BfRoadmap *roadmap = bf_test_roadmap ();

  roadmap->options.seed = options->seed;
  if (g_atomic_int_add (&planned, 1) > 0)
    return roadmap;
  g_mutex_lock (&gate);
  while (!is_open)
    g_cond_wait (&opened, &gate);
  g_mutex_unlock (&gate);
  return roadmap;
}

static BfRoadmap *
failing_planner (const BfPlan *plan,
                 const BfRoadmapOptions *options,
                 BfRoadmapProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "A waits for B, and B for A.");
  return NULL;
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_follows (void)
{
  g_autoptr (BfSession) session = bf_session_new ();
  g_autoptr (BfDocument) document = ui_fixture_document ();
  g_autoptr (GError) error = NULL;
  const BfSystem *system;
  int plans = 0, roadmaps = 0;

  g_atomic_int_set (&planned, 0);
  bf_session_set_planner (session, counting_planner);
  bf_session_set_document (session, document);
  ui_fixture_wait (session);
  g_assert_nonnull (bf_session_get_roadmap (session));
  g_assert_cmpstr (bf_session_get_title (session), ==, "Mill Lane Castings");
  g_assert_cmpstr (bf_session_get_subtitle (session), ==, "Phased · 4,000 draws · seed 1");

  g_signal_connect_swapped (session, "notify::plan", G_CALLBACK (count_cb), &plans);
  g_signal_connect_swapped (session, "notify::roadmap", G_CALLBACK (count_cb), &roadmaps);
  g_assert_true (bf_session_edit (
      session, BF_SYSTEM, "MES-01", "name", "Another name", "Set name of MES-01", &error));
  ui_fixture_wait (session);
  system = BF_FIND (bf_session_get_plan (session), SYSTEM, BfSystem, "MES-01");
  g_assert_cmpstr (system->name, ==, "Another name");
  g_assert_cmpint (plans, ==, 1);
  g_assert_cmpint (roadmaps, ==, 1);
  g_assert_cmpint (g_atomic_int_get (&planned), ==, 2);
  g_assert_cmpstr (bf_document_undo_label (document), ==, "Set name of MES-01");
}

/* A short search first where nothing is shown, then the whole one; after an edit only that. */
static BfRoadmap *
drafting_planner (const BfPlan *plan,
                  const BfRoadmapOptions *options,
                  BfRoadmapProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  BfRoadmap *roadmap =
      counting_planner (plan, options, progress, progress_data, cancellable, error);

  if (roadmap != NULL)
    roadmap->options = *options;
  return roadmap;
}

static void
note_cb (BfSession *session, GParamSpec *pspec, GString *seen)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (session);

  g_string_append_printf (seen,
                          "%s%s ",
                          bf_session_shows_draft (session) ? "draft" : "whole",
                          roadmap->options.schedules > 0 ? " of a short search" : "");
  g_assert_true (!bf_session_shows_draft (session) || bf_session_get_busy (session));
}

static void
test_draft (void)
{
  g_autoptr (BfSession) session = bf_session_new ();
  g_autoptr (BfDocument) document = ui_fixture_document ();
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_atomic_int_set (&planned, 0);
  bf_session_set_drafts (session, TRUE);
  bf_session_set_planner (session, drafting_planner);
  g_signal_connect (session, "notify::roadmap", G_CALLBACK (note_cb), seen);
  bf_session_set_document (session, document);
  ui_fixture_wait (session);
  g_assert_cmpstr (seen->str, ==, "draft of a short search whole ");
  g_assert_cmpint (g_atomic_int_get (&planned), ==, 2);
  g_string_truncate (seen, 0);
  g_assert_true (bf_session_edit (
      session, BF_SYSTEM, "MES-01", "name", "Another name", "Set name of MES-01", &error));
  ui_fixture_wait (session);
  g_assert_cmpstr (seen->str, ==, "whole ");
  g_assert_cmpint (g_atomic_int_get (&planned), ==, 3);
}

static void
test_refused (void)
{
  g_autoptr (BfSession) session = bf_session_new ();
  g_autoptr (BfDocument) document = ui_fixture_document ();
  g_autoptr (GError) error = NULL;

  bf_session_set_document (session, document);
  g_assert_false (
      bf_session_edit (session, BF_SYSTEM, "MES-01", "type", "teapot", "Set type", &error));
  g_assert_error (error, BF_FIELD_ERROR, BF_FIELD_ERROR_CHOICE);
  g_assert_cmpstr (bf_document_undo_label (document), !=, "Set type");
}

/* The newest request wins, also when an older one answers after it. */
static void
test_newest (void)
{
  g_autoptr (BfSession) session = bf_session_new ();
  g_autoptr (BfDocument) document = ui_fixture_document ();
  BfRoadmapOptions options = { .seed = 1 };
  int roadmaps = 0;

  g_atomic_int_set (&planned, 0);
  is_open = FALSE;
  bf_session_set_document (session, document);
  bf_session_set_options (session, &options);
  bf_session_set_planner (session, stubborn_planner);
  while (g_atomic_int_get (&planned) == 0)
    g_thread_yield ();
  options.seed = 2;
  bf_session_set_options (session, &options);
  ui_fixture_wait (session);
  g_assert_cmpuint (bf_session_get_roadmap (session)->options.seed, ==, 2);

  g_signal_connect_swapped (session, "notify::roadmap", G_CALLBACK (count_cb), &roadmaps);
  g_mutex_lock (&gate);
  is_open = TRUE;
  g_cond_signal (&opened);
  g_mutex_unlock (&gate);
  /* The old task holds the session until it has been answered; its thread may let go of it after
   * the last event, so the loop must not sleep until another one. */
  while (g_atomic_int_get (&G_OBJECT (session)->ref_count) > 1)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  g_assert_cmpint (roadmaps, ==, 0);
  g_assert_cmpuint (bf_session_get_roadmap (session)->options.seed, ==, 2);
}

static void
test_problem (void)
{
  g_autoptr (BfSession) session = bf_session_new ();
  g_autoptr (BfDocument) document = ui_fixture_document ();

  bf_session_set_planner (session, failing_planner);
  bf_session_set_document (session, document);
  ui_fixture_wait (session);
  g_assert_null (bf_session_get_roadmap (session));
  g_assert_cmpstr (bf_session_get_problem (session), ==, "A waits for B, and B for A.");
  bf_session_set_planner (session, ui_fixture_plan);
  ui_fixture_wait (session);
  g_assert_null (bf_session_get_problem (session));
}

static void
test_selection (void)
{
  g_autoptr (BfSession) session = bf_session_new ();
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  int changes = 0;

  bf_session_show_roadmap (session, roadmap);
  g_signal_connect_swapped (session, "notify::selected-step", G_CALLBACK (count_cb), &changes);
  bf_session_set_selected_step (session, roadmap->steps[3].key);
  bf_session_set_selected_step (session, roadmap->steps[3].key);
  g_assert_cmpint (changes, ==, 1);
  g_assert_cmpint (bf_session_get_selected_index (session), ==, 3);
  bf_session_set_selected_step (session, "NO:SUCH");
  g_assert_cmpint (bf_session_get_selected_index (session), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/follows", test_follows);
  g_test_add_func ("/session/draft", test_draft);
  g_test_add_func ("/session/refused", test_refused);
  g_test_add_func ("/session/newest", test_newest);
  g_test_add_func ("/session/problem", test_problem);
  g_test_add_func ("/session/selection", test_selection);
  return g_test_run ();
}
