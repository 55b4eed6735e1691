/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-radar.h"

#include <math.h>

static void
assert_point (BfRadarPoint point, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, y, 1e-9);
}

/* The first axis points up, the others follow the clock. */
static void
test_points (void)
{
  assert_point (bf_radar_point (4, 0, 1, 10), 0, -10);
  assert_point (bf_radar_point (4, 1, 1, 10), 10, 0);
  assert_point (bf_radar_point (4, 2, 0.5, 10), 0, 5);
  assert_point (bf_radar_point (4, 3, 0, 10), 0, 0);
}

static void
test_share (void)
{
  g_assert_cmpfloat (bf_scale_share (1, 0, 4), ==, 0.25);
  g_assert_cmpfloat (bf_scale_share (1, 1, 6), ==, 0);
  g_assert_cmpfloat (bf_scale_share (9, 0, 4), ==, 1);
  g_assert_cmpfloat (bf_scale_share (NAN, 0, 4), ==, 0);
  g_assert_cmpfloat (bf_scale_share (1, 2, 2), ==, 0);
}

/* No empty rings beyond what is there, and none that cuts a value off. */
static void
test_shown (void)
{
  const double values[] = { 1, 2.2, NAN, 0 };

  g_assert_cmpfloat (bf_scale_shown (values, 4, 0, 5), ==, 3);
  g_assert_cmpfloat (bf_scale_shown (values, 1, 0, 5), ==, 1);
  g_assert_cmpfloat (bf_scale_shown (values, 4, 0, 2), ==, 2);
  g_assert_cmpfloat (bf_scale_shown (values, 0, 1, 6), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radar/points", test_points);
  g_test_add_func ("/radar/share", test_share);
  g_test_add_func ("/radar/shown", test_shown);
  return g_test_run ();
}
