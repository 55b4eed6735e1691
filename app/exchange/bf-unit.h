/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Units as they stand in headings and cells: "k€", "Mio. EUR", "wks", "Personentage", "%".
 *
 * A month is 52/12 weeks, a person-week 5 and a person-month 20 person-days of 8 hours. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_UNIT_NONE, /* a bare factor, such as k */
  BF_UNIT_MONEY,
  BF_UNIT_PERCENT,
  BF_UNIT_MINUTES,
  BF_UNIT_HOURS,
  BF_UNIT_DAYS,
  BF_UNIT_WORKING_DAYS,
  BF_UNIT_WEEKS,
  BF_UNIT_MONTHS,
  BF_UNIT_YEARS,
  BF_UNIT_PERSON_HOURS,
  BF_UNIT_PERSON_DAYS,
  BF_UNIT_PERSON_WEEKS,
  BF_UNIT_PERSON_MONTHS,
  BF_UNIT_COUNT, /* pieces, persons, rows a day */
} BfUnitKind;

typedef struct
{
  BfUnitKind kind;
  double factor;    /* 1000 for k, 1e6 for Mio. */
  char currency[4]; /* "EUR"; "" when none is named */
} BfUnit;

#define BF_UNIT_NOTHING ((BfUnit){ BF_UNIT_NONE, 1, "" })

/* FALSE and @unit untouched when @words name no unit. */
gboolean bf_unit_read (const char *words, BfUnit *unit);

/* What a number in @unit is multiplied by to stand in @field_unit (BfField.unit); FALSE when it
 * cannot be told. */
gboolean bf_unit_scale (const BfUnit *unit, const char *field_unit, double *scale);

G_END_DECLS
