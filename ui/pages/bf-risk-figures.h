/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Risk page shows, arranged: curves, windows, swings, the heat map. Pure.
 *
 * Steps are positions in the roadmap. Everything stands most serious first. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The draws of one figure, ascending, and its percentiles. */
typedef struct
{
  double *sorted;
  guint n;
  double p50, p80, p90;
} BfCurve;

typedef struct
{
  int step, cutover;
} BfRiskWindow;

/* What one thing does to the whole: the mean moves by low, and by high. */
typedef struct
{
  int step;
  double low, high;
} BfRiskSwing;

#define BF_HEAT_BANDS 5

/* A step in the field of its chance to be in trouble or late, and of what that costs when it
 * happens. */
typedef struct
{
  double chance;
  double minor;
  int row, column; /* 0: least */
} BfHeat;

typedef struct
{
  BfCurve finish, cost, hours; /* days, minor units, lost hours */
  GArray *windows;             /* BfRiskWindow, the weakest of each step, least certain first */
  GArray *delays;              /* BfRiskSwing, days of the finish with a missed opening */
  GArray *troubles;            /* BfRiskSwing, lost hours with trouble at the cutover */
  GArray *costs;               /* BfRiskSwing, minor units */
  GArray *critical;            /* int, steps that the finish hangs on in some draws */
  guint n_heats;
  BfHeat *heats;                           /* a step */
  double chance_limits[BF_HEAT_BANDS - 1]; /* upper ends of the bands but the last */
  double minor_limits[BF_HEAT_BANDS - 1];
} BfRiskFigures;

BfRiskFigures *bf_risk_figures_new (const BfRoadmap *roadmap);
void bf_risk_figures_free (BfRiskFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfRiskFigures, bf_risk_figures_free)

/* Of the cutovers in an opening the one that is missed most; -1: none lies in one. */
int bf_risk_weakest_cutover (const BfRoadmapStep *step);
/* The largest value that a share @q of the draws does not exceed. */
double bf_curve_at (const BfCurve *curve, double q);
/* The share of draws up to @value. */
double bf_curve_share (const BfCurve *curve, double value);

G_END_DECLS
