/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Steps page: what can be done with a step, each one edit that can be taken back. */

#include "bf-plan-window.h"
#include "bf-steps-page.h"

#include "ui-fixture.h"
#include "ui-look.h"

static GtkApplication *application;

static gboolean
is_page (GtkWidget *widget, gconstpointer data)
{
  return BF_IS_STEPS_PAGE (widget);
}

typedef struct
{
  BfPlanWindow *window;
  BfSession *session;
  GtkWidget *page;
  const char *key;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = ui_look_window (application);
  fixture->session = bf_plan_window_get_session (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "steps");
  ui_look_settle ();
  fixture->page = ui_look_find (GTK_WIDGET (fixture->window), is_page, NULL);
  fixture->key = g_intern_string (bf_session_get_roadmap (fixture->session)->steps[1].key);
  bf_session_set_selected_step (fixture->session, fixture->key);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static const BfStepDecision *
decision (const Fixture *fixture)
{
  return BF_FIND (bf_session_get_plan (fixture->session), STEP, BfStepDecision, fixture->key);
}

static int
mode_of (const char *id)
{
  return bf_choice_find (bf_record_field (&bf_step_record, "strategy")->choices, id);
}

static void
test_strategy (Fixture *fixture, gconstpointer data)
{
  gboolean there = decision (fixture) != NULL;
  int before = there ? decision (fixture)->strategy : -1;

  gtk_widget_activate_action (fixture->page, "step.strategy", "s", "wrap");
  g_assert_nonnull (decision (fixture));
  g_assert_cmpint (decision (fixture)->strategy, ==, mode_of ("wrap"));
  gtk_widget_activate_action (fixture->page, "step.strategy", "s", "");
  g_assert_cmpint (decision (fixture)->strategy, ==, -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (decision (fixture)->strategy, ==, mode_of ("wrap"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_true ((decision (fixture) != NULL) == there);
  g_assert_true (!there || decision (fixture)->strategy == before);
}

static void
test_verdict (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->page, "step.reject", NULL);
  g_assert_cmpint (decision (fixture)->status, ==, BF_STATUS_REJECTED);
  gtk_widget_activate_action (fixture->page, "step.accept", NULL);
  g_assert_cmpint (decision (fixture)->status, ==, BF_STATUS_ACCEPTED);
}

/* Without a selection nothing can be done, and nothing happens. */
static void
test_none_selected (Fixture *fixture, gconstpointer data)
{
  bf_session_set_selected_step (fixture->session, NULL);
  gtk_widget_activate_action (fixture->page, "step.reject", NULL);
  g_assert_true (decision (fixture) == NULL || decision (fixture)->status != BF_STATUS_REJECTED);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/steps-page/strategy", test_strategy);
  add ("/steps-page/verdict", test_verdict);
  add ("/steps-page/none-selected", test_none_selected);
  return ui_look_run (&application);
}
