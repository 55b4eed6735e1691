/* SPDX-License-Identifier: GPL-3.0-or-later */

/* frameworks.json: frameworks with their dimensions, and the crosswalk to the hub. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-catalogue-json.h"

static const BfLevel *
load_levels (BfLoader *loader, JsonObject *in, const char *place, guint *n)
{
  JsonNode *node = json_object_get_member (in, "levels");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  BfLevel *levels;

  *n = array ? json_array_get_length (array) : 0;
  levels = bf_loader_alloc (loader, sizeof *levels, *n);
  for (guint i = 0; i < *n; i++)
    {
      JsonObject *level = bf_loader_element (loader, array, place, i);

      levels[i].level = bf_loader_number (loader, level, place, "level", 0, 10);
      levels[i].name = bf_loader_text (loader, level, place, "name");
    }
  return levels;
}

static void
load_dimension (BfLoader *loader,
                BfFramework *framework,
                JsonObject *in,
                const char *group,
                BfDimension *dimension)
{
  const char *place = framework->id;
  g_autofree char *id = NULL;

  dimension->short_id = bf_loader_text (loader, in, place, "id");
  place = bf_loader_place (loader, place, dimension->short_id);
  id = g_strconcat (framework->id, ":", dimension->short_id, NULL);
  dimension->id = bf_loader_intern (loader, id);
  dimension->framework = framework->id;
  dimension->group = group;
  dimension->name = bf_loader_text (loader, in, place, "name");
  dimension->summary = bf_loader_text_or (loader, in, "summary", "");
  dimension->levels = load_levels (loader, in, place, &dimension->n_levels);
  for (const BfDimension *other = framework->dimensions; other < dimension; other++)
    if (strcmp (other->id, id) == 0)
      bf_loader_fail (loader, place, _ ("This dimension stands here twice."));
}

/* A framework whose dimensions have principles is rated by principle. */
static void
load_dimensions (BfLoader *loader, BfFramework *framework, JsonObject *in)
{
  JsonNode *node = json_object_get_member (in, "dimensions");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array ? json_array_get_length (array) : 0;
  BfDimension *dimensions = bf_loader_alloc (loader, sizeof *dimensions, n * 8);

  framework->dimensions = dimensions;
  for (guint i = 0; i < n; i++)
    {
      JsonObject *entry = bf_loader_element (loader, array, framework->id, i);
      JsonArray *inner = json_object_has_member (entry, "principles")
                             ? bf_loader_array (loader, entry, framework->id, "principles")
                             : NULL;
      const char *group = inner ? bf_loader_text (loader, entry, framework->id, "name")
                                : bf_loader_text_or (loader, entry, "block", "");

      bf_loader_text (loader, entry, framework->id, "basis");
      if (!inner)
        load_dimension (loader, framework, entry, group, &dimensions[framework->n_dimensions++]);
      for (guint k = 0; inner && k < MIN (json_array_get_length (inner), 8); k++)
        load_dimension (loader,
                        framework,
                        bf_loader_element (loader, inner, framework->id, k),
                        group,
                        &dimensions[framework->n_dimensions++]);
    }
}

/* Dimensions without level names of their own have those of the framework's scale. */
static void
lend_levels (BfLoader *loader, BfFramework *framework, JsonObject *scale)
{
  BfDimension *dimensions = (BfDimension *) framework->dimensions;
  guint n;
  const BfLevel *levels = load_levels (loader, scale, framework->id, &n);

  for (guint i = 0; i < framework->n_dimensions; i++)
    if (dimensions[i].n_levels == 0)
      {
        dimensions[i].levels = levels;
        dimensions[i].n_levels = n;
      }
}

static void
load_framework (BfLoader *loader, JsonObject *in, BfFramework *framework)
{
  JsonObject *scale = bf_loader_object_or_null (in, "scale");

  framework->id = bf_loader_text (loader, in, "frameworks", "id");
  framework->name = bf_loader_text (loader, in, framework->id, "name");
  framework->version = bf_loader_text_or (loader, in, "version", "");
  framework->owner = bf_loader_text_or (loader, in, "owner", "");
  framework->kind = bf_loader_text_or (loader, in, "kind", "");
  framework->scale_min = framework->scale_max = framework->scale_step = NAN;
  framework->scale_unit = "";
  load_dimensions (loader, framework, in);
  if (!scale)
    return;
  framework->scale_min = bf_loader_number (loader, scale, framework->id, "min", 0, 10);
  framework->scale_max = bf_loader_number (loader, scale, framework->id, "max", 0, 10);
  framework->scale_step = bf_loader_number_or (scale, "step", NAN);
  framework->scale_unit = bf_loader_text_or (loader, scale, "unit", "");
  lend_levels (loader, framework, scale);
}

static void
load_crosswalk (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonArray *array = bf_loader_array (loader, loader->root, "", "crosswalk");
  guint n = json_array_get_length (array);

  catalogue->crosswalk = bf_loader_alloc (loader, sizeof *catalogue->crosswalk, n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *in = bf_loader_element (loader, array, "crosswalk", i);
      BfCrosswalk *link = &catalogue->crosswalk[catalogue->n_crosswalk++];
      const char *place;

      link->from = bf_loader_text (loader, in, "crosswalk", "from");
      place = bf_loader_place (loader, "crosswalk", link->from);
      link->to = bf_loader_text (loader, in, place, "to");
      link->primary = strcmp (bf_loader_text (loader, in, place, "strength"), "primary") == 0;
      bf_loader_text (loader, in, place, "basis");
      if (!bf_catalogue_dimension (catalogue, NULL, link->from))
        bf_loader_fail (loader, place, _ ("“%s” is an unknown dimension."), link->from);
      if (!bf_catalogue_dimension (catalogue, NULL, link->to))
        bf_loader_fail (loader, place, _ ("“%s” is an unknown dimension."), link->to);
    }
}

void
bf_catalogue_load_frameworks (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonArray *array = bf_loader_array (loader, loader->root, "", "frameworks");
  guint n = json_array_get_length (array);

  catalogue->frameworks = bf_loader_alloc (loader, sizeof *catalogue->frameworks, n);
  for (guint i = 0; i < n; i++)
    {
      BfFramework *framework = &catalogue->frameworks[i];

      load_framework (loader, bf_loader_element (loader, array, "frameworks", i), framework);
      for (guint k = 0; k < i; k++)
        if (strcmp (catalogue->frameworks[k].id, framework->id) == 0)
          bf_loader_fail (loader, framework->id, _ ("This framework stands here twice."));
      catalogue->n_frameworks++;
    }
  load_crosswalk (loader);
}
