/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a meeting overwrites although the plan computed it. A cutover becomes a pin; an amount
 * becomes an estimate whose three points stand as far apart as before; a day that only follows is
 * told. */

#include "bf-convert.h"
#include "bf-round-trip-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Half a cent. */
#define SAME_UNITS 0.005
/* Of "2029-07-20T22:00". */
#define DAY_CHARACTERS 10

/* The place of a column among the list's fields; 0 where it has none. */
static guint
index_of (const BfTripList *list, const char *column)
{
  for (guint i = 1; i < list->fields->len; i++)
    {
      const BfField *field = list->fields->pdata[i];

      if (field && g_str_equal (field->column, column))
        return i;
    }
  return 0;
}

/* The wish itself, in its own column, wins over what was overwritten. */
static gboolean
is_wished (const BfTripRow *at, guint index)
{
  const BfRecord *record = at->place->list->record;
  g_autofree char *text = NULL, *why = NULL;

  return !bf_trip_value_read (at->trip,
                              record,
                              at->place->list->fields->pdata[index],
                              bf_trip_place_cell (at->place, at->row, index),
                              &text,
                              &why) ||
         !bf_trip_value_same (
             record, at->place->list->fields->pdata[index], text, at->base->pdata[index]);
}

static void
compare_cutover (const BfTripRow *at, const BfTripFact *fact, const BfCell *cell, int column)
{
  const BfTripList *list = at->place->list;
  guint index = index_of (list, fact->id);
  g_autofree char *text = NULL, *why = NULL;

  if (index == 0 || is_wished (at, index))
    return;
  if (!bf_trip_value_read (at->trip, list->record, list->fields->pdata[index], cell, &text, &why))
    bf_trip_row_unclear (at, list->fields->pdata[index], column, NULL, g_steal_pointer (&why));
  else if (text && !bf_trip_value_same (list->record, list->fields->pdata[index], text, fact->text))
    bf_trip_row_change (at, index, text, column);
}

/* "1/2/3" times @factor, to the cent. */
static char *
scaled_points (const char *points, double factor)
{
  g_auto (GStrv) parts = bf_convert_split_points (points);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts && parts[i]; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.2f", g_ascii_strtod (parts[i], NULL) * factor);
      g_string_append_printf (text, "%s%s", i ? "/" : "", number);
    }
  return g_string_free (text, FALSE);
}

static void
compare_amount (const BfTripRow *at, const BfTripFact *fact, const BfCell *cell, int column)
{
  const BfTripList *list = at->place->list;
  guint index = index_of (list, fact->id);
  double was = g_ascii_strtod (fact->text, NULL);
  g_autofree char *wanted = NULL;

  if (index == 0 || is_wished (at, index) || cell->kind != BF_CELL_NUMBER ||
      fabs (cell->number - was) < SAME_UNITS)
    return;
  if (was <= 0 || cell->number < 0)
    {
      bf_trip_row_unclear (at,
                           list->fields->pdata[index],
                           column,
                           NULL,
                           g_strdup (_ ("Write the estimate into the column of what is set.")));
      return;
    }
  wanted = scaled_points (fact->points, cell->number / was);
  bf_trip_row_change (at, index, wanted, column);
}

/* By how many days the row's cell of a fact is later than it was; 0 where it is unclear. */
static gint64
moved_by (const BfTripRow *at, const GPtrArray *facts, const char *id)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const BfTripFact *fact = facts->pdata[i];
      int column = bf_trip_place_column (at->place, fact->heading);
      const BfCell *cell = column < 0 ? NULL : bf_grid_row_cell (at->row, (guint) column);
      g_autofree char *was = g_strndup (fact->text, DAY_CHARACTERS); /* of a minute, its day */
      gint64 day;

      if (g_str_equal (fact->id, id) && cell && cell->kind == BF_CELL_DATE &&
          isfinite (cell->number) && bf_day_parse (was, &day))
        return (gint64) floor (cell->number) - day;
    }
  return 0;
}

/* The release moves in the workbook by as much as what it hangs on. */
static gboolean
follows (const BfTripRow *at, const GPtrArray *facts, const BfTripFact *fact)
{
  gint64 days = moved_by (at, facts, fact->id);

  return g_str_equal (fact->id, "release") &&
         (days == moved_by (at, facts, "pinned_cutover") || days == moved_by (at, facts, "start"));
}

/* A day that follows from others. */
static void
compare_day (const BfTripRow *at, const BfTripFact *fact, const BfCell *cell, int column)
{
  const BfRecord *record = at->place->list->record;
  const BfField *day = bf_record_field (record, "earliest");
  g_autofree char *text = NULL, *why = NULL;

  if (bf_trip_value_read (at->trip, record, day, cell, &text, &why) && text &&
      !bf_trip_value_same (record, day, text, fact->text))
    bf_trip_row_unclear (at,
                         NULL,
                         column,
                         text,
                         g_strdup (_ ("This day follows from the plan: pin the cutover, or say "
                                      "“Not before” or “Due by”.")));
}

void
bf_trip_facts_compare (const BfTripRow *at)
{
  const GPtrArray *facts = bf_trip_list_facts (at->place->list, at->key);

  for (guint i = 0; facts && i < facts->len; i++)
    {
      const BfTripFact *fact = facts->pdata[i];
      int column = bf_trip_place_column (at->place, fact->heading);
      const BfCell *cell = column < 0 ? NULL : bf_grid_row_cell (at->row, (guint) column);

      if (cell == NULL)
        continue;
      if (g_str_equal (fact->id, "pinned_cutover"))
        compare_cutover (at, fact, cell, column);
      else if (g_str_equal (fact->id, "capex"))
        compare_amount (at, fact, cell, column);
      else if (!follows (at, facts, fact))
        compare_day (at, fact, cell, column);
    }
}
