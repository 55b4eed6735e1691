/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pill of the day that a person looks at, "17 Mar 2029": a child of the timeline that keys
 * move. Signal "moved" (gint64 day): a key asked for that day; the pill has not moved yet. */

#pragma once

#include <gtk/gtk.h>

#include "bf-timeline-colors.h"
#include "bf-timeline-text.h"

G_BEGIN_DECLS

#define BF_TYPE_DATE_CURSOR (bf_date_cursor_get_type ())
G_DECLARE_FINAL_TYPE (BfDateCursor, bf_date_cursor, BF, DATE_CURSOR, GtkWidget)

/* @text and @colors are borrowed: they are the timeline's. */
GtkWidget *bf_date_cursor_new (BfTimelineText *text, const BfTimelineColors *colors);
void bf_date_cursor_set_day (BfDateCursor *cursor, gint64 day);
void bf_date_cursor_set_range (BfDateCursor *cursor, gint64 first, gint64 last);
/* Px that the pill needs. */
double bf_date_cursor_get_width (BfDateCursor *cursor);

#define BF_DATE_CURSOR_HEIGHT 17.0

G_END_DECLS
