/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An own estimate of one qualification phase, in place of the catalogue's. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  int profile;
  int gamp_category;
  const char *phase;
  const char *system;
  BfEstimate weeks;
  BfEstimate effort;
  double rework_chance;
  gint64 estimate_class; /* AACE 1 .. 5 */
  const char *basis;
  const char *remark;
} BfCycle;

extern const BfRecord bf_cycle_record;

G_END_DECLS
