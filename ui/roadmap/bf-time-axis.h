/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Time along the page: days to pixels and back, and what the two rows of the ruler say.
 *
 * A value. Days are days since 1970, both ends included; x is px from the left edge of the first
 * day, so a day covers [x (day), x (day + 1)). Labels follow the locale's names of months and
 * days. */

#pragma once

#include "bf-day.h"
#include "bf-text-kind.h"

G_BEGIN_DECLS

#define BF_AXIS_MIN_PX_PER_DAY 0.1
#define BF_AXIS_MAX_PX_PER_DAY 120.0

typedef enum
{
  BF_ZOOM_YEARS,    /* below 1 px a day */
  BF_ZOOM_QUARTERS, /* 1 .. 6 */
  BF_ZOOM_WEEKS,    /* 6 .. 30 */
  BF_ZOOM_DAYS,     /* from 30 */
} BfZoom;

typedef struct
{
  gint64 first_day, last_day;
  double px_per_day;
} BfTimeAxis;

BfTimeAxis bf_time_axis (gint64 first_day, gint64 last_day, double px_per_day);
/* The axis that shows @first_day to @last_day in @width px. */
BfTimeAxis bf_time_axis_fit (gint64 first_day, gint64 last_day, double width);
/* The same days with another scale, within the limits. */
BfTimeAxis bf_time_axis_scaled (BfTimeAxis axis, double px_per_day);

BfZoom bf_time_axis_zoom (BfTimeAxis axis);
double bf_time_axis_width (BfTimeAxis axis);
/* Left edge of a day, and the place of a minute inside its day. */
double bf_time_axis_x (BfTimeAxis axis, gint64 day);
double bf_time_axis_minute_x (BfTimeAxis axis, gint64 minute);
gint64 bf_time_axis_day (BfTimeAxis axis, double x);

typedef enum
{
  BF_RULER_MAJOR,
  BF_RULER_MINOR,
} BfRulerRow;

/* One cell of a ruler row. Its label is NULL where it would not fit with 6 px to spare. */
typedef struct
{
  gint64 day; /* first day */
  double x, width;
  double label_x;
  char *label;
} BfRulerCell;

/* The cells that meet @from_x .. @to_x, ascending; an element owns its label. The major row's
 * labels stand 5 px in, the first, cut one at the left edge; the minor row's stand in the middle
 * of what is seen. The minor row is empty below 0.45 px a day. Free with g_array_unref. */
GArray *bf_time_axis_ruler (BfTimeAxis axis,
                            BfRulerRow row,
                            double from_x,
                            double to_x,
                            BfMeasureText measure,
                            gpointer data);

G_END_DECLS
