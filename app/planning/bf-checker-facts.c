/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the plan's rows say about a step, asked again instead of believed: the stop that its systems
 * bear, restore tests and owners, claims, areas, prerequisites and replacements. */

#include <glib/gi18n-lib.h>

#include "bf-checker-private.h"

#define HUB "SIRI"

static const BfSystem *
system_of (const BfChecker *self, const BfStep *step, guint i)
{
  return BF_ROW (self->plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i));
}

static guint
n_systems (const BfStep *step)
{
  return step->systems ? step->systems->len : 0;
}

static gboolean
is_of (const BfStep *step, const char *archetype)
{
  return step->archetype && g_strcmp0 (step->archetype->id, archetype) == 0;
}

int
bf_checker_find_step (const BfChecker *self, const char *key)
{
  for (guint i = 0; key && i < self->set->steps->len; i++)
    if (g_ascii_strcasecmp (bf_checker_step (self, i)->key, key) == 0)
      return (int) i;
  return -1;
}

int
bf_checker_building_team (const BfChecker *self, const BfStep *step)
{
  const BfLoads *loads = &step->build_loads;
  int found = -1;

  for (guint i = loads->n; i > 0; i--)
    {
      int team = loads->of[i - 1].team;

      if (team >= 0 && BF_ROW (self->plan, TEAM, BfTeam, (guint) team)->kind != BF_TEAM_EXTERNAL)
        found = team;
    }
  return found;
}

/* The smallest of the systems' own figures; a blank bears nothing. */
double
bf_checker_bearable_hours (const BfChecker *self, const BfStep *step)
{
  double hours = n_systems (step) ? system_of (self, step, 0)->max_stop_h : 0;

  for (guint i = 0; i < n_systems (step); i++)
    if (isnan (system_of (self, step, i)->max_stop_h))
      return 0;
    else
      hours = MIN (hours, system_of (self, step, i)->max_stop_h);
  return hours;
}

/* --- Restore tests and owners. --- */

static gboolean
was_restored (const BfChecker *self, const BfSystem *system)
{
  const BfPlant *plant = bf_plan_plant (self->plan);
  int months = plant && plant->restore_test_months != BF_BLANK
                   ? (int) plant->restore_test_months
                   : bf_catalogue_rules (self->set->catalogue)->restore_test_months;

  return system->backup_tested != BF_BLANK &&
         bf_day_add_months (self->start, -months) <= system->backup_tested;
}

static gboolean
is_owned (const BfSystem *system)
{
  g_autofree char *owner =
      g_ascii_strdown (system->owner_business ? system->owner_business : "", -1);

  return *owner && !g_str_has_prefix (owner, "nobody");
}

gboolean
bf_checker_lacks_restore (const BfChecker *self, const BfStep *step)
{
  for (guint i = 0; i < n_systems (step); i++)
    if (!was_restored (self, system_of (self, step, i)))
      return !is_of (step, "ST04");
  return FALSE;
}

gboolean
bf_checker_lacks_owner (const BfChecker *self, const BfStep *step)
{
  for (guint i = 0; i < n_systems (step); i++)
    if (!is_owned (system_of (self, step, i)))
      return !is_of (step, "ST02");
  return FALSE;
}

/* --- Claims. --- */

static gboolean
is_open_claim (const BfChecker *self, const BfClaim *claim)
{
  gint64 state = claim->state == BF_BLANK ? 1 : claim->state;

  if (claim->valid_until != BF_BLANK && claim->valid_until < self->start && state > 1)
    state = 1;
  return state >= 1 && state <= 3 && claim->state_4_due != BF_BLANK && claim->dimension;
}

static gboolean
lifts (const BfChecker *self, const BfStep *step, const char *dimension)
{
  const BfCatalogue *catalogue = self->set->catalogue;
  const BfDimension *named = bf_catalogue_dimension (catalogue, NULL, dimension);

  named = named ? named : bf_catalogue_dimension (catalogue, HUB, dimension);
  for (guint i = 0; named && step->archetype && i < step->archetype->n_lifts; i++)
    if (g_str_equal (step->archetype->lifts[i].dimension, named->id))
      return TRUE;
  return FALSE;
}

gint64
bf_checker_claims_until (const BfChecker *self, const BfStep *step)
{
  gint64 until = step->claim_gate;

  for (guint i = 0; !step->decommissions && i < bf_plan_count (self->plan, BF_CLAIM); i++)
    {
      const BfClaim *claim = BF_ROW (self->plan, CLAIM, BfClaim, i);
      const BfSystem *system = BF_FIND (self->plan, SYSTEM, BfSystem, claim->system);

      for (guint k = 0; system && claim->state_4_due > until && k < n_systems (step); k++)
        if (system_of (self, step, k) == system && is_open_claim (self, claim) &&
            lifts (self, step, claim->dimension))
          until = claim->state_4_due;
    }
  return until;
}

/* --- Areas and replacements. --- */

static gboolean
stops_area (const BfStep *step, int area)
{
  for (guint i = 0; step->areas && i < step->areas->len; i++)
    if (g_array_index (step->areas, int, i) == area)
      return TRUE;
  return FALSE;
}

static void
check_areas_of (BfChecker *self, guint index, const BfSystem *system)
{
  const BfStep *step = bf_checker_step (self, index);

  for (guint area = 0; area < bf_plan_count (self->plan, BF_AREA); area++)
    if (bf_checker_covers_area (self, system->area, (int) area) && !stops_area (step, (int) area))
      /* Translators: step, key of an area, name of a system. */
      bf_checker_say (self,
                      BF_RULE_AREAS,
                      _ ("The cutovers of “%s” do not stop %s, where its %s stands."),
                      bf_checker_title (self, index),
                      BF_ROW (self->plan, AREA, BfArea, area)->row.key,
                      system->name ? system->name : system->row.key);
}

static gboolean
is_replaced (const BfChecker *self, const BfSystem *system)
{
  for (guint i = 0; i < self->set->steps->len; i++)
    {
      const BfStep *step = bf_checker_step (self, i);

      for (guint k = 0; !step->decommissions && k < n_systems (step); k++)
        if (system_of (self, step, k) == system)
          return TRUE;
    }
  return FALSE;
}

/* Records of a system that is to be replaced need the replacement for a home. */
static void
check_home (BfChecker *self, guint index, const BfSystem *system)
{
  if (system->disposition != BF_DISPOSITION_REPLACE &&
      system->disposition != BF_DISPOSITION_REARCHITECT_REBUILD)
    return;
  if (!is_replaced (self, system))
    /* Translators: step, name of a system. */
    bf_checker_say (self,
                    BF_RULE_HOME,
                    _ ("“%s” takes out %s, and no step takes its place: its records have no home."),
                    bf_checker_title (self, index),
                    system->name ? system->name : system->row.key);
}

void
bf_checker_scopes (BfChecker *self)
{
  for (guint s = 0; s < self->set->steps->len; s++)
    {
      const BfStep *step = bf_checker_step (self, s);

      for (guint i = 0; i < n_systems (step); i++)
        {
          if (step->has_cutover)
            check_areas_of (self, s, system_of (self, step, i));
          if (step->decommissions)
            check_home (self, s, system_of (self, step, i));
        }
    }
}
