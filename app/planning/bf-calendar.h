/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plant's working days, and the openings into which cutovers fit.
 *
 * Immutable, made from a plan. Working days are those of the working week that are no public
 * holiday of the region and no holiday of the plan. Windows are half-open minutes. */

#pragma once

#include "bf-catalogue.h"
#include "bf-plan.h"

G_BEGIN_DECLS

typedef struct _BfCalendar BfCalendar;

/* Covers the planning start to two years past the horizon. A plan without any window gets
 * assumed ones: every weekend, two weeks in summer, the turn of the year (see
 * bf_calendar_assumes_windows). */
BfCalendar *bf_calendar_new (const BfPlan *plan, const BfCatalogue *catalogue);
void bf_calendar_free (BfCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfCalendar, bf_calendar_free)

gboolean bf_calendar_assumes_windows (const BfCalendar *calendar);
gint64 bf_calendar_first_day (const BfCalendar *calendar);
gint64 bf_calendar_last_day (const BfCalendar *calendar);

gboolean bf_calendar_is_working (const BfCalendar *calendar, gint64 day);
/* The holiday's name, NULL on other days. */
const char *bf_calendar_holiday (const BfCalendar *calendar, gint64 day);
/* First working day on or after / on or before @day. */
gint64 bf_calendar_next_working (const BfCalendar *calendar, gint64 day);
gint64 bf_calendar_previous_working (const BfCalendar *calendar, gint64 day);
/* @count working days after the working day @day (negative: before); 0 gives next_working (day). */
gint64 bf_calendar_add (const BfCalendar *calendar, gint64 day, int count);
/* Working days in from .. to, both included; 0 when to < from. */
int bf_calendar_count (const BfCalendar *calendar, gint64 from, gint64 to);

/* One open stretch of one window in one area (or for named systems). */
typedef struct
{
  gint64 start, end; /* minutes, half-open */
  int window;        /* of the plan; -1: assumed */
  gint64 occurrence; /* day of a repeating rule's occurrence, BF_BLANK otherwise */
  gboolean shutdown; /* else a weekend rule */
} BfStretch;

/* Open stretches for @area by start (then end, then window), freezes cut out, weekend occurrences
 * that meet a shutdown or freeze left out. @area -1: plant without areas. Windows that name
 * systems are included and must be tested with bf_calendar_opens_for. */
const BfStretch *bf_calendar_stretches (const BfCalendar *calendar, int area, guint *n);
/* TRUE when the stretch's window is open for the whole area, or names every system of the step
 * (indices) . */
gboolean bf_calendar_opens_for (const BfCalendar *calendar,
                                const BfStretch *stretch,
                                const int *systems,
                                guint n_systems);
/* The window whose freeze touches the day in the area; -1: none. */
int bf_calendar_freeze (const BfCalendar *calendar, int area, gint64 day);

/* Public holidays of a region in a year, ascending; caller frees. Exposed for tests. */
typedef struct
{
  gint64 day;
  const char *name; /* owned by the catalogue */
} BfHolidayDay;
GArray *bf_holidays_of_year (const BfCatalogue *catalogue, const BfHolidayRegion *region, int year);

G_END_DECLS
