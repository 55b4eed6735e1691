/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-time-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LABEL_SPARE 6.0
#define LABEL_INSET 5.0
#define MINOR_FROM_PX_PER_DAY 0.45

typedef enum
{
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_YEAR,
} Unit;

/* What the rows count in, by zoom. */
static const Unit units[][2] = {
  [BF_ZOOM_YEARS] = { UNIT_YEAR, UNIT_QUARTER },
  [BF_ZOOM_QUARTERS] = { UNIT_QUARTER, UNIT_MONTH },
  [BF_ZOOM_WEEKS] = { UNIT_MONTH, UNIT_WEEK },
  [BF_ZOOM_DAYS] = { UNIT_WEEK, UNIT_DAY },
};

BfTimeAxis
bf_time_axis (gint64 first_day, gint64 last_day, double px_per_day)
{
  BfTimeAxis axis = { first_day, MAX (first_day, last_day), px_per_day };

  axis.px_per_day = CLAMP (px_per_day, BF_AXIS_MIN_PX_PER_DAY, BF_AXIS_MAX_PX_PER_DAY);
  return axis;
}

BfTimeAxis
bf_time_axis_fit (gint64 first_day, gint64 last_day, double width)
{
  gint64 days = MAX (1, last_day - first_day + 1);

  return bf_time_axis (first_day, last_day, width / (double) days);
}

BfTimeAxis
bf_time_axis_scaled (BfTimeAxis axis, double px_per_day)
{
  return bf_time_axis (axis.first_day, axis.last_day, px_per_day);
}

BfZoom
bf_time_axis_zoom (BfTimeAxis axis)
{
  if (axis.px_per_day < 1)
    return BF_ZOOM_YEARS;
  if (axis.px_per_day < 6)
    return BF_ZOOM_QUARTERS;
  return axis.px_per_day < 30 ? BF_ZOOM_WEEKS : BF_ZOOM_DAYS;
}

double
bf_time_axis_width (BfTimeAxis axis)
{
  return (double) (axis.last_day - axis.first_day + 1) * axis.px_per_day;
}

double
bf_time_axis_x (BfTimeAxis axis, gint64 day)
{
  return (double) (day - axis.first_day) * axis.px_per_day;
}

double
bf_time_axis_minute_x (BfTimeAxis axis, gint64 minute)
{
  double days = (double) (minute - bf_day_minute (axis.first_day)) / BF_MINUTES_PER_DAY;

  return days * axis.px_per_day;
}

gint64
bf_time_axis_day (BfTimeAxis axis, double x)
{
  return axis.first_day + (gint64) floor (x / axis.px_per_day);
}

/* First day of the unit that @day lies in. */
static gint64
unit_floor (Unit unit, gint64 day)
{
  int year, month, of_month;

  bf_day_to_civil (day, &year, &month, &of_month);
  switch (unit)
    {
    case UNIT_WEEK:
      return day - (bf_day_weekday (day) - 1);
    case UNIT_MONTH:
      return day - (of_month - 1);
    case UNIT_QUARTER:
      return bf_day_from_civil (year, (month - 1) / 3 * 3 + 1, 1);
    case UNIT_YEAR:
      return bf_day_from_civil (year, 1, 1);
    case UNIT_DAY:
    default:
      return day;
    }
}

static gint64
unit_next (Unit unit, gint64 first)
{
  static const int months[] = { [UNIT_MONTH] = 1, [UNIT_QUARTER] = 3, [UNIT_YEAR] = 12 };

  if (unit == UNIT_DAY)
    return first + 1;
  return unit == UNIT_WEEK ? first + 7 : bf_day_add_months (first, months[unit]);
}

static char *
format_day (gint64 day, const char *format)
{
  int year, month, of_month;
  g_autoptr (GDateTime) date = NULL;
  char *text;

  bf_day_to_civil (day, &year, &month, &of_month);
  date = g_date_time_new_utc (CLAMP (year, 1, 9999), month, of_month, 0, 0, 0);
  text = g_date_time_format (date, format);
  return text ? text : g_strdup ("");
}

static char *
quarter_text (gint64 day, gboolean with_year)
{
  int year, month, of_month;
  int quarter;

  bf_day_to_civil (day, &year, &month, &of_month);
  quarter = (month - 1) / 3 + 1;
  if (!with_year)
    /* Translators: a quarter of a year in the ruler of the timeline. */
    return g_strdup_printf (_ ("Q%d"), quarter);
  /* Translators: a quarter and its year in the ruler of the timeline. */
  return g_strdup_printf (_ ("Q%d %d"), quarter, year);
}

static char *
week_text (gint64 day, gboolean with_date)
{
  int week = bf_day_iso_week (day);
  g_autofree char *date = NULL;

  if (!with_date)
    /* Translators: an ISO week in the ruler of the timeline. */
    return g_strdup_printf (_ ("W%d"), week);
  date = bf_day_text (day);
  /* Translators: an ISO week and its Monday, in the ruler of the timeline. */
  return g_strdup_printf (_ ("Week %d, %s"), week, date);
}

static char *
unit_text (Unit unit, BfRulerRow row, gint64 day)
{
  switch (unit)
    {
    case UNIT_YEAR:
      return format_day (day, "%Y");
    case UNIT_QUARTER:
      return quarter_text (day, row == BF_RULER_MAJOR);
    case UNIT_MONTH:
      /* Translators: g_date_time_format () of a month in the ruler: "July 2028". */
      return format_day (day, row == BF_RULER_MAJOR ? _ ("%B %Y") : "%b");
    case UNIT_WEEK:
      return week_text (day, row == BF_RULER_MAJOR);
    case UNIT_DAY:
    default:
      /* Translators: g_date_time_format () of a day in the ruler: "Mon 17". */
      return format_day (day, _ ("%a %-d"));
    }
}

/* Days too narrow for "Wed 28" have their number alone, all of them. */
static gboolean
days_are_narrow (BfTimeAxis axis, Unit unit, BfMeasureText measure, gpointer data)
{
  g_autofree char *widest = NULL;

  if (unit != UNIT_DAY)
    return FALSE;
  widest = unit_text (unit, BF_RULER_MINOR, bf_day_from_civil (2028, 6, 28));
  return measure (widest, BF_TEXT_RULER_MINOR, data) + LABEL_SPARE > axis.px_per_day;
}

/* Places the label in the part of the cell that is seen, or drops it. */
static void
place_label (BfRulerCell *cell,
             BfRulerRow row,
             double from_x,
             double to_x,
             BfMeasureText measure,
             gpointer data)
{
  double left = MAX (cell->x, from_x);
  double right = MIN (cell->x + cell->width, to_x);
  BfTextKind kind = row == BF_RULER_MAJOR ? BF_TEXT_RULER_MAJOR : BF_TEXT_RULER_MINOR;
  double width = measure (cell->label, kind, data);

  if (right - left < width + LABEL_SPARE)
    {
      g_clear_pointer (&cell->label, g_free);
      return;
    }
  if (row == BF_RULER_MAJOR)
    cell->label_x = MIN (left + LABEL_INSET, right - width - 1);
  else
    cell->label_x = left + (right - left - width) / 2;
}

static void
clear_cell (gpointer data)
{
  g_free (((BfRulerCell *) data)->label);
}

GArray *
bf_time_axis_ruler (BfTimeAxis axis,
                    BfRulerRow row,
                    double from_x,
                    double to_x,
                    BfMeasureText measure,
                    gpointer data)
{
  Unit unit = units[bf_time_axis_zoom (axis)][row];
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (BfRulerCell));
  gint64 last = MIN (axis.last_day, bf_time_axis_day (axis, to_x));
  gboolean narrow = days_are_narrow (axis, unit, measure, data);
  gint64 day;

  g_array_set_clear_func (cells, clear_cell);
  if (row == BF_RULER_MINOR && axis.px_per_day < MINOR_FROM_PX_PER_DAY)
    return cells;
  day = unit_floor (unit, MAX (axis.first_day, bf_time_axis_day (axis, from_x)));
  while (day <= last)
    {
      gint64 next = unit_next (unit, day);
      BfRulerCell cell = { 0 };

      cell.day = day;
      cell.x = bf_time_axis_x (axis, MAX (day, axis.first_day));
      cell.width = bf_time_axis_x (axis, MIN (next, axis.last_day + 1)) - cell.x;
      cell.label = narrow ? format_day (day, "%-d") : unit_text (unit, row, day);
      place_label (&cell, row, from_x, to_x, measure, data);
      g_array_append_val (cells, cell);
      day = next;
    }
  return cells;
}
