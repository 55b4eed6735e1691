/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-stops.h"

#include <glib/gi18n-lib.h>

/* Quarter and steps stand left of the areas, which take two columns each. */
#define FIRST_AREA 2
#define WIDTH 2

typedef struct
{
  BfWorkbook *workbook;
  BfSheet *sheet;
  const GPtrArray *stops;
  GArray *areas;    /* int, those that are stopped; -1: the plant as one */
  GArray *quarters; /* BfPeriod */
  lxw_row_t first;  /* row of the first quarter */
} Calendar;

static gint64
day_of (const BfStop *stop)
{
  return bf_minute_day (stop->cutover->start);
}

static const BfStop *
stop_at (const Calendar *calendar, guint i)
{
  return calendar->stops->pdata[i];
}

static gboolean
is_stopped (const Calendar *calendar, int area)
{
  for (guint i = 0; i < calendar->stops->len; i++)
    if (stop_at (calendar, i)->area == area)
      return TRUE;
  return FALSE;
}

static void
collect_areas (Calendar *calendar)
{
  int n = (int) bf_plan_count (calendar->workbook->plan, BF_AREA);

  calendar->areas = g_array_new (FALSE, FALSE, sizeof (int));
  for (int area = -1; area < n; area++)
    if (is_stopped (calendar, area))
      g_array_append_val (calendar->areas, area);
}

static void
collect_quarters (Calendar *calendar)
{
  const BfYearRule rule = bf_year_rule_of_budgets (calendar->workbook->plan);
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < calendar->stops->len; i++)
    {
      first = MIN (first, day_of (stop_at (calendar, i)));
      last = MAX (last, day_of (stop_at (calendar, i)));
    }
  calendar->quarters = bf_period_quarters (&rule, first, last);
}

static gboolean
lies_in (const BfStop *stop, const BfPeriod *quarter)
{
  return quarter->from <= day_of (stop) && day_of (stop) <= quarter->to;
}

/* "4, 5, 12": the numbers of the steps that stop something. */
static char *
numbers_of (const Calendar *calendar, const BfPeriod *quarter)
{
  GString *text = g_string_new (NULL);
  int before = 0;

  for (guint i = 0; i < calendar->stops->len; i++)
    {
      const BfStop *stop = stop_at (calendar, i);

      if (!lies_in (stop, quarter) || stop->row->number == before)
        continue;
      g_string_append_printf (text, "%s%d", text->len ? ", " : "", stop->row->number);
      before = stop->row->number;
    }
  return g_string_free (text, FALSE);
}

/* @quarter NULL: all of them. */
static double
hours_of (const Calendar *calendar, const BfPeriod *quarter, int area, gboolean p80)
{
  double hours = 0;

  for (guint i = 0; i < calendar->stops->len; i++)
    {
      const BfStop *stop = stop_at (calendar, i);

      if (stop->area == area && (quarter == NULL || lies_in (stop, quarter)))
        hours += p80 ? bf_stop_p80_hours (stop) : bf_stop_expected_hours (stop);
    }
  return hours;
}

/* --- Cells --- */

static lxw_col_t
column_of (guint area, gboolean p80)
{
  return (lxw_col_t) (FIRST_AREA + WIDTH * area + (p80 ? 1 : 0));
}

/* Areas above, mean and P80 below; formulas find the area by the cell over its mean. */
static void
write_headings (const Calendar *calendar)
{
  lxw_row_t at = calendar->first - 1;
  BfSheet *sheet = calendar->sheet;

  for (lxw_col_t col = 0; col < FIRST_AREA; col++)
    bf_sheet_part (sheet, at - 1, col, BF_PART_HEADING, NULL);
  bf_sheet_part (sheet, at, 0, BF_PART_HEADING, _ ("Quarter"));
  bf_sheet_part (sheet, at, 1, BF_PART_HEADING, _ ("Steps that stop something"));
  for (guint i = 0; i < calendar->areas->len; i++)
    {
      const char *name =
          bf_stops_area_name (calendar->workbook, g_array_index (calendar->areas, int, i));

      bf_sheet_part (sheet, at - 1, column_of (i, TRUE), BF_PART_HEADING_RIGHT, NULL);
      worksheet_merge_range (sheet->sheet,
                             at - 1,
                             column_of (i, FALSE),
                             at - 1,
                             column_of (i, TRUE),
                             "",
                             bf_workbook_style_part (sheet->style, BF_PART_HEADING_RIGHT));
      bf_sheet_part (sheet, at - 1, column_of (i, FALSE), BF_PART_HEADING_RIGHT, name);
      bf_sheet_part (sheet, at, column_of (i, FALSE), BF_PART_HEADING_RIGHT, _ ("h, mean"));
      bf_sheet_part (sheet, at, column_of (i, TRUE), BF_PART_HEADING_RIGHT, _ ("h, P80"));
    }
}

static void
write_hours (const Calendar *calendar, lxw_row_t at, const BfPeriod *quarter, guint i, gboolean p80)
{
  char area[LXW_MAX_CELL_NAME_LENGTH], name[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell_abs (area, calendar->first - 2, column_of (i, FALSE), 1, 0);
  lxw_rowcol_to_cell_abs (name, at, 0, 0, 1);
  formula = bf_stops_sum_formula (p80, area, name);
  bf_sheet_formula (calendar->sheet,
                    at,
                    column_of (i, p80),
                    bf_sheet_format (calendar->sheet, BF_LOOK_HOURS, BF_GROUND_PLAIN),
                    hours_of (calendar, quarter, g_array_index (calendar->areas, int, i), p80),
                    "%s",
                    formula);
}

static void
write_quarter (const Calendar *calendar, guint index)
{
  const BfPeriod *quarter = &g_array_index (calendar->quarters, BfPeriod, index);
  lxw_row_t at = calendar->first + index;
  g_autofree char *name = bf_workbook_quarter_name (quarter);
  g_autofree char *numbers = numbers_of (calendar, quarter);

  bf_sheet_text (calendar->sheet, at, 0, BF_LOOK_TEXT, BF_GROUND_PLAIN, name);
  bf_sheet_text (calendar->sheet, at, 1, BF_LOOK_TEXT, BF_GROUND_PLAIN, numbers);
  for (guint i = 0; i < calendar->areas->len; i++)
    for (int p80 = 0; p80 < WIDTH; p80++)
      write_hours (calendar, at, quarter, i, p80);
}

static void
write_totals (const Calendar *calendar)
{
  lxw_row_t at = calendar->first + calendar->quarters->len;
  BfSheet *sheet = calendar->sheet;

  bf_sheet_text (sheet, at, 0, BF_LOOK_TEXT, BF_GROUND_TOTAL, _ ("All"));
  bf_sheet_text (sheet, at, 1, BF_LOOK_TEXT, BF_GROUND_TOTAL, NULL);
  for (guint i = 0; i < calendar->areas->len; i++)
    for (int p80 = 0; p80 < WIDTH; p80++)
      {
        char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];

        lxw_rowcol_to_cell (from, calendar->first, column_of (i, p80));
        lxw_rowcol_to_cell (to, at - 1, column_of (i, p80));
        bf_sheet_formula (sheet,
                          at,
                          column_of (i, p80),
                          bf_sheet_format (sheet, BF_LOOK_HOURS, BF_GROUND_TOTAL),
                          hours_of (calendar, NULL, g_array_index (calendar->areas, int, i), p80),
                          "=SUM(%s:%s)",
                          from,
                          to);
      }
}

/* A quarter in which an area stands is to be seen from afar. */
static void
mark_stops (const Calendar *calendar)
{
  lxw_format *format = workbook_add_format (calendar->workbook->book);
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                  .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
                                  .value = 0,
                                  .format = format };

  format_set_bg_color (format, BF_COLOR_STOP_TINT);
  worksheet_conditional_format_range (calendar->sheet->sheet,
                                      calendar->first,
                                      FIRST_AREA,
                                      calendar->first + calendar->quarters->len - 1,
                                      column_of (calendar->areas->len - 1, TRUE),
                                      &rule);
}

lxw_row_t
bf_stops_write_calendar (
    BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, const GPtrArray *stops, lxw_col_t *last)
{
  Calendar calendar = { workbook, sheet, stops, NULL, NULL, at + 3 };

  if (stops->len == 0)
    return at;
  collect_areas (&calendar);
  collect_quarters (&calendar);
  bf_sheet_part (sheet,
                 at,
                 0,
                 BF_PART_SECTION,
                 _ ("Hours stopped by area and quarter: what is expected, and the sum of what each "
                    "stop takes in eight of ten futures"));
  write_headings (&calendar);
  for (guint i = 0; i < calendar.quarters->len; i++)
    write_quarter (&calendar, i);
  write_totals (&calendar);
  mark_stops (&calendar);
  *last = MAX (*last, column_of (calendar.areas->len - 1, TRUE));
  at = calendar.first + calendar.quarters->len + 2;
  g_array_unref (calendar.areas);
  g_array_unref (calendar.quarters);
  return at;
}
