/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A risk of the register that a person wrote down. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *title;
  const char *step;
  double chance;
  gint64 impact;
  const char *owner;
  const char *mitigation;
  const char *status;
  const char *remark;
} BfRiskEntry;

extern const BfRecord bf_risk_record;

G_END_DECLS
