/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours that the timeline paints with, by role: one hue, one meaning.
 *
 * A value without a toolkit, so that print and slides take the light set and the screen takes what
 * the style sheet says (bf_timeline_colors_for). */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_COLOR_BUILD,
  BF_COLOR_BUILD_TINT,
  BF_COLOR_PROOF,
  BF_COLOR_PROOF_TINT,
  BF_COLOR_STOP,
  BF_COLOR_STOP_TINT,
  BF_COLOR_BOTH,
  BF_COLOR_BOTH_TINT,
  BF_COLOR_CARE,
  BF_COLOR_CARE_TINT,
  BF_COLOR_LEGACY,
  BF_COLOR_LEGACY_TINT,
  BF_COLOR_SHUTDOWN_MARK,
  BF_COLOR_FREEZE_MARK,
  BF_COLOR_WINDOW,
  BF_COLOR_VIEW,
  BF_COLOR_BORDER,
  BF_COLOR_HAIRLINE,
  BF_COLOR_INK,
  BF_COLOR_INK2,
  BF_COLOR_INK3,
  BF_COLOR_BAR_LABEL,
  BF_COLOR_SHUTDOWN_BAND,
  BF_COLOR_SHUTDOWN_EDGE,
  BF_COLOR_FREEZE_BAND,
  BF_COLOR_FREEZE_LINE,
  BF_COLOR_PHASE_COLUMN,
  BF_COLOR_SELECTION,
  BF_COLOR_ACCENT,
  BF_COLOR_BAD,
  BF_N_COLORS,
} BfColorRole;

typedef struct
{
  double red, green, blue;
} BfColor;

typedef struct
{
  BfColor of[BF_N_COLORS];
} BfTimelineColors;

/* The light and the dark set of the visual language; static. */
const BfTimelineColors *bf_timeline_colors_default (gboolean dark);
/* Name of a role in the style sheet, "bf_build". */
const char *bf_timeline_color_name (BfColorRole role);

void bf_color_source (cairo_t *cr, const BfTimelineColors *colors, BfColorRole role);
void
bf_color_source_alpha (cairo_t *cr, const BfTimelineColors *colors, BfColorRole role, double alpha);
/* The colour @share of the way from one to the other. */
BfColor bf_color_mix (BfColor from, BfColor to, double share);

G_END_DECLS
