/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The review page: a workbook that came back is opened in the window, one difference is left, the
 * other taken. */

#include "bf-application.h"
#include "bf-plan-window.h"
#include "bf-workbook.h"

#include "ui-fixture.h"
#include "ui-look.h"

#include <glib/gstdio.h>

static GtkApplication *application;

static BfDocument *
document_with_system (const char *path)
{
  g_autoptr (GError) error = NULL;
  BfDocument *document = bf_document_new (path, &error);
  g_autoptr (BfEdit) edit = NULL;
  BfSystem system;

  g_assert_no_error (error);
  edit = bf_document_begin (document, "Begin", NULL, &error);
  g_assert_no_error (error);
  bf_record_blank (&bf_system_record, &system);
  system.row.key = "A-1";
  system.name = "Mill";
  g_assert_true (bf_edit_insert (edit, BF_SYSTEM, &system, &error));
  g_assert_true (bf_edit_commit (edit, &error));
  return document;
}

static void
write_workbook (BfDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfPlan) plan = bf_document_snapshot (document);
  g_autoptr (BfRoadmap) roadmap = bf_roadmap_compute (
      plan, &(BfRoadmapOptions){ .seed = 1, .draws = 10 }, NULL, NULL, NULL, &error);
  g_autoptr (BfOrigin) origin = bf_origin_new (document, &error);

  g_assert_no_error (error);
  g_assert_true (
      bf_workbook_write_with (roadmap, &(BfWorkbookOptions){ .origin = origin }, path, &error));
}

/* As a meeting would: two cells of the row whose key is A-1, found by their headings. */
static gboolean
edit_workbook (const char *path)
{
  const char *script = "import sys, openpyxl\n"
                       "book = openpyxl.load_workbook(sys.argv[1])\n"
                       "sheet = book['Systems']\n"
                       "row = next(r for r in sheet.iter_rows() if r[0].value == 'A-1')\n"
                       "heads = next(r for r in sheet.iter_rows() if r[1].value == 'Name')\n"
                       "new = {'Name': 'Mill of the meeting', 'Vendor': 'Example Works'}\n"
                       "for head in heads:\n"
                       "    if head.value in new:\n"
                       "        row[head.column - 1].value = new[head.value]\n"
                       "book.save(sys.argv[1])\n";
  const char *argv[] = { "/usr/bin/python3", "-W", "ignore", "-c", script, path, NULL };
  int status = 1;

  return g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL) &&
         status == 0;
}

typedef struct
{
  char *folder, *path, *workbook;
  BfDocument *document;
  BfPlanWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("brownfield-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.brownfield", NULL);
  fixture->workbook = g_build_filename (fixture->folder, "meeting.xlsx", NULL);
  fixture->document = document_with_system (fixture->path);
  write_workbook (fixture->document, fixture->workbook);
  fixture->window = bf_plan_window_new (application);
  bf_session_set_planner (bf_plan_window_get_session (fixture->window), ui_fixture_plan);
  gtk_window_present (GTK_WINDOW (fixture->window));
  bf_plan_window_show_document (fixture->window, fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
  g_unlink (fixture->workbook);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->workbook);
}

static void
open_workbook (Fixture *fixture)
{
  const char *paths[] = { fixture->workbook, NULL };

  bf_plan_window_open_paths (fixture->window, paths);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  open_workbook (fixture);
  ui_look_wait (GTK_WIDGET (fixture->window), "The workbook says what the plan said");
  button = ui_look_button (GTK_WIDGET (fixture->window), "Take 0 Differences");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
}

static gboolean
is_tick_of (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_CHECK_BUTTON (widget) && ui_look_find (widget, ui_look_says, words) != NULL;
}

/* One is left, the other taken: one edit that bears the workbook's name. */
static void
test_take_one (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window), *tick, *button;
  const BfSystem *system;
  g_autoptr (BfPlan) plan = NULL;

  if (!edit_workbook (fixture->workbook))
    {
      g_test_skip ("openpyxl is not here");
      return;
    }
  open_workbook (fixture);
  ui_look_wait (root, "Two differences");
  tick = ui_look_find (root, is_tick_of, "Mill → Mill of the meeting");
  g_assert_nonnull (tick);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), FALSE);
  button = ui_look_button (root, "Take 1 Difference");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  plan = bf_document_snapshot (fixture->document);
  system = BF_FIND (plan, SYSTEM, BfSystem, "A-1");
  g_assert_cmpstr (system->name, ==, "Mill");
  g_assert_cmpstr (system->vendor, ==, "Example Works");
  g_assert_true (
      g_str_has_prefix (bf_document_undo_label (fixture->document), "Workbook “meeting.xlsx”"));
}

/* Opened from outside while its plan stands in a window: that window shows it, and no second one
 * stays. */
static void
test_from_outside (Fixture *fixture, gconstpointer data)
{
  BfPlanWindow *second = bf_plan_window_new (application);
  const char *paths[] = { fixture->workbook, NULL };

  gtk_window_present (GTK_WINDOW (second));
  bf_plan_window_open_paths (second, paths);
  ui_look_wait (GTK_WIDGET (fixture->window), "The workbook says what the plan said");
  ui_look_settle ();
  g_assert_null (g_list_find (gtk_application_get_windows (application), second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/review-page/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/review-page/take-one", Fixture, NULL, set_up, test_take_one, tear_down);
  g_test_add ("/review-page/from-outside", Fixture, NULL, set_up, test_from_outside, tear_down);
  return ui_look_run (&application);
}
