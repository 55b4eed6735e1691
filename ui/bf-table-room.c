/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-table-room.h"

static gboolean
stays (const BfTableRoom *room, guint cut)
{
  return room->spare == 0 || room->spare > cut;
}

static int
sum_of_wishes (const BfTableRoom *rooms, guint n_rooms, guint cut)
{
  int sum = 0;
  guint i;

  for (i = 0; i < n_rooms; i++)
    sum += stays (&rooms[i], cut) ? rooms[i].wish : 0;
  return sum;
}

/* How far a column can still move: down to its least where room is lacking, else up to its most. */
static int
slack_of (const BfTableRoom *room, gboolean lacking)
{
  if (room->gone || !room->expand)
    return 0;
  return MAX (lacking ? room->width - room->least : room->most - room->width, 0);
}

/* Spreads @rest px (negative: lacking) by how far each column can move; returns what is over. */
static int
spread (BfTableRoom *rooms, guint n_rooms, int rest)
{
  int slack = 0, moved = 0, share;
  guint i;

  for (i = 0; i < n_rooms; i++)
    slack += slack_of (&rooms[i], rest < 0);
  if (slack == 0)
    return rest;
  share = MIN (ABS (rest), slack);
  for (i = 0; i < n_rooms; i++)
    {
      int by = (int) ((gint64) share * slack_of (&rooms[i], rest < 0) / slack);

      rooms[i].width += rest < 0 ? -by : by;
      moved += by;
    }
  return rest < 0 ? rest + moved : rest - moved;
}

/* Nothing is cut any more: the long texts get the same of what is over. */
static void
stretch (BfTableRoom *rooms, guint n_rooms, int rest)
{
  int n = 0;
  guint i;

  for (i = 0; i < n_rooms; i++)
    n += !rooms[i].gone && rooms[i].expand;
  for (i = 0; i < n_rooms && rest > 0 && n > 0; i++)
    if (!rooms[i].gone && rooms[i].expand)
      rooms[i].width += rest / n;
}

void
bf_table_room_choose (BfTableRoom *rooms, guint n_rooms, int width)
{
  guint last = 0, cut = 0, i;

  for (i = 0; i < n_rooms; i++)
    last = MAX (last, rooms[i].spare);
  while (cut < last && sum_of_wishes (rooms, n_rooms, cut) > width)
    cut++;
  for (i = 0; i < n_rooms; i++)
    rooms[i].gone = !stays (&rooms[i], cut);
}

void
bf_table_room_share (BfTableRoom *rooms, guint n_rooms, int width)
{
  int rest = width;
  guint i;

  for (i = 0; i < n_rooms; i++)
    {
      rooms[i].width = rooms[i].gone ? 0 : rooms[i].wish;
      rest -= rooms[i].width;
    }
  stretch (rooms, n_rooms, spread (rooms, n_rooms, rest));
}
