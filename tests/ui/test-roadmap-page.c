/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "bf-baseline-dates.h"
#include "bf-baselines.h"
#include "bf-phases.h"
#include "bf-roadmap-page.h"
#include "bf-roadmap-view.h"
#include "bf-step-earliest.h"
#include "bf-step-edits.h"
#include "bf-step-places.h"
#include "bf-test-roadmap.h"
#include "timeline-fixture.h"
#include "ui-stage.h"

#define N_STEPS 20

static void
set_up (Stage *stage, gconstpointer data)
{
  ui_stage_set_up (stage, timeline_fixture_new (N_STEPS, 5));
}

/* A step with a cutover in a window that has another one after it. */
static const BfRoadmapStep *
movable (Stage *stage)
{
  for (guint i = 0; i < N_STEPS; i++)
    if (stage->roadmap->steps[i].n_cutovers > 0)
      return &stage->roadmap->steps[i];
  g_error ("The fixture has no cutover");
}

static const BfStepDecision *
decision_of (Stage *stage, BfPlan **plan, const char *key)
{
  *plan = bf_document_snapshot (stage->document);
  return BF_FIND (*plan, STEP, BfStepDecision, key);
}

static void
test_reject (Stage *stage, gconstpointer data)
{
  const char *key = g_intern_string (stage->roadmap->steps[2].key);
  g_autofree char *label = g_strdup_printf ("Reject “%s”", stage->roadmap->steps[2].short_title);
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (BfPlan) before = NULL;
  const BfStepDecision *decision;

  bf_session_set_selected_step (stage->session, key);
  g_assert_true (
      gtk_widget_activate_action (stage->page, "step.reject-because", "s", "Too dear this year"));
  decision = decision_of (stage, &plan, key);
  g_assert_nonnull (decision);
  g_assert_cmpint (decision->status, ==, BF_STATUS_REJECTED);
  g_assert_cmpstr (decision->remark, ==, "Too dear this year");
  g_assert_cmpstr (bf_document_undo_label (stage->document), ==, label);
  g_assert_true (bf_document_undo (stage->document, NULL));
  g_assert_null (decision_of (stage, &before, key));
}

/* "1 Prepare 1, 2 Secure and see 2": number, name and suggestions (bits) of each row. */
static void
assert_phases (Stage *stage, const char *expected)
{
  g_autoptr (BfPlan) plan = bf_document_snapshot (stage->document);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < bf_plan_count (plan, BF_PHASE); i++)
    {
      const BfPhase *row = bf_phases_row (plan, i);

      g_string_append_printf (
          text, "%s%d %s %x", i ? ", " : "", (int) row->position, row->name, row->suggested);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Each change of the phases is one edit with a name, and steps that were put into a phase go with
 * it. */
static void
test_phases (Stage *stage, gconstpointer data)
{
  const char *split[] = { "ST09:LINE", NULL };
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (BfPlan) merged = NULL;

  gtk_widget_activate_action (stage->page, "phase.rename-to", "(is)", 3, "Run");
  g_assert_cmpstr (bf_document_undo_label (stage->document), ==, "Rename Phase Run and prove");
  assert_phases (stage,
                 "1 Prepare 1, 2 Secure and see 2, 3 Connect and standardise 4, 4 Run 8, "
                 "5 Optimise and retire 10");
  gtk_widget_activate_action (stage->page, "phase.split-into", "(is^as)", 2, "Later", split);
  assert_phases (stage,
                 "1 Prepare 1, 2 Secure and see 2, 3 Connect and standardise 4, 4 Later 0, "
                 "5 Run 8, 6 Optimise and retire 10");
  g_assert_cmpint (decision_of (stage, &plan, "ST09:LINE")->phase, ==, 4);
  gtk_widget_activate_action (stage->page, "phase.merge", "i", 0);
  g_assert_cmpstr (
      bf_document_undo_label (stage->document), ==, "Merge Phases Prepare and Secure and see");
  assert_phases (stage,
                 "1 Prepare, Secure and see 3, 2 Connect and standardise 4, 3 Later 0, "
                 "4 Run 8, 5 Optimise and retire 10");
  g_assert_cmpint (decision_of (stage, &merged, "ST09:LINE")->phase, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (bf_document_undo (stage->document, NULL));
  assert_phases (stage, "");
}

/* "A 4; B 8": key and value of each override. */
static void
assert_overrides (Stage *stage, const char *expected)
{
  g_autoptr (BfPlan) plan = bf_document_snapshot (stage->document);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < bf_plan_count (plan, BF_OVERRIDE); i++)
    g_string_append_printf (text,
                            "%s%s %s",
                            i ? "; " : "",
                            BF_ROW (plan, OVERRIDE, BfOverride, i)->row.key,
                            BF_ROW (plan, OVERRIDE, BfOverride, i)->value);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
add_override (BfEdit *edit,
              const char *key,
              const char *table,
              const char *row,
              const char *column,
              const char *value)
{
  BfOverride override;

  bf_record_blank (&bf_override_record, &override);
  override.row.key = key;
  override.scenario = "LATE";
  override.tbl = table;
  override.row_key = row;
  override.col = column;
  override.value = value;
  g_assert_true (bf_edit_insert (edit, BF_OVERRIDE, &override, NULL));
}

/* Four phases with even numbers, a scenario, and one step that is put into a phase by hand. */
static void
add_scenario (Stage *stage)
{
  g_autoptr (BfEdit) edit = bf_document_begin (stage->document, "Try", NULL, NULL);
  BfScenario scenario;
  BfStepDecision step;
  BfPhase phase;

  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("P%d", i);

      bf_record_blank (&bf_phase_record, &phase);
      phase.row.key = phase.name = key;
      phase.position = 2 * i;
      g_assert_true (bf_edit_insert (edit, BF_PHASE, &phase, NULL));
    }
  bf_record_blank (&bf_scenario_record, &scenario);
  scenario.row.key = scenario.name = "LATE";
  g_assert_true (bf_edit_insert (edit, BF_SCENARIO, &scenario, NULL));
  bf_record_blank (&bf_step_record, &step);
  step.row.key = "ST08:A";
  step.phase = 6;
  g_assert_true (bf_edit_insert (edit, BF_STEP, &step, NULL));
  add_override (edit, "A", "step", "ST09:LINE", "phase", "4");
  add_override (edit, "B", "step", "ST10:LINE", "phase", "8");
  add_override (edit, "C", "step", "ST10:LINE", "title", "40");
  add_override (edit, "D", "phase", "P3", "name", "Elsewhere");
  g_assert_true (bf_edit_commit (edit, NULL));
}

/* What a scenario says of a step's phase goes with the phase, whatever numbers it has; what it says
 * of a phase that is merged away goes with that. */
static void
test_phases_of_scenarios (Stage *stage, gconstpointer data)
{
  const char *none[] = { NULL };
  g_autoptr (BfPlan) named = NULL;
  g_autoptr (BfPlan) merged = NULL;

  add_scenario (stage);
  assert_overrides (stage, "A 4; B 8; C 40; D Elsewhere");
  gtk_widget_activate_action (stage->page, "phase.rename-to", "(is)", 0, "First");
  assert_phases (stage, "1 First 1, 2 P2 2, 3 P3 4, 4 P4 18");
  assert_overrides (stage, "A 2; B 4; C 40; D Elsewhere");
  g_assert_cmpint (decision_of (stage, &named, "ST08:A")->phase, ==, 3);
  gtk_widget_activate_action (stage->page, "phase.split-into", "(is^as)", 1, "Between", none);
  assert_overrides (stage, "A 2; B 5; C 40; D Elsewhere");
  gtk_widget_activate_action (stage->page, "phase.merge", "i", 2);
  assert_phases (stage, "1 First 1, 2 P2 2, 3 Between, P3 4, 4 P4 18");
  assert_overrides (stage, "A 2; B 4; C 40");
  g_assert_cmpint (decision_of (stage, &merged, "ST08:A")->phase, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (bf_document_undo (stage->document, NULL));
  assert_overrides (stage, "A 4; B 8; C 40; D Elsewhere");
}

static void
test_move (Stage *stage, gconstpointer data)
{
  const BfRoadmapStep *step = movable (stage);
  const char *key = g_intern_string (step->key);
  g_autoptr (BfPlan) plan = NULL;
  gint64 later = 0, earlier = 0;

  g_assert_true (bf_step_next_opening (stage->roadmap, step, 1, &later));
  g_assert_cmpint (later, >, step->cutovers[0].finish);
  if (bf_step_next_opening (stage->roadmap, step, -1, &earlier))
    g_assert_cmpint (earlier, <, step->cutovers[0].start);
  bf_session_set_selected_step (stage->session, key);
  g_assert_true (gtk_widget_activate_action (stage->page, "step.later", NULL));
  g_assert_cmpint (decision_of (stage, &plan, key)->pinned_cutover, ==, later);
}

static void
test_pin (Stage *stage, gconstpointer data)
{
  const BfRoadmapStep *step = movable (stage);
  const char *key = g_intern_string (step->key);
  gint64 start = step->cutovers[0].start;
  g_autoptr (BfPlan) pinned = NULL;
  g_autoptr (BfPlan) free_again = NULL;

  bf_session_set_selected_step (stage->session, key);
  gtk_widget_activate_action (stage->page, "step.pin", NULL);
  g_assert_cmpint (decision_of (stage, &pinned, key)->pinned_cutover, ==, start);
  gtk_widget_activate_action (stage->page, "step.unpin", NULL);
  g_assert_cmpint (decision_of (stage, &free_again, key)->pinned_cutover, ==, BF_BLANK);
}

/* Openings are asked for one after the other: each is later, and none overlaps the one before. */
static void
test_openings_in_order (Stage *stage, gconstpointer data)
{
  BfRoadmapStep step = *movable (stage);
  BfRoadmapCutover cutover = step.cutovers[0];
  gint64 minute;
  guint moves = 0;

  step.cutovers = &cutover;
  while (bf_step_next_opening (stage->roadmap, &step, 1, &minute))
    {
      g_assert_cmpint (minute, >, cutover.start);
      cutover.finish += minute - cutover.start;
      cutover.start = minute;
      moves++;
    }
  g_assert_cmpuint (moves, >=, 5);
}

/* No cutover before its build could have ended; before its place of today it is told who would have
 * to give way. */
static void
test_earliest (Stage *stage, gconstpointer data)
{
  const BfRoadmapStep *step = movable (stage);
  gint64 first = bf_plan_plant (stage->roadmap->plan)->start;
  gint64 built = bf_step_build_could_end (stage->roadmap, step);
  g_autoptr (GArray) places = bf_step_places (stage->roadmap, step);
  g_autofree char *why_not = NULL;
  g_autofree char *kept = NULL;
  gint64 start;

  g_assert_cmpint (built, >=, first);
  g_assert_false (bf_step_place_near (
      stage->roadmap, step, places, bf_day_minute (built), 0, &start, NULL, &why_not));
  g_assert_true (g_str_has_prefix (why_not, "Begun with the plan, the build would end on"));
  for (guint i = 0; i < step->n_activities; i++)
    {
      step->activities[i].hold = BF_HELD_BY_WINDOW;
      step->activities[i].after = i ? step->key : NULL;
      step->activities[i].after_kind = step->activities[i ? i - 1 : 0].kind;
      step->activities[i].after_part = step->activities[i ? i - 1 : 0].part;
    }
  step->activities[0].hold = BF_HELD_BY_TEAM;
  step->activities[0].held_by = "the crew is taken";
  kept = bf_step_kept_by (stage->roadmap, step);
  g_assert_cmpstr (kept, ==, "The crew is taken");
  for (guint i = 0; i < step->n_activities; i++)
    step->activities[i].hold = BF_HELD_BY_PIN;
  g_assert_null (bf_step_kept_by (stage->roadmap, step));
}

static GtkWidget *
find_css (GtkWidget *widget, const char *name)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_css (child, name);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_inspector (Stage *stage, gconstpointer data)
{
  GtkWidget *inspector = find_css (stage->page, "inspector");

  g_assert_false (gtk_widget_get_visible (inspector));
  for (guint i = 0; i < N_STEPS; i++)
    {
      bf_session_set_selected_step (stage->session, stage->roadmap->steps[i].key);
      gtk_widget_activate_action (stage->page, "step.open", NULL);
      g_assert_true (gtk_widget_get_visible (inspector));
      ui_stage_settle ();
    }
  gtk_widget_activate_action (stage->page, "step.close", NULL);
  g_assert_false (gtk_widget_get_visible (inspector));
  bf_session_set_selected_step (stage->session, stage->roadmap->steps[0].key);
  g_assert_false (gtk_widget_get_visible (inspector));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found)
        return found;
    }
  return NULL;
}

/* From a step to the one that it waits for, by a click on its name. */
static void
test_chain (Stage *stage, gconstpointer data)
{
  BfRoadmapStep *waits = &stage->roadmap->steps[5];
  const BfRoadmapStep *before = &stage->roadmap->steps[1];
  GtkWidget *inspector, *button;

  waits->activities[0].hold = BF_HELD_BY_PREDECESSOR;
  waits->activities[0].after = before->key;
  waits->activities[0].after_kind = before->activities[0].kind;
  waits->activities[0].after_part = before->activities[0].part;
  for (guint i = 1; i < waits->n_activities; i++)
    waits->activities[i] = waits->activities[0];
  bf_session_set_selected_step (stage->session, waits->key);
  inspector = find_css (stage->page, "inspector");
  gtk_expander_set_expanded (GTK_EXPANDER (find_css (inspector, "expander-widget")), TRUE);
  button = find_button (inspector, "step.jump");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_stage_settle ();
  g_assert_cmpstr (bf_session_get_selected_step (stage->session), ==, before->key);
}

/* The menu is about the bar that it was asked for at; a window that closes takes it along. */
static void
test_menu (Stage *stage, gconstpointer data)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (find_css (stage->page, "roadmap"));

  g_signal_emit_by_name (view, "step-action", 3, "step.menu");
  g_assert_cmpstr (bf_session_get_selected_step (stage->session), ==, stage->roadmap->steps[3].key);
  while (!find_css (stage->page, "modelbutton"))
    g_main_context_iteration (NULL, TRUE);
}

static void
change (Stage *stage, const char *action, const char *value)
{
  g_assert_true (gtk_widget_activate_action (stage->page, action, "s", value));
  ui_stage_settle ();
}

static void
test_tools (Stage *stage, gconstpointer data)
{
  change (stage, "roadmap.lanes", "system");
  change (stage, "roadmap.colour", "cost");
  change (stage, "roadmap.colour", "activity");
  change (stage, "roadmap.filter", "phase:2");
  change (stage, "roadmap.filter", "pinned"); /* none is: the empty state */
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.clear-filter", NULL));
  change (stage, "roadmap.span", "quarter");
  change (stage, "roadmap.span", "fit");
}

/* --- The baseline --- */

static void
test_baseline (Stage *stage, gconstpointer data)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfPlan) kept = NULL;
  g_autoptr (BfPlan) undone = NULL;
  g_autoptr (BfBaselineDates) dates = NULL;
  const BfBaseline *baseline;
  gint64 today;

  bf_session_show_roadmap (stage->session, roadmap);
  today = bf_session_get_today (stage->session);
  g_assert_true (gtk_widget_activate_action (
      stage->page, "roadmap.set-baseline-because", "s", "Steering of March"));
  kept = bf_document_snapshot (stage->document);
  baseline = bf_baseline_newest (kept);
  g_assert_nonnull (baseline);
  g_assert_cmpstr (baseline->remark, ==, "Steering of March");
  g_assert_cmpint (baseline->approved_on, ==, today);
  g_assert_cmpstr (bf_document_undo_label (stage->document), ==, "Set Baseline");
  dates = bf_baseline_dates_new (baseline, roadmap, NULL);
  g_assert_nonnull (dates);
  g_assert_cmpuint (dates->n_known, ==, roadmap->n_steps);
  g_assert_true (bf_document_undo (stage->document, NULL));
  undone = bf_document_snapshot (stage->document);
  g_assert_null (bf_baseline_newest (undone));
  bf_session_show_roadmap (stage->session, NULL);
}

/* Two on one day have names of their own. */
static void
test_two_baselines (Stage *stage, gconstpointer data)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfPlan) plan = NULL;

  bf_session_show_roadmap (stage->session, roadmap);
  g_assert_true (bf_baseline_set (stage->session, NULL, NULL));
  g_assert_true (bf_baseline_set (stage->session, "", NULL));
  plan = bf_document_snapshot (stage->document);
  g_assert_cmpuint (bf_plan_count (plan, BF_BASELINE), ==, 2);
  bf_session_show_roadmap (stage->session, NULL);
}

/* --- Plant on date --- */

static gboolean
shows_date (Stage *stage)
{
  GtkWidget *cursor = find_css (stage->page, "datecursor");

  return gtk_widget_get_visible (cursor);
}

static void
test_date (Stage *stage, gconstpointer data)
{
  GtkWidget *inspector = find_css (stage->page, "inspector");

  bf_session_set_selected_step (stage->session, stage->roadmap->steps[0].key);
  g_assert_true (gtk_widget_get_visible (inspector));
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.date", NULL));
  ui_stage_settle ();
  g_assert_true (shows_date (stage));
  g_assert_false (gtk_widget_get_visible (inspector));
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.date-later", NULL));
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.date-earlier", NULL));
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.date-close", NULL));
  ui_stage_settle ();
  g_assert_false (shows_date (stage));
  g_assert_true (gtk_widget_get_visible (inspector));
}

static void
test_teams (Stage *stage, gconstpointer data)
{
  GtkWidget *strip = find_css (stage->page, "teamstrip");

  g_assert_false (gtk_widget_get_mapped (strip));
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.teams", NULL));
  ui_stage_settle ();
  g_assert_true (gtk_widget_get_mapped (strip));
}

/* A step that was rejected is accepted again by its key: it is on no roadmap any more. */
static void
test_accept_again (Stage *stage, gconstpointer data)
{
  const char *key = g_intern_string (stage->roadmap->steps[2].key);
  g_autoptr (BfPlan) plan = NULL;

  bf_session_set_selected_step (stage->session, key);
  g_assert_true (gtk_widget_activate_action (stage->page, "step.reject-because", "s", ""));
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.accept", "s", key));
  g_assert_cmpint (decision_of (stage, &plan, key)->status, ==, BF_STATUS_ACCEPTED);
}

/* Nothing to show, then something, then nothing again. */
static void
test_empty (Stage *stage, gconstpointer data)
{
  bf_session_show_roadmap (stage->session, NULL);
  ui_stage_settle ();
  bf_session_show_roadmap (stage->session, stage->roadmap);
  ui_stage_settle ();
  g_assert_true (gtk_widget_activate_action (stage->page, "roadmap.zoom-in", NULL));
}

static void
add (const char *path, void (*test) (Stage *, gconstpointer))
{
  g_test_add (path, Stage, NULL, set_up, test, ui_stage_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/roadmap-page/reject", test_reject);
  add ("/roadmap-page/phases", test_phases);
  add ("/roadmap-page/phases-of-scenarios", test_phases_of_scenarios);
  add ("/roadmap-page/move", test_move);
  add ("/roadmap-page/pin", test_pin);
  add ("/roadmap-page/openings", test_openings_in_order);
  add ("/roadmap-page/earliest", test_earliest);
  add ("/roadmap-page/inspector", test_inspector);
  add ("/roadmap-page/chain", test_chain);
  add ("/roadmap-page/menu", test_menu);
  add ("/roadmap-page/tools", test_tools);
  add ("/roadmap-page/empty", test_empty);
  add ("/roadmap-page/baseline", test_baseline);
  add ("/roadmap-page/two-baselines", test_two_baselines);
  add ("/roadmap-page/date", test_date);
  add ("/roadmap-page/teams", test_teams);
  add ("/roadmap-page/accept-again", test_accept_again);
  return g_test_run ();
}
