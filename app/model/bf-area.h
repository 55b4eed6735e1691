/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of the plant that stops as one. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *name;
  gint64 lines;
  gint64 people;
  const char *shift_pattern;
  gint64 downtime_cost_h;
  const char *owner;
  const char *scope;
  const char *remark;
} BfArea;

extern const BfRecord bf_area_record;

G_END_DECLS
