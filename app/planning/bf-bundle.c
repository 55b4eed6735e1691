/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-bundle.h"

#include <string.h>

#include "bf-step-private.h"

static BfQualificationLine *
line_at (const BfStep *step, guint i)
{
  return &g_array_index (step->lines, BfQualificationLine, i);
}

/* --- Who may share. --- */

static gboolean
have_common_system (const BfStep *a, const BfStep *b)
{
  for (guint i = 0; i < a->systems->len; i++)
    if (bf_ints_contain (b->systems, g_array_index (a->systems, int, i)))
      return TRUE;
  return FALSE;
}

static gboolean
are_joined (const BfStepSet *set, const BfStep *a, const BfStep *b)
{
  for (guint i = 0; i < bf_plan_count (set->plan, BF_INTERFACE); i++)
    {
      const BfInterface *row = BF_ROW (set->plan, INTERFACE, BfInterface, i);
      int from = set->needs->from[i];
      int to = set->needs->to[i];

      if (row->carries_regulated_data != 1 || !bf_interface_is_electronic (row))
        continue;
      if ((bf_ints_contain (a->systems, from) && bf_ints_contain (b->systems, to)) ||
          (bf_ints_contain (a->systems, to) && bf_ints_contain (b->systems, from)))
        return TRUE;
    }
  return FALSE;
}

gboolean
bf_bundle_may_share (const BfStepSet *set, const BfStep *a, const BfStep *b)
{
  return a != b && a->has_cutover && b->has_cutover &&
         (have_common_system (a, b) || are_joined (set, a, b));
}

/* --- Which line is saved. --- */

/* The line of @other that means the same work; NULL none. */
static BfQualificationLine *
partner_of (const BfQualificationLine *line, const BfStep *other)
{
  for (guint i = 0; i < other->lines->len; i++)
    {
      BfQualificationLine *candidate = line_at (other, i);

      if (line->shared && candidate->shared && strcmp (candidate->phase, line->phase) == 0)
        return candidate;
      if (line->neighbour >= 0 && candidate->neighbour == line->neighbour)
        return candidate;
    }
  return NULL;
}

static gint64
left (const BfQualificationLine *line)
{
  return line->cost_minor - line->saved_minor;
}

/* Of two lines for the same work the cheaper goes; of equal ones that of @b. */
static BfQualificationLine *
saved_of_pair (BfQualificationLine *of_a, BfQualificationLine *of_b)
{
  if (of_a->saved_minor || of_b->saved_minor)
    return NULL;
  return of_a->cost_minor < of_b->cost_minor ? of_a : of_b;
}

typedef void (*BfSave) (BfQualificationLine *line, BfBundleSaving *saving);

static void
count_saving (BfQualificationLine *line, BfBundleSaving *saving)
{
  gint64 minor = left (line);

  if (line->neighbour >= 0)
    saving->regression_minor += minor;
  else
    saving->shared_minor += minor;
  saving->total_minor += minor;
}

static void
write_saving (BfQualificationLine *line, BfBundleSaving *saving)
{
  count_saving (line, saving);
  line->saved_minor = line->cost_minor;
}

/* Regression of one step on the systems of the other. */
static void
save_mutual (const BfStep *step, const BfStep *other, BfSave save, BfBundleSaving *saving)
{
  for (guint i = 0; i < step->lines->len; i++)
    {
      BfQualificationLine *line = line_at (step, i);

      if (line->neighbour >= 0 && bf_ints_contain (other->systems, line->neighbour))
        save (line, saving);
    }
}

static void
save_pairs (const BfStep *a, const BfStep *b, BfSave save, BfBundleSaving *saving)
{
  for (guint i = 0; i < a->lines->len; i++)
    {
      BfQualificationLine *line = line_at (a, i);
      BfQualificationLine *partner = partner_of (line, b);
      BfQualificationLine *saved = partner ? saved_of_pair (line, partner) : NULL;

      if (saved)
        save (saved, saving);
    }
}

static BfBundleSaving
walk (const BfStepSet *set, const BfStep *a, const BfStep *b, BfSave save)
{
  BfBundleSaving saving = { 0 };

  if (!bf_bundle_may_share (set, a, b))
    return saving;
  save_mutual (a, b, save, &saving);
  save_mutual (b, a, save, &saving);
  save_pairs (a, b, save, &saving);
  return saving;
}

BfBundleSaving
bf_bundle_saving (const BfStepSet *set, const BfStep *a, const BfStep *b)
{
  return walk (set, a, b, count_saving);
}

void
bf_bundle_apply (const BfStepSet *set, BfStep *a, BfStep *b)
{
  walk (set, a, b, write_saving);
}

void
bf_bundle_clear (BfStep *step)
{
  for (guint i = 0; i < step->lines->len; i++)
    line_at (step, i)->saved_minor = 0;
}
