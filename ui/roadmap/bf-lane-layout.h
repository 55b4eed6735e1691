/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of the timeline lies: roadmap + axis + options -> rectangles.
 *
 * Pure and immutable. x is px on the time axis; y is px from the top of the first lane; the
 * header's marks have an x only, their rows stand in a fixed order. What always holds: extents in
 * one row of a lane are at least BF_EXTENT_GAP apart, so no label crosses a bar; bands lie only
 * where the lane's windows are open; same input, same layout. Screen and print paint from it. */

#pragma once

#include "bf-baseline-dates.h"
#include "bf-step-parts.h"

G_BEGIN_DECLS

#define BF_EXTENT_GAP 10.0
#define BF_LANE_STRIP_HEIGHT 14.0
#define BF_LANE_HEAD_WIDTH 126.0
#define BF_LANE_NAME_WIDTH 109.0
#define BF_FOLD_BELOW_PX_PER_DAY 0.2

typedef enum
{
  BF_LANES_AREA,
  BF_LANES_SYSTEM,
} BfLaneBy;

typedef struct
{
  BfLaneBy by;
  BfDensity density;
  double spread_height;            /* rows share what is left of that height; 0: none */
  int selected;                    /* position of the step in the roadmap; -1 */
  const gboolean *shown;           /* one a step of the roadmap; NULL: all */
  gint64 today;                    /* BF_BLANK: not drawn */
  const BfBaselineDates *baseline; /* ghosts under the bars; NULL: none */
  BfMeasureText measure;
  gpointer measure_data;
} BfLaneOptions;

typedef enum
{
  BF_LABEL_INSIDE,
  BF_LABEL_RIGHT,
  BF_LABEL_LEFT,
  BF_LABEL_CUT, /* right of the bar, cut at the end of the axis; the tooltip has it all */
  BF_LABEL_NONE,
} BfLabelPlace;

typedef struct
{
  int step; /* position in the roadmap */
  guint lane, row;
  double y; /* top of the upper storey */
  BfStepParts *parts;
  BfLabelPlace place;
  BfRect label;
  BfRect extent;          /* bar, whisker, label and ghost; the cutover's overshoot included */
  BfRect ghost;           /* where the baseline has it; no width: nowhere */
  double ghost_cutover_x; /* NAN without one */
  BfRect ring;            /* of selection and focus */
} BfBarBox;

typedef struct
{
  double x, width;
  gint64 start, end; /* minutes, half-open */
  gboolean freeze;
  int window; /* of the plan; -1: assumed */
} BfBand;

/* The end of support of a system, in the strip at the head of its lane. */
typedef struct
{
  int system;
  gint64 day;
  double x;
  gboolean labelled;
  double label_x;
} BfStone;

typedef struct
{
  int area, system; /* of the plan; both -1: the whole site */
  const char *name; /* owned by plan or layout */
  gboolean wraps;   /* the name takes two lines of the lane's head */
  guint n_steps;
  guint n_past;   /* systems whose support has ended */
  gboolean slim;  /* no step of it is shown: one line */
  gboolean joins; /* its rows are too few for a head of three lines: the last two are one */
  double y, height;
  guint n_rows;
  double *row_y; /* tops of the upper storeys */
  guint n_bands;
  BfBand *bands; /* by kind, then start; shutdowns first */
  guint n_stones;
  BfStone *stones;
  guint first_bar, n_bars; /* in bars, by start */
} BfLane;

typedef struct
{
  int phase; /* in the roadmap */
  double x, width;
  double gate_x;   /* NAN: no gate */
  gboolean tinted; /* odd phases */
} BfRibbon;

/* A shutdown or a freeze in the strips of the header. */
typedef struct
{
  double x, width;
  gint64 start, end; /* minutes */
  int window;        /* -1: assumed */
  gboolean freeze, site;
  const char *name; /* short form; owned by the layout */
  gboolean labelled;
  double label_x;
} BfStripMark;

typedef struct
{
  BfTimeAxis axis;
  BfBarSize size;
  double row_gap;  /* between bars, before rows share what is left */
  gboolean ghosts; /* rows have room for them */
  gboolean folded; /* one line a step, without storeys */
  double width, height;
  gint64 today;
  int selected;
  guint n_lanes;
  BfLane *lanes;
  guint n_bars;
  BfBarBox *bars; /* by lane, start, key */
  guint n_rows;   /* bars of this roadmap; elements of bar_of */
  int *bar_of;    /* a step: its bar, -1 not shown */
  guint n_ribbons;
  BfRibbon *ribbons;
  guint n_marks;
  BfStripMark *marks; /* by kind, then start; shutdowns first */
  GStringChunk *strings;
} BfLaneLayout;

/* The layout keeps no pointer to @roadmap but to texts of its plan: it must not outlive it. */
BfLaneLayout *
bf_lane_layout_new (const BfRoadmap *roadmap, BfTimeAxis axis, const BfLaneOptions *options);
void bf_lane_layout_free (BfLaneLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfLaneLayout, bf_lane_layout_free)

/* First and last day that a timeline of this roadmap must show; @today (BF_BLANK: none) too when it
 * lies shortly before. */
void
bf_lane_layout_range (const BfRoadmap *roadmap, gint64 today, gint64 *first_day, gint64 *last_day);

/* Where a bar's name can stand, @width px wide, when what is seen begins at @left and ends at
 * @right and its own place is out of sight: over nothing but the dots of the upper storey. NAN when
 * there is no such place. */
double bf_lane_layout_floating_label (const BfBarBox *bar, double width, double left, double right);

/* The bar at a point; -1: none. */
int bf_lane_layout_bar_at (const BfLaneLayout *layout, double x, double y);

typedef enum
{
  BF_WALK_PREVIOUS, /* by start, inside the lane */
  BF_WALK_NEXT,
  BF_WALK_UP, /* the nearest bar of the row, or the lane, above */
  BF_WALK_DOWN,
  BF_WALK_FIRST, /* of all */
  BF_WALK_LAST,
} BfWalk;

/* The bar that the keyboard comes to from bar @from (-1: from outside, gives the first); @from
 * itself at the end of the way; -1 without any bar. */
int bf_lane_layout_walk (const BfLaneLayout *layout, int from, BfWalk walk);

/* Free days (weekends and holidays) as x ranges, for the part of the axis that is seen. */
typedef struct
{
  double x, width;
} BfSpanX;
GArray *
bf_lane_layout_free_days (BfTimeAxis axis, const BfCalendar *calendar, double from_x, double to_x);

/* --- The way of a dependency: release of one to the cutover of the next. --- */

#define BF_ROUTE_POINTS 8

typedef struct
{
  double x, y;
} BfPoint;

typedef struct
{
  int from, to; /* steps */
  guint n_points;
  BfPoint points[BF_ROUTE_POINTS];
} BfRoute;

/* What the selected step needs, and what needs it; of bars that are shown. */
GArray *bf_lane_routes (const BfLaneLayout *layout, const BfRoadmap *roadmap, int selected);

G_END_DECLS
