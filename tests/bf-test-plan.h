/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans made by hand, for tests. */

#pragma once

#include "bf-plan.h"

G_BEGIN_DECLS

/* Adds a row of @table with these columns: pairs of column and canonical text, ended by NULL. A
 * missing key gets a running number. Fails the test on text that the field refuses. */
gpointer bf_test_add (BfPlan *plan, const char *table, ...) G_GNUC_NULL_TERMINATED;
void
bf_test_set (BfPlan *plan, const char *table, gpointer row, const char *column, const char *text);
/* A day or minute of canonical text. */
gint64 bf_test_day (const char *text);
gint64 bf_test_minute (const char *text);

#define bf_test_assert_day(day, text)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown = bf_day_format (day);                                                  \
    g_assert_cmpstr (shown, ==, text);                                                             \
  }                                                                                                \
  G_STMT_END
#define bf_test_assert_minute(minute, text)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown = bf_minute_format (minute);                                            \
    g_assert_cmpstr (shown, ==, text);                                                             \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
