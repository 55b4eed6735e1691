/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-table-room.h"

static BfTableRoom
figures (int width, guint spare)
{
  return (BfTableRoom){ .least = width, .wish = width, .most = width, .spare = spare };
}

static BfTableRoom
names (int least, int wish, int most)
{
  return (BfTableRoom){ .least = least, .wish = wish, .most = most, .expand = TRUE };
}

static void
share (BfTableRoom *rooms, guint n_rooms, int width)
{
  bf_table_room_choose (rooms, n_rooms, width);
  bf_table_room_share (rooms, n_rooms, width);
}

/* With room for all, long texts share what is over. */
static void
test_wide (void)
{
  BfTableRoom rooms[] = { names (100, 200, 300), figures (80, 1), names (100, 150, 200) };

  share (rooms, G_N_ELEMENTS (rooms), 680);
  g_assert_cmpint (rooms[0].width, ==, 350);
  g_assert_cmpint (rooms[1].width, ==, 80);
  g_assert_cmpint (rooms[2].width, ==, 250);
}

/* What is over goes first to the texts that are cut. */
static void
test_growing (void)
{
  BfTableRoom rooms[] = { names (100, 200, 300), figures (80, 0), names (100, 150, 150) };

  share (rooms, G_N_ELEMENTS (rooms), 470);
  g_assert_cmpint (rooms[0].width, ==, 240);
  g_assert_cmpint (rooms[2].width, ==, 150);
}

/* Spare columns go in their order, and only as many as it takes. */
static void
test_spare (void)
{
  BfTableRoom rooms[] = {
    names (100, 200, 300), figures (80, 2), figures (60, 1), figures (70, 0)
  };

  share (rooms, G_N_ELEMENTS (rooms), 360);
  g_assert_cmpint (rooms[2].width, ==, 0);
  g_assert_cmpint (rooms[1].width, ==, 80);
  share (rooms, G_N_ELEMENTS (rooms), 300);
  g_assert_cmpint (rooms[2].width, ==, 0);
  g_assert_cmpint (rooms[1].width, ==, 0);
  g_assert_cmpint (rooms[0].width, ==, 230);
}

/* Columns are chosen for a wider frame than the table has when something stands beside it. */
static void
test_frame (void)
{
  BfTableRoom rooms[] = { names (100, 200, 300), figures (80, 1) };

  bf_table_room_choose (rooms, G_N_ELEMENTS (rooms), 300);
  bf_table_room_share (rooms, G_N_ELEMENTS (rooms), 220);
  g_assert_false (rooms[1].gone);
  g_assert_cmpint (rooms[0].width, ==, 140);
  g_assert_cmpint (rooms[1].width, ==, 80);
}

/* Figures are never cut; texts give way down to their least, and no further. */
static void
test_narrow (void)
{
  BfTableRoom rooms[] = { names (100, 200, 300), figures (80, 0), names (50, 100, 100) };

  share (rooms, G_N_ELEMENTS (rooms), 320);
  g_assert_cmpint (rooms[0].width, ==, 160);
  g_assert_cmpint (rooms[1].width, ==, 80);
  g_assert_cmpint (rooms[2].width, ==, 80);
  share (rooms, G_N_ELEMENTS (rooms), 10);
  g_assert_cmpint (rooms[0].width, ==, 100);
  g_assert_cmpint (rooms[1].width, ==, 80);
  g_assert_cmpint (rooms[2].width, ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-room/wide", test_wide);
  g_test_add_func ("/table-room/growing", test_growing);
  g_test_add_func ("/table-room/spare", test_spare);
  g_test_add_func ("/table-room/frame", test_frame);
  g_test_add_func ("/table-room/narrow", test_narrow);
  return g_test_run ();
}
