/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The obsolescence score of a system, 0 to 100, and the integration debt of an interface.
 *
 * Weights and points are those of inventory.json's scores (support 35, spares 20, people 15,
 * security 15, failures 15 percent), joined by straight lines, at the planning start. A year has
 * 365.25 days. Support unknown counts 40, home-made 0; no support date counts as supported. */

#include <string.h>

#include "bf-needs.h"

#define DAYS_A_YEAR 365.25

static gboolean
is_home_made (const BfSystem *system)
{
  static const char *const words[] = { "in-house", "in house", "inhouse", "home-made",
                                       "own",      "eigenbau", NULL };

  for (guint i = 0; system->vendor && words[i]; i++)
    if (g_ascii_strcasecmp (system->vendor, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static double
support_points (const BfSystem *system, gint64 start)
{
  double years;

  if (system->eos_date == BF_BLANK)
    return is_home_made (system) ? 0 : 40;
  years = (double) (system->eos_date - start) / DAYS_A_YEAR;
  if (years > 5)
    return 0;
  if (years > 2)
    return 40 * (5 - years) / 3;
  if (years > 0)
    return 40 + 30 * (2 - years) / 2;
  return MIN (100, 70 + 30 * -years / 3);
}

static double
spares_points (const BfSystem *system)
{
  static const double points[BF_N_SPARES] = { 0, 40, 80, 100 };

  return system->spares < 0 ? 0 : points[system->spares];
}

static double
people_points (const BfSystem *system)
{
  if (system->experts == BF_BLANK || system->experts <= 0)
    return 100;
  if (system->experts == 1)
    return 60;
  return system->experts == 2 ? 30 : 0;
}

static double
security_points (const BfSystem *system, gint64 start)
{
  gboolean supported = system->eos_date == BF_BLANK || system->eos_date >= start;
  gboolean zoned = system->zone && *system->zone;

  if (supported && zoned)
    return 0;
  return supported || zoned ? 50 : 100;
}

static double
failure_points (const BfSystem *system)
{
  return system->incidents_12m == BF_BLANK ? 0 : MIN (100, 20.0 * (double) system->incidents_12m);
}

double
bf_obsolescence_score (const BfSystem *system, gint64 start)
{
  return 0.35 * support_points (system, start) + 0.20 * spares_points (system) +
         0.15 * people_points (system) + 0.15 * security_points (system, start) +
         0.15 * failure_points (system);
}

gboolean
bf_interface_is_electronic (const BfInterface *interface)
{
  return interface->pattern != BF_PATTERN_MANUAL &&
         interface->protocol != BF_PROTOCOL_PAPER_RETYPING;
}

static double
protocol_points (const BfInterface *interface)
{
  switch (interface->protocol)
    {
    case BF_PROTOCOL_FLAT_FILE:
      return 1;
    case BF_PROTOCOL_SCREEN_SCRAPING:
      return 4;
    case BF_PROTOCOL_DATABASE_LINK:
    case BF_PROTOCOL_PAPER_RETYPING:
      return 3;
    default:
      return interface->pattern == BF_PATTERN_MANUAL ? 3 : 0;
    }
}

/* Blank means that nobody claims it, which counts as no. */
double
bf_debt_points (const BfInterface *interface)
{
  double points = protocol_points (interface);

  if (interface->pattern == BF_PATTERN_POINT_TO_POINT)
    points += 2;
  if (interface->documented != 1)
    points += 2;
  if (interface->owner != 1)
    points += 2;
  if (interface->monitored != 1)
    points += 1;
  if (interface->tests != 1)
    points += 2;
  if (interface->failures_12m != BF_BLANK)
    points += (double) (interface->failures_12m / 3);
  return interface->carries_regulated_data == 1 ? 1.5 * points : points;
}
