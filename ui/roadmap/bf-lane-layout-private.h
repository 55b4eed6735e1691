/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the files of the lane layout hand work to each other. */

#pragma once

#include "bf-lane-layout.h"

G_BEGIN_DECLS

#define BF_ROW_GAP 5.0
#define BF_ROW_GAP_COMPACT 4.0
/* The row of the selected step opens, so that its routes have a channel outside the ring. */
#define BF_SELECTED_ABOVE 9.0
#define BF_SELECTED_BELOW 4.0
#define BF_RING_ABOVE 6.0
#define BF_RING_BELOW 4.0

#define BF_GHOST_OFF 2.0
#define BF_GHOST_HEIGHT 3.0
#define BF_GHOST_ROOM 4.0

typedef struct
{
  const BfRoadmap *roadmap;
  const BfLaneOptions *options;
  BfLaneLayout *layout;
} BfLaneBuilder;

/* Which lane each system and each step belongs to. */
int bf_lane_of_system (const BfLaneBuilder *builder, int system);

/* Gives the bars of a lane their labels, extents (y from 0) and rows. */
void bf_lane_pack (const BfLaneBuilder *builder, BfLane *lane);
/* Moves the bars to their rows' places. */
void bf_lane_place_bars (BfLaneLayout *layout, BfLane *lane);

/* Shutdowns and freezes of every lane, and stones; after the bars have their places. */
void bf_lane_add_bands (const BfLaneBuilder *builder);
void bf_lane_add_stones (const BfLaneBuilder *builder);

/* Ribbons, gates, and the strips of the header. */
void bf_lane_add_header (const BfLaneBuilder *builder);

G_END_DECLS
