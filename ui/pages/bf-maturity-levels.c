/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-maturity-levels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-radar.h"

static void
framework_free (gpointer data)
{
  BfMaturityFramework *framework = data;

  g_array_unref (framework->levels);
  g_free (framework);
}

static BfMaturityFramework *
framework_of (GPtrArray *frameworks, const char *id)
{
  const BfFramework *known = bf_catalogue_framework (bf_catalogue_get (), id);
  BfMaturityFramework *framework;
  guint i;

  for (i = 0; i < frameworks->len; i++)
    {
      framework = frameworks->pdata[i];
      if (g_ascii_strcasecmp (framework->id, id) == 0)
        return framework;
    }
  framework = g_new0 (BfMaturityFramework, 1);
  framework->id = id;
  framework->scale_min = known != NULL && !isnan (known->scale_min) ? known->scale_min : 0;
  framework->scale_max = known != NULL && !isnan (known->scale_max) ? known->scale_max : 5;
  framework->unit = known != NULL ? known->scale_unit : "";
  framework->assessed_on = BF_BLANK;
  framework->levels = g_array_new (FALSE, FALSE, sizeof (BfMaturityLevel));
  g_ptr_array_add (frameworks, framework);
  return framework;
}

static const BfDimension *
dimension_of (const BfResult *result)
{
  return bf_catalogue_dimension (bf_catalogue_get (), result->framework, result->dimension);
}

static void
add_level (GPtrArray *frameworks, const BfResult *result, const BfLevelNow *now)
{
  const BfDimension *dimension = dimension_of (result);
  BfMaturityFramework *framework = framework_of (frameworks, result->framework);
  BfMaturityLevel level = {
    .result = result,
    .short_id = dimension != NULL ? dimension->short_id : result->dimension,
    .name = result->name != NULL ? result->name
            : dimension != NULL  ? dimension->name
                                 : result->dimension,
    .verified = now->verified,
    .claimed = now->claimed,
    .effective = now->effective,
    .low = result->low,
    .high = result->high,
    .target = now->target,
    .claim_state = result->claim_state != BF_BLANK ? (int) result->claim_state : -1,
  };

  g_array_append_val (framework->levels, level);
  if (result->assessed_on != BF_BLANK && result->assessed_on > framework->assessed_on)
    framework->assessed_on = result->assessed_on;
  if (framework->assessor_type == NULL)
    framework->assessor_type = result->assessor_type;
}

/* D2 before D10. */
static int
by_place (gconstpointer a, gconstpointer b)
{
  const BfMaturityLevel *first = a, *second = b;
  const BfDimension *left = dimension_of (first->result), *right = dimension_of (second->result);

  if (left != NULL && right != NULL)
    return (left > right) - (left < right);
  return g_strcmp0 (first->short_id, second->short_id);
}

static void
finish (BfMaturityFramework *framework)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  guint i;

  g_array_sort (framework->levels, by_place);
  for (i = 0; i < framework->levels->len; i++)
    {
      const BfMaturityLevel *level = &g_array_index (framework->levels, BfMaturityLevel, i);

      g_array_append_val (values, level->high);
      g_array_append_val (values, level->claimed);
      g_array_append_val (values, level->target);
    }
  framework->shown_max = bf_scale_shown (
      (const double *) values->data, values->len, framework->scale_min, framework->scale_max);
}

static int
larger_first (gconstpointer a, gconstpointer b)
{
  const BfMaturityFramework *first = *(BfMaturityFramework *const *) a;
  const BfMaturityFramework *second = *(BfMaturityFramework *const *) b;

  if (first->levels->len != second->levels->len)
    return first->levels->len > second->levels->len ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

GPtrArray *
bf_maturity_frameworks (const BfPlan *plan, const BfNeeds *needs)
{
  GPtrArray *frameworks = g_ptr_array_new_with_free_func (framework_free);
  guint i;

  for (i = 0; i < needs->n_levels; i++)
    {
      const BfResult *result = BF_ROW (plan, RESULT, BfResult, needs->levels[i].result);

      if (result->framework != NULL && result->dimension != NULL)
        add_level (frameworks, result, &needs->levels[i]);
    }
  for (i = 0; i < frameworks->len; i++)
    finish (frameworks->pdata[i]);
  g_ptr_array_sort (frameworks, larger_first);
  return frameworks;
}

const char *
bf_claim_state_name (int state)
{
  static const char *const names[] = {
    N_ ("refuted"),  N_ ("claimed"), N_ ("documented"),
    N_ ("attested"), N_ ("tested"),  N_ ("verified"),
  };

  return state >= 0 && state < (int) G_N_ELEMENTS (names) ? _ (names[state]) : _ ("no claim");
}
