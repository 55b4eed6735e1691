/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the checker share; nobody else. */

#pragma once

#include "bf-checker.h"

G_BEGIN_DECLS

typedef struct
{
  const BfStepSet *set;
  const BfPlan *plan;
  const BfActivity *activities; /* step, kind and part alone are read */
  const BfPlacing *placings;
  guint n;
  guint *first; /* a step (and one more): its first activity */
  gint64 start, horizon_end;
  gint64 first_day, last_day; /* of the tables below */
  gboolean *works;            /* a day */
  int *before;                /* a day (and one more): working days before it */
  gint64 *release;            /* a step */
  gboolean *covers;           /* a window: its areas */
  GPtrArray *problems;
  guint32 broken; /* a bit a rule */
} BfChecker;

/* Says a thing once. */
void bf_checker_say (BfChecker *self, BfRule rule, const char *format, ...) G_GNUC_PRINTF (3, 4);

const BfStep *bf_checker_step (const BfChecker *self, guint step);
const char *bf_checker_title (const BfChecker *self, guint step);
/* The activities of a step: those from first to the next step's first. */
#define BF_CHECKER_FOR_ACTIVITIES(self, s, i)                                                      \
  for (guint i = (self)->first[s]; i < (self)->first[(s) + 1]; i++)
/* The step's activity of that kind and part; -1: none. */
int bf_checker_activity (const BfChecker *self, guint step, BfActivityKind kind, int part);
guint bf_checker_n_cutovers (const BfStep *step);

/* Days known before the plan and after its horizon. */
#define BF_CHECKER_MARGIN_DAYS 800

/* Start, horizon and working days of the plan. */
void bf_checker_make_days (BfChecker *self);
/* Reads a working week: bit 0 is Monday; text that names no day is Monday to Friday. */
guint bf_checker_week (const char *text);
/* Takes the region's public holidays out of a table that begins with @first. */
void bf_checker_take_region (const BfCatalogue *catalogue,
                             const BfHolidayRegion *region,
                             gint64 first,
                             gint64 last,
                             gboolean *works);

gboolean bf_checker_works (const BfChecker *self, gint64 day);
int bf_checker_working_days (const BfChecker *self, gint64 from, gint64 to);
/* The last of @count working days that follow @day. */
gint64 bf_checker_days_after (const BfChecker *self, gint64 day, int count);

/* Areas that the cutover stops: a plant without areas is area -1. */
GArray *bf_checker_stopped_areas (const BfStep *step, int part);

/* TRUE for a blank list, and for one that says "all" or names the area. */
gboolean bf_checker_covers_area (const BfChecker *self, const char *const *keys, int area);

/* --- What the plan's rows say about a step. --- */

int bf_checker_find_step (const BfChecker *self, const char *key);
/* The first own team of the build; -1: none. */
int bf_checker_building_team (const BfChecker *self, const BfStep *step);
double bf_checker_bearable_hours (const BfChecker *self, const BfStep *step);
gboolean bf_checker_lacks_restore (const BfChecker *self, const BfStep *step);
gboolean bf_checker_lacks_owner (const BfChecker *self, const BfStep *step);
/* The last day on which a claim that the step relies on may still be open; BF_BLANK. */
gint64 bf_checker_claims_until (const BfChecker *self, const BfStep *step);

void bf_checker_scopes (BfChecker *self);
void bf_checker_windows (BfChecker *self);
void bf_checker_capacities (BfChecker *self);
void bf_checker_budgets (BfChecker *self);

G_END_DECLS
