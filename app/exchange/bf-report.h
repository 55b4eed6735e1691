/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as plain text that a manager can read: phases, steps with dates, window, downtime
 * and validation, totals, what stays open. At most 120 columns; UTF-8. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller frees it. */
char *bf_roadmap_to_text (const BfRoadmap *roadmap);

G_END_DECLS
