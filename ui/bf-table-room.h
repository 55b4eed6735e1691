/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a table's columns share its width. Pure: px in, px out.
 *
 * A column wants between @least and @most, and is at ease with @wish. Where the wishes do not fit,
 * spare columns go, the lowest number first; then long texts share what is lacking. What is left
 * over goes to the texts that are still cut, then to all of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int least, wish, most; /* px */
  guint spare;           /* where room is lacking it goes, 1 first; 0: it always stays */
  gboolean expand;       /* shares what is lacking and what is left */
  gboolean gone;         /* out */
  int width;             /* px, out */
} BfTableRoom;

/* Decides which columns stay in @width. */
void bf_table_room_choose (BfTableRoom *rooms, guint n_rooms, int width);
/* Gives the columns that stay their widths. */
void bf_table_room_share (BfTableRoom *rooms, guint n_rooms, int width);

G_END_DECLS
