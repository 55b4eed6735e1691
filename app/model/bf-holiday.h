/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day free at this plant besides the public holidays of its region. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *name;
  gint64 day;
  gint64 until;
  const char *remark;
} BfHoliday;

extern const BfRecord bf_holiday_record;

G_END_DECLS
