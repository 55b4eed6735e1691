/* SPDX-License-Identifier: GPL-3.0-or-later */

/* qualification.json: phases by industry profile and GAMP category, special phases, labour,
 * approval cycles; and the plain tables of downtime.json and scorecard.json. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-catalogue-json.h"

static const char *const categories[] = { "1", "3", "4", "5" };

static void
load_phase (BfLoader *loader, JsonObject *in, const char *place, BfQualificationPhase *phase)
{
  phase->id = bf_loader_text (loader, in, place, "phase");
  place = bf_loader_place (loader, place, phase->id);
  phase->name = bf_loader_text (loader, in, place, "name");
  phase->weeks = bf_loader_estimate (loader, in, place, "duration_weeks", 0, 1000);
  phase->effort = bf_loader_estimate (loader, in, place, "effort_person_days", 0, 100000);
  phase->rework_chance = bf_loader_estimate (loader, in, place, "rework_probability", 0, 1);
  phase->rework_fraction = bf_loader_estimate (loader, in, place, "rework_fraction", 0, 1);
}

static void
load_category (BfLoader *loader, JsonObject *in, const char *place, BfProfile *profile, int index)
{
  JsonArray *array = bf_loader_array (loader, in, place, "phases");
  guint n = json_array_get_length (array);
  BfQualificationPhase *phases = bf_loader_alloc (loader, sizeof *phases, n);

  for (guint i = 0; i < n; i++)
    {
      load_phase (loader, bf_loader_element (loader, array, place, i), place, &phases[i]);
      for (guint k = 0; k < i; k++)
        if (strcmp (phases[k].id, phases[i].id) == 0)
          bf_loader_fail (loader, place, _ ("Phase %s stands here twice."), phases[i].id);
    }
  profile->categories[index] = phases;
  profile->n_phases[index] = n;
}

static void
load_profile (BfLoader *loader, JsonObject *profiles, const char *id, BfProfile *profile)
{
  JsonObject *in = bf_loader_object (loader, profiles, "industry_profiles", id);
  JsonObject *gamp = bf_loader_object (loader, in, id, "gamp_categories");

  profile->id = bf_loader_intern (loader, id);
  profile->name = bf_loader_text (loader, in, id, "name");
  profile->duration_factor = bf_loader_value (loader, in, id, "duration_factor", 0, 10);
  profile->effort_factor = bf_loader_value (loader, in, id, "effort_factor", 0, 10);
  for (int i = 0; i < 4; i++)
    {
      const char *place = bf_loader_place (loader, id, categories[i]);
      JsonObject *category = bf_loader_object (loader, gamp, id, categories[i]);

      load_category (loader, category, place, profile, i);
    }
}

static void
load_special (BfLoader *loader, JsonObject *in, BfSpecialPhase *special)
{
  const BfField *profiles = bf_record_field (&bf_cycle_record, "profile");
  const char *place;

  special->id = bf_loader_text (loader, in, "special_phases", "id");
  place = bf_loader_place (loader, "special_phases", special->id);
  special->name = bf_loader_text (loader, in, place, "name");
  special->profile = bf_loader_text (loader, in, place, "profile");
  bf_loader_choice (loader, place, profiles, special->profile);
  special->unit = bf_loader_text (loader, in, place, "unit");
  special->weeks = bf_loader_estimate (loader, in, place, "duration_weeks", 0, 1000);
  special->effort = bf_loader_estimate (loader, in, place, "effort_person_days", 0, 100000);
  special->rework_chance = bf_loader_estimate (loader, in, place, "rework_probability", 0, 1);
  special->rework_fraction = bf_loader_estimate (loader, in, place, "rework_fraction", 0, 1);
}

static void
load_specials (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonArray *array = bf_loader_array (loader, loader->root, "", "special_phases");
  guint n = json_array_get_length (array);

  catalogue->special_phases = bf_loader_alloc (loader, sizeof *catalogue->special_phases, n);
  for (guint i = 0; i < n; i++)
    {
      BfSpecialPhase *special = &catalogue->special_phases[i];

      load_special (loader, bf_loader_element (loader, array, "special_phases", i), special);
      for (guint k = 0; k < i; k++)
        if (strcmp (catalogue->special_phases[k].id, special->id) == 0)
          bf_loader_fail (loader, special->id, _ ("This special phase stands here twice."));
      catalogue->n_special_phases++;
    }
}

static void
load_cycle (BfLoader *loader)
{
  BfRules *rules = &loader->catalogue->rules;
  const char *place = "approval_cycle";
  JsonObject *cycle = bf_loader_object (loader, loader->root, "", place);
  JsonObject *documents = bf_loader_object (loader, cycle, place, "documents");

  for (int i = 0; i < 4; i++)
    rules->documents[i] = bf_loader_estimate (
        loader, documents, bf_loader_place (loader, place, "documents"), categories[i], 0, 1000);
  rules->weeks_per_document_cycle =
      bf_loader_estimate (loader, cycle, place, "weeks_per_document_cycle", 0, 100);
  rules->parallel_documents =
      bf_loader_estimate (loader, cycle, place, "parallel_documents", 1, 1000);
}

void
bf_catalogue_load_qualification (BfLoader *loader)
{
  BfRules *rules = &loader->catalogue->rules;
  const BfField *field = bf_record_field (&bf_plant_record, "profile");
  JsonObject *profiles = bf_loader_object (loader, loader->root, "", "industry_profiles");
  JsonObject *labour = bf_loader_object (loader, loader->root, "", "labour");
  JsonObject *practice = bf_loader_object (loader, loader->root, "", "cutover_practice");
  JsonObject *leverage = bf_loader_object (loader, loader->root, "", "supplier_leverage");

  for (int i = 0; i < BF_N_PROFILES; i++)
    load_profile (loader, profiles, field->choices[i].id, &loader->catalogue->profiles[i]);
  load_specials (loader);
  load_cycle (loader);
  rules->internal_day_usd =
      bf_loader_estimate (loader, labour, "labour", "internal_day_usd", 0, 100000);
  rules->external_day_usd =
      bf_loader_estimate (loader, labour, "labour", "external_day_usd", 0, 100000);
  rules->hypercare_weeks =
      bf_loader_estimate (loader, practice, "cutover_practice", "hypercare_weeks", 0, 100);
  rules->supplier_leverage =
      bf_loader_estimate (loader, leverage, "supplier_leverage", "max_effort_reduction", 0, 1);
}

static void
load_anchor (BfLoader *loader, JsonObject *in, BfDowntimeAnchor *anchor)
{
  JsonNode *range = json_object_get_member (in, "usd_per_hour_range");
  JsonNode *employees = json_object_get_member (in, "employees");
  JsonArray *limits;

  anchor->scope = bf_loader_text (loader, in, "survey_anchors", "scope");
  anchor->year = (int) bf_loader_number_or (in, "year", 0);
  anchor->usd_per_hour = bf_loader_number_or (in, "usd_per_hour", NAN);
  anchor->usd_low = anchor->usd_high = anchor->usd_per_hour;
  anchor->basis = bf_loader_text (loader, in, anchor->scope, "basis");
  if (range && JSON_NODE_HOLDS_ARRAY (range))
    {
      limits = json_node_get_array (range);
      anchor->usd_low = json_array_get_double_element (limits, 0);
      anchor->usd_high = json_array_get_double_element (limits, 1);
      anchor->usd_per_hour = (anchor->usd_low + anchor->usd_high) / 2;
    }
  if (employees && JSON_NODE_HOLDS_ARRAY (employees))
    {
      limits = json_node_get_array (employees);
      anchor->employees_from = (int) json_array_get_int_element (limits, 0);
      anchor->employees_to = (int) json_array_get_int_element (limits, 1);
    }
}

static void
load_classes (BfLoader *loader)
{
  JsonArray *array = bf_loader_array (loader, loader->root, "", "estimate_classes");

  bf_loader_need_basis (loader, loader->root, "", "estimate_classes");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *in = bf_loader_element (loader, array, "estimate_classes", i);
      int class = (int) bf_loader_number (loader, in, "estimate_classes", "class", 1, 5);

      loader->catalogue->rules.estimate_class[class].low =
          bf_loader_number (loader, in, "estimate_classes", "low", -1, 0);
      loader->catalogue->rules.estimate_class[class].high =
          bf_loader_number (loader, in, "estimate_classes", "high", 0, 10);
    }
}

void
bf_catalogue_load_downtime (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  const char *place = "default_model";
  JsonObject *model = bf_loader_object (loader, loader->root, "", place);
  JsonArray *array = bf_loader_array (loader, loader->root, "", "survey_anchors");

  catalogue->rules.planned_stop_factor =
      bf_loader_estimate (loader, model, place, "planned_to_unplanned_factor", 0, 1);
  catalogue->rules.downtime_usd_h =
      bf_loader_estimate (loader, model, place, "starting_default_usd_per_hour", 0, 1e9);
  catalogue->n_anchors = json_array_get_length (array);
  catalogue->anchors = bf_loader_alloc (loader, sizeof *catalogue->anchors, catalogue->n_anchors);
  for (guint i = 0; i < catalogue->n_anchors; i++)
    load_anchor (
        loader, bf_loader_element (loader, array, "survey_anchors", i), &catalogue->anchors[i]);
  load_classes (loader);
}

static void
load_question (BfLoader *loader, JsonObject *in, BfScoreQuestion *question)
{
  const char *const *scale;

  question->id = bf_loader_text (loader, in, "questions", "id");
  question->name = bf_loader_text (loader, in, question->id, "name");
  question->question = bf_loader_text (loader, in, question->id, "question");
  question->weight = bf_loader_number (loader, in, question->id, "weight", 0, 1);
  scale = bf_loader_words (loader, in, question->id, "scale_0_4");
  if (g_strv_length ((char **) scale) != 5)
    {
      bf_loader_fail (loader, question->id, _ ("The scale needs five words, from 0 to 4."));
      return;
    }
  for (int i = 0; i < 5; i++)
    question->scale[i] = scale[i];
}

static void
load_claim_states (BfLoader *loader)
{
  JsonArray *array = bf_loader_array (loader, loader->root, "", "claim_states");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *in = bf_loader_element (loader, array, "claim_states", i);
      int state = (int) bf_loader_number (loader, in, "claim_states", "state", 0, 5);

      loader->catalogue->rules.claim_factor[state] =
          bf_loader_number (loader, in, "claim_states", "factor", 0, 1);
    }
}

static void
load_use_classes (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonArray *array = bf_loader_array (loader, loader->root, "", "use_classes");

  catalogue->n_use_classes = json_array_get_length (array);
  catalogue->use_classes =
      bf_loader_alloc (loader, sizeof *catalogue->use_classes, catalogue->n_use_classes);
  for (guint i = 0; i < catalogue->n_use_classes; i++)
    {
      JsonObject *in = bf_loader_element (loader, array, "use_classes", i);

      catalogue->use_classes[i].from = bf_loader_number (loader, in, "use_classes", "from", 0, 100);
      catalogue->use_classes[i].name = bf_loader_text (loader, in, "use_classes", "name");
    }
}

void
bf_catalogue_load_scorecard (BfLoader *loader)
{
  JsonArray *array = bf_loader_array (loader, loader->root, "", "questions");
  double sum = 0;

  if (json_array_get_length (array) != 6)
    {
      bf_loader_fail (loader, "questions", _ ("There have to be six questions."));
      return;
    }
  for (guint i = 0; i < 6; i++)
    {
      load_question (loader,
                     bf_loader_element (loader, array, "questions", i),
                     &loader->catalogue->questions[i]);
      sum += loader->catalogue->questions[i].weight;
    }
  if (fabs (sum - 1) > 1e-9)
    bf_loader_fail (loader, "questions", _ ("The weights add up to %g, not to 1."), sum);
  bf_loader_need_basis (loader, loader->root, "", "questions");
  load_use_classes (loader);
  load_claim_states (loader);
}
