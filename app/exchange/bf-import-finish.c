/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows from a row's own fields: keys that are made, defaults, days in order. */

#include "bf-import-private.h"
#include "bf-loose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set (BfImport *import, BfImportRow *row, const char *column, const char *text)
{
  bf_import_set (import, row, bf_import_field (row->kind, column), text);
}

static gboolean
has (const BfImportRow *row, const char *column)
{
  return bf_import_row_has (row, bf_import_field (row->kind, column));
}

/* The end in the year of the start, or the next one, if that is after it; NULL. A typing slip in
 * the year is what puts an end before its start most often. */
static char *
later_end (const char *start, const char *end)
{
  int year = (int) g_ascii_strtoll (start, NULL, 10);
  gint64 day;

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *moved = g_strdup_printf ("%04d%s", year + i, end + 4);
      g_autofree char *date = g_strndup (moved, 10);

      if (bf_day_parse (date, &day) && strcmp (moved, start) >= 0)
        return g_steal_pointer (&moved);
    }
  return NULL;
}

/* An end before its start. */
static void
check_order (BfImport *import, BfImportRow *row, const char *first, const char *last)
{
  const BfField *from = bf_import_field (row->kind, first);
  const BfField *to = bf_import_field (row->kind, last);
  g_autofree char *start = bf_field_text (from, row->row);
  g_autofree char *end = bf_field_text (to, row->row);

  /* Canonical days and minutes sort as they follow. */
  if (start && end && strcmp (end, start) < 0)
    {
      BfProblem *problem =
          bf_import_tell_row (import,
                              row,
                              to,
                              end,
                              /* Translators: %s is a date. */
                              g_strdup_printf (_ ("It ends before it starts, on %s."), start),
                              g_strdup (_ ("Correct one of the two dates.")));

      problem->suggestion = later_end (start, end);
    }
}

static void
finish_plant (BfImport *import, BfImportRow *row)
{
  const BfPlant *plant = row->row;

  if (!plant->row.key && plant->name)
    set (import, row, "key", plant->name);
  if (import->rows[BF_PLANT]->len > 0 && plant->row.key)
    {
      const BfImportRow *first = g_ptr_array_index (import->rows[BF_PLANT], 0);
      g_autofree char *a = bf_fold (((const BfRow *) first->row)->key);
      g_autofree char *b = bf_fold (plant->row.key);
      g_autofree char *place = bf_import_place (first, row->sheet);

      if (!g_str_equal (a, b))
        bf_import_tell_row (
            import,
            row,
            bf_import_field (BF_PLANT, "key"),
            plant->row.key,
            /* Translators: %s is a place, such as: row 3 of plant.csv */
            g_strdup_printf (_ ("A plan is of one plant; another stands in %s."), place),
            g_strdup (_ ("Keep the plant that is planned for.")));
    }
}

/* "Machining centres (9)" stands for nine, unless a column says how many. */
static void
finish_system (BfImport *import, BfImportRow *row)
{
  const BfSystem *system = row->row;
  const char *open = system->name ? strrchr (system->name, '(') : NULL;
  g_autofree char *digits = NULL;

  if (!open || has (row, "units") || !g_str_has_suffix (open, ")"))
    return;
  digits = g_strndup (open + 1, strlen (open) - 2);
  if (*digits && strspn (digits, "0123456789") == strlen (digits) && strlen (digits) <= 5 &&
      strspn (digits, "0") < strlen (digits))
    set (import, row, "units", digits);
}

static void
finish_window (BfImport *import, BfImportRow *row)
{
  const BfWindow *window = row->row;

  check_order (import, row, "start", "end");
  if (!row->bad && window->start != BF_BLANK && window->start == window->end)
    bf_import_tell_row (import,
                        row,
                        bf_import_field (BF_WINDOW, "end"),
                        NULL,
                        g_strdup (_ ("It ends when it starts.")),
                        g_strdup (_ ("Write when it ends; a date alone lasts to the end of its "
                                     "day.")));
}

static void
finish_budget (BfImport *import, BfImportRow *row)
{
  const BfBudget *budget = row->row;

  if (budget->year != BF_BLANK && budget->from_day == BF_BLANK && budget->to_day == BF_BLANK)
    {
      g_autofree char *first = g_strdup_printf ("%04d-01-01", (int) budget->year);
      g_autofree char *last = g_strdup_printf ("%04d-12-31", (int) budget->year);

      set (import, row, "from_day", first);
      set (import, row, "to_day", last);
    }
  else if (budget->year == BF_BLANK && budget->from_day != BF_BLANK)
    {
      g_autofree char *year = NULL;
      int number;

      bf_day_to_civil (budget->from_day, &number, NULL, NULL);
      year = g_strdup_printf ("%d", number);
      set (import, row, "year", year);
    }
  check_order (import, row, "from_day", "to_day");
}

/* The plant of this import, or of the plan. */
static const BfPlant *
find_plant (const BfImport *import)
{
  if (import->rows[BF_PLANT]->len > 0)
    return ((const BfImportRow *) g_ptr_array_index (import->rows[BF_PLANT], 0))->row;
  return import->plan ? bf_plan_plant (import->plan) : NULL;
}

/* A capacity without days is that of the whole plan, if it is known how long that is. */
static void
default_period (BfImport *import, BfImportRow *row)
{
  const BfPlant *plant = find_plant (import);
  gint64 last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (has (row, "from_day") || has (row, "to_day") || !plant || plant->start == BF_BLANK)
    return;
  last = bf_day_add_months (
      plant->start, 12 * (int) (plant->horizon_years == BF_BLANK ? 5 : plant->horizon_years));
  from = bf_day_format (plant->start);
  to = bf_day_format (last - 1);
  set (import, row, "from_day", from);
  set (import, row, "to_day", to);
}

static void
finish_capacity (BfImport *import, BfImportRow *row)
{
  const BfCapacity *capacity = row->row;

  if (!row->bad)
    default_period (import, row);
  check_order (import, row, "from_day", "to_day");
  if (!capacity->row.key && capacity->team && capacity->from_day != BF_BLANK)
    {
      g_autofree char *day = bf_day_format (capacity->from_day);
      g_autofree char *key = g_strdup_printf ("%s@%s", capacity->team, day);

      set (import, row, "key", key);
    }
}

void
bf_import_finish (BfImport *import, BfImportRow *row)
{
  switch ((int) row->kind)
    {
    case BF_PLANT:
      finish_plant (import, row);
      break;
    case BF_SYSTEM:
      finish_system (import, row);
      break;
    case BF_WINDOW:
      finish_window (import, row);
      break;
    case BF_HOLIDAY:
      check_order (import, row, "day", "until");
      break;
    case BF_BUDGET:
      finish_budget (import, row);
      break;
    case BF_CAPACITY:
      finish_capacity (import, row);
      break;
    case BF_CYCLE:
      bf_import_finish_cycle (import, row);
      break;
    case BF_CLAIM:
    case BF_REQUIREMENT:
      bf_import_finish_dimension (import, row);
      break;
    case BF_RESULT:
      bf_import_finish_result (import, row);
      break;
    default:
      break;
    }
}
