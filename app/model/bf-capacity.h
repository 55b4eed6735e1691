/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a team can give in a period, both days included. Outside its periods a team has nothing. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *team;
  gint64 from_day;
  gint64 to_day;
  double capacity;
  gint64 day_rate;
  const char *remark;
} BfCapacity;

extern const BfRecord bf_capacity_record;

G_END_DECLS
