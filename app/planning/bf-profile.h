/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What renewable resources have left on each day, several resources to a word; private to planning.
 *
 * A word of 64 bits has four lanes of 15 bits, each with a guard bit above it. What is left of a
 * lane is subtracted from with the guards set: a guard that went out says that its lane has not
 * enough, so a day is tested and booked for four resources at once. Loads are rounded up to whole
 * units of a lane and capacities down, so that a profile never promises what is not there. Lanes
 * never overflow: what is booked was tested before, or is booked as far as it goes. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BF_PROFILE_LANES 4
#define BF_PROFILE_MOST 32767
#define BF_PROFILE_GUARDS G_GUINT64_CONSTANT (0x8000800080008000)

/* The most units of a resource that a lane can hold: a number with many divisors, so that the loads
 * that people write down are whole. @most is the largest capacity. */
int bf_profile_scale (double most);

static inline guint64
bf_profile_lane (guint resource, int units)
{
  return (guint64) units << (16 * (resource % BF_PROFILE_LANES));
}

static inline int
bf_profile_units (guint64 word, guint resource)
{
  return (int) (word >> (16 * (resource % BF_PROFILE_LANES)) & BF_PROFILE_MOST);
}

static inline gboolean
bf_profile_has (guint64 left, guint64 need)
{
  return (((left | BF_PROFILE_GUARDS) - need) & BF_PROFILE_GUARDS) == BF_PROFILE_GUARDS;
}

/* The last day of from .. to (half-open) that has not enough; -1: all have. */
static inline int
bf_profile_short (const guint64 *left, int from, int to, guint64 need)
{
  for (int day = to - 1; day >= from; day--)
    if (!bf_profile_has (left[day], need))
      return day;
  return -1;
}

static inline void
bf_profile_book (guint64 *left, int from, int to, guint64 need)
{
  for (int day = from; day < to; day++)
    left[day] -= need;
}

static inline void
bf_profile_free_up (guint64 *left, int from, int to, guint64 need)
{
  for (int day = from; day < to; day++)
    left[day] += need;
}

/* Differences of two profiles: lanes of 16 bits with a sign where the guard is. */
static inline guint64
bf_profile_add_difference (guint64 x, guint64 y)
{
  return ((x & ~BF_PROFILE_GUARDS) + (y & ~BF_PROFILE_GUARDS)) ^ ((x ^ y) & BF_PROFILE_GUARDS);
}

static inline guint64
bf_profile_negate (guint64 x)
{
  return bf_profile_add_difference (~x, G_GUINT64_CONSTANT (0x0001000100010001));
}

/* The guards of lanes that are not 0, above it, below it. */
static inline guint64
bf_profile_used (guint64 x)
{
  return (((x & ~BF_PROFILE_GUARDS) + ~BF_PROFILE_GUARDS) | x) & BF_PROFILE_GUARDS;
}

static inline guint64
bf_profile_gained (guint64 x)
{
  return bf_profile_used (x) & ~x;
}

static inline guint64
bf_profile_lost (guint64 x)
{
  return x & BF_PROFILE_GUARDS;
}

/* The first lane that has not enough; -1: all have. */
int bf_profile_short_lane (guint64 left, guint64 need);
/* Books what is asked for, of each lane at most what is left. */
void bf_profile_book_what_is_there (guint64 *left, int from, int to, guint64 need);

G_END_DECLS
