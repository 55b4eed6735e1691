/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Colour by": which of at most five steps of one hue a step's upper storey takes. Pure. */

#pragma once

#include "bf-step-parts.h"

G_BEGIN_DECLS

typedef enum
{
  BF_SHADE_ACTIVITY, /* no shades: the activities' own hues */
  BF_SHADE_PHASE,
  BF_SHADE_RISK, /* chance to miss the window */
  BF_SHADE_COST, /* fully loaded, in fifths of the plan's steps */
  BF_SHADE_STRATEGY,
  BF_SHADE_STATUS,
  BF_N_SHADES,
} BfShadeBy;

#define BF_SHADE_STEPS 5

typedef struct
{
  BfShadeBy by;
  guint n;                     /* 0 for BF_SHADE_ACTIVITY */
  char *names[BF_SHADE_STEPS]; /* for the legend, light to dark */
  guint8 *of;                  /* one a step of the roadmap */
} BfShadeScale;

/* @money writes an amount of minor units for people; the caller frees. */
typedef char *(*BfMoneyText) (double minor, const char *currency);
BfShadeScale *bf_shade_scale_new (const BfRoadmap *roadmap, BfShadeBy by, BfMoneyText money);
void bf_shade_scale_free (BfShadeScale *scale);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfShadeScale, bf_shade_scale_free)

/* "activity", "phase", ...: the state of the action. */
const char *bf_shade_id (BfShadeBy by);
const char *bf_shade_label (BfShadeBy by);
/* BF_SHADE_ACTIVITY for any other word. */
BfShadeBy bf_shade_from_id (const char *id);

G_END_DECLS
