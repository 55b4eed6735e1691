/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Teams under the timeline, on its axis: a row a team, a column a week, as high as the share of
 * what the team gives that its work takes. A week that is nearly full is dark; more than full it
 * never is, for the scheduler keeps capacities. The tooltip says who works. */

#pragma once

#include "bf-strip.h"

G_BEGIN_DECLS

#define BF_TYPE_TEAM_STRIP (bf_team_strip_get_type ())
G_DECLARE_FINAL_TYPE (BfTeamStrip, bf_team_strip, BF, TEAM_STRIP, BfStrip)

/* @view is borrowed: they live in one page. */
GtkWidget *bf_team_strip_new (BfRoadmapView *view);

G_END_DECLS
