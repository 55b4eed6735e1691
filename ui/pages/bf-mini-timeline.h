/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole roadmap in one card: a line a step, phases, gates, shutdowns, today, the finish.
 *
 * Pure geometry in px inside @width × @height. Years stand in the first row, phase ribbons in the
 * second, names of shutdowns in the last; between them each step has its line. */

#pragma once

#include "bf-roadmap.h"
#include "bf-time-axis.h"

G_BEGIN_DECLS

#define BF_MINI_YEAR_ROW 22
#define BF_MINI_PHASE_ROW 24
#define BF_MINI_NAME_ROW 20

typedef struct
{
  double y;
  double from, cutover, release; /* x; without a cutover: cutover == release */
  gboolean proves;               /* something follows the first cutover */
} BfMiniStep;

typedef struct
{
  double x, y;
} BfMiniPost;

typedef struct
{
  double x, width;
  int phase;         /* position in the roadmap */
  gboolean has_gate; /* at the right edge */
} BfMiniPhase;

typedef struct
{
  double x, width;
  char *name; /* NULL where another name stands */
} BfMiniBand;

typedef struct
{
  double x;
  int year;
} BfMiniYear;

typedef struct
{
  BfTimeAxis axis;
  double width, height;
  double top, bottom; /* of the field of lines */
  double pitch;       /* from line to line */
  GArray *years, *phases, *bands, *steps, *posts;
  double today;         /* x; NAN outside */
  double p50, p80, p90; /* x of the finish; NAN without */
} BfMiniTimeline;

BfMiniTimeline *bf_mini_timeline_new (const BfRoadmap *roadmap,
                                      gint64 today,
                                      double width,
                                      double height,
                                      BfMeasureText measure,
                                      gpointer data);
void bf_mini_timeline_free (BfMiniTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfMiniTimeline, bf_mini_timeline_free)

G_END_DECLS
