/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-command.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GString *out, *problems;
  int code;
} Run;

/* Runs the words, blank-separated, after the program's name. */
static Run
run (const char *words)
{
  g_autofree char *line = g_strconcat ("brownfield ", words, NULL);
  g_auto (GStrv) argv = g_strsplit (g_strchomp (line), " ", -1);
  Run result = { g_string_new (NULL), g_string_new (NULL), 0 };

  result.code = bf_command_run ((int) g_strv_length (argv), argv, result.out, result.problems);
  return result;
}

static void
run_clear (Run *result)
{
  g_string_free (result->out, TRUE);
  g_string_free (result->problems, TRUE);
}

/* @says stands on the standard output when the run is well, else among the problems. */
static void
assert_run (const char *words, int code, const char *says)
{
  Run result = run (words);
  const char *heard = code == BF_EXIT_DONE ? result.out->str : result.problems->str;

  if (result.code != code || !strstr (heard, says))
    g_error ("brownfield %s: exit %d, “%s”, “%s”",
             words,
             result.code,
             result.out->str,
             result.problems->str);
  run_clear (&result);
}

static void
test_help (void)
{
  assert_run ("--help", BF_EXIT_DONE, "Exit codes");
  assert_run ("list --help", BF_EXIT_DONE, "Usage: brownfield list");
  assert_run ("--version", BF_EXIT_DONE, "Brownfield " BF_VERSION);
}

static void
test_usage (void)
{
  assert_run ("", BF_EXIT_USAGE, "brownfield list");
  assert_run ("dance", BF_EXIT_USAGE, "brownfield list");
  assert_run ("list", BF_EXIT_USAGE, "frameworks");
  assert_run ("list trees", BF_EXIT_USAGE, "frameworks");
  assert_run ("check", BF_EXIT_USAGE, "Usage: brownfield check");
  assert_run ("history a.brownfield --yaml", BF_EXIT_USAGE, "--yaml");
  assert_run ("merge a.brownfield", BF_EXIT_USAGE, "Usage: brownfield merge");
  assert_run ("merge a.brownfield b.brownfield --take all", BF_EXIT_USAGE, "theirs");
  assert_run ("import small", BF_EXIT_USAGE, "-o");
  assert_run ("plan", BF_EXIT_USAGE, "Usage: brownfield plan");
  assert_run ("plan small --seed no", BF_EXIT_USAGE, "no");
  assert_run ("plan small --seed 0", BF_EXIT_USAGE, "--seed");
  assert_run ("plan small --draws 0", BF_EXIT_USAGE, "--draws");
  assert_run ("plan small --objective beauty", BF_EXIT_USAGE, "downtime");
  assert_run ("plan small --export roadmap.doc", BF_EXIT_USAGE, ".xlsx");
  assert_run ("plan small --yaml", BF_EXIT_USAGE, "--yaml");
}

static void
test_list (void)
{
  assert_run ("list samples", BF_EXIT_DONE, "aerospace\npharma\nsmall\n");
  assert_run ("list frameworks", BF_EXIT_DONE, "SIRI");
  assert_run ("list steps", BF_EXIT_DONE, "ST09");
}

static void
test_wants (void)
{
  g_auto (GStrv) window = g_strsplit ("brownfield some.brownfield", " ", -1);
  g_auto (GStrv) command = g_strsplit ("brownfield list", " ", -1);

  g_assert_false (bf_command_wants (1, window));
  g_assert_false (bf_command_wants (2, window));
  g_assert_true (bf_command_wants (2, command));
  assert_run ("plam aerospace", BF_EXIT_USAGE, "plam");
  assert_run ("--planet", BF_EXIT_USAGE, "--planet");
}

static void
test_missing (void)
{
  Run result = run ("check no-such.brownfield");

  g_assert_cmpint (result.code, ==, BF_EXIT_INPUT);
  run_clear (&result);
}

/* --- Planning --- */

static void
test_wrong_input (void)
{
  assert_run ("plan no-such-plant", BF_EXIT_INPUT, "aerospace, pharma, small");
  assert_run ("plan ../samples", BF_EXIT_INPUT, "no sample of that name");
  assert_run ("plan no-such.brownfield", BF_EXIT_INPUT, "no-such.brownfield");
  assert_run ("plan small --keep-dates no-such.json", BF_EXIT_INPUT, "no-such.json");
  assert_run ("plan small --scenario Best", BF_EXIT_INPUT, "Best");
  assert_run ("plan small --draws 50 --earlier ST99:site", BF_EXIT_INPUT, "ST99:site");
  assert_run ("plan small --earlier ST04:site --json", BF_EXIT_USAGE, "--earlier");
}

static void
test_plan (void)
{
  assert_run ("plan small --draws 100", BF_EXIT_DONE, "Tellmark Moulding");
  assert_run ("plan small --draws 100 --json", BF_EXIT_DONE, "\"feasible\": true");
  assert_run ("plan small --draws 100 --no-buffer --json", BF_EXIT_DONE, "\"buffer\": false");
  assert_run ("plan small --draws 100 --objective finish --json",
              BF_EXIT_DONE,
              "\"objective\": \"finish\"");
}

typedef struct
{
  char *folder;
} Folder;

static void
folder_set_up (Folder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  folder->folder = g_dir_make_tmp ("brownfield-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
folder_tear_down (Folder *folder, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (folder->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder->folder), ==, 0);
  g_free (folder->folder);
}

static void
test_exports (Folder *folder, gconstpointer data)
{
  static const char *const endings[] = { "csv", "ics", "json", "txt", "xlsx", "xml" };
  g_autoptr (GString) words = g_string_new ("plan small --draws 100 --json");
  g_autofree char *json_path = g_build_filename (folder->folder, "r.json", NULL);
  g_autofree char *json = NULL;
  Run result;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    g_string_append_printf (words, " --export %s/r.%s", folder->folder, endings[i]);
  result = run (words->str);
  g_assert_cmpstr (result.problems->str, ==, "");
  g_assert_cmpint (result.code, ==, BF_EXIT_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/r.%s", folder->folder, endings[i]);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_true (g_file_get_contents (json_path, &json, NULL, NULL));
  g_assert_cmpstr (json, ==, result.out->str);
  run_clear (&result);
}

static void
test_export_nowhere (Folder *folder, gconstpointer data)
{
  g_autofree char *words =
      g_strdup_printf ("plan small --draws 10 --export %s/none/r.json", folder->folder);

  assert_run (words, BF_EXIT_INPUT, "none");
}

/* A plan that was imported plans like its spreadsheets. */
static void
test_import (Folder *folder, gconstpointer data)
{
  g_autofree char *plan = g_build_filename (folder->folder, "p.brownfield", NULL);
  g_autofree char *import = g_strdup_printf ("import small -o %s", plan);
  g_autofree char *check = g_strdup_printf ("check %s", plan);
  g_autofree char *both = g_strdup_printf ("plan small %s", plan);
  g_autofree char *planning = g_strdup_printf ("plan %s --draws 100 --json", plan);
  Run from_plan, from_sheets;

  assert_run (import, BF_EXIT_DONE, "Systems: 15 added");
  assert_run (check, BF_EXIT_DONE, "");
  assert_run (both, BF_EXIT_INPUT, "stand alone");
  from_plan = run (planning);
  from_sheets = run ("plan small --draws 100 --json");
  g_assert_true (g_str_equal (from_plan.out->str, from_sheets.out->str));
  run_clear (&from_plan);
  run_clear (&from_sheets);
}

/* The line of @text that begins with @word; the caller frees it. */
static char *
line_of (const char *text, const char *word)
{
  g_autofree char *wanted = g_strconcat ("\n", word, NULL);
  const char *start = strstr (text, wanted);

  g_assert_nonnull (start);
  return g_strndup (start + 1, strcspn (start + 1, "\n"));
}

static void
test_keep_dates (Folder *folder, gconstpointer data)
{
  g_autofree char *json = g_build_filename (folder->folder, "r.json", NULL);
  g_autofree char *first_words = g_strdup_printf ("plan small --draws 100 --export %s", json);
  g_autofree char *kept_words = g_strdup_printf ("plan small --draws 100 --keep-dates %s", json);
  Run first = run (first_words);
  Run kept = run (kept_words);
  g_autofree char *before = line_of (first.out->str, "Fully loaded cost");
  g_autofree char *after = line_of (kept.out->str, "Fully loaded cost");

  g_assert_cmpint (kept.code, ==, BF_EXIT_DONE);
  g_assert_cmpstr (after, ==, before);
  run_clear (&first);
  run_clear (&kept);
}

static void
test_infeasible (Folder *folder, gconstpointer data)
{
  g_autofree char *steps = g_build_filename (folder->folder, "steps.csv", NULL);
  g_autofree char *words = g_strdup_printf ("plan small %s --draws 10", steps);

  g_assert_true (g_file_set_contents (
      steps, "Step;Status;Pinned cutover\nST05:site;requested;2027-01-05 06:00\n", -1, NULL));
  assert_run (words, BF_EXIT_INFEASIBLE, "without the pinned");
}

#define ADD(path, test) g_test_add (path, Folder, NULL, folder_set_up, test, folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/help", test_help);
  g_test_add_func ("/command/usage", test_usage);
  g_test_add_func ("/command/list", test_list);
  g_test_add_func ("/command/wants", test_wants);
  g_test_add_func ("/command/missing", test_missing);
  g_test_add_func ("/command/wrong-input", test_wrong_input);
  g_test_add_func ("/command/plan", test_plan);
  ADD ("/command/exports", test_exports);
  ADD ("/command/export-nowhere", test_export_nowhere);
  ADD ("/command/import", test_import);
  ADD ("/command/keep-dates", test_keep_dates);
  ADD ("/command/infeasible", test_infeasible);
  return g_test_run ();
}
