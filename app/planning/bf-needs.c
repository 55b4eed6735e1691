/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-needs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-plan-defaults.h"
#include "bf-step.h"

#define DEFAULT_WEIGHT 3

/* --- Claims. --- */

int
bf_claim_state_on (const BfClaim *claim, gint64 day)
{
  int state = claim->state == BF_BLANK ? 1 : (int) CLAMP (claim->state, 0, 5);

  if (claim->valid_until != BF_BLANK && claim->valid_until < day)
    return MIN (state, 1);
  return state;
}

/* TRUE when an offer behind the claim has run out; its claims then count as state 1 at most. */
static gboolean
offer_has_expired (const BfPlan *plan, const BfClaim *claim, gint64 day)
{
  const BfOffer *offer = BF_FIND (plan, OFFER, BfOffer, claim->offer);

  return offer && offer->valid_until != BF_BLANK && offer->valid_until < day;
}

static gboolean
shares_area (const char *const *areas, const char *scope)
{
  if (!scope || g_ascii_strcasecmp (scope, "all") == 0 || bf_areas_are_site (areas))
    return TRUE;
  for (guint i = 0; areas[i]; i++)
    if (g_ascii_strcasecmp (areas[i], scope) == 0)
      return TRUE;
  return FALSE;
}

/* "D7" for "SIRI:D7" */
static gboolean
is_short_for (const char *word, const char *dimension)
{
  const char *colon = strchr (dimension, ':');

  return colon && g_ascii_strcasecmp (word, colon + 1) == 0;
}

/* A claim is of another scope when it speaks of another dimension, or of a system that stands in
 * another area than the result. */
static gboolean
is_of_scope (const BfPlan *plan,
             const BfClaim *claim,
             const BfResult *result,
             const char *dimension)
{
  const BfSystem *system = BF_FIND (plan, SYSTEM, BfSystem, claim->system);

  if (claim->dimension && g_ascii_strcasecmp (claim->dimension, dimension) != 0 &&
      !is_short_for (claim->dimension, dimension))
    return FALSE;
  return !system || shares_area (system->area, result->scope);
}

static int
state_of_result (const BfPlan *plan, const BfResult *result, const char *dimension, gint64 start)
{
  const BfClaim *claim = BF_FIND (plan, CLAIM, BfClaim, result->claim);
  int state = result->claim_state == BF_BLANK ? 1 : (int) CLAMP (result->claim_state, 0, 5);

  if (!claim)
    return state;
  if (result->claim_state == BF_BLANK)
    state = bf_claim_state_on (claim, start);
  state = MIN (state, bf_claim_state_on (claim, start));
  if (offer_has_expired (plan, claim, start) || !is_of_scope (plan, claim, result, dimension))
    state = MIN (state, 1);
  return state;
}

/* --- Systems. --- */

int
bf_system_counts_as (const BfSystem *system)
{
  const BfField *field = bf_record_field (&bf_system_record, "type");
  int type = -1;

  if (system->type == BF_SYSTEM_BESPOKE_INTEGRATION ||
      system->type == BF_SYSTEM_SPREADSHEET_ACCESS_TOOL || system->type == BF_SYSTEM_OTHER)
    type = system->serves_as ? bf_choice_find (field->choices, system->serves_as) : -1;
  return type >= 0 ? type : system->type;
}

static gboolean
is_kept (const BfSystem *system)
{
  return system->kept_until != BF_BLANK && system->kept_by && *system->kept_by;
}

static gboolean
has_no_owner (const BfSystem *system)
{
  return !system->owner_business || !*system->owner_business ||
         g_ascii_strncasecmp (system->owner_business, "nobody", 6) == 0;
}

/* --- Building. --- */

typedef struct
{
  const BfPlan *plan;
  const BfCatalogue *catalogue;
  BfNeeds *needs;
  GArray *list; /* BfNeed */
  gint64 start, end;
} BfNeedsBuild;

static const char *
keep (BfNeedsBuild *build, char *text)
{
  const char *kept = g_string_chunk_insert (build->needs->strings, text);

  g_free (text);
  return kept;
}

/* "2" or "1.4" */
static char *
short_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", value));
}

static const char *
dimension_id (BfNeedsBuild *build, const BfResult *result)
{
  const BfDimension *dimension = bf_catalogue_dimension (build->catalogue, NULL, result->dimension);

  if (!dimension && result->framework)
    dimension = bf_catalogue_dimension (build->catalogue, result->framework, result->dimension);
  if (dimension)
    return dimension->id;
  return result->dimension ? result->dimension : result->row.key;
}

static double
scale_min (BfNeedsBuild *build, const char *dimension)
{
  const BfDimension *found = bf_catalogue_dimension (build->catalogue, NULL, dimension);
  const BfFramework *framework =
      found ? bf_catalogue_framework (build->catalogue, found->framework) : NULL;

  return framework && !isnan (framework->scale_min) ? framework->scale_min : 0;
}

static void
fill_level (BfNeedsBuild *build, guint index)
{
  const BfResult *result = BF_ROW (build->plan, RESULT, BfResult, index);
  BfLevelNow *level = &build->needs->levels[index];

  level->result = (int) index;
  level->dimension = dimension_id (build, result);
  level->verified = !isnan (result->verified) ? result->verified
                    : !isnan (result->low)    ? result->low
                                              : scale_min (build, level->dimension);
  level->claimed = isnan (result->claimed) ? level->verified : result->claimed;
  level->state = level->claimed > level->verified
                     ? state_of_result (build->plan, result, level->dimension, build->start)
                     : -1;
  level->effective = level->verified;
  if (level->state >= 0)
    level->effective += bf_catalogue_rules (build->catalogue)->claim_factor[level->state] *
                        (level->claimed - level->verified);
  level->cap = NAN;
  level->counted = level->effective;
  level->target = result->target;
  level->weight = isnan (result->weight) ? DEFAULT_WEIGHT : result->weight;
}

static const char *const *
keep_keys (BfNeedsBuild *build, GPtrArray *keys)
{
  const char **copy = g_new0 (const char *, keys->len + 1);

  for (guint i = 0; i < keys->len; i++)
    copy[i] = g_ptr_array_index (keys, i);
  g_ptr_array_add (build->needs->key_lists, copy);
  return copy;
}

/* The lowest cap that holds; of equal ones the first of the rules. */
static void
apply_caps (BfNeedsBuild *build, const double *caps, GPtrArray **limiting)
{
  guint n;
  const BfCap *all = bf_catalogue_caps (build->catalogue, &n);

  for (guint i = 0; i < build->needs->n_levels; i++)
    {
      BfLevelNow *level = &build->needs->levels[i];

      for (guint k = 0; k < n; k++)
        if (!isnan (caps[k]) && strcmp (all[k].dimension, level->dimension) == 0 &&
            !(level->cap <= caps[k]))
          {
            level->cap = caps[k];
            level->cap_id = all[k].id;
            level->cap_while = all[k].while_text;
            level->limiting = keep_keys (build, limiting[k]);
          }
      if (!isnan (level->cap))
        level->counted = MIN (level->effective, level->cap);
    }
}

static void
compute_caps (BfNeedsBuild *build)
{
  guint n;
  g_autofree double *caps = NULL;
  g_autofree GPtrArray **limiting = NULL;

  bf_catalogue_caps (build->catalogue, &n);
  caps = g_new (double, n);
  limiting = g_new (GPtrArray *, n);
  bf_caps_evaluate (build->plan, build->catalogue, build->start, NULL, caps, limiting);
  apply_caps (build, caps, limiting);
  for (guint i = 0; i < n; i++)
    g_ptr_array_unref (limiting[i]);
}

static gboolean
has_result (BfNeedsBuild *build, const char *dimension)
{
  for (guint i = 0; i < build->needs->n_levels; i++)
    if (strcmp (build->needs->levels[i].dimension, dimension) == 0)
      return TRUE;
  return FALSE;
}

/* A gap of another framework is shown beside the hub dimension that it maps to; it stands for
 * itself only where none of those was rated. */
static gboolean
stands_for_itself (BfNeedsBuild *build, const BfLevelNow *level)
{
  guint n;
  const BfCrosswalk *links = bf_catalogue_crosswalk (build->catalogue, &n);

  if (g_str_has_prefix (level->dimension, BF_HUB ":"))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (strcmp (links[i].from, level->dimension) == 0 && has_result (build, links[i].to))
      return FALSE;
  return TRUE;
}

static void
add_need (BfNeedsBuild *build, const BfNeed *need)
{
  g_array_append_val (build->list, *need);
}

/* " (SCA-01, SCA-02, …)": who holds it down; empty when nobody is named. */
static char *
limiting_text (const BfLevelNow *level)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; level->limiting && level->limiting[i]; i++)
    if (i < 3)
      g_string_append_printf (text, "%s%s", i ? ", " : " (", level->limiting[i]);
  if (text->len)
    g_string_append (text, g_strv_length ((char **) level->limiting) > 3 ? ", …)" : ")");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
gap_reason (const BfNeedsBuild *build, const BfLevelNow *level)
{
  const BfDimension *known = bf_catalogue_dimension (build->catalogue, NULL, level->dimension);
  g_autofree char *name = known ? g_strdup_printf ("%s (%s)", known->name, level->dimension)
                                : g_strdup (level->dimension);
  g_autofree char *counted = short_number (level->counted);
  g_autofree char *target = short_number (level->target);
  g_autofree char *effective = short_number (level->effective);

  if (level->counted < level->effective)
    {
      g_autofree char *limiting = limiting_text (level);

      /* Translators: a dimension, two levels, what the inventory says, systems in brackets or
       * nothing, level. */
      return g_strdup_printf (_ ("%s stands at %s and not at %s while %s%s; the target is %s."),
                              name,
                              counted,
                              effective,
                              level->cap_while,
                              limiting,
                              target);
    }
  /* Translators: a dimension and two levels. */
  return g_strdup_printf (_ ("%s stands at %s; the target is %s."), name, counted, target);
}

static void
find_gaps (BfNeedsBuild *build)
{
  for (guint i = 0; i < build->needs->n_levels; i++)
    {
      BfLevelNow *level = &build->needs->levels[i];
      double gap = level->target - level->counted;

      level->makes_need = stands_for_itself (build, level);
      if (level->makes_need && gap > 1e-9)
        add_need (build,
                  &(BfNeed){
                      .kind = BF_NEED_GAP,
                      .index = (int) i,
                      .key = level->dimension,
                      .size = gap,
                      .weight = level->weight,
                      .disposition = -1,
                      .due = BF_BLANK,
                      .reason = keep (build, gap_reason (build, level)),
                  });
    }
}

static gboolean
ends_inside_horizon (BfNeedsBuild *build, guint system)
{
  gint64 end = build->needs->support_end[system];

  return end != BF_BLANK && end <= build->end;
}

static void
fill_system (BfNeedsBuild *build, guint i)
{
  const BfSystem *system = BF_ROW (build->plan, SYSTEM, BfSystem, i);
  BfNeeds *needs = build->needs;
  double threshold = bf_plan_obsolescence_threshold (build->plan, build->catalogue);
  int months = bf_plan_restore_test_months (build->plan, build->catalogue);

  needs->obsolescence[i] = bf_obsolescence_score (system, build->start);
  needs->support_end[i] = is_kept (system) ? system->kept_until : system->eos_date;
  needs->no_owner[i] = has_no_owner (system);
  needs->no_restore_test[i] = system->backup_tested == BF_BLANK ||
                              system->backup_tested < bf_day_add_months (build->start, -months);
  if (system->disposition >= 0)
    needs->disposition[i] = system->disposition;
  else if (system->time_class >= 0)
    needs->disposition[i] = bf_catalogue_default_disposition (build->catalogue, system->time_class);
  else if (needs->obsolescence[i] >= threshold || ends_inside_horizon (build, i))
    needs->disposition[i] = BF_DISPOSITION_REPLACE;
  else
    needs->disposition[i] = -1;
}

static char *
system_reason (BfNeedsBuild *build, const BfSystem *system, guint i)
{
  const BfField *field = bf_record_field (&bf_system_record, "disposition");
  const char *decision = field->choices[build->needs->disposition[i]].id;
  const char *name = system->name ? system->name : system->row.key;
  g_autofree char *score = short_number (round (10 * build->needs->obsolescence[i]) / 10);

  if (system->disposition >= 0)
    /* Translators: key and name of a system, its 7R decision, its score. */
    return g_strdup_printf (_ ("%s (%s) is to be answered by %s; its obsolescence score is %s."),
                            system->row.key,
                            name,
                            decision,
                            score);
  if (system->time_class >= 0)
    return g_strdup_printf (
        _ ("The TIME class of %s (%s) stands for %s; its obsolescence score is %s."),
        system->row.key,
        name,
        decision,
        score);
  return g_strdup_printf (
      _ ("%s (%s) has no decision, but its obsolescence score is %s or its support ends."),
      system->row.key,
      name,
      score);
}

static void
find_systems (BfNeedsBuild *build)
{
  for (guint i = 0; i < bf_plan_count (build->plan, BF_SYSTEM); i++)
    {
      const BfSystem *system = BF_ROW (build->plan, SYSTEM, BfSystem, i);
      int disposition;

      fill_system (build, i);
      disposition = build->needs->disposition[i];
      if (disposition >= 0 && disposition != BF_DISPOSITION_RETAIN)
        add_need (build,
                  &(BfNeed){
                      .kind = BF_NEED_SYSTEM,
                      .index = (int) i,
                      .key = system->row.key,
                      .size = build->needs->obsolescence[i],
                      .weight = bf_system_criticality (system),
                      .disposition = disposition,
                      .decided = system->disposition >= 0 || system->time_class >= 0,
                      .due = is_kept (system) ? system->kept_until : BF_BLANK,
                      .reason = keep (build, system_reason (build, system, i)),
                  });
    }
}

static const char *
or_unknown (const char *key)
{
  return key ? key : _ ("an unknown system");
}

static char *
interface_reason (const BfInterface *interface, double points, gboolean indebted)
{
  g_autofree char *text = short_number (points);

  if (indebted)
    /* Translators: key of an interface, its two ends, points. */
    return g_strdup_printf (_ ("Interface %s from %s to %s carries %s points of integration debt."),
                            interface->row.key,
                            or_unknown (interface->source_system),
                            or_unknown (interface->target_system),
                            text);
  return g_strdup_printf (
      _ ("Interface %s from %s to %s carries regulated records, but is undocumented or unowned."),
      interface->row.key,
      or_unknown (interface->source_system),
      or_unknown (interface->target_system));
}

static void
find_interfaces (BfNeedsBuild *build)
{
  double threshold = bf_plan_debt_threshold (build->plan, build->catalogue);

  for (guint i = 0; i < bf_plan_count (build->plan, BF_INTERFACE); i++)
    {
      const BfInterface *interface = BF_ROW (build->plan, INTERFACE, BfInterface, i);
      double points = bf_debt_points (interface);
      gboolean exposed = interface->carries_regulated_data == 1 &&
                         (interface->documented != 1 || interface->owner != 1);

      build->needs->debt[i] = points;
      build->needs->from[i] = bf_plan_index (build->plan, BF_SYSTEM, interface->source_system);
      build->needs->to[i] = bf_plan_index (build->plan, BF_SYSTEM, interface->target_system);
      if (points >= threshold || exposed)
        add_need (
            build,
            &(BfNeed){
                .kind = BF_NEED_INTERFACE,
                .index = (int) i,
                .key = interface->row.key,
                .size = points,
                .weight = 1,
                .disposition = -1,
                .due = BF_BLANK,
                .reason = keep (build, interface_reason (interface, points, points >= threshold)),
            });
    }
}

static void
find_requests (BfNeedsBuild *build)
{
  for (guint i = 0; i < bf_plan_count (build->plan, BF_STEP); i++)
    {
      const BfStepDecision *step = BF_ROW (build->plan, STEP, BfStepDecision, i);

      if (step->status == BF_STATUS_REQUESTED)
        add_need (build,
                  &(BfNeed){
                      .kind = BF_NEED_REQUEST,
                      .index = (int) i,
                      .key = step->row.key,
                      .size = 1,
                      .weight = 1,
                      .disposition = -1,
                      .due = step->due,
                      .reason = keep (
                          build, g_strdup_printf (_ ("%s was asked for by hand."), step->row.key)),
                  });
    }
}

static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const BfNeed *need_a = a;
  const BfNeed *need_b = b;

  if (need_a->kind != need_b->kind)
    return need_a->kind < need_b->kind ? -1 : 1;
  return strcmp (need_a->key, need_b->key);
}

static BfNeeds *
needs_new (const BfPlan *plan)
{
  BfNeeds *needs = g_new0 (BfNeeds, 1);
  guint n_systems = bf_plan_count (plan, BF_SYSTEM);

  needs->strings = g_string_chunk_new (4096);
  needs->key_lists = g_ptr_array_new_with_free_func (g_free);
  needs->n_levels = bf_plan_count (plan, BF_RESULT);
  needs->levels = g_new0 (BfLevelNow, needs->n_levels + 1);
  needs->obsolescence = g_new0 (double, n_systems + 1);
  needs->disposition = g_new0 (int, n_systems + 1);
  needs->support_end = g_new0 (gint64, n_systems + 1);
  needs->no_restore_test = g_new0 (gboolean, n_systems + 1);
  needs->no_owner = g_new0 (gboolean, n_systems + 1);
  needs->from = g_new0 (int, bf_plan_count (plan, BF_INTERFACE) + 1);
  needs->to = g_new0 (int, bf_plan_count (plan, BF_INTERFACE) + 1);
  needs->debt = g_new0 (double, bf_plan_count (plan, BF_INTERFACE) + 1);
  return needs;
}

BfNeeds *
bf_needs_compute (const BfPlan *plan, const BfCatalogue *catalogue)
{
  BfNeedsBuild build = {
    .plan = plan,
    .catalogue = catalogue,
    .needs = needs_new (plan),
    .list = g_array_new (FALSE, FALSE, sizeof (BfNeed)),
    .start = bf_plan_start (plan),
    .end = bf_plan_horizon_end (plan),
  };

  for (guint i = 0; i < build.needs->n_levels; i++)
    fill_level (&build, i);
  compute_caps (&build);
  find_gaps (&build);
  find_systems (&build);
  find_interfaces (&build);
  find_requests (&build);
  g_array_sort (build.list, compare_needs);
  build.needs->n_needs = build.list->len;
  build.needs->needs = (BfNeed *) (gpointer) g_array_free (build.list, FALSE);
  return build.needs;
}

void
bf_needs_free (BfNeeds *needs)
{
  g_ptr_array_unref (needs->key_lists);
  g_free (needs->levels);
  g_free (needs->needs);
  g_free (needs->obsolescence);
  g_free (needs->debt);
  g_free (needs->from);
  g_free (needs->to);
  g_free (needs->disposition);
  g_free (needs->support_end);
  g_free (needs->no_restore_test);
  g_free (needs->no_owner);
  g_string_chunk_free (needs->strings);
  g_free (needs);
}
