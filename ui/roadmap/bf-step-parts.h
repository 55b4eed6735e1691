/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of one step's bar as boxes: work in the upper storey, proof in the lower, the cutover
 * through both.
 *
 * Pure. x is px on the time axis, y px from the top of the upper storey, so a cutover begins above
 * 0. The bar, the inspector, the legend and print all paint from this. Below its minimum width a
 * part is a mark, not a measure. */

#pragma once

#include "bf-roadmap.h"
#include "bf-time-axis.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} BfRect;

static inline double
bf_rect_right (const BfRect *rect)
{
  return rect->x + rect->width;
}

static inline double
bf_rect_bottom (const BfRect *rect)
{
  return rect->y + rect->height;
}

typedef enum
{
  BF_DENSITY_NORMAL,
  BF_DENSITY_COMPACT,     /* a long plan on a small screen */
  BF_DENSITY_COMFORTABLE, /* a short one on a large screen */
  BF_N_DENSITIES,
} BfDensity;

/* Heights of the storeys; everything else of a bar scales with them. */
typedef struct
{
  double upper, gap, lower;
  double overshoot; /* of a cutover, above and below */
  double scale;
} BfBarSize;

BfBarSize bf_bar_size (BfDensity density, double scale);
double bf_bar_height (BfBarSize size);

typedef enum
{
  BF_PART_BUILD,
  BF_PART_RETIRE, /* the build of a step that takes systems out */
  BF_PART_OFFLINE,
  BF_PART_WAIT, /* ready, waits for its window */
  BF_PART_CUTOVER,
  BF_PART_ONLINE, /* campaigns too */
  BF_PART_PARALLEL,
  BF_PART_HYPERCARE,
  BF_PART_RELEASE, /* P50, P80, P90 */
  BF_N_PARTS,
} BfPartKind;

typedef struct
{
  BfPartKind kind;
  BfRect box;
  gint64 start, finish; /* days */
  int cutover;          /* number of the cutover; else -1 */
  double x80, x90;      /* BF_PART_RELEASE; x of the box is P50 */
} BfPart;

typedef enum
{
  BF_STEP_PLANNED = 0,
  BF_STEP_STARTED = 1 << 0,
  BF_STEP_RELEASED = 1 << 1,
  BF_STEP_PINNED = 1 << 2,
  BF_STEP_CRITICAL = 1 << 3,
  BF_STEP_SHARED = 1 << 4, /* shares qualification with another step */
  BF_STEP_BREAKS = 1 << 5, /* misses a date that it must keep */
} BfStepStates;

typedef struct
{
  BfPart *parts; /* in order of paint; cutovers last */
  guint n_parts;
  double left, right;     /* of all parts, the whisker included */
  double release_x;       /* the tip: the release */
  double first_cutover_x; /* middle of the first cutover; without one the left edge */
  BfStepStates states;
} BfStepParts;

/* @states as bf_step_states says; free with bf_step_parts_free. */
BfStepParts *
bf_step_parts_new (const BfRoadmapStep *step, BfTimeAxis axis, BfBarSize size, BfStepStates states);
void bf_step_parts_free (BfStepParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfStepParts, bf_step_parts_free)

/* First part of a kind; NULL when the step has none. */
const BfPart *bf_step_parts_find (const BfStepParts *parts, BfPartKind kind);

/* States of every step of the roadmap, one element a step; the caller frees the array. Actuals
 * and the user's decisions say what is started, released and pinned. */
BfStepStates *bf_step_states_new (const BfRoadmap *roadmap);

gboolean bf_step_retires (const BfRoadmapStep *step);
/* "Prepare and build": heading of a part in the legend and the inspector. */
const char *bf_part_name (BfPartKind kind);

G_END_DECLS
