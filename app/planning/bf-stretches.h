/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The open stretches and freezes of each area, worked out once; private to the calendar.
 *
 * An area is a slot: its position in the plan, or slot 0 of a plant without areas. */

#pragma once

#include "bf-calendar.h"

G_BEGIN_DECLS

typedef struct
{
  const BfPlan *plan; /* borrowed */
  gint64 first_day, last_day;
  guint n_slots;
  gboolean assumed;
  GArray **stretches; /* BfStretch, one array a slot */
  int **freeze;       /* a slot and day from first_day: window, -1 none */
  GArray **systems;   /* a window of the plan: int, systems it names; NULL: all */
} BfStretches;

BfStretches *bf_stretches_new (const BfPlan *plan, gint64 first_day, gint64 last_day);
void bf_stretches_free (BfStretches *stretches);

const BfStretches *bf_calendar_get_stretches (const BfCalendar *calendar);
guint bf_stretches_slot (const BfStretches *stretches, int area);

G_END_DECLS
