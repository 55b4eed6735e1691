/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything of the interface map lies: one band a level of ISA-95, the highest on top, boxes
 * of systems in it, and between them the lines of their interfaces.
 *
 * Pure and immutable; px from the top left. What always holds: boxes do not touch; a line leaves
 * its boxes above or below, never sideways, and passes between all other boxes; same input, same
 * layout. Within a row boxes are put near what they are connected to, by sweeps of barycentres
 * (Sugiyama, Tagawa, Toda 1981). */

#pragma once

#include "bf-needs.h"
#include "bf-plan.h"

G_BEGIN_DECLS

#define BF_MAP_BOX_HEIGHT 40.0
#define BF_MAP_MIN_BOX_WIDTH 56.0
#define BF_MAP_MIN_GAP 6.0
#define BF_MAP_HEAD_WIDTH 102.0 /* of a band's name at its left */

typedef struct
{
  double width, height; /* at least so large, if the boxes want less */
  double box_width;     /* what the longest key takes */
} BfMapRoom;

typedef struct
{
  int level; /* BfSystem.isa95_level; -1: not stated */
  guint n_systems;
  double y, height;
} BfMapBand;

typedef struct
{
  guint system; /* position in the plan */
  guint band, row;
  double x, y;
} BfMapBox;

/* How much a link hurts, as the lines show it. */
typedef enum
{
  BF_MAP_DEBT_LOW,
  BF_MAP_DEBT_MIDDLE, /* BF_MAP_MIDDLE_DEBT points and more */
  BF_MAP_DEBT_HIGH,   /* BF_MAP_HIGH_DEBT points and more */
} BfMapDebt;

#define BF_MAP_MIDDLE_DEBT 8.0
#define BF_MAP_HIGH_DEBT 14.0

/* One cubic curve from where the one before ended. */
typedef struct
{
  double x1, y1, x2, y2, x, y;
} BfMapCurve;

typedef struct
{
  guint interface; /* position in the plan */
  guint from, to;  /* boxes: source and target */
  double debt;
  BfMapDebt weight;
  gboolean on_paper;
  double x, y; /* begin */
  guint n_curves;
  BfMapCurve *curves;
} BfMapLine;

typedef struct
{
  double width, height, box_width;
  guint n_bands, n_boxes, n_lines;
  BfMapBand *bands; /* top down */
  BfMapBox *boxes;  /* by row, then from the left */
  BfMapLine *lines; /* those with the least debt first, so that the others lie above */
} BfInterfaceMap;

BfInterfaceMap *bf_interface_map_new (const BfPlan *plan, const BfMapRoom *room);
void bf_interface_map_free (BfInterfaceMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfInterfaceMap, bf_interface_map_free)

/* The box of the system at that position of the plan; -1. */
int bf_interface_map_find (const BfInterfaceMap *map, guint system);
/* The line nearest to the point, not further than @reach; -1. */
int bf_interface_map_line_at (const BfInterfaceMap *map, double x, double y, double reach);
/* The point at @t (0 .. 1) of a curve that begins at @x, @y. */
void bf_map_curve_point (const BfMapCurve *curve, double t, double *x, double *y);

/* How obsolete a score (0 .. 100) is, in four steps: 0 .. 3. */
guint bf_map_age (double obsolescence);

G_END_DECLS
