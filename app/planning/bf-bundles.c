/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which steps of a schedule really cut over together, and so qualify together. */

#include "bf-bundle.h"
#include "bf-cost.h"

static BfStep *
get_step (const BfStepSet *set, int step)
{
  return g_ptr_array_index (set->steps, (guint) step);
}

static gboolean
share_window (const GArray *a, const GArray *b)
{
  for (guint i = 0; a && i < a->len; i++)
    for (guint j = 0; b && j < b->len; j++)
      {
        const BfOpeningUse *x = &g_array_index (a, BfOpeningUse, i);
        const BfOpeningUse *y = &g_array_index (b, BfOpeningUse, j);

        if (x->window == y->window && x->occurrence == y->occurrence)
          return TRUE;
      }
  return FALSE;
}

static gboolean
cut_over_together (const BfNetwork *network, const BfSchedule *schedule, int a, int b)
{
  const BfPlacing *placings = schedule->placings;

  for (int i = network->first[a]; i < network->first[a + 1]; i++)
    for (int j = network->first[b]; j < network->first[b + 1]; j++)
      if (share_window (placings[i].openings, placings[j].openings))
        return TRUE;
  return FALSE;
}

static gint64
validation_of (const BfStep *step)
{
  gint64 sum = 0;

  for (guint i = 0; i < step->lines->len; i++)
    sum += g_array_index (step->lines, BfQualificationLine, i).cost_minor;
  return sum;
}

static BfBundle
pair_of (const BfStepSet *set, int a, int b)
{
  gboolean first = validation_of (get_step (set, a)) < validation_of (get_step (set, b));

  return (BfBundle){
    .cheaper = first ? a : b,
    .dearer = first ? b : a,
    .saved_minor = bf_bundle_saving (set, get_step (set, a), get_step (set, b)).total_minor,
  };
}

/* The largest saving first; steps stand by key. */
static int
compare_bundles (gconstpointer a, gconstpointer b)
{
  const BfBundle *x = a, *y = b;

  if (x->saved_minor != y->saved_minor)
    return x->saved_minor > y->saved_minor ? -1 : 1;
  if (x->cheaper != y->cheaper)
    return x->cheaper < y->cheaper ? -1 : 1;
  return x->dearer < y->dearer ? -1 : x->dearer > y->dearer;
}

static GArray *
find_pairs (const BfStepSet *set, const BfNetwork *network, const BfSchedule *schedule)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (BfBundle));

  for (int a = 0; a < (int) set->steps->len; a++)
    for (int b = a + 1; b < (int) set->steps->len; b++)
      if (cut_over_together (network, schedule, a, b))
        {
          BfBundle pair = pair_of (set, a, b);

          if (pair.saved_minor > 0)
            g_array_append_val (pairs, pair);
        }
  g_array_sort (pairs, compare_bundles);
  return pairs;
}

GArray *
bf_cost_find_bundles (BfStepSet *set, const BfNetwork *network, const BfSchedule *schedule)
{
  g_autoptr (GArray) pairs = NULL;
  GArray *bundles = g_array_new (FALSE, FALSE, sizeof (BfBundle));

  for (guint i = 0; i < set->steps->len; i++)
    bf_bundle_clear (get_step (set, (int) i));
  pairs = find_pairs (set, network, schedule);
  for (guint i = 0; i < pairs->len; i++)
    {
      const BfBundle *pair = &g_array_index (pairs, BfBundle, i);
      BfStep *cheaper = get_step (set, pair->cheaper);
      BfStep *dearer = get_step (set, pair->dearer);
      BfBundle bundle = *pair;

      /* An earlier pair may have taken some of it. */
      bundle.saved_minor = bf_bundle_saving (set, cheaper, dearer).total_minor;
      if (bundle.saved_minor <= 0)
        continue;
      bf_bundle_apply (set, cheaper, dearer);
      g_array_append_val (bundles, bundle);
    }
  return bundles;
}
