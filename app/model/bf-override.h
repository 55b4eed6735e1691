/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One field of one row that a scenario sees with another value. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *scenario;
  const char *tbl;
  const char *row_key;
  const char *col;
  const char *value;
  const char *remark;
} BfOverride;

extern const BfRecord bf_override_record;

G_END_DECLS
