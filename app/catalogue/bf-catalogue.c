/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-catalogue.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-catalogue-json.h"
#include "bf-catalogue-resources.h"

G_DEFINE_QUARK (bf - catalogue - error - quark, bf_catalogue_error)

static const char *const names[BF_N_FILES] = {
  [BF_FILE_STEPS] = "steps",           [BF_FILE_RULES] = "rules",
  [BF_FILE_FRAMEWORKS] = "frameworks", [BF_FILE_QUALIFICATION] = "qualification",
  [BF_FILE_DOWNTIME] = "downtime",     [BF_FILE_SCORECARD] = "scorecard",
  [BF_FILE_INVENTORY] = "inventory",   [BF_FILE_DELIVERABLES] = "deliverables",
};

/* What is read from where; later stages look up what earlier ones have read. */
static const struct
{
  int file;
  void (*load) (BfLoader *loader);
} stages[] = {
  { BF_FILE_FRAMEWORKS, bf_catalogue_load_frameworks },
  { BF_FILE_QUALIFICATION, bf_catalogue_load_qualification },
  { BF_FILE_DOWNTIME, bf_catalogue_load_downtime },
  { BF_FILE_SCORECARD, bf_catalogue_load_scorecard },
  { BF_FILE_RULES, bf_catalogue_load_rules },
  { BF_FILE_RULES, bf_catalogue_load_holidays },
  { BF_FILE_RULES, bf_catalogue_load_uses },
  { BF_FILE_STEPS, bf_catalogue_load_steps },
  { BF_FILE_DELIVERABLES, bf_catalogue_load_deliverables },
};

static BfCatalogue *
catalogue_new (void)
{
  BfCatalogue *catalogue = g_new0 (BfCatalogue, 1);

  catalogue->strings = g_string_chunk_new (16384);
  catalogue->blocks = g_ptr_array_new_with_free_func (g_free);
  catalogue->phase_skills = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->currencies = g_hash_table_new (g_str_hash, g_str_equal);
  return catalogue;
}

void
bf_catalogue_free (BfCatalogue *catalogue)
{
  if (!catalogue)
    return;
  for (int i = 0; i < BF_N_FILES; i++)
    g_clear_object (&catalogue->parsers[i]);
  g_hash_table_unref (catalogue->phase_skills);
  g_hash_table_unref (catalogue->currencies);
  g_ptr_array_unref (catalogue->blocks);
  g_string_chunk_free (catalogue->strings);
  g_free (catalogue);
}

static gboolean
parse_file (BfCatalogue *catalogue, int file, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, text, (gssize) size, &reason))
    {
      g_set_error (error, BF_CATALOGUE_ERROR, 0, "%s.json: %s", names[file], reason->message);
      return FALSE;
    }
  if (!json_parser_get_root (parser) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error,
                   BF_CATALOGUE_ERROR,
                   0,
                   _ ("%s.json: The file has to hold one group."),
                   names[file]);
      return FALSE;
    }
  catalogue->parsers[file] = g_steal_pointer (&parser);
  return TRUE;
}

static gboolean
run_stage (BfCatalogue *catalogue, guint stage, GError **error)
{
  g_autofree char *file = g_strconcat (names[stages[stage].file], ".json", NULL);
  g_autoptr (JsonObject) nothing = json_object_new ();
  g_autoptr (JsonArray) no_items = json_array_new ();
  JsonNode *root = json_parser_get_root (catalogue->parsers[stages[stage].file]);
  BfLoader loader = {
    .catalogue = catalogue,
    .file = file,
    .root = json_node_get_object (root),
    .nothing = nothing,
    .no_items = no_items,
  };

  stages[stage].load (&loader);
  if (!loader.error)
    return TRUE;
  g_propagate_error (error, loader.error);
  return FALSE;
}

BfCatalogue *
bf_catalogue_load (BfCatalogueReader reader, gpointer data, GError **error)
{
  BfCatalogue *catalogue = catalogue_new ();
  gboolean good = TRUE;

  for (int i = 0; good && i < BF_N_FILES; i++)
    {
      g_autoptr (GBytes) bytes = reader (names[i], data, error);

      good = bytes && parse_file (catalogue, i, bytes, error);
    }
  for (guint i = 0; good && i < G_N_ELEMENTS (stages); i++)
    good = run_stage (catalogue, i, error);
  if (good)
    return catalogue;
  bf_catalogue_free (catalogue);
  return NULL;
}

static GBytes *
read_shipped (const char *name, gpointer data, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/org/brownfield/catalogue/%s.json", name);

  return g_resource_lookup_data (
      bf_catalogue_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

const BfCatalogue *
bf_catalogue_get (void)
{
  static BfCatalogue *shipped;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;

      shipped = bf_catalogue_load (read_shipped, NULL, &error);
      if (!shipped)
        g_error ("The shipped catalogue is damaged: %s", error->message);
      g_once_init_leave (&once, 1);
    }
  return shipped;
}

/* --- Where a number comes from. --- */

static JsonNode *
step_into (JsonNode *node, const char *part)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), part);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;

      if (object &&
          (g_strcmp0 (json_object_get_string_member_with_default (object, "id", NULL), part) == 0 ||
           g_strcmp0 (json_object_get_string_member_with_default (object, "phase", NULL), part) ==
               0))
        return element;
    }
  return NULL;
}

static const char *
basis_in (JsonNode *node, const char *member)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *basis = object ? json_object_get_member (object, member) : NULL;

  return basis && JSON_NODE_HOLDS_VALUE (basis) && json_node_get_value_type (basis) == G_TYPE_STRING
             ? json_node_get_string (basis)
             : NULL;
}

/* The first part names the file; in steps.json the list of steps is skipped. */
static JsonNode *
start_of (const BfCatalogue *catalogue, const char *file)
{
  JsonNode *root;

  for (int i = 0; i < BF_N_FILES; i++)
    if (strcmp (names[i], file) == 0)
      {
        root = json_parser_get_root (catalogue->parsers[i]);
        return i == BF_FILE_STEPS ? step_into (root, "steps") : root;
      }
  return NULL;
}

const char *
bf_catalogue_basis (const BfCatalogue *catalogue, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  JsonNode *node = parts[0] ? start_of (catalogue, parts[0]) : NULL;
  const char *found = NULL;

  for (guint i = 1; node && parts[i]; i++)
    {
      g_autofree char *beside = g_strconcat (parts[i], "_basis", NULL);
      const char *basis = basis_in (node, beside);

      node = step_into (node, parts[i]);
      if (node && !basis)
        basis = basis_in (node, "basis");
      if (basis)
        found = basis;
    }
  return node ? found : NULL;
}
