/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Qualification phases by the catalogue: meant by their id or their name. */

#include "bf-catalogue.h"
#include "bf-import-private.h"
#include "bf-loose.h"

#include <glib/gi18n-lib.h>

/* Calls @visit for every phase until it returns TRUE. */
typedef gboolean (*PhaseVisitor) (const char *id, const char *name, gpointer data);

static gboolean
visit_phases (PhaseVisitor visit, gpointer data)
{
  guint n_profiles, n_special;
  const BfProfile *profiles = bf_catalogue_profiles (bf_catalogue_get (), &n_profiles);
  const BfSpecialPhase *special = bf_catalogue_special_phases (bf_catalogue_get (), &n_special);

  for (guint i = 0; i < n_profiles; i++)
    for (guint category = 0; category < G_N_ELEMENTS (profiles[i].categories); category++)
      for (guint j = 0; j < profiles[i].n_phases[category]; j++)
        if (visit (profiles[i].categories[category][j].id,
                   profiles[i].categories[category][j].name,
                   data))
          return TRUE;
  for (guint i = 0; i < n_special; i++)
    if (visit (special[i].id, special[i].name, data))
      return TRUE;
  return FALSE;
}

typedef struct
{
  const char *loose;
  const char *id;
} Search;

static gboolean
is_meant (const char *id, const char *name, gpointer data)
{
  Search *search = data;

  if (!bf_loose_is_in (id, search->loose) && !bf_loose_is_in (name, search->loose))
    return FALSE;
  search->id = id;
  return TRUE;
}

static gboolean
collect_id (const char *id, const char *name, gpointer data)
{
  GPtrArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (g_ptr_array_index (ids, i), id))
      return FALSE;
  g_ptr_array_add (ids, (gpointer) id);
  return FALSE;
}

static char *
list_phases (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  visit_phases (collect_id, ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (", ", (char **) ids->pdata);
}

void
bf_import_finish_cycle (BfImport *import, BfImportRow *row)
{
  const BfCycle *cycle = row->row;
  const BfField *field = bf_import_field (BF_CYCLE, "phase");
  g_autofree char *loose = cycle->phase ? bf_loose (cycle->phase) : NULL;
  g_autofree char *known = NULL;
  Search search = { loose, NULL };

  if (!loose)
    return;
  if (visit_phases (is_meant, &search))
    {
      bf_import_set (import, row, field, search.id);
      return;
    }
  known = list_phases ();
  bf_import_tell_row (import,
                      row,
                      field,
                      cycle->phase,
                      g_strdup (_ ("The catalogue knows no such phase.")),
                      /* Translators: %s is a list of ids. */
                      g_strdup_printf (_ ("Use one of %s."), known));
}
