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

/* Reads "Mon-Fri", "Sun-Thu", "Mo, Di, Fr": bit 0 is Monday. Text that names no day (or NULL) is
 * Monday to Friday. */
guint bf_working_week_parse (const char *text);

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
  gint64 occurrence; /* day that an occurrence of a rule, or an assumed window, starts; else
                        BF_BLANK */
  gboolean shutdown; /* else a weekend rule */
} BfStretch;

/* A weekend rule opens every week from its start (every n-th where it repeats so) until its end,
 * where a last occurrence is cut short; without open hours until the Monday after. */

/* Open stretches for @area by start (then end, then window), freezes cut out, weekend occurrences
 * that meet a shutdown or freeze left out. @area -1: plant without areas. Windows that name
 * systems are included and must be tested with bf_calendar_opens_for. */
const BfStretch *bf_calendar_stretches (const BfCalendar *calendar, int area, guint *n);
/* TRUE when the stretch's window is open for the whole area, or names each of these systems
 * (indices; those that a step touches in that area). */
gboolean bf_calendar_opens_for (const BfCalendar *calendar,
                                const BfStretch *stretch,
                                const int *systems,
                                guint n_systems);
/* The window whose freeze touches the day in the area; -1: none. */
int bf_calendar_freeze (const BfCalendar *calendar, int area, gint64 day);

/* For people and for files: "Summer shutdown 2028", one weekend of a rule "Weekend 15 Jan 2028";
 * "SD-2028-SUM", or with its occurrence "WE-MC@2028-01-15". The name belongs to the plan or the
 * program. */
const char *bf_calendar_window_name (const BfCalendar *calendar, int window, gint64 occurrence);
char *bf_calendar_window_id (const BfCalendar *calendar, int window, gint64 occurrence);

/* Ways to stop several areas at once: each is the intersection of one stretch of each area. */
typedef struct
{
  guint n, n_areas;
  gint64 *start, *end;       /* minutes, half-open; by start, then end */
  const BfStretch **stretch; /* n x n_areas; of the calendar */
} BfOpenings;

/* All of at least @need minutes (and more than none) that are open for these systems of a step; in
 * each area only the systems that stand there (all areas for a system of the whole site) must be
 * open. */
BfOpenings *bf_calendar_openings (const BfCalendar *calendar,
                                  const int *areas,
                                  guint n_areas,
                                  const int *systems,
                                  guint n_systems,
                                  gint64 need);
void bf_openings_free (BfOpenings *openings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfOpenings, bf_openings_free)

/* Public holidays of a region in a year, ascending; caller frees. Exposed for tests. */
typedef struct
{
  gint64 day;
  const char *name; /* owned by the catalogue */
} BfHolidayDay;
GArray *bf_holidays_of_year (const BfCatalogue *catalogue, const BfHolidayRegion *region, int year);

G_END_DECLS
