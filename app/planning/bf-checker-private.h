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
  gint64 start, horizon_end;
  gint64 first_day, last_day; /* of the table below */
  gboolean *works;            /* a day */
  gint64 *release;            /* a step */
  GPtrArray *problems;
} BfChecker;

void bf_checker_say (BfChecker *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

const BfStep *bf_checker_step (const BfChecker *self, guint step);
const char *bf_checker_title (const BfChecker *self, guint step);
/* The step's activity of that kind and part; -1: none. */
int bf_checker_find (const BfChecker *self, guint step, BfActivityKind kind, int part);
guint bf_checker_n_cutovers (const BfStep *step);

gboolean bf_checker_works (const BfChecker *self, gint64 day);
int bf_checker_working_days (const BfChecker *self, gint64 from, gint64 to);
/* The last of @count working days that follow @day (negative: that many before and on it). */
gint64 bf_checker_days_after (const BfChecker *self, gint64 day, int count);

/* Areas that the cutover stops: a plant without areas is area -1. */
GArray *bf_checker_stopped_areas (const BfStep *step, int part);

void bf_checker_windows (BfChecker *self);
void bf_checker_capacities (BfChecker *self);
void bf_checker_budgets (BfChecker *self);

G_END_DECLS
