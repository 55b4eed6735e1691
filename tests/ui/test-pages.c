/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-planned.h"
#include "bf-test-sample.h"

#include "ui-fixture.h"
#include "ui-look.h"

static GtkApplication *application;

static void
show_page (BfPlanWindow *window, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", id);
  ui_look_settle ();
}

/* --- One screen ------------------------------------------------------------------------------ */

static gboolean
overflows (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

/* Whether a list or page on show is longer or wider than its place. */
static gboolean
is_cut (GtkWidget *widget, gconstpointer data)
{
  GtkScrolledWindow *scroller;

  if (!GTK_IS_SCROLLED_WINDOW (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  scroller = GTK_SCROLLED_WINDOW (widget);
  return overflows (gtk_scrolled_window_get_vadjustment (scroller)) ||
         overflows (gtk_scrolled_window_get_hadjustment (scroller));
}

/* A stack on show that has such a view. */
static gboolean
has_view (GtkWidget *widget, gconstpointer view)
{
  return GTK_IS_STACK (widget) && gtk_widget_get_mapped (widget) &&
         gtk_stack_get_child_by_name (GTK_STACK (widget), view) != NULL;
}

static void
turn_to (BfPlanWindow *window, const char *view)
{
  GtkWidget *stack = ui_look_find (GTK_WIDGET (window), has_view, view);

  g_assert_nonnull (stack);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), view);
  ui_look_settle ();
}

/* A whole plant at 1280 × 800: nothing of these pages has to be scrolled for. */
static void
test_one_screen (void)
{
  static const char *const pages[] = { "overview", "maturity", "money", "risk" };
  g_autoptr (BfPlan) plan = bf_test_sample ("aerospace");
  g_autoptr (BfRoadmap) roadmap = bf_test_planned (plan, 200);
  g_autoptr (BfDocument) document = ui_fixture_document ();
  BfPlanWindow *window = bf_plan_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  bf_session_set_planner (bf_plan_window_get_session (window), NULL);
  bf_plan_window_show_document (window, document);
  bf_session_show_roadmap (bf_plan_window_get_session (window), roadmap);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (window, pages[i]);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 1280);
      g_assert_null (ui_look_find (GTK_WIDGET (window), is_cut, NULL));
    }
  turn_to (window, "consequences");
  g_assert_nonnull (ui_look_find (GTK_WIDGET (window), ui_look_says, "What the finish hangs on"));
  g_assert_null (ui_look_find (GTK_WIDGET (window), is_cut, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Money ----------------------------------------------------------------------------------- */

/* What the expected cost lacks to the P80, as the workbook and the JSON have it: the two add up. */
static void
test_contingency (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  BfPlanWindow *window = ui_look_window (application);

  roadmap->fully_loaded.p50 = 9.90e8;
  roadmap->fully_loaded.expected = 10.07e8;
  roadmap->fully_loaded.p80 = 11.41e8;
  bf_session_show_roadmap (bf_plan_window_get_session (window), roadmap);
  show_page (window, "money");
  g_assert_nonnull (ui_look_find (GTK_WIDGET (window), ui_look_says, "10.07"));
  g_assert_nonnull (ui_look_find (GTK_WIDGET (window), ui_look_says, "1.34"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Stopping -------------------------------------------------------------------------------- */

/* A draft at once; the whole search lasts until somebody stops it. */
static BfRoadmap *
endless_planner (const BfPlan *plan,
                 const BfRoadmapOptions *options,
                 BfRoadmapProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  GPollFD stopped;

  if (options->schedules > 0)
    return ui_fixture_plan (plan, options, progress, progress_data, cancellable, error);
  g_assert_true (g_cancellable_make_pollfd (cancellable, &stopped));
  g_poll (&stopped, 1, -1);
  g_cancellable_release_fd (cancellable);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

/* A stopped search leaves a draft, which the window calls so and can go on from. */
static void
test_stopped (void)
{
  g_autoptr (BfDocument) document = ui_fixture_document ();
  BfPlanWindow *window = bf_plan_window_new (application);
  BfSession *session = bf_plan_window_get_session (window);

  bf_session_set_drafts (session, TRUE);
  bf_session_set_planner (session, endless_planner);
  bf_plan_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  ui_look_wait (GTK_WIDGET (window), "Better dates are being looked for");
  g_assert_null (ui_look_button (GTK_WIDGET (window), "Plan Again"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
  ui_look_wait (GTK_WIDGET (window), "This is a first draft");
  g_assert_true (bf_session_was_stopped (session));

  bf_session_set_planner (session, ui_fixture_plan);
  ui_fixture_wait (session);
  ui_look_wait (GTK_WIDGET (window), "Feasible");
  g_assert_null (ui_look_button (GTK_WIDGET (window), "Plan Again"));
  g_assert_false (bf_session_was_stopped (session));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Stopped before anything was there, the first page offers to go on. */
static void
test_stopped_at_once (void)
{
  g_autoptr (BfDocument) document = ui_fixture_document ();
  BfPlanWindow *window = bf_plan_window_new (application);
  BfSession *session = bf_plan_window_get_session (window);

  bf_session_set_drafts (session, FALSE);
  bf_session_set_planner (session, endless_planner);
  bf_plan_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  ui_look_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
  ui_look_wait (GTK_WIDGET (window), "Planning was stopped");
  show_page (window, "overview");
  ui_look_wait (GTK_WIDGET (window), "Planning was stopped");
  bf_session_set_planner (session, ui_fixture_plan);
  ui_look_wait (GTK_WIDGET (window), "Connected and proven");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Names ----------------------------------------------------------------------------------- */

/* What Tab or an arrow can reach and what a person reads must be named for who cannot see it. */
static gboolean
is_nameless (GtkWidget *widget, gconstpointer data)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_focusable (widget) ||
      gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL)
    return FALSE;
  /* What a drop-down list shows as chosen stands inside its button. */
  if (gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_TOGGLE_BUTTON) != NULL)
    return FALSE;
  if (!GTK_IS_LIST_BOX_ROW (widget) && !GTK_IS_EDITABLE_LABEL (widget) &&
      g_strcmp0 (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") != 0 &&
      !GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    return FALSE;
  return !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
test_names (void)
{
  static const char *const pages[] = { "overview", "maturity", "systems", "steps",
                                       "money",    "risk",     "history" };
  BfPlanWindow *window = ui_look_window (application);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *nameless;

      show_page (window, pages[i]);
      nameless = ui_look_find (GTK_WIDGET (window), is_nameless, NULL);
      if (nameless != NULL)
        g_error ("%s: a %s has no name", pages[i], G_OBJECT_TYPE_NAME (nameless));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/one-screen", test_one_screen);
  g_test_add_func ("/pages/contingency", test_contingency);
  g_test_add_func ("/pages/stopped", test_stopped);
  g_test_add_func ("/pages/stopped-at-once", test_stopped_at_once);
  g_test_add_func ("/pages/names", test_names);
  return ui_look_run (&application);
}
