/* SPDX-License-Identifier: GPL-3.0-or-later */

/* deliverables.json: the documents that a qualification produces. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-catalogue-json.h"

/* A neighbour's partial OQ is no phase of a package. */
#define REGRESSION "REGRESSION"

static void
check_phase (BfLoader *loader, const char *place, const char *phase)
{
  if (strcmp (phase, REGRESSION) != 0 &&
      !g_hash_table_contains (loader->catalogue->phase_skills, phase))
    bf_loader_fail (loader, place, _ ("“%s” is an unknown qualification phase."), phase);
}

static void
load_one (BfLoader *loader, JsonObject *in, BfDeliverable *deliverable)
{
  const char *place;

  deliverable->id = bf_loader_text (loader, in, "deliverables", "id");
  place = bf_loader_place (loader, "deliverables", deliverable->id);
  deliverable->name = bf_loader_text (loader, in, place, "name");
  deliverable->phase = bf_loader_text (loader, in, place, "phase");
  deliverable->basis = bf_loader_text (loader, in, place, "basis");
  deliverable->categories = bf_loader_bits (
      loader, in, place, "categories", bf_record_field (&bf_system_record, "gamp_category"));
  deliverable->profiles =
      bf_loader_bits (loader, in, place, "profiles", bf_record_field (&bf_plant_record, "profile"));
  deliverable->owner = bf_loader_choice (loader,
                                         place,
                                         bf_record_field (&bf_team_record, "skill"),
                                         bf_loader_text (loader, in, place, "owner"));
  check_phase (loader, place, deliverable->phase);
  if (deliverable->profiles == 0)
    bf_loader_fail (loader, place, _ ("No profile asks for it."));
}

void
bf_catalogue_load_deliverables (BfLoader *loader)
{
  BfCatalogue *catalogue = loader->catalogue;
  JsonArray *array = bf_loader_array (loader, loader->root, "", "deliverables");

  catalogue->n_deliverables = json_array_get_length (array);
  catalogue->deliverables =
      bf_loader_alloc (loader, sizeof *catalogue->deliverables, catalogue->n_deliverables);
  for (guint i = 0; i < catalogue->n_deliverables; i++)
    {
      load_one (loader,
                bf_loader_element (loader, array, "deliverables", i),
                &catalogue->deliverables[i]);
      for (guint k = 0; k < i; k++)
        if (strcmp (catalogue->deliverables[k].id, catalogue->deliverables[i].id) == 0)
          bf_loader_fail (loader,
                          "deliverables",
                          _ ("“%s” stands there twice."),
                          catalogue->deliverables[i].id);
    }
}
