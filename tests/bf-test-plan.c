/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-test-plan.h"

#include <stdarg.h>

void
bf_test_set (BfPlan *plan, const char *table, gpointer row, const char *column, const char *text)
{
  const BfRecord *record = bf_record_for_table (table);
  const BfField *field =
      g_str_equal (column, "key") ? &record->fields[0] : bf_record_field (record, column);
  g_autoptr (GError) error = NULL;

  if (!field)
    g_error ("%s has no column %s", table, column);
  if (!bf_field_set (field, row, bf_plan_strings (plan), text, &error))
    g_error ("%s.%s: %s", table, column, error->message);
}

gpointer
bf_test_add (BfPlan *plan, const char *table, ...)
{
  const BfRecord *record = bf_record_for_table (table);
  gpointer row = bf_plan_add (plan, record->kind);
  const char *column;
  va_list list;

  va_start (list, table);
  while ((column = va_arg (list, const char *)))
    {
      const char *text = va_arg (list, const char *);

      bf_test_set (plan, table, row, column, text);
    }
  va_end (list);
  if (!((BfRow *) row)->key)
    {
      g_autofree char *key = g_strdup_printf ("%s-%03u", table, bf_plan_count (plan, record->kind));

      bf_test_set (plan, table, row, "key", key);
    }
  return row;
}

gint64
bf_test_day (const char *text)
{
  gint64 day = BF_BLANK;

  if (!bf_day_parse (text, &day))
    g_error ("%s is no day", text);
  return day;
}

gint64
bf_test_minute (const char *text)
{
  gint64 minute = BF_BLANK;

  if (!bf_minute_parse (text, &minute))
    g_error ("%s is no time", text);
  return minute;
}
