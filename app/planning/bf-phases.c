/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-phases.h"

#include <string.h>

static guint
count_suggestions (const BfCatalogue *catalogue)
{
  return g_strv_length ((char **) bf_catalogue_phase_names (catalogue));
}

static gboolean
stands_before (const BfPhase *one, const BfPhase *other)
{
  if (one->position != other->position)
    return one->position < other->position;
  return strcmp (one->row.key, other->row.key) < 0;
}

static guint
rank (const BfPlan *plan, const BfPhase *row)
{
  guint n = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_PHASE); i++)
    n += stands_before (BF_ROW (plan, PHASE, BfPhase, i), row);
  return n;
}

guint
bf_phases_count (const BfPlan *plan, const BfCatalogue *catalogue)
{
  guint n = bf_plan_count (plan, BF_PHASE);

  return n ? n : count_suggestions (catalogue);
}

const BfPhase *
bf_phases_row (const BfPlan *plan, guint index)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_PHASE); i++)
    {
      const BfPhase *row = BF_ROW (plan, PHASE, BfPhase, i);

      if (rank (plan, row) == index)
        return row;
    }
  return NULL;
}

const char *
bf_phases_name (const BfPlan *plan, const BfCatalogue *catalogue, guint index)
{
  const BfPhase *row = bf_phases_row (plan, index);

  g_return_val_if_fail (index < bf_phases_count (plan, catalogue), "");
  if (!row)
    return bf_catalogue_phase_names (catalogue)[index];
  return row->name ? row->name : row->row.key;
}

int
bf_phases_number (const BfPlan *plan, guint index)
{
  const BfPhase *row = bf_phases_row (plan, index);

  return row && row->position != BF_BLANK ? (int) row->position : (int) index + 1;
}

static gboolean
any_takes (const BfPlan *plan)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_PHASE); i++)
    if (BF_ROW (plan, PHASE, BfPhase, i)->suggested)
      return TRUE;
  return FALSE;
}

/* A suggestion that no row takes stands with the one before it. */
static int
taken_by (const BfPlan *plan, int suggestion)
{
  for (; suggestion >= 0; suggestion--)
    for (guint i = 0; i < bf_plan_count (plan, BF_PHASE); i++)
      if (bf_phases_row (plan, i)->suggested & (1u << suggestion))
        return (int) i;
  return 0;
}

int
bf_phases_default (const BfPlan *plan, const BfCatalogue *catalogue, int suggestion)
{
  if (any_takes (plan))
    return taken_by (plan, suggestion);
  return MIN (suggestion, (int) bf_phases_count (plan, catalogue) - 1);
}

guint32
bf_phases_suggested (const BfPlan *plan, const BfCatalogue *catalogue, guint index)
{
  guint32 bits = 0;

  for (guint i = 0; i < count_suggestions (catalogue); i++)
    if (bf_phases_default (plan, catalogue, (int) i) == (int) index)
      bits |= 1u << i;
  return bits;
}

int
bf_phases_find (const BfPlan *plan, const BfCatalogue *catalogue, gint64 number)
{
  guint n = bf_phases_count (plan, catalogue);
  int best = 0;

  for (guint i = 1; i < n; i++)
    if (ABS (bf_phases_number (plan, i) - number) < ABS (bf_phases_number (plan, best) - number))
      best = (int) i;
  return best;
}
