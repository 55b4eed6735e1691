/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain behind "Why here?" (bf-hold-chain.h) as rows that one follows: each says what holds it
 * and what a missed window costs, and the title of another step goes there ("step.jump"). */

#pragma once

#include <gtk/gtk.h>

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* An expander; NULL when the step waits for nothing but itself. */
GtkWidget *bf_chain_box_new (const BfRoadmap *roadmap, int step);

G_END_DECLS
