/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-command-private.h"

#include "bf-catalogue.h"
#include "bf-document-report.h"
#include "bf-import-command.h"
#include "bf-input.h"
#include "bf-mapping-command.h"
#include "bf-round-trip-command.h"
#include "bf-round-trip.h"
#include "bf-sample.h"
#include "bf-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  int (*run) (char ***args, GString *out, GString *problems);
} Command;

static const Command *find_command (const char *name);

/* --- Options --- */

gboolean
bf_command_parse (char ***args, GOptionEntry *entries, GString *problems)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, args, &error))
    return TRUE;
  bf_command_misused ((*args)[0], error->message, problems);
  return FALSE;
}

int
bf_command_misused (const char *name, const char *sentence, GString *problems)
{
  const Command *command = find_command (name);

  g_string_append_printf (problems, "%s\n", sentence);
  if (command)
    /* Translators: how a command is typed. */
    g_string_append_printf (problems, _ ("Usage: brownfield %s %s\n"), name, command->usage);
  return BF_EXIT_USAGE;
}

/* --- Small subcommands --- */

static int
run_check (char ***args, GString *out, GString *problems)
{
  GOptionEntry none[] = { { NULL } };

  if (!bf_command_parse (args, none, problems))
    return BF_EXIT_USAGE;
  if (g_strv_length (*args) != 2)
    return bf_command_misused ("check", _ ("Name one plan to check."), problems);
  return bf_report_check ((*args)[1], out);
}

static int
run_history (char ***args, GString *out, GString *problems)
{
  gboolean json = FALSE;
  GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL }, { NULL } };

  if (!bf_command_parse (args, entries, problems))
    return BF_EXIT_USAGE;
  if (g_strv_length (*args) != 2)
    return bf_command_misused ("history", _ ("Name one plan whose history to show."), problems);
  return bf_report_history ((*args)[1], json, out);
}

static int
run_merge (char ***args, GString *out, GString *problems)
{
  g_autofree char *take = NULL;
  GOptionEntry entries[] = { { "take", 0, 0, G_OPTION_ARG_STRING, &take, NULL, NULL }, { NULL } };

  if (!bf_command_parse (args, entries, problems))
    return BF_EXIT_USAGE;
  if (g_strv_length (*args) != 3)
    return bf_command_misused ("merge", _ ("Name a plan and the copy to merge into it."), problems);
  if (take && !g_str_equal (take, "ours") && !g_str_equal (take, "theirs"))
    return bf_command_misused ("merge", _ ("--take wants “ours” or “theirs”."), problems);
  return bf_report_merge ((*args)[1], (*args)[2], take, out);
}

static int
run_import (char ***args, GString *out, GString *problems)
{
  g_autofree char *output = NULL, *map = NULL;
  g_auto (GStrv) takes = NULL;
  gboolean good_rows = FALSE, erase = FALSE;
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &takes, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &map, NULL, NULL },
    { "good-rows", 0, 0, G_OPTION_ARG_NONE, &good_rows, NULL, NULL },
    { "erase-blanks", 0, 0, G_OPTION_ARG_NONE, &erase, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) paths = NULL;
  int flags;

  if (!bf_command_parse (args, entries, problems))
    return BF_EXIT_USAGE;
  if (g_strv_length (*args) < 2)
    return bf_command_misused ("import", _ ("Name what to import."), problems);
  if (!output)
    return bf_command_misused ("import", _ ("Say with -o into which plan."), problems);
  paths = bf_input_resolve ((const char *const *) *args + 1, problems);
  if (!paths)
    return BF_EXIT_INPUT;
  if (paths->len == 2 && bf_round_trip_is_ours (paths->pdata[0]))
    return bf_round_trip_command_run (
        paths->pdata[0], output, (const char *const *) takes, out, problems);
  flags = (good_rows ? BF_IMPORT_COMMAND_GOOD_ROWS : 0) | (erase ? BF_IMPORT_COMMAND_ERASE : 0);
  return bf_import_command_run (
      (const char *const *) paths->pdata, output, map, (BfImportCommandFlags) flags, out, problems);
}

static void
list_samples (GString *out)
{
  g_auto (GStrv) names = bf_sample_names ();

  for (guint i = 0; names[i]; i++)
    g_string_append_printf (out, "%s\n", names[i]);
}

static int
run_list (char ***args, GString *out, GString *problems)
{
  GOptionEntry none[] = { { NULL } };
  const char *what;
  GString *table;

  if (!bf_command_parse (args, none, problems))
    return BF_EXIT_USAGE;
  what = g_strv_length (*args) == 2 ? (*args)[1] : "";
  if (g_str_equal (what, "samples"))
    {
      list_samples (out);
      return BF_EXIT_DONE;
    }
  if (g_str_equal (what, "templates"))
    {
      g_autofree char *names = bf_template_list ();

      g_string_append (out, names);
      return BF_EXIT_DONE;
    }
  table = bf_catalogue_list_text (bf_catalogue_get (), what);
  if (!table)
    return bf_command_misused (
        "list", _ ("Name one of samples, frameworks, steps and templates."), problems);
  g_string_append_len (out, table->str, (gssize) table->len);
  g_string_free (table, TRUE);
  return BF_EXIT_DONE;
}

/* --- Dispatch --- */

static const Command commands[] = {
  { "check", "PLAN.brownfield", N_ ("Look for damage in a plan"), run_check },
  { "history",
    "PLAN.brownfield [--json]",
    N_ ("Show who changed what, when and why"),
    run_history },
  { "import",
    "INPUT... -o|--into PLAN.brownfield [--map MAP.json] [--good-rows] [--erase-blanks] [--take all|none|KEY]...",
    N_ ("Read spreadsheets into a plan, a new one or one that is there"),
    run_import },
  { "list", "samples|frameworks|steps|templates", N_ ("Show what the program knows"), run_list },
  { "map",
    "FILE -o MAP.json [--list LIST] [--sheet NAME] [--no-headings]",
    N_ ("Make a mapping to fill in, for a spreadsheet that no rule understands"),
    bf_command_map },
  { "merge",
    "PLAN.brownfield OTHER.brownfield [--take ours|theirs]",
    N_ ("Take over the edits of a copy"),
    run_merge },
  { "plan",
    "INPUT... [--export FILE]... [--seed N] [--draws N] [--objective cost|finish|downtime] "
    "[--scenario NAME] [--keep-dates ROADMAP.json] [--earlier STEP] [--no-buffer] [--tail] "
    "[--values-only] [--validation-plan FILE.xlsx] [--json]",
    N_ ("Compute the roadmap and print it"),
    bf_command_plan },
  { "template",
    "LIST.xlsx|plant.xlsx [--all]",
    N_ ("Make a blank spreadsheet of a list, or of all of them, to fill in and import"),
    bf_command_template },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static void
append_help (GString *out)
{
  g_string_append (out,
                   _ ("Brownfield plans the digitalization of plants that cannot start over.\n\n"
                      "Without a command the window opens. With one, no display is needed:\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out,
                            "  brownfield %s %s\n      %s\n",
                            commands[i].name,
                            commands[i].usage,
                            _ (commands[i].summary));
  g_string_append (out,
                   _ ("\nINPUT is a .brownfield file, spreadsheets, a folder of spreadsheets, or "
                      "the name of a sample.\n"
                      "Exit codes: 0 done, 1 the input is wrong, 2 wrong usage, 3 no feasible "
                      "roadmap.\n"));
}

static gboolean
is_any (const char *word, const char *const *words)
{
  return word && g_strv_contains (words, word);
}

static gboolean
wants_help (const char *word)
{
  static const char *const words[] = { "--help", "-h", "help", NULL };

  return is_any (word, words);
}

static gboolean
wants_version (const char *word)
{
  static const char *const words[] = { "--version", "-V", NULL };

  return is_any (word, words);
}

/* An option that is none of the toolkit's, or a bare word that names no file: a slip of the pen. */
static gboolean
is_mistyped (const char *word)
{
  static const char *const of_toolkit[] = { "--gapplication", "--display", "--help-", NULL };

  for (guint i = 0; of_toolkit[i]; i++)
    if (g_str_has_prefix (word, of_toolkit[i]))
      return FALSE;
  if (word[0] == '-')
    return word[1] != '\0';
  return !strpbrk (word, "./:\\") && !g_file_test (word, G_FILE_TEST_EXISTS);
}

gboolean
bf_command_wants (int argc, char **argv)
{
  return argc > 1 && (find_command (argv[1]) || wants_help (argv[1]) || wants_version (argv[1]) ||
                      is_mistyped (argv[1]));
}

static int
run_command (const Command *command, char **words, GString *out, GString *problems)
{
  g_auto (GStrv) args = g_strdupv (words);

  for (guint i = 1; args[i]; i++)
    if (g_str_equal (args[i], "--help"))
      {
        g_string_append_printf (
            out, _ ("Usage: brownfield %s %s\n"), command->name, command->usage);
        return BF_EXIT_DONE;
      }
  return command->run (&args, out, problems);
}

int
bf_command_run (int argc, char **argv, GString *out, GString *problems)
{
  const char *word = argc > 1 ? argv[1] : NULL;
  const Command *command = word ? find_command (word) : NULL;

  if (command)
    return run_command (command, argv + 1, out, problems);
  if (wants_version (word))
    {
      g_string_append (out, "Brownfield " BF_VERSION "\n");
      return BF_EXIT_DONE;
    }
  if (word && !wants_help (word))
    g_string_append_printf (problems, _ ("“%s” is neither a command nor a file.\n"), word);
  append_help (wants_help (word) ? out : problems);
  return wants_help (word) ? BF_EXIT_DONE : BF_EXIT_USAGE;
}
