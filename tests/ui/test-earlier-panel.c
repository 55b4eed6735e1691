/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "What would bring it forward?" in the inspector of a step. */

#include <adwaita.h>
#include <string.h>

#include "bf-earlier-panel.h"
#include "bf-plan-text.h"
#include "bf-roadmap-page.h"
#include "ui-stage.h"

#define STEP "ST09:LINE/C1"

/* A freeze over the summer pushes the cutover to the next one. */
static const char plan_text[] =
    "plant | key=P | name=One line | start=2027-01-04 | horizon_years=4\n"
    "area | key=LINE | name=Line\n"
    "system | system_id=C1 | name=Controller | type=PLC | isa95_level=1 | area=LINE"
    " | disposition=Replace | gamp_category=5 | max_stop_h=1 | owner_business=Somebody\n"
    "step | key=" STEP " | status=requested\n"
    "window | key=S0 | kind=shutdown | name=Summer 2027 | start=2027-08-01T00:00"
    " | end=2027-08-15T00:00\n"
    "window | key=S1 | kind=shutdown | name=Summer 2028 | start=2028-08-01T00:00"
    " | end=2028-08-15T00:00\n"
    "window | key=S2 | kind=shutdown | name=Summer 2029 | start=2029-08-01T00:00"
    " | end=2029-08-15T00:00\n"
    "budget | key=B1 | kind=capex | from_day=2027-01-01 | to_day=2027-12-31 | amount=900000\n"
    "budget | key=B2 | kind=capex | from_day=2028-01-01 | to_day=2030-12-31 | amount=900000\n"
    "window | key=F | kind=freeze | name=Deliveries | start=2028-07-20T00:00"
    " | end=2028-08-20T00:00\n";

static void
set_up (Stage *stage, gconstpointer data)
{
  g_autoptr (BfPlan) plan = bf_test_plan (plan_text);
  BfRoadmapOptions options = { .seed = 1, .draws = 50 };
  g_autoptr (GError) error = NULL;
  BfRoadmap *roadmap;

  roadmap = bf_roadmap_compute (plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (roadmap->feasible);
  g_assert_cmpint (bf_roadmap_find (roadmap, STEP), >=, 0);
  ui_stage_set_up (stage, roadmap);
  bf_session_set_selected_step (stage->session, STEP);
  ui_stage_settle ();
}

typedef gboolean (*Wanted) (GtkWidget *widget, const char *words);

static GtkWidget *
find (GtkWidget *widget, Wanted wanted, const char *words)
{
  if (wanted (widget, words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, wanted, words);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
is_panel (GtkWidget *widget, const char *words)
{
  return BF_IS_EARLIER_PANEL (widget);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), words);
}

static gboolean
is_button (GtkWidget *widget, const char *action)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static BfEarlierPanel *
seek (Stage *stage)
{
  BfEarlierPanel *panel = BF_EARLIER_PANEL (find (stage->page, is_panel, NULL));
  GtkWidget *button = find (GTK_WIDGET (panel), is_button, "step.seek-earlier");

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (bf_earlier_panel_is_seeking (panel));
  g_assert_false (gtk_widget_get_mapped (button));
  return panel;
}

static void
wait_for_answers (BfEarlierPanel *panel)
{
  while (bf_earlier_panel_is_seeking (panel))
    g_main_context_iteration (NULL, TRUE);
  ui_stage_settle ();
}

static void
test_answers (Stage *stage, gconstpointer data)
{
  BfEarlierPanel *panel = seek (stage);
  GtkWidget *widget = GTK_WIDGET (panel);

  wait_for_answers (panel);
  g_assert_nonnull (find (widget, says, "Without the freeze Deliveries"));
  g_assert_nonnull (find (widget, says, "weeks earlier"));
  g_assert_nonnull (find (widget, says, "Takes no money; somebody has to lift the freeze."));
  g_assert_true (gtk_widget_get_mapped (find (widget, is_button, "step.seek-earlier")));
}

/* What was said about the plan before is not left standing. */
static void
test_expires (Stage *stage, gconstpointer data)
{
  BfEarlierPanel *panel = seek (stage);
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  wait_for_answers (panel);
  bf_session_decide (stage->session, BF_STEP, STEP, "status", "accepted", "Accept", &error);
  g_assert_no_error (error);
  ui_stage_settle ();
  button = find (GTK_WIDGET (panel), is_button, "step.seek-earlier");
  g_assert_null (find (GTK_WIDGET (panel), says, "earlier"));
  g_assert_false (gtk_widget_is_sensitive (button));
  bf_earlier_panel_seek (panel);
  g_assert_false (bf_earlier_panel_is_seeking (panel));
}

static void
test_cancel (Stage *stage, gconstpointer data)
{
  BfEarlierPanel *panel = seek (stage);
  gpointer kept = panel;
  GtkWidget *cancel = find (GTK_WIDGET (panel), is_button, "step.cancel-earlier");

  g_assert_true (gtk_widget_get_mapped (cancel));
  g_signal_emit_by_name (cancel, "clicked");
  g_assert_false (bf_earlier_panel_is_seeking (panel));
  ui_stage_settle ();
  g_assert_null (find (GTK_WIDGET (panel), says, "earlier"));
  g_assert_true (gtk_widget_get_mapped (find (GTK_WIDGET (panel), is_button, "step.seek-earlier")));
  g_object_add_weak_pointer (G_OBJECT (panel), &kept);
  bf_session_set_selected_step (stage->session, NULL);
  while (kept)
    g_main_context_iteration (NULL, TRUE);
}

/* Another step, or a window that closes, ends the search and leaves nothing behind. */
static void
test_leaves (Stage *stage, gconstpointer data)
{
  BfEarlierPanel *panel = seek (stage);
  gpointer kept = panel;

  g_object_add_weak_pointer (G_OBJECT (panel), &kept);
  bf_session_set_selected_step (stage->session, NULL);
  g_assert_false (kept && bf_earlier_panel_is_seeking (panel));
  while (kept)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/earlier-panel/" name, Stage, NULL, set_up, test, ui_stage_tear_down)
  ADD ("answers", test_answers);
  ADD ("expires", test_expires);
  ADD ("cancel", test_cancel);
  ADD ("leaves", test_leaves);
#undef ADD
  return g_test_run ();
}
