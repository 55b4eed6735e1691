/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dimensions side by side: a square where each stands, a ring where it should be, a line between.
 */

#pragma once

#include "bf-chart.h"

G_BEGIN_DECLS

#define BF_TYPE_LEVEL_STRIP (bf_level_strip_get_type ())
G_DECLARE_FINAL_TYPE (BfLevelStrip, bf_level_strip, BF, LEVEL_STRIP, BfChart)

typedef struct
{
  double now, target; /* NAN: no target */
} BfStripLevel;

GtkWidget *bf_level_strip_new (void);
/* @levels are copied. @label tells it to assistive technology. */
void bf_level_strip_show (BfLevelStrip *strip,
                          const BfStripLevel *levels,
                          guint n_levels,
                          const char *label);

G_END_DECLS
