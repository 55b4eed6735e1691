/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A roadmap that was approved, kept as the JSON object of that day. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *name;
  gint64 approved_on;
  const char *approved_by;
  const char *roadmap;
  const char *remark;
} BfBaseline;

extern const BfRecord bf_baseline_record;

G_END_DECLS
