/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The archetypes: how rules.json uses them, in its order, and their numbers of steps.json. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-catalogue-json.h"

/* --- Use: rules.json, archetypes. --- */

static const BfField *
type_field (void)
{
  return bf_record_field (&bf_system_record, "type");
}

/* A word of serves is an inventory type or stands for itself. */
static void
load_serves (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  const char *const *words = bf_loader_words (loader, in, place, "serves");
  const char **others =
      bf_loader_alloc (loader, sizeof *others, g_strv_length ((char **) words) + 1);
  guint n = 0;

  archetype->has_serves = json_object_has_member (in, "serves");
  for (guint i = 0; words[i]; i++)
    {
      int type = bf_choice_find (type_field ()->choices, words[i]);

      if (type >= 0)
        archetype->serves_types |= 1u << type;
      else
        others[n++] = words[i];
    }
  archetype->serves_words = others;
}

static void
load_redoes (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  JsonNode *node = json_object_get_member (in, "redoes");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array ? json_array_get_length (array) : 0;
  BfTypePair *pairs = bf_loader_alloc (loader, sizeof *pairs, n);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *pair = json_array_get_element (array, i);
      JsonArray *ends = JSON_NODE_HOLDS_ARRAY (pair) ? json_node_get_array (pair) : NULL;

      if (!ends || json_array_get_length (ends) != 2)
        {
          bf_loader_fail (loader, place, _ ("A pair of kinds has two words."));
          continue;
        }
      pairs[i].a =
          bf_loader_choice (loader, place, type_field (), json_array_get_string_element (ends, 0));
      pairs[i].b =
          bf_loader_choice (loader, place, type_field (), json_array_get_string_element (ends, 1));
    }
  archetype->redoes = pairs;
  archetype->n_redoes = n;
}

static void
load_use_modes (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  const BfField *field = bf_record_field (&bf_step_record, "strategy");
  const char *const *words = bf_loader_words (loader, in, place, "modes");
  guint n = g_strv_length ((char **) words);
  int *modes = bf_loader_alloc (loader, sizeof *modes, n);

  if (n == 0)
    bf_loader_fail (loader, place, _ ("A step needs at least one mode."));
  for (guint i = 0; i < n; i++)
    modes[i] = bf_loader_choice (loader, place, field, words[i]);
  archetype->modes = modes;
  archetype->n_modes = n;
}

static gboolean
knows_special (const BfCatalogue *catalogue, const char *phase)
{
  for (guint i = 0; i < catalogue->n_special_phases; i++)
    if (strcmp (catalogue->special_phases[i].id, phase) == 0)
      return TRUE;
  return FALSE;
}

static void
load_use_special (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  static const char *const units[] = {
    "one", "parts", "processes", "part families", "device processes", "trains", "zones", NULL,
  };
  JsonObject *special = bf_loader_object_or_null (in, "special");
  g_autoptr (GList) names = special ? json_object_get_members (special) : NULL;
  BfSpecialUse *uses = bf_loader_alloc (loader, sizeof *uses, g_list_length (names));

  archetype->special = uses;
  for (GList *name = names; name; name = name->next)
    {
      BfSpecialUse *use = &uses[archetype->n_special++];
      const char *word = bf_loader_text (loader, special, place, name->data);

      use->phase = bf_loader_intern (loader, name->data);
      use->units = (BfUnits) bf_loader_word (loader, place, units, word, _ ("count"));
      if (!knows_special (loader->catalogue, use->phase))
        bf_loader_fail (loader, place, _ ("“%s” is an unknown special phase."), use->phase);
    }
}

static void
load_use_scope (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  static const char *const scopes[] = { "site", "area", "line", "system", NULL };
  static const char *const drivers[] = {
    "one", "employees", "machines", "lines", "interfaces", "systems", "parts", NULL,
  };
  const BfField *levels = bf_record_field (&bf_system_record, "isa95_level");
  const BfField *dispositions = bf_record_field (&bf_system_record, "disposition");

  archetype->scope = (BfScope) bf_loader_word (
      loader, place, scopes, bf_loader_text (loader, in, place, "scope"), _ ("scope"));
  archetype->types = bf_loader_bits (loader, in, place, "types", type_field ());
  archetype->levels = bf_loader_bits (loader, in, place, "levels", levels);
  archetype->treats = bf_loader_bits (loader, in, place, "treats", dispositions);
  archetype->driver = (BfDriver) bf_loader_word (
      loader, place, drivers, bf_loader_text (loader, in, place, "driver"), _ ("driver"));
  archetype->reference_count = bf_loader_number (loader, in, place, "ref", 1e-6, 1e9);
}

static void
load_use (BfLoader *loader, JsonObject *in, const char *id, BfArchetype *archetype)
{
  const BfField *skills = bf_record_field (&bf_team_record, "skill");
  const char *place = bf_loader_place (loader, "archetypes", id);

  archetype->id = bf_loader_intern (loader, id);
  load_use_scope (loader, in, place, archetype);
  load_serves (loader, in, place, archetype);
  load_redoes (loader, in, place, archetype);
  load_use_modes (loader, in, place, archetype);
  load_use_special (loader, in, place, archetype);
  archetype->skill =
      bf_loader_choice (loader, place, skills, bf_loader_text (loader, in, place, "team"));
  archetype->phase = (int) bf_loader_number (loader, in, place, "phase", 0, 4);
  archetype->order = (int) bf_loader_number_or (in, "order", archetype->phase);
  archetype->changes = bf_loader_flag (in, "changes");
  archetype->core = bf_loader_flag (in, "core");
  archetype->reads = bf_loader_flag (in, "reads");
  archetype->writes = bf_loader_flag (in, "writes");
}

void
bf_catalogue_load_uses (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonObject *uses = bf_loader_object (loader, loader->root, "", "archetypes");
  g_autoptr (GList) names = json_object_get_members (uses);

  bf_loader_need_basis (loader, loader->root, "", "archetypes");
  catalogue->archetypes =
      bf_loader_alloc (loader, sizeof *catalogue->archetypes, g_list_length (names));
  for (GList *name = names; name; name = name->next)
    load_use (loader,
              bf_loader_object (loader, uses, "archetypes", name->data),
              name->data,
              &catalogue->archetypes[catalogue->n_archetypes++]);
}

/* --- Numbers: steps.json. --- */

static const char *const *
load_prerequisites (BfLoader *loader, JsonObject *in, const char *place, const char *member)
{
  const char *const *ids = bf_loader_words (loader, in, place, member);

  for (guint i = 0; ids[i]; i++)
    if (bf_catalogue_archetype_index (loader->catalogue, ids[i]) < 0)
      bf_loader_fail (
          loader, bf_loader_place (loader, place, member), _ ("“%s” is an unknown step."), ids[i]);
  return ids;
}

static void
load_lifts (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  JsonArray *array = bf_loader_array (loader, in, place, "lifts");
  guint n = json_array_get_length (array);
  BfLift *lifts = bf_loader_alloc (loader, sizeof *lifts, n);

  bf_loader_need_basis (loader, in, place, "lifts");
  for (guint i = 0; i < n; i++)
    {
      JsonObject *lift = bf_loader_element (loader, array, place, i);
      const char *inner = bf_loader_place (loader, place, "lifts");

      lifts[i].dimension = bf_loader_text (loader, lift, inner, "dimension");
      lifts[i].delta_min = bf_loader_number (loader, lift, inner, "delta_min", 0, 5);
      lifts[i].delta_likely = bf_loader_number (loader, lift, inner, "delta_likely", 0, 5);
      lifts[i].delta_max = bf_loader_number (loader, lift, inner, "delta_max", 0, 5);
      lifts[i].cap_band = bf_loader_number (loader, lift, inner, "cap_band", 0, 5);
      if (lifts[i].delta_min > lifts[i].delta_likely || lifts[i].delta_likely > lifts[i].delta_max)
        bf_loader_fail (loader, inner, _ ("The bands do not rise from smallest to largest."));
      if (!bf_catalogue_dimension (loader->catalogue, NULL, lifts[i].dimension))
        bf_loader_fail (loader, inner, _ ("“%s” is an unknown dimension."), lifts[i].dimension);
    }
  archetype->lifts = lifts;
  archetype->n_lifts = n;
}

static void
load_estimates (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  archetype->weeks = bf_loader_estimate (loader, in, place, "duration_weeks", 0, 1000);
  archetype->capex_usd =
      bf_estimate_scaled (bf_loader_estimate (loader, in, place, "capex_kusd", 0, 1e6), 1000);
  archetype->opex_share = bf_loader_value (loader, in, place, "opex_per_year_share_of_capex", 0, 1);
  archetype->stop_hours =
      bf_loader_estimate (loader, in, place, "planned_downtime_hours", 0, 10000);
  archetype->problem_chance =
      bf_loader_estimate (loader, in, place, "cutover_problem_probability", 0, 1);
  archetype->overrun_hours =
      bf_loader_estimate (loader, in, place, "cutover_overrun_hours", 0, 10000);
  archetype->parallel_weeks = bf_loader_estimate (loader, in, place, "parallel_run_weeks", 0, 1000);
}

/* "none after removal" and the like say that there is no way back. */
static void
load_rollback (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  JsonObject *rollback = bf_loader_object (loader, in, place, "rollback");

  archetype->rollback = bf_loader_text (loader, rollback, place, "feasibility");
  bf_loader_need_basis (loader, in, place, "rollback");
  archetype->rollback_feasible = !g_str_has_prefix (archetype->rollback, "none") &&
                                 !g_str_has_prefix (archetype->rollback, "not feasible");
}

static void
load_qualification (BfLoader *loader, JsonObject *in, const char *place, BfArchetype *archetype)
{
  const BfField *field = bf_record_field (&bf_cycle_record, "gamp_category");
  double category = bf_loader_number_or (in, "gamp_category_typical", NAN);
  JsonObject *scale = bf_loader_object_or_null (in, "qualification_scale");
  g_autofree char *word = NULL;

  archetype->gamp_category = -1;
  archetype->effort_factor = archetype->duration_factor = 1;
  archetype->qualification_phases = bf_loader_words (loader, in, place, "qualification_phases");
  for (guint i = 0; archetype->qualification_phases[i]; i++)
    if (!g_hash_table_contains (loader->catalogue->phase_skills,
                                archetype->qualification_phases[i]))
      bf_loader_fail (loader,
                      place,
                      _ ("“%s” is an unknown qualification phase."),
                      archetype->qualification_phases[i]);
  if (isnan (category))
    return;
  word = g_strdup_printf ("%d", (int) category);
  archetype->gamp_category = bf_loader_choice (loader, place, field, word);
  if (!scale)
    return;
  bf_loader_need_basis (loader, in, place, "qualification_scale");
  archetype->effort_factor = bf_loader_number (loader, scale, place, "effort_factor", 0.01, 100);
  archetype->duration_factor =
      bf_loader_number (loader, scale, place, "duration_factor", 0.01, 100);
}

static void
load_step (BfLoader *loader, JsonObject *in, BfArchetype *archetype)
{
  const char *place = archetype->id;
  JsonObject *before = bf_loader_object (loader, in, place, "prerequisites");

  bf_loader_need_basis (loader, in, place, "prerequisites");
  archetype->name = bf_loader_text (loader, in, place, "name");
  archetype->short_name = bf_loader_text (loader, in, place, "short_name");
  archetype->category = bf_loader_text (loader, in, place, "category");
  archetype->purpose = bf_loader_text (loader, in, place, "purpose");
  archetype->notes = bf_loader_text_or (loader, in, "notes", "");
  archetype->hard = load_prerequisites (loader, before, place, "hard");
  archetype->any_of = load_prerequisites (loader, before, place, "any_of");
  archetype->soft = load_prerequisites (loader, before, place, "soft");
  load_lifts (loader, in, place, archetype);
  load_estimates (loader, in, place, archetype);
  load_rollback (loader, in, place, archetype);
  load_qualification (loader, in, place, archetype);
}

/* Depth-first over hard prerequisites; @state: 0 new, 1 on the way, 2 done. */
static void
visit (BfLoader *loader, int index, guint8 *state, GString *way)
{
  const BfArchetype *archetype = &loader->catalogue->archetypes[index];
  gsize length = way->len;

  if (state[index] == 2 || loader->error)
    return;
  g_string_append_printf (way, "%s%s", way->len ? " → " : "", archetype->id);
  if (state[index] == 1)
    bf_loader_fail (loader, archetype->id, _ ("The hard prerequisites form a loop: %s."), way->str);
  else
    {
      state[index] = 1;
      for (guint i = 0; archetype->hard[i]; i++)
        visit (loader,
               bf_catalogue_archetype_index (loader->catalogue, archetype->hard[i]),
               state,
               way);
      state[index] = 2;
    }
  g_string_truncate (way, length);
}

static void
check_loops (BfLoader *loader)
{
  guint n = loader->catalogue->n_archetypes;
  g_autofree guint8 *state = g_new0 (guint8, n);
  g_autoptr (GString) way = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    visit (loader, (int) i, state, way);
}

static void
load_practice (BfLoader *loader)
{
  BfRules *rules = &loader->catalogue->rules;
  JsonObject *rehearsal = bf_loader_object (loader, loader->root, "", "rehearsal_effect");
  JsonObject *tail = bf_loader_object (loader, loader->root, "", "tail_rule");

  bf_loader_need_basis (loader, loader->root, "", "rehearsal_effect");
  rules->rehearsal_factor = bf_loader_number (
      loader, rehearsal, "rehearsal_effect", "probability_factor_per_full_rehearsal", 0, 1);
  rules->rehearsal_floor = bf_loader_number (loader, rehearsal, "rehearsal_effect", "floor", 0, 1);
  bf_loader_need_basis (loader, loader->root, "", "tail_rule");
  rules->tail_chance = bf_loader_number (loader, tail, "tail_rule", "probability", 0, 1);
  rules->tail_factor = bf_loader_number (loader, tail, "tail_rule", "mean_overrun", 0, 100);
}

void
bf_catalogue_load_steps (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonArray *array = bf_loader_array (loader, loader->root, "", "steps");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *in = bf_loader_element (loader, array, "steps", i);
      const char *id = bf_loader_text (loader, in, "steps", "id");
      int index = bf_catalogue_archetype_index (catalogue, id);

      if (index < 0)
        bf_loader_fail (loader, id, _ ("The rules say nothing of this step."));
      else if (catalogue->archetypes[index].name)
        bf_loader_fail (loader, id, _ ("This step stands here twice."));
      else
        load_step (loader, in, &catalogue->archetypes[index]);
    }
  for (guint i = 0; i < catalogue->n_archetypes; i++)
    if (!catalogue->archetypes[i].name)
      bf_loader_fail (
          loader, catalogue->archetypes[i].id, _ ("The rules name this step, but it is missing."));
  if (!loader->error)
    check_loops (loader);
  load_practice (loader);
}
