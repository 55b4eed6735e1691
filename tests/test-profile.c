/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-profile.h"

static guint64
word_of (int a, int b, int c, int d)
{
  return bf_profile_lane (0, a) | bf_profile_lane (1, b) | bf_profile_lane (2, c) |
         bf_profile_lane (3, d);
}

static void
test_has (void)
{
  guint64 left = word_of (5, 0, BF_PROFILE_MOST, 1);

  g_assert_true (bf_profile_has (left, word_of (5, 0, BF_PROFILE_MOST, 1)));
  g_assert_true (bf_profile_has (left, 0));
  for (guint lane = 0; lane < BF_PROFILE_LANES; lane++)
    {
      guint64 need = bf_profile_lane (lane, MIN (bf_profile_units (left, lane) + 1, 32767));
      gboolean full = bf_profile_units (left, lane) == BF_PROFILE_MOST;

      g_assert_cmpint (bf_profile_has (left, need), ==, full);
      g_assert_cmpint (bf_profile_short_lane (left, need), ==, full ? -1 : (int) lane);
    }
}

static void
test_book (void)
{
  guint64 left[6];

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    left[i] = word_of (10, 20, 30, 40);
  bf_profile_book (left, 1, 4, word_of (10, 1, 0, 40));
  g_assert_cmphex (left[0], ==, word_of (10, 20, 30, 40));
  g_assert_cmphex (left[3], ==, word_of (0, 19, 30, 0));
  g_assert_cmpint (bf_profile_short (left, 0, 6, word_of (1, 0, 0, 0)), ==, 3);
  g_assert_cmpint (bf_profile_short (left, 4, 6, word_of (1, 0, 0, 0)), ==, -1);
  bf_profile_free_up (left, 1, 4, word_of (10, 1, 0, 40));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    g_assert_cmphex (left[i], ==, word_of (10, 20, 30, 40));
}

/* A date that is kept although the team is short leaves the other lanes alone. */
static void
test_book_what_is_there (void)
{
  guint64 left[1] = { word_of (3, 7, 0, 9) };

  bf_profile_book_what_is_there (left, 0, 1, word_of (5, 7, 4, 1));
  g_assert_cmphex (left[0], ==, word_of (0, 0, 0, 8));
}

static void
test_scale (void)
{
  g_assert_cmpint (bf_profile_scale (1), ==, 27720);
  for (int most = 1; most < 30000; most += 97)
    {
      g_assert_cmpint (bf_profile_scale (most) * most, <=, BF_PROFILE_MOST);
      g_assert_cmpint (bf_profile_scale (most), >=, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/has", test_has);
  g_test_add_func ("/profile/book", test_book);
  g_test_add_func ("/profile/book-what-is-there", test_book_what_is_there);
  g_test_add_func ("/profile/scale", test_scale);
  return g_test_run ();
}
