/* SPDX-License-Identifier: GPL-3.0-or-later */

/* rules.json without its holidays and archetypes: the loose numbers, modes, roles, caps. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-catalogue-json.h"

static void
load_size (BfLoader *loader, BfRules *rules)
{
  JsonObject *size = bf_loader_object (loader, loader->root, "", "size");

  bf_loader_need_basis (loader, loader->root, "", "size");
  rules->size_exponent = bf_loader_number (loader, size, "size", "exponent", 0, 1);
  rules->size_min = bf_loader_number (loader, size, "size", "min", 0.01, 1);
  rules->size_max = bf_loader_number (loader, size, "size", "max", 1, 100);
  rules->weeks_exponent = bf_loader_number (loader, size, "size", "weeks_exponent", 0, 1);
  rules->qualification_exponent =
      bf_loader_number (loader, size, "size", "qualification_exponent", 0, 1);
}

static void
load_labour (BfLoader *loader, BfRules *rules)
{
  JsonObject *labour = bf_loader_object (loader, loader->root, "", "labour");

  bf_loader_need_basis (loader, loader->root, "", "labour");
  rules->external_share_of_phases =
      bf_loader_number (loader, labour, "labour", "external_share_of_phases", 0, 1);
  rules->external_share_of_special =
      bf_loader_number (loader, labour, "labour", "external_share_of_special_phases", 0, 1);
  rules->labour_share_of_capex =
      bf_loader_number (loader, labour, "labour", "labour_share_of_capex", 0, 1);
  rules->internal_persons_during_build =
      bf_loader_number (loader, labour, "labour", "internal_persons_during_build", 0, 100);
  rules->special_share_of_team =
      bf_loader_number (loader, labour, "labour", "special_phase_share_of_team", 0.01, 1);
}

static void
load_widening (BfLoader *loader, BfRules *rules)
{
  const BfField *field = bf_record_field (&bf_system_record, "confidence");
  const char *place = "confidence_widens_upper_side";
  JsonObject *in = bf_loader_object (loader, loader->root, "", place);

  bf_loader_need_basis (loader, loader->root, "", place);
  for (int i = 0; i < BF_N_CONFIDENCES; i++)
    rules->widen[i] = bf_loader_number (loader, in, place, field->choices[i].id, 1, 10);
}

static void
load_thresholds (BfLoader *loader, BfRules *rules)
{
  JsonObject *in = bf_loader_object (loader, loader->root, "", "thresholds");

  bf_loader_need_basis (loader, loader->root, "", "thresholds");
  rules->obsolescence_threshold =
      bf_loader_number (loader, in, "thresholds", "obsolescence", 0, 100);
  rules->debt_threshold = bf_loader_number (loader, in, "thresholds", "debt", 0, 1000);
  rules->restore_test_months =
      (int) bf_loader_number (loader, in, "thresholds", "restore_test_months", 0, 1000);
}

static double
load_share (BfLoader *loader, const char *member, double low, double high)
{
  bf_loader_need_basis (loader, loader->root, "", member);
  return bf_loader_number (loader, loader->root, "", member, low, high);
}

static void
load_numbers (BfLoader *loader, BfRules *rules)
{
  JsonObject *obsolescence = bf_loader_object (loader, loader->root, "", "obsolescence");

  load_size (loader, rules);
  load_labour (loader, rules);
  load_widening (loader, rules);
  load_thresholds (loader, rules);
  rules->offline_overlap = load_share (loader, "overlap_of_offline_qualification_with_build", 0, 1);
  bf_loader_need_basis (loader, loader->root, "", "obsolescence");
  rules->forced_replacement_premium = bf_loader_number (
      loader, obsolescence, "obsolescence", "forced_replacement_premium_share_of_capex", 0, 1);
  rules->bridge_usd = bf_estimate_scaled (
      bf_loader_estimate (loader, loader->root, "", "bridge_kusd", 0, 10000), 1000);
  rules->rehearsals = (int) load_share (loader, "rehearsals", 0, 10);
  rules->rollback_share = load_share (loader, "rollback_share", 0, 1);
  rules->redo_share = load_share (loader, "redo_cost_share_of_capex", 0, 1);
  rules->partial_oq_share = load_share (loader, "partial_oq_share", 0, 1);
}

static void
load_modes (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  const BfField *field = bf_record_field (&bf_step_record, "strategy");
  JsonObject *modes = bf_loader_object (loader, loader->root, "", "modes");
  g_autoptr (GList) names = json_object_get_members (modes);

  bf_loader_need_basis (loader, loader->root, "", "modes");
  for (GList *name = names; name; name = name->next)
    bf_loader_choice (loader, "modes", field, name->data);
  catalogue->n_modes = BF_N_MODES;
  catalogue->modes = bf_loader_alloc (loader, sizeof *catalogue->modes, BF_N_MODES);
  for (int i = 0; i < BF_N_MODES; i++)
    {
      BfMode *mode = &catalogue->modes[i];
      JsonObject *in = bf_loader_object (loader, modes, "modes", field->choices[i].id);
      const char *place = bf_loader_place (loader, "modes", field->choices[i].id);

      mode->id = field->choices[i].id;
      mode->probability = bf_loader_number (loader, in, place, "probability", 0.01, 1);
      mode->impact = bf_loader_number (loader, in, place, "impact", 0.01, 1);
      mode->calendar = bf_loader_number (loader, in, place, "calendar", 0.01, 10);
      mode->cost = bf_loader_number (loader, in, place, "cost", 0.01, 10);
      mode->double_running = bf_loader_flag (in, "double_running");
      mode->by_area = bf_loader_flag (in, "by_area");
    }
}

static void
load_currencies (BfLoader *loader)
{
  const char *place = "usd_to_plant_currency";
  JsonObject *in = bf_loader_object (loader, loader->root, "", place);
  g_autoptr (GList) names = json_object_get_members (in);

  bf_loader_need_basis (loader, loader->root, "", place);
  for (GList *name = names; name; name = name->next)
    {
      double *factor = bf_loader_alloc (loader, sizeof *factor, 1);

      *factor = bf_loader_number (loader, in, place, name->data, 1e-6, 1e6);
      g_hash_table_insert (
          loader->catalogue->currencies, (gpointer) bf_loader_intern (loader, name->data), factor);
    }
}

static const BfField *
skill_field (void)
{
  return bf_record_field (&bf_team_record, "skill");
}

static void
load_skill_words (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonObject *in = bf_loader_object (loader, loader->root, "", "skill_words");
  g_autoptr (GList) names = json_object_get_members (in);

  bf_loader_need_basis (loader, loader->root, "", "skill_words");
  catalogue->skill_words =
      bf_loader_alloc (loader, sizeof *catalogue->skill_words, g_list_length (names));
  for (GList *name = names; name; name = name->next)
    {
      BfSkillWords *line = &catalogue->skill_words[catalogue->n_skill_words++];

      line->skill = bf_loader_choice (loader, "skill_words", skill_field (), name->data);
      line->words = bf_loader_words (loader, in, "skill_words", name->data);
    }
}

static void
load_roles (BfLoader *loader, const char *member)
{
  JsonObject *in = bf_loader_object (loader, loader->root, "", member);
  g_autoptr (GList) names = json_object_get_members (in);

  for (GList *name = names; name; name = name->next)
    {
      const char *word = bf_loader_text (loader, in, member, name->data);
      const char *place = bf_loader_place (loader, member, name->data);
      int skill =
          strcmp (word, "build") == 0 ? -1 : bf_loader_choice (loader, place, skill_field (), word);

      g_hash_table_insert (loader->catalogue->phase_skills,
                           (gpointer) bf_loader_intern (loader, name->data),
                           GINT_TO_POINTER (skill + 2));
    }
}

static void
load_fallbacks (BfLoader *loader)
{
  JsonObject *in = bf_loader_object (loader, loader->root, "", "role_fallback");
  g_autoptr (GList) names = json_object_get_members (in);

  for (int i = 0; i < BF_N_SKILLS; i++)
    loader->catalogue->skill_fallback[i] = -1;
  for (GList *name = names; name; name = name->next)
    {
      int skill = bf_loader_choice (loader, "role_fallback", skill_field (), name->data);
      const char *word = bf_loader_text (loader, in, "role_fallback", name->data);

      loader->catalogue->skill_fallback[skill] =
          bf_loader_choice (loader, "role_fallback", skill_field (), word);
    }
}

/* Every phase that the lists name must be one that somebody does. */
static const char *const *
load_phase_list (BfLoader *loader, const char *member)
{
  const char *const *phases = bf_loader_words (loader, loader->root, "", member);

  for (guint i = 0; phases[i]; i++)
    if (!g_hash_table_contains (loader->catalogue->phase_skills, phases[i]))
      bf_loader_fail (loader, member, _ ("“%s” is an unknown qualification phase."), phases[i]);
  return phases;
}

static void
load_dispositions (BfLoader *loader)
{
  const BfField *times = bf_record_field (&bf_system_record, "time_class");
  const BfField *dispositions = bf_record_field (&bf_system_record, "disposition");
  JsonObject *in = bf_loader_object (loader, loader->root, "", "default_decision");

  for (int i = 0; i < BF_N_TIMES; i++)
    loader->catalogue->default_disposition[i] =
        bf_loader_choice (loader,
                          "default_decision",
                          dispositions,
                          bf_loader_text (loader, in, "default_decision", times->choices[i].id));
}

static void
load_cap (BfLoader *loader, JsonObject *in, BfCap *cap)
{
  static const char *const conditions[] = {
    "no_zone",      "few_connected",          "remote_access_unsupported",
    "no_historian", "retyped_between_levels", "product_data_retyped",
    NULL,
  };
  const char *place;

  cap->id = bf_loader_text (loader, in, "caps", "id");
  place = bf_loader_place (loader, "caps", cap->id);
  cap->condition =
      (BfCapCondition) bf_loader_word (loader, place, conditions, cap->id, _ ("condition"));
  cap->dimension = bf_loader_text (loader, in, place, "dimension");
  if (!bf_catalogue_dimension (loader->catalogue, NULL, cap->dimension))
    bf_loader_fail (loader, place, _ ("“%s” is an unknown dimension."), cap->dimension);
  cap->max = bf_loader_number (loader, in, place, "max", 0, 10);
  cap->while_text = bf_loader_text (loader, in, place, "while");
  cap->limiting = bf_loader_text (loader, in, place, "limiting");
  cap->basis = bf_loader_text (loader, in, place, "basis");
}

static void
load_caps (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonArray *array = bf_loader_array (loader, loader->root, "", "caps");
  guint n = json_array_get_length (array);

  catalogue->caps = bf_loader_alloc (loader, sizeof *catalogue->caps, n);
  for (guint i = 0; i < n; i++)
    {
      BfCap *cap = &catalogue->caps[i];

      load_cap (loader, bf_loader_element (loader, array, "caps", i), cap);
      for (guint k = 0; k < i; k++)
        if (strcmp (catalogue->caps[k].id, cap->id) == 0 &&
            strcmp (catalogue->caps[k].dimension, cap->dimension) == 0)
          bf_loader_fail (loader, "caps", _ ("%s stands here twice."), cap->id);
      catalogue->n_caps++;
    }
}

void
bf_catalogue_load_rules (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;

  load_numbers (loader, &catalogue->rules);
  load_modes (loader);
  load_currencies (loader);
  load_skill_words (loader);
  load_roles (loader, "phase_roles");
  load_roles (loader, "special_roles");
  load_fallbacks (loader);
  load_dispositions (loader);
  load_caps (loader);
  catalogue->offline = load_phase_list (loader, "offline");
  catalogue->offline_if_old_stays = load_phase_list (loader, "offline_if_old_system_stays");
  catalogue->special_offline = load_phase_list (loader, "special_offline");
  catalogue->shared_phases = load_phase_list (loader, "shared_in_a_bundle");
  catalogue->phase_names = bf_loader_words (loader, loader->root, "", "phase_names");
  if (g_strv_length ((char **) catalogue->phase_names) != 5)
    bf_loader_fail (loader, "phase_names", _ ("There have to be five phases."));
}
