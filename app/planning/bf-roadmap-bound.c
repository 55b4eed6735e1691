/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap-bound.h"

#include "bf-roadmap-private.h"

#include <glib/gi18n-lib.h>

#define NOTHING 0.5 /* of a minor unit, of a day */

static gboolean
counts_days (const BfRoadmap *roadmap)
{
  return roadmap->options.objective == BF_OBJECTIVE_FINISH;
}

double
bf_roadmap_gap (const BfRoadmap *roadmap)
{
  double from = counts_days (roadmap) ? (double) bf_plan_start (roadmap->plan) : 0;
  double base = roadmap->bound - from;

  if (!roadmap->feasible || roadmap->bound <= 0 || base <= 0)
    return NAN;
  return roadmap->objective - roadmap->bound < NOTHING
             ? 0
             : (roadmap->objective - roadmap->bound) / base;
}

static char *
figure_text (const BfRoadmap *roadmap, double figure)
{
  return counts_days (roadmap) ? bf_day_text ((gint64) figure)
                               : bf_plan_money_text (roadmap->plan, figure);
}

static char *
optimal_text (const BfRoadmap *roadmap, const char *figure)
{
  switch (roadmap->options.objective)
    {
    case BF_OBJECTIVE_FINISH:
      /* Translators: day. */
      return g_strdup_printf (_ ("Proven optimal: no schedule of these steps ends before %s."),
                              figure);
    case BF_OBJECTIVE_DOWNTIME:
      /* Translators: amount. */
      return g_strdup_printf (
          _ ("Proven optimal: no schedule of these steps has stops for less than %s."), figure);
    case BF_OBJECTIVE_COST:
    default:
      /* Translators: amount. */
      return g_strdup_printf (
          _ ("Proven optimal: no schedule of these steps has stops and waiting for less than %s."),
          figure);
    }
}

static char *
gap_text (const BfRoadmap *roadmap, const char *reached, const char *bound, const char *percent)
{
  switch (roadmap->options.objective)
    {
    case BF_OBJECTIVE_FINISH:
      /* Translators: day, day, percent. */
      return g_strdup_printf (
          _ ("The last release is on %s; no schedule of these steps ends before "
             "%s (a gap of %s %%)."),
          reached,
          bound,
          percent);
    case BF_OBJECTIVE_DOWNTIME:
      /* Translators: amount, amount, percent. */
      return g_strdup_printf (
          _ ("Stops cost %s; no schedule of these steps goes below %s (a gap of %s %%)."),
          reached,
          bound,
          percent);
    case BF_OBJECTIVE_COST:
    default:
      /* Translators: amount, amount, percent. */
      return g_strdup_printf (_ ("Stops and waiting cost %s; no schedule of these steps goes below "
                                 "%s (a gap of %s %%)."),
                              reached,
                              bound,
                              percent);
    }
}

char *
bf_roadmap_bound_sentence (const BfRoadmap *roadmap)
{
  double gap = bf_roadmap_gap (roadmap);
  g_autofree char *reached = NULL;
  g_autofree char *bound = NULL;
  char percent[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (gap))
    return NULL;
  reached = figure_text (roadmap, roadmap->objective);
  bound = figure_text (roadmap, roadmap->bound);
  g_ascii_formatd (percent, sizeof percent, gap < 0.0995 ? "%.1f" : "%.0f", gap * 100);
  return gap > 0 ? gap_text (roadmap, reached, bound, percent) : optimal_text (roadmap, reached);
}
