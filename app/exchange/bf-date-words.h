/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as people type them: ISO, "28.03.2027 02:30", "3/8/2031 10 PM", "3. August 2031".
 *
 * Whether day or month comes first is decided for a column as a whole; numbers divided by dots
 * are day first unless their column says otherwise. Two-digit years lie in 1970 to 2069. Names of
 * months in English, German, French, Spanish, Italian, Dutch. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_ORDER_UNKNOWN,
  BF_ORDER_DAY_FIRST,
  BF_ORDER_MONTH_FIRST,
} BfDateOrder;

typedef enum
{
  BF_DATE_NONE,        /* no date */
  BF_DATE_PLAIN,       /* the same in either order */
  BF_DATE_DAY_FIRST,   /* can only be read day first */
  BF_DATE_MONTH_FIRST, /* can only be read month first */
  BF_DATE_EITHER,      /* another day in either order */
  BF_DATE_DOTTED,      /* either, but with dots */
} BfDateReading;

typedef struct
{
  gint64 minute;
  gboolean has_time;
} BfDateWords;

/* What the text says about the order of its column. */
BfDateReading bf_date_words_judge (const char *text);
/* FALSE when it is no day of the calendar in that order. BF_ORDER_UNKNOWN reads day first. */
gboolean bf_date_words_read (const char *text, BfDateOrder order, BfDateWords *words);

G_END_DECLS
