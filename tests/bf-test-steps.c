/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-test-steps.h"

#include <string.h>

#include "bf-test-plan.h"

/* A statement: its words, those with = apart. */
typedef struct
{
  char **words;
  guint n;
} Statement;

static const char *
option (const Statement *statement, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 1; i < statement->n; i++)
    if (strncmp (statement->words[i], name, length) == 0 && statement->words[i][length] == '=')
      return statement->words[i] + length + 1;
  return NULL;
}

static gboolean
flag (const Statement *statement, const char *name)
{
  for (guint i = 1; i < statement->n; i++)
    if (g_str_equal (statement->words[i], name))
      return TRUE;
  return FALSE;
}

static double
number (const Statement *statement, const char *name, double otherwise)
{
  const char *text = option (statement, name);

  return text ? g_ascii_strtod (text, NULL) : otherwise;
}

static const char *
word (const Statement *statement, guint i)
{
  if (i >= statement->n)
    g_error ("“%s %s …” is too short", statement->words[0], statement->words[1]);
  return statement->words[i];
}

/* Sets the column to an option, lists written with commas. */
static void
set_option (BfPlan *plan,
            const char *table,
            gpointer row,
            const char *column,
            const Statement *statement,
            const char *name)
{
  g_autofree char *text = g_strdup (option (statement, name));

  if (!text)
    return;
  bf_test_set (plan, table, row, column, g_strdelimit (text, ",", ';'));
}

/* --- Rows of the plan. --- */

static void
add_plant (BfPlan *plan, const Statement *statement)
{
  static const struct
  {
    const char *option, *column;
  } columns[] = {
    { "start", "start" },
    { "years", "horizon_years" },
    { "week", "working_week" },
    { "holidays", "holidays" },
    { "cutovers", "max_cutovers" },
    { "rate", "downtime_cost_h" },
    { "factor", "planned_stop_factor" },
  };
  gpointer row = bf_test_add (plan, "plant", "key", "PLANT", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    set_option (plan, "plant", row, columns[i].column, statement, columns[i].option);
}

static void
add_window (BfPlan *plan, const Statement *statement)
{
  gpointer row = bf_test_add (plan,
                              "window",
                              "key",
                              word (statement, 1),
                              "kind",
                              word (statement, 0),
                              "name",
                              word (statement, 2),
                              "start",
                              word (statement, 3),
                              "end",
                              word (statement, 4),
                              NULL);

  set_option (plan, "window", row, "areas", statement, "areas");
  set_option (plan, "window", row, "systems", statement, "systems");
  set_option (plan, "window", row, "open_hours", statement, "hours");
  set_option (plan, "window", row, "repeats", statement, "every");
}

static void
add_system (BfPlan *plan, const Statement *statement)
{
  gpointer row =
      bf_test_add (plan, "system", "key", word (statement, 1), "name", word (statement, 1), NULL);

  set_option (plan, "system", row, "area", statement, "areas");
  set_option (plan, "system", row, "business_criticality", statement, "criticality");
  set_option (plan, "system", row, "incidents_12m", statement, "incidents");
  set_option (plan, "system", row, "rto_h", statement, "rto");
  set_option (plan, "system", row, "downtime_cost_h", statement, "rate");
  set_option (plan, "system", row, "run_cost_year", statement, "run");
  set_option (plan, "system", row, "max_stop_h", statement, "stop");
  set_option (plan, "system", row, "backup_tested", statement, "tested");
  set_option (plan, "system", row, "owner_business", statement, "owner");
  set_option (plan, "system", row, "disposition", statement, "decided");
}

static void
add_small_row (BfPlan *plan, const Statement *statement)
{
  const char *kind = word (statement, 0);
  gpointer row;

  if (g_str_equal (kind, "area"))
    {
      row = bf_test_add (plan, "area", "key", word (statement, 1), NULL);
      set_option (plan, "area", row, "downtime_cost_h", statement, "rate");
    }
  else if (g_str_equal (kind, "holiday"))
    {
      row = bf_test_add (plan, "holiday", "name", "free", "day", word (statement, 1), NULL);
      set_option (plan, "holiday", row, "until", statement, "until");
    }
  else if (g_str_equal (kind, "team"))
    bf_test_add (plan,
                 "team",
                 "key",
                 word (statement, 1),
                 "name",
                 word (statement, 1),
                 "kind",
                 flag (statement, "external") ? "external" : "internal",
                 NULL);
  else if (g_str_equal (kind, "capacity"))
    bf_test_add (plan,
                 "capacity",
                 "team",
                 word (statement, 1),
                 "from_day",
                 word (statement, 2),
                 "to_day",
                 word (statement, 3),
                 "capacity",
                 word (statement, 4),
                 NULL);
  else if (g_str_equal (kind, "budget"))
    {
      row = bf_test_add (plan,
                         "budget",
                         "key",
                         word (statement, 1),
                         "kind",
                         word (statement, 2),
                         "from_day",
                         word (statement, 3),
                         "to_day",
                         word (statement, 4),
                         "amount",
                         word (statement, 5),
                         NULL);
      set_option (plan, "budget", row, "carry_over", statement, "carry");
    }
  else if (g_str_equal (kind, "claim"))
    {
      row = bf_test_add (plan, "claim", "key", word (statement, 1), NULL);
      set_option (plan, "claim", row, "state_4_due", statement, "due");
    }
  else
    g_error ("What is “%s”?", kind);
}

static void
add_dependency (BfPlan *plan, const Statement *statement)
{
  gpointer row = bf_test_add (
      plan, "dependency", "before", option (statement, "on"), "after", word (statement, 1), NULL);
  g_autofree char *kind = g_strdup (option (statement, "kind"));

  if (kind)
    bf_test_set (plan, "dependency", row, "kind", g_strdelimit (kind, "_", ' '));
  set_option (plan, "dependency", row, "lag_days", statement, "lag");
}

static void
add_decision (BfPlan *plan, const Statement *statement)
{
  gpointer row = bf_test_add (plan, "step", "key", word (statement, 1), NULL);

  set_option (plan, "step", row, "pinned_cutover", statement, "pin");
  set_option (plan, "step", row, "earliest", statement, "earliest");
  set_option (plan, "step", row, "due", statement, "due");
  set_option (plan, "step", row, "benefit_year", statement, "benefit");
}

/* A stop that can be borne is a matter of systems: a step that names none gets its own. */
static void
add_bearing_system (BfPlan *plan, const Statement *statement)
{
  g_autofree char *key = g_strconcat (word (statement, 1), "-SYSTEM", NULL);

  if (!option (statement, "bearable"))
    return;
  if (option (statement, "systems"))
    g_error ("%s: say stop= of its systems instead of bearable=", word (statement, 1));
  bf_test_add (plan, "system", "key", key, "max_stop_h", option (statement, "bearable"), NULL);
}

static void
add_row (BfPlan *plan, const Statement *statement)
{
  const char *kind = word (statement, 0);

  if (g_str_equal (kind, "plant"))
    add_plant (plan, statement);
  else if (g_str_equal (kind, "shutdown") || g_str_equal (kind, "freeze") ||
           g_str_equal (kind, "weekend"))
    add_window (plan, statement);
  else if (g_str_equal (kind, "system"))
    add_system (plan, statement);
  else if (g_str_equal (kind, "depend"))
    add_dependency (plan, statement);
  else if (g_str_equal (kind, "step"))
    {
      add_decision (plan, statement);
      add_bearing_system (plan, statement);
    }
  else
    add_small_row (plan, statement);
}

/* --- Steps. --- */

/* Positions of keys in a table of the plan, of the option's list. */
static GArray *
indices (const BfTestPlant *self, const Statement *statement, const char *name, BfRecordKind kind)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (int));
  const char *text = option (statement, name);
  g_auto (GStrv) keys = text ? g_strsplit (text, ",", -1) : NULL;

  for (guint i = 0; keys && keys[i]; i++)
    {
      int index = kind == BF_NO_RECORD ? bf_test_step (self, keys[i])
                                       : bf_plan_index (self->plan, kind, keys[i]);

      if (index < 0)
        g_error ("%s=%s: there is no %s", name, text, keys[i]);
      g_array_append_val (found, index);
    }
  return found;
}

static BfLoads
read_loads (const BfTestPlant *self, const char *text)
{
  BfLoads loads = { 0 };
  g_auto (GStrv) parts = text ? g_strsplit (text, ",", -1) : NULL;

  for (guint i = 0; parts && parts[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], ":", 2);

      loads.of[loads.n].team = bf_plan_index (self->plan, BF_TEAM, pair[0]);
      loads.of[loads.n++].person_days = g_ascii_strtod (pair[1], NULL);
    }
  return loads;
}

static void
add_line (BfStep *step, double units, gboolean offline, gboolean special)
{
  BfQualificationLine line = {
    .phase = "OQ",
    .name = "OQ",
    .offline = offline,
    .special = special,
    .cost_minor = bf_money_from_units (units),
  };

  if (units > 0 || special)
    g_array_append_val (step->lines, line);
}

/* review=DAYS:TEAM:PERSON-DAYS:MONEY, campaign= alike. */
static void
add_campaign (const BfTestPlant *self, BfStep *step, const char *text, gboolean review)
{
  g_auto (GStrv) parts = text ? g_strsplit (text, ":", 4) : NULL;
  BfCampaign campaign = { .review = review };

  if (!parts)
    return;
  campaign.days = (int) g_ascii_strtoll (parts[0], NULL, 10);
  if (parts[1] && parts[2])
    {
      campaign.loads.n = 1;
      campaign.loads.of[0].team = bf_plan_index (self->plan, BF_TEAM, parts[1]);
      campaign.loads.of[0].person_days = g_ascii_strtod (parts[2], NULL);
    }
  campaign.line = (int) step->lines->len;
  add_line (
      step, parts[1] && parts[2] && parts[3] ? g_ascii_strtod (parts[3], NULL) : 0, review, TRUE);
  g_array_append_val (step->campaigns, campaign);
}

static BfArchetype *
make_archetype (BfTestPlant *self, const Statement *statement)
{
  BfArchetype *archetype = g_new0 (BfArchetype, 1);

  archetype->id = g_string_chunk_insert (
      self->set->strings,
      option (statement, "archetype") ? option (statement, "archetype") : "ST99");
  archetype->core = flag (statement, "core");
  archetype->order = (int) number (statement, "phase", 0);
  g_ptr_array_add (self->archetypes, archetype);
  return archetype;
}

static void
read_work (BfStep *step, const Statement *statement)
{
  const char *cutover = option (statement, "cutover");
  double capex = number (statement, "capex", 0);

  step->build_days = (int) number (statement, "build", 0);
  step->offline_days = (int) number (statement, "offline", 0);
  step->overlap_days = (int) number (statement, "overlap", 0);
  step->buffer_days = (int) number (statement, "buffer", 0);
  step->online_days = (int) number (statement, "online", 0);
  step->parallel_days = (int) number (statement, "parallel", 0);
  step->hypercare_days = (int) number (statement, "hypercare", 0);
  step->has_cutover = cutover != NULL;
  step->need_hours = cutover ? g_ascii_strtod (cutover, NULL) : 0;
  step->mean_hours = step->need_hours;
  step->plans_stop = step->need_hours > 0;
  step->n_cutovers = !cutover ? 0 : flag (statement, "by-area") ? MAX (1, step->areas->len) : 1;
  step->capex = (BfEstimate){ capex, capex, capex };
  step->opex_year = number (statement, "opex", 0);
}

static void
read_systems (const BfTestPlant *self, BfStep *step, const Statement *statement)
{
  g_autofree char *own = g_strconcat (step->key, "-SYSTEM", NULL);
  int bearing = bf_plan_index (self->plan, BF_SYSTEM, own);

  step->systems = indices (self, statement, "systems", BF_SYSTEM);
  if (bearing >= 0)
    g_array_append_val (step->systems, bearing);
  step->bearable_hours = step->systems->len ? G_MAXDOUBLE : 0;
  for (guint i = 0; i < step->systems->len; i++)
    {
      int system = g_array_index (step->systems, int, i);
      double hours = BF_ROW (self->plan, SYSTEM, BfSystem, (guint) system)->max_stop_h;

      step->bearable_hours = MIN (step->bearable_hours, isnan (hours) ? 0 : hours);
    }
}

static void
read_dates (const BfTestPlant *self, BfStep *step, const Statement *statement)
{
  step->decision = BF_FIND (self->plan, STEP, BfStepDecision, step->key);
  step->due = step->decision->due;
  if (option (statement, "kept"))
    step->due = bf_test_day (option (statement, "kept"));
  step->claim_gate = BF_BLANK;
  for (guint i = 0; i < step->claims->len; i++)
    step->claim_gate =
        MAX (step->claim_gate,
             BF_ROW (self->plan, CLAIM, BfClaim, (guint) g_array_index (step->claims, int, i))
                 ->state_4_due);
}

static void
read_step (BfTestPlant *self, BfStep *step, const Statement *statement)
{
  step->title = option (statement, "title")
                    ? g_string_chunk_insert (self->set->strings, option (statement, "title"))
                    : step->key;
  step->archetype = make_archetype (self, statement);
  step->phase = (int) number (statement, "phase", 0);
  step->areas = indices (self, statement, "areas", BF_AREA);
  for (int i = 0; !option (statement, "areas") && i < (int) bf_plan_count (self->plan, BF_AREA);
       i++)
    g_array_append_val (step->areas, i);
  read_systems (self, step, statement);
  step->claims = indices (self, statement, "claims", BF_CLAIM);
  step->hard = indices (self, statement, "needs", BF_NO_RECORD);
  step->any_of = indices (self, statement, "anyof", BF_NO_RECORD);
  step->soft = indices (self, statement, "soft", BF_NO_RECORD);
  step->served = indices (self, statement, "serves", BF_NO_RECORD);
  step->redone = g_array_new (FALSE, FALSE, sizeof (int));
  step->answers = g_array_new (FALSE, FALSE, sizeof (int));
  step->lines = g_array_new (FALSE, FALSE, sizeof (BfQualificationLine));
  step->campaigns = g_array_new (FALSE, FALSE, sizeof (BfCampaign));
  step->decommissions = g_str_equal (step->archetype->id, "ST38");
  step->needs_restore = flag (statement, "restore");
  step->needs_owner = flag (statement, "owner");
  for (guint i = 0; i < step->systems->len; i++)
    if (self->needs->obsolescence[g_array_index (step->systems, int, i)] > 0)
      g_array_append_val (step->answers, g_array_index (step->systems, int, i));
  read_work (step, statement);
  read_dates (self, step, statement);
  step->build_loads = read_loads (self, option (statement, "load"));
  step->offline_loads = read_loads (self, option (statement, "offline_load"));
  step->online_loads = read_loads (self, option (statement, "online_load"));
  add_line (step, number (statement, "offline_money", 0), TRUE, FALSE);
  add_line (step, number (statement, "online_money", 0), FALSE, FALSE);
  add_campaign (self, step, option (statement, "review"), TRUE);
  add_campaign (self, step, option (statement, "campaign"), FALSE);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const BfStep *x = *(const BfStep *const *) a, *y = *(const BfStep *const *) b;

  return g_strcmp0 (x->key, y->key);
}

/* One need a system, so that a need's position is the system's. */
static void
make_needs (BfTestPlant *self, GPtrArray *statements)
{
  guint n = bf_plan_count (self->plan, BF_SYSTEM);

  self->needs = g_new0 (BfNeeds, 1);
  self->needs->n_needs = n;
  self->needs->needs = g_new0 (BfNeed, n + 1);
  self->needs->obsolescence = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    self->needs->needs[i] = (BfNeed){ .kind = BF_NEED_SYSTEM, .index = (int) i, .due = BF_BLANK };
  for (guint i = 0; i < statements->len; i++)
    {
      const Statement *statement = g_ptr_array_index (statements, i);

      if (g_str_equal (statement->words[0], "system"))
        self->needs->obsolescence[bf_plan_index (self->plan, BF_SYSTEM, statement->words[1])] =
            number (statement, "score", 0);
    }
}

static void
make_steps (BfTestPlant *self, GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const Statement *statement = g_ptr_array_index (statements, i);
      BfStep *step;

      if (!g_str_equal (statement->words[0], "step"))
        continue;
      step = g_new0 (BfStep, 1);
      step->key = g_string_chunk_insert (self->set->strings, word (statement, 1));
      g_ptr_array_add (self->set->steps, step);
    }
  g_ptr_array_sort (self->set->steps, compare_steps);
  for (guint i = 0; i < statements->len; i++)
    {
      const Statement *statement = g_ptr_array_index (statements, i);

      if (g_str_equal (statement->words[0], "step"))
        read_step (
            self,
            g_ptr_array_index (self->set->steps, (guint) bf_test_step (self, statement->words[1])),
            statement);
    }
}

/* --- The text. --- */

static void
free_statement (gpointer data)
{
  Statement *statement = data;

  g_strfreev (statement->words);
  g_free (statement);
}

/* Lines that begin with blanks continue the one before. */
static GPtrArray *
read_statements (const char *text)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (free_statement);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    {
      Statement *statement;
      g_autoptr (GError) error = NULL;

      if (lines[i][0] == '#')
        continue;
      g_string_append_printf (joined, " %s", lines[i]);
      if (lines[i + 1] && lines[i + 1][0] == ' ')
        continue;
      g_strstrip (joined->str);
      statement = g_new0 (Statement, 1);
      if (*joined->str && !g_shell_parse_argv (joined->str, NULL, &statement->words, &error))
        g_error ("%s: %s", joined->str, error->message);
      statement->n = statement->words ? g_strv_length (statement->words) : 0;
      if (statement->n)
        g_ptr_array_add (statements, statement);
      else
        free_statement (statement);
      g_string_truncate (joined, 0);
    }
  return statements;
}

static void
read_objective (BfTestPlant *self, const Statement *statement)
{
  const char *name = word (statement, 1);

  self->options.objective = g_str_equal (name, "finish")     ? BF_OBJECTIVE_FINISH
                            : g_str_equal (name, "downtime") ? BF_OBJECTIVE_DOWNTIME
                                                             : BF_OBJECTIVE_COST;
}

static gboolean
is_about_the_plan (const Statement *statement)
{
  return !g_str_equal (statement->words[0], "objective") &&
         !g_str_equal (statement->words[0], "expect");
}

BfTestPlant *
bf_test_plant_new (const char *text)
{
  BfTestPlant *self = g_new0 (BfTestPlant, 1);
  g_autoptr (GPtrArray) statements = read_statements (text);

  self->plan = bf_plan_new ();
  self->expected = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->archetypes = g_ptr_array_new_with_free_func (g_free);
  self->options.seed = 1;
  self->options.objective = BF_OBJECTIVE_FINISH;
  self->set = g_new0 (BfStepSet, 1);
  self->set->plan = self->plan;
  self->set->catalogue = bf_catalogue_get ();
  self->set->steps = g_ptr_array_new ();
  self->set->strings = g_string_chunk_new (1024);
  for (guint i = 0; i < statements->len; i++)
    {
      const Statement *statement = g_ptr_array_index (statements, i);

      if (is_about_the_plan (statement))
        add_row (self->plan, statement);
      else if (g_str_equal (statement->words[0], "objective"))
        read_objective (self, statement);
      else
        g_ptr_array_add (self->expected, g_strdupv (statement->words + 1));
    }
  bf_plan_seal (self->plan);
  make_needs (self, statements);
  self->set->needs = self->needs;
  make_steps (self, statements);
  self->calendar = bf_calendar_new (self->plan, bf_catalogue_get ());
  return self;
}

static void
free_step (BfStep *step)
{
  GArray *owned[] = {
    step->systems, step->areas,  step->redone, step->answers, step->hard,      step->any_of,
    step->soft,    step->served, step->claims, step->lines,   step->campaigns,
  };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_array_unref (owned[i]);
  g_free (step);
}

void
bf_test_plant_free (BfTestPlant *self)
{
  for (guint i = 0; i < self->set->steps->len; i++)
    free_step (g_ptr_array_index (self->set->steps, i));
  g_ptr_array_unref (self->set->steps);
  g_string_chunk_free (self->set->strings);
  g_free (self->set);
  g_free (self->needs->needs);
  g_free (self->needs->obsolescence);
  g_free (self->needs);
  g_ptr_array_unref (self->archetypes);
  g_ptr_array_unref (self->expected);
  bf_calendar_free (self->calendar);
  bf_plan_unref (self->plan);
  g_free (self);
}

int
bf_test_step (const BfTestPlant *self, const char *key)
{
  for (guint i = 0; i < self->set->steps->len; i++)
    if (g_str_equal (((BfStep *) g_ptr_array_index (self->set->steps, i))->key, key))
      return (int) i;
  g_error ("There is no step %s", key);
}

guint
bf_test_activity (const BfTestPlant *self,
                  const BfNetwork *network,
                  const char *key,
                  BfActivityKind kind,
                  int part)
{
  int step = bf_test_step (self, key);

  for (guint i = 0; i < network->activities->len; i++)
    {
      const BfActivity *activity = &g_array_index (network->activities, BfActivity, i);

      if (activity->step == step && activity->kind == kind && (part < 0 || activity->part == part))
        return i;
    }
  g_error ("%s has no %s %d", key, bf_activity_kind_id (kind), part);
}
