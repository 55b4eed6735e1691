/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What really happened to a part of a step. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *step;
  const char *activity;
  gint64 start;
  gint64 finish;
  gint64 cost;
  const char *remark;
} BfActual;

extern const BfRecord bf_actual_record;

G_END_DECLS
