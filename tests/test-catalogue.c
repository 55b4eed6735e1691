/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "bf-catalogue.h"

/* One text of one file is replaced once; the sentence has to name the file and @place. */
typedef struct
{
  const char *name; /* of the test */
  const char *file;
  const char *old, *new;
  const char *place;
  const char *blamed; /* the file, where it is another one */
} Break;

static const Break breaks[] = {
  { "unknown-reference",
    "steps",
    "\"hard\": [\n     \"ST01\"",
    "\"hard\": [\n     \"ST99\"",
    "ST02" },
  { "loop",
    "steps",
    "\"prerequisites\": {\n    \"hard\": []",
    "\"prerequisites\": {\n    \"hard\": [\"ST02\"]",
    "loop" },
  { "min-above-likely",
    "steps",
    "\"min\": 2,\n    \"likely\": 4",
    "\"min\": 6,\n    \"likely\": 4",
    "ST01" },
  { "share-above-one", "steps", "\"value\": 0.3", "\"value\": 3.3", "ST01" },
  { "chance-above-one", "qualification", "\"likely\": 0.02", "\"likely\": 2.02", "pharma_gxp" },
  { "duplicate-step", "steps", "\"id\": \"ST02\"", "\"id\": \"ST01\"", "ST01" },
  { "missing-basis",
    "steps",
    "\"max\": 8,\n    \"basis\":",
    "\"max\": 8,\n    \"comment\":",
    "ST01, duration_weeks" },
  { "unknown-type", "rules", "\"types\": [\"DCS\"]", "\"types\": [\"DCSX\"]", "ST11" },
  { "unknown-level", "rules", "\"levels\": [\"3.5\"]", "\"levels\": [\"3.7\"]", "ST06" },
  { "unknown-mode",
    "rules",
    "\"modes\": [\"in_place\"], \"team\"",
    "\"modes\": [\"in_space\"], \"team\"",
    "ST01" },
  { "unknown-skill", "rules", "\"team\": \"controls\"", "\"team\": \"wizards\"", "ST08" },
  { "unknown-decision", "rules", "\"treats\": [\"Rehost\"]", "\"treats\": [\"Keep\"]", "ST07" },
  { "unknown-dimension",
    "rules",
    "\"dimension\": \"SIRI:D8\"",
    "\"dimension\": \"SIRI:D88\"",
    "caps" },
  { "unknown-lift", "steps", "\"dimension\": \"SIRI:D16\"", "\"dimension\": \"SIRI:D61\"", "ST01" },
  { "unknown-phase", "rules", "\"offline\": [\"VP\"", "\"offline\": [\"VPX\"", "offline" },
  { "unknown-special", "rules", "{\"CYBER_ACCEPT\": \"zones\"}", "{\"CYBER\": \"zones\"}", "ST05" },
  { "unknown-scope", "rules", "\"scope\": \"area\"", "\"scope\": \"county\"", "ST07" },
  { "step-without-rule", "rules", "\"ST35\": {", "\"ST40\": {", "ST35", "steps" },
  { "duplicate-framework", "frameworks", "\"id\": \"ACATECH\"", "\"id\": \"SIRI\"", "SIRI" },
  { "duplicate-dimension", "frameworks", "\"id\": \"D2\"", "\"id\": \"D1\"", "SIRI, D1" },
  { "crosswalk-to-nowhere",
    "frameworks",
    "\"from\": \"IMPULS:I6\"",
    "\"from\": \"IMPULS:I9\"",
    "IMPULS:I9" },
  { "weights", "scorecard", "\"weight\": 0.2", "\"weight\": 0.3", "questions" },
  { "weekday", "rules", "\"weekday\": \"Monday\"", "\"weekday\": \"Mondy\"", "GB-EAW" },
  { "region", "rules", "\"with\": \"DE\"", "\"with\": \"DX\"", "DE-BW" },
  { "deliverable-phase", "deliverables", "\"phase\": \"SPEC\"", "\"phase\": \"SPEK\"", "FS" },
  { "deliverable-twice", "deliverables", "\"id\": \"RA\"", "\"id\": \"VP\"", "VP" },
  { "deliverable-owner",
    "deliverables",
    "\"owner\": \"integrator\"",
    "\"owner\": \"wizards\"",
    "CODE_REVIEW" },
  { "no-json", "downtime", "{", "[", "downtime.json" },
};

static GBytes *
read_source (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path =
      g_build_filename (g_getenv ("BF_SOURCE_DIR"), "resources", "catalogue", file, NULL);
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

static GBytes *
read_broken (const char *name, gpointer data, GError **error)
{
  const Break *broken = data;
  g_autoptr (GBytes) bytes = read_source (name);
  g_autoptr (GString) text = NULL;
  gsize size;
  const char *raw = g_bytes_get_data (bytes, &size);

  if (strcmp (name, broken->file) != 0)
    return g_steal_pointer (&bytes);
  text = g_string_new_len (raw, (gssize) size);
  g_assert_cmpuint (g_string_replace (text, broken->old, broken->new, 1), ==, 1);
  return g_bytes_new (text->str, text->len);
}

static void
test_break (gconstpointer data)
{
  const Break *broken = data;
  g_autoptr (GError) error = NULL;
  BfCatalogue *catalogue = bf_catalogue_load (read_broken, (gpointer) broken, &error);

  g_assert_null (catalogue);
  g_assert_error (error, BF_CATALOGUE_ERROR, 0);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, broken->blamed ? broken->blamed : broken->file));
  g_assert_nonnull (strstr (error->message, broken->place));
}

static void
test_shipped_steps (void)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();
  guint n;
  const BfArchetype *all = bf_catalogue_archetypes (catalogue, &n);
  const BfArchetype *line = &all[bf_catalogue_archetype_index (catalogue, "ST09")];

  g_assert_cmpuint (n, ==, 39);
  g_assert_cmpstr (all[0].id, ==, "ST01");
  g_assert_cmpstr (all[38].id, ==, "ST39");
  g_assert_cmpfloat (line->capex_usd.likely, ==, 400000);
  g_assert_cmpint (line->scope, ==, BF_SCOPE_LINE);
  g_assert_cmpint (line->gamp_category, ==, BF_GAMP_5);
  g_assert_cmpint (line->modes[0], ==, BF_MODE_IN_PLACE);
  g_assert_cmpuint (line->n_special, ==, 5);
  g_assert_true (line->types & (1u << BF_SYSTEM_CNC_DNC));
  g_assert_true (line->rollback_feasible);
  g_assert_false (all[37].rollback_feasible);
  g_assert_cmpint (all[0].gamp_category, ==, -1);
  g_assert_cmpfloat (all[0].effort_factor, ==, 1);
  g_assert_cmpint (bf_catalogue_archetype_index (catalogue, "ST40"), ==, -1);
  g_assert_true (all[15].has_serves);
  g_assert_cmpstr (all[19].serves_words[0], ==, "work instructions");
}

static void
test_shipped_rules (void)
{
  const BfRules *rules = bf_catalogue_rules (bf_catalogue_get ());

  g_assert_cmpfloat (rules->size_exponent, ==, 0.6);
  g_assert_cmpfloat (rules->widen[BF_CONFIDENCE_GUESS], ==, 1.3);
  g_assert_cmpfloat (rules->bridge_usd.likely, ==, 10000);
  g_assert_cmpfloat (rules->claim_factor[3], ==, 0.6);
  g_assert_cmpfloat (rules->documents[2].likely, ==, 11);
  g_assert_cmpfloat (rules->tail_chance, ==, 0.18);
  g_assert_cmpfloat (rules->estimate_class[5].high, ==, 1.0);
  g_assert_cmpfloat (bf_catalogue_currency_factor (bf_catalogue_get (), "EUR"), ==, 0.9);
  g_assert_true (isnan (bf_catalogue_currency_factor (bf_catalogue_get (), "XXX")));
}

static void
test_profiles (void)
{
  const BfProfile *profiles = bf_catalogue_profiles (bf_catalogue_get (), NULL);

  g_assert_cmpstr (profiles[BF_PROFILE_GENERAL].id, ==, "general");
  g_assert_cmpuint (profiles[BF_PROFILE_GENERAL].n_phases[BF_GAMP_4], ==, 9);
  g_assert_cmpuint (profiles[BF_PROFILE_PHARMA_GXP].n_phases[BF_GAMP_5], ==, 11);
  g_assert_cmpstr (profiles[BF_PROFILE_AEROSPACE_AS9100].categories[0][0].id, ==, "IQ");
}

/* A package has as many documents as its approval is planned with. */
static void
test_deliverables (void)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();
  const BfRules *rules = bf_catalogue_rules (catalogue);
  guint n;
  const BfDeliverable *all = bf_catalogue_deliverables (catalogue, &n);

  for (int category = BF_GAMP_1; category <= BF_GAMP_5; category++)
    {
      guint documents = 0;

      for (guint i = 0; i < n; i++)
        documents += (all[i].categories & (1u << category)) &&
                     (all[i].profiles & (1u << BF_PROFILE_PHARMA_GXP));
      g_assert_cmpuint (documents, >=, rules->documents[category].min);
      g_assert_cmpuint (documents, <=, rules->documents[category].max);
    }
}

/* Every phase of every profile and category leaves at least one document. */
static void
test_phases_have_documents (void)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();
  const BfProfile *profiles = bf_catalogue_profiles (catalogue, NULL);
  guint n;
  const BfDeliverable *all = bf_catalogue_deliverables (catalogue, &n);

  for (int p = 0; p < BF_N_PROFILES; p++)
    for (int category = BF_GAMP_1; category <= BF_GAMP_5; category++)
      for (guint k = 0; k < profiles[p].n_phases[category]; k++)
        {
          const char *phase = profiles[p].categories[category][k].id;
          gboolean found = FALSE;

          for (guint i = 0; i < n; i++)
            found |= strcmp (all[i].phase, phase) == 0 && (all[i].profiles & (1u << p)) &&
                     (all[i].categories & (1u << category));
          if (!found)
            g_error ("%s, category %d: %s leaves no document", profiles[p].id, category, phase);
        }
}

static void
test_lookups (void)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();

  g_assert_cmpstr (
      bf_catalogue_dimension (catalogue, "SIRI", "D7")->name, ==, "Shop floor connectivity");
  g_assert_nonnull (bf_catalogue_dimension (catalogue, NULL, "ACATECH:RES.1"));
  g_assert_null (bf_catalogue_dimension (catalogue, NULL, "D7"));
  g_assert_cmpstr (bf_catalogue_region (catalogue, "Schleswig-Holstein")->id, ==, "DE-SH");
  g_assert_cmpstr (bf_catalogue_region (catalogue, "bayern")->id, ==, "DE-BY");
  g_assert_cmpint (bf_catalogue_phase_skill (catalogue, "REPORT"), ==, BF_SKILL_QUALITY);
  g_assert_cmpint (bf_catalogue_phase_skill (catalogue, "FAT"), ==, -1);
  g_assert_cmpint (
      bf_catalogue_skill_fallback (catalogue, BF_SKILL_EQUIPMENT), ==, BF_SKILL_VALIDATION);
  g_assert_true (bf_catalogue_phase_is_offline (catalogue, "OQ", TRUE));
  g_assert_false (bf_catalogue_phase_is_offline (catalogue, "OQ", FALSE));
  g_assert_true (bf_catalogue_special_is_offline (catalogue, "NADCAP_IMPACT"));
  g_assert_cmpfloat (bf_catalogue_downtime_anchor_usd (catalogue, 250), ==, 60000);
  g_assert_cmpfloat (bf_catalogue_downtime_anchor_usd (catalogue, 20), ==, 8000);
  g_assert_cmpfloat (bf_catalogue_downtime_anchor_usd (catalogue, 5000), ==, 85000);
}

static void
test_skill_of_name (void)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();

  g_assert_cmpint (
      bf_catalogue_skill_of_name (catalogue, "OT and controls engineers"), ==, BF_SKILL_CONTROLS);
  g_assert_cmpint (
      bf_catalogue_skill_of_name (catalogue, "Equipment qualification"), ==, BF_SKILL_EQUIPMENT);
  g_assert_cmpint (bf_catalogue_skill_of_name (catalogue, "Validation of computerized systems"),
                   ==,
                   BF_SKILL_VALIDATION);
  g_assert_cmpint (
      bf_catalogue_skill_of_name (catalogue, "Instandhaltung Halle 2"), ==, BF_SKILL_MAINTENANCE);
  g_assert_cmpint (bf_catalogue_skill_of_name (catalogue, "Totals"), ==, -1);
  g_assert_cmpint (bf_catalogue_skill_of_name (catalogue, "Plant IT"), ==, BF_SKILL_APPLICATIONS);
}

/* Case 12 of the worked examples. */
static void
test_scorecard (void)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();
  const gint64 of05[6] = { 3, 3, 3, 3, 3, 4 };
  const gint64 of01[6] = { 1, 1, 0, 1, 1, 1 };
  const gint64 of03[6] = { 3, 4, 1, 2, 3, 2 };
  guint n;
  const BfUseClass *classes = bf_catalogue_use_classes (catalogue, &n);

  g_assert_cmpfloat_with_epsilon (bf_catalogue_score (catalogue, of05), 78.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (bf_catalogue_score (catalogue, of01), 20.00, 1e-9);
  g_assert_cmpfloat_with_epsilon (bf_catalogue_score (catalogue, of03), 60.00, 1e-9);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (classes[3].from, ==, 75);
}

static void
test_basis (void)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();

  g_assert_nonnull (strstr (bf_catalogue_basis (catalogue, "steps/ST09/capex_kusd"), "estimate"));
  g_assert_nonnull (strstr (bf_catalogue_basis (catalogue, "rules/thresholds"), "own proposal"));
  g_assert_nonnull (bf_catalogue_basis (
      catalogue,
      "qualification/industry_profiles/pharma_gxp/gamp_categories/4/phases/OQ/effort_person_days"));
  g_assert_null (bf_catalogue_basis (catalogue, "steps/ST99/capex_kusd"));
}

static void
test_list (void)
{
  g_autoptr (GString) steps = bf_catalogue_list_text (bf_catalogue_get (), "steps");
  g_autoptr (GString) frameworks = bf_catalogue_list_text (bf_catalogue_get (), "frameworks");

  g_assert_nonnull (strstr (steps->str, "ST38"));
  g_assert_nonnull (strstr (frameworks->str, "SIRI:D16"));
  g_assert_null (bf_catalogue_list_text (bf_catalogue_get (), "unicorns"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/shipped/steps", test_shipped_steps);
  g_test_add_func ("/catalogue/shipped/rules", test_shipped_rules);
  g_test_add_func ("/catalogue/shipped/profiles", test_profiles);
  g_test_add_func ("/catalogue/lookups", test_lookups);
  g_test_add_func ("/catalogue/deliverables", test_deliverables);
  g_test_add_func ("/catalogue/phases-have-documents", test_phases_have_documents);
  g_test_add_func ("/catalogue/skill-of-name", test_skill_of_name);
  g_test_add_func ("/catalogue/scorecard", test_scorecard);
  g_test_add_func ("/catalogue/basis", test_basis);
  g_test_add_func ("/catalogue/list", test_list);
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/break/", breaks[i].name, NULL);

      g_test_add_data_func (path, &breaks[i], test_break);
    }
  return g_test_run ();
}
