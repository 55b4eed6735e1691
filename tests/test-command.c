/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-command.h"

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
}

static void
test_missing (void)
{
  Run result = run ("check no-such.brownfield");

  g_assert_cmpint (result.code, ==, BF_EXIT_INPUT);
  run_clear (&result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/help", test_help);
  g_test_add_func ("/command/usage", test_usage);
  g_test_add_func ("/command/list", test_list);
  g_test_add_func ("/command/wants", test_wants);
  g_test_add_func ("/command/missing", test_missing);
  return g_test_run ();
}
