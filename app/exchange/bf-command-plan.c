/* SPDX-License-Identifier: GPL-3.0-or-later */

/* brownfield plan: reads, computes, prints, exports.
 *
 * JSON is the same in every language, so what goes into JSON is computed with the program's own
 * texts, and only what people read in theirs; where both are asked for, the plan is computed
 * twice. */

#include "bf-command-private.h"

#include "bf-export.h"
#include "bf-help.h"
#include "bf-input.h"
#include "bf-json.h"
#include "bf-report.h"
#include "bf-validation-plan.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define MOST_DRAWS 1000000

typedef struct
{
  char **exports;
  gint64 seed, draws;
  char *objective_name, *scenario, *keep_path, *keep_dates, *earlier, *validation;
  gboolean json, tail, no_buffer, values_only;
  BfPlan *plan;
  BfOrigin *origin;
  GPtrArray *inputs; /* paths, NULL-terminated */
  BfRoadmapOptions options;
  GString *out, *problems;
  int code;
} PlanCommand;

static void
command_clear (PlanCommand *command)
{
  g_strfreev (command->exports);
  g_free (command->objective_name);
  g_free (command->scenario);
  g_free (command->keep_path);
  g_free (command->keep_dates);
  g_free (command->earlier);
  g_free (command->validation);
  g_clear_pointer (&command->origin, bf_origin_free);
  g_clear_pointer (&command->inputs, g_ptr_array_unref);
  if (command->plan)
    bf_plan_unref (command->plan);
}

/* --- Options --- */

static const BfChoice *
objectives (void)
{
  return bf_record_field (bf_record (BF_SCENARIO), "objective")->choices;
}

/* The option's, else the scenario's, else cost. */
static int
objective_of (const PlanCommand *command)
{
  const BfScenario *scenario =
      command->scenario ? BF_FIND (command->plan, SCENARIO, BfScenario, command->scenario) : NULL;

  if (command->objective_name)
    return bf_choice_find (objectives (), command->objective_name);
  return scenario && scenario->objective >= 0 ? scenario->objective : BF_OBJECTIVE_COST;
}

static gboolean
is_workbook (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xlsx");
}

/* NULL when the options are sound, else a sentence that the caller frees. */
static char *
find_fault (const PlanCommand *command)
{
  g_autofree char *endings = bf_export_endings ();

  if (command->seed < 1)
    return g_strdup (_ ("--seed wants a whole number from 1."));
  if (command->draws < 1 || command->draws > MOST_DRAWS)
    return g_strdup_printf (_ ("--draws wants a whole number from 1 to %d."), MOST_DRAWS);
  if (command->objective_name && bf_choice_find (objectives (), command->objective_name) < 0)
    return g_strdup (_ ("--objective wants one of cost, finish and downtime."));
  if (command->earlier && command->json)
    return g_strdup (_ ("--earlier prints sentences and goes without --json."));
  if (command->validation && !is_workbook (command->validation))
    return g_strdup (_ ("--validation-plan wants a name that ends in .xlsx."));
  for (guint i = 0; command->exports && command->exports[i]; i++)
    if (!bf_export_knows (command->exports[i]))
      return g_strdup_printf (
          _ ("%s: the name of an export ends in one of %s."), command->exports[i], endings);
  return NULL;
}

static gboolean
read_options (PlanCommand *command, char ***args)
{
  GOptionEntry entries[] = {
    { "export", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &command->exports, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &command->seed, NULL, NULL },
    { "draws", 0, 0, G_OPTION_ARG_INT64, &command->draws, NULL, NULL },
    { "objective", 0, 0, G_OPTION_ARG_STRING, &command->objective_name, NULL, NULL },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &command->scenario, NULL, NULL },
    { "keep-dates", 0, 0, G_OPTION_ARG_FILENAME, &command->keep_path, NULL, NULL },
    { "earlier", 0, 0, G_OPTION_ARG_STRING, &command->earlier, NULL, NULL },
    { "validation-plan", 0, 0, G_OPTION_ARG_FILENAME, &command->validation, NULL, NULL },
    { "values-only", 0, 0, G_OPTION_ARG_NONE, &command->values_only, NULL, NULL },
    { "no-buffer", 0, 0, G_OPTION_ARG_NONE, &command->no_buffer, NULL, NULL },
    { "tail", 0, 0, G_OPTION_ARG_NONE, &command->tail, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &command->json, NULL, NULL },
    { NULL },
  };
  g_autofree char *fault = NULL;

  if (!bf_command_parse (args, entries, command->problems))
    return FALSE;
  fault = g_strv_length (*args) < 2 ? g_strdup (_ ("Name what to plan.")) : find_fault (command);
  if (fault)
    bf_command_misused ("plan", fault, command->problems);
  return fault == NULL;
}

static gboolean
read_input (PlanCommand *command, const char *const *inputs)
{
  g_autoptr (GError) error = NULL;

  if (command->keep_path &&
      !g_file_get_contents (command->keep_path, &command->keep_dates, NULL, &error))
    {
      g_string_append_printf (command->problems, "%s\n", error->message);
      return FALSE;
    }
  command->plan = bf_input_read_from (inputs, &command->origin, command->problems);
  if (command->plan)
    command->inputs = bf_input_resolve (inputs, command->problems);
  if (!command->plan)
    return FALSE;
  command->options = (BfRoadmapOptions){
    .seed = (guint64) command->seed,
    .draws = (guint) command->draws,
    .objective = objective_of (command),
    .scenario = command->scenario,
    .tail = command->tail,
    .no_buffer = command->no_buffer,
    .keep_dates = command->keep_dates,
  };
  return TRUE;
}

/* --- Output --- */

static gboolean
is_for_machines (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".json");
}

/* The plan's other scenarios, for the workbook that puts them side by side; one that cannot be
 * computed is left out. */
static GPtrArray *
compute_others (const PlanCommand *command)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_roadmap_unref);

  for (guint i = 0; i < bf_plan_count (command->plan, BF_SCENARIO); i++)
    {
      const BfScenario *scenario = BF_ROW (command->plan, SCENARIO, BfScenario, i);
      BfRoadmapOptions options = command->options;
      BfRoadmap *other;

      if (g_strcmp0 (scenario->row.key, command->scenario) == 0)
        continue;
      options.scenario = scenario->row.key;
      options.keep_dates = NULL;
      if (scenario->objective >= 0)
        options.objective = scenario->objective;
      other = bf_roadmap_compute (command->plan, &options, NULL, NULL, NULL, NULL);
      if (other)
        g_ptr_array_add (others, other);
    }
  return others;
}

static gboolean
write_export (const PlanCommand *command,
              const BfRoadmap *roadmap,
              const char *path,
              GError **error)
{
  g_autoptr (GPtrArray) others = is_workbook (path) ? compute_others (command) : NULL;
  const BfWorkbookOptions options = {
    .values_only = command->values_only,
    .origin = command->origin,
    .others = others ? (const BfRoadmap *const *) others->pdata : NULL,
    .n_others = others ? others->len : 0,
    .inputs = command->inputs ? (const char *const *) command->inputs->pdata : NULL,
  };

  return bf_export_write_with (roadmap, &options, path, error);
}

static void
write_exports (PlanCommand *command, const BfRoadmap *roadmap, gboolean machines)
{
  for (guint i = 0; command->exports && command->exports[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      if (is_for_machines (command->exports[i]) != machines ||
          write_export (command, roadmap, command->exports[i], &error))
        continue;
      g_string_append_printf (command->problems, "%s\n", error->message);
      command->code = BF_EXIT_INPUT;
    }
}

/* What people read, in their language. */
static void
write_validation_plan (PlanCommand *command, const BfRoadmap *roadmap)
{
  g_autoptr (GError) error = NULL;

  if (!command->validation || bf_validation_plan_write (roadmap, command->validation, &error))
    return;
  g_string_append_printf (command->problems, "%s\n", error->message);
  command->code = BF_EXIT_INPUT;
}

static void
say_problems (PlanCommand *command, const BfRoadmap *roadmap)
{
  if (roadmap->feasible)
    return;
  for (guint i = 0; i < roadmap->n_problems; i++)
    g_string_append_printf (command->problems, "%s\n", roadmap->problems[i]);
  command->code = BF_EXIT_INFEASIBLE;
}

/* What would bring the step forward that was asked for. */
static void
say_earlier (PlanCommand *command, const BfRoadmap *roadmap)
{
  int index = bf_roadmap_find (roadmap, command->earlier);
  g_autoptr (GPtrArray) found = NULL;

  if (index < 0)
    {
      g_string_append_printf (
          command->problems, _ ("%s is no step of this roadmap.\n"), command->earlier);
      command->code = BF_EXIT_INPUT;
      return;
    }
  found = bf_help_seek (roadmap, command->earlier, NULL, NULL, NULL);
  /* Translators: a step. */
  g_string_append_printf (
      command->out, _ ("\nWhat would bring %s forward\n"), roadmap->steps[index].title);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (command->out, "  %s\n", ((const BfHelp *) found->pdata[i])->text);
  if (found->len == 0)
    g_string_append (command->out,
                     _ ("  Nothing of pins, dates, freezes, claims, money, teams and cutovers a "
                        "window, changed alone.\n"));
}

/* @first: problems are said by one pass only. */
static void
run_pass (PlanCommand *command, gboolean machines, gboolean first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfRoadmap) roadmap =
      bf_roadmap_compute (command->plan, &command->options, NULL, NULL, NULL, &error);
  g_autofree char *text = NULL;

  if (!roadmap)
    {
      if (first)
        g_string_append_printf (command->problems, "%s\n", error->message);
      command->code = BF_EXIT_INPUT;
      return;
    }
  /* What people would read there is said among the problems. */
  if (command->json == machines && (machines || roadmap->feasible))
    {
      text = machines ? bf_roadmap_to_json (roadmap) : bf_roadmap_to_text (roadmap);
      g_string_append (command->out, text);
      if (command->earlier)
        say_earlier (command, roadmap);
    }
  if (first)
    say_problems (command, roadmap);
  write_exports (command, roadmap, machines);
  if (!machines)
    write_validation_plan (command, roadmap);
}

static gboolean
wants (const PlanCommand *command, gboolean machines)
{
  if (command->json == machines || (command->validation && !machines))
    return TRUE;
  for (guint i = 0; command->exports && command->exports[i]; i++)
    if (is_for_machines (command->exports[i]) == machines)
      return TRUE;
  return FALSE;
}

static void
run_machine_pass (PlanCommand *command)
{
  g_autofree char *before = g_strdup (setlocale (LC_MESSAGES, NULL));

  setlocale (LC_MESSAGES, "C");
  run_pass (command, TRUE, TRUE);
  setlocale (LC_MESSAGES, before);
}

int
bf_command_plan (char ***args, GString *out, GString *problems)
{
  PlanCommand command = { .seed = 1, .draws = 4000, .out = out, .problems = problems };

  if (!read_options (&command, args))
    command.code = BF_EXIT_USAGE;
  else if (!read_input (&command, (const char *const *) *args + 1))
    command.code = BF_EXIT_INPUT;
  else
    {
      if (wants (&command, TRUE))
        run_machine_pass (&command);
      if (wants (&command, FALSE))
        run_pass (&command, FALSE, !wants (&command, TRUE));
    }
  command_clear (&command);
  return command.code;
}
