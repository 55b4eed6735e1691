/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a meeting has decided or has to decide. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *title;
  const char *forum;
  gint64 due;
  gint64 decided_on;
  const char *outcome;
  const char *options;
  const char *reason;
  const char *owner;
  const char *status;
  const char *remark;
} BfDecision;

extern const BfRecord bf_decision_record;

G_END_DECLS
