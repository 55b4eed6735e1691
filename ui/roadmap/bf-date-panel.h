/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Plant on date": what is live, retired and out of support, what was spent and lost, and what is
 * proven by one day of the roadmap. Stands beside the timeline while the date cursor does. */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_DATE_PANEL (bf_date_panel_get_type ())
G_DECLARE_FINAL_TYPE (BfDatePanel, bf_date_panel, BF, DATE_PANEL, GtkWidget)

GtkWidget *bf_date_panel_new (BfSession *session);
/* BF_BLANK shows nothing. */
void bf_date_panel_set_day (BfDatePanel *panel, gint64 day);

G_END_DECLS
