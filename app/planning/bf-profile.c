/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-profile.h"

int
bf_profile_scale (double most)
{
  static const int scales[] = {
    27720, 25200, 20160, 15120, 10080, 7560, 5040, 2520, 1680, 1260, 840, 720, 360,
    240,   180,   120,   60,    48,    36,   24,   12,   6,    4,    2,   1,
  };
  guint i = 0;

  while (i < G_N_ELEMENTS (scales) - 1 && most * scales[i] > BF_PROFILE_MOST)
    i++;
  return scales[i];
}

int
bf_profile_short_lane (guint64 left, guint64 need)
{
  for (guint lane = 0; lane < BF_PROFILE_LANES; lane++)
    if (bf_profile_units (left, lane) < bf_profile_units (need, lane))
      return (int) lane;
  return -1;
}

void
bf_profile_book_what_is_there (guint64 *left, int from, int to, guint64 need)
{
  for (int day = from; day < to; day++)
    {
      guint64 booked = 0;

      for (guint lane = 0; lane < BF_PROFILE_LANES; lane++)
        booked |= bf_profile_lane (
            lane, MIN (bf_profile_units (left[day], lane), bf_profile_units (need, lane)));
      left[day] -= booked;
    }
}
